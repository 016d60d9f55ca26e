"""Null consensus with the client: the owner of a fresh subnet switches to it, the uid with the most stake sets raw
weights, miners are paid by them, and the owner prunes the subnet and switches back. The tests run in order.
"""

import bittensor
import pytest
from bittensor import calls
from bittensor.intents import SetWeights
from bittensor.intents.hyperparameters import SetHyperparameter
from support.chain import Chain, events
from support.keys import RAO, cold, hot, wallet

OWNER = wallet("//Bob", "//Bob//owner")
VALIDATOR = wallet("//Charlie", "//Charlie//validator")
MINERS = [wallet("//Dave", "//Dave//miner"), wallet("//Eve", "//Eve//miner")]
# The well-known secret of //Bob.
BOB_SEED = "0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89"
NETUID = 2
TEMPO = 40  # 10 s
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain, btcli):
    """A subnet with a validator and two miners, where weights are set in clear and nobody is spared."""
    assert btcli.add_wallet("bob", BOB_SEED) == cold(OWNER)
    chain.batch([CORE.register_network(hotkey=hot(OWNER)), CORE.start_call(netuid=NETUID)], OWNER)
    for who in (VALIDATOR, *MINERS):
        chain.submit(CORE.burned_register(netuid=NETUID, hotkey=hot(who)), who)
    stake = CORE.add_stake(hotkey=hot(VALIDATOR), netuid=NETUID, amount_staked=1_000 * RAO)
    chain.submit(stake, VALIDATOR)
    chain.sudo(
        ADMIN.sudo_set_subnet_emission_enabled(netuid=NETUID, enabled=True),
        ADMIN.sudo_set_weights_set_rate_limit(netuid=NETUID, weights_set_rate_limit=0),
        ADMIN.sudo_set_commit_reveal_weights_enabled(netuid=NETUID, enabled=False),
        ADMIN.sudo_set_min_allowed_uids(netuid=NETUID, min_allowed_uids=1),
        ADMIN.sudo_set_immunity_period(netuid=NETUID, immunity_period=0),
        ADMIN.sudo_set_owner_hparam_rate_limit(epochs=0),
        ADMIN.sudo_set_admin_freeze_window(window=0),
        # No epoch pays anybody before there are weights.
        ADMIN.sudo_set_tempo(netuid=NETUID, tempo=25 * TEMPO),
    )


def uid(chain, who) -> int:
    return int(chain.get("Uids", NETUID, hot(who)))


def mode(chain) -> str:
    value = chain.get("SubnetEpochConsensus", NETUID)
    return value if isinstance(value, str) else next(iter(value))


def weights(raw: dict[int, int]) -> SetWeights:
    return SetWeights(netuid=NETUID, uids=list(raw), weights=list(raw.values()), raw_u16=True)


def test_the_owner_switches_to_null_consensus(btcli, chain):
    arguments = ("--netuid", str(NETUID), "--name", "epoch_consensus", "--value", "Null")
    answer = btcli("sudo", "set", *arguments, wallet="bob")
    assert answer["success"] is True, answer
    assert mode(chain) == "Null"
    permits = [bool(permit) for permit in chain.get("ValidatorPermit", NETUID)]
    assert permits == [number == uid(chain, VALIDATOR) for number in range(4)]
    assert int(chain.get("MaxAllowedValidators", NETUID)) == 1


def test_the_permit_holder_alone_sets_raw_weights(chain):
    raw = {uid(chain, MINERS[0]): 3, uid(chain, MINERS[1]): 1}
    # The client looks before it signs, so that the call itself is refused.
    call = CORE.set_mechanism_weights(
        netuid=NETUID, mecid=0, dests=list(raw), weights=list(raw.values()), version_key=0
    )
    refused = chain.refuse(call, OWNER, role="hotkey")
    # The pool has no code of its own for `NeuronNoValidatorPermit`.
    assert refused.error.name == "BadRequest"
    chain.run(weights(raw), VALIDATOR)
    row = chain.get("Weights", NETUID, uid(chain, VALIDATOR))
    assert [(int(target), int(weight)) for target, weight in row] == sorted(raw.items())


def test_three_epochs_pay_miners_in_proportion(chain):
    chain.sudo(ADMIN.sudo_set_tempo(netuid=NETUID, tempo=TEMPO))
    chain.wait_epoch(NETUID)
    for _ in range(3):
        block = chain.wait_epoch(NETUID)
        first, second = (
            chain.stake(cold(who), hot(who), NETUID, at=block)
            - chain.stake(cold(who), hot(who), NETUID, at=block - 1)
            for who in MINERS
        )
        assert second > 0 and abs(first - 3 * second) <= 4
    incentive = [int(share) for share in chain.get("Incentive", NETUID)]
    assert incentive[uid(chain, MINERS[0])] == 49_151
    assert incentive[uid(chain, MINERS[1])] == 16_383
    assert not any(int(score) for score in chain.get("Consensus", NETUID))


def test_the_owner_prunes_and_switches_back(btcli, chain, node):
    least = hot(MINERS[1])
    answer = btcli("sudo", "trim-null-batch", "--netuid", str(NETUID), "--target", "3", wallet="bob")
    assert answer["success"] is True, answer
    assert int(chain.get("SubnetworkN", NETUID)) == 3
    assert int(chain.get("MaxAllowedUids", NETUID)) == 3
    assert chain.get("NullPruningTarget", NETUID) is None
    # Whoever earned least is gone: the owner's hotkey is spared.
    assert chain.get("Uids", NETUID, least) is None
    # A client that has just connected: the other one does not know what btcli has signed.
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as connected:
        back = SetHyperparameter(netuid=NETUID, name="epoch_consensus", value="Yuma")
        result = Chain(connected, wait_for_finality=False).run(back, OWNER)
    assert len(events(result, "EpochConsensusSet")) == 1
    assert mode(chain) == "Yuma"
    assert int(chain.get("MaxAllowedValidators", NETUID)) == 3
