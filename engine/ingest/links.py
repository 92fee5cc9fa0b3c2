"""Links between tables that the stored data suggest, each with its evidence. A person decides; nothing is added."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from engine.catalog.ddl import named_apart
from engine.catalog.model import Attribute, Cardinality, Catalog, Link, Table
from engine.database import Cursor, Store, stored
from engine.relations import column
from engine.types import Family, Kind
from engine.workspace import Workspace

LEAST_SHARE = 0.9
"""How many of the filled values must exist on the other side for a link whose names fit."""
LEAST_WITHOUT_NAMES = 20
"""How many different texts must all exist on the other side for a link that only the values suggest."""


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
        return (
            f"{self.matched:,} of {self.filled:,} records of {self.link.source} with {here} "
            f"find a record of {self.link.target} by {there}; {self.different:,} different values"
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
        found: list[SuggestedLink] = []
        for candidate in _candidates(catalog):
            if candidate.source.name in current and candidate.target.name in current:
                suggested = _looked_at(candidate, current, cursor)
                found += [] if suggested is None else [suggested]
        return found

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


def _candidates(catalog: Catalog) -> Iterator[_Candidate]:
    known = {(link.source, link.target, link.pairs) for link in catalog.links}
    known |= {(link.target, link.source, tuple((b, a) for a, b in link.pairs)) for link in catalog.links}
    for source in catalog.tables:
        for target in catalog.tables:
            for candidate in _between(source, target):
                if (source.name, target.name, candidate.pairs) not in known:
                    yield candidate


def _between(source: Table, target: Table) -> Iterator[_Candidate]:
    if source.name == target.name:
        return
    if len(target.key) > 1:
        if all(name in source.by_name for name in target.key) and source.key != target.key:
            pairs = tuple((name, name) for name in target.key)
            fits = all(_alike(source.by_name[name], target.by_name[name]) for name in target.key)
            yield from [_Candidate(source, target, pairs, by_name=True)] if fits else []
        return
    for key, one in ((key, one) for key in target.key for one in source.attributes):
        if not _alike(one, target.by_name[key]):
            continue
        by_name = _names_fit(one.name, key, target.name)
        if by_name or one.type.family is Family.TEXT:
            yield _Candidate(source, target, ((one.name, key),), by_name)


def _alike(here: Attribute, there: Attribute) -> bool:
    whole = {Kind.BYTE, Kind.SHORT, Kind.INTEGER, Kind.LONG}
    return here.type == there.type or (here.type.kind in whole and there.type.kind in whole)


def _names_fit(name: str, key: str, table: str) -> bool:
    """customer_id or CustomerId or customer for customers.customer_id or customers.id."""
    here, there, owner = _plain(name), _plain(key), _plain(table)
    singular = owner.removesuffix("s") if not owner.endswith("ies") else f"{owner[:-3]}y"
    generic = there in {"id", "key", "code", "no", "number", "uuid"}
    fitting = {owner, singular, f"{owner}id", f"{singular}id", f"{singular}{there}", f"{owner}{there}"}
    return here in fitting or (here == there and not generic)


def _plain(name: str) -> str:
    return re.sub(r"[^0-9a-z]", "", name.lower())


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
