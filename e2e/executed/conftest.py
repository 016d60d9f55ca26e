"""One populated chain for all tests of this folder, which leave it changed."""

from __future__ import annotations

import bittensor
import pytest
from bittensor import calls
from support.btcli import Btcli
from support.chain import Chain
from support.keys import RAO, cold, wallet
from support.node import Node
from support.population import SUCCESSOR, Population, populate

@pytest.fixture(scope="package")
def node(binary, tmp_path_factory):
    with Node(binary, tmp_path_factory.mktemp("executed")) as running:
        yield running


@pytest.fixture(scope="package")
def client(node):
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as connected:
        yield connected


@pytest.fixture(scope="package")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="package")
def btcli(node, tmp_path_factory) -> Btcli:
    return Btcli(node.url, tmp_path_factory.mktemp("executed-home"))


@pytest.fixture(scope="package", autouse=True)
def population(node, chain) -> Population:
    made = populate(node, chain)
    # Those who take part for the first time.
    pay = calls.Balances.transfer_keep_alive(dest=cold(SUCCESSOR), value=100 * RAO)
    chain.submit(pay, wallet("//Alice"))
    return made
