"""Slow work is awaited, its errors are told, and cancelling it stops it."""

import asyncio
import threading

from pytestqt.qtbot import QtBot

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


def test_a_cancelled_task_is_no_error(qtbot: QtBot) -> None:
    failed = list[BaseException]()
    tasks = Tasks(failed.append)

    tasks.start(asyncio.sleep(60))
    tasks.cancel()
    qtbot.waitUntil(lambda: not len(tasks))

    assert failed == []
