"""The screens of the accounts section: their names, icons and groups; each is made when it is first wanted."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from app.accounts.ledger import Ledger
from app.accounts.screen import Screen
from app.words import tr


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """A screen: what it is called, its icon, and the module and class that it is made of."""

    title: Callable[[], str]
    icon: str
    module: str
    kind: str

    def make(self, ledger: Ledger) -> Screen:
        """The screen itself; its module is loaded only now."""
        made = getattr(import_module(f"app.accounts.{self.module}"), self.kind)(ledger)
        assert isinstance(made, Screen)
        return made


SCREENS = {
    "accounts": ScreenEntry(lambda: tr("Accounts"), "ph.buildings", "records", "AccountsScreen"),
    "people": ScreenEntry(lambda: tr("People"), "ph.users", "records", "PeopleScreen"),
    "groups": ScreenEntry(lambda: tr("Buying groups"), "ph.users-three", "group_screen", "GroupsScreen"),
    "interests": ScreenEntry(
        lambda: tr("Solution interests"), "ph.lightbulb", "objects.interests", "InterestsScreen"
    ),
    "templates": ScreenEntry(
        lambda: tr("Roles templates"), "ph.identification-card", "objects.templates", "TemplatesScreen"
    ),
    "stages": ScreenEntry(lambda: tr("Stage model"), "ph.flow-arrow", "objects.stages", "StagesScreen"),
    "lists": ScreenEntry(lambda: tr("Account lists"), "ph.list-bullets", "objects.lists", "ListsScreen"),
    "audiences": ScreenEntry(lambda: tr("Account audiences"), "ph.funnel", "objects.audiences", "AudiencesScreen"),
    "external": ScreenEntry(
        lambda: tr("External audiences"), "ph.share-network", "objects.external", "ExternalScreen"
    ),
    "destinations": ScreenEntry(
        lambda: tr("Destinations"), "ph.paper-plane-tilt", "objects.destinations", "DestinationsScreen"
    ),
    "people_lists": ScreenEntry(lambda: tr("People lists"), "ph.list-dashes", "objects.lists", "PeopleListsScreen"),
    "personas": ScreenEntry(lambda: tr("Personas"), "ph.user-focus", "objects.personas", "PersonasScreen"),
    "programs": ScreenEntry(lambda: tr("Programs"), "ph.presentation-chart", "objects.programs", "ProgramsScreen"),
    "program_types": ScreenEntry(
        lambda: tr("Program types"), "ph.list-numbers", "objects.programs", "ProgramTypesScreen"
    ),
    "marketo": ScreenEntry(lambda: tr("Marketo objects"), "ph.stack", "objects.marketo", "MarketoScreen"),
    "scoring": ScreenEntry(
        lambda: tr("Scoring models"), "ph.sliders-horizontal", "objects.scoring", "ScoringScreen"
    ),
    "intent": ScreenEntry(lambda: tr("Intent"), "ph.magnifying-glass", "objects.intent", "IntentScreen"),
    "limits": ScreenEntry(lambda: tr("Communication limits"), "ph.gauge", "objects.limits", "LimitsScreen"),
}  # fmt: skip


def groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The screens as they stand in the list, under a title where they have one."""
    return (
        ("", ("accounts", "people", "groups")),
        (tr("Selling"), ("interests", "templates", "stages", "personas")),
        (tr("Lists and audiences"), ("lists", "people_lists", "audiences", "external", "destinations")),
        (tr("Programs and Marketo"), ("programs", "program_types", "marketo")),
        (tr("Rules"), ("scoring", "intent", "limits")),
    )
