"""Who belongs to a buying group and as what: roles by template, and whose word counts (spec B2B section 8.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlglot import exp

from engine.trees import col, query, text


class Source(StrEnum):
    """Who changed a membership. A later one in this list never undoes an earlier one."""

    MANUAL = "manual"
    JOURNEY = "journey"
    JOB = "job"


class Verdict(StrEnum):
    """What becomes of a change: done, skipped and told, or passed over in silence."""

    APPLY = "apply"
    SKIPPED = "skipped_precedence"
    IGNORE = "ignore"


_REFUSED: Mapping[tuple[Source, Source], Verdict] = {
    (Source.MANUAL, Source.JOURNEY): Verdict.SKIPPED,
    (Source.MANUAL, Source.JOB): Verdict.IGNORE,
    (Source.JOURNEY, Source.JOB): Verdict.IGNORE,
}
"""(who changed it last, who wants to change it) for all that is not done."""


def verdict(last: Source | None, new: Source) -> Verdict:
    """What becomes of a change by `new` where `last` made the change before it; None where nobody has."""
    return Verdict.APPLY if last is None else _REFUSED.get((last, new), Verdict.APPLY)


def verdict_of(last: exp.Expr, new: Source) -> exp.Expr:
    """The same as a term: `last` is manual, journey, job or null."""
    found = exp.Case(default=text(Verdict.APPLY))
    for (before, wanted), refused in _REFUSED.items():
        if wanted is new:
            found = found.when(last.copy().eq(text(before)), text(refused), copy=False)
    return found if found.args.get("ifs") else text(Verdict.APPLY)


def last_source(member: str) -> exp.Expr:
    """Who changed the row of `bg_member` known as `member` last; null where there is no such row."""
    removed = exp.Coalesce(this=col(member, "is_removed"), expressions=[exp.false()])
    by = exp.Coalesce(this=col(member, "removed_source"), expressions=[col(member, "source")])
    return exp.Case(default=col(member, "source")).when(removed, by, copy=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A role card that is filled automatically: the role, and when a person fits, over the rows that are asked."""

    role: str
    fits: exp.Expr


def role_of(cards: Sequence[Card]) -> exp.Expr:
    """The role of a person: that of the first card that fits, in order of priority; null when none does."""
    found = exp.Case()
    for card in cards:
        sure = exp.Coalesce(this=exp.Paren(this=card.fits.copy()), expressions=[exp.false()])
        found = found.when(sure, text(card.role), copy=False)
    return found if cards else exp.null()


def job_changes(standing: exp.Query | exp.Table, wanted: exp.Query | exp.Table) -> exp.Select:
    """What a job changes at each of its moments, given who fits at each.

    `standing` has the members before the first moment: grp, person, role, source, is_removed, removed_source.
    `wanted` has moment, grp, person, role for everybody who fits then, and every moment at least once per group, with
    an empty person where nobody fits. Nothing is ever changed for a person whose last change was by hand or by a
    journey. Shape: one row per change: moment, grp, person, role (null: removed), before (null: was no member).
    """
    return query(
        """
        WITH m AS (SELECT DISTINCT w.moment, w.grp FROM wanted AS w),
        s AS (
            SELECT x.grp, x.person, CASE WHEN NOT COALESCE(x.is_removed, FALSE) THEN x.role END AS role, $last AS word
            FROM standing AS x
        ),
        p AS (
            SELECT w.grp, w.person FROM wanted AS w WHERE w.person IS NOT NULL
            UNION SELECT s.grp, s.person FROM s
        ),
        each AS (
            SELECT m.moment, p.grp, p.person, f.role,
                COALESCE(s.word, 'job') = 'job' AS free, s.role AS first,
                LAG(f.role) OVER (PARTITION BY p.grp, p.person ORDER BY m.moment) AS before,
                ROW_NUMBER() OVER (PARTITION BY p.grp, p.person ORDER BY m.moment) AS place
            FROM p JOIN m ON m.grp = p.grp
            LEFT JOIN wanted AS f ON f.moment = m.moment AND f.grp = p.grp AND f.person = p.person
            LEFT JOIN s ON s.grp = p.grp AND s.person = p.person
        ),
        told AS (
            SELECT each.moment, each.grp, each.person, each.role,
                CASE WHEN each.place = 1 THEN each.first ELSE each.before END AS before
            FROM each WHERE each.free
        )
        SELECT told.moment, told.grp, told.person, told.role, told.before FROM told
        WHERE told.role IS DISTINCT FROM told.before
        """,
        standing=standing,
        wanted=wanted,
        last=last_source("x"),
    )
