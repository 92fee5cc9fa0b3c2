"""The canvas in each of its states: levels of detail, light and dark, runs, errors, sizes, empty and locked."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QLocale, QPoint, Qt, QTranslator
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from app.application import TRANSLATIONS
from canvas import DARK, LIGHT, CanvasView, Tokens
from canvas.demo.model import MemoryModel
from canvas.demo.window import DemoWindow
from canvas.drawing_form import PrintDialog
from canvas.items.hit import Hit, Spot
from canvas.picture import Drawing
from canvas.picture import Picture as DrawnGraph
from canvas.printing import Caption, Sheets, print_picture
from canvas.requests import Rename
from canvas.routing import Routing
from canvas.style import PAPER
from canvas.views import Parts
from tests.gallery import scenes
from tests.gallery.picture import Picture, shot

Prepare = Callable[[CanvasView], None]


def _nothing(_canvas: CanvasView) -> None:
    """Show the canvas as it opens."""


def _take(model: Callable[[], MemoryModel], tokens: Tokens, prepare: Prepare, zoom: float, scale: float) -> QImage:
    view = CanvasView(model(), tokens)
    view.resize(1600, 1000)
    view.set_text_scale(scale)
    view.show()
    view.fit(view.graph_scene.content())
    if zoom:
        view.set_zoom(zoom)
    prepare(view)
    return shot(view)


def _picture(
    name: str, model: Callable[[], MemoryModel], prepare: Prepare = _nothing, zoom: float = 0.0, tokens: Tokens = LIGHT,
    scale: float = 1.0,
) -> Picture:  # fmt: skip
    return Picture(name, partial(_take, model, tokens, prepare, zoom, scale))


def _select(*nodes: str) -> Prepare:
    return lambda canvas: canvas.selection.set(Parts.of(nodes))


def _orthogonal(canvas: CanvasView) -> None:
    canvas.graph_scene.set_routing(Routing.ORTHOGONAL)


def _locked() -> MemoryModel:
    model = scenes.running()
    model.lock("This campaign is running. Stop the run to edit it.")
    return model


def _quick_add(canvas: CanvasView) -> None:
    canvas.show()
    canvas.quick_add(canvas.visible_area().center())


def _in_french(take: Callable[[], QImage]) -> QImage:
    """A picture in French, without a trace in those that follow."""
    program, translator, before = QApplication.instance(), QTranslator(), QLocale()
    assert program is not None
    translator.load(QLocale("fr_FR"), "jalon", "_", str(TRANSLATIONS))
    program.installTranslator(translator)
    QLocale.setDefault(QLocale("fr_FR"))
    try:
        return take()
    finally:
        program.removeTranslator(translator)
        QLocale.setDefault(before)


def _act(*names: str) -> Prepare:
    """Trigger actions, one after the other."""

    def prepare(canvas: CanvasView) -> None:
        for name in names:
            canvas.actions_by_id[name].trigger()

    return prepare


def _find(text: str) -> Prepare:
    def prepare(canvas: CanvasView) -> None:
        canvas.overlays.finder.open()
        canvas.overlays.finder.search.setText(text)
        canvas.overlays.finder.step(1)

    return prepare


def _difference(tokens: Tokens, zoom: float) -> QImage:
    model, before = scenes.edited()
    return _take(
        lambda: model, tokens, lambda canvas: canvas.overlays.comparison.show_against(before, "version 3"), zoom, 1.0
    )


def _tip(hit: Hit) -> Prepare:
    def prepare(canvas: CanvasView) -> None:
        kind = "edges" if hit.spot is Spot.PILL else "nodes"
        canvas.walk.note(kind, hit.id, visible=False)
        canvas.overlays.tips.show_now(hit, canvas.viewportTransform().map(canvas.walk.area().center()))

    return prepare


def _peek(canvas: CanvasView) -> None:
    peek = canvas.overlays.peek
    peek.ask("t5")
    rows = [[f"{4711 + 13 * row}", name, town, "Silver"] for row, (name, town) in enumerate(_PEOPLE)]
    peek.show_rows("t5", ["Number", "Name", "Town", "Tier"], rows, "The first 5 of 88,020")


def _history(canvas: CanvasView) -> None:
    for title in ("Split by value", "Split by worth"):
        canvas.ask(Rename("tier", title))
    canvas.model.undo()
    canvas.overlays.history.open_in_middle()


def _menu(hit: Hit) -> Callable[[Tokens], QImage]:
    """A context menu alone: it is a window of its own."""

    def take(tokens: Tokens) -> QImage:
        canvas = CanvasView(scenes.done(), tokens)
        canvas.resize(1600, 1000)
        canvas.show()
        canvas.selection.set(Parts.of(edges=[hit.id]))  # as the press that opens it does
        canvas.menus.open(hit, QPoint(0, 0))
        menu = canvas.menus.menu
        assert menu is not None
        image = menu.grab().toImage()
        menu.close()
        canvas.close()
        canvas.deleteLater()
        return image

    return take


def _print_form(tokens: Tokens) -> QImage:
    canvas = CanvasView(scenes.done(), tokens)
    dialog = PrintDialog(canvas)
    return shot(dialog, 460, 520)


def _sheet() -> QImage:
    """The first sheet of a poster, as a printer gets it."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "poster.pdf")
        printer.setOutputFileName(path)
        with DrawnGraph(scenes.errors(), Drawing(tokens=PAPER)) as picture:
            print_picture(
                picture, printer, Sheets(poster=True), Caption("Spring offer", "Version 3", "28 November 2026")
            )
        document = QPdfDocument()
        document.load(path)
        image = QImage(1188, 840, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.drawImage(0, 0, document.render(0, image.size()))
        painter.end()
    return image


_PEOPLE = (("Ana Costa", "Porto"), ("Bram Jansen", "Gent"), ("Chloé Martin", "Lyon"), ("Dita Novak", "Brno"),
           ("Erik Lund", "Bergen"))  # fmt: skip


def _window(dark: bool) -> QImage:
    window = DemoWindow(scenes.done(), dark)
    window.show()
    window.canvas.fit(window.canvas.graph_scene.content())
    return shot(window)


def pictures() -> Iterator[Picture]:
    """All pictures of the canvas."""
    for tokens in (LIGHT, DARK):
        name = tokens.name
        yield _picture(f"done-{name}", scenes.done, tokens=tokens)
        yield _picture(f"running-{name}", scenes.running, tokens=tokens)
        yield _picture(f"errors-{name}", scenes.errors, tokens=tokens)
        yield _picture(f"stale-{name}", scenes.stale, tokens=tokens)
        yield _picture(f"selected-{name}", scenes.done, _select("tier", "gold"), tokens=tokens)
        yield _picture(f"quick-add-{name}", scenes.done, _quick_add, tokens=tokens)
        yield Picture(f"window-{name}", partial(_window, tokens is DARK))
        yield _picture(f"heat-{name}", scenes.done, _act("show.heat"), tokens=tokens)
        yield _picture(f"heat-120-{name}", partial(scenes.generated, 120), _act("show.heat"), 0.2, tokens)
        yield _picture(f"tip-node-{name}", scenes.errors, _tip(Hit(Spot.NODE, "rest")), tokens=tokens)
        yield _picture(f"tip-count-{name}", scenes.done, _tip(Hit(Spot.PILL, "t4")), tokens=tokens)
        yield _picture(f"collapsed-{name}", scenes.collapsed_with_remarks, tokens=tokens)
        yield _picture(f"collapsed-zoom-20-{name}", scenes.collapsed, zoom=0.2, tokens=tokens)
        yield _picture(f"collapsed-zoom-40-{name}", scenes.collapsed, zoom=0.4, tokens=tokens)
        yield _picture(f"search-{name}", scenes.done, _find("spring"), tokens=tokens)
        yield _picture(f"search-120-{name}", partial(scenes.generated, 120), _find("mail"), 0.2, tokens)
        yield Picture(f"difference-{name}", partial(_difference, tokens, 0.0))
        yield Picture(f"difference-zoom-20-{name}", partial(_difference, tokens, 0.2))
        yield _picture(f"peek-{name}", scenes.done, _peek, tokens=tokens)
        yield _picture(f"history-{name}", scenes.done, _history, tokens=tokens)
        yield Picture(f"menu-count-{name}", partial(_menu(Hit(Spot.PILL, "t3")), tokens))
        yield Picture(f"print-dialog-{name}", partial(_print_form, tokens))
        yield _picture(f"switched-off-{name}", scenes.switched_off, tokens=tokens)
        for zoom in (0.2, 0.4, 1.0, 2.0):
            yield _picture(f"zoom-{round(zoom * 100)}-{name}", partial(scenes.generated, 120), zoom=zoom, tokens=tokens)
        for size in (5, 50, 500):
            yield _picture(f"nodes-{size}-{name}", partial(scenes.generated, size), tokens=tokens)
    yield _picture("orthogonal", scenes.done, _orthogonal)
    yield _picture("orthogonal-50", partial(scenes.generated, 50), _orthogonal)
    yield _picture("turned", scenes.done, _act("arrange.turn", "view.fit"))
    yield _picture("turned-50", partial(scenes.generated, 50), _act("arrange.turn", "view.fit"))
    yield Picture("poster-sheet", _sheet)
    for name, model, prepare in (
        ("running", scenes.running, _nothing), ("collapsed", scenes.collapsed_with_remarks, _nothing),
        ("heat", scenes.done, _act("show.heat", "show.of-entry")), ("search", scenes.done, _find("spring")),
        ("tip", scenes.done, _tip(Hit(Spot.PILL, "t4"))), ("peek", scenes.done, _peek),
    ):  # fmt: skip
        yield Picture(f"{name}-french", partial(_in_french, partial(_take, model, LIGHT, prepare, 0.0, 1.0)))
    yield Picture("menu-count-french", partial(_in_french, partial(_menu(Hit(Spot.PILL, "t3")), LIGHT)))
    yield _picture("shares-of-previous", scenes.done, _act("show.of-previous"))
    yield _picture("heat-text-200", scenes.done, _act("show.heat"), zoom=0.6, scale=2.0)
    yield _picture("text-200", scenes.done, zoom=1.0, scale=2.0)
    yield _picture("read-only", _locked)
    yield _picture("empty", MemoryModel)
