"""The commands about keys: with them expressions encrypt what leaves this computer. Keys belong to the user alone."""

from typing import Annotated

import typer

from engine.terminal import Json, out, print_json

keys = typer.Typer(name="key", help="Secret keys of this user, for AESEncrypt in expressions.", no_args_is_help=True)


@keys.command("new")
def new(
    name: Annotated[str, typer.Argument(help="Small letters, digits, hyphens and underscores.")],
    json_output: Json = False,
) -> None:
    """Make a key; its whole name, which ends in its fingerprint, is what expressions call it."""
    from engine.keys import keys_folder, new_key

    whole = new_key(name)
    if json_output:
        print_json({"name": whole, "folder": str(keys_folder())})
        return
    out.print(f"Made the key {whole}. In an expression: AESEncrypt(@attribute, '{whole}')", markup=False)
    out.print(
        f"Keep a copy of {keys_folder() / whole}.key in a safe place: without it nobody can decrypt.", markup=False
    )


@keys.command("list")
def list_(json_output: Json = False) -> None:
    """List the names of the keys, never the keys."""
    from engine.keys import key_names, keys_folder

    names = key_names()
    if json_output:
        print_json({"folder": str(keys_folder()), "keys": list(names)})
        return
    for name in names:
        out.print(name, markup=False)
    if not names:
        out.print(f"There are no keys in {keys_folder()}. Make one with jalon key new NAME.", markup=False)


@keys.command("decrypt")
def decrypt(
    name: Annotated[str, typer.Argument(help="The whole name of the key.")],
    text: Annotated[str, typer.Argument(help="What AESEncrypt gave.")],
    json_output: Json = False,
) -> None:
    """Show what a text was before it was encrypted."""
    from engine.keys import decrypted

    found = decrypted(text, name)
    if json_output:
        print_json({"text": found})
    else:
        out.print(found, markup=False, highlight=False)
