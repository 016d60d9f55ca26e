//! Stake that changes its hotkey, subnet or coldkey (spec 50).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod relocation_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Moves stake to another hotkey, another subnet or both: between subnets through their
        /// pools at market prices, within one without a fee.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `origin_hotkey`: where it is staked.
        /// - `destination_hotkey`: one that somebody owns.
        /// - `origin_netuid`: the subnet, or root, where it is.
        /// - `destination_netuid`: the one where it goes, which may be the same.
        /// - `alpha_amount`: rao of the origin's alpha; the greatest number means all.
        ///
        /// Errors, in order: `BadOrigin`, `SameNetuid` (nothing would move), `SubnetNotExists`,
        /// `SubtokenDisabled`, `HotKeyAccountNotExists`, `NotEnoughStakeToWithdraw`; between
        /// subnets `InsufficientLiquidity` (the sale), `AmountTooLow`, `InsufficientLiquidity` (the
        /// purchase), `StakeUnavailable` (locked), `RootStakeLocked` (off root too soon); within
        /// one `StakeUnavailable` (collateral), `AmountTooLow`;
        /// `InsufficientLiquidity` (too little for a share), `TooManyStakingHotkeys`,
        /// `InsufficientLiquidity` (too little to be seen in the shares).
        ///
        /// Events: `StakeRemoved`, `StakeAdded`, `StakeMoved`.
        #[pallet::call_index(85)]
        #[pallet::weight(
            T::WeightInfo::relocate_stake()
                .saturating_add(max_weight_of_ends::<T>(*origin_netuid, *destination_netuid))
        )]
        pub fn move_stake(
            origin: OriginFor<T>,
            origin_hotkey: T::AccountId,
            destination_hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_move_stake(
                Position::new(&who, &origin_hotkey, origin_netuid),
                Position::new(&who, &destination_hotkey, destination_netuid),
                alpha_amount,
                None,
            )
        }

        /// Gives stake to another coldkey, on the same hotkey: between subnets through their pools
        /// at market prices, within one without a fee.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `destination_coldkey`: who gets it.
        /// - `hotkey`: where it is staked, and stays.
        /// - `origin_netuid`: the subnet, or root, where it is.
        /// - `destination_netuid`: the one where it goes, which may be the same.
        /// - `alpha_amount`: rao of the origin's alpha; the greatest number means all.
        ///
        /// Errors, in order: `BadOrigin`, `SameNetuid` (nothing would move),
        /// `CannotUseSystemAccount` (it would go to the funds), `SubnetNotExists`,
        /// `SubtokenDisabled`, `HotKeyAccountNotExists`, `NotEnoughStakeToWithdraw`; between
        /// subnets `InsufficientLiquidity` (the sale), `AmountTooLow`, `InsufficientLiquidity` (the
        /// purchase); `TransferDisallowed` (to another coldkey, by either subnet),
        /// `StakeUnavailable` (locked, or within a subnet collateral), `RootStakeLocked` (off root
        /// too soon); within a subnet, for what is locked, `LockHotkeyMismatch` (the receiver has
        /// locked for another hotkey), `AccountRejectsLockedAlpha`; then `AmountTooLow`;
        /// `InsufficientLiquidity` (too little for a share), `TooManyStakingHotkeys`,
        /// `InsufficientLiquidity` (too little to be seen in the shares).
        ///
        /// Events: `StakeRemoved`, `StakeAdded`, `StakeTransferred`.
        #[pallet::call_index(86)]
        #[pallet::weight(
            T::WeightInfo::relocate_stake()
                .saturating_add(max_weight_of_ends::<T>(*origin_netuid, *destination_netuid))
        )]
        pub fn transfer_stake(
            origin: OriginFor<T>,
            destination_coldkey: T::AccountId,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_transfer_stake(
                Position::new(&who, &hotkey, origin_netuid),
                Position::new(&destination_coldkey, &hotkey, destination_netuid),
                alpha_amount,
            )
        }

        /// Moves stake on a hotkey to another subnet, through both pools at market prices.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked, and stays.
        /// - `origin_netuid`: the subnet, or root, where it is.
        /// - `destination_netuid`: the one where it goes.
        /// - `alpha_amount`: rao of the origin's alpha; the greatest number means all.
        ///
        /// Errors, in order: `BadOrigin`, `SameNetuid` (nothing would move), `SubnetNotExists`,
        /// `SubtokenDisabled`, `HotKeyAccountNotExists`, `NotEnoughStakeToWithdraw`,
        /// `InsufficientLiquidity` (the sale), `AmountTooLow`, `InsufficientLiquidity` (the
        /// purchase), `StakeUnavailable` (locked), `RootStakeLocked` (off root too soon),
        /// `InsufficientLiquidity` (too little for a share), `TooManyStakingHotkeys`,
        /// `InsufficientLiquidity` (too little to be seen in the shares).
        ///
        /// Events: `StakeRemoved`, `StakeAdded`, `StakeSwapped`.
        #[pallet::call_index(87)]
        #[pallet::weight(
            T::WeightInfo::relocate_stake()
                .saturating_add(max_weight_of_ends::<T>(*origin_netuid, *destination_netuid))
        )]
        pub fn swap_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_amount: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_swap_stake(
                Position::new(&who, &hotkey, origin_netuid),
                Position::new(&who, &hotkey, destination_netuid),
                alpha_amount,
                None,
            )
        }

        /// Moves stake on a hotkey to another subnet, through both pools at a limited ratio of
        /// prices.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked, and stays.
        /// - `origin_netuid`: the subnet, or root, where it is.
        /// - `destination_netuid`: the one where it goes.
        /// - `alpha_amount`: rao of the origin's alpha; the greatest number means all.
        /// - `limit_price`: the lowest ratio, rao of the destination's alpha per alpha of the
        ///   origin: between two pools that of the whole move after fees, from or to root that at
        ///   which the pool may end.
        /// - `allow_partial`: whether to move as much as the limit allows, instead of all or
        ///   nothing.
        ///
        /// Errors, in order: `BadOrigin`, `SameNetuid` (nothing would move), `SubnetNotExists`,
        /// `SubtokenDisabled`, `HotKeyAccountNotExists`, `NotEnoughStakeToWithdraw`,
        /// `Swap::SwapInputTooLarge`, `Swap::ReservesTooLow`, `Swap::ReservesOutOfBalance`,
        /// `Swap::PriceLimitExceeded`, `Swap::InsufficientLiquidity`, `InsufficientLiquidity` (not
        /// all TAO of the sale is spent), `SlippageTooHigh` (not all of it, unless a part is
        /// allowed), `AmountTooLow`, `StakeUnavailable` (locked), `RootStakeLocked` (off root too
        /// soon), `InsufficientLiquidity` (too little for a share), `TooManyStakingHotkeys`,
        /// `InsufficientLiquidity` (too little to be seen in the shares).
        ///
        /// Events: `StakeRemoved`, `StakeAdded`, `StakeSwapped`.
        #[pallet::call_index(90)]
        #[pallet::weight(
            T::WeightInfo::relocate_stake_limit()
                .saturating_add(max_weight_of_ends::<T>(*origin_netuid, *destination_netuid))
        )]
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
            Staking::<T>::do_swap_stake(
                Position::new(&who, &hotkey, origin_netuid),
                Position::new(&who, &hotkey, destination_netuid),
                alpha_amount,
                Some(MoveLimit {
                    ratio: limit_price,
                    is_partial: allow_partial,
                }),
            )
        }

        /// Moves stake like `move_stake`, between subnets at a limited ratio of prices; within one
        /// there is no price to limit.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `origin_hotkey`: where it is staked.
        /// - `destination_hotkey`: one that somebody owns.
        /// - `origin_netuid`: the subnet, or root, where it is.
        /// - `destination_netuid`: the one where it goes, which may be the same.
        /// - `alpha_amount`: rao of the origin's alpha; the greatest number means all.
        /// - `limit_price`: the lowest ratio, rao of the destination's alpha per alpha of the
        ///   origin: between two pools that of the whole move after fees, from or to root that at
        ///   which the pool may end.
        /// - `allow_partial`: whether to move as much as the limit allows, instead of all or
        ///   nothing.
        ///
        /// Errors, in order: `BadOrigin`, `SameNetuid` (nothing would move), `SubnetNotExists`,
        /// `SubtokenDisabled`, `HotKeyAccountNotExists`, `NotEnoughStakeToWithdraw`; between
        /// subnets `Swap::SwapInputTooLarge`, `Swap::ReservesTooLow`, `Swap::ReservesOutOfBalance`,
        /// `Swap::PriceLimitExceeded`, `Swap::InsufficientLiquidity`, `InsufficientLiquidity` (not
        /// all TAO of the sale is spent), `SlippageTooHigh` (not all of it, unless a part is
        /// allowed), `AmountTooLow`, `StakeUnavailable` (locked), `RootStakeLocked` (off root too
        /// soon); within one `StakeUnavailable` (collateral), `AmountTooLow`;
        /// `InsufficientLiquidity` (too little for a share), `TooManyStakingHotkeys`,
        /// `InsufficientLiquidity` (too little to be seen in the shares).
        ///
        /// Events: `StakeRemoved`, `StakeAdded`, `StakeMoved`.
        #[pallet::call_index(149)]
        #[pallet::weight(
            T::WeightInfo::relocate_stake_limit()
                .saturating_add(max_weight_of_ends::<T>(*origin_netuid, *destination_netuid))
        )]
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
            Staking::<T>::do_move_stake(
                Position::new(&who, &origin_hotkey, origin_netuid),
                Position::new(&who, &destination_hotkey, destination_netuid),
                alpha_amount,
                Some(MoveLimit {
                    ratio: limit_price,
                    is_partial: allow_partial,
                }),
            )
        }

        /// Gives stake to another coldkey like `transfer_stake`, on another hotkey.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `destination_coldkey`: who gets it.
        /// - `origin_hotkey`: where it is staked.
        /// - `destination_hotkey`: one that somebody owns.
        /// - `origin_netuid`: the subnet, or root, where it is.
        /// - `destination_netuid`: the one where it goes, which may be the same.
        /// - `alpha_amount`: rao of the origin's alpha; the greatest number means all.
        ///
        /// Errors, in order: `BadOrigin`, `SameNetuid` (nothing would move),
        /// `CannotUseSystemAccount` (it would go to the funds), `SubnetNotExists`,
        /// `SubtokenDisabled`, `HotKeyAccountNotExists`, `NotEnoughStakeToWithdraw`; between
        /// subnets `InsufficientLiquidity` (the sale), `AmountTooLow`, `InsufficientLiquidity` (the
        /// purchase); `TransferDisallowed` (to another coldkey, by either subnet),
        /// `StakeUnavailable` (locked, or within a subnet collateral), `RootStakeLocked` (off root
        /// too soon); within a subnet, for what is locked, `LockHotkeyMismatch` (the receiver has
        /// locked for another hotkey), `AccountRejectsLockedAlpha`; then `AmountTooLow`;
        /// `InsufficientLiquidity` (too little for a share), `TooManyStakingHotkeys`,
        /// `InsufficientLiquidity` (too little to be seen in the shares).
        ///
        /// Events: `StakeRemoved`, `StakeAdded`, `StakeTransferred`.
        #[pallet::call_index(143)]
        #[pallet::weight(
            T::WeightInfo::relocate_stake()
                .saturating_add(max_weight_of_ends::<T>(*origin_netuid, *destination_netuid))
        )]
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
            Staking::<T>::do_transfer_stake(
                Position::new(&who, &origin_hotkey, origin_netuid),
                Position::new(
                    &destination_coldkey,
                    &destination_hotkey,
                    destination_netuid,
                ),
                alpha_amount,
            )
        }
    }
}
