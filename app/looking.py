"""Looking into an open document: the population of the selection, all of them, and the list behind each number."""

from app.document_page import DocumentPage
from app.facts import Fact
from app.inspector.inspector import Inspector
from app.inspector.service import Place
from app.inspector.values import percent
from app.words import headed, number, tr
from engine.document.edits import SetSetting
from engine.document.model import Document
from engine.runner.answers import Answer
from engine.runner.results import NodeResult

Output = tuple[str, str]


def show_selection(inspector: Inspector, page: DocumentPage | None, *, counted: bool = False) -> None:
    """Show the population of what is selected, as it was counted last; `counted` says that all may be new."""
    output = page.selected_output if page is not None else None
    if page is None or output is None:
        inspector.show_place(None)
    elif not page.controller.busy:
        inspector.show_place(place_of(page, output))
    if counted:
        inspector.offer_places(lambda: places_of(page) if page is not None else ())


def see_again(inspector: Inspector, page: DocumentPage) -> None:
    """Show the same population or list as of the instant that the page shows now."""
    output = page.selected_output
    if not inspector.away:
        show_selection(inspector, page)
    elif page.seen is not None and not page.controller.busy:
        inspector.see_as(page.seen, place_of(page, output) if output is not None else None)


def show_list(inspector: Inspector, page: DocumentPage, node: str, fact: Fact) -> None:
    """Show the rows behind a number of a node."""
    session, title = page.session, headed(page.adapter.node(node).title, fact.text.lstrip("− "))
    if page.seen is not None:
        inspector.open_list(Place(session.document, node, session.as_of, title, behind=node, status=fact.code,
                                  seen=page.seen))  # fmt: skip
    elif fact.reach:
        output = f"{node}:{page.adapter.node(node).outputs[0].id}"
        inspector.open_list(Place(session.document, output, session.as_of, title, status=fact.code))
    else:
        inspector.open_list(Place(session.document, node, session.as_of, title, behind=node))


def place_of(page: DocumentPage, output: Output) -> Place:
    """The population that leaves by an output, as it was counted last."""
    found = page.session.counts.output(*output).result
    return Place(
        page.session.document, ":".join(output), page.session.as_of, title_of(page, output), note_of(page, output),
        closed=page.seen is None and found is not None and not found.active, seen=page.seen,
    )  # fmt: skip


def places_of(page: DocumentPage) -> tuple[Place, ...]:
    """Every counted population of the document, in the order of the run; copies of what entered are left out."""
    counts, known = page.session.counts, page.adapter.node_ids()
    return tuple(
        place_of(page, (one.source, one.port))
        for one in counts.outputs()
        if one.rows is not None and one.source in known and _is_own(counts.node(one.source))
    )


def _is_own(node: NodeResult | None) -> bool:
    return node is not None and node.population is not None


def title_of(page: DocumentPage, output: Output) -> str:
    """What a population is called: its activity, and its output where there are several."""
    node = page.adapter.node(output[0])
    label = next((port.label for port in node.outputs if port.id == output[1]), "")
    return headed(node.title, label) if label else node.title


def note_of(page: DocumentPage, output: Output) -> str:
    """A count in words: rows, different targets where they differ, and its share of what entered."""
    if page.seen is not None:
        shown = next((one for one in page.adapter.edge_ids() if page.adapter.edge(one).source == output), None)
        count = page.adapter.count(shown) if shown is not None else None
        return "" if count is None or count.value is None else f"{number(count.value)} {count.unit}"
    found, node = page.session.counts.output(*output).result, page.session.counts.node(output[0])
    if found is None or found.rows is None:
        return ""
    parts = [tr("{n} row(s)", n=found.rows)]
    if found.targets is not None and found.targets != found.rows:
        parts.append(tr("{n} different", n=found.targets))
    if node is not None and node.entered and found.rows != node.entered:
        parts.append(tr("{share} of entries", share=percent(found.rows, node.entered)))
    return " · ".join(parts)


def remedy_of(document: Document, answer: Answer) -> SetSetting | None:
    """The edit that puts the smallest change for a record into the document; None where the rule is there no more."""
    node = document.node_by_id.get(answer.lost_at or "")
    if answer.remedy is None or node is None:
        return None
    rule = answer.remedy.rule.model_dump(mode="json", exclude_unset=True)
    if answer.remedy.field == "rule":
        return SetSetting(node.id, "rule", rule)
    place = int(answer.remedy.field.partition("[")[2].partition("]")[0])
    subsets = node.settings.get("subsets")
    if not isinstance(subsets, list) or place >= len(subsets):
        return None
    kept = list(subsets)
    before = kept[place]
    kept[place] = {**(before if isinstance(before, dict) else {}), "filter": rule}
    return SetSetting(node.id, "subsets", kept)


def mend(page: DocumentPage, answer: Answer) -> None:
    """Put the smallest change for a record into the document, as one undo step."""
    edit = remedy_of(page.session.document, answer)
    if edit is not None:
        page.session.do(edit, tr("Let {record} through", record="/".join(answer.key)))
