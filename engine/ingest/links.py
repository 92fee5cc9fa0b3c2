"""Links between tables that the stored data suggest, each with its evidence. A person decides; nothing is added.

Names say where to look, values decide. A name is compared without the prefix that all columns of its table share, so
that `o_custkey` meets `c_custkey`; it may have words before it (`billing_customer_id`) and shorten the table's name
(`cust_id`). Without a fitting name only texts are looked at, since small whole numbers are found in every key.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlglot import exp

from engine.catalog.ddl import named_apart
from engine.catalog.model import Attribute, Cardinality, Catalog, Link, Table
from engine.database import Cursor, Store, stored
from engine.relations import column
from engine.texts import say
from engine.types import Family, Kind
from engine.workspace import Workspace

LEAST_SHARE = 0.9
"""How many of the filled values must exist on the other side for a link whose names fit."""
LEAST_WITHOUT_NAMES = 20
"""How many different texts must all exist on the other side for a link that only the values suggest."""
MOST_LOOKED_AT = 400
"""How many pairs of columns are looked at; those whose names fit come first."""
_GENERIC = frozenset({"id", "key", "code", "no", "nr", "num", "number", "uuid"})
"""Names of keys that say nothing of whose key it is."""
_SHORTEST = 3
"""Letters that must be left of the name of a table which is cut short."""


@dataclass(frozen=True, slots=True)
class SuggestedLink:
    """A link and what speaks for it: records with a value, how many of them have a partner, different values."""

    link: Link
    filled: int
    matched: int
    different: int

    @property
    def evidence(self) -> str:
        """The evidence in words."""
        here, there = (", ".join(names) for names in zip(*self.link.pairs, strict=True))
        return say(
            "{n} of {records} of {source} with {here} (finds|find) a record of {target} by {there}; {different}",
            n=self.matched,
            records=say("{n} record(s)", n=self.filled),
            source=self.link.source,
            here=here,
            target=self.link.target,
            there=there,
            different=say("{n} different value(s)", n=self.different),
        )


@dataclass(frozen=True, slots=True)
class _Candidate:
    source: Table
    target: Table
    pairs: tuple[tuple[str, str], ...]
    by_name: bool


def suggest_links(workspace: Workspace) -> list[SuggestedLink]:
    """The links that stored data suggest and that the catalogue does not have, best supported first."""
    catalog = workspace.catalog()
    current = {name: stored(Store.DATA, table.physical) for name, table in workspace.datasets.snapshot().items()}

    def look(cursor: Cursor) -> list[SuggestedLink]:
        fitting = [one for one in _candidates(catalog) if one.source.name in current and one.target.name in current]
        bounds = _bounds(cursor, current, [one for one in fitting if not one.by_name])
        worth = [one for one in fitting if one.by_name or _within(one, bounds)]
        worth.sort(key=lambda one: not one.by_name)
        found = (_looked_at(one, current, cursor) for one in worth[:MOST_LOOKED_AT])
        return [one for one in found if one is not None]

    found = workspace.database.reader.run(look)
    found.sort(key=lambda one: (-one.matched / one.filled, one.link.source, one.link.pairs))
    # Two tables with the same key may be linked either way round; the better supported one, which comes first, stands.
    taken: set[tuple[str, str]] = set()
    for one in list(found):
        if (one.link.target, one.link.source) in taken and one.link.cardinality is Cardinality.ONE_TO_ONE:
            found.remove(one)
        taken.add((one.link.source, one.link.target))
    apart = list(named_apart([*catalog.links, *(one.link for one in found)]))[len(catalog.links) :]
    return [SuggestedLink(link, one.filled, one.matched, one.different) for link, one in zip(apart, found, strict=True)]


@dataclass(frozen=True)
class _Named:
    """A table and how its columns are called once the prefix that they share is gone."""

    table: Table

    @cached_property
    def bare(self) -> Mapping[str, str]:
        """Column to the words that are its own, in small letters with spaces between them."""
        names = [one.name for one in self.table.attributes]
        heads = [place + 1 for place, letter in enumerate(names[0]) if letter in "_."] if len(names) > 1 else []
        cut = max((end for end in heads if all(name.startswith(names[0][:end]) for name in names)), default=0)
        return {name: _words(name[cut:]) or name for name in names}

    @cached_property
    def owner(self) -> str:
        """One record of the table, in words: "customer" for customers."""
        owner = _words(self.table.name)
        return f"{owner[:-3]}y" if owner.endswith("ies") else owner.removesuffix("s")


def _candidates(catalog: Catalog) -> Iterator[_Candidate]:
    known = {(link.source, link.target, link.pairs) for link in catalog.links}
    known |= {(link.target, link.source, tuple((b, a) for a, b in link.pairs)) for link in catalog.links}
    tables = [_Named(table) for table in catalog.tables]
    for source in tables:
        for target in tables:
            for candidate in _between(source, target):
                if (source.table.name, target.table.name, candidate.pairs) not in known:
                    yield candidate


def _between(source: _Named, target: _Named) -> Iterator[_Candidate]:
    here, there = source.table, target.table
    if here.name == there.name:
        return
    if len(there.key) > 1:
        by_bare = {bare: name for name, bare in source.bare.items()}
        pairs = tuple((by_bare.get(target.bare[key], ""), key) for key in there.key)
        if all(name and _alike(here.by_name[name], there.by_name[key]) for name, key in pairs):
            same_key = here.key == tuple(name for name, _ in pairs)
            yield from [] if same_key else [_Candidate(here, there, pairs, by_name=True)]
        return
    for key, one in ((key, one) for key in there.key for one in here.attributes):
        if not _alike(one, there.by_name[key]):
            continue
        by_name = _names_fit(source.bare[one.name], target.bare[key], target.owner)
        if by_name or one.type.family is Family.TEXT:
            yield _Candidate(here, there, ((one.name, key),), by_name)


def _alike(here: Attribute, there: Attribute) -> bool:
    whole = {Kind.BYTE, Kind.SHORT, Kind.INTEGER, Kind.LONG}
    return here.type == there.type or (here.type.kind in whole and there.type.kind in whole)


def _names_fit(name: str, key: str, owner: str) -> bool:
    """customer_id, CustomerId, billing_customer_id, cust_id or customer for customers.customer_id or customers.id."""
    words, there, whose = name.split(), _plain(key), _plain(owner)
    fitting = {whose, f"{whose}s", f"{whose}id", f"{whose}sid", f"{whose}{there}", f"{whose}s{there}"}
    fitting |= set() if there in _GENERIC else {there}
    if any("".join(words[start:]) in fitting for start in range(len(words))):
        return True
    *short, last = words
    return last in _GENERIC and _shortens(short, owner.split())


def _shortens(short: list[str], words: list[str]) -> bool:
    """Each word is the beginning of one: "cust" of "customer", but "contact" is not short for "contact list"."""
    pairs = zip(short, words, strict=False)
    return len(short) == len(words) and all(len(one) >= _SHORTEST and word.startswith(one) for one, word in pairs)


def _words(name: str) -> str:
    """The words of a name: "customer id" for customer_id and CustomerId."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    return " ".join(re.findall(r"[^\W\d_]+|\d+", apart)).lower()


def _plain(words: str) -> str:
    return words.replace(" ", "")


def _bounds(
    cursor: Cursor, tables: Mapping[str, exp.Table], candidates: list[_Candidate]
) -> Mapping[tuple[str, str], tuple[Any, Any]]:
    """The least and the greatest value of each column that the candidates name; one statement for each table."""
    wanted: dict[str, dict[str, None]] = {}
    for one in candidates:
        for here, there in one.pairs:
            wanted.setdefault(one.source.name, {})[here] = None
            wanted.setdefault(one.target.name, {})[there] = None
    found: dict[tuple[str, str], tuple[Any, Any]] = {}
    for table, columns in wanted.items():
        ends = [end(this=column("t", name)) for name in columns for end in (exp.Min, exp.Max)]
        row = cursor.fetch(exp.select(*ends).from_(exp.alias_(tables[table].copy(), "t", table=True)))[0]
        found |= {(table, name): (row[2 * place], row[2 * place + 1]) for place, name in enumerate(columns)}
    return found


def _within(candidate: _Candidate, bounds: Mapping[tuple[str, str], tuple[Any, Any]]) -> bool:
    """All values may exist on the other side: they do not when one lies outside."""
    ((here, there),) = candidate.pairs
    (least, most), (first, last) = bounds[candidate.source.name, here], bounds[candidate.target.name, there]
    return least is not None and first is not None and first <= least and most <= last


def _looked_at(candidate: _Candidate, tables: dict[str, exp.Table], cursor: Cursor) -> SuggestedLink | None:
    here = [name for name, _ in candidate.pairs]
    source = exp.alias_(tables[candidate.source.name].copy(), "s", table=True)
    target = exp.alias_(tables[candidate.target.name].copy(), "t", table=True)
    filled = [exp.Not(this=column("s", name).is_(exp.null())) for name in here]
    values = exp.select(*(column("s", name) for name in here), exp.alias_(exp.Count(this=exp.Star()), "n"))
    values = values.from_(source).where(*filled).group_by(*(column("s", name) for name in here))
    met = [column("t", b).eq(column("v", a)) for a, b in candidate.pairs]
    exists = exp.Exists(this=exp.select("1").from_(target).where(*met))
    number = column("v", "n")
    matched = exp.Sum(this=exp.Case(default=exp.Literal.number(0)).when(exists, number, copy=False))
    query = exp.select(exp.Sum(this=number.copy()), matched, exp.Count(this=exp.Star()), exp.Max(this=number.copy()))
    total, hits, different, most = cursor.fetch(query.from_(values.subquery("v")))[0]
    if not total:
        return None
    share = hits / total
    if not (share >= LEAST_SHARE if candidate.by_name else hits == total and different >= LEAST_WITHOUT_NAMES):
        return None
    link = Link(
        name=candidate.target.name,
        source=candidate.source.name,
        target=candidate.target.name,
        pairs=candidate.pairs,
        cardinality=Cardinality.ONE_TO_ONE if most == 1 else Cardinality.MANY_TO_ONE,
        reverse_name=candidate.source.name,
    )
    return SuggestedLink(link, int(total), int(hits), different)
