"""What a run of a journey comes to: status, completion, engagement, durations, messages, flows (B2B 11.1, 11.2).

Each widget is a query over the stored tables of the run and the tables of the account data; the number that is shown is
a GROUP BY of its rows. Completed is every exit other than an abort, and not being inside any more at the horizon.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

from engine.accounts import events
from engine.accounts.dashboards.engagement import ENGAGED
from engine.accounts.dashboards.model import BANDS, DOUBLE, LONG, MOMENT, Form, Measure, Rows, Widget, band, engaging
from engine.journey.contract import Exit
from engine.relations import Column
from engine.trees import col, number, query, text, tree, union
from engine.types import STRING

STATES = ("completed", "in progress", "aborted")
DAY = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """A node of a run: its rank, what it is called, and where each of its outputs leads, by rank."""

    rank: int
    title: str
    targets: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Run:
    """A stored run: hands its tables, its horizon in microseconds, and its nodes in order."""

    table: Rows
    end: int
    steps: Sequence[Step] = ()


_TOKENS = (
    Column("name", STRING, "Account"), Column("status", STRING, "Status"), Column("reason", STRING, "Why it left"),
    Column("entered", MOMENT, "Entered"), Column("exited", MOMENT, "Left"), Column("day", STRING, "Day"),
    Column("days", DOUBLE, "Days in journey"), Column("engaged", STRING, "Engagement"),
    Column("account_id", STRING, "Account ID"), Column("token", LONG, "Pass"),
)  # fmt: skip
_PEOPLE = (
    Column("name", STRING, "Name"), Column("email", STRING, "E-mail address"), Column("job_title", STRING, "Job title"),
    Column("account", STRING, "Account"), Column("person_id", STRING, "Person ID"),
)  # fmt: skip
_STEPS = (
    Column("name", STRING, "Account"), Column("step", STRING, "Step"), Column("next", STRING, "Next step"),
    Column("came", MOMENT, "Came"), Column("went", MOMENT, "Left"), Column("people", LONG, "People"),
    Column("place", STRING, "Place"), Column("token", LONG, "Pass"), Column("rank", LONG, "Number"),
)  # fmt: skip


def journey_widgets(run: Run, rows: Rows) -> tuple[Widget, ...]:
    """The overview of one journey."""
    tokens = tokens_of(run, rows)
    done = tree("$s = 'completed'", s=exp.column("status", table="f"))
    completed = query("SELECT * FROM f AS f", f=tokens).where(done)
    passed = steps_of(run)
    crossed = query("SELECT * FROM f AS f WHERE f.next IS NOT NULL", f=passed)
    key = ("token",)
    return (
        Widget("status", "Journey status", "Where accounts are at the end of the rehearsal.", Form.DONUT, tokens,
               _TOKENS, key, "status", order=STATES),
        Widget("rate", "Completion rate", "Completed accounts among all that entered, in percent.", Form.NUMBER,
               tokens, _TOKENS, key, measure=Measure.SHARE, value="status", part="completed"),
        Widget("duration", "Journey duration", "Days from entry to exit, on the average of those who completed.",
               Form.NUMBER, completed, _TOKENS, key, measure=Measure.MEAN, value="days"),
        Widget("people", "Engaged people", "People of the accounts who did something after the entry.", Form.NUMBER,
               people_of(run, rows), _PEOPLE, ("person_id",)),
        Widget("engaged", "Engagement by accounts", "Engaged: at least one of its people did something after the"
               " entry.", Form.DONUT, tokens, _TOKENS, key, "engaged", order=ENGAGED),
        Widget("completion", "Completion over time", "Accounts that completed, by day.", Form.LINE, completed, _TOKENS,
               key, "day"),
        Widget("flow", "Ways through the journey", "How many accounts went from each step to the next.", Form.FLOW,
               crossed, _STEPS, ("token", "rank"), "step", "next"),
        Widget("funnel", "Accounts at each step", "How many accounts came to each step.", Form.FUNNEL, passed, _STEPS,
               ("token", "rank"), "place"),
        Widget("reasons", "Exits by reason", "Why accounts left the journey.", Form.BARS,
               query("SELECT * FROM f AS f WHERE f.reason IS NOT NULL", f=tokens), _TOKENS, key, "reason"),
        Widget("emails", "E-mails", "What became of each e-mail of the journey.", Form.TABLE,
               messages_of(run, rows, "email"), _MESSAGES, ("message",), "asset", measure=Measure.SUM, value="sent",
               sums=("sent", "delivered", "opened", "clicked")),
        Widget("sms", "SMS", "What became of each SMS of the journey.", Form.TABLE, messages_of(run, rows, "sms"),
               _MESSAGES, ("message",), "asset", measure=Measure.SUM, value="sent",
               sums=("sent", "delivered", "clicked")),
    )  # fmt: skip


def tokens_of(run: Run, rows: Rows) -> exp.Select:
    """Shape: one row per token: an account's (or person's) pass through the journey."""
    engaged = query(
        """
        SELECT DISTINCT t.token FROM t AS t JOIN a AS a ON a.account = t.account
        JOIN r AS r ON r.account_id = a.account_id JOIN h AS h ON h.person_id = r.person_id
        WHERE $kind AND EPOCH_US(h.ts) >= t.entered AND EPOCH_US(h.ts) <= $end
        """,
        t=run.table("tokens"), a=run.table("accounts"), r=rows("account_person"), h=rows("activity"),
        kind=engaging("h"), end=number(run.end),
    )  # fmt: skip
    return query(
        f"""
        SELECT COALESCE(a.name, p.email) AS name,
            CASE WHEN t.exited IS NULL OR t.exited > $end THEN 'in progress' WHEN t.reason = $abort THEN 'aborted'
                ELSE 'completed' END AS status,
            CASE WHEN t.exited <= $end THEN t.reason END AS reason, MAKE_TIMESTAMP(t.entered) AS entered,
            CASE WHEN t.exited <= $end THEN MAKE_TIMESTAMP(t.exited) END AS exited,
            CASE WHEN t.exited <= $end THEN STRFTIME(MAKE_TIMESTAMP(t.exited), '%Y-%m-%d') END AS day,
            CASE WHEN t.exited <= $end THEN (t.exited - t.entered)::DOUBLE / {DAY} END AS days,
            CASE WHEN e.token IS NULL THEN 'not engaged' ELSE 'engaged' END AS engaged,
            COALESCE(a.account_id, p.person_id) AS account_id, t.token
        FROM t AS t LEFT JOIN a AS a ON a.account = t.account LEFT JOIN p AS p ON p.person = t.person
        LEFT JOIN e AS e ON e.token = t.token WHERE t.entered <= $end AND t.journey = 0
        """,
        t=run.table("tokens"), a=run.table("accounts"), p=run.table("persons"), e=engaged, end=number(run.end),
        abort=text(Exit.ABORTED),
    )  # fmt: skip


def people_of(run: Run, rows: Rows) -> exp.Select:
    """Shape: one row per person of an account inside, who did something since its entry."""
    return query(
        """
        SELECT DISTINCT TRIM(CONCAT(COALESCE(p.first_name, ''), ' ', COALESCE(p.last_name, ''))) AS name, p.email,
            p.job_title, FIRST_VALUE(a.name) OVER (PARTITION BY p.person_id ORDER BY a.name) AS account, p.person_id
        FROM t AS t JOIN a AS a ON a.account = t.account JOIN r AS r ON r.account_id = a.account_id
        JOIN h AS h ON h.person_id = r.person_id JOIN p AS p ON p.person_id = h.person_id
        WHERE $kind AND EPOCH_US(h.ts) >= t.entered AND EPOCH_US(h.ts) <= $end
        """,
        t=run.table("tokens"), a=run.table("accounts"), r=rows("account_person"), h=rows("activity"),
        p=rows("person"), kind=engaging("h"), end=number(run.end),
    )  # fmt: skip


def steps_of(run: Run) -> exp.Select:
    """Shape: one row per token and step that it came to, with the step that it went to, if it has gone."""
    steps = union([_step(step, {one.rank: one.title for one in run.steps}, port, target)
                   for step in run.steps for port, target in (*step.targets.items(), ("", None))])  # fmt: skip
    places = union([
        query("SELECT CAST($rank AS INT) AS rank, $title AS step, $place AS place", rank=number(one.rank),
              title=text(one.title), place=text(f"{number_of:02d}. {one.title}"))
        for number_of, one in enumerate(run.steps, start=1)
    ])  # fmt: skip
    return query(
        """
        SELECT COALESCE(a.name, p.email) AS name, s.step, n.next, MAKE_TIMESTAMP(c.at) AS came,
            CASE WHEN c.at_out <= $end THEN MAKE_TIMESTAMP(c.at_out) END AS went, CAST(c.people AS BIGINT) AS people,
            s.place, c.token, CAST(c.rank AS BIGINT) AS rank
        FROM c AS c JOIN s AS s ON s.rank = c.rank
        LEFT JOIN n AS n ON n.rank = c.rank AND n.port = c.port AND c.at_out <= $end
        LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = c.person WHERE c.at <= $end
        """,
        c=run.table("crossings"), s=places, n=steps, a=run.table("accounts"), p=run.table("persons"),
        end=number(run.end),
    )  # fmt: skip


def _step(step: Step, titles: Mapping[int, str], port: str, target: int | None) -> exp.Select:
    title = exp.null() if target is None or target not in titles else text(titles[target])
    return query("SELECT CAST($rank AS INT) AS rank, $port AS port, CAST($title AS VARCHAR) AS next",
                 rank=number(step.rank), port=text(port), title=title)  # fmt: skip


_MESSAGES = (
    Column("asset", STRING, "Name"), Column("address", STRING, "Address"), Column("account", STRING, "Account"),
    Column("outcome", STRING, "Outcome"), Column("sent_at", MOMENT, "When"), Column("sent", LONG, "Sent"),
    Column("delivered", LONG, "Delivered"), Column("opened", LONG, "Opened"), Column("clicked", LONG, "Clicked"),
    Column("message", STRING, "Message"),
)  # fmt: skip
_HEARD = {
    "email": (events.EMAIL_BOUNCED, events.EMAIL_OPENED, events.EMAIL_CLICKED),
    "sms": (events.SMS_BOUNCED, events.SMS_CLICKED, events.SMS_CLICKED),
}
"""What tells that a message bounced, was opened, was clicked, by channel."""


def messages_of(run: Run, rows: Rows, channel: str) -> exp.Select:
    """Shape: one row per message that was to be sent, with 1 or 0 for what became of it by the horizon.

    A message that was sent is delivered unless it bounced. What happened is what the activities tell of the message's
    name after it was sent.
    """
    bounced, opened, clicked = (
        tree(
            "EXISTS (SELECT 1 FROM h AS h WHERE h.type = $kind AND h.person_id = p.person_id"
            " AND (h.asset_id = s.content OR LOWER(h.asset_name) = LOWER(COALESCE(m.name, s.content)))"
            " AND EPOCH_US(h.ts) >= s.at AND EPOCH_US(h.ts) <= $end)",
            h=rows("activity"), kind=text(kind), end=number(run.end),
        )
        for kind in _HEARD[channel]
    )  # fmt: skip
    return query(
        """
        SELECT COALESCE(m.name, s.content) AS asset, s.address, a.name AS account, s.outcome,
            MAKE_TIMESTAMP(s.at) AS sent_at,
            CAST(s.outcome = 'sent' AS BIGINT) AS sent,
            CAST(s.outcome = 'sent' AND NOT $bounced AS BIGINT) AS delivered,
            CAST(s.outcome = 'sent' AND $opened AS BIGINT) AS opened,
            CAST(s.outcome = 'sent' AND $clicked AS BIGINT) AS clicked,
            CONCAT(s.rank, '/', s.token, '/', s.person, '/', s.at) AS message
        FROM s AS s LEFT JOIN p AS p ON p.person = s.person LEFT JOIN a AS a ON a.account = s.account
        LEFT JOIN m AS m ON m.email_id = s.content
        WHERE s.channel = $channel AND s.at <= $end
        """,
        s=run.table("acts"), m=rows("mkto_email"), p=run.table("persons"), a=run.table("accounts"),
        channel=text(channel), end=number(run.end), bounced=bounced, opened=opened, clicked=clicked,
    )  # fmt: skip


_JOURNEYS = (
    Column("name", STRING, "Journey"), Column("status", STRING, "Status"), Column("started", MOMENT, "Start date"),
    Column("ends", MOMENT, "End date"), Column("entered", LONG, "Entered"), Column("completed", LONG, "Completed"),
    Column("rate", DOUBLE, "Completion rate, %"), Column("band", STRING, "Band"),
    Column("engagement", STRING, "Engagement"), Column("journey_id", STRING, "Journey ID"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """A journey among all: its status, what its messages and events are of, and its run."""

    id: str
    name: str
    status: str
    kind: str
    start: int
    run: Run


def journeys_widgets(lines: Sequence[JourneyLine]) -> tuple[Widget, ...]:
    """All journeys together; there must be one."""
    names = Counter(one.name for one in lines)
    found = union([
        # Journeys that are called alike are told apart: each is counted for itself.
        _journey(one, one.name if names[one.name] == 1 else f"{one.name} ({one.id})") for one in lines
    ])  # fmt: skip
    rows = query("SELECT f.name, f.status, f.started, f.ends, f.entered, f.completed, f.rate, $band AS band,"
                 " f.engagement, f.journey_id FROM f AS f", f=found, band=band(col("f", "rate")))  # fmt: skip
    key = ("journey_id",)
    return (
        Widget("active", "Active journeys", "Journeys that are live now.", Form.NUMBER,
               query("SELECT * FROM f AS f WHERE f.status IN ('live', 'published', 'running')", f=rows), _JOURNEYS,
               key),
        Widget("bands", "Completion rates", "Journeys by the share of accounts that complete them, in percent.",
               Form.DONUT, rows, _JOURNEYS, key, "band", order=BANDS),
        Widget("completed", "Completion rate by journey", "Completed accounts among all that entered, in percent.",
               Form.BARS, rows, _JOURNEYS, key, "name", measure=Measure.SUM, value="rate"),
        Widget("kinds", "Journeys by engagement", "What journeys send and listen for.", Form.BARS, rows, _JOURNEYS,
               key, "engagement"),
    )  # fmt: skip


def _journey(line: JourneyLine, name: str) -> exp.Select:
    return query(
        """
        SELECT $name AS name, $status AS status, MAKE_TIMESTAMP($start) AS started, MAKE_TIMESTAMP($end) AS ends,
            COUNT(*) AS entered, COUNT(CASE WHEN t.exited <= $end AND t.reason <> $abort THEN 1 END) AS completed,
            100.0::DOUBLE * COUNT(CASE WHEN t.exited <= $end AND t.reason <> $abort THEN 1 END)
                / NULLIF(COUNT(*), 0) AS rate,
            $kind AS engagement, $id AS journey_id
        FROM t AS t WHERE t.entered <= $end AND t.journey = 0
        """,
        t=line.run.table("tokens"), name=text(name), status=text(line.status), start=number(line.start),
        end=number(line.run.end), kind=text(line.kind), id=text(line.id), abort=text(Exit.ABORTED),
    )  # fmt: skip
