"""Texts for users that can be said in another language: a template, and the values that it mentions.

A `Text` is a plain English string wherever one is wanted (the command line, JSON, a comparison), and carries beside it
what a translation needs: the constant English template, which is looked up, and the values, which are put into the
translation. Values are data and never templates: braces in them stay as they are.

A template counts at most one thing, `{n}`, and carries its English plural: "{n} row(s) (was|were) read". Its French has
a form for one and a form for several. A text that counts several things is made of texts that count one each.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

_PLACES = re.compile(r"\{([a-z_]+)\}")
_FORMS = re.compile(r"\((?:([^(){}|]*)\|([^(){}|]*)|(e?s))\)")
_COUNT: Final = "n"
_KEPT: Final = "say:"
NO_COUNT: Final = -1
"""What a look-up is given for a text that counts nothing."""

Lookup = Callable[[str, int], str]
"""A template and what its `{n}` counts (or NO_COUNT) to the template in another language, or to the same."""

Numbers = Callable[[float], str]
"""A number as the language writes it, grouped."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """A number that is written in groups of digits."""

    value: float


class Text(str):
    """An English text that can be said in another language. Made by `say`, never by cutting or joining texts."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object] | None = None) -> "Text":
        given = dict(values or {})
        english = _agreed(template, given.get(_COUNT))
        made = super().__new__(cls, _filled(english, {name: _plain(name, one) for name, one in given.items()}))
        made.template = template
        made.values = given
        return made

    def __reduce__(self) -> tuple[type["Text"], tuple[str, Mapping[str, object]]]:
        return Text, (self.template, self.values)

    @property
    def counts(self) -> bool:
        """Whether it waits for the number that its plural depends on."""
        return "{n}" in self.template and _COUNT not in self.values


def say(template: str, /, **values: object) -> Text:
    """A text with values in the places named in braces; `{n}` is the number `n`, on which its plural depends.

    The template is written in the source as one constant, because translations are collected from there.
    """
    return Text(template, values)


def one_of(names: Sequence[str]) -> Text:
    """What to do where one of some names has to be chosen, also where there is none yet."""
    if not names:
        return say("There is none yet: make one first.")
    return say("Choose one of these: {names}.", names=", ".join(names))


def with_values(text: str, **values: object) -> Text:
    """The same text with more of its values known."""
    return Text(text.template, {**text.values, **values}) if isinstance(text, Text) else Text(text, values)


def declared(title: str) -> Text:
    """A text that stands constant in the source (a title, a label, a sentence), as a value within another text."""
    return title if isinstance(title, Text) else Text(title)


def quoted(value: object) -> Text:
    """A value in quotation marks; of what is no text, or not printable, the way it is written in code."""
    written = repr(value)
    if type(value) not in {str, Text} or written[1:-1] != value:
        return Text(written)
    return say("'{text}'", text=value) if written[0] == "'" else say('"{text}"', text=value)


def sentences(*texts: str) -> str:
    """Texts after each other; empty ones are left out."""
    said = [text for text in texts if text]
    if len(said) < 2:
        return said[0] if said else ""
    return say("{text} {more}", text=declared(said[0]), more=declared(sentences(*said[1:])))


def grouped(value: float) -> Grouped:
    """A number that is written in groups of digits: 12,431."""
    return Grouped(value)


def any_of(values: Sequence[object]) -> Text:
    """Values to choose from: "a", "a or b", "a or b or c"."""
    first, *others = values or [""]
    return say("{first} or {others}", first=first, others=any_of(others)) if others else say("{first}", first=first)


def translated(text: str, lookup: Lookup, number: Numbers) -> str:
    """The text in another language, its values of the same kind too; what is not known there stays as it is."""
    if not isinstance(text, Text):
        return lookup(text, NO_COUNT) if text else ""
    counted = text.values.get(_COUNT)
    found = lookup(text.template, int(counted) if isinstance(counted, int | float) else NO_COUNT)
    found = _agreed(found, counted) if found == text.template else found
    return _filled(found, {name: _spoken(name, one, lookup, number) for name, one in text.values.items()})


def agreeing(template: str, count: float) -> str:
    """An English template with the forms that go with a number: "row(s)" as "row" or "rows", "(is|are)" as either."""
    return _FORMS.sub(lambda found: (found[1] or "") if count == 1 else found[2] or found[3] or "", template)


def _agreed(template: str, count: object) -> str:
    return agreeing(template, count) if isinstance(count, int | float) else template


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The values in their places; a place without a value stays as it is written."""
    if not values:
        return template
    return _PLACES.sub(lambda found: values.get(found[1], found[0]), template)


def _plain(name: str, value: object) -> str:
    if isinstance(value, Grouped):
        return f"{value.value:,}"
    return f"{value:,}" if name == _COUNT and isinstance(value, int | float) else str(value)


def _spoken(name: str, value: object, lookup: Lookup, number: Numbers) -> str:
    if isinstance(value, Text):
        return translated(value, lookup, number)
    if isinstance(value, Grouped):
        return number(value.value)
    return number(value) if name == _COUNT and isinstance(value, int | float) else str(value)


NOTHING: Final = Text("")
"""No text, where one could stand."""


def to_json(text: str) -> str:
    """How a text is kept: a plain one as it is, one with values as JSON that says what it was made of."""
    if (isinstance(text, Text) and text.values) or text.startswith(_KEPT):
        return _KEPT + json.dumps(_packed(text if isinstance(text, Text) else say("{text}", text=text)))
    return str(text)


def from_json(kept: str) -> str:
    """The text that `to_json` kept."""
    return _unpacked(json.loads(kept.removeprefix(_KEPT))) if kept.startswith(_KEPT) else kept


def _packed(value: object) -> object:
    if isinstance(value, Text):
        return {"say": value.template, "values": {name: _packed(one) for name, one in value.values.items()}}
    if isinstance(value, Grouped):
        return {"number": value.value}
    return value if isinstance(value, str | int | float) else str(value)


def _unpacked(kept: Any) -> Any:
    if not isinstance(kept, dict):
        return kept
    packed = cast("dict[str, Any]", kept)
    if "number" in packed:
        return Grouped(packed["number"])
    return Text(packed["say"], {name: _unpacked(one) for name, one in packed["values"].items()})
