//! Seats on the root network, and the funds of those who have one.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod root_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Seats a hotkey on root at its current price, which is recycled; a full root gives up
        /// another seat for it.
        ///
        /// Origin: the coldkey that pays, and from then on owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: nobody's, or the coldkey's.
        ///
        /// Errors, in order: `BadOrigin`, `RootNetworkDoesNotExist`,
        /// `TooManyRegistrationsThisBlock`, `TooManyRegistrationsThisInterval`,
        /// `HotKeyAlreadyRegisteredInSubNet`, `NotEnoughBalanceToStake`,
        /// `CannotUseSystemAccount`, `NonAssociatedColdKey` (the hotkey is another's),
        /// `TooManyStakingHotkeys` (it is nobody's, and the coldkey owns as many as it may),
        /// `NoNeuronIdAvailable`.
        ///
        /// Events: `RAORecycledForRegistrationSet`, `NeuronRegistered`.
        #[pallet::call_index(62)]
        #[pallet::weight(T::WeightInfo::root_register())]
        pub fn root_register(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Registration::<T>::do_root_register(&who, &hotkey)
        }

        /// Turns the shares that a coldkey has of funds into root stake, on all of its hotkeys or
        /// none. A fund that owes less than the threshold keeps it.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `subnets`: without meaning.
        ///
        /// Errors, in order: `BadOrigin`, `RootClaimTooHeavy` (more than 256 hotkeys, more than 256
        /// hotkeys with shares and holdings of their funds, or more than 512 dividends that wait
        /// for these).
        ///
        /// Events: for each fund `BasketDeposited`, `BetaBaselineStamped`,
        /// `BasketHoldingConverted` and `BasketAlphaWrittenOff` for small holdings,
        /// `BasketClaimDustSkipped`, `BasketClaimed`; `RootClaimed`, if anything was paid.
        #[pallet::call_index(121)]
        #[pallet::weight(weight_of_claim::<T>())]
        pub fn claim_root(
            origin: OriginFor<T>,
            subnets: BTreeSet<NetUid>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let _ = subnets;
            Funds::<T>::do_claim_root(&who)
        }

        /// Sets the least TAO that a claim must bring, a root dividend be worth to enter a fund,
        /// and a holding to stay in it.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `netuid`: that of root, whose entry is in force.
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
            Funds::<T>::do_set_root_claim_threshold(netuid, new_value)
        }

        /// Buys shares of the fund of a hotkey: more of everything that it holds.
        ///
        /// Origin: the coldkey that pays.
        ///
        /// Parameters:
        /// - `hotkey`: one with a seat on root.
        /// - `amount_staked`: rao of TAO, fees included.
        ///
        /// Errors, in order: `BadOrigin`, `HotKeyAccountNotExists`, `HotKeyNotRegisteredInSubNet`,
        /// `TooManyStakingHotkeys`, `AmountTooLow` (below the least stake),
        /// `NotEnoughBalanceToStake`, `AmountTooLow` (a holding would get nothing),
        /// `AmountTooLow` (a pool gives nothing), `InsufficientLiquidity` (a pool does not take all
        /// of it), `InsufficientTaoBalance`, `AmountTooLow` (it is worth no share).
        ///
        /// Events: `BasketDeposited` if dividends waited, `BasketStakedIn`, `BetaBaselineStamped`
        /// for the first deposit.
        #[pallet::call_index(147)]
        #[pallet::weight(max_weight_of_deposit::<T>())]
        pub fn stake_into_basket(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            amount_staked: TaoBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Funds::<T>::do_stake_into_basket(&who, &hotkey, amount_staked)
        }

        /// Turns the shares that a coldkey has of the fund of one hotkey into root stake there.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `hotkey`: whose fund; with or without a seat on root.
        ///
        /// Errors, in order: `BadOrigin`, `RootClaimTooHeavy` (more than 128 holdings).
        ///
        /// Events: `BasketDeposited`, `BetaBaselineStamped`, `BasketHoldingConverted` and
        /// `BasketAlphaWrittenOff` for small holdings, `BasketClaimDustSkipped`, `BasketClaimed`
        /// and `RootClaimed`, if anything was paid.
        #[pallet::call_index(148)]
        #[pallet::weight(weight_of_hotkey_claim::<T>())]
        pub fn claim_root_with_hotkey(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Funds::<T>::do_claim_root_with_hotkey(&who, &hotkey)
        }
    }
}
