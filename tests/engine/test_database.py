"""The database room: locked down, interruptible, and clear about what went wrong."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlglot import exp, parse_one

from engine import database
from engine.database import Database, Store, stores
from engine.lanes import Wish
from engine.problems import Cancelled, EngineError

ENDLESS = parse_one(
    "SELECT sum(hash(a.range * b.range)) AS s FROM range(1000000) AS a, range(1000000) AS b", dialect="duckdb"
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Database]:
    found = Database(tmp_path, memory_limit="300MB", threads=2)
    yield found
    found.close()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM read_csv('https://localhost/x.csv')",
        "ATTACH '/tmp/other.duckdb' AS other",
        "INSTALL excel",
        "SET memory_limit = '10GB'",
        "SET allowed_configs = ['enable_external_access']",
        "COPY (SELECT 1) TO '/tmp/out.csv'",
    ],
)
def test_no_query_reaches_a_file_the_network_or_a_setting(opened: Database, text: str) -> None:
    tree = parse_one(text, dialect="duckdb")
    for lane in (opened.writer, opened.reader):
        with pytest.raises(EngineError):
            lane.run(lambda cursor: cursor.execute(tree))


def test_a_reader_answers_while_the_writer_is_busy_and_a_cancel_leaves_nothing(opened: Database) -> None:
    started = threading.Event()

    def long(cursor: database.Cursor) -> None:
        started.set()
        assert isinstance(ENDLESS, exp.Select)
        cursor.create(Store.WORK, "endless", ENDLESS)

    job = opened.writer.submit(long)
    started.wait()
    assert opened.reader.run(lambda cursor: cursor.value(exp.select("42"))) == 42

    job.cancel()

    with pytest.raises(Cancelled):
        job.result()
    assert "endless" not in opened.tables(Store.WORK)
    assert opened.writer.run(lambda cursor: cursor.value(exp.select("1"))) == 1


def test_a_cancelled_job_that_never_started_does_not_run(opened: Database) -> None:
    gate = threading.Event()
    first = opened.writer.submit(lambda _cursor: gate.wait())
    ran: list[int] = []
    second = opened.writer.submit(lambda _cursor: ran.append(1))
    second.cancel()
    gate.set()
    first.result()

    with pytest.raises(Cancelled):
        second.result()
    assert ran == []


def test_a_job_that_leaves_is_over_while_its_lane_still_tidies_up(opened: Database) -> None:
    busy, tidy, shown = threading.Event(), threading.Event(), list[str]()

    def load(cursor: database.Cursor) -> None:
        busy.set()
        assert tidy.wait(60), "as if the disk were written to, which nothing can interrupt"
        cursor.decide()
        shown.append("what was loaded")

    job = opened.writer.submit(load, leaves=True)
    busy.wait()

    job.cancel()

    with pytest.raises(Cancelled):
        job.future.result(timeout=0)
    tidy.set()
    assert opened.writer.run(lambda cursor: cursor.value(exp.select("1"))) == 1, "the next job begins when it is tidy"
    assert shown == []


def test_what_has_decided_to_show_itself_is_not_cancelled_any_more(opened: Database) -> None:
    decided, wished = threading.Event(), threading.Event()

    def load(cursor: database.Cursor) -> int:
        cursor.decide()
        decided.set()
        assert wished.wait(60)
        return int(cursor.value(exp.select("1")))

    job = opened.writer.submit(load, leaves=True)
    decided.wait()
    job.cancel()
    wished.set()

    assert job.result() == 1


def test_a_count_that_does_not_fit_memory_spills(opened: Database) -> None:
    tree = parse_one(
        "SELECT count(*) AS n FROM (SELECT DISTINCT md5(range::VARCHAR) AS h FROM range(3000000))", dialect="duckdb"
    )

    assert opened.writer.run(lambda cursor: cursor.value(tree)) == 3_000_000


def test_every_exception_of_the_database_is_mapped() -> None:
    def below(kind: type[duckdb.Error]) -> set[type[duckdb.Error]]:
        found = {kind}
        for one in kind.__subclasses__():
            found |= below(one)
        return found

    for kind in below(duckdb.Error):
        code, what, fix = database.described(kind("x"))
        assert code
        assert what
        assert fix


def test_a_failed_transaction_leaves_nothing(opened: Database) -> None:
    def half(cursor: database.Cursor) -> None:
        with cursor.transaction():
            cursor.create(Store.DATA, "half", exp.select("1 AS one"))
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        opened.writer.run(half)
    assert opened.tables(Store.DATA) == set()


def test_trouble_in_the_middle_of_reading_batches_keeps_its_words(opened: Database) -> None:
    late = parse_one("SELECT CAST(if(range = 299999, 'x', '1') AS INT) AS n FROM range(300000)", dialect="duckdb")
    with pytest.raises(EngineError) as caught:
        opened.reader.run(lambda cursor: sum(batch.num_rows for batch in cursor.batches(late, 1000)))
    assert caught.value.problem.code == "conversion-failed"


def test_work_within_work_on_a_lane_is_cancelled_with_it(opened: Database) -> None:
    def outer(_cursor: database.Cursor) -> int:
        job.cancel()
        return opened.reader.run(lambda cursor: int(cursor.value(parse_one("SELECT 1"))))

    gate = threading.Event()
    opened.reader.submit(lambda _cursor: gate.wait(5))
    job = opened.reader.submit(outer)
    gate.set()
    with pytest.raises(Cancelled):
        job.result()


def test_only_the_cache_is_stored_unpacked(opened: Database) -> None:
    numbers = exp.select("range").from_(exp.func("range", exp.Literal.number(300_000)))

    def packed(store: Store, cursor: database.Cursor) -> set[str]:
        assert cursor.create(store, "numbers", numbers) == 300_000
        segments = parse_one(f"SELECT DISTINCT compression FROM pragma_storage_info('{store}.main.numbers')")
        return {row[0] for row in cursor.fetch(segments) if row[0] != "Constant"}

    assert opened.writer.run(partial(packed, Store.WORK)) == {"Uncompressed"}
    assert "Uncompressed" not in opened.writer.run(partial(packed, Store.DATA))


def test_a_column_of_few_words_takes_a_byte_and_reads_as_before(opened: Database) -> None:
    rows = parse_one("SELECT range AS n, if(range % 2 = 0, 'even', 'o''dd') AS port FROM range(5)", dialect="duckdb")
    assert isinstance(rows, exp.Select)

    def store(cursor: database.Cursor) -> list[tuple[str, int]]:
        cursor.create(Store.WORK, "words", rows, words={"port": ("o'dd", "even")})
        kinds = cursor.columns(exp.select("*").from_("work.main.words"))
        assert kinds["port"].startswith("ENUM")
        return cursor.fetch(
            parse_one("SELECT port, count(*) FROM work.main.words WHERE port <> 'none' GROUP BY port ORDER BY 2")
        )

    assert opened.writer.run(store) == [("o'dd", 2), ("even", 3)]


def test_what_the_cache_holds_is_there_after_closing(tmp_path: Path) -> None:
    first = Database(tmp_path)
    first.writer.run(lambda cursor: cursor.create(Store.WORK, "kept", exp.select("1 AS one")))
    first.close()

    again = Database(tmp_path)

    assert again.tables(Store.WORK) == {"kept"}
    again.close()


class Interrupted:
    """A connection that is interrupted the first time that it is to tidy up, as a repeated cancellation may do."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._left = {"ROLLBACK", "DROP"}

    def execute(self, text: str) -> duckdb.DuckDBPyConnection:
        kind = text.split(" ", 1)[0]
        if kind in self._left:
            self._left.remove(kind)
            raise duckdb.InterruptException("INTERRUPT Error: Interrupted!")
        return self._connection.execute(text)


def test_a_cancellation_does_not_stop_the_tidying_up() -> None:
    """A transaction that stayed open would swallow whatever the connection does next."""
    connection = duckdb.connect()
    connection.execute("ATTACH ':memory:' AS data")
    connection.execute("CREATE TABLE data.main.t AS SELECT 1 AS a")
    wish = Wish()
    asked: Any = Interrupted(connection)
    cursor = stores.Cursor(asked, stores._Packing(), wish)

    def work() -> None:
        with cursor.transaction():
            cursor.execute(parse_one("INSERT INTO data.main.t VALUES (2)"))
            wish.cancel()
            cursor.stop_if_cancelled()

    with pytest.raises(Cancelled):
        work()

    connection.execute("BEGIN; COMMIT")
    assert connection.execute("SELECT a FROM data.main.t").fetchall() == [(1,)]
    cursor.drop(Store.DATA, "t")
    assert connection.execute("SELECT table_name FROM duckdb_tables()").fetchall() == []
    connection.close()


def test_nothing_interrupts_a_job_that_has_noticed_its_cancellation(opened: Database) -> None:
    """Interrupts are repeated every few milliseconds; what takes longer to tidy up would never end."""
    tidied: list[int] = []

    def work(cursor: database.Cursor) -> None:
        busy.set()
        try:
            cursor.fetch(ENDLESS)
        except Cancelled:
            with pytest.raises(Cancelled):
                cursor.stop_if_cancelled()
            rows = cursor._connection.execute("SELECT count(*) FROM range(30000000)").fetchall()
            tidied.append(rows[0][0])
            raise

    busy = threading.Event()
    job = opened.writer.submit(work)
    busy.wait()
    job.cancel()
    with pytest.raises(Cancelled):
        job.result()
    assert tidied == [30_000_000]
