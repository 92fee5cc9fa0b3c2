"""The inspector in each of its states and dialogs, over the sample workspace."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.inspector.inspector import Inspector
from app.recalling import ask_for_code
from engine.rules import Condition, Operator
from tests.gallery.app import Stage, in_all_looks
from tests.gallery.picture import Picture

Do = Callable[[Stage], None]
TALL = 380
"""How high the bottom pane stands, so that what it shows can be seen."""


def pictures() -> Iterator[Picture]:
    """Every state in all looks."""
    yield from in_all_looks(STATES)


def _inspector(stage: Stage, document: str, node: str) -> Inspector:
    stage.open(document)
    stage.window.bench.restore({"heights": [800 - TALL, TALL]})
    if node:
        stage.select(node)
    found = stage.window.inspector
    assert found is not None, "a workspace is open"
    return found


def _empty(stage: Stage) -> None:
    _inspector(stage, "lapsed-households", "")


def _rows(stage: Stage) -> None:
    inspector = _inspector(stage, "coupon-non-redeemers", "spend")
    inspector.rows.show_columns(frozenset(), ("demographics/age", "demographics/income"))
    stage.rest(1.0)
    inspector.rows.add_filters([Condition(attribute="total_spend", operator=Operator.GREATER_OR_EQUAL, value=100)])
    stage.rest(0.6)
    inspector.rows.grid.sort_by("total_spend", descending=True)
    stage.rest(1.0)


def _nothing(stage: Stage) -> None:
    inspector = _inspector(stage, "lapsed-households", "control")
    inspector.rows.search.setText("nobody is called so")
    stage.rest(1.2)


def _columns(stage: Stage) -> None:
    inspector = _inspector(stage, "coupon-non-redeemers", "spend")
    inspector.rows.ask_columns()
    stage.rest(1.0)


def _filter(stage: Stage) -> None:
    inspector = _inspector(stage, "coupon-non-redeemers", "spend")
    inspector.rows.ask_filter()
    stage.rest(0.6)


def _statistics(column: str) -> Do:
    def do(stage: Stage) -> None:
        inspector = _inspector(stage, "coupon-non-redeemers", "spend")
        if column != "total_spend":
            inspector.rows.show_columns(frozenset(), (column,))
            stage.rest(0.8)
        inspector.show_statistics(column)
        stage.rest(1.2)

    return do


def _compare(stage: Stage) -> Inspector:
    inspector = _inspector(stage, "campaign-overlap", "")
    inspector.tabs.setCurrentWidget(inspector.compare)
    for row in range(min(inspector.compare.list.count(), 4)):
        inspector.compare.list.item(row).setCheckState(Qt.CheckState.Checked)
    stage.rest(1.5)
    return inspector


def _plot(stage: Stage) -> None:
    _compare(stage)


def _numbers(stage: Stage) -> None:
    _compare(stage).compare.numbers.click()


def _choose(stage: Stage) -> None:
    inspector = _inspector(stage, "campaign-overlap", "")
    inspector.tabs.setCurrentWidget(inspector.compare)


def _follow(stage: Stage) -> None:
    inspector = _inspector(stage, "coupon-non-redeemers", "spend")
    stage.until(lambda: inspector.rows.grid.total > 0)
    inspector.follow(inspector.rows.grid.key(0) or ())
    stage.rest(2.0)
    record = inspector.why.tree.topLevelItem(0)
    step = record.child(record.childCount() - 2) if record is not None else None
    if step is not None:
        step.setExpanded(True)


def _why(stage: Stage) -> None:
    inspector = _inspector(stage, "lapsed-households", "control")
    inspector.tabs.setCurrentWidget(inspector.why)
    inspector.why.line.setText("7, 1, 2, 8, 9999")
    inspector.why.ask()
    stage.rest(2.0)


def _reason(stage: Stage) -> None:
    _inspector(stage, "lapsed-households", "lapsed")
    button = stage.window.panel.facts.findChild(QPushButton)
    assert button is not None, "somebody is left out"
    button.click()
    stage.rest(1.5)


def _steps(stage: Stage) -> None:
    _inspector(stage, "coupon-non-redeemers", "")
    stage.window.bench.show_view("sql")
    stage.select("spend")


def _log(stage: Stage) -> None:
    _inspector(stage, "coupon-non-redeemers", "")
    stage.window.bench.show_view("log")


def _code(stage: Stage) -> None:
    _inspector(stage, "lapsed-households", "control")
    ask_for_code(stage.window.tabs)


STATES: dict[str, Do] = {
    "empty": _empty,
    "rows": _rows,
    "nothing": _nothing,
    "columns": _columns,
    "filter": _filter,
    "statistics-number": _statistics("total_spend"),
    "statistics-text": _statistics("demographics/income"),
    "choose": _choose,
    "plot": _plot,
    "numbers": _numbers,
    "follow": _follow,
    "why": _why,
    "reason": _reason,
    "steps": _steps,
    "log": _log,
    "code": _code,
}
