"""Change program data: write an attribute of the person's membership of a program."""

import json
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import PERSON_ONLY, Action, Change, Context, Place, Settings, Work, unset
from engine.journey.memberships import program_data
from engine.journey.rows import Rows
from engine.journey.values import no_change, parsed
from engine.problems import Problem
from engine.texts import one_of, quoted, say
from engine.types import STRING


class ChangeProgramDataSettings(Settings):
    """Of which program, which attribute, and its new value."""

    program: Annotated[str, Hint("reference", "program")] = Field(default="", title="Program")
    attribute: str = Field(default="", title="Attribute", description="The API name.")
    value: str = Field(default="", title="New value", description="NULL clears it.")


class ChangeProgramData(Action[ChangeProgramDataSettings]):
    """Write an attribute of the person's membership of a program."""

    type_id = "pj.change_program_data"
    title = "Change program data"
    context = Context.PEOPLE
    journeys = PERSON_ONLY
    settings = ChangeProgramDataSettings

    def check(self, place: Place[ChangeProgramDataSettings]) -> Iterator[Problem]:
        yield from place.check_reference("program", place.settings.program, "program")
        program = place.world.references.find("program", place.settings.program) if place.settings.program else None
        kind = place.world.references.find("program_type", str(program.get("type_id") or "")) if program else None
        known: dict[str, str] = json.loads(str(kind.get("attributes") or "{}")) if kind else {}
        if program is not None and place.settings.attribute not in known:
            what = say("The program has no attribute {attribute}.", attribute=quoted(place.settings.attribute))
            yield unset(what, "attribute", one_of(sorted(known)))

    def work(self, place: Place[ChangeProgramDataSettings], rows: Rows) -> Work:
        program = place.reference("program", place.settings.program, "program")
        register = program_data(str(program["program_id"]), place.settings.attribute)
        old, new = rows.value(register), parsed(STRING, place.settings.value)
        return Work(checks=(no_change(old, new),), changes=(Change(register, new),), before=old, after=new)
