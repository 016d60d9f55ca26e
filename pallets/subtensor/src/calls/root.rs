//! Seats on the root network and the dividends of root stake.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod root_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Seats a hotkey on root at its current price, which is recycled; a full root gives up
        /// another seat for it. With the seat the hotkey becomes a parent of the owner hotkeys of
        /// all subnets on which it has no children, unless it opted out.
        ///
        /// Origin: the coldkey that pays, and from then on owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: nobody's, or the coldkey's.
        ///
        /// Errors, in order: `RootNetworkDoesNotExist`, `BadOrigin`,
        /// `TooManyRegistrationsThisBlock`, `TooManyRegistrationsThisInterval`,
        /// `HotKeyAlreadyRegisteredInSubNet`, `NotEnoughBalanceToStake`,
        /// `CannotUseSystemAccount`, `NonAssociatedColdKey` (the hotkey is another's),
        /// `TooManyStakingHotkeys` (it is nobody's, and the coldkey owns as many as it may),
        /// `NoNeuronIdAvailable`.
        ///
        /// Events: `SetChildren` for every subnet on which the seat makes or ends a relation,
        /// `RAORecycledForRegistrationSet`, `NeuronRegistered`.
        #[pallet::call_index(62)]
        #[pallet::weight(T::WeightInfo::root_register(MAX_SUBNETS))]
        pub fn root_register(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            Registration::<T>::do_root_register(origin, &hotkey)
        }

        /// Sells the root dividends that a coldkey is owed and stakes the TAO on root, on as many
        /// of its hotkeys as fit; the next call goes on with the others. Subnets where that is not
        /// possible keep what they owe.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `subnets`: without meaning; every subnet is looked at.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: `RootClaimed`, if anything was sold.
        #[pallet::call_index(121)]
        #[pallet::weight(T::WeightInfo::claim_root(MAX_CLAIM_ROWS, MAX_CLAIM_ROWS))]
        pub fn claim_root(
            origin: OriginFor<T>,
            subnets: BTreeSet<NetUid>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let _ = subnets;
            RootDividends::<T>::do_claim_root(&who)
        }

        /// Sets the least TAO that a claim of root dividends on one subnet must bring.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `netuid`: that of root, whose entry holds for all subnets.
        /// - `new_value`: rao of TAO, at most 10 000 000.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidRootClaimThreshold`.
        ///
        /// Events: none.
        #[pallet::call_index(124)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_root_claim_threshold(
            origin: OriginFor<T>,
            netuid: NetUid,
            new_value: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            RootDividends::<T>::do_set_root_claim_threshold(netuid, new_value)
        }

        /// Sells the root dividends that a coldkey is owed for its stake on one hotkey and stakes
        /// the TAO there on root.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `hotkey`: where its stake is.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: `RootClaimed`, if anything was sold.
        #[pallet::call_index(148)]
        #[pallet::weight(T::WeightInfo::claim_root(MAX_RATES, MAX_RATES))]
        pub fn claim_root_with_hotkey(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            RootDividends::<T>::do_claim_root_with_hotkey(&who, &hotkey)
        }
    }
}
