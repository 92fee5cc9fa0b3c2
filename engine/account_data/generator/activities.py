"""Generated activities: e-mails that are sent, delivered, opened and clicked in this order, and visits of pages.

Few people do much; working days and hours are busier. About as many rows as asked for come out, always the same ones.
"""

from sqlglot import exp

from engine.account_data.generator.choosing import bits, chance, key, moment, numbered, one_of, skewed
from engine.account_data.generator.scale import Scale
from engine.account_data.generator.words import EMAIL_STEPS, FORMS, HOURS, MAILINGS, MOMENTS, PAGES
from engine.accounts import events
from engine.trees import number, query, text, tree

IS_EMAIL, DELIVERED, OPENED, CLICKED, UNSUBSCRIBED = 600, 970, 300, 100, 2
"""Of a thousand occasions, how many are e-mails; of a thousand before it, how many come to each step."""
LINKED, FILLED, MOMENT, ATTENDED = 250, 60, 20, 15
PER_OCCASION = 2.136
"""Rows of an occasion, on average."""


def activities(scale: Scale) -> exp.Query:
    """Shape: one row per activity, with the columns that a generated one fills."""
    occasions = max(1, round(scale.activities / PER_OCCASION))
    return query(
        """
        WITH o AS (
            SELECT h.i, $person AS person, $is_email AS is_email, $day_no AS day_no, $hour AS hour, $second AS second,
                $mailing AS mailing, $page AS page, $form AS form, $delivered AS delivered, $opened AS opened,
                $clicked AS clicked, $unsubscribed AS unsubscribed, $linked AS linked, $filled AS filled,
                $curious AS curious, $attended AS attended, $mobile AS mobile, $pages AS pages, $slow AS slow,
                $said AS said
            FROM digests AS h
        ),
        t AS (
            SELECT o.*, $start + (((CASE WHEN (o.day_no + $monday) % 7 >= 5 AND o.second % 4 > 0
                THEN o.day_no + 2 ELSE o.day_no END) % $days) * 86400 + o.hour * 3600 + o.second) * 1000000 AS at
            FROM o
        ),
        e AS (
            SELECT t.*, s.range AS step, CASE s.range
                WHEN 0 THEN $sent
                WHEN 1 THEN CASE WHEN t.delivered THEN $arrived ELSE $bounced END
                WHEN 2 THEN CASE WHEN t.delivered AND t.opened THEN $seen END
                WHEN 3 THEN CASE WHEN t.delivered AND t.opened AND t.clicked THEN $pressed END
                ELSE CASE WHEN t.delivered AND t.unsubscribed THEN $refused END END AS type
            FROM t CROSS JOIN RANGE(5) AS s WHERE t.is_email
        ),
        w AS (
            SELECT t.*, s.range AS step, CASE
                WHEN s.range < t.pages THEN $viewed
                WHEN s.range = 4 AND t.linked THEN $link
                WHEN s.range = 5 AND t.filled THEN $form_filled
                WHEN s.range = 6 AND t.curious THEN $interesting
                WHEN s.range = 7 AND t.attended THEN $event END AS type
            FROM t CROSS JOIN RANGE(8) AS s WHERE NOT t.is_email
        )
        SELECT u.activity_id, u.type, u.ts, u.person_id, u.source, u.asset_type, u.asset_id, u.asset_name, u.link_url,
            u.page_url, u.page_name, u.reason, u.is_mobile
        FROM (SELECT CONCAT($occasion_e, '-', e.step) AS activity_id, e.type,
            $at_e AS ts, $person_e AS person_id, 'generated' AS source,
            'email' AS asset_type, LOWER(REPLACE(e.mailing, ' ', '-')) AS asset_id, e.mailing AS asset_name,
            CASE WHEN e.step = 3 THEN CONCAT('https://www.example.com', e.page) END AS link_url,
            NULL AS page_url, NULL AS page_name, NULL AS reason,
            CASE WHEN e.step IN (2, 3) THEN e.mobile END AS is_mobile
        FROM e WHERE e.type IS NOT NULL
        UNION ALL
        SELECT CONCAT($occasion_w, '-', w.step) AS activity_id, w.type,
            $at_w AS ts, $person_w AS person_id, 'generated' AS source,
            CASE w.step WHEN 5 THEN 'form' END AS asset_type,
            CASE w.step WHEN 5 THEN LOWER(REPLACE(w.form, ' ', '-')) END AS asset_id,
            CASE w.step WHEN 5 THEN w.form END AS asset_name,
            CASE w.step WHEN 4 THEN CONCAT('https://www.example.com', w.page) END AS link_url,
            CASE WHEN w.step < 6 THEN w.page END AS page_url, CASE WHEN w.step < 6 THEN w.page END AS page_name,
            CASE w.step WHEN 6 THEN w.said END AS reason, w.mobile AS is_mobile
        FROM w WHERE w.type IS NOT NULL) AS u
        """,
        digests=numbered(scale.seed, "occasion", occasions),
        person=skewed("lo", scale.people), is_email=chance("lo", 31, IS_EMAIL), day_no=bits("hi", 0, scale.days),
        hour=one_of("lo", 42, HOURS), second=bits("lo", 50, 3600), mailing=one_of("hi", 13, MAILINGS),
        page=one_of("hi", 18, PAGES), form=one_of("hi", 24, FORMS), delivered=chance("hi", 27, DELIVERED),
        opened=chance("hi", 33, OPENED), clicked=chance("hi", 38, CLICKED), unsubscribed=chance("hi", 42, UNSUBSCRIBED),
        linked=chance("hi", 30, LINKED), filled=chance("hi", 36, FILLED), curious=chance("hi", 40, MOMENT),
        attended=chance("hi", 44, ATTENDED), mobile=exp.EQ(this=bits("hi", 51, 3), expression=number(0)),
        pages=tree("1 + $x * $x // 33", x=bits("hi", 52, 10)), slow=bits("hi", 48, 4096),
        said=one_of("hi", 54, MOMENTS), start=number(scale.start), monday=number(scale.since.weekday()),
        days=number(scale.days),
        sent=text(EMAIL_STEPS[0]), arrived=text(EMAIL_STEPS[1]), seen=text(EMAIL_STEPS[2]),
        pressed=text(EMAIL_STEPS[3]), bounced=text(events.EMAIL_BOUNCED), refused=text(events.EMAIL_UNSUBSCRIBED),
        viewed=text(events.PAGE_VIEW), link=text(events.LINK_CLICK), form_filled=text(events.FORM_FILLED),
        interesting=text(events.INTERESTING_MOMENT), event=text(events.EVENT_ATTENDED),
        at_e=moment(tree("e.at + (CASE e.step WHEN 0 THEN 0 WHEN 1 THEN 60 + e.slow % 60"
                         " WHEN 2 THEN 120 + e.slow * e.slow // 97 WHEN 3 THEN 180 + e.slow * e.slow // 97"
                         " ELSE 900 + e.slow * e.slow // 97 END) * 1000000")),
        at_w=moment(tree("w.at + w.step * (20 + w.slow % 200) * 1000000")),
        occasion_e=key("E", exp.column("i", table="e")), occasion_w=key("E", exp.column("i", table="w")),
        person_e=key("P", exp.column("person", table="e")), person_w=key("P", exp.column("person", table="w")),
    )  # fmt: skip
