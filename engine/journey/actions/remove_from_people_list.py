"""Remove from list: end the person's membership of a static people list."""

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
from engine.trees import negated


class RemoveFromPeopleListSettings(Settings):
    """Which list."""

    list: Annotated[str, Hint("reference", "people_list")] = Field(
        default="", title="List", description="A live static people list."
    )


class RemoveFromPeopleList(Action[RemoveFromPeopleListSettings]):
    """End the person's membership of a static people list."""

    type_id = "pj.remove_from_list"
    title = "Remove from list"
    context = Context.PEOPLE
    journeys = PERSON_ONLY
    settings = RemoveFromPeopleListSettings

    def check(self, place: Place[RemoveFromPeopleListSettings]) -> Iterator[Problem]:
        yield from check_static(place, "people_list", place.settings.list)

    def work(self, place: Place[RemoveFromPeopleListSettings], rows: Rows) -> Work:
        row = place.reference("people_list", place.settings.list, "list")
        register = people_list(rows.ground, row)
        return Work(
            checks=(Check(Outcome.NOT_MEMBER, negated(rows.value(register)), idle=True),),
            changes=(Change(register, exp.false()),),
        )
