"""Roles, personas and roles templates: their limits, and what keeps a template from being published (B2B 8.1, 8.2)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

from engine.accounts.defaults import DEFAULT_ROLES
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import any_of, text, tree

MOST_ROLES = 20
MOST_PERSONAS, MOST_ATTRIBUTES_EACH, MOST_ATTRIBUTES = 20, 5, 10
WEIGHTS = {"Trivial": 20, "Minor": 40, "Normal": 60, "Important": 80, "Vital": 100}
"""What a role weighs; not the bands of activities."""
DEFAULT_WEIGHT = WEIGHTS["Normal"]


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role of a template. `condition` is kept as it is written; it says who gets the role automatically."""

    role: str
    weight: int = DEFAULT_WEIGHT
    auto_assign: bool = False
    required: bool = False
    members_required: int = 1
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Persona:
    """A kind of person: an attribute to the words that tell of it, for each of its attributes."""

    name: str
    criteria: Mapping[str, tuple[str, ...]]


def check_roles(names: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the custom roles of a workspace, beside the six default ones."""
    known = [name.casefold() for name in (*DEFAULT_ROLES.values(), *names)]
    if len(known) > MOST_ROLES:
        what = say(
            "There (is|are) {n} role(s); at most {most_roles} are allowed, the default ones among them.",
            n=len(known),
            most_roles=MOST_ROLES,
        )
        yield _wrong("many-roles", what, "Remove a custom role that no template uses.")
    for name in names:
        if not name.strip():
            yield _wrong("role-name", "A role has no name.", "Give it one.")
        elif known.count(name.casefold()) > 1:
            yield _wrong("role-name", say("There is a role {name} already.", name=quoted(name)), "Choose another name.")


def check_template(cards: Sequence[RoleCard]) -> Iterator[Problem]:
    """What keeps a template from being published."""
    if not cards:
        yield _wrong("no-role", "The template has no role.", "Add at least one role card.")
    roles = [card.role for card in cards]
    for card in cards:
        if roles.count(card.role) > 1:
            yield _wrong(
                "role-twice", say("The role {role} stands on two cards.", role=quoted(card.role)), "Remove one of them."
            )
            return
        if card.weight not in WEIGHTS.values():
            what = say("{weight} is no weighting of a role.", weight=card.weight)
            yield _wrong(
                "wrong-weight", what, say("Choose one of {names}.", names=", ".join(map(str, WEIGHTS.values())))
            )
        if card.members_required < 1:
            yield _wrong(
                "members-required", say("{role} asks for no member.", role=quoted(card.role)), "Ask for 1 or more."
            )
        if card.auto_assign and not card.condition:
            what = say("{role} is assigned automatically, but nothing says to whom.", role=quoted(card.role))
            yield _wrong("no-condition", what, "Add a condition, or switch off the automatic assignment.")


def check_personas(personas: Sequence[Persona]) -> Iterator[Problem]:
    """What is wrong with the personas of a workspace."""
    if len(personas) > MOST_PERSONAS:
        what = say(
            "There (is|are) {n} persona(s); at most {most_personas} are allowed.",
            n=len(personas),
            most_personas=MOST_PERSONAS,
        )
        yield _wrong("many-personas", what, "Remove one.")
    used = {attribute for persona in personas for attribute in persona.criteria}
    if len(used) > MOST_ATTRIBUTES:
        what = say(
            "The personas look at {n} attribute(s); at most {most_attributes} are allowed in all.",
            n=len(used),
            most_attributes=MOST_ATTRIBUTES,
        )
        yield _wrong("many-attributes", what, "Tell personas from fewer attributes.")
    names = [persona.name.casefold() for persona in personas]
    for persona in personas:
        if len(persona.criteria) > MOST_ATTRIBUTES_EACH:
            what = say(
                "{persona} looks at {n} attribute(s); at most {most_attributes_each} are allowed.",
                persona=quoted(persona.name),
                n=len(persona.criteria),
                most_attributes_each=MOST_ATTRIBUTES_EACH,
            )
            yield _wrong("many-attributes", what, "Remove some.")
        if names.count(persona.name.casefold()) > 1:
            yield _wrong(
                "persona-name",
                say("Two personas are called {persona}.", persona=quoted(persona.name)),
                "Rename one of them.",
            )
            return


def persona_of(personas: Sequence[Persona], attributes: Mapping[str, exp.Expr], otherwise: str | None) -> exp.Expr:
    """The first persona that fits a person: of each of its attributes, the value holds one of the words as words.

    `attributes` are terms; a persona without criteria fits nobody. Case and outer spaces do not count.
    """
    found = exp.Case(default=exp.null() if otherwise is None else text(otherwise))
    cases = 0
    for persona in personas:
        fits = [_holds(attributes[name], words) for name, words in persona.criteria.items() if words]
        if fits and all(name in attributes for name in persona.criteria):
            found = found.when(exp.and_(*fits), text(persona.name), copy=False)
            cases += 1
    return found if cases else (exp.null() if otherwise is None else text(otherwise))


def _holds(value: exp.Expr, words: Sequence[str]) -> exp.Expr:
    return any_of([
        tree("COALESCE(POSITION($word IN CONCAT(' ', LOWER(TRIM($value)), ' ')) > 0, FALSE)",
             word=text(f" {word.strip().lower()} "), value=value)
        for word in words
    ])  # fmt: skip


def _wrong(code: str, what: str, fix: str) -> Problem:
    return Problem(code=code, what=what, fix=fix)
