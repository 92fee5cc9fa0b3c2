"""The card of a node: icon, title, summary lines, ports, a status tag on its lower edge, a badge on its corner."""

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from canvas.geometry import Shape, shape_of, side_of
from canvas.guard import painting
from canvas.items.batch import Batch
from canvas.items.hit import NOWHERE, Hit, Spot
from canvas.items.marks import Marks, chip_rect, difference_look, paint_mark, paint_spinner, run_words, spelled_out
from canvas.items.sheet import Sheet
from canvas.lettering import Text
from canvas.look import STEPPED_BACK, Level, Look
from canvas.stamps import Stamps
from canvas.style import CARD_RADIUS, CARD_WIDTH, PORT_PITCH, PORT_RADIUS, RUN_LOOKS, Accent, Style
from canvas.views import NodeView, Point, Rect, RunState, Status
from canvas.words import tr

_TEXT_LEFT = 58.0
_TEXT_WIDTH = CARD_WIDTH - _TEXT_LEFT - 10.0
_AROUND = PORT_RADIUS + 2.0
"""How far a card stands out around its sheet."""
_TITLE_LINE, _LINE, _LINES = 18.0, 15.5, 3


class NodeItem(QGraphicsItem):
    """One node."""

    def __init__(self, node: NodeView, look: Look, batch: Batch) -> None:
        super().__init__()
        self.node = node
        self.look = look
        self._batch = batch
        self.shape_of_card: Shape = shape_of(node)
        self._texts: tuple[list[Text], list[Text]] | None = None
        self._far: Text | None = None
        self._marks = Marks(look)
        self._sheet: tuple[object, Sheet, Hashable] | None = None
        self._ports: dict[tuple[str, bool], Point] | None = None
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
        self._ports = None
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
        ports = self._ports
        if ports is None:
            shape, node = self.shape_of_card, self.node
            ports = {(view.id, True): at for view, at in zip(node.outputs, shape.outs, strict=True)}
            ports |= {(view.id, False): at for view, at in zip(node.inputs, shape.ins, strict=True)}
            self._ports = ports
        x, y = self._at
        across, down = ports.get((port, output)) or side_of(self.shape_of_card, output=output)
        return x + across, y + down

    def port_heights(self) -> tuple[float, ...]:
        """The heights of all ports in scene coordinates."""
        return tuple(self.y() + y for _, y in (*self.shape_of_card.ins, *self.shape_of_card.outs))

    def port_near(self, at: QPointF, reach: float) -> tuple[float, Hit]:
        """The port nearest to a point in scene coordinates and how far it is; none beyond reach or half their pitch."""
        reach = min(reach, PORT_PITCH / 2)
        x, y = at.x() - self._at[0], at.y() - self._at[1]
        shape = self.shape_of_card
        sides = (
            (self.node.outputs, shape.outs, Spot.OUTPUT),
            (self.node.inputs, shape.ins, Spot.INPUT),
        )
        best, found = reach, NOWHERE
        for ports, places, spot in sides if self.look.level is not Level.OVERVIEW else ():
            for view, (across, down) in zip(ports, places, strict=True):
                away = max(abs(x - across), abs(y - down))
                if away < best or (away == best and not found):
                    best, found = away, Hit(spot, self.node.id, view.id)
        return best, found

    def covers(self, at: QPointF) -> bool:
        """Whether its card hides what lies below at a point in scene coordinates."""
        return self.shape_of_card.rect.contains(at.x() - self._at[0], at.y() - self._at[1])

    def hit(self, at: QPointF) -> Hit:
        """What of this node but its ports lies at a point in scene coordinates."""
        x, y = at.x() - self._at[0], at.y() - self._at[1]
        if self._badge_rect().contains(x, y):
            return Hit(Spot.BADGE, self.node.id)
        if self.shape_of_card.rect.contains(x, y):
            return Hit(Spot.NODE, self.node.id)
        return NOWHERE

    # Painting

    @painting
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look = self.look
        if not look.painted() or look.level is Level.OVERVIEW or self.node.id in look.left_out:
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
            sheet = self._sheet = (key, self._drawn(status, zoom), self._ground_key())
        if back:
            painter.setOpacity(STEPPED_BACK)
        rect = self.shape_of_card.rect
        stamps = Stamps(painter, look.stamps)
        stamps.put(sheet[2], (0.0, 0.0, rect.width(), rect.height()), _AROUND, self.paint_ground)
        stamps.enter(0.0, 0.0)
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
        """What is on the card now; `zoom` is wanted for the ring of the keyboard alone."""
        look, node, sheet = self.look, self.node, Sheet()
        mark = look.differs("nodes", node.id)
        if look.focused == ("nodes", node.id):
            self._paint_ring(sheet, zoom)
        if look.level is Level.FULL:
            self._paint_words(sheet, self._accent(), status)
            self._paint_problems(sheet)
            if look.states_shown:
                self._marks.paint(sheet, status, self.shape_of_card.rect.height())
            if mark is not None:
                paint_mark(sheet, look.style, mark)
        else:
            sheet.setPen(look.style.pen(look.style.tokens.text))
            self.far_title().draw(sheet, QPointF(18, self.shape_of_card.rect.height() / 2 - 14))
        return sheet

    def _accent(self) -> Accent:
        return self.look.style.accent("grey" if self.node.disabled else self.node.accent)

    def _paint_ring(self, painter: Sheet, zoom: float) -> None:
        style, rect = self.look.style, self.shape_of_card.rect
        width = max(2.5, 2.5 / zoom)  # as wide on the screen at any zoom
        away = 3.5 + width / 2
        painter.setPen(style.pen(style.tokens.focus, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-away, -away, away, away), CARD_RADIUS + 4, CARD_RADIUS + 4)

    def _ground_key(self) -> Hashable:
        """All that the ground of the card depends on."""
        look, node = self.look, self.node
        return (self.shape_of_card.key, look.level, self._accent().ink, *self._border(), node.disabled)

    def paint_ground(self, painter: QPainter) -> None:
        """The card without words: its sheet, the ground of its icon, and its ports."""
        look, style, accent = self.look, self.look.style, self._accent()
        tokens, rect = style.tokens, self.shape_of_card.rect
        painter.setPen(style.pen(*self._border()))
        painter.setBrush(style.brush(tokens.ground if self.node.disabled else tokens.card))
        painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        if look.level is not Level.FULL:
            painter.setBrush(style.brush(accent.ink))
            painter.drawRect(QRectF(0, CARD_RADIUS, 6, rect.height() - 2 * CARD_RADIUS))
            return
        painter.setBrush(style.brush(accent.tint))
        painter.drawRoundedRect(QRectF(12, rect.height() / 2 - 18, 36, 36), 8, 8)
        painter.setPen(style.pen(tokens.port, 1.5))
        painter.setBrush(style.brush(tokens.card))
        painter.drawPath(self.shape_of_card.ports)

    def _border(self) -> tuple[str, float, bool]:
        """Colour and width of the border, and whether it is dashed."""
        look, node = self.look, self.node
        tokens = look.style.tokens
        if node.id in look.nodes:
            return tokens.selection, 2.5, False
        if look.hovered == ("nodes", node.id):
            return tokens.edge_strong, 1.4, False
        mark = look.differs("nodes", node.id)
        if mark is not None:
            return tokens.states[difference_look(mark)].ink, 2.0, False
        return tokens.card_border, 1.2, node.disabled or node.missing

    def _paint_words(self, painter: Sheet, accent: Accent, status: Status) -> None:
        style, node = self.look.style, self.node
        tokens = style.tokens
        if not self._texts:
            self._texts = self._laid_out()
        titles, summary = self._texts
        middle = self.shape_of_card.rect.height() / 2
        painter.setPen(style.pen(accent.ink))
        style.icon("ph.question" if node.missing else node.icon).draw(painter, QPointF(20, middle - 10))
        state = spelled_out(status) and not node.compact
        tally = self._tally(status) if len(titles) + state < _LINES else None
        summary = summary[: _LINES - len(titles) - state - (tally is not None)]
        below = len(summary) + state + (tally is not None)
        top = middle - (_TITLE_LINE * len(titles) + _LINE * below) / 2
        painter.setPen(style.pen(tokens.text_quiet if node.disabled else tokens.text))
        for line in titles:
            line.draw(painter, QPointF(_TEXT_LEFT, top))
            top += _TITLE_LINE
        if state:
            painter.setPen(style.pen(tokens.states[RUN_LOOKS[status.run][0]].ink))
            style.fitted(run_words(status), style.small_font, _TEXT_WIDTH).draw(painter, QPointF(_TEXT_LEFT, top))
            top += _LINE
        painter.setPen(style.pen(tokens.text_quiet))
        for line in summary:
            line.draw(painter, QPointF(_TEXT_LEFT, top))
            top += _LINE
        if tally is not None:
            faint = status.outdated or node.disabled
            painter.setPen(style.pen(tokens.text_quiet if faint else tokens.text))
            tally.draw(painter, QPointF(_TEXT_LEFT, top))

    def _tally(self, status: Status) -> Text | None:
        """What became of those who came in; nothing where no numbers are shown."""
        style = self.look.style
        if not status.tally or self.node.compact or not self.look.counts_shown:
            return None
        return style.fitted(status.tally, style.small_font, _TEXT_WIDTH)

    def _laid_out(self) -> tuple[list[Text], list[Text]]:
        """The lines of the title, and those of the summary."""
        style, node = self.look.style, self.node
        kind = (node.type_title,) if node.type_title != node.title else ()
        summary = () if node.compact else (node.summary[:2] or kind)
        if node.disabled and not node.compact:
            summary = (tr("Switched off"), *summary[:1])
        return (
            wrapped(node.title, style, _TEXT_WIDTH, 1 if node.compact else 2),
            [style.fitted(line, style.small_font, _TEXT_WIDTH) for line in summary],
        )

    def _paint_problems(self, painter: Sheet) -> None:
        """A second ring around ports that something is wrong with, so that it is not the colour alone."""
        style, node, shape = self.look.style, self.node, self.shape_of_card
        for ports, places in ((node.inputs, shape.ins), (node.outputs, shape.outs)):
            for view, (x, y) in zip(ports, places, strict=True):
                if view.problem:
                    painter.setPen(style.pen(style.tokens.refused, 2.0))
                    painter.setBrush(style.brush(style.tokens.card))
                    painter.drawEllipse(QPointF(x, y), PORT_RADIUS, PORT_RADIUS)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawEllipse(QPointF(x, y), PORT_RADIUS + 4, PORT_RADIUS + 4)

    def far_title(self) -> Text:
        """The title in large letters, for when nothing else is read."""
        if self._far is None:
            style = self.look.style
            self._far = style.fitted(self.node.title, style.big_font, CARD_WIDTH - 58)
        return self._far

    def _badge_rect(self) -> QRectF:
        """Where the badge is; empty when there are no remarks, or none can be seen."""
        if self.look.level is not Level.FULL:
            return QRectF()
        return self._marks.badge_rect(self.look.status_of(self.node.id).badge)


def wrapped(text: str, style: Style, room: float, most: int) -> list[Text]:
    """A title in at most so many lines, broken between words; what has no room ends in dots."""
    font = style.title_font
    words, lines = text.split(), list[Text]()
    while words and len(lines) < most - 1:
        whole = style.text(" ".join(words), font)
        if whole.width <= room:
            return [*lines, whole]
        taken = len(words) - 1
        while taken and style.metrics(font).horizontalAdvance(" ".join(words[:taken])) > room:
            taken -= 1
        if not taken:
            break
        lines.append(style.text(" ".join(words[:taken]), font))
        words = words[taken:]
    if words or not lines:
        lines.append(style.fitted(" ".join(words), font, room))
    return lines
