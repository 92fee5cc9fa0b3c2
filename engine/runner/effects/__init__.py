"""What real runs do to the world: save audiences, write files, update data, remember, signal, alert.

One function per kind of effect. Each says in a sentence what it did, for the log.
"""

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime

from engine.contract import Effect
from engine.database import Cursor, Store
from engine.document.model import Document
from engine.runner.effects.audiences import save_audience
from engine.runner.effects.files import delete_file, extract_file, keep_rejects
from engine.runner.effects.tables import create_profiles, update_data
from engine.runner.effects.work import Work
from engine.runner.receivers import require_receiver
from engine.texts import say
from engine.workspace import Workspace
from engine.workspace.store import utc_now


def apply_effect(workspace: Workspace, cursor: Cursor, document: Document, run: str, node: str, effect: Effect) -> str:
    """Do one effect of a node; what was done, in words. Errors: those of the effect."""
    apply = _EFFECTS[effect.kind]
    return apply(Work(workspace, cursor, document, run, node, effect.values, effect.query))


def _remember_returned(work: Work) -> str:
    physical = f"h_{uuid.uuid4().hex}"
    work.cursor.create(Store.DATA, physical, work.query)
    before = work.workspace.runs.histories(work.document.id).get(work.node, (None, None))[0]
    now = datetime.fromisoformat(work.values["now"])
    work.workspace.runs.set_history(work.document.id, work.node, physical, now)
    if before is not None and before not in work.workspace.runs.pinned_tables():
        work.workspace.afterwards(lambda: work.cursor.drop(Store.DATA, before))
    return say("The records returned are remembered.")


def _signal(work: Work) -> str:
    campaign, parameters = work.values["campaign"], work.values["parameters"]
    entry = next((one for one in work.workspace.documents.list() if one.id == campaign), None)
    require_receiver(work.workspace, campaign)
    sender = work.document.name or work.document.id
    work.workspace.signals.send(campaign, parameters, sender=sender, now=utc_now())
    parts = ", ".join(f"{name}={value}" for name, value in parameters.items())
    name = campaign if entry is None else entry.name or campaign
    return (
        say("Signal sent to {name} with {parts}.", name=name, parts=parts)
        if parts
        else say("Signal sent to {name}.", name=name)
    )


def _alert(work: Work) -> str:
    return f"{work.values['title']}: {work.values['message']}"


_EFFECTS: Mapping[str, Callable[[Work], str]] = {
    "save-audience": save_audience,
    "remember-returned": _remember_returned,
    "extract-file": extract_file,
    "update-data": update_data,
    "create-profiles": create_profiles,
    "keep-rejects": keep_rejects,
    "delete-file": delete_file,
    "signal": _signal,
    "alert": _alert,
}
