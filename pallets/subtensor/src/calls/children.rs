//! Stake weight that hotkeys lend to others (spec 50).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod children_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Lends parts of a hotkey's stake weight on a subnet to children: after a cooldown, but at
        /// once before the subnet has started and where none take the place of none.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: the parent.
        /// - `netuid`: the subnet, not root.
        /// - `children`: at most five, each with its part of `u64::MAX`; the parts sum to no more
        ///   than that. None takes all back.
        ///
        /// Errors, in order: `BadOrigin`, `TxRateLimitExceeded`,
        /// `RegistrationNotPermittedOnRootSubnet`, `SubnetNotExists`, `NonAssociatedColdKey`,
        /// `DuplicateChild`, `InvalidChild` (the hotkey itself), `TooManyChildren`,
        /// `ProportionOverflow`, `ChildParentInconsistency` (a parent of the hotkey),
        /// `NotEnoughStakeToSetChildkeys` (unless it is the owner's hotkey or names none),
        /// `InvalidChild` (one with as many parents as may be, all of which lend as much or more).
        ///
        /// Events: `SetChildrenScheduled`; or, at once, `SetChildren` for parents that give way and
        /// for the hotkey.
        #[pallet::call_index(67)]
        #[pallet::weight(T::WeightInfo::set_children(
            children.len() as u32,
            MAX_SUBNETS,
            max_rivals(children.len()),
        ))]
        pub fn set_children(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            children: Vec<(u64, T::AccountId)>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let weight = Children::<T>::do_set_children(&who, &hotkey, netuid, children)?;
            Ok(Some(weight).into())
        }

        /// Sets how long children that were named wait for their parts.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `cooldown`: blocks.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: none.
        #[pallet::call_index(109)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn set_pending_childkey_cooldown(
            origin: OriginFor<T>,
            cooldown: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Children::<T>::do_set_pending_childkey_cooldown(cooldown);
            Ok(())
        }

        /// Decides whether a hotkey becomes a parent of the owner hotkeys of subnets, when it gets
        /// a seat on root and when one is created. Relations that there are stay.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: one with a seat on root, or without one.
        /// - `enabled`: whether it does.
        ///
        /// Errors, in order: `BadOrigin`, `NonAssociatedColdKey`.
        ///
        /// Events: `AutoParentDelegationEnabledSet`.
        #[pallet::call_index(135)]
        #[pallet::weight(T::WeightInfo::set_auto_parent_delegation())]
        pub fn set_auto_parent_delegation_enabled(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            enabled: bool,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Children::<T>::do_set_auto_parent_delegation(&who, hotkey, enabled)
        }
    }
}
