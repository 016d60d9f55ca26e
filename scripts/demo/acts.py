"""What is sent to a chain, as data: calls, and transactions of the accounts that sign them.

Accounts are named by the path of their secret, such as `//Demo//validator//3`. Everybody knows
these secrets.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import lru_cache

from bittensor_core import Keypair

TAO = 1_000_000_000
U16_MAX = 2**16 - 1
U64_MAX = 2**64 - 1
ALICE = "//Alice"
# Of the phrase that `//Alice` and the like are derived from everywhere: to stretch the phrase
# itself takes a while for each account.
PHRASE_SEED = "0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e"


def dice(*name) -> random.Random:
    """A source of numbers that depends on the name only, the seed being a part of it."""
    return random.Random("/".join(str(part) for part in name))


@lru_cache(maxsize=None)
def keypair(account: str) -> Keypair:
    return Keypair.create_from_uri(PHRASE_SEED + account)


@lru_cache(maxsize=None)
def address(account: str) -> str:
    return keypair(account).ss58_address


def hotkey(coldkey: str) -> str:
    """The one hotkey of an account of the demo."""
    return f"{coldkey}//hotkey"


@dataclass(frozen=True)
class Call:
    """A call of the runtime, with arguments as the metadata names them."""

    pallet: str
    function: str
    arguments: dict = field(hash=False)


@dataclass(frozen=True)
class Transaction:
    """Calls that an account makes, all or none of them; `why` is for those who watch."""

    signer: str
    calls: tuple[Call, ...]
    why: str = ""


def core(function: str, **arguments) -> Call:
    return Call("SubtensorModule", function, arguments)


def admin(function: str, **arguments) -> Call:
    return Call("AdminUtils", function, arguments)


def transfer(to: str, rao: int) -> Call:
    return Call("Balances", "transfer_keep_alive", {"dest": address(to), "value": rao})


def sudo(call: Call) -> Call:
    """The call, made by root."""
    return Call("Sudo", "sudo", {"call": call})


def commitment(netuid: int, text: str) -> Call:
    raw = text.encode()
    fields = [[{f"Raw{len(raw)}": "0x" + raw.hex()}]]
    return Call("Commitments", "set_commitment", {"netuid": netuid, "info": {"fields": fields}})


def by_signer(pairs) -> list[Transaction]:
    """One transaction for each signer, of pairs of signers and calls, in their order."""
    calls: dict[str, list[Call]] = {}
    for signer, call in pairs:
        calls.setdefault(signer, []).append(call)
    return [Transaction(signer, tuple(made)) for signer, made in calls.items()]
