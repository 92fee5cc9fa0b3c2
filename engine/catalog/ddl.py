"""Schemas from a file of CREATE TABLE statements, for a person to review. Nothing of the file is ever executed.

Only links that the file declares are made. What is not a table definition is reported with its line and left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.dialects.dialect import Dialect
from sqlglot.dialects.mysql import MySQL
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import TokenType

from engine.catalog.model import Attribute, EnumValue, Link, Table
from engine.problems import EngineError, Problem, Severity
from engine.texts import declared, say
from engine.types import STRING, DataType, Kind

MOST_BYTES = 10_000_000
MOST_TABLES = 200


class _MySQL(MySQL):
    """MySQL, but TIMESTAMP without a word of zones is a wall time, as in the other dialects."""

    class Tokenizer(MySQL.Tokenizer):
        KEYWORDS = {**MySQL.Tokenizer.KEYWORDS, "TIMESTAMP": TokenType.TIMESTAMP}  # noqa: RUF012 - as sqlglot has it


DIALECTS: tuple[str | type[Dialect], ...] = (_MySQL, "postgres", "duckdb")
"""Tried in this order; the first that reads the whole file is taken."""

_KINDS: dict[str, Kind] = {
    "TINYINT": Kind.BYTE, "SMALLINT": Kind.SHORT, "INT": Kind.INTEGER, "MEDIUMINT": Kind.INTEGER, "BIGINT": Kind.LONG,
    "FLOAT": Kind.DOUBLE, "DOUBLE": Kind.DOUBLE, "DECIMAL": Kind.DECIMAL, "BOOLEAN": Kind.BOOLEAN, "DATE": Kind.DATE,
    "TIMESTAMP": Kind.DATETIME, "TIMESTAMPTZ": Kind.DATETIME, "DATETIME": Kind.DATETIME, "TIME": Kind.TIME,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ddl:
    """What a file defines, and what in it was left out."""

    tables: tuple[Table, ...]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...] = ()


def read_ddl(text: str) -> Ddl:
    """The schemas of a file. Errors: ddl-too-large, ddl-unreadable (with the line), too-many-tables."""
    if len(text.encode()) > MOST_BYTES:
        raise EngineError(_wrong("ddl-too-large", "The file is larger than 10 MB.", "Split it into several files."))
    tables: list[Table] = []
    links: list[Link] = []
    problems: list[Problem] = []
    for statement in _parsed(text):
        if isinstance(statement, exp.Create) and statement.kind == "TABLE" and isinstance(statement.this, exp.Schema):
            table, found = _table(statement.this)
            tables.append(table)
            links += found
        elif not isinstance(statement, exp.Semicolon):
            what = say("{statement} is not a table definition.", statement=statement.key.upper())
            problem = _wrong("not-a-table", what, "It was left out; only CREATE TABLE is read.")
            problems.append(Problem(problem.code, problem.what, fix=problem.fix, severity=Severity.WARNING))
    if not tables:
        raise EngineError(_wrong("ddl-without-tables", "The file defines no table.", "Choose a file of CREATE TABLE."))
    if len(tables) > MOST_TABLES:
        what = say(
            "The file defines {n} table(s); at most {most_tables} are allowed.",
            n=len(tables),
            most_tables=MOST_TABLES,
        )
        raise EngineError(_wrong("too-many-tables", what, "Split it into several files."))
    return Ddl(tuple(tables), tuple(named_apart(links)), tuple(problems))


def _parsed(text: str) -> list[exp.Expr]:
    first: SqlglotError | None = None
    for dialect in DIALECTS:
        try:
            found = [one for one in sqlglot.parse(text, dialect=dialect) if one is not None]
        except (SqlglotError, RecursionError) as error:
            first = first or (error if isinstance(error, SqlglotError) else None)
            continue
        if not any(isinstance(one, exp.Command) and one.name.upper() == "CREATE" for one in found):
            return found
    why = str(first).splitlines()[0] if first is not None else say("A statement is not understood")
    raise EngineError(
        _wrong(
            "ddl-unreadable",
            "The file cannot be read as SQL.",
            "Correct it there.",
            say("{reason}.", reason=declared(why)),
        )
    )


def _table(schema: exp.Schema) -> tuple[Table, list[Link]]:
    name = schema.this.name
    key: list[str] = []
    links: list[Link] = []
    attributes: list[Attribute] = []
    for part in schema.expressions:
        if isinstance(part, exp.ColumnDef):
            attribute, is_key, target = _attribute(part)
            attributes.append(attribute)
            key += [attribute.name] if is_key else []
            links += [_link(name, [attribute.name], target)] if target is not None else []
        else:
            for constraint in part.expressions if isinstance(part, exp.Constraint) else [part]:
                if isinstance(constraint, exp.PrimaryKey):
                    key += [column.name for column in constraint.expressions]
                elif isinstance(constraint, exp.ForeignKey):
                    reference = constraint.args.get("reference")
                    if isinstance(reference, exp.Reference):
                        links.append(_link(name, [column.name for column in constraint.expressions], reference))
    required = tuple(one.model_copy(update={"required": True}) if one.name in key else one for one in attributes)
    return Table(name=name, attributes=required, key=tuple(key), version=_version(required, key)), links


def _attribute(column: exp.ColumnDef) -> tuple[Attribute, bool, exp.Reference | None]:
    """The attribute, whether it is the key, and what it refers to."""
    kind = column.args.get("kind")
    data_type, values, length = _type(kind) if isinstance(kind, exp.DataType) else (STRING, (), None)
    constraints = [one.kind for one in column.find_all(exp.ColumnConstraint) if one.parent is column]
    comment = next((one.this.name for one in constraints if isinstance(one, exp.CommentColumnConstraint)), "")
    required = any(
        isinstance(one, exp.NotNullColumnConstraint) and not one.args.get("allow_null") for one in constraints
    )
    attribute = Attribute(
        name=column.name, type=data_type, values=values, max_length=length, required=required, description=comment,
        instant=isinstance(kind, exp.DataType) and kind.is_type(exp.DType.TIMESTAMPTZ),
    )  # fmt: skip
    is_key = any(isinstance(one, exp.PrimaryKeyColumnConstraint) for one in constraints)
    return attribute, is_key, next((one for one in constraints if isinstance(one, exp.Reference)), None)


def _type(kind: exp.DataType) -> tuple[DataType, tuple[EnumValue, ...], int | None]:
    name = kind.this.value if isinstance(kind.this, exp.DType) else str(kind.this)
    parts = [part.name for part in kind.expressions]
    if name == "ENUM":
        return STRING, tuple(EnumValue(value=part) for part in parts), None
    if name == "DECIMAL":
        digits, scale = (int(part) for part in [*parts, *("18", "0")[len(parts) :]])
        return DataType(Kind.DECIMAL, digits, scale), (), None
    if name in _KINDS:
        return DataType(_KINDS[name]), (), None
    return STRING, (), int(parts[0]) if parts and parts[0].isdigit() else None


def _version(attributes: tuple[Attribute, ...], key: list[str]) -> str | None:
    """The column that by its name and type tells newer records from older ones."""
    for name in ("lastmodified", "last_modified", "updated_at", "modified_at", "version"):
        for one in attributes:
            fits = one.type.kind is Kind.DATETIME or one.type.is_integer
            if one.name.lower() == name and fits and one.name not in key:
                return one.name
    return None


def _link(source: str, columns: list[str], reference: exp.Reference) -> Link:
    target = reference.this
    table = target.this.name if isinstance(target, exp.Schema) else target.name
    there = [column.name for column in target.expressions] if isinstance(target, exp.Schema) else columns
    pairs = tuple(zip(columns, there, strict=True))
    return Link(name=table, source=source, target=table, pairs=pairs, reverse_name=source)


def named_apart(links: list[Link]) -> Iterator[Link]:
    """The links with names that differ on each table: a second one to the same table is called after its column."""
    taken: set[tuple[str, str]] = set()
    for link in links:
        name, back = link.name, link.reverse_name
        if (link.source, name) in taken:
            name = f"{name}_by_{link.pairs[0][0]}"
        if (link.target, back) in taken or (link.source == link.target and back == name):
            back = f"{back}_by_{link.pairs[0][0]}"
        taken |= {(link.source, name), (link.target, back)}
        yield link.model_copy(update={"name": name, "reverse_name": back})


def _wrong(code: str, what: str, fix: str, why: str = "") -> Problem:
    return Problem(code=code, what=what, why=why, fix=fix)
