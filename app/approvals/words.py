"""What a policy says, in words: when it applies, and who may agree."""

from collections.abc import Iterable, Mapping

from app.words import said, tr
from engine.contract import Category
from engine.registry import all_activities
from engine.runner.policies import JOURNEY, ONCE, RECURRING, SIGNAL
from engine.workspace.approvals import About, Condition, Policy


def about_words() -> Mapping[About, str]:
    """What a condition looks at."""
    return {
        About.TYPE: tr("Type"),
        About.CHANNEL: tr("Channel"),
        About.TAG: tr("Tag"),
        About.NAME: tr("Name"),
        About.REQUESTER: tr("Who asks"),
        About.GROUP: tr("Group of who asks"),
    }


def operator_words() -> Mapping[str, str]:
    """How it is compared."""
    return {"is": tr("is one of"), "is-not": tr("is none of"), "contains": tr("contains")}


def value_words(about: About) -> Mapping[str, str]:
    """The values that there are; empty where any text may be."""
    if about is About.TYPE:
        return {
            ONCE: tr("Campaign that runs once"),
            RECURRING: tr("Recurring campaign"),
            SIGNAL: tr("Campaign on a signal"),
            JOURNEY: tr("Journey"),
        }
    if about is About.CHANNEL:
        known = all_activities()
        return {name: said(one.title) for name, one in known.items() if one.category is Category.CHANNEL}
    return {}


def condition_sentence(condition: Condition) -> str:
    """One line of a policy."""
    known = value_words(condition.about)
    values = ", ".join(known.get(one, one) for one in condition.values)
    return f"{about_words()[condition.about]} {operator_words()[condition.operator]} {values}"


def when_sentence(policy: Policy) -> str:
    """When a policy applies."""
    if not policy.conditions:
        return tr("Every publication")
    between = f" {tr('and')} " if policy.match == "all" else f" {tr('or')} "
    return between.join(condition_sentence(one) for one in policy.conditions)


def who_sentence(policy: Policy) -> str:
    """Who may agree."""
    return ", ".join([*policy.groups, *policy.approvers]) or "–"


def names_in(text: str) -> tuple[str, ...]:
    """Names written one after the other, with commas between them."""
    return tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))


def written(names: Iterable[str]) -> str:
    """The same the other way round."""
    return ", ".join(names)
