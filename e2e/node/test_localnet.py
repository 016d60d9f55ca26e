"""scripts/localnet.sh: three authorities in the foreground, as client suites start them."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from support.network import slot_of
from support.node import Node, free_port, is_free

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "localnet.sh"
NAMES = ("one", "two", "three")
TIMEOUT = 120.0


def three_free_ports() -> int:
    """The first of three that follow each other."""
    while not (is_free((first := free_port()) + 1) and is_free(first + 2)):
        pass
    return first


def wait_for(condition, what: str) -> None:
    deadline = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < deadline, f"not {what} after {TIMEOUT} s"
        time.sleep(0.1)


class Localnet:
    """The script, with ports and a folder of its own."""

    def __init__(self, binary: str, folder: Path):
        self.folder = folder / "localnet"
        self.output = folder / "output"
        rpc_port = three_free_ports()
        self.environment = {
            **os.environ,
            "BUILD_BINARY": "0",
            "NODE_BINARY": binary,
            "LOCALNET_DIR": str(self.folder),
            "LOCALNET_RPC_PORT": str(rpc_port),
            "LOCALNET_P2P_PORT": str(three_free_ports()),
        }
        self.nodes = [Node(binary, folder) for _ in NAMES]
        for index, node in enumerate(self.nodes):
            node.rpc_port = rpc_port + index
        self.process: subprocess.Popen | None = None
        self.revived: subprocess.Popen | None = None

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        """Runs the script to its end."""
        return subprocess.run(
            [SCRIPT, *arguments],
            env=self.environment | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
        )

    def start(self, *arguments: str) -> None:
        """Starts it in the background and waits for the text that client suites wait for."""
        self.output.unlink(missing_ok=True)
        # Appending, for one that is started again writes behind the others.
        with open(self.output, "ab") as output:
            self.process = subprocess.Popen(
                [SCRIPT, *arguments],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.DEVNULL,
            )
        wait_for(lambda: self.ended() or "Imported #" in self.output.read_text(), "begun")
        assert not self.ended(), self.output.read_text()
        # One of them may have made a block before the others answer.
        wait_for(lambda: all(map(_answers, self.nodes)), "answering")

    def ended(self) -> bool:
        return self.process.poll() is not None

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(TIMEOUT)

    def pid(self, name: str) -> int:
        return int((self.folder / f"{name}.pid").read_text())

    def processes(self) -> list[str]:
        """Command lines of what runs on the folder."""
        return [_command_line(pid).replace("\0", " ") for pid in self._pids()]

    def _pids(self) -> list[int]:
        pids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
        return [pid for pid in pids if str(self.folder) in _command_line(pid)]

    def kill_all(self) -> None:
        """Leaves nothing behind, whatever a test has found."""
        self.process.kill()
        for pid in self._pids():
            os.kill(pid, signal.SIGKILL)
        for process in (self.process, self.revived):
            if process:
                process.wait(TIMEOUT)

    def kill(self, index: int) -> list[str]:
        """Stops one of the three; returns its command line."""
        pid = self.pid(NAMES[index])
        command = _command_line(pid).rstrip("\0").split("\0")
        os.kill(pid, signal.SIGTERM)
        wait_for(lambda: not _command_line(pid), "stopped")
        return command

    def revive(self, index: int, command: list[str]) -> None:
        """Starts one of the three again, as part of the network that the script stops."""
        with open(self.output, "ab") as output:
            self.revived = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
        (self.folder / f"{NAMES[index]}.pid").write_text(f"{self.revived.pid}\n")


def _answers(node: Node) -> bool:
    try:
        return bool(node.rpc("system_health"))
    except OSError:
        return False


def _command_line(pid: int) -> str:
    """Empty if it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


@pytest.fixture(scope="module")
def localnet(binary, tmp_path_factory):
    network = Localnet(binary, tmp_path_factory.mktemp("localnet"))
    try:
        network.start()
        yield network
        # What the operator does in another terminal.
        stopped = network.run("stop")
        assert (stopped.returncode, network.process.wait(TIMEOUT)) == (0, 0), stopped.stderr
        assert network.processes() == []
    finally:
        network.kill_all()


def assert_refused(result: subprocess.CompletedProcess, code: int, text: str) -> None:
    assert result.returncode == code
    assert result.stdout == ""
    assert text in result.stderr and result.stderr.count("\n") == 1, result.stderr


def test_all_three_make_blocks_and_agree(localnet):
    wait_for(lambda: min(node.final() for node in localnet.nodes) >= 9, "final")
    assert "Imported #1 " in localnet.output.read_text()
    hashes = {node.rpc("chain_getBlockHash", [9]) for node in localnet.nodes}
    assert len(hashes) == 1
    slots = [slot_of(localnet.nodes[0], number) for number in range(1, 10)]
    assert {slot % 3 for slot in slots} == {0, 1, 2}
    status = localnet.run("status").stdout
    assert all(f"{name}: pid {localnet.pid(name)}, RPC port" in status for name in NAMES), status


def test_a_second_start_is_refused(localnet, tmp_path):
    assert_refused(localnet.run(), 1, "runs already")
    assert_refused(localnet.run(LOCALNET_DIR=str(tmp_path)), 1, "listens on port")
    assert not localnet.ended()


def test_two_go_on_without_the_third_and_finality_catches_up(localnet):
    first = localnet.nodes[0]
    command = localnet.kill(1)
    since = first.height()
    wait_for(lambda: first.height() >= since + 8, "made")
    # All three have to vote.
    assert first.final() < first.height() - 3
    assert not localnet.ended()
    assert "two: not running" in localnet.run("status").stdout
    localnet.revive(1, command)
    wait_for(lambda: first.final() > since + 8, "final")
    made = first.height()
    wait_for(lambda: min(node.final() for node in (first, localnet.nodes[2])) >= made, "final")


def test_stops_when_told_and_goes_on_with_the_chain_if_told(localnet):
    first = localnet.nodes[0]
    wait_for(lambda: first.final() >= 3, "final")
    height, genesis = first.final(), first.rpc("chain_getBlockHash", [1])

    assert localnet.end(signal.SIGTERM) == 0
    assert localnet.processes() == []
    localnet.start("--no-purge")
    wait_for(lambda: _answers(first) and first.final() > height, "going on")
    assert first.rpc("chain_getBlockHash", [1]) == genesis

    assert localnet.end(signal.SIGINT) == 0
    assert localnet.processes() == []
    localnet.start("True")
    wait_for(lambda: _answers(first) and first.final() >= 1, "beginning")
    assert first.rpc("chain_getBlockHash", [1]) != genesis


def _answers(node: Node) -> bool:
    try:
        return bool(node.rpc("system_health"))
    except OSError:
        return False


@pytest.mark.parametrize(
    "arguments", [("Maybe",), ("true",), ("--slow",), ("True", "--nope"), ("stop", "now"), ("",)]
)
def test_unknown_arguments_are_refused(binary, tmp_path, arguments):
    network = Localnet(binary, tmp_path)
    assert_refused(network.run(*arguments), 2, "error: ")
    assert not network.folder.exists()


@pytest.mark.parametrize("port", [" ", "0", "70000", "65534", "-1", "http"])
def test_what_is_no_port_is_refused(binary, tmp_path, port):
    network = Localnet(binary, tmp_path)
    assert_refused(network.run("True", LOCALNET_RPC_PORT=port), 2, "is no port")


def test_a_missing_node_is_named(binary, tmp_path):
    missing = str(tmp_path / "nothing")
    result = Localnet(binary, tmp_path).run(NODE_BINARY=missing)
    assert_refused(result, 1, missing)


def test_only_building_starts_nothing(binary, tmp_path):
    network = Localnet(binary, tmp_path)
    assert network.run("--build-only", "False").returncode == 0
    assert not network.folder.exists()
