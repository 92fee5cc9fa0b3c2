"""Activate to destination: add the account to an audience of an advertising service. Nothing leaves the computer."""

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
from engine.trees import text


class ActivateToDestinationSettings(Settings):
    """Which destination, and what the audience is called there."""

    destination: Annotated[str, Hint("reference", "destination")] = Field(default="", title="Destination")
    audience: str = Field(default="", max_length=100, title="Audience name", description="Unique in the destination.")


class ActivateToDestination(Action[ActivateToDestinationSettings]):
    """Add the account to an audience of an advertising service."""

    type_id = "acct.activate_destination"
    title = "Activate to destination"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = ActivateToDestinationSettings

    def check(self, place: Place[ActivateToDestinationSettings]) -> Iterator[Problem]:
        yield from place.check_reference("destination", place.settings.destination, "destination")
        if not place.settings.audience.strip():
            yield unset("The audience has no name.", "audience", "Name it, in at most 100 characters.")

    def work(self, place: Place[ActivateToDestinationSettings], rows: Rows) -> Work:
        row = place.reference("destination", place.settings.destination, "destination")
        audience = place.settings.audience.strip()
        register = activated(rows.ground, str(row["destination_id"]), audience, Entity.ACCOUNT)
        return Work(
            checks=(Check(Outcome.ALREADY_MEMBER, rows.value(register), idle=True),),
            changes=(Change(register, exp.true()),),
            detail={"audience": text(audience)},
        )
