"""The function catalogue, whole: the editor's completion, the signature help and the language reference read it."""

from collections.abc import Mapping

from engine.expressions.library import aggregates, dates, numbers, others, texts
from engine.expressions.signatures import Function
from engine.texts import say

FUNCTIONS: Mapping[str, Function] = {
    function.name.lower(): function
    for function in (
        *aggregates.FUNCTIONS,
        *dates.FUNCTIONS,
        *numbers.FUNCTIONS,
        *others.FUNCTIONS,
        *texts.FUNCTIONS,
    )
}
"""Lower-case name to function."""

REFUSED: Mapping[str, str] = {
    "getmirrorurl": say("Mirror pages need a web server; Jalon works without a network."),
}
"""Functions of the field that are left out, each with the reason that users read."""
