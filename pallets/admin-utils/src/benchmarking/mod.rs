//! Benchmarks of every call. What a setter is given here is in its bounds; an owner sets what an
//! owner may, as that takes more checks.

#![allow(
    unused_imports,
    reason = "the SDK re-exports the module of benchmarks, also of one that a macro makes"
)]

mod subnet;
pub(crate) mod walks;

use alloc::vec;

use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use pallet_subtensor::{
    self as subtensor, ConsensusMode, RecycleOrBurnEnum, consensus::MAX_NULL_UIDS,
};
use sp_runtime::PerU16;
use subtensor_fixed::{I64F64, I96F32, U64F64};
use subtensor_primitives::{MechId, TaoBalance};

use crate::{
    Call, Config, Pallet,
    authorities::{AuthorsOf, FinalizersOf},
};
use subnet::{MECHANISMS, NETUID, fill, hotkey, lend_to_owner, own};

/// What the benchmarks need of the chain.
pub trait Setup: Config {
    /// As many who make blocks as there can be.
    fn authors() -> AuthorsOf<Self>;

    /// As many who finalize blocks as there can be.
    fn finalizers() -> FinalizersOf<Self>;
}

/// Who makes a call.
enum By {
    Root,
    Owner,
}

impl By {
    /// The origin, on a chain where the call can be made.
    fn origin<T: Config>(self) -> RawOrigin<T::AccountId> {
        let owner = own::<T>();
        match self {
            Self::Root => RawOrigin::Root,
            Self::Owner => RawOrigin::Signed(owner),
        }
    }
}

/// A benchmark for each setter: who calls it, and with what. Behind them those of the other calls.
macro_rules! setters {
    ([$($by:ident $call:ident($($value:expr),+);)+] $($other:tt)*) => {
        #[benchmarks(where T: Setup)]
        mod benchmarks {
            use super::*;

            $(
                #[benchmark]
                fn $call() {
                    let origin = By::$by.origin::<T>();

                    #[extrinsic_call]
                    _(origin, $($value),+);

                    assert!(frame_system::Pallet::<T>::event_count() > 0);
                }
            )+

            $($other)*
        }
    };
}

setters! {
    [
        Owner sudo_set_serving_rate_limit(NETUID, 7);
        Owner sudo_set_max_difficulty(NETUID, 7);
        Owner sudo_set_weights_version_key(NETUID, 7);
        Owner sudo_set_adjustment_alpha(NETUID, 7);
        Owner sudo_set_immunity_period(NETUID, 7);
        Owner sudo_set_min_allowed_weights(NETUID, 7);
        Owner sudo_set_max_allowed_uids(NETUID, 77);
        Owner sudo_set_rho(NETUID, 7);
        Owner sudo_set_activity_cutoff(NETUID, 777);
        Owner sudo_set_min_burn(NETUID, TaoBalance::new(7));
        Owner sudo_set_max_burn(NETUID, TaoBalance::new(7_000_000_000));
        Owner sudo_set_bonds_moving_average(NETUID, 7);
        Owner sudo_set_alpha_values(NETUID, 1_638, 7_777);
        Owner sudo_set_commit_reveal_weights_interval(NETUID, 7);
        Owner sudo_set_bonds_penalty(NETUID, 7);
        Owner sudo_set_alpha_sigmoid_steepness(NETUID, 7);
        Owner sudo_set_owner_immune_neuron_limit(NETUID, 7);
        Owner sudo_set_mechanism_emission_split(NETUID, Some(vec![65_535]));
        Owner sudo_set_recycle_or_burn(NETUID, RecycleOrBurnEnum::Recycle);
        Owner sudo_set_burn_half_life(NETUID, 7);
        Owner sudo_set_burn_increase_mult(NETUID, U64F64::from_num(2u64));
        Owner sudo_set_collateral_lock_share(NETUID, 7);
        Owner sudo_set_collateral_drain_ratio(NETUID, U64F64::from_num(2u64));
        Owner sudo_set_min_childkey_take_per_subnet(NETUID, PerU16::from_parts(7));
        Owner sudo_set_activity_cutoff_factor(NETUID, 7_000);
        Owner sudo_set_tempo(NETUID, 777);
        Owner sudo_set_network_pow_registration_allowed(NETUID, true);
        Owner sudo_set_network_registration_allowed(NETUID, true);
        Owner sudo_set_commit_reveal_weights_enabled(NETUID, false);
        Owner sudo_set_liquid_alpha_enabled(NETUID, false);
        Owner sudo_set_liquid_alpha_consensus_mode(NETUID, ConsensusMode::Previous);
        Owner sudo_set_toggle_transfer(NETUID, false);
        Owner sudo_set_yuma3_enabled(NETUID, true);
        Owner sudo_set_bonds_reset_enabled(NETUID, true);
        Owner sudo_set_owner_cut_enabled(NETUID, false);
        Owner sudo_set_owner_cut_auto_lock_enabled(NETUID, true);
        Root sudo_set_min_difficulty(NETUID, 7);
        Root sudo_set_weights_set_rate_limit(NETUID, 7);
        Root sudo_set_adjustment_interval(NETUID, 7);
        Root sudo_set_kappa(NETUID, 7);
        Root sudo_set_target_registrations_per_interval(NETUID, 7);
        Root sudo_set_difficulty(NETUID, 7);
        Root sudo_set_max_allowed_validators(NETUID, 7);
        Root sudo_set_max_registrations_per_block(NETUID, 7);
        Root sudo_set_rao_recycled(NETUID, TaoBalance::new(7));
        Root sudo_set_ema_price_halving_period(NETUID, 7);
        Root sudo_set_subtoken_enabled(NETUID, true);
        Root sudo_set_min_allowed_uids(NETUID, 0);
        Root sudo_set_min_non_immune_uids(NETUID, 7);
        Root sudo_set_subnet_emission_enabled(NETUID, true);
        Root sudo_set_basket_concentration_cap(7);
        Root sudo_set_basket_trading_enabled(true);
        Root sudo_set_basket_daily_turnover_cap(7);
        Root sudo_set_basket_liquidity_cap(7);
        Root sudo_set_basket_min_trade_tao(7);
        Root sudo_set_default_take(PerU16::from_parts(7));
        Root sudo_set_min_delegate_take(PerU16::from_parts(7));
        Root sudo_set_tx_rate_limit(7);
        Root sudo_set_tx_delegate_take_rate_limit(7);
        Root sudo_set_coldkey_swap_announcement_delay(7u32.into());
        Root sudo_set_coldkey_swap_reannouncement_delay(7u32.into());
        Root sudo_set_subnet_owner_cut(7);
        Root sudo_set_ck_burn(7);
        Root sudo_set_network_rate_limit(7);
        Root sudo_set_network_immunity_period(7);
        Root sudo_set_network_min_lock_cost(TaoBalance::new(7));
        Root sudo_set_lock_reduction_interval(7);
        Root sudo_set_subnet_limit(7);
        Root sudo_set_start_call_delay(7);
        Root sudo_set_dissolve_network_schedule_duration(7u32.into());
        Root sudo_set_stake_threshold(7);
        Root sudo_set_nominator_min_required_stake(7);
        Root sudo_set_subnet_moving_alpha(I96F32::from_bits(7));
        Root sudo_set_tao_flow_cutoff(I64F64::from_bits(-7));
        Root sudo_set_tao_flow_normalization_exponent(U64F64::from_num(2u64));
        Root sudo_set_tao_flow_smoothing_factor(7);
        Root sudo_set_net_tao_flow_enabled(false);
        Root sudo_set_emission_bar_quantile(U64F64::from_bits(7));
        Root sudo_set_emission_gate_exponent(U64F64::from_num(7u64));
        Root sudo_set_emission_bar_rank(7);
        Root sudo_set_commit_reveal_version(7);
        Root sudo_set_admin_freeze_window(7);
        Root sudo_set_owner_hparam_rate_limit(7);
        Root sudo_set_max_mechanism_count(MechId::new(7));
        Root sudo_set_max_epochs_per_block(7);
        Root sudo_set_evm_chain_id(945);
        Root sudo_set_basket_trading_frozen(hotkey::<T>(0), true);
        Root sudo_set_basket_claim_dust(1, 1, 1, 1);
    ]

    #[benchmark]
    fn swap_authorities() {
        #[extrinsic_call]
        _(RawOrigin::Root, T::authors());

        assert_eq!(frame_system::Pallet::<T>::event_count(), 0);
    }

    #[benchmark]
    fn schedule_grandpa_change() {
        #[extrinsic_call]
        _(RawOrigin::Root, T::finalizers(), 0u32.into(), None);

        assert_eq!(frame_system::Pallet::<T>::event_count(), 0);
    }

    /// With as many parents as it can have.
    #[benchmark]
    fn sudo_set_sn_owner_hotkey() {
        let origin = By::Owner.origin::<T>();
        let next = lend_to_owner::<T>();

        #[extrinsic_call]
        _(origin, NETUID, next.clone());

        assert_eq!(subtensor::SubnetOwnerHotkey::<T>::get(NETUID), next);
    }

    /// All mechanisms but one go, with rows of all uids.
    #[benchmark]
    fn sudo_set_mechanism_count() {
        let origin = By::Owner.origin::<T>();
        fill::<T>(MECHANISMS, MAX_NULL_UIDS);

        #[extrinsic_call]
        _(origin, NETUID, MechId::new(1));

        assert_eq!(subtensor::MechanismCountCurrent::<T>::get(NETUID), MechId::new(1));
    }
}
