"""The lines of a rule in words, for the table of what each does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from app.panel.editors.conditions.checking import read_tree
from app.panel.editors.conditions.group import logic_words
from app.panel.editors.conditions.lines import text_of
from app.panel.editors.conditions.tree import INSIDE, Address, field_of, kind_of, new_group, part_at, walk
from app.panel.editors.conditions.waterfall import Step, Waterfall
from app.words import capital, language
from engine.rules.sentences import to_sentence

if TYPE_CHECKING:
    from app.panel.editors.conditions.editor import ConditionEditor


def open_waterfall(editor: "ConditionEditor") -> None:
    """Show what each line of a rule does, under the button that asks for it."""
    popup = Waterfall(steps_of(editor), editor.counts, editor.context.title, editor.footer.steps)
    popup.open_at(editor.footer.steps.mapToGlobal(QPoint(0, editor.footer.steps.height())))


def steps_of(editor: "ConditionEditor") -> list[Step]:
    """All lines and groups in reading order; what stands inside a line is part of it."""
    counts = editor.counts
    return [
        Step(_words(editor, address), len(address) - 1, counts.lines.get(field_of(address)) if counts else None)
        for address, _ in walk(editor.root)
        if address and INSIDE not in address
    ]


def _words(editor: "ConditionEditor", address: Address) -> str:
    part = part_at(editor.root, address)
    if kind_of(part) == "group" and isinstance(part, dict):
        return logic_words(text_of(part, "operator"))
    if isinstance(part, dict):
        part = {key: value for key, value in part.items() if key != "disabled"}
    context = editor.context_at(address)
    rule, _ = read_tree(new_group([part]))
    sentence = to_sentence(rule, context.catalog, context.table, language(), context.audiences)
    return capital(sentence)
