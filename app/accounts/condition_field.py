"""A condition on accounts or people, written as in journeys: the same filters, and the names that are there now."""

import json
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.accounts.ledger import Ledger
from app.new_documents import blank_journey
from app.panel.context import FormContext
from app.panel.editor import as_list, as_object
from app.panel.editors.filters import JourneyConditionEditor
from app.panel.form import inner_form
from app.words import tr
from engine.account_data.conditions import read_condition
from engine.account_data.linked_conditions import OF_ACCOUNTS, OF_PEOPLE
from engine.document.model import Node
from engine.journey.conditions import Condition
from engine.problems import EngineError
from engine.runner.service import check_document

_SETTLE_MS = 400
_NODES = {"account": "account-audience", "person": "split-people"}
"""The node whose conditions are of the same kind."""


class ConditionField(QWidget):
    """`text` is the condition as it is stored, empty where everybody is meant."""

    changed = Signal()
    """It was changed, and nobody is typing any more."""

    def __init__(self, ledger: Ledger, entity: str, whom: str) -> None:
        super().__init__()
        self._ledger, self._entity, self._whom = ledger, entity, whom
        self._raw: dict[str, Any] = {}
        self._kept: str | None = None
        """What was written elsewhere and cannot be read here."""
        kinds = OF_ACCOUNTS if entity == "account" else OF_PEOPLE
        self.editor = JourneyConditionEditor(inner_form, kinds)
        self.everybody = QLabel()
        self.everybody.setProperty("quiet", True)
        self.everybody.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.everybody)
        box.addWidget(self.editor)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self.changed)
        self.editor.edited.connect(self._edited)
        self.setFocusProxy(self.editor)
        ledger.tasks.start(self._know(), of=self)

    async def _know(self) -> None:
        """Find out which objects can be chosen; the fields are known at once."""
        document, desk = blank_journey("condition"), self._ledger.desk
        known = FormContext(document, Node(id="audience", type=_NODES[self._entity]), desk.catalog,
                            workspace=desk.workspace)  # fmt: skip
        self.editor.take_context(known)
        checked = await self._ledger.ask(lambda workspace: check_document(workspace, document))
        self.editor.take_context(replace(known, checked=checked))

    def show_condition(self, written: str | None, *, editable: bool = True) -> None:
        """Show a stored condition. One that cannot be read is kept as it is."""
        self._kept = None
        try:
            condition = read_condition(written)
        except EngineError:
            condition, self._kept = Condition(), written
        self._raw = condition.model_dump(mode="json", exclude_defaults=True)
        # The kind of a filter is its default, and yet tells filters apart.
        self._raw["filters"] = [
            {**one.model_dump(mode="json", exclude_defaults=True), "kind": one.kind} for one in condition.filters
        ]
        self.editor.show_value(self._raw)
        self.editor.allow(editable and self._kept is None)
        self._look()

    @property
    def text(self) -> str:
        """The condition as it is stored; empty without a filter."""
        if self._kept is not None:
            return self._kept
        return json.dumps(self._raw, sort_keys=True) if as_list(self._raw.get("filters")) else ""

    def _edited(self, value: object) -> None:
        self._raw = as_object(value)
        self._look()
        self._settling.start()

    def settle(self) -> None:
        """Tell at once what was changed."""
        if self._settling.isActive():
            self._settling.stop()
            self.changed.emit()

    def _look(self) -> None:
        kept = tr("This condition was written elsewhere and is kept as it is.")
        self.everybody.setText(self._whom if self._kept is None else kept)
        self.everybody.setVisible(self._kept is not None or not as_list(self._raw.get("filters")))
