"""The names of the tables of a run, and what stands in each."""

from sqlglot import exp


def temp(name: str) -> exp.Table:
    """A table of the run."""
    return exp.table_(f"_j_{name}", db="main", catalog="temp", quoted=True)


def taken_in(rank: int) -> exp.Table:
    """What came to a node in this pass. Shape: one row per token; the columns of `rows.VISIT`."""
    return temp(f"in_{rank}")


def sent_on(rank: int) -> exp.Table:
    """All that came to a node and where it went. Shape: as `taken_in`, with `port`, `reason`, `at_out`, `phase_out`."""
    return temp(f"out_{rank}")


def people_now(rank: int) -> exp.Table:
    """The people that a node is about, of those who came to it in this pass. Shape: the columns of `rows.VISIT`."""
    return temp(f"now_{rank}")


def people_of(rank: int) -> exp.Table:
    """The people of a group. Shape: one row per token and person: the columns of `rows.VISIT`, and the `port` taken."""
    return temp(f"people_{rank}")


def acted(rank: int) -> exp.Table:
    """What came of an action. Shape: one row per row that it was about, with `outcome`, `acts` and more."""
    return temp(f"act_{rank}")
