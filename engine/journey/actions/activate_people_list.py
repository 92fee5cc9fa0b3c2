"""Activate to destination: add the person to a static list that is active in destinations, and so to those."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import PERSON_ONLY, Action, Change, Check, Context, Outcome, Place, Settings, Work
from engine.journey.lists import check_static
from engine.journey.memberships import activated, people_list
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import text


class ActivatePeopleListSettings(Settings):
    """Which list."""

    list: Annotated[str, Hint("reference", "people_list")] = Field(
        default="", title="Add to list", description="A live static list with a destination."
    )


class ActivatePeopleList(Action[ActivatePeopleListSettings]):
    """Add the person to a static list, and to the destinations where the list is active."""

    type_id = "pj.activate_destination"
    title = "Activate to destination"
    context = Context.PEOPLE
    journeys = PERSON_ONLY
    settings = ActivatePeopleListSettings

    def check(self, place: Place[ActivatePeopleListSettings]) -> Iterator[Problem]:
        yield from check_static(place, "people_list", place.settings.list)
        found = place.world.references.find("people_list", place.settings.list) if place.settings.list else None
        if found is not None and not found.get("destinations"):
            yield Problem(
                code="no-destination",
                what="At least one destination is required.",
                why=say("{name} is active in none.", name=quoted(found.get("name"))),
                fix="Activate the list to a destination.",
                field="list",
                check="V08",
            )

    def work(self, place: Place[ActivatePeopleListSettings], rows: Rows) -> Work:
        row = place.reference("people_list", place.settings.list, "list")
        register = people_list(rows.ground, row)
        name = str(row["name"])
        reached = [
            activated(rows.ground, str(destination), name, Entity.PERSON) for destination in row["destinations"] or ()
        ]
        return Work(
            checks=(Check(Outcome.ALREADY_MEMBER, rows.value(register), idle=True),),
            changes=tuple(Change(one, exp.true()) for one in (register, *reached)),
            detail={"audience": text(name)},
        )
