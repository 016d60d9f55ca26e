"""Every command of `bittensor-cli` 9.23.2 has one place: a test that runs it, or why there is none.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

# Commands that never ask the chain for anything but its newest block.
OFF_CHAIN = {
    *(
        f"config {name}" for name in (
            "set", "get", "clear", "add-proxy", "proxies", "remove-proxy", "update-proxy",
            "clear-proxies",
        )
    ),
    *(
        f"wallet {name}" for name in (
            "list", "regen-coldkey", "regen-coldkeypub", "regen-hotkey", "regen-hotkeypub",
            "new-hotkey", "new-coldkey", "create", "sign", "verify", "encrypt", "decrypt",
        )
    ),
    "utils convert", "utils latency",
}
# Commands that the client no longer has working whatever the chain says (spec 70 §16.1): how they
# are called, and how they end. One is switched off, one takes an answer for what it never was, and
# one asks for a storage item by a name that never existed.
BROKEN = {
    "wallet history": ("", "This command is currently disabled"),
    "wallet inspect": ("", "'tuple' object has no attribute 'get'"),
    "weights commit": (
        "--netuid 2 --uids 5 --weights 1 --salt 1", "get_commit_reveal_weights_enabled"
    ),
}
# Commands that ask for what the public network has removed: how they are called, what they miss.
NO_SENATE = 'Pallet "SenateMembers" not found'
GONE = {
    "sudo senate": ("", NO_SENATE),
    "sudo proposals": ("", NO_SENATE),
    "sudo senate-vote": (f"--proposal 0x{32 * '00'} --vote-aye", NO_SENATE),
    "stake set-claim": (
        "Keep", "Call function 'SubtensorModule.set_root_claim_type' not found"
    ),
}


def covers(*names: str):
    """Marks a test that runs these commands."""

    def mark(test):
        test.covers = set(names)
        return test

    return mark


def covered() -> set[str]:
    """The commands that the tests of this folder run."""
    paths = Path(__file__).parent.glob("test_*.py")
    modules = [import_module(f"older.{path.stem}") for path in paths]
    tests = [test for module in modules for test in vars(module).values()]
    return set().union(*(getattr(test, "covers", ()) for test in tests if callable(test)))
