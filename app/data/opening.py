"""The pages of the data section in tabs of their own."""

from pathlib import Path

from app.sections import Shell
from app.words import tr


def show_table(shell: Shell, name: str) -> None:
    """The section, with a table selected."""
    from app.data.page import DataPage

    page = shell.show_section("data")
    if isinstance(page, DataPage):
        page.select(name)


def open_import(shell: Shell, path: str) -> None:
    """A file on its way into a table."""
    desk = shell.desk
    if desk is not None:
        from app.data.import_page import ImportPage

        file = Path(path)
        key = f"import:{file}"
        title = tr("Import {name}", name=file.name)
        shell.open_page(key, title, "ph.file-arrow-down", lambda: ImportPage(desk, shell, file, key))


def open_repair(shell: Shell, load: str, name: str) -> None:
    """The rejected lines of a load."""
    desk = shell.desk
    if desk is not None:
        from app.data.repair_page import RepairPage

        key = f"repair:{load}"
        shell.open_page(key, tr("Repair {name}", name=name), "ph.wrench", lambda: RepairPage(desk, shell, load, key))


def open_diagram(shell: Shell) -> None:
    """All tables and links as a diagram."""
    desk = shell.desk
    if desk is not None:
        from app.data.diagram_page import DiagramPage

        shell.open_page("data:diagram", tr("Tables and links"), "ph.tree-structure", lambda: DiagramPage(desk, shell))


def open_suggestions(shell: Shell) -> None:
    """Links that the data suggest, to confirm."""
    desk = shell.desk
    if desk is not None:
        from app.data.suggestions_page import SuggestionsPage

        shell.open_page("data:links", tr("Suggested links"), "ph.link", lambda: SuggestionsPage(desk, shell))


def open_recurring(shell: Shell) -> None:
    """The folders whose new files are loaded."""
    desk = shell.desk
    if desk is not None:
        from app.data.recurring_page import RecurringPage

        shell.open_page("data:recurring", tr("Recurring loads"), "ph.folder-open", lambda: RecurringPage(desk, shell))
