"""Send SMS: who would get it. A person who has said nothing about SMS gets none."""

import re
from collections.abc import Iterator
from math import ceil
from typing import Annotated, Literal

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import ACCOUNT_ONLY, Action, Check, Context, Outcome, Place, Settings, Telling, Work, unset
from engine.journey.emails import missing_tree
from engine.journey.rows import Rows
from engine.journey.texting import RESERVED, SEGMENT, agreed_to, number_of
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import negated, number, text


class SendSmsSettings(Settings):
    """What is sent, by whom, and of which kind it is."""

    name: str = Field(default="", max_length=100, title="Name")
    description: Annotated[str, Hint("prose")] = Field(default="", max_length=300, title="Description")
    type: Literal["marketing", "transactional"] = Field(default="marketing", title="SMS type")
    configuration: str = Field(default="", title="SMS configuration")
    sender: str = Field(default="", title="Sender number")
    message: Annotated[str, Hint("prose")] = Field(default="", max_length=1600, title="Message")
    link: str = Field(default="", title="Link")
    link_tracking: bool = Field(default=True, title="Enable link tracking")
    lead_tracking: bool = Field(default=True, title="Enable lead tracking")


class SendSms(Action[SendSmsSettings]):
    """Send a text message to the people who have agreed to it."""

    type_id = "ppl.send_sms"
    title = "Send SMS"
    context = Context.PEOPLE
    journeys = ACCOUNT_ONLY
    settings = SendSmsSettings

    def check(self, place: Place[SendSmsSettings]) -> Iterator[Problem]:
        settings = place.settings
        for value, field, what in (
            (settings.name, "name", say("The message has no name.")),
            (settings.configuration, "configuration", say("No SMS configuration is chosen.")),
            (settings.sender, "sender", say("The sender's number is not set.")),
            (settings.message, "message", say("The message is empty.")),
        ):
            if not value.strip():
                yield unset(what, field, "Fill it in.", "V07")
        for value, field in ((settings.name, "name"), (settings.description, "description")):
            if RESERVED.search(value):
                yield Problem(
                    code="reserved-character",
                    what=say("{value} has a reserved character.", value=quoted(value)),
                    fix='Leave out \\ / : * ? " < > and |.',
                    field=field,
                    check="V07",
                )

        if settings.link and re.fullmatch(r"https?://\S+", settings.link.strip()) is None:
            yield Problem(
                code="wrong-link",
                what=say("{link} is no link.", link=quoted(settings.link)),
                fix="Write it with https:// at its beginning.",
                field="link",
                check="V07",
            )

    def work(self, place: Place[SendSmsSettings], rows: Rows) -> Work:
        settings = place.settings
        mobile = number_of(rows)
        checks = [Check(Outcome.NO_ADDRESS, missing_tree(mobile))]
        if settings.type == "marketing":
            checks.append(Check(Outcome.OPTED_OUT, negated(agreed_to(rows, "sms", "subscription", settings.sender))))
        told = {"asset_type": text("sms"), "asset_id": text(place.node), "asset_name": text(settings.name)}
        return Work(
            checks=tuple(checks),
            done=Outcome.SENT,
            tellings=(Telling("sms.sent", told, of_person=True),),
            detail={
                "channel": text("sms"),
                "content": text(place.node),
                "address": mobile.copy(),
                "segments": number(ceil(len(settings.message) / SEGMENT)),
            },
        )
