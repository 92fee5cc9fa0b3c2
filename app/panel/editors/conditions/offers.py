"""What a condition can be about: attributes through links, collections, filters, audiences, an expression.

Each choice carries the part of a rule that it begins, as JSON. It knows no widget.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from pydantic import JsonValue

from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.phrases import function_words, functions_for
from app.panel.editors.conditions.remembered import Remembered
from app.panel.editors.conditions.tree import Part, new_group
from app.panel.editors.rows import Choice, Section
from app.panel.editors.words import fit, type_icon, type_words
from app.words import tr
from engine.catalog.model import Attribute, End
from engine.catalog.scope import SOURCE
from engine.relations import Relation
from engine.rules.model import Function
from engine.types import DataType, Family

_FARTHEST = 3
"""How many links a search follows."""
_MOST_FOUND = 60


def condition_on(path: str, kind: DataType | None) -> Part:
    """A condition on an attribute, with the operator that is wanted most often for its type."""
    operator = "equal" if kind is None or kind.family is not Family.MOMENT else "within"
    part: Part = {"kind": "condition", "attribute": path, "operator": operator}
    if kind is not None and kind.family is Family.BOOLEAN:
        part["value"] = True
    if operator == "within":
        part["period"] = {"preset": "last", "count": 30, "unit": "day"}
    return part


def aggregate_of(path: str, kind: DataType | None) -> Part:
    """A collection brought down to one value and compared; without an attribute, its records are counted."""
    if kind is None:
        function = Function.COUNT
    elif kind.family is Family.NUMBER:
        function = Function.SUM
    else:
        function = Function.MAX if kind.family is Family.MOMENT else Function.COUNT_DISTINCT
    part: Part = {"kind": "aggregate", "function": function.value, "attribute": path, "operator": "greater-or-equal"}
    part["rule"] = new_group()
    if function in {Function.COUNT, Function.COUNT_DISTINCT}:
        part["value"] = 1
    return part


def exists_in(link: str, *, negated: bool = False) -> Part:
    """There is, or is no, linked record."""
    return {"kind": "exists", "link": link, "negated": negated, "rule": new_group()}


class Offers:
    """The choices of one context; `lines_only` leaves out what makes no sense in an attribute field."""

    def __init__(self, context: Context, remembered: Remembered) -> None:
        self._context = context
        self._remembered = remembered

    def sections(self, typed: str, trail: tuple[Choice, ...]) -> tuple[Section, ...]:
        """What there is to choose for what was typed, inside what was opened."""
        opened = [str(choice.value) for choice in trail]
        path = opened[-1] if opened else ""
        if typed:
            return self._search(typed, path)
        if path:
            return self._inside(path)
        return (
            Section(tr("Favourites"), tuple(self._known(self._remembered.favourites))),
            Section(tr("Recent"), tuple(self._known(self._remembered.recent))),
            Section(self._context.title, tuple(self._attributes(""))),
            Section(tr("Linked"), tuple(self._links(""))),
            Section(tr("Predefined filters"), tuple(self._filters())),
            Section(tr("Audiences"), tuple(self._audiences())),
            Section(tr("Calculated"), (self._expression(),)),
        )

    def _search(self, typed: str, path: str) -> tuple[Section, ...]:
        scored: list[tuple[int, int, Choice]] = []
        for distance, choice in self._reachable(path):
            choice = self._calculated(choice, typed)
            score = fit(typed, choice.title, choice.help)
            if score:
                scored.append((-score, distance, choice))
        others = self._asks(path) if path else (*self._filters(), *self._audiences(), self._expression())
        scored += [(-score, 0, one) for one in others if (score := fit(typed, one.title, one.help))]
        best = sorted(scored, key=lambda one: one[:2])[:_MOST_FOUND]
        return (Section("", tuple(choice for *_, choice in best)),)

    def _calculated(self, choice: Choice, typed: str) -> Choice:
        """A value brought down from many records by the function that was typed, such as "average" or "smallest"."""
        # Every choice here is a part of a rule, or the path of a link to be opened.
        part = cast("Part", choice.value) if not choice.opens else {}
        if part.get("kind") != "aggregate":
            return choice
        meaning = self._context.meaning(subject_path(part))
        words = typed.casefold().split()
        for function in functions_for(meaning.type if meaning is not None else None):
            said = function_words(function)
            if any(said.casefold().startswith(word) for word in words):
                value: Part = {**part, "function": function.value}
                return replace(choice, value=value, detail=f"{said}…", help=f"{said} · {choice.help}")
        return choice

    def _inside(self, path: str) -> tuple[Section, ...]:
        collections = self._context.collections(path)
        if not collections:
            return (
                Section("", tuple(self._attributes(path))),
                Section(self._context.link_title(path), self._asks(path)),
                Section(tr("Linked"), tuple(self._links(path))),
            )
        asks = self._asks(path)
        if len(collections) > 1:
            return (Section(self._context.link_title(path), asks),)
        return (
            Section(self._context.link_title(path), asks),
            Section(tr("Calculate from all records"), tuple(self._attributes(path))),
            Section(tr("Linked"), tuple(self._links(path))),
        )

    def _asks(self, path: str) -> tuple[Choice, ...]:
        """What can be asked of the records behind a path of links, apart from their attributes."""
        collections = self._context.collections(path)
        found = (
            Choice(exists_in(path), tr("There is such a record"), tr("exists"), "ph.check-circle", "green"),
            Choice(
                exists_in(path, negated=True), tr("There is no such record"), tr("does not exist"), "ph.prohibit", "red"
            ),
            Choice(aggregate_of(path, None), tr("Number of records"), tr("count"), "ph.hash", "amber"),
        )
        # One linked record is not counted; what stands behind two collections has no single value per record.
        return found if len(collections) == 1 else found[:2]

    def _reachable(self, path: str) -> Iterator[tuple[int, Choice]]:
        """Every attribute and link within reach, the nearest first, each with its distance."""
        paths, seen = [path], {self._end(path)}
        for distance in range(_FARTHEST + 1):
            for here in paths:
                yield from ((distance, choice) for choice in self._attributes(here, told=True))
                yield from ((distance, choice) for choice in self._links(here))
            onward: list[str] = []
            for here in paths:
                for end in self._ends(here):
                    twice = end.is_collection and self._context.collections(here)
                    if end.there not in seen and not twice:
                        onward.append(_joined(here, end.name))
            seen |= {self._end(one) for one in onward}
            paths = onward

    def _attributes(self, path: str, *, told: bool = False) -> Iterator[Choice]:
        """The attributes at the end of links; `told` says their way with them."""
        context = self._context
        if not path and isinstance(context.of, Relation):
            for column in context.of.added:
                part = condition_on(column.name, column.type)
                yield Choice(part, column.title, type_words(column.type), type_icon(column.type), "teal")
        if not path and context.beside is not None:
            for name in context.scope.names():
                meaning = context.meaning(name) if name.startswith(f"{SOURCE}/") else None
                if meaning is not None:
                    part = condition_on(name, meaning.type)
                    yield Choice(part, meaning.title, type_words(meaning.type), type_icon(meaning.type), "teal")
        table = context.catalog.table_by_name.get(self._end(path))
        way = context.link_title(path) if path else ""
        for attribute in table.attributes if table is not None else ():
            yield self._attribute(_joined(path, attribute.name), attribute, way if told else "")

    def _attribute(self, path: str, attribute: Attribute, way: str) -> Choice:
        collected = bool(self._context.collections(path))
        part = aggregate_of(path, attribute.type) if collected else condition_on(path, attribute.type)
        words = type_words(attribute.type)
        if collected:
            words = f"{function_words(Function(str(part['function'])))}…"
        star = "★ " if path in self._remembered.favourites else ""
        detail = f"{star}{way}" if way else f"{star}{words}"
        help_ = " · ".join(one for one in (path.replace("/", " › "), type_words(attribute.type)) if one)
        if attribute.description:
            help_ = f"{help_}\n{attribute.description}"
        return Choice(part, attribute.title, detail, type_icon(attribute.type), "blue", help_)

    def _links(self, path: str) -> Iterator[Choice]:
        for end in self._ends(path):
            many = end.is_collection
            words = tr("many records") if many else tr("one record")
            table = self._context.table_title(end.there)
            icon = "ph.stack" if many else "ph.link-simple"
            yield Choice(
                _joined(path, end.name), end.title, words, icon, "amber" if many else "grey",
                tr("Leads to {table}.", table=table), opens=True,
            )  # fmt: skip

    def _known(self, paths: Sequence[str]) -> Iterator[Choice]:
        for path in paths:
            meaning = self._context.meaning(path)
            if meaning is not None:
                collected = bool(self._context.collections(path))
                part = aggregate_of(path, meaning.type) if collected else condition_on(path, meaning.type)
                yield Choice(
                    part, meaning.title, type_words(meaning.type), type_icon(meaning.type), "blue",
                    meaning.description,
                )  # fmt: skip

    def _filters(self) -> Iterator[Choice]:
        dimensions = {one.name for one in self._context.catalog.dimensions if one.table == self._context.table}
        fitting = [one for one in self._context.catalog.filters if one.dimension in dimensions]
        for one in sorted(fitting, key=lambda one: not one.favourite):
            part: Part = {"kind": "filter", "filter": one.id}
            detail = "★" if one.favourite else tr("filter")
            yield Choice(part, one.label, detail, "ph.funnel", "purple", one.description)

    def _audiences(self) -> Iterator[Choice]:
        for name, label in self._context.audiences.items():
            part: Part = {"kind": "audience", "audience": name}
            yield Choice(part, label, tr("audience"), "ph.users-three", "green")

    def _expression(self) -> Choice:
        part: Part = {"kind": "condition", "expression": "", "operator": "equal"}
        return Choice(
            part, tr("An expression"), "fx", "ph.math-operations", "teal", tr("Such as YearsOld(@birth_date).")
        )

    def _ends(self, path: str) -> list[End]:
        return list(self._context.catalog.ends.get(self._end(path), {}).values())

    def _end(self, path: str) -> str:
        if not path:
            return self._context.table
        inner = self._context.inside(path)
        return inner.table if inner is not None else ""


def subject_path(part: JsonValue) -> str:
    """The path that a part is about, for what is remembered; empty where it is about none."""
    if not isinstance(part, dict):
        return ""
    path = part.get("attribute") or part.get("link")
    return path if isinstance(path, str) else ""


def _joined(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name
