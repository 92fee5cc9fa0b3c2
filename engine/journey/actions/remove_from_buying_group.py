"""Remove from buying group: the person is no longer a member of this account's group."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import (
    ACCOUNT_ONLY,
    Action,
    Change,
    Check,
    Context,
    Outcome,
    Place,
    Settings,
    Telling,
    Work,
)
from engine.journey.memberships import group_member, has_buying_group, member_source, was_removed
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.trees import negated, sure, text
from engine.types import STRING


class RemoveFromBuyingGroupSettings(Settings):
    """Of which interest."""

    interest: Annotated[str, Hint("reference", "solution_interest")] = Field(default="", title="Solution interest")


class RemoveFromBuyingGroup(Action[RemoveFromBuyingGroupSettings]):
    """Take the person out of the account's buying group."""

    type_id = "ppl.remove_bg"
    title = "Remove from buying group"
    context = Context.PEOPLE
    journeys = ACCOUNT_ONLY
    settings = RemoveFromBuyingGroupSettings

    def check(self, place: Place[RemoveFromBuyingGroupSettings]) -> Iterator[Problem]:
        yield from place.check_reference("solution_interest", place.settings.interest, "interest")

    def work(self, place: Place[RemoveFromBuyingGroupSettings], rows: Rows) -> Work:
        interest = place.reference("solution_interest", place.settings.interest, "interest")
        key, ground = str(interest["si_id"]), rows.ground
        member, source = group_member(ground, key), member_source(ground, key)
        old = rows.value(member)
        by_hand = sure(rows.value(source).eq(text("manual")))
        return Work(
            checks=(
                Check(Outcome.NO_BUYING_GROUP, negated(rows.value(has_buying_group(ground, key)))),
                Check(Outcome.NOT_MEMBER, old.copy().is_(exp.null())),
                Check(Outcome.PRECEDENCE, by_hand),
            ),
            changes=(
                Change(member, exp.Cast(this=exp.null(), to=STRING.to_sql())),
                Change(was_removed(ground, key), exp.true()),
                Change(source, text("journey")),
            ),
            tellings=(
                Telling(
                    "person.removedFromBuyingGroup",
                    {"asset_id": text(key), "asset_name": text(str(interest["name"])), "old_value": old.copy(),
                     "source": text("journey")},
                    of_person=True,
                ),
            ),
            before=old.copy(),
        )  # fmt: skip
