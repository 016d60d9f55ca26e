"""A node process under test: free ports, a base path of its own, stopped by id."""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

START_TIMEOUT = 60.0
STOP_TIMEOUT = 20.0


def find_binary() -> str:
    """The node to test: NODE_BINARY, else what cargo built in this checkout."""
    named = os.environ.get("NODE_BINARY")
    if named:
        path = Path(named)
    else:
        root = Path(__file__).resolve().parents[2]
        target = Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
        path = target / "release" / "node-subtensor"
    if not path.is_file():
        raise FileNotFoundError(f"no node binary at {path}; run scripts/test.sh setup build")
    return str(path)


# Below the ports that the system gives to outgoing connections, which could take one between the
# moment it is found free and the moment a node binds it. Each is handed out once.
_PORTS = itertools.cycle(random.sample(range(16_000, 32_000), 4_000))


def free_port() -> int:
    for port in itertools.islice(_PORTS, 4_000):
        if is_free(port):
            return port
    raise RuntimeError("no port is free")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


class RpcError(Exception):
    """A JSON-RPC error answer."""

    def __init__(self, error: dict):
        super().__init__(f"{error.get('code')}: {error.get('message')} {error.get('data', '')}")
        self.code = error.get("code")
        self.message = str(error.get("message"))
        self.data = str(error.get("data", ""))


class Node:
    """Use as a context manager; `url` is its WebSocket address."""

    # Seconds that it may take to start, and to answer.
    patience = START_TIMEOUT
    answer_timeout = 10.0
    # Where its RPC is reached.
    host = "127.0.0.1"

    def __init__(self, binary: str, folder: Path, *, chain: str = "dev", extra: tuple = ()):
        self.binary = binary
        self.base_path = Path(folder) / "base"
        self.log_path = Path(folder) / "node.log"
        self.chain = chain
        self.extra = tuple(extra)
        # What its environment has besides that of the tests.
        self.environment: dict[str, str] = {}
        self.rpc_port = free_port()
        self.process: subprocess.Popen | None = None
        self.started_in: float | None = None

    @property
    def url(self) -> str:
        return f"ws://{self.host}:{self.rpc_port}"

    def arguments(self) -> list[str]:
        # `--dev` alone is what a newcomer uses; the other presets need the role.
        preset = ["--dev"] if self.chain == "dev" else ["--chain", self.chain, "--one", "--force-authoring"]
        return [
            self.binary,
            *preset,
            "--base-path", str(self.base_path),
            "--rpc-port", str(self.rpc_port),
            "--listen-addr", f"/ip4/127.0.0.1/tcp/{free_port()}",
            "--unsafe-force-node-key-generation",
            # Tests compare the state of two blocks that may lie far back.
            "--state-pruning", "archive",
            "--no-prometheus",
            "--no-telemetry",
            "--no-mdns",
            *self.extra,
        ]

    def start(self) -> "Node":
        begun = time.monotonic()
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                self.arguments(),
                env=os.environ | self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
            )
        while time.monotonic() - begun < self.patience:
            if self.process.poll() is not None:
                raise RuntimeError(f"the node ended with {self.process.returncode}:\n{self.log_tail()}")
            try:
                if self.is_up():
                    self.started_in = time.monotonic() - begun
                    return self
            except (OSError, urllib.error.URLError, RpcError):
                pass
            time.sleep(0.1)
        self.stop()
        raise TimeoutError(f"no block within {self.patience} s:\n{self.log_tail()}")

    def is_up(self) -> bool:
        """Whether it answers as it should some time after its start: with a block."""
        return self.height() >= 1

    def stop(self) -> int | None:
        """Asks the process to end; returns its exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> int | None:
        """Ends the process at once. What it has written is safe with the system, other than after a loss of power."""
        return self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int | None:
        process, self.process = self.process, None
        if process is None:
            return None
        if process.poll() is None:
            process.send_signal(how)
        try:
            return process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait(STOP_TIMEOUT)

    def rpc(self, method: str, params: list | None = None):
        """One JSON-RPC call over HTTP, without any client library in between."""
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params or []})
        answer = json.loads(self.post(body.encode()))
        if "error" in answer:
            raise RpcError(answer["error"])
        return answer["result"]

    def height(self) -> int:
        return int(self.rpc("chain_getHeader")["number"], 16)

    def final(self) -> int:
        head = self.rpc("chain_getFinalizedHead")
        return int(self.rpc("chain_getHeader", [head])["number"], 16)

    def batch(self, method: str, calls: list[list]) -> list:
        """The results of many calls sent at once, errors as they are, in the order of the calls."""
        body = [
            {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
            for number, params in enumerate(calls)
        ]
        answers = json.loads(self.post(json.dumps(body).encode(), timeout=60.0))
        return [a.get("result", a.get("error")) for a in sorted(answers, key=lambda answer: answer["id"])]

    def post(self, body: bytes, timeout: float | None = None) -> bytes:
        request = urllib.request.Request(
            f"http://{self.host}:{self.rpc_port}", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=timeout or self.answer_timeout) as answer:
            return answer.read()

    def log(self) -> str:
        return self.log_path.read_text(errors="replace") if self.log_path.exists() else ""

    def wait_for_log(self, text: str, timeout: float = 10.0) -> None:
        """The log is written by a thread of its own, a moment later."""
        deadline = time.monotonic() + timeout
        while text not in self.log():
            assert time.monotonic() < deadline, f"'{text}' is not in the log:\n{self.log_tail()}"
            time.sleep(0.1)

    def wait_for_note(self, number: int, timeout: float = 60.0) -> None:
        """Until the node has noted that this block is final and on disk."""
        [chain] = (self.base_path / "chains").iterdir()
        note, deadline = chain / "paritydb" / "final", time.monotonic() + timeout
        while not note.exists() or int(note.read_text()) < number:
            assert time.monotonic() < deadline, f"#{number} is not noted:\n{self.log_tail()}"
            time.sleep(0.1)

    def panics(self) -> int:
        """Panics in the log. Bytes that are no transaction are refused by the SDK with a message that begins like one."""
        log = self.log()
        return log.count("panicked") - log.count("Nothing bad happened")

    def log_tail(self, lines: int = 30) -> str:
        return "\n".join(self.log().splitlines()[-lines:])

    def __enter__(self) -> "Node":
        return self.start()

    def __exit__(self, *_exc) -> None:
        self.stop()
        # The files of the database are slow to remove; the next test need not wait for that.
        threading.Thread(target=shutil.rmtree, args=(self.base_path, True)).start()


class Sealed(Node):
    """A development chain without consensus: blocks come by command, with transactions, or in a rhythm."""

    def __init__(self, binary: str, folder: Path, mode: str, *, extra: tuple = ()):
        super().__init__(binary, folder, extra=("--sealing", mode, *extra))
        self.mode = mode

    def is_up(self) -> bool:
        # Without a rhythm there is no block yet.
        return bool(self.rpc("system_health")) if self.mode in ("manual", "instant") else super().is_up()

    def seal(self, count: int = 1) -> None:
        for _ in range(count):
            self.rpc("engine_createBlock", [True, True, None])

    def seal_until(self, condition, most: int) -> None:
        """Makes blocks until the condition holds, at most so many."""
        for _ in range(most):
            if condition():
                return
            self.seal()
        assert condition(), f"not in {most} blocks"


def run_binary(binary: str, *arguments: str, timeout: float = 90.0) -> subprocess.CompletedProcess:
    """Runs the node to its end: for subcommands and for starts that must fail."""
    return subprocess.run(
        [binary, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout,
    )
