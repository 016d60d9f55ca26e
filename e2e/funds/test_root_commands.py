"""`btcli root`, `wallet` and `stake` on funds: what they show, what they predict, and what the chain does then.

Nothing moves by itself here: no epoch is due and nothing is emitted, so what follows from the state of a
block holds until the next transaction. Whoever signs with btcli does so with nothing else.
"""

import re
import subprocess

import bittensor
import pytest
from bittensor import calls
from support.books import check_books
from support.keys import RAO, DevWallet, cold, hot, seeded, wallet

from .state import BOB, STAKER, SUBNETS, State, bits, near, rao, runtime

CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
CLEAR = "--no-mev-shield"
BOB_SEED = "0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89"
# The other validator, whose fund is empty at first.
OTHER = wallet("//Ferdie", "//Ferdie//validator")
# Stakers that use btcli only once they have stake, by the names of their wallets.
SEEDS = {name: bytes([0xF0 + number] * 32) for number, name in enumerate(("mover", "leaver", "quitter"))}
STAKERS = {name: DevWallet(seeded(seed), seeded(seed)) for name, seed in SEEDS.items()}
MOVER, LEAVER, QUITTER = STAKERS.values()
STAKE = 50_000 * RAO
# Where `SubtensorModule.RootStakeUnlockInterval` is stored.
ROOT_STAKE_UNLOCK_INTERVAL = "0x658faa385070e074c85bf6b568cf05554e541e10cbd64f2b97721f57262b538f"


@pytest.fixture(scope="module", autouse=True)
def settled(chain, btcli):
    """More stakers on Bob's hotkey, and dividends for all of them; then everything stands still."""
    assert btcli.add_wallet("validator", BOB_SEED) == cold(BOB)
    for name, seed in SEEDS.items():
        assert btcli.add_wallet(name, f"0x{seed.hex()}") == cold(STAKERS[name])
    transfer = calls.Balances.transfer_keep_alive
    chain.batch([transfer(dest=cold(who), value=STAKE + 10 * RAO) for who in STAKERS.values()], wallet("//Alice"))
    for who in STAKERS.values():
        chain.submit(CORE.add_stake(hotkey=hot(BOB), netuid=0, amount_staked=STAKE), who)
    chain.submit(CORE.try_associate_hotkey(hotkey=hot(OTHER)), OTHER)
    chain.submit(CORE.set_auto_parent_delegation_enabled(hotkey=hot(OTHER), enabled=False), OTHER)
    chain.run(bittensor.RootRegister(hotkey_ss58=hot(OTHER)), OTHER)
    chain.sudo(
        *(ADMIN.sudo_set_tempo(netuid=netuid, tempo=10) for netuid in SUBNETS),
        ADMIN.sudo_set_basket_claim_dust(row_cap_rao=0, row_bps=0, slice_rao=0, forfeit_cap_rao=0),
        ADMIN.sudo_set_basket_daily_turnover_cap(cap=65_535),
    )
    chain.wait_until(lambda: State(chain, chain.client.block).worth(MOVER) > 1_000_000)
    chain.sudo(
        *(ADMIN.sudo_set_tempo(netuid=netuid, tempo=0) for netuid in SUBNETS),
        *(ADMIN.sudo_set_subnet_emission_enabled(netuid=netuid, enabled=False) for netuid in SUBNETS),
    )
    # What waits for a fund is taken in, one fund a block.
    chain.wait_blocks(4)


@pytest.fixture(autouse=True)
def the_books_come_out_even(chain, settled):
    yield
    check_books(chain, chain.client.block)


def block_of(answer) -> int:
    """The block that the transaction of a command is in."""
    assert answer["success"] is True, answer
    return int(answer["extrinsic_id"].split("-")[0])


def positions(chain, who, at: int) -> dict[tuple[str, int], int]:
    """Stake of a coldkey on the hotkeys of these tests."""
    places = [(hot(key), netuid) for key in (BOB, STAKER, OTHER) for netuid in (0, *SUBNETS)]
    return {place: held for place in places if (held := chain.stake(cold(who), *place, at))}


# What is shown ---------------------------------------------------------------


def shows_yield(record, state: State, who) -> None:
    """What every command says of what a coldkey may claim."""
    assert near(rao(record["accrued_basket_yield"]), state.worth(who))
    assert rao(record["root_staked"]) == state.staked(who)
    assert abs(record["personal_yield"] - state.worth(who) / state.staked(who)) < 1e-6


def test_wallet_commands_show_the_share_in_the_fund(chain, btcli):
    state = State(chain, chain.client.block)
    held = positions(chain, STAKER, state.at)
    value = sum(amount * state.price(netuid) for (_, netuid), amount in held.items())
    free = chain.free(cold(STAKER))
    owed = state.owed(STAKER)
    assert owed > 0

    balance = btcli("wallet", "balance", wallet="staker")
    assert rao(balance["free"]) == free
    assert near(rao(balance["stake_value"]), value)
    assert near(rao(balance["beta_value"]), state.worth(STAKER))
    assert near(rao(balance["total_value"]), free + value + state.worth(STAKER))
    assert (rao(balance["beta_tokens"]), balance["beta_validators"]) == (owed, 1)

    [overview] = btcli("wallet", "overview", wallet="staker")
    assert (overview["coldkey"], rao(overview["free"])) == (cold(STAKER), free)
    shows_yield(overview, state, STAKER)
    listed = btcli("stake", "list", wallet="staker")
    for rows in (overview["stakes"], listed):
        amounts = {(row["hotkey"], row["netuid"]): rao(row["stake_amount"]) for row in rows}
        assert amounts.keys() == held.keys()
        assert all(abs(amount - held[place]) <= 1_000 for place, amount in amounts.items())
        for row in rows:
            assert near(rao(row["value"]), held[row["hotkey"], row["netuid"]] * state.price(row["netuid"]))
            shows_yield(row, state, STAKER)

    whole = btcli("wallet", "inspect", wallet="staker")
    shows_yield(whole, state, STAKER)
    [basket] = whole["baskets"]
    assert (basket["hotkey"], basket["beta_raw"]) == (hot(BOB), owed)
    assert near(rao(basket["claimable"]), state.worth(STAKER))
    assert abs(basket["beta_price_tao"] - state.nav / state.shares) < 1e-6
    assert abs(basket["fund_share"] - owed / state.shares) < 1e-9
    deposited, redeemed = (int(chain.get(f"Basket{what}Tao", hot(BOB))) for what in ("Deposited", "Redeemed"))
    assert abs(basket["lifetime_return"] - (state.nav + redeemed) / deposited) < 1e-6


def test_lists_show_the_funds_and_their_marks(chain, btcli):
    state = State(chain, chain.client.block)
    board = btcli("root", "list", wallet="staker")
    [fund] = board["funds"]
    baseline = chain.get("BetaBaseline", hot(BOB))
    index = chain.get("BetaIndexSnapshot")
    bag, level = (bits(index[name]) / 2**64 for name in ("bag_level", "stake_level"))
    display = state.spot_nav / state.shares / (bits(baseline["price_divisor"]) / 2**64)
    stake = bits(baseline["tr_splice"]) / 2**64 * bits(chain.get("BasketTwr", hot(BOB))) / 2**64
    minted = bits(chain.get("BasketRate", hot(BOB))) - bits(baseline["rate0"])
    assert fund["hotkey"] == hot(BOB) and rao(fund["stake_tao"]) == int(chain.get("TotalHotkeyAlpha", hot(BOB), 0))
    assert near(rao(fund["nav_tao"]), state.nav) and near(rao(fund["spot_nav_tao"]), state.spot_nav)
    assert abs(fund["redemption_slippage"] - (1 - state.nav / state.spot_nav)) < 1e-6
    assert abs(fund["display_price_tao"] - display) < 1e-6
    assert abs(fund["vs_index"] - (display / bag - 1)) < 1e-6
    assert abs(fund["stake_value"] - stake) < 1e-6
    assert abs(fund["stake_vs_index"] - (stake / level - 1)) < 1e-6
    assert abs(fund["staker_yield"] - minted / 2**32 * state.spot_nav / state.shares) < 1e-6
    assert fund["index_first_block"] == int(baseline["first_block"])
    assert abs(board["basket_index"] - bag) < 1e-9

    one = btcli("root", "list", hot(BOB), wallet="staker")
    shown = {row["netuid"]: rao(row["alpha"]) for row in one["holdings"]}
    assert shown == state.held
    [mine] = btcli("root", "list", "--mine", wallet="staker")
    assert rao(mine["staked"]) == state.staked(STAKER)
    assert near(rao(mine["accrued"]), state.worth(STAKER))
    assert near(rao(mine["total"]), state.staked(STAKER) + state.worth(STAKER))


# Shares ----------------------------------------------------------------------


def minted(before: State, after: State) -> int:
    """Shares for what a fund was given between two states: by its value, and by no row more than it grew."""
    by_value = (after.nav - before.nav) * before.shares / before.nav
    by_row = [
        (after.held[netuid] - held) * before.shares // held
        for netuid, held in before.held.items()
        if before.sale(netuid) >= 1
    ]
    return min(by_value, *by_row)


def test_an_allocation_buys_shares_at_what_it_adds(chain, btcli):
    answer = btcli("root", "allocate", "--hotkey", hot(BOB), "--amount", "20.5", CLEAR, wallet="staker")
    at = block_of(answer)
    before, after = State(chain, at - 1), State(chain, at)
    shares = after.shares - before.shares
    assert near(shares, minted(before, after))
    assert after.owed(STAKER) - before.owed(STAKER) == shares > 0
    paid = chain.free(cold(STAKER), at - 1) - chain.free(cold(STAKER), at)
    assert paid == 20 * RAO + RAO // 2 + rao(answer["fee_tao"])
    # No stake, and no part in dividends.
    assert after.staked(STAKER) == before.staked(STAKER)


def test_a_first_allocation_is_cash_and_encrypted(chain, btcli):
    answer = btcli("root", "allocate", "--hotkey", hot(OTHER), "--amount", "3", wallet="staker")
    assert answer["data"]["shielded"] is True
    fund = State(chain, block_of(answer), hot(OTHER))
    assert fund.held == {0: 3 * RAO} and fund.shares == 3 * RAO == fund.owed(STAKER)
    hotkeys = [fund["hotkey"] for fund in btcli("root", "list", wallet="staker")["funds"]]
    assert hotkeys == [hot(BOB), hot(OTHER)]


# Trades ----------------------------------------------------------------------


def quote(chain, origin: int, dest: int, amount: int, at: int) -> int:
    """What the two pools give for an amount one after the other, by their own simulation."""
    view = chain.client.at(at)
    if origin:
        amount = view.read("quote_unstake", netuid=origin, amount_alpha=amount / RAO).tao.rao
    return view.read("quote_stake", netuid=dest, amount_tao=amount / RAO).alpha.rao if dest else amount


@pytest.mark.parametrize("origin, dest, amount", [(2, 0, "0.01"), (0, 3, "0.01"), (3, 0, "all")])
def test_a_swap_gives_what_was_quoted(chain, btcli, origin, dest, amount):
    route = ("--from", str(origin), "--to", str(dest), "--amount", amount, "--max-slippage", "0")
    answer = btcli("root", "swap", "--hotkey", hot(BOB), *route, CLEAR, wallet="validator")
    at = block_of(answer)
    before, after = State(chain, at - 1), State(chain, at)
    sold = before.held[origin] - after.held.get(origin, 0)
    assert sold == (before.held[origin] if amount == "all" else rao(float(amount)))
    gain = after.held[dest] - before.held.get(dest, 0)
    assert gain == quote(chain, origin, dest, sold, at - 1) > 0
    assert after.shares == before.shares and after.owed(STAKER) == before.owed(STAKER)


# Claims ----------------------------------------------------------------------


def predicted(plan) -> tuple[int, int]:
    """What a plan says is reserved for the fee of a claim, and what will be spent."""
    [found] = {
        match.groups()
        for line in plan["effects"]
        if (match := re.search(r"reserved τ([\d.,]+) at inclusion; spent ~τ([\d.,]+)", line))
    }
    return rao(found[0]), rao(found[1])


def charged(chain, answer, who, moved: int = 0) -> int:
    """The fee that the client reports, which is what the coldkey has less, beside `moved`."""
    at = block_of(answer)
    fee = rao(answer["fee_tao"])
    assert chain.free(cold(who), at - 1) + moved - chain.free(cold(who), at) == fee
    return fee


def is_about(fee: int, spent: int) -> bool:
    """The client says about what will be spent, and means it."""
    return abs(fee - spent) <= spent // 10_000


def redeemable(chain, who, at: int, hotkey: str = hot(BOB)) -> int:
    """What the preview of a claim says that it pays, which follows from the state."""
    preview = runtime(chain, "get_basket_claim_preview", hotkey, cold(who), at=at)
    if preview is None:
        assert State(chain, at, hotkey).owed(who) == 0
        return 0
    assert near(preview["redeemable_tao"], State(chain, at, hotkey).worth(who))
    return int(preview["redeemable_tao"])


def test_a_claim_costs_what_was_predicted(chain, btcli):
    claim = ("root", "claim", "--hotkey", hot(BOB))
    reserved, spent = predicted(btcli(*claim, "--dry-run", wallet="mover"))
    answer = btcli(*claim, wallet="mover")
    at = block_of(answer)
    assert is_about(charged(chain, answer, MOVER), spent) and spent < reserved
    before, after = State(chain, at - 1), State(chain, at)
    assert after.staked(MOVER) - before.staked(MOVER) == redeemable(chain, MOVER, at - 1) > 0
    assert after.owed(MOVER) == 0


def test_a_claim_of_nothing_costs_what_was_predicted(chain, btcli):
    claim = ("tx", "claim-root-with-hotkey", "--hotkey", hot(BOB))
    reserved, spent = predicted(btcli(*claim, "--dry-run", wallet="mover"))
    answer = btcli(*claim, wallet="mover")
    # The client counts a holding where there is none.
    assert charged(chain, answer, MOVER) < spent < reserved
    at = block_of(answer)
    assert State(chain, at).staked(MOVER) == State(chain, at - 1).staked(MOVER)


def test_a_claim_on_all_funds_costs_what_was_predicted(chain, btcli):
    claim = ("tx", "claim-root", "--subnets", "0")
    reserved, spent = predicted(btcli(*claim, "--dry-run", wallet="staker"))
    answer = btcli(*claim, wallet="staker")
    at = block_of(answer)
    assert is_about(charged(chain, answer, STAKER), spent) and spent <= reserved
    for hotkey in (hot(BOB), hot(OTHER)):
        before, after = State(chain, at - 1, hotkey), State(chain, at, hotkey)
        assert after.staked(STAKER) - before.staked(STAKER) == redeemable(chain, STAKER, at - 1, hotkey) > 0
        assert after.owed(STAKER) == 0


# Moving and leaving ----------------------------------------------------------


def test_a_move_claims_and_takes_everything_along(chain, btcli):
    answer = btcli("root", "move", "--from", hot(BOB), "--to", hot(OTHER), wallet="staker")
    at = block_of(answer)
    before, after = State(chain, at - 1), State(chain, at)
    there = [State(chain, block, hot(OTHER)).staked(STAKER) for block in (at - 1, at)]
    assert there[1] - there[0] == before.staked(STAKER) + redeemable(chain, STAKER, at - 1)
    assert after.staked(STAKER) == after.owed(STAKER) == 0
    assert list(positions(chain, STAKER, at)) == [(hot(STAKER), 3), (hot(OTHER), 0)]


def test_moving_a_part_claims_all(chain, btcli):
    way = ("--origin-hotkey", hot(BOB), "--dest-hotkey", hot(OTHER), "--netuid", "0", "--amount", "7")
    plan = btcli("stake", "move", *way, "--claim", "--dry-run", wallet="quitter")
    answer = btcli("stake", "move", *way, "--claim", CLEAR, wallet="quitter")
    at = block_of(answer)
    assert charged(chain, answer, QUITTER) <= predicted(plan)[0]
    before, after = State(chain, at - 1), State(chain, at)
    paid = redeemable(chain, QUITTER, at - 1)
    assert after.staked(QUITTER) - before.staked(QUITTER) == paid - 7 * RAO
    assert State(chain, at, hot(OTHER)).staked(QUITTER) == 7 * RAO and after.owed(QUITTER) == 0


def test_removing_everything_takes_the_yield_along(chain, btcli):
    order = ("--hotkey", hot(BOB), "--netuid", "0", "--all", "--claim")
    plan = btcli("stake", "remove", *order, "--dry-run", wallet="leaver")
    answer = btcli("stake", "remove", *order, CLEAR, wallet="leaver")
    at = block_of(answer)
    before, after = State(chain, at - 1), State(chain, at)
    moved = before.staked(LEAVER) + redeemable(chain, LEAVER, at - 1)
    assert charged(chain, answer, LEAVER, moved) <= predicted(plan)[0]
    assert after.staked(LEAVER) == after.owed(LEAVER) == 0
    assert positions(chain, LEAVER, at) == {}


def test_unstaking_everything_takes_the_yield_along(chain, btcli):
    answer = btcli("tx", "unstake-all", "--hotkey", hot(BOB), "--claim", CLEAR, wallet="mover")
    at = block_of(answer)
    before, after = State(chain, at - 1), State(chain, at)
    charged(chain, answer, MOVER, before.staked(MOVER) + redeemable(chain, MOVER, at - 1))
    assert after.staked(MOVER) == after.owed(MOVER) == 0


def test_stake_on_root_may_have_to_wait(chain, btcli):
    # No call sets how long; root writes the item.
    chain.sudo(calls.System.set_storage(items=[(ROOT_STAKE_UNLOCK_INTERVAL, (100_000).to_bytes(8, "little"))]))
    order = ("--hotkey", hot(OTHER), "--netuid", "0", "--amount", "1", CLEAR)
    answer = btcli("stake", "remove", *order, wallet="staker", fails=True)
    assert answer["error"]["name"] == "RootStakeLocked"
    # A claim beside it is refused by the client, by what it reads of the chain.
    assert chain.get("RootStakeUnlockInterval") == 100_000
    try:
        refused = btcli("stake", "remove", *order, "--claim", wallet="staker", fails=True, patience=20)
    except subprocess.TimeoutExpired:
        # Refusing while another of its questions is under way, the client may wait for ever, though
        # all of them were answered.
        return
    assert "hold" in str(refused)
