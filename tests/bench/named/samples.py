# ruff: noqa: E501 - queries are read in rows
"""The sample campaigns of the demo, each with the one query that an expert would write by hand for the same counts.

A query gives one row of all counts; names in braces are tables of the demo's workspace.
"""

REACHED = "count(*) FILTER (WHERE c.email IS NOT NULL AND c.consent_email)"

QUERIES = {
    "lapsed-households": f"""
WITH bought AS (SELECT t.household_id AS h, max(t.transaction_timestamp) AS latest
  FROM {{transactions}} t JOIN {{products}} p ON p.product_id = t.product_id
  WHERE p.department = 'DELI' GROUP BY t.household_id),
lapsed AS (SELECT h FROM bought WHERE latest < TIMESTAMP '2017-11-05 00:00:00'),
drawn AS (SELECT h, row_number() OVER (ORDER BY md5('2017|subset 1' || '|' || h::VARCHAR), h) AS r, count(*) OVER () AS c FROM lapsed),
rest AS (SELECT h FROM drawn WHERE r > floor(c * 10 / 100.0 + 0.5))
SELECT (SELECT count(*) FROM lapsed), (SELECT count(*) FROM rest), (SELECT count(*) FROM drawn) - (SELECT count(*) FROM rest),
       (SELECT {REACHED} FROM rest LEFT JOIN {{contacts_synthetic}} c ON c.household_id = rest.h)
""",
    "coupon-non-redeemers": f"""
WITH reached AS (SELECT DISTINCT household_id AS h FROM {{campaigns}}),
redeemers AS (SELECT DISTINCT household_id AS h FROM {{coupon_redemptions}}),
unused AS (SELECT h FROM reached ANTI JOIN redeemers USING (h)),
lines AS (SELECT household_id AS h, visited, amount,
    row_number() OVER (PARTITION BY household_id ORDER BY visited DESC NULLS LAST, basket_id) AS n FROM {{baskets}}),
spend AS (SELECT unused.h, list(struct_pack(visited, amount) ORDER BY n) FILTER (WHERE n <= 3) AS last_three, sum(amount) AS total
  FROM unused LEFT JOIN lines ON lines.h = unused.h GROUP BY unused.h)
SELECT (SELECT count(*) FROM {{campaigns}}), (SELECT count(*) FROM reached), (SELECT count(*) FROM redeemers),
       (SELECT count(*) FROM unused), (SELECT count(*) FROM reached) - (SELECT count(*) FROM unused),
       (SELECT count(last_three) + 0 * count(total) FROM spend),
       (SELECT {REACHED} FROM unused LEFT JOIN {{contacts_synthetic}} c ON c.household_id = unused.h)
""",
    "basket-to-household": """
WITH large AS (SELECT basket_id, household_id FROM {baskets} WHERE amount >= 100),
bought AS (SELECT DISTINCT large.basket_id, large.household_id, t.product_id, t.store_id, t.week
  FROM {transactions} t JOIN large ON large.basket_id = t.basket_id),
chosen AS (SELECT DISTINCT basket_id, household_id FROM bought SEMI JOIN {promotions} p USING (product_id, store_id, week)),
people AS (SELECT DISTINCT household_id FROM chosen),
known AS (SELECT household_id FROM people SEMI JOIN {demographics} d USING (household_id))
SELECT (SELECT count(*) FROM chosen), (SELECT count(*) FROM people), (SELECT count(*) FROM chosen) - (SELECT count(*) FROM people),
       (SELECT count(*) FROM known), (SELECT count(*) FROM people) - (SELECT count(*) FROM known)
""",
    "campaign-overlap": """
WITH a AS (SELECT DISTINCT household_id AS h FROM {campaigns} WHERE campaign_id = 18),
b AS (SELECT DISTINCT household_id AS h FROM {campaigns} WHERE campaign_id = 13),
c AS (SELECT DISTINCT household_id AS h FROM {campaigns} WHERE campaign_id = 8)
SELECT (SELECT count(*) FROM a), (SELECT count(*) FROM b), (SELECT count(*) FROM c),
       (SELECT count(*) FROM (SELECT h FROM a UNION SELECT h FROM b UNION SELECT h FROM c)),
       (SELECT count(*) FROM a SEMI JOIN b USING (h) SEMI JOIN c USING (h)),
       (SELECT count(*) FROM a ANTI JOIN b USING (h) ANTI JOIN c USING (h))
""",
    "audience-composition": """
WITH redeemed AS (SELECT DISTINCT household_id AS h FROM {coupon_redemptions}),
deli AS (SELECT DISTINCT t.household_id AS h FROM {transactions} t JOIN {products} p ON p.product_id = t.product_id
  WHERE p.department = 'DELI'),
one AS (SELECT h FROM redeemed ANTI JOIN deli USING (h) UNION ALL SELECT h FROM deli ANTI JOIN redeemed USING (h)),
mailed AS (SELECT DISTINCT c.household_id AS h FROM {campaigns} c JOIN {campaign_descriptions} d USING (campaign_id)
  WHERE d.campaign_type = 'Type A'),
rest AS (SELECT h FROM one ANTI JOIN mailed USING (h)),
spent AS (SELECT rest.h, sum(b.amount) AS spent FROM rest LEFT JOIN {baskets} b ON b.household_id = rest.h GROUP BY rest.h),
ranked AS (SELECT h, spent, row_number() OVER (ORDER BY spent DESC NULLS LAST, h) AS r FROM spent),
halves AS (SELECT h, spent, row_number() OVER (ORDER BY md5('2017|subset 1' || '|' || h::VARCHAR), h) AS r, count(*) OVER () AS c
  FROM ranked WHERE r > 200),
first AS (SELECT h FROM halves WHERE r <= floor(c * 50 / 100.0 + 0.5))
SELECT (SELECT count(*) FROM redeemed), (SELECT count(*) FROM deli), (SELECT count(*) FROM one), (SELECT count(*) FROM mailed),
       (SELECT count(*) FROM rest), (SELECT count(*) FROM ranked WHERE r <= 200), (SELECT count(*) FROM halves),
       (SELECT count(*) FROM first), (SELECT count(*) FROM halves) - (SELECT count(*) FROM first),
       (SELECT count(*) FROM redeemed SEMI JOIN deli USING (h))
""",
}
