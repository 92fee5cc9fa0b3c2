"""Update person profile: give a field of the person a new value. A person of several accounts is one person."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import Action, Change, Context, Place, Settings, Telling, Work
from engine.journey.emails import is_address
from engine.journey.registers import Entity
from engine.journey.rows import Rows, field_register
from engine.journey.values import as_text, attribute_of, check_update, no_change, parsed
from engine.problems import Problem
from engine.trees import text


class UpdatePersonProfileSettings(Settings):
    """The field and its new value."""

    attribute: Annotated[str, Hint("field", "person")] = Field(default="", title="Attribute")
    value: str = Field(default="", title="New value", description="Empty, or NULL, clears the field.")


class UpdatePersonProfile(Action[UpdatePersonProfileSettings]):
    """Give a field of the person a new value."""

    type_id = "ppl.update_profile"
    title = "Update person profile"
    classic_title = "Change data value"
    context = Context.PEOPLE
    settings = UpdatePersonProfileSettings

    def check(self, place: Place[UpdatePersonProfileSettings]) -> Iterator[Problem]:
        settings = place.settings
        yield from check_update(place, "person", settings.attribute, settings.value)
        if settings.attribute == "email" and not is_address(settings.value):
            yield Problem(code="wrong-value", what="The e-mail address must stay a valid one.",
                          fix="Write an address such as ada@example.com.", field="value", check="V02")  # fmt: skip

    def work(self, place: Place[UpdatePersonProfileSettings], rows: Rows) -> Work:
        settings = place.settings
        kind = attribute_of(place, "person", settings.attribute).type
        register = field_register(Entity.PERSON, settings.attribute, kind)
        old, new = rows.value(register), parsed(kind, settings.value)
        return Work(
            checks=(no_change(old, new),),
            changes=(Change(register, new),),
            tellings=(
                Telling(
                    "person.dataValueChanged",
                    {"attribute": text(settings.attribute), "old_value": as_text(old), "new_value": as_text(new),
                     "source": text("journey"), "reason": text(f"{place.world.name}/{place.label}")},
                    of_person=True,
                ),
            ),
            before=as_text(old),
            after=as_text(new),
        )  # fmt: skip
