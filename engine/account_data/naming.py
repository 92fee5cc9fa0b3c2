"""The objects that conditions on stored rows name: found by their key, or by a name that only one of them has."""

from dataclasses import dataclass, field, replace

from engine.account_data.rows import current_rows
from engine.document.model import Kind
from engine.journey.world import References, Row
from engine.problems import EngineError, Problem
from engine.texts import one_of, quoted, say
from engine.workspace import Workspace


@dataclass(frozen=True)
class Known:
    """The objects of a workspace; each table is read once, when it is asked for."""

    workspace: Workspace
    asking: frozenset[str] = frozenset()
    """The dynamic lists whose own filters are being looked at."""
    _tables: dict[str, tuple[Row, ...]] = field(default_factory=dict[str, tuple[Row, ...]])

    def find(self, table: str, reference: str) -> Row | None:
        """The object of that key or name; None when there is none."""
        return self._read(table).find(table, reference)

    def get(self, table: str, reference: str, field_name: str) -> Row:
        """The same. Errors: missing-setting, unknown-reference."""
        return self._read(table).get(table, reference, field_name)

    def journey(self, reference: str) -> str:
        """The id of a journey of that id or name. Errors: unknown-reference."""
        names = {one.id: one.name for one in self.workspace.documents.list() if one.kind == Kind.JOURNEY.value}
        named = [key for key, name in names.items() if name.casefold() == reference.casefold()]
        if reference in names or len(named) == 1:
            return reference if reference in names else named[0]
        what = say("There is no journey {reference}.", reference=quoted(reference))
        fix = one_of(sorted(names.values()))
        raise EngineError(Problem(code="unknown-reference", what=what, fix=fix, field="journeys", check="V08"))

    def within(self, list_id: str) -> "Known":
        """The same while the filter of a dynamic list is looked at."""
        return replace(self, asking=self.asking | {list_id})

    def _read(self, table: str) -> References:
        if table not in self._tables:
            self._tables[table] = tuple(current_rows(self.workspace, table))
        return References(self._tables)
