"""A development chain with something of everything, made in a few transactions.

Root makes the calls of all these accounts, many at once, so that nobody pays a fee or waits for a
nonce. The well-known accounts stay as they were, but for what Alice gives away.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import bittensor_core
from bittensor import calls
from bittensor.sp_core import ss58_decode, ss58_encode

from .chain import Chain
from .commits import ROUND, plain_row, pulse_extrinsic, sealed, timelocked
from .keys import RAO, DevWallet, cold, hot, wallet
from .node import Node

CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
ROOT = 0
FIRST, SECOND, THIRD = SUBNETS = (2, 3, 4)
# Of the first two subnets. No epoch comes with the other, so that commits on the third wait.
TEMPO, LONG_TEMPO = 10, 20_000
FIXED_ONE = 1 << 64
LOCK_SHARE = 32_767
TAKE = 5_000
CHILD_PART = (2**64 - 1) // 4
SPLIT = [40_000, 25_535]
# Children wait this long on the second subnet; on the first they did not wait.
COOLDOWN = 1_000_000
CLAIM_THRESHOLD = 700_000
# The fourth validator has less, so that its child gets nothing.
STAKE_THRESHOLD = 20 * RAO
# Its pulse is years away.
FAR_ROUND = 500_000_000
CALLS_AT_ONCE = 60

# The first coldkey owns two of the subnets.
OWNERS = {
    FIRST: wallet("//Crowd//owner", "//Crowd//owner//first"),
    SECOND: wallet("//Crowd//other", "//Crowd//other//second"),
    THIRD: wallet("//Crowd//owner", "//Crowd//owner//third"),
}
VALIDATORS = [wallet(f"//Crowd//validator{index}") for index in range(4)]
# Seven coldkeys own the hotkeys of all miners.
MINERS = [wallet(f"//Crowd//miner{i % 7}", f"//Crowd//miner//{i}") for i in range(23)]
NOMINATORS = [wallet(f"//Crowd//nominator{index}") for index in range(4)]
LEAVER, VICTIM = wallet("//Crowd//leaver"), wallet("//Crowd//victim")
SUCCESSOR = wallet("//Crowd//successor")
SIGNATORIES = [wallet(f"//Crowd//signatory{index}") for index in range(3)]
DELEGATE = wallet("//Crowd//delegate")
LENDERS = [wallet(f"//Crowd//lender{index}") for index in range(3)]
# Crowdloans by number, and the subnet that one of them leases.
OPEN_LOAN, LEASE_LOAN, LEASE, LEASED = 0, 1, 0, 5

# By subnet and uid, 20, 12 and 8 of them; the owner comes first.
NEURONS = {
    FIRST: [OWNERS[FIRST], *VALIDATORS, *MINERS[:15]],
    SECOND: [OWNERS[SECOND], *VALIDATORS[:3], *MINERS[15:]],
    THIRD: [OWNERS[THIRD], *VALIDATORS[:2], *MINERS[:5]],
}
FIRST_MINER = {FIRST: 5, SECOND: 4, THIRD: 3}

IDENTITY = {
    "name": "Crowd", "url": "https://crowd.example", "github_repo": "crowd/crowd", "image": "",
    "discord": "crowd", "description": "Größe: 1 τ", "additional": "none",
}
SUBNET_IDENTITY = {
    "subnet_name": "First", "github_repo": "crowd/first", "subnet_contact": "a@crowd.example",
    "subnet_url": "https://first.example", "discord": "first", "description": "The first",
    "logo_url": "https://first.example/logo", "additional": "",
}


@dataclass(frozen=True)
class Population:
    """What cannot be told from the names above."""

    block: int  # everything is there at its end
    multisig: str
    multisig_hash: str


def act(chain: Chain, *acts) -> None:
    """Has root make calls, each of an account or of its own: all of a part or none.

    An act is a call, or the address of an account with the call that it makes.
    """
    for begin in range(0, len(acts), CALLS_AT_ONCE):
        composed = [_composed(chain, what) for what in acts[begin : begin + CALLS_AT_ONCE]]
        inner = chain.client.compose(calls.Utility.batch_all(calls=composed))
        chain.submit(calls.Sudo.sudo(call=inner), wallet("//Alice"))


def _composed(chain: Chain, what):
    if isinstance(what, calls.Call):
        return chain.client.compose(what)
    address, call = what
    made = chain.client.compose(call)
    # Utility.dispatch_as_fallible by a signed origin; the client cannot nest a call in this one.
    origin = b"\x00\x01" + ss58_decode(address)
    return replace(made, data=b"\x0b\x07" + origin + made.data)


def populate(node: Node, chain: Chain) -> Population:
    """Fills a fresh development chain; takes about 30 of its blocks."""
    _fund(chain)
    _open_subnets(chain)
    _register(chain)
    _stake(chain)
    multisig = _accounts(chain)
    _say(chain)
    # An epoch gives permits to those with stake; bonds come with the one after the weights.
    chain.wait_epoch(FIRST)
    _weigh(chain)
    _lend(chain)
    _lock(chain)
    _raise(chain)
    _commit(node, chain)
    chain.wait_until(lambda: chain.rows("ChildkeyThresholdSuspended"))
    for netuid in (FIRST, SECOND):
        chain.wait_until(lambda: any(row for _, row in chain.rows("Bonds", netuid)))
    chain.wait_until(lambda: int(chain.get("BasketShares", hot(VALIDATORS[0])) or 0) > 0)
    return Population(chain.client.block, *multisig)


def _fund(chain: Chain) -> None:
    amounts = {cold(who): 1_000 for who in (*MINERS, *NOMINATORS, *SIGNATORIES, LEAVER, VICTIM)}
    amounts |= {cold(who): 5_000 for who in VALIDATORS}
    amounts |= {cold(who): 20_000 for who in OWNERS.values()}
    transfer = calls.Balances.transfer_keep_alive
    chain.batch(
        [transfer(dest=to, value=tao * RAO) for to, tao in amounts.items()], wallet("//Alice")
    )


def _open_subnets(chain: Chain) -> None:
    for netuid, owner in OWNERS.items():
        act(
            chain,
            (cold(owner), CORE.register_network(hotkey=hot(owner))),
            (cold(owner), CORE.start_call(netuid=netuid)),
            ADMIN.sudo_set_tempo(netuid=netuid, tempo=TEMPO if netuid != THIRD else LONG_TEMPO),
            ADMIN.sudo_set_max_registrations_per_block(
                netuid=netuid, max_registrations_per_block=64
            ),
            ADMIN.sudo_set_burn_increase_mult(
                netuid=netuid, burn_increase_mult={"bits": FIXED_ONE}
            ),
            ADMIN.sudo_set_min_allowed_weights(netuid=netuid, min_allowed_weights=1),
            ADMIN.sudo_set_weights_set_rate_limit(netuid=netuid, weights_set_rate_limit=0),
            ADMIN.sudo_set_serving_rate_limit(netuid=netuid, serving_rate_limit=0),
            # The moving price follows at once, so that stakers on root are paid.
            ADMIN.sudo_set_ema_price_halving_period(netuid=netuid, ema_halving=0),
            ADMIN.sudo_set_commit_reveal_weights_enabled(netuid=netuid, enabled=netuid == THIRD),
            ADMIN.sudo_set_subnet_emission_enabled(netuid=netuid, enabled=netuid != THIRD),
        )
    act(
        chain,
        ADMIN.sudo_set_subnet_moving_alpha(alpha={"bits": 1 << 32}),
        ADMIN.sudo_set_max_allowed_uids(netuid=FIRST, max_allowed_uids=128),
        ADMIN.sudo_set_mechanism_count(netuid=FIRST, mechanism_count=2),
        ADMIN.sudo_set_mechanism_emission_split(netuid=FIRST, maybe_split=SPLIT),
        ADMIN.sudo_set_collateral_lock_share(netuid=SECOND, lock_share=LOCK_SHARE),
        ADMIN.sudo_set_collateral_drain_ratio(netuid=SECOND, drain_ratio={"bits": FIXED_ONE // 2}),
        ADMIN.sudo_set_max_registrations_per_block(netuid=ROOT, max_registrations_per_block=8),
        CORE.sudo_set_root_claim_threshold(netuid=ROOT, new_value=CLAIM_THRESHOLD),
    )


def _register(chain: Chain) -> None:
    act(
        chain,
        *(
            (cold(who), CORE.burned_register(netuid=netuid, hotkey=hot(who)))
            for netuid in SUBNETS
            for who in NEURONS[netuid][1:]
        ),
    )


def _stake(chain: Chain) -> None:
    def buy(who: DevWallet, on: DevWallet, netuid: int, tao: int):
        call = CORE.add_stake(hotkey=hot(on), netuid=netuid, amount_staked=tao * RAO)
        return cold(who), call

    own = {0: 1_000, 1: 600, 2: 300, 3: 32}
    seats = VALIDATORS[:2]
    act(
        chain,
        *(
            buy(who, who, netuid, own[index] // 4)
            for netuid in SUBNETS
            for index, who in enumerate(VALIDATORS)
            if who in NEURONS[netuid]
        ),
        *(buy(OWNERS[n], OWNERS[n], n, 50) for n in SUBNETS),
        *(buy(who, VALIDATORS[i % 2], FIRST, 40 + 10 * i) for i, who in enumerate(NOMINATORS)),
        buy(NOMINATORS[0], VALIDATORS[0], SECOND, 30),
        buy(NOMINATORS[1], VALIDATORS[1], THIRD, 20),
        buy(NOMINATORS[2], MINERS[0], FIRST, 5),
        # They would lend all of it to the owners of subnets otherwise.
        *(
            (cold(who), CORE.set_auto_parent_delegation_enabled(hotkey=hot(who), enabled=False))
            for who in seats
        ),
        *(buy(who, who, ROOT, 2_000) for who in seats),
        buy(NOMINATORS[0], VALIDATORS[0], ROOT, 500),
        buy(NOMINATORS[3], VALIDATORS[1], ROOT, 250),
        *((cold(who), CORE.root_register(hotkey=hot(who))) for who in seats),
        (cold(VALIDATORS[1]), CORE.decrease_take(hotkey=hot(VALIDATORS[1]), take=TAKE)),
        *(
            (cold(NOMINATORS[0]), CORE.set_coldkey_auto_stake_hotkey(netuid=n, hotkey=to))
            for n, to in ((FIRST, hot(VALIDATORS[0])), (SECOND, hot(VALIDATORS[1])))
        ),
    )


def _accounts(chain: Chain) -> tuple[str, str]:
    """Proxies, swaps and a call that waits for a second signature; returns whose, and its hash."""
    call = calls.Balances.transfer_keep_alive(dest=cold(SUCCESSOR), value=RAO)
    call_hash = "0x" + bytes(chain.client.compose(call).call_hash).hex()
    first, *others = sorted(SIGNATORIES, key=lambda who: bytes(who.coldkey.public_key))
    approve = calls.Multisig.approve_as_multi(
        threshold=2, other_signatories=[cold(who) for who in others], maybe_timepoint=None,
        call_hash=call_hash, max_weight={"ref_time": 10**9, "proof_size": 10**5},
    )
    swap_to = "0x" + _blake2(bytes(SUCCESSOR.coldkey.public_key)).hex()
    announce = CORE.announce_coldkey_swap(new_coldkey_hash=swap_to)
    proxy = calls.Proxy.add_proxy
    act(
        chain,
        (cold(NOMINATORS[0]), proxy(delegate=cold(DELEGATE), proxy_type="Staking", delay=0)),
        (cold(NOMINATORS[0]), proxy(delegate=cold(SUCCESSOR), proxy_type="Any", delay=10)),
        (cold(first), approve),
        (cold(LEAVER), announce),
        (cold(VICTIM), announce),
        (cold(VICTIM), CORE.dispute_coldkey_swap()),
    )
    return multisig_address(SIGNATORIES, 2), call_hash


def multisig_address(signatories: list[DevWallet], threshold: int) -> str:
    """The account that so many of at most 63 coldkeys sign for together."""
    keys = sorted(bytes(who.coldkey.public_key) for who in signatories)
    entropy = b"modlpy/utilisuba" + bytes([len(keys) << 2]) + b"".join(keys)
    return ss58_encode(_blake2(entropy + threshold.to_bytes(2, "little")), 42)


def _blake2(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=32).digest()


def _say(chain: Chain) -> None:
    """Identities, endpoints and a symbol."""
    def axon(netuid: int, host: int, tls: bool = False):
        fields = dict(
            netuid=netuid, version=7, ip=0x08080800 + host, port=8_000 + host, ip_type=4,
            protocol=1, placeholder1=0, placeholder2=0,
        )
        if tls:
            return CORE.serve_axon_tls(**fields, certificate="0x01" + "ab" * 64)
        return CORE.serve_axon(**fields)

    metrics = CORE.serve_prometheus(netuid=FIRST, version=3, ip=0x08080404, port=9_100, ip_type=4)
    act(
        chain,
        (cold(VALIDATORS[0]), CORE.set_identity(**IDENTITY)),
        (cold(OWNERS[FIRST]), CORE.set_subnet_identity(netuid=FIRST, **SUBNET_IDENTITY)),
        *((hot(who), axon(FIRST, uid)) for uid, who in enumerate(NEURONS[FIRST]) if uid % 2),
        (hot(OWNERS[SECOND]), axon(SECOND, 99, tls=True)),
        (hot(VALIDATORS[0]), metrics),
    )


def rows_of_weights(netuid: int, mechanism: int = 0) -> dict[int, list[tuple[int, int]]]:
    """What each validator thinks of the miners: uid to pairs of uid and weight."""
    validators = [uid for uid, who in enumerate(NEURONS[netuid]) if who in VALIDATORS]
    miners = range(FIRST_MINER[netuid], len(NEURONS[netuid]))
    return {
        uid: [(miner, 1_000 + 97 * (miner + mechanism) * (miner + uid)) for miner in miners]
        for uid in validators
    }


def _weigh(chain: Chain) -> None:
    act(
        chain,
        *(
            (
                hot(NEURONS[netuid][uid]),
                CORE.set_mechanism_weights(
                    netuid=netuid, mecid=mechanism, dests=[miner for miner, _ in row],
                    weights=[weight for _, weight in row], version_key=0,
                ),
            )
            for netuid, mechanism in ((FIRST, 0), (FIRST, 1), (SECOND, 0))
            for uid, row in rows_of_weights(netuid, mechanism).items()
        ),
    )


def _lend(chain: Chain) -> None:
    """Children in force on the first subnet, suspended there, and that wait on the second."""
    parent, child, poor = VALIDATORS[0], VALIDATORS[2], VALIDATORS[3]
    lend = [(CHILD_PART, hot(child))]
    act(
        chain,
        CORE.set_pending_childkey_cooldown(cooldown=0),
        (cold(parent), CORE.set_children(hotkey=hot(parent), netuid=FIRST, children=lend)),
        (cold(poor), CORE.set_children(hotkey=hot(poor), netuid=FIRST, children=lend)),
        CORE.set_pending_childkey_cooldown(cooldown=COOLDOWN),
        (cold(parent), CORE.set_children(hotkey=hot(parent), netuid=SECOND, children=lend)),
    )
    chain.wait_until(lambda: chain.get("ChildKeys", hot(poor), FIRST))
    # A parent is valued when it has less than before.
    less = CORE.remove_stake(hotkey=hot(poor), netuid=FIRST, amount_unstaked=RAO // 4)
    act(chain, ADMIN.sudo_set_stake_threshold(min_stake=STAKE_THRESHOLD), (cold(poor), less))


def _lock(chain: Chain) -> None:
    """Locks that decay, that last and on the owner, and collateral beside that of registrations."""
    target, miner = hot(VALIDATORS[1]), NEURONS[SECOND][FIRST_MINER[SECOND]]

    def lock(who: DevWallet, hotkey: str, tao: int):
        return cold(who), CORE.lock_stake(hotkey=hotkey, netuid=FIRST, amount=tao * RAO)

    act(
        chain,
        lock(NOMINATORS[0], target, 8),
        lock(NOMINATORS[1], target, 6),
        (cold(NOMINATORS[1]), CORE.set_perpetual_lock(netuid=FIRST, enabled=True)),
        lock(OWNERS[FIRST], hot(OWNERS[FIRST]), 10),
        (cold(NOMINATORS[2]), CORE.set_reject_locked_alpha(enabled=False)),
        (
            cold(NOMINATORS[3]),
            CORE.burn_alpha(hotkey=target, amount=2 * RAO, netuid=FIRST),
        ),
        (cold(miner), CORE.set_min_collateral(netuid=SECOND, hotkey=hot(miner), min_locked=1_000)),
    )


def _raise(chain: Chain) -> None:
    """A crowdloan that is open, and one that leased a subnet."""
    loans, transfer = calls.Crowdloan, calls.Balances.transfer_keep_alive
    cost = chain.client.read("subnet_registration_cost").rao
    # Its bytes, and so those of the call that is stored, are no text: older clients take stored
    # calls for texts where they could be some.
    end = chain.client.block + 10_128
    terms = dict(deposit=10 * RAO, min_contribution=RAO, end=end)
    lease = CORE.register_leased_network(emissions_share=30, end_block=end)
    for_lease = dict(cap=2 * cost, call=chain.client.compose(lease), target_address=None)
    for_account = dict(cap=100 * RAO, call=None, target_address=cold(SUCCESSOR))
    chain.batch([transfer(dest=cold(who), value=2 * cost) for who in LENDERS], wallet("//Alice"))
    act(
        chain,
        (cold(LENDERS[0]), loans.create(**terms, **for_account)),
        (cold(LENDERS[0]), loans.create(**terms, **for_lease)),
        (cold(LENDERS[1]), loans.contribute(crowdloan_id=OPEN_LOAN, amount=7 * RAO)),
        (cold(LENDERS[1]), loans.contribute(crowdloan_id=LEASE_LOAN, amount=cost // 2)),
        (cold(LENDERS[2]), loans.contribute(crowdloan_id=LEASE_LOAN, amount=2 * cost)),
        (cold(LENDERS[0]), loans.finalize(crowdloan_id=LEASE_LOAN)),
    )


def _commit(node: Node, chain: Chain) -> None:
    """Commitments in clear, sealed and opened by a pulse, and weights that nobody can open yet."""
    def note(who: DevWallet, info: dict):
        return hot(who), calls.Commitments.set_commitment(netuid=FIRST, info=info)

    def seal_far(plain: bytes) -> bytes:
        envelope, _ = bittensor_core.encrypt_at_round(plain, FAR_ROUND)
        return bytes(bittensor_core.inner_ciphertext(envelope))

    validator = VALIDATORS[0]
    row = plain_row(validator.hotkey, [3], [1])
    weights = CORE.commit_timelocked_mechanism_weights(
        netuid=THIRD, mecid=0, commit="0x" + seal_far(row).hex(), reveal_round=FAR_ROUND,
        commit_reveal_version=4,
    )
    act(
        chain,
        note(MINERS[0], {"fields": [[{"Raw5": "0x" + b"hello".hex()}]]}),
        note(MINERS[1], timelocked(seal_far(b"\x14later"), FAR_ROUND)),
        note(MINERS[2], timelocked(sealed(b"\x14known"), ROUND)),
        (hot(validator), weights),
    )
    node.rpc("author_submitExtrinsic", [pulse_extrinsic(chain.client.block)])
    opened = (FIRST, hot(MINERS[2]))
    chain.wait_until(
        lambda: chain.client.query(("Commitments", "RevealedCommitments"), list(opened))
    )
