"""Runs the client's `btcli` with a home and a wallet folder of its own; answers are its JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from typer.main import get_command

EXECUTABLE = Path(sys.executable).parent / "btcli"
TIMEOUT = 60.0
# A Debian package, which scripts/setup.sh installs; the loader knows what `$LIB` is here.
FAKETIME = "/usr/$LIB/faketime/libfaketime.so.1"


class Btcli:
    """Call it with the arguments of btcli; it insists on the expected outcome.

    With a `clock`, in Unix seconds, it takes that for the time of the day all the while.
    """

    def __init__(self, url: str, home: Path):
        self.url = url
        self.home = home
        self.wallets = home / "wallets"
        # Variables that it gets beside its home.
        self.environment: dict[str, str] = {}

    def __call__(
        self,
        *arguments: str,
        wallet: str | None = None,
        fails: bool = False,
        clock: int | None = None,
        patience: float = TIMEOUT,
    ):
        options = ["--network", self.url, "--json"]
        if wallet:
            options += ["--wallet", wallet, "--wallet-path", str(self.wallets)]
        if _asks(arguments):
            options.append("--yes")
        standing = {} if clock is None else _standing_clock(clock)
        result = self._run(*arguments, *options, patience=patience, **standing)
        assert (result.returncode != 0) is fails, (arguments, result.stdout, result.stderr)
        return _last_answer(result.stdout or result.stderr)

    def add_wallet(self, name: str, seed: str) -> str:
        """Makes a wallet without a password from a secret seed; returns its address."""
        made = self._run(
            "wallet", "regen-coldkey", "--wallet", name, "--wallet-path", str(self.wallets),
            "--seed", seed, "--no-password", "--json",
        )
        assert made.returncode == 0, made.stderr
        return json.loads(made.stdout)["ss58"]

    def add_hotkey(self, name: str, seed: str) -> None:
        """Gives a wallet its default hotkey, from a secret seed."""
        made = self._run(
            "wallet", "regen-hotkey", "--wallet", name, "--wallet-path", str(self.wallets), "--seed", seed, "--json",
        )
        assert made.returncode == 0, made.stderr

    def _run(
        self, *arguments: str, patience: float = TIMEOUT, **environment: str
    ) -> subprocess.CompletedProcess:
        return subprocess.run(
            [str(EXECUTABLE), *arguments],
            env={
                "PATH": os.environ["PATH"], "HOME": str(self.home), **self.environment,
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=patience,
        )


def _last_answer(text: str):
    """The answer to the last of the transactions that a command sends, most of which send one."""
    decoder, rest = json.JSONDecoder(), text.strip()
    while True:
        answer, end = decoder.raw_decode(rest)
        rest = rest[end:].lstrip()
        if not rest:
            return answer


def _standing_clock(clock: int) -> dict[str, str]:
    """Variables that stop the clock of the day; what measures how long something takes goes on."""
    return {
        "LD_PRELOAD": FAKETIME,
        "FAKETIME": str(clock),
        "FAKETIME_FMT": "%s",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


@cache
def program() -> Any:
    """The commands of btcli, as it builds them itself."""
    from bittensor.cli.main import app

    return get_command(app)


def _asks(arguments: tuple[str, ...]) -> bool:
    """Whether the command wants to be told that it may go ahead: those that only read do not."""
    command = program()
    for word in arguments:
        below = getattr(command, "commands", {}).get(word)
        if below is None:
            break
        command = below
    return any("--yes" in parameter.opts for parameter in command.params)
