"""Root's hand on a chain that is sealed by command: a block of calls of anybody at a time.

Everything is encoded by the metadata of the node, so a runtime with other calls or another storage
layout is refused or followed, never misread.
"""

from __future__ import annotations

import json

from bittensor.sp_core import Keypair
from bittensor_core import Runtime
from support.node import RpcError, Sealed

# Seconds that a block of some thousand calls may take on a busy machine.
PATIENCE = 900.0
# What a transaction says that it weighs; nothing measures it, so that a block takes all its calls.
SAID_WEIGHT = {"ref_time": 1_000_000_000, "proof_size": 0}


class Patient(Sealed):
    """A sealed node that may start slowly: measurements are the last to get a busy machine."""

    patience = PATIENCE


class Root:
    """Makes blocks of calls on a node, as the owner of the sudo key `//Alice`."""

    def __init__(self, node: Sealed):
        self.node = node
        self.key = Keypair.create_from_uri("//Alice")
        version = self.rpc("state_getRuntimeVersion")
        metadata = bytes.fromhex(self.rpc("state_getMetadata").removeprefix("0x"))
        self.runtime = Runtime(metadata, version["specVersion"], version["transactionVersion"])
        self.remark = self.call("System", "remark", remark=b"")
        self.genesis = self.rpc("chain_getBlockHash", [0])

    @property
    def address(self) -> str:
        return self.key.ss58_address

    def rpc(self, method: str, params: list | None = None):
        """One JSON-RPC call, which may take long."""
        body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params or []}
        answer = json.loads(self.node.post(json.dumps(body).encode(), timeout=PATIENCE))
        if "error" in answer:
            raise RpcError(answer["error"])
        return answer["result"]

    # Reading -----------------------------------------------------------------

    def get(self, item: str, *keys, pallet: str = "SubtensorModule"):
        """A storage item at the best block; its default, or None, where nothing is stored."""
        entry = self.runtime.storage_entry(pallet, item)
        found = self.rpc("state_getStorage", ["0x" + self.storage_key(item, *keys, pallet=pallet).hex()])
        if found is None and entry.modifier != "Default":
            return None
        raw = bytes(entry.default_bytes) if found is None else bytes.fromhex(found.removeprefix("0x"))
        return self.runtime.decode(entry.value_type, raw)

    def storage_key(self, item: str, *keys, pallet: str = "SubtensorModule") -> bytes:
        return bytes(self.runtime.storage_key(pallet, item, list(keys)))

    def best(self) -> int:
        return int(self.rpc("chain_getHeader")["number"], 16)

    # Calls -------------------------------------------------------------------

    def call(self, pallet: str, function: str, **arguments) -> bytes:
        return bytes(self.runtime.compose_call(pallet, function, arguments))

    def by(self, account: str, function: str, pallet: str = "SubtensorModule", **arguments) -> bytes:
        """A call that an account makes, without its signature."""
        # The codec takes a call in bytes only where no other argument is an enum: one is put in place.
        stand_in = {"System": {"remark": {"remark": "0x"}}}
        origin = {"system": {"Signed": account}}
        whole = self.call("Utility", "dispatch_as_fallible", as_origin=origin, call=stand_in)
        if not whole.endswith(self.remark):
            raise RuntimeError("a call does not end with the call that it holds")
        return whole.removesuffix(self.remark) + self.call(pallet, function, **arguments)

    def put(self, item: str, *keys, value) -> bytes:
        """A call that stores a value of the main pallet, which no call of anybody would."""
        entry = self.runtime.storage_entry("SubtensorModule", item)
        pair = (self.storage_key(item, *keys), bytes(self.runtime.encode(entry.value_type, value)))
        return self.call("System", "set_storage", items=[tuple("0x" + half.hex() for half in pair)])

    # Blocks ------------------------------------------------------------------

    def seal(self, calls: list[bytes]) -> None:
        """Makes a block of the calls. RuntimeError if one of them fails: then none has happened."""
        batch = self.call("Utility", "batch_all", calls=calls)
        call = self.call("Sudo", "sudo_unchecked_weight", call=batch, weight=SAID_WEIGHT)
        self.rpc("author_submitExtrinsic", ["0x" + self.signed(call).hex()])
        self.rpc("engine_createBlock", [True, True, None])
        self.check_outcome()

    def signed(self, call: bytes) -> bytes:
        """A transaction of the sudo key that is valid forever, with its length in front."""
        nonce = self.rpc("system_accountNextIndex", [self.address])
        terms = {"era": "00", "nonce": nonce, "tip": 0, "tip_asset_id": None}
        hashes = {name: bytes.fromhex(self.genesis[2:]) for name in ("genesis_hash", "era_block_hash")}
        payload = bytes(self.runtime.signature_payload(call, **terms, **hashes))
        signature = {"signature": bytes(self.key.sign(payload)), "signature_version": 1}
        public_key = bytes(self.key.public_key)
        extrinsic, _hash = self.runtime.encode_signed_extrinsic(call, public_key=public_key, **signature, **terms)
        return bytes(extrinsic)

    def check_outcome(self) -> None:
        """Whether the transaction of the best block is in it and did what it said."""
        for record in self.get("Events", pallet="System"):
            event = record["event"]
            if (event["module_id"], event["event_id"]) == ("Sudo", "Sudid"):
                outcome = event["attributes"]["sudo_result"]
                if "Ok" not in outcome:
                    raise RuntimeError(self.name_of(outcome["Err"]))
                return
        raise RuntimeError(f"block {self.best()} does not hold the transaction:\n{self.node.log_tail()}")

    def name_of(self, error) -> str:
        """The name of a dispatch error."""
        if isinstance(error, dict) and "Module" in error:
            index, number = error["Module"]["index"], error["Module"]["error"]
            first = bytes.fromhex(number.removeprefix("0x"))[0] if isinstance(number, str) else number[0]
            return str(self.runtime.module_error(index, first)[0])
        return str(error)
