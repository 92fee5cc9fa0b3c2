"""Update account profile: give a field of the account a new value."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import ACCOUNT_ONLY, Action, Change, Context, Place, Settings, Telling, Work
from engine.journey.registers import Entity
from engine.journey.rows import Rows, field_register
from engine.journey.values import CLEAR, as_text, attribute_of, check_update, no_change, parsed
from engine.problems import Problem
from engine.trees import text


class UpdateAccountProfileSettings(Settings):
    """The field and its new value."""

    attribute: Annotated[str, Hint("field", "account")] = Field(default="", title="Attribute")
    value: str = Field(default="", title="New value", description="Empty, or NULL, clears the field.")


class UpdateAccountProfile(Action[UpdateAccountProfileSettings]):
    """Give a field of the account a new value."""

    type_id = "acct.update_profile"
    title = "Update account profile"
    classic_title = "Change account data value"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = UpdateAccountProfileSettings

    def check(self, place: Place[UpdateAccountProfileSettings]) -> Iterator[Problem]:
        settings = place.settings
        yield from check_update(place, "account", settings.attribute, settings.value)
        if settings.attribute == "name" and settings.value.strip() in CLEAR:
            yield Problem(code="wrong-value", what="The name of an account cannot be cleared.",
                          fix="Write a name.", field="value", check="V02")  # fmt: skip

    def work(self, place: Place[UpdateAccountProfileSettings], rows: Rows) -> Work:
        settings = place.settings
        kind = attribute_of(place, "account", settings.attribute).type
        register = field_register(Entity.ACCOUNT, settings.attribute, kind)
        old, new = rows.value(register), parsed(kind, settings.value)
        return Work(
            checks=(no_change(old, new),),
            changes=(Change(register, new),),
            tellings=(
                Telling(
                    "account.dataValueChanged",
                    {"attribute": text(settings.attribute), "old_value": as_text(old), "new_value": as_text(new),
                     "source": text("journey"), "reason": text(f"{place.world.name}/{place.label}")},
                ),
            ),
            before=as_text(old),
            after=as_text(new),
        )  # fmt: skip
