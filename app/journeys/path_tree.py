"""The way of one account or person through a journey, as a tree: when, where, what happened, and what decided."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from app.graph.journey_kinds import exit_words, outcome_words
from app.graph.journey_words import filter_words
from app.graph.kinds import kinds_of
from app.inspector.colours import tokens_of
from app.inspector.values import shown
from app.journeys.adapter import wall
from app.words import headed, moment, tr
from engine.catalog.model import Catalog
from engine.document.model import Document
from engine.journey.calendar import zone_of
from engine.journey.conditions.model import AttributeFilter
from engine.journey.explaining import Evaluated
from engine.runner.journey_paths import PathStep


def fill_path(tree: QTreeWidget, document: Document, catalog: Catalog, key: str, steps: Sequence[PathStep]) -> None:
    """Show the steps of one account or person, the first at the top."""
    if not steps:
        QTreeWidgetItem(tree, [key, tr("never came into this journey, as far as it is rehearsed"), ""])
        return
    top = QTreeWidgetItem(tree, [key, tr("{n} step(s)", n=len(steps)), ""])
    zone = zone_of(document.zone)
    for step in steps:
        when = moment(wall(step.at, zone)) if zone is not None else str(step.at)
        item = QTreeWidgetItem(
            top, [when, headed(_title(document, step.node), _happened(document, step)), _change(step)]
        )
        item.setToolTip(1, item.text(1))
        for one in step.values:
            _add_value(item, one, catalog)
        item.setExpanded(True)
    top.setExpanded(True)


def _title(document: Document, name: str) -> str:
    node, kinds = document.node_by_id.get(name), kinds_of(document)
    if node is None or kinds.get(node.type) is None:
        return name
    return kinds.card(node, None, Catalog()).title


def _happened(document: Document, step: PathStep) -> str:
    if step.outcome:
        word = outcome_words().get(step.outcome, step.outcome)
        return headed(step.who, word) if step.who else word
    if step.reason:
        return exit_words().get(step.reason, step.reason)
    if step.until is None:
        return tr("is here still")
    node, kinds = document.node_by_id.get(step.node), kinds_of(document)
    kind = kinds.get(node.type) if node is not None else None
    ports = kind.outputs_of(node) if kind is not None and node is not None else ()
    label = next((port.label for port in ports if port.id == step.port), "")
    left = tr("left by {ways}", ways=label) if label and len(ports) > 1 else tr("went on")
    zone = zone_of(document.zone)
    if step.until == step.at or zone is None:
        return left
    return tr("{left}, {moment}", left=left, moment=moment(wall(step.until, zone)))


def _change(step: PathStep) -> str:
    if not step.outcome or step.before == step.after:
        return ""
    return f"{step.before or '–'} → {step.after or '–'}"


def _add_value(item: QTreeWidgetItem, one: Evaluated, catalog: Catalog) -> None:
    asked = filter_words(one.asked, catalog, of_people=one.of_people)
    words = tr("{condition}: holds", condition=asked) if one.holds else tr("{condition}: does not hold",
                                                                          condition=asked)  # fmt: skip
    line = QTreeWidgetItem(item, [one.path, words, _value(one)])
    line.setToolTip(1, words)
    tokens = tokens_of(item.treeWidget().window())
    line.setForeground(1, QColor(tokens.states["done" if one.holds else "warning"].ink))


def _value(one: Evaluated) -> str:
    """The value found: a number as the locale writes it where it was compared with numbers."""
    if one.value is None:
        return ""
    compared = one.asked.values if isinstance(one.asked, AttributeFilter) else ()
    if not compared or not all(isinstance(part, int | float) and not isinstance(part, bool) for part in compared):
        return one.value
    try:
        return shown(Decimal(one.value))
    except InvalidOperation:
        return one.value
