"""Lists of accounts, people and groups as populations: stored once per state of the tables, then paged and filtered."""

from datetime import datetime

from engine.account_data.browsing import Browsed
from engine.catalog.sources import Clock
from engine.database import Store
from engine.fingerprints import fingerprint
from engine.relations import Relation
from engine.runner.populations import StoredPopulation
from engine.runner.records import sources_of
from engine.workspace import Workspace
from engine.workspace.populations import NewPopulation


def population_of(workspace: Workspace, browsed: Browsed, clock: Clock) -> StoredPopulation:
    """The rows of a list, stored under the fingerprint of its query, so that the same list is never made twice."""
    name = f"l_{fingerprint(browsed.rows)}"
    if workspace.populations.holds(name):
        workspace.populations.record(used=[name])
    else:
        rows = workspace.database.reader.run(
            lambda cursor: cursor.create(Store.WORK, name, browsed.rows, replace=True)
        )  # fmt: skip
        workspace.populations.record(NewPopulation(name, rows, None))
    relation = Relation(browsed.columns, browsed.key, browsed.key, store=Store.WORK.value, table=name)
    return StoredPopulation(workspace, relation, sources_of(workspace, clock))


def hour_of(now: datetime) -> datetime:
    """The hour that an instant lies in: lists are made anew once an hour, not with every look."""
    return now.replace(minute=0, second=0, microsecond=0)
