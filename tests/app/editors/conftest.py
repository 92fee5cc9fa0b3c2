"""The specification's shop as names and types only, for editors that are tried without data."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from engine.catalog.model import Catalog, EnumValue, Filter
from engine.catalog.sources import Clock, Surroundings, Variable
from engine.types import LONG, STRING
from tests.engine.fixture import DIMENSIONS, LINKS, tables

FILTERS = (
    Filter(
        id="f-city", label="Lives in a city", dimension="recipients", parameters=("items[0].value",),
        rule={"kind": "group", "operator": "and",
              "items": [{"kind": "condition", "attribute": "city", "operator": "equal", "value": "Paris"},
                        {"kind": "condition", "attribute": "plan", "operator": "equal", "value": "basic"}]},
    ),
)  # fmt: skip


def shop_catalog() -> Catalog:
    """The shop with labels, and with the plans as an enumeration."""
    labels = {"birth_date": "Date of birth", "churn_prop": "Churn propensity", "city": "City"}
    plans = tuple(EnumValue(value=name, label=f"{name.title()} plan") for name in ("free", "basic", "premium"))
    found = tuple(
        table.model_copy(
            update={
                "attributes": tuple(
                    one.model_copy(
                        update={"label": labels.get(one.name, ""), "values": plans if one.name == "plan" else ()}
                    )
                    for one in table.attributes
                )
            }
        )
        for table in tables()
    )
    return Catalog(tables=found, links=LINKS, dimensions=DIMENSIONS, filters=FILTERS)


@pytest.fixture
def surroundings() -> Surroundings:
    """The shop on the morning of 1 October 2025, with two variables."""
    variables = {"channel": Variable("channel", "mail", STRING), "least": Variable("least", 3, LONG)}
    return Surroundings(shop_catalog(), Clock(datetime(2025, 10, 1, 9, 0), ZoneInfo("Europe/Paris")), variables)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Numbers and dates as in the United Kingdom, whatever the machine."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)
