//! Staking, unstaking and where miner emission is staked (spec 50).

use frame_support::{pallet_macros::pallet_section, weights::Weight};
use subtensor_primitives::NetUid;

use crate::{
    Config, WeightInfo,
    emission::{most_of_joining_root, weight_of_joining_root},
};

/// Weight of a purchase of stake, at most.
pub(crate) fn most_of_add_stake<T: Config>(netuid: NetUid) -> Weight {
    T::WeightInfo::add_stake().saturating_add(most_of_joining_root::<T>(netuid))
}

/// The same on a hotkey as it is now. Costs reads, so no call can declare it.
pub(crate) fn weight_of_add_stake<T: Config>(hotkey: &T::AccountId, netuid: NetUid) -> Weight {
    T::WeightInfo::add_stake().saturating_add(weight_of_joining_root::<T>(hotkey, netuid))
}

#[pallet_section]
mod staking_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Stakes TAO on a hotkey at the market price; `amount_staked` in rao.
        #[pallet::call_index(2)]
        #[pallet::weight(most_of_add_stake::<T>(*netuid))]
        pub fn add_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_staked: TaoBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_add_stake(&who, &hotkey, netuid, amount_staked, None)?;
            Ok(Some(weight_of_add_stake::<T>(&hotkey, netuid)).into())
        }

        /// Sells stake at the market price; `amount_unstaked` in rao of alpha, at most all.
        #[pallet::call_index(3)]
        #[pallet::weight(most_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_unstaked: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_remove_stake(&who, &hotkey, netuid, amount_unstaked, None)
        }

        /// Sells all stake on a hotkey. Pays for the subnets where there was some.
        #[pallet::call_index(83)]
        #[pallet::weight(T::WeightInfo::unstake_all(MAX_SUBNETS).saturating_add(most_of_leaving_root::<T>(NetUid::ROOT)))]
        pub fn unstake_all(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_unstake_all(&who, &hotkey)
        }

        /// Sells all alpha on a hotkey and stakes the TAO on root. Pays for the subnets where there was some.
        #[pallet::call_index(84)]
        #[pallet::weight(T::WeightInfo::unstake_all(MAX_SUBNETS).saturating_add(most_of_joining_root::<T>(NetUid::ROOT)))]
        pub fn unstake_all_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_unstake_all_alpha(&who, &hotkey)
        }

        /// Stakes TAO on a hotkey at a price of at most `limit_price` rao per alpha.
        #[pallet::call_index(88)]
        #[pallet::weight(most_of_add_stake::<T>(*netuid))]
        pub fn add_stake_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_staked: TaoBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let limit = Some((limit_price, allow_partial));
            Self::do_add_stake(&who, &hotkey, netuid, amount_staked, limit)?;
            Ok(Some(weight_of_add_stake::<T>(&hotkey, netuid)).into())
        }

        /// Sells stake at a price of at least `limit_price` rao per alpha.
        #[pallet::call_index(89)]
        #[pallet::weight(most_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_unstaked: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_remove_stake(
                &who,
                &hotkey,
                netuid,
                amount_unstaked,
                Some((limit_price, allow_partial)),
            )
        }

        /// Sells all stake on a hotkey on one subnet.
        #[pallet::call_index(103)]
        #[pallet::weight(most_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake_full_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            limit_price: Option<TaoBalance>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let limit = limit_price.map(|price| (price, false));
            Self::do_remove_stake(&who, &hotkey, netuid, AlphaBalance::MAX, limit)
        }

        /// Names the hotkey on which the signer's miner emission on a subnet is staked from now on.
        #[pallet::call_index(114)]
        #[pallet::weight(T::WeightInfo::set_auto_stake(true))]
        pub fn set_coldkey_auto_stake_hotkey(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_set_auto_stake(&who, netuid, &hotkey)
        }
    }
}
