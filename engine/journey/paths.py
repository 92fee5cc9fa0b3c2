"""Paths with conditions, as both splits have them: their checks, their labels, and which one is taken first."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict, Field
from sqlglot import exp

from engine.journey.conditions import Condition, ConditionCompiler
from engine.journey.contract import Port, path_port, remark
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import text

MOST_PATHS = 25


class ConditionPath(BaseModel):
    """A path and the condition to take it. The id is permanent; it names the output."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1, max_length=50, title="Id")
    label: str = Field(default="", max_length=100, title="Label")
    condition: Condition | None = Field(default=None, title="Condition")


def path_label(label: str, place: int) -> str:
    """What users read for a path with that label of its own, or none."""
    return label or say("Path {place}", place=place)


def path_output(path: str, label: str, place: int) -> Port:
    """The output of a path that has an id, called by its own label or else by its place."""
    return Port.named(path_port(path), label, path_label("", place))


def check_paths(paths: Sequence[ConditionPath]) -> Iterator[Problem]:
    """What is wrong with the paths of a split: V03, V06, V18, and ids that stand twice."""
    if not paths:
        yield Problem(code="no-path", what="The split has no path.", fix="Add a path.", field="paths", check="V03")
    if len(paths) > MOST_PATHS:
        yield Problem(
            code="many-paths",
            what=say(
                "The split has {n} path(s); at most {most_paths} are allowed.",
                n=len(paths),
                most_paths=MOST_PATHS,
            ),
            fix="Split in two steps.",
            field="paths",
            check="V06",
            values={"count": len(paths)},
        )
    seen: dict[str, int] = {}
    for place, path in enumerate(paths):
        field = f"paths[{place}]"
        if path.condition is None or not path.condition.filters:
            yield Problem(
                code="missing-condition",
                what=say("{path} has no condition.", path=quoted(path_label(path.label, place + 1))),
                fix="Add a filter.",
                field=f"{field}.condition",
                check="V03",
            )
        if path.id in seen:
            yield Problem(
                code="duplicate-id",
                what=say("Two paths have the id {path}.", path=quoted(path.id)),
                fix="Give each its own id.",
                field=f"{field}.id",
                check="V03",
                values={"id": path.id},
            )
        seen.setdefault(path.id, place)
        for earlier in range(place):
            if path.condition is not None and paths[earlier].condition == path.condition:
                yield remark(
                    "unreachable-path",
                    say(
                        "{path} has the same condition as an earlier path.",
                        path=quoted(path_label(path.label, place + 1)),
                    ),
                    fix="Nobody can take it; change its condition or remove it.",
                    check="V18",
                    field_name=field,
                )
                break


def chosen(paths: Sequence[ConditionPath], compiler: ConditionCompiler, otherwise: exp.Expr) -> exp.Expr:
    """The output of the first path whose condition holds. Errors: those of conditions, with the path of the field."""
    case = exp.Case(default=otherwise)
    for place, path in enumerate(paths):
        try:
            holds = compiler.condition(path.condition or Condition())
        except EngineError as error:
            raise EngineError(error.problem.at(field=f"paths[{place}].condition.")) from error
        case = case.when(holds, text(path_port(path.id)), copy=False)
    return exp.Paren(this=case)
