"""Add to external customer audience: hand the person's address to an advertising audience."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.contract import Hint
from engine.journey.contract import Action, Change, Check, Context, Outcome, Place, Settings, Work, remark, unset
from engine.journey.emails import missing_tree
from engine.journey.memberships import external_audience
from engine.journey.order import SECOND
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import number, text, tree


class AudienceChoice(StrEnum):
    """Whether the audience is made here, or there already."""

    NEW = "new"
    EXISTING = "existing"


class AddToExternalAudienceSettings(Settings):
    """A new audience with its name, or one that exists."""

    choice: AudienceChoice = Field(default=AudienceChoice.EXISTING, title="Audience")
    name: str = Field(default="", max_length=100, title="Name", json_schema_extra=asked_when("choice", "new"))
    description: str = Field(default="", title="Description", json_schema_extra=asked_when("choice", "new"))
    audience: Annotated[str, Hint("reference", "ext_audience")] = Field(
        default="", title="Existing audience", json_schema_extra=asked_when("choice", "existing")
    )


class AddToExternalAudience(Action[AddToExternalAudienceSettings]):
    """Put the person into an audience of an advertising service; a new one begins with a placeholder."""

    type_id = "ppl.add_ext_audience"
    title = "Add to external customer audience"
    context = Context.PEOPLE
    settings = AddToExternalAudienceSettings

    def check(self, place: Place[AddToExternalAudienceSettings]) -> Iterator[Problem]:
        settings, references = place.settings, place.world.references
        if settings.choice is AudienceChoice.EXISTING:
            yield from place.check_reference("ext_audience", settings.audience, "audience")
        elif not settings.name.strip():
            yield unset("The audience has no name.", "name")
        elif references.find("ext_audience", settings.name) is not None:
            yield Problem(
                code="name-taken",
                what=say("There is an audience {settings} already.", settings=quoted(settings.name)),
                fix="Choose another name, or select that one.",
                field="name",
                check="V02",
            )
        if not list(references.rows("destination")):
            yield remark(
                "no-destination",
                "No destination is connected, so the audience reaches nobody.",
                fix="Set up a destination.",
                check="V08",
            )

    def work(self, place: Place[AddToExternalAudienceSettings], rows: Rows) -> Work:
        settings = place.settings
        identity = f"new:{settings.name}"
        if settings.choice is AudienceChoice.EXISTING:
            identity = str(place.reference("ext_audience", settings.audience, "audience")["audience_id"])
        register = external_audience(rows.ground, identity)
        address = rows.field(Entity.PERSON, "email").tree
        lag = number(rows.ground.options.ext_audience_lag * SECOND)
        return Work(
            checks=(
                Check(Outcome.NO_ADDRESS, missing_tree(address)),
                Check(Outcome.ALREADY_MEMBER, rows.value(register), idle=True),
            ),
            changes=(Change(register, exp.true()),),
            detail={
                "channel": text("ext_audience"),
                "content": text(settings.audience or settings.name),
                "address": address.copy(),
                "visible_at": tree("MAKE_TIMESTAMP($at + $lag)", at=rows["at"], lag=lag),
            },
        )
