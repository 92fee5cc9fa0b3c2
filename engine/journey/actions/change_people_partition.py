"""Change people partition: move the person into another partition of Marketo, which other workspaces may see."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import Action, Change, Context, Group, Place, Settings, Work
from engine.journey.registers import Entity
from engine.journey.rows import Rows, field_register
from engine.journey.values import no_change
from engine.problems import Problem
from engine.trees import text
from engine.types import STRING


class ChangePeoplePartitionSettings(Settings):
    """Where the person goes."""

    partition: Annotated[str, Hint("reference", "mkto_partition")] = Field(default="", title="New partition")


class ChangePeoplePartition(Action[ChangePeoplePartitionSettings]):
    """Move the person into another partition of Marketo Engage."""

    type_id = "mkto.change_partition"
    title = "Change people partition in Marketo Engage"
    context = Context.PEOPLE
    group = Group.MARKETO
    deprecated = True
    settings = ChangePeoplePartitionSettings

    def check(self, place: Place[ChangePeoplePartitionSettings]) -> Iterator[Problem]:
        yield from place.check_reference("mkto_partition", place.settings.partition, "partition")

    def work(self, place: Place[ChangePeoplePartitionSettings], rows: Rows) -> Work:
        row = place.reference("mkto_partition", place.settings.partition, "partition")
        register = field_register(Entity.PERSON, "partition_id", STRING)
        old, new = rows.value(register), text(str(row["partition_id"]))
        # Without a partition, a person is in the default one.
        standing = exp.Coalesce(this=old.copy(), expressions=[text("default")])
        return Work(checks=(no_change(standing, new),), changes=(Change(register, new),), before=old, after=new)
