"""Where predefined filters are used: in other filters, and in the documents as they were saved or are being edited."""

from dataclasses import dataclass

from pydantic import JsonValue

from engine.document.files import from_text
from engine.problems import EngineError
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FilterUses:
    """The labels of the filters and the (id, name) of the documents that name a filter."""

    filters: tuple[str, ...] = ()
    documents: tuple[tuple[str, str], ...] = ()

    @property
    def count(self) -> int:
        return len(self.filters) + len(self.documents)


def uses_of_filters(workspace: Workspace) -> dict[str, FilterUses]:
    """Filter to where it is used, for all of them; documents that cannot be read name none."""
    catalog = workspace.catalog()
    filters: dict[str, list[str]] = {one.id: [] for one in catalog.filters}
    documents: dict[str, dict[str, str]] = {one.id: {} for one in catalog.filters}
    for other in catalog.filters:
        for name in named_filters(other.rule) & filters.keys():
            filters[name].append(other.label)
    names = {one.id: one.name or one.id for one in workspace.documents.list()}
    contents = [(name, content) for name, _, content in workspace.documents.latest_contents(names)]
    for draft in workspace.drafts.names():
        found = workspace.drafts.load(draft)
        contents += [] if found is None else [(draft, found.content)]
    for document, content in contents:
        for name in _named_in(content) & documents.keys():
            documents[name][document] = names.get(document, document)
    return {name: FilterUses(tuple(filters[name]), tuple(documents[name].items())) for name in filters}


def named_filters(value: JsonValue) -> set[str]:
    """The filters that stand anywhere in a value as rules name them."""
    if isinstance(value, dict):
        here = value.get("filter") if value.get("kind") == "filter" else None
        return {here} if isinstance(here, str) else set[str]().union(*map(named_filters, value.values()))
    return set[str]().union(*map(named_filters, value)) if isinstance(value, list) else set()


def _named_in(content: str) -> set[str]:
    # Most documents name none, and reading them all takes a while.
    if '"filter"' not in content:
        return set()
    try:
        document = from_text(content)
    except EngineError:
        return set()
    return set[str]().union(*(named_filters(dict(node.settings)) for node in document.nodes))
