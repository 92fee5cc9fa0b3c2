"""Editors of what a condition compares with, one per kind of value. Each takes and gives the JSON of a rule."""

from app.panel.editors.conditions.values.choosing import Sought, Source, right_editor, source_of

__all__ = ["Sought", "Source", "right_editor", "source_of"]
