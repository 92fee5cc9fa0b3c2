"""Places in a text: the engine counts characters, Qt counts units of UTF-16, of which an emoji has two."""


def to_qt(text: str, place: int) -> int:
    """Qt's place of the character at `place`."""
    return place + sum(ord(sign) > 0xFFFF for sign in text[:place])


def from_qt(text: str, place: int) -> int:
    """The character at Qt's `place`."""
    units = 0
    for number, sign in enumerate(text):
        if units >= place:
            return number
        units += 2 if ord(sign) > 0xFFFF else 1
    return len(text)
