//! Registration of neurons, at a price or by work (spec 30).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod neurons_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Registers a hotkey on a subnet at its current price, which buys alpha that is recycled,
        /// but for the part that the subnet wants as collateral: that is staked on the hotkey and
        /// locked. A full subnet gives up another uid for it.
        ///
        /// Origin: the coldkey that pays, and from then on owns the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `hotkey`: nobody's, or the coldkey's.
        ///
        /// Errors, in order: `BadOrigin`, `RegistrationNotPermittedOnRootSubnet`,
        /// `SubnetNotExists`, `SubNetRegistrationDisabled`,
        /// `HotKeyAlreadyRegisteredInSubNet`, `NotEnoughBalanceToStake`, `TooManyStakingHotkeys`
        /// and `ColdkeyCollateralPositionsFull` (with collateral),
        /// `CannotUseSystemAccount`, `NonAssociatedColdKey` (the hotkey is another's),
        /// `TooManyStakingHotkeys` (it is nobody's, and the coldkey owns as many as it may),
        /// `NoNeuronIdAvailable`, `InsufficientLiquidity` (with collateral, no price),
        /// `Swap::SwapInputTooLarge`, `Swap::ReservesTooLow`, `Swap::ReservesOutOfBalance`,
        /// `Swap::PriceLimitExceeded`, `Swap::InsufficientLiquidity`, `SlippageTooHigh` (with
        /// collateral, at more than 1.05 times the price), `InsufficientLiquidity` (collateral too
        /// small for a share).
        ///
        /// Events: `StakeAdded` and `CollateralLocked`, with collateral,
        /// `RAORecycledForRegistrationSet`, `NeuronRegistered`.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::burned_register(MAX_NULL_UIDS.into()))]
        pub fn burned_register(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Registration::<T>::do_burned_register(&who, netuid, &hotkey)
        }

        /// Registers a hotkey on a subnet like `burned_register`, unless the price has risen above
        /// a limit.
        ///
        /// Origin: the coldkey that pays, and from then on owns the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `hotkey`: nobody's, or the coldkey's.
        /// - `limit_price`: the highest price, with what of it is collateral, rao of TAO.
        ///
        /// Errors, in order: `BadOrigin`, `RegistrationNotPermittedOnRootSubnet`,
        /// `SubnetNotExists`, `RegistrationPriceLimitExceeded`, `SubNetRegistrationDisabled`,
        /// `HotKeyAlreadyRegisteredInSubNet`, `NotEnoughBalanceToStake`, `TooManyStakingHotkeys`
        /// and `ColdkeyCollateralPositionsFull` (with collateral), `CannotUseSystemAccount`,
        /// `NonAssociatedColdKey` (the hotkey is another's), `TooManyStakingHotkeys` (it is
        /// nobody's, and the coldkey owns as many as it may), `NoNeuronIdAvailable`,
        /// `InsufficientLiquidity` (with collateral, no price), `Swap::SwapInputTooLarge`,
        /// `Swap::ReservesTooLow`, `Swap::ReservesOutOfBalance`, `Swap::PriceLimitExceeded`,
        /// `Swap::InsufficientLiquidity`, `SlippageTooHigh` (with collateral, at more than 1.05
        /// times the price), `InsufficientLiquidity` (collateral too small for a share).
        ///
        /// Events: `StakeAdded` and `CollateralLocked`, with collateral,
        /// `RAORecycledForRegistrationSet`, `NeuronRegistered`.
        #[pallet::call_index(134)]
        #[pallet::weight(T::WeightInfo::burned_register(MAX_NULL_UIDS.into()))]
        pub fn register_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
            limit_price: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Registration::<T>::do_register_limit(
                &who,
                netuid,
                &hotkey,
                TaoBalance::new(limit_price),
            )
        }

        /// Registers a hotkey on a subnet for a proof of work instead of TAO.
        ///
        /// Origin: the coldkey for which the work was done, and that from then on owns the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `work_block`: the block whose hash was worked on, one of the last four.
        /// - `nonce`: the number that was found.
        /// - `work`: the seal that it gives, 32 bytes.
        /// - `hotkey`: nobody's, or the coldkey's.
        ///
        /// Errors, in order: `BadOrigin`, `RegistrationNotPermittedOnRootSubnet`,
        /// `SubnetNotExists`, `SubNetRegistrationDisabled`,
        /// `TooManyRegistrationsThisBlock`, `HotKeyAlreadyRegisteredInSubNet`,
        /// `InvalidWorkBlock` (too old, or not later than that of the hotkey's last registration),
        /// `InvalidSeal` (not 32 bytes), `InvalidDifficulty`, `InvalidSeal`,
        /// `CannotUseSystemAccount`, `NonAssociatedColdKey` (the hotkey is another's),
        /// `TooManyStakingHotkeys` (it is nobody's, and the coldkey owns as many as it may),
        /// `NoNeuronIdAvailable`.
        ///
        /// Events: `NeuronRegistered`.
        #[pallet::call_index(152)]
        #[pallet::weight((T::WeightInfo::pow_register(), DispatchClass::Normal, Pays::No))]
        pub fn pow_register(
            origin: OriginFor<T>,
            netuid: NetUid,
            work_block: u64,
            nonce: u64,
            work: Seal,
            hotkey: T::AccountId,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Registration::<T>::do_pow_register(
                &who,
                &WorkClaim {
                    netuid,
                    work_block,
                    nonce,
                    work: &work,
                    hotkey: &hotkey,
                },
            )
        }
    }
}
