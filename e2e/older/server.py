"""Runs btcli of the older generation, each command in a process forked from one that has it loaded.

For the Python of `.venv-older`, where loading btcli takes longer than most commands. A line of
input names a function of this file and its arguments; a line of output is what it returns.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile

import bittensor_cli.cli
from bittensor_wallet import Wallet
from typer.main import get_command

TIMEOUT = 120


def commands() -> list[tuple[list[str], list[str]]]:
    """Every command once: its names, those in the help first, and its options."""
    found: dict[str, tuple[list, list, list]] = {}
    for name, command in _below(get_command(bittensor_cli.cli.CLIManager().app), ()):
        function = command.callback.__wrapped__.__qualname__
        names, hidden, options = found.setdefault(function, ([], [], []))
        (hidden if command.hidden else names).append(" ".join(name))
        options[:] = [
            text for option in command.params for text in (*option.opts, *option.secondary_opts)
        ]
    return [(names + hidden, options) for names, hidden, options in found.values()]


def _below(command, name: tuple):
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
    else:
        for word, part in inner.items():
            yield from _below(part, (*name, word))


def make_wallet(folder: str, name: str, coldkey: str, hotkeys: dict[str, str]) -> str:
    """Writes keys of URIs, which btcli does not take, without passwords; returns an address."""
    options = {"use_password": False, "overwrite": True, "suppress": True}
    wallet = Wallet(name=name, path=folder)
    wallet.create_coldkey_from_uri(coldkey, **options)
    for hotkey, uri in hotkeys.items():
        Wallet(name=name, path=folder, hotkey=hotkey).create_hotkey_from_uri(uri, **options)
    return wallet.coldkeypub.ss58_address


def run(*wanted: tuple[list[str], str]) -> list[tuple[int, str, str]]:
    """Runs commands at once, each with what is typed in: exit status, output and errors of each."""
    return [_end(*command) for command in [_start(*command) for command in wanted]]


def _start(arguments: list[str], typed: str) -> tuple[int, list]:
    files = [tempfile.TemporaryFile() for _ in range(3)]
    files[0].write(typed.encode())
    files[0].seek(0)
    child = os.fork()
    if child == 0:
        for number, file in enumerate(files):
            os.dup2(file.fileno(), number)
        signal.alarm(TIMEOUT)
        sys.argv = ["btcli", *arguments]
        bittensor_cli.cli.main()
        sys.exit(0)
    return child, files[1:]


def _end(child: int, files: list) -> tuple[int, str, str]:
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), *(_said(file) for file in files)


def _said(file) -> str:
    file.seek(0)
    return file.read().decode()


def main() -> None:
    functions = {function.__name__: function for function in (commands, make_wallet, run)}
    for line in sys.stdin:
        name, arguments = json.loads(line)
        print(json.dumps(functions[name](*arguments)), flush=True)


if __name__ == "__main__":
    main()
