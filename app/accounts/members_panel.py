"""The members of an object in the inspector's grid: paged, searched, exported."""

import asyncio
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.accounts.ledger import Ledger
from app.inspector.rows import RowsPanel
from app.words import tr
from engine.account_data.browsing import Browsed
from engine.workspace import Workspace


def slim(rows: RowsPanel) -> None:
    """A grid that shares its width with something else; nothing is chosen elsewhere to be seen here."""
    rows.grid.advice = ""
    rows.grid.notice.say("list-bullets", tr("Reading…"), "")
    rows.search.setMinimumWidth(150)
    # Else the words of its buttons, for which there is room while it is alone, would keep it as wide for ever.
    rows.setMinimumWidth(412)


class MembersPanel(QWidget):
    """Shows what a question browses; asked again, the latest question wins."""

    def __init__(self, ledger: Ledger, advice: str = "") -> None:
        """`advice` says where rows come from, as long as there is none."""
        super().__init__()
        self._ledger = ledger
        self.rows = RowsPanel(ledger.service, ledger.tasks)
        self.rows.failed.connect(ledger.shell.tell)
        slim(self.rows)
        self.rows.grid.advice = advice
        self.rows.grid.model.words = {
            "added_by": {"filter": tr("a filter"), "generated": tr("the sample company")},
        }
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.rows)
        self._task: asyncio.Task[None] | None = None
        self._table, self._owner = "", ""

    def say_empty(self, nobody: str, advice: str) -> None:
        """What is said while there are no rows: that, and where they come from."""
        self.rows.grid.nobody, self.rows.grid.advice = nobody, advice

    def show_members(self, owner: str, browse: Callable[[Workspace], Browsed]) -> None:
        """Show the rows of a question about an object. Those of another one leave at once: what is done with the rows
        that are selected is done to the object that is open.
        """
        if owner != self._owner:
            self._table, self._owner = "", owner
            self.rows.grid.close_population()
            self.rows.grid.expect_population()
        if self._task is not None:
            self._task.cancel()
        self._task = self._ledger.tasks.start(self._read(browse), of=self)

    async def _read(self, browse: Callable[[Workspace], Browsed]) -> None:
        population = await self._ledger.population(browse)
        if population.relation.table != self._table:
            self._table = population.relation.table
            self.rows.open_population(population)

    def keys(self) -> list[str]:
        """The first parts of the keys of the rows that are selected."""
        chosen = self.rows.grid.table.selectionModel().selectedRows()
        rows = {index.row() for index in chosen} or {
            index.row() for index in self.rows.grid.table.selectionModel().selectedIndexes()
        }
        found = [self.rows.grid.key(row) for row in sorted(rows)]
        return [one[0] for one in found if one is not None]
