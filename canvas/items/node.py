"""The card of a node: icon, title, summary lines, ports, a status tag on its lower edge, a badge on its corner."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.geometry import Shape, shape_of
from canvas.guard import painting
from canvas.items.batch import Batch
from canvas.items.hit import NOWHERE, Hit, Spot
from canvas.items.marks import Marks, chip_rect, difference_look, paint_mark, paint_spinner, run_words, spelled_out
from canvas.items.sheet import Sheet
from canvas.look import STEPPED_BACK, Level, Look
from canvas.style import CARD_RADIUS, CARD_WIDTH, PORT_PITCH, PORT_RADIUS, RUN_LOOKS, Accent
from canvas.views import NodeView, Point, Rect, RunState, Status
from canvas.words import tr

_TEXT_LEFT = 58.0
_TEXT_WIDTH = CARD_WIDTH - _TEXT_LEFT - 10.0
_TITLE_LINE, _LINE, _LINES = 18.0, 15.5, 3


class NodeItem(QGraphicsItem):
    """One node."""

    def __init__(self, node: NodeView, look: Look, batch: Batch) -> None:
        super().__init__()
        self.node = node
        self.look = look
        self._batch = batch
        self.shape_of_card: Shape = shape_of(node)
        self._texts: tuple[list[QStaticText], list[QStaticText]] | None = None
        self._far: QStaticText | None = None
        self._marks = Marks(look)
        self._sheet: tuple[object, Sheet] | None = None
        self._heights: dict[tuple[str, bool], float] | None = None
        self.stand(node.x, node.y)
        self.setZValue(2)

    def stand(self, x: float, y: float) -> None:
        """Show the card with its top left at a point."""
        self._at = (x, y)
        self.setPos(x, y)

    def show_node(self, node: NodeView) -> None:
        """Take the node's new view."""
        shape = shape_of(node)
        if shape is not self.shape_of_card:
            self.prepareGeometryChange()
            self.shape_of_card = shape
        self.node = node
        self._heights = None
        self.forget_texts()
        self.stand(node.x, node.y)
        self.update()

    def move_to(self, node: NodeView) -> None:
        """Take a view that differs from the present one in its place alone."""
        self.node = node
        self.stand(node.x, node.y)

    def forget_texts(self) -> None:
        """Lay texts out anew at the next painting: the node or the style changed."""
        self._texts = self._far = self._sheet = None

    def card(self) -> QRectF:
        """The card in scene coordinates."""
        return self.shape_of_card.rect.translated(self.pos())

    def place(self) -> Rect:
        """The card as plain numbers, in scene coordinates."""
        rect = self.shape_of_card.rect
        return (*self._at, rect.width(), rect.height())

    def boundingRect(self) -> QRectF:
        return self.shape_of_card.bounds

    def port_at(self, port: str, output: bool) -> QPointF:
        """The middle of a port in scene coordinates; an unknown port is at the side's middle."""
        return QPointF(*self.port_place(port, output))

    def port_place(self, port: str, output: bool) -> Point:
        """The middle of a port as plain numbers."""
        heights = self._heights
        if heights is None:
            shape, node = self.shape_of_card, self.node
            heights = {(view.id, True): y for view, y in zip(node.outputs, shape.outs, strict=True)}
            heights |= {(view.id, False): y for view, y in zip(node.inputs, shape.ins, strict=True)}
            self._heights = heights
        x, y = self._at
        height = heights.get((port, output))
        if height is None:
            height = self.shape_of_card.rect.height() / 2
        return x + (CARD_WIDTH if output else 0.0), y + height

    def port_heights(self) -> tuple[float, ...]:
        """The heights of all ports in scene coordinates."""
        return tuple(self.y() + height for height in (*self.shape_of_card.ins, *self.shape_of_card.outs))

    def hit(self, at: QPointF, reach: float) -> Hit:
        """What of this node lies at a point in scene coordinates; `reach` widens the ports, up to half their pitch."""
        reach = min(reach, PORT_PITCH / 2)
        x, y = at.x() - self.x(), at.y() - self.y()
        shape = self.shape_of_card
        sides = (
            (self.node.outputs, shape.outs, CARD_WIDTH, Spot.OUTPUT),
            (self.node.inputs, shape.ins, 0.0, Spot.INPUT),
        )
        for ports, heights, edge, spot in sides if self.look.level is not Level.OVERVIEW else ():
            for view, height in zip(ports, heights, strict=True):
                if abs(x - edge) <= reach and abs(y - height) <= reach:
                    return Hit(spot, self.node.id, view.id)
        if self._badge_rect().contains(x, y):
            return Hit(Spot.BADGE, self.node.id)
        if shape.rect.contains(x, y):
            return Hit(Spot.NODE, self.node.id)
        return NOWHERE

    # Painting

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = self.look
        look.paints += 1
        if look.level is Level.OVERVIEW or self.node.id in look.left_out:
            return
        if look.level is Level.PLAIN and not self._special():
            self._batch.cards.append(self)
            return
        node, zoom = self.node, 0.0
        part = ("nodes", node.id)
        focused = look.focused == part
        if focused:
            zoom = painter.worldTransform().m11()
        status = look.status_of(node.id)
        hovered = look.hovered == part
        told = None if look.difference is None else look.differs("nodes", node.id)
        back = node.id in look.dimmed or (look.found is not None and look.steps_back("nodes", node.id))
        key = (look.level, node.id in look.nodes, hovered, focused, zoom, back, status, told)
        sheet = self._sheet
        if sheet is None or sheet[0] != key:
            sheet = self._sheet = (key, self._drawn(status, zoom))
        sheet[1].repeat(painter)
        if status.run is RunState.RUNNING and look.level is Level.FULL and look.states_shown:
            look.pulsing.add(part)
            paint_spinner(painter, look, self.spinner())

    def spinner(self) -> QRectF:
        """Where something turns while the node runs, in its own coordinates."""
        return chip_rect(self.shape_of_card.rect.height())

    def _special(self) -> bool:
        """Whether it looks other than most cards do from a middle distance."""
        look, node = self.look, self.node
        name = node.id
        chosen = name in look.nodes or name in look.dimmed
        if look.found is not None or look.difference is not None:
            return True
        return chosen or node.disabled or node.missing or name in (look.hovered[1], look.focused[1])

    def _drawn(self, status: Status, zoom: float) -> Sheet:
        """The card as it looks now; `zoom` is wanted for the ring of the keyboard alone."""
        look, node, sheet = self.look, self.node, Sheet()
        accent = look.style.accent("grey" if node.disabled else node.accent)
        mark = look.differs("nodes", node.id)
        if node.id in look.dimmed or look.steps_back("nodes", node.id):
            sheet.setOpacity(STEPPED_BACK)
        self._paint_card(sheet, accent, zoom)
        if look.level is Level.FULL:
            self._paint_words(sheet, accent, status)
            self._paint_ports(sheet)
            if look.states_shown:
                self._marks.paint(sheet, status, self.shape_of_card.rect.height())
            if mark is not None:
                paint_mark(sheet, look.style, mark)
        else:
            self._paint_far(sheet, accent)
        return sheet

    def _paint_card(self, painter: Sheet, accent: Accent, zoom: float) -> None:
        look, style, node = self.look, self.look.style, self.node
        tokens = style.tokens
        rect = self.shape_of_card.rect
        if look.focused == ("nodes", node.id):
            width = max(2.5, 2.5 / zoom)  # as wide on the screen at any zoom
            away = 3.5 + width / 2
            painter.setPen(style.pen(tokens.focus, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-away, -away, away, away), CARD_RADIUS + 4, CARD_RADIUS + 4)
        painter.setPen(self._border())
        painter.setBrush(style.brush(tokens.ground if node.disabled else tokens.card))
        painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
        if look.level is Level.FULL:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.brush(accent.tint))
            painter.drawRoundedRect(QRectF(12, rect.height() / 2 - 18, 36, 36), 8, 8)

    def _border(self) -> QPen:
        look, style, node = self.look, self.look.style, self.node
        tokens = style.tokens
        if node.id in look.nodes:
            return style.pen(tokens.selection, 2.5)
        if look.hovered == ("nodes", node.id):
            return style.pen(tokens.edge_strong, 1.4)
        mark = look.differs("nodes", node.id)
        if mark is not None:
            return style.pen(tokens.states[difference_look(mark)].ink, 2.0)
        return style.pen(tokens.card_border, 1.2, node.disabled or node.missing)

    def _paint_words(self, painter: Sheet, accent: Accent, status: Status) -> None:
        style, node = self.look.style, self.node
        tokens = style.tokens
        if not self._texts:
            self._texts = self._laid_out()
        titles, summary = self._texts
        middle = self.shape_of_card.rect.height() / 2
        painter.setFont(style.icon_font)
        painter.setPen(style.pen(accent.ink))
        painter.drawStaticText(QPointF(20, middle - 10), style.icon("ph.question" if node.missing else node.icon))
        state = spelled_out(status) and not node.compact
        summary = summary[: _LINES - len(titles) - state]
        top = middle - (_TITLE_LINE * len(titles) + _LINE * (len(summary) + state)) / 2
        painter.setFont(style.title_font)
        painter.setPen(style.pen(tokens.text_quiet if node.disabled else tokens.text))
        for line in titles:
            painter.drawStaticText(QPointF(_TEXT_LEFT, top), line)
            top += _TITLE_LINE
        painter.setFont(style.small_font)
        if state:
            painter.setPen(style.pen(tokens.states[RUN_LOOKS[status.run][0]].ink))
            painter.drawStaticText(QPointF(_TEXT_LEFT, top), style.static(run_words(status), style.small_font))
            top += _LINE
        painter.setPen(style.pen(tokens.text_quiet))
        for line in summary:
            painter.drawStaticText(QPointF(_TEXT_LEFT, top), line)
            top += _LINE

    def _laid_out(self) -> tuple[list[QStaticText], list[QStaticText]]:
        """The lines of the title, and those of the summary."""
        style, node = self.look.style, self.node
        small = style.metrics(style.small_font)
        summary = () if node.compact else (node.summary[:2] or (node.type_title,))
        if node.disabled and not node.compact:
            summary = (tr("Switched off"), *summary[:1])
        titles = wrapped(node.title, style.metrics(style.title_font), _TEXT_WIDTH, 1 if node.compact else 2)
        return (
            [style.static(line, style.title_font) for line in titles],
            [
                style.static(small.elidedText(line, Qt.TextElideMode.ElideRight, _TEXT_WIDTH), style.small_font)
                for line in summary
            ],
        )

    def _paint_ports(self, painter: Sheet) -> None:
        style = self.look.style
        painter.setPen(style.pen(style.tokens.port, 1.5))
        painter.setBrush(style.brush(style.tokens.card))
        painter.drawPath(self.shape_of_card.ports)
        node, shape = self.node, self.shape_of_card
        for ports, heights, x in ((node.inputs, shape.ins, 0.0), (node.outputs, shape.outs, CARD_WIDTH)):
            for view, y in zip(ports, heights, strict=True):
                if view.problem:  # a second ring, so that it is not the colour alone
                    painter.setPen(style.pen(style.tokens.refused, 2.0))
                    painter.drawEllipse(QPointF(x, y), PORT_RADIUS, PORT_RADIUS)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawEllipse(QPointF(x, y), PORT_RADIUS + 4, PORT_RADIUS + 4)
                    painter.setBrush(style.brush(style.tokens.card))

    def _paint_far(self, painter: Sheet, accent: Accent) -> None:
        style = self.look.style
        rect = self.shape_of_card.rect
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.brush(accent.ink))
        painter.drawRect(QRectF(0, CARD_RADIUS, 6, rect.height() - 2 * CARD_RADIUS))
        painter.setFont(style.big_font)
        painter.setPen(style.pen(style.tokens.text))
        painter.drawStaticText(QPointF(18, rect.height() / 2 - 14), self.far_title())

    def far_title(self) -> QStaticText:
        """The title in large letters, for when nothing else is read."""
        if self._far is None:
            style = self.look.style
            metrics = style.metrics(style.big_font)
            fit = metrics.elidedText(self.node.title, Qt.TextElideMode.ElideRight, CARD_WIDTH - 58)
            self._far = style.static(fit, style.big_font)
        return self._far

    def _badge_rect(self) -> QRectF:
        """Where the badge is; empty when there are no remarks, or none can be seen."""
        if self.look.level is not Level.FULL:
            return QRectF()
        return self._marks.badge_rect(self.look.status_of(self.node.id).badge)


def wrapped(text: str, metrics: QFontMetricsF, room: float, most: int) -> list[str]:
    """A text in at most so many lines, broken between words; what has no room ends in dots."""
    words = text.split()
    lines: list[str] = []
    while words and len(lines) < most - 1 and metrics.horizontalAdvance(" ".join(words)) > room:
        taken = len(words) - 1
        while taken and metrics.horizontalAdvance(" ".join(words[:taken])) > room:
            taken -= 1
        if not taken:
            break
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    if words or not lines:
        lines.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, room))
    return lines
