"""A subnet's life with the real client: opened, populated, staked, weighted, paid.

The tests of this module run in order and build on each other, as a newcomer
would go. Where the client would encrypt a call, the composed call is submitted
directly. Emission is checked by adding up chain state before and after the
block of an epoch; no tolerance is used where the sum must be exact.
"""

import bittensor
import pytest
from bittensor import calls, storage
from support.books import PENDING, read_books
from support.chain import included_at
from support.keys import RAO, cold, hot, wallet

OWNER = wallet("//Bob", "//Bob//owner")
VALIDATOR = wallet("//Charlie", "//Charlie//validator")
MINERS = [wallet("//Dave", "//Dave//miner"), wallet("//Eve", "//Eve//miner")]
NOMINATOR = wallet("//Ferdie")

NETUID = 2
EXISTENTIAL_DEPOSIT = 500
OWNER_CUT = 11_796  # of 65 535
DEFAULT_TAKE = 11_796  # of 65 535
# Consensus works in 32 fractional bits, so shares of a pot of a few alpha may
# be off by some rao; what is lost there goes to the owner and stays in the sum.
ROUNDING = 1_000
# The pool checks calls with the same functions and reports most errors as this one.
POOL_REFUSAL = "BadRequest"

steps_done: set[str] = set()


@pytest.fixture(autouse=True)
def in_order(request):
    """A step whose predecessors failed proves nothing: say so instead of failing again."""
    needs = request.node.get_closest_marker("needs")
    missing = [step for step in (needs.args if needs else ()) if step not in steps_done]
    if missing:
        pytest.fail(f"earlier step(s) failed: {', '.join(missing)}", pytrace=False)
    yield


def test_prepares_the_chain(chain):
    """What a local set-up does first. A development chain is open; nothing need be switched off."""
    assert int(chain.get("AdminFreezeWindow")) == int(chain.get("NetworkRateLimit")) == 0
    for who in [OWNER, VALIDATOR, *MINERS]:
        chain.run(bittensor.Transfer(dest_ss58=hot(who), amount_tao=bittensor.tao(1)), wallet("//Alice"))
    steps_done.add("prepared")


@pytest.mark.needs("prepared")
def test_creates_a_subnet(chain):
    cost = chain.client.read("subnet_registration_cost").rao
    before = chain.free(cold(OWNER))
    result = chain.run(bittensor.RegisterSubnet(hotkey_ss58=hot(OWNER)), OWNER)
    at = included_at(result)
    assert result.data["netuid"] == NETUID
    paid = result.data["registration_price_rao"]
    assert paid <= cost and paid == int(chain.get("SubnetLocked", NETUID, at=at))
    assert chain.free(cold(OWNER), at) == before - paid - result.fee.rao
    # The owner's hotkey is the first neuron, and the whole price is in the pool, but
    # what keeps the pool's account alive.
    assert chain.client.read("uid", hotkey_ss58=hot(OWNER), netuid=NETUID) == 0
    assert chain.get("SubnetOwner", NETUID) == cold(OWNER)
    assert chain.get("SubnetOwnerHotkey", NETUID) == hot(OWNER)
    assert int(chain.get("SubnetTAO", NETUID, at=at)) == paid - EXISTENTIAL_DEPOSIT
    assert int(chain.get("SubnetAlphaIn", NETUID, at=at)) > 0
    # The next one costs more at once.
    assert chain.client.read("subnet_registration_cost").rao > cost
    steps_done.add("created")


@pytest.mark.needs("created")
def test_staking_waits_for_the_start(chain):
    call = calls.SubtensorModule.add_stake(hotkey=hot(OWNER), netuid=NETUID, amount_staked=RAO)
    result = chain.refuse(call, OWNER)
    assert result.error.name in ("SubtokenDisabled", POOL_REFUSAL), result


@pytest.mark.needs("created")
def test_only_the_owner_starts_it(chain):
    assert chain.refuse(calls.SubtensorModule.start_call(netuid=NETUID), VALIDATOR).error.name == "BadOrigin"
    result = chain.run(bittensor.StartCall(netuid=NETUID), OWNER)
    assert chain.get("SubtokenEnabled", NETUID) is True
    assert int(chain.get("FirstEmissionBlockNumber", NETUID)) == included_at(result) + 1
    steps_done.add("started")


@pytest.mark.needs("started")
def test_the_local_set_up_of_the_subnet(chain):
    for call in (
        calls.AdminUtils.sudo_set_commit_reveal_weights_enabled(netuid=NETUID, enabled=False),
        calls.AdminUtils.sudo_set_weights_set_rate_limit(netuid=NETUID, weights_set_rate_limit=0),
        calls.AdminUtils.sudo_set_subnet_emission_enabled(netuid=NETUID, enabled=True),
        calls.AdminUtils.sudo_set_tempo(netuid=NETUID, tempo=20),
    ):
        chain.sudo(call)
    assert chain.client.read("commit_reveal_enabled", netuid=NETUID) is False
    assert chain.client.read("weights_rate_limit", netuid=NETUID) == 0
    assert int(chain.get("Tempo", NETUID)) == 20
    steps_done.add("set up")


@pytest.mark.needs("started")
@pytest.mark.parametrize("uid, who", [(1, VALIDATOR), (2, MINERS[0]), (3, MINERS[1])])
def test_registers_hotkeys_for_the_burn_price(chain, uid, who):
    client = chain.client
    before = chain.free(cold(who))
    recycled = int(chain.get("RAORecycledForRegistration", NETUID))
    # The client sends this intent encrypted only, so its call goes directly.
    result = chain.submit(calls.SubtensorModule.burned_register(netuid=NETUID, hotkey=hot(who)), who)
    at = included_at(result)
    price = int(chain.get("RAORecycledForRegistration", NETUID, at=at)) - recycled
    assert price > 0
    assert chain.free(cold(who), at) == before - price - result.fee.rao
    assert client.read("uid", hotkey_ss58=hot(who), netuid=NETUID) == uid
    assert int(chain.get("SubnetworkN", NETUID)) == uid + 1
    assert client.read("hotkey_owner", hotkey_ss58=hot(who)) == cold(who)
    assert client.read("netuids_for_hotkey", hotkey_ss58=hot(who)) == [NETUID]
    again = chain.refuse(calls.SubtensorModule.burned_register(netuid=NETUID, hotkey=hot(who)), who)
    assert again.error.name in ("HotKeyAlreadyRegisteredInSubNet", POOL_REFUSAL), again
    steps_done.add(f"registered {uid}")


@pytest.mark.needs("registered 1")
def test_stakes_through_the_pool(chain):
    client = chain.client
    quote = client.read("quote_stake", netuid=NETUID, amount_tao=10)
    before, pool = chain.free(cold(VALIDATOR)), int(chain.get("SubnetTAO", NETUID))
    # The client's own intent: with slippage protection, in clear.
    result = chain.run(
        bittensor.AddStake(hotkey_ss58=hot(VALIDATOR), netuid=NETUID, amount_tao=bittensor.tao(10)), VALIDATOR
    )
    at = included_at(result)
    assert chain.free(cold(VALIDATOR), at) == before - 10 * RAO - result.fee.rao
    gained = chain.stake(cold(VALIDATOR), hot(VALIDATOR), NETUID, at)
    # The quote was made some blocks earlier, and the pool moves with emission.
    assert abs(gained - quote.alpha.rao) < gained // 50, (gained, quote)
    assert int(chain.get("SubnetTAO", NETUID, at=at)) > pool
    # A larger amount directly, and a nominator behind the same validator.
    chain.submit(
        calls.SubtensorModule.add_stake(hotkey=hot(VALIDATOR), netuid=NETUID, amount_staked=290 * RAO), VALIDATOR
    )
    chain.submit(
        calls.SubtensorModule.add_stake(hotkey=hot(VALIDATOR), netuid=NETUID, amount_staked=100 * RAO), NOMINATOR
    )
    positions = client.read("stake_for_coldkey", coldkey_ss58=cold(NOMINATOR))
    assert [(p.hotkey, p.netuid) for p in positions] == [(hot(VALIDATOR), NETUID)]
    both = client.read("stake_for_coldkeys", coldkey_ss58s=[cold(VALIDATOR), cold(NOMINATOR)])
    assert set(both) == {cold(VALIDATOR), cold(NOMINATOR)}
    steps_done.add("staked")


@pytest.mark.needs("registered 2")
def test_serves_an_axon(chain):
    miner = MINERS[0]
    chain.run(bittensor.ServeAxon(netuid=NETUID, ip="8.8.8.8", port=8091), miner)
    axon = chain.get("Axons", NETUID, hot(miner))
    assert (int(axon["ip"]), int(axon["port"]), int(axon["ip_type"])) == (0x08080808, 8091, 4)
    neuron = [n for n in chain.client.read("neurons", netuid=NETUID, lite=True) if n.hotkey == hot(miner)]
    assert int(neuron[0].raw["axon_info"]["port"]) == 8091


@pytest.mark.needs("set up", "staked", "registered 3")
def test_sets_weights_in_clear(chain):
    # A permit is given by an epoch that sees the stake.
    chain.wait_epoch(NETUID)
    assert chain.get("ValidatorPermit", NETUID)[1] is True
    chain.run(bittensor.SetWeights(netuid=NETUID, weights={2: 3, 3: 1}), VALIDATOR)
    rows = dict(chain.rows("Weights", NETUID))
    assert [(int(u), int(w)) for u, w in rows[1]] == [(2, 65_535), (3, 21_845)]
    steps_done.add("weighted")


@pytest.mark.needs("weighted")
@pytest.mark.parametrize("tempo", [1, 2])
def test_every_share_of_an_epoch_arrives(chain, tempo):
    """Adds up what was pending, what was credited, and who got it."""
    block = chain.wait_epoch(NETUID)
    before, after = (read_books(chain, NETUID, b) for b in (block - 1, block))

    # Nothing but the epoch happened to stake in this block.
    created = after.alpha_out_emission
    assert created == RAO  # supply is far below the first halving
    pots = {name: before.pending[name] for name in PENDING}
    owner_part = (created * ((OWNER_CUT << 32) // 65_535)) >> 32
    assert owner_part == 179_995_422
    assert after.pending_sum == 0

    # To the rao: all that was pending, and this block's own emission, is credited.
    credited = after.stake_sum - before.stake_sum
    gone = (after.burned - before.burned) + (after.recycled - before.recycled)
    assert credited + gone == before.pending_sum + created

    # The owner: its cut, plus remainders of the divisions.
    owner = after.stakes[hot(OWNER)] - before.stakes.get(hot(OWNER), 0)
    assert 0 <= owner - (pots["PendingOwnerCut"] + owner_part) < ROUNDING

    # Miners 3 : 1 by incentive; half of what is left after the owner's cut.
    half = (before.pending_sum + created - pots["PendingOwnerCut"] - owner_part) // 2
    gains = [after.stakes[hot(m)] - before.stakes.get(hot(m), 0) for m in MINERS]
    assert abs(gains[0] - half * 3 // 4) < ROUNDING
    assert abs(gains[1] - half // 4) < ROUNDING

    # The validator and its nominator: the other half; 18 % take first, then by share.
    validator = after.stakes[hot(VALIDATOR)] - before.stakes[hot(VALIDATOR)]
    assert abs(validator - half) < ROUNDING
    take = validator * DEFAULT_TAKE // 65_535
    held = {who: chain.stake(cold(who), hot(VALIDATOR), NETUID, block - 1) for who in (VALIDATOR, NOMINATOR)}
    now = {who: chain.stake(cold(who), hot(VALIDATOR), NETUID, block) for who in (VALIDATOR, NOMINATOR)}
    # The take is staked first, so it shares in the rest.
    share = (validator - take) * held[NOMINATOR] // (before.stakes[hot(VALIDATOR)] + take)
    assert abs((now[NOMINATOR] - held[NOMINATOR]) - share) < ROUNDING
    assert abs((now[VALIDATOR] - held[VALIDATOR]) - (validator - share)) < ROUNDING

    # Nobody else got anything.
    assert set(after.stakes) == {hot(w) for w in (OWNER, VALIDATOR, *MINERS)}
    steps_done.add(f"paid {tempo}")


@pytest.mark.needs("weighted")
def test_alpha_outside_the_pool_is_somebodys(chain):
    books = read_books(chain, NETUID, chain.client.block)
    assert books.alpha_out == books.stake_sum + books.pending_sum + books.protocol + books.burned


@pytest.mark.needs("weighted")
def test_tao_emission_goes_into_the_pool(chain):
    block = chain.wait_blocks(2)
    before, after = (read_books(chain, NETUID, b) for b in (block - 1, block))
    assert after.issuance == after.currency_issuance
    injected = after.tao_in + after.excess_tao
    assert after.issuance - before.issuance == injected
    assert after.tao - before.tao == injected
    # One TAO a block, less what truncation leaves undeployed.
    assert RAO - 10 <= injected <= RAO


@pytest.mark.needs("paid 2")
def test_views_show_the_consensus(chain):
    client = chain.client
    graph = client.read("metagraph", netuid=NETUID)
    assert [int(v) for v in graph["dividends"]] == [0, 65_535, 0, 0]
    incentives = [int(v) for v in graph["incentives"]]
    assert incentives[:2] == [0, 0]
    assert abs(incentives[2] - 49_151) <= 1 and abs(incentives[3] - 16_383) <= 1
    assert graph["hotkeys"][1] == hot(VALIDATOR)
    dynamic = client.runtime(("SubnetInfoRuntimeApi", "get_all_dynamic_info"), [])
    assert [int(d["netuid"]) for d in dynamic if d] == [0, 1, NETUID]
    one = client.runtime(("SubnetInfoRuntimeApi", "get_dynamic_info"), [NETUID])
    assert one["owner_coldkey"] == cold(OWNER) and int(one["tempo"]) == 20
    lite = client.read("neurons", netuid=NETUID, lite=True)
    assert [n.hotkey for n in lite] == [hot(w) for w in (OWNER, VALIDATOR, *MINERS)]
    neuron = client.runtime(("NeuronInfoRuntimeApi", "get_neuron"), [NETUID, 1])
    assert neuron["validator_permit"] is True
    parameters = client.read("subnet_hyperparameters", netuid=NETUID)
    assert int(parameters["tempo"]) == 20 and parameters["commit_reveal_weights_enabled"] is False
    at = client.block
    assert client.read("next_epoch_start_block", netuid=NETUID) > at
    prices = client.runtime(("SwapRuntimeApi", "current_alpha_price_all"), [])
    price = client.runtime(("SwapRuntimeApi", "current_alpha_price"), [NETUID])
    assert abs({p["netuid"]: p["price"] for p in prices}[NETUID] - price) < RAO // 20
    assert client.read("quote_unstake", netuid=NETUID, amount_alpha=1).tao.rao > 0


@pytest.mark.needs("weighted")
def test_weights_without_a_registration_are_refused(chain):
    stranger = wallet("//Alice", "//Alice//unregistered")
    call = calls.SubtensorModule.set_weights(netuid=NETUID, dests=[2], weights=[1], version_key=0)
    chain.run(bittensor.Transfer(dest_ss58=hot(stranger), amount_tao=bittensor.tao(1)), wallet("//Alice"))
    rows = chain.rows("Weights", NETUID)
    result = chain.refuse(call, stranger, role="hotkey")
    assert result.error.name in ("HotKeyNotRegisteredInSubNet", "NotEnoughStakeToSetWeights", "StakeAmountTooLow"), result
    assert chain.rows("Weights", NETUID) == rows


@pytest.mark.needs("paid 2")
def test_unstakes(chain):
    before = chain.free(cold(NOMINATOR))
    held = chain.stake(cold(NOMINATOR), hot(VALIDATOR), NETUID)
    # Half of it exactly, directly; then the client's own intent for the rest.
    result = chain.submit(
        calls.SubtensorModule.remove_stake(hotkey=hot(VALIDATOR), netuid=NETUID, amount_unstaked=held // 2), NOMINATOR
    )
    at = included_at(result)
    received = chain.free(cold(NOMINATOR), at) - before + result.fee.rao
    assert received > 40 * RAO
    left = chain.stake(cold(NOMINATOR), hot(VALIDATOR), NETUID, at)
    previous = chain.stake(cold(NOMINATOR), hot(VALIDATOR), NETUID, at - 1)
    assert left < previous
    chain.run(
        bittensor.RemoveStake(
            hotkey_ss58=hot(VALIDATOR), netuid=NETUID, amount_alpha=bittensor.alpha(5, NETUID)
        ),
        NOMINATOR,
    )
    too_much = calls.SubtensorModule.remove_stake(
        hotkey=hot(VALIDATOR), netuid=NETUID, amount_unstaked=10**15
    )
    chain.submit(too_much, NOMINATOR)  # takes what is there
    assert chain.stake(cold(NOMINATOR), hot(VALIDATOR), NETUID) == 0
    steps_done.add("unstaked")


@pytest.mark.needs("registered 1")
def test_root_stake_is_one_to_one(chain):
    before = chain.free(cold(VALIDATOR))
    result = chain.submit(
        calls.SubtensorModule.add_stake(hotkey=hot(VALIDATOR), netuid=0, amount_staked=5 * RAO), VALIDATOR
    )
    at = included_at(result)
    assert chain.stake(cold(VALIDATOR), hot(VALIDATOR), 0, at) == 5 * RAO
    assert chain.free(cold(VALIDATOR), at) == before - 5 * RAO - result.fee.rao
    result = chain.submit(
        calls.SubtensorModule.remove_stake(hotkey=hot(VALIDATOR), netuid=0, amount_unstaked=5 * RAO), VALIDATOR
    )
    assert chain.stake(cold(VALIDATOR), hot(VALIDATOR), 0, included_at(result)) == 0


def test_issuance_still_equals_the_accounts(chain):
    client = chain.client
    at = client.block
    total = sum(
        int(a["data"]["free"]) + int(a["data"]["reserved"])
        for _, a in client.query_map(storage.System.Account, block=at)
    )
    assert total == int(chain.get("TotalIssuance", at=at))
    pools = sum(int(v) for _, v in chain.rows("SubnetTAO", at=at))
    assert pools == int(chain.get("TotalStake", at=at))
