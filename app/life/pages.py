"""The pages about one document: its properties, its versions, its runs, and keeping it as a template."""

from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from app.desk import Desk
from app.document_page import DocumentPage
from app.sections import Shell
from app.words import tr
from engine.journey.copying import Extent
from engine.runner.life import current, save_template


def open_page_of(which: str, document: str, name: str, desk: Desk, shell: Shell, parent: QWidget) -> None:
    """Open one of them: "properties", "versions", "runs", "report", "last-day" or "template"."""
    if which == "versions":
        show_versions(document, name, desk, shell)
    elif which == "runs":
        show_runs(document, shell)
    elif which in {"report", "last-day"}:
        from app.runs.report_page import open_report

        open_report(document, name, desk, shell, whole=which == "report")
    elif which == "template":
        ask_for_template(document, name, desk, shell, parent)
    else:
        shell.open_document(document, lambda page: show_properties(page, desk, parent))


def show_versions(document: str, name: str, desk: Desk, shell: Shell) -> None:
    """The versions of a document, two of which can be compared."""
    from app.versions.page import VersionsPage

    title = tr("Versions of {name}", name=name)
    shell.open_page(f"versions:{document}", title, "ph.git-branch", lambda: VersionsPage(document, name, desk, shell))


def show_runs(document: str, shell: Shell) -> None:
    """The runs of a document."""
    from app.runs.page import RunsPage

    page = shell.show_section("runs")
    if isinstance(page, RunsPage):
        page.show_document(document)


def show_properties(page: DocumentPage, desk: Desk, parent: QWidget) -> None:
    """What holds for a whole document, in a dialog."""
    from app.life.properties import PropertiesDialog

    dialog = PropertiesDialog(page.session, desk, parent.window())
    dialog.open()


def ask_for_template(document: str, name: str, desk: Desk, shell: Shell, parent: QWidget) -> None:
    """Keep a document as a template, under a name that is asked for."""
    line = desk.life.line(document)
    if line is not None and line.kind == "journey":
        from app.life.copying import ask_for_journey_template

        ask_for_journey_template(document, name, desk, shell, parent)
        return
    title = tr("Save as a template")
    wanted, done = QInputDialog.getText(parent, title, tr("Name"), QLineEdit.EchoMode.Normal, name)
    if done and wanted.strip():
        desk.tasks.start(keep_template(document, wanted, desk, shell))


async def keep_template(
    document: str, name: str, desk: Desk, shell: Shell, extent: Extent = Extent.ALL, description: str = ""
) -> None:
    """Keep a document as a template."""

    def keep() -> None:
        content = current(desk.workspace, document)
        save_template(desk.workspace, content, name, description or content.description, extent)

    await desk.worker.run(keep)
    shell.say(tr("Kept as the template “{name}”.", name=name))
