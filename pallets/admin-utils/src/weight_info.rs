//! What the calls weigh: parts that were measured, put together.

mod measured;

use core::marker::PhantomData;

use frame_support::weights::Weight;
use pallet_subtensor::consensus::MAX_UIDS;

/// Weights of the calls.
pub trait WeightInfo {
    /// Any setter: permission, freeze window, rate limit, bounds, one or two values.
    fn setter() -> Weight;
    /// The owner hotkey, with the root validators that lend it their stake.
    fn owner_hotkey() -> Weight;
    /// Mechanisms that go, with the rows and commits of all their uids.
    fn mechanism_count() -> Weight;
    /// Uids that go, and uids that move.
    fn trim() -> Weight;
    /// A batch of them under Null consensus, with an election for which the stake of `stakers`
    /// hotkeys is read.
    fn trim_null(stakers: u32) -> Weight;
    /// Another kind of consensus, with such an election.
    fn epoch_consensus(stakers: u32) -> Weight;
}

/// As measured on the runtime, with accesses at the prices of its database.
pub struct MeasuredWeights<T>(PhantomData<T>);

/// The heaviest setter of a table.
macro_rules! heaviest {
    ($({
        item $item:tt
        shown $shown:tt
        call [$index:literal $call:ident $arguments:tt]
        $($rest:tt)*
    })*) => {
        pub(super) fn heaviest<T: frame_system::Config>() -> Weight {
            let all = [$(measured::$call::<T>()),*];
            all.into_iter().fold(Weight::zero(), |most, other| most.max(other))
        }
    };
}

/// Setters of the values that each subnet has.
mod of_subnets {
    use super::{Weight, measured};

    pallet_subtensor::subnet_hyperparameters!(heaviest);
}

/// Setters of the values of the chain.
mod of_the_chain {
    use super::{Weight, measured};

    pallet_subtensor::chain_hyperparameters!(heaviest);
}

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    fn setter() -> Weight {
        [
            of_subnets::heaviest::<T>(),
            of_the_chain::heaviest::<T>(),
            measured::swap_authorities::<T>(),
            measured::schedule_grandpa_change::<T>(),
            measured::sudo_set_evm_chain_id::<T>(),
            measured::sudo_set_mechanism_emission_split::<T>(),
            measured::sudo_set_basket_trading_frozen::<T>(),
            measured::sudo_set_basket_claim_dust::<T>(),
        ]
        .into_iter()
        .fold(Weight::zero(), |most, other| most.max(other))
    }

    fn owner_hotkey() -> Weight {
        measured::sudo_set_sn_owner_hotkey::<T>()
    }

    fn mechanism_count() -> Weight {
        measured::sudo_set_mechanism_count::<T>()
    }

    /// Whether few uids are left or many.
    fn trim() -> Weight {
        measured::sudo_trim_to_max_allowed_uids::<T>(0).max(
            measured::sudo_trim_to_max_allowed_uids::<T>(MAX_UIDS.into()),
        )
    }

    fn trim_null(stakers: u32) -> Weight {
        measured::sudo_trim_null_uids_batch::<T>(stakers)
    }

    fn epoch_consensus(stakers: u32) -> Weight {
        measured::sudo_set_epoch_consensus::<T>(stakers)
    }
}
