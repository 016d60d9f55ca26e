"""A demo network on which no more blocks are made, so that what is shown can be compared."""

from __future__ import annotations

import subprocess
from pathlib import Path

import bittensor
import pytest
from support.chain import Chain
from support.node import Node

from .browser import Browser
from .site import Site

DEMO = Path(__file__).resolve().parents[2] / "scripts" / "demo.sh"
SEED = 7
PATIENCE = 300.0


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    with Site(tmp_path_factory.mktemp("site") / "log") as served:
        yield served


@pytest.fixture(scope="package")
def still(binary, tmp_path_factory):
    """The node of the network, and what reads its last block."""
    with Node(binary, tmp_path_factory.mktemp("demo")) as node:
        made = subprocess.run(
            [str(DEMO), "--url", node.url, "--once", "--seed", str(SEED)], text=True,
            timeout=PATIENCE, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert made.returncode == 0, made.stdout
        with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as client:
            chain = Chain(client, wait_for_finality=False)
            chain.stand_still()
            yield node, chain


@pytest.fixture(scope="package")
def chain(still) -> Chain:
    return still[1]


@pytest.fixture(scope="package")
def node(still) -> Node:
    return still[0]


@pytest.fixture(scope="package")
def browser(site, node):
    with Browser(site.url, node.url) as leading:
        yield leading
