"""Update buying group status: write a word of your own on the account's buying group."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

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
    unset,
)
from engine.journey.memberships import buying_group, has_buying_group
from engine.journey.rows import Rows
from engine.journey.values import no_change
from engine.problems import Problem
from engine.trees import negated, text


class UpdateBuyingGroupStatusSettings(Settings):
    """Whose status, and the new one."""

    interest: Annotated[str, Hint("reference", "solution_interest")] = Field(default="", title="Solution interest")
    status: str = Field(default="", max_length=50, title="New status", description="At most 50 characters.")


class UpdateBuyingGroupStatus(Action[UpdateBuyingGroupStatusSettings]):
    """Write a status of your own words on the account's buying group."""

    type_id = "acct.bg_status"
    title = "Update buying group status"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = UpdateBuyingGroupStatusSettings

    def check(self, place: Place[UpdateBuyingGroupStatusSettings]) -> Iterator[Problem]:
        yield from place.check_reference("solution_interest", place.settings.interest, "interest")
        if not place.settings.status.strip():
            yield unset("The new status is empty.", "status", "Write it, in at most 50 characters.")

    def work(self, place: Place[UpdateBuyingGroupStatusSettings], rows: Rows) -> Work:
        interest = place.reference("solution_interest", place.settings.interest, "interest")
        register = buying_group(rows.ground, str(interest["si_id"]), "status")
        old, new = rows.value(register), text(place.settings.status.strip())
        group = rows.value(has_buying_group(rows.ground, str(interest["si_id"])))
        return Work(
            checks=(Check(Outcome.NO_BUYING_GROUP, negated(group)), no_change(old, new)),
            changes=(Change(register, new),),
            tellings=(
                Telling(
                    "account.buyingGroupStatusChanged",
                    {"asset_id": text(str(interest["si_id"])), "asset_name": text(str(interest["name"])),
                     "old_value": old, "new_value": new, "source": text("journey")},
                ),
            ),
            before=old,
            after=new,
        )  # fmt: skip
