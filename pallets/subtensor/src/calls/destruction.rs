//! Stake that is recycled or burned (spec 50).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod destruction_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Destroys stake, so that as much alpha can be emitted again.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked.
        /// - `amount`: rao of alpha; more than there is means all.
        /// - `netuid`: the subnet, not root.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`, `CannotBurnOrRecycleOnRootSubnet`,
        /// `SubtokenDisabled`, `HotKeyAccountNotExists`, `InsufficientLiquidity` (the subnet has
        /// less alpha outside its pool), `StakeUnavailable` (locked), `InsufficientLiquidity` (too
        /// little to be seen in the shares).
        ///
        /// Events: `AlphaRecycled`.
        #[pallet::call_index(101)]
        #[pallet::weight(max_weight_of_destruction::<T>())]
        pub fn recycle_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            amount: AlphaBalance,
            netuid: NetUid,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_recycle_alpha(&who, &hotkey, netuid, amount)
        }

        /// Puts stake out of everybody's reach; the alpha stays issued.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked.
        /// - `amount`: rao of alpha; more than there is means all.
        /// - `netuid`: the subnet, not root.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`, `CannotBurnOrRecycleOnRootSubnet`,
        /// `SubtokenDisabled`, `HotKeyAccountNotExists`, `InsufficientLiquidity` (the subnet has
        /// less alpha outside its pool), `StakeUnavailable` (locked), `InsufficientLiquidity` (too
        /// little to be seen in the shares).
        ///
        /// Events: `AlphaBurned`.
        #[pallet::call_index(102)]
        #[pallet::weight(max_weight_of_destruction::<T>())]
        pub fn burn_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            amount: AlphaBalance,
            netuid: NetUid,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_burn_alpha(&who, &hotkey, netuid, amount)
        }

        /// Buys stake and burns it.
        ///
        /// Origin: the coldkey that pays.
        ///
        /// Parameters:
        /// - `hotkey`: one that somebody owns.
        /// - `netuid`: the subnet, not root.
        /// - `amount`: rao of TAO, fee included.
        /// - `limit`: the highest price at which the pool may end, rao of TAO per alpha, for all or
        ///   nothing; none for the market price.
        ///
        /// Errors, in order: `BadOrigin`, `CannotBurnOrRecycleOnRootSubnet`,
        /// `InsufficientLiquidity` (more than 1000 times the pool's TAO), with a limit, if the
        /// amount is not too low, `Swap::SwapInputTooLarge`, `Swap::ReservesTooLow`,
        /// `Swap::ReservesOutOfBalance`, `Swap::PriceLimitExceeded`, `Swap::InsufficientLiquidity`,
        /// `SubnetNotExists`, `SubtokenDisabled`, `AmountTooLow`, with a limit `SlippageTooHigh`
        /// (not all of it), `NotEnoughBalanceToStake`, `HotKeyAccountNotExists`,
        /// `InsufficientLiquidity` (the pool cannot sell), `AmountTooLow` (without the deposit that
        /// the coldkey keeps), `InsufficientLiquidity` (the alpha is too little for a share),
        /// `TooManyStakingHotkeys`, `StakeUnavailable` (the coldkey has locked more than it held).
        ///
        /// Events: `StakeAdded`, `AlphaBurned`, `AddStakeBurn`.
        #[pallet::call_index(132)]
        #[pallet::weight(
            T::WeightInfo::add_stake().saturating_add(max_weight_of_destruction::<T>())
        )]
        pub fn add_stake_burn(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount: TaoBalance,
            limit: Option<TaoBalance>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_add_stake_burn(&who, &hotkey, netuid, amount, limit)
        }
    }
}
