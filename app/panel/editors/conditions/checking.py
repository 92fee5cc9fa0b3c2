"""What is wrong with a rule under edit, each fault at its line and its field. What cannot be read is one too."""

from dataclasses import dataclass, replace

from pydantic import JsonValue, ValidationError

from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.tree import HOLDERS, INSIDE, Address, Part, field_of, items_of, kind_of, walk
from app.words import tr
from engine.problems import EngineError, Problem
from engine.rules import Group, Rule, check_rule, read_rule

UNFINISHED = frozenset({"missing-value", "missing-subject"})
"""Codes of what is not wrong but not there yet."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem, the part it is about, and the field of that part ("value", "attribute"...; empty for the whole)."""

    address: Address
    field: str
    problem: Problem

    @property
    def unfinished(self) -> bool:
        return self.problem.code in UNFINISHED


def read_tree(root: Part) -> tuple[Rule, list[Fault]]:
    """The rule, with what cannot be read switched off, and the faults of that."""
    faults: list[Fault] = []
    return _read(root, (), faults), faults


def check_tree(root: Part, context: Context) -> list[Fault]:
    """All faults of a rule, in reading order."""
    rule, faults = read_tree(root)
    if not context.is_known:
        return faults
    places = {field_of(address): address for address, _ in walk(root)}
    for problem in check_rule(rule, context.scope):
        address, field = _place(problem.field or "", places)
        faults.append(Fault(address, field, _worded(problem)))
    order = list(places.values())
    return sorted(faults, key=lambda fault: order.index(fault.address))


def _read(raw: JsonValue, address: Address, faults: list[Fault]) -> Rule:
    try:
        return _read_part(raw, address, faults)
    except (EngineError, ValidationError) as error:
        what = tr("This part of the rule cannot be read.")
        why = error.problem.why if isinstance(error, EngineError) else ""
        fix = tr("Remove it, or correct it where it was written.")
        faults.append(Fault(address, "", Problem("unreadable-part", what, why, fix)))
        return Group(disabled=True)


def _read_part(raw: JsonValue, address: Address, faults: list[Fault]) -> Rule:
    kind = kind_of(raw)
    if not isinstance(raw, dict) or kind not in {"group", *HOLDERS}:
        return read_rule(raw)
    if kind == "group":
        read = read_rule({**raw, "items": []})
        items = tuple(_read(item, (*address, place), faults) for place, item in enumerate(items_of(raw)))
        return read.model_copy(update={"items": items})
    read = read_rule({**raw, INSIDE: None})
    inner = raw.get(INSIDE)
    if not items_of(inner):
        return read
    return read.model_copy(update={INSIDE: _read(inner, (*address, INSIDE), faults)})


def _place(field: str, places: dict[str, Address]) -> tuple[Address, str]:
    """The innermost part whose name a field begins with, and the rest of the field."""
    name = field
    while name not in places:
        name = name.rpartition(".")[0] if "." in name else ""
    return places[name], field[len(name) :].lstrip(".")


def _worded(problem: Problem) -> Problem:
    """A choice that was not made yet is no unknown name."""
    if problem.values.get("name") != "" or not problem.code.startswith("unknown-"):
        return problem
    return replace(
        problem, code="missing-subject", what=tr("Nothing is chosen yet."), why="", fix=tr("Choose what to look at.")
    )
