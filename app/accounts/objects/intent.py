"""Intent: the words that tell of interest in products, category by category, and who is interested how strongly."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton

from app.accounts.ledger import Ledger
from app.accounts.members_panel import MembersPanel
from app.accounts.object_screen import Entry, ObjectPane, ObjectsScreen
from app.runs.table import Row, TextTable
from app.words import number, tr
from engine.account_data.inventory import intent_scores
from engine.account_data.rows import current_rows
from engine.account_data.taxonomy import (
    APPROVED,
    WAITING,
    add_taxonomy,
    approve_category,
    read_taxonomy,
    remove_category,
    write_template,
)
from engine.workspace import Workspace


class IntentScreen(ObjectsScreen):
    """A line per category."""

    columns = (("name", "", 180), ("status", "", 100), ("products", "", 80), ("keywords", "", 90))

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, tr("Intent"), tr("Add a category from a file…"), IntentPane(ledger),
                         statuses=(WAITING, APPROVED))  # fmt: skip
        self.template = QPushButton(tr("Save a template…"))
        self.template.clicked.connect(self._template)
        self.add_to_head(self.template)

    def list(self, workspace: Workspace) -> list[Entry]:
        rows = current_rows(workspace, "intent_keyword")
        found: list[Entry] = []
        for category in dict.fromkeys(str(row["category"]) for row in rows):
            mine = [row for row in rows if row["category"] == category]
            waits = any(row["status"] == WAITING for row in mine)
            words: dict[str, list[str]] = {}
            for row in mine:
                words.setdefault(str(row["product"]), []).append(str(row["keyword"]))
            more = {"products": len(words), "keywords": len(mine), "words": words}
            found.append(Entry(category, {"name": category, "status": WAITING if waits else APPROVED}, more))
        return found

    def say_empty(self) -> None:
        self.notice.say(
            "magnifying-glass", tr("There are no words of interest yet"),
            tr("A workbook is a category, each of its sheets a product with up to 150 keywords; a CSV names category, "
               "product and keyword. Pages and e-mails that hold them tell who is interested."),
        )  # fmt: skip

    def make_new(self) -> None:
        kinds = tr("Tables (*.csv *.xlsx)")
        path, _ = QFileDialog.getOpenFileName(self, tr("A category of keywords"), "", kinds)
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Let the keywords of a file wait for approval."""

        def add(workspace: Workspace) -> list[str]:
            return add_taxonomy(workspace, read_taxonomy(path), self.ledger.now)

        def done(overlaps: list[str]) -> None:
            some = "; ".join(overlaps[:3])
            self.ledger.shell.say(
                tr("Some words tell of several products: {some}", some=some) if overlaps
                else tr("The keywords wait for your approval.")
            )  # fmt: skip

        self.ledger.write(add, then=done)

    def _template(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Save a template"), "intent.csv", "CSV (*.csv)")
        if path:
            self.save_template(Path(path))

    def save_template(self, path: Path) -> None:
        """Write a file whose words are to be replaced by others."""
        self.ledger.desk.tasks.start(self.ledger.desk.reader.run(write_template, path))


class IntentPane(ObjectPane):
    """The words of a category by product, whether they count, and the scores that there are."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.hint = self.quiet("")
        self.words = TextTable((tr("Product"), tr("Keywords")), (150, 200), tr("Keywords"))
        self.words.setMaximumHeight(220)
        self.words.horizontalHeader().setStretchLastSection(True)
        self.members = MembersPanel(ledger)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.words)
        self.body.addWidget(self.quiet(tr("Scores up to 0.2 are low, up to 0.6 medium, above that high.")))
        self.body.addWidget(self.members, 1)
        self.delete, self.approve = self.action(tr("Delete")), self.action(tr("Approve"), primary=True)
        self.delete.clicked.connect(self._delete)
        self.approve.clicked.connect(self._approve)

    def fill(self, entry: Entry) -> None:
        waits = entry.status == WAITING
        self.hint.setText(
            tr("Look through the words, then approve the category or delete it; no other is taken before.") if waits
            else tr("These words count.")
        )  # fmt: skip
        self.words.rows.show([
            Row((f"{product} ({number(len(words))})", ", ".join(sorted(words))), (product, len(words)), product)
            for product, words in entry.value("words").items()
        ])  # fmt: skip
        self.approve.setVisible(waits)
        products = (entry.name, *entry.value("words"))
        self.members.show_members(entry.id, lambda workspace: intent_scores(workspace, products))

    def _approve(self) -> None:
        if self.entry is not None:
            self.ledger.write(approve_category, self.entry.id, self.ledger.now, told=self.refuse)

    def _delete(self) -> None:
        if self.entry is not None:
            self.forget(remove_category, self.entry.id)
