"""The command that writes the dossier of a campaign or journey."""

from pathlib import Path
from typing import Annotated

import typer

from engine.terminal import DocumentName, Folder, Json, find_document, open_folder, out, print_json


def register(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command()(dossier)


def dossier(
    document: DocumentName,
    to: Annotated[Path | None, typer.Option("--to", help="The file to write: .pdf or .html.")] = None,
    language: Annotated[str, typer.Option(help="The language of the sentences: en or fr.")] = "en",
    workspace: Folder = None,
    json_output: Json = False,
) -> None:
    """Write a document to print: picture, rules as sentences, counts, reasons, schedule, what changed."""
    from engine.dossier.writing import write_dossier

    if language not in {"en", "fr"}:
        raise typer.BadParameter("choose en or fr", param_hint="--language")
    with open_folder(workspace) as opened:
        subject = find_document(opened, document)
        path = to or Path(f"{subject.id}.pdf")
        done = write_dossier(opened, subject, path, "fr" if language == "fr" else "en")
    if json_output:
        print_json({"path": str(path), "document": subject.id, "changes": len(done.changes)})
    else:
        out.print(f"{path} tells of {subject.name or subject.id}.", markup=False)
