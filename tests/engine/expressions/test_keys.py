"""Keys: AESEncrypt gives what the standard gives, and a key is in no statement, log, document, bundle or workspace."""

import base64
import json
import os
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from typer.testing import CliRunner

from engine import keys
from engine.cli import app
from engine.document.files import to_text
from engine.expressions import compile_expression
from engine.problems import EngineError
from engine.runner.explain import explain_plan
from engine.runner.real import start_real_run
from engine.runner.service import plan_document, prepare
from tests.engine.campaigns import build, campaign, node
from tests.engine.expressions.calculator import ROW, Calculator, SmallScope
from tests.engine.fixture import records, shop


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration of a user of their own."""

    def config(_name: str) -> Path:
        return tmp_path / "config"

    monkeypatch.setattr(keys, "user_config_path", config)
    return tmp_path / "config" / "keys"


def secret(folder: Path, name: str) -> bytes:
    return base64.b64decode((folder / f"{name}.key").read_bytes())


@pytest.mark.req("ORC-219")
@pytest.mark.parametrize("text", ["ana@example.org", "é😀", "x" * 5000, "", "'; DROP TABLE x; --"])
def test_a_text_is_encrypted_as_the_standard_says_and_the_same_each_time(
    calculator: Calculator, folder: Path, text: str
) -> None:
    name = keys.new_key("crm")

    found = calculator.value(f"AESEncrypt(@name, '{name}')", {"name": text})

    expected = AESSIV(secret(folder, name)).encrypt(text.encode(), None)
    assert found == base64.b64encode(expected).decode() == keys.encrypted(text, name)
    assert keys.decrypted(found, name) == text
    assert calculator.value(f"AESEncrypt(@none, '{name}')") is None
    other = keys.new_key("crm")
    assert keys.encrypted(text, other) != found
    with pytest.raises(EngineError) as caught:
        keys.decrypted(found, other)
    assert caught.value.problem.code == "not-encrypted"


def test_the_key_is_nowhere_but_in_its_file(folder: Path, tmp_path: Path) -> None:
    name = keys.new_key("crm")
    key = secret(folder, name)
    token = f"AESEncrypt(@email, '{name}')"
    column = {"expression": token, "label": "token", "alias": "token"}
    rule = {"kind": "condition", "expression": token, "operator": "not-empty"}
    out = node("out", "extract-file", file_name="tokens.csv", columns=[column])
    document = campaign([build("who", rule), out], "who>out", execution={"log_sql": True})
    with shop(tmp_path) as workspace:
        workspace.documents.save(document.id, to_text(document), name="T", kind="campaign")
        done = start_real_run(workspace, document)
        assert done.ok, [str(problem) for problem in done.problems]
        plan = plan_document(workspace, prepare(workspace, document))
        said = json.dumps([step.to_json() for step in explain_plan(plan)])

    (file,) = (tmp_path / "shop").rglob("tokens*.csv")
    tokens = sorted(line for line in file.read_text().splitlines()[1:] if line.strip('"'))
    emails = [row["email"] for row in records("recipients") if row["email"] is not None]
    assert tokens == sorted(keys.encrypted(email, name) for email in emails)
    held = b"".join(path.read_bytes() for path in (tmp_path / "shop").rglob("*") if path.is_file()) + said.encode()
    for form in (key, key[:16], base64.b64encode(key), key.hex().encode()):
        assert form not in held
    assert name.encode() in held


def test_a_key_is_for_its_user_alone_and_never_another_under_the_same_name(folder: Path) -> None:
    name = keys.new_key("crm")
    path = folder / f"{name}.key"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
        with pytest.raises(EngineError) as caught:
            keys.encrypted("x", name)
        assert caught.value.problem.code == "key-open-to-others"
        path.chmod(0o600)
    path.write_bytes((folder / f"{keys.new_key('other')}.key").read_bytes())
    with pytest.raises(EngineError) as caught:
        keys.encrypted("x", name)
    assert caught.value.problem.code == "wrong-key"
    path.unlink()
    for wrong in (name, "../crm-00000000", "", "crm"):
        with pytest.raises(EngineError) as caught:
            keys.encrypted("x", wrong)
        assert caught.value.problem.code == "no-key"
    for wrong in ("", "A", "a/b", "..", "a" * 41, "é"):
        with pytest.raises(EngineError) as caught:
            keys.new_key(wrong)
        assert caught.value.problem.code == "wrong-name"


def test_a_key_that_went_away_is_told_and_nothing_is_left_empty(calculator: Calculator, folder: Path) -> None:
    name = keys.new_key("gone")
    typed = compile_expression(f"AESEncrypt(@name, '{name}')", SmallScope())
    (folder / f"{name}.key").unlink()

    with pytest.raises(EngineError, match="no key"):
        calculator.values(typed, [ROW])


def test_keys_are_made_listed_and_used_to_decrypt_from_the_command_line(folder: Path) -> None:
    run = CliRunner().invoke

    made = json.loads(run(app, ["key", "new", "crm", "--json"]).stdout)
    listed = json.loads(run(app, ["key", "list", "--json"]).stdout)
    shown = run(app, ["key", "list"]).stdout
    back = run(app, ["key", "decrypt", made["name"], keys.encrypted("Ana", made["name"])])

    assert listed == {"folder": str(folder), "keys": [made["name"]]}
    assert (back.stdout, back.exit_code) == ("Ana\n", 0)
    assert base64.b64encode(secret(folder, made["name"])).decode() not in shown
    assert run(app, ["key", "decrypt", made["name"], "Zm9v"]).exit_code == 1
    assert run(app, ["key", "new", "No Name"]).exit_code == 1
