"""Subnets through `btcli` and the SDK: named, started, dissolved for another at the limit.

The tests of this module build on each other: the first one opens the subnet of the others.
"""

import bittensor
import pytest
from bittensor import calls
from support.chain import Chain, events
from support.keys import ENDOWED, RAO, cold, hot, wallet

# The well-known secret of //Dave, who owns the subnet.
OWNER_SEED = "0x868020ae0687dda7d57565093a69090211449845a7e11453612800b663307246"
OWNER = wallet("//Dave")
BOB, CHARLIE = wallet("//Bob", "//Bob//owner"), wallet("//Charlie", "//Charlie//owner")
NETUID = 2


@pytest.fixture
def owners(node):
    """A client for what the owner does after btcli: clients remember nonces, and do not see each other's."""
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as connected:
        yield Chain(connected)


@pytest.fixture(scope="module")
def subnet(chain, btcli) -> int:
    """A subnet that its owner opened with btcli."""
    assert btcli.add_wallet("owner", OWNER_SEED) == cold(OWNER)
    btcli.add_hotkey("owner", "0x" + "11" * 32)
    answer = btcli("subnets", "create", wallet="owner")
    assert answer["success"] is True, answer
    assert chain.get("SubnetOwner", NETUID) == cold(OWNER)
    return NETUID


def test_an_owner_names_its_subnet(chain, btcli, subnet):
    answer = btcli(
        "hparams", "set-identity", "--netuid", str(subnet), "--name", "Gold", "--url", "https://gold.example",
        wallet="owner",
    )
    assert answer["success"] is True, answer
    shown = btcli("hparams", "get-identity", str(subnet))
    assert "Gold" in str(shown)
    assert "Gold" in str(btcli("subnets", "show", str(subnet)))
    refused = chain.refuse(bittensor.SetSubnetIdentity(netuid=subnet, subnet_name="Lead"), BOB)
    assert refused.error.name == "NotSubnetOwner", refused


def test_an_owner_chooses_a_symbol(chain, btcli, owners, subnet):
    answer = btcli("hparams", "set-symbol", "--netuid", str(subnet), "--symbol", "ω", wallet="owner")
    assert answer["success"] is True, answer
    assert chain.get("TokenSymbol", subnet) in ("ω", "0x" + "ω".encode().hex())
    update = lambda symbol: calls.SubtensorModule.update_symbol(netuid=subnet, symbol=symbol)  # noqa: E731
    taken = owners.refuse(update("ω".encode()), OWNER)
    assert taken.error.name == "SymbolAlreadyInUse", taken
    unknown = owners.refuse(update(b"TEST"), OWNER)
    assert unknown.error.name == "SymbolDoesNotExist", unknown


def test_a_coldkey_says_who_it_is(chain, btcli, subnet):
    answer = btcli("wallet", "set-identity", "--name", "Alice", "--url", "https://alice.example", wallet="owner")
    assert answer["success"] is True, answer
    assert "alice.example" in str(btcli("wallet", "get-identity", "--coldkey", cold(OWNER)))
    stranger = chain.refuse(bittensor.SetIdentity(name="Nobody"), wallet("//Three"))
    assert stranger.error.name == "HotKeyNotRegisteredInNetwork", stranger


def test_an_owner_starts_its_subnet_and_decides_about_epochs(chain, btcli, owners, subnet):
    assert btcli("hparams", "check-start", "--netuid", str(subnet))
    answer = btcli("hparams", "start", "--netuid", str(subnet), wallet="owner")
    assert answer["success"] is True, answer
    owners.submit(calls.AdminUtils.sudo_set_tempo(netuid=subnet, tempo=400), OWNER)
    assert int(chain.get("Tempo", subnet)) == 400
    assert "400" in str(btcli("subnets", "hyperparameters", str(subnet)))
    refused = owners.refuse(calls.AdminUtils.sudo_set_tempo(netuid=subnet, tempo=10), OWNER)
    assert refused.error.name == "TempoOutOfBounds", refused
    chain.sudo(calls.AdminUtils.sudo_set_commit_reveal_weights_enabled(netuid=subnet, enabled=False))
    epochs = int(chain.get("SubnetEpochIndex", subnet))
    result = owners.submit(calls.SubtensorModule.trigger_epoch(netuid=subnet), OWNER)
    assert events(result, "EpochTriggered")
    chain.wait_until(lambda: int(chain.get("SubnetEpochIndex", subnet)) == epochs + 1)


def test_root_dividends_come_back_as_root_stake(chain, subnet):
    """Two subnets at a price of about one each: together above one, so that root stakers are paid."""
    other = chain.run(bittensor.RegisterSubnet(hotkey_ss58=hot(BOB)), BOB).data["netuid"]
    chain.submit(calls.SubtensorModule.start_call(netuid=other), BOB)
    chain.submit(calls.SubtensorModule.root_register(hotkey=hot(BOB)), BOB)
    chain.submit(calls.SubtensorModule.add_stake(hotkey=hot(BOB), netuid=0, amount_staked=900_000 * RAO), BOB)
    chain.sudo(
        calls.AdminUtils.sudo_set_tempo(netuid=other, tempo=10),
        calls.AdminUtils.sudo_set_subnet_moving_alpha(alpha={"bits": 1 << 32}),
        calls.AdminUtils.sudo_set_ema_price_halving_period(netuid=subnet, ema_halving=0),
        calls.AdminUtils.sudo_set_ema_price_halving_period(netuid=other, ema_halving=0),
    )
    root = lambda: chain.stake(cold(BOB), hot(BOB), 0)  # noqa: E731
    before = root()
    # The fund of the hotkey takes in what root stake earns, after each epoch.
    chain.wait_until(lambda: int(chain.get("BasketShares", hot(BOB))) > 500_000)
    assert int(chain.get("NumStakingColdkeys")) >= 1
    assert chain.get("StakingColdkeysByIndex", int(chain.get("StakingColdkeys", cold(BOB)))) == cold(BOB)
    chain.submit(calls.SubtensorModule.claim_root(subnets=[0]), BOB)
    assert root() > before
    bought = chain.submit(
        calls.SubtensorModule.stake_into_basket(hotkey=hot(BOB), amount_staked=RAO), BOB
    )
    assert events(bought, "BasketStakedIn")
    chain.submit(calls.SubtensorModule.claim_root_with_hotkey(hotkey=hot(BOB)), BOB)
    refused = chain.refuse(calls.SubtensorModule.sudo_set_root_claim_threshold(netuid=0, new_value=1), BOB)
    assert refused.error.name == "BadOrigin", refused
    chain.sudo(calls.SubtensorModule.sudo_set_root_claim_threshold(netuid=0, new_value=1_000_000))
    assert chain.client.read("root_claim_threshold").rao == 1_000_000


def test_at_the_limit_a_new_subnet_takes_the_place_of_another(chain, subnet):
    """The client follows the queue by itself until its subnet is there."""
    subnets = [n for n in chain.client.read("subnets") if n.netuid != 0]
    chain.sudo(
        calls.AdminUtils.sudo_set_subnet_limit(max_subnets=len(subnets)),
        calls.AdminUtils.sudo_set_network_immunity_period(immunity_period=0),
    )
    before = chain.free(cold(CHARLIE))
    result = chain.run(bittensor.RegisterSubnet(hotkey_ss58=hot(CHARLIE)), CHARLIE)
    queued = events(result, "NetworkRegistrationQueued")[0]
    assert queued["coldkey"] == cold(CHARLIE)
    netuid = result.data["netuid"]
    assert result.data["registration_mode"] == "after_deregistration", result.data
    assert chain.get("SubnetOwner", netuid) == cold(CHARLIE)
    assert int(chain.get("SubnetTAO", netuid)) > 0
    assert chain.free(cold(CHARLIE)) == before - int(queued["lock_amount"]) - result.fee.rao
    assert list(chain.get("DissolveCleanupQueue")) == []


def test_root_dissolves_a_subnet_and_its_stakers_are_paid(chain):
    chain.sudo(calls.AdminUtils.sudo_set_subnet_limit(max_subnets=10))
    owner = wallet("//Two", "//Two//owner")
    assert ENDOWED["//Two"][1] == 2_000 * RAO
    chain.sudo(calls.AdminUtils.sudo_set_network_min_lock_cost(lock_cost=RAO))
    chain.sudo(calls.AdminUtils.sudo_set_lock_reduction_interval(interval=1))
    chain.wait_blocks(3)
    result = chain.run(bittensor.RegisterSubnet(hotkey_ss58=hot(owner)), owner)
    netuid = result.data["netuid"]
    chain.submit(calls.SubtensorModule.start_call(netuid=netuid), owner)
    stake = calls.SubtensorModule.add_stake(hotkey=hot(owner), netuid=netuid, amount_staked=RAO)
    staker = wallet("//Three")
    chain.submit(stake, staker)
    before = chain.free(cold(staker))
    chain.sudo(calls.SubtensorModule.root_dissolve_network(netuid=netuid))
    chain.wait_until(lambda: chain.free(cold(staker)) > before)
    chain.wait_until(lambda: list(chain.get("DissolveCleanupQueue")) == [])
    assert netuid not in {subnet.netuid for subnet in chain.client.read("subnets")}
