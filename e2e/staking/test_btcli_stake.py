"""`btcli stake`: what each command reports, and what it did on the chain.

Trades go out encrypted, as they do by default; where the exact fee matters, in clear.
"""

import json

import bittensor
import pytest
from bittensor.sp_core import Keypair
from support.keys import RAO, DevWallet, cold, hot, key, wallet
from support.market import FIRST, OTHER, SECOND, VALIDATOR

from .orders import CORE, ROUNDING, add

SEED = bytes([0x51] * 32)
HOTKEY = key("//btcli//hotkey").ss58_address
CLEAR = "--no-mev-shield"
ON_FIRST = ("--hotkey", hot(VALIDATOR), "--netuid", FIRST)
TO_SECOND = ("--origin-netuid", FIRST, "--dest-netuid", SECOND)
# A fraction of the stake weight in parts of 2^64 - 1.
HALF = (2**64 - 1) // 2


@pytest.fixture(scope="module")
def owner(btcli, chain, market) -> DevWallet:
    """The keys of the wallet "owner": it has TAO and stake, and owns the hotkey by a command of its own.

    What it does later goes through btcli only: two clients with one key would
    take each other's nonces.
    """
    who = DevWallet(Keypair.create_from_seed(SEED), key("//btcli//hotkey"))
    assert btcli.add_wallet("owner", f"0x{SEED.hex()}") == cold(who)
    funds = bittensor.Transfer(dest_ss58=cold(who), amount_tao=bittensor.tao(4_000))
    chain.run(funds, wallet("//Alice"))
    positions = [add(100, FIRST), add(50, SECOND), add(50, FIRST, OTHER)]
    chain.run(bittensor.Batch(intents=positions), who)
    answer = btcli("wallet", "associate-hotkey", "--hotkey", HOTKEY, wallet="owner")
    assert answer["success"] is True, answer
    assert chain.client.read("hotkey_owner", hotkey_ss58=HOTKEY) == cold(who)
    return who


@pytest.fixture
def stake(btcli, owner):
    """Runs a command of `btcli stake` as the owner and insists on its success."""

    def run(*arguments):
        answer = btcli("stake", *map(str, arguments), wallet="owner")
        assert answer["success"] is True, answer
        return answer

    return run


def test_children_are_proposed_with_their_parts(chain, stake):
    parts = json.dumps([[0.5, hot(OTHER)]])
    stake("child", "set", "--netuid", FIRST, "--hotkey", HOTKEY, "--children", parts)
    pending = chain.client.read("pending_children", hotkey_ss58=HOTKEY, netuid=FIRST)
    [(part, child)] = pending["children"]
    assert child == hot(OTHER) and abs(part - HALF) <= 2048
    assert pending["cooldown_block"] > 0


def test_add(chain, market, stake, owner):
    held, free = market.held(owner, FIRST), chain.free(cold(owner))
    answer = stake("add", *ON_FIRST, "--amount", "100.5", CLEAR)
    assert market.held(owner, FIRST) > held + 80 * RAO
    fee = round(answer["fee_tao"] * RAO)
    assert free - chain.free(cold(owner)) == 100 * RAO + RAO // 2 + fee


def test_add_in_the_default_way(chain, market, stake, owner):
    held, nonce = market.held(owner, FIRST), chain.nonce(cold(owner))
    answer = stake("add", *ON_FIRST, "--amount", "10")
    assert market.held(owner, FIRST) > held + 8 * RAO
    # The submission and what was in it.
    assert chain.nonce(cold(owner)) == nonce + 2
    assert answer["data"]["shielded"] is True


def test_show(btcli, market, owner):
    shown = btcli("stake", "show", "--coldkey", cold(owner), *map(str, ON_FIRST))
    assert shown["coldkey"] == cold(owner)
    assert abs(round(shown["stake_amount"] * RAO) - market.held(owner, FIRST)) <= 1_000


def test_remove(chain, market, stake, owner):
    held, free = market.held(owner, FIRST), chain.free(cold(owner))
    stake("remove", *ON_FIRST, "--amount", 5)
    assert abs(held - market.held(owner, FIRST) - 5 * RAO) <= ROUNDING
    assert chain.free(cold(owner)) > free
    on_other = ("--hotkey", hot(OTHER), "--netuid", FIRST)
    stake("remove", *on_other, "--all", "--no-slippage-protection")
    assert market.held(owner, FIRST, OTHER) == 0


def test_move(market, stake, owner):
    way = ("--origin-hotkey", hot(VALIDATOR), "--dest-hotkey", hot(OTHER))
    stake("move", *way, "--netuid", FIRST, "--amount", 10)
    assert abs(market.held(owner, FIRST, OTHER) - 10 * RAO) <= ROUNDING
    back = ("--origin-hotkey", hot(OTHER), "--dest-hotkey", hot(VALIDATOR), *TO_SECOND)
    held = market.held(owner, SECOND)
    stake("move", *back, "--all")
    assert market.held(owner, FIRST, OTHER) == 0 and market.held(owner, SECOND) > held


def test_move_and_swap(market, stake, owner):
    held = market.held(owner, FIRST)
    way = ("--origin-hotkey", hot(VALIDATOR), "--dest-hotkey", hot(OTHER), *TO_SECOND)
    stake("move-swap", *way, "--amount", 10)
    assert abs(held - market.held(owner, FIRST) - 10 * RAO) <= ROUNDING
    assert market.held(owner, SECOND, OTHER) > 0


def test_swap(market, stake, owner):
    first, second = market.held(owner, FIRST), market.held(owner, SECOND)
    stake("swap", "--hotkey", hot(VALIDATOR), *TO_SECOND, "--amount", 10)
    assert abs(first - market.held(owner, FIRST) - 10 * RAO) <= ROUNDING
    assert market.held(owner, SECOND) > second


@pytest.mark.parametrize("landing", [VALIDATOR, OTHER], ids=["same hotkey", "another hotkey"])
def test_transfer(market, stake, owner, landing):
    heir = market.staker()
    onto = ("--dest", cold(heir), "--dest-hotkey", hot(landing))
    way = ("--hotkey", hot(VALIDATOR), "--origin-netuid", FIRST, "--dest-netuid", FIRST)
    stake("transfer", *onto, *way, "--amount", 10)
    assert abs(market.held(heir, FIRST, landing) - 10 * RAO) <= ROUNDING


def test_burn(chain, stake):
    def burned() -> int:
        return int(chain.client.query(("AlphaAssets", "AlphaBurned"), [FIRST]))

    before = burned()
    stake("burn", "--netuid", FIRST, "--amount", 5, "--hotkey", hot(VALIDATOR))
    assert burned() > before


def test_leaving(chain, market, stake, owner):
    stake("unstake-all-alpha", "--hotkey", hot(VALIDATOR))
    assert market.held(owner, FIRST) == market.held(owner, SECOND) == 0 < market.held(owner, 0)
    stake("unstake-all", "--all-hotkeys")
    assert chain.client.read("stake_for_coldkey", coldkey_ss58=cold(owner)) == []


@pytest.mark.parametrize("way", [(CLEAR,), ()], ids=["in clear", "encrypted"])
def test_a_refusal_is_explained(btcli, chain, owner, way):
    free = chain.free(cold(owner))
    order = (*map(str, ON_FIRST), "--amount", "3000", *way)
    answer = btcli("stake", "add", *order, wallet="owner", fails=True)
    assert answer["success"] is False
    assert answer["error"]["name"] == "SlippageTooHigh"
    assert answer["error"]["code"] == "insufficient_liquidity"
    assert free - RAO < chain.free(cold(owner)) < free


def test_a_registration_goes_out_encrypted(btcli, chain, owner):
    miner = key("//btcli//miner").ss58_address
    where = ("--netuid", str(FIRST), "--hotkey", miner)
    answer = btcli("subnets", "register", *where, wallet="owner")
    assert answer["success"] is True, answer
    assert answer["data"]["shielded"] is True
    assert chain.client.read("netuids_for_hotkey", hotkey_ss58=miner) == [FIRST]
    # It cannot be sent in any other way.
    refused = btcli("subnets", "register", *where, CLEAR, wallet="owner", fails=True)
    assert "unshielded" in str(refused), refused


def test_take_of_a_child_key(chain, stake):
    stake("child", "take", "--netuid", FIRST, "--hotkey", HOTKEY, "--take", "0.09")
    assert abs(int(chain.get("ChildkeyTake", HOTKEY, FIRST)) - 65_535 * 9 // 100) <= 1


def test_auto_stake(btcli, chain, stake, owner):
    chain.submit(CORE.burned_register(netuid=FIRST, hotkey=hot(VALIDATOR)), VALIDATOR)
    stake("set-auto", "--netuid", FIRST, "--hotkey", hot(VALIDATOR))
    assert btcli("stake", "auto", "--coldkey", cold(owner)) == [{"netuid": FIRST, "hotkey": hot(VALIDATOR)}]


def test_children_come_into_force_and_are_revoked(btcli, chain, stake):
    pending = chain.client.read("pending_children", hotkey_ss58=HOTKEY, netuid=FIRST)
    chain.wait_until(lambda: chain.client.read("children", hotkey_ss58=HOTKEY, netuid=FIRST))
    assert chain.client.block > pending["cooldown_block"]
    shown = btcli("stake", "child", "get", "--netuid", str(FIRST), "--hotkey", HOTKEY)
    [(part, child)] = shown["children"]
    assert child == hot(OTHER) and abs(part - HALF) <= 2048
    stake("child", "revoke", "--netuid", FIRST, "--hotkey", HOTKEY)
    chain.wait_until(lambda: chain.client.read("children", hotkey_ss58=HOTKEY, netuid=FIRST) == [])
