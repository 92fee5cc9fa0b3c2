"""The commands about approvals: policies, groups of people, what is in review, and what people are told."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from engine.cli_campaigns import Now, present_of
from engine.problems import EngineError, Problem
from engine.terminal import Folder, Json, open_folder, out, print_json
from engine.workspace import Workspace

Name = Annotated[str, typer.Argument(help="The id of a document.")]
PolicyName = Annotated[str, typer.Argument(metavar="POLICY", help="The id of a policy, as `jalon policy list` says.")]
As = Annotated[str, typer.Option("--as", help="Who you are; the account's name without it.", show_default=False)]
Comment = Annotated[str, typer.Option("--comment", "-m", help="A remark for the others.")]
policy = typer.Typer(name="policy", help="Approval policies: who must agree to which publications.",
                     no_args_is_help=True)  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (approve, withdraw, review, group, notices):
        app.command()(command)
    app.command("request-changes")(request_changes)
    app.add_typer(policy)


def act_as(workspace: Workspace, person: str) -> None:
    """What follows is done by this person."""
    if person.strip():
        workspace.documents.person = person.strip()


def approve(document: Name, workspace: Folder = None, person: As = "", comment: Comment = "", now: Now = None) -> None:
    """Agree to a publication; the last who agrees publishes it."""
    from engine.runner.approvals import approve as agree

    with open_folder(workspace) as opened:
        act_as(opened, person)
        status = agree(opened, document, now=present_of(now, "UTC"), comment=comment)
    out.print(f"{document} is {status.value}.", markup=False)


def request_changes(
    document: Name,
    comment: Annotated[str, typer.Argument(help="What is to be changed.")],
    workspace: Folder = None,
    person: As = "",
    now: Now = None,
) -> None:
    """Give a document in review back to who asked, with what is to be changed."""
    from engine.runner.approvals import request_changes as ask

    with open_folder(workspace) as opened:
        act_as(opened, person)
        ask(opened, document, now=present_of(now, "UTC"), comment=comment)
    out.print(f"{document} is a draft again.", markup=False)


def withdraw(document: Name, workspace: Folder = None, now: Now = None) -> None:
    """Take back a request for approval, so that the document can be edited."""
    from engine.runner.approvals import withdraw as take_back

    with open_folder(workspace) as opened:
        take_back(opened, document, now=present_of(now, "UTC"))
    out.print(f"{document} is a draft again.", markup=False)


def review(document: Name, workspace: Folder = None, json_output: Json = False) -> None:
    """Show the requests for approval of a document, newest first, and what became of them."""
    with open_folder(workspace) as opened:
        opened.documents.get(document)
        found = opened.approvals.reviews(document)
    if json_output:
        print_json([one.model_dump(mode="json") for one in found])
        return
    for one in found:
        waits = ", ".join(policy.name for policy in one.waits_for)
        said = f"waits for {waits}" if one.state.value == "open" else one.state.value
        out.print(f"version {one.version}, asked by {one.requester} {one.asked:%Y-%m-%d %H:%M}: {said}", markup=False)
        for decision in one.decisions:
            out.print(f"  {decision.policy}: {decision.by} agreed. {decision.comment}".rstrip(), markup=False)
        if one.answer:
            out.print(f"  {one.answered_by}: {one.answer}", markup=False)


def group(
    name: Annotated[str, typer.Argument(help="A group of people; without one, all are listed.")] = "",
    members: Annotated[list[str] | None, typer.Argument(help="All who are in it.")] = None,
    nobody: Annotated[bool, typer.Option("--remove", help="Take the group away.")] = False,
    workspace: Folder = None,
) -> None:
    """Say who is in a group of people, or list the groups."""
    with open_folder(workspace) as opened:
        if name and (members or nobody):
            opened.approvals.set_group(name, members or ())
        found = opened.approvals.groups()
    for one, people in found.items():
        out.print(f"{one}: {', '.join(people)}", markup=False)


def notices(
    workspace: Folder = None,
    person: As = "",
    keep: Annotated[bool, typer.Option("--keep", help="Tell them again next time.")] = False,
    json_output: Json = False,
) -> None:
    """What you are to be told: runs that failed of documents that you supervise. Each is told once."""
    with open_folder(workspace) as opened:
        act_as(opened, person)
        found = opened.approvals.notices(opened.documents.person)
        if not keep:
            opened.approvals.seen(one.id for one in found)
    if json_output:
        print_json([{**asdict(one), "at": one.at.isoformat()} for one in found])
        return
    for one in found:
        out.print(f"{one.at:%Y-%m-%d %H:%M}  {one.document}: {one.text}", markup=False)


@policy.command("list")
def list_policies(workspace: Folder = None, json_output: Json = False) -> None:
    """List the policies."""
    with open_folder(workspace) as opened:
        found = opened.approvals.policies()
    if json_output:
        print_json([one.model_dump(mode="json") for one in found])
        return
    for one in found:
        out.print(f"{one.id}  {'active' if one.active else 'draft '}  {one.policy.name}", markup=False)


@policy.command("save")
def save_policy(
    file: Annotated[Path, typer.Argument(help="A policy as JSON: name, conditions, approvers, groups.")],
    policy_id: Annotated[str, typer.Option("--id", help="Change this policy instead of adding one.")] = "",
    workspace: Folder = None,
) -> None:
    """Add a policy from a JSON file, or change one that is not active."""
    from engine.workspace.approvals import Policy

    try:
        read = Policy.model_validate_json(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise EngineError(
            Problem(code="wrong-policy", what=f"{file.name!r} is no policy.", why=str(error), fix="Correct the file.")
        ) from error
    with open_folder(workspace) as opened:
        out.print(opened.approvals.save(read, policy_id), markup=False)


@policy.command("activate")
def activate_policy(name: PolicyName, workspace: Folder = None) -> None:
    """Let a policy count from now on."""
    with open_folder(workspace) as opened:
        opened.approvals.activate(name, active=True)


@policy.command("deactivate")
def deactivate_policy(name: PolicyName, workspace: Folder = None) -> None:
    """Let a policy count no longer, so that it can be changed."""
    with open_folder(workspace) as opened:
        opened.approvals.activate(name, active=False)


@policy.command("duplicate")
def duplicate_policy(name: PolicyName, new: Annotated[str, typer.Argument(help="What the copy is called.")],
                     workspace: Folder = None) -> None:  # fmt: skip
    """Make a policy like another; it is not active."""
    with open_folder(workspace) as opened:
        found = opened.approvals.policy(name).policy
        out.print(opened.approvals.save(found.model_copy(update={"name": new})), markup=False)


@policy.command("remove")
def remove_policy(name: PolicyName, workspace: Folder = None) -> None:
    """Take a policy away that is not active."""
    with open_folder(workspace) as opened:
        opened.approvals.remove(name)
