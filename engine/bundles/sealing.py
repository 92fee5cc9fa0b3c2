"""Encryption with a passphrase, in the age format: scrypt and ChaCha20-Poly1305 of a vetted library.

A sealed bundle is read whole into memory, so its size has a limit.
"""

from pyrage import DecryptError, passphrase

from engine.bundles.archive import broken
from engine.problems import EngineError, Problem
from engine.texts import grouped, say

_MARK = b"age-encryption.org/v1\n"
MOST_SEALED = 128_000_000
SHORTEST = 8


def is_sealed(start: bytes) -> bool:
    """Whether a file that begins so is encrypted."""
    return start.startswith(_MARK)


def seal(content: bytes, words: str) -> bytes:
    """The content encrypted. Errors: weak-passphrase, bundle-too-large."""
    if len(words) < SHORTEST:
        raise EngineError(
            Problem(
                code="weak-passphrase",
                what=say("The passphrase is shorter than {shortest} characters.", shortest=SHORTEST),
                fix="Use several words, and tell them to the receiver by another way than the file.",
            )
        )
    if len(content) > MOST_SEALED:
        raise EngineError(
            Problem(
                code="bundle-too-large",
                what=say(
                    "The bundle has {n} byte(s); at most {most_sealed} can be encrypted.",
                    n=len(content),
                    most_sealed=grouped(MOST_SEALED),
                ),
                fix="Send a masked sample or synthetic people, or leave out the data.",
            )
        )
    return passphrase.encrypt(content, words)


def unseal(content: bytes, words: str | None) -> bytes:
    """The content in the clear. Errors: passphrase-needed, wrong-passphrase, wrong-bundle."""
    if words is None:
        raise EngineError(
            Problem(
                code="passphrase-needed",
                what="This bundle is encrypted.",
                fix="Give the passphrase that its author told you.",
            )
        )
    if len(content) > MOST_SEALED + 1_000_000:
        raise broken(
            say("The encrypted bundle has {n} byte(s).", n=len(content)),
            say("At most {n} (is|are) read.", n=MOST_SEALED),
        )
    try:
        return passphrase.decrypt(content, words)
    except DecryptError as error:
        raise EngineError(
            Problem(
                code="wrong-passphrase",
                what="The bundle cannot be decrypted.",
                why="The passphrase is another, or the file was changed on its way.",
                fix="Type the passphrase again; if that does not help, ask for the file again.",
            )
        ) from error
