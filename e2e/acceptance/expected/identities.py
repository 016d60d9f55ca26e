"""Identities, commitments, delegates, and who lends stake to whom."""

from __future__ import annotations

from datetime import datetime, timezone
from fractions import Fraction
from math import floor

from support.commits import ROUND, ROUND_TIME
from support.keys import RAO, cold, hot
from support.population import FIRST, MINERS, NOMINATORS, OWNERS, ROOT, SECOND, THIRD, VALIDATORS
from support.state import NOBODY

from ..world import ESCROW, MISSING, U16, World, about, alpha, tao, text, texts
from .case import case

SECONDS_A_ROUND = 3
# The client takes the age of a commitment for that of blocks of the public network.
SECONDS_A_BLOCK_ELSEWHERE = 12
BLOCKS_A_DAY = 7_200


def time_of_round(number: int) -> datetime:
    seconds = ROUND_TIME + SECONDS_A_ROUND * (number - ROUND)
    return datetime.fromtimestamp(seconds, tz=timezone.utc)


@case("identity", coldkey_ss58=cold(VALIDATORS[0]))
@case("identity", coldkey_ss58=cold(VALIDATORS[1]))
def identity(world: World, coldkey_ss58: str):
    return texts(world.get("IdentitiesV2", coldkey_ss58))


@case("hotkey_identities", hotkey_ss58s=[hot(VALIDATORS[0]), hot(VALIDATORS[1]), NOBODY])
@case("hotkey_identities", hotkey_ss58s=[])
def hotkey_identities(world: World, hotkey_ss58s: list[str]):
    found = {hotkey: identity(world, world.get("Owner", hotkey)) for hotkey in hotkey_ss58s}
    return {hotkey: record for hotkey, record in found.items() if record}


# Commitments -----------------------------------------------------------------


def shown(field: tuple) -> dict:
    """A field as the client decodes it."""
    kind, content = field[0], field[1]
    if kind == "Raw":
        return {f"Raw{len(content)}": "0x" + content.hex()}
    sealed = {"encrypted": "0x" + content.hex(), "reveal_round": field[2]}
    return {kind: sealed}


@case("commitment", netuid=FIRST, hotkey_ss58=hot(MINERS[0]))
@case("commitment", netuid=FIRST, hotkey_ss58=hot(MINERS[1]))
@case("commitment", netuid=FIRST, hotkey_ss58=hot(MINERS[2]))
@case("commitment", netuid=MISSING, hotkey_ss58=hot(MINERS[0]))
def commitment(world: World, netuid: int, hotkey_ss58: str):
    stored = world.get("Commitments.CommitmentOf", netuid, hotkey_ss58)
    return stored and {
        "block": stored["block"],
        "deposit": tao(stored["deposit"]),
        "data": text(b"".join(field[1] for field in stored["fields"] if field[0] == "Raw")),
        "fields": [shown(field) for field in stored["fields"]],
    }


@case("revealed_commitment", netuid=FIRST, hotkey_ss58=hot(MINERS[2]))
@case("revealed_commitment", netuid=FIRST, hotkey_ss58=hot(MINERS[0]))
@case("revealed_commitment", netuid=MISSING, hotkey_ss58=hot(MINERS[0]))
def revealed_commitment(world: World, netuid: int, hotkey_ss58: str):
    stored = world.get("Commitments.RevealedCommitments", netuid, hotkey_ss58)
    return stored and [(text(data), block) for data, block in stored]


def _age(blocks: int) -> str:
    minutes = blocks * SECONDS_A_BLOCK_ELSEWHERE // 60
    assert minutes < 60, "ages of hours are not told here"
    return f"{minutes}m" if minutes else "<1m"


@case("commitments", netuid=FIRST)
@case("commitments", netuid=MISSING)
def commitments(world: World, netuid: int):
    opened = world.rows("Commitments.RevealedCommitments", netuid)
    rows = []
    for hotkey, stored in world.rows("Commitments.CommitmentOf", netuid).items():
        (field,) = stored["fields"]
        sealed = field[0] == "TimelockEncrypted"
        rows.append({
            "hotkey": hotkey,
            "commitment": None if sealed else text(field[1]),
            "block": stored["block"],
            "is_revealed": not sealed,
            "status": "sealed" if sealed else "plain",
            "reveals_at": time_of_round(field[2]).isoformat() if sealed else None,
        })
    for hotkey, notes in opened.items():
        # What the public library sealed begins with its length.
        note, block = max(notes, key=lambda entry: entry[1])
        rows.append({
            "hotkey": hotkey, "commitment": text(note[1:]), "block": block, "is_revealed": True,
            "status": "revealed", "reveals_at": None,
        })
    for row in rows:
        row["uid"] = world.get("Uids", netuid, row["hotkey"])
        row["duration"] = _age(world.block - row["block"])
    return sorted(rows, key=lambda row: -row["block"])


# Takes and children ----------------------------------------------------------


@case("delegate_take", hotkey_ss58=hot(VALIDATORS[1]))
@case("delegate_take", hotkey_ss58=NOBODY)
def delegate_take(world: World, hotkey_ss58: str):
    take = world.get("Delegates", hotkey_ss58)
    return {
        "hotkey": hotkey_ss58,
        "take": take / U16,
        "take_u16": take,
        "min": world.get("MinDelegateTake") / U16,
        "max": world.get("MaxDelegateTake") / U16,
    }


@case("children", hotkey_ss58=hot(VALIDATORS[0]), netuid=FIRST)
@case("children", hotkey_ss58=hot(VALIDATORS[0]), netuid=SECOND)
@case("children", hotkey_ss58=hot(VALIDATORS[0]), netuid=MISSING)
def children(world: World, hotkey_ss58: str, netuid: int):
    return world.get("ChildKeys", hotkey_ss58, netuid)


@case("parents", hotkey_ss58=hot(VALIDATORS[2]), netuid=FIRST)
@case("parents", hotkey_ss58=hot(VALIDATORS[2]), netuid=SECOND)
@case("parents", hotkey_ss58=NOBODY, netuid=FIRST)
def parents(world: World, hotkey_ss58: str, netuid: int):
    return world.get("ParentKeys", hotkey_ss58, netuid)


@case("pending_children", hotkey_ss58=hot(VALIDATORS[0]), netuid=SECOND)
@case("pending_children", hotkey_ss58=hot(VALIDATORS[0]), netuid=FIRST)
@case("pending_children", hotkey_ss58=NOBODY, netuid=MISSING)
def pending_children(world: World, hotkey_ss58: str, netuid: int):
    waiting, block = world.get("PendingChildKeys", netuid, hotkey_ss58)
    return {"children": waiting, "cooldown_block": block}


@case("childkey_threshold_suspended", hotkey_ss58=hot(VALIDATORS[3]))
@case("childkey_threshold_suspended", hotkey_ss58=hot(VALIDATORS[0]))
@case("childkey_threshold_suspended", hotkey_ss58=NOBODY)
def childkey_threshold_suspended(world: World, hotkey_ss58: str):
    return hotkey_ss58 in world.rows("ChildkeyThresholdSuspended")


# Delegates -------------------------------------------------------------------


def _nominators(world: World, hotkey: str) -> set[str]:
    """Whoever has stake on it. Nobody is shown the escrow of funds (spec 90 §2)."""
    positions = world.rows("AlphaV2", hotkey)
    return {
        coldkey
        for coldkey, netuid in positions
        if coldkey != ESCROW and world.stake(coldkey, hotkey, netuid)
    }


def _delegate(world: World, hotkey: str, with_nominators: bool = True) -> dict:
    """Spec 70 §4.1."""
    registrations = [n for n, is_in in world.rows("IsNetworkMember", hotkey).items() if is_in]
    daily, permits = Fraction(0), []
    for netuid in registrations:
        uid, tempo = world.get("Uids", netuid, hotkey), world.get("Tempo", netuid)
        flags = world.get("ValidatorPermit", netuid)
        if uid < len(flags) and flags[uid]:
            permits.append(netuid)
        emission = world.get("Emission", netuid)
        if tempo and uid < len(emission):
            daily += emission[uid] * Fraction(BLOCKS_A_DAY, tempo)
    take = world.get("Delegates", hotkey)
    root = world.get("TotalHotkeyAlpha", hotkey, ROOT)
    per_1000 = daily * (1 - Fraction(take, U16)) / Fraction(root, 1_000 * RAO) if root else 0
    return {
        "hotkey": hotkey,
        "owner": world.get("Owner", hotkey),
        "take": take / U16,
        "nominators": len(_nominators(world, hotkey)) if with_nominators else 0,
        "registrations": registrations,
        "validator_permits": permits,
        "return_per_1000": tao(about(floor(per_1000))),
        "total_daily_return": tao(about(floor(daily))),
    }


@case("delegates")
def delegates(world: World):
    return [_delegate(world, hotkey) for hotkey in world.rows("Delegates")]


@case("delegate", hotkey_ss58=hot(VALIDATORS[1]))
@case("delegate", hotkey_ss58=hot(OWNERS[THIRD]))
@case("delegate", hotkey_ss58=NOBODY)
def delegate(world: World, hotkey_ss58: str):
    is_one = hotkey_ss58 in world.rows("Delegates")
    return _delegate(world, hotkey_ss58) if is_one else None


@case("is_delegate", hotkey_ss58=hot(VALIDATORS[1]))
@case("is_delegate", hotkey_ss58=NOBODY)
def is_delegate(world: World, hotkey_ss58: str):
    return hotkey_ss58 in world.rows("Delegates")


@case("delegated", coldkey_ss58=cold(NOMINATORS[0]))
@case("delegated", coldkey_ss58=cold(NOMINATORS[2]))
@case("delegated", coldkey_ss58=ESCROW)
@case("delegated", coldkey_ss58=NOBODY)
def delegated(world: World, coldkey_ss58: str):
    return [
        {
            "delegate": _delegate(world, hotkey, with_nominators=False),
            "netuid": netuid,
            "stake": alpha(about(stake), netuid),
        }
        for hotkey in world.rows("Delegates")
        for netuid in world.subnets
        if coldkey_ss58 != ESCROW
        if (stake := world.stake(coldkey_ss58, hotkey, netuid))
    ]
