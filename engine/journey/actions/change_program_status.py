"""Change program status: make the person a member of a program, or move a member on, forward or sideways only."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.accounts.tables.lists import NO_STATUS
from engine.contract import Hint
from engine.journey.contract import PERSON_ONLY, Action, Change, Check, Context, Outcome, Place, Settings, Work
from engine.journey.memberships import program_status
from engine.journey.rows import Rows
from engine.journey.values import no_change
from engine.journey.world import Row
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import any_of, negated, text


class ChangeProgramStatusSettings(Settings):
    """Of which program, and to what."""

    program: Annotated[str, Hint("reference", "program")] = Field(default="", title="Program")
    status: str = Field(
        default="", title="Status", description=say("{none} takes the person out.", none=quoted(NO_STATUS))
    )


class ChangeProgramStatus(Action[ChangeProgramStatusSettings]):
    """Make the person a member of a program, or move a member to a status of the same or a later step."""

    type_id = "pj.change_program_status"
    title = "Change program status"
    context = Context.PEOPLE
    journeys = PERSON_ONLY
    settings = ChangeProgramStatusSettings

    def check(self, place: Place[ChangeProgramStatusSettings]) -> Iterator[Problem]:
        yield from place.check_reference("program", place.settings.program, "program")
        program = place.world.references.find("program", place.settings.program) if place.settings.program else None
        if program is None or place.settings.status == NO_STATUS:
            return
        names = [str(row["name"]) for row in _steps(place, program)]
        if place.settings.status not in names:
            yield Problem(
                code="unknown-reference" if place.settings.status else "missing-setting",
                what=say("The program has no status {status}.", status=quoted(place.settings.status)),
                fix=say("Choose one of {names}.", names=', '.join([*names, NO_STATUS])), field="status", check="V08",
            )  # fmt: skip

    def work(self, place: Place[ChangeProgramStatusSettings], rows: Rows) -> Work:
        program = place.reference("program", place.settings.program, "program")
        register = program_status(rows.ground, str(program["program_id"]))
        old = rows.value(register)
        if place.settings.status == NO_STATUS:
            nobody = old.copy().is_(exp.null())
            cleared = exp.Cast(this=exp.null(), to=exp.DataType(this=exp.DType.TEXT))
            return Work(
                checks=(Check(Outcome.NOT_MEMBER, nobody, idle=True),), changes=(Change(register, cleared),),
                before=old, after=exp.null(),
            )  # fmt: skip
        new = text(place.settings.status)
        steps = {str(row["name"]): int(row["step"] or 0) for row in _steps(place, program)}
        step = steps.get(place.settings.status, 0)
        behind = [text(name) for name, other in steps.items() if other <= step]
        may = any_of([old.copy().is_(exp.null()), exp.In(this=old.copy(), expressions=behind or [new.copy()])])
        return Work(
            checks=(no_change(old, new), Check(Outcome.INVALID_TRANSITION, negated(may))),
            changes=(Change(register, new),),
            before=old,
            after=new,
        )


def _steps(place: Place[ChangeProgramStatusSettings], program: Row) -> list[Row]:
    """The statuses of the program's type, by step."""
    rows = place.world.references.rows("program_status", type_id=program.get("type_id"))
    return sorted(rows, key=lambda row: (int(row["step"] or 0), str(row["name"])))
