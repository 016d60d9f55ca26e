"""docker/healthcheck.sh judges what the chain does, not only that something answers."""

import os
import subprocess
import time
from pathlib import Path

import pytest
from support.node import Sealed, free_port

# Where no node is.
NOBODY = "/ip4/127.0.0.1/tcp/1/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp"
PROBE = Path(__file__).parents[2] / "docker" / "healthcheck.sh"


def probe(port: int, **settings: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "RPC_PORT": str(port), **settings}
    return subprocess.run(["sh", str(PROBE)], env=environment, capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def sealed(binary, tmp_path_factory):
    """A chain whose blocks come by command only."""
    with Sealed(binary, tmp_path_factory.mktemp("sealed"), "manual") as running:
        yield running


def expect_unhealthy(result, words: str) -> None:
    assert result.returncode == 1 and not result.stdout, result
    last = result.stderr.splitlines()[-1]
    assert last.startswith("unhealthy: ") and words in last, result.stderr


def test_a_chain_that_goes_on_is_healthy(node):
    deadline = time.monotonic() + 60
    while node.final() == 0:
        assert time.monotonic() < deadline, "nothing becomes final"
        time.sleep(0.1)
    result = probe(node.rpc_port)
    assert (result.returncode, result.stderr) == (0, "")


def test_nobody_answers():
    expect_unhealthy(probe(free_port()), "no answer to system_health")


def test_a_chain_without_blocks_and_one_that_stands_still(sealed):
    expect_unhealthy(probe(sealed.rpc_port), "no block with a time")
    sealed.seal(3)
    # Each is a slot later than the one before, and so a little ahead of the clock.
    time.sleep(4)
    expect_unhealthy(probe(sealed.rpc_port, HEALTH_MAX_AGE="1"), "the best block is")
    expect_unhealthy(probe(sealed.rpc_port, HEALTH_MAX_FINAL_AGE="1"), "the last final block is")
    result = probe(sealed.rpc_port, HEALTH_MAX_AGE="0", HEALTH_MAX_FINAL_AGE="0")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_node_without_the_peers_that_it_should_have(binary, tmp_path):
    with Sealed(binary, tmp_path, "manual", extra=("--bootnodes", NOBODY)) as alone:
        alone.seal()
        expect_unhealthy(probe(alone.rpc_port), "0 peers")
        result = probe(alone.rpc_port, HEALTH_MIN_PEERS="0")
        assert (result.returncode, result.stderr) == (0, "")
