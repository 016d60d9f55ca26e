//! Coldkeys that give all they have to another (spec 50 §13.4).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod coldkeys_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Gives all that a coldkey has to another: stake, hotkeys, subnets, collateral, locks and
        /// TAO. What it announced, and a dispute about that, are forgotten.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `old_coldkey`: the coldkey that gives.
        /// - `new_coldkey`: the coldkey that gets it, which stakes nowhere.
        /// - `swap_cost`: rao that the old one pays, which are recycled; may be 0.
        ///
        /// Errors, in order: `BadOrigin`, `NotEnoughBalanceToPaySwapColdKey`,
        /// `CannotUseSystemAccount` (either is an account of the chain's own),
        /// `ColdKeyAlreadyAssociated` (both are the same), `ColdkeySwapTooHeavy` (8 192 positions
        /// and rows of collateral), `ColdKeyAlreadyAssociated` (the new one has hotkeys on which it
        /// stakes), `NewColdKeyIsHotkey`, `TooManyStakingHotkeys` (both together own more hotkeys
        /// than one may), `ActiveLockExists`, `ColdkeyCollateralIncomplete`,
        /// `ColdkeyCollateralPositionsFull`.
        ///
        /// Events: `ColdkeySwapped`.
        #[pallet::call_index(71)]
        #[pallet::weight(max_weight_of_coldkey_swap::<T>())]
        pub fn swap_coldkey(
            origin: OriginFor<T>,
            old_coldkey: T::AccountId,
            new_coldkey: T::AccountId,
            swap_cost: TaoBalance,
        ) -> DispatchResultWithPostInfo {
            ensure_root(origin)?;
            ColdkeySwaps::<T>::do_swap(&old_coldkey, &new_coldkey, swap_cost)
        }

        /// Does nothing: `announce_coldkey_swap` announces the swap of a coldkey.
        ///
        /// Origin: anybody who signs.
        ///
        /// Parameters:
        /// - `new_coldkey`: without meaning.
        ///
        /// Errors, in order: `BadOrigin`, `Deprecated` (always).
        ///
        /// Events: none.
        #[pallet::call_index(73)]
        #[pallet::weight(T::WeightInfo::retired())]
        pub fn schedule_swap_coldkey(
            origin: OriginFor<T>,
            new_coldkey: T::AccountId,
        ) -> DispatchResult {
            let _ = new_coldkey;
            ensure_signed(origin)?;
            Err(Error::<T>::Deprecated.into())
        }

        /// Announces that a coldkey will give all it has to another. It may do nothing else from
        /// then on, but for `swap_coldkey_announced`, `dispute_coldkey_swap`,
        /// `clear_coldkey_swap_announcement`, another announcement and encrypted transactions; and
        /// nobody may give it stake. The first announcement costs `KeySwapCost`, which is recycled.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `new_coldkey_hash`: BLAKE2b-256 of the account that gets it.
        ///
        /// Errors, in order: `BadOrigin`, `ColdkeySwapDisputed`,
        /// `ColdkeySwapReannouncedTooEarly` (the delay of a second announcement has not gone since
        /// the announced swap was due), `NotEnoughBalanceToPaySwapColdKey`.
        ///
        /// Events: `ColdkeySwapAnnounced`.
        #[pallet::call_index(125)]
        #[pallet::weight(T::WeightInfo::announce_coldkey_swap())]
        pub fn announce_coldkey_swap(
            origin: OriginFor<T>,
            new_coldkey_hash: H256,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            ColdkeySwaps::<T>::do_announce(&who, new_coldkey_hash)
        }

        /// Gives all that a coldkey has to another: stake, hotkeys, subnets, collateral, locks and
        /// TAO.
        ///
        /// Origin: the coldkey, which announced it `ColdkeySwapAnnouncementDelay` blocks ago.
        ///
        /// Parameters:
        /// - `new_coldkey`: the coldkey that gets it, which stakes nowhere.
        ///
        /// Errors, in order: `BadOrigin`, `ColdkeySwapDisputed`,
        /// `ColdkeySwapAnnouncementNotFound`, `AnnouncedColdkeyHashDoesNotMatch`,
        /// `ColdkeySwapTooEarly`, `CannotUseSystemAccount`, `ColdKeyAlreadyAssociated` (it is the
        /// same), `ColdkeySwapTooHeavy` (8 192 positions and rows of collateral),
        /// `ColdKeyAlreadyAssociated` (the new one has hotkeys on which it stakes),
        /// `NewColdKeyIsHotkey`, `TooManyStakingHotkeys` (both together own more hotkeys than one
        /// may), `ActiveLockExists`, `ColdkeyCollateralIncomplete`,
        /// `ColdkeyCollateralPositionsFull`.
        ///
        /// Events: `ColdkeySwapped`.
        #[pallet::call_index(126)]
        #[pallet::weight(max_weight_of_coldkey_swap::<T>())]
        pub fn swap_coldkey_announced(
            origin: OriginFor<T>,
            new_coldkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            ColdkeySwaps::<T>::do_swap_announced(&who, &new_coldkey)
        }

        /// Disputes the swap that a coldkey announced: the coldkey may do nothing any more until
        /// root resets it or swaps it.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters: none.
        ///
        /// Errors, in order: `BadOrigin`, `ColdkeySwapAnnouncementNotFound`,
        /// `ColdkeySwapAlreadyDisputed`.
        ///
        /// Events: `ColdkeySwapDisputed`.
        #[pallet::call_index(127)]
        #[pallet::weight(T::WeightInfo::dispute_coldkey_swap())]
        pub fn dispute_coldkey_swap(origin: OriginFor<T>) -> DispatchResult {
            let who = ensure_signed(origin)?;
            ColdkeySwaps::<T>::do_dispute(&who)
        }

        /// Removes the swap that a coldkey announced, and the dispute about it.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `coldkey`: the coldkey, whether or not it announced one.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: `ColdkeySwapReset`.
        #[pallet::call_index(128)]
        #[pallet::weight(T::WeightInfo::reset_coldkey_swap())]
        pub fn reset_coldkey_swap(origin: OriginFor<T>, coldkey: T::AccountId) -> DispatchResult {
            ensure_root(origin)?;
            ColdkeySwaps::<T>::do_reset(&coldkey);
            Ok(())
        }

        /// Takes back the swap that a coldkey announced. The price of the announcement is not paid
        /// back.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters: none.
        ///
        /// Errors, in order: `BadOrigin`, `ColdkeySwapDisputed`,
        /// `ColdkeySwapAnnouncementNotFound`, `ColdkeySwapClearTooEarly`
        /// (the delay of a second announcement has not gone since the announced swap was due).
        ///
        /// Events: `ColdkeySwapCleared`.
        #[pallet::call_index(133)]
        #[pallet::weight(T::WeightInfo::clear_coldkey_swap())]
        pub fn clear_coldkey_swap_announcement(origin: OriginFor<T>) -> DispatchResult {
            let who = ensure_signed(origin)?;
            ColdkeySwaps::<T>::do_clear(&who)
        }
    }
}
