"""Saving an audience, in a real run."""

from collections.abc import Sequence

from sqlglot import exp

from engine.database import Store, stored
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY, Column, column
from engine.runner.effects.work import Work
from engine.runner.snapshots import Shape, changes_of, refuse_breaking
from engine.texts import grouped, quoted, say
from engine.workspace.audiences import SavedAudience, label_taken


def save_audience(work: Work) -> str:
    label, mode = work.values["label"], work.values["mode"]
    before = work.workspace.audiences.by_label(label)
    if before is not None and before.document != work.document.id:
        raise EngineError(label_taken(label))
    if before is not None and mode == "create":
        raise EngineError(
            Problem(
                code="audience-exists",
                what=say("There is an audience called {label} already.", label=quoted(label)),
                fix="Choose replace or append, or another label.",
                field="mode",
                check="V18",
            )
        )
    members: exp.Query = work.query
    entering = work.count(members.copy().subquery("m"))
    if not entering and work.values["when_empty"] == "fail":
        raise EngineError(
            Problem(
                code="empty-audience",
                what=say("Nobody would be in {label}.", label=quoted(label)),
                fix="Check the rule before it.",
            )
        )
    if not entering and work.values["when_empty"] == "keep" and before is not None:
        return say("Nobody entered; {label} keeps its {n} member(s).", label=quoted(label), n=before.rows)
    columns: Sequence[Column] = work.values["columns"]
    shape = Shape(work.values["dimension"], work.values["identity"], work.values["namespace"], columns)
    if before is not None:
        refuse_breaking(work.workspace, before, shape)
    if before is not None and mode == "append":
        members = _appended(work, members, before, columns)
    physical = work.workspace.audiences.begin()
    work.cursor.create(Store.DATA, physical, members)
    rows = work.count(stored(Store.DATA, physical))
    counts = changes_of(work.cursor, before, physical, rows)
    work.workspace.audiences.commit(
        label=label,
        document=work.document.id,
        dimension=shape.dimension,
        identity=shape.identity,
        namespace=shape.namespace,
        physical=physical,
        rows=rows,
        columns=columns,
        counts=counts,
        run=work.run,
        merge_policy=work.document.merge_policy,
    )
    return say(
        "{label} has {n} member(s): {realized} came, {exiting} left.",
        label=quoted(label),
        n=rows,
        realized=grouped(counts["realized"]),
        exiting=grouped(counts["exiting"]),
    )


def _appended(work: Work, members: exp.Query, before: SavedAudience, columns: Sequence[Column]) -> exp.Query:
    """The members of before and the incoming ones, which win. Errors: audience-shape-differs."""
    dimension = work.values["dimension"]
    if dimension != before.dimension:
        raise _differs(
            say("Its members are records of {there}, and those that come are of {here}.",
                there=before.dimension, here=dimension),
            "Change the dimension before it, or replace the audience.",
            "mode",
        )  # fmt: skip
    if [(one.name, one.type) for one in before.columns] != [(one.name, one.type) for one in columns]:
        raise _differs(
            "The attributes differ from those of the members that are there.",
            "Use the same attributes, or replace the audience.",
            "attributes",
        )
    names = list(work.cursor.columns(members.copy()))
    incoming = exp.select(*(column("n", name) for name in names)).from_(members.copy().subquery("n"))
    again = exp.select("1").from_(members.copy().subquery("n")).where(column("n", IDENTITY).eq(column("o", IDENTITY)))
    kept = exp.select(*(column("o", name) for name in names)).from_(
        exp.alias_(stored(Store.DATA, before.physical), "o", table=True)
    )
    return exp.union(incoming, kept.where(exp.Not(this=exp.Exists(this=again))), distinct=False)


def _differs(what: str, fix: str, field: str) -> EngineError:
    return EngineError(Problem(code="audience-shape-differs", what=what, fix=fix, field=field))
