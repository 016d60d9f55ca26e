//! Seats on the root network, and the funds of those who have one.

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

        /// Exchanges a holding of a fund for another, within narrow bands of price.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: whose fund; one with a seat on root.
        /// - `origin_netuid`: the subnet whose alpha is sold; root for cash.
        /// - `destination_netuid`: the subnet whose alpha is bought; root for cash.
        /// - `amount`: rao of the origin's alpha, of TAO on root.
        /// - `min_amount_out`: the least to get, rao of the destination's alpha, of TAO on root.
        ///
        /// Errors, in order: `BadOrigin`, `BasketTradingDisabled`, `BasketTradingFrozen`,
        /// `BasketSameSubnet`, `NonAssociatedColdKey`, `HotKeyNotRegisteredInSubNet`,
        /// `SubnetNotExists`, `SubtokenDisabled`, `AmountTooLow` (nothing),
        /// `NotEnoughStakeToWithdraw`, `SlippageTooHigh` (the sale), `AmountTooLow` (less than a
        /// trade must be worth), `BasketTurnoverBudgetExceeded`, `SlippageTooHigh` (the purchase),
        /// `BasketMinOutNotMet`, `BasketLiquidityCapExceeded`, `BasketConcentrationCapExceeded`.
        ///
        /// Events: `BasketDeposited` if dividends waited, `BasketSwapped`.
        #[pallet::call_index(150)]
        #[pallet::weight(max_weight_of_trades::<T>(1))]
        pub fn swap_basket(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            amount: AlphaBalance,
            min_amount_out: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let leg = (origin_netuid, destination_netuid, amount, min_amount_out);
            Funds::<T>::do_swap_basket(&who, &hotkey, &[leg])
        }

        /// Makes several such exchanges, all or none.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: whose fund; one with a seat on root.
        /// - `legs`: origin, destination, amount and least amount to get of each.
        ///
        /// Errors, in order: `BadOrigin`, `BasketSwapBatchEmpty`, `BasketTradingDisabled`,
        /// `BasketTradingFrozen`, `BasketSameSubnet`, `NonAssociatedColdKey`,
        /// `HotKeyNotRegisteredInSubNet`; for each `SubnetNotExists`, `SubtokenDisabled`,
        /// `AmountTooLow` (nothing); then for each `NotEnoughStakeToWithdraw`, `SlippageTooHigh`
        /// (the sale), `AmountTooLow` (worth less than a trade must be),
        /// `BasketTurnoverBudgetExceeded`, `SlippageTooHigh` (the purchase), `BasketMinOutNotMet`,
        /// `BasketLiquidityCapExceeded`, `BasketConcentrationCapExceeded`.
        ///
        /// Events: `BasketDeposited` if dividends waited, `BasketSwapped` for each.
        #[pallet::call_index(151)]
        #[pallet::weight(max_weight_of_trades::<T>(legs.len() as u32))]
        pub fn swap_basket_many(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            legs: BoundedVec<Leg, ConstU32<MAX_LEGS>>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Funds::<T>::do_swap_basket(&who, &hotkey, &legs)
        }
    }
}
