# ruff: noqa: E501 - the words of two languages are read as tables
"""A rule as a sentence that a marketer reads, in English and French. Labels are used where there are any."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from engine.catalog.model import Catalog
from engine.catalog.paths import read_path
from engine.problems import EngineError
from engine.rules.model import (
    Aggregate,
    AudienceReference,
    Condition,
    Exists,
    FilterReference,
    Function,
    Group,
    Logic,
    Operator,
    Period,
    Preset,
    Relative,
    Right,
    Rule,
    Scalar,
    Unit,
    counted_items,
    takes_part,
)
from engine.rules.reading import filled
from engine.types import Family

Language = Literal["en", "fr"]

_OPERATORS: Mapping[Language, Mapping[Operator, str]] = {
    "en": {
        Operator.EQUAL: "is", Operator.NOT_EQUAL: "is not", Operator.GREATER: "is greater than",
        Operator.GREATER_OR_EQUAL: "is at least", Operator.LESS: "is less than", Operator.LESS_OR_EQUAL: "is at most",
        Operator.BETWEEN: "is between", Operator.IN: "is one of", Operator.NOT_IN: "is none of",
        Operator.EMPTY: "is empty", Operator.NOT_EMPTY: "is not empty", Operator.STARTS_WITH: "starts with",
        Operator.NOT_STARTS_WITH: "does not start with", Operator.CONTAINS: "contains",
        Operator.NOT_CONTAINS: "does not contain", Operator.LIKE: "is like", Operator.NOT_LIKE: "is not like",
        Operator.WITHIN: "is within", Operator.NOT_WITHIN: "is not within",
        Operator.ANNIVERSARY: "has its anniversary today",
    },
    "fr": {
        Operator.EQUAL: "est", Operator.NOT_EQUAL: "n’est pas", Operator.GREATER: "est supérieur à",
        Operator.GREATER_OR_EQUAL: "est au moins", Operator.LESS: "est inférieur à",
        Operator.LESS_OR_EQUAL: "est au plus", Operator.BETWEEN: "est entre", Operator.IN: "est parmi",
        Operator.NOT_IN: "n’est pas parmi", Operator.EMPTY: "est vide", Operator.NOT_EMPTY: "n’est pas vide",
        Operator.STARTS_WITH: "commence par", Operator.NOT_STARTS_WITH: "ne commence pas par",
        Operator.CONTAINS: "contient", Operator.NOT_CONTAINS: "ne contient pas", Operator.LIKE: "ressemble à",
        Operator.NOT_LIKE: "ne ressemble pas à", Operator.WITHIN: "est dans", Operator.NOT_WITHIN: "n’est pas dans",
        Operator.ANNIVERSARY: "a son anniversaire aujourd’hui",
    },
}  # fmt: skip

_OF_MOMENTS: Mapping[Language, Mapping[Operator, str]] = {
    "en": {
        Operator.GREATER: "is after", Operator.GREATER_OR_EQUAL: "is on or after", Operator.LESS: "is before",
        Operator.LESS_OR_EQUAL: "is on or before",
    },
    "fr": {
        Operator.GREATER: "est après", Operator.GREATER_OR_EQUAL: "est au plus tôt", Operator.LESS: "est avant",
        Operator.LESS_OR_EQUAL: "est au plus tard",
    },
}  # fmt: skip
"""What is said of dates instead: nobody is born less than 18 years ago when born before."""

_FUNCTIONS: Mapping[Language, Mapping[Function, str]] = {
    "en": {
        Function.COUNT: "the number of", Function.COUNT_DISTINCT: "the number of different", Function.SUM: "the sum of",
        Function.AVERAGE: "the average of", Function.MIN: "the smallest", Function.MAX: "the largest",
    },
    "fr": {
        Function.COUNT: "le nombre de", Function.COUNT_DISTINCT: "le nombre de différents",
        Function.SUM: "la somme de", Function.AVERAGE: "la moyenne de", Function.MIN: "le plus petit",
        Function.MAX: "le plus grand",
    },
}  # fmt: skip

_UNITS: Mapping[Language, Mapping[Unit, tuple[str, str]]] = {
    "en": {
        Unit.MINUTE: ("minute", "minutes"), Unit.HOUR: ("hour", "hours"), Unit.DAY: ("day", "days"),
        Unit.WEEK: ("week", "weeks"), Unit.MONTH: ("month", "months"), Unit.QUARTER: ("quarter", "quarters"),
        Unit.YEAR: ("year", "years"),
    },
    "fr": {
        Unit.MINUTE: ("minute", "minutes"), Unit.HOUR: ("heure", "heures"), Unit.DAY: ("jour", "jours"),
        Unit.WEEK: ("semaine", "semaines"), Unit.MONTH: ("mois", "mois"), Unit.QUARTER: ("trimestre", "trimestres"),
        Unit.YEAR: ("année", "années"),
    },
}  # fmt: skip

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "and": "and", "or": "or", "except": "except", "there is": "there is a record in",
        "there is no": "there is no record in",
        "where": "where", "ago": "ago", "ahead": "from now", "filter": "matches the filter",
        "in audience": "is in the audience", "not in audience": "is not in the audience", "yes": "true", "no": "false",
        "variable": "the variable", "case": "(in any case)", "or empty": "or is empty", "everybody": "everybody",
        "in": "in",
    },
    "fr": {
        "and": "et", "or": "ou", "except": "sauf", "there is": "il existe un enregistrement dans",
        "there is no": "il n’existe aucun enregistrement dans",
        "where": "où", "ago": "il y a", "ahead": "dans", "filter": "correspond au filtre",
        "in audience": "fait partie de l’audience", "not in audience": "ne fait pas partie de l’audience",
        "yes": "vrai", "no": "faux", "variable": "la variable", "case": "(sans tenir compte de la casse)",
        "or empty": "ou est vide", "everybody": "tout le monde", "in": "dans",
    },
}  # fmt: skip

_PRESETS: Mapping[Language, Mapping[Preset, str]] = {
    "en": {
        Preset.TODAY: "today", Preset.YESTERDAY: "yesterday", Preset.TOMORROW: "tomorrow", Preset.THIS: "this {unit}",
        Preset.PREVIOUS: "the {unit} before", Preset.COMING: "the coming {unit}", Preset.LAST: "the last {count} {units}",
        Preset.NEXT: "the next {count} {units}",
    },
    "fr": {
        Preset.TODAY: "aujourd’hui", Preset.YESTERDAY: "hier", Preset.TOMORROW: "demain",
        Preset.THIS: "la période en cours ({unit})", Preset.PREVIOUS: "la période précédente ({unit})",
        Preset.COMING: "la période suivante ({unit})", Preset.LAST: "la période des {count} derniers {units}",
        Preset.NEXT: "la période des {count} prochains {units}",
    },
}  # fmt: skip


def to_sentence(
    rule: Rule, catalog: Catalog, table: str, language: Language = "en", audiences: Mapping[str, str] | None = None
) -> str:
    """The rule in words; attributes and audiences by their labels, what no longer exists as it is written."""
    return _Writer(catalog, language, audiences or {}).rule(rule, table)


class _Writer:
    def __init__(self, catalog: Catalog, language: Language, audiences: Mapping[str, str]) -> None:
        self._catalog = catalog
        self._audiences = audiences
        self._language: Language = language
        self._within: list[str] = []
        """The filters whose rules are being read out, so that a circle among them ends."""

    def _word(self, word: str) -> str:
        return _WORDS[self._language][word]

    def rule(self, rule: Rule, table: str, *, inside: bool = False) -> str:
        if not takes_part(rule):
            return self._word("everybody")
        match rule:
            case Group():
                return self._group(rule, table, inside=inside)
            case Condition():
                left = rule.expression or self._attribute(rule.attribute or "", table)
                return self._compared(left, rule.operator, rule, dated=self._is_moment(rule.attribute or "", table))
            case Exists():
                return self._exists(rule, table)
            case Aggregate():
                return self._aggregate(rule, table)
            case FilterReference():
                return self._filter(rule, table)
            case AudienceReference():
                words = self._word("not in audience" if rule.negated else "in audience")
                return f"{words} {self._quoted(self._audiences.get(rule.audience, rule.audience))}"

    def _filter(self, rule: FilterReference, table: str) -> str:
        """A filter by its name; with what it asks here, where it is filled anew."""
        found = self._catalog.filter_by_id.get(rule.filter)
        text = f"{self._word('filter')} {self._quoted(found.label if found else rule.filter)}"
        if found is None or not rule.parameters or rule.filter in self._within:
            return text
        try:
            inner = filled(found, rule.parameters)
        except EngineError:
            return text
        self._within.append(rule.filter)
        asked = self.rule(inner, table)
        self._within.pop()
        return f"{text} ({asked})"

    def _group(self, group: Group, table: str, *, inside: bool) -> str:
        if not group.items:
            return self._word("everybody")
        parts = [self.rule(item, table, inside=True) for _, item in counted_items(group)]
        if len(parts) == 1:
            return parts[0]
        if group.operator is Logic.EXCEPT:
            removed = f" {self._word('and')} ".join(parts[1:])
            text = f"{parts[0]} {self._word('except')} {removed}"
        else:
            text = f" {self._word(group.operator.value)} ".join(parts)
        return f"({text})" if inside else text

    def _exists(self, rule: Exists, table: str) -> str:
        words = self._word("there is no" if rule.negated else "there is")
        text = f"{words} {self._link(rule.link, table)}"
        if rule.rule is None or not takes_part(rule.rule):
            return text
        return f"{text} {self._word('where')} {self.rule(rule.rule, self._end(rule.link, table), inside=True)}"

    def _aggregate(self, rule: Aggregate, table: str) -> str:
        left = f"{_FUNCTIONS[self._language][rule.function]} {self._attribute(rule.attribute, table)}"
        if rule.rule is not None and takes_part(rule.rule):
            records = self._end(self._collection(rule.attribute, table), table)
            left += f" {self._word('where')} {self.rule(rule.rule, records, inside=True)}"
        plain = rule.function in {Function.MIN, Function.MAX}
        return self._compared(left, rule.operator, rule, dated=plain and self._is_moment(rule.attribute, table))

    def _compared(self, left: str, operator: Operator, right: Right, *, dated: bool) -> str:
        words = _OF_MOMENTS[self._language].get(operator) if dated else None
        text = f"{left} {words or _OPERATORS[self._language][operator]}"
        value = self._right(right, operator)
        if value:
            text += f" {value}"
        if right.ignore_case:
            text += f" {self._word('case')}"
        return f"{text} {self._word('or empty')}" if right.include_empty else text

    def _right(self, right: Right, operator: Operator) -> str:
        if operator in {Operator.EMPTY, Operator.NOT_EMPTY, Operator.ANNIVERSARY}:
            return ""
        if right.period is not None:
            return self._period(right.period)
        if right.relative is not None:
            return self._relative(right.relative)
        if right.values is not None:
            joiner = f" {self._word('and')} " if operator is Operator.BETWEEN else ", "
            return joiner.join(self._value(value) for value in right.values)
        if right.variable is not None:
            return f"{self._word('variable')} {right.variable}"
        return right.value_expression or self._value(right.value)

    def _period(self, period: Period) -> str:
        one, many = _UNITS[self._language][period.unit]
        text = _PRESETS[self._language][period.preset]
        return text.format(unit=one, units=one if period.count == 1 else many, count=period.count)

    def _relative(self, relative: Relative) -> str:
        one, many = _UNITS[self._language][relative.unit]
        amount = f"{relative.count} {one if relative.count == 1 else many}"
        word = self._word("ahead" if relative.ahead else "ago")
        return f"{word} {amount}" if self._language == "fr" else f"{amount} {word}"

    def _value(self, value: Scalar) -> str:
        if value is None:
            return "…"
        if isinstance(value, bool):
            return self._word("yes" if value else "no")
        if isinstance(value, int | float):
            return str(value).replace(".", ",") if self._language == "fr" else str(value)
        if self._language == "fr":
            try:
                return date.fromisoformat(value).strftime("%d/%m/%Y")
            except ValueError:
                return self._quoted(value)
        return self._quoted(value)

    def _quoted(self, name: str) -> str:
        return f"«\u00a0{name}\u00a0»" if self._language == "fr" else f"“{name}”"

    def _attribute(self, path: str, table: str) -> str:
        try:
            found = read_path(self._catalog, table, path)
        except EngineError:
            return self._link(path, table) if self._is_link(path, table) else path
        parts = [*(end.title for end in found.links), found.attribute.title if found.attribute else ""]
        return " › ".join(parts)

    def _link(self, path: str, table: str) -> str:
        try:
            return " › ".join(end.title for end in read_path(self._catalog, table, path, ends_on_link=True).links)
        except EngineError:
            return path

    def _is_moment(self, path: str, table: str) -> bool:
        try:
            attribute = read_path(self._catalog, table, path).attribute
        except EngineError:
            return False
        return attribute is not None and attribute.type.family is Family.MOMENT

    def _collection(self, path: str, table: str) -> str:
        """The beginning of a path that leads to the first of several records."""
        links: list[str] = []
        for name in path.split("/"):
            end = self._catalog.ends.get(table, {}).get(name)
            if end is None:
                break
            links.append(name)
            table = end.there
            if end.is_collection:
                break
        return "/".join(links)

    def _is_link(self, path: str, table: str) -> bool:
        try:
            read_path(self._catalog, table, path, ends_on_link=True)
        except EngineError:
            return False
        return True

    def _end(self, path: str, table: str) -> str:
        try:
            return read_path(self._catalog, table, path, ends_on_link=True).end_table
        except EngineError:
            return table
