"""Remove from account list: end the account's membership of a static list."""

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
from engine.trees import negated


class RemoveFromAccountListSettings(Settings):
    """Which list."""

    list: Annotated[str, Hint("reference", "account_list")] = Field(
        default="", title="List", description="A live static account list."
    )


class RemoveFromAccountList(Action[RemoveFromAccountListSettings]):
    """End the account's membership of a static list."""

    type_id = "acct.remove_from_list"
    title = "Remove from account list"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = RemoveFromAccountListSettings

    def check(self, place: Place[RemoveFromAccountListSettings]) -> Iterator[Problem]:
        yield from check_static(place, "account_list", place.settings.list)

    def work(self, place: Place[RemoveFromAccountListSettings], rows: Rows) -> Work:
        row = place.reference("account_list", place.settings.list, "list")
        register = account_list(rows.ground, row)
        return Work(
            checks=(Check(Outcome.NOT_MEMBER, negated(rows.value(register)), idle=True),),
            changes=(Change(register, exp.false()),),
        )
