"""The program as it is started, in a process of its own: the loop, the settings and the window are the real ones."""

import os
import subprocess
import sys
from pathlib import Path

from engine.document.files import to_text
from tests.engine.campaigns import build, campaign, condition
from tests.engine.fixture import shop

_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
program = QApplication(["jalon"])
def look():
    from app.main_window import MainWindow
    for window in program.topLevelWidgets():
        page = window.page if isinstance(window, MainWindow) else None
        if page is not None and page.session.counts.last is not None and not page.controller.busy:
            print("rows", page.session.counts.output("london", "result").result.rows, flush=True)
            timer.stop()
            window.close()
            program.quit()
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
from app.__main__ import show_window
show_window(Path(sys.argv[1]))
"""


def test_a_workspace_given_at_the_start_is_open_with_its_counts(tmp_path: Path) -> None:
    document = campaign([build("london", condition("city", value="London"))], name="Londoners")
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="Londoners", kind="campaign")
    own = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONPATH": str(Path(__file__).parents[2])}

    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path / "shop")],
        capture_output=True, text=True, check=True, env=own, timeout=240,
    )  # fmt: skip

    assert done.stdout.splitlines()[-1] == "rows 3"
    assert "leaked" not in done.stderr, "whoever started it in a terminal is told nothing at the end"
