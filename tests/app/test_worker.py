"""Slow work is awaited, its errors are told, and cancelling it stops it."""

import asyncio
import threading

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.worker import Tasks, Worker


def test_work_runs_on_another_thread_and_its_value_comes_back(qtbot: QtBot) -> None:
    worker, found, failed = Worker(), list[str](), list[BaseException]()
    tasks = Tasks(failed.append)

    async def ask() -> None:
        found.append(await worker.run(lambda: threading.current_thread().name))

    tasks.start(ask())
    qtbot.waitUntil(lambda: not len(tasks))
    worker.close()

    assert found[0].startswith("jalon-window")
    assert failed == []


def test_an_error_in_a_task_is_told(qtbot: QtBot) -> None:
    failed = list[BaseException]()
    tasks = Tasks(failed.append)

    async def fail() -> None:
        await asyncio.sleep(0)
        raise ValueError("broken")

    tasks.start(fail())
    qtbot.waitUntil(lambda: not len(tasks))

    assert [str(error) for error in failed] == ["broken"]


def test_what_was_put_away_meanwhile_takes_no_answer_but_an_error_of_its_work_is_told(qtbot: QtBot) -> None:
    failed = list[BaseException]()
    tasks = Tasks(failed.append)

    async def show(label: QLabel, work: BaseException | None) -> None:
        try:
            await asyncio.sleep(0)
            delete(label)
            if work is not None:
                raise work
        finally:
            label.setText("done")

    for error in (None, ValueError("broken")):
        label = QLabel()
        tasks.start(show(label, error), of=label)
    qtbot.waitUntil(lambda: not len(tasks))
    assert [str(error) for error in failed] == ["broken"]

    label = QLabel()
    tasks.start(show(label, None))
    qtbot.waitUntil(lambda: not len(tasks))
    assert len(failed) == 2, "nobody said what it was done for"


def test_a_cancelled_task_is_no_error_either_when_what_it_was_for_is_put_away(qtbot: QtBot) -> None:
    failed = list[BaseException]()
    tasks = Tasks(failed.append)
    label = QLabel()

    async def show() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            label.setText("done")

    tasks.start(show(), of=label)
    qtbot.wait(1)
    tasks.cancel()
    delete(label)
    qtbot.waitUntil(lambda: not len(tasks))

    assert failed == []


def test_a_cancelled_task_is_no_error(qtbot: QtBot) -> None:
    failed = list[BaseException]()
    tasks = Tasks(failed.append)

    tasks.start(asyncio.sleep(60))
    tasks.cancel()
    qtbot.waitUntil(lambda: not len(tasks))

    assert failed == []
