"""docker/healthcheck.sh judges what the chain does, not only that something answers."""

import os
import subprocess
from pathlib import Path

import pytest
from support.node import Sealed, free_port

PROBE = Path(__file__).parents[2] / "docker" / "healthcheck.sh"


def probe(port: int, **settings: str) -> subprocess.CompletedProcess:
    environment = {**os.environ, "RPC_PORT": str(port), **settings}
    return subprocess.run(["sh", str(PROBE)], env=environment, capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def sealed(binary, tmp_path_factory):
    """A chain whose blocks are as old as the epoch of its clock."""
    with Sealed(binary, tmp_path_factory.mktemp("sealed"), "manual") as running:
        yield running


def expect_unhealthy(result, words: str) -> None:
    assert result.returncode == 1 and not result.stdout, result
    last = result.stderr.splitlines()[-1]
    assert last.startswith("unhealthy: ") and words in last, result.stderr


def test_a_chain_that_goes_on_is_healthy(node):
    result = probe(node.rpc_port)
    assert (result.returncode, result.stderr) == (0, "")


def test_nobody_answers():
    expect_unhealthy(probe(free_port()), "no answer to system_health")


def test_a_chain_without_blocks_and_one_that_stands_still(sealed):
    expect_unhealthy(probe(sealed.rpc_port), "no block with a time")
    sealed.seal(3)
    expect_unhealthy(probe(sealed.rpc_port), "the best block is")
    expect_unhealthy(probe(sealed.rpc_port, HEALTH_MAX_AGE="0"), "the last final block is")
    result = probe(sealed.rpc_port, HEALTH_MAX_AGE="0", HEALTH_MAX_FINAL_AGE="0")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_node_without_the_peers_that_it_should_have(binary, tmp_path):
    from support.node import Node

    with Node(binary, tmp_path, chain="dev-12s") as alone:
        # A chain with other nodes expects them.
        expected = alone.rpc("system_health")["shouldHavePeers"]
        result = probe(alone.rpc_port)
        if expected:
            expect_unhealthy(result, "0 peers")
        else:
            assert result.returncode == 0, result.stderr
