"""The panel of every activity, set as a marketer would set it, tall enough to be seen whole; and the large editors."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.panel.editors.conditions.editor import ConditionEditor
from app.panel.editors.expressions import ExpressionEditor
from app.theme import Scheme
from engine.document.edits import AddNode, Connect
from engine.document.model import Node, Transition
from engine.registry import all_activities
from tests.gallery.app import SIZES, Stage, end_loop, sample
from tests.gallery.picture import Picture

Do = Callable[[Stage], None]
Values = Mapping[str, JsonValue]
_OLDER: JsonValue = {"kind": "condition", "attribute": "household_id", "operator": "greater", "value": 100}

SETTINGS: dict[str, Values] = {
    "alert": {"alert_title": "Too many", "message": "The audience is larger than usual: [COUNT]."},
    "build-audience": {"dimension": "households", "rule": _OLDER},
    "change-dimension": {"dimension": "campaigns", "keep": 1, "complement": True},
    "combine": {"mode": "exclusion", "reconcile": "columns", "columns": ["household_id"], "complement": True},
    "deduplication": {"fields": ["household_id"], "method": "expression", "expression": "@household_id"},
    "direct-mail": {},
    "email": {},
    "end": {"signal": {"parameters": [{"name": "channel", "value": "mail"}]}},
    "enrichment": {"attributes": [{"attribute": "demographics/age", "label": "Age"}]},
    "external-signal": {"parameters": [{"name": "channel", "test_value": "sms"}]},
    "extract-file": {"file_name": "households.csv", "columns": [{"attribute": "household_id", "label": "Household"}]},
    "fork": {"transitions": [{"label": "By mail"}, {"label": "By text"}, {}]},
    "incremental-query": {"dimension": "households", "rule": _OLDER, "mode": "history"},
    "load-file": {"path": "loads/new-households.csv", "max_errors": 10},
    "push": {},
    "read-audience": {},
    "reconciliation": {"dimension": "households"},
    "save-audience": {"label": "Lapsed households"},
    "scheduler": {"schedule": {"mode": "monthly", "at": "08:30", "day_rule": "day-number", "day": 15}},
    "sms": {},
    "split": {"subsets": [{"label": "Test", "limit": {"kind": "percent", "value": 10}}], "complement": True},
    "test": {"conditions": [{"label": "Enough", "value": 100}], "default_branch": True},
    "update-data": {"operation": "update", "table": "households"},
    "wait": {"kind": "duration", "amount": 2, "unit": "day"},
}


def pictures() -> Iterator[Picture]:
    """Each activity light and English, then dark and French, in a window tall enough for its panel."""
    for name, do in STATES.items():
        yield _picture(name, do)
        yield _picture(f"{name}-dark-french", do, scheme=Scheme.DARK, language="fr")
    # Its threads must end before Qt does.
    end_loop()


def _picture(name: str, do: Do, *, scheme: Scheme = Scheme.LIGHT, language: str = "en") -> Picture:
    return Picture(name, partial(_take, do, SIZES["large"], scheme, language))


def _take(do: Do, size: tuple[int, int], scheme: Scheme, language: str) -> QImage:
    stage = Stage(size, scheme, language)
    do(stage)
    return stage.take()


def _panel(kind: str) -> Do:
    def do(stage: Stage) -> None:
        # A copy: the draft that this leaves must not be in the other pictures.
        copy = Path(tempfile.mkdtemp()) / "demo"
        shutil.copytree(sample(), copy)
        stage.open(folder=copy)
        page = stage.window.page
        assert page is not None, "just opened"
        page.session.do(AddNode(Node(id="new", type=kind, settings=dict(SETTINGS.get(kind, {})))), "Add")
        arity = all_activities()[kind].arity
        if arity.most != 0:
            page.session.do(Connect(Transition(id="t9", source="control", port="subset:1", target="new")), "Connect")
        stage.select("new")

    return do


def _expression(typed: str) -> Do:
    """The editor of an expression while something is typed."""

    def do(stage: Stage) -> None:
        _panel("deduplication")(stage)
        editor = stage.window.panel.findChild(ExpressionEditor)
        assert editor is not None, "its method is an expression"
        editor.set_value("")
        editor.field.setFocus()
        QTest.keyClicks(editor.field, typed)
        stage.rest()

    return do


def _large_rule(stage: Stage) -> None:
    stage.open()
    stage.select("lapsed")
    editor = stage.window.panel.findChild(ConditionEditor)
    assert editor is not None, "an audience has a rule"
    editor.open_large()
    stage.rest(1.5)


EDITORS: dict[str, Do] = {
    "completion": _expression("Ye"),
    "signature": _expression("Left(@x, "),
    "large-rule": _large_rule,
}
STATES: dict[str, Do] = {name: _panel(name) for name in all_activities()} | EDITORS
