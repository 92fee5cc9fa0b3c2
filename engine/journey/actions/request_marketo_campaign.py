"""Add to Marketo request campaign: ask a campaign of Marketo to take the person. It never holds the journey."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.contract import Hint
from engine.journey.contract import Action, Check, Context, Group, Outcome, Place, Settings, Telling, Work
from engine.journey.marketo import check_marketo, connection_of, has_record, in_workspace, sees_partition
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import negated, text


class RequestMarketoCampaignSettings(Settings):
    """Which campaign of which workspace or connection."""

    workspace: Annotated[str, Hint("reference", "mkto_workspace")] = Field(default="", title="Workspace or connection")
    campaign: Annotated[str, Hint("reference", "mkto_campaign")] = Field(default="", title="Request campaign")


class RequestMarketoCampaign(Action[RequestMarketoCampaignSettings]):
    """Ask a request campaign of Marketo Engage to take the person."""

    type_id = "mkto.request_campaign"
    title = "Add to Marketo request campaign"
    context = Context.PEOPLE
    group = Group.MARKETO
    settings = RequestMarketoCampaignSettings

    def check(self, place: Place[RequestMarketoCampaignSettings]) -> Iterator[Problem]:
        settings = place.settings
        yield from check_marketo(place, "mkto_campaign", settings.campaign, settings.workspace, "campaign")
        try:
            row = in_workspace(place, "mkto_campaign", settings.campaign, settings.workspace, "campaign")
        except EngineError:
            return  # told by check_marketo
        if row.get("is_requestable") is False:
            yield Problem(
                code="not-requestable", what=say("{name} takes no requests.", name=quoted(row['name'])),
                fix="Choose a campaign that is requested.", field="campaign", check="V08",
            )  # fmt: skip

    def work(self, place: Place[RequestMarketoCampaignSettings], rows: Rows) -> Work:
        row = in_workspace(place, "mkto_campaign", place.settings.campaign, place.settings.workspace, "campaign")
        connection = connection_of(place, row)
        partition = rows.field(Entity.PERSON, "partition_id").tree
        seen = sees_partition(place, partition, str(row.get("workspace_id") or ""))
        name = text(str(row["name"]))
        told = {"asset_type": text("campaign"), "asset_id": text(str(row["campaign_id"])), "asset_name": name,
                "source": text("journey")}  # fmt: skip
        return Work(
            checks=(
                Check(Outcome.NO_RECORD, negated(rows.value(has_record(place, rows.ground, connection)))),
                Check(Outcome.NOT_IN_PARTITION, negated(seen)),
            ),
            tellings=(Telling("leadOperation.campaignRequested", told, of_person=True),),
            detail={"campaign": name.copy()},
        )
