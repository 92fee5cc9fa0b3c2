"""A condition of a journey as a sentence, in English and French. Fields are told by their titles, values as written."""

import re
from collections.abc import Mapping

from engine.accounts.model import CATALOG
from engine.dossier.speech import Speech
from engine.journey.conditions.model import (
    AccountListFilter,
    AttributeFilter,
    BuyingGroupFilter,
    Comparison,
    Condition,
    Constraint,
    EventFilter,
    Filter,
    IntentFilter,
    JourneyFilter,
    Logic,
    MemberFilter,
    ObjectFilter,
    Operator,
    OpportunityFilter,
    PeopleListFilter,
    ProgramFilter,
    RoleFilter,
)
from engine.rules.model import Scalar

_OPERATORS: Mapping[Operator, tuple[str, str]] = {
    Operator.IS: ("is {v}", "est {v}"),
    Operator.IS_NOT: ("is not {v}", "n’est pas {v}"),
    Operator.IS_ANY: ("is anything", "a une valeur quelconque"),
    Operator.STARTS_WITH: ("starts with {v}", "commence par {v}"),
    Operator.NOT_STARTS_WITH: ("does not start with {v}", "ne commence pas par {v}"),
    Operator.ENDS_WITH: ("ends with {v}", "finit par {v}"),
    Operator.NOT_ENDS_WITH: ("does not end with {v}", "ne finit pas par {v}"),
    Operator.CONTAINS: ("contains {v}", "contient {v}"),
    Operator.NOT_CONTAINS: ("does not contain {v}", "ne contient pas {v}"),
    Operator.MATCHES: ("is like {v}", "ressemble à {v}"),
    Operator.NOT_MATCHES: ("is not like {v}", "ne ressemble pas à {v}"),
    Operator.EMPTY: ("is empty", "est vide"),
    Operator.NOT_EMPTY: ("is not empty", "n’est pas vide"),
    Operator.GREATER: ("is greater than {v}", "est supérieur à {v}"),
    Operator.LESS: ("is less than {v}", "est inférieur à {v}"),
    Operator.AT_LEAST: ("is at least {v}", "est au moins {v}"),
    Operator.AT_MOST: ("is at most {v}", "est au plus {v}"),
    Operator.BETWEEN: ("is between {v}", "est entre {v}"),
    Operator.TRUE: ("is true", "est vrai"),
    Operator.FALSE: ("is false", "est faux"),
    Operator.ON: ("is on {v}", "est le {v}"),
    Operator.BEFORE: ("is before {v}", "est avant {v}"),
    Operator.AFTER: ("is after {v}", "est après {v}"),
    Operator.IN_PAST: ("is within the last {n} {u}", "est dans les {n} derniers {u}"),
    Operator.NOT_IN_PAST: ("is not within the last {n} {u}", "n’est pas dans les {n} derniers {u}"),
    Operator.IN_NEXT: ("is within the next {n} {u}", "est dans les {n} prochains {u}"),
    Operator.SINCE_ENTRY: ("is since the entry", "est depuis l’entrée"),
    Operator.ANNIVERSARY: ("has its anniversary", "a son anniversaire"),
}
_UNITS = {
    "hours": ("hours", "heures"), "days": ("days", "jours"), "weeks": ("weeks", "semaines"),
    "months": ("months", "mois"), "quarters": ("quarters", "trimestres"), "years": ("years", "ans"),
}  # fmt: skip
_WORDS: Mapping[str, tuple[str, str]] = {
    "everybody": ("everybody", "tout le monde"),
    "opportunity": ("has an opportunity", "a une opportunité"),
    "account-list": ("is in the account list {names}", "est dans la liste de comptes {names}"),
    "journey-member": ("is in the journey {names}", "est dans le parcours {names}"),
    "buying-group": ("has a buying group", "a un groupe d’achat"),
    "member": ("is a member of a buying group", "est membre d’un groupe d’achat"),
    "event": ("did {name} at least {n} times", "a fait {name} au moins {n} fois"),
    "no event": ("did not do {name}", "n’a pas fait {name}"),
    "list": ("is in the list {names}", "est dans la liste {names}"),
    "program": ("is a member of the program {names}", "est membre du programme {names}"),
    "statuses": ("with the status {names}", "au statut {names}"),
    "intent": ("has an intent for {names}", "a une intention pour {names}"),
    "levels": ("of the level {names}", "de niveau {names}"),
    "any topic": ("anything", "quoi que ce soit"),
    "object": ("has a record of {name}", "a un enregistrement de {name}"),
    "role": ("has a role that", "a un rôle qui"),
    "where": ("{text} where {parts}", "{text} où {parts}"),
    "removed": ("was removed", "a été retiré"),
    "not removed": ("was not removed", "n’a pas été retiré"),
    "interest": ("the solution interest", "la solution visée"), "stage": ("the stage", "l’étape"),
    "status": ("the status", "le statut"), "completeness": ("the completeness", "la complétude"),
    "engagement": ("the engagement", "l’engagement"), "role_count": ("the number of members", "le nombre de membres"),
    "role of member": ("the role", "le rôle"), "date": ("its date", "sa date"),
}  # fmt: skip
_NUMBER = re.compile(r"\d+")


def condition_sentence(condition: Condition, speech: Speech) -> str:
    """A condition in words; without filters it holds for everybody."""
    teller = _Teller(speech.with_words(_WORDS))
    parts = [teller.filter(one) for one in condition.filters]
    if not parts:
        return teller.word("everybody")
    if condition.logic is Logic.ADVANCED:
        return _NUMBER.sub(
            lambda found: f"({parts[int(found[0]) - 1]})" if 0 < int(found[0]) <= len(parts) else found[0],
            condition.expression,
        )
    return f" {speech.word('or' if condition.logic is Logic.ANY else 'and')} ".join(parts)


class _Teller:
    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    def word(self, key: str, /, **values: object) -> str:
        return self._speech.word(key, **values)

    def filter(self, one: Filter) -> str:
        if isinstance(one, AttributeFilter):
            return f"{_title(one.attribute)} {self._compared(one)}"
        if isinstance(one, EventFilter):
            return self._event(one)
        text = self._membership(one)
        return text if one.holds else self.word("not", text=text)

    def _membership(self, one: Filter) -> str:
        match one:
            case AccountListFilter() | PeopleListFilter():
                kind = "account-list" if isinstance(one, AccountListFilter) else "list"
                return self.word(kind, names=self._names(one.lists))
            case JourneyFilter():
                return self.word("journey-member", names=self._names(one.journeys))
            case ProgramFilter():
                text = self.word("program", names=self._names(one.programs))
                return f"{text} {self.word('statuses', names=self._names(one.statuses))}" if one.statuses else text
            case IntentFilter():
                text = self.word("intent", names=self._names(one.keys) or self.word("any topic"))
                return f"{text} {self.word('levels', names=self._names(one.levels))}" if one.levels else text
            case RoleFilter():
                return f"{self.word('role')} {self._compared(one)}"
            case _:
                return self._records(one)

    def _records(self, one: Filter) -> str:
        match one:
            case OpportunityFilter():
                return self._where(self.word("opportunity"), self._constraints(one.where))
            case ObjectFilter():
                return self._where(self.word("object", name=one.object), self._constraints(one.where))
            case BuyingGroupFilter():
                names = ("interest", "stage", "status", "completeness", "engagement", "role_count")
                joined = "or" if one.any_of else "and"
                return self._where(self.word("buying-group"), self._given(one, names), joined)
            case MemberFilter():
                parts = self._given(one, ("interest", "stage", "status", "completeness", "engagement", "role"))
                if one.is_removed is not None:
                    parts.append(self.word("removed" if one.is_removed else "not removed"))
                return self._where(self.word("member"), parts)
            case _:
                return one.kind

    def _event(self, one: EventFilter) -> str:
        name = one.event.rpartition(".")[2]
        text = self.word("no event", name=name) if one.inactive else self.word("event", name=name, n=one.at_least)
        parts = self._constraints(one.where)
        if one.date is not None:
            parts.append(f"{self.word('date')} {self._compared(one.date)}")
        return self._where(text, parts)

    def _given(self, one: Filter, names: tuple[str, ...]) -> list[str]:
        found: list[str] = []
        for name in names:
            compared = getattr(one, name)
            if isinstance(compared, Comparison):
                found.append(f"{self.word('role of member' if name == 'role' else name)} {self._compared(compared)}")
        return found

    def _constraints(self, where: tuple[Constraint, ...]) -> list[str]:
        return [f"{_title(one.field)} {self._compared(one)}" for one in where]

    def _where(self, text: str, parts: list[str], joined: str = "and") -> str:
        if not parts:
            return text
        return self.word("where", text=text, parts=f" {self._speech.word(joined)} ".join(parts))

    def _compared(self, one: Comparison) -> str:
        french = self._speech.language == "fr"
        joined = "and" if one.operator is Operator.BETWEEN else "or"
        values = self._speech.listed([self._scalar(value) for value in one.values], joined)
        unit = _UNITS[one.unit.value][french]
        return _OPERATORS[one.operator][french].format(v=values, n=one.count, u=unit)

    def _scalar(self, value: Scalar) -> str:
        if isinstance(value, bool):
            return self._speech.word("yes" if value else "no")
        if isinstance(value, int | float):
            return self._speech.number(value)
        return self._speech.word("nothing") if value is None else self._speech.quoted(value)

    def _names(self, names: tuple[str, ...]) -> str:
        return self._speech.listed([self._speech.quoted(one) for one in names], "or")


def _title(attribute: str) -> str:
    """The title of a field of the data model; of two tables that have it, any."""
    for table in CATALOG.tables:
        known = table.by_name.get(attribute)
        if known is not None:
            return known.title
    return attribute
