"""Parts of the graph in one sentence each: what a screen reader says, and what the outline shows."""

from typing import TYPE_CHECKING

from canvas.items.frame import summary_words
from canvas.items.marks import run_words
from canvas.views import Count, CountState
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


def part(canvas: "CanvasView", kind: str, name: str) -> str:
    """A part in one sentence."""
    match kind:
        case "nodes":
            return node(canvas, name)
        case "edges":
            return edge(canvas, name)
        case "notes":
            return tr("Note: {text}").format(text=canvas.model.note(name).text)
        case _:
            return frame(canvas, name)


def frame(canvas: "CanvasView", name: str) -> str:
    """Title and size; of a collapsed one what goes in and out, and the worst state inside."""
    view = canvas.model.frame(name)
    words = [tr("Frame {title}, {n} node(s)", len(view.nodes)).format(title=view.title)]
    if name in canvas.graph_scene.folding.folds:
        summary = canvas.graph_scene.folding.summary(name)
        words += [tr("collapsed"), *summary_words(summary, canvas.look)[1:], run_words(summary.status)]
        if summary.status.badge is not None:
            words.append(tr("{n} remark(s)", summary.status.badge.count))
    return ", ".join(word for word in words if word)


def node(canvas: "CanvasView", name: str) -> str:
    """Type, title, state, how many come in, and what follows with its counts."""
    view, status, scene = canvas.model.node(name), canvas.model.status(name), canvas.graph_scene
    words = [view.type_title or view.type, view.title, run_words(status)]
    if view.disabled:
        words.append(tr("switched off"))
    words.append(status.tally)
    if status.badge is not None:
        remarks = tr("{n} remark(s): {sentences}", status.badge.count)
        words.append(remarks.format(sentences=" ".join(status.badge.sentences)))
    words.append(tr("{count} in").format(count=len(scene.inbound.get(name, {}))))
    following = [following_words(canvas, item.edge.id) for item in scene.outbound.get(name, {}).values()]
    words.append(tr("leads to {names}").format(names="; ".join(following)) if following else tr("nothing follows"))
    return ", ".join(word for word in words if word)


def following_words(canvas: "CanvasView", name: str) -> str:
    """Where a transition leads, with its label and its count."""
    view = canvas.model.edge(name)
    target = canvas.model.node(view.target.node).title if view.target is not None else tr("nothing yet")
    words = f"{target} ({view.label})" if view.label else target
    count = count_words(canvas, canvas.model.count(name))
    return f"{words} {count}" if count else words


def edge(canvas: "CanvasView", name: str) -> str:
    """From where to where, the count, and its share of the entry."""
    view, count = canvas.model.edge(name), canvas.model.count(name)
    source = canvas.model.node(view.source.node).title
    if view.target is None:
        words = [tr("Transition from {source}, open").format(source=source)]
    else:
        target = canvas.model.node(view.target.node).title
        words = [tr("Transition from {source} to {target}").format(source=source, target=target)]
    words += [view.label, count_words(canvas, count)]
    if count.entry is not None and count.value is not None:
        words.append(tr("{share} % of entry").format(share=canvas.look.locale.toString(round(count.entry * 100))))
    return ", ".join(word for word in words if word)


def count_words(canvas: "CanvasView", count: Count) -> str:
    """A count with its unit and how far it can be trusted; empty while nothing is known."""
    if count.state is CountState.ERROR:
        return tr("count failed")
    if count.value is None:
        return tr("being counted") if count.state is CountState.COMPUTING else ""
    number = f"{canvas.look.locale.toString(count.value)} {count.unit}".strip()
    match count.state:
        case CountState.ESTIMATED:
            return tr("about {number}").format(number=number)
        case CountState.STALE:
            return tr("{number}, out of date").format(number=number)
        case CountState.COMPUTING:
            return tr("{number}, being counted").format(number=number)
        case _:
            return number
