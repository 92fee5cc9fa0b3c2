"""What is asked of a stored population: its counts and the questions of its activity, in one statement. Pure values.

The statement is written once for a node and kept with it, however often the node is counted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlglot import exp

from engine.catalog.sources import Sources
from engine.contract import Counted, Place
from engine.fingerprints import SqlText, fingerprint, text_of
from engine.registry import AnyActivity
from engine.relations import PORT, Relation
from engine.types import STRING

PORTS, LEFT, TALLY, ASKED = "ports", "left", "tally", "asked"
"""The parts of the answer; each of its rows says first to which it belongs."""

_DATA = "data"


@dataclass(frozen=True, slots=True)
class Question:
    """A query that gives a number, and its fingerprint.

    `whole` is the stored table of the data whose rows it counts, when it does nothing else: that never changes.
    """

    query: exp.Select
    name: str
    whole: str | None

    @classmethod
    def of(cls, query: exp.Select) -> "Question":
        return cls(query, fingerprint(query), _whole_table(query))


@dataclass(frozen=True, slots=True)
class Asked:
    """One statement that answers all that is asked; its text is None when nothing is.

    Shape: one row per port, tallied value and question: the part, the port, value or place of the question, the number
    of rows, and for ports the distinct targets where these may differ. With `told`, the number of rows that were just
    stored is all there is to know of the one port.
    """

    text: SqlText | None
    questions: tuple[Question, ...]
    told: bool
    conserved: bool


class Asking:
    """What a node asks once its population is stored. It is kept with the node, so nothing is made twice."""

    def __init__(
        self, activity: AnyActivity, place: Place[Any], sources: Sources, outputs: Mapping[str, Relation | None]
    ) -> None:
        self._activity = activity
        self._place = place
        self._sources = sources
        self._outputs = outputs
        self._statements: dict[tuple[bool, bool], Asked] = {}

    @cached_property
    def entered(self) -> Question | None:
        """For a source, what it answers for."""
        query = self._activity.answers_for(self._place, self._sources)
        return None if query is None else Question.of(query)

    @cached_property
    def remarks(self) -> tuple[tuple[Counted, Question], ...]:
        """What may deserve a remark, with the question how often it occurs."""
        found = self._activity.warnings(self._place, self._sources, self._outputs)
        return tuple((remark, Question.of(remark.query)) for remark in found)

    def statement(self, *, stored: bool, entered: bool) -> Asked:
        """The one statement. `stored` says that its rows were counted when they were stored; `entered`, to ask that."""
        found = self._statements.get((stored, entered))
        if found is None:
            asked = [self.entered] if entered and self.entered is not None else []
            found = self._asked((*asked, *(question for _, question in self.remarks)), stored=stored)
            self._statements[stored, entered] = found
        return found

    def _asked(self, questions: tuple[Question, ...], *, stored: bool) -> Asked:
        relation = next(output for output in self._outputs.values() if output is not None)
        table = exp.table_(relation.table, db="main", catalog=relation.store, quoted=True)
        several, sure = len(self._outputs) > 1, relation.unique or not relation.key
        told = stored and sure and not several
        conserved = self._activity.conserves(self._place)
        parts = [] if told else [_by_port(table, relation, several=several, sure=sure)]
        if conserved is not None:
            parts.append(_part(LEFT, exp.null(), _rows_of(_distinct(table, conserved))))
        parts += [*_tally(self._activity.tally, table), *_asked(questions)]
        return Asked(text_of(_together(parts)) if parts else None, questions, told, conserved is not None)


def distinct_targets(relation: Relation) -> exp.Expr:
    """count(DISTINCT key); a key with a null part is no target."""
    parts: list[exp.Expr] = [exp.column(name, quoted=True) for name in relation.key]
    if len(parts) == 1:
        return exp.Count(this=exp.Distinct(expressions=parts))
    missing = exp.or_(*(part.is_(exp.null()) for part in parts))
    whole = exp.case().when(missing, exp.null()).else_(exp.func("struct_pack", *_named(relation, parts)))
    return exp.Count(this=exp.Distinct(expressions=[whole]))


def _by_port(table: exp.Table, relation: Relation, *, several: bool, sure: bool) -> exp.Select:
    port = exp.column(PORT, quoted=True) if several else exp.null()
    part = _part(PORTS, port, exp.Count(this=exp.Star()), None if sure else distinct_targets(relation))
    part = part.from_(table.copy())
    return part.group_by(port.copy()) if several else part


def _tally(name: str, table: exp.Table) -> Iterator[exp.Select]:
    if name:
        value = exp.Cast(this=exp.column(name, quoted=True), to=STRING.to_sql())
        yield _part(TALLY, value, exp.Count(this=exp.Star())).from_(table.copy()).group_by(value.copy())


def _asked(questions: tuple[Question, ...]) -> Iterator[exp.Select]:
    for place, question in enumerate(questions):
        yield _part(ASKED, exp.Literal.string(str(place)), question.query.copy().subquery(copy=False))


def _part(part: str, name: exp.Expr, number: exp.Expr, targets: exp.Expr | None = None) -> exp.Select:
    return exp.select(exp.Literal.string(part), name, number, targets or exp.null())


def _together(parts: list[exp.Select]) -> exp.Query:
    whole: exp.Query = parts[0]
    for part in parts[1:]:
        whole = exp.union(whole, part, distinct=False, copy=False)
    return whole


def _named(relation: Relation, parts: list[exp.Expr]) -> list[exp.Expr]:
    return [
        exp.PropertyEQ(this=exp.to_identifier(name, quoted=True), expression=part)
        for name, part in zip(relation.key, parts, strict=True)
    ]


def _distinct(table: exp.Table, columns: tuple[str, ...]) -> exp.Select:
    return exp.select(*(exp.column(name, quoted=True) for name in columns)).distinct().from_(table.copy())


def _rows_of(query: exp.Select) -> exp.Expr:
    return exp.select(exp.Count(this=exp.Star())).from_(query.subquery("d")).subquery(copy=False)


def _whole_table(question: exp.Select) -> str | None:
    """The stored table of the data whose rows a query counts, when it does nothing else."""
    from_: exp.Expr | None = question.args.get("from_")
    plain = {name for name, value in question.args.items() if value} == {"expressions", "from_"}
    if not plain or from_ is None or not isinstance(from_.this, exp.Table) or from_.this.catalog != _DATA:
        return None
    counted = question.expressions[0]
    return from_.this.name if isinstance(counted, exp.Count) and isinstance(counted.this, exp.Star) else None
