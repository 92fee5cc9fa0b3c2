"""What if: changes that are tried out, with the difference that they make, before they are kept or taken back."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from app.session import Session
from app.words import number, tr
from canvas import Tokens
from canvas.icons import icon
from engine.runner.results import RunResult

Numbers = Mapping[tuple[str, str], tuple[int, int]]


class WhatIf(QFrame):
    """The line over a journey's canvas while something is tried out. Edits are edits: undo works as ever."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("notice", True)
        self._session = session
        self._first: RunResult | None = None
        self._index = 0
        self.before: Numbers = {}
        """The counts before the first change, by node and output; empty while nothing is tried out."""
        self._icon, self.words = QLabel(), QLabel()
        self.words.setWordWrap(True)
        self.keep, self.back = QPushButton(tr("Keep the changes")), QPushButton(tr("Take them back"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)
        row.addWidget(self.keep)
        self.hide()

    @property
    def on(self) -> bool:
        """Whether something is being tried out."""
        return self._first is not None

    @property
    def undone(self) -> bool:
        """Whether steps were taken back that were made before anything was tried out: there is no way back to it."""
        return self.on and self._session.stack.index() < self._index

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._icon.setPixmap(icon("ph.git-diff", tokens.selection).pixmap(18, 18))

    def begin(self) -> bool:
        """Remember the counts as they are; whether there were any."""
        last = self._session.counts.last
        if last is None:
            return False
        self._first, self._index = last, self._session.stack.index()
        # What is typed on in the same field belongs to what is tried out, not to the step before it.
        self._session.begin_chapter()
        self.before = numbers_of(last)
        self.show()
        self.refresh()
        return True

    def end(self, *, keep: bool) -> None:
        """Go on with the changes, or as it was before them."""
        if not keep:
            self._session.go_to(self._index)
        self._session.begin_chapter()
        self._first, self.before = None, {}
        self.hide()

    def refresh(self) -> None:
        """Say what the changes come to."""
        first, last = self._first, self._session.counts.last
        if first is None or last is None:
            return
        steps = self._session.stack.index() - self._index
        if steps <= 0:
            self.words.setText(tr("What if: change a wait, a condition or anything else, and see the difference here."))
        else:
            parts = [tr("{n} change(s)", n=steps), *_whole(first, last)]
            self.words.setText(tr("What if: {difference}", difference=" · ".join(parts)))
        self.keep.setEnabled(steps > 0)


def numbers_of(result: RunResult) -> Numbers:
    """The accounts and people of each output."""
    return {
        (one.source, one.port): ((one.people if one.accounts is None else one.accounts) or 0, one.people or 0)
        for one in result.transitions
    }


def difference_words(now: float, before: float) -> str:
    """A difference, as it stands beside a number."""
    change = round(now - before, 2)
    return "=" if not change else f"▲ {number(change)}" if change > 0 else f"▼ {number(-change)}"


def _whole(first: RunResult, last: RunResult) -> list[str]:
    """What differs of the whole journey: those who entered, how they ended, how long it took."""
    found: list[str] = []
    for name, words in (("entered", tr("entered")), ("in_progress", tr("inside")), ("mean_days", tr("mean days"))):
        before, now = ((one.journey or {}).get(name) for one in (first, last))
        if isinstance(before, int | float) and isinstance(now, int | float):
            found.append(f"{words} {number(now)} ({difference_words(now, before)})")
    done = [sum(_ends(one).values()) for one in (first, last)]
    found.insert(2, f"{tr('done')} {number(done[1])} ({difference_words(done[1], done[0])})")
    return found


def _ends(result: RunResult) -> dict[str, int]:
    exits = (result.journey or {}).get("exits")
    return {name: one for name, one in exits.items() if isinstance(one, int)} if isinstance(exits, dict) else {}
