"""What the editors of one node may offer: the names that exist where the node stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.words import headed, option_words, port_words, said
from engine.accounts.events import EVENTS
from engine.catalog.model import Catalog, Filter
from engine.catalog.sources import Clock, Surroundings
from engine.catalog.ways import linked_dimensions
from engine.checking import Checked, CheckedNode
from engine.document.graph import downstream
from engine.document.model import Document, Node
from engine.document.model import Kind as DocumentKind
from engine.registry import all_activities, read_settings
from engine.relations import Column, Relation
from engine.runner.checked_journeys import JourneyChecked
from engine.types import Kind
from engine.workspace import Workspace

if TYPE_CHECKING:
    from engine.journey.services import AskedAttribute
    from engine.journey.world import JourneyWorld

_SOME_DAY = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Stands for the clock until a check has said what it is: names and types do not depend on it."""
_POPULATIONS = frozenset({"in", "primary_set", "set"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A name to choose, what users read instead, and what tells it from others."""

    value: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FormContext:
    """A node in its document. `outer` are the raw settings around the part being edited, the nearest first."""

    document: Document
    node: Node
    catalog: Catalog
    checked: Checked | None = None
    audiences: tuple[Choice, ...] = ()
    documents: tuple[Choice, ...] = ()
    policies: Mapping[str, str] = field(default_factory=dict[str, str])
    """Audience to the merge policy that it was built with."""
    outer: tuple[Mapping[str, object], ...] = field(default=())
    workspace: Workspace | None = None
    as_of: datetime | None = None
    keep_filter: Callable[[Filter, Clock], None] | None = None
    """Keeps a predefined filter in the workspace."""
    join: Callable[[str, str], None] | None = None
    """Draws a transition from an output of another node to this one."""

    def inside(self, raw: Mapping[str, object]) -> "FormContext":
        """The same node, with settings `raw` nearer than those before."""
        return replace(self, outer=(raw, *self.outer))

    @property
    def surroundings(self) -> Surroundings:
        """The catalogue with the clock and the variables of the document, as far as they are known."""
        if self.checked is not None:
            return replace(self.checked.world.surroundings, catalog=self.catalog)
        return Surroundings(self.catalog, Clock(self.as_of or _SOME_DAY, ZoneInfo("UTC")))

    def subject(self, of: str) -> str | Relation:
        """What rules and expressions are about: the population that enters, or a table; empty while it is not known."""
        if of in _POPULATIONS:
            return self.relation(self.said(of) if of != "in" else "") or ""
        return self.table(of)

    def transition(self, of: str) -> str:
        """The transition whose population a rule is about; empty where it is about a table."""
        if of not in _POPULATIONS:
            return ""
        wanted = self.said(of) if of != "in" else ""
        arrows = self.document.inbound.get(self.node.id, ())
        return next((one.id for one in arrows if not wanted or wanted in {one.id, one.source}), "")

    @property
    def world(self) -> "JourneyWorld | None":
        """For a journey, what stands around it, as far as a check has found it."""
        plan = self.checked.plan if isinstance(self.checked, JourneyChecked) else None
        return plan.world if plan is not None else None

    def references(self, tables: str) -> tuple[Choice, ...]:
        """The objects of the account data in these tables, apart by spaces."""
        world = self.world
        return tuple(
            Choice(
                str(row[_key(table)]),
                str(row.get("name") or row[_key(table)]),
                str(row.get("status") or row.get("description") or ""),
            )
            for table in (tables.split() if world is not None else ())
            for row in (world.references.rows(table) if world is not None else ())
        )

    def service_attributes(self) -> "tuple[AskedAttribute, ...]":
        """What the chosen service asks for."""
        from engine.journey.services import attributes_of

        service, world = self.said("service"), self.world
        row = world.references.find("external_action", service) if world is not None and service else None
        return attributes_of(row) if row is not None else ()

    def journeys(self, moving: str) -> tuple[Choice, ...]:
        """The other journeys, of accounts or of people; of both when it is empty."""
        known = self.world.journeys.values() if self.world is not None else ()
        return tuple(Choice(one.id, one.name, one.status) for one in known if moving in {"", one.type.value})

    def actions(self) -> tuple[Choice, ...]:
        """The actions that may stand here: on accounts or on people, as far as that is chosen."""
        from engine.journey.registry import all_actions

        on, world, present = self.said("on"), self.world, self.said("action")
        moving = world.properties.type if world is not None else None
        return tuple(
            Choice(one.type_id, said(one.title), said(one.group.value))
            for one in sorted(all_actions().values(), key=lambda one: (one.deprecated, one.group.value, one.title))
            # One that does not belong here is marked, by its name.
            if one.type_id == present
            or ((not on or one.context.value == on) and (moving is None or moving in one.journeys))
        )

    def events(self) -> tuple[Choice, ...]:
        """The types of events that can be heard: of accounts or of people. One that is chosen stays."""
        of_accounts, present = self.said("on") == "accounts", self.said("event")
        return tuple(
            Choice(one.type, said(one.label), said(one.folder))
            for one in EVENTS
            if one.of_account is of_accounts or one.type == present
        )

    def fields(self, entity: str) -> tuple[Choice, ...]:
        """The fields of accounts or people; for `linked`, of what the filter or the event around is about."""
        world = self.world
        entity = self.linked if entity == "linked" else entity
        found = (world.catalog if world is not None else self.catalog).table_by_name.get(entity)
        return tuple(Choice(one.name, said(one.title), str(one.type)) for one in (found.attributes if found else ()))

    @property
    def linked(self) -> str:
        """The table that the filter around asks of: opportunities, a custom object; else what was done."""
        match self.said("kind"):
            case "has-opportunity":
                return "opportunity"
            case "custom-object" if self.world is not None:
                known = self.world.references.find("custom_object", self.said("object"))
                return str((known or {}).get("table_name") or "")
            case _:
                return "activity"

    @property
    def place(self) -> CheckedNode | None:
        """The node as the last check found it; None when something before it is wrong."""
        return self.checked.nodes.get(self.node.id) if self.checked else None

    def relation(self, transition: str = "") -> Relation | None:
        """The population that enters, by a transition of that id or from a node of that id; any when it is empty."""
        for arrow in self.document.inbound.get(self.node.id, ()):
            if transition and transition not in {arrow.id, arrow.source}:
                continue
            before = self.checked.nodes.get(arrow.source) if self.checked else None
            found = before.shapes.get(arrow.port) if before else None
            if found is not None:
                return found
        return None

    def table(self, of: str) -> str:
        """The table that a hint's `of` leads to; empty when it is not known yet."""
        if of == "in":
            relation = self.relation()
            return self._table_of_dimension(relation.dimension if relation else "")
        value = self.said(of)
        if of in {"primary_set", "set"}:
            relation = self.relation(value)
            return self._table_of_dimension(relation.dimension if relation else "")
        if value in self.catalog.table_by_name:
            return value
        if of in {"link", "attribute"}:
            return self._along(self.table("in"), value)
        return self._table_of_dimension(value or self.default_dimension)

    @property
    def default_dimension(self) -> str:
        """The dimension that a node has without choosing one: the campaign's."""
        first = self.catalog.dimensions[0].name if self.catalog.dimensions else ""
        return self.document.dimension or first

    def said(self, name: str) -> str:
        """The value of a setting of this or an outer level as a text; empty where there is none."""
        for raw in self.outer:
            if name in raw:
                return str(raw[name] or "")
        return ""

    def _table_of_dimension(self, name: str | None) -> str:
        found = self.catalog.dimension_by_name.get(name or "")
        return found.table if found else ""

    def _along(self, table: str, path: str) -> str:
        for step in path.split("/"):
            end = self.catalog.ends.get(table, {}).get(step)
            if end is None:
                break
            table = end.there
        return table

    def columns(self, of: str = "in") -> tuple[Column, ...]:
        """The columns that earlier activities added to the population that enters."""
        relation = self.relation(self.said(of) if of in {"primary_set", "set"} else "")
        return relation.added if relation is not None and of in {"in", "primary_set", "set"} else ()

    def transitions(self) -> tuple[Choice, ...]:
        """What enters the node."""
        found: list[Choice] = []
        for arrow in self.document.inbound.get(self.node.id, ()):
            source = self.document.node_by_id.get(arrow.source)
            title = (source.label or source.id) if source else arrow.source
            found.append(Choice(arrow.id, headed(title, arrow.label) if arrow.label else title, arrow.id))
        return tuple(found)

    def branches(self) -> tuple[tuple[str, str, str], ...]:
        """The outputs that lead nowhere yet and could lead here: node, port, and what users read."""
        after = {self.node.id, *downstream(self.document, self.node.id)}
        led = {(one.source, one.port) for one in self.document.transitions if one.target is not None}
        found: list[tuple[str, str, str]] = []
        for node in self.document.nodes:
            activity = all_activities().get(node.type)
            settings = read_settings(activity, node.settings, node.version)[0] if activity is not None else None
            if activity is None or settings is None or node.id in after:
                continue
            ports = activity.ports(settings)
            for port in ports:
                title = node.label or said(activity.title)
                label = headed(title, port_words(port)) if len(ports) > 1 else title
                found += [(node.id, port.id, label)] if (node.id, port.id) not in led else []
        return tuple(found)

    def readable(self) -> tuple[Choice, ...]:
        """The audiences to read. A campaign takes those of its merge policy; one that it reads keeps its name."""
        if self.document.kind is not DocumentKind.CAMPAIGN:
            return self.audiences
        policy, read = self.document.merge_policy, self.said("audience")
        return tuple(
            one for one in self.audiences
            if self.policies.get(one.value, policy) == policy or read in {one.value, one.text}
        )  # fmt: skip

    def dimensions(self, of: str) -> tuple[Choice, ...]:
        """The targeting dimensions; of a population that enters, those that its rows can become."""
        found, relation = self.catalog.dimensions, self.relation() if of == "in" else None
        if relation is not None:
            known = relation.dimension in self.catalog.dimension_by_name
            found = tuple(linked_dimensions(self.catalog, relation.dimension or "")) if known else ()
        return tuple(Choice(one.name, one.title, one.table) for one in found)

    def tables(self) -> tuple[Choice, ...]:
        return tuple(Choice(one.name, one.title, one.description) for one in self.catalog.tables)

    def variables(self) -> tuple[Choice, ...]:
        own = tuple(Choice(one.name, one.name, one.type) for one in self.document.variables)
        return (*own, Choice("recCount", "recCount", said("Records that enter")))

    def types(self) -> tuple[Choice, ...]:
        return tuple(Choice(kind.value, option_words(kind.value)) for kind in Kind if kind is not Kind.LIST)

    def attributes(self, of: str, depth: int = 2, *, collections: bool = False) -> tuple[Choice, ...]:
        """Columns that were added, attributes of the table, and those of linked records up to `depth` links away.

        With `collections`, links to many records are followed, too, and stand as choices themselves.
        """
        added = tuple(Choice(one.name, one.title, str(one.type)) for one in self.columns(of))
        return (*added, *self._of_table(self.table(of), "", "", depth, collections))

    def links(self, of: str, *, only_collections: bool = False) -> tuple[Choice, ...]:
        """The links that leave the table, as paths."""
        table = self.table(of)
        return tuple(
            Choice(end.name, end.title, end.there)
            for end in self.catalog.ends.get(table, {}).values()
            if end.is_collection or not only_collections
        )

    def _of_table(self, table: str, path: str, title: str, depth: int, collections: bool) -> tuple[Choice, ...]:
        found = self.catalog.table_by_name.get(table)
        if found is None:
            return ()
        choices = [Choice(f"{path}{one.name}", f"{title}{one.title}", str(one.type)) for one in found.attributes]
        for end in self.catalog.ends.get(table, {}).values() if depth else ():
            if end.is_collection and not collections:
                continue
            if end.is_collection:
                choices.append(Choice(f"{path}{end.name}", f"{title}{end.title}", end.there))
            choices += self._of_table(end.there, f"{path}{end.name}/", f"{title}{end.title} › ", depth - 1, collections)
        return tuple(choices)


def _key(table: str) -> str:
    from engine.journey.world import KEYS

    return KEYS[table]
