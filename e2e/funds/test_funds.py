"""Funds of root validators with the unmodified client: what it reads, against state read item by item.

The tests of this module build on each other: a validator gets a seat and a fund, and stakers on root
claim their part of it.
"""

import bittensor
from bittensor import calls
from support.books import check_books
from support.chain import events, included_at
from support.keys import RAO, cold, hot

from .state import BOB, DAVE, STAKER, SUBNETS, State, bits, near, runtime

CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils


# Before there is a fund ------------------------------------------------------


def test_without_a_fund_everything_is_zero(chain, btcli):
    client = chain.client
    assert client.read("root_basket_owed", coldkey_ss58=cold(STAKER)).rao == 0
    assert client.read("root_basket_portfolio", coldkey_ss58=cold(STAKER)) == []
    assert client.read("validator_basket", hotkey_ss58=hot(BOB)) == []
    assert client.read("validator_basket_summary", hotkey_ss58=hot(BOB))["nav_tao"].rao == 0
    assert client.read("root_baskets") == []
    assert client.read("root_basket_total_nav").rao == 0
    assert runtime(chain, "get_beta_pricing", hot(BOB)) is None
    balance = btcli("wallet", "balance", wallet="staker")
    assert str(cold(STAKER)) in str(balance)
    assert btcli("stake", "list", wallet="staker") is not None


def test_a_seat_costs_what_the_client_says(chain):
    # Stake comes first, so that both stakers have their part of all dividends.
    for who, amount in ((BOB, 300_000), (STAKER, 100_000)):
        chain.submit(CORE.add_stake(hotkey=hot(BOB), netuid=0, amount_staked=amount * RAO), who)
    price = int(chain.get("Burn", 0))
    before = int(chain.get("RAORecycledForRegistration", 0) or 0)
    # It would lend all its stake to the owners of subnets otherwise.
    chain.submit(CORE.set_auto_parent_delegation_enabled(hotkey=hot(BOB), enabled=False), BOB)
    result = chain.run(bittensor.RootRegister(hotkey_ss58=hot(BOB)), BOB)
    (event,) = events(result, "NeuronRegistered")
    assert [str(field) for field in event] == ["0", "0", hot(BOB)]
    paid = int(chain.get("RAORecycledForRegistration", 0)) - before
    assert 0 < paid <= price
    refused = chain.refuse(CORE.root_register(hotkey=hot(BOB)), BOB)
    assert refused.error.name in ("HotKeyAlreadyRegisteredInSubNet", "TooManyRegistrationsThisBlock")


# With one --------------------------------------------------------------------


def test_dividends_make_shares_for_who_stakes_on_root(chain):
    chain.wait_until(lambda: int(chain.get("BasketShares", hot(BOB)) or 0) > 4_000_000)
    state = State(chain, chain.client.block)
    assert state.owed(STAKER) > 0
    # Three parts of the root stake are Bob's, and everybody's parts are of the same rate.
    assert abs(state.owed(BOB) - 3 * state.owed(STAKER)) <= 4
    assert state.owed(STAKER) + state.owed(BOB) <= state.shares
    check_books(chain, state.at)


def test_what_the_client_reads_is_what_is_stored(chain):
    at = chain.client.block
    view, state = chain.client.at(at), State(chain, at)
    nav, spot = state.nav, state.spot_nav

    rows = view.read("validator_basket", hotkey_ss58=hot(BOB))
    assert {row["netuid"]: row["alpha"].rao for row in rows} == state.held
    assert all(near(row["value_tao"].rao, state.sale(row["netuid"])) for row in rows)

    summary = view.read("validator_basket_summary", hotkey_ss58=hot(BOB))
    assert summary["beta_total_raw"] == state.shares
    assert near(summary["nav_tao"].rao, nav) and near(summary["spot_nav_tao"].rao, spot)
    assert summary["deposited_tao"].rao == int(chain.get("BasketDepositedTao", hot(BOB), at=at))
    assert summary["redeemed_tao"].rao == 0
    assert [row["hotkey"] for row in view.read("root_baskets")] == [hot(BOB)]
    assert near(view.read("validator_basket_nav", hotkey_ss58=hot(BOB)).rao, nav)
    assert near(view.read("root_basket_total_nav").rao, nav)

    owed = state.owed(STAKER)
    position = view.read("basket_position", hotkey_ss58=hot(BOB), coldkey_ss58=cold(STAKER))
    assert (position["beta_raw"], position["beta_total_raw"]) == (owed, state.shares)
    assert near(position["value_tao"].rao, owed * nav / state.shares)
    assert near(position["spot_value_tao"].rao, owed * spot / state.shares)
    assert view.read("root_basket_portfolio", coldkey_ss58=cold(STAKER)) == [position]
    value = view.read("root_basket_owed", coldkey_ss58=cold(STAKER))
    assert value.rao == position["value_tao"].rao
    (part,) = view.read("root_basket_owed_breakdown", coldkey_ss58=cold(STAKER))
    assert (part["hotkey"], part["owed_tao"].rao) == (hot(BOB), value.rao)
    assert int(runtime(chain, "get_basket_payout", hot(BOB), cold(STAKER), at=at)) == value.rao

    pricing = summary["chain_pricing"]
    assert abs(pricing["spot_price"] - spot / state.shares) < 1e-6
    assert pricing["provisional"] is False and 0 < pricing["first_block"] <= at
    assert abs(pricing["display_price"] * pricing["display_shares"] - spot) <= 4 + spot * 1e-6
    page = runtime(chain, "get_all_beta_pricing", None, 1, at=at)
    assert page["next"] == hot(BOB) and len(page["pricing"]) == 1
    assert runtime(chain, "get_all_beta_pricing", hot(BOB), 0, at=at) == {"pricing": [], "next": None}
    levels = [bits(level) >> 64 for level in runtime(chain, "get_beta_index", at=at)]
    assert levels == [1, 1]
    shown = runtime(chain, "get_beta_position", hot(BOB), cold(STAKER), at=at)
    assert int(shown["beta"]) == owed
    assert runtime(chain, "get_beta_portfolio", cold(STAKER), at=at) == [shown]
    status = view.read("basket_trading_status", hotkey_ss58=hot(BOB))
    assert (status["enabled"], status["frozen"], status["refill_blocks"]) == (False, False, 7_200)
    assert status["remaining_tao"].rao == status["budget_tao"].rao > 0


def test_btcli_shows_it(chain, btcli):
    balance = btcli("wallet", "balance", wallet="staker")
    assert cold(STAKER) in str(balance)
    assert "accrued_basket_yield" in str(btcli("stake", "list", wallet="staker"))
    assert hot(BOB) in str(btcli("root", "list", wallet="staker"))


def test_a_claim_pays_what_the_preview_says(chain, btcli):
    # Nothing is credited meanwhile, so that the preview is of the state of the claim.
    chain.sudo(*(ADMIN.sudo_set_tempo(netuid=netuid, tempo=360) for netuid in SUBNETS))
    answer = btcli("root", "claim", "--hotkey", hot(BOB), wallet="staker")
    assert answer["success"] is True, answer
    # The block of the claim is the one in which the shares of the staker went.
    at = chain.client.block
    while State(chain, at - 1).owed(STAKER) < State(chain, at).owed(STAKER) or State(chain, at - 1).owed(STAKER) == 0:
        at -= 1
    (preview,) = runtime(chain, "get_root_basket_claim_previews", cold(STAKER), at=at - 1)
    assert preview == runtime(chain, "get_basket_claim_preview", hot(BOB), cold(STAKER), at=at - 1)
    stake = lambda block: chain.stake(cold(STAKER), hot(BOB), 0, block)  # noqa: E731
    assert stake(at) - stake(at - 1) == int(preview["redeemable_tao"]) > 0
    redeemed = int(chain.get("BasketRedeemedTao", hot(BOB), at=at))
    assert redeemed == int(preview["redeemable_tao"])
    check_books(chain, at)


def test_tao_buys_shares_and_gets_no_more_back(chain):
    result = chain.submit(CORE.stake_into_basket(hotkey=hot(BOB), amount_staked=50 * RAO), DAVE)
    (event,) = events(result, "BasketStakedIn")
    at = included_at(result)
    assert State(chain, at).owed(DAVE) == int(event["shares"]) > 0
    claimed = chain.run(bittensor.ClaimRootWithHotkey(hotkey_ss58=hot(BOB)), DAVE)
    (paid,) = events(claimed, "BasketClaimed")
    assert 0 < int(paid["tao"]) < 50 * RAO
    assert chain.stake(cold(DAVE), hot(BOB), 0) == int(paid["tao"])
    check_books(chain, included_at(claimed))


def test_an_owner_trades_within_the_bands(chain):
    trade = CORE.swap_basket(
        hotkey=hot(BOB), origin_netuid=SUBNETS[0], destination_netuid=0, amount=10_000_000, min_amount_out=0,
    )
    assert chain.refuse(trade, BOB).error.name == "BasketTradingDisabled"
    chain.sudo(
        ADMIN.sudo_set_basket_trading_enabled(enabled=True),
        ADMIN.sudo_set_basket_min_trade_tao(min_trade_rao=1),
    )
    assert chain.refuse(trade, DAVE).error.name == "NonAssociatedColdKey"
    result = chain.submit(trade, BOB)
    (event,) = events(result, "BasketSwapped")
    assert int(event["alpha_sold"]) == 10_000_000 and int(event["tao_mid"]) == int(event["alpha_bought"])
    at = included_at(result)
    assert State(chain, at).shares >= State(chain, at - 1).shares
    check_books(chain, at)
