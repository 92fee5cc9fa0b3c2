"""Slow work away from the window, awaited on its event loop.

What a window reads or writes goes through one thread of its own here; counts run on the engine's lanes. Nothing that
runs here may touch a widget.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from shiboken6 import isValid

from engine.lanes import Job
from engine.problems import Cancelled

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

_AWAITED: WeakKeyDictionary["asyncio.Task[Any]", Job[Any]] = WeakKeyDictionary()
"""The job that a task waits for. A cancelled task hears of it when the event loop next turns, which is too late where
the loop itself waits for the job to end."""


class Worker:
    """One thread that does one piece of work after the other, in the order in which they were asked for."""

    def __init__(self, name: str = "jalon-window") -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def run(self, work: Callable[P, T], *args: P.args, **values: P.kwargs) -> T:
        """The value of `work`, which runs on the worker's thread. Errors: those of `work`."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, partial(work, *args, **values))

    def begin(self, work: Callable[P, T], *args: P.args, **values: P.kwargs) -> "Future[T]":
        """Begin `work` at once, however busy the main thread is. Only for what must soon be on disk."""
        return self._pool.submit(partial(work, *args, **values))

    def wait_for(self, work: Callable[P, T], *args: P.args, **values: P.kwargs) -> T:
        """The value of `work`, waited for. Only for what must be on disk before the program ends."""
        return self.begin(work, *args, **values).result()

    def close(self) -> None:
        """Finish what was asked for, then stop."""
        self._pool.shutdown(wait=True)


async def finished(job: Job[T]) -> T:
    """The value of an engine's job; cancelling the waiting cancels the job. Errors: those of the job."""
    waiting = asyncio.wrap_future(job.future)
    task = asyncio.current_task()
    if task is not None:
        _AWAITED[task] = job
    try:
        return await asyncio.shield(waiting)
    except asyncio.CancelledError:
        job.cancel()
        # Nobody waits for it any more, so nobody else will take its error.
        waiting.add_done_callback(_let_go)
        raise
    finally:
        if task is not None:
            _AWAITED.pop(task, None)


def _let_go(future: "asyncio.Future[Any]") -> None:
    if not future.cancelled():
        future.exception()


class Tasks:
    """The coroutines that a window has under way. One that fails is told of, never lost."""

    def __init__(self, failed: Callable[[BaseException], None]) -> None:
        self._failed = failed
        self._under_way: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, T], *, of: QObject | None = None) -> "asyncio.Task[T]":
        """Begin; it goes on by itself. `of` is what it is done for, which may be put away before it has ended."""
        task = asyncio.get_event_loop().create_task(work)
        self._under_way.add(task)
        task.add_done_callback(partial(self._ended, of))
        return task

    def cancel(self) -> None:
        """Cancel all that is under way, and the jobs of the engine that it waits for."""
        for task in tuple(self._under_way):
            job = _AWAITED.get(task)
            if job is not None:
                job.cancel()
            task.cancel()

    def __len__(self) -> int:
        return len(self._under_way)

    def _ended(self, of: QObject | None, task: "asyncio.Task[Any]") -> None:
        self._under_way.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        # What was put away meanwhile cannot show what was found: the bindings refuse that with a RuntimeError. An
        # error of the work itself is told nevertheless; it stands behind one of showing that it has ended.
        while of is not None and not isValid(of) and isinstance(error, RuntimeError):
            error = error.__context__
        if error is not None and not isinstance(error, Cancelled | asyncio.CancelledError):
            self._failed(error)
