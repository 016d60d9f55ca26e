"""Every command of btcli 11.3.0: what becomes of it on this chain.

The groups `tx` and `query` are made by the program itself of the operations and reads that the
client registers; those are tested as such. What reads the chain is in `shown.py`, the rest is in
one of the tables below.
"""

from __future__ import annotations

from collections.abc import Iterator

from support.btcli import program
from support.keys import cold, hot
from support.population import FIRST, VALIDATORS

from .intents import EVM_ADDRESS, OWNER

GENERATED = ("tx", "query")


def commands() -> Iterator[str]:
    """Every command that the program shows, by its words."""
    pending = [("", program())]
    while pending:
        words, command = pending.pop()
        below = getattr(command, "commands", None)
        if below is None:
            yield words
            continue
        pending += [
            (f"{words} {name}".strip(), each) for name, each in below.items() if not each.hidden
        ]


SEATED = VALIDATORS[0]
ON_FIRST = ("--netuid", str(FIRST))

# Commands that change the chain, and the other tests that run them and look at what they did.
EXECUTED_ELSEWHERE = {
    "wallet transfer": "core/test_btcli.py::test_transfer",
    "wallet set-identity": "core/test_subnets.py::test_a_coldkey_says_who_it_is",
    "wallet swap-hotkey": "core/test_hotkey_swap.py::test_everywhere_with_btcli",
    "wallet swap-coldkey": "core/test_coldkey_swap.py::test_btcli_announces_checks_and_swaps",
    "wallet announce-coldkey-swap":
        "core/test_coldkey_swap.py::test_btcli_announces_checks_and_swaps",
    "stake add": "staking/test_btcli_stake.py::test_add",
    "stake remove": "staking/test_btcli_stake.py::test_remove",
    "stake move": "staking/test_btcli_stake.py::test_move",
    "stake move-swap": "staking/test_btcli_stake.py::test_move_and_swap",
    "stake transfer": "staking/test_btcli_stake.py::test_transfer",
    "stake swap": "staking/test_btcli_stake.py::test_swap",
    "stake burn": "staking/test_btcli_stake.py::test_burn",
    "stake unstake-all": "staking/test_btcli_stake.py::test_leaving",
    "stake unstake-all-alpha": "staking/test_btcli_stake.py::test_leaving",
    "stake set-auto": "staking/test_btcli_stake.py::test_auto_stake",
    "stake child set":
        "staking/test_btcli_stake.py::test_children_are_proposed_with_their_parts",
    "stake child revoke":
        "staking/test_btcli_stake.py::test_children_come_into_force_and_are_revoked",
    "stake child take": "staking/test_btcli_stake.py::test_take_of_a_child_key",
    "root claim": "funds/test_root_commands.py::test_a_claim_costs_what_was_predicted",
    "root allocate":
        "funds/test_root_commands.py::test_an_allocation_buys_shares_at_what_it_adds",
    "root move": "funds/test_root_commands.py::test_a_move_claims_and_takes_everything_along",
    "root swap": "funds/test_root_commands.py::test_a_swap_gives_what_was_quoted",
    "subnets register": "staking/test_btcli_stake.py::test_a_registration_goes_out_encrypted",
    "subnets create": "core/test_readme.py::test_the_lines_of_the_readme_work",
    **dict.fromkeys(
        ("conviction add", "conviction mode", "conviction accept", "conviction move"),
        "core/test_locks.py::test_btcli_locks_shows_and_moves",
    ),
    "hparams set": "core/test_hyperparameters.py::test_the_owner_sets",
    "hparams start":
        "core/test_subnets.py::test_an_owner_starts_its_subnet_and_decides_about_epochs",
    "hparams set-symbol": "core/test_subnets.py::test_an_owner_chooses_a_symbol",
    "hparams set-identity": "core/test_subnets.py::test_an_owner_names_its_subnet",
    "hparams trim-null-batch": "core/test_null.py::test_the_owner_prunes_and_switches_back",
    "misc weights set": "core/test_commits.py::test_the_chain_reveals_what_the_client_sets",
    "misc weights commit": "core/test_commits.py::test_the_chain_reveals_what_the_client_sets",
    "misc weights reveal": "core/test_commits.py"
        "::test_weights_are_committed_by_hash_and_revealed_in_the_next_epoch",
    "misc axon set": "core/test_serving.py::test_btcli_serves_with_a_certificate",
}

# Executed by `executed/test_btcli.py`.
EXECUTED_HERE = {
    "call", "wallet associate-hotkey", "root register", "hparams set-take", "hparams stake-burn",
    "hparams trim", "hparams trim-null", "hparams mechanisms count", "evm fund", "proxy create",
    "proxy kill", "proxy add", "proxy remove", "proxy execute", "misc axon reset",
    "misc collateral add", "misc collateral set-min",
}

# Commands that need a later feature, how they are called, and what they say.
NO_ETHEREUM, NO_PALLET = "Method not found", 'pallet \\"EVM\\" not found'
LATER: dict[str, tuple[tuple[str, ...], str]] = {
    "evm balance": ((EVM_ADDRESS,), NO_ETHEREUM),
    "evm doctor": ((), NO_ETHEREUM),
    "evm send": (("--to", EVM_ADDRESS, "--amount-tao", "1"), NO_ETHEREUM),
    "evm send-to-ss58": (("--to", cold(OWNER), "--amount-tao", "1"), NO_ETHEREUM),
    "evm associate": (ON_FIRST, "SubtensorModule.associate_evm_key not found"),
    "evm call": (("staking", "getTotalColdkeyStake", "0x" + "00" * 32), NO_ETHEREUM),
    "evm deploy": (("{home}/contract.bin",), NO_ETHEREUM),
    "evm setup-localnet": ((), "not found"),
    "evm claim-deposit": (("--amount-tao", "1"), NO_PALLET),
    "evm stake add": ((*ON_FIRST, "--amount-tao", "1", "--hotkey", hot(SEATED)), NO_ETHEREUM),
    "evm stake remove": ((*ON_FIRST, "--amount-alpha", "1", "--hotkey", hot(SEATED)), NO_ETHEREUM),
    "evm stake show": ((*ON_FIRST, "--hotkey", hot(SEATED)), NO_ETHEREUM),
}

# Commands that need something beside the chain: an indexer of the public network, its presets, or
# releases of its repository.
OUTSIDE = {"wallet history", "misc upgrade check", "misc upgrade sign"}

# Commands that never ask the chain: keys, address books, settings, texts.
LOCAL = {
    *(f"wallet {name}" for name in (
        "create", "new-coldkey", "new-hotkey", "regen-coldkey", "regen-hotkey", "regen-coldkeypub",
        "regen-hotkeypub", "sign", "verify", "encrypt", "decrypt", "unlock", "show", "list",
        "keychain save", "keychain show", "keychain delete",
    )),
    *(f"addr {name}" for name in ("add", "save", "list", "show", "remove")),
    *(f"config {name}" for name in ("set", "get", "unset", "clear", "path")),
    *(f"evm {name}" for name in (
        "mirror", "pubkey", "deposit-address", "precompiles", "abi", "networks", "config",
        "key new", "key import", "key export", "key list", "key show",
    )),
    *(f"proxy book {name}" for name in ("add", "list", "remove", "update", "clear")),
    "multisig list", "multisig remove",
    *(f"misc timelock {name}" for name in ("encrypt", "decrypt", "show")),
    *(f"misc extension {name}" for name in ("bridge", "stop", "accounts")),
    "misc convert", "stake wizard", "tools", "explain",
}
