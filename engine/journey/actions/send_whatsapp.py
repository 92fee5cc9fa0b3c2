"""Send WhatsApp: who would get an approved template. A person who has said nothing about it gets none."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from engine.journey.contract import Action, Check, Context, Outcome, Place, Settings, Telling, Work, unset
from engine.journey.emails import missing_tree
from engine.journey.rows import Rows
from engine.journey.texting import agreed_to, in_united_states, number_of
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import negated, text


class SendWhatsappSettings(Settings):
    """Which approved template, and what fills it."""

    name: str = Field(default="", max_length=100, title="Name")
    description: str = Field(default="", max_length=300, title="Description")
    configuration: str = Field(default="", title="WhatsApp configuration")
    category: Literal["marketing", "utility", "authentication"] = Field(default="marketing", title="Template category")
    template: str = Field(default="", title="Template")
    approved: bool = Field(default=False, title="Template is approved")
    image_url: str = Field(default="", title="Image URL")
    variables: tuple[str, ...] = Field(default=(), title="Variables", description="One field per placeholder.")


class SendWhatsapp(Action[SendWhatsappSettings]):
    """Send an approved WhatsApp template to the people who have agreed to it."""

    type_id = "ppl.send_whatsapp"
    title = "Send WhatsApp"
    context = Context.PEOPLE
    settings = SendWhatsappSettings

    def check(self, place: Place[SendWhatsappSettings]) -> Iterator[Problem]:
        settings = place.settings
        for value, field, what in (
            (settings.name, "name", say("The message has no name.")),
            (settings.configuration, "configuration", say("No WhatsApp configuration is chosen.")),
            (settings.template, "template", say("No template is chosen.")),
        ):
            if not value.strip():
                yield unset(what, field, "Fill it in.", "V07")
        if settings.template and not settings.approved:
            yield Problem(
                code="not-live",
                what=say("The template {template} is not approved.", template=quoted(settings.template)),
                fix="Choose an approved one.",
                field="template",
                check="V07",
            )

        for place_, value in enumerate(settings.variables):
            if not value.strip():
                yield unset("A placeholder of the template is empty.", f"variables[{place_}]", "Fill it in.", "V07")

    def work(self, place: Place[SendWhatsappSettings], rows: Rows) -> Work:
        settings = place.settings
        mobile = number_of(rows)
        checks = [
            Check(Outcome.NO_ADDRESS, missing_tree(mobile)),
            Check(Outcome.OPTED_OUT, negated(agreed_to(rows, "whatsapp", "number", None))),
        ]
        if settings.category == "marketing":
            checks.append(Check(Outcome.UNSUPPORTED_REGION, in_united_states(mobile)))
        told = {"asset_type": text("whatsapp"), "asset_id": text(place.node), "asset_name": text(settings.name)}
        return Work(
            checks=tuple(checks),
            done=Outcome.SENT,
            tellings=(Telling("whatsapp.sent", told, of_person=True),),
            detail={"channel": text("whatsapp"), "content": text(settings.template), "address": mobile.copy()},
        )
