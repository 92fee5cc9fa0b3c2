"""The demo window: palette, canvas, a tool bar, and a clock that changes counts and run states."""

import sys
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QToolBar, QWidget

from canvas.demo.files import file_handlers
from canvas.demo.generate import counts, graph, statuses
from canvas.demo.model import MemoryModel
from canvas.demo.remarks import Remarks
from canvas.difference import Snapshot
from canvas.export import write_picture
from canvas.outline import Outline
from canvas.palette import Palette
from canvas.picture import Drawing, Picture
from canvas.printing import Caption
from canvas.routing import Routing
from canvas.style import DARK, LIGHT
from canvas.view import CanvasView
from canvas.views import Count, CountState
from canvas.words import tr
from canvas.zoom_box import ZoomBox

_BEAT = 200


class DemoWindow(QMainWindow):
    """One graph in memory, to try everything on."""

    def __init__(self, model: MemoryModel, dark: bool = False) -> None:
        super().__init__()
        self.model = model
        self.canvas = CanvasView(model, DARK if dark else LIGHT)
        self.canvas.dropping.handlers += file_handlers(self.canvas)
        self.palette_view = Palette(self.canvas)
        self._random = Random(7)
        self.setCentralWidget(self.canvas)
        self.outline = Outline(self.canvas)
        palette = self._dock(tr("Palette"), self.palette_view)
        self.tabifyDockWidget(palette, self._dock(tr("Outline"), self.outline))
        self.remarks = Remarks(self.canvas)
        self.tabifyDockWidget(palette, self._dock(tr("Remarks"), self.remarks))
        palette.raise_()
        self._fill_menu_bar()
        self.statusBar().addPermanentWidget(ZoomBox(self.canvas))
        self.canvas.announced.connect(self.statusBar().showMessage)
        self.canvas.minimap.toggle()
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self.beat)
        self._fill_tool_bar(dark)
        self._first = Snapshot.of(model)
        self.canvas.caption = lambda: Caption(tr("Canvas"))
        self.canvas.peek_wanted.connect(self._peek)
        self.canvas.comparison_wanted.connect(lambda: self.compare_with(self._first))
        self.canvas.restyled.connect(self._restyle)
        self._restyle()
        self.setWindowTitle(tr("Canvas"))
        self.resize(1600, 1000)

    def _dock(self, title: str, widget: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setWidget(widget)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        return dock

    def _fill_menu_bar(self) -> None:
        """A menu for each group of actions."""
        menus: dict[str, QMenu] = {}
        for name, record in self.canvas.actions_by_id.records.items():
            if record.group == "port":
                continue
            if record.group not in menus:
                menus[record.group] = self.menuBar().addMenu(record.group_title)
            menus[record.group].addAction(self.canvas.actions_by_id[name])

    def _fill_tool_bar(self, dark: bool) -> None:
        bar = QToolBar(self)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        for name in ("edit.undo", "edit.redo", "arrange.layout", "view.fit", "view.zoom-in", "view.zoom-out"):
            bar.addAction(self.canvas.actions_by_id[name])
        for text, slot in (
            (tr("Change counts"), self._toggle_clock),
            (tr("Run states"), self._change_states),
            (tr("Dark"), self._switch_dark),
            (tr("Orthogonal"), self._switch_routing),
            (tr("Read-only"), self._switch_lock),
        ):
            action = bar.addAction(text)
            action.setCheckable(True)
            if slot == self._switch_dark:
                action.setChecked(dark)
            action.toggled.connect(slot)

    def _restyle(self) -> None:
        self.setPalette(self.canvas.palette())

    def compare_with(self, before: Snapshot) -> None:
        """Mark what is different from an earlier state."""
        self.canvas.overlays.comparison.show_against(before, tr("the graph as it was opened"))

    def _peek(self, edge: str) -> None:
        """Answer a question for first rows after a moment, as a database would."""
        QTimer.singleShot(_BEAT, self, lambda: self.show_rows(edge))

    def show_rows(self, edge: str) -> None:
        """Made-up rows, as many as the count says, but ten at most."""
        if edge not in self.model.edge_ids():
            return
        count = self.model.count(edge).value or 0
        rows = [[str(1000 + number), tr("Person {number}").format(number=number)] for number in range(min(count, 10))]
        more = tr("The first {shown} of {count}").format(shown=len(rows), count=count)
        self.canvas.overlays.peek.show_rows(edge, [tr("Number"), tr("Name")], rows, more)

    def beat(self) -> None:
        """Change the counts of some transitions, as a running computation would."""
        edges = list(self.model.edge_ids())
        chosen = self._random.sample(edges, min(len(edges), max(1, len(edges) // 5)))
        self.model.set_counts(
            {edge: Count(CountState.EXACT, self._random.randrange(1, 5_000_000), "recipients") for edge in chosen}
        )

    def _toggle_clock(self, on: bool) -> None:
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def _change_states(self, on: bool) -> None:
        nodes = list(self.model.node_ids())
        self.model.set_statuses(statuses(nodes, 2 if on else 3))

    def _switch_dark(self, on: bool) -> None:
        self.canvas.set_tokens(DARK if on else LIGHT)

    def _switch_routing(self, on: bool) -> None:
        self.canvas.graph_scene.set_routing(Routing.ORTHOGONAL if on else Routing.CURVED)

    def _switch_lock(self, on: bool) -> None:
        self.model.lock(tr("This graph is locked while it runs. Stop the run to edit it.") if on else "")


def window_over(nodes: int, seed: int = 1, dark: bool = False) -> DemoWindow:
    """A window over a generated graph with counts and run states."""
    return DemoWindow(_generated(nodes, seed), dark)


def picture_of(nodes: int, seed: int, dark: bool, path: Path) -> int:
    """Write a picture of a generated graph; returns the exit status."""
    with Picture(_generated(nodes, seed), Drawing(tokens=DARK if dark else LIGHT)) as picture:
        reason = write_picture(picture, path, tr("Canvas"))
    if reason:
        sys.stderr.write(f"{reason}\n")
    return 1 if reason else 0


def _generated(nodes: int, seed: int) -> MemoryModel:
    model = MemoryModel(graph(nodes, seed))
    model.set_counts(counts(list(model.edge_ids()), seed))
    model.set_statuses(statuses(list(model.node_ids()), seed))
    return model
