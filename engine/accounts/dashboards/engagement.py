"""Who is engaged, when, with which pages and e-mails (B2B 11.3, 11.4)."""

from sqlglot import exp

from engine.accounts import events
from engine.accounts.dashboards.groups import person_name
from engine.accounts.dashboards.model import (
    GROUP_COLUMNS,
    GROUP_TERMS,
    LONG,
    MOMENT,
    Form,
    Measure,
    Rows,
    Wanted,
    Widget,
    engaging,
    groups_of,
    within,
)
from engine.relations import Column
from engine.trees import col, query, text, tree
from engine.types import STRING

ENGAGED = ("engaged", "not engaged")
TOP_PAGES = 10
_STATE = Column("state", STRING, "State")
_ACTIVITY_COUNT = Column("activities", LONG, "Activities")


def engagement(rows: Rows, wanted: Wanted) -> tuple[Widget, ...]:
    """Engaged or not: accounts, buying groups, people, and people over time."""
    did = _did(rows, wanted)
    per_account = query(
        "SELECT r.account_id, SUM(d.n) AS n FROM (SELECT DISTINCT r.account_id, r.person_id FROM r AS r) AS r"
        " JOIN did AS d ON d.person_id = r.person_id GROUP BY r.account_id",
        r=rows("account_person"), did=did,
    )  # fmt: skip
    accounts = query(
        "SELECT a.name, CASE WHEN n.n > 0 THEN 'engaged' ELSE 'not engaged' END AS state,"
        " CAST(COALESCE(n.n, 0) AS BIGINT) AS activities, a.industry, COALESCE(a.region, a.country) AS region,"
        " a.account_id FROM a AS a LEFT JOIN n AS n ON n.account_id = a.account_id",
        a=rows("account"), n=per_account,
    )  # fmt: skip
    groups = query(
        f"{GROUP_TERMS}, CASE WHEN n.n > 0 THEN 'engaged' ELSE 'not engaged' END AS state FROM g AS g LEFT JOIN ("
        " SELECT m.bg_id, SUM(d.n) AS n FROM m AS m JOIN did AS d ON d.person_id = m.person_id"
        " WHERE NOT COALESCE(m.is_removed, FALSE) GROUP BY m.bg_id) AS n ON n.bg_id = g.bg_id",
        g=groups_of(rows, wanted), m=rows("bg_member"), did=did,
    )  # fmt: skip
    people = query(
        "SELECT $name AS name, CASE WHEN d.n > 0 THEN 'engaged' ELSE 'not engaged' END AS state,"
        " CAST(COALESCE(d.n, 0) AS BIGINT) AS activities, p.job_title, p.email, p.country, p.person_id"
        " FROM p AS p LEFT JOIN did AS d ON d.person_id = p.person_id",
        p=rows("person"), did=did, name=person_name("p"),
    )  # fmt: skip
    meant = _people_meant(rows, wanted)
    over_time = _over_time(rows, wanted)
    if meant is not None:
        people = people.where(_among(col("p", "person_id"), meant))
        over_time = over_time.where(_among(col("h", "person_id"), meant))
    asked = [] if (where := _where("a", wanted)) is None else [where]
    if wanted.interest:
        asked.append(
            _among(col("a", "account_id"), query("SELECT g.account_id FROM g AS g", g=groups_of(rows, wanted)))
        )
    return (
        Widget("engaged-accounts", "Accounts", "Engaged: at least one of its people did something in the period.",
               Form.DONUT, accounts.where(*asked), _ACCOUNTS, ("account_id",), "state", order=ENGAGED),
        Widget("engaged-groups", "Buying groups", "Engaged: at least one member did something in the period.",
               Form.DONUT, groups, (*GROUP_COLUMNS, _STATE), ("bg_id",), "state", order=ENGAGED),
        Widget("engaged-people", "People", "Engaged: did something in the period.", Form.DONUT, people, _PEOPLE,
               ("person_id",), "state", order=ENGAGED),
        Widget("engaged-months", "Engaged people over time", "How many people did something, by month and kind.",
               Form.LINE, over_time, _TIMES, ("month", "kind", "person_id"), "month", "kind"),
    )  # fmt: skip


_ACCOUNTS = (
    Column("name", STRING, "Account"), _STATE, _ACTIVITY_COUNT, Column("industry", STRING, "Industry"),
    Column("region", STRING, "Region"), Column("account_id", STRING, "Account ID"),
)  # fmt: skip
_PEOPLE = (
    Column("name", STRING, "Name"), _STATE, _ACTIVITY_COUNT, Column("job_title", STRING, "Job title"),
    Column("email", STRING, "E-mail address"), Column("country", STRING, "Country"),
    Column("person_id", STRING, "Person ID"),
)  # fmt: skip
_TIMES = (
    Column("month", STRING, "Month"), Column("kind", STRING, "Kind"), Column("name", STRING, "Name"),
    _ACTIVITY_COUNT, Column("person_id", STRING, "Person ID"),
)  # fmt: skip


def _did(rows: Rows, wanted: Wanted) -> exp.Select:
    """Shape: one row per person who engaged in the period, with how often."""
    return query(
        "SELECT h.person_id, COUNT(*) AS n FROM h AS h WHERE h.person_id IS NOT NULL AND $kind AND $inside"
        " GROUP BY h.person_id",
        h=rows("activity"), kind=engaging("h"), inside=within(col("h", "ts"), wanted),
    )  # fmt: skip


def _where(alias: str, wanted: Wanted) -> exp.Expr | None:
    asked: list[exp.Expr] = []
    if wanted.industry:
        asked.append(col(alias, "industry").eq(text(wanted.industry)))
    if wanted.region:
        place = tree("COALESCE($r, $c)", r=col(alias, "region"), c=col(alias, "country"))
        asked.append(exp.EQ(this=place, expression=text(wanted.region)))
    return exp.and_(*asked) if asked else None


def _people_meant(rows: Rows, wanted: Wanted) -> exp.Select | None:
    """The ids of the people whom the filters mean: members of groups of the interest, or people of the accounts."""
    if wanted.interest:
        return query(
            "SELECT m.person_id FROM m AS m JOIN g AS g ON g.bg_id = m.bg_id WHERE NOT COALESCE(m.is_removed, FALSE)",
            m=rows("bg_member"), g=groups_of(rows, wanted),
        )  # fmt: skip
    where = _where("a", wanted)
    if where is None:
        return None
    return query(
        "SELECT r.person_id FROM r AS r JOIN a AS a ON a.account_id = r.account_id",
        r=rows("account_person"), a=rows("account"),
    ).where(where)  # fmt: skip


def _among(term: exp.Expr, found: exp.Select) -> exp.Expr:
    return exp.In(this=term, query=exp.Subquery(this=found))


def _over_time(rows: Rows, wanted: Wanted) -> exp.Select:
    return query(
        """
        SELECT STRFTIME(h.ts, '%Y-%m') AS month, COALESCE(k.folder, h.type) AS kind, $name AS name,
            COUNT(*) AS activities, h.person_id
        FROM h AS h LEFT JOIN k AS k ON k.type = h.type LEFT JOIN p AS p ON p.person_id = h.person_id
        WHERE h.person_id IS NOT NULL AND $kind AND $inside
        GROUP BY STRFTIME(h.ts, '%Y-%m'), COALESCE(k.folder, h.type), $name, h.person_id
        """,
        h=rows("activity"), k=rows("event_catalog"), p=rows("person"), name=person_name("p"), kind=engaging("h"),
        inside=within(col("h", "ts"), wanted),
    )  # fmt: skip


_VIEWS = (
    Column("page", STRING, "Page"), Column("known", STRING, "Visitor"), Column("ts", MOMENT, "When"),
    Column("name", STRING, "Name"), Column("region", STRING, "Region"), Column("industry", STRING, "Industry"),
    Column("activity_id", STRING, "Activity ID"),
)  # fmt: skip


def web(rows: Rows, wanted: Wanted) -> tuple[Widget, ...]:
    """The pages that are viewed most, by known and unknown visitors, and views by region and industry."""
    views = query(
        """
        SELECT COALESCE(h.page_name, h.page_url) AS page,
            CASE WHEN p.person_id IS NULL THEN 'unknown' ELSE 'known' END AS known, h.ts, $name AS name,
            COALESCE(a.region, a.country) AS region, a.industry, h.activity_id
        FROM h AS h LEFT JOIN p AS p ON p.person_id = h.person_id
        LEFT JOIN (SELECT r.person_id, MIN(r.account_id) AS account_id FROM r AS r GROUP BY r.person_id) AS w
            ON w.person_id = h.person_id
        LEFT JOIN a AS a ON a.account_id = COALESCE(h.account_id, w.account_id)
        WHERE h.type = $view AND $inside
        """,
        h=rows("activity"), p=rows("person"), r=rows("account_person"), a=rows("account"), name=person_name("p"),
        view=text(events.PAGE_VIEW), inside=within(col("h", "ts"), wanted),
    )  # fmt: skip
    where = _where("a", wanted)
    views = views if where is None else views.where(where)
    return (
        Widget("pages", "Top pages", "The ten pages with the most views, by known and unknown visitors.", Form.BARS,
               views, _VIEWS, ("activity_id",), "page", "known", most=TOP_PAGES, order=("known", "unknown")),
        Widget("view-regions", "Views by region", "Page views by the region, or country, of the account.", Form.BARS,
               views, _VIEWS, ("activity_id",), "region", most=TOP_PAGES),
        Widget("view-industries", "Views by industry", "Page views by the industry of the account.", Form.BARS, views,
               _VIEWS, ("activity_id",), "industry", most=TOP_PAGES),
    )  # fmt: skip


_MAIL_KINDS = {
    "sent": events.EMAIL_SENT, "delivered": events.EMAIL_DELIVERED, "opened": events.EMAIL_OPENED,
    "clicked": events.EMAIL_CLICKED, "bounced": events.EMAIL_BOUNCED, "unsubscribed": events.EMAIL_UNSUBSCRIBED,
}  # fmt: skip
MAILS = tuple(_MAIL_KINDS)
_MAIL = (
    Column("asset", STRING, "E-mail"), Column("what", STRING, "What happened"), Column("name", STRING, "Name"),
    Column("times", LONG, "Times"), Column("first", MOMENT, "First activity"), Column("last", MOMENT, "Last activity"),
    *(Column(one, LONG, one.capitalize()) for one in MAILS), Column("person_id", STRING, "Person ID"),
)  # fmt: skip


def emails(rows: Rows, wanted: Wanted) -> tuple[Widget, ...]:
    """What became of e-mails: unique people per message in the charts, and a table of event totals per message."""
    kinds = list(_MAIL_KINDS.values())
    what = exp.Case()
    for word, kind in _MAIL_KINDS.items():
        what = what.when(col("h", "type").eq(text(kind)), text(word), copy=False)
    found = query(
        """
        SELECT COALESCE(h.asset_name, h.asset_id) AS asset, $what AS what, $name AS name, COUNT(*) AS times,
            MIN(h.ts) AS first, MAX(h.ts) AS last, h.person_id
        FROM h AS h LEFT JOIN p AS p ON p.person_id = h.person_id WHERE $kind AND $inside
        GROUP BY COALESCE(h.asset_name, h.asset_id), $what, $name, h.person_id
        """,
        h=rows("activity"), p=rows("person"), what=what, name=person_name("p"),
        kind=exp.In(this=col("h", "type"), expressions=[text(one) for one in kinds]),
        inside=within(col("h", "ts"), wanted),
    )  # fmt: skip
    if wanted.journey:
        found = found.where(col("h", "journey_id").eq(text(wanted.journey)))
    spread = query("SELECT f.asset, f.what, f.name, f.times, f.first, f.last FROM f AS f", f=found)
    for one in MAILS:
        times = tree("CASE WHEN f.what = $one THEN f.times ELSE 0 END", one=text(one))
        spread = spread.select(exp.alias_(times, one, quoted=True), copy=False)
    spread = spread.select(col("f", "person_id"), copy=False)
    return (
        Widget("mail-people", "What became of e-mails", "Unique people per message.", Form.FUNNEL, spread, _MAIL,
               ("asset", "what", "person_id"), "what", order=MAILS),
        Widget("mail-table", "E-mails", "Totals of events per message.", Form.TABLE, spread, _MAIL,
               ("asset", "what", "person_id"), "asset", measure=Measure.SUM, value="sent", sums=MAILS),
    )  # fmt: skip
