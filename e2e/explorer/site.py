"""The pages of the explorer, built and served as `scripts/explorer.sh` does it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from support.node import free_port

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "explorer.sh"
# Seconds, for a build on a machine with other work.
PATIENCE = 300.0


class Site:
    """Use as a context manager; the pages are at `url`."""

    def __init__(self, log: Path):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = log
        self.process: subprocess.Popen | None = None

    def __enter__(self) -> "Site":
        with open(self.log, "wb") as log:
            # A group of its own: the server is a child of a child.
            self.process = subprocess.Popen(
                [str(SCRIPT), "--port", str(self.port)], start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.__exit__()
                raise RuntimeError(f"no pages on {self.url}:\n{self.log.read_text()}")
            time.sleep(0.2)
        return self

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.url, timeout=5) as answer:
                return b"Subtensor explorer" in answer.read()
        except (OSError, urllib.error.URLError):
            return False

    def __exit__(self, *_exc) -> None:
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
        except ProcessLookupError:
            return
        self.process.wait(20)
