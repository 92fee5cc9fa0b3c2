"""Schemas from CREATE TABLE statements, and suggestions that a person confirms."""

import pytest

from engine.catalog.ddl import read_ddl
from engine.catalog.model import Catalog
from engine.problems import EngineError

ORDERS = """
CREATE TABLE customers (
  id VARCHAR(20) PRIMARY KEY COMMENT 'the customer number',
  plan ENUM('basic', 'premium'),
  balance DECIMAL(12, 2) NOT NULL,
  lastmodified TIMESTAMP
);
CREATE TABLE orders (
  order_id BIGINT,
  product_id INT,
  customer_id VARCHAR(20) NOT NULL,
  gift_to VARCHAR(20),
  order_status ENUM('PENDING', 'SHIPPED', 'DELIVERED', 'CANCELLED'),
  ordered DATE,
  PRIMARY KEY (order_id, product_id),
  FOREIGN KEY (customer_id) REFERENCES customers (id),
  FOREIGN KEY (gift_to) REFERENCES customers (id)
);
DROP TABLE customers;
"""


@pytest.mark.req("ORC-225", "ORC-228", "ORC-232")
def test_tables_keys_enumerations_and_links_are_read() -> None:
    found = read_ddl(ORDERS)

    customers, orders = found.tables
    assert (customers.key, customers.version) == (("id",), "lastmodified")
    assert customers.by_name["id"].description == "the customer number"
    assert customers.by_name["id"].max_length == 20
    assert [one.value for one in customers.by_name["plan"].values] == ["basic", "premium"]
    assert str(customers.by_name["balance"].type) == "decimal(12,2)"
    assert customers.by_name["balance"].required
    assert orders.key == ("order_id", "product_id")
    assert [one.value for one in orders.by_name["order_status"].values] == [
        "PENDING",
        "SHIPPED",
        "DELIVERED",
        "CANCELLED",
    ]
    assert [(link.name, link.reverse_name, link.pairs) for link in found.links] == [
        ("customers", "orders", (("customer_id", "id"),)),
        ("customers_by_gift_to", "orders_by_gift_to", (("gift_to", "id"),)),
    ]
    Catalog(tables=found.tables, links=found.links)


def test_what_is_no_table_is_left_out_with_a_word() -> None:
    (problem,) = read_ddl(ORDERS).problems

    assert "DROP" in problem.what
    assert not problem.is_error


@pytest.mark.parametrize("text", ["CREATE TABLE (", "this is not sql", "CREATE TABLE a (b", "(" * 5000])
def test_an_unreadable_file_ends_in_a_sentence(text: str) -> None:
    with pytest.raises(EngineError) as caught:
        read_ddl(text)

    assert caught.value.problem.fix


@pytest.mark.req("ORC-225")
def test_limits_are_told() -> None:
    many = "".join(f"CREATE TABLE t{number} (id INT);" for number in range(201))

    with pytest.raises(EngineError, match="201 tables"):
        read_ddl(many)
    with pytest.raises(EngineError, match="10 MB"):
        read_ddl(" " * 10_000_001)
