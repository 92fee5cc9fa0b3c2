"""The documents that are open, one tab each among the other tabs: opening, making, closing."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.desk import Desk, Shown
from app.document_page import DocumentPage
from app.new_documents import blank_document, free_id
from app.shell.tab_area import TabArea
from app.words import as_typed, tr
from app.workbench import Workbench
from canvas import Tokens
from engine.document.files import to_text
from engine.document.model import Document, Kind
from engine.workspace.drafts import DraftEntry

ICONS = {Kind.CAMPAIGN: "ph.megaphone", Kind.JOURNEY: "ph.path"}


class DocumentTabs(TabArea):
    """The tabs of one workspace; none while no workspace is open."""

    page_made = Signal(object)
    page_dropped = Signal(object)
    said = Signal(str)
    brought = Signal()
    """A document that is open here was asked for from elsewhere."""

    def __init__(self, tokens: Tokens, bench: Workbench) -> None:
        super().__init__(tokens)
        self.desk: Desk | None = None
        self._names: dict[DocumentPage, str] = {}
        self._bench = bench
        self.stack.addWidget(bench)

    @property
    def page(self) -> DocumentPage | None:
        """The document in front."""
        found = self.front
        return found if isinstance(found, DocumentPage) else None

    @property
    def pages(self) -> list[DocumentPage]:
        """All documents, in the order of their tabs."""
        widgets = [self.widget(index) for index in range(self.count())]
        return [widget for widget in widgets if isinstance(widget, DocumentPage)]

    def enter(self, desk: Desk, wanted: tuple[str, ...]) -> None:
        """Open a workspace's documents: those wanted that it has, else the campaign changed last."""
        self.desk = desk
        known = [*(entry.id for entry in desk.documents), *sorted(desk.drafts)]
        campaigns = [entry.id for entry in desk.documents if entry.kind == "campaign"]
        for name in [name for name in wanted if name in known] or [*campaigns, *known][:1]:
            self.open_document(name)

    def leave(self) -> None:
        """Close all tabs."""
        while self.count():
            self.drop(0)
        self.desk = None

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        for page in self.pages:
            page.set_tokens(tokens)

    def open_document(self, name: str, then: Callable[[DocumentPage], None] | None = None) -> None:
        """Open a document of the workspace in a tab, or show the tab that it has; `then` gets its page."""
        if self.desk is not None:
            self.desk.tasks.start(self._open(self.desk, name, then))

    async def _open(self, desk: Desk, name: str, then: Callable[[DocumentPage], None] | None) -> None:
        if name not in desk.shown:
            document, draft = await desk.open_document(name)
            if name not in desk.shown:
                self.show_document(desk, document, draft)
        desk.shown[name].bring()
        page = next((one for one in self.pages if one.session.document.id == name), None)
        if then is not None and page is not None:
            then(page)

    def show_document(self, desk: Desk, document: Document, draft: DraftEntry | None = None) -> DocumentPage:
        """Show a document in a tab of its own, and count it."""
        if document.id in desk.shown:
            desk.shown[document.id].bring()
            found = self.widget(self.index_of(_key(document.id)))
            if isinstance(found, DocumentPage):
                return found
            document = document.model_copy(update={"id": free_id(self._taken(desk), document.id)})
        desk.shown[document.id] = Shown(partial(self._bring, document.id), partial(self.close_key, _key(document.id)))
        page = page_class(document)(document, desk, self.tokens, draft)
        self._names[page] = document.id
        return self._open_page(page, _key(document.id))

    def show_state(self, desk: Desk, document: Document, as_of: datetime) -> DocumentPage:
        """Show a document as it was, to be looked at, counted as of an instant; the tab of it that is so, if any."""
        for index in range(self.count()):
            page = self.widget(index)
            if isinstance(page, DocumentPage) and to_text(page.session.document) == to_text(document):
                self.show_tab(index)
                page.controller.set_as_of(as_of)
                return page
        page = page_class(document)(document, desk, self.tokens)
        page.session.as_of = as_of
        page.session.is_state = True
        page.session.lock(tr("This is an earlier state of the document, opened from the code of a count."))
        return self._open_page(page, f"state:{document.id}:{self.count()}")

    def _open_page(self, page: DocumentPage, key: str) -> DocumentPage:
        self.page_made.emit(page)
        self.add_tab(page, key, page.session.title, ICONS[page.session.document.kind], self._bench.documents)
        page.session.changed.connect(self.refresh_titles)
        page.session.stepped.connect(self.refresh_titles)
        self.refresh_titles()
        page.controller.count()
        page.setFocus()
        return page

    def new_document(self) -> None:
        """A new campaign in a tab."""
        if self.desk is not None:
            self.show_document(self.desk, blank_document(free_id(self._taken(self.desk)), self.desk.catalog))

    def show_new(self, like: Document) -> None:
        """A document that is new here, in a tab: one that has this name already stays what it is."""
        if self.desk is not None:
            name = free_id(self._taken(self.desk), like.id)
            self.show_document(self.desk, like.model_copy(update={"id": name}))

    def _taken(self, desk: Desk) -> set[str]:
        return {entry.id for entry in desk.documents} | desk.drafts | desk.shown.keys()

    def _bring(self, name: str) -> None:
        """Show a document that is open here, and the window around it."""
        self.show_tab(self.index_of(_key(name)))
        self.brought.emit()

    def save(self) -> None:
        """Keep the document in front as a new version."""
        if self.desk is None or self.page is None:
            return
        if self.page.session.locked:
            self.said.emit(self.page.session.locked)
            return
        self.desk.tasks.start(self._save(self.desk, self.page))

    async def _save(self, desk: Desk, page: DocumentPage) -> None:
        version = await desk.save(page.session.document)
        page.session.stack.setClean()
        page.keeper.keep()
        self.refresh_titles()
        self.said.emit(tr("Saved as version {number}.", number=version))

    def close_page(self) -> None:
        """Close the tab in front."""
        if self.count():
            self.close_tab(self.bar.currentIndex())

    def close_key(self, key: str) -> None:
        """Close the tab with this key, if there is one; that of a document in whichever window it is."""
        index, elsewhere = self.index_of(key), self._elsewhere(key)
        if index >= 0:
            self.close_tab(index)
        elif elsewhere is not None:
            elsewhere.close()

    def _elsewhere(self, key: str) -> Shown | None:
        shown = {} if self.desk is None else self.desk.shown
        return next((one for name, one in shown.items() if _key(name) == key), None)

    def closing(self, widget: QWidget) -> None:
        if isinstance(widget, DocumentPage):
            widget.close_page()
            # An earlier state of a document is only looked at, beside the document itself.
            name = self._names.pop(widget, None)
            if self.desk is not None and name is not None:
                self.desk.shown.pop(name, None)
            self.page_dropped.emit(widget)

    def refresh_titles(self) -> None:
        """Show the titles as they are now; a dot marks what is in no version yet."""
        for index in range(self.count()):
            page = self.widget(index)
            if isinstance(page, DocumentPage):
                mark = "" if page.session.stack.isClean() else " •"
                title = page.session.title + mark
                if page.session.is_state:
                    title = tr("{document} (earlier state)", document=page.session.title)
                self.bar.setTabText(index, as_typed(title))
                self.bar.setTabToolTip(index, page.session.title)


def page_class(document: Document) -> type[DocumentPage]:
    """The page that shows a document of its kind."""
    if document.kind is Kind.JOURNEY:
        # Loaded with the first journey, so that the program starts without it.
        from app.journeys.page import JourneyPage

        return JourneyPage
    return DocumentPage


def _key(document: str) -> str:
    return f"document:{document}"
