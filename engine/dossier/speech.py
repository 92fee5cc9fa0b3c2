"""The language of a dossier: declared texts in it, its own words, numbers and moments as its readers write them."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from engine.rules.sentences import Language
from engine.texts import translated

_FRENCH = Path(__file__).resolve().parents[2] / "resources" / "translations" / "jalon_fr.ts"
_NARROW = "\u202f"
_PLURAL = 2

_WORDS: Mapping[str, tuple[str, str]] = {
    "yes": ("yes", "oui"),
    "no": ("no", "non"),
    "and": ("and", "et"),
    "or": ("or", "ou"),
    "not": ("not: {text}", "pas : {text}"),
    "nothing": ("nothing", "rien"),
    "pair": ("{title}: {text}", "{title} : {text}"),
    "quoted": ("“{text}”", "«\u00a0{text}\u00a0»"),
    "was": ("{title}: was {before}, now {after}", "{title} : avant, {before}\u00a0; maintenant, {after}"),
    "added": ("{name} was added.", "{name} a été ajouté{e}."),
    "removed": ("{name} was removed.", "{name} a été retiré{e}."),
    "changed": ("{name} was changed.", "{name} a été modifié{e}."),
    "connected": ("{source} now leads to {target}.", "{source} mène maintenant à {target}."),
    "cut": ("{source} no longer leads to {target}.", "{source} ne mène plus à {target}."),
    "led": ("The way out of {source} was changed.", "La sortie de {source} a été modifiée."),
    "open end": ("an open end", "une sortie libre"),
    "moved": (
        "{count} parts are only drawn differently.",
        "{count} éléments sont seulement dessinés autrement.",
    ),
    "moved one": ("One part is only drawn differently.", "Un élément est seulement dessiné autrement."),
    "same": ("Nothing is different.", "Rien n’est différent."),
    "document": ("The document", "Le document"),
    "node": ("The activity {name}", "L’activité {name}"),
    "transition": ("The transition {name}", "La transition {name}"),
    "variable": ("The variable {name}", "La variable {name}"),
    "note": ("The note {name}", "La note {name}"),
    "frame": ("The frame {name}", "Le cadre {name}"),
    "name": ("Name", "Nom"),
    "description": ("Description", "Description"),
    "zone": ("Time zone", "Fuseau horaire"),
    "as_of": ("Counted as of", "Compté au"),
    "dimension": ("Targeting dimension", "Dimension de ciblage"),
    "merge_policy": ("Merge policy", "Règle de fusion"),
    "seed": ("Seed of random choices", "Graine des choix aléatoires"),
    "schedule": ("Schedule", "Planification"),
    "journey": ("Journey", "Parcours"),
    "execution": ("Execution", "Exécution"),
    "supervisors": ("Supervisors", "Superviseurs"),
    "label": ("Label", "Libellé"),
    "type": ("Kind", "Type"),
    "version": ("Version", "Version"),
    "disabled": ("Switched off", "Désactivée"),
    "paused": ("Paused", "En pause"),
    "text": ("Text", "Texte"),
    "title": ("Title", "Titre"),
    "nodes": ("Activities", "Activités"),
    "value": ("Value", "Valeur"),
    "from": ("From", "De"),
    "to": ("To", "Vers"),
    "port": ("Output", "Sortie"),
    "kind": ("Kind", "Type"),
}


@cache
def _french() -> Mapping[str, tuple[str, ...]]:
    """The French of the texts that the engine makes, of a text that counts for one and for several."""
    if not _FRENCH.exists():
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for context in ElementTree.parse(_FRENCH).getroot().findall("context"):
        if context.findtext("name") != "engine":
            continue
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [one.text or "" for one in translation.findall("numerusform")]
            forms = forms or [message.findtext("translation", "")]
            if all(forms):
                found[message.findtext("source", "")] = tuple(forms)
    return found


def _in_french(template: str, count: int) -> str:
    one, *several = _french().get(template, (template,))
    return several[-1] if several and count >= _PLURAL else one


class Speech:
    """One language, with the words that a room of the engine brings beside the common ones."""

    def __init__(self, language: Language = "en", words: Mapping[str, tuple[str, str]] | None = None) -> None:
        self.language: Language = language
        self._words = {**_WORDS, **(words or {})}

    def said(self, text: str) -> str:
        """A text that the engine declares or makes, such as the title of an activity."""
        return translated(text, _in_french, self.number) if self.language == "fr" else text

    def word(self, key: str, /, **values: object) -> str:
        """One of the own words, with its values put in."""
        text = self._words[key][self.language == "fr"]
        return text.format(**values) if values else text

    def knows(self, name: str) -> bool:
        """Whether there is such a word."""
        return name in self._words

    def with_words(self, words: Mapping[str, tuple[str, str]]) -> "Speech":
        """The same language with more words."""
        return Speech(self.language, {**self._words, **words})

    def quoted(self, text: str) -> str:
        return self.word("quoted", text=text)

    def pair(self, title: str, text: str) -> str:
        return self.word("pair", title=title, text=text)

    def number(self, value: float) -> str:
        """Grouped, with the point or comma of the language."""
        text = f"{value:,}"
        return text if self.language == "en" else text.replace(",", _NARROW).replace(".", ",")

    def moment(self, value: datetime) -> str:
        """A wall time to the minute."""
        return f"{value:%Y-%m-%d %H:%M}" if self.language == "en" else f"{value:%d/%m/%Y %H:%M}"

    def choice(self, value: Enum | str) -> str:
        """A choice as users read it: "at-most-one" becomes "At most one"."""
        written = str(value.value) if isinstance(value, Enum) else value
        return self.said(written.replace("-", " ").replace("_", " ").capitalize())

    def listed(self, parts: list[str], joined: str = "and") -> str:
        """Parts in a row: "a, b and c"."""
        if len(parts) < _PLURAL:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.word(joined)} {parts[-1]}"
