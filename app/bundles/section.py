"""The section about sharing: bundles to send and to receive."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from app.actions import WindowAction, has_desk, has_page
from app.desk import Desk
from app.sections import Section
from app.words import tr

if TYPE_CHECKING:
    from app.main_window import MainWindow


class SharingSection(Section):
    """Bundles."""

    id, icon, place = "sharing", "ph.package", 80
    suffixes: ClassVar[frozenset[str]] = frozenset({".jalon"})
    """The files that it opens, by the end of their names."""

    @property
    def title(self) -> str:
        return tr("Sharing")

    def make(self, desk: Desk) -> QWidget:
        from app.bundles.page import SharingPage

        return SharingPage(desk, self.shell)

    def actions(self) -> tuple[WindowAction, ...]:
        file = tr("File")
        return (
            WindowAction("bundles.share", tr("Share as a bundle…"), _share, file, "Ctrl+Alt+E", "ph.export",
                         has_page),
            WindowAction("bundles.open", tr("Open a bundle…"), self._open, file, "Ctrl+Alt+O", "ph.package",
                         has_desk),
            WindowAction("dossier.write", tr("Write a dossier…"), _write_dossier, file, "", "ph.file-pdf", has_page),
        )  # fmt: skip

    def open_file(self, path: Path) -> None:
        """Open a bundle that was dropped on the window, or named at the start."""
        from app.bundles.page import open_bundle_page

        open_bundle_page(path, self.shell)

    def _open(self, window: "MainWindow") -> None:
        from app.bundles.page import choose_bundle

        choose_bundle(self.shell, window)


def _share(window: "MainWindow") -> None:
    from app.bundles.export_dialog import ExportDialog

    page, desk = window.page, window.desk
    if page is not None and desk is not None:
        ExportDialog(desk, window, [(page.session.document.id, page.session.title)], window).open()


def _write_dossier(window: "MainWindow") -> None:
    from app.dossier.asking import ask_for_dossier

    ask_for_dossier(window)
