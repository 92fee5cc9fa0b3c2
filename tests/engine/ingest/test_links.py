"""Links that the data suggest: those that are true, with exact evidence, and none of those that only look like it."""

from pathlib import Path

import pytest

from engine.catalog.model import Cardinality
from engine.ingest.links import suggest_links
from engine.ingest.service import import_file
from engine.workspace import Workspace

FILES = {
    "customers": "id,name,tax_number\n" + "".join(f"c{n},person {n},T{n:05d}\n" for n in range(1, 31)),
    "orders": "order_id,customer_id,quantity,paid_by\n"
    + "".join(f"{n},c{n % 25 + 1},{n % 3 + 1},{f'T{n % 30 + 1:05d}' if n % 2 else ''}\n" for n in range(1, 61))
    + "61,c99,1,\n62,,1,\n",
    "lines": "order_id,position,sku\n" + "".join(f"{n},{p},s{p}\n" for n in range(1, 61) for p in (1, 2)),
    "stock": "order_id,position,left\n" + "".join(f"{n},1,5\n" for n in range(1, 61)),
    "profiles": "customer,points\n" + "".join(f"c{n},{n}\n" for n in range(1, 11)),
    "numbers": "id,quantity\n" + "".join(f"{n},{n}\n" for n in range(1, 101)),
}
KEYS = {"lines": ["order_id", "position"], "stock": [], "profiles": ["customer"]}


@pytest.mark.req("ORC-224")
def test_the_links_that_the_data_bear_out_are_suggested_with_their_evidence(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        for name, text in FILES.items():
            path = tmp_path / f"{name}.csv"
            path.write_text(text)
            import_file(workspace, path, table=name, key=KEYS.get(name))

        found = {(one.link.source, one.link.target, one.link.pairs): one for one in suggest_links(workspace)}

        assert {key: (one.filled, one.matched, one.different) for key, one in found.items()} == {
            ("orders", "customers", (("customer_id", "id"),)): (61, 60, 26),
            ("lines", "orders", (("order_id", "order_id"),)): (120, 120, 60),
            ("stock", "orders", (("order_id", "order_id"),)): (60, 60, 60),
            ("stock", "lines", (("order_id", "order_id"), ("position", "position"))): (60, 60, 60),
            ("profiles", "customers", (("customer", "id"),)): (10, 10, 10),
        }
        kinds = {key[:2]: one.link.cardinality for key, one in found.items()}
        assert kinds["orders", "customers"] is Cardinality.MANY_TO_ONE
        assert kinds["profiles", "customers"] is Cardinality.ONE_TO_ONE
        orders = found["orders", "customers", (("customer_id", "id"),)]
        assert orders.evidence == (
            "60 of 61 records of orders with customer_id find a record of customers by id; 26 different values"
        )

        workspace.schemas.add(*(one.link for one in found.values()))
        assert suggest_links(workspace) == []


def test_values_alone_suggest_a_link_when_they_are_many_and_all_there(tmp_path: Path) -> None:
    def suggested(different: int) -> int:
        with Workspace.create(tmp_path / f"w{different}") as workspace:
            for name, text in {
                "products": "sku,label\n" + "".join(f"S-{n},x\n" for n in range(40)),
                "sales": "sale,what\n" + "".join(f"{n},S-{n % different}\n" for n in range(40)),
            }.items():
                path = tmp_path / f"{name}.csv"
                path.write_text(text)
                import_file(workspace, path, table=name, key=[text.split(",")[0]])
            return len(suggest_links(workspace))

    assert [suggested(19), suggested(20)] == [0, 1]


SHOP = {
    "region": "r_regionkey,r_name\n" + "".join(f"{n},R{n}\n" for n in range(5)),
    "nation": "n_nationkey,n_name,n_regionkey\n" + "".join(f"{n},N{n},{n % 5}\n" for n in range(25)),
    "supplier": "s_suppkey,s_nationkey,s_acctbal\n" + "".join(f"{n},{n % 25},{n}.5\n" for n in range(1, 11)),
    "customer": "c_custkey,c_nationkey,c_acctbal\n" + "".join(f"{n},{n * 7 % 25},{n}.5\n" for n in range(1, 31)),
    "part": "p_partkey,p_size\n" + "".join(f"{n},{n % 9 + 1}\n" for n in range(1, 21)),
    "partsupp": "ps_partkey,ps_suppkey,ps_availqty\n"
    + "".join(f"{n},{(n + shift) % 10 + 1},{n}\n" for n in range(1, 21) for shift in (0, 3)),
    "orders": "o_orderkey,o_custkey,o_shippriority\n"
    + "".join(f"{n},{n % 30 + 1},{n % 2 + 1}\n" for n in range(1, 61)),
    "lineitem": "l_orderkey,l_partkey,l_suppkey,l_linenumber,l_quantity\n"
    + "".join(
        f"{n},{n % 20 + 1},{(n % 20 + 1 + p * 3) % 10 + 1},{p + 1},{n % 9 + 1}\n" for n in range(1, 61) for p in (0, 1)
    ),
}
SHOP_KEYS = {"partsupp": ["ps_partkey", "ps_suppkey"], "lineitem": ["l_orderkey", "l_linenumber"]}


def loaded(workspace: Workspace, folder: Path, files: dict[str, str], keys: dict[str, list[str]]) -> None:
    for name, text in files.items():
        path = folder / f"{name}.csv"
        path.write_text(text)
        import_file(workspace, path, table=name, key=keys.get(name, [text.split(",")[0]]))


def suggestions(workspace: Workspace) -> set[str]:
    found = [one.link for one in suggest_links(workspace)]
    return {f"{one.source}({','.join(a for a, _ in one.pairs)})>{one.target}" for one in found}


@pytest.mark.req("ORC-224")
def test_columns_meet_without_the_prefix_of_their_table(tmp_path: Path) -> None:
    """The ten foreign keys of the TPC-H benchmark, as its specification draws them, and no other."""
    with Workspace.create(tmp_path / "w") as workspace:
        loaded(workspace, tmp_path, SHOP, SHOP_KEYS)

        assert suggestions(workspace) == {
            "nation(n_regionkey)>region",
            "supplier(s_nationkey)>nation",
            "customer(c_nationkey)>nation",
            "partsupp(ps_partkey)>part",
            "partsupp(ps_suppkey)>supplier",
            "orders(o_custkey)>customer",
            "lineitem(l_orderkey)>orders",
            "lineitem(l_partkey)>part",
            "lineitem(l_suppkey)>supplier",
            "lineitem(l_partkey,l_suppkey)>partsupp",
        }


def test_words_before_a_key_and_shortened_names_are_understood(tmp_path: Path) -> None:
    files = {
        "Customers": "CustomerID,Ville\n" + "".join(f"{n},V\n" for n in range(1, 11)),
        "products": "id,préfixe\n" + "".join(f"{n},p\n" for n in range(1, 6)),
        "product_list": "id,label\n" + "".join(f"{n},l\n" for n in range(1, 6)),
        "sales": "no,billing_customer_id,prod_id,rating,strange_customer_id\n"
        + "".join(f"{n},{n % 10 + 1},{n % 5 + 1},{n % 5 + 1},{n + 5}\n" for n in range(1, 21)),
    }
    with Workspace.create(tmp_path / "w") as workspace:
        loaded(workspace, tmp_path, files, {})

        assert suggestions(workspace) == {"sales(billing_customer_id)>Customers", "sales(prod_id)>products"}
