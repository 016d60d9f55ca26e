//! Stake that is recycled or burned (spec 50).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod destruction_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Takes stake out of the issuance; `amount` in rao of alpha, at most all.
        #[pallet::call_index(101)]
        #[pallet::weight(T::WeightInfo::destroy_alpha())]
        pub fn recycle_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            amount: AlphaBalance,
            netuid: NetUid,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_recycle_alpha(&who, &hotkey, netuid, amount)
        }

        /// Puts stake out of everybody's reach; `amount` in rao of alpha, at most all.
        #[pallet::call_index(102)]
        #[pallet::weight(T::WeightInfo::destroy_alpha())]
        pub fn burn_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            amount: AlphaBalance,
            netuid: NetUid,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_burn_alpha(&who, &hotkey, netuid, amount)
        }

        /// Buys stake and burns it; `amount` in rao, at most at `limit` rao per alpha if there is one.
        #[pallet::call_index(132)]
        #[pallet::weight(T::WeightInfo::add_stake().saturating_add(T::WeightInfo::destroy_alpha()))]
        pub fn add_stake_burn(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount: TaoBalance,
            limit: Option<TaoBalance>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_add_stake_burn(&who, &hotkey, netuid, amount, limit)
        }
    }
}
