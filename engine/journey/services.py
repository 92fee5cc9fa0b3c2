"""External services, answered here by stubs: no call leaves the machine, and nothing that a stub holds is executed.

A stub is JSON: `{"kind": "fixed", "values": {...}}`, or `{"kind": "cases", "cases": [{"when": CONDITION, "values":
{...}}], "otherwise": {...}}`, or `{"kind": "lookup", "by_id": {"A1": {...}}}`, or `{"kind": "formulas", "formulas":
{"tier": "Iif(@employees > 1000, 'high', 'low')"}}` in the expression language over the fields of the account or person.
What a service writes comes by its mapping (`incoming`: its name to our field) when it has answered. Beside the stub
stand `latency` (seconds), `failure_rate` (0 to 1, drawn by hash), `failures` (ids that always fail) and `times_out` (a
switch for tests).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError
from sqlglot import exp

from engine.catalog.sources import Clock, Surroundings, Typed
from engine.expressions import compile_expression
from engine.expressions.native import MURMUR3
from engine.journey.conditions import Condition, ConditionCompiler
from engine.journey.contract import ERROR, Change, Check, Exit, Outcome, Passage, Place, Telling, Work
from engine.journey.options import RunMode
from engine.journey.order import MINUTE, SECOND
from engine.journey.registers import Entity
from engine.journey.rows import Rows, field_register
from engine.journey.values import as_text, same
from engine.journey.world import JourneyWorld, Row
from engine.misfits import misfit
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import any_of, number, query, text, tree
from engine.types import BOOLEAN, DOUBLE, LONG, STRING, DataType

_CHANGED = {Entity.ACCOUNT: "account.dataValueChanged", Entity.PERSON: "person.dataValueChanged"}
_ACCOUNTS = ("account", "accounts")
Values = dict[str, str | int | float | bool | None]


class Case(BaseModel):
    """An answer for those who meet a condition."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    when: Condition
    values: Values = Field(default_factory=Values)


class Stub(BaseModel):
    """What a service answers in a rehearsal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str = Field(default="fixed", pattern="^(fixed|cases|lookup|formulas)$")
    values: Values = Field(default_factory=Values)
    cases: tuple[Case, ...] = ()
    otherwise: Values = Field(default_factory=Values)
    by_id: dict[str, Values] = Field(default_factory=dict[str, Values])
    formulas: dict[str, str] = Field(default_factory=dict[str, str])
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
        self._row = row
        self._stub = stub_of(row)
        self.timeout = int(row.get("timeout_min") or 1) * MINUTE
        self.latency = self._stub.latency * SECOND

    def value(self, name: str) -> exp.Expr:
        """What the service answers for a row, as text."""
        stub = self._stub
        if stub.kind == "formulas":
            return self._formula(name)
        if stub.kind == "fixed":
            return _text(stub.values.get(name))
        if stub.kind == "lookup":
            return self._looked_up(name)
        found = exp.Case(default=_text(stub.otherwise.get(name)))
        compiler = ConditionCompiler(self._place.world, self._rows, of_people=self._rows.of_people)
        for case in stub.cases:
            found = found.when(compiler.condition(case.when), _text(case.values.get(name)), copy=False)
        return exp.Paren(this=found) if stub.cases else _text(stub.otherwise.get(name))

    def typed(self, name: str) -> Typed:
        """The same as its description types it; as text, where it does not."""
        kind = _declared(self._row).get(name, STRING)
        value = self.value(name)
        return Typed(value if kind is STRING else exp.TryCast(this=value, to=kind.to_sql()), kind)

    def _looked_up(self, name: str) -> exp.Expr:
        """The answer of a table by the id of the row: one text literal and a join, however many answers there are."""
        said = {key: _as_said(values.get(name)) for key, values in self._stub.by_id.items()}
        answers = json.dumps({key: one for key, one in said.items() if one is not None})
        found = query(
            "SELECT JSON_EXTRACT_STRING(e.value, '$') AS said FROM JSON_EACH($answers) AS e WHERE e.key = $id",
            answers=text(answers), id=self._id(),
        )  # fmt: skip
        return found.subquery(copy=False)

    def _formula(self, name: str) -> exp.Expr:
        if name not in self._stub.formulas:
            return _text(None)
        found = self._computed(name)
        return found if self._rows.ground.options.stop_on_error else exp.Try(this=found)

    def _computed(self, name: str) -> exp.Expr:
        found = compile_expression(self._stub.formulas[name], _Fields(self._place.world, self._rows))
        return exp.Cast(this=exp.Paren(this=found.tree), to=exp.DataType(this=exp.DType.VARCHAR))

    def _uncomputable(self) -> exp.Expr:
        """Whether a formula has no result for a row, such as a product that is too large; an empty result is one."""
        return any_of([
            tree("TRY({'said': $said}) IS NULL", said=self._computed(name)) for name in self._stub.formulas
        ])  # fmt: skip

    def passage(self, port: exp.Expr, failed: exp.Expr) -> Passage:
        """Where a row goes: by `port`, but where it `failed` by the path for that. What cannot be computed for a row
        is an error of the run: it leaves the journey at once, or is passed over where it is a person of an account."""
        ways = exp.Case(default=exp.Paren(this=port))
        at = self.answered_at(failed)
        if self._stub.kind != "formulas" or self._rows.ground.options.stop_on_error:
            return Passage(exp.Paren(this=ways.when(failed.copy(), text(ERROR), copy=False)), at=at)
        wrong = self._uncomputable()
        within = self._rows.of_people and not self._place.world.of_people
        ways = ways.when(wrong, text(ERROR) if within else exp.null(), copy=False)
        reason: exp.Expr = exp.null()
        if not within:
            reason = exp.Case(default=reason).when(wrong.copy(), text(Exit.ERROR), copy=False)
            at = exp.Case(default=at).when(wrong.copy(), self._rows["at"], copy=False)
        return Passage(exp.Paren(this=ways.when(failed.copy(), text(ERROR), copy=False)), exp.Paren(this=reason),
                       at=exp.Paren(this=at))  # fmt: skip

    def written(self) -> Work:
        """What comes of a call for a row that stands at its answer: it failed, or fields of ours get what it said.

        The rows have the `port` by which they leave. Errors: unknown-attribute.
        """
        rows, entity = self._rows, self._entity
        late = self._stub.times_out or self.latency > self.timeout
        checks = [
            Check(Outcome.QUEUED, exp.GT(this=rows["at"], expression=number(rows.ground.end))),
            Check(
                Outcome.TIMED_OUT if late else Outcome.FAILED,
                tree("COALESCE(v.port = $error, TRUE)", error=text(ERROR)),
            ),
        ]
        changes: list[Change] = []
        tellings: list[Telling] = []
        same_: list[exp.Expr] = []
        source = text(f"external:{self._row.get('name')}")
        for theirs, ours in sorted(mapping_of(self._row).incoming.items()):
            kind = rows.ground.attribute_type(entity, ours)
            register = field_register(entity, ours, kind)
            old = rows.value(register)
            said = exp.TryCast(this=exp.Paren(this=self.value(theirs)), to=kind.to_sql())
            # A service that says nothing of a field leaves it as it is.
            new = exp.Coalesce(this=said, expressions=[old.copy()])
            unchanged = same(old, new)
            same_.append(unchanged)
            changes.append(Change(register, new))
            changed = exp.Case(default=exp.null()).when(unchanged.copy(), exp.null(), copy=False)
            changed.set("default", text(ours))
            tellings.append(
                Telling(
                    _CHANGED[entity],
                    {
                        "attribute": changed,
                        "old_value": as_text(old),
                        "new_value": as_text(new),
                        "source": source,
                    },
                    of_person=entity is Entity.PERSON,
                )
            )
        if changes:
            checks.append(Check(Outcome.NO_CHANGE, exp.and_(*same_), idle=True))
        return Work(checks=tuple(checks), changes=tuple(changes), tellings=tuple(tellings))

    @property
    def _entity(self) -> Entity:
        return Entity.PERSON if self._rows.of_people else Entity.ACCOUNT

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
            failed=failed,
            timeout=number(self.timeout),
            latency=number(self.latency),
        )

    def _id(self) -> exp.Expr:
        return self._rows.field(self._entity, f"{self._entity.columns[0]}_id").tree


class _Fields:
    """The fields of the account or person of a row, as formulas name them."""

    def __init__(self, world: JourneyWorld, rows: Rows) -> None:
        self._world, self._rows = world, rows
        self._entity = Entity.PERSON if rows.of_people else Entity.ACCOUNT

    @property
    def surroundings(self) -> Surroundings:
        return Surroundings(self._world.catalog, Clock(self._world.now, self._world.zone))

    def attribute(self, path: str) -> Typed:
        return self._rows.field(self._entity, path)

    def names(self) -> Iterable[str]:
        return sorted(self._world.catalog.table_by_name[self._entity.name.lower()].by_name)

    def row_key(self) -> tuple[exp.Expr, ...]:
        return (self._rows["account"], self._rows["person"])


def stub_of(row: Row) -> Stub:
    """The stub of a service. Errors: wrong-stub."""
    try:
        return Stub.model_validate_json(str(row.get("stub") or "{}"))
    except ValidationError as error:
        raise EngineError(
            Problem(
                code="wrong-stub",
                what=say("The local answer of {name} cannot be read.", name=quoted(row.get("name"))),
                why=misfit(error.errors(include_url=False)[0]),
                fix="Correct it in its settings.",
                field="service",
                check="V08",
            )
        ) from error


def check_service(
    place: Place[Any], reference: str, attributes: Mapping[str, JsonValue], *, splits: bool, of_people: bool
) -> Iterator[Problem]:
    """What is wrong with the choice of a service: it must be active, of the right kind, its attributes filled."""
    yield from place.check_reference("external_action", reference, "service", live=True)
    row = place.world.references.find("external_action", reference) if reference else None
    if row is None:
        return
    if bool(row.get("split")) is not splits:
        chooses = bool(row.get("split"))
        yield Problem(
            code="wrong-service",
            what=say(
                "The service {name} chooses a path." if chooses else "The service {name} does not choose a path.",
                name=quoted(row.get("name")),
            ),
            fix="Choose another.",
            field="service",
            check="V08",
        )
    try:
        stub_of(row)
    except EngineError as error:
        yield error.problem
    context = str(row.get("context") or "")
    wanted = ("people", "people-in-account") if of_people else _ACCOUNTS
    if context and context not in wanted:
        yield Problem(
            code="wrong-service",
            what=say("The service {name} is about {context}.", name=quoted(row.get("name")), context=context),
            fix="Choose another.",
            field="service",
            check="V08",
        )
    for name in mapping_of(row).required:
        if attributes.get(name) in (None, ""):
            yield Problem(
                code="missing-setting",
                what=say("The attribute {name} is not set.", name=quoted(name)),
                fix="Fill it in.",
                field=f"attributes.{name}",
                check="V02",
            )


class Mapped(BaseModel):
    """What of a service's mapping is looked at: what it asks for, and which fields it is sent and writes (its name to
    ours)."""

    model_config = ConfigDict(extra="ignore")

    required: list[str] = Field(default_factory=list[str])
    outgoing: dict[str, str] = Field(default_factory=dict[str, str])
    incoming: dict[str, str] = Field(default_factory=dict[str, str])


def mapping_of(row: Row) -> Mapped:
    """The attributes that a service asks for, and the fields that it is sent and writes."""
    try:
        return Mapped.model_validate_json(str(row.get("mapping") or "{}"))
    except ValidationError:
        return Mapped()


def context_of(row: Row) -> str:
    """The class of those whom a service is about: account or person."""
    return "account" if row.get("context") in _ACCOUNTS else "person"


class AskedAttribute(BaseModel):
    """A value that a service asks of the node which calls it; `type` as in its description."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = Field(min_length=1)
    type: str = "string"
    required: bool = False


class _Described(BaseModel):
    """The part of a service's description that is looked at here."""

    model_config = ConfigDict(extra="ignore")

    attributes: list[AskedAttribute] = Field(default_factory=list[AskedAttribute])
    accessors: list[dict[str, JsonValue]] = Field(default_factory=list[dict[str, JsonValue]])


_TYPES: Mapping[str, DataType] = {"integer": LONG, "number": DOUBLE, "boolean": BOOLEAN}


def attributes_of(row: Row) -> tuple[AskedAttribute, ...]:
    """What a service asks of the node: as described, and what else its mapping requires."""
    described = _described(row).attributes
    names = {one.name for one in described}
    more = (AskedAttribute(name=name, required=True) for name in mapping_of(row).required if name not in names)
    return (*described, *more)


def _described(row: Row) -> _Described:
    try:
        return _Described.model_validate_json(str(row.get("spec") or "{}"))
    except ValidationError:
        return _Described()


def _declared(row: Row) -> dict[str, DataType]:
    """The types of what a service answers."""
    found = _described(row)
    return {str(one.get("name")): _TYPES.get(str(one.get("type")), STRING) for one in found.accessors}


def _as_said(value: str | int | float | bool | None) -> str | None:
    """An answer as the text that it is compared as."""
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _text(value: str | int | float | bool | None) -> exp.Expr:
    said = _as_said(value)
    return exp.null() if said is None else text(said)
