"""One populated chain for all tests of this folder. What a test changes, others see."""

from __future__ import annotations

import bittensor
import pytest
from support.btcli import Btcli
from support.chain import Chain
from support.node import Node
from support.population import Population, populate

from .world import World


@pytest.fixture(scope="package")
def node(binary, tmp_path_factory):
    with Node(binary, tmp_path_factory.mktemp("acceptance")) as running:
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
    return Btcli(node.url, tmp_path_factory.mktemp("acceptance-home"))


@pytest.fixture(scope="package")
def population(node, chain) -> Population:
    return populate(node, chain)


@pytest.fixture(scope="package")
def world(node, population) -> World:
    """What is stored at the block of the population."""
    return World(node, population)


@pytest.fixture(scope="package")
def view(client, population):
    """The client at that block."""
    return client.at(population.block)
