"""The section of the data: tables and what is known of them, and the ways in."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.actions import WindowAction, has_desk
from app.desk import Desk
from app.sections import Section
from app.words import tr


class DataSection(Section):
    """The tables of the workspace, their loads, keys and links."""

    id, icon, place = "data", "ph.database", 40

    @property
    def title(self) -> str:
        return tr("Data")

    def make(self, desk: Desk) -> QWidget:
        from app.data.page import DataPage

        return DataPage(desk, self.shell)

    def actions(self) -> tuple[WindowAction, ...]:
        menu = tr("Data")
        return (
            WindowAction("data.import", tr("Import a file…"), lambda _w: self._import(), menu, "Ctrl+Alt+I", "",
                         has_desk),
            WindowAction("data.new", tr("New table…"), lambda _w: self._new(), menu, "", "", has_desk),
            WindowAction("data.schemas", tr("Read schemas from a file…"), lambda _w: self._schemas(), menu, "", "",
                         has_desk),
            WindowAction("data.diagram", tr("Diagram of tables and links"), lambda _w: self._diagram(), menu, "", "",
                         has_desk),
            WindowAction("data.recurring", tr("Recurring loads from folders"), lambda _w: self._recurring(), menu, "",
                         "", has_desk),
            WindowAction("data.links", tr("Links that the data suggest"), lambda _w: self._links(), menu, "", "",
                         has_desk),
        )  # fmt: skip

    def open_file(self, path: Path) -> None:
        """Show what a data file would become, before it is loaded."""
        from app.data.opening import open_import

        open_import(self.shell, str(path))

    def _import(self) -> None:
        from app.data.opening import open_import

        path, _ = QFileDialog.getOpenFileName(None, tr("A file to import"))
        if path:
            open_import(self.shell, path)

    def _new(self) -> None:
        from app.data.page import DataPage

        page = self.shell.show_section("data")
        if isinstance(page, DataPage):
            page.new.click()

    def _schemas(self) -> None:
        from app.data.schemas import read_schemas

        path, _ = QFileDialog.getOpenFileName(None, tr("Schemas"), "", "SQL, JSON, Excel (*.sql *.json *.xlsx)")
        if path and self.shell.desk is not None:
            self.shell.desk.tasks.start(read_schemas(self.shell.desk, self.shell, path))

    def _diagram(self) -> None:
        from app.data.opening import open_diagram

        open_diagram(self.shell)

    def _links(self) -> None:
        from app.data.opening import open_suggestions

        open_suggestions(self.shell)

    def _recurring(self) -> None:
        from app.data.opening import open_recurring

        open_recurring(self.shell)
