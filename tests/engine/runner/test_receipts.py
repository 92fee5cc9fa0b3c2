"""A copied count leads back to the document, the output and the number that it was."""

import pytest

from engine.document.files import to_text
from engine.problems import EngineError
from engine.runner.receipts import find_receipt, issue_receipt
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition

DRAFT = campaign([build("b", condition("city", value="Paris"))], name="Parisians")


def test_a_code_leads_back_to_the_very_document_and_number(the_shop: Workspace) -> None:
    issued = issue_receipt(the_shop, DRAFT, "b:result", run_document(the_shop, DRAFT))
    assert (issued.rows, issued.unit, issued.saved) == (5, "recipients", False)

    for written in (
        issued.code,
        f"#{issued.code}",
        f"5 recipients · Parisians (as of 1 October) #{issued.code.upper()}.",
    ):
        found = find_receipt(the_shop, written)
        assert found == issued
    again = run_document(the_shop, found.document, as_of=found.as_of)
    assert again.transition("b:result").rows == found.rows


def test_equal_counts_have_equal_codes_and_others_have_others(the_shop: Workspace) -> None:
    result = run_document(the_shop, DRAFT)
    first = issue_receipt(the_shop, DRAFT, "b:result", result)
    assert issue_receipt(the_shop, DRAFT, "b:result", result) == first
    other = campaign([build("b", condition("city", value="Lyon"))], name="Parisians")
    assert issue_receipt(the_shop, other, "b:result", run_document(the_shop, other)).code != first.code


def test_a_receipt_knows_whether_the_document_was_saved_as_it_is(the_shop: Workspace) -> None:
    document = campaign([build("b")], id="saved-one", name="Saved")
    result = run_document(the_shop, document)
    number = the_shop.documents.save(document.id, to_text(document), name="Saved", kind="campaign")
    issued = issue_receipt(the_shop, document, "b:result", result)
    assert (issued.version, issued.saved) == (number, True)


@pytest.mark.parametrize("written", ["", "nothing like a code", "0123456789", "'; DROP TABLE receipt; --"])
def test_an_unknown_code_is_told(the_shop: Workspace, written: str) -> None:
    with pytest.raises(EngineError) as caught:
        find_receipt(the_shop, written)
    assert caught.value.problem.code == "unknown-receipt"


def test_what_has_no_count_gets_no_receipt(the_shop: Workspace) -> None:
    with pytest.raises(EngineError) as caught:
        issue_receipt(the_shop, DRAFT, "elsewhere", run_document(the_shop, DRAFT))
    assert caught.value.problem.code == "no-count"
