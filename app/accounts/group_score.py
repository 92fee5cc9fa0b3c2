"""Where the two scores of a buying group come from, line by line, down to the sum."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QProgressBar, QWidget

from app.accounts.explained import Explained, exact
from app.inspector.values import NOTHING
from app.words import moment, number, tr
from engine.account_data.scoring import GroupScore, MemberLine, RoleLine

_SEEN = 0.1
"""From what difference on two scores are told apart."""


class ScoreView(Explained):
    """Completeness: a line per required role and their mean. Engagement: a line per member and what they come to."""

    def show_score(self, score: GroupScore, names: Mapping[str, str], now: datetime) -> None:
        """Show the lines of a group; `names` are those of its members, `now` is the instant looked from."""
        self.begin()
        self._completeness(score)
        self.box.addSpacing(14)
        self._engagement(score, names, now)
        self.end()

    def _completeness(self, score: GroupScore) -> None:
        whole = score.completeness
        self.title(tr("Completeness"), NOTHING if whole is None else _percent(whole))
        if not score.roles:
            self.quiet(tr("No role of the template is required, so there is nothing to complete."))
            return
        grid = self.grid([tr("Required role"), tr("Members"), tr("Needed"), "", tr("Filled")], 1)
        for line, one in enumerate(score.roles, start=1):
            cells: list[str | QWidget] = [
                one.role,
                number(one.assigned),
                number(one.needed),
                _bar(one),
                _percent(one.score),
            ]
            self.cells(grid, line, cells, 1)
            self.lines.append(
                tr("{role}: {assigned} of {needed} needed, {score}", role=one.role, assigned=number(one.assigned),
                   needed=number(one.needed), score=_percent(one.score))
            )  # fmt: skip
        parts = " + ".join(_digits(one.score) for one in score.roles)
        total = NOTHING if whole is None else _digits(whole)
        self.sum(tr("The mean of the required roles: ({parts}) ÷ {roles} = {total}", parts=parts,
                     roles=number(len(score.roles)), total=total))  # fmt: skip

    def _engagement(self, score: GroupScore, names: Mapping[str, str], now: datetime) -> None:
        self.title(tr("Engagement"), number(int(score.engagement + 0.5)))
        if not score.members:
            self.quiet(tr("The group has no members, so nobody is engaged."))
        else:
            grid = self.grid([tr("Member"), tr("Role"), tr("Person score"), tr("Weight of the role"), tr("Adds")], 2)
            for line, one in enumerate(sorted(score.members, key=lambda one: -one.part), start=1):
                name = names.get(one.person, one.person)
                self.cells(grid, line, _member(one, name), 2)
                self.lines.append(
                    tr("{name}, {role}: {score} × {weight} ÷ {weights} = {part}", name=name, role=one.role,
                       score=exact(one.score), weight=number(one.weight), weights=number(one.weights),
                       part=exact(one.part))
                )  # fmt: skip
            total = sum(one.part for one in score.members)
            self.sum(tr("Together {total}; its square root is {root}.", total=exact(total), root=exact(score.root)))
        if score.most > score.least:
            self.sum(
                tr("Among all groups the roots reach from {least} to {most}: 100 × ({root} − {least}) ÷ ({most} − "
                   "{least}) = {score}", least=exact(score.least), most=exact(score.most), root=exact(score.root),
                   score=number(round(score.engagement, 1)))
            )  # fmt: skip
        self.quiet(tr("From what people did in the thirty days before {now}.", now=moment(now)))
        if score.kept is not None and abs(score.kept - score.engagement) >= _SEEN:
            self.quiet(
                tr("Lists and filters still go by {kept}, which the last daily job wrote; run the daily jobs to bring "
                   "them up to date.", kept=number(round(score.kept, 1)))
            )  # fmt: skip


def _member(one: MemberLine, name: str) -> list[str | QWidget]:
    return [name, one.role, exact(one.score), f"{number(one.weight)} ÷ {number(one.weights)}", exact(one.part)]


def _bar(one: RoleLine) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 100)
    bar.setValue(int(one.score))
    bar.setTextVisible(False)
    bar.setMinimumWidth(60)
    bar.setAccessibleName(one.role)
    return bar


def _digits(value: float) -> str:
    return number(round(value, 2))


def _percent(score: float) -> str:
    return tr("{value} %", value=number(int(score + 0.5)))
