"""A record without values is left out of the reading only where the database itself would turn it away."""

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlglot import exp, parse_one

from engine.compiler.missing import turns_away

VALUES = (
    "r.v",
    "r.w",
    "t.x",
    "COALESCE(r.v, 0)",
    "COALESCE(r.w, t.x)",
    "COALESCE(r.v, r.w, 3)",
    "2",
    "NULL",
    "ABS(r.v)",
)
PLAIN = st.builds(
    "{} {} {}".format, st.sampled_from(VALUES), st.sampled_from((">", ">=", "<", "<=", "=", "<>")),
    st.sampled_from(VALUES),
) | st.builds("{} IS NULL".format, st.sampled_from(VALUES)) | st.sampled_from(("TRUE", "FALSE"))  # fmt: skip
CONDITIONS = st.recursive(
    PLAIN,
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from(("AND", "OR")), inner)
        | st.builds("NOT ({})".format, inner)
        | st.builds("COALESCE({}, FALSE)".format, inner)
    ),
    max_leaves=6,
)
RECORDS = "(VALUES (NULL), (0), (2), (5)) t(x), (SELECT NULL::INTEGER AS v, NULL::INTEGER AS w) r"


@given(CONDITIONS)
def test_what_it_says_is_turned_away_no_database_finds(condition: str) -> None:
    tree = parse_one(condition, dialect="duckdb")

    said = turns_away(tree, {"r"})

    query = exp.select(exp.Count(this=exp.Star())).where(tree).sql(dialect="duckdb")
    with duckdb.connect() as database:
        found = database.execute(query.replace(" WHERE ", f" FROM {RECORDS} WHERE ", 1)).fetchall()
    assert not said or found == [(0,)]


@pytest.mark.parametrize(
    "condition",
    ["r.v >= 40000", "COALESCE(r.v, 0) >= 5", "NOT r.v IS NULL", "r.v > 3 AND t.x = 1", "NOT (r.v >= 5)",
     "COALESCE(r.v >= 5, FALSE)", "r.v = 5 OR (r.w > 7 AND t.x > 1)", "r.v > 1 AND NOT (t.x > 1 AND r.v > 2)"],
)  # fmt: skip
def test_it_knows_the_conditions_that_campaigns_are_made_of(condition: str) -> None:
    assert turns_away(parse_one(condition, dialect="duckdb"), {"r"})
