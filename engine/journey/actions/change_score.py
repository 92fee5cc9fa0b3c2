"""Change score: add to a score of the person, take from it, or set it."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import ACCOUNT_ONLY, Action, Change, Context, Place, Settings, Telling, Work
from engine.journey.registers import Entity
from engine.journey.rows import Rows, field_register
from engine.journey.values import as_text, attribute_of
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import number, text
from engine.types import Family

_FORM = re.compile(r"([+\-=]?)(\d{1,9})")


class ChangeScoreSettings(Settings):
    """Which score, and how it changes."""

    score: Annotated[str, Hint("field", "person")] = Field(default="person_score", title="Score name")
    change: str = Field(default="", title="Change", description="+10 adds, -5 takes away, =50 sets.")


class ChangeScore(Action[ChangeScoreSettings]):
    """Add to a score of the person, take from it, or set it."""

    type_id = "ppl.change_score"
    title = "Change score"
    context = Context.PEOPLE
    journeys = ACCOUNT_ONLY
    deprecated = True
    settings = ChangeScoreSettings

    def check(self, place: Place[ChangeScoreSettings]) -> Iterator[Problem]:
        attribute = attribute_of(place, "person", place.settings.score)
        if attribute.type.family is not Family.NUMBER:
            yield Problem(
                code="wrong-value",
                what=say("{attribute} is no number.", attribute=quoted(attribute.title)),
                fix="Choose a score.",
                field="score",
                check="V02",
            )
        if _FORM.fullmatch(place.settings.change) is None:
            yield Problem(
                code="wrong-value",
                what="The change is not a whole number.",
                field="change",
                check="V02",
                fix="Write +10 to add, -5 to take away, =50 to set.",
            )

    def work(self, place: Place[ChangeScoreSettings], rows: Rows) -> Work:
        kind = attribute_of(place, "person", place.settings.score).type
        register = field_register(Entity.PERSON, place.settings.score, kind)
        sign, digits = _parts(place.settings.change)
        amount = exp.Cast(this=number(-int(digits) if sign == "-" else int(digits)), to=kind.to_sql())
        old = rows.value(register)
        known = exp.Coalesce(this=old.copy(), expressions=[number(0)])
        new = amount if sign == "=" else exp.Paren(this=exp.Add(this=known, expression=amount.copy()))
        return Work(
            changes=(Change(register, amount, adds=sign != "="),),
            tellings=(
                Telling(
                    "leadOperation.scoreChanged",
                    {
                        "attribute": text(place.settings.score),
                        "reason": text(place.settings.change),
                        "old_value": as_text(old),
                        "new_value": as_text(new),
                        "source": text("journey"),
                    },
                    of_person=True,
                ),
            ),
            before=as_text(old),
            after=as_text(new),
        )


def _parts(change: str) -> tuple[str, str]:
    found = _FORM.fullmatch(change)
    return ("+", "0") if found is None else (found[1], found[2])
