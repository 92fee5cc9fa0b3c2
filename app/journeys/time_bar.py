"""The line under a journey's canvas: the buttons of the replay, the track of time, and how the rehearsal stands."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from app.journeys.adapter import JourneyAdapter
from app.journeys.controller import JourneyController
from app.journeys.replay import SPEEDS
from app.journeys.track import TimeTrack
from app.words import number, tr
from canvas import Tokens
from canvas.icons import icon

_DATE_WIDTH = 158


class TimeBar(QFrame):
    """Of one journey's page."""

    options_wanted = Signal()
    what_if_wanted = Signal(bool)

    def __init__(self, adapter: JourneyAdapter, controller: JourneyController, tokens: Tokens) -> None:
        super().__init__()
        self.setProperty("head", True)
        self._adapter, self._controller, self._replay = adapter, controller, adapter.replay
        self._icons: dict[QToolButton, str] = {}
        replay = self._replay
        self.track = TimeTrack(adapter, tokens)
        self.start = self._button("ph.skip-back", tr("To the beginning"), partial(self._to, -1))
        self.previous = self._button("ph.caret-left", tr("Back to the event before (Page Up)"), replay.previous_event)
        self.play = self._button("ph.play", tr("Play (Space)"), replay.toggle)
        self.next = self._button("ph.caret-right", tr("On to the next event (Page Down)"), replay.next_event)
        self.end = self._button("ph.skip-forward", tr("To the end"), partial(self._to, 1))
        self.speed = QComboBox()
        self.speed.setAccessibleName(tr("Speed of the replay"))
        self.speed.setToolTip(tr("How much of the journey passes in a second"))
        for words, value in zip((tr("6 h / s"), tr("1 day / s"), tr("3 days / s"), tr("1 week / s")), SPEEDS,
                                strict=True):  # fmt: skip
            self.speed.addItem(words, value)
        self.speed.setCurrentIndex(1)
        self.speed.activated.connect(self._set_speed)
        self.speed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.date, self.state = QLabel(), QLabel()
        self.date.setProperty("fieldTitle", True)
        self.state.setProperty("quiet", True)
        self.state.setProperty("small", True)
        for label in (self.date, self.state):
            label.setFixedWidth(_DATE_WIDTH)
        self.cancel = self._button("ph.stop", tr("Stop the rehearsal"), controller.cancel)
        self.options = self._button("ph.sliders-horizontal", tr("How it is rehearsed…"), self.options_wanted.emit)
        self.what_if = self._button("ph.git-diff", tr("What if: try a change and see the difference"), None)
        self.what_if.setCheckable(True)
        self.what_if.clicked.connect(self.what_if_wanted)
        moment = QVBoxLayout()
        moment.setSpacing(0)
        moment.addWidget(self.date)
        moment.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(2)
        for button in (self.start, self.previous, self.play, self.next, self.end):
            row.addWidget(button)
        row.addSpacing(8)
        row.addLayout(moment)
        row.addWidget(self.track, 1)
        row.addWidget(self.speed)
        for button in (self.cancel, self.options, self.what_if):
            row.addWidget(button)
        replay.moved.connect(self._show_instant)
        replay.changed.connect(self._show)
        replay.played.connect(self._show)
        session = controller.session
        session.running.connect(self._show)
        session.changed.connect(self._show)
        session.lock_changed.connect(self._show)
        controller.progressed.connect(self._progressed)
        self.set_tokens(tokens)
        self._show()

    def _button(self, name: str, words: str, act: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("quiet", True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if callable(act):
            button.clicked.connect(lambda: act())
        self._icons[button] = name
        return button

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self.track.set_tokens(tokens)
        self._paint_icons()

    def _paint_icons(self) -> None:
        self._icons[self.play] = "ph.pause" if self._replay.playing else "ph.play"
        for button, name in self._icons.items():
            button.setIcon(icon(name, self._tokens.text, self._tokens.edge))

    def _set_speed(self, index: int) -> None:
        self._replay.speed = int(self.speed.itemData(index))

    def _to(self, way: int) -> None:
        timeline = self._replay.timeline
        if timeline is not None:
            self._replay.go_to(timeline.start if way < 0 else timeline.end)

    # Showing

    def _show(self, *_news: object) -> None:
        there, busy = self._replay.timeline is not None, self._controller.busy
        for widget in (self.start, self.previous, self.play, self.next, self.end, self.speed):
            widget.setEnabled(there)
        self.cancel.setVisible(busy)
        locked = self._controller.session.locked
        self.what_if.setEnabled(not locked)
        self.what_if.setToolTip(locked or self.what_if.accessibleName())
        self.play.setToolTip(tr("Pause (Space)") if self._replay.playing else tr("Play (Space)"))
        self._paint_icons()
        # The zone of the journey may be another one.
        self.track.update()
        self._show_instant()

    def _progressed(self, done: int, total: int) -> None:
        self.state.setText(tr("Rehearsing: {done} of {total}", done=done, total=total))

    def _show_instant(self) -> None:
        timeline, replay = self._replay.timeline, self._replay
        if timeline is None:
            self.date.setText(tr("Not rehearsed yet"))
            self.state.setText(tr("Rehearsing…") if self._controller.busy else tr("See the problems."))
            return
        self.date.setText(self._adapter.moment_words(replay.instant))
        if self._controller.busy:
            self.state.setText(tr("Rehearsing…"))
        else:
            entered = timeline.entered.until(replay.instant)[0]
            left = sum(track.until(replay.instant)[0] for track in timeline.ended.values())
            self.state.setText(tr("{inside} inside, {left} done", inside=number(entered - left), left=number(left)))
