"""Alpha taken out of the world: bought back, recycled, burned."""

import bittensor
import pytest
from support.chain import events
from support.change import Change
from support.keys import RAO, cold, hot
from support.market import FIRST, VALIDATOR

from .orders import CORE, ROUNDING, fields, refused

ASSETS = "AlphaAssets"


def buyback(amount, netuid: int = FIRST, **options):
    return bittensor.StakeBurn(
        netuid=netuid, amount_tao=bittensor.tao(amount), hotkey_ss58=hot(VALIDATOR), **options
    )


def test_a_buyback_burns_what_it_buys(chain, market):
    who = market.staker()
    change = Change(chain, chain.run(buyback(50), who))
    quote = change.quote("quote_stake", netuid=FIRST, amount_tao=50)
    assert change.free(cold(who)) == -50 * RAO - change.result.fee.rao
    assert change.item("SubnetTAO", FIRST) == 50 * RAO - quote.tao_fee.rao
    assert change.item("AlphaBurned", FIRST, pallet=ASSETS) == quote.alpha.rao
    assert change.item("TotalHotkeyAlpha", hot(VALIDATOR), FIRST) == 0
    assert market.held(who, FIRST) == 0
    [burned] = events(change.result, "AddStakeBurn")
    assert {name: str(value) for name, value in burned.items()} == {
        "netuid": str(FIRST),
        "hotkey": hot(VALIDATOR),
        "amount": str(50 * RAO),
        "alpha": str(quote.alpha.rao),
    }


def test_a_buyback_beyond_its_limit_or_on_root_is_refused(chain, market, regular):
    refused(chain, buyback(900, limit_price=market.price(FIRST) * 102 // 100), regular, "SlippageTooHigh")
    refused(chain, buyback(10, netuid=0), regular, "CannotBurnOrRecycleOnRootSubnet")


@pytest.mark.parametrize(
    "call, event, issued",
    [(CORE.recycle_alpha, "AlphaRecycled", -20 * RAO), (CORE.burn_alpha, "AlphaBurned", 0)],
    ids=["recycled", "burned"],
)
def test_alpha_of_a_position_is_taken_out_of_the_world(chain, market, call, event, issued):
    who = market.holder(FIRST, 50)
    order = {"hotkey": hot(VALIDATOR), "netuid": FIRST}
    change = Change(chain, chain.submit(call(**order, amount=20 * RAO), who))
    assert abs(change.stake(cold(who), hot(VALIDATOR), FIRST) + 20 * RAO) <= ROUNDING
    # The counter has the name of the event.
    assert change.item(event, FIRST, pallet=ASSETS) == 20 * RAO
    assert change.item("TotalAlphaIssuance", FIRST, pallet=ASSETS) == issued
    assert change.item("SubnetTAO", FIRST) == change.item("SubnetAlphaIn", FIRST) == 0
    assert fields(change.result, event) == [cold(who), hot(VALIDATOR), str(20 * RAO), str(FIRST)]
    # Asking for too much takes what there is.
    chain.submit(call(**order, amount=10**18), who)
    assert market.held(who, FIRST) == 0
    on_root = call(hotkey=hot(VALIDATOR), amount=1, netuid=0)
    refused(chain, on_root, who, "CannotBurnOrRecycleOnRootSubnet")
