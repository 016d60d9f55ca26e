"""What is committed, as bytes: rows of weights, their hashes, and what is sealed to a known round."""

from __future__ import annotations

import hashlib

import bittensor_core

from .keys import key

# The only round of drand's public beacon, quicknet, whose pulse the tests know.
ROUND = 1_000
SIGNATURE = bytes.fromhex(
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125"
    "e342b73a8dd2bacbe47e4b6b63ed5e39"
)
# When it was due, in Unix seconds; the next one was 3 s later.
ROUND_TIME = 1_692_803_367 + 3 * (ROUND - 1)


def u16s(numbers) -> bytes:
    """A short list of numbers in SCALE."""
    return bytes([len(numbers) << 2]) + b"".join(n.to_bytes(2, "little") for n in numbers)


def plain_row(hotkey, uids, values) -> bytes:
    """What a timelocked commit of a key holds, version 0."""
    return b"\x80" + bytes(hotkey.public_key) + u16s(uids) + u16s(values) + bytes(8)


def hash_of_row(hotkey, netuid: int, uids, weights, salt, version: int = 0) -> bytes:
    """The commit to a row that the client reveals: it scales weights by the largest."""
    scaled = [round(weight * 65_535 / max(weights)) for weight in weights]
    preimage = bytes(hotkey.public_key) + netuid.to_bytes(2, "little")
    preimage += u16s(uids) + u16s(scaled) + u16s(salt) + version.to_bytes(8, "little")
    return hashlib.blake2b(preimage, digest_size=32).digest()


def sealed(plain: bytes) -> bytes:
    """A ciphertext of the client's library that the known pulse opens."""
    envelope, reveal_round = bittensor_core.encrypt_at_round(plain, ROUND)
    assert reveal_round == ROUND
    return bytes(bittensor_core.inner_ciphertext(envelope))


def timelocked(encrypted: bytes, reveal_round: int) -> dict:
    """A commitment with one sealed field."""
    field = {"TimelockEncrypted": {"encrypted": encrypted, "reveal_round": reveal_round}}
    return {"fields": [[field]]}


def pulse_extrinsic(block: int, signature: bytes = SIGNATURE) -> str:
    """A pulse of the known round, the beacon's unless said otherwise, as a worker sends it."""
    worker = key("//worker")
    pulse = ROUND.to_bytes(8, "little") + b"\x80" + hashlib.sha256(signature).digest()
    pulse += b"\xc0" + signature
    payload = block.to_bytes(4, "little") + b"\x04" + pulse + b"\x01" + bytes(worker.public_key)
    call = bytes([26, 0]) + payload + b"\x01\x01" + worker.sign(payload)
    extrinsic = b"\x04" + call
    length = (len(extrinsic) << 2 | 1).to_bytes(2, "little")
    return "0x" + (length + extrinsic).hex()
