"""Who was told apart by their own key is not told apart again when a message counts whom it reaches."""

import pytest
from sqlglot import exp

from engine.document.model import Document
from engine.runner.service import plan_document, prepare, run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, node


def written_to(*fields: str, keep: int = 1, complement: bool = False) -> Document:
    """The people of all wishes, some of nobody known and some of one person, by e-mail."""
    nodes = [
        build("wishes", None, "wishlists"),
        node("people", "change-dimension", dimension="recipients"),
        node("once", "deduplication", fields=list(fields), keep=keep, complement=complement),
        node("mail", "email", per="profile"),
    ]
    port = "complement" if complement else "result"
    return campaign(nodes, "wishes>people", "people>once", f"once:{port}>mail")


def ranks(workspace: Workspace, document: Document) -> bool:
    """Whether the message looks for rows of the same person."""
    query = plan_document(workspace, prepare(workspace, document)).nodes["mail"].query
    assert query is not None
    return query.find(exp.Window) is not None


@pytest.mark.req("ORC-166")
def test_people_kept_once_are_reached_as_if_they_were_looked_for_again(the_shop: Workspace) -> None:
    by_key, by_more = written_to("crm_id"), written_to("crm_id", "last_name")

    found = [run_document(the_shop, one) for one in (by_key, by_more)]

    assert [ranks(the_shop, one) for one in (by_key, by_more)] == [False, True]
    assert found[0].node("mail").reach == found[1].node("mail").reach
    assert [one.rows for one in found[0].transitions] == [one.rows for one in found[1].transitions]
    assert found[0].node("mail").reach["NoTargetReconciled"] == 1


@pytest.mark.parametrize(
    "document", [written_to("crm_id", keep=2), written_to("crm_id", complement=True), written_to("_origin_key")]
)
def test_others_may_be_the_same_person(the_shop: Workspace, document: Document) -> None:
    assert ranks(the_shop, document)
