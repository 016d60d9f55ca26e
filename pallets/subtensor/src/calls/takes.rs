//! Takes of hotkeys from the dividends of others' stake (spec 50).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod takes_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Lowers the take of a hotkey from the dividends of its stakers.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: the delegate.
        /// - `take`: parts of 65 535, from `MinDelegateTake` to `MaxDelegateTake`, lower than now;
        ///   a hotkey that never set one may keep it.
        ///
        /// Errors, in order: `BadOrigin`, `DelegateTakeTooLow`,
        /// `DelegateTakeTooHigh`, `HotKeyAccountNotExists`,
        /// `NonAssociatedColdKey`, `DelegateTakeTooLow` (not lower).
        ///
        /// Events: `TakeDecreased`.
        #[pallet::call_index(65)]
        #[pallet::weight((T::WeightInfo::change_take(), DispatchClass::Normal, Pays::No))]
        pub fn decrease_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Takes::<T>::do_decrease_take(who, hotkey, take)
        }

        /// Raises the take of a hotkey from the dividends of its stakers, once in a while.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: the delegate.
        /// - `take`: parts of 65 535, from `MinDelegateTake` to `MaxDelegateTake`, higher than now,
        ///   if one was set.
        ///
        /// Errors, in order: `BadOrigin`, `DelegateTakeTooLow`,
        /// `DelegateTakeTooHigh`, `HotKeyAccountNotExists`,
        /// `NonAssociatedColdKey`, `DelegateTakeTooLow` (not higher),
        /// `DelegateTxRateLimitExceeded`.
        ///
        /// Events: `TakeIncreased`.
        #[pallet::call_index(66)]
        #[pallet::weight((T::WeightInfo::change_take(), DispatchClass::Normal, Pays::No))]
        pub fn increase_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Takes::<T>::do_increase_take(who, hotkey, take)
        }

        /// Sets how often the take of a child key may be raised.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `tx_rate_limit`: blocks from a change of the take to a raise.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: `TxChildKeyTakeRateLimitSet`.
        #[pallet::call_index(69)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_tx_childkey_take_rate_limit(
            origin: OriginFor<T>,
            tx_rate_limit: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Children::<T>::do_set_tx_childkey_take_rate_limit(tx_rate_limit);
            Ok(())
        }

        /// Sets the take of a child key from the dividends of the stake it was lent; it is raised
        /// only once in a while.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: the child.
        /// - `netuid`: the subnet.
        /// - `take`: parts of 65 535, from the greater of `MinChildkeyTake` and
        ///   `MinChildkeyTakePerSubnet` to `MaxChildkeyTake`.
        ///
        /// Errors, in order: `BadOrigin`, `NonAssociatedColdKey`,
        /// `SubnetNotExists`, `InvalidChildkeyTake`, `TxChildkeyTakeRateLimitExceeded`.
        ///
        /// Events: `ChildKeyTakeSet`.
        #[pallet::call_index(75)]
        #[pallet::weight(T::WeightInfo::set_childkey_take())]
        pub fn set_childkey_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Children::<T>::do_set_childkey_take(&who, hotkey, netuid, take)
        }

        /// Sets the least take of child keys on all subnets.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `take`: parts of 65 535.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: `MinChildKeyTakeSet`.
        #[pallet::call_index(76)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_min_childkey_take(origin: OriginFor<T>, take: PerU16) -> DispatchResult {
            ensure_root(origin)?;
            Children::<T>::do_set_min_childkey_take(take);
            Ok(())
        }

        /// Sets the highest take of child keys.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `take`: parts of 65 535.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: `MaxChildKeyTakeSet`.
        #[pallet::call_index(77)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_max_childkey_take(origin: OriginFor<T>, take: PerU16) -> DispatchResult {
            ensure_root(origin)?;
            Children::<T>::do_set_max_childkey_take(take);
            Ok(())
        }
    }
}
