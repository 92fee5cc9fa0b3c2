"""The commands about bundles: export, inspect, verify, import and take back, and keys to sign with."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import JsonValue
from rich.table import Table

from engine import cli_merging
from engine.problems import EngineError, Problem
from engine.terminal import DocumentName, Folder, Json, err, find_audience, find_document, open_folder, out, print_json

if TYPE_CHECKING:
    from engine.bundles.findings import Report
    from engine.bundles.reading import Bundle
    from engine.bundles.verifying import Verification

BundleFile = Annotated[Path, typer.Argument(help="A bundle, a file that ends in .jalon.")]
AskPassphrase = Annotated[
    bool, typer.Option("--encrypted", help="Ask for the passphrase, or read it from $JALON_PASSPHRASE.")
]
Choices = Annotated[
    list[str] | None,
    typer.Option("--choose", help="What to do with a thing, such as document:my-campaign=update; see `inspect`."),
]  # fmt: skip

bundle_app = typer.Typer(
    no_args_is_help=True, help="Share campaigns and journeys as one file that reproduces its counts."
)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    bundle_app.command()(export)
    bundle_app.command()(inspect)
    bundle_app.command()(verify)
    bundle_app.command("import")(import_)
    bundle_app.command()(undo)
    bundle_app.command()(key)
    bundle_app.command()(schema)
    cli_merging.register(bundle_app)
    app.add_typer(bundle_app, name="bundle")
    app.command()(graph)


def graph(
    document: DocumentName,
    form: Annotated[str, typer.Option("--as", help="json, mermaid, or sql (a script for DuckDB).")] = "mermaid",
    workspace: Folder = None,
) -> None:
    """Print a campaign with its counts for other programs."""
    from engine.bundles.exchange import duckdb_script, graph_json, mermaid
    from engine.runner.service import run_document

    if form not in {"json", "mermaid", "sql"}:
        raise typer.BadParameter("choose one of json, mermaid, sql", param_hint="--as")
    with open_folder(workspace) as opened:
        subject = find_document(opened, document)
        if form == "sql":
            out.print(duckdb_script(opened, subject), markup=False, soft_wrap=True, end="")
            return
        result = run_document(opened, subject)
    if form == "json":
        print_json(graph_json(subject, result))
    else:
        out.print(mermaid(subject, result), markup=False, soft_wrap=True, end="")


def export(
    documents: Annotated[
        list[str], typer.Argument(help="Document files, or ids of documents in the workspace; or one audience.")
    ],
    to: Annotated[Path, typer.Option("--to", help="The file to write; its name should end in .jalon.")],
    contents: Annotated[str, typer.Option(help="What travels: logic, counts, synthetic, masked or full.")] = "counts",
    encrypted: AskPassphrase = False,
    sign_with: Annotated[Path | None, typer.Option(help="The file of a key that `bundle key` made.")] = None,
    sign_as: Annotated[str, typer.Option(help="The name that receivers see beside your signature.")] = "",
    title: Annotated[str, typer.Option(help="What receivers read above all; without it the documents' names.")] = "",
    audience: Annotated[
        bool, typer.Option("--audience", help="The name is that of an audience: logic, or full with its members.")
    ] = False,
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Write documents with all that they refer to into one file.

    logic: no row and no count; counts: the counts too; synthetic: people who do not exist and give the same counts;
    masked: at most 1,000 people, with names and addresses hidden; full: all rows as they are.
    """
    from engine.bundles.exporting import ExportWish, export_audience, export_bundle
    from engine.bundles.manifest import Contents
    from engine.bundles.signing import read_signer

    offered = [one.value for one in Contents]
    if contents not in offered:
        raise typer.BadParameter(f"choose one of {', '.join(offered)}", param_hint="--contents")
    if audience and len(documents) != 1:
        raise typer.BadParameter("name one audience", param_hint="--audience")
    signer = None if sign_with is None else read_signer(sign_with, sign_as)
    wish = ExportWish(Contents(contents), title, _passphrase(ask=encrypted, twice=True), signer)
    with open_folder(workspace) as opened:
        if audience:
            exported = export_audience(opened, find_audience(opened, documents[0]), to, wish)
        else:
            exported = export_bundle(opened, [find_document(opened, name) for name in documents], to, wish)
    roles = sorted({part.role.value for part in exported.manifest.parts})
    if json_output:
        names: list[JsonValue] = [*roles]
        print_json({"path": str(exported.path), "bytes": exported.bytes, "contents": contents, "holds": names})
        return
    out.print(f"{exported.path} ({exported.bytes:,} bytes) holds {', '.join(roles)}.", markup=False)
    for one in exported.verified:
        out.print(f"{one.document}, with the invented people: {one.sentence}", markup=False)


def inspect(
    bundle: BundleFile,
    workspace: Folder = None,
    encrypted: AskPassphrase = False,
    choose: Choices = None,
    json_output: Json = False,
) -> None:
    """Say what is in a bundle, who signed it, and what importing it here would do. Nothing is written."""
    from engine.bundles.reading import open_bundle
    from engine.bundles.reports import make_report

    with open_folder(workspace) as opened, open_bundle(bundle, _passphrase(ask=encrypted)) as found:
        report = make_report(found, opened, _choices(choose))
        if json_output:
            print_json(_inspected(found, report))
        else:
            _show(found, report)


def verify(
    bundle: BundleFile, workspace: Folder = None, encrypted: AskPassphrase = False, json_output: Json = False
) -> None:
    """Count the bundle's documents in this workspace, and say which of its counts are reproduced."""
    from engine.bundles.reading import open_bundle
    from engine.bundles.trying import verify_bundle

    with open_folder(workspace) as opened, open_bundle(bundle, _passphrase(ask=encrypted)) as found:
        done = list(verify_bundle(opened, found))
    _show_verifications(done, json_output=json_output)
    raise typer.Exit(0 if all(one.whole for one in done) else 1)


def import_(
    bundle: BundleFile,
    workspace: Folder = None,
    encrypted: AskPassphrase = False,
    choose: Choices = None,
    json_output: Json = False,
) -> None:
    """Import a bundle: all of it or nothing. `bundle undo` takes it back."""
    from engine.bundles.importing import import_bundle
    from engine.bundles.reading import open_bundle
    from engine.bundles.reports import make_report

    with (
        open_folder(workspace, create=True) as opened,
        open_bundle(bundle, _passphrase(ask=encrypted)) as found,
    ):
        done = import_bundle(opened, found, make_report(found, opened, _choices(choose)))
    if json_output:
        print_json({"import": done.id, "documents": dict(done.documents)})
        return
    for there, here in done.documents.items():
        out.print(here if here == there else f"{there} is called {here} here", markup=False)
    out.print(f"Imported. To take it back: jalon bundle undo {done.id}", markup=False)


def undo(
    name: Annotated[str, typer.Argument(metavar="IMPORT", help="The id that the import printed.")],
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Take an import back, whole."""
    from engine.bundles.importing import undo_import

    with open_folder(workspace) as opened:
        undo_import(opened, name)
    if json_output:
        print_json({"import": name, "undone": True})
    else:
        out.print("The import was taken back.")


def key(
    path: Annotated[Path, typer.Argument(help="The file to write; keep it to yourself.")], json_output: Json = False
) -> None:
    """Make a key to sign bundles with, and print the fingerprint that receivers compare."""
    from engine.bundles.signing import new_key, read_signer

    new_key(path)
    fingerprint = read_signer(path, "owner").fingerprint
    if json_output:
        print_json({"path": str(path), "fingerprint": fingerprint})
    else:
        out.print(f"{path} holds the key. Its fingerprint: {fingerprint}", markup=False)


def schema(
    part: Annotated[str, typer.Argument(help="A kind of part, such as manifest or counts; all without one.")] = "",
) -> None:
    """Print the JSON Schemas of the parts of a bundle."""
    from engine.bundles.schema import bundle_schemas

    found = bundle_schemas()
    if part and part not in found:
        raise typer.BadParameter(f"choose one of {', '.join(found)}", param_hint="PART")
    every: dict[str, JsonValue] = {**found}
    print_json(found[part] if part else every)


def _passphrase(*, ask: bool, twice: bool = False) -> str | None:
    if not ask:
        return None
    given = os.environ.get("JALON_PASSPHRASE")
    if given is not None:
        return given
    typed: str = typer.prompt("Passphrase", hide_input=True, confirmation_prompt=twice, err=True)
    return typed


def _choices(choose: list[str] | None) -> dict[str, str] | None:
    if choose is None:
        return None
    found: dict[str, str] = {}
    for one in choose:
        thing, equals, choice = one.rpartition("=")
        if not equals or ":" not in thing:
            raise typer.BadParameter("write choices as KIND:NAME=CHOICE", param_hint="--choose")
        found[thing] = choice
    return found


def _inspected(bundle: "Bundle", report: "Report") -> JsonValue:
    findings: list[JsonValue] = [
        {
            "kind": one.kind, "name": one.name, "state": one.state.value, "what": one.what,
            "choices": [choice.value for choice in one.choices], "chosen": one.decision,
            "targets": list(one.targets[:20]), "details": list(one.details), "matches": list(one.matches),
        }
        for one in report.findings
    ]  # fmt: skip
    signature = bundle.signature
    return {
        "title": bundle.manifest.title,
        "contents": bundle.manifest.contents.value,
        "personal_data": bundle.manifest.personal,
        "encrypted": bundle.encrypted,
        "signature": {"state": signature.state.value, "name": signature.name, "fingerprint": signature.fingerprint},
        "findings": findings,
    }


def _show(bundle: "Bundle", report: "Report") -> None:
    from engine.bundles.signing import SignatureState

    out.print(bundle.manifest.title, style="bold", markup=False)
    signature = bundle.signature
    said = {
        SignatureState.NONE: "Nobody signed it.",
        SignatureState.GOOD: f"Signed by {signature.name!r} with the key {signature.fingerprint}.",
        SignatureState.BAD: f"WRONG SIGNATURE: it says {signature.name!r}, but the content is not what was signed.",
    }
    personal = " It contains personal data." if bundle.manifest.personal else ""
    out.print(f"It holds {bundle.manifest.contents.value}.{personal} {said[signature.state]}", markup=False)
    table = Table("Thing", "State", "What", "Import would", "Choices")
    for one in report.findings:
        what = "\n".join((one.what, *one.details, *(f"Close: {', '.join(one.matches)}" for _ in one.matches[:1])))
        choices = ", ".join(choice.value for choice in one.choices) if len(one.choices) > 1 else ""
        table.add_row(one.key, one.state.value, what, one.decision, choices)
    out.print(table)


def _show_verifications(done: "list[Verification]", *, json_output: bool) -> None:
    if json_output:
        found: list[JsonValue] = [
            {
                "document": one.document,
                "reproduced": one.reproduced,
                "total": one.total,
                "cause": None if one.cause is None else one.cause.value,
                "details": list(one.details),
                "differences": [
                    {"transition": each.transition, "node": each.node, "expected": each.expected, "found": each.found}
                    for each in one.differences
                ],
            }
            for one in done
        ]
        print_json(found)
        return
    if not done:
        raise EngineError(
            Problem(
                code="no-counts", what="This bundle holds no counts.", fix="Ask for one that was exported with them."
            )
        )
    for one in done:
        out.print(f"{one.document}: {one.sentence}", markup=False)
        if one.differences:
            first = one.differences[0]
            here = "nothing" if first.found is None else f"{first.found:,}"
            err.print(
                f"  First at {first.node}, {first.transition}: {first.expected:,} then, {here} here.", markup=False
            )
            for detail in one.details:
                err.print(f"  {detail}", markup=False)
