"""The rows behind a number of a dashboard, in the inspector's grid: the same stored rows that were counted."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.dashboards.words import category_word, words_of
from app.desk import Desk
from app.inspector.filters import equal_to, rule_of
from app.inspector.rows import RowsPanel
from app.inspector.service import EngineService
from app.sections import Shell
from app.words import said
from app.worker import Tasks
from engine.runner.dashboards import Figure, Point
from engine.runner.views import Look


class RowsPage(QWidget):
    """Filters stand above the rows, so that what is left out can be brought back."""

    def __init__(self, desk: Desk, shell: Shell, figure: Figure, point: Point | None) -> None:
        super().__init__()
        tasks = Tasks(desk.tell)
        self.destroyed.connect(tasks.cancel)
        title = QLabel(title_of(figure, point))
        title.setProperty("heading", True)
        about = QLabel(said(figure.widget.about))
        about.setProperty("quiet", True)
        about.setWordWrap(True)
        self.rows = RowsPanel(EngineService(desk.workspace), tasks)
        self.rows.failed.connect(shell.tell)
        self.rows.grid.model.words = words_of(figure.widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(8)
        box.addWidget(title)
        box.addWidget(about)
        box.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)
        self.rows.open_population(figure.population, look_of(figure, point))


def look_of(figure: Figure, point: Point | None) -> Look:
    """The rows of one number; all rows without one."""
    widget = figure.widget
    if point is None:
        return Look()
    columns = {one.name: one for one in widget.columns}
    asked = [equal_to(columns[name], value) for name, value in ((widget.by, point.category),
                                                               (widget.series, point.series)) if name]  # fmt: skip
    return Look(rule=rule_of(asked))


def title_of(figure: Figure, point: Point | None) -> str:
    """What the rows are called."""
    widget = figure.widget
    parts = [said(widget.title)]
    if point is not None:
        values = ((widget.by, point.category), (widget.series, point.series))
        parts += [category_word(widget, name, value) for name, value in values if name]
    return " · ".join(parts)
