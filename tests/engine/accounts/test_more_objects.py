"""Scoring models, personas, people lists, programs, the words of intent, and e-mails by hand."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from engine.account_data.lists import PEOPLE, define_list, fill_list, import_members, members, publish_list
from engine.account_data.lists import remove_members as take_out
from engine.account_data.members import send_email
from engine.account_data.objects import save
from engine.account_data.personas import criteria_of, move_persona, personas_of, save_persona
from engine.account_data.programs import (
    Step,
    remove_type,
    save_program,
    save_token,
    save_type,
    set_status,
    tokens_of,
)
from engine.account_data.rows import current_rows
from engine.account_data.scoring_models import (
    activate_model,
    duplicate_model,
    remove_model,
    save_bands,
    save_weights,
)
from engine.account_data.taxonomy import add_taxonomy, approve_category, read_taxonomy, write_template
from engine.accounts.tables.lists import NO_STATUS
from engine.lanes import Job
from engine.problems import EngineError
from engine.workspace.datasets import LoadRecord, StoredTable
from tests.engine.accounts.company import company

NOW = datetime(2026, 1, 5)


def refused(code: str, attempt: Callable[[], object]) -> None:
    with pytest.raises(EngineError) as caught:
        attempt()
    assert caught.value.problem.code == code


@pytest.mark.req("B2B-336", "B2B-337")
def test_a_scoring_model_is_copied_edited_and_takes_the_place_of_the_active_one(tmp_path: Path) -> None:
    with company(tmp_path) as workspace:
        refused("model-frozen", lambda: save_weights(workspace, "Classic", {"x": 1}, NOW))
        made = duplicate_model(workspace, "Classic", "Mine", NOW)
        weights = {row["activity_type"]: row["weight"] for row in current_rows(workspace, "scoring_activity")
                   if row["model_id"] == made["model_id"]}  # fmt: skip
        assert weights["directMarketing.emailOpened"] == 30
        save_weights(workspace, "Mine", {"directMarketing.emailOpened": 55}, NOW)
        refused("wrong-band", lambda: save_bands(workspace, "Mine", [("Low", 1), ("low", 2)], NOW))
        refused("wrong-band", lambda: save_bands(workspace, "Mine", [("Low", 1), ("High", 1)], NOW))
        save_bands(workspace, "Mine", [("Low", 10), ("High", 55)], NOW)

        activate_model(workspace, "Mine", NOW)

        assert {row["name"]: row["status"] for row in current_rows(workspace, "scoring_model")} == {
            "Classic": "archived", "Activity weighting model 1": "draft", "Mine": "active"
        }  # fmt: skip
        refused("model-frozen", lambda: remove_model(workspace, "Mine"))
        remove_model(workspace, "Activity weighting model 1")
        assert {row["model_id"] for row in current_rows(workspace, "scoring_band")} == {"classic", made["model_id"]}


@pytest.mark.req("B2B-309")
def test_personas_keep_their_order_and_their_limits(tmp_path: Path) -> None:
    with company(tmp_path) as workspace:
        made = save_persona(workspace, "Buyer", {"job_title": ["buyer", "purchasing"]}, NOW)
        assert personas_of(workspace)[-1]["name"] == "Buyer"
        assert criteria_of(made) == {"job_title": ["buyer", "purchasing"]}
        move_persona(workspace, "Buyer", -1, NOW)
        assert [row["name"] for row in personas_of(workspace)][-2:] == ["Buyer", "Other"]
        refused("persona-name", lambda: save_persona(workspace, "analyst", {"job_title": ["x"]}, NOW))
        refused("unknown-attribute", lambda: save_persona(workspace, "New", {"shoe_size": ["44"]}, NOW))
        wide = ("first_name", "last_name", "city", "country", "state", "phone")
        refused("many-attributes", lambda: save_persona(workspace, "New", {key: ["x"] for key in wide}, NOW))


@pytest.mark.req("B2B-346")
def test_people_lists_are_filled_followed_and_frozen_like_those_of_accounts(tmp_path: Path) -> None:
    leaders = json.dumps({"filters": [{"kind": "attribute", "attribute": "job_title", "operator": "starts-with",
                                       "values": ["VP", "CTO"]}]})  # fmt: skip
    path = tmp_path / "people.csv"
    path.write_text("email\nP09\nnobody@example.com\n", encoding="utf-8")
    with company(tmp_path) as workspace:
        for name, kind in (("Chosen", "static"), ("Leaders", "dynamic")):
            save(workspace, "people_list", {"name": name, "kind": kind, "status": "draft"}, NOW)
        assert fill_list(workspace, "Chosen", leaders, NOW, of=PEOPLE).added == 3
        done = import_members(workspace, "Chosen", path, NOW, PEOPLE)
        assert (done.added, done.unknown) == (1, ("nobody@example.com",))
        assert take_out(workspace, "Chosen", ["P01"], NOW, PEOPLE).removed == 1
        assert members(workspace, "chosen", PEOPLE) == {"P05", "P09", "P11"}
        refused("no-filter", lambda: publish_list(workspace, "Leaders", NOW, PEOPLE))
        define_list(workspace, "Leaders", leaders, NOW, PEOPLE)
        publish_list(workspace, "Leaders", NOW, PEOPLE)
        assert members(workspace, "leaders", PEOPLE) == {"P01", "P05", "P11"}
        refused("list-frozen", lambda: define_list(workspace, "Leaders", leaders, NOW, PEOPLE))


@pytest.mark.req("B2B-348", "B2B-349", "B2B-373")
def test_members_of_a_program_never_go_back_and_tokens_are_inherited(tmp_path: Path) -> None:
    steps = (Step("Invited", 1), Step("Registered", 2), Step("Waitlisted", 2), Step("Attended", 3, success=True))
    with company(tmp_path) as workspace:
        refused("no-status", lambda: save_type(workspace, "Event", (), NOW))
        kind = save_type(workspace, "Event", steps, NOW)
        year = save_program(workspace, "2026", "Event", NOW)
        show = save_program(workspace, "Roadshow", "Event", NOW, parent="2026")
        refused("circle", lambda: save_program(workspace, "2026", "Event", NOW, program=year["program_id"],
                                               parent="Roadshow"))  # fmt: skip
        refused("in-use", lambda: save_type(workspace, "Event", steps, NOW, kind=kind["type_id"]))
        refused("in-use", lambda: remove_type(workspace, "Event"))

        assert set_status(workspace, "Roadshow", ["P01", "P02"], "Registered", NOW) == 2
        assert set_status(workspace, "Roadshow", ["P01", "P02"], "Invited", NOW) == 0
        assert set_status(workspace, "Roadshow", ["P01"], "Waitlisted", NOW) == 1, "sideways"
        assert set_status(workspace, "Roadshow", ["P02"], NO_STATUS, NOW) == 1
        assert {row["person_id"]: row["status"] for row in current_rows(workspace, "program_member")} == {
            "P01": "Waitlisted"
        }
        save_token(workspace, "2026", "Place", "text", "Paris", NOW)
        save_token(workspace, "2026", "Seats", "number", "40", NOW)
        save_token(workspace, "Roadshow", "Place", "text", "Lyon", NOW)
        refused("wrong-token", lambda: save_token(workspace, "2026", "A place", "text", "x", NOW))
        refused("wrong-token", lambda: save_token(workspace, "2026", "Rows", "number", "many", NOW))
        assert tokens_of(workspace, show["program_id"]) == [
            ("Place", "text", "Lyon", show["program_id"]), ("Seats", "number", "40", year["program_id"])
        ]  # fmt: skip


@pytest.mark.req("B2B-359")
def test_words_of_intent_wait_for_approval_one_category_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    with company(tmp_path) as workspace:
        write_template(path)
        lines = read_taxonomy(path)
        assert lines[0] == ("Cloud", "Cloud Suite", "migration")
        before = len(current_rows(workspace, "intent_keyword"))
        told = add_taxonomy(workspace, [*lines, ("Cloud", "Backup", "SaaS")], NOW)
        assert told == ["saas: Backup, Cloud Suite"]
        assert len(current_rows(workspace, "intent_keyword")) == before + 3
        refused("taxonomy-waits", lambda: add_taxonomy(workspace, [("Other", "Box", "x")], NOW))
        approve_category(workspace, "Cloud", NOW)
        refused("product-differs", lambda: add_taxonomy(workspace, [("Other", "Backup", "x")], NOW))
        many = [("Other", "Box", f"word {place}") for place in range(151)]
        refused("many-keywords", lambda: add_taxonomy(workspace, many, NOW))
        path.write_bytes(b"\xff\xfe\x00broken")
        refused("unreadable-file", lambda: read_taxonomy(path))


@pytest.mark.req("B2B-324")
def test_an_email_by_hand_reaches_the_members_who_may_be_sent_one(tmp_path: Path) -> None:
    with company(tmp_path) as workspace:
        group = next(row["bg_id"] for row in current_rows(workspace, "buying_group") if row["account_id"] == "A1")
        inside = sorted(row["person_id"] for row in current_rows(workspace, "bg_member") if row["bg_id"] == group)
        assert inside == ["P01", "P02"], "P02 has opted out"
        email = {"name": "Hello", "status": "draft", "workspace_id": "default"}
        row = save(workspace, "mkto_email", email, NOW)
        refused("not-live", lambda: send_email(workspace, group, inside, "Hello", NOW))
        save(workspace, "mkto_email", {**row, "status": "approved"}, NOW)
        refused("not-a-member", lambda: send_email(workspace, group, ["P05"], "Hello", NOW))
        before = {one["activity_id"] for one in current_rows(workspace, "activity")}

        assert send_email(workspace, group, inside, "Hello", NOW) == 1

        (sent,) = (one for one in current_rows(workspace, "activity") if one["activity_id"] not in before)
        assert (sent["type"], sent["person_id"], sent["account_id"], sent["asset_name"]) == (
            "directMarketing.emailSent", "P01", "A1", "Hello"
        )  # fmt: skip


def test_what_changes_several_tables_waits_for_nobody_with_its_transaction_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with company(tmp_path) as workspace:
        commit, others = workspace.datasets.commit, list[Job[None]]()

        def busy(record: LoadRecord, physical: str, rows: int) -> StoredTable:
            # From now on the thread that writes has something else to do, which notes something, too.
            done = commit(record, physical, rows)
            note = partial(workspace.approvals.set_group, "Sales", ["Ann"])
            others.append(workspace.database.writer.submit(lambda _cursor: note()))
            return done

        monkeypatch.setattr(workspace.datasets, "commit", busy)
        duplicate_model(workspace, "Classic", "Mine", NOW)
        assert len(others) == 3
        for one in others:
            one.result()
        assert workspace.approvals.groups() == {"Sales": ("Ann",)}
        with workspace.together(), pytest.raises(RuntimeError, match="within a transaction"):
            duplicate_model(workspace, "Classic", "Ours", NOW)
