"""The steps that fill a chain, each through the chain's own calls, with a look at what came of it.

Only three items are written directly, for what no call does at once: the price of the next subnet,
the prices of uids while they are given away, and the blocks of the next epochs.
"""

from __future__ import annotations

from collections.abc import Iterable

from plan import TAO, TEMPO, Size, alpha_stake, root_stake, weights
from root import Root

# Calls that share a block.
BATCH = 1_000
# Blocks after which children that were named are in force on the fast profile, and some for paying.
COOLDOWN = 20
U64_MAX = 2**64 - 1
# The take that everybody has unless it says otherwise, of 65535; who says so is a delegate.
DEFAULT_TAKE = 11_796
# Who pays for the stakes: `//Bob`, who is rich on a development chain.
BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"


def expect(what: str, found, wanted) -> None:
    if found != wanted:
        raise RuntimeError(f"{what}: {found} instead of {wanted}")


def seal_all(root: Root, calls: Iterable[bytes]) -> None:
    """Makes as many blocks of the calls as it takes."""
    batch: list[bytes] = []
    for call in calls:
        batch.append(call)
        if len(batch) == BATCH:
            root.seal(batch)
            batch = []
    if batch:
        root.seal(batch)


def limits(root: Root, size: Size) -> None:
    """Lets there be as many subnets, opened and started when one likes."""
    admin = {
        "sudo_set_subnet_limit": {"max_subnets": size.subnets},
        "sudo_set_network_rate_limit": {"rate_limit": 0},
        "sudo_set_start_call_delay": {"delay": 0},
    }
    root.seal([root.call("AdminUtils", name, **arguments) for name, arguments in admin.items()])


def subnets(root: Root, size: Size) -> None:
    """Opens and starts the subnets; the development chain comes with the first."""
    calls = []
    for netuid in size.netuids[1:]:
        hotkey = size.hotkey(netuid, 0)
        calls.append(root.put("NetworkLastLockCost", value=0))
        calls.append(root.by(root.address, "register_network", hotkey=hotkey))
    seal_all(root, calls)
    expect("subnets", root.get("TotalNetworks"), size.subnets + 1)
    calls = []
    for netuid in size.netuids:
        owner = root.get("SubnetOwner", netuid)
        if root.get("FirstEmissionBlockNumber", netuid) is None:
            calls.append(root.by(owner, "start_call", netuid=netuid))
        calls += settings(root, size, netuid)
        calls.append(root.by(owner, "set_subnet_identity", netuid=netuid, **identity(netuid)))
    seal_all(root, calls)


def settings(root: Root, size: Size, netuid: int) -> list[bytes]:
    """Hyperparameters that differ from those of a new subnet; forms of the bonds take turns."""
    fields = {
        "sudo_set_tempo": {"tempo": TEMPO},
        # The owner's uid has stake too, from the first payment to it on.
        "sudo_set_max_allowed_validators": {"max_allowed_validators": size.validators + 1},
        "sudo_set_commit_reveal_weights_enabled": {"enabled": False},
        "sudo_set_weights_set_rate_limit": {"weights_set_rate_limit": 0},
        "sudo_set_subnet_emission_enabled": {"enabled": True},
        "sudo_set_yuma3_enabled": {"enabled": netuid % 3 != 1},
        "sudo_set_liquid_alpha_enabled": {"enabled": netuid % 3 == 0},
    }
    return [root.call("AdminUtils", name, netuid=netuid, **values) for name, values in fields.items()]


def identity(netuid: int) -> dict[str, str]:
    """An identity as long as those of the public network are."""
    return {
        "subnet_name": f"Subnet number {netuid}",
        "github_repo": f"https://example.com/subnets/{netuid}",
        "subnet_contact": f"owner{netuid}@example.com",
        "subnet_url": f"https://subnet{netuid}.example.com",
        "discord": f"subnet{netuid}",
        "description": "A subnet on which miners do what its validators ask them to. " * 3,
        "logo_url": f"https://subnet{netuid}.example.com/logo.png",
        "additional": "",
    }


def neurons(root: Root, size: Size) -> None:
    """Gives every uid away, and lets each serve somewhere."""
    prices = {
        netuid: {item: root.get(item, netuid) for item in ("MinBurn", "MaxBurn", "Burn")}
        for netuid in size.netuids
    }
    seal_all(root, (root.put(item, n, value=0) for n, items in prices.items() for item in items))
    taken = {netuid: root.get("SubnetworkN", netuid) for netuid in size.netuids}
    seal_all(
        root,
        (
            root.by(size.coldkey(n, uid), "burned_register", netuid=n, hotkey=size.hotkey(n, uid))
            for n, uid in size.places
            if uid >= taken[n]
        ),
    )
    seal_all(
        root,
        (root.put(item, n, value=value) for n, items in prices.items() for item, value in items.items()),
    )
    for netuid in size.netuids:
        expect(f"neurons of subnet {netuid}", root.get("SubnetworkN", netuid), size.uids)
    seal_all(root, (serving(root, size, netuid, uid) for netuid, uid in size.places))


def serving(root: Root, size: Size, netuid: int, uid: int) -> bytes:
    place = {"ip": (11 << 24) | (netuid << 8) | uid, "port": 8_091, "ip_type": 4, "protocol": 4}
    rest = {"version": 1, "placeholder1": 0, "placeholder2": 0}
    return root.by(size.hotkey(netuid, uid), "serve_axon", netuid=netuid, **place, **rest)


def stakes(root: Root, size: Size) -> None:
    """Lets validators stake on each subnet and on root, and say who they are."""
    calls = []
    for uid in size.validating:
        cold, hot = size.coldkey(1, uid), size.hotkey(1, uid)
        needed = root_stake(uid) + size.subnets * alpha_stake(uid) + 10 * TAO
        calls.append(root.by(BOB, "transfer_keep_alive", "Balances", dest=cold, value=needed))
        calls.append(root.by(cold, "add_stake", hotkey=hot, netuid=0, amount_staked=root_stake(uid)))
        calls.append(root.by(cold, "set_identity", **person(uid)))
        calls.append(root.by(cold, "decrease_take", hotkey=hot, take=DEFAULT_TAKE))
    seal_all(root, calls)
    seal_all(
        root,
        (
            root.by(
                size.coldkey(netuid, uid),
                "add_stake",
                hotkey=size.hotkey(netuid, uid),
                netuid=netuid,
                amount_staked=alpha_stake(uid),
            )
            for netuid, uid in size.seats
        ),
    )


def person(uid: int) -> dict[str, str]:
    empty = dict.fromkeys(("github_repo", "image", "discord", "additional"), "")
    named = {"name": f"Validator {uid}", "url": f"https://validator{uid}.example.com"}
    return {**empty, **named, "description": "Validates on every subnet. " * 3}


def children(root: Root, size: Size) -> None:
    """Every other validator lends a quarter of its stake to the next one, on each subnet."""
    seal_all(
        root,
        (
            root.by(
                size.coldkey(netuid, uid),
                "set_children",
                hotkey=size.hotkey(netuid, uid),
                netuid=netuid,
                children=[(U64_MAX // 4, size.hotkey(netuid, uid + 1))],
            )
            for netuid, uid in size.seats
            if uid % 2 and uid + 1 in size.validating
        ),
    )
    root.node.seal(COOLDOWN)


def epochs(root: Root, size: Size) -> None:
    """Runs an epoch of each subnet at once."""
    before = {netuid: root.get("SubnetEpochIndex", netuid) for netuid in size.netuids}
    now = root.best()
    seal_all(root, (root.put("PendingEpochAt", netuid, value=now + 2) for netuid in size.netuids))
    for netuid in size.netuids:
        while root.get("SubnetEpochIndex", netuid) == before[netuid]:
            root.rpc("engine_createBlock", [True, True, None])


def rows(root: Root, size: Size) -> None:
    """Lets validators weigh everybody."""
    targets = list(range(size.uids))
    seal_all(
        root,
        (
            root.by(
                size.hotkey(netuid, uid),
                "set_weights",
                netuid=netuid,
                dests=targets,
                weights=weights(netuid, uid, size.uids),
                version_key=0,
            )
            for netuid, uid in size.seats
        ),
    )


def spread(root: Root, size: Size) -> None:
    """Spreads the next epochs evenly over a tempo, which starts at the next block."""
    now = root.best()
    seal_all(
        root,
        (
            root.put("PendingEpochAt", netuid, value=now + 10 + place * TEMPO // size.subnets)
            for place, netuid in enumerate(size.netuids)
        ),
    )
    root.rpc("engine_createBlock", [True, True, None])


def outcome(root: Root, size: Size) -> None:
    """Looks at what has come of it: who may validate, weights, bonds, incentives."""
    delegates = [root.get("Delegates", size.hotkey(1, uid)) for uid in size.validating]
    expect("takes of the delegates", set(delegates), {DEFAULT_TAKE})
    for netuid in size.netuids:
        permits = root.get("ValidatorPermit", netuid)
        missing = [uid for uid in size.validating if not permits[uid]]
        expect(f"validators of subnet {netuid} without a permit", missing, [])
        for uid in (size.validating[0], size.validating[-1]):
            for item in ("Weights", "Bonds"):
                expect(f"{item} of uid {uid} of subnet {netuid}", bool(root.get(item, netuid, uid)), True)
        earning = sum(incentive > 0 for incentive in root.get("Incentive", netuid))
        expect(f"most miners of subnet {netuid} earn", earning > size.uids // 2, True)


# Everything in its order: permits come with the first epochs, bonds with the second.
STEPS = (limits, subnets, neurons, stakes, children, epochs, rows, epochs, spread, outcome)
