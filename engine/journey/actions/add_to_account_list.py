"""Add to account list: make the account a member of a static list."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import ACCOUNT_ONLY, Action, Change, Check, Context, Outcome, Place, Settings, Work
from engine.journey.lists import check_static
from engine.journey.memberships import account_list
from engine.journey.rows import Rows
from engine.problems import Problem


class AddToAccountListSettings(Settings):
    """Which list."""

    list: Annotated[str, Hint("reference", "account_list")] = Field(
        default="", title="List", description="A live static account list."
    )


class AddToAccountList(Action[AddToAccountListSettings]):
    """Make the account a member of a static list."""

    type_id = "acct.add_to_list"
    title = "Add to account list"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = AddToAccountListSettings

    def check(self, place: Place[AddToAccountListSettings]) -> Iterator[Problem]:
        yield from check_static(place, "account_list", place.settings.list)

    def work(self, place: Place[AddToAccountListSettings], rows: Rows) -> Work:
        row = place.reference("account_list", place.settings.list, "list")
        register = account_list(rows.ground, row)
        return Work(
            checks=(Check(Outcome.ALREADY_MEMBER, rows.value(register), idle=True),),
            changes=(Change(register, exp.true()),),
        )
