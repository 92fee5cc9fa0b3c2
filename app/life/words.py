"""The words for how documents and runs stand, for what can be done with them, and for why it cannot."""

from app.words import tr
from canvas import Tokens
from engine.runner.commands import Command
from engine.runner.inventory import Line
from engine.workspace.approvals import Review, ReviewState
from engine.workspace.statuses import Status


def status_word(status: Status, kind: str = "") -> str:
    """A status of a document; journeys have words of their own for some."""
    own = {
        Status.CLOSED: tr("Closed to new entries"),
        Status.STOPPED: tr("Aborted"),
        Status.COMPLETED: tr("Finished"),
    }
    if kind == "journey" and status in own:
        return own[status]
    return {
        Status.DRAFT: tr("Draft"),
        Status.IN_REVIEW: tr("In review"),
        Status.PUBLISHING: tr("Publishing"),
        Status.SCHEDULED: tr("Scheduled"),
        Status.LIVE: tr("Live"),
        Status.COMPLETED: tr("Completed"),
        Status.CLOSED: tr("Closed"),
        Status.STOPPED: tr("Stopped"),
        Status.ARCHIVED: tr("Archived"),
    }[status]


def status_look(line: Line, tokens: Tokens) -> tuple[str, str]:
    """The icon and the colour that stand for how a document is."""
    states = tokens.states
    if line.failed:
        return "ph.warning-circle-fill", states["error"].ink
    return {
        Status.DRAFT: ("ph.pencil-simple", tokens.text_quiet),
        Status.IN_REVIEW: ("ph.eye", states["warning"].ink),
        Status.PUBLISHING: ("ph.arrow-circle-up", tokens.selection),
        Status.SCHEDULED: ("ph.calendar-check", tokens.selection),
        Status.LIVE: ("ph.play-circle-fill", states["done"].ink),
        Status.COMPLETED: ("ph.check-circle", tokens.text_quiet),
        Status.CLOSED: ("ph.minus-circle", tokens.text_quiet),
        Status.STOPPED: ("ph.stop-circle", tokens.text_quiet),
        Status.ARCHIVED: ("ph.archive", tokens.text_quiet),
    }[line.status]


def run_word(status: str) -> str:
    """How a run stands."""
    words = {
        "running": tr("In progress"),
        "waiting": tr("Waiting"),
        "paused": tr("Paused"),
        "finished": tr("Completed"),
        "failed": tr("Failed"),
        "aborted": tr("Failed, over"),
        "interrupted": tr("Cut off"),
        "stopped": tr("Stopped"),
    }
    return words.get(status, status)


def state_word(state: str) -> str:
    """What became of an activity in a run."""
    words = {
        "done": tr("Done"),
        "failed": tr("Failed"),
        "waiting": tr("Waiting"),
        "paused": tr("Paused"),
        "pending": tr("To be confirmed"),
        "not-reached": tr("Not reached"),
    }
    return words.get(state, state)


def level_word(level: str) -> str:
    """The level of a line of a log."""
    words = {
        "info": tr("Note"),
        "step": tr("Step"),
        "action": tr("Command"),
        "warning": tr("Warning"),
        "error": tr("Error"),
        "sql": tr("SQL"),
    }
    return words.get(level, level)


def mode_word(mode: str) -> str:
    """The kind of a run."""
    return {"real": tr("Run"), "test": tr("Test run")}.get(mode, mode)


def command_word(command: Command, kind: str = "") -> str:
    """What can be done with a document; journeys have words of their own for some."""
    own = {Command.STOP: tr("Abort"), Command.CLOSE: tr("Close to new entries")}
    if kind == "journey" and command in own:
        return own[command]
    return {
        Command.START: tr("Test"),
        Command.PAUSE: tr("Pause"),
        Command.RESUME: tr("Resume"),
        Command.STOP: tr("Stop"),
        Command.RESTART: tr("Restart"),
        Command.PUBLISH: tr("Publish"),
        Command.APPROVE: tr("Approve…"),
        Command.REQUEST_CHANGES: tr("Request changes…"),
        Command.WITHDRAW: tr("Withdraw"),
        Command.CONFIRM: tr("Confirm"),
        Command.CLOSE: tr("Close the campaign"),
        Command.BACK_TO_DRAFT: tr("Back to draft"),
        Command.DUPLICATE: tr("Duplicate…"),
        Command.ARCHIVE: tr("Archive"),
        Command.DELETE: tr("Delete"),
    }[command]


def asked_words(review: Review | None) -> str:
    """Who asked for an approval; empty without an open request."""
    if review is None or review.state is not ReviewState.OPEN:
        return ""
    return tr("asked by {person}", person=review.requester)


def review_words(review: Review | None) -> str:
    """On whose behalf somebody agreed, who is still to agree, and what the request said; a line each."""
    if review is None or review.state is not ReviewState.OPEN:
        return ""
    lines = [tr("Agreed: {policy}, by {person}", policy=one.policy, person=one.by) for one in review.decisions]
    groups = (f"{one.name} ({', '.join([*one.groups, *one.approvers])})" for one in review.waits_for)
    lines += [tr("To be agreed: {policy}", policy=one) for one in groups]
    return "\n".join([*lines, *([f"“{review.comment}”"] if review.comment else [])])
