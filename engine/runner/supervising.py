"""Telling the supervisors of a document that a run of it failed."""

from engine.document.model import Document
from engine.workspace import Workspace


def supervisors_of(workspace: Workspace, document: Document) -> tuple[str, ...]:
    """The people who are told, each once; where a group is named, its members."""
    groups = {name.casefold(): members for name, members in workspace.approvals.groups().items()}
    found = [one for name in document.supervisors for one in groups.get(name.strip().casefold(), (name.strip(),))]
    return tuple(dict.fromkeys(one for one in found if one))


def tell_supervisors(workspace: Workspace, document: Document, run: str, text: str) -> tuple[str, ...]:
    """Leave a notice for each supervisor; who they are. Once for each run and text."""
    people = supervisors_of(workspace, document)
    workspace.approvals.tell(people, document=document.id, run=run, text=text)
    return people
