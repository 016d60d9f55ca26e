"""One populated chain for all tests of this folder. What a test changes, others see."""

from __future__ import annotations

import pytest
from support.folder import btcli, chain, client, node  # noqa: F401
from support.population import Population, populate

from .world import World


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
