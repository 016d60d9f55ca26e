//! Which coldkey owns which hotkey (spec 30 §5), and swaps of hotkeys (spec 50 §13.1).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod keys_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Puts a hotkey in the place of another with all that the other has and the stake on it.
        /// The same as `swap_hotkey_v2` if no stake is to stay.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: gives its place.
        /// - `new_hotkey`: takes it; nobody's, or the coldkey's.
        /// - `netuid`: the subnet or root; without it all of them, which costs a hundred times as
        ///   much and ends the ownership of `hotkey`.
        ///
        /// Errors, in order: `BadOrigin`, and those of the other call.
        ///
        /// Events: those of the other call, at the end `HotkeySwappedOnSubnet` or `HotkeySwapped`.
        #[pallet::call_index(70)]
        #[pallet::weight(T::WeightInfo::swap_hotkey())]
        pub fn swap_hotkey(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            new_hotkey: T::AccountId,
            netuid: Option<NetUid>,
        ) -> DispatchResultWithPostInfo {
            Self::swap_hotkey_v2(origin, hotkey, new_hotkey, netuid, false)
        }

        /// Puts a hotkey in the place of another with all that the other has: uid, relations,
        /// endpoints, locks for it, and the stake unless it is to stay. TAO is recycled for it.
        ///
        /// Origin: the coldkey that owns the hotkey.
        ///
        /// Parameters:
        /// - `hotkey`: gives its place.
        /// - `new_hotkey`: takes it; nobody's, or the coldkey's.
        /// - `netuid`: the subnet or root, for 0.001 TAO; without it all of them, for 0.1 TAO. The
        ///   coldkey stays the owner of `hotkey` unless it gives up everything.
        /// - `keep_stake`: whether the stake stays on `hotkey`, and on root its fund.
        ///
        /// Errors, in order: `BadOrigin`, `NonAssociatedColdKey` (one of the hotkeys is not the
        /// coldkey's), `NewHotKeyIsSameWithOld`, `HotKeySetTxRateLimitExceeded`,
        /// `SubnetNotExists`, `HotKeyAlreadyRegisteredInSubNet`, `NewHotKeyNotCleanForRootSwap`
        /// (its fund would come to one that has or had a fund, or has root stake),
        /// `NetworkDissolveAlreadyQueued` (a subnet that is being dissolved still owes its fund),
        /// `HotKeySwapOnSubnetIntervalNotPassed` (a hotkey of the coldkey was swapped there
        /// lately, or the stake came by a swap lately), `CannotUseSystemAccount`,
        /// `TooManyStakingHotkeys` (the new one is nobody's, and the coldkey owns as many as it
        /// may), `ColdkeySwapTooHeavy` (too much for one block), `KeepStakeBlockedByCollateral`,
        /// `InvalidChild` (the new one is a relative of the old one, or will be),
        /// `TooManyChildren`, `ProportionOverflow`, `ChildParentInconsistency` (of children that
        /// wait), `NotEnoughBalanceToPaySwapHotKey`.
        ///
        /// Events: `BasketDeposited` and `BetaBaselineStamped` for a fund, `SetChildren` for the
        /// relations, `SubnetOwnerHotkeySet` where it is the owner's, `HotkeySwappedOnSubnet` or
        /// `HotkeySwapped`.
        #[pallet::call_index(72)]
        #[pallet::weight(T::WeightInfo::swap_hotkey())]
        pub fn swap_hotkey_v2(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            new_hotkey: T::AccountId,
            netuid: Option<NetUid>,
            keep_stake: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let order = HotkeySwapOrder {
                old: &hotkey,
                new: &new_hotkey,
                netuid,
                keep_stake,
            };
            Hotkeys::<T>::do_swap_hotkey(&who, order)
        }

        /// Makes a coldkey the owner of a hotkey if nobody owns it; otherwise it does nothing.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `hotkey`: the hotkey, not an account of the chain's own.
        ///
        /// Errors, in order: `BadOrigin`, `CannotUseSystemAccount`, `TooManyStakingHotkeys` (the
        /// coldkey owns as many as it may).
        ///
        /// Events: none.
        #[pallet::call_index(91)]
        #[pallet::weight(T::WeightInfo::associate())]
        pub fn try_associate_hotkey(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Hotkeys::<T>::create_account_if_non_existent(&who, &hotkey)
        }
    }
}
