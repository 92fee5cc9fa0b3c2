"""The canvas: a view of one GraphModel. It paints, translates events to gestures, and carries requests to the model."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from canvas.accessible import make_accessible
from canvas.action_table import all_actions
from canvas.actions import ActionSet
from canvas.affordances import Affordances
from canvas.announcing import Announcer
from canvas.blocks import Blocks
from canvas.chooser import Chooser
from canvas.collapsing import Pushed
from canvas.command_palette import CommandPalette
from canvas.dropping import Dropping
from canvas.editing import InPlaceEditor
from canvas.gestures.dispatcher import Dispatcher
from canvas.gestures.gesture import Pointer
from canvas.gliding import Glide
from canvas.guard import painting
from canvas.items.edge import EdgeItem
from canvas.items.hit import Hit
from canvas.items.node import NodeItem
from canvas.keys import key_pressed, key_released
from canvas.look import Level, Look, level_at
from canvas.menus import Menus
from canvas.minimap import Minimap
from canvas.model import GraphChange, GraphModel
from canvas.navigation import Navigation, Place
from canvas.newcomers import Newcomers
from canvas.notices import Notices
from canvas.overlays import Overlays
from canvas.overview import Size
from canvas.pasting import Pasting
from canvas.printing import Caption
from canvas.quick_add import AddPlace, QuickAdd
from canvas.requests import Connect, Outcome, Request
from canvas.scene import CanvasScene
from canvas.scheme import palette_of, scroll_bar_of
from canvas.selection import Selection
from canvas.selection_bar import SelectionBar
from canvas.start_mark import StartMark
from canvas.still import Still
from canvas.style import LIGHT, Style, Tokens
from canvas.views import Parts, PortRef
from canvas.walking import Walk
from canvas.zooming import native_zoom, pinch_zoom, wheel


class CanvasView(Navigation):
    """A graph to look at and to edit by mouse, touchpad and keys."""

    opened = Signal(str, str)
    """Kind and id of a part the user wants to edit in detail."""
    opened_together = Signal(object)
    """The Parts, several nodes among them, that the user wants to edit in detail at once."""
    menu_opening = Signal(object, object)
    """The QMenu about to open and the Hit it is for: add entries of your own."""
    announced = Signal(str)
    """A sentence worth telling: an edit was made or refused."""
    comparison_wanted = Signal()
    """The user wants to compare with a version: choose one, and give it to `overlays.comparison.show_against`."""
    peek_wanted = Signal(str)
    """The id of a transition whose first rows are wanted: answer by `overlays.peek.show_rows` or `.tell`."""
    remarks_wanted = Signal(str)
    """The id of a node whose remarks the user wants to read."""
    restyled = Signal()
    """The colours changed: whatever stands around the canvas may follow."""
    moved = Signal()
    """The viewpoint changed: scrolled, zoomed or resized."""

    def __init__(self, model: GraphModel, tokens: Tokens = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self.model = model
        self.style_in_use = Style(tokens, self.font().family())
        self.graph_scene = CanvasScene(model, self.style_in_use, self)
        self.snapping = True
        self.wheel_zooms = False
        self.selects_several = False
        self.look: Look = self.graph_scene.look
        self.selection: Selection = self.graph_scene.selection
        self.dispatcher = Dispatcher(self)
        self.affordances = Affordances(self)
        self.dropping = Dropping(self)
        self.notices = Notices(self.viewport())
        self.setScene(self.graph_scene)
        # Scroll bars that run from right to left would turn every pan around; the flow runs to the right everywhere.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The ground covers everything: the toolkit need not fill the viewport before it.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.pushed: dict[str, Pushed] = {}
        self.caption: Callable[[], Caption] = Caption
        self.bookmarks: dict[int, Place] = {}
        self.quick = QuickAdd(self)
        self.chooser = Chooser(self)
        self.command_palette = CommandPalette(self)
        self.editor = InPlaceEditor(self)
        self.menus = Menus(self)
        self.walk = Walk(self)
        self.glide = Glide(self)
        self.still = Still(self)
        self.newcomers = Newcomers(self)
        self.blocks = Blocks(self)
        self.pasting = Pasting(self)
        self.minimap = Minimap(self)
        self.overlays = Overlays(self)
        self.actions_by_id = ActionSet(self, all_actions())
        self.selection.changed.connect(self._selection_changed)
        self.graph_scene.applying.connect(self.dispatcher.cancel)
        self.graph_scene.applied.connect(self._applied)
        model.mode_changed.connect(self._mode_changed)
        self.announcer = Announcer(self)
        self.selection_bar = SelectionBar(self)
        self.start_mark = StartMark(self)
        make_accessible(self)
        self._take_palette()
        self.move_walls()

    # Asking

    def ask(self, request: Request) -> Outcome:
        """Hand a request to the model; a refusal is shown to the user in its own words."""
        outcome = self.model.ask(request)
        if outcome.reason:
            self.refuse(outcome.reason)
        else:
            self.announcer.done()
            if outcome.notice:
                self.tell(outcome.notice)
        return outcome

    def ask_and_select(self, request: Request) -> Outcome:
        """Ask, and select what came of it."""
        outcome = self.ask(request)
        made = Parts(outcome.created.nodes, frozenset(), outcome.created.notes, outcome.created.frames)
        if made:
            self.selection.set(made)
            self.reveal(self.graph_scene.bounds_of(made))
        return outcome

    def follow(self, nodes: Collection[str]) -> None:
        """Dim all nodes but these, such as those that one person passed; with none, dim nothing."""
        others = self.graph_scene.nodes.keys() - {*nodes} if nodes else set[str]()
        if others != self.look.dimmed:
            self.look.dimmed = set(others)
            self.graph_scene.update()

    def connect_ports(self, source: PortRef, target: PortRef) -> Outcome:
        """Ask for a transition."""
        return self.ask(Connect(source, target))

    def refuse(self, reason: str) -> None:
        """Tell the user why something was not done."""
        self.notices.show_notice(reason)
        self.announced.emit(reason)

    def tell(self, sentence: str) -> None:
        """Tell the user something about what was done."""
        self.notices.tell(sentence)
        self.announced.emit(sentence)

    def hint(self, text: str, at: QPointF) -> None:
        """Show a sentence beside the pointer while a gesture is under way; the empty one hides it."""
        self.notices.show_hint(text, at)

    def quick_add(
        self, at: QPointF, source: PortRef | None = None, target: PortRef | None = None, edge: str = "", typed: str = ""
    ) -> None:
        """Open the list of what can be added here; a choice is added, and connected as asked."""
        locked = self.model.read_only()
        if locked:
            self.refuse(locked)
        else:
            self.quick.open_at(AddPlace((at.x(), at.y()), source, target, edge), typed)

    def ask_which(self, options: Sequence[tuple[str, Callable[[], None]]], at: QPointF) -> None:
        """Do the one option there is, or let the user choose among several beside a point of the scene."""
        self.chooser.ask(options, self.viewportTransform().map(at).toPoint())

    # What is where

    def hit_at(self, at: QPointF) -> Hit:
        """What lies at a point in scene coordinates: a port upon a plus button, a plus button upon all else."""
        return self.affordances.hit(at, self.graph_scene.hit(at, self.scale_in_use))

    def nodes_near(self, at: QPointF, reach: float) -> list[NodeItem]:
        """The nodes whose cards come within reach of a point, from top to bottom."""
        zone = QRectF(at.x() - reach, at.y() - reach, 2 * reach + 0.1, 2 * reach + 0.1)
        return self._nodes_in(zone)

    def visible_nodes(self) -> list[NodeItem]:
        """The nodes on the screen."""
        return self._nodes_in(self.visible_area())

    def _nodes_in(self, zone: QRectF) -> list[NodeItem]:
        found = self.graph_scene.items(zone, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        return [item for item in found if isinstance(item, NodeItem)]

    def edge_under(self, card: QRectF, at: QPointF) -> str:
        """The transition that runs through a card held at a point, the nearest first; empty when none does."""
        heart = card.adjusted(card.width() * 0.2, card.height() * 0.2, -card.width() * 0.2, -card.height() * 0.2)
        found = self.graph_scene.items(heart, Qt.ItemSelectionMode.IntersectsItemBoundingRect)
        crossing = [item for item in found if isinstance(item, EdgeItem) and item.crosses(heart)]
        return min(crossing, key=lambda item: (item.middle() - at).manhattanLength()).edge.id if crossing else ""

    def content_area(self) -> QRectF:
        return self.graph_scene.content()

    # Appearance

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self.style_in_use = Style(tokens, self.font().family())
        self.graph_scene.set_style(self.style_in_use)
        self._take_palette()

    def _take_palette(self) -> None:
        """Scroll bars, quick add, notices and icons take the scheme of the canvas."""
        tokens = self.style_in_use.tokens
        self.setPalette(palette_of(tokens))
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setStyleSheet(scroll_bar_of(tokens))
        self.notices.restyle(tokens)
        self.overlays.restyle(tokens)
        self.actions_by_id.recolour(tokens)
        self.restyled.emit()

    def update_area(self, area: QRectF) -> None:
        """Repaint an area of the scene, with room for pens."""
        if not area.isEmpty():
            shown = self.viewportTransform().mapRect(area).adjusted(-4, -4, 4, 4)
            self.viewport().update(shown.toAlignedRect())

    def mark_edge(self, edge: str) -> None:
        """Mark the transition that a gesture would split; the empty id marks none."""
        for name in (self.look.marked_edge, edge):
            if name in self.graph_scene.edges:
                self.graph_scene.edges[name].update()
        self.look.marked_edge = edge

    def _selection_changed(self) -> None:
        self.viewport().update()
        self.actions_by_id.refresh()

    def _applied(self, change: GraphChange) -> None:
        self.affordances.forget()
        self.look.hovered = ("", "")
        self.move_walls()
        self.viewport().update()
        self.actions_by_id.refresh()

    def _mode_changed(self) -> None:
        self.dispatcher.cancel()
        self.actions_by_id.refresh()

    def view_moved(self) -> None:
        self.moved.emit()

    # Painting

    @painting
    def paintEvent(self, event: QPaintEvent) -> None:
        self.look.level = level_at(self.scale_in_use)
        if self.look.level is not Level.OVERVIEW:
            if self.still.in_use:
                self.still.paint(event)
            else:
                super().paintEvent(event)
            if self.look.pulsing:
                self.overlays.pulse.wake()
            return
        painter = QPainter(self.viewport())
        try:
            self._paint_overview(painter, event.rect())
        finally:
            painter.end()

    def _paint_overview(self, painter: QPainter, area: QRect) -> None:
        scene, port = self.graph_scene, self.viewport()
        size = Size(port.width(), port.height(), port.devicePixelRatioF(), self.text_scale)
        scene.overview.paint_view(painter, self.viewportTransform(), size, QRectF(area))
        self.paint_over(painter)

    @painting
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.paint_over(painter)

    def paint_over(self, painter: QPainter) -> None:
        """Draw who passes, and what the gesture under way shows or the buttons of what is in hand."""
        self.overlays.flow.paint(painter)
        if self.dispatcher.current is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            self.dispatcher.current.paint(painter)
        elif self.dropping.gesture is not None:
            self.dropping.gesture.paint(painter)
        else:
            self.affordances.paint(painter)

    # Events

    def pointer_of(self, event: QMouseEvent) -> Pointer:
        """The pointer as an event tells it; at a release, the button that went up counts as held."""
        screen = event.position()
        return Pointer(self.to_scene(screen), screen, event.buttons() | event.button(), event.modifiers())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for popup in (self.quick, self.chooser, self.command_palette):
            popup.hide()
        self.overlays.quiet()
        self.glide.stop()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.dispatcher.press(self.pointer_of(event))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dispatcher.move(self.pointer_of(event))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dispatcher.release(self.pointer_of(event))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.dispatcher.double(self.pointer_of(event))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.glide.stop()
        wheel(self, event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.overlays.tips.hide()  # not the first rows: the pointer may be on its way to them
        if event.type() == QEvent.Type.NativeGesture and native_zoom(self, event):
            return True
        if event.type() == QEvent.Type.Gesture and pinch_zoom(self, event):
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.overlays.quiet()
        key_pressed(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        key_released(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the mouse opens menus at the release of its button, the keyboard by an action

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.walk.enter()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.dispatcher.space_held = False
        self.dispatcher.cancel()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.move_walls()
        self.moved.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)
