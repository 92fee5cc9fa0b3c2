"""The data model of accounts as one catalogue: tables, links, targeting dimensions, and the fields with their paths.

Instants are kept in UTC. Keys are texts, so that keys of any source load unchanged.
"""

from engine.accounts.declaring import Declared
from engine.accounts.tables import activities, buying_groups, journeys, lists, marketo, opportunities, people
from engine.catalog.model import Catalog, Channel, Dimension

_SUBJECTS = (people, opportunities, activities, buying_groups, lists, marketo, journeys)

DECLARED: tuple[Declared, ...] = tuple(one for subject in _SUBJECTS for one in subject.DECLARED)
DIMENSIONS = (
    Dimension(name="account", table="account", label="Accounts", identity="account_id", namespace="b2b_account"),
    Dimension(
        name="person", table="person", label="People", identity="person_id", namespace="b2b_person",
        addresses={Channel.EMAIL: "email", Channel.SMS: "mobile_phone"},
    ),
    Dimension(name="account_person", table="account_person", label="People of accounts", profile="person"),
    Dimension(name="opportunity", table="opportunity", label="Opportunities", identity="opportunity_id"),
    Dimension(name="buying_group", table="buying_group", label="Buying groups", identity="bg_id"),
)  # fmt: skip
CATALOG = Catalog(
    tables=tuple(one.table for one in DECLARED),
    links=tuple(link for subject in _SUBJECTS for link in subject.LINKS),
    dimensions=DIMENSIONS,
)
CLASSES = ("account", "person", "opportunity")
"""The classes whose fields are selected as managed and updatable."""


def declared(table: str) -> Declared:
    """A table of the model. Errors: KeyError."""
    return next(one for one in DECLARED if one.table.name == table)
