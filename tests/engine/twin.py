"""A slow twin of the activities in plain Python, written from the specification and not from the queries.

A population is a list of rows, a row a dictionary; "_key" names the record. Missing values are None.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

Row = dict[str, Any]
Rows = list[Row]
Lookup = Callable[[Row, str], Any]


def digest(seed: int, salt: str, row_key: Iterable[Any]) -> str:
    """The documented draw: md5 of seed, salt and key, joined by bars."""
    parts = [f"{seed}|{salt}", *("" if part is None else str(part) for part in row_key)]
    return hashlib.md5("|".join(parts).encode()).hexdigest()


def by_row_key(rows: Rows, row_key: tuple[str, ...]) -> Rows:
    """Rows in the order of their key, missing values last."""
    return sorted(
        rows, key=lambda row: [(row[name] is None, row[name] if row[name] is not None else 0) for name in row_key]
    )


def one_per_key(rows: Rows, row_key: tuple[str, ...]) -> dict[Any, Row]:
    """The first row of each key; rows without one are nobody."""
    found: dict[Any, Row] = {}
    for row in by_row_key(rows, row_key):
        if row["_key"] is not None:
            found.setdefault(row["_key"], row)
    return found


def union(sets: list[Rows], row_key: tuple[str, ...]) -> set[Any]:
    """The keys that any set has."""
    return set().union(*(one_per_key(rows, row_key) for rows in sets))


def intersection(sets: list[Rows], row_key: tuple[str, ...]) -> tuple[set[Any], set[Any]]:
    """The keys that every set has, and those that only some have."""
    keys = [set(one_per_key(rows, row_key)) for rows in sets]
    inside = set.intersection(*keys)
    return inside, set.union(*keys) - inside


def exclusion(primary: Rows, others: list[Rows]) -> tuple[Rows, Rows]:
    """The rows of the primary set whose key no other set has, and the rest."""
    removed = {row["_key"] for rows in others for row in rows if row["_key"] is not None}
    kept = [row for row in primary if row["_key"] not in removed]
    return kept, [row for row in primary if row["_key"] in removed]


def deduplicate(
    rows: Rows, fields: list[str], keep: int, look: Lookup, order: Callable[[Row], Any], row_key: tuple[str, ...]
) -> tuple[Rows, Rows]:
    """At most `keep` rows per group (all for 0), the first by `order`; an empty text is no value."""
    groups: dict[tuple[Any, ...], Rows] = {}
    for row in rows:
        groups.setdefault(
            tuple(look(row, name) or None if look(row, name) == "" else look(row, name) for name in fields), []
        ).append(row)
    kept: Rows = []
    rest: Rows = []
    for group in groups.values():
        ranked = sorted(by_row_key(group, row_key), key=order)
        kept += ranked if keep == 0 else ranked[:keep]
        rest += [] if keep == 0 else ranked[keep:]
    return kept, rest


def split(
    rows: Rows, subsets: list[dict[str, Any]], holds: Callable[[Row, Any], bool], look: Lookup,
    row_key: tuple[str, ...], seed: int, *, overlap: bool,
) -> tuple[list[Rows], Rows]:  # fmt: skip
    """Each subset's rows, top to bottom, and the rows that none took."""
    taken_by: list[Rows] = []
    left = list(rows)
    for number, subset in enumerate(subsets, start=1):
        free = rows if overlap else left
        fitting = [row for row in free if subset.get("filter") is None or holds(row, subset["filter"])]
        limit = subset.get("limit")
        if limit is not None:
            fitting = _first(fitting, subset, number, look, row_key, seed)
            share = int(len(rows) * limit["value"] / 100 + 0.5) if limit["kind"] == "percent" else int(limit["value"])
            fitting = fitting[:share]
        taken_by.append(fitting)
        left = [row for row in left if not any(row is one for one in fitting)]
    return taken_by, left


def _first(rows: Rows, subset: dict[str, Any], number: int, look: Lookup, row_key: tuple[str, ...], seed: int) -> Rows:
    ordered = by_row_key(rows, row_key)
    sort = subset.get("sort")
    if sort is None:
        return sorted(ordered, key=lambda row: digest(seed, f"subset {number}", (row[name] for name in row_key)))
    known = [row for row in ordered if look(row, sort["attribute"]) is not None]
    unknown = [row for row in ordered if look(row, sort["attribute"]) is None]
    sign = -1 if sort["descending"] else 1
    return sorted(known, key=lambda row: sign * look(row, sort["attribute"])) + unknown
