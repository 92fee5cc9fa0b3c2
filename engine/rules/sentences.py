# ruff: noqa: E501 - the words of two languages are read as tables
"""A rule as a sentence that a marketer reads, in English and French. Labels are used where there are any."""

from collections.abc import Mapping
from datetime import datetime
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
from engine.schedule_sentences import day_words, time_words
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
        Function.COUNT: "le nombre de", Function.COUNT_DISTINCT: "le nombre de valeurs différentes de",
        Function.SUM: "la somme de", Function.AVERAGE: "la moyenne de", Function.MIN: "la plus petite valeur de",
        Function.MAX: "la plus grande valeur de",
    },
}  # fmt: skip

_FUNCTIONS_OF_MOMENTS: Mapping[Language, Mapping[Function, str]] = {
    "en": {Function.MIN: "the earliest", Function.MAX: "the latest"},
    "fr": {Function.MIN: "la première date de", Function.MAX: "la dernière date de"},
}

_FROM_NOW: Mapping[Operator, tuple[str, str]] = {
    Operator.EQUAL: ("remonte à {span} exactement", "est dans {span} exactement"),
    Operator.NOT_EQUAL: ("ne remonte pas à {span} exactement", "n’est pas dans {span} exactement"),
    Operator.GREATER: ("remonte à moins de {span}", "est dans plus de {span}"),
    Operator.GREATER_OR_EQUAL: ("remonte à {span} au plus", "est dans {span} ou plus"),
    Operator.LESS: ("remonte à plus de {span}", "est dans moins de {span}"),
    Operator.LESS_OR_EQUAL: ("remonte à {span} ou plus", "est dans {span} au plus"),
}
"""How French compares with a moment before now, and after it: it has no word for "before 18 years ago"."""

_DAY = len("2025-01-31")

_UNITS: Mapping[Language, Mapping[Unit, tuple[str, str]]] = {
    "en": {
        Unit.MINUTE: ("minute", "minutes"), Unit.HOUR: ("hour", "hours"), Unit.DAY: ("day", "days"),
        Unit.WEEK: ("week", "weeks"), Unit.MONTH: ("month", "months"), Unit.QUARTER: ("quarter", "quarters"),
        Unit.YEAR: ("year", "years"),
    },
    "fr": {
        Unit.MINUTE: ("minute", "minutes"), Unit.HOUR: ("heure", "heures"), Unit.DAY: ("jour", "jours"),
        Unit.WEEK: ("semaine", "semaines"), Unit.MONTH: ("mois", "mois"), Unit.QUARTER: ("trimestre", "trimestres"),
        Unit.YEAR: ("an", "ans"),
    },
}  # fmt: skip

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "and": "and", "or": "or", "except": "except", "there is": "there is a record in",
        "there is no": "there is no record in",
        "where": "where", "ago": "ago", "ahead": "from now", "filter": "matches the filter",
        "in audience": "is in the audience", "not in audience": "is not in the audience", "yes": "true", "no": "false",
        "variable": "the variable", "case": "(in any case)", "or empty": "or is empty", "everybody": "everybody",
        "at": "at",
    },
    "fr": {
        "and": "et", "or": "ou", "except": "sauf", "there is": "il existe un enregistrement dans",
        "there is no": "il n’existe aucun enregistrement dans",
        "where": "où", "filter": "correspond au filtre",
        "in audience": "fait partie de l’audience", "not in audience": "ne fait pas partie de l’audience",
        "yes": "vrai", "no": "faux", "variable": "la variable", "case": "(sans tenir compte de la casse)",
        "or empty": "ou est vide", "everybody": "tout le monde", "at": "à",
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
        Preset.THIS: "{the} en cours", Preset.PREVIOUS: "{the} précédent{e}", Preset.COMING: "{the} suivant{e}",
        Preset.LAST: "{some} {last} {units}", Preset.NEXT: "{some} {next} {units}",
    },
}  # fmt: skip

_ONE_DAY = {Preset.TODAY, Preset.YESTERDAY, Preset.TOMORROW}
_NAMED_DAY: Mapping[Operator, Operator] = {
    Operator.WITHIN: Operator.EQUAL, Operator.NOT_WITHIN: Operator.NOT_EQUAL,
}  # fmt: skip
"""Something is within a week, but it is today."""

_FEMININE = {Unit.MINUTE, Unit.HOUR, Unit.WEEK, Unit.YEAR}
_PERIODS: Mapping[Unit, tuple[str, str, str]] = {
    Unit.MINUTE: ("la minute", "minute", "minutes"), Unit.HOUR: ("l’heure", "heure", "heures"),
    Unit.DAY: ("le jour", "jour", "jours"), Unit.WEEK: ("la semaine", "semaine", "semaines"),
    Unit.MONTH: ("le mois", "mois", "mois"), Unit.QUARTER: ("le trimestre", "trimestre", "trimestres"),
    Unit.YEAR: ("l’année", "année", "années"),
}  # fmt: skip
"""The units of French as periods: a year that lasts is called otherwise than one that is counted."""


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
        plain = rule.function in {Function.MIN, Function.MAX}
        dated = plain and self._is_moment(rule.attribute, table)
        words = (_FUNCTIONS_OF_MOMENTS if dated else _FUNCTIONS)[self._language][rule.function]
        left = f"{words} {self._attribute(rule.attribute, table)}"
        if rule.rule is not None and takes_part(rule.rule):
            records = self._end(self._collection(rule.attribute, table), table)
            left += f" {self._word('where')} {self.rule(rule.rule, records, inside=True)}"
        return self._compared(left, rule.operator, rule, dated=dated)

    def _compared(self, left: str, operator: Operator, right: Right, *, dated: bool) -> str:
        text = f"{left} {self._said_of_it(operator, right, dated=dated)}"
        if right.ignore_case:
            text += f" {self._word('case')}"
        return f"{text} {self._word('or empty')}" if right.include_empty else text

    def _said_of_it(self, operator: Operator, right: Right, *, dated: bool) -> str:
        if right.relative is not None and self._language == "fr" and operator in _FROM_NOW:
            return _FROM_NOW[operator][right.relative.ahead].format(span=self._span(right.relative))
        if right.period is not None and right.period.preset in _ONE_DAY:
            operator = _NAMED_DAY.get(operator, operator)
        of_moments = _OF_MOMENTS[self._language].get(operator) if dated or right.relative is not None else None
        words = of_moments or _OPERATORS[self._language][operator]
        value = self._right(right, operator, dated=dated)
        return f"{words} {value}" if value else words

    def _right(self, right: Right, operator: Operator, *, dated: bool) -> str:
        if operator in {Operator.EMPTY, Operator.NOT_EMPTY, Operator.ANNIVERSARY}:
            return ""
        if right.period is not None:
            return self._period(right.period)
        if right.relative is not None:
            return f"{self._span(right.relative)} {self._word('ahead' if right.relative.ahead else 'ago')}"
        if right.values is not None:
            joiner = f" {self._word('and')} " if operator is Operator.BETWEEN else ", "
            return joiner.join(self._value(value, dated=dated) for value in right.values)
        if right.variable is not None:
            return f"{self._word('variable')} {right.variable}"
        return right.value_expression or self._value(right.value, dated=dated)

    def _period(self, period: Period) -> str:
        text = _PRESETS[self._language][period.preset]
        if self._language == "fr":
            return _french_period(text, period)
        one, many = _UNITS["en"][period.unit]
        return text.format(unit=one, units=one if period.count == 1 else many, count=period.count)

    def _span(self, relative: Relative) -> str:
        one, many = _UNITS[self._language][relative.unit]
        alone = relative.count < 2 if self._language == "fr" else relative.count == 1
        return f"{relative.count} {one if alone else many}"

    def _value(self, value: Scalar, *, dated: bool) -> str:
        if value is None:
            return "…"
        if isinstance(value, bool):
            return self._word("yes" if value else "no")
        if isinstance(value, int | float):
            return str(value).replace(".", ",") if self._language == "fr" else str(value)
        return (dated and self._moment(value)) or self._quoted(value)

    def _moment(self, value: str) -> str:
        """A day, and its time if there is one; empty when the text is no moment."""
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            return ""
        day = f"{'le ' if self._language == 'fr' else ''}{day_words(at.date(), self._language)}"
        return f"{day} {self._word('at')} {time_words(at.time(), self._language)}" if len(value) > _DAY else day

    def _quoted(self, text: str) -> str:
        return f"«\u00a0{text}\u00a0»" if self._language == "fr" else f"“{text}”"

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


def _french_period(text: str, period: Period) -> str:
    """A period in French, where all words agree with its unit."""
    the, one, many = _PERIODS[period.unit]
    feminine, alone = period.unit in _FEMININE, period.count == 1
    article = "la" if feminine else "le"
    end = ("e" if feminine else "") + ("" if alone else "s")
    return text.format(
        the=the,
        e="e" if feminine else "",
        some=article if alone else f"les {period.count}",
        last=f"derni{'èr' if feminine else 'er'}{end}",
        next=f"prochain{end}",
        units=one if alone else many,
    )
