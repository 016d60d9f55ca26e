"""One development chain for the tests that need one author."""

from __future__ import annotations

import bittensor
import pytest
from support.chain import Chain
from support.node import Node
from support.shield import Shield


def connected(node: Node) -> bittensor.SyncClient:
    return bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[])


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module")
def shield(node, chain) -> Shield:
    return Shield(node, chain)
