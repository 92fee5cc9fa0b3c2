"""The stages of buying groups: what makes a model valid, and which stage may follow which (B2B 8.5)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlglot import exp

from engine.problems import Problem, Severity
from engine.texts import quoted, say
from engine.trees import tree


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage; `destination` is none, success or failure; `allowed` are the stages that may follow."""

    id: str
    name: str
    is_entry: bool = False
    destination: str = "none"
    allowed: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class StageModel:
    """The way of buying groups towards a purchase."""

    id: str
    name: str
    stages: Sequence[Stage] = field(default_factory=tuple)

    @property
    def by_id(self) -> Mapping[str, Stage]:
        return {stage.id: stage for stage in self.stages}

    def allows(self, before: str | None, after: str) -> bool:
        """Whether a group may go from one stage to another; without a stage, only into an entry stage."""
        found = self.by_id.get(after)
        if found is None:
            return False
        if before is None:
            return found.is_entry
        return before in self.by_id and after in self.by_id[before].allowed


def check_stages(model: StageModel) -> Iterator[Problem]:
    """What keeps a model from being published."""
    if not model.name.strip():
        yield _wrong("stage-name", "The stage model has no name.", "Give it one.")
    yield from _check_names(model)
    successes = [stage for stage in model.stages if stage.destination == "success"]
    if not any(stage.is_entry for stage in model.stages):
        yield _wrong("no-entry-stage", "No stage is an entry point.", "Mark at least one stage as entry point.")
    if len(successes) != 1:
        what = say("No stage is the success; there must be exactly one.")
        if successes:
            what = say("{n} stage(s) (is|are) the success; there must be exactly one.", n=len(successes))
        yield _wrong("one-success-stage", what, "Mark one stage as success.")
    for stage in model.stages:
        yield from _check_transitions(model, stage)
    if len(successes) == 1 and any(stage.is_entry for stage in model.stages):
        yield from _check_reach(model, successes[0])


def _check_names(model: StageModel) -> Iterator[Problem]:
    names = [stage.name.strip().casefold() for stage in model.stages]
    for stage, name in zip(model.stages, names, strict=True):
        if not name:
            yield _wrong("stage-name", "A stage has no name.", "Give it one.")
        elif names.count(name) > 1:
            yield _wrong(
                "stage-name", say("Two stages are called {stage}.", stage=quoted(stage.name)), "Rename one of them."
            )
            return


def _check_transitions(model: StageModel, stage: Stage) -> Iterator[Problem]:
    if stage.destination == "success" and stage.allowed:
        what = say("{stage} is the success, so nothing can follow it.", stage=quoted(stage.name))
        yield _wrong("success-goes-on", what, "Remove its transitions.")
    if stage.destination == "none" and not stage.allowed:
        yield _wrong(
            "stage-leads-nowhere",
            say("No stage may follow {stage}.", stage=quoted(stage.name)),
            "Allow at least one transition.",
        )
    if stage.id in stage.allowed:
        yield _wrong(
            "stage-to-itself", say("{stage} may follow itself.", stage=quoted(stage.name)), "Remove that transition."
        )
    for unknown in sorted(set(stage.allowed) - set(model.by_id)):
        yield _wrong(
            "unknown-stage",
            say("{stage} leads to {unknown}, which is no stage.", stage=quoted(stage.name), unknown=quoted(unknown)),
            "Choose another.",
        )


def _check_reach(model: StageModel, success: Stage) -> Iterator[Problem]:
    ahead = {stage.id: set(stage.allowed) for stage in model.stages}
    behind = {stage.id: {one.id for one in model.stages if stage.id in one.allowed} for stage in model.stages}
    reached = _from({stage.id for stage in model.stages if stage.is_entry}, ahead)
    leading = _from({success.id}, behind)
    for stage in model.stages:
        if stage.id not in reached:
            what = say("No way leads from an entry stage to {stage}.", stage=quoted(stage.name))
            yield _wrong("stage-not-reached", what, "Allow a transition to it.", Severity.WARNING)
        elif stage.id not in leading and stage.destination != "failure":
            what = say("No way leads from {stage} to the success.", stage=quoted(stage.name))
            yield _wrong("success-not-reached", what, "Allow a transition towards it.", Severity.WARNING)


def _from(start: set[str], steps: Mapping[str, set[str]]) -> set[str]:
    found, new = set(start), set(start)
    while new:
        new = {after for one in new for after in steps.get(one, ())} - found
        found |= new
    return found


def may_move(transitions: exp.Query | exp.Table, stages: exp.Query | exp.Table, before: exp.Expr, after: exp.Expr,
             model: exp.Expr) -> exp.Expr:  # fmt: skip
    """Whether a group of a model may go from stage `before` (null: none yet) to `after`, as a term; always decided.

    `transitions` are rows of `stage_transition`, `stages` of `stage`.
    """
    return tree(
        """
        CASE WHEN $before IS NULL
            THEN EXISTS (SELECT 1 FROM stages AS s WHERE s.model_id = $model AND s.stage_id = $after AND s.is_entry)
            ELSE EXISTS (SELECT 1 FROM transitions AS t WHERE t.model_id = $model AND t.from_stage = $before
                AND t.to_stage = $after) END
        """,
        transitions=transitions,
        stages=stages,
        before=before,
        after=after,
        model=model,
    )


def _wrong(code: str, what: str, fix: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code=code, what=what, fix=fix, severity=severity)
