"""Where the two scores of a buying group come from, line by line, down to the sum."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from app.inspector.values import NOTHING
from app.words import headed, moment, number, tr
from engine.account_data.scoring import GroupScore, MemberLine, RoleLine


class ScoreView(QScrollArea):
    """Completeness: a line per required role and their mean. Engagement: a line per member and what they come to."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Scores explained"))
        self.lines: list[str] = []
        """The lines as texts, in their order, for screen readers."""
        self._box = QVBoxLayout()
        self._box.setContentsMargins(2, 10, 10, 8)
        self._box.setSpacing(8)
        holder = QWidget()
        holder.setLayout(self._box)
        self.setWidget(holder)

    def show_score(self, score: GroupScore, names: Mapping[str, str], now: datetime) -> None:
        """Show the lines of a group; `names` are those of its members, `now` is the instant looked from."""
        self.lines = []
        holder = QWidget()
        self._box = QVBoxLayout(holder)
        self._box.setContentsMargins(2, 10, 10, 8)
        self._box.setSpacing(8)
        self._completeness(score)
        self._box.addSpacing(14)
        self._engagement(score, names, now)
        self._box.addStretch(1)
        self.setWidget(holder)
        self.setAccessibleDescription("\n".join(self.lines))

    def _completeness(self, score: GroupScore) -> None:
        whole = score.completeness
        self._title(tr("Completeness"), NOTHING if whole is None else _percent(whole))
        if not score.roles:
            self._quiet(tr("No role of the template is required, so there is nothing to complete."))
            return
        grid = self._grid([tr("Required role"), tr("Members"), tr("Needed"), "", tr("Filled")], 1)
        for line, one in enumerate(score.roles, start=1):
            cells: list[str | QWidget] = [
                one.role,
                number(one.assigned),
                number(one.needed),
                _bar(one),
                _percent(one.score),
            ]
            self._cells(grid, line, cells, 1)
            self.lines.append(
                tr("{role}: {assigned} of {needed} needed, {score}", role=one.role, assigned=number(one.assigned),
                   needed=number(one.needed), score=_percent(one.score))
            )  # fmt: skip
        parts = " + ".join(_digits(one.score) for one in score.roles)
        total = NOTHING if whole is None else _digits(whole)
        self._sum(tr("The mean of the required roles: ({parts}) ÷ {roles} = {total}", parts=parts,
                     roles=number(len(score.roles)), total=total))  # fmt: skip

    def _engagement(self, score: GroupScore, names: Mapping[str, str], now: datetime) -> None:
        self._title(tr("Engagement"), number(int(score.engagement + 0.5)))
        if not score.members:
            self._quiet(tr("The group has no members, so nobody is engaged."))
        else:
            grid = self._grid([tr("Member"), tr("Role"), tr("Person score"), tr("Weight of the role"), tr("Adds")], 2)
            for line, one in enumerate(sorted(score.members, key=lambda one: -one.part), start=1):
                name = names.get(one.person, one.person)
                self._cells(grid, line, _member(one, name), 2)
                self.lines.append(
                    tr("{name}, {role}: {score} × {weight} ÷ {weights} = {part}", name=name, role=one.role,
                       score=_exact(one.score), weight=number(one.weight), weights=number(one.weights),
                       part=_exact(one.part))
                )  # fmt: skip
            total = sum(one.part for one in score.members)
            self._sum(tr("Together {total}; its square root is {root}.", total=_exact(total), root=_exact(score.root)))
        if score.most > score.least:
            self._sum(
                tr("Among all groups the roots reach from {least} to {most}: 100 × ({root} − {least}) ÷ ({most} − "
                   "{least}) = {score}", least=_exact(score.least), most=_exact(score.most), root=_exact(score.root),
                   score=number(round(score.engagement, 1)))
            )  # fmt: skip
        self._quiet(tr("From what people did in the thirty days before {now}.", now=moment(now)))

    def _title(self, text: str, value: str) -> None:
        label = QLabel(f"{escape(text)}  <b>{escape(value)}</b>")
        label.setProperty("rich", True)
        label.setProperty("heading", True)
        self._box.addWidget(label)
        self.lines.append(headed(text, value))

    def _grid(self, titles: Sequence[str], texts: int) -> QGridLayout:
        frame = QFrame()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        for place, title in enumerate(titles):
            label = QLabel(title)
            label.setProperty("quiet", True)
            label.setProperty("small", True)
            label.setAlignment(_side(place, texts))
            grid.addWidget(label, 0, place)
        self._box.addWidget(frame)
        return grid

    def _cells(self, grid: QGridLayout, line: int, cells: Sequence[str | QWidget], texts: int) -> None:
        for place, cell in enumerate(cells):
            widget = QLabel(cell) if isinstance(cell, str) else cell
            if isinstance(widget, QLabel):
                widget.setAlignment(_side(place, texts))
                widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(widget, line, place)

    def _sum(self, text: str) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._box.addWidget(label)
        self.lines.append(text)

    def _quiet(self, text: str) -> None:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("quiet", True)
        self._box.addWidget(label)
        self.lines.append(text)


def _member(one: MemberLine, name: str) -> list[str | QWidget]:
    return [name, one.role, _exact(one.score), f"{number(one.weight)} ÷ {number(one.weights)}", _exact(one.part)]


def _bar(one: RoleLine) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 100)
    bar.setValue(int(one.score))
    bar.setTextVisible(False)
    bar.setMinimumWidth(60)
    bar.setAccessibleName(one.role)
    return bar


def _side(place: int, texts: int) -> Qt.AlignmentFlag:
    """Texts stand at the left of their column, numbers at the right; the first `texts` columns hold texts."""
    side = Qt.AlignmentFlag.AlignLeft if place < texts else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _digits(value: float) -> str:
    return number(round(value, 2))


def _exact(value: float) -> str:
    """With as many digits as are needed so that a score can be worked out again from its lines."""
    digits = 0 if float(value).is_integer() else 3
    return QLocale().toString(float(value), "f", digits)


def _percent(score: float) -> str:
    return tr("{value} %", value=number(int(score + 0.5)))
