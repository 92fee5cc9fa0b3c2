"""What the demo makes of files that are dropped or pasted: a table becomes a source, and any file a note."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF

from canvas.dropping import DropHandler
from canvas.placing import snapped
from canvas.requests import AddNode, AddNote, Rename
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView

_TABLES = frozenset({".csv", ".tsv", ".parquet", ".xlsx"})


def file_handlers(canvas: "CanvasView") -> list[DropHandler]:
    """The handlers, for `canvas.dropping.handlers`."""
    return [
        DropHandler("table", tr("Read the table"), _has_table, _adder(canvas, _add_source)),
        DropHandler("note", tr("Write down the name in a note"), _has_file, _adder(canvas, _add_note)),
    ]


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _has_file(data: QMimeData) -> bool:
    return bool(_files(data))


def _has_table(data: QMimeData) -> bool:
    return any(file.suffix.lower() in _TABLES for file in _files(data))


def _adder(
    canvas: "CanvasView", add: Callable[["CanvasView", list[Path], QPointF], None]
) -> Callable[[QMimeData, QPointF], None]:
    return lambda data, at: add(canvas, _files(data), at)


def _add_source(canvas: "CanvasView", files: list[Path], at: QPointF) -> None:
    file = next(file for file in files if file.suffix.lower() in _TABLES)
    made = canvas.ask_and_select(AddNode("read", snapped((at.x(), at.y()))))
    for node in made.created.nodes:
        canvas.ask(Rename(node, file.stem))


def _add_note(canvas: "CanvasView", files: list[Path], at: QPointF) -> None:
    text = "\n".join(f"- {file.name}" for file in files)
    canvas.ask_and_select(AddNote((*snapped((at.x(), at.y())), 216.0, 96.0), text))
