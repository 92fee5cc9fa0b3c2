"""Sharing: what is sent and received, the dry run of an import, its receipts, a comparison, a merge, dialogs."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.arrivals import PlaceDialog
from app.bundles.bundle_page import BundlePage
from app.bundles.compare_page import show_comparison
from app.bundles.export_dialog import ExportDialog
from app.bundles.merge_page import show_merge
from app.bundles.page import SharingPage, open_bundle_page
from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.manifest import Contents
from engine.bundles.signing import new_key, read_signer
from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.workspace import Workspace
from tests.gallery.app import Do, Stage, in_all_looks, sample
from tests.gallery.picture import Picture

SUBJECT = "lapsed-households"


@cache
def shared() -> tuple[Path, Path]:
    """A workspace in which a campaign was edited, and a bundle with an edited copy of it and another campaign."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(sample(), folder / "Loyalty")
    with Workspace.open(folder / "Loyalty") as workspace:
        base = from_text(workspace.documents.load(SUBJECT))
        theirs = _edited(base, 12, "We miss you at the deli")
        new_key(folder / "key.pem")
        signer = read_signer(folder / "key.pem", "Ana, Loyalty team")
        others = [from_text(workspace.documents.load("campaign-overlap"))]
        export_bundle(workspace, [theirs, *others], folder / "spring.jalon", ExportWish(Contents.COUNTS, signer=signer))
        mine = _edited(base, 6, "We miss you")
        workspace.documents.save(SUBJECT, to_text(mine), name=mine.name, kind="campaign")
    return folder / "Loyalty", folder / "spring.jalon"


def _edited(base: Document, weeks: int, label: str) -> Document:
    text = to_text(base).replace('"count": 8', f'"count": {weeks}')
    raw = json.loads(text)
    raw["nodes"][-1]["label"] = label
    return Document.model_validate(raw)


def _page(stage: Stage) -> BundlePage:
    folder, bundle = shared()
    stage.open(folder=folder)
    page = open_bundle_page(bundle, stage.window)
    assert isinstance(page, BundlePage), "a workspace is open"
    stage.until(lambda: page.opened is not None)
    return page


def _theirs(page: BundlePage) -> Document:
    assert page.opened is not None, "it was waited for"
    return next(one for one in page.opened.documents if one.id == SUBJECT)


def _report(stage: Stage) -> None:
    page = _page(stage)
    page.everything.setChecked(True)
    page.table.setCurrentCell(0, 0)
    stage.settle()


def _receipts(stage: Stage) -> None:
    page = _page(stage)
    page.bring.click()
    stage.until(lambda: page.brought is not None)
    stage.settle()
    page.back.click()
    stage.until(lambda: page.brought is None)
    page.bring.click()
    stage.until(lambda: page.brought is not None)
    stage.settle()


def _compare(stage: Stage) -> None:
    page = _page(stage)
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    shown = show_comparison(_theirs(page), desk, stage.window)
    assert shown is not None, "just made"
    stage.until(lambda: bool(shown.pane.changes))
    stage.settle()


def _merge(stage: Stage) -> None:
    page = _page(stage)
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    shown = show_merge(_theirs(page), desk, stage.window)
    assert shown is not None, "just made"
    stage.until(lambda: bool(shown.pane.changes))
    stage.settle()


def _sharing(stage: Stage) -> None:
    stage.open(folder=shared()[0])
    page = stage.window.show_section("sharing")
    assert isinstance(page, SharingPage), "the section of sharing"
    stage.settle()


def _export(stage: Stage) -> None:
    stage.open()
    desk = stage.window.desk
    assert desk is not None, "a workspace is open"
    made = ExportDialog(desk, stage.window, [(SUBJECT, "Win back the deli counter")], stage.window)
    made.choices[Contents.FULL].setChecked(True)
    made.sign.setChecked(True)
    made.signer.setText("Ana, Loyalty team")
    made.open()


def _unreadable(stage: Stage) -> None:
    stage.open(folder=shared()[0])
    path = Path(tempfile.mkdtemp()) / "autumn.jalon"
    path.write_text("This is no bundle.")
    open_bundle_page(path, stage.window)
    stage.settle()


def _place(stage: Stage) -> None:
    recent = [Path("/home/ana/Loyalty"), Path("/home/ana/Old campaigns/2024")]
    PlaceDialog(["spring.jalon", "orders.csv"], recent, stage.window).open()


SCREENS: dict[str, Do] = {
    "sharing": _sharing, "report": _report, "receipts": _receipts, "compare": _compare, "merge": _merge,
    "export": _export, "unreadable": _unreadable, "place": _place,
}  # fmt: skip


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)
