"""Every icon that is named in the window is in the library that is loaded: else a question mark would stand there."""

import re
from pathlib import Path

from PySide6.QtWidgets import QApplication

from canvas.icons import known_name

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r'"((?:ph|mdi6?|fa[5-6]?[sbr]?|ri|msc|ei)\.[a-z0-9-]+)"')


def test_all_icons_that_are_named_exist(qapp: QApplication) -> None:
    del qapp  # fonts are loaded by an application
    files = [path for room in ("app", "canvas", "engine") for path in (ROOT / room).rglob("*.py")]
    named = {(path.name, name) for path in files for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert len(named) > 100
    assert sorted(one for one in named if known_name(one[1]) != one[1]) == []
