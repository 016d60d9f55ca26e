"""What the reads of the SDK `bittensor` 10.5.0 are asked (spec 70 §21)."""

from __future__ import annotations

from support.keys import RAO, cold, hot
from support.population import (
    DELEGATE,
    FIRST,
    FIRST_MINER,
    LEAVER,
    MINERS,
    NOMINATORS,
    OPEN_LOAN,
    OWNERS,
    SECOND,
    SUBNETS,
    THIRD,
    VALIDATORS,
    VICTIM,
)

HOTKEY, COLDKEY = hot(VALIDATORS[0]), cold(NOMINATORS[0])
LOCKED_TO = hot(VALIDATORS[1])
UID = 1  # of that hotkey
MINER_UID = FIRST_MINER[FIRST]
PAYMENT = ["Balances", "transfer_keep_alive", {"dest": cold(NOMINATORS[1]), "value": RAO}]
TRANSFER = dict(zip(("call_module", "call_function", "call_params"), PAYMENT))

# By name of the parameter.
ARGUMENTS = {
    "netuid": FIRST, "uid": UID, "hotkey_ss58": HOTKEY, "coldkey_ss58": COLDKEY,
    "address": COLDKEY, "block": 1, "addresses": [COLDKEY, cold(VALIDATORS[0])],
    "coldkey_ss58s": [COLDKEY, cold(NOMINATORS[1])], "amount": RAO, "origin_netuid": FIRST,
    "destination_netuid": SECOND, "crowdloan_id": OPEN_LOAN, "proposal_hash": "0x" + "00" * 32,
    "real_account_ss58": COLDKEY, "delegate_account_ss58": cold(DELEGATE),
}
# By method, where these do not fit. A method that is named here sends nothing.
SPECIAL = {
    "get_children_pending": {"netuid": SECOND},
    "get_coldkey_swap_announcement": {"coldkey_ss58": cold(LEAVER)},
    "get_coldkey_swap_dispute": {"coldkey_ss58": cold(VICTIM)},
    "get_commitment": {"uid": MINER_UID},
    "get_commitment_metadata": {"hotkey_ss58": hot(MINERS[0])},
    "get_last_commitment_bonds_reset_block": {"uid": MINER_UID},
    "get_revealed_commitment": {"uid": MINER_UID + 2},
    "get_revealed_commitment_by_hotkey": {"hotkey_ss58": hot(MINERS[2])},
    "get_neuron_certificate": {"netuid": SECOND, "hotkey_ss58": hot(OWNERS[SECOND])},
    "get_all_neuron_certificates": {"netuid": SECOND},
    "get_parents": {"hotkey_ss58": hot(VALIDATORS[2])},
    "get_hotkey_conviction": {"hotkey_ss58": LOCKED_TO},
    "get_stake_lock": {"hotkey_ss58": LOCKED_TO},
    "get_hyperparameter": {"param_name": "Tempo"},
    "query_identity": {"coldkey_ss58": cold(VALIDATORS[0])},
    "get_timelocked_weight_commits": {"netuid": THIRD},
    "get_owned_hotkeys": {"coldkey_ss58": cold(MINERS[0])},
    "is_perpetual_lock": {"coldkey_ss58": cold(NOMINATORS[1])},
    "query_constant": {"module_name": "Balances", "constant_name": "ExistentialDeposit"},
    "query_map": {"module": "SubtensorModule", "name": "NetworksAdded"},
    "query_map_subtensor": {"name": "NetworksAdded"},
    "query_module": {"module": "SubtensorModule", "name": "Tempo", "params": [FIRST]},
    "query_runtime_api": {
        "runtime_api": "SwapRuntimeApi", "method": "current_alpha_price", "params": [FIRST],
    },
    "query_subtensor": {"name": "Tempo", "params": [FIRST]},
    "state_call": {
        "method": "SubnetRegistrationRuntimeApi_get_network_registration_cost", "data": "0x",
    },
    "compose_call": TRANSFER,
    "validate_extrinsic_params": TRANSFER,
    "get_extrinsic_fee": {"call": PAYMENT, "keypair": "//Alice"},
    "get_transfer_fee": {"wallet": "//Alice", "destination_ss58": COLDKEY, "amount": RAO},
    "get_liquidity_list": {"wallet": "//Alice"},
    "filter_netuids_by_registered_hotkeys": {
        "all_netuids": [0, 1, *SUBNETS], "filter_for_netuids": [], "block": None,
        "all_hotkeys": ["//Crowd//validator0//hotkey"],
    },
    "wait_for_block": {"block": 1},
    "get_block_info": {"block": 1},
    "setup_config": {"network": "local", "config": None},
}
