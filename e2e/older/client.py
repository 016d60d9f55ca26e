"""The older generation of the client, unmodified, in the Python environment `.venv-older`."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
# What it prints for people breaks at the width of a terminal, JSON too.
WIDE = "20000"
COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def older_python() -> str:
    """The interpreter that has the older generation."""
    path = HERE.parents[1] / ".venv-older" / "bin" / "python"
    if not path.exists():
        raise FileNotFoundError(f"no {path}; run scripts/setup.sh")
    return str(path)


def environment(home: Path) -> dict[str, str]:
    """Of a process of the older generation: a home of its own, and no settings of the machine's."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "COLUMNS": WIDE}


@dataclass(frozen=True)
class Answer:
    """What a command has said. Its exit status is 0 whether it did something or not."""

    status: int
    out: str
    errors: str

    @property
    def json(self):
        """The last thing it said, from the first line on that is an object or a list."""
        begin = re.search(r"(?:^|: )[\[{]", self.out, re.MULTILINE)
        assert begin, self
        return json.loads(self.out[begin.end() - 1 :])

    @property
    def done(self):
        """The same of one that says whether it has succeeded, and has."""
        answer = self.json
        assert answer["success"] is True, self
        return answer


@dataclass(frozen=True)
class Command:
    """A command of btcli, as it is typed, and what is typed when it asks."""

    words: str
    wallet: str | None = None
    hotkey: str | None = "default"
    typed: str = ""
    wants_json: bool = True


class OlderBtcli:
    """Use as a context manager. Call it with commands, which run at once, for the answer of each.

    They get the options of a machine's use that they know: network, no questions, JSON.
    """

    def __init__(self, url: str, home: Path):
        self.url = url
        self.home = home
        self.wallets = home / "wallets"
        self.ran: set[str] = set()

    def __enter__(self) -> "OlderBtcli":
        self.process = subprocess.Popen(
            [older_python(), str(HERE / "server.py")],
            env=environment(self.home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        self.options, self.names = {}, []
        for names, options in self._ask("commands"):
            self.names.append(names[0])
            self.options |= {name: (names[0], set(options)) for name in names}
        return self

    def __exit__(self, *_exc) -> None:
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()

    def add_wallet(self, name: str, coldkey: str, **hotkeys: str) -> str:
        """Makes a wallet of development keys by their URIs; returns its address."""
        return self._ask("make_wallet", str(self.wallets), name, coldkey, hotkeys)

    def __call__(self, *commands: Command) -> list[Answer]:
        given = [(self._arguments(command), command.typed) for command in commands]
        return [
            Answer(status, COLOURS.sub("", out), COLOURS.sub("", errors))
            for status, out, errors in self._ask("run", *given)
        ]

    def _arguments(self, command: Command) -> list[str]:
        words = command.words.split(" ")
        name = " ".join(words[: next((i for i, w in enumerate(words) if w.startswith("-")), None)])
        while name not in self.options:
            name, _, argument = name.rpartition(" ")
            assert argument, f"no such command: {command.words}"
        first_name, known = self.options[name]
        self.ran.add(first_name)
        added = ["--network", self.url] if "--network" in known else []
        added += ["--no-prompt"] if "--no-prompt" in known else []
        added += ["--json-output"] if command.wants_json and "--json-output" in known else []
        if command.wallet and "--wallet-name" in known:
            added += ["--wallet-name", command.wallet, "--wallet-path", str(self.wallets)]
            if command.hotkey and "--hotkey" in known:
                added += ["--hotkey", command.hotkey]
        return words + added

    def _ask(self, function: str, *arguments):
        self.process.stdin.write(json.dumps([function, arguments]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"{function} has ended the process"
        return json.loads(line)
