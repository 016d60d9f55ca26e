//! Stake weight that hotkeys lend to others (spec 50).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod children_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Lends parts of a hotkey's stake weight to children, in parts of `u64::MAX`; no children takes all back.
        #[pallet::call_index(67)]
        #[pallet::weight(T::WeightInfo::set_children(
            children.len() as u32,
            MAX_SUBNETS,
            most_rivals(children.len()),
        ))]
        pub fn set_children(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            children: Vec<(u64, T::AccountId)>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let weight = Self::do_set_children(&who, &hotkey, netuid, children)?;
            Ok(Some(weight).into())
        }

        /// Sets the blocks between naming children and having them. Root only.
        #[pallet::call_index(109)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn set_pending_childkey_cooldown(
            origin: OriginFor<T>,
            cooldown: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Self::do_set_pending_childkey_cooldown(cooldown);
            Ok(())
        }

        /// Decides whether a root validator becomes a parent of the owners of new subnets.
        #[pallet::call_index(135)]
        #[pallet::weight(T::WeightInfo::set_auto_parent_delegation())]
        pub fn set_auto_parent_delegation_enabled(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            enabled: bool,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_set_auto_parent_delegation(&who, hotkey, enabled)
        }
    }
}
