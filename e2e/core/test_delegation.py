"""Takes, child keys and auto-stake with the client's intents, on a subnet that emits.

The tests run in order on one subnet: a validator, a child key and a miner.
"""

import bittensor
import pytest
from bittensor import calls
from support.books import check_books
from support.chain import Chain, events, included_at
from support.keys import RAO, cold, hot, key, wallet

OWNER = wallet("//Bob", "//Bob//owner")
PARENT = wallet("//Charlie", "//Charlie//parent")
CHILD = wallet("//Dave", "//Dave//child")
MINER = wallet("//Eve", "//Eve//miner")
STRANGER = wallet("//Ferdie", "//Ferdie//hotkey")

NETUID = 2
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
WHOLE = 2**64 - 1
QUARTER = WHOLE // 4
# A part given as a fraction passes through floating point.
IMPRECISION = 4_096
DEFAULT_TAKE = 11_796  # of 65 535
ROUNDING = 1_000


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    """A started subnet with four neurons, a staked validator and weights in clear."""
    chain.batch([CORE.register_network(hotkey=hot(OWNER)), CORE.start_call(netuid=NETUID)], OWNER)
    chain.sudo(
        ADMIN.sudo_set_commit_reveal_weights_enabled(netuid=NETUID, enabled=False),
        ADMIN.sudo_set_weights_set_rate_limit(netuid=NETUID, weights_set_rate_limit=0),
        ADMIN.sudo_set_subnet_emission_enabled(netuid=NETUID, enabled=True),
        ADMIN.sudo_set_max_registrations_per_block(netuid=NETUID, max_registrations_per_block=8),
    )
    for who in (PARENT, CHILD, MINER):
        chain.submit(CORE.burned_register(netuid=NETUID, hotkey=hot(who)), who)
    chain.run(bittensor.AssociateHotkey(hotkey_ss58=hot(STRANGER)), STRANGER)
    stake = CORE.add_stake(hotkey=hot(PARENT), netuid=NETUID, amount_staked=400 * RAO)
    chain.submit(stake, PARENT)


@pytest.fixture(autouse=True)
def the_books_come_out_even(chain):
    yield
    check_books(chain, chain.client.block)


def refused(chain, action, who, name: str) -> None:
    assert chain.refuse(action, who).error.name == name


def children(parts, of=PARENT, netuid: int = NETUID):
    """Parts are pairs of a fraction and a hotkey."""
    return bittensor.SetChildren(netuid=netuid, children=parts, hotkey_ss58=hot(of))


# Ownership and takes -------------------------------------------------------


def test_a_hotkey_is_associated_once(chain):
    assert chain.client.read("hotkey_owner", hotkey_ss58=hot(STRANGER)) == cold(STRANGER)
    # Somebody else's attempt succeeds without effect.
    chain.run(bittensor.AssociateHotkey(hotkey_ss58=hot(STRANGER)), MINER)
    assert chain.client.read("hotkey_owner", hotkey_ss58=hot(STRANGER)) == cold(STRANGER)
    assert hot(STRANGER) in chain.client.read("owned_hotkeys", coldkey_ss58=cold(STRANGER))


def test_a_take_goes_down_at_once_and_up_slowly(chain):
    take = chain.client.read("delegate_take", hotkey_ss58=hot(PARENT))
    assert take["take_u16"] == DEFAULT_TAKE
    result = chain.run(bittensor.SetTake(take=0.10, hotkey_ss58=hot(PARENT)), PARENT)
    now = chain.client.read("delegate_take", hotkey_ss58=hot(PARENT))["take_u16"]
    assert abs(now - 6_553) <= 1
    assert [str(f) for f in events(result, "TakeDecreased")[0]] == [cold(PARENT), hot(PARENT), str(now)]
    up = bittensor.SetTake(take=0.12, hotkey_ss58=hot(PARENT))
    chain.sudo(ADMIN.sudo_set_tx_delegate_take_rate_limit(tx_rate_limit=1_000))
    refused(chain, up, PARENT, "RateLimitExceeded")
    chain.sudo(ADMIN.sudo_set_tx_delegate_take_rate_limit(tx_rate_limit=0))
    assert len(events(chain.run(up, PARENT), "TakeIncreased")) == 1
    assert abs(chain.client.read("delegate_take", hotkey_ss58=hot(PARENT))["take"] - 0.12) < 0.0001


@pytest.mark.parametrize(
    "intent, who, name",
    [
        (bittensor.DecreaseTake(take=0.15, hotkey_ss58=hot(PARENT)), PARENT, "DelegateTakeTooLow"),
        (bittensor.IncreaseTake(take=0.01, hotkey_ss58=hot(PARENT)), PARENT, "DelegateTakeTooLow"),
        (bittensor.IncreaseTake(take=0.5, hotkey_ss58=hot(PARENT)), PARENT, "DelegateTakeTooHigh"),
        (bittensor.DecreaseTake(take=0.01, hotkey_ss58=hot(PARENT)), MINER, "NonAssociatedColdKey"),
        (bittensor.DecreaseTake(take=0.01, hotkey_ss58=key("//x").ss58_address), MINER, "HotKeyAccountNotExists"),
    ],
    ids=["not lower", "not higher", "above the most", "somebody else's", "nobody's"],
)
def test_a_take_that_may_not_be_is_refused(chain, intent, who, name):
    refused(chain, intent, who, name)


# Child keys ----------------------------------------------------------------


@pytest.mark.parametrize(
    "intent, who, name",
    [
        (children([[0.5, hot(CHILD)]], netuid=0), PARENT, "RegistrationNotPermittedOnRootSubnet"),
        (children([[0.5, hot(CHILD)]], netuid=77), PARENT, "SubnetNotExists"),
        (children([[0.5, hot(CHILD)]]), MINER, "NonAssociatedColdKey"),
        (children([[0.5, hot(CHILD)], [0.1, hot(CHILD)]]), PARENT, "DuplicateChild"),
        (children([[0.5, hot(PARENT)]]), PARENT, "InvalidChild"),
        (children([[0.1, key(f"//child{i}").ss58_address] for i in range(6)]), PARENT, "TooManyChildren"),
    ],
    ids=["root", "no subnet", "somebody else's", "twice", "itself", "six"],
)
def test_children_that_may_not_be_are_refused(chain, intent, who, name):
    refused(chain, intent, who, name)
    assert chain.client.read("pending_children", hotkey_ss58=hot(PARENT), netuid=NETUID)["children"] == []


def test_children_need_a_parent_with_enough_stake(chain):
    few = children([[0.5, hot(CHILD)]], of=STRANGER)
    chain.sudo(ADMIN.sudo_set_stake_threshold(min_stake=10 * RAO))
    try:
        refused(chain, few, STRANGER, "NotEnoughStakeToSetChildkeys")
    finally:
        chain.sudo(ADMIN.sudo_set_stake_threshold(min_stake=0))


def test_children_wait_and_then_share_the_stake(chain):
    client = chain.client
    before = client.read("metagraph", netuid=NETUID)
    parent, child = (before["hotkeys"].index(hot(who)) for who in (PARENT, CHILD))
    result = chain.run(children([[0.25, hot(CHILD)]]), PARENT)
    # One change per 15 blocks.
    refused(chain, children([]), PARENT, "TxRateLimitExceeded")
    [scheduled] = events(result, "SetChildrenScheduled")
    pending = client.read("pending_children", hotkey_ss58=hot(PARENT), netuid=NETUID)
    [(part, proposed)] = pending["children"]
    assert proposed == hot(CHILD) and abs(part - QUARTER) < IMPRECISION
    assert [str(f) for f in scheduled[:3]] == [hot(PARENT), str(NETUID), str(pending["cooldown_block"])]
    assert pending["cooldown_block"] > included_at(result)
    assert client.read("children", hotkey_ss58=hot(PARENT), netuid=NETUID) == []

    chain.wait_until(lambda: client.read("children", hotkey_ss58=hot(PARENT), netuid=NETUID))
    assert client.block > pending["cooldown_block"]
    assert client.read("children", hotkey_ss58=hot(PARENT), netuid=NETUID) == [(part, hot(CHILD))]
    assert client.read("parents", hotkey_ss58=hot(CHILD), netuid=NETUID) == [(part, hot(PARENT))]
    assert client.read("pending_children", hotkey_ss58=hot(PARENT), netuid=NETUID)["children"] == []
    # The weight of the stake is split; who holds it is not.
    at = client.block
    stakes = {who: chain.hotkey_stake(NETUID, at).get(hot(who), 0) for who in (PARENT, CHILD)}
    weights = client.at(at).read("metagraph", netuid=NETUID)["alpha_stake"]
    assert abs(int(weights[parent]) - stakes[PARENT] * 3 // 4) < ROUNDING
    assert abs(int(weights[child]) - stakes[CHILD] - stakes[PARENT] // 4) < ROUNDING


def test_what_a_parent_below_the_threshold_lends_does_not_count(chain):
    client = chain.client

    def is_suspended() -> bool:
        return client.read("childkey_threshold_suspended", hotkey_ss58=hot(PARENT))

    def lent() -> int:
        at = client.block
        metagraph = client.at(at).read("metagraph", netuid=NETUID)
        child = metagraph["hotkeys"].index(hot(CHILD))
        return int(metagraph["alpha_stake"][child]) - chain.hotkey_stake(NETUID, at).get(hot(CHILD), 0)

    named = client.read("children", hotkey_ss58=hot(PARENT), netuid=NETUID)
    assert named and not is_suspended() and lent() > RAO
    chain.sudo(ADMIN.sudo_set_stake_threshold(min_stake=1_000_000 * RAO))
    try:
        assert not is_suspended()
        sale = CORE.remove_stake(hotkey=hot(PARENT), netuid=NETUID, amount_unstaked=RAO)
        chain.submit(sale, PARENT)
        chain.wait_until(is_suspended)
        assert client.read("children", hotkey_ss58=hot(PARENT), netuid=NETUID) == named
        assert abs(lent()) < ROUNDING
    finally:
        chain.sudo(ADMIN.sudo_set_stake_threshold(min_stake=0))
    chain.wait_until(lambda: not is_suspended())
    assert lent() > RAO


def test_a_parent_cannot_become_the_child_of_its_child(chain):
    refused(chain, children([[0.5, hot(PARENT)]], of=CHILD), CHILD, "ChildParentInconsistency")


def test_the_take_of_a_child_key(chain):
    def take(value, of=CHILD):
        return bittensor.SetChildkeyTake(netuid=NETUID, take=value, hotkey_ss58=hot(of))

    result = chain.run(take(0.09), CHILD)
    stored = int(chain.get("ChildkeyTake", hot(CHILD), NETUID))
    assert abs(stored - 5_898) <= 1
    assert [str(f) for f in events(result, "ChildKeyTakeSet")[0]] == [hot(CHILD), str(stored)]
    refused(chain, take(0.5), CHILD, "InvalidChildkeyTake")
    refused(chain, take(0.05), MINER, "NonAssociatedColdKey")
    # Down at once; up again after a few blocks on a fast chain.
    chain.run(take(0.05), CHILD)
    chain.wait_blocks(6)
    chain.run(take(0.18), CHILD)
    assert abs(int(chain.get("ChildkeyTake", hot(CHILD), NETUID)) - DEFAULT_TAKE) <= 1


# Auto-stake ----------------------------------------------------------------


def test_incentive_is_staked_where_its_owner_wants(chain):
    client = chain.client
    destination = bittensor.SetAutoStake(netuid=NETUID, hotkey_ss58=hot(PARENT))
    unknown = bittensor.SetAutoStake(netuid=NETUID, hotkey_ss58=hot(STRANGER))
    refused(chain, unknown, MINER, "HotKeyNotRegisteredInSubNet")
    [chosen] = events(chain.run(destination, MINER), "AutoStakeDestinationSet")
    assert chosen == {"coldkey": cold(MINER), "netuid": NETUID, "hotkey": hot(PARENT)}
    refused(chain, destination, MINER, "SameAutoStakeHotkeyAlreadySet")
    assert client.read("auto_stake", coldkey_ss58=cold(MINER), netuid=NETUID) == hot(PARENT)
    assert client.read("auto_stake_all", coldkey_ss58=cold(MINER)) == [{"netuid": NETUID, "hotkey": hot(PARENT)}]

    own = chain.stake(cold(MINER), hot(MINER), NETUID)
    # A permit is given by an epoch that sees the stake.
    chain.wait_epoch(NETUID)
    miner = client.read("uid", hotkey_ss58=hot(MINER), netuid=NETUID)
    chain.run(bittensor.SetWeights(netuid=NETUID, weights={miner: 1}), PARENT)
    chain.wait_until(lambda: chain.stake(cold(MINER), hot(PARENT), NETUID) > RAO)
    assert chain.stake(cold(MINER), hot(MINER), NETUID) == own


# Auto parent delegation ----------------------------------------------------


def test_root_validators_become_parents_of_new_subnets_unless_they_object(chain):
    def wish(enabled):
        return CORE.set_auto_parent_delegation_enabled(hotkey=hot(STRANGER), enabled=enabled)

    refused(chain, wish(False), MINER, "NonAssociatedColdKey")
    [answer] = events(chain.submit(wish(False), STRANGER), "AutoParentDelegationEnabledSet")
    assert answer == {"hotkey": hot(STRANGER), "enabled": False}
    named = chain.client.read("children", hotkey_ss58=hot(PARENT), netuid=NETUID)
    for who in (PARENT, STRANGER, MINER):
        price, recycled = int(chain.get("Burn", 0)), int(chain.get("RAORecycledForRegistration", 0))
        chain.submit(CORE.root_register(hotkey=hot(who)), who)
        # The price falls a little in each block.
        assert 0 < int(chain.get("RAORecycledForRegistration", 0)) - recycled <= price
    assert named and chain.client.read("children", hotkey_ss58=hot(PARENT), netuid=NETUID) == named
    assert chain.client.read("children", hotkey_ss58=hot(STRANGER), netuid=NETUID) == []
    assert chain.client.read("children", hotkey_ss58=hot(MINER), netuid=NETUID) == [(WHOLE, hot(OWNER))]
    newcomer = wallet("//Bob", "//Bob//another")
    result = chain.run(bittensor.RegisterSubnet(hotkey_ss58=hot(newcomer)), newcomer)
    opened = result.data["netuid"]
    assert chain.client.read("children", hotkey_ss58=hot(PARENT), netuid=opened) == [(WHOLE, hot(newcomer))]
    assert chain.client.read("children", hotkey_ss58=hot(STRANGER), netuid=opened) == []
