"""One populated chain for all tests of this folder; the modules that come last leave it still."""

from __future__ import annotations

from dataclasses import replace

import pytest
from acceptance.world import World
from bittensor import calls
from support.folder import chain, client, node  # noqa: F401
from support.keys import RAO, cold, wallet
from support.population import LONG_TEMPO, Population, populate

from .client import Command, OlderBtcli
from .people import FUNDS, OF_POPULATION, OTHER_HOTKEY, WHO

ADMIN = calls.AdminUtils
IDENTITY = (
    "--subnet-name Older --github-repo https://github.com/o/o --subnet-contact o@o.example"
    " --subnet-url https://o.example --discord-handle older --description words"
    " --logo-url https://o.example/logo --additional-info more"
)


@pytest.fixture(scope="package", autouse=True)
def population(node, chain) -> Population:
    made = populate(node, chain)
    transfer = calls.Balances.transfer_keep_alive
    funds = {name: tao for name, tao in FUNDS.items() if tao}
    chain.batch(
        [transfer(dest=cold(WHO[name]), value=tao * RAO) for name, tao in funds.items()],
        wallet("//Alice"),
    )
    return made


@pytest.fixture(scope="package")
def older(node, population, tmp_path_factory):
    with OlderBtcli(node.url, tmp_path_factory.mktemp("older-home")) as running:
        for name, who in WHO.items():
            uri = f"//Older//{name}"
            hotkeys = {"default": f"{uri}//hotkey"}
            if name == "miner":
                hotkeys["other"] = OTHER_HOTKEY
            assert running.add_wallet(name, uri, **hotkeys) == cold(who)
        for name, uri in OF_POPULATION.items():
            running.add_wallet(name, uri, default=f"{uri}//hotkey")
        yield running


@pytest.fixture(scope="package")
def netuid(older, chain) -> int:
    """A subnet that the client has opened and put two on, and that earns no TAO.

    So its price stays where trades leave it.
    """
    [made] = older(Command(f"subnets create {IDENTITY}", "owner"))
    number = made.done["netuid"]
    chain.sudo(ADMIN.sudo_set_subnet_emission_enabled(netuid=number, enabled=False))
    older(Command(f"subnets start --netuid {number}", "owner"))
    for name in ("validator", "miner"):
        [joined] = older(Command(f"subnets register --netuid {number}", name))
        assert joined.done["msg"], joined
    return number


@pytest.fixture(scope="package")
def quiet(chain, netuid) -> None:
    """From here on that subnet has an epoch only if somebody asks for one."""
    chain.sudo(ADMIN.sudo_set_tempo(netuid=netuid, tempo=LONG_TEMPO))


@pytest.fixture(autouse=True)
def runs_what_it_covers(request, older):
    yield
    assert older.ran >= getattr(request.function, "covers", set())


@pytest.fixture(scope="package")
def still(node, chain, population) -> World:
    """What is stored at the last block: nobody makes one any more."""
    return World(node, replace(population, block=chain.stand_still()))
