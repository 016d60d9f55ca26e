"""The demo network as data, without a chain: what a seed decides, and that it adds up."""

import ipaddress
from itertools import pairwise

import pytest
from acts import ALICE, TAO, U16_MAX, U64_MAX
from build import FUNDS
from plan import EVERYWHERE, MINERS, ROOT, SUBNETS, VALIDATORS, Plan, miner, nominator, validator
from rows import row
from steps import Ground, building, closing, contributions, opening
from support.commits import hash_of_row
from support.keys import key
from trades import KINDS, TOLERANCES, deed

GROUND = Ground((2, 3, 4), 4_000 * TAO, 10_000)
SEEDS = (0, 1, 42, 999_999_999)
DOCUMENTATION = [
    ipaddress.ip_network(text)
    for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
]


def steps(seed: int) -> list:
    plan = Plan(seed)
    made = [*opening(plan, GROUND), *building(plan, GROUND), contributions(plan, 0)]
    return made + list(closing(plan, GROUND))


def calls(seed: int):
    """Each call with its signer, those of root by what root calls."""
    for step in steps(seed):
        for transactions in step.rounds:
            for transaction in transactions:
                for call in transaction.calls:
                    inner = call.arguments["call"] if call.function == "sudo" else call
                    yield transaction.signer, inner


def made(seed: int, function: str) -> list[dict]:
    return [call.arguments for _, call in calls(seed) if call.function == function]


def weighed(seed: int, epoch: int = 5) -> list:
    plan = Plan(seed)
    miners = {uid: account for uid, account in enumerate(plan.members(0)) if "miner" in account}
    return [row(plan, 0, 2, who, epoch, miners) for who in plan.validators(0)]


def test_a_seed_decides_everything():
    for of_seed in (steps, weighed, lambda seed: [deed(Plan(seed), n) for n in range(100)]):
        assert of_seed(7) == of_seed(7)
        assert of_seed(7) != of_seed(8)


def test_how_many_there_are():
    plan = Plan(42)
    assert (len(SUBNETS), VALIDATORS, sum(MINERS)) == (3, 12, 40)
    members = [plan.members(subnet) for subnet in range(3)]
    everybody = {account for of_one in members for account in of_one}
    assert {validator(index) for index in range(12)} <= everybody
    assert {miner(index) for index in range(40)} <= everybody
    for subnet, of_one in enumerate(members):
        assert len(of_one) == len(set(of_one)) == 1 + 6 + MINERS[subnet]
    holders = {position.holder for position in plan.positions}
    assert {nominator(index) for index in range(20)} <= holders


@pytest.mark.parametrize("seed", SEEDS)
def test_alice_pays_for_everything(seed):
    transfers = [call for _, call in calls(seed) if call.function == "transfer_keep_alive"]
    assert {who for who, call in calls(seed) if call in transfers} == {ALICE}
    assert sum(call.arguments["value"] for call in transfers) < FUNDS
    given = {call.arguments["dest"]: call.arguments["value"] for call in transfers}
    assert len(given) == len(transfers)
    spent: dict[str, int] = {}
    for who, call in calls(seed):
        amount = call.arguments.get("amount_staked", 0)
        if call.function == "contribute":
            amount = call.arguments["amount"]
        spent[who] = spent.get(who, 0) + amount
    for who, amount in spent.items():
        if amount:
            assert amount < given[key(who).ss58_address], who


@pytest.mark.parametrize("seed", SEEDS)
def test_stake_is_where_validators_are(seed):
    plan = Plan(seed)
    for position in plan.positions:
        assert position.rao > 0 and position.rao % (TAO // 100) == 0
        if position.subnet == ROOT:
            assert position.validator in plan.on_root
        else:
            assert position.validator in plan.validators(position.subnet)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_lends_more_than_there_is(seed):
    plan = Plan(seed)
    lent: dict[tuple[int, int], int] = {}
    for lending in plan.lendings:
        assert lending.parent != lending.child
        assert {lending.parent, lending.child} <= set(plan.validators(lending.subnet)[EVERYWHERE:])
        whose = (lending.parent, lending.subnet)
        lent[whose] = lent.get(whose, 0) + lending.part
    assert len(lent) == len(SUBNETS) and all(0 < part <= U64_MAX for part in lent.values())
    for arguments in made(seed, "set_childkey_take") + made(seed, "decrease_take"):
        assert 0 < arguments["take"] <= 11_796


@pytest.mark.parametrize("seed", SEEDS)
def test_endpoints_are_addresses_for_documentation(seed):
    served = made(seed, "serve_axon") + made(seed, "serve_prometheus")
    kinds = set()
    for arguments in served:
        version, number = arguments["ip_type"], arguments["ip"]
        place = ipaddress.IPv4Address(number) if version == 4 else ipaddress.IPv6Address(number)
        assert any(place in network for network in DOCUMENTATION), place
        kinds.add(version)
    assert kinds == {4, 6}


def test_validators_see_the_skill_of_miners():
    plan = Plan(42)
    for one in weighed(42):
        assert max(one.weights) == U16_MAX and min(one.weights) > 0
        assert list(one.uids) == sorted(set(one.uids))
        of = dict(zip(one.uids, one.weights))
        skills = {uid: plan.skill(0, plan.members(0)[uid], one.epoch) for uid in of}
        by_skill = sorted(of, key=skills.get)
        for worse, better in zip(by_skill, by_skill[1:]):
            if skills[better] > 1.15 * skills[worse]:
                assert of[better] > of[worse]
    assert len({one.weights for one in weighed(42)}) == 6


def test_skill_drifts_slowly():
    plan = Plan(42)
    courses = [[plan.skill(0, miner(n), epoch) for epoch in range(600)] for n in range(16)]
    for course in courses:
        assert all(0 <= skill <= 1.3 for skill in course)
        assert all(abs(after - before) < 0.01 for before, after in pairwise(course))
        assert max(course) > 1.2 * min(course)


def test_commits_are_hashes_of_rows():
    for one in weighed(42):
        lists = (list(one.uids), list(one.weights), list(one.salt))
        assert one.hash == hash_of_row(key(one.signer), one.netuid, *lists)
        assert one.reveal().calls[0].arguments["values"] == list(one.weights)
    assert weighed(42, 5)[0].hash != weighed(42, 6)[0].hash


@pytest.mark.parametrize("seed", SEEDS)
def test_deeds_make_sense(seed):
    plan = Plan(seed)
    done = [deed(plan, number) for number in range(2_000)]
    assert {one.kind for one in done} == {*KINDS, "newcomer", "note", "serve"}
    newcomers = [one.to for one in done if one.kind == "newcomer"]
    assert newcomers == list(range(len(newcomers))) and len(newcomers) > 50
    for one in done:
        if one.kind == "swap":
            assert one.to != one.subnet
        if one.kind == "move":
            assert one.to != one.validator
            assert {one.to, one.validator} <= set(plan.validators(one.subnet))
        if one.kind == "give":
            assert one.to != one.who
        if one.kind in KINDS and one.kind != "cash out":
            assert one.who.startswith("//Demo//nominator//") and 0 < one.amount <= 30 * TAO
        if one.kind.endswith("limit"):
            assert one.tolerance in TOLERANCES
