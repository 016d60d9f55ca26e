"""Development keys and the endowments of the dev presets (in rao)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bittensor.sp_core import Keypair

RAO = 1_000_000_000

# Address and balance at genesis of every endowed account of preset `dev`.
ENDOWED = {
    "//Alice": ("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", 1_000_000 * RAO),
    "//Bob": ("5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty", 1_000_000 * RAO),
    "//Charlie": ("5FLSigC9HGRKVhB9FiEo4Y3koPsNmBmLJbpXg2mp1hXcS59Y", 1_000_000 * RAO),
    "//Dave": ("5DAAnrj7VHTznn2AWBemMuyBwZWs6FNFjdyVXUeYum3PTXFy", 2_000 * RAO),
    "//Eve": ("5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw", 2_000 * RAO),
    "//Ferdie": ("5CiPPseXPECbkjWCa6MnjNokrgYjMqmKndv2rSnekmSK2DjL", 2_000 * RAO),
    "//One": ("5Fxune7f71ZbpP2FoY3mhYcmM596Erhv1gRue4nsPwkxMR4n", 2_000 * RAO),
    "//Two": ("5CUjxa4wVKMj3FqKdqAUf7zcEMr4MYAjXeWmUf44B41neLmJ", 2_000 * RAO),
    "//Three": ("5FKiDJ3T1c59m3QwQVgXyk2QmibqBaYSzk2X5eiPjLR438pk", 2_000 * RAO),
}


def key(uri: str) -> Any:
    return Keypair.create_from_uri(uri)


@dataclass(frozen=True)
class DevWallet:
    """Wallet-shaped holder of two development keys, as the client accepts it."""

    coldkey: Any
    hotkey: Any

    @property
    def coldkeypub(self) -> Any:
        return self.coldkey


def wallet(coldkey_uri: str, hotkey_uri: str | None = None) -> DevWallet:
    return DevWallet(key(coldkey_uri), key(hotkey_uri or f"{coldkey_uri}//hotkey"))


def cold(who: DevWallet) -> str:
    return who.coldkey.ss58_address


def hot(who: DevWallet) -> str:
    return who.hotkey.ss58_address


def seeded(seed: bytes) -> Any:
    """The key of a secret seed, for wallets that btcli has too."""
    return Keypair.create_from_seed(seed)
