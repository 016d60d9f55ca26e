"""A crowdloan becomes a leased subnet, which pays dividends and ends; another one comes to nothing.

Everything goes through the client: its operations, and `btcli` for who joins. The tests of this
module build on each other.
"""

import json

import pytest
from bittensor import calls
from bittensor.intents import build
from support.chain import Chain, events, included_at
from support.keys import RAO, DevWallet, cold, hot, key, seeded, wallet

ADMIN, CORE = calls.AdminUtils, calls.SubtensorModule
FUNDS = "5EYCAe5fvncWtwXjyNAdoCJk9VrtAEBeZMhqDYjehWX97cWb"
CREATOR = wallet("//Bob", "//Loan//owner")
SEEDS = {name: bytes([number]) * 32 for number, name in enumerate(["ann", "ben", "cora"], 1)}
JOINERS = {name: DevWallet(seeded(seed), key(f"//Loan//{name}")) for name, seed in SEEDS.items()}
PARTS = {"ann": 500, "ben": 400, "cora": 300}
DEPOSIT, SHARE, NETUID = 10, 30, 2
# Blocks from one round of dividends to the next.
ROUND = 100


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def people(chain, btcli):
    pay = calls.Balances.transfer_keep_alive
    chain.batch(
        [pay(dest=cold(who), value=2_000 * RAO) for who in JOINERS.values()], wallet("//Charlie")
    )
    for name, seed in SEEDS.items():
        assert btcli.add_wallet(name, f"0x{seed.hex()}") == cold(JOINERS[name])


def loan(chain, number: int):
    return chain.client.read("crowdloan", crowdloan_id=number)


def raised(chain, number: int) -> int:
    return loan(chain, number)["raised"].rao


def open_loan(chain, **changed):
    given = {
        "deposit_tao": str(DEPOSIT),
        "min_contribution_tao": "1",
        "cap_tao": str(DEPOSIT + sum(PARTS.values())),
        "end": chain.client.block + 1_000,
        **changed,
    }
    return chain.run(build("create_crowdloan", given), CREATOR)


def leased_until(end: int) -> dict:
    return {"op": "register_leased_network", "emissions_share": SHARE, "end_block": end}


def join(btcli, number: int, name: str, amount: str):
    return btcli(
        "tx", "contribute-crowdloan", "--crowdloan-id", str(number), "--amount-tao", amount, wallet=name
    )


@pytest.fixture(scope="module")
def lease_end(chain) -> int:
    """The block that ends the lease, two rounds after the next."""
    return chain.client.block // ROUND * ROUND + 4 * ROUND


def test_one_opens_a_loan(chain, btcli, lease_end):
    before = chain.free(cold(CREATOR))
    result = open_loan(chain, call=leased_until(lease_end))
    (event,) = events(result, "Created", "Crowdloan")
    assert int(event["crowdloan_id"]) == 0 and event["creator"] == cold(CREATOR)
    assert chain.free(FUNDS) == DEPOSIT * RAO
    assert chain.free(cold(CREATOR)) == before - DEPOSIT * RAO - result.fee.rao
    shown = btcli("crowd", "info", "0")
    assert json.dumps(shown).count(cold(CREATOR)) >= 1


def test_only_the_creator_finalizes_and_not_too_early(chain):
    finalize = build("finalize_crowdloan", {"crowdloan_id": 0})
    assert chain.refuse(finalize, CREATOR).error.name == "CapNotRaised"
    assert chain.refuse(finalize, JOINERS["ann"]).error.name == "InvalidOrigin"


def test_three_join_and_no_more_than_the_room_is_taken(chain, btcli):
    for name, part in PARTS.items():
        before = chain.free(cold(JOINERS[name]))
        # The last one offers more than there is room for.
        join(btcli, 0, name, str(part + (100 if name == "cora" else 0)))
        spent = before - chain.free(cold(JOINERS[name]))
        assert part * RAO < spent < part * RAO + RAO // 100
    assert raised(chain, 0) == chain.free(FUNDS) == (DEPOSIT + sum(PARTS.values())) * RAO
    shares = chain.client.read("crowdloan_contributors", crowdloan_id=0)
    assert len(shares) == 1 + len(PARTS)


def test_the_loan_becomes_a_leased_subnet(chain):
    sizes = {name: chain.free(cold(who)) for name, who in JOINERS.items()}
    own = chain.free(cold(CREATOR))
    cost = chain.client.read("subnet_registration_cost").rao
    result = chain.run(build("finalize_crowdloan", {"crowdloan_id": 0}), CREATOR)
    (created,) = events(result, "SubnetLeaseCreated")
    assert created["beneficiary"] == cold(CREATOR) and int(created["netuid"]) == NETUID
    lease = chain.client.read("lease", lease_id=0)
    assert lease["beneficiary"] == cold(CREATOR) and lease["emissions_share"] == SHARE
    assert str(chain.get("SubnetOwner", NETUID)) == lease["coldkey"]
    assert chain.free(FUNDS) == 0 and loan(chain, 0)["finalized"] is True
    # What the subnet did not cost goes back by parts, floored; the rest is the creator's.
    total = (DEPOSIT + sum(PARTS.values())) * RAO
    kept = int(chain.client.query(("System", "Account"), [lease["coldkey"]])["data"]["reserved"])
    left = total - lease["cost"].rao
    back = {name: chain.free(cold(who)) - sizes[name] for name, who in JOINERS.items()}
    for name, part in PARTS.items():
        assert 0 <= left * part * RAO // total - back[name] <= 1
    assert chain.free(cold(CREATOR)) - own + result.fee.rao == left - sum(back.values())
    assert lease["cost"].rao == cost + kept + chain.free(lease["coldkey"])


def test_the_beneficiary_runs_the_subnet(chain):
    coldkey = chain.client.read("lease", lease_id=0)["coldkey"]
    for call in (
        CORE.start_call(netuid=NETUID),
        ADMIN.sudo_set_immunity_period(netuid=NETUID, immunity_period=77),
    ):
        chain.submit(
            calls.Proxy.proxy(real=coldkey, force_proxy_type=None, call=chain.client.compose(call)), CREATOR
        )
    assert int(chain.get("ImmunityPeriod", NETUID)) == 77
    refused = ADMIN.sudo_set_max_allowed_uids(netuid=NETUID, max_allowed_uids=64)
    chain.submit(
        calls.Proxy.proxy(real=coldkey, force_proxy_type=None, call=chain.client.compose(refused)), CREATOR
    )
    assert int(chain.get("MaxAllowedUids", NETUID)) != 64


def test_it_pays_dividends_to_all(chain):
    lease = chain.client.read("lease", lease_id=0)

    def stakes() -> dict[str, int]:
        people = {**JOINERS, "creator": CREATOR}
        return {name: chain.stake(cold(who), lease["hotkey"], NETUID) for name, who in people.items()}

    rounds = [stakes()]
    for _ in range(2):
        chain.wait_until(lambda: all(now > then for now, then in zip(stakes().values(), rounds[-1].values())))
        rounds.append(stakes())
    first = rounds[1]
    # By what each gave, to a rao of alpha that a share may round away.
    for name in ("ben", "cora"):
        assert abs(first[name] * PARTS["ann"] - first["ann"] * PARTS[name]) <= 4 * PARTS["ann"]
    assert 0 < first["creator"] < first["cora"]


def test_it_ends_by_its_end_block(chain, lease_end):
    terminate = build("terminate_lease", {"lease_id": 0, "hotkey_ss58": hot(CREATOR)})
    if chain.client.block < lease_end - 2:
        assert chain.refuse(terminate, CREATOR).error.name == "LeaseHasNotEnded"
    chain.client.wait_for_block(lease_end, timeout=120)
    chain.submit(CORE.try_associate_hotkey(hotkey=hot(CREATOR)), CREATOR)
    assert chain.refuse(terminate, JOINERS["ann"]).error.name == "ExpectedBeneficiaryOrigin"
    result = chain.run(terminate, CREATOR)
    (event,) = events(result, "SubnetLeaseTerminated")
    assert event["beneficiary"] == cold(CREATOR)
    at = included_at(result)
    assert str(chain.get("SubnetOwner", NETUID, at=at)) == cold(CREATOR)
    assert str(chain.get("SubnetOwnerHotkey", NETUID, at=at)) == hot(CREATOR)
    assert chain.get("SubnetUidToLeaseId", NETUID, at=at) is None


def test_a_loan_that_comes_to_nothing_gives_all_back(chain, btcli):
    before = {name: chain.free(cold(who)) for name, who in JOINERS.items()}
    open_loan(chain, target_ss58=cold(wallet("//Loan//target")))
    for name in ("ann", "ben"):
        join(btcli, 1, name, "50")
    chain.run(build("withdraw_crowdloan", {"crowdloan_id": 1}), JOINERS["ann"])
    assert raised(chain, 1) == (DEPOSIT + 50) * RAO
    for op, given in {
        "update_crowdloan_cap": {"new_cap_tao": "70"},
        "update_crowdloan_end": {"new_end": chain.client.block + 500},
        "update_crowdloan_min_contribution": {"new_min_contribution_tao": "2"},
        "set_crowdloan_max_contribution": {"new_max_contribution_tao": "60"},
    }.items():
        chain.run(build(op, {"crowdloan_id": 1, **given}), CREATOR)
    chain.run(build("refund_crowdloan", {"crowdloan_id": 1}), CREATOR)
    chain.run(build("dissolve_crowdloan", {"crowdloan_id": 1}), CREATOR)
    assert loan(chain, 1) is None
    for name in ("ann", "ben"):
        assert before[name] - chain.free(cold(JOINERS[name])) < RAO // 100
