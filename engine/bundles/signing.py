"""Signatures of bundles: Ed25519 over the manifest, which holds the hash of everything else.

The signer is a key and the name that its owner chose to show; no account, no computer. The receiver compares the key's
fingerprint with the one that the author told.
"""

import base64
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from pydantic import BaseModel, ConfigDict, TypeAdapter

from engine.bundles.archive import broken
from engine.document.parsing import as_type, parse
from engine.misfits import system_reason
from engine.problems import EngineError, Problem
from engine.texts import quoted, say

_PURPOSE = b"jalon bundle signature 1\n"
MOST_NAME = 100


class SignatureState(StrEnum):
    """What a receiver can rely on."""

    NONE = "none"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, if anybody did, and whether the manifest is still what was signed."""

    state: SignatureState
    name: str = ""
    fingerprint: str = ""


class SignaturePart(BaseModel):
    """The part of a bundle that holds its signature: the key and the signature in Base64, the name as shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    algorithm: str
    name: str
    key: str
    signature: str


_SIGNED = TypeAdapter(SignaturePart)


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key and the name shown beside its signatures."""

    key: Ed25519PrivateKey
    name: str

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.key.public_key())


def new_key(path: Path) -> None:
    """Write a new private key to a file that only its owner may read. Errors: file-exists, storage-failed."""
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        with path.open("xb") as file:
            path.chmod(0o600)
            file.write(pem)
    except FileExistsError as error:
        what = say("There is a file {path} already.", path=quoted(path.name))
        raise EngineError(Problem(code="file-exists", what=what, fix="Choose another name.")) from error
    except OSError as error:
        what = say("{path} could not be written.", path=quoted(path.name))
        fix = "Check that the folder can be written and that the disk is not full."
        raise EngineError(Problem(code="storage-failed", what=what, why=system_reason(error), fix=fix)) from error


def read_signer(path: Path, name: str) -> Signer:
    """The signer whose key is in a file. Errors: wrong-key, wrong-name."""
    if not name.strip() or len(name) > MOST_NAME:
        what = say("A signature needs a name of 1 to {most_name} characters.", most_name=MOST_NAME)
        raise EngineError(Problem(code="wrong-name", what=what, fix="Choose the name that receivers will see."))
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise _wrong_key(path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _wrong_key(path)
    return Signer(key, name)


def _wrong_key(path: Path) -> EngineError:
    fix = "Choose a key that was made with `jalon bundle key`."
    return EngineError(
        Problem(code="wrong-key", what=say("{path} holds no signing key.", path=quoted(path.name)), fix=fix)
    )


def sign(manifest: bytes, signer: Signer) -> bytes:
    """The signature part for a manifest."""
    public = signer.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    signed = SignaturePart(
        algorithm="ed25519",
        name=signer.name,
        key=base64.b64encode(public).decode(),
        signature=base64.b64encode(signer.key.sign(_message(signer.name, manifest))).decode(),
    )
    return (signed.model_dump_json(indent=2) + "\n").encode()


def check_signature(manifest: bytes, part: bytes) -> Signature:
    """Whether a signature part fits a manifest. Errors: wrong-bundle, when it is no signature at all."""
    try:
        signed = as_type(_SIGNED, parse(part.decode("utf-8")))
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(signed.key, validate=True))
        given = base64.b64decode(signed.signature, validate=True)
    except (EngineError, ValueError) as error:
        raise broken("The signature of the bundle cannot be read.", str(error)) from error
    try:
        key.verify(given, _message(signed.name, manifest))
    except InvalidSignature:
        return Signature(SignatureState.BAD, signed.name[:MOST_NAME], fingerprint_of(key))
    return Signature(SignatureState.GOOD, signed.name[:MOST_NAME], fingerprint_of(key))


def _message(name: str, manifest: bytes) -> bytes:
    """What is signed: the shown name belongs to it, so that nobody can put another one there."""
    return _PURPOSE + name.encode() + b"\n" + manifest


def fingerprint_of(key: Ed25519PublicKey) -> str:
    """A public key as people compare it: eight groups of four digits."""
    digits = hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:32]
    return " ".join(digits[place : place + 4] for place in range(0, 32, 4))
