"""Bring the French file up to date with the texts: new ones are added as unfinished, those no longer shown go."""

from tests.translations.linguist import compile_to, read, write
from tests.translations.texts import all_texts


def main() -> None:
    """Update, compile, and say what is missing."""
    known = read()
    texts = {text: known.get(text, ()) for text in all_texts()}
    write(texts)
    compile_to()
    missing = [text for text, forms in texts.items() if not forms or not all(forms)]
    print(f"{len(texts)} texts, {len(missing)} without French")


if __name__ == "__main__":
    main()
