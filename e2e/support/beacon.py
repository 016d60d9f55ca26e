"""A drand beacon of the tests' own: the examples of the crate `subtensor-timelock`, as processes."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from .node import find_binary, free_port

SECRET = "5a" * 32
PERIOD = 1
TIMEOUT = 20.0


def example(name: str) -> str:
    """An example that was built with the node."""
    path = Path(find_binary()).parent / "examples" / name
    if not path.is_file():
        raise FileNotFoundError(f"no example at {path}; run scripts/test.sh setup build")
    return str(path)


def run_example(name: str, *arguments: str, text: str = "") -> str:
    command = [example(name), *arguments]
    made = subprocess.run(command, input=text, capture_output=True, text=True, timeout=TIMEOUT)
    assert made.returncode == 0, made.stderr
    return made.stdout.strip()


class Beacon:
    """One endpoint of the beacon, which knows the rounds from its start on. Use as a context manager.

    All endpoints of one `genesis_time`, in Unix seconds, are of the same beacon.
    """

    def __init__(self, genesis_time: int):
        self.genesis_time = genesis_time
        self.port = free_port()
        self.public_key = run_example("beacon", "public-key", "--secret", SECRET)
        self.process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def spec(self) -> dict:
        """The beacon as a chain spec names it."""
        return {"publicKey": self.public_key, "period": PERIOD, "genesisTime": self.genesis_time}

    def due(self) -> int:
        """The newest round by now, whether somebody serves it or not."""
        return (int(time.time()) - self.genesis_time) // PERIOD + 1

    def seal(self, plain: bytes, reveal_round: int) -> bytes:
        """A ciphertext that the round opens."""
        options = ("--public-key", self.public_key, "--round", str(reveal_round))
        return bytes.fromhex(run_example("seal", *options, text=plain.hex()))

    def start(self) -> "Beacon":
        options = {
            "--port": self.port, "--secret": SECRET, "--genesis-time": self.genesis_time, "--period": PERIOD
        }
        command = [example("beacon"), *(str(word) for option in options.items() for word in option)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
        )
        # It says where it listens, or ends.
        if not self.process.stdout.readline():
            self.stop()
            raise RuntimeError(f"{command} has ended")
        return self

    def stop(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.terminate()
            process.wait(TIMEOUT)
            process.stdout.close()

    def __enter__(self) -> "Beacon":
        return self.start()

    def __exit__(self, *_exc) -> None:
        self.stop()
