"""Secret keys of the person at this computer, for expressions that encrypt. They are in no workspace and no document.

A key is a file of its own in the user's configuration, which nobody else may read. Statements, logs, documents and
bundles hold its name alone. The name ends in a fingerprint of the key: it can never come to mean another key, so what
was counted with it stays true, and whoever is sent the key under its name has the right one.

The encryption is AES-SIV (RFC 5297) with 256 bits: the same text gives the same result each time, as every count here
must, and a result that was changed is not decrypted.
"""

import base64
import binascii
import hashlib
import os
import re
import stat
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

from engine.misfits import system_reason
from engine.problems import EngineError, Problem
from engine.texts import quoted, say

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

_BITS = 512
"""AES-SIV takes two keys of 256 bits."""
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_WHOLE_NAME = re.compile(rf"{_NAME.pattern}-[0-9a-f]{{8}}")
_ENDING = ".key"
_PURPOSE = b"jalon expression key 1\n"


def keys_folder() -> Path:
    """Where the keys of this user are."""
    return user_config_path("jalon") / "keys"


def new_key(name: str) -> str:
    """Make a key; its whole name, with the fingerprint. Errors: wrong-name, storage-failed."""
    if not _NAME.fullmatch(name):
        what = say("{name} cannot be the name of a key.", name=quoted(name))
        fix = say("Use 1 to 40 small letters, digits, hyphens and underscores, a letter first.")
        raise EngineError(Problem(code="wrong-name", what=what, fix=fix))
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    key = AESSIV.generate_key(_BITS)
    whole = f"{name}-{_fingerprint(key)}"
    folder = keys_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # The file is never there with other permissions, not even for a moment.
        with os.fdopen(os.open(_path(whole), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(base64.b64encode(key) + b"\n")
    except OSError as error:
        what = say("The key could not be written to {folder}.", folder=str(folder))
        fix = say("Check that the folder can be written and that the disk is not full.")
        raise EngineError(Problem(code="storage-failed", what=what, why=system_reason(error), fix=fix)) from error
    return whole


def key_names() -> tuple[str, ...]:
    """The whole names of all keys that there are."""
    found = sorted(keys_folder().glob(f"*{_ENDING}"))
    return tuple(path.stem for path in found if _WHOLE_NAME.fullmatch(path.stem))


def has_key(name: str) -> bool:
    """Whether there is a key of that whole name."""
    return bool(_WHOLE_NAME.fullmatch(name)) and _path(name).is_file()


def encrypted(value: str, name: str) -> str:
    """The text under a key, in Base64; the same each time. Errors: no-key, key-open-to-others, wrong-key."""
    return base64.b64encode(_cipher(name).encrypt(value.encode(), None)).decode()


def decrypted(value: str, name: str) -> str:
    """What `encrypted` was given. Errors: not-encrypted, no-key, key-open-to-others, wrong-key."""
    from cryptography.exceptions import InvalidTag

    cipher = _cipher(name)
    try:
        return cipher.decrypt(base64.b64decode(value, validate=True), None).decode()
    except (InvalidTag, binascii.Error, ValueError) as error:
        what = say("This was not encrypted with the key {name}, or was changed since.", name=name)
        fix = say("Copy it whole, and choose the key that the expression names.")
        raise EngineError(Problem(code="not-encrypted", what=what, fix=fix)) from error


def _path(name: str) -> Path:
    return keys_folder() / f"{name}{_ENDING}"


def _cipher(name: str) -> "AESSIV":
    return _read(str(keys_folder()), name)


@lru_cache(maxsize=64)
def _read(folder: str, name: str) -> "AESSIV":
    """A key for each row, read once: a name never means another key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    path = Path(folder) / f"{name}{_ENDING}"
    if not _WHOLE_NAME.fullmatch(name) or not path.is_file():
        what = say("There is no key {name} on this computer.", name=quoted(name))
        fix = say("Make one with `jalon key new`, or put the file of the key into {folder}.", folder=folder)
        raise EngineError(Problem(code="no-key", what=what, fix=fix))
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        what = say("Others on this computer may read the key {name}, so it is not used.", name=name)
        fix = say("Take their permissions away: chmod 600 {path}", path=str(path))
        raise EngineError(Problem(code="key-open-to-others", what=what, fix=fix))
    try:
        key = base64.b64decode(path.read_bytes().strip(), validate=True)
        cipher = AESSIV(key)
    except (OSError, ValueError) as error:
        raise _wrong_key(name) from error
    if not name.endswith(f"-{_fingerprint(key)}"):
        raise _wrong_key(name)
    return cipher


def _wrong_key(name: str) -> EngineError:
    what = say("The file of the key {name} does not hold this key.", name=name)
    fix = say("Put the right file back; its name ends in the fingerprint of its key.")
    return EngineError(Problem(code="wrong-key", what=what, fix=fix))


def _fingerprint(key: bytes) -> str:
    return hashlib.sha256(_PURPOSE + key).hexdigest()[:8]
