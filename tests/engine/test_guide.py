"""The guide's examples are documents that run, and its promises about rows and names hold."""

import re
from pathlib import Path

from engine.document.files import from_text, to_text
from engine.runner.service import run_document
from engine.workspace import Workspace

GUIDE = Path(__file__).resolve().parents[2] / "resources" / "guide" / "documents.md"


def test_the_examples_of_the_guide_run(the_shop: Workspace) -> None:
    gold, thanks = (from_text(text) for text in re.findall(r"```json\n(.*?)```", GUIDE.read_text(), re.DOTALL))

    assert to_text(from_text(to_text(gold))) == to_text(gold)
    assert [one.rows for one in run_document(the_shop, gold).transitions] == [3, 3, 0, 3]
    assert [one.rows for one in run_document(the_shop, thanks).transitions] == [5, 4, 4]
