"""Fixtures: a real node started by the tests, and the unmodified client on it.

Each test module gets a fresh development chain of its own, so modules do not
see each other's transactions. The binary comes from NODE_BINARY, else from the
cargo target directory.
"""

from __future__ import annotations

import os
import tempfile

# The client keeps caches under the home directory, by network name, from the
# moment it is imported: give it a home of its own, or a cache of yesterday's
# chain answers for today's.
_HOME = tempfile.TemporaryDirectory(prefix="subtensor-e2e-home-")
os.environ["HOME"] = _HOME.name
for _name in [name for name in os.environ if name.startswith("BT_")]:
    del os.environ[_name]

import bittensor  # noqa: E402
import pytest  # noqa: E402

from support.btcli import Btcli  # noqa: E402
from support.chain import Chain  # noqa: E402
from support.node import Node, find_binary  # noqa: E402


@pytest.fixture(scope="session")
def binary() -> str:
    return find_binary()


@pytest.fixture(scope="module")
def node(binary, tmp_path_factory):
    """A development chain with the fast timing profile, as `--dev` starts it."""
    with Node(binary, tmp_path_factory.mktemp("node")) as running:
        yield running


@pytest.fixture(scope="module")
def client(node):
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as connected:
        yield connected


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client)


@pytest.fixture(scope="module")
def btcli(node, tmp_path_factory) -> Btcli:
    return Btcli(node.url, tmp_path_factory.mktemp("btcli-home"))
