"""Choices by digest, as terms and statements; see the package's own words for what a digest is."""

from collections.abc import Mapping, Sequence

from sqlglot import exp

from engine.account_data.generator.words import length, listed
from engine.trees import number, query, text, tree

_SHARE = 1 << 31
"""A share is a whole number below this."""


def numbered(seed: int, subject: str, count: int) -> exp.Select:
    """The numbers below `count` with their digests. Shape: i, lo, hi."""
    return query(
        """
        SELECT r.range AS i,
            MD5_NUMBER_LOWER(CONCAT($prefix, r.range)) AS lo, MD5_NUMBER_UPPER(CONCAT($prefix, r.range)) AS hi
        FROM RANGE($count) AS r
        """,
        prefix=text(f"{seed}:{subject}:"),
        count=number(count),
    )


def bits(digest: str, first: int, most: int) -> exp.Expr:
    """A number below `most` from the bits of `h.lo` or `h.hi` that begin at `first`."""
    return tree(
        "CAST(($digest // $power) % $most AS BIGINT)",
        digest=exp.column(digest, table="h"), power=number(1 << first), most=number(most),
    )  # fmt: skip


def chance(digest: str, first: int, per_mille: int) -> exp.Expr:
    """Holds for so many of a thousand."""
    return exp.LT(this=bits(digest, first, 1000), expression=number(per_mille))


def one_of(digest: str, first: int, words: Sequence[str] | Sequence[int] | Mapping[str, int] | Mapping[int, int]
           ) -> exp.Expr:  # fmt: skip
    """One of the words, as often as it stands in the list."""
    ready: tuple[str | int, ...] | Mapping[str, int] | Mapping[int, int] = (
        words if isinstance(words, Mapping) else tuple(words)
    )
    return at(ready, bits(digest, first, length(ready)))


def at(words: tuple[str | int, ...] | Mapping[str, int] | Mapping[int, int], place: exp.Expr) -> exp.Expr:
    """The word at a place, counted from 0."""
    return tree("LIST_EXTRACT($words, $place + 1)", words=listed(words), place=place)


def skewed(digest: str, count: int) -> exp.Expr:
    """A number below `count`, low ones often: a square of a uniform share. Half of all choices fall on a quarter."""
    return tree(
        "((($share * $share) // $whole) * $count) // $whole",
        share=bits(digest, 0, _SHARE), whole=number(_SHARE), count=number(count),
    )  # fmt: skip


def moment(micros: exp.Expr) -> exp.Expr:
    """An instant from microseconds since 1970."""
    return exp.Anonymous(this="MAKE_TIMESTAMP", expressions=[micros])


def key(prefix: str, place: exp.Expr) -> exp.Expr:
    """A key such as A00000012."""
    return tree("CONCAT($prefix, LPAD(CAST($place AS TEXT), 8, '0'))", prefix=text(prefix), place=place)
