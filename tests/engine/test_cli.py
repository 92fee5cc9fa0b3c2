"""The command line from nothing to a count, and what it says to wrong input."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from engine.cli import app
from engine.problems import EngineError

ORDERS = "order_id,customer,amount\n1,a,10.50\n2,a,5\n3,b,\n4,c,99.99\n"
CUSTOMERS = "customer,city\na,Paris\nb,Lyon\nc,Paris\n"
LINKS: dict[str, Any] = {
    "links": [
        {
            "name": "buyer",
            "source": "orders",
            "target": "customers",
            "pairs": [["customer", "customer"]],
            "reverse_name": "orders",
        }
    ],
    "dimensions": [{"name": "customers", "table": "customers", "identity": "customer"}],
}
CAMPAIGN: dict[str, Any] = {
    "id": "spenders",
    "nodes": [
        {
            "id": "who",
            "type": "build-audience",
            "settings": {"rule": {"kind": "aggregate", "function": "sum", "attribute": "orders/amount", "value": 15.5}},
        }
    ],
}


def jalon(*arguments: str, status: int = 0) -> str:
    """What a command prints."""
    done = CliRunner().invoke(app, list(arguments))
    if isinstance(done.exception, EngineError):
        raise done.exception
    assert done.exit_code == status, done.output
    return done.stdout


@pytest.fixture
def shop(tmp_path: Path) -> str:
    for name, text in (("orders.csv", ORDERS), ("customers.csv", CUSTOMERS)):
        (tmp_path / name).write_text(text)
    (tmp_path / "links.json").write_text(json.dumps(LINKS))
    (tmp_path / "campaign.json").write_text(json.dumps(CAMPAIGN))
    folder = str(tmp_path / "shop")
    jalon("import", str(tmp_path / "orders.csv"), str(tmp_path / "customers.csv"), "-w", folder)
    jalon("catalog", str(tmp_path / "links.json"), "-w", folder)
    return folder


def test_from_files_to_a_count_and_the_people_behind_it(shop: str, tmp_path: Path) -> None:
    campaign = str(tmp_path / "campaign.json")

    result: Any = json.loads(jalon("run", campaign, "-w", shop, "--json"))
    page: Any = json.loads(jalon("population", campaign, "who:result", "-w", shop, "--json"))
    answer: Any = json.loads(jalon("why", campaign, "who", "b", "-w", shop, "--json"))
    steps: Any = json.loads(jalon("explain", campaign, "-w", shop, "--json"))

    assert [(one["id"], one["rows"], one["unit"]) for one in result["transitions"]] == [("who:result", 2, "customers")]
    assert {name: result["nodes"][0][name] for name in ("in", "out", "waiting", "dropped")} == {
        "in": 3, "out": 2, "waiting": 0, "dropped": {"rule": 1},
    }  # fmt: skip
    assert [row["customer"] for row in page["rows"]] == ["a", "c"]
    assert (answer["present"], answer["lost_at"], answer["rule"][0]["holds"]) == (False, "who", False)
    assert "Stored already" in steps[-1]["reason"]
    assert "No problems" in jalon("check", campaign, "-w", shop)


def test_tables_from_a_ddl_file(tmp_path: Path) -> None:
    (tmp_path / "t.sql").write_text("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(5));")

    found: Any = json.loads(jalon("catalog", str(tmp_path / "t.sql"), "-w", str(tmp_path / "w")))

    assert [(one["name"], one["key"]) for one in found["tables"]] == [("t", ["id"])]


def test_rows_are_exported(shop: str, tmp_path: Path) -> None:
    out = tmp_path / "people.csv"
    jalon("population", str(tmp_path / "campaign.json"), "who:result", "-w", shop, "--csv", str(out))

    assert out.read_text().split() == ["_key", "a", "c"]
    jalon("population", str(tmp_path / "campaign.json"), "who:result", "-w", shop, "--save", "Ours", status=2)


@pytest.mark.req("ORC-66")
def test_nobody_is_shown_or_written_of_a_way_that_is_not_taken(shop: str, tmp_path: Path) -> None:
    asked = {"id": "ask", "type": "test", "settings": {
        "conditions": [{"label": "Enough", "operator": "greater", "value": 100}], "default_branch": True}}  # fmt: skip
    more = {"nodes": [*CAMPAIGN["nodes"], asked],
            "transitions": [{"id": "t1", "from": "who", "port": "result", "to": "ask"}]}  # fmt: skip
    path = tmp_path / "asking.json"
    path.write_text(json.dumps(CAMPAIGN | more))

    with pytest.raises(EngineError, match="Nobody goes by 'ask:condition:1'"):
        jalon("population", str(path), "ask:condition:1", "-w", shop, "--csv", str(tmp_path / "nobody.csv"))

    assert not (tmp_path / "nobody.csv").exists()
    page: Any = json.loads(jalon("population", str(path), "ask:default", "-w", shop, "--json"))
    assert [row["customer"] for row in page["rows"]] == ["a", "c"]


def test_problems_end_with_status_one(shop: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(CAMPAIGN).replace("orders/amount", "orders/amont"))

    found: Any = json.loads(jalon("check", str(broken), "-w", shop, "--json", status=1))

    assert found["problems"][0]["code"] == "unknown-attribute"
    assert "'amount'" in found["problems"][0]["fix"]


@pytest.mark.parametrize("arguments", [["run"], ["import"], ["nonsense"], ["schema", "nothing"], ["run", "x", "--bad"]])
def test_wrong_usage_ends_with_status_two(arguments: list[str]) -> None:
    jalon(*arguments, status=2)


def test_wrong_files_end_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text("{")
    with pytest.raises(EngineError, match="catalogue cannot be read"):
        jalon("catalog", str(tmp_path / "c.json"), "-w", str(tmp_path / "w"))
    with pytest.raises(EngineError, match="no workspace"):
        jalon("run", "x", "-w", str(tmp_path / "none"))


@pytest.mark.req("ORC-36", "ORC-41", "ORC-42", "ORC-158", "ORC-153")
def test_a_campaign_is_published_runs_when_due_and_hears_signals(shop: str, tmp_path: Path) -> None:
    wait = {"id": "wait", "type": "wait", "settings": {"amount": 1, "unit": "day"}}
    planned = CAMPAIGN | {
        "nodes": [*CAMPAIGN["nodes"], wait],
        "transitions": [{"id": "t1", "from": "who", "to": "wait"}],
        "schedule": {"mode": "daily", "at": "09:00"},
    }
    (tmp_path / "planned.json").write_text(json.dumps(planned))
    heard = CAMPAIGN | {"id": "heard", "schedule": {"mode": "signal"}}
    (tmp_path / "heard.json").write_text(json.dumps(heard))

    published = json.loads(
        jalon("publish", str(tmp_path / "planned.json"), "-w", shop, "--now", "2025-10-01T10:00", "--json")
    )
    assert (published["status"], published["schedule"]) == ("scheduled", "Every day at 09:00")
    assert published["launches"][0] == "2025-10-02T09:00:00+00:00"
    assert len(published["launches"]) == 10
    assert "Nothing is due" in jalon("due", "-w", shop, "--now", "2025-10-01T12:00")
    assert "spenders: started" in jalon("due", "-w", shop, "--now", "2025-10-02T09:01")
    (run,) = json.loads(jalon("runs", "-w", shop, "--json"))
    assert (run["document"], run["status"], run["as_of"]) == ("spenders", "waiting", "2025-10-02T09:00:00")
    assert "Nothing is due" in jalon("due", "-w", shop, "--now", "2025-10-03T08:59")
    jalon("continue", run["run"], "-w", shop, "--now", "2025-10-03T09:00")
    assert json.loads(jalon("runs", "spenders", "-w", shop, "--json"))[0]["status"] == "finished"

    lines = jalon("report", "spenders", "-w", shop).splitlines()
    assert lines[1].startswith("who,who,build-audience,1,3,2,")
    assert f"{run['run']},finished" in lines[-1]
    assert "spenders" not in jalon("report", "spenders", "--last-day", "--now", "2100-01-01", "-w", shop)
    assert "is live. When a signal comes." in jalon("publish", str(tmp_path / "heard.json"), "-w", shop)
    assert json.loads(jalon("signal", "heard", "offer=tea", "-w", shop, "--json"))["run"]
    with pytest.raises(EngineError, match="less than an hour"):
        jalon("signal", "heard", "-w", shop)
    jalon("signal", "heard", "offer", "-w", shop, status=2)
    jalon("due", "--missed", "perhaps", "-w", shop, status=2)


@pytest.mark.req("ORC-25", "ORC-26", "ORC-14")
def test_what_others_must_agree_to_is_asked_decided_and_told_from_the_command_line(shop: str, tmp_path: Path) -> None:
    (tmp_path / "campaign.json").write_text(json.dumps(CAMPAIGN | {"execution": {"log_sql": True}}))
    where, policy = ("-w", shop), tmp_path / "policy.json"
    policy.write_text(json.dumps({"name": "All", "groups": ["Legal"]}))
    jalon("group", "Legal", "Ada", "Bob", *where)
    assert jalon("group", *where) == "Legal: Ada, Bob\n"
    name = jalon("policy", "save", str(policy), *where).strip()
    jalon("policy", "activate", name, *where)
    copy = jalon("policy", "duplicate", name, "Again", *where).strip()
    listed = json.loads(jalon("policy", "list", *where, "--json"))
    assert [(one["id"], one["active"]) for one in listed] == [(copy, False), (name, True)]
    with pytest.raises(EngineError, match="Deactivate it first"):
        jalon("policy", "remove", name, *where)
    policy.write_text("{}")
    with pytest.raises(EngineError, match="is no policy"):
        jalon("policy", "save", str(policy), *where)

    asked = json.loads(jalon("publish", str(tmp_path / "campaign.json"), *where, "--as", "Mia", "-m", "Now?", "--json"))
    assert asked["status"] == "in-review"
    assert [(one["check"], one["code"]) for one in asked["problems"]] == [("V27", "sql-logged")]
    assert "waits for All" in jalon("review", "spenders", *where)
    with pytest.raises(EngineError, match=r"Mia may not decide this\. Ask one of: Legal"):
        jalon("approve", "spenders", *where, "--as", "Mia")
    assert "a draft again" in jalon("request-changes", "spenders", "Not yet.", *where, "--as", "Ada")
    jalon("publish", "spenders", *where, "--as", "Mia")
    assert "a draft again" in jalon("withdraw", "spenders", *where)
    jalon("publish", "spenders", *where, "--as", "Mia")
    assert "spenders is live" in jalon("approve", "spenders", *where, "--as", "bob", "-m", "Fine.")
    states = [one["state"] for one in json.loads(jalon("review", "spenders", *where, "--json"))]
    assert states == ["approved", "withdrawn", "changes"]
    assert "Ada: Not yet." in jalon("review", "spenders", *where)
    jalon("policy", "deactivate", name, *where)
    jalon("policy", "remove", name, *where)

    save = {"id": "save", "type": "save-audience", "settings": {"label": "None", "when_empty": "fail"}}
    none = {"id": "who", "type": "build-audience",
            "settings": {"rule": {"kind": "condition", "attribute": "city", "value": "Nowhere"}}}  # fmt: skip
    failing = {"id": "fails", "nodes": [none, save], "transitions": [{"id": "t", "from": "who", "to": "save"}],
               "supervisors": ["legal"]}  # fmt: skip
    (tmp_path / "failing.json").write_text(json.dumps(failing))
    jalon("publish", str(tmp_path / "failing.json"), *where)
    jalon("due", *where, status=1)
    assert "Nobody would be in 'None'" in jalon("notices", *where, "--as", "ada", "--keep")
    assert len(json.loads(jalon("notices", *where, "--as", "Ada", "--json"))) == 1
    assert jalon("notices", *where, "--as", "Ada") == ""


@pytest.mark.req("ORC-196", "ORC-210", "ORC-212", "ORC-226")
def test_values_links_filters_and_workbooks_from_the_command_line(shop: str, tmp_path: Path) -> None:
    found = json.loads(jalon("values", "customers", "city", "-w", shop, "--json"))
    assert found["values"] == [
        {"value": "Paris", "rows": 2, "share": 2 / 3},
        {"value": "Lyon", "rows": 1, "share": 1 / 3},
    ]
    assert "1 of 2 values" in jalon("values", "customers", "city", "--limit", "1", "-w", shop)
    assert "No further link" in jalon("links", "-w", shop)

    rule = tmp_path / "rule.json"
    rule.write_text(json.dumps({"kind": "condition", "attribute": "city", "operator": "equal", "value": "Paris"}))
    jalon("filter", "save", "town", str(rule), "--dimension", "customers", "--parameter", "value", "-w", shop)
    assert "Matching: 2 records." in jalon("filter", "count", "town", "-w", shop)
    assert json.loads(jalon("filter", "count", "town", "value=Lyon", "-w", shop, "--json"))["rows"] == 1
    assert "town: town" in jalon("filter", "list", "-w", shop)
    jalon("filter", "remove", "town", "-w", shop)
    assert json.loads(jalon("filter", "list", "-w", shop, "--json")) == []

    template = tmp_path / "schemas.xlsx"
    printed = json.loads(jalon("catalog", "--template", str(template), "-w", shop))
    again = json.loads(jalon("catalog", str(template), "-w", str(tmp_path / "other")))
    assert again["tables"] == printed["tables"]
    for name in ("orders", "customers"):
        jalon("import", str(tmp_path / f"{name}.csv"), "-w", str(tmp_path / "third"))
    suggested = json.loads(jalon("links", "--add", "orders/customers", "-w", str(tmp_path / "third"), "--json"))
    assert [(one["name"], one["filled"], one["matched"], one["added"]) for one in suggested] == [
        ("customers", 4, 4, True)
    ]


@pytest.mark.req("ORC-144", "ORC-229", "ORC-93")
def test_audiences_loads_and_histories_from_the_command_line(shop: str, tmp_path: Path) -> None:
    paris = {"kind": "condition", "attribute": "city", "operator": "equal", "value": "Paris"}
    save = {"label": "Parisians", "attributes": [{"attribute": "city"}]}
    nodes = [
        {"id": "new", "type": "incremental-query", "settings": {"rule": paris}},
        {"id": "save", "type": "save-audience", "settings": save},
    ]
    document = {"id": "who", "nodes": nodes, "transitions": [{"id": "t1", "from": "new", "to": "save"}]}
    path = tmp_path / "who.json"
    path.write_text(json.dumps(document))

    def found() -> int | None:
        rows: int | None = json.loads(jalon("run", str(path), "-w", shop, "--json"))["transitions"][0]["rows"]
        return rows

    jalon("run", str(path), "--real", "-w", shop)
    assert found() is None
    jalon("forget", "who", "new", "-w", shop)
    assert found() == 2
    with pytest.raises(EngineError, match="no history 'old'"):
        jalon("forget", "who", "old", "-w", shop)

    (audience,) = json.loads(jalon("audiences", "-w", shop, "--json"))
    assert (audience["label"], audience["members"], audience["attributes"]) == ("Parisians", 2, {"city": "string"})
    shown = json.loads(jalon("audiences", "Parisians", "--limit", "1", "-w", shop, "--json"))
    assert shown["members"] == [{"customer": "a", "city": "Paris"}]
    assert "1 of 2 members" in jalon("audiences", "Parisians", "--limit", "1", "-w", shop)
    jalon("audiences", "Parisians", "--to", str(tmp_path / "members.jsonl"), "-w", shop)
    written = [json.loads(line)["city"] for line in (tmp_path / "members.jsonl").read_text().splitlines()]
    assert written == ["Paris", "Paris"]
    assert json.loads((tmp_path / "members.jsonl.manifest.json").read_text())["rows"] == 2
    with pytest.raises(EngineError, match="no audience"):
        jalon("audiences", "Londoners", "-w", shop)

    loads = json.loads(jalon("loads", "orders", "-w", shop, "--json"))
    assert [(one["table"], one["status"], one["counts"]["loaded"]) for one in loads] == [("orders", "active", 4)]
    assert "customers.csv" in jalon("loads", "-w", shop)


def test_a_bundle_goes_from_one_workspace_to_another_and_back_out(
    shop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JALON_PASSPHRASE", "correct horse battery")
    key, sent, there = str(tmp_path / "key.pem"), str(tmp_path / "spenders.jalon"), str(tmp_path / "there")
    document = tmp_path / "closed.json"
    closed = {"transitions": [{"id": "t1", "from": "who", "to": "end"}]}
    document.write_text(json.dumps(CAMPAIGN | closed | {"nodes": [*CAMPAIGN["nodes"], {"id": "end", "type": "end"}]}))
    fingerprint = json.loads(jalon("bundle", "key", key, "--json"))["fingerprint"]

    jalon(
        "bundle", "export", str(document), "--to", sent, "--contents", "full", "--encrypted",
        "--sign-with", key, "--sign-as", "Ann", "-w", shop,
    )  # fmt: skip
    done = json.loads(jalon("bundle", "import", sent, "--encrypted", "-w", there, "--json"))
    told = json.loads(jalon("bundle", "inspect", sent, "--encrypted", "-w", there, "--json"))
    (verified,) = json.loads(jalon("bundle", "verify", sent, "--encrypted", "-w", there, "--json"))

    assert done["documents"] == {"spenders": "spenders"}
    assert told["signature"] == {"state": "good", "name": "Ann", "fingerprint": fingerprint}
    assert {one["state"] for one in told["findings"]} == {"same"}
    assert (verified["reproduced"], verified["total"]) == (1, 1)
    jalon("bundle", "undo", done["import"], "-w", there)
    jalon("bundle", "verify", sent, "--encrypted", "-w", there, status=1)
