//! The table of all calls by what they do (spec 60 §21 A2). Each stands in it once: a call that is
//! missing, or a name that is no call, does not compile. Proxy types are made of these kinds, so a
//! new call is closed to them until it has its place here.

use alloc::vec::Vec;
use frame_support::traits::{GetCallIndex, GetCallName, PalletInfoAccess};

use crate::{Runtime, RuntimeCall};

/// What a call does for the account that signs it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    /// Says something, tidies up, or holds a deposit that comes back.
    Harmless,
    /// The work of a neuron: weights and endpoints.
    Neuron,
    /// Decides who shares dividends that are still to come: takes, children, where they are staked.
    Dividends,
    /// Draws what the account has earned.
    Claim,
    /// Changes how the account's value is held: stake and its moves between hotkeys and subnets.
    Stake,
    /// Trades with a fund that belongs to others.
    Trade,
    /// Gives value to another account.
    Transfer,
    /// Destroys value, which lifts what others hold.
    Burn,
    /// Pays for a seat on a subnet, or works for it.
    Registration,
    /// Pays for a subnet.
    Creation,
    /// Changes how a subnet of the account runs.
    Subnet,
    /// Hands the powers over a subnet to another key.
    Ownership,
    /// Hands everything to another coldkey, or freezes the account for that.
    Handover,
    /// Holds calls and dispatches them by the same origin, under the same filter.
    Bundle,
    /// Holds a call that it dispatches by another account's origin, under a filter of its own.
    Carrier,
    /// Agrees to a call of another account of which only the hash is known.
    Unseen,
    /// Names or removes delegates, or agrees to pay for them.
    Proxies,
    /// Does anything at all, for the sudo key.
    Sudo,
    /// For root or the block author; from anybody else it fails, or takes what root has authorized.
    Chain,
}

/// A call as clients know it.
pub struct Listed {
    /// Name of its pallet.
    pub pallet: &'static str,
    /// The pallet on the wire.
    pub pallet_index: u8,
    /// Its name.
    pub call: &'static str,
    /// Which one of the pallet on the wire.
    pub call_index: u8,
    /// What it does.
    pub kind: Kind,
}

/// Kinds with the calls that are of them.
type Rows = [(Kind, &'static [&'static str])];

/// The calls of a pallet, by their index.
fn listed_of<P: PalletInfoAccess, C: GetCallName + GetCallIndex>(
    rows: &'static Rows,
) -> impl Iterator<Item = Listed> {
    let kind_of = |call: &str| {
        let row = rows.iter().find(|(_, calls)| calls.contains(&call));
        row.map(|(kind, _)| *kind)
    };
    let names = C::get_call_names().iter().zip(C::get_call_indices());
    names.filter_map(move |(call, call_index)| {
        Some(Listed {
            pallet: P::name(),
            pallet_index: P::index() as u8,
            call,
            call_index: *call_index,
            kind: kind_of(call)?,
        })
    })
}

macro_rules! table {
    ($($pallet:ident($crate_name:ident) { $($kind:ident: $($call:ident)+;)+ })+) => {
        /// The kind of a call.
        pub fn kind_of(call: &RuntimeCall) -> Kind {
            match call {
                $(RuntimeCall::$pallet(call) => match call {
                    $($(| $crate_name::Call::$call { .. })+ => Kind::$kind,)+
                    $crate_name::Call::__Ignore(_, never) => match *never {},
                },)+
            }
        }

        /// All calls of the runtime, pallet by pallet.
        pub fn all_calls() -> Vec<Listed> {
            let mut listed = Vec::new();
            $(listed.extend(listed_of::<crate::$pallet, $crate_name::Call<Runtime>>(
                &[$((Kind::$kind, &[$(stringify!($call)),+])),+],
            ));)+
            listed
        }

        /// The rows of the table: pallet, kind, calls.
        #[cfg(test)]
        pub(crate) const TABLE: &[(&str, Kind, &[&str])] = &[
            $($((stringify!($pallet), Kind::$kind, &[$(stringify!($call)),+]),)+)+
        ];
    };
}

table! {
    System(frame_system) {
        Harmless: remark remark_with_event;
        Chain: set_heap_pages set_code set_code_without_checks set_storage kill_storage kill_prefix
            authorize_upgrade authorize_upgrade_without_checks apply_authorized_upgrade;
    }
    Timestamp(pallet_timestamp) {
        Chain: set;
    }
    Grandpa(pallet_grandpa) {
        Chain: report_equivocation report_equivocation_unsigned note_stalled;
    }
    Balances(pallet_balances) {
        // The public lists refuse the whole pallet, `upgrade_accounts` too.
        Transfer: transfer_allow_death transfer_keep_alive transfer_all upgrade_accounts;
        Burn: burn;
        Chain: force_transfer force_unreserve force_set_balance force_adjust_total_issuance;
    }
    SubtensorModule(pallet_subtensor) {
        Harmless: set_identity try_associate_hotkey;
        Neuron: set_weights set_mechanism_weights batch_set_weights commit_weights
            commit_mechanism_weights batch_commit_weights reveal_weights reveal_mechanism_weights
            batch_reveal_weights commit_timelocked_weights commit_timelocked_mechanism_weights
            commit_crv3_mechanism_weights serve_axon serve_axon_tls serve_prometheus;
        Dividends: increase_take decrease_take set_children set_childkey_take
            set_auto_parent_delegation_enabled set_coldkey_auto_stake_hotkey;
        Claim: claim_root claim_root_with_hotkey;
        Stake: add_stake add_stake_limit remove_stake remove_stake_limit remove_stake_full_limit
            unstake_all unstake_all_alpha move_stake move_stake_limit swap_stake swap_stake_limit
            add_collateral set_min_collateral stake_into_basket swap_hotkey swap_hotkey_v2
            lock_stake move_lock set_perpetual_lock set_reject_locked_alpha;
        Trade: swap_basket swap_basket_many;
        Transfer: transfer_stake transfer_stake_and_hotkey;
        Burn: add_stake_burn recycle_alpha burn_alpha;
        Registration: burned_register register_limit root_register pow_register;
        Creation: register_network register_network_with_identity register_leased_network;
        Subnet: set_subnet_identity update_symbol start_call set_tempo set_activity_cutoff_factor
            trigger_epoch enable_voting_power_tracking disable_voting_power_tracking;
        Ownership: terminate_lease;
        Handover: announce_coldkey_swap swap_coldkey_announced dispute_coldkey_swap
            clear_coldkey_swap_announcement schedule_swap_coldkey;
        Chain: dissolve_network root_dissolve_network sudo_set_tx_childkey_take_rate_limit
            sudo_set_min_childkey_take sudo_set_max_childkey_take set_pending_childkey_cooldown
            sudo_set_root_claim_threshold sudo_set_voting_power_ema_alpha swap_coldkey
            reset_coldkey_swap;
    }
    Utility(pallet_utility) {
        Bundle: batch batch_all force_batch if_else as_derivative;
        Chain: dispatch_as dispatch_as_fallible with_weight;
    }
    Sudo(pallet_sudo) {
        Sudo: sudo sudo_unchecked_weight sudo_as set_key remove_key;
    }
    Multisig(pallet_multisig) {
        Carrier: as_multi as_multi_threshold_1;
        Unseen: approve_as_multi;
        Harmless: cancel_as_multi poke_deposit;
    }
    Preimage(pallet_preimage) {
        Harmless: note_preimage unnote_preimage ensure_updated;
        Chain: request_preimage unrequest_preimage;
    }
    Scheduler(pallet_scheduler) {
        Chain: schedule cancel schedule_named cancel_named schedule_after schedule_named_after
            set_retry set_retry_named cancel_retry cancel_retry_named;
    }
    Proxy(pallet_subtensor_proxy) {
        Carrier: proxy proxy_announced;
        Unseen: announce;
        Proxies: add_proxy remove_proxy remove_proxies kill_pure set_real_pays_fee;
        Harmless: create_pure remove_announcement reject_announcement poke_deposit;
    }
    AdminUtils(pallet_admin_utils) {
        Ownership: sudo_set_sn_owner_hotkey;
        Subnet: sudo_set_immunity_period sudo_set_min_allowed_weights sudo_set_tempo
            sudo_set_weights_version_key sudo_set_activity_cutoff_factor
            sudo_set_network_registration_allowed sudo_set_min_burn sudo_set_max_burn
            sudo_set_burn_half_life sudo_set_burn_increase_mult sudo_set_collateral_lock_share
            sudo_set_collateral_drain_ratio sudo_set_bonds_moving_average
            sudo_set_serving_rate_limit sudo_set_commit_reveal_weights_interval
            sudo_set_commit_reveal_weights_enabled sudo_set_alpha_values
            sudo_set_liquid_alpha_enabled sudo_set_liquid_alpha_consensus_mode
            sudo_set_alpha_sigmoid_steepness sudo_set_yuma3_enabled
            sudo_set_toggle_transfer sudo_set_bonds_reset_enabled sudo_set_owner_cut_enabled
            sudo_set_owner_cut_auto_lock_enabled sudo_set_min_childkey_take_per_subnet sudo_set_rho
            sudo_set_activity_cutoff sudo_set_bonds_penalty sudo_set_max_allowed_uids
            sudo_set_owner_immune_neuron_limit sudo_set_network_pow_registration_allowed
            sudo_set_max_difficulty sudo_set_adjustment_alpha sudo_set_recycle_or_burn
            sudo_set_mechanism_count sudo_set_mechanism_emission_split
            sudo_trim_to_max_allowed_uids sudo_set_epoch_consensus sudo_trim_null_uids_batch;
        Chain: sudo_set_kappa sudo_set_weights_set_rate_limit
            sudo_set_target_registrations_per_interval sudo_set_max_registrations_per_block
            sudo_set_max_allowed_validators sudo_set_subtoken_enabled sudo_set_min_allowed_uids
            sudo_set_min_non_immune_uids sudo_set_difficulty sudo_set_min_difficulty
            sudo_set_adjustment_interval sudo_set_rao_recycled sudo_set_ema_price_halving_period
            sudo_set_subnet_emission_enabled sudo_set_default_take sudo_set_min_delegate_take
            sudo_set_tx_rate_limit sudo_set_tx_delegate_take_rate_limit
            sudo_set_coldkey_swap_announcement_delay sudo_set_coldkey_swap_reannouncement_delay
            sudo_set_subnet_owner_cut sudo_set_ck_burn sudo_set_network_rate_limit
            sudo_set_network_immunity_period sudo_set_network_min_lock_cost
            sudo_set_lock_reduction_interval sudo_set_subnet_limit sudo_set_start_call_delay
            sudo_set_dissolve_network_schedule_duration sudo_set_stake_threshold
            sudo_set_nominator_min_required_stake sudo_set_subnet_moving_alpha
            sudo_set_tao_flow_cutoff sudo_set_tao_flow_normalization_exponent
            sudo_set_tao_flow_smoothing_factor sudo_set_net_tao_flow_enabled
            sudo_set_emission_bar_quantile sudo_set_emission_gate_exponent
            sudo_set_emission_bar_rank
            sudo_set_commit_reveal_version sudo_set_admin_freeze_window
            sudo_set_owner_hparam_rate_limit sudo_set_max_mechanism_count
            sudo_set_max_epochs_per_block swap_authorities sudo_set_total_issuance
            schedule_grandpa_change sudo_set_evm_chain_id sudo_set_basket_claim_dust
            sudo_set_basket_trading_frozen
            sudo_set_basket_concentration_cap sudo_set_basket_trading_enabled
            sudo_set_basket_daily_turnover_cap sudo_set_basket_liquidity_cap
            sudo_set_basket_min_trade_tao;
    }
    SafeMode(pallet_safe_mode) {
        Chain: enter extend force_enter force_extend force_exit force_slash_deposit release_deposit
            force_release_deposit;
    }
    Commitments(pallet_commitments) {
        Neuron: set_commitment;
        Chain: set_max_space;
    }
    Drand(pallet_drand) {
        Chain: write_pulse set_beacon_config set_oldest_stored_round;
    }
    Crowdloan(pallet_crowdloan) {
        Harmless: update_min_contribution update_end update_cap set_max_contribution;
        Stake: withdraw refund dissolve;
        // What `create` stores is judged with it.
        Transfer: create contribute finalize;
    }
    Swap(pallet_subtensor_swap) {
        Chain: set_fee_rate add_liquidity remove_liquidity modify_position toggle_user_liquidity
            disable_lp;
    }
    MevShield(pallet_shield) {
        Harmless: submit_encrypted;
        Chain: announce_next_key;
    }
    LimitOrders(pallet_limit_orders) {
        // What is traded is what others have signed for.
        Harmless: execute_orders execute_batched_orders cancel_order prune_linked_output
            prune_orders;
        Chain: set_pallet_status;
    }
    MultiBlockMigrations(pallet_migrations) {
        Chain: force_set_cursor force_set_active_cursor force_onboard_mbms clear_historic;
    }
}
