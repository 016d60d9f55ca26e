"""Chain state as the node stores it, found and decoded without the client or a runtime API.

Which items there are, how their keys are hashed and what they hold comes from the published
interface of the runtime; how a type is written is said here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from bittensor.sp_core import ss58_decode, ss58_encode

from .node import Node

INTERFACE = Path(__file__).parents[2] / "runtime" / "interface.txt"
# The account that stands for none where an item has no value.
NOBODY = ss58_encode(bytes(32), 42)
PAGE = 500
MASK = 2**64 - 1
PRIMES = (
    11400714785074694791, 14029467366897019727, 1609587929392839161, 9650029242287828579,
    2870177450012600261,
)

ENTRY = re.compile(
    r"(?P<pallet>\w+) storage (?P<name>\w+): (?:\[(?P<hashers>[^\]]*)\] )?(?P<types>.*), "
    r"(?P<kind>Default|Optional) 0x(?P<default>[0-9a-f]*)$"
)
NUMBERS = {
    "u8": 1, "u16": 2, "u32": 4, "u64": 8, "u128": 16, "NetUid": 2, "NetUidStorageIndex": 2,
    "MechId": 1, "TaoBalance": 8, "AlphaBalance": 8, "PerU16": 2, "FixedU128": 16, "Perquintill": 8,
    "i16": -2, "i64": -8, "i128": -16, "FixedI128": -16,
}
SEVEN_TEXTS = ("name", "url", "github_repo", "image", "discord", "description", "additional")
STRUCTS = {
    "AccountData": dict(free="u64", reserved="u64", frozen="u64", flags="u128"),
    "AccountInfo": dict(
        nonce="u32", consumers="u32", providers="u32", sufficients="u32", data="AccountData"
    ),
    "AxonInfo": dict(
        block="u64", version="u32", ip="u128", port="u16", ip_type="u8", protocol="u8",
        placeholder1="u8", placeholder2="u8",
    ),
    "PrometheusInfo": dict(block="u64", version="u32", ip="u128", port="u16", ip_type="u8"),
    "ChainIdentityV2": dict.fromkeys(SEVEN_TEXTS, "Vec<u8>"),
    "SubnetIdentityV3": dict.fromkeys(
        (
            "subnet_name", "github_repo", "subnet_contact", "subnet_url", "discord", "description",
            "logo_url", "additional",
        ),
        "Vec<u8>",
    ),
    "LockState": dict(locked_mass="u64", conviction="FixedU128", last_update="u64"),
    "MinerCollateralState": dict(
        locked="u64", drain_ratio="FixedU128", min_locked="u64", earned="u64"
    ),
    "Multisig": dict(
        height="u32", index="u32", deposit="u64", depositor="AccountId32",
        approvals="Vec<AccountId32>",
    ),
    "CrowdloanInfo": dict(
        creator="AccountId32", deposit="u64", min_contribution="u64", end="u32", cap="u64",
        funds_account="AccountId32", raised="u64", target_address="Option<AccountId32>",
        call="Option<Bounded>", finalized="bool", contributors_count="u32",
    ),
    "SubnetLease": dict(
        beneficiary="AccountId32", coldkey="AccountId32", hotkey="AccountId32",
        emissions_share="u8", end_block="Option<u32>", netuid="u16", cost="u64",
    ),
    "ProxyDefinition": dict(delegate="AccountId32", proxy_type="u8", delay="u32"),
    "Registration": dict(deposit="u64", block="u32", fields="Vec<Data>"),
    "NeuronCertificate": dict(public_key="Vec<u8>", algorithm="u8"),
    "SafeFloat": dict(mantissa="u128", exponent="i64"),
    "Balancer": dict(quote="Perquintill"),
}
HASHES = {130: "BlakeTwo256", 131: "Sha256", 132: "Keccak256", 133: "ShaThree256"}


# Keys ------------------------------------------------------------------------


def _rotated(value: int, bits: int) -> int:
    return ((value << bits) | (value >> (64 - bits))) & MASK


def _round(lane: int, word: int) -> int:
    return _rotated((lane + word * PRIMES[1]) & MASK, 31) * PRIMES[0] & MASK


def xxh64(data: bytes, seed: int) -> bytes:
    """xxHash of 64 bits, little-endian."""
    one, two, three, four, five = PRIMES
    at, words = 0, lambda start: int.from_bytes(data[start : start + 8], "little")
    if len(data) >= 32:
        lanes = [(seed + one + two) & MASK, (seed + two) & MASK, seed, (seed - one) & MASK]
        while at + 32 <= len(data):
            lanes = [_round(lane, words(at + 8 * i)) for i, lane in enumerate(lanes)]
            at += 32
        total = sum(_rotated(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & MASK
        for lane in lanes:
            total = ((total ^ _round(0, lane)) * one + four) & MASK
    else:
        total = (seed + five) & MASK
    total = (total + len(data)) & MASK
    while at + 8 <= len(data):
        total = (_rotated(total ^ _round(0, words(at)), 27) * one + four) & MASK
        at += 8
    if at + 4 <= len(data):
        word = int.from_bytes(data[at : at + 4], "little")
        total = (_rotated(total ^ word * one & MASK, 23) * two + three) & MASK
        at += 4
    for byte in data[at:]:
        total = _rotated(total ^ byte * five & MASK, 11) * one & MASK
    total = (total ^ total >> 33) * two & MASK
    total = (total ^ total >> 29) * three & MASK
    return (total ^ total >> 32).to_bytes(8, "little")


@cache
def twox_128(text: str) -> bytes:
    return xxh64(text.encode(), 0) + xxh64(text.encode(), 1)


HASHERS = {
    "Identity": (0, lambda data: data),
    "Twox64Concat": (8, lambda data: xxh64(data, 0) + data),
    "Blake2_128Concat": (16, lambda data: blake2b(data, digest_size=16).digest() + data),
}


# Types -----------------------------------------------------------------------


def parts(listed: str) -> list[str]:
    """What commas outside of all brackets divide."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(listed):
        depth += (sign in "<([") - (sign in ">)]")
        if sign == "," and depth == 0:
            found.append(listed[start:at].strip())
            start = at + 1
    return [part for part in (*found, listed[start:].strip()) if part]


class Bytes:
    """Reads a SCALE encoding from its beginning."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def take(self, count: int) -> bytes:
        taken = self.data[self.at : self.at + count]
        assert len(taken) == count, "the encoding ends too early"
        self.at += count
        return taken

    def number(self, size: int) -> int:
        return int.from_bytes(self.take(abs(size)), "little", signed=size < 0)

    def compact(self) -> int:
        mode = self.data[self.at] & 3
        assert mode < 3, "no list is that long"
        return self.number(1 << mode) >> 2

    def read(self, kind: str):
        """Lists, tuples and numbers as such; structs as dictionaries; accounts as addresses."""
        name = re.sub(r"<.*>$", "", kind, flags=re.S).split("::")[-1]
        if kind.startswith("("):
            return tuple(self.read(part) for part in parts(kind[1:-1]))
        if kind.startswith("["):
            return "0x" + self.take(int(kind[1:-1].split(";")[1])).hex()
        if name in ("Vec", "BoundedVec"):
            return self._list(kind[kind.index("<") + 1 : -1])
        if name in NUMBERS:
            return self.number(NUMBERS[name])
        if name in STRUCTS:
            return {field: self.read(of) for field, of in STRUCTS[name].items()}
        if name == "RateLimitKey":
            return self._rate_limit()
        if name == "Option":
            return self.read(kind[kind.index("<") + 1 : -1]) if self.read("bool") else None
        if name == "Bounded":
            return self._stored_call()
        if name == "bool":
            return {0: False, 1: True}[self.number(1)]
        if name == "AccountId32":
            return ss58_encode(self.take(32), 42)
        if name in ("H256", "H160"):
            return "0x" + self.take(32 if name == "H256" else 20).hex()
        if name == "Data":
            return self._data()
        raise NotImplementedError(kind)

    def _list(self, kind: str):
        count = self.compact()
        return self.take(count) if kind == "u8" else [self.read(kind) for _ in range(count)]

    def _stored_call(self):
        """A call that is stored with what needs it, or the hash and the length of one that is not."""
        index = self.number(1)
        return self.read("Vec<u8>") if index == 1 else (self.read("H256"), self.number(4))

    def _rate_limit(self) -> tuple:
        """Which limit, and of what."""
        kinds = ("NetUid", "(NetUid, u8)", "()", *["AccountId32"] * 3, "NetUid")
        index = self.number(1)
        return index, self.read(kinds[index])

    def _data(self) -> tuple:
        """A field of a commitment: its kind, and what is in it."""
        index = self.number(1)
        if 1 <= index <= 129:
            return "Raw", self.take(index - 1)
        if index in HASHES:
            return HASHES[index], self.take(32)
        if index == 136:
            return "BigRaw", self.read("Vec<u8>")
        if index in (134, 137):
            name = "TimelockEncrypted" if index == 134 else "TimelockRevealFailed"
            return name, self.read("Vec<u8>"), self.number(8)
        return {0: "None", 135: "ResetBondsFlag"}[index], None


def decoded(kind: str, data: bytes):
    """All of the bytes as a value of a type."""
    reader = Bytes(data)
    value = reader.read(kind)
    assert reader.at == len(data), f"{len(data) - reader.at} bytes are left of {kind}"
    return value


@dataclass(frozen=True)
class Item:
    """A storage item of the interface."""

    prefix: bytes
    hashers: tuple[str, ...]
    keys: tuple[str, ...]
    value: str
    default: bytes | None

    def key(self, *given) -> bytes:
        """The key of a value, or with fewer keys than there are the beginning of many."""
        hashed = self.prefix
        for hasher, kind, key in zip(self.hashers, self.keys, given):
            hashed += HASHERS[hasher][1](self._encoded(kind, key))
        return hashed

    def rest(self, key: bytes, known: int) -> tuple:
        """The keys of a value after those that are known."""
        reader = Bytes(key)
        reader.take(len(self.prefix))
        found = []
        for hasher, kind in zip(self.hashers, self.keys):
            reader.take(HASHERS[hasher][0])
            found.append(reader.read(kind))
        return tuple(found[known:])

    @staticmethod
    def _encoded(kind: str, key) -> bytes:
        if kind.endswith("AccountId32"):
            return bytes(ss58_decode(key))
        if isinstance(key, str):  # bytes as they are
            return bytes.fromhex(key.removeprefix("0x"))
        return key.to_bytes(NUMBERS[kind.split("::")[-1]], "little")


@cache
def items() -> dict[tuple[str, str], Item]:
    """All items, by pallet and name."""
    found = {}
    for line in INTERFACE.read_text().splitlines():
        if match := ENTRY.match(line):
            keys, _, value = match["types"].rpartition(" -> ")
            hashers = tuple(parts(match["hashers"] or ""))
            kinds = parts(keys[1:-1]) if len(hashers) > 1 else [keys] if keys else []
            default = bytes.fromhex(match["default"]) if match["kind"] == "Default" else None
            prefix = twox_128(match["pallet"]) + twox_128(match["name"])
            found[match["pallet"], match["name"]] = Item(
                prefix, hashers, tuple(kinds), value, default
            )
    return found


# Reading ---------------------------------------------------------------------


class State:
    """The state at the end of one block. A name without a pallet is one of SubtensorModule."""

    # Where they are not those of the interface, which has the ones of slow chains.
    defaults: dict[str, int] = {}

    def __init__(self, node: Node, block: int):
        self.node, self.block = node, block
        self.hash = node.rpc("chain_getBlockHash", [block])
        self._known: dict[bytes, bytes | None] = {}
        self._rows: dict[tuple, dict] = {}

    def get(self, name: str, *keys):
        """A value; what was never written has its default, or is None."""
        item = self._item(name)
        assert len(keys) == len(item.keys), f"{name} has {len(item.keys)} keys"
        found = self._value(item.key(*keys))
        if found is None:
            if name in self.defaults:
                return self.defaults[name]
            found = item.default
        return None if found is None else decoded(item.value, found)

    def rows(self, name: str, *first) -> dict:
        """All values whose keys begin with these, by what follows: alone if it is one key."""
        if (name, first) not in self._rows:
            self._rows[name, first] = self._read_rows(name, first)
        return self._rows[name, first]

    def _read_rows(self, name: str, first: tuple) -> dict:
        item = self._item(name)
        keys = self._keys(item.key(*first))
        for begin in range(0, len(keys), PAGE):
            some = ["0x" + key.hex() for key in keys[begin : begin + PAGE]]
            [change] = self.node.rpc("state_queryStorageAt", [some, self.hash])
            for key, value in change["changes"]:
                self._known[bytes.fromhex(key[2:])] = bytes.fromhex(value[2:])
        rows = {}
        for key in keys:
            rest = item.rest(key, len(first))
            rows[rest[0] if len(rest) == 1 else rest] = decoded(item.value, self._known[key])
        return rows

    def _item(self, name: str) -> Item:
        pallet, _, item = name.rpartition(".")
        return items()[pallet or "SubtensorModule", item]

    def _value(self, key: bytes) -> bytes | None:
        if key not in self._known:
            found = self.node.rpc("state_getStorage", ["0x" + key.hex(), self.hash])
            self._known[key] = None if found is None else bytes.fromhex(found[2:])
        return self._known[key]

    def _keys(self, prefix: bytes) -> list[bytes]:
        found: list[str] = []
        while True:
            last = found[-1] if found else None
            page = self.node.rpc(
                "state_getKeysPaged", ["0x" + prefix.hex(), PAGE, last, self.hash]
            )
            found += page
            if len(page) < PAGE:
                return [bytes.fromhex(key[2:]) for key in found]
