"""The dossier from the menu and as a PDF."""

import re
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.dossier.asking import start_dossier
from engine.document.files import to_text
from tests.app.test_bundles import cities
from tests.app.window import open_window
from tests.engine.fixture import shop


def test_the_document_in_front_is_written_as_a_pdf_and_as_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    with shop(tmp_path) as workspace:
        workspace.documents.save("cities", to_text(cities("London")), name="Cities", kind="campaign")
    user = open_window(qtbot, tmp_path, tmp_path / "shop")
    user.window.open_document("cities")
    user.until(lambda: user.window.page is not None)

    for name in ("d.pdf", "d.html"):
        start_dossier(user.window, tmp_path / name)
        user.until((tmp_path / name).exists)
    user.window.close()

    pdf = (tmp_path / "d.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 1
    assert len(pdf) > 5_000
    assert "city is “London”" in (tmp_path / "d.html").read_text(encoding="utf-8")
