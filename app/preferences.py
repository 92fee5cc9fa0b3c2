"""What the user chose for this machine, as typed values over QSettings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from PySide6.QtCore import QByteArray, QSettings

from app.theme import Scheme

MOST_RECENT = 8
MOST_ACCESSED = 20


@dataclass(frozen=True, slots=True)
class Accessed:
    """A document that was looked at: where, its id, name and kind then, and when, in UTC."""

    folder: Path
    document: str
    name: str
    kind: str
    time: datetime


class Preferences:
    """Typed access to the settings. Tests hand over settings in a folder of their own."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings("Jalon", "Jalon")

    @property
    def scheme(self) -> Scheme:
        text = str(self._settings.value("scheme", Scheme.SYSTEM.value))
        return Scheme(text) if text in list(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, value: Scheme) -> None:
        self._settings.setValue("scheme", value.value)

    @property
    def language(self) -> str:
        """ "en", "fr", or empty for the system's own."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, value: str) -> None:
        self._settings.setValue("language", value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The workspaces that were opened last, the latest first; those that are gone are left out."""
        paths = (Path(name) for name in _texts(self._settings.value("recent")))
        return tuple(path for path in paths if (path / "workspace.sqlite").exists())

    def remember(self, folder: Path) -> None:
        """Put a workspace first among the recent ones."""
        names = [str(folder), *(str(path) for path in self.recent if path != folder)]
        self._settings.setValue("recent", names[:MOST_RECENT])

    @property
    def accessed(self) -> tuple[Accessed, ...]:
        """The documents that were looked at last, the latest first; those of workspaces that are gone are left out."""
        found = (_accessed(one) for one in _texts(self._settings.value("accessed")))
        return tuple(one for one in found if one is not None and (one.folder / "workspace.sqlite").exists())

    def note_accessed(self, one: Accessed) -> None:
        """Put a document first among those that were looked at."""
        others = (old for old in self.accessed if (old.folder, old.document) != (one.folder, one.document))
        rows = [
            json.dumps([str(each.folder), each.document, each.name, each.kind, each.time.isoformat()])
            for each in (one, *others)
        ]
        self._settings.setValue("accessed", rows[:MOST_ACCESSED])

    def open_documents(self, folder: Path) -> tuple[str, ...]:
        """The documents that were open in a workspace, in the order of their tabs."""
        return _texts(self._settings.value(_key_of(folder)))

    def remember_open(self, folder: Path, documents: tuple[str, ...]) -> None:
        """Note which documents are open."""
        self._settings.setValue(_key_of(folder), list(documents))

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty before it was ever closed."""
        found = self._settings.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    @property
    def signer(self) -> str:
        """The name that receivers of signed bundles see; empty before one was chosen."""
        return str(self._settings.value("signer", ""))

    @signer.setter
    def signer(self, value: str) -> None:
        self._settings.setValue("signer", value)

    def columns(self, table: str) -> QByteArray:
        """The order, widths and choice of a table's columns; empty before they were ever changed."""
        found = self._settings.value(f"columns/{table}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def remember_columns(self, table: str, state: QByteArray) -> None:
        """Note how the columns of a table are."""
        self._settings.setValue(f"columns/{table}", state)

    @property
    def blocks(self) -> dict[str, str]:
        """The blocks of nodes that were kept, name to text; empty when there are none, or they cannot be read."""
        try:
            found = json.loads(str(self._settings.value("blocks", "")))
        except ValueError:
            return {}
        rows = cast("dict[str, object]", found).items() if isinstance(found, dict) else ()
        return {name: text for name, text in rows if isinstance(text, str)}

    @blocks.setter
    def blocks(self, value: Mapping[str, str]) -> None:
        self._settings.setValue("blocks", json.dumps(dict(value)))

    @property
    def bench(self) -> dict[str, Any]:
        """How the panes around a document were; empty before it was ever closed, or when it cannot be read."""
        try:
            found = json.loads(str(self._settings.value("bench", "")))
        except ValueError:
            return {}
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {}

    @bench.setter
    def bench(self, value: Mapping[str, Any]) -> None:
        self._settings.setValue("bench", json.dumps(value))


def _key_of(folder: Path) -> str:
    """Where the open documents of a workspace are noted: by all of its path, for many folders are called alike."""
    return f"open/{quote(str(folder.resolve()), safe='')}"


def _accessed(text: str) -> Accessed | None:
    try:
        folder, document, name, kind, time = (str(part) for part in json.loads(text))
        return Accessed(Path(folder), document, name, kind, datetime.fromisoformat(time))
    except (ValueError, TypeError):
        return None


def _texts(value: object) -> tuple[str, ...]:
    """A list as QSettings gives it back: one text alone is no list there."""
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in cast("list[object]", value)) if isinstance(value, list) else ()
