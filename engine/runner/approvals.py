"""Publishing with the word of others: asking for it, agreeing, asking for changes, taking a request back.

Who acts is the person of the workspace. What is in review cannot be changed, so what is agreed to is what is published.
"""

from datetime import datetime

from engine.document.files import from_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner.commands import Command, refused, require
from engine.runner.policies import approvers_of, met_policies
from engine.runner.publishing import keep_version, publish, refuse_wrong
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.approvals import Decision, Policy, Review, ReviewState
from engine.workspace.statuses import Status
from engine.workspace.store import as_utc


def request_approval(workspace: Workspace, document: Document, *, now: datetime, comment: str = "") -> Review:
    """Ask those whom the policies name to agree to a publication; the document is in review from then on.

    Errors: not-publishable, published-already, test-under-way; no-approval-needed, nobody-to-ask.
    """
    if workspace.documents.has(document.id):
        require(workspace, document.id, Command.PUBLISH)
    refuse_wrong(workspace, document, now)
    person = workspace.documents.person
    policies = met_policies(workspace, document, person)
    if not policies:
        raise _error("no-approval-needed", "No policy asks for an approval here.", "Publish it.")
    groups = workspace.approvals.groups()
    for policy in policies:
        if not _may_agree(policy, groups, person=None, requester=person):
            raise _error("nobody-to-ask", say("Nobody could agree on behalf of {name}.", name=quoted(policy.name)),
                         "Name other approvers in the policy.", name=policy.name)  # fmt: skip
    with workspace.together():
        keep_version(workspace, document)
        workspace.documents.set_status(document.id, Status.IN_REVIEW, as_utc(now))
        return workspace.approvals.ask(
            Review(
                document=document.id,
                version=workspace.documents.get(document.id).version,
                requester=person,
                comment=comment.strip(),
                policies=policies,
                asked=as_utc(now),
            )
        )


def approve(workspace: Workspace, document: str, *, now: datetime, comment: str = "") -> Status:
    """Agree on behalf of the policies that name this person; once all agree, it is published. Its new status.

    Errors: not-in-review, not-an-approver, self-approval, not-publishable.
    """
    require(workspace, document, Command.APPROVE)
    review = open_review(workspace, document)
    mine = _mine(workspace, review, Command.APPROVE)
    person, at = workspace.documents.person, as_utc(now)
    made = tuple(Decision(policy=one.name, by=person, at=at, comment=comment.strip()) for one in mine)
    review = review.model_copy(update={"decisions": (*review.decisions, *made)})
    if review.waits_for:
        workspace.approvals.update(review)
        return Status.IN_REVIEW
    content = from_text(workspace.documents.load(document, review.version))
    agreed = review.model_copy(update={"state": ReviewState.APPROVED, "ended": as_utc(now)})
    return publish(workspace, content, now=now, agreed=agreed)


def request_changes(workspace: Workspace, document: str, *, now: datetime, comment: str) -> None:
    """Give a document back to who asked, with what is to be changed.

    Errors: not-in-review, not-an-approver, self-approval, comment-missing.
    """
    require(workspace, document, Command.REQUEST_CHANGES)
    review = open_review(workspace, document)
    _mine(workspace, review, Command.REQUEST_CHANGES)
    if not comment.strip():
        raise _error("comment-missing", "What is to be changed is missing.", "Write it in a sentence.")
    _end(workspace, review, ReviewState.CHANGES, now, comment.strip())


def withdraw(workspace: Workspace, document: str, *, now: datetime) -> None:
    """Take a request back, so that the document can be edited. Errors: not-in-review."""
    require(workspace, document, Command.WITHDRAW)
    _end(workspace, open_review(workspace, document), ReviewState.WITHDRAWN, now)


def open_review(workspace: Workspace, document: str) -> Review:
    """The request that waits for a decision. Errors: not-in-review."""
    found = next((one for one in workspace.approvals.reviews(document) if one.state is ReviewState.OPEN), None)
    if found is None:
        raise _error("not-in-review", "No publication waits for an approval here.", "")
    return found


def _end(workspace: Workspace, review: Review, state: ReviewState, now: datetime, answer: str = "") -> None:
    by = workspace.documents.person
    ended = {"state": state, "ended": as_utc(now), "answer": answer, "answered_by": by}
    with workspace.together():
        workspace.approvals.update(review.model_copy(update=ended))
        workspace.documents.set_status(review.document, Status.DRAFT, as_utc(now))


def _mine(workspace: Workspace, review: Review, command: Command) -> tuple[Policy, ...]:
    """The policies on behalf of which this person may agree. Errors: not-an-approver, self-approval."""
    groups, person = workspace.approvals.groups(), workspace.documents.person
    named = [one for one in review.waits_for if person.casefold() in approvers_of(one, groups)]
    found = tuple(one for one in named if _may_agree(one, groups, person=person, requester=review.requester))
    if found:
        return found
    if named:
        error = _error("self-approval", say("{person} asked for the approval, so another must agree.", person=person),
                       "Ask another approver.", person=person)  # fmt: skip
        raise refused(workspace, review.document, command, error.problem)
    names = ", ".join(sorted({one for policy in review.waits_for for one in (*policy.approvers, *policy.groups)}))
    what, fix = say("{person} may not decide this.", person=person or "?"), say("Ask one of: {names}.", names=names)
    error = _error("not-an-approver", what, fix, person=person, approvers=names)
    raise refused(workspace, review.document, command, error.problem)


def _may_agree(policy: Policy, groups: dict[str, tuple[str, ...]], *, person: str | None, requester: str) -> bool:
    """Whether a person, or None for anybody, may agree on behalf of a policy."""
    allowed = approvers_of(policy, groups)
    if policy.block_self_approval:
        allowed -= {requester.casefold()}
    return bool(allowed) if person is None else person.casefold() in allowed


def _error(code: str, what: str, fix: str, **values: str) -> EngineError:
    return EngineError(Problem(code=code, what=what, fix=fix, values=dict(values)))
