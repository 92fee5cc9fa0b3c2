"""Every function with any arguments that its signature allows: it runs, its type is as said, and it is portable."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlglot
from hypothesis import given
from hypothesis import strategies as st
from sqlglot import exp, parse_one

from engine import keys
from engine.expressions import FUNCTIONS, Function, Group, compile_expression
from engine.expressions.signatures import Constant, Sort
from engine.problems import EngineError
from tests.engine.expressions.calculator import ROW, Calculator, SmallScope

POOL = {
    Sort.TEXT: ["@name", "@none", "@empty", "'é😀'", "''", "Lower(@city)", "null", "$(vars/@gone)"],
    Sort.NUMBER: ["@age", "@tiny + 1", "@big", "@score", "@price", "@missing", "0", "-1", "2.5", "3000000000", "null"],
    Sort.DATE: ["@born", "@seen", "@never", "'2024-02-29'", "'2024-02-29 10:00'", "DaysAgo(1)", "null"],
    Sort.TIME: ["@opens", "TruncTime(@seen, 60)", "null"],
    Sort.BOOLEAN: ["@member", "not @member", "@missing = 1", "true", "null"],
}
CONSTANTS = {Constant.TEXT: "', '", Constant.ZONE: "'Europe/Paris'", Constant.DECIMALS: "2"}
"""What stands for constants; the name of a key is known when one was made."""
BUILT = sorted(function.name for function in FUNCTIONS.values() if function.build is not None)


@pytest.fixture(scope="module", autouse=True)
def _a_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A key in the configuration of a user of their own."""
    folder = tmp_path_factory.mktemp("config")

    def config(_name: str) -> Path:
        return folder

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "user_config_path", config)
        patch.setitem(CONSTANTS, Constant.KEY, f"'{keys.new_key('crm')}'")
        yield


@st.composite
def calls(draw: st.DrawFn, function: Function) -> str:
    letters: dict[str, Sort] = {}
    arguments: list[str] = []
    for parameter in function.parameters:
        accepted = parameter.accepted
        if parameter.optional and draw(st.booleans()):
            break
        if accepted.constant is not None:
            arguments.append(CONSTANTS[accepted.constant])
            continue
        sort = draw(st.sampled_from([sort for sort in POOL if sort in accepted.sorts]))
        sort = letters.setdefault(accepted.letter, sort) if accepted.letter else sort
        arguments.append(draw(st.sampled_from(POOL[sort])))
    return f"{function.name}({', '.join(arguments)})"


@pytest.mark.req("ORC-213")
@pytest.mark.parametrize("name", BUILT)
def test_it_runs_with_the_type_that_was_said(calculator: Calculator, name: str) -> None:
    function = FUNCTIONS[name.lower()]

    @given(calls(function))
    def run(source: str) -> None:
        try:
            if function.group is Group.AGGREGATE:
                calculator.aggregate(source, [ROW, ROW | {"id": 2}])
            else:
                calculator.value(source)
        except EngineError as error:
            if error.problem.code not in {"out-of-range", "conversion-failed"}:
                raise

    run()


@pytest.mark.parametrize("name", BUILT)
def test_it_can_be_said_to_another_engine(name: str) -> None:
    function = FUNCTIONS[name.lower()]

    @given(calls(function))
    def say(source: str) -> None:
        typed = compile_expression(source, SmallScope(), aggregates=True, windows=True)
        text = typed.tree.sql(dialect="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
        assert isinstance(parse_one(text, dialect="spark"), exp.Expr)

    say()


def test_only_the_functions_in_python_are_unknown_to_other_engines() -> None:
    unknown: set[str] = set()
    for name in BUILT:
        function = FUNCTIONS[name.lower()]
        arguments = [
            CONSTANTS[parameter.accepted.constant]
            if parameter.accepted.constant
            else POOL[_first(parameter.accepted.sorts)][0]
            for parameter in function.parameters
        ]
        typed = compile_expression(f"{name}({', '.join(arguments)})", SmallScope(), aggregates=True, windows=True)
        unknown |= {node.name for node in typed.tree.find_all(exp.Anonymous)}
    assert unknown == {"JALON_AES", "JALON_SHA512", "JALON_XML_VALUE"}


def _first(sorts: frozenset[Sort]) -> Sort:
    return next(sort for sort in POOL if sort in sorts)
