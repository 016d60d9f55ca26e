//! Stake that changes its hotkey, subnet or coldkey (spec 50).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod relocation_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Moves stake to another hotkey, or to another hotkey and subnet; `alpha_amount` in rao of the origin's alpha;
        /// the greatest amount means all.
        #[pallet::call_index(85)]
        #[pallet::weight(T::WeightInfo::relocate_stake().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn move_stake(
            origin: OriginFor<T>,
            origin_hotkey: T::AccountId,
            destination_hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_move_stake(
                Place::new(&who, &origin_hotkey, origin_netuid),
                Place::new(&who, &destination_hotkey, destination_netuid),
                alpha_amount,
                None,
            )
        }

        /// Gives stake to another coldkey, on the same or another subnet; `alpha_amount` in rao of the origin's alpha;
        /// the greatest amount means all.
        #[pallet::call_index(86)]
        #[pallet::weight(T::WeightInfo::relocate_stake().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn transfer_stake(
            origin: OriginFor<T>,
            destination_coldkey: T::AccountId,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_transfer_stake(
                Place::new(&who, &hotkey, origin_netuid),
                Place::new(&destination_coldkey, &hotkey, destination_netuid),
                alpha_amount,
            )
        }

        /// Moves stake to another subnet; `alpha_amount` in rao of the origin's alpha; the greatest
        /// amount means all.
        #[pallet::call_index(87)]
        #[pallet::weight(T::WeightInfo::relocate_stake().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn swap_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_swap_stake(
                Place::new(&who, &hotkey, origin_netuid),
                Place::new(&who, &hotkey, destination_netuid),
                alpha_amount,
                None,
            )
        }

        /// Like `swap_stake`, as far as the origin's alpha is worth at least `limit_price` rao of the destination's per
        /// alpha.
        #[pallet::call_index(90)]
        #[pallet::weight(T::WeightInfo::relocate_stake_limit().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn swap_stake_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_swap_stake(
                Place::new(&who, &hotkey, origin_netuid),
                Place::new(&who, &hotkey, destination_netuid),
                alpha_amount,
                Some((limit_price, allow_partial)),
            )
        }

        /// Like `move_stake`, as far as the origin's alpha is worth at least `limit_price` rao of the destination's per
        /// alpha.
        #[pallet::call_index(143)]
        #[pallet::weight(T::WeightInfo::relocate_stake_limit().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn move_stake_limit(
            origin: OriginFor<T>,
            origin_hotkey: T::AccountId,
            destination_hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_move_stake(
                Place::new(&who, &origin_hotkey, origin_netuid),
                Place::new(&who, &destination_hotkey, destination_netuid),
                alpha_amount,
                Some((limit_price, allow_partial)),
            )
        }

        /// Like `transfer_stake`, to another hotkey as well.
        #[pallet::call_index(144)]
        #[pallet::weight(T::WeightInfo::relocate_stake().saturating_add(most_of_root_ends::<T>(*origin_netuid, *destination_netuid)))]
        pub fn transfer_stake_and_hotkey(
            origin: OriginFor<T>,
            destination_coldkey: T::AccountId,
            origin_hotkey: T::AccountId,
            destination_hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_transfer_stake(
                Place::new(&who, &origin_hotkey, origin_netuid),
                Place::new(
                    &destination_coldkey,
                    &destination_hotkey,
                    destination_netuid,
                ),
                alpha_amount,
            )
        }
    }
}
