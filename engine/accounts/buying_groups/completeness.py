"""How complete a buying group is: the mean, over the roles that are required, of how far each is filled (B2B 8.7)."""

from sqlglot import exp

from engine.trees import query


def role_lines(
    groups: exp.Query | exp.Table, members: exp.Query | exp.Table, cards: exp.Query | exp.Table
) -> exp.Select:
    """How far each required role of each group is filled; the lines that explain its score.

    `groups` has moment, grp, template; `members` moment, grp, person, role, without the removed; `cards` template,
    role, members_required, required. Shape: one row per group and required role: moment, grp, role, needed, assigned,
    score (0 to 100).
    """
    return query(
        """
        WITH filled AS (
            SELECT m.moment, m.grp, m.role, COUNT(*) AS n FROM members AS m GROUP BY m.moment, m.grp, m.role
        )
        SELECT g.moment, g.grp, c.role, c.members_required AS needed, COALESCE(f.n, 0) AS assigned,
            LEAST(COALESCE(f.n, 0), c.members_required) * 100.0::DOUBLE / c.members_required AS score
        FROM groups AS g
        JOIN cards AS c ON c.template = g.template AND COALESCE(c.required, FALSE)
        LEFT JOIN filled AS f ON f.moment = g.moment AND f.grp = g.grp AND f.role = c.role
        """,
        groups=groups,
        members=members,
        cards=cards,
    )


def completeness(
    groups: exp.Query | exp.Table, members: exp.Query | exp.Table, cards: exp.Query | exp.Table
) -> exp.Select:
    """The score of each group, null where no role is required. Relations as `role_lines`.

    Shape: one row per row of `groups`: moment, grp, score. It is added up in order of the roles, so that it is the same
    on every machine.
    """
    return query(
        """
        WITH lines AS (SELECT l.moment, l.grp, l.role, l.score FROM told AS l)
        SELECT g.moment, g.grp, AVG(lines.score ORDER BY lines.role) AS score
        FROM groups AS g LEFT JOIN lines ON lines.moment = g.moment AND lines.grp = g.grp
        GROUP BY g.moment, g.grp
        """,
        groups=groups,
        told=role_lines(groups, members, cards),
    )


def displayed(score: float | None) -> str:
    """A score as people read it: whole percent, half up; a dash where there is none."""
    return "–" if score is None else f"{int(score + 0.5)} %"
