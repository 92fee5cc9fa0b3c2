"""The tables of workspace.sqlite, as SQLAlchemy models. Times are UTC without an offset; JSON columns hold values.

What stands in a DuckDB file is named here by its physical table; a row here is what makes it visible.
"""

from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from engine.workspace.person import present_person
from engine.workspace.said import Said, SaidReasons


class Base(DeclarativeBase):
    """The metadata that migrations are compared with."""

    type_annotation_map = {JsonValue: JSON}  # noqa: RUF012 - SQLAlchemy reads it as a class attribute


class SchemaObject(Base):
    """A table, link, targeting dimension or predefined filter of the catalogue, as its JSON."""

    __tablename__ = "schema_object"
    kind: Mapped[str] = mapped_column(String(20), primary_key=True)
    name: Mapped[str] = mapped_column(String(400), primary_key=True)
    place: Mapped[int]
    content: Mapped[JsonValue]


class DocumentRow(Base):
    """A document; its content stands in its versions."""

    __tablename__ = "document"
    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20), default="draft")
    version: Mapped[int]
    created: Mapped[datetime]
    changed: Mapped[datetime]
    deleted: Mapped[datetime | None]
    tags: Mapped[JsonValue]
    created_by: Mapped[str] = mapped_column(Text, default="", server_default="")
    changed_by: Mapped[str] = mapped_column(Text, default="", server_default="")
    published: Mapped[datetime | None]
    published_by: Mapped[str] = mapped_column(Text, default="", server_default="")
    closed: Mapped[datetime | None]


class DocumentVersion(Base):
    """A version of a document; its content never changes, the name that somebody gave it may."""

    __tablename__ = "document_version"
    document: Mapped[str] = mapped_column(ForeignKey("document.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime]
    name: Mapped[str] = mapped_column(Text, default="", server_default="")


class TableVersion(Base):
    """A stored state of a table of the catalogue. The current one has the highest number that is not withdrawn."""

    __tablename__ = "table_version"
    physical: Mapped[str] = mapped_column(String(80), primary_key=True)
    table: Mapped[str] = mapped_column(String(200), index=True)
    number: Mapped[int]
    rows: Mapped[int]
    load: Mapped[str | None] = mapped_column(ForeignKey("load.id"))
    created: Mapped[datetime]
    withdrawn: Mapped[bool] = mapped_column(default=False)


class Load(Base):
    """One file brought into one table, with its reconciliation."""

    __tablename__ = "load"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    table: Mapped[str] = mapped_column(String(200), index=True)
    status: Mapped[str] = mapped_column(String(20))
    file: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64), default="")
    options: Mapped[JsonValue]
    counts: Mapped[JsonValue]
    problem: Mapped[str] = mapped_column(Said, default="")
    started: Mapped[datetime]
    ended: Mapped[datetime | None]
    made_by: Mapped[str] = mapped_column(Text, default=present_person, server_default="")


class Reject(Base):
    """Lines of a file that were not loaded, as they stood there, and why."""

    __tablename__ = "reject"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    load: Mapped[str] = mapped_column(ForeignKey("load.id"), index=True)
    first_line: Mapped[int]
    last_line: Mapped[int]
    raw: Mapped[str] = mapped_column(Text)
    errors: Mapped[JsonValue] = mapped_column(SaidReasons)
    mended_by: Mapped[str | None] = mapped_column(String(40))


class Audience(Base):
    """A saved audience; its members stand in snapshots."""

    __tablename__ = "audience"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    label: Mapped[str] = mapped_column(String(400), unique=True)
    document: Mapped[str] = mapped_column(String(200))
    dimension: Mapped[str] = mapped_column(String(200))
    identity: Mapped[str] = mapped_column(String(200))
    namespace: Mapped[str] = mapped_column(String(200))
    merge_policy: Mapped[str] = mapped_column(String(200), default="", server_default="")
    status: Mapped[str] = mapped_column(String(20), default="published", server_default="published")
    description: Mapped[str] = mapped_column(Text, default="", server_default="")
    tags: Mapped[JsonValue] = mapped_column(nullable=False, default=list, server_default="[]")
    folder: Mapped[str] = mapped_column(Text, default="", server_default="")
    external: Mapped[str] = mapped_column(String(200), default="", server_default="")
    lasts: Mapped[int | None]
    expires: Mapped[datetime | None]
    evaluated: Mapped[str] = mapped_column(String(20), default="", server_default="")
    tried: Mapped[datetime | None]
    deleted: Mapped[datetime | None]
    created: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(Text, default=present_person, server_default="")


class AudienceRead(Base):
    """Which members a campaign's test runs read lately, so that they see the same people for a while."""

    __tablename__ = "audience_read"
    document: Mapped[str] = mapped_column(String(200), primary_key=True)
    audience: Mapped[str] = mapped_column(ForeignKey("audience.id"), primary_key=True)
    physical: Mapped[str] = mapped_column(String(80))
    attributes: Mapped[JsonValue]
    read: Mapped[datetime]


class AudienceSnapshot(Base):
    """The members of an audience as of one run. The one with the highest number is current."""

    __tablename__ = "audience_snapshot"
    physical: Mapped[str] = mapped_column(String(80), primary_key=True)
    audience: Mapped[str] = mapped_column(ForeignKey("audience.id"), index=True)
    number: Mapped[int]
    rows: Mapped[int]
    columns: Mapped[JsonValue]
    counts: Mapped[JsonValue]
    run: Mapped[str]
    created: Mapped[datetime]
    made_by: Mapped[str] = mapped_column(Text, default=present_person, server_default="")


class Run(Base):
    """One run of a document: what it read, how it stands, what it counted."""

    __tablename__ = "run"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    document: Mapped[str] = mapped_column(String(200), index=True)
    version: Mapped[int | None]
    mode: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    as_of: Mapped[str] = mapped_column(String(40))
    content: Mapped[str] = mapped_column(Text)
    reads: Mapped[JsonValue]
    state: Mapped[JsonValue]
    result: Mapped[JsonValue]
    started: Mapped[datetime]
    ended: Mapped[datetime | None]


class RunLog(Base):
    """A line of a run's log."""

    __tablename__ = "run_log"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    run: Mapped[str] = mapped_column(ForeignKey("run.id"), index=True)
    time: Mapped[datetime]
    level: Mapped[str] = mapped_column(String(20))
    node: Mapped[str | None] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Said)


class RunTask(Base):
    """One activity that a run brought as far as it could, with the values of variables that it worked with."""

    __tablename__ = "run_task"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    run: Mapped[str] = mapped_column(ForeignKey("run.id"), index=True)
    node: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(20))
    started: Mapped[datetime]
    ended: Mapped[datetime]
    entered: Mapped[int]
    left: Mapped[int]
    variables: Mapped[JsonValue]


class IncrementalHistory(Base):
    """What an incremental query returned before: the table of keys, and when it last ran (local wall time)."""

    __tablename__ = "incremental_history"
    document: Mapped[str] = mapped_column(String(200), primary_key=True)
    node: Mapped[str] = mapped_column(String(200), primary_key=True)
    physical: Mapped[str | None] = mapped_column(String(80))
    last_execution: Mapped[datetime | None]


class Population(Base):
    """A stored population: its name is its fingerprint. `shared` lists the reductions that a shared scan holds."""

    __tablename__ = "population"
    store: Mapped[str] = mapped_column(String(10), primary_key=True)
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    counts: Mapped[JsonValue]
    shared: Mapped[JsonValue]
    rows: Mapped[int]
    run: Mapped[str | None] = mapped_column(String(40))
    used: Mapped[datetime]

    __table_args__ = (Index("population_used", "used"),)


class Signal(Base):
    """A signal to a campaign. `run` is what it started or moved on; empty while it is still to be delivered."""

    __tablename__ = "signal"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    document: Mapped[str] = mapped_column(String(200), index=True)
    parameters: Mapped[JsonValue]
    sender: Mapped[str] = mapped_column(Text)
    sent: Mapped[datetime]
    run: Mapped[str | None] = mapped_column(String(40))
    refused: Mapped[str] = mapped_column(Text, default="")


class Launch(Base):
    """What became of a planned launch of a campaign; the first row says since when its schedule is watched."""

    __tablename__ = "launch"
    document: Mapped[str] = mapped_column(String(200), primary_key=True)
    planned: Mapped[datetime] = mapped_column(primary_key=True)
    outcome: Mapped[str] = mapped_column(String(20))
    run: Mapped[str | None] = mapped_column(String(40))


class Draft(Base):
    """A document as it is being edited, beside its versions: `position` steps are done; after `saved` it was saved."""

    __tablename__ = "draft"
    document: Mapped[str] = mapped_column(String(200), primary_key=True)
    content: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
    saved: Mapped[int]
    changed: Mapped[datetime]


class DraftStep(Base):
    """An undo step of a draft: its name, the edit and its inverse."""

    __tablename__ = "draft_step"
    document: Mapped[str] = mapped_column(ForeignKey("draft.document"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    edit: Mapped[JsonValue]
    inverse: Mapped[JsonValue]


class ReceiptRow(Base):
    """A count that was copied out of the workspace, with the document as it was then."""

    __tablename__ = "receipt"
    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    document: Mapped[str] = mapped_column(String(200))
    content: Mapped[str] = mapped_column(Text)
    output: Mapped[str] = mapped_column(String(400))
    label: Mapped[str] = mapped_column(Text)
    unit: Mapped[str] = mapped_column(String(200))
    rows: Mapped[int]
    targets: Mapped[int]
    data_version: Mapped[str] = mapped_column(String(40))
    as_of: Mapped[str] = mapped_column(String(40))
    created: Mapped[datetime]


class BundleImport(Base):
    """A bundle that was imported: the steps that would take it back, and the instants of the counts it brought."""

    __tablename__ = "bundle_import"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    steps: Mapped[JsonValue]
    instants: Mapped[JsonValue]
    choices: Mapped[JsonValue]
    created: Mapped[datetime]
    undone: Mapped[bool] = mapped_column(default=False)


class TemplateRow(Base):
    """A document to begin others from."""

    __tablename__ = "template"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    content: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime]


class CalendarRow(Base):
    """A calendar of others, read from a file, that is shown beside the launches."""

    __tablename__ = "calendar"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    hidden: Mapped[bool] = mapped_column(default=False)
    events: Mapped[JsonValue]


class RecurringLoadRow(Base):
    """A folder whose new files are loaded into a table; one for each table. `settings` is its JSON."""

    __tablename__ = "recurring_load"
    table: Mapped[str] = mapped_column(String(200), primary_key=True)
    folder: Mapped[str] = mapped_column(Text)
    pattern: Mapped[str] = mapped_column(Text)
    settings: Mapped[JsonValue]
    active: Mapped[bool] = mapped_column(default=True)
    looked: Mapped[datetime]
    again: Mapped[datetime | None]
    problem: Mapped[str] = mapped_column(Said, default="")
    created: Mapped[datetime]


class RecurringFileRow(Base):
    """A file that a recurring load has dealt with; `modified` is in nanoseconds since 1970."""

    __tablename__ = "recurring_file"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    table: Mapped[str] = mapped_column(ForeignKey("recurring_load.table"))
    name: Mapped[str] = mapped_column(Text)
    size: Mapped[int]
    modified: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(20))
    load: Mapped[str | None] = mapped_column(String(40))
    problem: Mapped[str] = mapped_column(Said, default="")
    dealt: Mapped[datetime]

    __table_args__ = (UniqueConstraint("table", "name", "sha256"),)


class ApprovalPolicyRow(Base):
    """Which documents must be agreed to before they are published, and by whom; `content` is its JSON."""

    __tablename__ = "approval_policy"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    active: Mapped[bool] = mapped_column(default=False)
    content: Mapped[JsonValue] = mapped_column(nullable=False)
    created: Mapped[datetime]


class PersonGroupRow(Base):
    """A group of people, by their names."""

    __tablename__ = "person_group"
    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    members: Mapped[JsonValue] = mapped_column(nullable=False)


class ReviewRow(Base):
    """A request to publish a document and what became of it; `content` is its JSON."""

    __tablename__ = "review"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    document: Mapped[str] = mapped_column(String(200), index=True)
    state: Mapped[str] = mapped_column(String(20))
    content: Mapped[JsonValue] = mapped_column(nullable=False)
    asked: Mapped[datetime]


class NoticeRow(Base):
    """Something that a person is told of a run."""

    __tablename__ = "notice"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    person: Mapped[str] = mapped_column(String(200))
    document: Mapped[str] = mapped_column(String(200))
    run: Mapped[str] = mapped_column(String(40), index=True)
    text: Mapped[str] = mapped_column(Said)
    created: Mapped[datetime]
    seen: Mapped[bool] = mapped_column(default=False)
