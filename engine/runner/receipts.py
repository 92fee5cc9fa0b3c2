"""A count with its origin: what it counts, in which state of document and data, as of when, and a short code.

The code leads back: it names the stored state of the document, so that the count can be opened and computed again.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime

from engine.document.files import from_text, to_text
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.runner.results import RunResult
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.receipts import StoredReceipt

_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Receipt:
    """One number and where it comes from. `version` is the document's last saved one; `saved` says if this is it."""

    code: str
    document: Document
    version: int
    saved: bool
    output: str
    label: str
    unit: str
    rows: int
    targets: int
    data_version: str
    as_of: datetime


def issue_receipt(workspace: Workspace, document: Document, output: str, result: RunResult) -> Receipt:
    """Note down a count of a run, and give it its code. Equal counts have equal codes. Errors: no-count."""
    found = next((one for one in result.transitions if one.id == output), None)
    if found is None or found.rows is None or found.targets is None:
        raise EngineError(
            Problem(
                code="no-count",
                what=say("{output} has no count yet.", output=quoted(output)),
                fix="Run the campaign, then copy the count.",
            )
        )
    content = to_text(document)
    label = found.label or output
    values: dict[str, str | int] = {
        "content": hashlib.sha256(content.encode()).hexdigest(), "output": output, "rows": found.rows,
        "targets": found.targets, "data_version": result.data_version, "as_of": result.as_of,
    }  # fmt: skip
    code = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:_LENGTH]
    stored = StoredReceipt(
        code=code, document=document.id, content=content, output=output, label=label, unit=found.unit or "",
        rows=found.rows, targets=found.targets, data_version=result.data_version, as_of=result.as_of,
    )  # fmt: skip
    workspace.receipts.add(stored)
    return _read(workspace, stored)


def find_receipt(workspace: Workspace, code: str) -> Receipt:
    """The count that a code stands for; a whole copied line may be given as well. Errors: unknown-receipt."""
    for candidate in re.findall(rf"\b[0-9a-f]{{{_LENGTH}}}\b", code.lower()):
        stored = workspace.receipts.find(candidate)
        if stored is not None:
            return _read(workspace, stored)
    raise EngineError(
        Problem(
            code="unknown-receipt",
            what="This workspace has issued no count with such a code.",
            fix="Paste the whole line, or the code at its end; open the workspace in which it was copied.",
        )
    )


def _read(workspace: Workspace, stored: StoredReceipt) -> Receipt:
    entry = next((one for one in workspace.documents.list() if one.id == stored.document), None)
    version = 0 if entry is None else entry.version
    saved = entry is not None and workspace.documents.load(stored.document) == stored.content
    return Receipt(
        stored.code, from_text(stored.content), version, saved, stored.output, stored.label, stored.unit,
        stored.rows, stored.targets, stored.data_version, datetime.fromisoformat(stored.as_of),
    )  # fmt: skip
