"""Reading a path such as "purchases/product/label" against the catalogue: which links it follows and where it ends."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from engine.catalog.model import Attribute, Catalog, End
from engine.problems import EngineError, Problem
from engine.texts import any_of, declared, quoted, say


@dataclass(frozen=True, slots=True)
class Path:
    """The links followed from `table`, in order, and the attribute at the end (none when the path ends on a link)."""

    table: str
    links: tuple[End, ...]
    attribute: Attribute | None

    @property
    def end_table(self) -> str:
        return self.links[-1].there if self.links else self.table

    @property
    def is_collection(self) -> bool:
        """Whether one record at the start may meet several at the end."""
        return any(link.is_collection for link in self.links)

    def __str__(self) -> str:
        names = [link.name for link in self.links]
        return "/".join([*names, self.attribute.name] if self.attribute else names)


def read_path(catalog: Catalog, table: str, text: str, *, ends_on_link: bool = False) -> Path:
    """The path written `text`, read from `table`.

    Errors: unknown-table, unknown-link, unknown-attribute (V07), each with the names nearest to what was written.
    """
    if table not in catalog.table_by_name:
        raise EngineError(unknown("table", table, catalog.table_by_name))
    parts = [part for part in text.split("/") if part]
    if not parts:
        raise EngineError(unknown("attribute", text, catalog.table_by_name[table].by_name))
    links: list[End] = []
    here = table
    for name in parts if ends_on_link else parts[:-1]:
        end = catalog.ends.get(here, {}).get(name)
        if end is None:
            raise EngineError(unknown("link", name, catalog.ends.get(here, {}), inside=here))
        links.append(end)
        here = end.there
    if here not in catalog.table_by_name:
        raise EngineError(unknown("table", here, catalog.table_by_name))
    if ends_on_link:
        return Path(table, tuple(links), None)
    attribute = catalog.table_by_name[here].by_name.get(parts[-1])
    if attribute is None:
        raise EngineError(unknown("attribute", parts[-1], catalog.table_by_name[here].by_name, inside=here))
    return Path(table, tuple(links), attribute)


def unknown(noun: str, name: str, known: Iterable[str], *, inside: str = "") -> Problem:
    """The problem "there is no such thing", with the names nearest to what was written (V07)."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    if near:
        fix = say("Did you mean {names}?", names=any_of([quoted(candidate) for candidate in near]))
    elif names:
        fix = say("Choose one of {names}.", names=", ".join(names[:12]) + ("…" if len(names) > 12 else ""))
    else:
        fix = say("There is no {noun} to choose from yet; import data or add a schema first.", noun=declared(noun))
    what = say("There is no {noun} {name}.", noun=declared(noun), name=quoted(name))
    if inside:
        what = say(
            "There is no {noun} {name} in {inside}.", noun=declared(noun), name=quoted(name), inside=quoted(inside)
        )
    return Problem(
        code=f"unknown-{noun.replace(' ', '-')}",
        what=what,
        fix=fix,
        check="V07",
        values={"name": name, "inside": inside, "nearest": ", ".join(near)},
    )


def through_collection(path: Path) -> Problem:
    """The problem that a path leads to several records where one value is needed (V07)."""
    end = next((link for link in path.links if link.is_collection), None)
    return several_records(str(path), end.there if end else "")


def several_records(path: str, table: str = "") -> Problem:
    """The same for a path written as text, whose collection holds records of `table`."""
    return Problem(
        code="path-through-collection",
        what=say(
            "{path} leads to several records of {table}, so it has no single value.", path=quoted(path), table=table
        )
        if table
        else say("{path} leads to several records, so it has no single value.", path=quoted(path)),
        fix="Ask whether such a record exists, or use an aggregate such as count or sum.",
        check="V07",
        values={"path": path},
    )


def one_record(path: str) -> Problem:
    """The problem that a path leads to one record where a collection is needed (V07)."""
    return Problem(
        code="not-a-collection",
        what=say("{path} leads to one record, not to several.", path=quoted(path)),
        fix="Use its attributes directly, or choose a link to many records.",
        check="V07",
        values={"path": path},
    )
