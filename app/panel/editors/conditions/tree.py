"""Edits of a rule as documents hold it: JSON in, new JSON out. Nothing is ever changed in place.

A rule under edit may be half-filled or hold what nobody can read; both are carried along as they are. What an edit does
not touch stays the very same object, which is how the editor knows it again. It must not know what rules mean.

An address leads from the root to a part: a number is an item of a group, "rule" what stands inside a line that looks at
linked records.
"""

from collections.abc import Iterator, Sequence

from pydantic import JsonValue

Part = dict[str, JsonValue]
Address = tuple[int | str, ...]
INSIDE = "rule"
LINES = ("condition", "exists", "aggregate", "filter", "audience")
HOLDERS = ("exists", "aggregate")


def kind_of(raw: JsonValue) -> str:
    """What a part is: "group", one of LINES, or "" for what cannot be read."""
    kind = raw.get("kind") if isinstance(raw, dict) else None
    if kind == "group":
        return "group" if isinstance(raw, dict) and isinstance(raw.get("items", []), list) else ""
    return kind if isinstance(kind, str) and kind in LINES else ""


def new_group(items: Sequence[JsonValue] = (), operator: str = "and") -> Part:
    """A group."""
    return {"kind": "group", "operator": operator, "items": list(items)}


def normal(raw: JsonValue) -> Part:
    """The rule with a group at its root, and one inside each line that looks at linked records."""
    if raw is None:
        return new_group()
    part = _normal(raw)
    return part if isinstance(part, dict) and kind_of(part) == "group" else new_group([part])


def _normal(raw: JsonValue) -> JsonValue:
    kind = kind_of(raw)
    if not isinstance(raw, dict):
        return raw
    if kind == "group":
        return {**raw, "items": [_normal(item) for item in items_of(raw)]}
    return {**raw, INSIDE: normal(raw.get(INSIDE))} if kind in HOLDERS else raw


def compact(root: Part) -> JsonValue:
    """The rule as it is stored: nothing for an empty one, and no empty groups inside lines."""
    return None if not items_of(root) else _compact(root)


def _compact(raw: JsonValue) -> JsonValue:
    kind = kind_of(raw)
    if not isinstance(raw, dict):
        return raw
    if kind == "group":
        return {**raw, "items": [_compact(item) for item in items_of(raw)]}
    if kind in HOLDERS:
        inner = raw.get(INSIDE)
        return {**raw, INSIDE: compact(inner)} if isinstance(inner, dict) else raw
    return raw


def items_of(group: JsonValue) -> list[JsonValue]:
    """The items of a group; none of anything else."""
    items = group.get("items") if isinstance(group, dict) else None
    return items if isinstance(items, list) else []


def part_at(root: JsonValue, address: Address) -> JsonValue:
    """The part at an address. Errors: LookupError."""
    part = root
    for step in address:
        if isinstance(step, int):
            part = items_of(part)[step]
        elif isinstance(part, dict):
            part = part[step]
        else:
            raise KeyError(step)
    return part


def replaced(root: Part, address: Address, part: JsonValue) -> Part:
    """The rule with another part at an address."""
    found = _replaced(root, address, part)
    return found if isinstance(found, dict) else new_group([found])


def _replaced(here: JsonValue, address: Address, part: JsonValue) -> JsonValue:
    if not address:
        return part
    step, *rest = address
    if isinstance(step, int) and isinstance(here, dict):
        items = list(items_of(here))
        items[step] = _replaced(items[step], tuple(rest), part)
        return {**here, "items": items}
    if isinstance(step, str) and isinstance(here, dict):
        return {**here, step: _replaced(here[step], tuple(rest), part)}
    raise LookupError(address)


def inserted(root: Part, group: Address, place: int, parts: Sequence[JsonValue]) -> Part:
    """The rule with parts put into a group before its item `place`."""
    there = part_at(root, group)
    items = items_of(there)
    assert isinstance(there, dict)
    return replaced(root, group, {**there, "items": [*items[:place], *parts, *items[place:]]})


def removed(root: Part, addresses: Sequence[Address]) -> Part:
    """The rule without some items; a group inside that is left empty by this goes too."""
    for address in sorted(outermost(addresses), key=_reading, reverse=True):
        root = _removed(root, address)
    return root


def _removed(root: Part, address: Address) -> Part:
    group, place = parent(address)
    there = part_at(root, group)
    assert isinstance(there, dict)
    items = [item for number, item in enumerate(items_of(there)) if number != place]
    if not items and group and group[-1] != INSIDE:
        return _removed(root, group)
    return replaced(root, group, {**there, "items": items})


def moved(root: Part, addresses: Sequence[Address], group: Address, place: int) -> tuple[Part, list[Address]]:
    """The rule with items moved into a group before its item `place`, in reading order; and where they are now.

    A move of a part into itself changes nothing.
    """
    chosen = sorted(outermost(addresses), key=_reading)
    if any(group[: len(one)] == one for one in chosen):
        return root, list(chosen)
    parts = [part_at(root, one) for one in chosen]
    # A mark holds the place while what is moved is taken away, which may shift every address.
    mark: Part = {"kind": "mark"}
    without = removed(inserted(root, group, place, [mark]), [_after_insert(one, group, place) for one in chosen])
    at = next(address for address, part in walk(without) if part is mark)
    home, first = parent(at)
    there = part_at(without, home)
    assert isinstance(there, dict)
    items = items_of(there)
    found = replaced(without, home, {**there, "items": [*items[:first], *parts, *items[first + 1 :]]})
    return found, [(*home, first + number) for number in range(len(parts))]


def _after_insert(address: Address, group: Address, place: int) -> Address:
    """The same part's address once an item was put into a group before its item `place`."""
    size = len(group)
    step = address[size] if len(address) > size else None
    if address[:size] != group or not isinstance(step, int) or step < place:
        return address
    return (*group, step + 1, *address[size + 1 :])


def grouped(root: Part, addresses: Sequence[Address], operator: str) -> tuple[Part, Address]:
    """The rule with items of one context brought together in a new group, which stands where the first stood."""
    chosen = sorted(outermost(addresses), key=_reading)
    parts = [part_at(root, one) for one in chosen]
    group = new_group(parts, operator)
    # The first is replaced by the group before the others leave, so that its own group never stands empty.
    without = removed(replaced(root, chosen[0], group), chosen[1:])
    at = next(address for address, part in walk(without) if part is group)
    return without, at


def ungrouped(root: Part, address: Address) -> tuple[Part, list[Address]]:
    """The rule with the items of a group put in its place; and where they are now."""
    home, place = parent(address)
    there, items = part_at(root, home), items_of(part_at(root, address))
    assert isinstance(there, dict)
    around = items_of(there)
    found = replaced(root, home, {**there, "items": [*around[:place], *items, *around[place + 1 :]]})
    return found, [(*home, place + number) for number in range(len(items))]


def step_target(root: Part, address: Address, down: bool) -> tuple[Address, int] | None:
    """The group and place to which one step up or down leads: past a line, into a group, or out of one."""
    home, place = parent(address)
    items = items_of(part_at(root, home))
    beside = place + (1 if down else -1)
    if 0 <= beside < len(items):
        if kind_of(items[beside]) == "group":
            inside = (*home, beside)
            return inside, 0 if down else len(items_of(items[beside]))
        return home, place + (2 if down else -1)
    if not home or home[-1] == INSIDE:
        return None
    outer, number = parent(home)
    return outer, number + (1 if down else 0)


def walk(root: JsonValue, address: Address = ()) -> Iterator[tuple[Address, JsonValue]]:
    """Every part with its address, in reading order, the root first."""
    yield address, root
    if kind_of(root) == "group":
        for place, item in enumerate(items_of(root)):
            yield from walk(item, (*address, place))
    elif kind_of(root) in HOLDERS and isinstance(root, dict):
        yield from walk(root.get(INSIDE), (*address, INSIDE))


def parent(address: Address) -> tuple[Address, int]:
    """The group of an item, and its place there. Errors: LookupError for the root and for what is inside a line."""
    if not address or not isinstance(address[-1], int):
        raise LookupError(address)
    return address[:-1], address[-1]


def context_of(address: Address) -> Address:
    """The innermost line inside which an address stands; () for none. Paths mean the same in one such context."""
    insides = [number for number, step in enumerate(address) if step == INSIDE]
    return address[: insides[-1] + 1] if insides else ()


def outermost(addresses: Sequence[Address]) -> list[Address]:
    """The addresses that stand in no other of them, each once."""
    known = set(addresses)
    return [one for one in dict.fromkeys(addresses) if not any(one[:size] in known for size in range(1, len(one)))]


def field_of(address: Address) -> str:
    """The address as problems and counts name it: "items[1].rule.items[0]"."""
    steps = [f"items[{step}]" if isinstance(step, int) else step for step in address]
    return ".".join(steps)


def _reading(address: Address) -> tuple[int, ...]:
    """Addresses in reading order; what stands inside a line comes after the line."""
    return tuple(step if isinstance(step, int) else -1 for step in address)
