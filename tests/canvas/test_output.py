"""Pictures and prints: what they show, in which format, on how many pages, with a display or without one."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from canvas import DARK, LIGHT, CanvasView, spoken
from canvas.demo.generate import graph
from canvas.demo.model import MemoryModel
from canvas.drawing_form import ExportDialog, PrintDialog
from canvas.export import write_picture
from canvas.navigation import Place
from canvas.output import export_to, print_on
from canvas.picture import Drawing, Extent, Picture, Showing
from canvas.printing import Caption, Sheets, plan_of, print_picture
from canvas.requests import SetFrame, SetNode
from canvas.views import Count, CountState, FrameView, NoteView, Parts, RunState, Status
from tests.canvas.conftest import small_graph

Keys = Callable[..., None]


@pytest.fixture
def model() -> MemoryModel:
    made = MemoryModel(
        [*small_graph(), NoteView("memo", "Ask Ann", (0, 480, 216, 96)), FrameView("box", "Box", (780, -60, 700, 200))]
    )
    made.set_counts({"t1": Count(CountState.EXACT, 12_431), "t2": Count(CountState.EXACT, 9)})
    return made


@pytest.fixture
def no_scenes_left(canvas: CanvasView) -> Iterator[None]:
    """A picture gives its scene back: nothing listens to the model any more."""
    before = canvas.model.receivers("2changed(PyObject)")
    yield
    assert canvas.model.receivers("2changed(PyObject)") == before


def _written(canvas: CanvasView, path: Path, drawing: Drawing) -> bytes:
    assert export_to(canvas, path, drawing)
    return path.read_bytes()


def _svg_texts(data: bytes) -> list[str]:
    return [
        (element.text or "").strip() for element in ElementTree.fromstring(data).iter() if element.tag.endswith("}text")
    ]


def _pdf_text(path: Path) -> list[str]:
    """The text of each page."""
    document = QPdfDocument()
    document.load(str(path))
    assert document.error() == QPdfDocument.Error.None_
    return [document.getAllText(page).text() for page in range(document.pageCount())]


# Pictures


@pytest.mark.req("CAN-85")
@pytest.mark.usefixtures("no_scenes_left")
def test_a_png_has_the_size_of_the_graph_with_its_margin_and_scale(canvas: CanvasView, tmp_path: Path) -> None:
    sizes: list[tuple[int, int]] = []
    for scale, margin in ((1.0, 0.0), (2.0, 0.0), (1.0, 50.0)):
        _written(canvas, tmp_path / "graph.png", Drawing(scale=scale, margin=margin))
        image = QImage(str(tmp_path / "graph.png"))
        sizes.append((image.width(), image.height()))
    (wide, high), double, roomy = sizes
    assert abs(double[0] - 2 * wide) <= 1
    assert abs(double[1] - 2 * high) <= 1
    assert roomy == (wide + 100, high + 100)
    assert wide > 1440
    assert high > 600


@pytest.mark.req("CAN-85", "CAN-66")
def test_a_picture_has_the_colours_asked_for_and_not_those_of_the_screen(canvas: CanvasView, tmp_path: Path) -> None:
    canvas.set_tokens(DARK)
    for tokens in (LIGHT, DARK):
        _written(canvas, tmp_path / "graph.png", Drawing(tokens=tokens))
        assert QImage(str(tmp_path / "graph.png")).pixelColor(2, 2).name() == tokens.ground


@pytest.mark.req("CAN-85")
@pytest.mark.usefixtures("no_scenes_left")
def test_an_svg_keeps_words_as_text_and_icons_as_outlines(canvas: CanvasView, tmp_path: Path) -> None:
    data = _written(canvas, tmp_path / "graph.svg", Drawing())
    texts = _svg_texts(data)
    for words in ("Filter", "Union", "12,431", "Box"):
        assert words in texts
    assert b"Phosphor" not in data
    assert not any(ord(letter) >= 0xE000 for text in texts for letter in text)
    assert b"<image" not in data


@pytest.mark.req("CAN-85")
def test_a_pdf_is_one_page_of_the_size_of_the_graph_with_text_to_search(canvas: CanvasView, tmp_path: Path) -> None:
    path = tmp_path / "graph.pdf"
    _written(canvas, path, Drawing())
    assert len(_pdf_text(path)) == 1
    assert "Filter" in _pdf_text(path)[0]
    assert "12,431" in _pdf_text(path)[0]
    document = QPdfDocument()
    document.load(str(path))
    size = document.pagePointSize(0)
    with Picture(canvas.model, Drawing()) as picture:
        wanted = QSizeF(picture.size.width(), picture.size.height()) * 0.75
    assert abs(size.width() - wanted.width()) < 2
    assert abs(size.height() - wanted.height()) < 2


@pytest.mark.req("CAN-85")
@pytest.mark.parametrize(
    ("drawing", "present", "absent"),
    [
        (Drawing(), "12,431", ""),
        (Drawing(counts=False), "Filter", "12,431"),
        (Drawing(notes=True), "Ask Ann", ""),
        (Drawing(notes=False), "Filter", "Ask Ann"),
        (Drawing(heat=True), "Population", ""),
        (Drawing(), "Filter", "Population"),
    ],
)
def test_counts_notes_and_heat_are_shown_as_asked(
    canvas: CanvasView, tmp_path: Path, drawing: Drawing, present: str, absent: str
) -> None:
    texts = _svg_texts(_written(canvas, tmp_path / "graph.svg", drawing))
    assert any(present in text for text in texts)
    assert not absent or not any(absent in text for text in texts)


@pytest.mark.req("CAN-75")
def test_a_card_ends_with_what_became_of_those_who_came_in(
    canvas: CanvasView, model: MemoryModel, tmp_path: Path
) -> None:
    """As its last line, beside a state in words too; not on a compact card, and not where no numbers are wanted."""
    model.set_statuses({
        "filter": Status(tally="412 of 500 reachable"),
        "wait": Status(RunState.WAITING, tally="7 waiting", outdated=True),
        "union": Status(tally="3 merged"),
    })  # fmt: skip
    model.ask(SetNode(frozenset({"union"}), compact=True))
    texts = _svg_texts(_written(canvas, tmp_path / "a.svg", Drawing()))
    assert "412 of 500 reachable" in texts
    assert texts.index("412 of 500 reachable") > texts.index("Filter")
    assert "7 waiting" in texts[texts.index("Waiting") :]
    assert "3 merged" not in texts
    assert not any(
        "reachable" in text for text in _svg_texts(_written(canvas, tmp_path / "b.svg", Drawing(counts=False)))
    )
    assert "412 of 500 reachable" in spoken.part(canvas, "nodes", "filter")


@pytest.mark.req("CAN-85")
def test_the_grid_is_drawn_when_asked_for(canvas: CanvasView, tmp_path: Path) -> None:
    plain = _written(canvas, tmp_path / "a.png", Drawing())
    assert _written(canvas, tmp_path / "b.png", Drawing(grid=True)) != plain


@pytest.mark.req("CAN-85")
def test_the_selection_or_the_view_alone(canvas: CanvasView, tmp_path: Path) -> None:
    canvas.selection.set(Parts.of(nodes=["filter", "union"]))
    texts = _svg_texts(_written(canvas, tmp_path / "a.svg", Drawing(Extent.SELECTION)))
    assert {"Filter", "Union"} <= set(texts)
    assert not {"Read", "End", "Query", "Box"} & set(texts)
    canvas.go_to(Place(100, 36, 1.0))
    canvas.resize(400, 300)
    with Picture(canvas.model, Drawing(Extent.VIEW), Showing.of(canvas)) as picture:
        assert picture.area == canvas.visible_area()


@pytest.mark.req("CAN-85", "CAN-50")
def test_a_collapsed_frame_is_drawn_as_its_card(canvas: CanvasView, model: MemoryModel, tmp_path: Path) -> None:
    model.ask(SetFrame("box", nodes=("union", "end"), collapsed=True))
    texts = _svg_texts(_written(canvas, tmp_path / "a.svg", Drawing()))
    assert "Box" in texts
    assert "Union" not in texts
    canvas.selection.set(Parts.of(frames=["box"]))
    assert "Box" in _svg_texts(_written(canvas, tmp_path / "b.svg", Drawing(Extent.SELECTION)))


@pytest.mark.req("CAN-85")
def test_the_screen_is_left_as_it_was(canvas: CanvasView, tmp_path: Path) -> None:
    canvas.selection.set(Parts.of(nodes=["filter"]))
    canvas.overlays.finder.open()
    canvas.overlays.finder.search.setText("union")
    before = canvas.viewport().grab().toImage()
    with Picture(canvas.model, Drawing(), Showing.of(canvas)) as picture:
        assert write_picture(picture, tmp_path / "a.png") == ""
    data = (tmp_path / "a.png").read_bytes()
    assert canvas.viewport().grab().toImage() == before
    canvas.overlays.finder.close_again()
    canvas.selection.clear()
    assert _written(canvas, tmp_path / "b.png", Drawing()) == data, "neither selection nor search is in a picture"


@pytest.mark.req("CAN-85")
def test_what_cannot_be_written_is_said(canvas: CanvasView, tmp_path: Path) -> None:
    empty = MemoryModel()
    with Picture(empty, Drawing()) as picture:
        assert write_picture(picture, tmp_path / "a.png") == "There is nothing to draw."
    with Picture(canvas.model, Drawing(scale=50)) as picture:
        reason = write_picture(picture, tmp_path / "a.png")
        assert "pixels" in reason
        most = int(re.findall(r"at most (\d+) %", reason)[0])
    with Picture(canvas.model, Drawing(scale=most / 100)) as picture:
        assert picture.size.width() * picture.size.height() <= 100_000_000
        assert write_picture(picture, tmp_path / "a.gif").startswith("A picture is")
    assert not export_to(canvas, tmp_path / "no such folder" / "a.svg", Drawing())
    assert "cannot be written" in canvas.notices.notice.text()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.req("CAN-85", "CAN-90")
def test_a_large_picture_tells_how_far_it_is_and_can_be_stopped(canvas: CanvasView, tmp_path: Path) -> None:
    told: list[float] = []

    def stop_early(share: float) -> bool:
        told.append(share)
        return len(told) < 2

    with Picture(canvas.model, Drawing(scale=4)) as picture:
        assert write_picture(picture, tmp_path / "a.png", progress=stop_early).startswith("Stopped")
        assert len(told) == 2
        assert picture.image() is not None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.req("CAN-85", "CAN-90")
@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_a_large_drawing_of_lines_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path, kind: str) -> None:
    model, told = MemoryModel(graph(120)), list[float]()

    def stop_halfway(share: float) -> bool:
        told.append(share)
        model.set_counts({edge: Count(CountState.EXACT, 7) for edge in model.edge_ids()})  # the program goes on
        return share < 0.5

    path = tmp_path / f"a.{kind}"
    with Picture(model, Drawing()) as picture:
        assert write_picture(picture, path, progress=stop_halfway).startswith("Stopped")
        assert not path.exists()
        assert told == sorted(told)
        assert 0 < told[0] < 0.5 <= told[-1] < 0.9
        assert not write_picture(picture, path, progress=lambda share: 0 <= share <= 1)
    assert path.stat().st_size > 10_000


@pytest.mark.req("CAN-85")
def test_bands_leave_no_seams(canvas: CanvasView) -> None:
    with Picture(canvas.model, Drawing(scale=2)) as picture:
        image = picture.image()
        assert image is not None
        whole = QImage(image.size(), QImage.Format.Format_RGB32)
        painter = QPainter(whole)
        picture.paint(painter, QRectF(0, 0, whole.width(), whole.height()))
        painter.end()
    different = sum(image.pixel(x, y) != whole.pixel(x, y) for y in range(508, 518) for x in range(0, image.width(), 3))
    assert different < image.width() / 100


@pytest.mark.req("CAN-85")
def test_pictures_need_no_display(tmp_path: Path) -> None:
    path = tmp_path / "graph.svg"
    done = subprocess.run(
        [sys.executable, "-m", "canvas", "--nodes", "12", "--picture", str(path)],
        env={"PATH": "", "HOME": str(tmp_path)}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len(_svg_texts(path.read_bytes())) > 24


@pytest.mark.req("CAN-87")
def test_copy_as_an_image_takes_the_selection_or_everything(canvas: CanvasView, keys: Keys) -> None:
    keys("Ctrl+Shift+C")
    whole = QGuiApplication.clipboard().image()
    canvas.selection.set(Parts.of(nodes=["filter"]))
    keys("Ctrl+Shift+C")
    part = QGuiApplication.clipboard().image()
    assert whole.width() > 2 * 1440
    assert 2 * 216 <= part.width() < 2 * 400
    assert canvas.notices.notice.text() == "Copied as an image."


@pytest.mark.req("CAN-85", "CAN-89")
def test_the_dialogs_ask_all_that_can_be_chosen(canvas: CanvasView, model: MemoryModel, qtbot: QtBot) -> None:
    model.lock("Locked while it runs.")
    canvas.actions_by_id.refresh()
    assert canvas.actions_by_id["output.picture"].isEnabled()
    canvas.selection.set(Parts.of(nodes=["filter"]))
    dialog = ExportDialog(canvas)
    qtbot.addWidget(dialog)
    dialog.form.extent.setCurrentIndex(1)
    dialog.form.scale.setValue(250)
    dialog.form.margin.setValue(7)
    dialog.form.scheme.setCurrentIndex(1)
    for switch in (dialog.form.counts, dialog.form.notes, dialog.form.grid, dialog.form.heat, dialog.form.states):
        switch.toggle()
    assert dialog.drawing() == Drawing(Extent.SELECTION, 2.5, 7.0, DARK, False, False, True, True, False)
    printing = PrintDialog(canvas)
    qtbot.addWidget(printing)
    assert printing.sheets() == Sheets()
    printing.poster.setCurrentIndex(1)
    printing.turned.setCurrentIndex(1)
    printing.overlap.setValue(20)
    assert printing.sheets() == Sheets(True, 1.0, 20.0)
    assert printing.orientation() == QPageLayout.Orientation.Portrait


# Print


def _print(canvas: CanvasView, path: Path, sheets: Sheets, drawing: Drawing | None = None) -> list[str]:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    assert print_on(canvas, printer, drawing or Drawing(), sheets)
    return _pdf_text(path)


@pytest.mark.req("CAN-86")
@pytest.mark.usefixtures("no_scenes_left")
def test_one_page_has_a_head_and_the_whole_graph(canvas: CanvasView, tmp_path: Path) -> None:
    canvas.caption = lambda: Caption("Spring offer", "Version 3", "28 November 2026")
    pages = _print(canvas, tmp_path / "a.pdf", Sheets())
    assert len(pages) == 1
    for words in ("Spring offer · Version 3 · 28 November 2026", "Page 1 of 1", "Filter", "End", "Ask Ann"):
        assert words in pages[0]


@pytest.mark.req("CAN-86")
def test_a_poster_has_numbered_sheets_with_marks(canvas: CanvasView, tmp_path: Path) -> None:
    canvas.caption = lambda: Caption("Spring offer")
    pages = _print(canvas, tmp_path / "a.pdf", Sheets(poster=True, scale=2.5))
    assert len(pages) >= 6
    for number, page in enumerate(pages, start=1):
        assert "Spring offer" in page
        assert f"Page {number} of {len(pages)} (row " in page
    assert "→ 1/2" in pages[0]
    assert "↓ 2/1" in pages[0]
    everything = "\n".join(pages)
    for title in ("Read", "Filter", "Union", "End", "Query", "Wait"):
        assert title in everything


@pytest.mark.req("CAN-86")
@given(
    st.floats(10, 20_000), st.floats(10, 20_000), st.floats(0.1, 4), st.floats(0, 60), st.sampled_from([96.0, 1200.0])
)
def test_sheets_cover_everything_and_overlap_as_told(
    width: float, height: float, scale: float, overlap: float, dots: float
) -> None:
    area, room = QRectF(-50, 20, width, height), QRectF(0, 0, 7 * dots, 10 * dots)
    plan = plan_of(area, room, dots, Sheets(True, scale, overlap))
    assert len(plan.sheets) == plan.rows * plan.columns
    around = QRectF()
    for sheet in plan.sheets:
        around = around.united(sheet.part)
        assert sheet.part.intersects(area), "no sheet is empty"
    assert around.adjusted(-0.01, -0.01, 0.01, 0.01).contains(area)
    first = plan.sheets[0].part
    for sheet in plan.sheets[1:2]:
        shared = first.intersected(sheet.part)
        lap = shared.width() if plan.columns > 1 else shared.height()
        assert lap == pytest.approx(plan.overlap, abs=0.01)
        if overlap < 50:
            assert lap == pytest.approx(
                min(overlap / 25.4 * 96 / scale, first.width() / 3, first.height() / 3), rel=0.01, abs=0.01
            )


@pytest.mark.req("CAN-86")
def test_heat_is_left_out_of_a_print_unless_asked_for(canvas: CanvasView, tmp_path: Path) -> None:
    canvas.actions_by_id["show.heat"].trigger()
    assert "Population" not in _print(canvas, tmp_path / "a.pdf", Sheets())[0]
    assert "Population" in _print(canvas, tmp_path / "b.pdf", Sheets(), Drawing(heat=True))[0]


@pytest.mark.req("CAN-86")
def test_a_print_can_be_stopped_and_an_empty_one_is_refused(canvas: CanvasView) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    with Picture(canvas.model, Drawing()) as picture:
        writer = QPdfWriter(buffer)
        assert print_picture(picture, writer, Sheets(True, 2.0), Caption(), lambda _share: False).startswith("Stopped")
    with Picture(MemoryModel(), Drawing()) as picture:
        assert print_picture(picture, QPdfWriter(buffer), Sheets(), Caption()) == "There is nothing to draw."
