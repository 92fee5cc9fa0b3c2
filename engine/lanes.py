"""Threads that own a connection each and do one job after the other; a job can be cancelled while it works.

What a job is about, and what a connection speaks, it must not know.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Generic, Protocol, TypeVar

from engine.problems import Cancelled

_RETRY_INTERRUPT_S = 0.01

C = TypeVar("C")
T = TypeVar("T")


class Connection(Protocol):
    """What a lane must be able to ask of its connection while work goes on."""

    def interrupt(self) -> None: ...

    def query_progress(self) -> float: ...

    def close(self) -> None: ...


class Wish:
    """Whether a job shall stop. Once it has decided to show what it did, it is too late to wish so."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._decided = False
        self._noticed = False

    def is_set(self) -> bool:
        """Whether the job was cancelled."""
        return self._cancelled

    def cancel(self) -> bool:
        """Wish that the job stops; whether it will."""
        with self._lock:
            self._cancelled = not self._decided
        return self._cancelled

    def notice(self) -> None:
        """The job ends because of the wish: from here on nothing interrupts what it tidies up."""
        with self._lock:
            self._noticed = True

    def interrupt(self, connection: "Connection") -> bool:
        """Interrupt what the job does now; false once it has noticed."""
        with self._lock:
            if not self._noticed:
                connection.interrupt()
            return not self._noticed

    def decide(self) -> None:
        """From here on the job goes to its end. Errors: Cancelled, when that was wished before."""
        with self._lock:
            if self._cancelled:
                raise Cancelled
            self._decided = True


class Job(Generic[T]):
    """Work handed to a lane: a future that can be cancelled while a statement runs."""

    def __init__(
        self, future: "Future[T]", cancel: Callable[[], None], progress: Callable[[], float | None] = lambda: None
    ) -> None:
        self.future = future
        self._cancel = cancel
        self._progress = progress

    def result(self) -> T:
        """Wait for the value. Errors: EngineError, Cancelled."""
        return self.future.result()

    def cancel(self) -> None:
        """Ask the work to stop; returns at once. The future then raises Cancelled."""
        self._cancel()

    def progress(self) -> float | None:
        """How much of the statement that runs now is done, from 0 to 1; None while nobody knows. Any thread may ask."""
        return self._progress()


class Lane(Generic[C]):
    """A thread that owns one connection and does one job after the other."""

    def __init__(self, connection: Connection, name: str, cursor: Callable[[Wish], C]) -> None:
        """`cursor` makes what a job works with; it asks the wish whether to go on."""
        self._connection = connection
        self._cursor = cursor
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"jalon-{name}")
        self._running: Wish | None = None
        self._thread: int | None = None
        self._lock = threading.Lock()

    def submit(self, work: Callable[[C], T], *, leaves: bool = False) -> Job[T]:
        """Queue `work`; it gets the lane's cursor. Only values may come back.

        A job that `leaves` is over as soon as it is cancelled, while the lane still tidies up behind it: it must show
        nothing that it did before it has decided to. The next job begins when all is tidy.
        """
        wish = Wish()

        def perform() -> T:
            if wish.is_set():
                raise Cancelled
            with self._lock:
                self._running, self._thread = wish, threading.get_ident()
            try:
                return work(self._cursor(wish))
            finally:
                with self._lock:
                    self._running = None

        performed = self._pool.submit(perform)
        future = _handed_on(performed) if leaves else performed

        def cancel() -> None:
            if not wish.cancel():
                return
            if leaves:
                with suppress(InvalidStateError):
                    future.set_exception(Cancelled())
            threading.Thread(target=self._interrupt, args=(wish, performed), daemon=True).start()

        return Job(future, cancel, partial(self._progress_of, wish))

    def run(self, work: Callable[[C], T]) -> T:
        """Queue `work` and wait for it; on the lane's own thread, do it at once. Never on a window's main thread."""
        if self.is_here:
            return work(self._cursor(self._running or Wish()))
        return self.submit(work).result()

    @property
    def is_here(self) -> bool:
        """Whether a job of this lane asks."""
        return threading.get_ident() == self._thread

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._connection.close()

    def _progress_of(self, wish: Wish) -> float | None:
        with self._lock:
            if self._running is not wish:
                return None
            percent = self._connection.query_progress()
        return None if percent < 0 else min(percent / 100, 1.0)

    def _interrupt(self, wish: Wish, performed: "Future[T]") -> None:
        # An interrupt between two statements is lost, so it is repeated until the job has noticed.
        while not performed.done():
            with self._lock:
                if self._running is wish and not wish.interrupt(self._connection):
                    return
            time.sleep(_RETRY_INTERRUPT_S)


def _handed_on(performed: "Future[T]") -> "Future[T]":
    """A future that may be over before the work is; else it ends as the work does."""
    future: Future[T] = Future()
    future.set_running_or_notify_cancel()

    def hand_on(done: "Future[T]") -> None:
        error = Cancelled() if done.cancelled() else done.exception()
        with suppress(InvalidStateError):
            if error is None:
                future.set_result(done.result())
            else:
                future.set_exception(error)

    performed.add_done_callback(hand_on)
    return future
