"""Add to Marketo list: put the person's records into a static list of a workspace or connection."""

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


class AddToMarketoListSettings(Settings):
    """Which list of which workspace or connection."""

    workspace: Annotated[str, Hint("reference", "mkto_workspace")] = Field(default="", title="Workspace or connection")
    list: Annotated[str, Hint("reference", "mkto_list")] = Field(default="", title="List name")


class AddToMarketoList(Action[AddToMarketoListSettings]):
    """Put the person into a static list of Marketo Engage."""

    type_id = "mkto.add_to_list"
    title = "Add to Marketo list"
    classic_title = "Add to list"
    context = Context.PEOPLE
    group = Group.MARKETO
    settings = AddToMarketoListSettings

    def check(self, place: Place[AddToMarketoListSettings]) -> Iterator[Problem]:
        yield from check_marketo(place, "mkto_list", place.settings.list, place.settings.workspace, "list")

    def work(self, place: Place[AddToMarketoListSettings], rows: Rows) -> Work:
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
                Check(Outcome.ALREADY_MEMBER, rows.value(register), idle=True),
            ),
            changes=(Change(register, exp.true()),),
        )
