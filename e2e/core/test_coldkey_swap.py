"""Swaps of coldkeys with the client's intents and with btcli: announced, disputed, cleared, executed.

The tests run in order on one chain, where a swap may follow its announcement after 50 blocks.
"""

import bittensor
import pytest
from bittensor import calls
from support.books import check_books
from support.chain import Chain, events, included_at
from support.keys import RAO, cold, hot, key, seeded, wallet

OWNER = wallet("//Bob", "//Bob//owner")
STAKER = wallet("//Charlie", "//Charlie//hotkey")
FROZEN = wallet("//Dave", "//Dave//hotkey")
DELEGATE = wallet("//Eve", "//Eve//hotkey")
NEW = wallet("//Charlie//new")
OTHER = key("//other").ss58_address

NETUID = 2
CORE, BALANCES, PROXY = calls.SubtensorModule, calls.Balances, calls.Proxy
COST = RAO // 10
DELAY, AGAIN = 50, 10
# A wallet that btcli has too, and the coldkey it is swapped to.
SEED, NEW_SEED = "0x" + "5a" * 32, "0x" + "5b" * 32


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    """A started subnet of Bob's; Charlie stakes on its hotkey, there and on root."""
    chain.batch([CORE.register_network(hotkey=hot(OWNER)), CORE.start_call(netuid=NETUID)], OWNER)
    for netuid in (0, NETUID):
        stake = CORE.add_stake(hotkey=hot(OWNER), netuid=netuid, amount_staked=50 * RAO)
        chain.submit(stake, STAKER)


@pytest.fixture(autouse=True)
def the_books_come_out_even(chain):
    yield
    check_books(chain, chain.client.block)


def announce(new: str):
    return bittensor.AnnounceColdkeySwap(new_coldkey_ss58=new)


def execute(new: str):
    return bittensor.SwapColdkeyAnnounced(new_coldkey_ss58=new)


def announcement(chain, who):
    return chain.client.read("coldkey_swap_announcement", coldkey_ss58=cold(who))


def pay(dest: str):
    return BALANCES.transfer_keep_alive(dest=dest, value=RAO)


def refused(chain, action, who, name: str) -> None:
    assert chain.refuse(action, who).error.name == name


def test_nothing_is_announced_at_first(chain):
    assert announcement(chain, STAKER) is None
    refused(chain, execute(cold(NEW)), STAKER, "ColdkeySwapAnnouncementNotFound")
    refused(chain, bittensor.DisputeColdkeySwap(), STAKER, "ColdkeySwapAnnouncementNotFound")
    refused(chain, bittensor.ClearColdkeySwapAnnouncement(), STAKER, "ColdkeySwapAnnouncementNotFound")


def test_an_announcement_costs_a_tenth_of_a_tao(chain):
    before = chain.free(cold(STAKER))
    result = chain.run(announce(cold(NEW)), STAKER)
    event = events(result, "ColdkeySwapAnnounced")[0]
    assert str(event["who"]) == cold(STAKER)
    paid = before - chain.free(cold(STAKER))
    assert COST < paid < COST + RAO // 100
    status = announcement(chain, STAKER)
    assert status["execute_block"] == included_at(result) + DELAY
    assert status["new_coldkey_hash"] == str(event["new_coldkey_hash"])
    assert status["disputed"] is False


def test_an_announced_coldkey_may_do_nothing_else(chain):
    refused(chain, pay(OTHER), STAKER, "ColdkeySwapAnnounced")
    refused(chain, bittensor.AssociateHotkey(hotkey_ss58=hot(STAKER)), STAKER, "ColdkeySwapAnnounced")
    refused(chain, execute(OTHER), STAKER, "AnnouncedColdkeyHashDoesNotMatch")
    refused(chain, execute(cold(NEW)), STAKER, "ColdkeySwapTooEarly")
    refused(chain, announce(OTHER), STAKER, "ColdkeySwapReannouncedTooEarly")
    refused(chain, bittensor.ClearColdkeySwapAnnouncement(), STAKER, "ColdkeySwapClearTooEarly")


def test_a_delegate_can_do_no_more(chain):
    add = PROXY.add_proxy(delegate=cold(DELEGATE), proxy_type="Any", delay=0)
    chain.submit(add, FROZEN)
    chain.run(announce(OTHER), FROZEN)
    before, nonce = chain.free(OTHER), chain.nonce(cold(DELEGATE))
    inner = chain.client.compose(pay(OTHER))
    call = PROXY.proxy(real=cold(FROZEN), force_proxy_type=None, call=inner)
    # The delegate's own transaction is in a block; the client says what became of the call in it.
    refused(chain, call, DELEGATE, "ColdkeySwapAnnounced")
    assert (chain.free(OTHER), chain.nonce(cold(DELEGATE))) == (before, nonce + 1)


def test_a_dispute_freezes_until_root_resets(chain):
    result = chain.run(bittensor.DisputeColdkeySwap(), FROZEN)
    assert [str(e["coldkey"]) for e in events(result, "ColdkeySwapDisputed")] == [cold(FROZEN)]
    status = announcement(chain, FROZEN)
    assert status["disputed"] is True and status["dispute_block"] == included_at(result)
    for action in (pay(OTHER), announce(OTHER), bittensor.DisputeColdkeySwap()):
        refused(chain, action, FROZEN, "ColdkeySwapDisputed")
    chain.sudo(CORE.reset_coldkey_swap(coldkey=cold(FROZEN)))
    assert announcement(chain, FROZEN) is None
    chain.submit(pay(OTHER), FROZEN)


def test_a_swap_moves_everything(chain):
    chain.client.wait_for_block(announcement(chain, STAKER)["execute_block"], timeout=60)
    at = chain.client.block
    stakes = {n: chain.stake(cold(STAKER), hot(OWNER), n, at=at) for n in (0, NETUID)}
    free = chain.free(cold(STAKER))
    result = chain.run(execute(cold(NEW)), STAKER)
    event = events(result, "ColdkeySwapped")[0]
    assert [str(event[k]) for k in ("old_coldkey", "new_coldkey")] == [cold(STAKER), cold(NEW)]
    at = included_at(result)
    for netuid, stake in stakes.items():
        assert chain.stake(cold(NEW), hot(OWNER), netuid, at=at) >= stake > 0
        assert chain.stake(cold(STAKER), hot(OWNER), netuid, at=at) == 0
    assert chain.free(cold(STAKER)) == 0
    assert free - RAO // 10 < chain.free(cold(NEW)) < free
    assert announcement(chain, STAKER) is None
    assert str(chain.get("ColdkeySuccessor", cold(STAKER))) == cold(NEW)
    assert str(chain.get("ColdkeyRoot", cold(NEW))) == cold(STAKER)
    # The new key has it all.
    sell = CORE.remove_stake(hotkey=hot(OWNER), netuid=NETUID, amount_unstaked=RAO)
    chain.submit(sell, NEW)


def test_who_stakes_is_no_new_coldkey(chain):
    swap = CORE.swap_coldkey(old_coldkey=cold(FROZEN), new_coldkey=cold(NEW), swap_cost=0)
    by_root = calls.Sudo.sudo(call=chain.client.compose(swap))
    refused(chain, by_root, wallet("//Alice"), "ColdKeyAlreadyAssociated")
    chain.sudo(CORE.swap_coldkey(old_coldkey=cold(FROZEN), new_coldkey=OTHER, swap_cost=RAO))
    # The deposit of the proxy stays, and with it what an account must have.
    assert chain.free(cold(FROZEN)) < RAO // 1_000


def test_btcli_announces_checks_and_swaps(chain, btcli):
    old, new = (seeded(bytes.fromhex(seed[2:])).ss58_address for seed in (SEED, NEW_SEED))
    assert btcli.add_wallet("moving", SEED) == old
    chain.submit(BALANCES.transfer_keep_alive(dest=old, value=10 * RAO), OWNER)
    answer = btcli("wallet", "announce-coldkey-swap", "--new-coldkey", new, wallet="moving")
    assert answer["success"] is True, answer
    status = chain.client.read("coldkey_swap_announcement", coldkey_ss58=old)
    assert status is not None
    early = btcli("wallet", "swap-coldkey", "--new-coldkey", new, wallet="moving", fails=True)
    assert "ColdkeySwapTooEarly" in str(early)
    chain.client.wait_for_block(status["execute_block"], timeout=60)
    answer = btcli("wallet", "swap-coldkey", "--new-coldkey", new, wallet="moving")
    assert answer["success"] is True, answer
    assert chain.free(old) == 0 and chain.free(new) > 9 * RAO


def test_btcli_disputes_and_clears(chain, btcli):
    new = seeded(bytes.fromhex(NEW_SEED[2:])).ss58_address
    assert btcli.add_wallet("moved", NEW_SEED) == new
    assert btcli("wallet", "announce-coldkey-swap", "--new-coldkey", OTHER, wallet="moved")["success"]
    assert btcli("tx", "dispute-coldkey-swap", wallet="moved")["success"] is True
    failed = btcli("wallet", "transfer", "--dest", OTHER, "--amount", "1", wallet="moved", fails=True)
    assert "ColdkeySwapDisputed" in str(failed)
    chain.sudo(CORE.reset_coldkey_swap(coldkey=new))
    assert btcli("wallet", "announce-coldkey-swap", "--new-coldkey", OTHER, wallet="moved")["success"]
    status = chain.client.read("coldkey_swap_announcement", coldkey_ss58=new)
    chain.client.wait_for_block(status["execute_block"] + AGAIN, timeout=60)
    assert btcli("tx", "clear-coldkey-swap-announcement", wallet="moved")["success"] is True
    assert chain.client.read("coldkey_swap_announcement", coldkey_ss58=new) is None
