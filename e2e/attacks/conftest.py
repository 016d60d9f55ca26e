"""A chain under attack, and somebody on it who pays."""

import pytest

from support.chain import Chain
from support.raw import Bystander


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module")
def bystander(node, chain) -> Bystander:
    return Bystander(node, chain)


@pytest.fixture(autouse=True)
def the_node_lives(node, bystander):
    yield
    bystander.pays()
    assert node.panics() == 0
