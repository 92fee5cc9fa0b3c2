"""Opening a count from the code that was copied with it: its document as it was, as of its instant, its transition."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QLineEdit

from app.desk import Desk
from app.document_page import DocumentPage
from app.document_tabs import DocumentTabs
from app.words import number, tr
from engine.runner.receipts import Receipt, find_receipt


def ask_for_code(tabs: DocumentTabs) -> None:
    """Ask for a code, or for the whole line that was copied, and open what it stands for."""
    if tabs.desk is None:
        return
    dialog = QInputDialog(tabs, Qt.WindowType.Dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Open a count from its code"))
    dialog.setLabelText(tr("Paste the line that was copied with the count, or its code."))
    dialog.setOkButtonText(tr("Open"))
    dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
    copied = QGuiApplication.clipboard().text()
    dialog.setTextValue(copied if "·" in copied else "")
    dialog.resize(560, dialog.sizeHint().height())
    dialog.textValueSelected.connect(partial(open_code, tabs))
    dialog.open()


def open_code(tabs: DocumentTabs, text: str) -> None:
    """Open the count that a code, or a copied line, stands for."""
    if tabs.desk is not None and text.strip():
        tabs.desk.tasks.start(_open(tabs, tabs.desk, text))


async def _open(tabs: DocumentTabs, desk: Desk, text: str) -> None:
    receipt = await desk.worker.run(find_receipt, desk.workspace, text)
    page = tabs.show_state(desk, receipt.document, receipt.as_of)

    def counted(running: bool) -> None:
        if not running and page.session.counts.last is not None and not page.controller.busy:
            page.session.running.disconnect(counted)
            _arrive(tabs, page, receipt)

    page.session.running.connect(counted)


def _arrive(tabs: DocumentTabs, page: DocumentPage, receipt: Receipt) -> None:
    """Select the transition of the count, and say whether it is the same number still."""
    if receipt.output in page.adapter.edge_ids():
        page.select_edge(receipt.output)
        source = page.adapter.edge(receipt.output).source
        found = page.session.counts.output(source.node, source.port).result
        now = found.rows if found is not None else None
        if now == receipt.rows:
            tabs.said.emit(tr("The same count: {rows}.", rows=number(receipt.rows)))
        elif now is not None:
            tabs.said.emit(
                tr("It was {before} and is {now}: the data has changed since.", before=number(receipt.rows),
                   now=number(now))
            )  # fmt: skip
