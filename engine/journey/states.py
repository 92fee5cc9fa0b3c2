"""What each register held when, as a table: from the tables, from what is recorded, and from what actions changed."""

from collections.abc import Iterable

from sqlglot import exp

from engine.journey.ground import register_resource
from engine.journey.order import Act, Phase, key, zero
from engine.journey.registers import Entity, Register
from engine.journey.stage import Stage
from engine.journey.tables import BEGINNING, ENDLESS, RunGround, Writer, acted, changed_column, state_table, temp
from engine.trees import col, number, query, union


class States:
    """The tables of registers, each made anew when somebody looks at it after an effect has come."""

    def __init__(self, stage: Stage, ground: RunGround) -> None:
        self._stage = stage
        self._ground = ground
        self._stale: set[str] = set()

    def forget(self) -> None:
        """None of them is known yet."""
        self._stale = set(self._ground.noted.registers)

    def touch(self, names: Iterable[str]) -> None:
        """These registers changed, and those with them that follow from them."""
        changed = set(names)
        following = (
            one.name
            for one in self._ground.noted.registers.values()
            if any(source.name in changed for source in one.sources)
        )
        self._stale |= {*changed, *following}

    def freshen(self, resources: Iterable[str]) -> None:
        """Bring up to date what is looked at."""
        wanted = set(resources)
        for resource in wanted & set(self._ground.told_by):
            wanted |= {register_resource(name) for name in self._ground.told_by[resource]}
        for name in sorted(self._stale):
            if register_resource(name) in wanted:
                self._lay(name)

    def _lay(self, name: str) -> None:
        if name not in self._stale:
            return
        self._stale.discard(name)
        register = self._ground.noted.registers.get(name)
        if register is None:
            return
        for source in register.sources:
            self._lay(source.name)
        lay_state(self._stage, self._ground, register)


def lay_state(stage: Stage, ground: RunGround, register: Register) -> None:
    """Make the table of a register anew from the effects that are there now.

    Shape: the entity's columns, `key`, `until`, `value`; a value holds for keys above `key` up to `until`.
    """
    changes = [_recorded(ground, register)] if register.recorded is not None else []
    writers = [one for one in ground.writers.get(register.name, ()) if stage.exists(acted(one.rank))]
    changes += [_written(one) for one in writers]
    changes += [_derived(ground, register)] if register.derive is not None else []
    if register.before is not None:
        standing = temp(f"before_{state_table(register.name, ground.noted).name}")
        if not stage.exists(standing):
            stage.make(standing, _before(register, register.before))
        before = query("SELECT b.* FROM b AS b", b=standing)
        if not changes:
            endless = exp.alias_(_huge(ENDLESS), "until")
            stage.make(state_table(register.name, ground.noted), before.select(endless, copy=False))
            return
        changes.insert(0, before)
    whose = [col("o", name) for name in register.entity.columns]
    if not changes:
        stage.make(state_table(register.name, ground.noted), _nothing(register))
        return
    states: exp.Query = union(changes)
    if any(one.change.adds for one in writers):
        states = _summed(register, states)
    window = exp.Window(
        this=exp.func("LEAD", col("o", "key"), number(1), number(ENDLESS), dialect="duckdb"),
        partition_by=[one.copy() for one in whose],
        order=exp.Order(expressions=[exp.Ordered(this=col("o", "key"))]),
    )
    found = exp.select(*whose, col("o", "key"), exp.alias_(window, "until"), col("o", "value"))
    stage.make(state_table(register.name, ground.noted), found.from_(states.subquery("o")))


def _typed(register: Register, value: exp.Expr) -> exp.Expr:
    return exp.Cast(this=value, to=register.type.to_sql())


def _before(register: Register, before: exp.Select) -> exp.Select:
    found = exp.select(*(col("b", name) for name in register.entity.columns))
    return found.select(
        exp.alias_(_huge(BEGINNING), "key"), exp.alias_(_typed(register, col("b", "value")), "value"),
        exp.alias_(exp.false(), "adds"), copy=False,
    ).from_(before.copy().subquery("b"))  # fmt: skip


def _recorded(ground: RunGround, register: Register) -> exp.Select:
    assert register.recorded is not None
    happened = key(ground.start, col("r", "at"), number(Phase.RECORDED), 0, zero(), zero())
    found = exp.select(*(col("r", name) for name in register.entity.columns))
    # Of two changes that are recorded at one instant, the one of the greater value counts: any rule would do.
    return found.select(
        exp.alias_(happened, "key"), exp.alias_(_typed(register, exp.Max(this=col("r", "value"))), "value"),
        exp.alias_(exp.false(), "adds"), copy=False,
    ).from_(register.recorded.copy().subquery("r")).group_by(
        *(col("r", name) for name in register.entity.columns), col("r", "at")
    )  # fmt: skip


def _derived(ground: RunGround, register: Register) -> exp.Select:
    assert register.derive is not None
    states = [state_table(one.name, ground.noted) for one in register.sources]
    found = exp.select(*(col("d", name) for name in register.entity.columns))
    return found.select(
        col("d", "key"), exp.alias_(_typed(register, col("d", "value")), "value"), exp.alias_(exp.false(), "adds"),
        copy=False,
    ).from_(register.derive(states).subquery("d"))  # fmt: skip


def _written(writer: Writer) -> exp.Select:
    register = writer.change.register
    found = exp.select(*(col("w", name) for name in register.entity.columns))
    return (
        found.select(
            exp.alias_(exp.Add(this=col("w", "key"), expression=number(Act.CHANGE)), "key"),
            exp.alias_(_typed(register, col("w", changed_column(writer.place))), "value"),
            exp.alias_(exp.true() if writer.change.adds else exp.false(), "adds"),
            copy=False,
        )
        .from_(exp.alias_(acted(writer.rank), "w", table=True))
        .where(col("w", "told" if writer.change.once else "acts"))
    )


def _summed(register: Register, changes: exp.Query) -> exp.Select:
    """Additions brought to values: each adds to what was set last, or to what was there before the run."""
    whose = [col("c", name) for name in register.entity.columns]
    order = exp.Order(expressions=[exp.Ordered(this=col("c", "key"))])
    since = exp.Window(this=exp.func("COUNT_IF", exp.Not(this=col("c", "adds")), dialect="duckdb"),
                       partition_by=[one.copy() for one in whose], order=order.copy())  # fmt: skip
    marked = exp.select("c.*", exp.alias_(since, "sets")).from_(changes.subquery("c"))
    total = exp.Window(this=exp.Sum(this=col("c", "value")), partition_by=[*whose, col("c", "sets")], order=order)
    found = exp.select(*(one.copy() for one in whose), col("c", "key")).from_(marked.subquery("c"))
    base: exp.Expr = number(0)
    if register.attribute is not None and register.entity is not Entity.PAIR:
        name = register.entity.columns[0]
        found = found.join(exp.Join(this=exp.alias_(temp(name), "e", table=True),
                                    on=col("e", name).eq(col("c", name)), side="LEFT"))  # fmt: skip
        standing = exp.Coalesce(this=col("e", register.attribute), expressions=[number(0)])
        base = exp.Paren(this=exp.Case(default=number(0)).when(col("c", "sets").eq(number(0)), standing, copy=False))
    return found.select(exp.alias_(exp.Add(this=base, expression=total), "value"), copy=False)


def _nothing(register: Register) -> exp.Select:
    terms = [exp.alias_(exp.Cast(this=exp.null(), to=exp.DataType(this=exp.DType.INT)), name, quoted=True)
             for name in register.entity.columns]  # fmt: skip
    terms += [exp.alias_(_huge(BEGINNING), "key"), exp.alias_(_huge(ENDLESS), "until")]
    return exp.select(*terms, exp.alias_(_typed(register, exp.null()), "value")).where(exp.false())


def _huge(value: int) -> exp.Expr:
    return exp.Cast(this=exp.Paren(this=number(value)), to=exp.DataType(this=exp.DType.INT128))
