"""Account audience: which accounts enter an account journey."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.conditions import Condition, ConditionCompiler
from engine.journey.contract import ACCOUNT_ONLY, OUT, Category, JourneyNode, Place, Port, Role, Settings
from engine.journey.memberships import account_list
from engine.journey.rows import Rows
from engine.journey.saved import belongs, check_saved
from engine.problems import Problem
from engine.texts import say


class AudienceInput(StrEnum):
    """Where the accounts come from."""

    AUDIENCE = "audience"
    LIST = "list"
    SAVED = "saved"


class AccountAudienceSettings(Settings):
    """An audience, saved or described here, a live account list, or what a campaign saved."""

    input: AudienceInput = Field(default=AudienceInput.AUDIENCE, title="Input type")
    audience: Annotated[str, Hint("reference", "account_audience")] = Field(
        default="", title="Account audience", description="A saved audience."
    )
    condition: Condition | None = Field(
        default=None, title="Condition", description="Instead of a saved audience; without filters, all accounts."
    )
    list: Annotated[str, Hint("reference", "account_list")] = Field(default="", title="Account list")
    saved: Annotated[str, Hint("audience")] = Field(
        default="", title="Audience of a campaign",
        description="Accounts, or people: then the accounts that at least one of them belongs to.",
    )  # fmt: skip


class AccountAudience(JourneyNode[AccountAudienceSettings]):
    """Let the accounts of an audience or a list enter, evaluated every day."""

    type_id = "account-audience"
    title = "Account audience"
    category = Category.AUDIENCE
    icon = "ph.buildings"
    role = Role.SOURCE
    journeys = ACCOUNT_ONLY
    settings = AccountAudienceSettings
    most_inputs = 0

    def ports(self, settings: AccountAudienceSettings) -> tuple[Port, ...]:
        del settings
        return (Port(OUT, say("Entered")),)

    def check(self, place: Place[AccountAudienceSettings]) -> Iterator[Problem]:
        settings = place.settings
        if settings.input is AudienceInput.SAVED:
            yield from check_saved(place, settings.saved)
        elif settings.input is AudienceInput.LIST:
            yield from place.check_reference("account_list", settings.list, "list", live=True)
        elif settings.audience:
            yield from place.check_reference("account_audience", settings.audience, "audience")
        elif settings.condition is None:
            yield Problem(
                code="missing-setting",
                what="No audience is chosen.",
                fix="Choose an account audience or an account list.",
                field="audience",
                check="V01",
            )

    def members(self, place: Place[AccountAudienceSettings], rows: Rows) -> exp.Expr:
        settings = place.settings
        if settings.input is AudienceInput.SAVED:
            return belongs(place.world, rows, settings.saved)
        if settings.input is AudienceInput.LIST:
            row = place.reference("account_list", settings.list, "list")
            return rows.value(account_list(rows.ground, row))
        condition = settings.condition or Condition()
        if settings.audience:
            saved = place.reference("account_audience", settings.audience, "audience")
            condition = Condition.model_validate_json(str(saved.get("definition") or "{}"))
        return ConditionCompiler(place.world, rows, of_people=False).condition(condition)
