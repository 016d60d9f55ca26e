"""Hotkeys at work: endpoints, children and weights."""

import pytest
from bittensor import calls
from support.commits import hash_of_row
from support.keys import RAO, cold, hot
from support.population import act

from .client import Command
from .people import WHO
from .places import covers

CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
# What it puts into weights, of its version.
VERSION = 9_023_002
# Blocks from one change of children to the next, and one for the transaction.
BETWEEN_CHANGES = 16


@pytest.fixture(scope="module", autouse=True)
def staked(chain, netuid):
    """Those who lend stake or set weights have more than the population lets one do without."""
    act(
        chain,
        *(
            (
                cold(WHO[name]),
                CORE.add_stake(hotkey=hot(WHO[name]), netuid=netuid, amount_staked=200 * RAO),
            )
            for name in ("validator", "miner")
        ),
    )


@covers("axon set", "axon reset")
def test_an_endpoint_is_served_and_taken_back(older, chain, netuid):
    def endpoint() -> tuple[int, int]:
        axon = chain.get("Axons", netuid, hot(WHO["validator"]))
        return int(axon["ip"]), int(axon["port"])

    words = f"axon set --netuid {netuid} --ip 8.8.8.8 --port 8091"
    [serving] = older(Command(words, "validator", wants_json=False))
    assert endpoint() == (0x08080808, 8_091), serving
    [reset] = older(Command(f"axon reset --netuid {netuid}", "validator", wants_json=False))
    assert endpoint()[0] == 0, reset


@covers("stake child set", "stake child take", "stake child revoke")
def test_children_are_named_and_given_up(older, chain, netuid):
    parent, child = hot(WHO["miner"]), hot(WHO["validator"])
    chain.sudo(CORE.set_pending_childkey_cooldown(cooldown=0))
    take, lent = older(
        Command(f"stake child take --netuid {netuid} --take 0.08", "validator"),
        Command(
            f"stake child set --children {child} --proportions 0.25 --netuid {netuid}", "miner"
        ),
    )
    assert take.json[str(netuid)]["success"], take
    assert int(chain.get("ChildkeyTake", child, netuid)) == 5_242
    assert lent.json[str(netuid)]["success"], lent
    chain.wait_until(lambda: chain.get("ChildKeys", parent, netuid))
    [(part, named)] = chain.get("ChildKeys", parent, netuid)
    assert (round(int(part) / 2**64, 9), named) == (0.25, child)
    chain.client.wait_for_block(lent.json[str(netuid)]["set_block"] + BETWEEN_CHANGES)
    [taken_back] = older(Command(f"stake child revoke --netuid {netuid}", "miner"))
    assert taken_back.json[str(netuid)]["success"], taken_back
    chain.wait_until(lambda: not chain.get("ChildKeys", parent, netuid))


@covers("weights reveal")
def test_weights_are_revealed(older, chain, netuid, quiet):
    validator, uids, weights, salt = WHO["validator"], [0, 2], [1, 3], [1, 2, 3]
    row = hash_of_row(validator.hotkey, netuid, uids, weights, salt, VERSION)
    switch = ADMIN.sudo_set_commit_reveal_weights_enabled
    chain.sudo(switch(netuid=netuid, enabled=True))
    chain.submit(
        CORE.commit_weights(netuid=netuid, commit_hash="0x" + row.hex()), validator, role="hotkey"
    )
    ran = int(chain.get("LastEpochBlock", netuid))
    # Nobody asks for an epoch where epochs count for commits.
    act(
        chain, switch(netuid=netuid, enabled=False),
        (cold(WHO["owner"]), CORE.trigger_epoch(netuid=netuid)),
        switch(netuid=netuid, enabled=True),
    )
    chain.wait_until(lambda: int(chain.get("LastEpochBlock", netuid)) > ran)
    # It neither waits nor says more than that it has sent them.
    words = f"weights reveal --netuid {netuid} --uids 0,2 --weights 1,3 --salt 1,2,3"
    [revealed] = older(Command(words, "validator"))
    uid = int(chain.get("Uids", netuid, hot(validator)))
    assert revealed.done
    chain.wait_until(lambda: chain.get("Weights", netuid, uid))
    stored = [(int(to), int(weight)) for to, weight in chain.get("Weights", netuid, uid)]
    assert stored == [(0, 21_845), (2, 65_535)]
