"""The graph on paper: on one page, or as a poster of sheets that overlap, with marks to put them together.

Every sheet has a head (what, which version, when) and says which it is. Lengths on paper are millimetres.
"""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPainter, QPen

from canvas.picture import Picture, Progress
from canvas.words import tr

_HEAD, _FOOT = 9.0, 7.0
_LARGEST = 1.25
"""A small graph is not blown up to fill its page."""
_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Caption:
    """What the head of a page says: the program knows it."""

    title: str = ""
    version: str = ""
    date: str = ""

    def text(self) -> str:
        """All of it in one line."""
        return " · ".join(part for part in (self.title, self.version, self.date) if part)


@dataclass(frozen=True, slots=True)
class Sheets:
    """How the graph is laid on paper. `scale` counts for posters: 1 is 96 units an inch."""

    poster: bool = False
    scale: float = 1.0
    overlap: float = 12.0
    """How far neighbouring sheets of a poster overlap, in millimetres."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its row and column, counted from 1, and what part of the graph it shows, in scene coordinates."""

    row: int
    column: int
    part: QRectF


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages. `unit` is device pixels per scene unit, `overlap` is in scene units."""

    sheets: tuple[Sheet, ...]
    rows: int
    columns: int
    unit: float
    overlap: float


def plan_of(area: QRectF, room: QRectF, dots: float, sheets: Sheets) -> Plan:
    """How an area of the graph falls onto pages with that much room, in pixels of a device of so many dots an inch."""
    whole = min(room.width() / area.width(), room.height() / area.height())
    if not sheets.poster:
        return Plan((Sheet(1, 1, area),), 1, 1, min(whole, _LARGEST * dots / 96), 0.0)
    unit = sheets.scale * dots / 96
    wide, high = room.width() / unit, room.height() / unit
    overlap = min(sheets.overlap / _INCH * dots / unit, wide / 3, high / 3)
    columns = max(1, ceil((area.width() - overlap) / (wide - overlap)))
    rows = max(1, ceil((area.height() - overlap) / (high - overlap)))
    found = tuple(
        Sheet(row + 1, column + 1,
              QRectF(area.x() + column * (wide - overlap), area.y() + row * (high - overlap), wide, high))
        for row in range(rows)
        for column in range(columns)
    )  # fmt: skip
    return Plan(found, rows, columns, unit, overlap if len(found) > 1 else 0.0)


def room_on(device: QPagedPaintDevice) -> QRectF:
    """Where the graph goes on a page, between head and foot, in pixels of the device."""
    dots = device.logicalDpiX()
    head, foot = _HEAD / _INCH * dots, _FOOT / _INCH * dots
    return QRectF(0, head, device.width(), device.height() - head - foot)


def print_picture(
    picture: Picture, device: QPagedPaintDevice, sheets: Sheets, caption: Caption, progress: Progress | None = None
) -> str:
    """Print a picture. Empty when done, else why not, for the user."""
    if picture.empty:
        return tr("There is nothing to draw.")
    room = room_on(device)
    plan = plan_of(picture.area, room, device.logicalDpiX(), sheets)
    painter = QPainter()
    if not painter.begin(device):
        return tr("The printer does not answer.")
    try:
        for number, sheet in enumerate(plan.sheets, start=1):
            if number > 1:
                device.newPage()
            part = sheet.part.intersected(picture.area)
            target = QRectF(
                room.x() + (part.x() - sheet.part.x()) * plan.unit, room.y() + (part.y() - sheet.part.y()) * plan.unit,
                part.width() * plan.unit, part.height() * plan.unit,
            )  # fmt: skip
            done = picture.paint(painter, target, part, _share_of(progress, number - 1, len(plan.sheets)))
            _Furniture(painter, device, room, plan).draw(sheet, number, caption)
            if not done or (progress is not None and not progress(number / len(plan.sheets))):
                return tr("Stopped: not all pages were printed.")
    finally:
        painter.end()
    return ""


def _share_of(progress: Progress | None, done: int, pages: int) -> Progress | None:
    """What is told of one page, as a share of all."""
    return None if progress is None else lambda share: progress((done + share) / pages)


class _Furniture:
    """Head, foot and marks of one page."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice, room: QRectF, plan: Plan) -> None:
        self._painter = painter
        self._dots = device.logicalDpiX()
        self._page = QRectF(0, 0, device.width(), device.height())
        self._room = room
        self._plan = plan

    def _millimetres(self, length: float) -> float:
        return length / _INCH * self._dots

    def draw(self, sheet: Sheet, number: int, caption: Caption) -> None:
        """Draw all of it."""
        painter, plan = self._painter, self._plan
        painter.setPen(QPen(QColor("#171c26"), self._millimetres(0.2)))
        font = QFont()
        font.setPixelSize(max(1, round(self._millimetres(3.2))))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        pages = tr("Page {number} of {count}").format(number=number, count=len(plan.sheets))
        if len(plan.sheets) > 1:
            where = tr("row {row}, column {column}").format(row=sheet.row, column=sheet.column)
            pages = f"{pages} ({where})"
        head = QRectF(0, 0, self._page.width(), self._millimetres(_HEAD - 3))
        room = head.width() - metrics.horizontalAdvance(pages) - self._millimetres(8)
        text = metrics.elidedText(caption.text(), Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, pages)
        line = head.bottom() + self._millimetres(0.8)
        painter.drawLine(QLineF(0, line, self._page.width(), line))
        if len(plan.sheets) > 1:
            self._draw_marks(sheet)

    def _draw_marks(self, sheet: Sheet) -> None:
        """Lines where the next sheet begins, and which it is: cut or fold there, and lay one over the other."""
        painter, room, plan = self._painter, self._room, self._plan
        pen = QPen(QColor("#687386"), self._millimetres(0.15))
        pen.setDashPattern([6, 4])
        painter.setPen(pen)
        lap = plan.overlap * plan.unit
        across, down = room.right() - lap, room.bottom() - lap
        if sheet.column < plan.columns:
            painter.drawLine(QLineF(across, room.top(), across, room.bottom()))
            self._note(QPointF(across, room.bottom()), f"→ {sheet.row}/{sheet.column + 1}", left=True)
        if sheet.row < plan.rows:
            painter.drawLine(QLineF(room.left(), down, room.right(), down))
            self._note(QPointF(room.left(), room.bottom()), f"↓ {sheet.row + 1}/{sheet.column}", left=False)
        painter.setPen(QPen(QColor("#171c26"), self._millimetres(0.25)))
        arm = self._millimetres(4)
        for x, y in ((room.left() + (lap if sheet.column > 1 else 0), room.top() + (lap if sheet.row > 1 else 0)),
                     (across if sheet.column < plan.columns else room.right(),
                      down if sheet.row < plan.rows else room.bottom())):  # fmt: skip
            painter.drawLine(QLineF(x - arm / 2, y, x + arm / 2, y))
            painter.drawLine(QLineF(x, y - arm / 2, x, y + arm / 2))

    def _note(self, at: QPointF, text: str, left: bool) -> None:
        high = self._millimetres(_FOOT)
        box = QRectF(at.x() - (self._millimetres(40) if left else 0), at.y(), self._millimetres(40), high)
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        self._painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
