"""Remove from Marketo list: take the person's records out of a static list of a workspace or connection."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import Action, Change, Check, Context, Group, Outcome, Place, Settings, Work
from engine.journey.marketo import (
    check_marketo,
    connection_of,
    has_record,
    in_workspace,
    marketo_list,
    sees_partition,
)
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.trees import negated


class RemoveFromMarketoListSettings(Settings):
    """Which list of which workspace or connection."""

    workspace: Annotated[str, Hint("reference", "mkto_workspace")] = Field(default="", title="Workspace or connection")
    list: Annotated[str, Hint("reference", "mkto_list")] = Field(default="", title="List name")


class RemoveFromMarketoList(Action[RemoveFromMarketoListSettings]):
    """Take the person out of a static list of Marketo Engage."""

    type_id = "mkto.remove_from_list"
    title = "Remove from Marketo list"
    classic_title = "Remove from list"
    context = Context.PEOPLE
    group = Group.MARKETO
    settings = RemoveFromMarketoListSettings

    def check(self, place: Place[RemoveFromMarketoListSettings]) -> Iterator[Problem]:
        yield from check_marketo(place, "mkto_list", place.settings.list, place.settings.workspace, "list")

    def work(self, place: Place[RemoveFromMarketoListSettings], rows: Rows) -> Work:
        row = in_workspace(place, "mkto_list", place.settings.list, place.settings.workspace, "list")
        connection = connection_of(place, row)
        register = marketo_list(place, rows.ground, str(row["list_id"]), connection)
        partition = rows.field(Entity.PERSON, "partition_id").tree
        return Work(
            checks=(
                Check(Outcome.NO_RECORD, negated(rows.value(has_record(place, rows.ground, connection)))),
                Check(
                    Outcome.NOT_IN_PARTITION,
                    negated(sees_partition(place, partition, str(row.get("workspace_id") or ""))),
                ),
                Check(Outcome.NOT_MEMBER, negated(rows.value(register)), idle=True),
            ),
            changes=(Change(register, exp.false()),),
        )
