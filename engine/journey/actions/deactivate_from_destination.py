"""Deactivate from destination: take the account out of an audience of an advertising service."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import ACCOUNT_ONLY, Action, Change, Check, Context, Outcome, Place, Settings, Work, unset
from engine.journey.memberships import activated
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.trees import negated, text


class DeactivateFromDestinationSettings(Settings):
    """Which audience of which destination."""

    audience: str = Field(
        default="", max_length=100, title="Virtual audience", description="One that an activation named."
    )
    destination: Annotated[str, Hint("reference", "destination")] = Field(default="", title="Destination")


class DeactivateFromDestination(Action[DeactivateFromDestinationSettings]):
    """Take the account out of an audience of an advertising service."""

    type_id = "acct.deactivate_destination"
    title = "Deactivate from destination"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = DeactivateFromDestinationSettings

    def check(self, place: Place[DeactivateFromDestinationSettings]) -> Iterator[Problem]:
        yield from place.check_reference("destination", place.settings.destination, "destination")
        if not place.settings.audience.strip():
            yield unset("The audience has no name.", "audience", "Choose one that an activation made.")

    def work(self, place: Place[DeactivateFromDestinationSettings], rows: Rows) -> Work:
        row = place.reference("destination", place.settings.destination, "destination")
        audience = place.settings.audience.strip()
        register = activated(rows.ground, str(row["destination_id"]), audience, Entity.ACCOUNT)
        return Work(
            checks=(Check(Outcome.NOT_MEMBER, negated(rows.value(register)), idle=True),),
            changes=(Change(register, exp.false()),),
            detail={"audience": text(audience)},
        )
