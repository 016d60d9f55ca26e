//! Collateral of miners beyond what their registration left (spec 90 §14.4).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod collateral_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Makes stake on a hotkey collateral, which only what the hotkey earns sets free; what
        /// the position lacks is bought.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `hotkey`: one of the coldkey's.
        /// - `alpha`: rao of alpha, taken first from what the position has free. The rest is valued
        ///   at the moving price, and so much TAO buys alpha, which may be more or less; a rest of
        ///   less than a rao of TAO is left out.
        /// - `limit_price`: the highest price at which the pool may end, rao of TAO per alpha.
        ///
        /// Errors, in order: `BadOrigin`, `RegistrationNotPermittedOnRootSubnet`,
        /// `SubnetNotExists`, `SubtokenDisabled`, `HotKeyAccountNotExists`, `NonAssociatedColdKey`,
        /// `AmountTooLow` (nothing); for what is bought `InsufficientLiquidity` (no moving price,
        /// more than a thousand times the pool), `AmountTooLow`, `NotEnoughBalanceToStake`,
        /// `InsufficientLiquidity` (the pool), `AmountTooLow`, `InsufficientLiquidity` (too little
        /// for a share), `TooManyStakingHotkeys`, `NotEnoughBalanceToStake` (the account would not
        /// stay alive), `SlippageTooHigh`; `AmountTooLow` (all of it is left out),
        /// `ColdkeyCollateralPositionsFull`.
        ///
        /// Events: `StakeAdded`, if anything is bought, `CollateralLocked`.
        #[pallet::call_index(144)]
        #[pallet::weight(T::WeightInfo::add_collateral())]
        pub fn add_collateral(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
            alpha: AlphaBalance,
            limit_price: TaoBalance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Collateral::<T>::do_add_collateral(&who, netuid, &hotkey, alpha, limit_price)
        }

        /// Sets how much of the stake on a hotkey shall be collateral: no less comes free, and what
        /// is lacking is kept of what the hotkey earns.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `hotkey`: one of the coldkey's.
        /// - `min_locked`: rao of alpha; 0 for no such floor.
        ///
        /// Errors, in order: `BadOrigin`, `RegistrationNotPermittedOnRootSubnet`,
        /// `SubnetNotExists`, `HotKeyAccountNotExists`, `NonAssociatedColdKey`,
        /// `ColdkeyCollateralPositionsFull`.
        ///
        /// Events: `MinCollateralSet`.
        #[pallet::call_index(145)]
        #[pallet::weight(T::WeightInfo::set_min_collateral())]
        pub fn set_min_collateral(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
            min_locked: AlphaBalance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Collateral::<T>::do_set_min_collateral(&who, netuid, &hotkey, min_locked)
        }
    }
}
