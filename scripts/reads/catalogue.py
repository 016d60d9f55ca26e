"""The reads that are timed: how each is asked for, on a chain made by scripts/populate."""

from __future__ import annotations

import itertools
import json
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plan import Size, account_id

# Fields of a metagraph by number (spec 70 §5): what a miner's dashboard shows, and all of them.
FEW_FIELDS = (5, 6, 7, 52, 53, 57, 60, 67, 68, 69)
ALL_FIELDS = tuple(range(77))
# The limit of a page, of four bytes.
EIGHT = struct.pack("<I", 8)


@dataclass(frozen=True)
class Read:
    """One read; its parameters for the n-th time it is asked, so that no answer is asked for twice
    in a row where there are several subnets."""

    name: str
    method: str
    params: Callable[[int], list]

    def requests(self) -> Iterator[str]:
        """Requests without end, each with an id of its own."""
        for number in itertools.count():
            body = {"jsonrpc": "2.0", "id": number, "method": self.method, "params": self.params(number)}
            yield json.dumps(body)


def compact(number: int) -> bytes:
    return bytes([number << 2]) if number < 64 else struct.pack("<H", number << 2 | 1)


def u16(number: int) -> bytes:
    return struct.pack("<H", number)


def call(name: str, arguments: Callable[[int], bytes] = lambda _: b"") -> Read:
    """A call into the runtime, which wallets and miners make for everything."""
    method = name.replace(" ", "_")
    return Read(name.split(" ")[-1], "state_call", lambda number: [method, "0x" + arguments(number).hex()])


def direct(name: str, params: Callable[[int], list] = lambda _: []) -> Read:
    return Read(name, name, params)


def floor() -> Read:
    """The least that a call into the runtime can take, which everything is compared with."""
    version = call("Core version")
    return Read("Core_version", version.method, version.params)


def catalogue(size: Size, key: Callable[..., bytes]) -> list[Read]:
    """All reads. `key` gives the key of an item of the main pallet."""

    def netuid(number: int) -> int:
        return 1 + number % size.subnets

    def subnet(number: int) -> bytes:
        return u16(netuid(number))

    def fields(numbers: tuple[int, ...]) -> Callable[[int], bytes]:
        listed = compact(len(numbers)) + b"".join(map(u16, numbers))
        return lambda number: subnet(number) + listed

    def coldkeys(count: int) -> Callable[[int], bytes]:
        return lambda number: compact(count) + b"".join(
            account_id("cold", 1 + (number + nth) % size.validators) for nth in range(count)
        )

    def keys(number: int, count: int) -> list[str]:
        return ["0x" + key("Keys", netuid(number), uid).hex() for uid in range(count)]

    many = min(size.validators, 32)
    info = "SubnetInfoRuntimeApi"
    few, whole = (
        Read(f"get_selective_metagraph, {len(numbers)} fields", read.method, read.params)
        for numbers in (FEW_FIELDS, ALL_FIELDS)
        for read in [call(f"{info} get_selective_metagraph", fields(numbers))]
    )
    stakes = call("StakeInfoRuntimeApi get_stake_info_for_coldkeys", coldkeys(many))
    return [
        direct("system_health"),
        floor(),
        Read("state_getStorage, a value", "state_getStorage", lambda n: keys(n, 1)),
        Read(f"state_queryStorageAt, {size.uids} values", "state_queryStorageAt", lambda n: [keys(n, size.uids)]),
        direct("state_getMetadata"),
        call(f"{info} get_metagraph", subnet),
        whole,
        few,
        call(f"{info} get_mechagraph", lambda n: subnet(n) + b"\0"),
        call(f"{info} get_subnet_state", subnet),
        call("NeuronInfoRuntimeApi get_neurons_lite", subnet),
        call("NeuronInfoRuntimeApi get_neurons", subnet),
        call("NeuronInfoRuntimeApi get_neuron_lite", lambda n: subnet(n) + u16(n % size.uids)),
        call(f"{info} get_all_dynamic_info"),
        call(f"{info} get_dynamic_info", subnet),
        call(f"{info} get_subnets_info_v2"),
        call(f"{info} get_subnet_hyperparams_v3", subnet),
        call("SwapRuntimeApi current_alpha_price_all"),
        call("SwapRuntimeApi current_alpha_price", subnet),
        call("StakeInfoRuntimeApi get_stake_info_for_coldkey", lambda n: coldkeys(1)(n)[1:]),
        Read(f"get_stake_info_for_coldkeys, {many}", stakes.method, stakes.params),
        call("DelegateInfoRuntimeApi get_delegates"),
        direct("subnetInfo_getMetagraph", lambda n: [netuid(n)]),
        direct("subnetInfo_getAllDynamicInfo"),
        direct("neuronInfo_getNeuronsLite", lambda n: [netuid(n)]),
        direct("swap_currentAlphaPriceAll"),
        direct("neuronInfo_getNeurons", lambda n: [netuid(n)]),
        direct("delegateInfo_getDelegates"),
        # Eight subnets after one that takes turns.
        call("PagedReadsRuntimeApi get_metagraph_page", lambda n: b"\1" + subnet(n) + EIGHT),
        call(f"{info} get_all_metagraphs"),
    ]
