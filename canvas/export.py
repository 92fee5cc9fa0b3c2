"""Pictures of the graph as files: PNG in pixels, SVG and PDF with lines and real text."""

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPainterPath, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from canvas.icons import icon_font
from canvas.picture import Picture, Progress
from canvas.words import tr

SUFFIXES = (".png", ".svg", ".pdf")
_MOST_PIXELS = 100_000_000
_POINTS = 0.75
"""Points of a printer per scene unit: 96 units are an inch."""
_INCH = 39.37
_SVG = "http://www.w3.org/2000/svg"


def write_picture(picture: Picture, path: Path, title: str = "", progress: Progress | None = None) -> str:
    """Write a picture to a file, in the format of its ending. Empty when done, else why not, for the user."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return tr("A picture is a .png, .svg or .pdf file.")
    if picture.empty:
        return tr("There is nothing to draw.")
    if suffix == ".png" and too_large(picture):
        return too_large(picture)
    made = {".png": _png, ".svg": _svg, ".pdf": _pdf}[suffix](picture, title, progress)
    if made is None:
        return tr("Stopped: nothing was written.")
    try:
        path.write_bytes(made)
    except OSError as error:
        return tr("{path} cannot be written: {reason}").format(path=path, reason=error.strerror or str(error))
    return ""


def too_large(picture: Picture) -> str:
    """Why a picture cannot be made of pixels; empty when it can."""
    size = picture.size
    if size.width() * size.height() <= _MOST_PIXELS:
        return ""
    most = picture.drawing.scale * (_MOST_PIXELS / (size.width() * size.height())) ** 0.5
    return tr(
        "At this scale the picture would have {width} × {height} pixels. Choose a scale of at most {scale} %, or SVG"
        " or PDF, which know no pixels."
    ).format(width=size.width(), height=size.height(), scale=int(most * 100))


def _png(picture: Picture, title: str, progress: Progress | None) -> bytes | None:
    image = picture.image(progress=progress)
    if image is None:
        return None
    dots = round(96 * picture.drawing.scale * _INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.setText("Title", title)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub wants bytes, the call takes text
    return bytes(buffer.data().data())


def _svg(picture: Picture, title: str, progress: Progress | None) -> bytes | None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(96)
    made.setSize(picture.size)
    made.setViewBox(QRect(0, 0, picture.size.width(), picture.size.height()))
    made.setTitle(title)
    painter = QPainter(made)
    done = picture.paint(painter, QRectF(0, 0, picture.size.width(), picture.size.height()), progress=progress)
    painter.end()
    buffer.close()
    if not done:
        return None
    return _with_drawn_icons(bytes(data.data()))


def _with_drawn_icons(svg: bytes) -> bytes:
    """Icons are letters of a font that nobody else has: draw their outlines instead. All words stay text."""
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)
    family = icon_font(12).family()
    for parent in list(root.iter()):
        for index, element in enumerate(parent):
            if family not in element.get("font-family", ""):
                continue
            if element.tag == f"{{{_SVG}}}text":
                parent[index] = _outline(element)
            else:
                del element.attrib["font-family"]
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _outline(text: ElementTree.Element) -> ElementTree.Element:
    font = icon_font(12)
    font.setPixelSize(round(float(text.get("font-size", "12").removesuffix("px"))))
    path = QPainterPath()
    path.addText(float(text.get("x", "0")), float(text.get("y", "0")), font, (text.text or "").strip())
    keep = {name: value for name, value in text.attrib.items() if name in ("fill", "fill-opacity", "transform")}
    return ElementTree.Element(f"{{{_SVG}}}path", {**keep, "stroke": "none", "d": _data(path)})


def _data(path: QPainterPath) -> str:
    """A path in the words of SVG."""
    words: list[str] = []
    letters = {QPainterPath.ElementType.MoveToElement: "M", QPainterPath.ElementType.LineToElement: "L",
               QPainterPath.ElementType.CurveToElement: "C"}  # fmt: skip
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        words.append(f"{letters.get(element.type, '')}{element.x:.3f} {element.y:.3f}")
    return " ".join(words)


def _pdf(picture: Picture, title: str, progress: Progress | None) -> bytes | None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QPdfWriter(buffer)
    made.setTitle(title)
    made.setCreator("Canvas")
    made.setResolution(96)
    size = QSizeF(picture.size.width(), picture.size.height()) * _POINTS
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    made.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(made)
    done = picture.paint(painter, QRectF(0, 0, made.width(), made.height()), progress=progress)
    painter.end()
    buffer.close()
    return bytes(data.data()) if done else None
