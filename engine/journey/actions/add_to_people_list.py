"""Add to list: make the person a member of a static people list."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import PERSON_ONLY, Action, Change, Check, Context, Outcome, Place, Settings, Work
from engine.journey.lists import check_static
from engine.journey.memberships import people_list
from engine.journey.rows import Rows
from engine.problems import Problem


class AddToPeopleListSettings(Settings):
    """Which list."""

    list: Annotated[str, Hint("reference", "people_list")] = Field(
        default="", title="List", description="A live static people list."
    )


class AddToPeopleList(Action[AddToPeopleListSettings]):
    """Make the person a member of a static people list."""

    type_id = "pj.add_to_list"
    title = "Add to list"
    context = Context.PEOPLE
    journeys = PERSON_ONLY
    settings = AddToPeopleListSettings

    def check(self, place: Place[AddToPeopleListSettings]) -> Iterator[Problem]:
        yield from check_static(place, "people_list", place.settings.list)

    def work(self, place: Place[AddToPeopleListSettings], rows: Rows) -> Work:
        row = place.reference("people_list", place.settings.list, "list")
        register = people_list(rows.ground, row)
        return Work(
            checks=(Check(Outcome.ALREADY_MEMBER, rows.value(register), idle=True),),
            changes=(Change(register, exp.true()),),
        )
