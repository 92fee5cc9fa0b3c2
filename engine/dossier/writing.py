"""A dossier written to a file: a page in HTML, or a PDF by whatever can print here."""

from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

from engine.document.model import Document
from engine.dossier.making import Dossier, make_dossier
from engine.dossier.page import WORDS, to_html
from engine.dossier.speech import Speech
from engine.problems import EngineError, Problem
from engine.rules.sentences import Language
from engine.runner.exporting import write_new
from engine.workspace import Workspace

PRINTERS = "jalon.printers"
"""The group of entry points by which a program says that it can print: `pdf` is called with a dossier and a path."""
Printer = Callable[[Dossier, Path], None]


def write_dossier(workspace: Workspace, document: Document, path: Path, language: Language = "en") -> Dossier:
    """Count a document, and write its dossier as .html or .pdf; old or new, never half a file.

    Errors: unknown-format, no-printer, storage-failed, those of counting.
    """
    suffix = path.suffix.lower()
    if suffix not in {".html", ".pdf"}:
        what = f"A dossier cannot be written as {path.suffix or 'nothing'!r}."
        raise EngineError(Problem(code="unknown-format", what=what, fix="End the name in .pdf or .html."))
    printer = _printer() if suffix == ".pdf" else _write_page
    dossier = make_dossier(workspace, document, Speech(language, WORDS))
    write_new(path, lambda partly: printer(dossier, partly))
    return dossier


def _write_page(dossier: Dossier, path: Path) -> None:
    path.write_text(to_html(dossier), encoding="utf-8")


def _printer() -> Printer:
    for one in entry_points(group=PRINTERS, name="pdf"):
        try:
            found: Printer = one.load()
        except ImportError:
            continue
        return found
    what = "Nothing here can make a PDF: the libraries of the window are missing."
    raise EngineError(Problem(code="no-printer", what=what, fix="Write .html instead, and print it from a browser."))
