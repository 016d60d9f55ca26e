"""Operations of the client that no other folder executes: what each did, read item by item.

Arguments and signers are those of the plans, unless a test says otherwise.
"""

import hashlib

import pytest
from acceptance.intents import (
    ALICE,
    EVM_ADDRESS,
    PAYMENT,
    PLANS,
    RELATION,
    SECOND_OWNER,
    SHARED,
    STAKER,
    others,
)
from bittensor import calls
from bittensor.intents import build
from bittensor.sp_core import ss58_encode
from support.chain import events, included_at
from support.change import Change
from support.keys import RAO, cold, hot, wallet
from support.population import (
    DELEGATE,
    FIRST,
    MINERS,
    NOMINATORS,
    SECOND,
    SIGNATORIES,
    SUCCESSOR,
    VALIDATORS,
    multisig_address,
)

ADMIN = calls.AdminUtils
U16 = 65_535
EXISTENTIAL_DEPOSIT = 500


def intent(op: str, **changed):
    return build(op, {**PLANS[op][1], **changed})


def run(chain, op: str, **changed):
    return chain.run(intent(op, **changed), PLANS[op][0])


def proxies(chain, who: str) -> tuple[set[tuple[str, str, int]], int]:
    """Who may act for an account, and what it has deposited for that."""
    stored, deposit = chain.client.query(("Proxy", "Proxies"), [who])
    relations = {
        (str(each["delegate"]), str(each["proxy_type"]), int(each["delay"])) for each in stored
    }
    return relations, int(deposit)


def reserved(chain, who: str) -> int:
    return int(chain.client.query(("System", "Account"), [who])["data"]["reserved"])


# Balances --------------------------------------------------------------------


def test_transfer_all_leaves_the_deposit(chain):
    who, to = MINERS[6], wallet("//Crowd//heir")
    change = Change(chain, chain.run(intent("transfer_all", dest_ss58=cold(to)), who))
    # The client keeps the account alive unless it is told not to.
    assert chain.free(cold(who)) == EXISTENTIAL_DEPOSIT
    assert change.free(cold(to)) == -change.free(cold(who)) - change.result.fee.rao > 900 * RAO


def test_fund_evm_key_pays_the_mirror_of_the_address(chain):
    change = Change(chain, run(chain, "fund_evm_key"))
    seed = b"evm:" + bytes.fromhex(EVM_ADDRESS.removeprefix("0x"))
    mirror = ss58_encode(hashlib.blake2b(seed, digest_size=32).digest(), 42)
    assert change.free(mirror) == RAO


# Root ------------------------------------------------------------------------


def test_claim_root_pays_out_on_root(chain):
    who, on = cold(NOMINATORS[0]), hot(VALIDATORS[0])
    chain.sudo(
        calls.SubtensorModule.sudo_set_root_claim_threshold(netuid=0, new_value=0),
        ADMIN.sudo_set_basket_claim_dust(row_cap_rao=0, row_bps=0, slice_rao=0, forfeit_cap_rao=0),
    )
    result = run(chain, "claim_root")
    paid = [int(event["tao"]) for event in events(result, "BasketClaimed")]
    assert Change(chain, result).stake(who, on, 0) == sum(paid) > 0


def test_swap_basket_many_trades_leg_by_leg(chain):
    chain.sudo(
        ADMIN.sudo_set_basket_trading_enabled(enabled=True),
        ADMIN.sudo_set_basket_min_trade_tao(min_trade_rao=1),
        ADMIN.sudo_set_basket_daily_turnover_cap(cap=U16),
        ADMIN.sudo_set_basket_concentration_cap(cap=U16),
        ADMIN.sudo_set_basket_liquidity_cap(cap=U16),
    )
    # Prices of young pools are far above their averages: sales are within the bands.
    legs = [{"origin_netuid": FIRST, "dest_netuid": 0, "amount": "0.001"}] * 2
    traded = events(run(chain, "swap_basket_many", legs=legs), "BasketSwapped")
    assert [int(event["alpha_sold"]) for event in traded] == [RAO // 1_000] * 2
    assert all(int(event["alpha_bought"]) > 0 for event in traded)


def test_root_sets_the_threshold_of_claims(chain):
    run(chain, "set_root_claim_threshold")
    bits = chain.get("RootClaimableThreshold", 0)
    assert int(bits["bits"]) >> 32 == RAO // 2_000


def test_root_stops_the_emission_of_a_subnet(chain):
    assert chain.get("SubnetEmissionEnabled", SECOND) is True
    run(chain, "set_subnet_emission_enabled", netuids=[SECOND, FIRST], enabled=False)
    assert [chain.get("SubnetEmissionEnabled", n) for n in (FIRST, SECOND)] == [False, False]
    chain.run(intent("set_subnet_emission_enabled", netuids=[FIRST, SECOND], enabled=True), ALICE)
    assert [chain.get("SubnetEmissionEnabled", n) for n in (FIRST, SECOND)] == [True, True]


# Owners and validators -------------------------------------------------------


def test_takes_go_down_and_up(chain):
    run(chain, "decrease_take")
    assert int(chain.get("Delegates", hot(VALIDATORS[0]))) == round(0.05 * U16)
    run(chain, "increase_take")
    assert int(chain.get("Delegates", hot(VALIDATORS[1]))) == round(0.1 * U16)


def test_an_owner_trims_its_subnet_and_opens_a_mechanism(chain):
    before = int(chain.get("SubnetworkN", SECOND))
    assert int(chain.get("MechanismCountCurrent", SECOND)) == 1
    run(chain, "trim_subnet")
    assert int(chain.get("MaxAllowedUids", SECOND)) == 64
    assert int(chain.get("SubnetworkN", SECOND)) == before
    run(chain, "set_mechanism_count")
    assert int(chain.get("MechanismCountCurrent", SECOND)) == 2
    assert SECOND_OWNER == PLANS["trim_subnet"][0]


# Proxies ---------------------------------------------------------------------


def test_a_delegate_is_named_and_removed(chain):
    who = cold(STAKER)
    assert proxies(chain, who) == (set(), 0) and reserved(chain, who) == 0
    run(chain, "add_proxy")
    relations, deposit = proxies(chain, who)
    assert relations == {(cold(DELEGATE), "Staking", 0)}
    assert deposit == reserved(chain, who) > 0
    chain.run(build("remove_proxy", RELATION), STAKER)
    assert proxies(chain, who) == (set(), 0) and reserved(chain, who) == 0


def test_a_pure_account_is_made_and_killed_by_itself(chain):
    result = run(chain, "create_pure_proxy")
    made = result.data
    assert proxies(chain, made["pure_proxy"])[0] == {(cold(STAKER), "Any", 0)}
    assert made["height"] == included_at(result) and made["spawner"] == cold(STAKER)
    assert reserved(chain, cold(STAKER)) > 0
    kill = intent("kill_pure_proxy", height=made["height"], ext_index=made["ext_index"])
    killed = chain.client.execute(kill, STAKER, proxy_for=made["pure_proxy"], **chain.waiting)
    assert killed.success, killed.message
    assert proxies(chain, made["pure_proxy"]) == (set(), 0)
    assert reserved(chain, cold(STAKER)) == 0


def test_an_announced_call_is_made_when_its_delay_is_over(chain):
    real, to = cold(NOMINATORS[0]), cold(SUCCESSOR)
    call = chain.client.compose(calls.Balances.transfer_keep_alive(dest=to, value=RAO))
    call_hash = "0x" + bytes(call.call_hash).hex()
    announced = chain.submit(calls.Proxy.announce(real=real, call_hash=call_hash), SUCCESSOR)
    assert chain.refuse(intent("execute_proxy_announced"), SUCCESSOR).error.name == "Unannounced"
    chain.client.wait_for_block(included_at(announced) + 10)
    change = Change(chain, run(chain, "execute_proxy_announced"))
    assert change.free(real) == -RAO
    assert chain.client.query(("Proxy", "Announcements"), [to])[0] == []
    # And then nobody acts for it any more.
    assert len(proxies(chain, real)[0]) == 2
    run(chain, "remove_proxies")
    assert proxies(chain, real) == (set(), 0) and reserved(chain, real) == 0


# Several signatures ----------------------------------------------------------


def timepoint(chain, account: str, call_hash: str) -> dict | None:
    """When the call of an account was first approved, if it waits for more."""
    waiting = chain.client.query(("Multisig", "Multisigs"), [account, call_hash])
    return {name: int(waiting["when"][name]) for name in ("height", "index")} if waiting else None


def test_who_opened_an_operation_cancels_it(chain, population):
    opener = SHARED[0]
    opened = timepoint(chain, population.multisig, population.multisig_hash)
    assert opened and reserved(chain, cold(opener)) > 0
    cancel = intent("multisig_cancel", other_signatories=others(opener), timepoint=opened)
    chain.run(cancel, opener)
    assert timepoint(chain, population.multisig, population.multisig_hash) is None
    assert reserved(chain, cold(opener)) == 0


def test_two_of_three_make_a_payment(chain, population):
    first, second, _ = SHARED
    fund(chain, population.multisig)
    fields = {"threshold": 2, "call": PAYMENT}
    chain.run(build("multisig_approve", {**fields, "other_signatories": others(first)}), first)
    opened = timepoint(chain, population.multisig, population.multisig_hash)
    assert opened and reserved(chain, cold(first)) > 0
    last = {**fields, "other_signatories": others(second), "timepoint": opened}
    change = Change(chain, chain.run(build("multisig_execute", last), second))
    assert change.free(population.multisig) == -RAO and change.free(cold(SUCCESSOR)) == RAO
    assert timepoint(chain, population.multisig, population.multisig_hash) is None
    assert reserved(chain, cold(first)) == 0


def test_one_of_three_makes_a_payment_alone(chain):
    account = multisig_address(SIGNATORIES, 1)
    fund(chain, account)
    change = Change(chain, run(chain, "multisig_threshold_1"))
    assert change.free(account) == -RAO and change.free(cold(SUCCESSOR)) == RAO


def fund(chain, account: str) -> None:
    chain.submit(calls.Balances.transfer_keep_alive(dest=account, value=10 * RAO), ALICE)
