//! Where the displayed prices of a fund begin and end (spec 90 §10.2, §10.3).

use subtensor_funds::{display, index::BetaIndexSnapshotOf};
use subtensor_primitives::TaoBalance;

use crate::{
    Config, Event, Funds, Pallet, Schedule,
    pallet::{
        BasketRate, BasketShares, BasketTwr, BetaBaseline, BetaIndexFundSample, BetaIndexSnapshot,
    },
};

impl<T: Config> Funds<T> {
    /// Lets the prices of a fund begin at the index, after a deposit that brought it to so much
    /// worth, unless they have begun. The first fund begins the index.
    pub(super) fn stamp(hotkey: &T::AccountId, nav: TaoBalance) {
        if BetaBaseline::<T>::contains_key(hotkey) {
            return;
        }
        let now = Schedule::<T>::current_block();
        let snapshot = BetaIndexSnapshot::<T>::get();
        let index = snapshot.unwrap_or_else(|| BetaIndexSnapshotOf::first(now));
        let fund = display::Fund {
            nav: nav.to_u64(),
            shares: BasketShares::<T>::get(hotkey),
            rate: BasketRate::<T>::get(hotkey),
            twr: BasketTwr::<T>::get(hotkey),
        };
        let Some(baseline) = fund.baseline(&index, now) else {
            return;
        };
        if snapshot.is_none() {
            BetaIndexSnapshot::<T>::put(index);
        }
        BetaBaseline::<T>::insert(hotkey, baseline);
        Pallet::<T>::deposit_event(Event::BetaBaselineStamped {
            hotkey: hotkey.clone(),
        });
    }

    /// Ends the prices of a fund that has no shares left, or none but dust; its next deposit lets
    /// them begin anew. Rate and watermarks stay: all of them are worth no share.
    pub(super) fn retire(hotkey: &T::AccountId) {
        BetaBaseline::<T>::remove(hotkey);
        BasketTwr::<T>::remove(hotkey);
        BetaIndexFundSample::<T>::remove(hotkey);
    }
}
