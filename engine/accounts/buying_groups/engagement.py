"""How engaged people and buying groups are, from what they did in the last thirty days (B2B 8.8).

Points are added up as whole numbers and divided once, so that no order of addition can change a score.
"""

from sqlglot import exp

from engine.trees import number, query, tree

DAY = 86_400_000_000
"""Microseconds."""
WINDOW_DAYS = 30


def activity_lines(
    moments: exp.Query | exp.Table, activities: exp.Query | exp.Table, weights: exp.Query | exp.Table
) -> exp.Select:
    """What each person's days of each activity are worth; the lines that explain a score.

    `moments` has moment, an instant in microseconds; `activities` person, kind, at (microseconds); `weights` kind,
    weight, cap. A window holds the thirty days before its moment, without the moment itself. Shape: one row per moment,
    person, kind and day: times, counted (no more than the cap), weight, heaviest (the largest weight that occurred).
    """
    return query(
        """
        WITH days AS (
            SELECT a.person, a.kind, a.at // $day AS day, m.moment, w.weight, w.cap, COUNT(*) AS times
            FROM activities AS a
            JOIN weights AS w ON w.kind = a.kind AND w.weight > 0
            JOIN moments AS m ON a.at >= m.moment - $window AND a.at < m.moment
            WHERE a.person IS NOT NULL
            GROUP BY a.person, a.kind, a.at // $day, m.moment, w.weight, w.cap
        )
        SELECT d.moment, d.person, d.kind, d.day, d.times, LEAST(d.times, d.cap) AS counted, d.weight,
            MAX(d.weight) OVER (PARTITION BY d.moment) AS heaviest
        FROM days AS d
        """,
        moments=moments,
        activities=activities,
        weights=weights,
        day=number(DAY),
        window=number(DAY * WINDOW_DAYS),
    )


def person_scores(moments: exp.Query | exp.Table, people: exp.Query | exp.Table, lines: exp.Query) -> exp.Select:
    """The score of everybody, 0 to 100. `people` has person; `lines` are those of `activity_lines`.

    Shape: one row per moment and person: raw (points of the heaviest activity), score.
    """
    return query(
        """
        WITH points AS (
            SELECT l.moment, l.person, SUM(l.counted * l.weight)::DOUBLE / MAX(l.heaviest) AS raw
            FROM told AS l GROUP BY l.moment, l.person
        ),
        everybody AS (
            SELECT m.moment, p.person, COALESCE(points.raw, 0.0::DOUBLE) AS raw
            FROM moments AS m CROSS JOIN people AS p
            LEFT JOIN points ON points.moment = m.moment AND points.person = p.person
        ),
        rooted AS (SELECT e.moment, e.person, e.raw, SQRT(e.raw) AS t FROM everybody AS e)
        SELECT r.moment, r.person, r.raw, $score AS score FROM rooted AS r
        """,
        moments=moments,
        people=people,
        told=lines,
        score=_scaled(),
    )


def member_lines(members: exp.Query | exp.Table, scores: exp.Query | exp.Table) -> exp.Select:
    """What each member adds to the score of a group.

    `members` has moment, grp, person, role, weight (of the role), without the removed; `scores` moment, person, score.
    Shape: one row per moment, group and member: role, weight, weights (of all roles that have a member), score.
    """
    return query(
        """
        WITH filled AS (SELECT DISTINCT m.moment, m.grp, m.role, m.weight FROM members AS m),
        whole AS (SELECT f.moment, f.grp, SUM(f.weight) AS weights FROM filled AS f GROUP BY f.moment, f.grp)
        SELECT m.moment, m.grp, m.person, m.role, m.weight, whole.weights, COALESCE(s.score, 0.0::DOUBLE) AS score
        FROM members AS m
        JOIN whole ON whole.moment = m.moment AND whole.grp = m.grp
        LEFT JOIN scores AS s ON s.moment = m.moment AND s.person = m.person
        """,
        members=members,
        scores=scores,
    )


def group_scores(groups: exp.Query | exp.Table, lines: exp.Query) -> exp.Select:
    """The score of each group, 0 to 100. `groups` has moment, grp; `lines` are those of `member_lines`.

    Scores of people enter rounded to nine digits after the point. Shape: one row per row of `groups`: moment, grp,
    score.
    """
    return query(
        """
        WITH points AS (
            SELECT l.moment, l.grp,
                SUM(CAST(l.score AS DECIMAL(18, 9)) * l.weight)::DOUBLE / MAX(l.weights) AS raw
            FROM told AS l GROUP BY l.moment, l.grp
        ),
        rooted AS (
            SELECT g.moment, g.grp, SQRT(COALESCE(points.raw, 0.0::DOUBLE)) AS t
            FROM groups AS g LEFT JOIN points ON points.moment = g.moment AND points.grp = g.grp
        )
        SELECT r.moment, r.grp, $score AS score FROM rooted AS r
        """,
        groups=groups,
        told=lines,
        score=_scaled(),
    )


def simple_scores(groups: exp.Query | exp.Table, members: exp.Query | exp.Table, lines: exp.Query) -> exp.Select:
    """The plain score that can be shown instead: per role its people's counted activities, weighted by the role.

    `groups` has moment, grp, weights (of all roles of the template); `members` as in `member_lines`; `lines` are those
    of `activity_lines`. Shape: one row per row of `groups`: moment, grp, score.
    """
    return query(
        """
        WITH counted AS (
            SELECT l.moment, l.person, SUM(l.counted) AS times FROM told AS l GROUP BY l.moment, l.person
        ),
        points AS (
            SELECT m.moment, m.grp, SUM(c.times * m.weight) AS points
            FROM members AS m JOIN counted AS c ON c.moment = m.moment AND c.person = m.person
            GROUP BY m.moment, m.grp
        )
        SELECT g.moment, g.grp, COALESCE(p.points, 0)::DOUBLE / g.weights AS score
        FROM groups AS g LEFT JOIN points AS p ON p.moment = g.moment AND p.grp = g.grp
        """,
        groups=groups,
        members=members,
        told=lines,
    )


def _scaled() -> exp.Expr:
    """`r.t` between the least and the most of its moment, as 0 to 100; where all are equal, 0 for none, else 100."""
    return tree(
        """
        CASE
            WHEN MAX(r.t) OVER (PARTITION BY r.moment) > MIN(r.t) OVER (PARTITION BY r.moment)
            THEN 100 * (r.t - MIN(r.t) OVER (PARTITION BY r.moment))
                / (MAX(r.t) OVER (PARTITION BY r.moment) - MIN(r.t) OVER (PARTITION BY r.moment))
            WHEN r.t > 0 THEN 100.0::DOUBLE
            ELSE 0.0::DOUBLE
        END
        """
    )
