//! # Swap pallet (`Swap`)
//!
//! The TAO/alpha pools: their weights and fees, and quotes on the reserves that the main pallet
//! holds (spec 50 §5). A quote moves nothing; whoever asked for it moves the reserves.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
mod moves;
mod quotes;
mod reservoirs;
#[cfg(test)]
mod tests;
mod types;
mod views;
mod weight_info;

pub use pallet::*;
pub use types::{Balancer, PositionId, SimSwapResult, SubnetPrice, TickIndex};
pub use weight_info::{MeasuredWeights, WeightInfo};

#[frame_support::pallet]
pub mod pallet {
    use core::num::NonZeroU64;

    use alloc::collections::BTreeSet;

    use frame_support::{PalletId, pallet_prelude::*};
    use frame_system::pallet_prelude::*;
    use subtensor_primitives::{AlphaBalance, NetUid, PoolReserves, TaoBalance};
    // In place of that of the prelude.
    use subtensor_storage::StorageMap;

    use crate::{Balancer, PositionId, TickIndex, WeightInfo};

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Holder of the reserves.
        type Reserves: PoolReserves;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
        /// Public id of the pallet.
        #[pallet::constant]
        type ProtocolId: Get<PalletId>;
        /// Highest fee, of 65535.
        #[pallet::constant]
        type MaxFeeRate: Get<u16>;
        /// Kept for readers; drives nothing.
        #[pallet::constant]
        type MinimumLiquidity: Get<u64>;
        /// A pool whose output reserve is smaller does not trade, rao.
        #[pallet::constant]
        type MinimumReserve: Get<NonZeroU64>;
    }

    #[pallet::type_value]
    pub fn DefaultFeeRate() -> u16 {
        33
    }

    /// Fee of a swap, of 65535.
    #[pallet::storage]
    pub type FeeRate<T> = StorageMap<_, Twox64Concat, NetUid, u16, ValueQuery, DefaultFeeRate>;

    /// Weights of the two sides of a pool.
    #[pallet::storage]
    pub type SwapBalancer<T> = StorageMap<_, Twox64Concat, NetUid, Balancer, ValueQuery>;

    /// Whether a pool has its weights.
    #[pallet::storage]
    pub type PalSwapInitialized<T> = StorageMap<_, Twox64Concat, NetUid, bool, ValueQuery>;

    /// TAO that a pool could not take yet, rao. It is on the subnet's account.
    #[pallet::storage]
    pub type BalancerTaoReservoir<T> = StorageMap<_, Twox64Concat, NetUid, TaoBalance, ValueQuery>;

    /// Alpha that a pool could not take yet, rao. It is not issued.
    #[pallet::storage]
    pub type BalancerAlphaReservoir<T> =
        StorageMap<_, Twox64Concat, NetUid, AlphaBalance, ValueQuery>;

    /// Pools with something in a reservoir, so that the others cost no read each.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type ReservoirPools<T> = StorageValue<_, BTreeSet<NetUid>, ValueQuery>;

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
    pub enum Event<T: Config> {
        /// The fee of a pool changed.
        FeeRateSet { netuid: NetUid, rate: u16 },
    }

    /// In the order of the public interface; some are kept for their number only.
    #[pallet::error]
    pub enum Error<T> {
        /// The fee is above the highest.
        FeeRateTooHigh,
        /// Reserved: too little to add to a position.
        InsufficientInputAmount,
        /// The order would take the whole reserve, but for less than 10^-18 of it.
        InsufficientLiquidity,
        /// The price is at or past the limit already.
        PriceLimitExceeded,
        /// Reserved: the account has less than a position takes.
        InsufficientBalance,
        /// Reserved: the bounds of a position are in no order.
        InvalidTickRange,
        /// Reserved: a position of nothing, or of more than there can be.
        InvalidLiquidityValue,
        /// The reserves are too small to trade.
        ReservesTooLow,
        /// There is no such subnet.
        MechanismDoesNotExist,
        /// Reserved: the subnet does not trade; the main pallet says so.
        SubtokenDisabled,
        /// One side would weigh less than a hundredth.
        ReservesOutOfBalance,
        /// The order is more than a thousand times the reserve.
        SwapInputTooLarge,
        /// Positions of users are gone.
        Deprecated,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the fee of a pool, of 65535. Root only.
        ///
        /// Errors: `MechanismDoesNotExist`, `FeeRateTooHigh`.
        #[pallet::call_index(0)]
        #[pallet::weight(T::WeightInfo::set_fee_rate())]
        pub fn set_fee_rate(origin: OriginFor<T>, netuid: NetUid, rate: u16) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(
                T::Reserves::exists(netuid),
                Error::<T>::MechanismDoesNotExist
            );
            ensure!(rate <= T::MaxFeeRate::get(), Error::<T>::FeeRateTooHigh);
            FeeRate::<T>::insert(netuid, rate);
            Self::deposit_event(Event::FeeRateSet { netuid, rate });
            Ok(())
        }

        /// Retired: always `Deprecated`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::retired())]
        pub fn add_liquidity(
            _origin: OriginFor<T>,
            _hotkey: T::AccountId,
            _netuid: NetUid,
            _tick_low: TickIndex,
            _tick_high: TickIndex,
            _liquidity: u64,
        ) -> DispatchResult {
            Err(Error::<T>::Deprecated.into())
        }

        /// Retired: always `Deprecated`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::retired())]
        pub fn remove_liquidity(
            _origin: OriginFor<T>,
            _hotkey: T::AccountId,
            _netuid: NetUid,
            _position_id: PositionId,
        ) -> DispatchResult {
            Err(Error::<T>::Deprecated.into())
        }

        /// Retired: always `Deprecated`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::retired())]
        pub fn modify_position(
            _origin: OriginFor<T>,
            _hotkey: T::AccountId,
            _netuid: NetUid,
            _position_id: PositionId,
            _liquidity_delta: i64,
        ) -> DispatchResult {
            Err(Error::<T>::Deprecated.into())
        }

        /// Retired: always `Deprecated`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::retired())]
        pub fn toggle_user_liquidity(
            _origin: OriginFor<T>,
            _netuid: NetUid,
            _enable: bool,
        ) -> DispatchResult {
            Err(Error::<T>::Deprecated.into())
        }

        /// Retired: always `Deprecated`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::retired())]
        pub fn disable_lp(_origin: OriginFor<T>) -> DispatchResult {
            Err(Error::<T>::Deprecated.into())
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            for (netuid, balancer) in SwapBalancer::<T>::iter() {
                ensure!(
                    balancer.is_in_bounds(),
                    "a side of a pool weighs less than a hundredth"
                );
                ensure!(
                    PalSwapInitialized::<T>::get(netuid),
                    "a pool has weights but is not initialised"
                );
            }
            Self::check_reservoirs()
        }
    }
}
