"""What one call changed: the state after its block against the state before it."""

from __future__ import annotations

from .chain import Chain, included_at


class Change:
    """Differences over the block of a call that succeeded or failed, and quotes from just before it.

    They are the call's own where nothing else happens in the block: on quiet subnets.
    """

    def __init__(self, chain: Chain, result):
        self.chain = chain
        self.result = result
        self.at = included_at(result)

    def free(self, address: str) -> int:
        return self._difference(self.chain.free, address)

    def stake(self, coldkey: str, hotkey: str, netuid: int) -> int:
        return self._difference(self.chain.stake, coldkey, hotkey, netuid)

    def item(self, name: str, *keys, pallet: str = "SubtensorModule") -> int:
        def read(at: int) -> int:
            return int(self.chain.client.query((pallet, name), list(keys), block=at) or 0)

        return read(self.at) - read(self.at - 1)

    def quote(self, read: str, **parameters):
        return self.chain.client.at(self.at - 1).read(read, **parameters)

    def _difference(self, read, *arguments) -> int:
        return read(*arguments, self.at) - read(*arguments, self.at - 1)
