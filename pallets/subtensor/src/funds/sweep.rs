//! The index of all funds (spec 90 §10.2): every two hours all of them are looked at, so many
//! holdings a block, and the index moves as their prices have.

use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::weights::Weight;
use subtensor_funds::{
    display::{self, Marks},
    index::{BetaIndexFundSampleOf, BetaIndexSnapshotOf, BetaIndexSweepOf},
};

use crate::{
    Config, Funds, Schedule, WeightInfo,
    pallet::{
        BasketRate, BasketShares, BasketTwr, BetaBaseline, BetaIndexFundSample, BetaIndexSnapshot,
        BetaIndexSweep,
    },
};

/// Holdings after which a block looks at no other fund.
const MAX_ROWS: u32 = 256;

impl<T: Config> Funds<T> {
    /// Goes on with the sweep, or starts one that is due; returns the weight of that.
    pub(crate) fn sweep_index() -> Weight {
        let now = Schedule::<T>::current_block();
        let Some(snapshot) = BetaIndexSnapshot::<T>::get() else {
            return T::WeightInfo::sweep_index(0, 0);
        };
        let sweep = BetaIndexSweep::<T>::get();
        if sweep.is_none() && !snapshot.is_due(now) {
            return T::WeightInfo::sweep_index(0, 0);
        }
        let mut sweep = sweep.unwrap_or_default();
        let (mut funds, mut rows) = (0u32, 0u32);
        for hotkey in Self::funds_behind(&sweep.cursor) {
            if rows >= MAX_ROWS {
                BetaIndexSweep::<T>::put(sweep);
                return T::WeightInfo::sweep_index(funds, rows);
            }
            funds = funds.saturating_add(1);
            rows = rows.saturating_add(Self::count_rows(&hotkey).max(1));
            Self::sample(&hotkey, &snapshot, &mut sweep);
            sweep.cursor = hotkey.encode();
        }
        BetaIndexSnapshot::<T>::put(sweep.publish(&snapshot, now));
        BetaIndexSweep::<T>::kill();
        T::WeightInfo::sweep_index(funds, rows)
    }

    /// Hotkeys whose funds have shares, in the order of storage, behind one of them or from the
    /// first.
    pub fn funds_behind(last: &[u8]) -> impl Iterator<Item = T::AccountId> + use<T> {
        match T::AccountId::decode(&mut &*last) {
            Ok(hotkey) => {
                let key: Vec<u8> = BasketShares::<T>::hashed_key_for(hotkey);
                BasketShares::<T>::iter_keys_from(key)
            }
            Err(_) => BasketShares::<T>::iter_keys(),
        }
    }

    /// Counts how the prices of a fund have moved since the last sweep, and remembers them.
    fn sample(hotkey: &T::AccountId, snapshot: &BetaIndexSnapshotOf, sweep: &mut BetaIndexSweepOf) {
        let nav = Self::spot_nav(hotkey).to_u64();
        let marks = Self::marks_against(hotkey, nav, snapshot);
        let Some(now) = BetaIndexFundSampleOf::of(nav, &marks) else {
            BetaIndexFundSample::<T>::remove(hotkey);
            return;
        };
        if let Some(before) = BetaIndexFundSample::<T>::get(hotkey) {
            sweep.add(&before, &now);
        }
        BetaIndexFundSample::<T>::insert(hotkey, now);
    }

    fn marks_against(hotkey: &T::AccountId, nav: u64, index: &BetaIndexSnapshotOf) -> Marks {
        let fund = display::Fund {
            nav,
            shares: BasketShares::<T>::get(hotkey),
            rate: BasketRate::<T>::get(hotkey),
            twr: BasketTwr::<T>::get(hotkey),
        };
        fund.marks(BetaBaseline::<T>::get(hotkey).as_ref(), index)
    }

    /// The index of all funds as it was published.
    pub fn index() -> BetaIndexSnapshotOf {
        BetaIndexSnapshot::<T>::get().unwrap_or(BetaIndexSnapshotOf::first(0))
    }

    /// Prices of a fund with shares, and the NAV that they go by, rao.
    pub fn marks(hotkey: &T::AccountId) -> Option<(Marks, u64)> {
        if Self::shares(hotkey) == 0 {
            return None;
        }
        let nav = Self::spot_nav(hotkey).to_u64();
        Some((Self::marks_against(hotkey, nav, &Self::index()), nav))
    }
}
