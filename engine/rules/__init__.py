"""The rule tree: which records match, said as a sentence, as SQL, and as an exact predicate."""
