"""The rows that a node or an action works on, and the values that it may look up beside each of them.

One row is one visit: a token at a node at an instant, for actions on people once per person. Every value is read as it
is just before the row's own turn. A look-up never multiplies rows.
"""

from collections.abc import Sequence

from sqlglot import exp

from engine.catalog.sources import Typed
from engine.journey.ground import TOKENS, Ground, Read, activity_resource, attempts_resource, register_resource
from engine.journey.options import Carrying
from engine.journey.registers import Entity, Register
from engine.trees import col, join, query, text, tree
from engine.types import LIST, DataType

VISIT = ("token", "unit", "entry", "entered", "account", "person", "at", "phase", "key")
"""The columns of every row: the token, whom it stands for, which of its entries this is and when it began, whom the row
is about, when it happens, and its place in the order of everything (see `engine.journey.order`)."""


class Rows:
    """The rows known as `v`, standing in the table `input`."""

    alias = "v"
    inner = "i"
    """What they are called inside an aggregate that is joined to them."""

    def __init__(self, ground: Ground, table: exp.Table | exp.Query, *, of_people: bool, rank: int = 0,
                 repeated: bool = False) -> None:  # fmt: skip
        """`repeated`: a token and person may have several rows, such as one for each event; some look alike."""
        self.ground = ground
        self.rank = rank
        self.table = table
        self.of_people = of_people
        self.repeated = repeated
        self.reads: set[Read] = set()
        self._joins: dict[str, exp.Join] = {}

    def __getitem__(self, name: str) -> exp.Column:
        """A column of the rows themselves."""
        return col(self.alias, name)

    def field(self, entity: Entity, name: str) -> Typed:
        """A field of the account or the person. Errors: unknown-attribute."""
        kind = self.ground.attribute_type(entity, name)
        return Typed(self.value(field_register(entity, name, kind)), kind)

    def value(self, register: Register) -> exp.Expr:
        """What a register holds just before the row's turn."""
        self.reads.add(Read(register_resource(register.name)))
        state = self.ground.state(register)
        standing = self._before(register) if register.attribute else register.absent.copy()
        if state is None:
            return standing
        alias = f"s:{register.name}"
        if alias not in self._joins:
            on: list[exp.Expr] = [col(alias, name).eq(self[name]) for name in register.entity.columns]
            if self.ground.changes(register):
                on += [
                    exp.LT(this=col(alias, "key"), expression=self["key"]),
                    exp.LTE(this=self["key"], expression=col(alias, "until")),
                ]
            self.join(alias, exp.Join(this=_aliased(state, alias), on=exp.and_(*on), side="LEFT"))
        missing = col(alias, "key").is_(exp.null())
        return exp.Paren(this=exp.Case(default=col(alias, "value")).when(missing, standing, copy=False))

    def heard(self, kind: str, columns: tuple[str, ...], since: exp.Expr | None, matches: exp.Expr) -> exp.Expr:
        """How many activities of a type there were before the row's turn; of the person, or the account's own.

        `matches` is a condition over `a`, the activities with the columns asked for; `since` the earliest instant.
        """
        self.reads.add(Read(activity_resource(kind)))
        alias = f"h:{len(self._joins)}"
        whose = "person" if self.of_people else "account"
        counted = query(
            "SELECT i.token, i.person, COUNT(*) AS times FROM input AS i JOIN heard AS a"
            " ON $same AND ((a.key IS NULL AND a.at <= i.at) OR a.key < i.key) AND $since AND $matches"
            " GROUP BY i.token, i.person",
            input=self._looks(), heard=self.ground.activities(kind, columns),
            same=col("a", whose).eq(col("i", whose)), matches=matches,
            since=exp.true() if since is None else exp.GTE(this=col("a", "at"), expression=_of_input(since)),
        )  # fmt: skip
        return self._counted(alias, counted)

    def _looks(self) -> exp.Table | exp.Query:
        """The looks that the rows take, each once: several events of one instant are rows that look alike."""
        if not self.repeated:
            return self.table
        return exp.select(*(col("r", name) for name in VISIT)).distinct().from_(_aliased(self.table, "r"))

    def _counted(self, alias: str, counted: exp.Select) -> exp.Expr:
        """What was counted for the looks of each token and person, as `times`."""
        look = ["token", "person"]
        if self.repeated:
            counted = counted.select(col(self.inner, "key")).group_by(col(self.inner, "key"))
            look.append("key")
        same = exp.and_(*(col(alias, name).eq(self[name]) for name in look))
        self.join(alias, exp.Join(this=_aliased(counted, alias), on=same, side="LEFT"))
        return exp.Coalesce(this=col(alias, "times"), expressions=[exp.Literal.number(0)])

    def carried_at(self, at: exp.Expr, entered: exp.Expr) -> exp.Expr:
        """The instant at which relations between accounts and people are read."""
        return entered if self.ground.options.people_membership is Carrying.FROZEN else at

    def roles(self) -> Typed:
        """The roles that the person has in the account at the row's instant."""
        pairs = self.ground.entity(Entity.PAIR)
        self.join("pair", join(
            "LEFT JOIN pairs AS pair ON pair.account = v.account AND pair.person = v.person"
            " AND pair.since <= $at AND $at < pair.until",
            pairs=pairs, at=self.carried_at(self["at"], self["entered"]),
        ))  # fmt: skip
        return Typed(col("pair", "roles"), LIST)

    def pairs_with(self, register: Register, values: Sequence[str]) -> exp.Expr:
        """For how many people of the row's account a register of pairs holds one of the values; any, without values."""
        self.reads.add(Read(register_resource(register.name)))
        state = self.ground.state(register)
        if state is None:
            return exp.Literal.number(0)
        wanted: exp.Expr = exp.Not(this=exp.Paren(this=col("s", "value").is_(exp.null())))
        if values:
            wanted = exp.In(this=col("s", "value"), expressions=[text(one) for one in values])
        current = tree("s.key < i.key AND i.key <= s.until") if self.ground.changes(register) else exp.true()
        alias = f"n:{len(self._joins)}"
        counted = query(
            "SELECT i.token, i.person, COUNT(DISTINCT s.person) AS times FROM input AS i"
            " JOIN states AS s ON s.account = i.account AND $current AND $wanted GROUP BY i.token, i.person",
            input=self._looks(), states=state, current=current, wanted=wanted,
        )  # fmt: skip
        return self._counted(alias, counted)

    def address_taken(self, address: exp.Expr) -> exp.Expr:
        """Whether another record with this address came to this node before and its account is still inside."""
        self.reads |= {Read(TOKENS), Read(attempts_resource(self.rank))}
        found = query(
            "SELECT EXISTS (SELECT 1 FROM attempts AS b LEFT JOIN exits AS x ON x.token = b.token"
            " WHERE b.address = LOWER(TRIM($address)) AND b.key < v.key AND NOT b.duplicate"
            " AND (b.account <> v.account OR b.person <> v.person) AND COALESCE(x.key > v.key, TRUE)) AS x",
            attempts=self.ground.attempts(self.rank), exits=self.ground.exits(), address=address,
        )  # fmt: skip
        taken: exp.Expr = found.expressions[0].this
        return taken

    def join(self, alias: str, added: exp.Join) -> None:
        """Add a join that keeps every row and multiplies none; a second one of the same alias is the same join."""
        self._joins.setdefault(alias, added)

    def select(self, *terms: exp.Expr) -> exp.Select:
        """The rows with these terms, and the joins that were asked for."""
        found = exp.select(*terms, copy=False).from_(_aliased(self.table, self.alias), copy=False)
        for one in self._joins.values():
            found = found.join(one.copy(), copy=False)
        return found

    def _before(self, register: Register) -> exp.Expr:
        name = register.attribute or ""
        alias = register.entity.name.lower()
        ground = self.ground.entity(register.entity, (name,))
        key = register.entity.columns[0]
        self.join(alias, exp.Join(this=_aliased(ground, alias), on=col(alias, key).eq(self[key]), side="LEFT"))
        return col(alias, name)


def field_register(entity: Entity, name: str, kind: DataType) -> Register:
    """A field of accounts or people as a register."""
    return Register(f"{entity.name.lower()}.{name}", entity, kind, attribute=name)


def _aliased(table: exp.Table | exp.Query, alias: str) -> exp.Expr:
    found = table.copy()
    if isinstance(found, exp.Query):
        return found.subquery(exp.to_identifier(alias, quoted=True), copy=False)
    found.set("alias", exp.TableAlias(this=exp.to_identifier(alias, quoted=True)))
    return found


def _of_input(term: exp.Expr) -> exp.Expr:
    """The same term over `i`, the rows inside an aggregate."""
    moved = term.copy()
    for one in moved.find_all(exp.Column):
        if one.table == Rows.alias:
            one.set("table", exp.to_identifier(Rows.inner))
    return moved
