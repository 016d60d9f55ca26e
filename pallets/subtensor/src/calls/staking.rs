//! Staking, unstaking and where miner emission is staked (spec 50).

use frame_support::{pallet_macros::pallet_section, weights::Weight};
use subtensor_primitives::NetUid;

use crate::{
    Config, WeightInfo,
    funds::{max_weight_of_root_change, weight_of_root_change},
};

/// Weight of a purchase of stake, at most.
pub(crate) fn max_weight_of_add_stake<T: Config>(netuid: NetUid) -> Weight {
    T::WeightInfo::add_stake().saturating_add(max_weight_of_root_change::<T>(netuid))
}

/// The same on a hotkey as it is now. Costs reads, so no call can declare it.
pub(crate) fn weight_of_add_stake<T: Config>(hotkey: &T::AccountId, netuid: NetUid) -> Weight {
    T::WeightInfo::add_stake().saturating_add(weight_of_root_change::<T>(hotkey, netuid))
}

#[pallet_section]
mod staking_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Stakes TAO on a hotkey at the market price; the coldkey keeps its existential deposit.
        ///
        /// Origin: the coldkey that pays.
        ///
        /// Parameters:
        /// - `hotkey`: one that somebody owns.
        /// - `netuid`: the subnet, or root.
        /// - `amount_staked`: rao of TAO, fee included.
        ///
        /// Errors, in order: `BadOrigin`, `InsufficientLiquidity` (more than 1000 times the pool's
        /// TAO), `SubnetNotExists`, `SubtokenDisabled`, `AmountTooLow`, `NotEnoughBalanceToStake`,
        /// `HotKeyAccountNotExists`, `InsufficientLiquidity` (the pool cannot sell),
        /// `AmountTooLow` (without the deposit), `InsufficientLiquidity` (the alpha is too little
        /// for a share), `TooManyStakingHotkeys`.
        ///
        /// Events: `StakeAdded`.
        #[pallet::call_index(2)]
        #[pallet::weight(max_weight_of_add_stake::<T>(*netuid))]
        pub fn add_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_staked: TaoBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let weight = weight_of_add_stake::<T>(&hotkey, netuid);
            Staking::<T>::do_add_stake(&who, &hotkey, netuid, amount_staked, None)?;
            Ok(Some(weight).into())
        }

        /// Sells stake at the market price.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked.
        /// - `netuid`: the subnet, or root.
        /// - `amount_unstaked`: rao of alpha; more than there is means all.
        ///
        /// Errors, in order: `BadOrigin`, `SubtokenDisabled`, `AmountTooLow` (nothing),
        /// `InsufficientLiquidity` (more than 1000 times the pool's alpha), `InsufficientLiquidity`
        /// (the pool cannot buy), `AmountTooLow` (some stake would stay, and what comes out is less
        /// than the least stake), `HotKeyAccountNotExists`, `StakeUnavailable` (locked),
        /// `RootStakeLocked` (off root too soon), `InsufficientLiquidity` (too little to be seen in
        /// the shares), `Token` (the coldkey's account is gone and would not open with so little).
        ///
        /// Events: `StakeRemoved`; another if what is left is too small a nomination and is sold
        /// too.
        #[pallet::call_index(3)]
        #[pallet::weight(max_weight_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_unstaked: AlphaBalance,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_remove_stake(&who, &hotkey, netuid, amount_unstaked, None)
        }

        /// Sells all stake of a coldkey on a hotkey, on every subnet and root; where that is not
        /// possible, it stays.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked.
        ///
        /// Errors, in order: `BadOrigin`, `HotKeyAccountNotExists`.
        ///
        /// Events: `StakeRemoved` for each sale.
        #[pallet::call_index(83)]
        #[pallet::weight(max_weight_of_unstake_all::<T>())]
        pub fn unstake_all(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_unstake_all(&who, &hotkey)
        }

        /// Sells all alpha of a coldkey on a hotkey, on every subnet, and stakes the TAO there on
        /// root; where that is not possible, it stays.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked.
        ///
        /// Errors, in order: `BadOrigin`, `HotKeyAccountNotExists`, `AmountTooLow` (nothing was
        /// sold), `InsufficientLiquidity` (the TAO is too little for a share),
        /// `TooManyStakingHotkeys`, `InsufficientTaoBalance` and `NotEnoughBalanceToStake` (the
        /// coldkey has no existential deposit beside that TAO).
        ///
        /// Events: `StakeRemoved` for each sale, `StakeAdded`.
        #[pallet::call_index(84)]
        #[pallet::weight(max_weight_of_unstake_all::<T>())]
        pub fn unstake_all_alpha(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_unstake_all_alpha(&who, &hotkey)
        }

        /// Stakes TAO on a hotkey at a limited price; the coldkey keeps its existential deposit.
        ///
        /// Origin: the coldkey that pays.
        ///
        /// Parameters:
        /// - `hotkey`: one that somebody owns.
        /// - `netuid`: the subnet, or root.
        /// - `amount_staked`: rao of TAO, fee included.
        /// - `limit_price`: the highest price at which the pool may end, rao of TAO per alpha.
        /// - `allow_partial`: whether to stake as much as the limit allows, instead of all or
        ///   nothing.
        ///
        /// Errors, in order: `BadOrigin`, `InsufficientLiquidity` (more than 1000 times the pool's
        /// TAO), if the amount is not too low `Swap::SwapInputTooLarge`, `Swap::ReservesTooLow`,
        /// `Swap::ReservesOutOfBalance`, `Swap::PriceLimitExceeded`,
        /// `Swap::InsufficientLiquidity`, `SubnetNotExists`, `SubtokenDisabled`, `AmountTooLow`,
        /// `SlippageTooHigh` (not all of it, unless a part is allowed), `NotEnoughBalanceToStake`,
        /// `HotKeyAccountNotExists`, `AmountTooLow` (the part, or without the deposit),
        /// `InsufficientLiquidity` (the alpha is too little for a share), `TooManyStakingHotkeys`.
        ///
        /// Events: `StakeAdded`.
        #[pallet::call_index(88)]
        #[pallet::weight(max_weight_of_add_stake::<T>(*netuid))]
        pub fn add_stake_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_staked: TaoBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let limit = Some(OrderLimit {
                price: limit_price,
                is_partial: allow_partial,
            });
            let weight = weight_of_add_stake::<T>(&hotkey, netuid);
            Staking::<T>::do_add_stake(&who, &hotkey, netuid, amount_staked, limit)?;
            Ok(Some(weight).into())
        }

        /// Sells stake at a limited price.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked.
        /// - `netuid`: the subnet, or root.
        /// - `amount_unstaked`: rao of alpha; more than there is means all.
        /// - `limit_price`: the lowest price at which the pool may end, rao of TAO per alpha.
        /// - `allow_partial`: whether to sell as much as the limit allows, instead of all or
        ///   nothing.
        ///
        /// Errors, in order: `BadOrigin`, `SubtokenDisabled`, `AmountTooLow` (nothing),
        /// `InsufficientLiquidity` (more than 1000 times the pool's alpha),
        /// `Swap::SwapInputTooLarge`, `Swap::ReservesTooLow`, `Swap::ReservesOutOfBalance`,
        /// `Swap::PriceLimitExceeded`, `Swap::InsufficientLiquidity`, `SlippageTooHigh` (not all of
        /// it, unless a part is allowed), `AmountTooLow` (some stake would stay, and what comes out
        /// is less than the least stake), `HotKeyAccountNotExists`, `StakeUnavailable` (locked),
        /// `RootStakeLocked` (off root too soon), `InsufficientLiquidity` (too little to be seen in
        /// the shares), `Token` (the coldkey's account is gone and would not open with so little).
        ///
        /// Events: `StakeRemoved`; another if what is left is too small a nomination and is sold
        /// too.
        #[pallet::call_index(89)]
        #[pallet::weight(max_weight_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount_unstaked: AlphaBalance,
            limit_price: TaoBalance,
            allow_partial: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Staking::<T>::do_remove_stake(
                &who,
                &hotkey,
                netuid,
                amount_unstaked,
                Some(OrderLimit {
                    price: limit_price,
                    is_partial: allow_partial,
                }),
            )
        }

        /// Sells all stake of a coldkey on a hotkey on one subnet.
        ///
        /// Origin: the coldkey that holds it.
        ///
        /// Parameters:
        /// - `hotkey`: where it is staked.
        /// - `netuid`: the subnet, or root.
        /// - `limit_price`: the lowest price at which the pool may end, rao of TAO per alpha, for
        ///   all or nothing; none for the market price.
        ///
        /// Errors, in order: `BadOrigin`, `SubtokenDisabled`, `AmountTooLow` (nothing),
        /// `InsufficientLiquidity` (more than 1000 times the pool's alpha), without a limit
        /// `InsufficientLiquidity` (the pool cannot buy), with a limit `Swap::SwapInputTooLarge`,
        /// `Swap::ReservesTooLow`, `Swap::ReservesOutOfBalance`, `Swap::PriceLimitExceeded`,
        /// `Swap::InsufficientLiquidity`, `SlippageTooHigh` (not all of it), `AmountTooLow`
        /// (without a limit, not all of it, for less than the least stake),
        /// `HotKeyAccountNotExists`, `StakeUnavailable` (locked), `RootStakeLocked` (off root too
        /// soon), `InsufficientLiquidity` (too little to be seen in the shares), `Token` (the
        /// coldkey's account is gone and would not open with so little).
        ///
        /// Events: `StakeRemoved`; another if what is left is too small a nomination and is sold
        /// too.
        #[pallet::call_index(103)]
        #[pallet::weight(max_weight_of_remove_stake::<T>(*netuid))]
        pub fn remove_stake_full_limit(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            limit_price: Option<TaoBalance>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let limit = limit_price.map(|price| OrderLimit {
                price,
                is_partial: false,
            });
            Staking::<T>::do_remove_stake(&who, &hotkey, netuid, AlphaBalance::MAX, limit)
        }

        /// Names the hotkey on which the miner emission of a coldkey on a subnet is staked from now
        /// on.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `hotkey`: one with a uid there.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`, `HotKeyNotRegisteredInSubNet`,
        /// `SameAutoStakeHotkeyAlreadySet`, `TooManyStakingHotkeys` (the coldkey stakes on as many
        /// as it may, or it has no uid there and as many as may have named the hotkey).
        ///
        /// Events: `AutoStakeDestinationSet`.
        #[pallet::call_index(114)]
        #[pallet::weight(T::WeightInfo::set_auto_stake(true))]
        pub fn set_coldkey_auto_stake_hotkey(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            AutoStake::<T>::do_set_auto_stake(&who, netuid, &hotkey)
        }
    }
}
