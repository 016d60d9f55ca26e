//! Stake that is locked for conviction (spec 50 §11.5).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod locks_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Locks alpha of a subnet for a hotkey, which earns conviction by that. What is locked
        /// stays where it is staked; less than that the coldkey cannot have on the subnet.
        ///
        /// Origin: the coldkey that holds the alpha, on whatever hotkeys.
        ///
        /// Parameters:
        /// - `hotkey`: one that somebody owns; that of the coldkey's lock on the subnet, if it has
        ///   one.
        /// - `netuid`: the subnet.
        /// - `amount`: rao of alpha, on top of what is locked already. A lock of less than 100 rao
        ///   vanishes at once.
        ///
        /// Errors, in order: `BadOrigin`, `AmountTooLow` (nothing), `SubnetNotExists`,
        /// `HotKeyAccountNotExists`, `LockHotkeyMismatch`, `InsufficientStakeForLock` (more than
        /// the coldkey holds beside collateral, on the first 16 hotkeys of its list).
        ///
        /// Events: `StakeLocked`.
        #[pallet::call_index(136)]
        #[pallet::weight(T::WeightInfo::lock_stake())]
        pub fn lock_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount: AlphaBalance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Locks::<T>::do_lock_stake(&who, &hotkey, netuid, amount)
        }

        /// Lets a lock be for another hotkey. The conviction it has earned goes along if both
        /// hotkeys belong to the same coldkey, otherwise it is lost.
        ///
        /// Origin: the coldkey that has the lock.
        ///
        /// Parameters:
        /// - `destination_hotkey`: one that somebody owns.
        /// - `netuid`: the subnet of the lock.
        ///
        /// Errors, in order: `BadOrigin`, `HotKeyAccountNotExists`, `NoExistingLock`.
        ///
        /// Events: `LockMoved`.
        #[pallet::call_index(137)]
        #[pallet::weight(T::WeightInfo::move_lock())]
        pub fn move_lock(
            origin: OriginFor<T>,
            destination_hotkey: T::AccountId,
            netuid: NetUid,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Locks::<T>::do_move_lock(&who, &destination_hotkey, netuid)
        }

        /// Says whether the lock of a coldkey on a subnet, now or later, holds for ever or decays.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `enabled`: whether it holds for ever.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`.
        ///
        /// Events: `PerpetualLockUpdated`.
        #[pallet::call_index(138)]
        #[pallet::weight(T::WeightInfo::set_perpetual_lock())]
        pub fn set_perpetual_lock(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Locks::<T>::do_set_perpetual_lock(&who, netuid, enabled)
        }

        /// Says whether a coldkey refuses locked alpha from others, as it does unless it said
        /// otherwise.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `enabled`: whether it refuses.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: `RejectLockedAlphaUpdated`.
        #[pallet::call_index(142)]
        #[pallet::weight(T::WeightInfo::set_account_flag())]
        pub fn set_reject_locked_alpha(origin: OriginFor<T>, enabled: bool) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Locks::<T>::do_set_reject_locked_alpha(&who, enabled);
            Ok(())
        }
    }
}
