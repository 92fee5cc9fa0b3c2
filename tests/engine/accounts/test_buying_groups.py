"""Members, completeness and engagement of buying groups, beside plain Python and the specification's own figures."""

from collections import defaultdict
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlglot import exp

from engine.accounts.buying_groups.completeness import completeness, displayed, role_lines
from engine.accounts.buying_groups.engagement import (
    activity_lines,
    group_scores,
    member_lines,
    person_scores,
    simple_scores,
)
from engine.accounts.buying_groups.membership import (
    Card,
    Source,
    Verdict,
    job_changes,
    last_source,
    role_of,
    verdict,
    verdict_of,
)
from engine.accounts.buying_groups.stages import Stage, StageModel, check_stages, may_move
from engine.accounts.buying_groups.templates import (
    Persona,
    RoleCard,
    check_personas,
    check_roles,
    check_template,
    persona_of,
)
from engine.accounts.defaults import CLASSIC_WEIGHTS
from engine.trees import text
from tests.engine.accounts import twin
from tests.engine.accounts.company import rows
from tests.engine.accounts.relations import by, fetch, values

STANDING = "grp:text person:text role:text source:text is_removed:boolean removed_source:text"
WANTED = "moment:bigint grp:text person:text role:text"
CARDS = "template:text role:text members_required:int required:boolean"
MEMBERS = "moment:bigint grp:text person:text role:text weight:int"
GROUPS = "moment:bigint grp:text template:text weights:int"
ACTIVITIES = "person:text kind:text at:bigint"
WEIGHTS = "kind:text weight:int cap:int"


def micros(moment: datetime) -> int:
    return int((moment - datetime(1970, 1, 1)).total_seconds()) * 10**6


FIXTURE = rows()
ALL_MEMBERS = [
    {"moment": 0, "grp": row["bg_id"].split(":")[1], "person": row["person_id"], "role": row["role_id"],
     "weight": {"decision-maker": 100, "influencer": 80, "practitioner": 60}[row["role_id"]]}
    for row in FIXTURE["bg_member"]
]  # fmt: skip
ALL_GROUPS = [{"moment": 0, "grp": row["account_id"], "template": "committee"} for row in FIXTURE["buying_group"]]
ALL_CARDS = [
    {"template": "committee", "role": row["role_id"], "members_required": row["members_required"], "required": True}
    for row in FIXTURE["role_template_role"]
]


@pytest.mark.req("B2B-330", "B2B-331")
def test_completeness_of_the_company_is_that_of_example_e2() -> None:
    found = fetch(completeness(values(ALL_GROUPS, GROUPS), values(ALL_MEMBERS, MEMBERS), values(ALL_CARDS, CARDS)))
    shown = {group: displayed(score) for group, score in by(found, "grp", value="score").items()}
    assert shown == {"A1": "50 %", "A2": "83 %", "A3": "50 %", "A4": "67 %", "A5": "33 %", "A6": "0 %", "A8": "0 %"}


@pytest.mark.req("B2B-330")
@pytest.mark.parametrize(
    ("needed", "scores"),
    [(3, [0, 33.33, 66.67, 100, 100]), (5, [0, 20, 40, 60, 80, 100, 100])],
)
def test_a_role_is_as_full_as_the_printed_table_says(needed: int, scores: list[float]) -> None:
    cards = values([{"template": "t", "role": "r", "members_required": needed, "required": True}], CARDS)
    for assigned, wanted in enumerate(scores):
        members = [{"moment": 0, "grp": "g", "person": f"p{place}", "role": "r"} for place in range(assigned)]
        lines = role_lines(
            values([{"moment": 0, "grp": "g", "template": "t"}], GROUPS), values(members, MEMBERS), cards
        )
        assert [(row["assigned"], round(row["score"], 2)) for row in fetch(lines)] == [(assigned, wanted)]


@pytest.mark.req("B2B-331")
def test_without_a_required_role_there_is_no_score() -> None:
    cards = values([{"template": "t", "role": "r", "members_required": 1, "required": False}], CARDS)
    groups = values([{"moment": 0, "grp": "g", "template": "t"}], GROUPS)
    found = fetch(completeness(groups, values([], MEMBERS), cards))
    assert [row["score"] for row in found] == [None]
    assert displayed(None) == "–"
    assert displayed(66.5) == "67 %"


ROLES = st.sampled_from(["a", "b", "c"])
PEOPLE = st.sampled_from([f"p{place}" for place in range(6)])
GROUP_NAMES = st.sampled_from(["g1", "g2", "g3"])


@settings(max_examples=20, deadline=None)
@given(
    st.dictionaries(st.tuples(GROUP_NAMES, PEOPLE), ROLES, max_size=12),
    st.dictionaries(ROLES, st.tuples(st.integers(1, 4), st.booleans()), max_size=3),
)
def test_completeness_agrees_with_plain_python(
    members: dict[tuple[str, str], str], roles: dict[str, tuple[int, bool]]
) -> None:
    cards = [{"template": "t", "role": role, "members_required": needed, "required": required}
             for role, (needed, required) in roles.items()]  # fmt: skip
    people = [{"moment": 7, "grp": group, "person": person, "role": role} for (group, person), role in members.items()]
    groups = [{"moment": 7, "grp": name, "template": "t"} for name in ("g1", "g2", "g3")]
    found = fetch(completeness(values(groups, GROUPS), values(people, MEMBERS), values(cards, CARDS)))
    for row in found:
        wanted = twin.completeness(cards, people, row["grp"])
        assert row["score"] == (None if wanted is None else pytest.approx(wanted, abs=1e-9))
    assert len(found) == 3


E16 = [
    *(("P01", "web.webpagedetails.pageViews", datetime(2026, 1, 30, 8, minute)) for minute in range(37)),
    *(("P01", "web.webpagedetails.pageViews", datetime(2026, 1, 31, 8, minute)) for minute in range(15)),
    ("P01", "directMarketing.emailClicked", datetime(2026, 1, 30, 9)),
    ("P01", "directMarketing.emailClicked", datetime(2026, 1, 31, 9)),
    ("P05", "event.attended", datetime(2026, 1, 20)),
    *(("P10", "web.formFilledOut", datetime(2026, 1, 21, hour)) for hour in range(2)),
    *(("P07", "directMarketing.emailOpened", datetime(2026, 1, 22, hour)) for hour in range(4)),
    ("P12", "directMarketing.emailOpened", datetime(2025, 12, 31)),
]


@pytest.mark.req("B2B-333", "B2B-334", "B2B-335")
def test_engagement_of_example_e16() -> None:
    moment = micros(datetime(2026, 2, 1))
    activities = values([{"person": who, "kind": kind, "at": micros(when)} for who, kind, when in E16], ACTIVITIES)
    weights = values([{"kind": kind, "weight": weight, "cap": 20} for kind, weight in CLASSIC_WEIGHTS.items()], WEIGHTS)
    moments = values([{"moment": moment}], "moment:bigint")
    people = values([{"person": row["person_id"]} for row in FIXTURE["person"]], "person:text")
    lines = activity_lines(moments, activities, weights)
    scores = person_scores(moments, people, lines)
    found = fetch(scores)
    raw, score = by(found, "person", value="raw"), by(found, "person", value="score")
    assert [round(raw[who], 3) for who in ("P01", "P05", "P10", "P07", "P12")] == [24.333, 1, 1.333, 2, 0]
    assert {who: round(value, 2) for who, value in score.items() if value} == {
        "P01": 100, "P07": 28.67, "P10": 23.41, "P05": 20.27,
    }  # fmt: skip
    members = values([row | {"moment": moment} for row in ALL_MEMBERS], MEMBERS)
    groups = values([row | {"moment": moment} for row in ALL_GROUPS], GROUPS)
    engaged = by(fetch(group_scores(groups, member_lines(members, scores))), "grp", value="score")
    assert {group: round(value, 2) for group, value in engaged.items()} == {
        "A1": 100, "A2": 56.93, "A4": 48.38, "A3": 0, "A5": 0, "A6": 0, "A8": 0,
    }  # fmt: skip


@pytest.mark.req("B2B-333")
def test_the_lines_of_a_score_say_what_was_capped() -> None:
    moment = micros(datetime(2026, 2, 1))
    activities = values([{"person": who, "kind": kind, "at": micros(when)} for who, kind, when in E16], ACTIVITIES)
    weights = values([{"kind": kind, "weight": weight, "cap": 20} for kind, weight in CLASSIC_WEIGHTS.items()], WEIGHTS)
    lines = fetch(activity_lines(values([{"moment": moment}], "moment:bigint"), activities, weights))
    views = sorted((row["times"], row["counted"], row["weight"], row["heaviest"]) for row in lines
                   if row["kind"] == "web.webpagedetails.pageViews")  # fmt: skip
    assert views == [(15, 15, 40, 60), (37, 20, 40, 60)]


@pytest.mark.req("B2B-338")
def test_the_printed_plain_score_is_35_25() -> None:
    moment = micros(datetime(2026, 2, 1))
    totals = {"d": (52, 100, "decision-maker"), "i": (28, 80, "influencer"), "p": (17, 60, "practitioner")}
    activities = [
        {"person": who, "kind": "page", "at": micros(datetime(2026, 1, 10 + place // 20, 0, place % 20))}
        for who, (times, _, _) in totals.items()
        for place in range(times)
    ]
    members = [{"moment": moment, "grp": "g", "person": who, "role": role, "weight": weight}
               for who, (_, weight, role) in totals.items()]  # fmt: skip
    lines = activity_lines(values([{"moment": moment}], "moment:bigint"), values(activities, ACTIVITIES),
                           values([{"kind": "page", "weight": 40, "cap": 20}], WEIGHTS))  # fmt: skip
    groups = values([{"moment": moment, "grp": "g", "weights": 240}], GROUPS)
    found = fetch(simple_scores(groups, values(members, MEMBERS), lines))
    assert [row["score"] for row in found] == [35.25]


KINDS = {"page": (40, 3), "open": (30, 20), "meet": (60, 20), "none": (0, 20)}
HAPPENED = st.lists(
    st.tuples(st.one_of(PEOPLE, st.none()), st.sampled_from([*KINDS, "unknown"]), st.integers(-40, 70)), max_size=30
)


@settings(max_examples=20, deadline=None)
@given(HAPPENED, st.dictionaries(st.tuples(GROUP_NAMES, PEOPLE), ROLES, max_size=8), st.booleans())
def test_engagement_agrees_with_plain_python(
    happened: list[tuple[str | None, str, int]], members: dict[tuple[str, str], str], exact: bool
) -> None:
    step = twin.DAY_US if exact else twin.DAY_US // 3
    activities = [{"person": who, "kind": kind, "at": place * step} for who, kind, place in happened]
    people = [f"p{place}" for place in range(5)]
    weight = {"a": 100, "b": 60, "c": 20}
    instants = [0, 20 * twin.DAY_US, 31 * twin.DAY_US + 5]
    groups = ["g1", "g2", "g3"]
    told = [{"moment": moment, "grp": group, "person": person, "role": role, "weight": weight[role]}
            for moment in instants for (group, person), role in members.items()]  # fmt: skip
    moments = values([{"moment": moment} for moment in instants], "moment:bigint")
    weights = values([{"kind": kind, "weight": one, "cap": cap} for kind, (one, cap) in KINDS.items()], WEIGHTS)
    lines = activity_lines(moments, values(activities, ACTIVITIES), weights)
    scores = person_scores(moments, values([{"person": person} for person in people], "person:text"), lines)
    found = by(fetch(scores), "moment", "person", value="score")
    every = values([{"moment": moment, "grp": group} for moment in instants for group in groups], GROUPS)
    engaged = by(fetch(group_scores(every, member_lines(values(told, MEMBERS), scores))), "moment", "grp",
                 value="score")  # fmt: skip
    for moment in instants:
        raw = twin.raw_points(activities, KINDS, people, moment)
        wanted = twin.person_scores(raw)
        assert {who: found[moment, who] for who in people} == pytest.approx(wanted, abs=1e-6)
        mine = [row for row in told if row["moment"] == moment]
        assert {one: engaged[moment, one] for one in groups} == pytest.approx(
            twin.group_scores(groups, mine, wanted), abs=1e-3
        )


@pytest.mark.req("B2B-329")
def test_whose_word_counts() -> None:
    sources: list[Source | None] = [None, *Source]
    for last in sources:
        for new in Source:
            assert verdict(last, new).value == twin.applies(last and last.value, new.value)
    query = values([{"last": one and one.value} for one in sources], "last:text")
    terms = [exp.alias_(verdict_of(exp.column("last", table="q"), new), new.value) for new in Source]
    for row in fetch(exp.select("last", *terms).from_(query.subquery("q"))):
        for new in Source:
            assert row[new.value] == twin.applies(row["last"], new.value)


@pytest.mark.req("B2B-329")
def test_example_e5() -> None:
    """P10 came in by hand as Champion; P11 by the job, and a journey took P11 out."""
    members = [
        {"grp": "A4", "person": "P10", "role": "champion", "source": "manual", "is_removed": False},
        {"grp": "A4", "person": "P11", "role": "decision-maker", "source": "job", "is_removed": True,
         "removed_source": "journey"},
    ]  # fmt: skip
    assert verdict(Source.MANUAL, Source.JOURNEY) is Verdict.SKIPPED
    assert verdict(Source.JOB, Source.JOURNEY) is Verdict.APPLY
    standing = values(members, STANDING)
    said = fetch(exp.select(last_source("m"), "person").from_(standing.subquery("m")))
    assert sorted(tuple(row.values()) for row in said) == [("journey", "P11"), ("manual", "P10")]
    wanted = [{"moment": 1, "grp": "A4", "person": who, "role": "decision-maker"} for who in ("P10", "P11")]
    assert fetch(job_changes(standing, values(wanted, WANTED))) == []


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(
        st.tuples(GROUP_NAMES, PEOPLE),
        st.tuples(st.sampled_from(["manual", "journey", "job"]), ROLES, st.booleans(),
                  st.sampled_from(["manual", "journey", "job"])),
        max_size=8,
    ),
    st.lists(st.dictionaries(st.tuples(GROUP_NAMES, PEOPLE), ROLES, max_size=6), min_size=1, max_size=4),
)  # fmt: skip
def test_daily_jobs_agree_with_plain_python(
    standing: dict[tuple[str, str], tuple[str, str, bool, str]], days: list[dict[tuple[str, str], str]]
) -> None:
    """All days in one statement, against one run after the other."""
    rows = [
        {"grp": group, "person": person, "role": role, "source": source, "is_removed": removed,
         "removed_source": removed_by if removed else None}
        for (group, person), (source, role, removed, removed_by) in standing.items()
    ]  # fmt: skip
    groups = {"g1", "g2", "g3"}
    wanted: list[dict[str, Any]] = [{"moment": day, "grp": group} for day in range(len(days)) for group in groups]
    wanted += [{"moment": day, "grp": group, "person": person, "role": role}
               for day, fits in enumerate(days) for (group, person), role in fits.items()]  # fmt: skip
    state: dict[tuple[str, str], tuple[str | None, str]] = {
        key: (None if removed else role, removed_by if removed else source)
        for key, (source, role, removed, removed_by) in standing.items()
    }
    expected: dict[int, list[Any]] = defaultdict(list)
    for day, fits in enumerate(days):
        expected[day] = twin.job_run(state, fits, groups)
    found: dict[int, list[Any]] = defaultdict(list)
    for row in fetch(job_changes(values(rows, STANDING), values(wanted, WANTED))):
        found[row["moment"]].append((row["grp"], row["person"], row["role"], row["before"]))
    for day in range(len(days)):
        assert sorted(found[day]) == expected[day]


@pytest.mark.req("B2B-312", "B2B-313")
def test_the_first_card_that_fits_decides() -> None:
    people = values([{"title": title} for title in ("VP Sales", "VP Design", "Clerk", None)], "title:text")
    title = exp.column("title", table="p")
    cards = [Card("design", exp.func("contains", title, text("Design"))), Card("boss", title.like("VP%"))]
    found = fetch(exp.select("title", exp.alias_(role_of(cards), "role")).from_(people.subquery("p")))
    assert by(found, "title", value="role") == {"VP Sales": "boss", "VP Design": "design", "Clerk": None, None: None}
    swapped = fetch(exp.select("title", exp.alias_(role_of(cards[::-1]), "role")).from_(people.subquery("p")))
    assert by(swapped, "title", value="role")["VP Design"] == "boss"


MODEL = StageModel("sales", "Sales stages", tuple(
    Stage(row["stage_id"], row["name"], row["is_entry"], row["destination"],
          tuple(one["to_stage"] for one in FIXTURE["stage_transition"] if one["from_stage"] == row["stage_id"]))
    for row in FIXTURE["stage"]
))  # fmt: skip


@pytest.mark.req("B2B-325", "B2B-326")
def test_the_sample_stages_are_valid_and_each_fault_is_told() -> None:
    assert list(check_stages(MODEL)) == []

    def codes(**changes: Stage) -> set[str]:
        stages = tuple(changes.get(stage.id, stage) for stage in MODEL.stages)
        return {problem.code for problem in check_stages(StageModel("sales", "Sales", stages))}

    by_id = MODEL.by_id
    assert codes(awareness=Stage("awareness", "Awareness"), interest=Stage("interest", "Interest")) >= {
        "no-entry-stage", "stage-leads-nowhere",
    }  # fmt: skip
    assert "one-success-stage" in codes(purchase=Stage("purchase", "Purchase", destination="failure"))
    assert "success-goes-on" in codes(purchase=Stage("purchase", "Purchase", False, "success", ("intent",)))
    assert "stage-to-itself" in codes(intent=Stage("intent", "Intent", allowed=("intent", "purchase")))
    assert "success-not-reached" in codes(intent=Stage("intent", "Intent", allowed=("rejection",)))
    assert "stage-name" in codes(intent=Stage("intent", "Interest", allowed=by_id["intent"].allowed))
    assert "stage-not-reached" in codes(
        awareness=Stage("awareness", "Awareness", False, "none", ("interest",)),
    )


@pytest.mark.req("B2B-326")
def test_example_e4() -> None:
    """Purchase from blank; then Interest; then Consideration; then Awareness."""
    steps = [(None, "purchase"), (None, "interest"), ("interest", "consideration"), ("consideration", "awareness")]
    assert [MODEL.allows(*step) for step in steps] == [False, True, True, False]
    transitions = values(FIXTURE["stage_transition"], "model_id:text from_stage:text to_stage:text")
    stages = values(FIXTURE["stage"], "model_id:text stage_id:text is_entry:boolean")
    asked = values([{"a": before, "b": after} for before in (None, *MODEL.by_id) for after in MODEL.by_id],
                   "a:text b:text")  # fmt: skip
    before, after = exp.column("a", table="q"), exp.column("b", table="q")
    term = may_move(transitions, stages, before, after, text("sales"))
    for row in fetch(exp.select("a", "b", exp.alias_(term, "x")).from_(asked.subquery("q"))):
        assert row["x"] is MODEL.allows(row["a"], row["b"])


@pytest.mark.req("B2B-308", "B2B-309", "B2B-310", "B2B-311", "B2B-314")
def test_limits_of_roles_personas_and_templates() -> None:
    assert list(check_roles([f"Role {place}" for place in range(14)])) == []
    assert [one.code for one in check_roles([f"Role {place}" for place in range(15)])] == ["many-roles"]
    assert [one.code for one in check_roles(["champion"])] == ["role-name"]
    assert [one.code for one in check_template([])] == ["no-role"]
    assert list(check_template([RoleCard("a"), RoleCard("b", 100, members_required=2)])) == []
    faults = [RoleCard("a", 50), RoleCard("b", members_required=0), RoleCard("c", auto_assign=True)]
    assert [one.code for one in check_template(faults)] == ["wrong-weight", "members-required", "no-condition"]
    assert RoleCard("a").weight == 60
    many = [Persona(f"P{place}", {f"a{place}": ("x",)}) for place in range(11)]
    assert [one.code for one in check_personas(many)] == ["many-attributes"]
    wide = [Persona("P", {f"a{place}": ("x",) for place in range(6)})]
    assert [one.code for one in check_personas(wide)] == ["many-attributes"]
    assert [one.code for one in check_personas([Persona(f"P{place}", {"a": ("x",)}) for place in range(21)])] == [
        "many-personas"
    ]


@pytest.mark.req("B2B-309")
def test_a_persona_is_told_from_whole_words_of_each_attribute() -> None:
    personas = [
        Persona("Chiefs", {"title": ("cto", "chief")}),
        Persona("Sales", {"title": ("director",), "dep": ("sales",)}),
    ]
    people = values([{"title": title, "dep": dep} for title, dep in (
        ("CTO", None), ("Director", "Sales"), ("Director", "IT"), ("Octopus doctor", "Sales"), (None, "Sales"),
        (" chief of staff ", None),
    )], "title:text dep:text")  # fmt: skip
    attributes: dict[str, exp.Expr] = {name: exp.column(name, table="p") for name in ("title", "dep")}
    term = persona_of(personas, attributes, "Other")
    found = fetch(exp.select("title", "dep", exp.alias_(term, "x")).from_(people.subquery("p")))
    assert by(found, "title", "dep", value="x") == {
        ("CTO", None): "Chiefs", ("Director", "Sales"): "Sales", ("Director", "IT"): "Other",
        ("Octopus doctor", "Sales"): "Other", (None, "Sales"): "Other", (" chief of staff ", None): "Chiefs",
    }  # fmt: skip
