"""The property panel: the settings of the selected node, or of the document when nothing is selected."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import cast

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.audiences.words import audience_word
from app.desk import Desk
from app.facts import Fact
from app.graph.kinds import NodeKind, kinds_of
from app.panel.context import Choice, FormContext
from app.panel.document_form import DocumentForm
from app.panel.facts import NodeFacts
from app.panel.form import SettingsForm
from app.panel.head import NodeHead
from app.panel.together import TogetherForm
from app.session import Session
from app.words import tr
from engine.catalog.model import Catalog, Filter
from engine.catalog.sources import Clock
from engine.document.drafts import Change
from engine.document.edits import Batch, Edit, SetLabel, SetPaused, SetSetting
from engine.document.model import Kind, Node
from engine.problems import EngineError, Problem
from engine.runner.lineage import audiences_named
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, SavedAudience


class PropertyPanel(QWidget):
    """Shows one session's selected node. Every change is an edit of the session at once."""

    refused = Signal(object)
    """The Problem of an edit that was refused."""
    join_wanted = Signal(str, str, str)
    """An output, by its node and port, that is to lead to a node."""
    list_wanted = Signal(str, object)
    """The node, and the Fact whose rows are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._catalog = Catalog()
        self._workspace: Workspace | None = None
        self._keep_filter: Callable[[Filter, Clock], None] | None = None
        self._audiences: tuple[Choice, ...] = ()
        self._documents: tuple[Choice, ...] = ()
        self._policies: dict[str, str] = {}
        self._node = ""
        self._together: tuple[str, ...] = ()
        self.form: SettingsForm | None = None
        self.head = NodeHead()
        self.facts = NodeFacts()
        self.document_form = DocumentForm()
        self.together = TogetherForm()
        self._forms: dict[tuple[str, tuple[str, ...]], SettingsForm] = {}
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(16, 14, 16, 20)
        box.setSpacing(16)
        box.addWidget(self.head)
        box.addWidget(self.facts)
        self._extras = QVBoxLayout()
        box.addLayout(self._extras)
        self._extra: QWidget | None = None
        box.addLayout(self._slot)
        box.addStretch(1)
        outer = QWidget()
        rest = QVBoxLayout(outer)
        rest.setContentsMargins(16, 14, 16, 20)
        rest.addWidget(self.document_form)
        rest.addStretch(1)
        several = QWidget()
        common = QVBoxLayout(several)
        common.setContentsMargins(16, 14, 16, 20)
        common.addWidget(self.together)
        common.addStretch(1)
        self.locked = QLabel()
        self.locked.setWordWrap(True)
        self.locked.setProperty("warning", True)
        self.locked.setContentsMargins(16, 12, 16, 0)
        self.locked.hide()
        self._pages = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.locked)
        whole.addLayout(self._pages, 1)
        for page in (outer, inner, several):
            self._pages.addWidget(_scrolled(page))
        self.together.field_edited.connect(self._edit_together)
        self.head.renamed.connect(self._rename)
        self.head.pause_wanted.connect(self._pause)
        self.facts.list_wanted.connect(self._want_list)
        self.setMinimumWidth(288)
        for keys, step in ((QKeySequence.StandardKey.Undo, self._undo), (QKeySequence.StandardKey.Redo, self._redo)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)

    def _want_list(self, fact: Fact) -> None:
        self.list_wanted.emit(self._node, fact)

    def _join(self, source: str, port: str) -> None:
        self.join_wanted.emit(source, port, self._node)

    def _undo(self) -> None:
        if self._session is not None:
            self._session.undo()

    def _redo(self) -> None:
        if self._session is not None:
            self._session.redo()

    def show_session(self, session: Session | None) -> None:
        """Show another document."""
        if self._session is not None:
            self._session.changed.disconnect(self._changed)
            self._session.checked.disconnect(self._checked)
            self._session.counted.disconnect(self._counted)
            self._session.lock_changed.disconnect(self._show_lock)
        self._session = session
        self.document_form.show_session(session)
        if session is not None:
            session.changed.connect(self._changed)
            session.checked.connect(self._checked)
            session.counted.connect(self._counted)
            session.lock_changed.connect(self._show_lock)
        self._show_lock()
        self.show_node("")

    def _show_lock(self) -> None:
        """Say over all settings that they cannot be changed, and why, before somebody tries."""
        why = "" if self._session is None else self._session.locked
        self.locked.setText(why)
        self.locked.setVisible(bool(why))

    def take_desk(self, desk: Desk) -> None:
        """The names that editors may offer, and the workspace that counts for them."""
        self._catalog, self._workspace = desk.catalog, desk.workspace

        def keep(kept: Filter, clock: Clock) -> None:
            desk.tasks.start(desk.keep_filter(kept, clock))

        self._keep_filter = keep
        self._audiences = tuple(self._offered(desk.audiences))
        self._policies = {one.id: one.merge_policy for one in desk.audiences}
        self._documents = tuple(Choice(entry.id, entry.name, entry.status) for entry in desk.documents)
        self.document_form.take_catalog(desk.catalog)
        self._refresh_context()

    def _offered(self, audiences: Sequence[SavedAudience]) -> Iterator[Choice]:
        """The audiences to read: one that is inactive only where the document reads it already."""
        named = set[str]() if self._session is None else audiences_named(self._session.document)
        for one in audiences:
            if one.status in {AudienceStatus.DRAFT, AudienceStatus.PUBLISHED} or {one.id, one.label} & named:
                published = one.status is AudienceStatus.PUBLISHED
                members = tr("{n} member(s)", n=one.rows)
                word = "" if published else audience_word(one.status)
                yield Choice(one.id, one.label, " · ".join(part for part in (members, word) if part))

    def show_node(self, node: str) -> None:
        """Show the settings of a node; of the document when it is empty."""
        self._node, self._together = node, ()
        found = self._shown()
        self._pages.setCurrentIndex(0 if found is None else 1)
        if found is None:
            return
        kind = self._kind(found)
        self.head.show_node(found, kind)
        self.head.pause.setVisible(self._session is not None and self._session.document.kind is Kind.CAMPAIGN)
        self._show_form(kind)
        self._refresh_value(found)
        self._refresh_context()
        self._refresh_marks()
        self._refresh_facts()

    def show_extra(self, extra: QWidget | None) -> None:
        """Show what a page has to say of the node, instead of the plain facts; it stays the page's own."""
        if self._extra is not None and self._extra is not extra:
            self._extra.hide()
        if extra is not None:
            if extra is not self._extra:
                self._extras.addWidget(extra)
            extra.show()
            self.facts.hide()
        self._extra = extra

    def show_together(self, nodes: Collection[str]) -> None:
        """Show what several nodes have in common, to be changed in all of them at once."""
        self._node, self._together = "", tuple(sorted(nodes))
        self._refresh_together()

    def _refresh_together(self) -> None:
        session = self._session
        found = [session.document.node_by_id.get(name) for name in self._together] if session is not None else []
        nodes = [node for node in found if node is not None]
        if session is None or len(nodes) < 2:  # the others were deleted
            self.show_node(nodes[0].id if nodes else "")
            return
        self._pages.setCurrentIndex(2)
        self.together.show_nodes(nodes, kinds_of(session.document))
        self.together.take_context(self._context(session, nodes[0]))

    def _edit_together(self, field: str, value: object, plain: bool) -> None:
        form = self.together.form
        if form is None or self._session is None:
            return
        document, json = self._session.document, cast("JsonValue", value)
        nodes = [document.node_by_id[name] for name in self._together if name in document.node_by_id]
        kinds = kinds_of(document)
        try:
            edits = tuple(kinds.setting(document, node, field, json, self._catalog, plain=plain) for node in nodes)
        except EngineError as error:
            self.refused.emit(error.problem)
            self._refresh_together()
            return
        text = tr("Change “{field}” of {n} activit(y|ies)", field=form.rows[field].title, n=len(edits))
        self._do(Batch(edits), text, f"set:{'+'.join(self._together)}:{form.step}")
        form.rows[field].tell("")

    def _shown(self) -> Node | None:
        return self._session.document.node_by_id.get(self._node) if self._session is not None else None

    def _kind(self, node: Node) -> NodeKind | None:
        return kinds_of(self._session.document).get(node.type) if self._session is not None else None

    def _show_form(self, kind: NodeKind | None) -> None:
        # A form is made once for each kind of activity: making one takes longer than showing other values in it.
        name = (kind.id, kind.apart) if kind is not None else ("", ())
        wanted = self._forms.get(name)
        if wanted is None and kind is not None:
            wanted = self._forms[name] = SettingsForm(kind.settings.model_fields, skip=kind.apart)
            wanted.field_edited.connect(self._edit)
            self._slot.addWidget(wanted)
        for form in self._forms.values():
            form.setVisible(form is wanted)
        self.form = wanted

    def _edit(self, field: str, value: object, plain: bool) -> None:
        found = self._shown()
        if self._session is None or found is None or self.form is None:
            return
        title = self.form.rows[field].title
        document, json = self._session.document, cast("JsonValue", value)
        text = tr("Change “{field}” of {node}", field=title, node=self.head.title)
        try:
            edit = kinds_of(document).setting(document, found, field, json, self._catalog, plain=plain)
        except EngineError as error:
            self.refused.emit(error.problem)
            self._refresh()
            return
        if isinstance(edit, SetSetting) and edit.value == (None if plain else json):
            self._do(edit, text, f"set:{found.id}:{self.form.step}")
        else:
            # More was set than what was edited, so all of it is shown anew.
            self._do(edit, text, "")
            self._refresh()
            self._refresh_context()
            self._tell_what_went(found, field)

    def _tell_what_went(self, before: Node, field: str) -> None:
        """Say beside the field what else its change took away: nobody is asked about what undo brings back."""
        after, form = self._shown(), self.form
        if after is None or form is None:
            return
        gone = [form.rows[name].title for name in before.settings if name not in after.settings and name in form.rows]
        if gone:
            words = tr("This cleared “{fields}”, which told of other records. Undo brings it back.")
            form.rows[field].tell(words.format(fields="”, “".join(gone)))

    def _rename(self, title: str) -> None:
        found = self._shown()
        if found is not None:
            # By the name that it had: the line shows the new one already.
            text = tr("Rename “{node}”", node=found.label or self.head.line.placeholderText())
            self._do(SetLabel(found.id, title), text, f"label:{found.id}")

    def _pause(self, paused: bool) -> None:
        found = self._shown()
        if found is not None:
            words = tr("Stop before {node}") if paused else tr("Go on at {node}")
            self._do(SetPaused(found.id, paused), words.format(node=self.head.title), "")

    def _do(self, edit: Edit, text: str, merge: str) -> None:
        if self._session is None:
            return
        try:
            self._session.do(edit, text, merge=merge, initiator=self)
        except EngineError as error:
            self.refused.emit(error.problem)
            self._refresh()

    def _changed(self, change: Change, initiator: object) -> None:
        if self._together:
            if initiator is not self and not change.nodes.isdisjoint(self._together):
                self._refresh_together()
        elif self._node in change.nodes and initiator is not self:
            self._refresh()
            # What a field offers may follow from another one, as the settings of an action do.
            self._refresh_context()
        elif self._session is not None and self._node and self._node not in self._session.document.node_by_id:
            self.show_node("")

    def _refresh(self) -> None:
        found = self._shown()
        if self._together:
            self._refresh_together()
            return
        if found is None:
            self.show_node("")
            return
        self.head.show_node(found, self._kind(found))
        self._refresh_value(found)

    def _refresh_value(self, node: Node) -> None:
        if self.form is not None:
            self.form.show_value(dict(node.settings))
            for row in self.form.rows.values():
                row.tell("")

    def _checked(self) -> None:
        self._refresh_context()
        self._refresh_marks()

    def _counted(self, nodes: frozenset[str]) -> None:
        if self._node in nodes:
            self._refresh_facts()

    def _refresh_facts(self) -> None:
        found = self._shown()
        if found is not None and self._session is not None and self._extra is None:
            self.facts.show_node(self._session, found)

    def _refresh_context(self) -> None:
        found = self._shown()
        if found is None or self.form is None or self._session is None:
            return
        self.form.take_context(self._context(self._session, found))

    def _context(self, session: Session, node: Node) -> FormContext:
        return FormContext(
            session.document, node, self._catalog, session.found, self._audiences, self._documents,
            self._policies, (dict(node.settings),), self._workspace, session.as_of, self._keep_filter, self._join,
        )  # fmt: skip

    def _refresh_marks(self) -> None:
        if self.form is None or self._session is None:
            return
        self.form.clear_marks()
        loose: list[Problem] = []
        for problem in self._session.problems:
            if problem.node == self._node and not (problem.field and self.form.mark(problem.field, problem)):
                loose.append(problem)
        self.head.show_problems(loose)

    def focus_field(self, field: str) -> None:
        """Put the cursor into the field that a problem points at."""
        form = self.form if self._shown() is not None else self.document_form.form
        if form is not None and field:
            place = form.go_to(field)
            for area in self.findChildren(QScrollArea):
                if area.isAncestorOf(place):
                    area.ensureWidgetVisible(place)


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(tr("Properties"))
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
