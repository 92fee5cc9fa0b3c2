"""Tables of texts: the first rows of a file as they would be loaded, and what is wrong with its lines."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from app.listing import LEFT, RIGHT
from app.words import number, reason_of
from engine.workspace import RejectedLine

_MOST_SHOWN = 300


def problem_rows(rejects: Sequence[RejectedLine]) -> list[list[str]]:
    """Rejected lines as rows of a table: line, column, value, reason; one for each thing that is wrong."""
    return [
        [number(line.first_line), str(error.get("column") or ""), _cut(error.get("value") or line.raw),
         reason_of(error)]
        for line in rejects[:_MOST_SHOWN]
        for error in line.errors
    ]  # fmt: skip


def _cut(value: object) -> str:
    text = str(value).rstrip("\r\n")
    return text if len(text) <= 80 else f"{text[:79]}…"


def text_table(name: str) -> QTableWidget:
    """An empty table, called so."""
    table = QTableWidget()
    table.setAccessibleName(name)
    table.setTabKeyNavigation(False)
    table.setProperty("rows", True)  # the row shows what is current, no cell does
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.horizontalHeader().setDefaultAlignment(LEFT)
    return table


def fill(table: QTableWidget, titles: list[str], rows: list[list[str]], numbers: Collection[int] = ()) -> None:
    """Show rows under titles; `numbers` are the columns of numbers, which stand at the right."""
    table.clear()
    table.setColumnCount(len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.setRowCount(len(rows))
    for line, row in enumerate(rows):
        for place, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setTextAlignment(RIGHT if place in numbers else LEFT)
            table.setItem(line, place, item)
    for place in numbers:
        head = table.horizontalHeaderItem(place)
        if head is not None:
            head.setTextAlignment(RIGHT)
    table.resizeColumnsToContents()
    for place in range(len(titles)):
        table.setColumnWidth(place, min(max(table.columnWidth(place) + 12, 72), 360))
    table.horizontalHeader().setStretchLastSection(True)
