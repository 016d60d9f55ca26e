"""The order in which the demo network is made: steps of rounds of transactions, as data.

Transactions of a round are independent of each other and share a block; a round needs what the
rounds before it have done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from acts import ALICE, TAO, Call, Transaction, admin, address, by_signer, commitment, core, hotkey
from acts import sudo, transfer
from plan import EVERYWHERE, FREE_UIDS, NAMES, NOMINATORS, ROOT, SUBNETS, VALIDATORS, Plan
from plan import accounts, miner, nominator, owner, validator

# For fees, and what comes up later.
SPARE = 20 * TAO
# A neuron pays less than that for its uid.
FOR_A_UID = 2 * TAO
ONE, BURN_INCREASE = 1 << 64, (126 << 64) // 100
# Blocks in which newcomers are spared, and epochs.
IMMUNE_BLOCKS, IMMUNE_EPOCHS = 200, 3
# Validators count as active for so many thousandths of a tempo after their weights: the most.
ACTIVITY = 50_000
# Addresses that are for documentation only: TEST-NET-3 and its sisters, and one of IPv6.
NETWORKS = ((203, 0, 113), (198, 51, 100), (192, 0, 2))
IPV6_NETWORK = 0x2001_0DB8 << 96
CAP, DEPOSIT, LEAST = 200 * TAO, 10 * TAO, TAO
MODELS = ("nowcast", "glossary", "backbone")


@dataclass(frozen=True)
class Step:
    title: str
    rounds: list[list[Transaction]]


@dataclass(frozen=True)
class Ground:
    """What a chain says before anything is made on it."""

    # By number of the demo's subnets; known when they are open.
    netuids: tuple[int, ...]
    # What the dearest of them may cost, rao.
    cost: int
    # When the crowdloan ends, block.
    end: int


def opening(plan: Plan, ground: Ground) -> Iterator[Step]:
    """What comes before the subnets have numbers."""
    yield Step("Alice funds the accounts", [[Transaction(ALICE, tuple(funding(plan, ground)))]])
    rounds = []
    for n in range(len(SUBNETS)):
        terms = {"hotkey": address(hotkey(owner(n))), "identity": identity(n)}
        rounds.append([Transaction(owner(n), (core("register_network_with_identity", **terms),))])
    yield Step(f"{len(SUBNETS)} subnets open", rounds)


def identity(subnet: int) -> dict:
    return {name: value.encode() for name, value in SUBNETS[subnet].identity.items()}


def funding(plan: Plan, ground: Ground) -> Iterator[Call]:
    for subnet in range(len(SUBNETS)):
        yield transfer(owner(subnet), ground.cost + 10 * SPARE)
    for index in range(VALIDATORS):
        own = sum(p.rao for p in plan.positions if p.holder == validator(index))
        yield transfer(validator(index), own + SPARE)
    for index in range(sum(len(plan.miners(subnet)) for subnet in range(len(SUBNETS)))):
        yield transfer(miner(index), FOR_A_UID + TAO)
    for index in range(NOMINATORS):
        own = sum(p.rao for p in plan.positions if p.holder == nominator(index))
        yield transfer(nominator(index), own + 10 * SPARE)


def building(plan: Plan, ground: Ground) -> Iterator[Step]:
    """What comes when they have; after it, validators weigh."""
    yield Step("Owners start and set them up", [list(by_signer(settings(ground)))])
    yield Step("Validators and miners register", registrations(plan, ground))
    yield Step("Uids are limited", [list(by_signer(limits(plan, ground)))])
    yield Step("Validators say who they are", [list(by_signer(persons(plan)))])
    yield Step("Validators and nominators stake", [list(by_signer(stakes(plan, ground)))])
    yield Step("Validators take seats on root", seats(plan))
    yield Step("Validators lend stake to child keys", [list(by_signer(children(plan, ground)))])
    yield Step("Neurons serve", [list(axons(plan, ground))])


def closing(plan: Plan, ground: Ground) -> Iterator[Step]:
    """The last steps; the very last leaves the mark by which a complete network is known."""
    yield Step("A crowdloan opens", crowdloan(ground))
    yield Step("Nominators lock stake", [list(by_signer(locks(plan, ground)))])
    yield Step("Miners publish commitments", [list(notes(plan, ground))])
    yield Step("The network is complete", [[mark(plan, ground)]])


def settings(ground: Ground) -> Iterator[tuple[str, Call]]:
    for subnet, netuid in enumerate(ground.netuids):
        values = {
            "sudo_set_commit_reveal_weights_enabled": {"enabled": SUBNETS[subnet].commits},
            "sudo_set_yuma3_enabled": {"enabled": SUBNETS[subnet].yuma3},
            "sudo_set_min_allowed_weights": {"min_allowed_weights": 1},
            "sudo_set_immunity_period": {"immunity_period": immunity(SUBNETS[subnet].tempo)},
            "sudo_set_activity_cutoff_factor": {"factor_milli": ACTIVITY},
            # So that all pay the same until the network is there.
            "sudo_set_burn_increase_mult": {"burn_increase_mult": {"bits": ONE}},
        }
        yield owner(subnet), core("start_call", netuid=netuid)
        symbol = "0x" + SUBNETS[subnet].symbol.encode().hex()
        yield owner(subnet), core("update_symbol", netuid=netuid, symbol=symbol)
        for name, arguments in values.items():
            yield owner(subnet), admin(name, netuid=netuid, **arguments)
        if SUBNETS[subnet].tempo is not None:
            tempo = admin("sudo_set_tempo", netuid=netuid, tempo=SUBNETS[subnet].tempo)
            yield owner(subnet), tempo


def immunity(tempo: int | None) -> int:
    return max(IMMUNE_BLOCKS, IMMUNE_EPOCHS * (tempo or 0))


def epochs(ground: Ground, title: str) -> Step:
    """Epochs out of turn, of subnets whose own take long to come."""
    made = [
        Transaction(owner(subnet), (core("trigger_epoch", netuid=netuid),))
        for subnet, netuid in enumerate(ground.netuids)
        if SUBNETS[subnet].tempo is not None
    ]
    return Step(title, [made])


def registrations(plan: Plan, ground: Ground) -> list[list[Transaction]]:
    """Subnets take one a block each."""
    rounds = []
    members = [plan.members(subnet)[1:] for subnet in range(len(SUBNETS))]
    for place in range(max(len(of_one) for of_one in members)):
        pairs = [
            (of_one[place], register(ground.netuids[subnet], of_one[place]))
            for subnet, of_one in enumerate(members)
            if place < len(of_one)
        ]
        rounds.append(by_signer(pairs))
    return rounds


def register(netuid: int, account: str) -> Call:
    return core("burned_register", netuid=netuid, hotkey=address(hotkey(account)))


def limits(plan: Plan, ground: Ground) -> Iterator[tuple[str, Call]]:
    """Makes subnets small, so that newcomers replace somebody. Two limits are root's to set."""
    for subnet, netuid in enumerate(ground.netuids):
        validators = 1 + len(plan.validators(subnet))
        for name, value in (("min_allowed_uids", 8), ("max_allowed_validators", validators)):
            yield ALICE, sudo(admin(f"sudo_set_{name}", netuid=netuid, **{name: value}))
    for subnet, netuid in enumerate(ground.netuids):
        uids = {"max_allowed_uids": len(plan.members(subnet)) + FREE_UIDS}
        yield owner(subnet), admin("sudo_set_max_allowed_uids", netuid=netuid, **uids)
        multiple = {"burn_increase_mult": {"bits": BURN_INCREASE}}
        yield owner(subnet), admin("sudo_set_burn_increase_mult", netuid=netuid, **multiple)


def persons(plan: Plan) -> Iterator[tuple[str, Call]]:
    for index in range(VALIDATORS):
        account = validator(index)
        yield account, core("set_identity", **person(NAMES[index]))
        take = plan.delegate_take(index)
        yield account, core("decrease_take", hotkey=address(hotkey(account)), take=take)


def person(name: str) -> dict[str, str]:
    domain = f"{name.lower().replace(' & ', '-').replace(' ', '-')}.example"
    fields = {
        "name": name, "url": f"https://{domain}", "github_repo": f"https://{domain}/code",
        "image": f"https://{domain}/logo.png", "discord": domain.removesuffix(".example"),
        "description": f"{name} validates on the demo network.", "additional": "",
    }
    return {field: "0x" + value.encode().hex() for field, value in fields.items()}


def stakes(plan: Plan, ground: Ground) -> Iterator[tuple[str, Call]]:
    for index in range(VALIDATORS):
        # Stake on root would be lent to the owners of subnets otherwise.
        if index in plan.on_root:
            mine = {"hotkey": address(hotkey(validator(index))), "enabled": False}
            yield validator(index), core("set_auto_parent_delegation_enabled", **mine)
    for position in plan.positions:
        on = address(hotkey(validator(position.validator)))
        netuid = netuid_of(ground, position.subnet)
        call = core("add_stake", hotkey=on, netuid=netuid, amount_staked=position.rao)
        yield position.holder, call


def netuid_of(ground: Ground, subnet: int) -> int:
    return 0 if subnet == ROOT else ground.netuids[subnet]


def seats(plan: Plan) -> list[list[Transaction]]:
    calls = {v: core("root_register", hotkey=address(hotkey(validator(v)))) for v in plan.on_root}
    return [[Transaction(validator(index), (call,))] for index, call in calls.items()]


def children(plan: Plan, ground: Ground) -> Iterator[tuple[str, Call]]:
    for parent in sorted({lending.parent for lending in plan.lendings}):
        lent = [lending for lending in plan.lendings if lending.parent == parent]
        key, netuid = address(hotkey(validator(parent))), ground.netuids[lent[0].subnet]
        named = [(lending.part, address(hotkey(validator(lending.child)))) for lending in lent]
        yield validator(parent), core("set_children", hotkey=key, netuid=netuid, children=named)
        for lending in lent:
            key, take = address(hotkey(validator(lending.child))), plan.childkey_take(lending.child)
            arguments = {"hotkey": key, "netuid": netuid, "take": take}
            yield validator(lending.child), core("set_childkey_take", **arguments)


def axons(plan: Plan, ground: Ground) -> Iterator[Transaction]:
    for subnet, netuid in enumerate(ground.netuids):
        for uid, account in enumerate(plan.members(subnet)):
            yield serving(plan, subnet, netuid, account, ipv6=uid == 1)
    for subnet, netuid in enumerate(ground.netuids):
        account = validator(plan.validators(subnet)[EVERYWHERE])
        ip = ipv4(subnet, plan.place(account, subnet))
        place = {"version": 1, "ip": ip, "port": 9_100, "ip_type": 4}
        call = core("serve_prometheus", netuid=netuid, **place)
        yield Transaction(hotkey(account), (call,))


def ipv4(subnet: int, last: int) -> int:
    first, second, third = NETWORKS[subnet]
    return first << 24 | second << 16 | third << 8 | last


def serving(
    plan: Plan, subnet: int, netuid: int, account: str, ipv6: bool = False, shift: int = 0
) -> Transaction:
    """The announcement of an endpoint, which is free."""
    last = plan.place(account, subnet, shift)
    place = {
        "ip": IPV6_NETWORK | last if ipv6 else ipv4(subnet, last),
        "ip_type": 6 if ipv6 else 4,
        "port": 8_000 + last,
        "protocol": 4,
    }
    rest = {"version": 1, "placeholder1": 0, "placeholder2": 0}
    call = core("serve_axon", netuid=netuid, **place, **rest)
    return Transaction(hotkey(account), (call,), "serves at another address")


def crowdloan(ground: Ground) -> list[list[Transaction]]:
    terms = {"deposit": DEPOSIT, "min_contribution": LEAST, "cap": CAP, "end": ground.end}
    rest = {"call": None, "target_address": address(owner(0))}
    return [[Transaction(owner(0), (Call("Crowdloan", "create", terms | rest),))]]


def contributions(plan: Plan, number: int) -> Step:
    """What nominators give, to the crowdloan of that number."""
    made = []
    for index in range(0, NOMINATORS, 4):
        amount = plan.dice("contribute", index).randrange(3, 20) * TAO
        call = Call("Crowdloan", "contribute", {"crowdloan_id": number, "amount": amount})
        made.append(Transaction(nominator(index), (call,)))
    return Step("Nominators contribute to it", [made])


def locks(plan: Plan, ground: Ground) -> Iterator[tuple[str, Call]]:
    """Two nominators lock a part of what they hold, the second for good."""
    for index, forever in ((0, False), (1, True)):
        held = next(p for p in plan.positions if p.holder == nominator(index))
        netuid, on = netuid_of(ground, held.subnet), address(hotkey(validator(held.validator)))
        lock = {"hotkey": on, "netuid": netuid, "amount": TAO}
        yield nominator(index), core("lock_stake", **lock)
        if forever:
            yield nominator(index), core("set_perpetual_lock", netuid=netuid, enabled=True)


def notes(plan: Plan, ground: Ground) -> Iterator[Transaction]:
    for subnet, netuid in enumerate(ground.netuids):
        for account in plan.members(subnet)[-3:]:
            yield note(subnet, netuid, account, 1)


def note(subnet: int, netuid: int, account: str, version: int) -> Transaction:
    """What a miner publishes about its model."""
    text = f"hf:demo/{MODELS[subnet]}-{account.rsplit('/', 1)[1]}@v{version}"
    return Transaction(hotkey(account), (commitment(netuid, text),), f"publishes {text}")


MARK = "demo network, seed "


def mark(plan: Plan, ground: Ground) -> Transaction:
    return Transaction(hotkey(owner(0)), (commitment(ground.netuids[0], f"{MARK}{plan.seed}"),))


def known_accounts(plan: Plan) -> dict[str, str]:
    """Who is on subnets from the beginning on, by the addresses of their hotkeys."""
    found = (accounts(subnet, plan) for subnet in range(len(SUBNETS)))
    return {key: account for of_one in found for key, account in of_one.items()}
