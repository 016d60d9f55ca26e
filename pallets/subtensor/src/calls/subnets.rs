//! Life of a subnet: creation, start, dissolution (spec 30).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod subnets_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Opens a subnet at the current price, which fills its pool, and gives the hotkey its
        /// first uid; where there are as many subnets as may be, it waits until another has been
        /// dissolved.
        ///
        /// Origin: the coldkey that pays, owns the subnet, and from then on owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: nobody's, or the coldkey's; it speaks for the owner.
        ///
        /// Errors, in order: `BadOrigin`, `NonAssociatedColdKey` (the hotkey is another's),
        /// `CannotUseSystemAccount`, `SubNetRegistrationDisabled`, `NetworkTxRateLimitExceeded`,
        /// `SubnetLimitReached`, `CannotAffordLockCost`, `InsufficientLiquidity` (the price is no
        /// more than an existential deposit), `TooManyStakingHotkeys` (the hotkey is nobody's, and
        /// the coldkey owns as many as it may), `InsufficientLiquidity` (the pool would open
        /// without alpha).
        ///
        /// Events: `RegistrationAllowed`, `MaxAllowedUidsSet`, `MaxAllowedValidatorsSet`,
        /// `MinAllowedWeightSet`, `ImmunityPeriodSet`, `SubnetOwnerHotkeySet`, `SetChildren` for
        /// each root validator that becomes a parent, `NetworkAdded`; or
        /// `NetworkRegistrationQueued`, and later those or `NetworkRegistrationCancelled`.
        #[pallet::call_index(59)]
        #[pallet::weight(
            T::WeightInfo::register_network()
                .saturating_add(T::WeightInfo::find_subnet_to_prune())
                .saturating_add(T::WeightInfo::stop_subnet())
        )]
        pub fn register_network(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Subnets::<T>::do_register_network(who, hotkey, None).map(|_| ())
        }

        /// Stops a subnet at once, and pays it out and erases it over the next blocks.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `coldkey`: without meaning.
        /// - `netuid`: the subnet, not root.
        ///
        /// Errors, in order: `BadOrigin`, `NetworkDissolveAlreadyQueued`, `SubnetNotExists` (or it
        /// is root).
        ///
        /// Events: none at first; `SubnetIdentityRemoved` and `NetworkRemoved` when it is erased.
        #[pallet::call_index(61)]
        #[pallet::weight(
            T::WeightInfo::find_subnet_to_prune().saturating_add(T::WeightInfo::stop_subnet())
        )]
        pub fn dissolve_network(
            origin: OriginFor<T>,
            coldkey: T::AccountId,
            netuid: NetUid,
        ) -> DispatchResult {
            ensure_root(origin)?;
            let _ = coldkey;
            Dissolution::<T>::do_dissolve_network(netuid)
        }

        /// Opens a subnet like `register_network`, and describes it.
        ///
        /// Origin: the coldkey that pays, owns the subnet, and from then on owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: nobody's, or the coldkey's; it speaks for the owner.
        /// - `identity`: what the owner says about it, if anything: `subnet_name` and `discord` of
        ///   at most 256 bytes, other fields of at most 1024.
        ///
        /// Errors, in order: `BadOrigin`, `NonAssociatedColdKey` (the hotkey is another's),
        /// `CannotUseSystemAccount`, `SubNetRegistrationDisabled`, `NetworkTxRateLimitExceeded`,
        /// `SubnetLimitReached`, `InvalidIdentity`, `CannotAffordLockCost`, `InsufficientLiquidity`
        /// (the price is no more than an existential deposit), `TooManyStakingHotkeys` (the hotkey
        /// is nobody's, and the coldkey owns as many as it may), `InsufficientLiquidity` (the pool
        /// would open without alpha).
        ///
        /// Events: `RegistrationAllowed`, `MaxAllowedUidsSet`, `MaxAllowedValidatorsSet`,
        /// `MinAllowedWeightSet`, `ImmunityPeriodSet`, `SubnetOwnerHotkeySet`, `SubnetIdentitySet`,
        /// `SetChildren` for each root validator that becomes a parent, `NetworkAdded`; or
        /// `NetworkRegistrationQueued`, and later those or `NetworkRegistrationCancelled`.
        #[pallet::call_index(79)]
        #[pallet::weight(
            T::WeightInfo::register_network()
                .saturating_add(T::WeightInfo::find_subnet_to_prune())
                .saturating_add(T::WeightInfo::stop_subnet())
        )]
        pub fn register_network_with_identity(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            identity: Option<SubnetIdentityV3>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Subnets::<T>::do_register_network(who, hotkey, identity).map(|_| ())
        }

        /// Lets a subnet trade at once and emit from the next block on.
        ///
        /// Origin: the owner of the subnet.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        ///
        /// Errors, in order: `SubnetNotExists`, `BadOrigin`, `FirstEmissionBlockNumberAlreadySet`,
        /// `NeedWaitingMoreBlocksToStarCall`.
        ///
        /// Events: `FirstEmissionBlockNumberSet`.
        #[pallet::call_index(92)]
        #[pallet::weight(T::WeightInfo::start_call())]
        pub fn start_call(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            ensure!(
                Subnets::<T>::subnet_exists(netuid),
                Error::<T>::SubnetNotExists
            );
            Subnets::<T>::ensure_subnet_owner(origin, netuid)?;
            Subnets::<T>::do_start_call(netuid)
        }

        /// Stops a subnet at once, and pays it out and erases it over the next blocks.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        ///
        /// Errors, in order: `BadOrigin`, `NetworkDissolveAlreadyQueued`, `SubnetNotExists` (or it
        /// is root).
        ///
        /// Events: none at first; `SubnetIdentityRemoved` and `NetworkRemoved` when it is erased.
        #[pallet::call_index(120)]
        #[pallet::weight(
            T::WeightInfo::find_subnet_to_prune().saturating_add(T::WeightInfo::stop_subnet())
        )]
        pub fn root_dissolve_network(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            ensure_root(origin)?;
            Dissolution::<T>::do_dissolve_network(netuid)
        }
    }
}
