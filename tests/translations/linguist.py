"""Reads, writes and compiles the Qt Linguist file. Shape: one message per text, sorted, so that a diff can be read."""

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import PySide6

from engine.texts import agreeing
from tests.translations.texts import ROOT, Text

SOURCE = ROOT / "resources" / "translations" / "jalon_fr.ts"
COMPILED = SOURCE.with_suffix(".qm")

Forms = tuple[str, ...]
"""A translation: one form, or two (one, several) for a text that counts."""


def read(path: Path = SOURCE) -> dict[Text, Forms]:
    """Text to its French."""
    if not path.exists():
        return {}
    found: dict[Text, Forms] = {}
    for context in ElementTree.parse(path).getroot().findall("context"):
        name = context.findtext("name", "")
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [one.text or "" for one in translation.findall("numerusform")]
            whole = "" if translation is None else translation.text or ""
            found[name, message.findtext("source", "")] = tuple(forms) if forms else (whole,)
    return found


def write(texts: dict[Text, Forms], path: Path = SOURCE) -> None:
    """Write the file anew; a text without French is marked as unfinished."""
    root = ElementTree.Element("TS", version="2.1", language="fr_FR", sourcelanguage="en")
    for name in sorted({context for context, _ in texts}):
        part = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(part, "name").text = name
        for (_, source), forms in sorted(item for item in texts.items() if item[0][0] == name):
            counted = counts(source)
            message = ElementTree.SubElement(part, "message", {"numerus": "yes"} if counted else {})
            ElementTree.SubElement(message, "source").text = source
            done = bool(forms) and all(forms)
            translation = ElementTree.SubElement(message, "translation", {} if done else {"type": "unfinished"})
            if counted:
                for form in forms or ("", ""):
                    ElementTree.SubElement(translation, "numerusform").text = form
            else:
                translation.text = forms[0] if forms else ""
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def counts(text: str) -> bool:
    """Whether a text has a form for one and a form for several."""
    return "{n}" in text or agreeing(text, 1) != agreeing(text, 2)


def bound(text: str) -> str:
    """French with spaces that end no line: before double punctuation and units, and within quotation marks."""
    text = re.sub(" (?=[;!?])", "\u202f", text)
    return re.sub(r"(?<=«) | (?=[»:%])|(?<=[\d}]) (?=(?:s|ms|h|Ko|Mo|Go)\b)", "\u00a0", text)


def compile_to(target: Path = COMPILED, source: Path = SOURCE) -> None:
    """Compile the file into the form that Qt loads. The file has plain spaces, which are easier to write."""
    program = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / source.name
        write({text: tuple(map(bound, forms)) for text, forms in read(source).items()}, copy)
        subprocess.run([str(program), "-silent", str(copy), "-qm", str(target)], check=True)
