"""The commands that compare documents and merge edited copies: between versions, files, bundles and the workspace."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from pydantic import JsonValue
from rich.table import Table

from engine.document.files import to_text, write_document
from engine.document.model import Document
from engine.terminal import Folder, Json, err, node_name, open_folder, out, plain, print_json
from engine.workspace import Workspace

if TYPE_CHECKING:
    from engine.bundles.comparing import Compared, CountedChange
    from engine.bundles.effects import Effect, Merging
    from engine.document.merging import Side

_SOURCES = "ID, ID@VERSION, FILE.json, FILE.jalon, FILE.jalon#ID"
Language = Annotated[str, typer.Option("--language", help="The language of the sentences: en or fr.")]


def register(app: typer.Typer) -> None:
    """Add these commands to those about bundles."""
    app.command()(diff)
    app.command()(merge)


def diff(
    before: Annotated[str, typer.Argument(help=f"{_SOURCES}, or a point for the workspace.")],
    after: Annotated[str, typer.Argument(help="The same, for what it became.")],
    counts: Annotated[bool, typer.Option(help="Count who came, went and stayed at each output.")] = True,
    people: Annotated[
        str, typer.Option("--list", help="List people too: NODE:PORT=came, =went or =stayed.", metavar="WHO")
    ] = "",
    limit: Annotated[int, typer.Option(help="How many people to list.")] = 50,
    language: Language = "en",
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Say what became different between two versions, files or bundles, and for whom. Exit status 1 if anything."""
    from engine.bundles.comparing import compare_documents
    from engine.bundles.sources import pairs, read_source
    from engine.dossier.speech import Speech

    place, fate = _wanted(people)
    speech, passphrase = Speech(_language(language)), os.environ.get("JALON_PASSPHRASE")
    with open_folder(workspace) as opened:
        found = [
            compare_documents(opened, pair, speech, counted=counts or bool(place))
            for pair in pairs(read_source(opened, before, passphrase), read_source(opened, after, passphrase))
        ]
        if json_output:
            print_json([_compared_json(one) for one in found])
        else:
            for one in found:
                _show_compared(one, speech.word("same"))
            if place:
                _list_people(found, place, fate, limit)
    different = any(not one.same or one.pair.before is None or one.pair.after is None for one in found)
    raise typer.Exit(1 if different else 0)


def merge(
    base: Annotated[str, typer.Argument(help=f"What both began from: {_SOURCES}.")],
    mine: Annotated[str, typer.Argument(help="One edited copy.")],
    theirs: Annotated[str, typer.Argument(help="The other edited copy.")],
    choose: Annotated[
        list[str] | None, typer.Option("--choose", help="CONFLICT=mine or CONFLICT=theirs, as the list names them.")
    ] = None,
    to: Annotated[
        str, typer.Option("--to", help="Write the result: a .json or .jalon file, or a point for the workspace.")
    ] = "",
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Merge two edited copies, and say what each choice at a conflict does to the counts.

    Without --to nothing is written. While a conflict is undecided nothing is written either, and the exit status is 1.
    """
    from engine.bundles.effects import merge_documents
    from engine.bundles.sources import read_one

    passphrase = os.environ.get("JALON_PASSPHRASE")
    with open_folder(workspace) as opened:
        start, ours, other = (read_one(opened, one, passphrase) for one in (base, mine, theirs))
        done = merge_documents(opened, start, ours, other, _choices(choose))
        if json_output:
            print_json(_merging_json(done))
        else:
            _show_merging(done)
        if to and not done.undecided:
            _write(opened, done.merged.document, to)
    raise typer.Exit(1 if done.undecided else 0)


def _language(written: str) -> Literal["en", "fr"]:
    if written == "en":
        return "en"
    if written == "fr":
        return "fr"
    raise typer.BadParameter("choose en or fr", param_hint="--language")


def _wanted(written: str) -> tuple[str, str]:
    place, _, fate = written.rpartition("=")
    if written and (not place or fate not in {"came", "went", "stayed"}):
        raise typer.BadParameter("write NODE:PORT=came, =went or =stayed", param_hint="--list")
    return place, fate


def _choices(choose: list[str] | None) -> "dict[str, Side]":
    from engine.document.merging import Side

    found: dict[str, Side] = {}
    for one in choose or ():
        name, _, side = one.rpartition("=")
        if not name or side not in list(Side):
            raise typer.BadParameter("write CONFLICT=mine or CONFLICT=theirs", param_hint="--choose")
        found[name] = Side(side)
    return found


def _write(workspace: Workspace, document: Document, to: str) -> None:
    from engine.bundles.exporting import export_bundle

    path = Path(to)
    if to == ".":
        workspace.documents.save(document.id, to_text(document), name=document.name, kind=document.kind.value)
    elif path.suffix == ".jalon":
        export_bundle(workspace, [document], path)
    elif path.suffix == ".json":
        write_document(document, path)
    else:
        raise typer.BadParameter("name a .json or .jalon file, or a point", param_hint="--to")
    err.print(f"Merged into {'the workspace' if to == '.' else path}.", markup=False)


def _show_compared(one: "Compared", same: str) -> None:
    out.print(one.pair.name, style="bold", markup=False)
    if one.pair.before is None or one.pair.after is None:
        out.print(f"  Only in the {'first' if one.pair.after is None else 'second'}.", markup=False)
        return
    for told in one.told:
        out.print(f"  {told.sentence}", markup=False)
        for line in told.details:
            out.print(f"    {line}", markup=False)
    for text in (same if one.same else "", one.drawn):
        if text:
            out.print(f"  {text}", markup=False)
    if one.counts:
        _show_counts(one)


def _show_counts(one: "Compared") -> None:
    table = Table("Activity", "Output", "Unit")
    for title in ("Came", "Went", "Stayed"):
        table.add_column(title, justify="right")
    document = one.pair.after or one.pair.before
    assert document is not None, "a pair has at least one side"
    for each in one.counts:
        numbers = ("–",) * 3 if each.reason else tuple(f"{n:,}" for n in (each.came, each.went, each.stayed))
        table.add_row(node_name(document, each.node) or each.node, each.label or each.port, each.unit, *numbers)
    out.print(table)


def _list_people(found: "list[Compared]", place: str, fate: str, limit: int) -> None:
    known = [each for one in found for each in one.counts]
    chosen = next((each for each in known if f"{each.node}:{each.port}" == place), None)
    if chosen is None:
        places = ", ".join(f"{each.node}:{each.port}" for each in known[:12])
        raise typer.BadParameter(f"choose one of {places}", param_hint="--list")
    people = chosen.listed(fate, limit)
    table = Table(*people.titles, caption=f"{len(people.rows):,} of {people.total:,}")
    for row in people.rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    out.print(table)


def _show_merging(done: "Merging") -> None:
    document = done.merged.document
    out.print(document.name or document.id, style="bold", markup=False)
    for name in done.merged.dropped:
        out.print(f"  The transition {name} is left out: one of its ends was removed.", markup=False)
    if not done.effects:
        out.print("  There is no conflict.")
    for one in done.effects:
        _show_effect(document, one)


def _show_effect(document: Document, one: "Effect") -> None:
    conflict = one.conflict
    out.print(f"  {conflict.key}  ({one.chosen.value}{'' if one.decided else ', not decided yet'})", markup=False)
    for side, value in (("base", conflict.base), ("mine", conflict.mine), ("theirs", conflict.theirs)):
        out.print(f"    {side}: {value}", markup=False)
    for each in one.counts:
        numbers = ("–" if n is None else f"{n:,}" for n in (each.mine, each.theirs))
        place = f"{node_name(document, each.node) or each.node} {each.label}".strip()
        out.print("    {}: {} with mine, {} with theirs".format(place, *numbers), markup=False)
    if one.reason:
        out.print(f"    With the other value: {one.reason}", markup=False)
    elif not one.counts:
        out.print("    No count depends on it.")


def _compared_json(one: "Compared") -> JsonValue:
    changes: list[JsonValue] = [
        {"kind": each.kind.value, "id": each.id, "fate": each.fate.value, "what": each.sentence,
         "details": list(each.details)}
        for each in one.told
    ]  # fmt: skip
    return {
        "document": one.pair.name,
        "before": None if one.pair.before is None else one.pair.before.id,
        "after": None if one.pair.after is None else one.pair.after.id,
        "changes": changes,
        "counts": [_count_json(each) for each in one.counts],
    }


def _count_json(each: "CountedChange") -> JsonValue:
    found: dict[str, JsonValue] = {"node": each.node, "port": each.port, "label": each.label, "unit": each.unit}
    if each.reason:
        return {**found, "reason": each.reason}
    return {**found, "came": each.came, "went": each.went, "stayed": each.stayed}


def _merging_json(done: "Merging") -> JsonValue:
    conflicts: list[JsonValue] = []
    for one in done.effects:
        counts: list[JsonValue] = [
            {"transition": each.transition, "node": each.node, "mine": each.mine, "theirs": each.theirs}
            for each in one.counts
        ]
        conflicts.append({
            "conflict": one.conflict.key, "base": one.conflict.base, "mine": one.conflict.mine,
            "theirs": one.conflict.theirs, "chosen": one.chosen.value, "decided": one.decided, "counts": counts,
        })  # fmt: skip
    dropped: list[JsonValue] = [plain(name) for name in done.merged.dropped]
    return {"document": done.merged.document.id, "conflicts": conflicts, "dropped": dropped}
