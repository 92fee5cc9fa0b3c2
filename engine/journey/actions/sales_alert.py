"""Send sales alert: one e-mail per account to the sales team, about the account's buying group."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import ACCOUNT_ONLY, Action, Check, Context, Outcome, Place, Settings, Work, unset
from engine.journey.emails import is_address
from engine.journey.memberships import has_buying_group
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import negated, text

MOST_ADDRESSES = 500


class SalesAlertSettings(Settings):
    """About which interest, and to whom."""

    interest: Annotated[str, Hint("reference", "solution_interest")] = Field(default="", title="Solution interest")
    addresses: tuple[str, ...] = Field(default=(), title="Send e-mail to")


class SalesAlert(Action[SalesAlertSettings]):
    """Send one e-mail per account to the sales team, about the account's buying group."""

    type_id = "acct.sales_alert"
    title = "Send sales alert"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = SalesAlertSettings

    def check(self, place: Place[SalesAlertSettings]) -> Iterator[Problem]:
        settings = place.settings
        yield from place.check_reference("solution_interest", settings.interest, "interest")
        if not settings.addresses:
            yield unset("Nobody gets the alert.", "addresses", "Write at least one address.")
        if len(settings.addresses) > MOST_ADDRESSES:
            yield Problem(
                code="many-addresses",
                what=say("{n} address(es) (is|are) given.", n=len(settings.addresses)),
                why=say("At most {most_addresses} are allowed.", most_addresses=MOST_ADDRESSES),
                fix="Use an alias.",
                field="addresses",
                check="V02",
            )
        for position, address in enumerate(settings.addresses):
            if not is_address(address):
                yield Problem(
                    code="wrong-address",
                    what=say("{address} is no e-mail address.", address=quoted(address)),
                    fix="Correct it.",
                    field=f"addresses[{position}]",
                    check="V02",
                    values={"address": address},
                )

    def work(self, place: Place[SalesAlertSettings], rows: Rows) -> Work:
        interest = place.reference("solution_interest", place.settings.interest, "interest")
        group = rows.value(has_buying_group(rows.ground, str(interest["si_id"])))
        recipients = text(", ".join(place.settings.addresses))
        return Work(
            checks=(Check(Outcome.NO_BUYING_GROUP, negated(group)),),
            done=Outcome.SENT,
            detail={"channel": text("sales_alert"), "recipients": recipients, "address": recipients.copy()},
        )
