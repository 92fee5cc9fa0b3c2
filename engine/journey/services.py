"""External services, answered here by stubs: no call leaves the machine, and nothing that a stub holds is executed.

A stub is JSON: `{"kind": "fixed", "values": {...}}`, or `{"kind": "cases", "cases": [{"when": CONDITION, "values":
{...}}], "otherwise": {...}}`, or `{"kind": "lookup", "by_id": {"A1": {...}}}`. Beside it stand `latency` (seconds),
`failure_rate` (0 to 1, drawn by hash), `failures` (ids that always fail) and `times_out` (a switch for tests).
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError
from sqlglot import exp

from engine.expressions.native import MURMUR3
from engine.journey.conditions import Condition, ConditionCompiler
from engine.journey.contract import Place
from engine.journey.options import RunMode
from engine.journey.order import MINUTE, SECOND
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.world import Row
from engine.problems import EngineError, Problem
from engine.trees import any_of, number, text, tree

Values = dict[str, str | int | float | bool | None]


class Case(BaseModel):
    """An answer for those who meet a condition."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    when: Condition
    values: Values = Field(default_factory=Values)


class Stub(BaseModel):
    """What a service answers in a rehearsal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str = Field(default="fixed", pattern="^(fixed|cases|lookup)$")
    values: Values = Field(default_factory=Values)
    cases: tuple[Case, ...] = ()
    otherwise: Values = Field(default_factory=Values)
    by_id: dict[str, Values] = Field(default_factory=dict[str, Values])
    latency: int = Field(default=0, ge=0)
    failure_rate: float = Field(default=0, ge=0, le=1)
    failures: tuple[str, ...] = ()
    times_out: bool = False


class Call:
    """A service as one node calls it."""

    def __init__(self, place: Place[Any], rows: Rows, reference: str) -> None:
        self._place = place
        self._rows = rows
        row = place.reference("external_action", reference, "service")
        self._stub = stub_of(row)
        self.timeout = int(row.get("timeout_min") or 1) * MINUTE
        self.latency = self._stub.latency * SECOND

    def value(self, name: str) -> exp.Expr:
        """What the service answers for a row, as text."""
        stub = self._stub
        if stub.kind == "fixed":
            return _text(stub.values.get(name))
        found = exp.Case(default=_text(stub.otherwise.get(name)))
        if stub.kind == "lookup":
            if not stub.by_id:
                return _text(None)
            for key, values in stub.by_id.items():
                found = found.when(self._id().eq(text(key)), _text(values.get(name)), copy=False)
            return exp.Paren(this=found)
        compiler = ConditionCompiler(self._place.world, self._rows, of_people=self._rows.of_people)
        for case in stub.cases:
            found = found.when(compiler.condition(case.when), _text(case.values.get(name)), copy=False)
        return exp.Paren(this=found) if stub.cases else _text(stub.otherwise.get(name))

    def failed(self) -> exp.Expr:
        """Whether a row gets no answer in time."""
        if self._stub.times_out or self.latency > self.timeout:
            return exp.true()
        reasons: list[exp.Expr] = []
        if self._stub.failures:
            reasons.append(exp.In(this=self._id(), expressions=[text(one) for one in self._stub.failures]))
        if self._stub.failure_rate:
            seed = text(f"{self._rows.ground.options.random_seed}:")
            drawn = MURMUR3(tree("$seed || $id || $node", seed=seed, id=self._id(), node=text(f":{self._place.node}")))
            least = number(int(self._stub.failure_rate * (1 << 32)))
            reasons.append(exp.LT(this=drawn, expression=least))
        return any_of(reasons)

    def answered_at(self, failed: exp.Expr) -> exp.Expr:
        """When a row goes on: at the answer, or when the service has had its time."""
        if self._rows.ground.options.mode is RunMode.STRUCTURE:
            return self._rows["at"]
        return tree(
            "v.at + CASE WHEN $failed THEN $timeout ELSE $latency END",
            failed=failed, timeout=number(self.timeout), latency=number(self.latency),
        )  # fmt: skip

    def _id(self) -> exp.Expr:
        entity = Entity.PERSON if self._rows.of_people else Entity.ACCOUNT
        return self._rows.field(entity, f"{entity.columns[0]}_id").tree


def stub_of(row: Row) -> Stub:
    """The stub of a service. Errors: wrong-stub."""
    try:
        return Stub.model_validate_json(str(row.get("stub") or "{}"))
    except ValidationError as error:
        raise EngineError(
            Problem(code="wrong-stub", what=f"The local answer of {row.get('name')!r} cannot be read.",
                    why=str(error.errors(include_url=False)[0]["msg"]), fix="Correct it in its settings.",
                    field="service", check="V08")
        ) from error  # fmt: skip


def check_service(
    place: Place[Any], reference: str, attributes: dict[str, JsonValue], *, splits: bool
) -> Iterator[Problem]:
    """What is wrong with the choice of a service: it must be active, of the right kind, its attributes filled."""
    yield from place.check_reference("external_action", reference, "service", live=True)
    row = place.world.references.find("external_action", reference) if reference else None
    if row is None:
        return
    if bool(row.get("split")) is not splits:
        kind = "chooses a path" if row.get("split") else "does not choose a path"
        yield Problem(code="wrong-service", what=f"The service {row.get('name')!r} {kind}.", fix="Choose another.",
                      field="service", check="V08")  # fmt: skip
    try:
        stub_of(row)
    except EngineError as error:
        yield error.problem
    for name in _required(row):
        if attributes.get(name) in (None, ""):
            yield Problem(code="missing-setting", what=f"The attribute {name!r} is not set.", fix="Fill it in.",
                          field=f"attributes.{name}", check="V02")  # fmt: skip


class _Mapping(BaseModel):
    """The part of a service's mapping that is looked at here."""

    model_config = ConfigDict(extra="ignore")

    required: list[str] = Field(default_factory=list[str])


def _required(row: Row) -> list[str]:
    """The names of the attributes that a service asks for."""
    try:
        return _Mapping.model_validate_json(str(row.get("mapping") or "{}")).required
    except ValidationError:
        return []


def _text(value: str | int | float | bool | None) -> exp.Expr:
    if value is None:
        return exp.null()
    return text(str(value).lower() if isinstance(value, bool) else str(value))
