"""Help on an activity, made from its declaration; and all shortcuts on one page."""

from collections.abc import Iterable
from html import escape
from typing import get_args

from pydantic import BaseModel
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from app.graph.activity_kinds import plain_ports
from app.words import said, tr
from engine.registry import AnyActivity, all_activities

_DEEPEST = 6


class HelpPage(QWidget):
    """A page to read; nothing on it is kept in a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Help"))
        self.text.document().setDocumentMargin(14)
        self.text.document().setIndentWidth(14)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.text)

    def show_activity(self, type_id: str) -> None:
        """Explain a kind of activity; list all of them when it is empty or unknown."""
        activity = all_activities().get(type_id)
        self.text.setHtml(_activity(activity) if activity is not None else _all())

    def show_shortcuts(self, actions: Iterable[QAction]) -> None:
        """All actions that have a shortcut, and what needs none."""
        actions = tuple(actions)
        typing = tr("Letters typed on the canvas begin the name of an activity; it follows what is selected.")
        there = any(action.objectName() == "add.node" for action in actions)
        rows = "".join(
            f"<tr><td width='70%'>{escape(action.text())}</td>"
            f"<td align='right'><code>{escape(_keys(action))}</code></td></tr>"
            for action in actions
            if action.shortcuts()
        )
        first = f"<p>{escape(typing)}</p>" if there else ""
        table = f"<table width='100%' cellpadding='4'>{rows}</table>"
        self.text.setHtml(f"<h3>{tr('Keyboard shortcuts')}</h3>{first}{table}")


def _keys(action: QAction) -> str:
    shown = (key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
    return ", ".join(key.replace(" ", "\u00a0") for key in shown)


def _activity(activity: AnyActivity) -> str:
    parts = [f"<h2>{escape(said(activity.title))}</h2>"]
    parts += [f"<p>{escape(said(' '.join(one.split())))}</p>" for one in (type(activity).__doc__ or "").split("\n\n")]
    parts.append(f"<h3>{tr('Settings')}</h3>{_fields(activity.settings)}")
    ports = "".join(f"<li>{escape(said(port.label))}</li>" for port in plain_ports(activity))
    if ports:
        parts.append(f"<h3>{tr('Outputs')}</h3><ul>{ports}</ul>")
    reasons = "".join(f"<li>{escape(said(reason.label))}</li>" for reason in activity.reasons)
    if reasons:
        parts.append(f"<h3>{tr('Why rows stay behind')}</h3><ul>{reasons}</ul>")
    return "".join(parts)


def _fields(settings: type[BaseModel], within: frozenset[type[BaseModel]] = frozenset()) -> str:
    """The fields of a settings class, each with what belongs to it: a subset has a limit, and that has a kind."""
    rows: list[str] = []
    for name, field in settings.model_fields.items():
        description = said(field.description or "")
        rows.append(f"<p style='margin: 6px 0 0 0'><b>{escape(said(field.title or name))}</b></p>")
        if description:
            rows.append(f"<p style='margin: 1px 0 0 0'>{escape(description)}</p>")
        inner = [one for one in _parts(field.annotation) if one not in within and len(within) < _DEEPEST]
        rows += [f"<div style='margin-left: 14px'>{_fields(one, within | {settings, one})}</div>" for one in inner]
    return "".join(rows)


def _parts(annotation: object) -> list[type[BaseModel]]:
    """The one settings class that a type is made of; none for a choice among several, and for rules."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation] if annotation.__module__.startswith("engine.activities.") else []
    found = [one for part in get_args(annotation) for one in _parts(part)]
    return found if len(found) == 1 else []


def _all() -> str:
    rows = "".join(
        f"<p><b>{escape(said(one.title))}</b><br>{escape(said(' '.join((type(one).__doc__ or '').split())))}</p>"
        for one in all_activities().values()
    )
    return f"<h2>{tr('Activities')}</h2>{rows}"
