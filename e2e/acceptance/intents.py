"""Every operation that the client registers: sensible arguments, and where it is executed.

A plan is the client's dry run: the call is composed, its fee estimated, its preflight done.
"""

from __future__ import annotations

from support.keys import DevWallet, cold, hot, wallet
from support.population import (
    DELEGATE,
    FIRST,
    FIRST_MINER,
    LEAVER,
    MINERS,
    NEURONS,
    NOMINATORS,
    OWNERS,
    SECOND,
    SIGNATORIES,
    SUCCESSOR,
    THIRD,
    VALIDATORS,
)

ALICE = wallet("//Alice")
OWNER, SECOND_OWNER = OWNERS[FIRST], OWNERS[SECOND]
SEATED, SEATED_TOO, VALIDATOR, UNSEATED = VALIDATORS
STAKER = NOMINATORS[2]
MINER = NEURONS[SECOND][FIRST_MINER[SECOND]]
NEWCOMER = wallet("//Crowd//nominator3", "//Crowd//newcomer")
EVM_ADDRESS = "0x" + "1f" * 20
PAYMENT = {"op": "transfer", "dest_ss58": cold(SUCCESSOR), "amount_tao": "1"}
SHARED = sorted(SIGNATORIES, key=lambda who: bytes(who.coldkey.public_key))


def others(who: DevWallet) -> list[str]:
    return [cold(other) for other in SIGNATORIES if other != who]


ON_FIRST = {"netuid": FIRST}
HELD = {"hotkey_ss58": hot(SEATED), "netuid": FIRST}
LIMIT = {"limit_price_rao": 10**12}
ACROSS = {"origin_netuid": FIRST, "dest_netuid": SECOND, "amount_alpha": "1"}
ROUTE = {"origin_hotkey_ss58": hot(SEATED), "dest_hotkey_ss58": hot(SEATED_TOO), **ACROSS}
FUND = {"hotkey_ss58": hot(SEATED)}
LEG = {"origin_netuid": FIRST, "dest_netuid": SECOND, "amount": "0.001"}
PURE = {"proxy_type": "Any", "delay": 0, "index": 0}
RELATION = {"delegate_ss58": cold(DELEGATE), "proxy_type": "Staking", "delay": 0}
SHARED_CALL = {"other_signatories": others(SHARED[1]), "call": PAYMENT}

# Who plans it, and the arguments.
PLANS: dict[str, tuple[DevWallet, dict]] = {
    "transfer": (STAKER, {"dest_ss58": cold(SUCCESSOR), "amount_tao": "1"}),
    "transfer_all": (STAKER, {"dest_ss58": cold(SUCCESSOR)}),
    "add_stake": (STAKER, {**HELD, "amount_tao": "10"}),
    "add_stake_limit": (STAKER, {**HELD, **LIMIT, "amount_tao": "10"}),
    "move_stake": (STAKER, ROUTE),
    "move_swap_stake": (STAKER, ROUTE),
    "remove_stake": (STAKER, {**HELD, "amount_alpha": "1"}),
    "remove_stake_limit": (STAKER, {**HELD, "limit_price_rao": 1, "amount_alpha": "1"}),
    "set_auto_stake": (STAKER, HELD),
    "stake_into_basket": (STAKER, {**FUND, "amount_tao": "1"}),
    "swap_basket": (SEATED, {**FUND, **LEG}),
    "swap_basket_many": (
        SEATED,
        # Two: the client takes a single leg for the list of them.
        {**FUND, "legs": [LEG, LEG]},
    ),
    "swap_stake": (STAKER, {**FUND, **ACROSS}),
    "transfer_stake": (
        STAKER,
        {
            **FUND, "dest_coldkey_ss58": cold(SUCCESSOR), "origin_netuid": FIRST,
            "dest_netuid": FIRST, "amount_alpha": "1",
        },
    ),
    "unstake_all": (STAKER, FUND),
    "unstake_all_alpha": (STAKER, FUND),
    "burned_register": (NEWCOMER, ON_FIRST),
    "claim_root": (NOMINATORS[0], {"subnets": [FIRST]}),
    "claim_root_with_hotkey": (NOMINATORS[0], FUND),
    "pow_register": (
        NEWCOMER, {**ON_FIRST, "work_block": 1, "nonce": 1, "work_hex": "0x" + "00" * 32}
    ),
    "register_subnet": (NEWCOMER, {}),
    "root_register": (VALIDATOR, {}),
    "start_call": (OWNER, ON_FIRST),
    "swap_hotkey": (UNSEATED, {"new_hotkey_ss58": hot(wallet("//Crowd//swapped"))}),
    "commit_weights": (SEATED, {"netuid": THIRD, "uids": [3, 4], "weights": [1, 2]}),
    "reveal_weights": (SEATED, {"netuid": THIRD, "uids": [3], "weights": [1], "salt": [7]}),
    "set_weights": (SEATED, {**ON_FIRST, "uids": [5, 6], "weights": [1, 2]}),
    "reset_axon": (MINERS[0], ON_FIRST),
    "serve_axon": (MINERS[0], {**ON_FIRST, "ip": "8.8.8.8", "port": 8_091}),
    "serve_axon_tls": (
        MINERS[0],
        {**ON_FIRST, "ip": "8.8.8.8", "port": 8_091, "certificate": "0x01" + "ab" * 32},
    ),
    "serve_prometheus": (MINERS[0], {**ON_FIRST, "ip": "8.8.8.8", "port": 9_100}),
    "set_hyperparameter": (OWNER, {**ON_FIRST, "name": "serving_rate_limit", "value": 5}),
    "set_mechanism_count": (SECOND_OWNER, {"netuid": SECOND, "mechanism_count": 2}),
    "stake_burn": (OWNER, {**ON_FIRST, "amount_tao": "1", "hotkey_ss58": hot(OWNER)}),
    "trim_null_subnet_batch": (SECOND_OWNER, {"netuid": SECOND, "target": 64}),
    "trim_subnet": (SECOND_OWNER, {"netuid": SECOND, "max_n": 64}),
    "update_symbol": (OWNER, {**ON_FIRST, "symbol": "ω"}),
    "set_identity": (SEATED, {"name": "Crowd"}),
    "set_subnet_identity": (OWNER, {**ON_FIRST, "subnet_name": "First"}),
    "decrease_take": (SEATED, {"take": 0.05}),
    "increase_take": (SEATED_TOO, {"take": 0.1}),
    "set_childkey_take": (VALIDATOR, {**ON_FIRST, "take": 0.1}),
    "set_children": (SEATED_TOO, {**ON_FIRST, "children": [[0.5, hot(UNSEATED)]]}),
    "set_take": (SEATED, {"take": 0.05}),
    "announce_coldkey_swap": (STAKER, {"new_coldkey_ss58": cold(SUCCESSOR)}),
    "clear_coldkey_swap_announcement": (LEAVER, {}),
    "dispute_coldkey_swap": (LEAVER, {}),
    "swap_coldkey_announced": (LEAVER, {"new_coldkey_ss58": cold(SUCCESSOR)}),
    "associate_evm_key": (
        MINERS[0],
        {**ON_FIRST, "evm_key": EVM_ADDRESS, "block_number": 1, "signature": "0x" + "00" * 65},
    ),
    "associate_hotkey": (STAKER, {}),
    "add_proxy": (STAKER, RELATION),
    "create_pure_proxy": (STAKER, PURE),
    "execute_proxy_announced": (
        SUCCESSOR,
        {
            "delegate_ss58": cold(SUCCESSOR), "real_ss58": cold(NOMINATORS[0]),
            "inner_op": "transfer", "inner_args": {k: v for k, v in PAYMENT.items() if k != "op"},
        },
    ),
    "kill_pure_proxy": (
        STAKER, {"spawner_ss58": cold(STAKER), "height": 1, "ext_index": 1, "proxy_type": "Any"}
    ),
    "remove_proxies": (NOMINATORS[0], {}),
    "remove_proxy": (NOMINATORS[0], RELATION),
    "multisig_approve": (SHARED[1], {"threshold": 2, **SHARED_CALL}),
    "multisig_cancel": (
        SHARED[1], {"threshold": 2, **SHARED_CALL, "timepoint": {"height": 1, "index": 1}}
    ),
    "multisig_execute": (SHARED[1], {"threshold": 2, **SHARED_CALL}),
    "multisig_threshold_1": (SHARED[1], SHARED_CALL),
    "batch": (STAKER, {"intents": [PAYMENT, PAYMENT]}),
    "lock_stake": (STAKER, {**ON_FIRST, "amount_alpha": "1", "hotkey_ss58": hot(SEATED)}),
    "move_lock": (NOMINATORS[0], {**ON_FIRST, "destination_hotkey_ss58": hot(SEATED)}),
    "set_perpetual_lock": (NOMINATORS[0], {**ON_FIRST, "enabled": True}),
    "set_reject_locked_alpha": (STAKER, {"enabled": True}),
    "contribute_crowdloan": (STAKER, {"crowdloan_id": 0, "amount_tao": "1"}),
    "create_crowdloan": (
        STAKER,
        {
            "deposit_tao": "10", "min_contribution_tao": "1", "cap_tao": "100", "end": 100_000,
            "target_ss58": cold(SUCCESSOR),
        },
    ),
    "dissolve_crowdloan": (STAKER, {"crowdloan_id": 0}),
    "finalize_crowdloan": (STAKER, {"crowdloan_id": 0}),
    "refund_crowdloan": (STAKER, {"crowdloan_id": 0}),
    "set_crowdloan_max_contribution": (
        STAKER, {"crowdloan_id": 0, "new_max_contribution_tao": "5"}
    ),
    "update_crowdloan_cap": (STAKER, {"crowdloan_id": 0, "new_cap_tao": "200"}),
    "update_crowdloan_end": (STAKER, {"crowdloan_id": 0, "new_end": 200_000}),
    "update_crowdloan_min_contribution": (
        STAKER, {"crowdloan_id": 0, "new_min_contribution_tao": "2"}
    ),
    "withdraw_crowdloan": (STAKER, {"crowdloan_id": 0}),
    "register_leased_network": (STAKER, {"emissions_share": 30}),
    "terminate_lease": (STAKER, {"lease_id": 0, "hotkey_ss58": hot(STAKER)}),
    "evm_withdraw": (STAKER, {"amount_tao": "1"}),
    "fund_evm_key": (STAKER, {"evm_address": EVM_ADDRESS, "amount_tao": "1"}),
    "set_root_claim_threshold": (ALICE, {"threshold": "0.0005"}),
    "set_subnet_emission_enabled": (ALICE, {"netuids": [THIRD], "enabled": False}),
    "add_collateral": (MINER, {"netuid": SECOND, "amount_alpha": "1"}),
    "set_min_collateral": (MINER, {"netuid": SECOND, "min_alpha": "0.5"}),
}

# What needs a later feature, and how the client says that it is not there.
NO_EVM = 'pallet "EVM" not found'
LATER = {
    "associate_evm_key": "call SubtensorModule.associate_evm_key not found",
    "evm_withdraw": NO_EVM,
}

# The other tests that execute an operation and look at what it did.
LOANS = "core/test_crowdloan.py::"
WITHOUT_SUCCESS = f"{LOANS}test_a_loan_that_comes_to_nothing_gives_all_back"
EXECUTED_ELSEWHERE = {
    "transfer": "core/test_transfer.py::test_transfer_moves_exactly_the_amount_and_the_fee",
    "add_stake": "staking/test_buying.py::test_a_purchase_is_what_was_quoted",
    "add_stake_limit":
        "staking/test_buying.py::test_a_purchase_with_a_limit_is_whole_or_not_at_all",
    "move_stake": "staking/test_moving.py::test_a_move_across_subnets_sells_and_buys",
    "move_swap_stake": "staking/test_moving.py::test_a_move_and_swap_is_one_transaction",
    "remove_stake": "staking/test_selling.py::test_a_sale_is_what_was_quoted",
    "remove_stake_limit":
        "staking/test_selling.py::test_a_sale_with_a_limit_is_whole_or_not_at_all",
    "set_auto_stake": "core/test_delegation.py::test_incentive_is_staked_where_its_owner_wants",
    "stake_into_basket":
        "funds/test_root_commands.py::test_an_allocation_buys_shares_at_what_it_adds",
    "swap_basket": "funds/test_root_commands.py::test_a_swap_gives_what_was_quoted",
    "swap_stake": "staking/test_moving.py::test_a_swap_keeps_the_hotkey",
    "transfer_stake":
        "staking/test_transferring.py::test_a_transfer_on_one_subnet_hands_over_the_position",
    "unstake_all": "staking/test_several_positions.py"
        "::test_unstaking_all_of_a_hotkey_sells_every_position_on_it",
    "unstake_all_alpha":
        "staking/test_several_positions.py::test_unstaking_all_alpha_collects_it_on_root",
    "burned_register":
        "shield/test_client.py::test_a_registration_is_sent_encrypted_without_being_asked",
    "claim_root_with_hotkey": "funds/test_funds.py::test_a_claim_pays_what_the_preview_says",
    "pow_register":
        "core/test_proof_of_work.py::test_the_clients_miner_registers_a_hotkey_for_nothing",
    "register_subnet": "core/test_story.py::test_creates_a_subnet",
    "root_register": "funds/test_funds.py::test_a_seat_costs_what_the_client_says",
    "contribute_crowdloan": f"{LOANS}test_three_join_and_no_more_than_the_room_is_taken",
    "create_crowdloan": f"{LOANS}test_one_opens_a_loan",
    "dissolve_crowdloan": WITHOUT_SUCCESS,
    "finalize_crowdloan": f"{LOANS}test_the_loan_becomes_a_leased_subnet",
    "refund_crowdloan": WITHOUT_SUCCESS,
    "set_crowdloan_max_contribution": WITHOUT_SUCCESS,
    "update_crowdloan_cap": WITHOUT_SUCCESS,
    "update_crowdloan_end": WITHOUT_SUCCESS,
    "update_crowdloan_min_contribution": WITHOUT_SUCCESS,
    "withdraw_crowdloan": WITHOUT_SUCCESS,
    "register_leased_network": f"{LOANS}test_the_loan_becomes_a_leased_subnet",
    "terminate_lease": f"{LOANS}test_it_ends_by_its_end_block",
    "start_call": "core/test_story.py::test_only_the_owner_starts_it",
    "swap_hotkey": "core/test_hotkey_swap.py::test_on_one_subnet",
    "commit_weights": "core/test_commits.py::test_the_chain_reveals_what_the_client_sets",
    "reveal_weights": "core/test_commits.py"
        "::test_weights_are_committed_by_hash_and_revealed_in_the_next_epoch",
    "set_weights": "core/test_story.py::test_sets_weights_in_clear",
    "reset_axon": "core/test_serving.py::test_a_neuron_stops_serving",
    "serve_axon": "core/test_serving.py::test_an_endpoint_is_in_the_metagraph",
    "serve_axon_tls": "core/test_serving.py::test_btcli_serves_with_a_certificate",
    "serve_prometheus": "core/test_serving.py::test_metrics_are_served_beside_the_endpoint",
    "set_hyperparameter": "core/test_hyperparameters.py::test_the_owner_sets",
    "stake_burn": "staking/test_burning.py::test_a_buyback_burns_what_it_buys",
    "trim_null_subnet_batch": "core/test_null.py::test_the_owner_prunes_and_switches_back",
    "update_symbol": "core/test_subnets.py::test_an_owner_chooses_a_symbol",
    "set_identity": "core/test_subnets.py::test_a_coldkey_says_who_it_is",
    "set_subnet_identity": "core/test_subnets.py::test_an_owner_names_its_subnet",
    "set_childkey_take": "core/test_delegation.py::test_the_take_of_a_child_key",
    "set_children": "core/test_delegation.py::test_children_wait_and_then_share_the_stake",
    "set_take": "core/test_delegation.py::test_a_take_goes_down_at_once_and_up_slowly",
    "announce_coldkey_swap":
        "core/test_coldkey_swap.py::test_an_announcement_costs_a_tenth_of_a_tao",
    "clear_coldkey_swap_announcement":
        "core/test_coldkey_swap.py::test_btcli_disputes_and_clears",
    "dispute_coldkey_swap":
        "core/test_coldkey_swap.py::test_a_dispute_freezes_until_root_resets",
    "swap_coldkey_announced": "core/test_coldkey_swap.py::test_a_swap_moves_everything",
    "associate_hotkey": "core/test_delegation.py::test_a_hotkey_is_associated_once",
    "batch": "staking/test_several_positions.py"
        "::test_a_batch_of_orders_is_executed_whole_or_not_at_all",
    **dict.fromkeys(
        ("lock_stake", "move_lock", "set_perpetual_lock", "set_reject_locked_alpha"),
        "core/test_locks.py::test_btcli_locks_shows_and_moves",
    ),
    "add_collateral": "core/test_collateral.py::test_the_miner_adds_to_it",
    "set_min_collateral": "core/test_collateral.py::test_a_floor_is_set_and_everybody_sees_it",
}

# Executed by `executed/test_intents.py`.
EXECUTED_HERE = {
    "transfer_all", "fund_evm_key", "swap_basket_many", "claim_root", "increase_take",
    "decrease_take", "set_mechanism_count", "trim_subnet", "set_root_claim_threshold",
    "set_subnet_emission_enabled", "add_proxy", "remove_proxy", "remove_proxies",
    "create_pure_proxy", "kill_pure_proxy", "execute_proxy_announced", "multisig_approve",
    "multisig_cancel", "multisig_execute", "multisig_threshold_1",
}
