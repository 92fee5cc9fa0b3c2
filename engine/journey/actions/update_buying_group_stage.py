"""Update buying group stage: move the account's buying group on, if the stage model allows it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import (
    ACCOUNT_ONLY,
    Action,
    Change,
    Check,
    Context,
    Outcome,
    Place,
    Settings,
    Telling,
    Work,
    unset,
)
from engine.journey.memberships import buying_group, has_buying_group
from engine.journey.rows import Rows
from engine.journey.values import as_text, same
from engine.journey.world import References
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import all_of, any_of, negated, sure, text


class UpdateBuyingGroupStageSettings(Settings):
    """Whose stage, and the new one."""

    interest: Annotated[str, Hint("reference", "solution_interest")] = Field(default="", title="Solution interest")
    stage: Annotated[str, Hint("reference", "stage")] = Field(default="", title="New stage")


class UpdateBuyingGroupStage(Action[UpdateBuyingGroupStageSettings]):
    """Move the account's buying group to another stage, if the stage model allows it."""

    type_id = "acct.bg_stage"
    title = "Update buying group stage"
    context = Context.ACCOUNTS
    journeys = ACCOUNT_ONLY
    settings = UpdateBuyingGroupStageSettings

    def check(self, place: Place[UpdateBuyingGroupStageSettings]) -> Iterator[Problem]:
        settings, references = place.settings, place.world.references
        yield from place.check_reference("solution_interest", settings.interest, "interest")
        interest = references.find("solution_interest", settings.interest)
        if interest is None:
            return
        model = references.find("stage_model", str(interest.get("model_id") or ""))
        if model is None or model.get("status") != "live":
            yield Problem(
                code="no-stage-model",
                what=say("{interest} has no live stage model.", interest=quoted(settings.interest)),
                fix="Give the solution interest a live stage model.",
                field="interest",
                check="V13",
            )
        elif stage_of(references, str(model["model_id"]), settings.stage) is None:
            known = ", ".join(str(row["name"]) for row in references.rows("stage", model_id=model["model_id"]))
            what = (
                say("The stage model has no stage {stage}.", stage=quoted(settings.stage))
                if settings.stage
                else "No stage is chosen."
            )
            yield unset(what, "stage", say("Choose one of {names}.", names=known))

    def work(self, place: Place[UpdateBuyingGroupStageSettings], rows: Rows) -> Work:
        references = place.world.references
        interest = place.reference("solution_interest", place.settings.interest, "interest")
        model = str(interest["model_id"])
        new = stage_of(references, model, place.settings.stage) or ""
        register = buying_group(rows.ground, str(interest["si_id"]), "stage_id")
        old = rows.value(register)
        group = rows.value(has_buying_group(rows.ground, str(interest["si_id"])))
        names = exp.Case()
        for row in references.rows("stage", model_id=model):
            names = names.when(old.copy().eq(text(str(row["stage_id"]))), text(str(row["name"])), copy=False)
        return Work(
            checks=(
                Check(Outcome.NO_BUYING_GROUP, negated(group)),
                Check(Outcome.NO_CHANGE, same(old, text(new)), idle=True),
                Check(Outcome.INVALID_TRANSITION, negated(_allowed(references, model, old, new))),
            ),
            changes=(Change(register, text(new)),),
            tellings=(
                Telling(
                    "account.buyingGroupStageChanged",
                    {
                        "asset_id": text(str(interest["si_id"])),
                        "asset_name": text(str(interest["name"])),
                        "old_value": exp.Paren(this=names),
                        "new_value": text(place.settings.stage),
                        "source": text("journey"),
                    },
                ),
            ),
            before=as_text(old),
            after=text(new),
        )


def stage_of(references: References, model: str, reference: str) -> str | None:
    """The id of a stage of a model, by its id or name."""
    for row in references.rows("stage", model_id=model):
        if reference and reference.casefold() in {str(row["stage_id"]).casefold(), str(row["name"]).casefold()}:
            return str(row["stage_id"])
    return None


def _allowed(references: References, model: str, old: exp.Expr, new: str) -> exp.Expr:
    """Whether the model lets a group go from `old` to `new`; from nothing, only to an entry stage."""
    entry = any(row["stage_id"] == new and row.get("is_entry") for row in references.rows("stage", model_id=model))
    sources = [
        str(row["from_stage"])
        for row in references.rows("stage_transition", model_id=model, to_stage=new)
        if row.get("from_stage")
    ]
    ways: list[exp.Expr] = [old.copy().eq(text(one)) for one in sources]
    if entry:
        ways.append(all_of([old.copy().is_(exp.null())]))
    return sure(any_of(ways))
