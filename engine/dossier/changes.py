"""What became different between two states of a document, said in sentences that a marketer reads."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from engine.document.differences import Fate, FieldChange, PartChange, PartKind, differences
from engine.document.model import Document, Kind, Node
from engine.dossier.settings import Ground, Line, kind_title, told_settings
from engine.dossier.speech import Speech
from engine.problems import EngineError
from engine.schedule_sentences import schedule_sentence
from engine.schedules import read_schedule

_SETTINGS = "settings"
_MASCULINE = {PartKind.DOCUMENT, PartKind.FRAME}


@dataclass(frozen=True, slots=True)
class Told:
    """One difference: which part, what became of it, and, of one that was changed, each thing that is not the same."""

    kind: PartKind
    id: str
    fate: Fate
    sentence: str
    details: tuple[str, ...] = ()


def told_changes(before: Document, after: Document, old: Ground, new: Ground) -> tuple[Told, ...]:
    """Every difference of meaning, in the order of the later document; what is only drawn otherwise is not told."""
    teller = _Teller(before, after, old, new)
    found = (teller.told(one) for one in differences(before, after) if one.fate is not Fate.MOVED)
    return tuple(one for one in found if one is not None)


def drawn_sentence(before: Document, after: Document, speech: Speech) -> str:
    """How many parts only look different; empty when none does."""
    moved = sum(one.fate is Fate.MOVED for one in differences(before, after))
    if not moved:
        return ""
    return speech.word("moved one") if moved == 1 else speech.word("moved", count=speech.number(moved))


class _Teller:
    def __init__(self, before: Document, after: Document, old: Ground, new: Ground) -> None:
        self._sides = ((before, old), (after, new))
        self._speech = new.speech

    def told(self, change: PartChange) -> Told | None:
        if change.kind is PartKind.TRANSITION:
            return self._transition(change)
        details = tuple(self._details(change)) if change.fate is Fate.CHANGED else ()
        # In French what became of a part agrees with what it is.
        end = "" if change.kind in _MASCULINE else "e"
        sentence = self._speech.word(change.fate.value, name=self._name(change), e=end)
        return Told(change.kind, change.id, change.fate, sentence, details)

    def _name(self, change: PartChange) -> str:
        if change.kind is PartKind.DOCUMENT:
            return self._speech.word("document")
        shown = change.id
        if change.kind is PartKind.NODE:
            document = self._sides[change.fate is not Fate.REMOVED][0]
            shown = self._node_name(document, change.id)
        return self._speech.word(change.kind.value, name=self._speech.quoted(shown))

    def _node_name(self, document: Document, name: str | None) -> str:
        node = document.node_by_id.get(name or "")
        return (name or "") if node is None else node.label or kind_title(node, self._speech)

    def _transition(self, change: PartChange) -> Told | None:
        document = self._sides[change.fate is not Fate.REMOVED][0]
        one = next((each for each in document.transitions if each.id == change.id), None)
        if one is None:
            return None
        ends = {
            "source": self._speech.quoted(self._node_name(document, one.source)),
            "target": self._speech.quoted(self._node_name(document, one.target))
            if one.target
            else self._speech.word("open end"),
        }
        if change.fate is Fate.CHANGED:
            details = tuple(self._plain(field) for field in change.fields)
            return Told(change.kind, change.id, change.fate, self._speech.word("led", source=ends["source"]), details)
        word = "connected" if change.fate is Fate.ADDED else "cut"
        return Told(change.kind, change.id, change.fate, self._speech.word(word, **ends))

    def _details(self, change: PartChange) -> Iterator[str]:
        seen: set[str] = set()
        for field in change.fields:
            top = field.path.partition(".")[0].partition("[")[0]
            if change.kind is PartKind.NODE and top == _SETTINGS:
                if _SETTINGS not in seen:
                    yield from self._settings(change.id)
                seen.add(_SETTINGS)
            elif change.kind is PartKind.DOCUMENT and top == "schedule":
                if top not in seen:
                    yield self._was("schedule", *(self._scheduled(one) for one, _ in self._sides))
                seen.add(top)
            else:
                yield self._plain(field)

    def _settings(self, name: str) -> Iterator[str]:
        old, new = ({one.title: one.text for one in self._lines(side, name)} for side in (0, 1))
        nothing = self._speech.word("nothing")
        for title in [*new, *(title for title in old if title not in new)]:
            if old.get(title) != new.get(title):
                yield self._speech.word(
                    "was", title=title, before=old.get(title, nothing), after=new.get(title, nothing)
                )

    def _lines(self, side: int, name: str) -> tuple[Line, ...]:
        document, ground = self._sides[side]
        node: Node | None = document.node_by_id.get(name)
        return () if node is None else told_settings(node, ground, journey=document.kind is Kind.JOURNEY)

    def _scheduled(self, document: Document) -> str:
        return schedule_words(document.schedule, self._speech)

    def _plain(self, field: FieldChange) -> str:
        return self._was(field.path, self._shown(field.before), self._shown(field.after))

    def _was(self, path: str, before: str, after: str) -> str:
        top, _, rest = path.partition(".")
        title = self._speech.word(top) if self._speech.knows(top) else top
        whole = f"{title} › {rest.replace('.', ' › ').replace('_', ' ')}" if rest else title
        return self._speech.word("was", title=whole, before=before, after=after)

    def _shown(self, value: JsonValue) -> str:
        if value is None or value == "":
            return self._speech.word("nothing")
        if isinstance(value, bool):
            return self._speech.word("yes" if value else "no")
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def schedule_words(written: Mapping[str, JsonValue], speech: Speech) -> str:
    """A schedule in words; one that cannot be read is told as it is written."""
    try:
        return schedule_sentence(read_schedule(written), speech.language)
    except EngineError:
        return json.dumps(dict(written), ensure_ascii=False)
