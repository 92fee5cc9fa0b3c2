"""The zip archive of a bundle. What it writes is the same for the same parts; what it reads comes from strangers.

Nothing is unpacked to where a name in the archive says. Sizes, names and kinds of entries are checked in the archive's
directory before any entry is opened, and again while it is read, because the directory may lie.
"""

import hashlib
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path
from typing import IO

from engine.problems import EngineError, Problem
from engine.texts import quoted, say

MEDIA_TYPE = "application/vnd.jalon.bundle"
MEDIA_PART = "mimetype"
DATA = "data/"

MOST_PARTS = 5_000
MOST_TEXT = 16_000_000
"""Bytes of one part that is no data."""
MOST_TEXT_IN_ALL = 48_000_000
MOST_VALUES = 600_000
"""Values of all texts that were read: what they hold in memory is many times what they take in the file."""
MOST_DATA = 64_000_000_000
MOST_RATIO = 200
"""How much smaller than its content an entry may be; texts of ours reach about 30."""
SMALL = 100_000
"""An entry up to this size may be packed as tightly as it likes."""

_MOST_NAME = 300
_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*(/[a-z0-9][a-z0-9_.-]*)*")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_LOCAL_HEADER = 30

_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError
)  # fmt: skip
"""What reading an archive raises that is none, or is broken: names that are no UTF-8 are a ValueError."""

Content = bytes | Path
"""A part to be written: its bytes, or a file that holds them."""


def broken(what: str, why: str = "") -> EngineError:
    """The error of a bundle that cannot be used."""
    return EngineError(
        Problem(
            code="wrong-bundle",
            what=what,
            why=why,
            fix="Ask whoever sent it to export it again. Nothing was imported.",
        )
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as the archive's directory tells of it."""

    name: str
    size: int


def write_archive(target: IO[bytes], parts: Mapping[str, Content]) -> None:
    """Write the archive. Equal parts give equal bytes; the order is that of the names, the media type first."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        _write(archive, MEDIA_PART, MEDIA_TYPE.encode())
        for name in sorted(parts):
            _write(archive, name, parts[name])


def _write(archive: zipfile.ZipFile, name: str, content: Content) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    # Parquet is packed already, and the media type must be readable at its place.
    plain = name == MEDIA_PART or name.startswith(DATA)
    entry.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
    if isinstance(content, bytes):
        archive.writestr(entry, content)
        return
    entry.file_size = content.stat().st_size
    with content.open("rb") as source, archive.open(entry, "w") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)


class Archive:
    """An archive that is open for reading; its directory was checked. Use it in a `with`."""

    def __init__(self, source: IO[bytes]) -> None:
        """Errors: wrong-bundle, for everything that a bundle must not be."""
        try:
            self._zip = zipfile.ZipFile(source)
        except _UNREADABLE as error:
            raise broken("This file is no bundle, or its end is missing.") from error
        entries = self._zip.infolist()
        if len(entries) > MOST_PARTS:
            raise broken(
                say("The bundle has {n} part(s).", n=len(entries)), say("At most {n} (is|are) read.", n=MOST_PARTS)
            )
        _check_places(entries)
        self._entries = {entry.filename: entry for entry in entries}
        self._values: dict[str, int] = {}
        if len(self._entries) < len(entries):
            raise broken("A part stands twice in the bundle.")
        for entry in entries:
            _check_entry(entry)
        texts = sum(entry.file_size for entry in entries if not entry.filename.startswith(DATA))
        if texts > MOST_TEXT_IN_ALL:
            raise broken(
                say("The texts of the bundle have {n} byte(s).", n=texts),
                say("At most {n} (is|are) read.", n=MOST_TEXT_IN_ALL),
            )
        if entries[:1] != [self._entries.get(MEDIA_PART)] or self.read(MEDIA_PART) != MEDIA_TYPE.encode():
            raise broken(
                "This archive is no bundle.",
                say("Its first part is not the media type {media_type}.", media_type=MEDIA_TYPE),
            )

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All parts but the media type."""
        return tuple(Entry(name, one.file_size) for name, one in self._entries.items() if name != MEDIA_PART)

    def read(self, name: str) -> bytes:
        """A part that is no data, whole. Errors: wrong-bundle."""
        content = b"".join(self.chunks(name))
        # Every value but the first of a list or an object follows one of these signs, so there are no more than that.
        self._values[name] = sum(content.count(sign) for sign in (b",", b"[", b"{"))
        if sum(self._values.values()) > MOST_VALUES:
            raise broken("The bundle holds too many values.", say("At most {n} (is|are) read.", n=MOST_VALUES))
        return content

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part, piece by piece, never more of it than the directory said. Errors: wrong-bundle."""
        entry = self._entries.get(name)
        if entry is None:
            raise broken(say("The part {name} is missing from the bundle.", name=quoted(name)))
        left = entry.file_size
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(min(_CHUNK, left + 1)):
                    left -= len(chunk)
                    if left < 0:
                        raise broken(say("The part {name} is longer than the bundle says.", name=quoted(name)))
                    yield chunk
        except _UNREADABLE as error:
            raise broken(
                say("The part {name} cannot be read.", name=quoted(name)), "It was damaged, perhaps on its way."
            ) from error
        if left:
            raise broken(say("The part {name} is shorter than the bundle says.", name=quoted(name)))

    def hashed(self, name: str) -> str:
        """The SHA-256 of a part. Errors: wrong-bundle."""
        digest = hashlib.sha256()
        for chunk in self.chunks(name):
            digest.update(chunk)
        return digest.hexdigest()

    def unpack(self, name: str, target: Path) -> None:
        """Write a part to a file of ours. Errors: wrong-bundle."""
        with target.open("wb") as file:
            for chunk in self.chunks(name):
                file.write(chunk)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if len(name) > _MOST_NAME or not _NAME.fullmatch(name) or ".." in name or entry.orig_filename != name:
        raise broken(say("The bundle has a part with a name that no bundle has: {name}.", name=quoted(name[:80])))
    kind = entry.external_attr >> 16
    if entry.is_dir() or (kind and not stat.S_ISREG(kind) and stat.S_IFMT(kind)):
        raise broken(say("The part {name} is a folder or a link.", name=quoted(name)))
    if entry.flag_bits & 0x1:
        raise broken(say("The part {name} is encrypted in a way that bundles are not.", name=quoted(name)))
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise broken(say("The part {name} is packed in a way that bundles are not.", name=quoted(name)))
    most = MOST_DATA if name.startswith(DATA) else MOST_TEXT
    if entry.file_size > most:
        raise broken(
            say("The part {name} has {n} byte(s).", name=quoted(name), n=entry.file_size),
            say("At most {n} (is|are) read.", n=most),
        )
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
        raise broken(
            say("The part {name} would unpack to {n} byte(s).", name=quoted(name), n=entry.file_size),
            "No bundle is packed so tightly.",
        )


def _check_places(entries: list[zipfile.ZipInfo]) -> None:
    """Entries that lie over each other are how a small archive unpacks to a huge one."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise broken("Parts of the bundle lie over each other.")
        end = entry.header_offset + _LOCAL_HEADER + len(entry.filename.encode()) + entry.compress_size


def is_archive(source: BufferedIOBase) -> bool:
    """Whether a file begins as a zip archive does."""
    start = source.read(4)
    source.seek(0)
    return start == b"PK\x03\x04"
