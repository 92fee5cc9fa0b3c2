"""Drafts: what was typed is on disk a moment later, whatever else is going on."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from engine.document.files import to_text
from engine.problems import EngineError, Problem
from tests.app.window import User, open_window
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import shop


@pytest.fixture
def user(qtbot: QtBot, tmp_path: Path) -> Iterator[User]:
    """A window on the shop, with one campaign of Londoners."""
    london = build("london", condition("city", value="London"))
    document = campaign([london, node("mail", "email")], "london>mail", name="Londoners")
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    found = open_window(qtbot, tmp_path, tmp_path / "shop")
    found.until(lambda: found.window.page is not None)
    yield found
    found.window.close()


def _full(*_values: object, **_named: object) -> None:
    raise EngineError(
        Problem(code="storage-failed", what="It could not be written.", fix="Check that the disk is not full.")
    )


@pytest.mark.req("ORC-55")
def test_a_full_disk_is_told_in_words_and_the_work_is_kept_once_there_is_room(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = user.window.desk
    assert desk is not None
    drafts = desk.workspace.drafts
    told: list[str] = []
    desk.failed.connect(lambda problem: told.append(str(problem)))
    user.page.keeper.again_after(50)
    with monkeypatch.context() as patch:
        patch.setattr(drafts, "keep", _full)
        user.click_node("london")
        user.type(user.window.panel.head.line, "Now")
        user.until(lambda: len(told) > 1)
    assert "disk is not full" in told[0]

    user.until(lambda: '"Now"' in (getattr(drafts.load("campaign"), "content", "") or ""))


@pytest.mark.req("ORC-55")
def test_what_is_typed_is_on_disk_while_other_work_is_under_way(user: User) -> None:
    desk = user.window.desk
    assert desk is not None
    done = Event()
    desk.tasks.start(desk.worker.run(done.wait, 60.0))
    try:
        user.click_node("london")
        user.type(user.window.panel.head.line, "Now")
        user.until(lambda: '"Now"' in (getattr(desk.workspace.drafts.load("campaign"), "content", "") or ""))
        assert not done.is_set()
    finally:
        done.set()
