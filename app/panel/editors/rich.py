"""The rich editors as editors of a setting: conditions and expressions, in the context of the node's form."""

from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from app.panel.context import FormContext
from app.panel.editor import Editor
from app.panel.editors.conditions import ConditionEditor, Context
from app.panel.editors.conditions.keys import enter_at
from app.panel.editors.conditions.workspace_counts import WorkspaceCounts
from app.panel.editors.expressions import ExpressionEditor
from app.words import tr
from engine.catalog.model import Filter
from engine.catalog.scope import RowScope
from engine.contract import Hint
from engine.problems import EngineError, Problem


class RuleEditor(Editor):
    """A rule, over the rows that its hint leads to."""

    def __init__(self, hint: Hint) -> None:
        super().__init__()
        self._of = hint.of
        self._value: object = None
        self._context: FormContext | None = None
        self.missing = QLabel(tr("Choose first whom the rule is about."))
        self.missing.setProperty("quiet", True)
        self.missing.setWordWrap(True)
        self.editor: ConditionEditor | None = None
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.missing)

    def take_context(self, context: FormContext) -> None:
        self._context = context
        of = context.subject(self._of)
        if not of:
            self._pages.setCurrentWidget(self.missing)
            return
        names = {choice.value: choice.text for choice in context.audiences}
        # Where records are looked up, a rule may compare them with the rows that enter ("source/…").
        beside = context.relation() if self._of == "dimension" else None
        wanted = Context(context.surroundings, of, names, beside)
        if self.editor is None:
            self.editor = ConditionEditor(wanted, self)
            self.editor.edited.connect(self._edited)
            self.editor.filter_wanted.connect(self._keep_filter)
            self._pages.addWidget(self.editor)
            self.editor.set_value(self._value)  # type: ignore[arg-type]  # settings hold JSON
        else:
            self.editor.set_context(wanted)
        self._pages.setCurrentWidget(self.editor)
        if context.workspace is not None:
            transition = context.transition(self._of)
            table = of if isinstance(of, str) else context.table(self._of)
            counter = WorkspaceCounts(context.workspace, context.document, table, transition, context.as_of)
            if counter != self.editor.counter:
                self.editor.set_counter(counter)

    def show_value(self, value: object) -> None:
        self._value = value
        if self.editor is not None:
            self.editor.set_value(value)  # type: ignore[arg-type]  # settings hold JSON

    def mark(self, path: str, problem: Problem | None) -> bool:
        # The editor checks by itself and marks the line; a problem of the whole rule is said below it.
        return problem is None or (self.editor is not None and self.editor.shows(path))

    def go_to(self, path: str) -> QWidget:
        return enter_at(self.editor, path) if self.editor is not None else super().go_to(path)

    def _edited(self, value: object) -> None:
        self.step = self.editor.step if self.editor is not None else ""
        self._value = value
        self.edited.emit(value)

    def _keep_filter(self, kept: Filter) -> None:
        context = self._context
        if context is not None and context.keep_filter is not None:
            context.keep_filter(kept, context.surroundings.clock)


class ExpressionSetting(Editor):
    """An expression, over the rows that its hint leads to."""

    def __init__(self, hint: Hint) -> None:
        super().__init__()
        self._of = hint.of or "in"
        self.editor = ExpressionEditor(self).as_own_root()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.edited.connect(self._edited)

    def take_context(self, context: FormContext) -> None:
        of = context.subject(self._of)
        try:
            scope = RowScope.to_check(context.surroundings, of) if of else None
        except EngineError:
            scope = None
        # Whether functions over other rows make sense here, the check of the document tells.
        self.editor.set_scope(scope, windows=True)

    def show_value(self, value: object) -> None:
        self.editor.set_value("" if value is None else str(value))

    def mark(self, path: str, problem: Problem | None) -> bool:
        del path, problem  # it marks its own errors, at the character
        return True

    def says(self, problem: Problem) -> bool:
        return any(one.code == problem.code for one in self.editor.problems)

    def _edited(self, text: str) -> None:
        self.edited.emit(text or None)
