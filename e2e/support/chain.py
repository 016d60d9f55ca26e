"""Short names for what the tests do with the client: submit, read, wait."""

from __future__ import annotations

import time

import bittensor
from bittensor import calls, storage
from bittensor.intents import Intent

from .keys import key, wallet

WAIT = 60.0


def included_at(result) -> int:
    """The block that a submitted call is in."""
    return int(result.extrinsic_id.split("-")[0])


def events(result, name: str, pallet: str = "SubtensorModule") -> list:
    """The fields of each event of that name that the call caused."""
    records = [entry["event"] for entry in result.events]
    return [e["attributes"] for e in records if (e["module_id"], e["event_id"]) == (pallet, name)]


class Chain:
    """The connected client plus the few helpers that every test needs.

    Waiting for finality, as the client does by default, takes a few blocks per
    call; a chain with one authority never takes a block back, so tests with many
    calls go without it.
    """

    def __init__(self, client: bittensor.SyncClient, *, wait_for_finality: bool = True):
        self.client = client
        self.waiting = {"wait_for_finalization": wait_for_finality}

    # Writing -----------------------------------------------------------------

    def submit(self, call, signer, role: str = "coldkey"):
        """Submits a composed call in clear and insists on success."""
        result = self.client.submit_call(call, signer, signer=role, **self.waiting)
        assert result.success, f"{call.module}.{call.function}: {result.message}"
        return result

    def refuse(self, action, signer, role: str = "coldkey"):
        """Submits a call or an intent that must fail; returns the failed result."""
        if isinstance(action, Intent):
            result = self.client.execute(action, signer, **self.waiting)
        else:
            result = self.client.submit_call(action, signer, signer=role, **self.waiting)
        assert not result.success, f"{action} succeeded"
        return result

    def batch(self, actions, signer):
        """Submits several calls as one that succeeds as a whole or not at all."""
        composed = [self.client.compose(call) for call in actions]
        return self.submit(calls.Utility.batch_all(calls=composed), signer)

    def sudo(self, *actions):
        """Has root make the calls, in one transaction."""
        composed = [self.client.compose(call) for call in actions]
        inner = calls.Utility.batch_all(calls=composed) if len(composed) > 1 else actions[0]
        return self.submit(calls.Sudo.sudo(call=self.client.compose(inner)), wallet("//Alice"))

    def run(self, intent, signer):
        """Executes an intent of the client, with its own preflight."""
        result = self.client.execute(intent, signer, **self.waiting)
        assert result.success, f"{intent}: {result.message}"
        return result

    def stand_still(self) -> int:
        """Leaves the making of blocks to nobody; returns the last one."""
        nobody = "0x" + bytes(key("//Nobody").public_key).hex()
        done = self.sudo(calls.AdminUtils.swap_authorities(new_authorities=[nobody]))
        return included_at(done)

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

    def wait_until(self, condition) -> None:
        """Asks after each block until the condition holds."""
        deadline = time.monotonic() + WAIT
        while not condition():
            assert time.monotonic() < deadline, f"nothing after {WAIT} s"
            self.wait_blocks(1)

    def wait_final(self, block: int) -> None:
        deadline = time.monotonic() + WAIT
        while self.client.finalized_block < block:
            assert time.monotonic() < deadline, f"block {block} is not final after {WAIT} s"
            time.sleep(0.1)
