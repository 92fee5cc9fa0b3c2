"""Send email: who would get it, who would not and why. The checks run in a fixed order; the first decides."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.contract import Hint
from engine.journey.contract import Action, Check, Context, Outcome, Place, Settings, Telling, Work, unset
from engine.journey.emails import is_address_tree, missing_tree
from engine.journey.limits import limit_check
from engine.journey.marketo import in_workspace
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import any_of, negated, sure, text

SENT = "directMarketing.emailSent"


class EmailSource(StrEnum):
    """Where the e-mail comes from."""

    NEW = "new"
    MARKETO = "marketo"


class SendEmailSettings(Settings):
    """Which e-mail. One that is made in the journey has a name, a subject and a body of its own."""

    source: EmailSource = Field(default=EmailSource.NEW, title="E-mail source")
    name: str = Field(default="", max_length=100, title="Name", json_schema_extra=asked_when("source", "new"))
    subject: str = Field(
        default="", max_length=1000, title="Subject line", json_schema_extra=asked_when("source", "new")
    )
    from_name: str = Field(default="", title="From name", json_schema_extra=asked_when("source", "new"))
    from_email: str = Field(default="", title="From address", json_schema_extra=asked_when("source", "new"))
    body: Annotated[str, Hint("prose")] = Field(default="", title="Body", json_schema_extra=asked_when("source", "new"))
    operational: bool = Field(default=False, title="Operational e-mail", description="Ignores opt-out and limits.")
    workspace: Annotated[str, Hint("reference", "mkto_workspace")] = Field(
        default="", title="Workspace", json_schema_extra=asked_when("source", "marketo")
    )
    email: Annotated[str, Hint("reference", "mkto_email")] = Field(
        default="",
        title="E-mail",
        description="An approved e-mail of Marketo Engage.",
        json_schema_extra=asked_when("source", "marketo"),
    )


class SendEmail(Action[SendEmailSettings]):
    """Send an e-mail to the people, if they may be sent one."""

    type_id = "ppl.send_email"
    title = "Send e-mail"
    context = Context.PEOPLE
    settings = SendEmailSettings

    def check(self, place: Place[SendEmailSettings]) -> Iterator[Problem]:
        settings = place.settings
        if settings.source is EmailSource.MARKETO:
            found = in_workspace(place, "mkto_email", settings.email, settings.workspace, "email")
            if found.get("status") != "approved":
                yield Problem(
                    code="not-live",
                    what=say("The e-mail {name} is not approved.", name=quoted(found.get("name"))),
                    fix="Approve it, or choose another.",
                    field="email",
                    check="V08",
                )
            return
        for value, field, what in (
            (settings.name, "name", say("The e-mail has no name.")),
            (settings.subject, "subject", say("The e-mail has no subject.")),
        ):
            if not value.strip():
                yield unset(what, field, "Write one.", "V07")

    def work(self, place: Place[SendEmailSettings], rows: Rows) -> Work:
        settings = place.settings
        name, identity = settings.name, f"{place.node}"
        if settings.source is EmailSource.MARKETO:
            row = in_workspace(place, "mkto_email", settings.email, settings.workspace, "email")
            name, identity = str(row["name"]), str(row["email_id"])
        address = rows.field(Entity.PERSON, "email").tree
        operational = exp.true() if settings.operational else exp.false()
        return Work(
            checks=tuple(_checks(place, rows, address)),
            done=Outcome.SENT,
            tellings=(
                Telling(
                    SENT,
                    {
                        "asset_type": text("email"),
                        "asset_id": text(identity),
                        "asset_name": text(name),
                        "operational": operational,
                    },
                    of_person=True,
                ),
            ),
            detail={
                "channel": text("email"),
                "content": text(identity),
                "address": address.copy(),
                "subject": text(settings.subject),
            },
        )


def _checks(place: Place[SendEmailSettings], rows: Rows, address: exp.Expr) -> Iterator[Check]:
    def flag(name: str) -> exp.Expr:
        return sure(rows.field(Entity.PERSON, name).tree)

    yield Check(Outcome.NO_ADDRESS, missing_tree(address))
    wrong = negated(sure(is_address_tree(address)))
    yield Check(Outcome.INVALID_ADDRESS, any_of([wrong, flag("email_invalid")]))
    yield Check(Outcome.BLOCKLISTED, flag("blocklisted"))
    yield Check(Outcome.SUSPENDED, flag("email_suspended"))
    if not place.settings.operational:
        yield Check(Outcome.MARKETING_SUSPENDED, flag("marketing_suspended"))
        consent = rows.field(Entity.PERSON, "consent_email").tree
        yield Check(Outcome.OPTED_OUT, sure(exp.Lower(this=consent).eq(text("n"))))
    if place.world.properties.email_dedup and not place.world.of_people:
        yield Check(Outcome.DUPLICATE_ADDRESS, rows.address_taken(address))
    if not place.settings.operational:
        yield from limit_check(place.world, rows)
