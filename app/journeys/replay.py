"""The instant at which a rehearsal is looked at: moving it, playing it, and the part of the run that is played."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from engine.runner.timelines import Timeline

FRAME_MS = 33
SECOND = 1_000_000
HOUR, DAY = 3600 * SECOND, 86_400 * SECOND
SPEEDS = (6 * HOUR, DAY, 3 * DAY, 7 * DAY)
"""How much of the journey passes in a second of replay."""


class Replay(QObject):
    """One timeline at one instant. Instants are microseconds since 1970, in UTC."""

    moved = Signal()
    """The instant is another one."""
    changed = Signal()
    """The timeline, or the part that is played, is another one."""
    played = Signal(bool)
    """Playing began or ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timeline: Timeline | None = None
        self.instant = 0
        self.first = self.last = 0
        self.speed = DAY
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._beat)

    @property
    def playing(self) -> bool:
        """Whether the instant moves by itself."""
        return self._timer.isActive()

    @property
    def at_end(self) -> bool:
        """Whether all of the run is shown."""
        return self.timeline is None or self.instant >= self.timeline.end

    def take(self, timeline: Timeline | None) -> None:
        """Show another run, at the same instant as far as it has one; who looked at its end looks at the new end."""
        stays = not self.at_end
        whole = self.timeline is None or (self.first, self.last) == (self.timeline.start, self.timeline.end)
        self.timeline = timeline
        if timeline is None:
            self.pause()
        else:
            if whole or not timeline.start <= self.first < self.last <= timeline.end:
                self.first, self.last = timeline.start, timeline.end
            self.instant = min(max(self.instant, timeline.start), timeline.end) if stays else timeline.end
        self.changed.emit()
        self.moved.emit()

    def go_to(self, instant: int) -> None:
        """Look at another instant of the run."""
        if self.timeline is None:
            return
        there = min(max(instant, self.timeline.start), self.timeline.end)
        if there != self.instant:
            self.instant = there
            self.moved.emit()

    def step(self, by: int) -> None:
        """Move by so much time."""
        self.go_to(self.instant + by)

    def next_event(self) -> None:
        """On to the next instant at which anything happens; to the end after the last."""
        if self.timeline is not None:
            there = self.timeline.after(self.instant)
            self.go_to(self.timeline.end if there is None else there)

    def previous_event(self) -> None:
        """Back to the last instant at which anything happened."""
        if self.timeline is not None:
            there = self.timeline.before(self.instant)
            self.go_to(self.timeline.start if there is None else there)

    def play_between(self, first: int, last: int) -> None:
        """Play only a part of the run."""
        if self.timeline is None:
            return
        start, end = self.timeline.start, self.timeline.end
        first, last = min(max(first, start), end), min(max(last, start), end)
        if first < last and (first, last) != (self.first, self.last):
            self.first, self.last = first, last
            self.changed.emit()

    def play_from_here(self) -> None:
        """Play from this instant; to the end of the run where the part that was played lies before it."""
        if self.timeline is not None:
            self.play_between(self.instant, self.last if self.instant < self.last else self.timeline.end)

    def play_to_here(self) -> None:
        """Play up to this instant; from the start of the run where the part that was played lies after it."""
        if self.timeline is not None:
            self.play_between(self.first if self.first < self.instant else self.timeline.start, self.instant)

    def toggle(self) -> None:
        """Play, or stop playing."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Move on by itself; from the beginning when the end was reached."""
        if self.timeline is None or self.playing:
            return
        if not self.first <= self.instant < self.last:
            self.go_to(self.first)
        self._clock.start()
        self._timer.start()
        self.played.emit(True)

    def pause(self) -> None:
        """Stay at this instant."""
        if self.playing:
            self._timer.stop()
            self.played.emit(False)

    def _beat(self) -> None:
        passed = self._clock.restart()
        there = self.instant + self.speed * passed // 1000
        if there >= self.last:
            self.go_to(self.last)
            self.pause()
        else:
            self.go_to(there)
