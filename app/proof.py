"""A count with all that it depends on, as a line to paste into a mail, and a short hash that leads back to it."""

import hashlib

from app.session import Session
from app.words import number, tr
from engine.document.files import to_text

DIGITS = 10


def proof_of(session: Session, node: str, port: str) -> str:
    """The line for an output's count; empty before it was counted."""
    last, known = session.counts.last, session.counts.output(node, port).result
    if last is None or known is None or known.rows is None:
        return ""
    document = hashlib.sha256(to_text(session.document).encode()).hexdigest()[:DIGITS]
    whole = "\n".join((document, last.data_version, last.as_of, node, port, str(known.rows)))
    code = hashlib.sha256(whole.encode()).hexdigest()[:DIGITS]
    title = session.document.node_by_id[node].label or node
    return tr(
        "{rows} {unit} · {document} · {node} · {label} · as of {instant} · data {data} · {code}",
        rows=number(known.rows), unit=known.unit or "", document=session.title, node=title,
        label=known.label or port, instant=last.as_of, data=last.data_version, code=code,
    )  # fmt: skip
