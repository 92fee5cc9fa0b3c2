"""Generated accounts, people, who works where, and opportunities, as queries in the order of the tables' columns."""

from sqlglot import exp

from engine.account_data.generator.choosing import at, bits, chance, key, moment, numbered, one_of, skewed
from engine.account_data.generator.scale import Scale
from engine.account_data.generator.words import (
    COUNTRIES,
    FAMILY,
    FIRSTS,
    GIVEN,
    INDUSTRIES,
    SECONDS,
    SIZES,
    SOURCES,
    STAGES,
    TITLES,
)
from engine.trees import number, query, text, tree

NAMELESS, WITHOUT_EMAIL, UNSUBSCRIBED, SUSPENDED, INVALID, STOPPED = 10, 30, 80, 10, 5, 10
"""Of a thousand accounts without a name; of a thousand people, how many have or are each of the others."""
HAS_MOBILE, TAKES_SMS, SECOND_ACCOUNT, PARTNERED = 600, 250, 40, 150
_EMPTY_EVERY = 97
"""One account in so many has nobody: its people work for the account before it."""
_DAY = 86_400_000_000
_SIZE = tuple(size for size, times in SIZES.items() for _ in range(times))
_STAGE = tuple(stage for stage, times in STAGES.items() for _ in range(times))


def accounts(scale: Scale) -> exp.Query:
    """Columns: account_id, name, annual_revenue, industry, employees, website, city, country, source_type, created."""
    band = bits("lo", 24, len(_SIZE))
    least, span = (
        at(tuple(size[0] for size in _SIZE), band),
        at(tuple(size[1] - size[0] + 1 for size in _SIZE), band),
    )
    return query(
        """
        WITH a AS (
            SELECT h.i, $first AS one, $second AS other, $nameless AS nameless, $industry AS industry,
                $country AS country, $source AS source_type, $least + $inside % $span AS employees,
                $revenue AS worth, $unknown AS unknown, $created AS created_at
            FROM digests AS h
        )
        SELECT $id AS account_id,
            CASE WHEN NOT a.nameless THEN CONCAT(a.one, ' ', a.other, ' ', CAST(a.i + 1 AS TEXT)) END AS name,
            CASE WHEN NOT a.unknown THEN CAST(a.employees * a.worth * 1000 AS DECIMAL(18, 2)) END AS annual_revenue,
            a.industry, CAST(a.employees AS INTEGER) AS employees,
            CONCAT(LOWER(a.one), '-', LOWER(a.other), '-', CAST(a.i + 1 AS TEXT), '.example.com') AS website,
            a.country, a.source_type, a.created_at, a.created_at AS updated_at
        FROM a
        """,
        digests=numbered(scale.seed, "account", scale.accounts),
        first=one_of("lo", 0, FIRSTS), second=one_of("lo", 12, SECONDS), nameless=chance("lo", 44, NAMELESS),
        industry=one_of("hi", 0, INDUSTRIES), country=one_of("hi", 12, COUNTRIES), source=one_of("hi", 40, SOURCES),
        least=least, span=span, inside=bits("hi", 24, 65536), revenue=tree("40 + $x", x=bits("lo", 32, 360)),
        unknown=chance("lo", 54, 50), created=_before(scale, "hi", 48), id=key("A", exp.column("i", table="a")),
    )  # fmt: skip


def people(scale: Scale) -> exp.Query:
    """People, each with a main account. Half of them work for a quarter of the accounts."""
    return query(
        """
        WITH p AS (
            SELECT h.i, $account AS account, $given AS first_name, $family AS last_name, $title AS job_title,
                $without AS without_email, $unsubscribed AS unsubscribed, $suspended AS suspended, $invalid AS invalid,
                $stopped AS stopped, $mobile AS mobile, $sms AS sms, $score AS person_score, $country AS country,
                $created AS created_at
            FROM digests AS h
        )
        SELECT $id AS person_id,
            CASE WHEN NOT p.without_email THEN CONCAT(LOWER(p.first_name), '.', LOWER(p.last_name), '.',
                CAST(p.i + 1 AS TEXT), '@account', CAST(p.account + 1 AS TEXT), '.example.com') END AS email,
            p.suspended AS email_suspended, p.invalid AS email_invalid, FALSE AS blocklisted,
            p.first_name, p.last_name, p.job_title,
            CASE WHEN p.mobile THEN CONCAT('+1555', LPAD(CAST(p.i AS TEXT), 9, '0')) END AS mobile_phone,
            p.country, p.stopped AS marketing_suspended,
            CASE WHEN p.unsubscribed THEN 'n' WHEN p.i % 3 = 0 THEN 'y' END AS consent_email,
            CASE WHEN p.sms THEN 'y' END AS consent_sms,
            CAST(p.person_score AS INTEGER) AS person_score, 'default' AS partition_id, FALSE AS test_profile,
            $main AS source_account_id, p.created_at, p.created_at AS updated_at
        FROM p
        """,
        digests=numbered(scale.seed, "person", scale.people),
        account=_staffed(skewed("lo", scale.accounts)), given=one_of("lo", 32, GIVEN), family=one_of("lo", 44, FAMILY),
        title=one_of("hi", 0, TITLES), without=chance("hi", 12, WITHOUT_EMAIL),
        unsubscribed=chance("hi", 18, UNSUBSCRIBED), suspended=chance("hi", 24, SUSPENDED),
        invalid=chance("hi", 30, INVALID), stopped=chance("hi", 34, STOPPED), mobile=chance("hi", 40, HAS_MOBILE),
        sms=chance("hi", 46, TAKES_SMS), score=bits("hi", 36, 101), country=one_of("lo", 52, COUNTRIES),
        created=_before(scale, "hi", 50), id=key("P", exp.column("i", table="p")),
        main=key("A", exp.column("account", table="p")),
    )  # fmt: skip


def relations(scale: Scale) -> exp.Query:
    """Who works where: everybody for the main account, some for another one as well."""
    return query(
        """
        WITH p AS (SELECT h.i, $account AS account, $second AS second, $other AS other FROM digests AS h),
        r AS (
            SELECT p.i, p.account, 0 AS place FROM p
            UNION ALL
            SELECT p.i, p.other AS account, 1 AS place FROM p WHERE p.second AND p.other <> p.account
        )
        SELECT CONCAT($account_id, '-', $person_id) AS account_person_id, $account_id AS account_id,
            $person_id AS person_id, CASE WHEN r.place = 0 THEN ['employee'] ELSE ['contractor'] END AS person_roles
        FROM r
        """,
        digests=numbered(scale.seed, "person", scale.people),
        account=_staffed(skewed("lo", scale.accounts)), second=chance("hi", 22, SECOND_ACCOUNT),
        other=_staffed(tree("CAST(h.hi // 64 % $accounts AS BIGINT)", accounts=number(scale.accounts))),
        account_id=key("A", exp.column("account", table="r")), person_id=key("P", exp.column("i", table="r")),
    )  # fmt: skip


def opportunities(scale: Scale) -> exp.Query:
    """Opportunities; large accounts have more of them."""
    place = bits("lo", 33, len(_STAGE))
    said = {
        "stage": at(tuple(stage[0] for stage in _STAGE), place),
        "probability": at(tuple(stage[1] for stage in _STAGE), place),
        "closed": exp.EQ(this=at(tuple(int(stage[2]) for stage in _STAGE), place), expression=number(1)),
        "won": exp.EQ(this=at(tuple(int(stage[3]) for stage in _STAGE), place), expression=number(1)),
    }
    return query(
        """
        WITH o AS (
            SELECT h.i, $account AS account, $stage AS stage, $probability AS probability, $closed AS is_closed,
                $won AS is_won, $thousands AS thousands, $start + $age * $day AS opened, $length AS length,
                $source AS lead_source
            FROM digests AS h
        )
        SELECT $id AS opportunity_id, $account_id AS account_id,
            CONCAT('Deal ', CAST(o.i + 1 AS TEXT)) AS name,
            CASE WHEN o.i % 4 = 0 THEN 'Existing business' ELSE 'New business' END AS type, o.stage,
            CAST(o.thousands * 1000 AS DECIMAL(18, 2)) AS amount, 'USD' AS currency,
            CAST(o.thousands * o.probability * 10 AS DECIMAL(18, 2)) AS expected_revenue,
            CAST(o.probability AS DOUBLE) AS probability, o.is_closed, o.is_won,
            CAST($closing AS DATE) AS expected_close_date,
            CASE WHEN o.is_closed THEN CAST($closing AS DATE) END AS actual_close_date,
            o.lead_source, $opened AS created_date, $opened AS created_at, $opened AS updated_at
        FROM o
        """,
        digests=numbered(scale.seed, "opportunity", scale.opportunities),
        account=skewed("lo", scale.accounts), thousands=tree("5 + $x * $x // 400", x=bits("hi", 0, 400)),
        age=bits("hi", 12, scale.days), length=tree("14 + $x", x=bits("hi", 30, 180)), start=number(scale.start),
        day=number(_DAY), source=one_of("hi", 44, SOURCES), id=key("O", exp.column("i", table="o")),
        account_id=key("A", exp.column("account", table="o")),
        closing=moment(tree("o.opened + o.length * $day", day=number(_DAY))), opened=moment(tree("o.opened")), **said,
    )  # fmt: skip


def partners(relations: exp.Expr, opportunities: exp.Expr) -> exp.Query:
    """Up to three people of its account for each opportunity, by the stored tables. The first is the primary one."""
    return query(
        """
        WITH ranked AS (
            SELECT r.account_id, r.person_id,
                ROW_NUMBER() OVER (PARTITION BY r.account_id ORDER BY r.person_id) - 1 AS place,
                COUNT(*) OVER (PARTITION BY r.account_id) AS n
            FROM relations AS r
        ),
        asked AS (
            SELECT o.opportunity_id, o.account_id, s.range AS step,
                CAST(MD5_NUMBER_LOWER(o.opportunity_id) % 1000003 AS BIGINT) AS x
            FROM opportunities AS o CROSS JOIN RANGE(3) AS s
        )
        SELECT a.opportunity_id, r.person_id,
            CASE a.step WHEN 0 THEN 'Decision Maker' WHEN 1 THEN 'Influencer' ELSE 'Practitioner' END AS role,
            a.step = 0 AS is_primary
        FROM asked AS a JOIN ranked AS r
            ON r.account_id = a.account_id AND a.step < r.n AND r.place = (a.x + a.step) % r.n
        """,
        relations=relations,
        opportunities=opportunities,
    )


def records(people: exp.Expr) -> exp.Query:
    """A Marketo record for everybody with an address."""
    return query(
        """
        SELECT CONCAT('M', p.person_id) AS record_id, 'default' AS connection_id, p.person_id, p.email
        FROM people AS p WHERE p.email IS NOT NULL
        """,
        people=people,
    )


def list_members(records: exp.Expr, since: str) -> exp.Query:
    """A twentieth of the records in the static list "Nurture"."""
    return query(
        """
        SELECT 'nurture' AS list_id, r.record_id, CAST($since AS TIMESTAMP) AS added_at
        FROM records AS r WHERE MD5_NUMBER_LOWER(r.record_id) % 20 = 0
        """,
        records=records,
        since=text(since),
    )


def key_accounts(accounts: exp.Expr, since: str) -> exp.Query:
    """A twentieth of the accounts in the static list "Key accounts"."""
    return query(
        """
        SELECT 'key-accounts' AS list_id, a.account_id, CAST($since AS TIMESTAMP) AS added_at, 'generated' AS added_by
        FROM accounts AS a WHERE a.name IS NOT NULL AND MD5_NUMBER_LOWER(a.account_id) % 20 = 0
        """,
        accounts=accounts,
        since=text(since),
    )


def _staffed(place: exp.Expr) -> exp.Expr:
    """An account that has people: the one at this place, or the one before it."""
    return tree(
        "$place - CASE WHEN $place % $every = $every - 1 THEN 1 ELSE 0 END", place=place, every=number(_EMPTY_EVERY)
    )


def _before(scale: Scale, digest: str, first: int) -> exp.Expr:
    """An instant in the two years before the company's days."""
    return moment(
        tree("$start - $days * $day", start=number(scale.start), days=bits(digest, first, 730), day=number(_DAY))
    )
