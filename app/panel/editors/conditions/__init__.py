"""The condition editor: a rule as stacked cards, with counts beside its lines.

editor = ConditionEditor(Context(surroundings, "recipients"))
editor.set_counter(counts)             # a LineCounts, if there is data to count
editor.edited.connect(store)           # the rule's JSON
editor.set_value(settings["rule"])     # half-filled is fine
"""

from app.panel.editors.conditions.context import Context
from app.panel.editors.conditions.counts import LineCounts
from app.panel.editors.conditions.distribution import Distribution
from app.panel.editors.conditions.editor import ConditionEditor

__all__ = ["ConditionEditor", "Context", "Distribution", "LineCounts"]
