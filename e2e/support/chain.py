"""Short names for what the tests do with the client: submit, read, wait."""

from __future__ import annotations

import time

import bittensor
from bittensor import calls, storage

from .keys import wallet

SUBTENSOR = storage.SubtensorModule
WAIT = 60.0


class Chain:
    """The connected client plus the few helpers that every test needs."""

    def __init__(self, client: bittensor.SyncClient):
        self.client = client

    # Writing -----------------------------------------------------------------

    def submit(self, call, signer, role: str = "coldkey"):
        """Submits a composed call in clear and insists on success."""
        result = self.client.submit_call(call, signer, signer=role)
        assert result.success, f"{call.module}.{call.function}: {result.message}"
        return result

    def refuse(self, call, signer, role: str = "coldkey"):
        """Submits a call that must fail; returns the failed result."""
        result = self.client.submit_call(call, signer, signer=role)
        assert not result.success, f"{call.module}.{call.function} succeeded"
        return result

    def sudo(self, call):
        return self.submit(calls.Sudo.sudo(call=self.client.compose(call)), wallet("//Alice"))

    def run(self, intent, signer):
        """Executes an intent of the client, with its own preflight."""
        result = self.client.execute(intent, signer)
        assert result.success, f"{intent}: {result.message}"
        return result

    # Reading -----------------------------------------------------------------

    def get(self, name: str, *keys, at: int | None = None):
        """A storage item of SubtensorModule, by name."""
        return self.client.query(("SubtensorModule", name), list(keys), block=at)

    def rows(self, name: str, *prefix, at: int | None = None):
        return self.client.query_map(("SubtensorModule", name), list(prefix), block=at)

    def free(self, address: str, at: int | None = None) -> int:
        account = self.client.query(storage.System.Account, [address], block=at)
        return int(account["data"]["free"])

    def nonce(self, address: str) -> int:
        return int(self.client.query(storage.System.Account, [address])["nonce"])

    def stake(self, coldkey, hotkey, netuid: int, at: int | None = None) -> int:
        """The value of one stake position in rao, zero if there is none."""
        view = self.client.at(at)
        return view.read(
            "stake", coldkey_ss58=coldkey, hotkey_ss58=hotkey, netuid=netuid
        ).rao

    def hotkey_stake(self, netuid: int, at: int) -> dict[str, int]:
        """TotalHotkeyAlpha of every hotkey on one subnet."""
        return {
            hotkey: int(value)
            for (hotkey, on), value in self.rows("TotalHotkeyAlpha", at=at)
            if int(on) == netuid and int(value)
        }

    # Waiting -----------------------------------------------------------------

    def wait_blocks(self, count: int) -> int:
        target = self.client.block + count
        self.client.wait_for_block(target, timeout=WAIT)
        return target

    def wait_epoch(self, netuid: int) -> int:
        """Waits for the subnet's next epoch; returns the block in which it ran."""
        return self.client.wait_for_epoch(netuid, timeout=WAIT).block

    def wait_final(self, block: int) -> None:
        deadline = time.monotonic() + WAIT
        while self.client.finalized_block < block:
            assert time.monotonic() < deadline, f"block {block} is not final after {WAIT} s"
            time.sleep(0.1)
