//! The sweep of small nominations after the least one was raised (spec 50 §8.3, §15 row 10): a job
//! that looks at every position once, over as many blocks as it takes. Each list of positions is
//! worked off from its end, so that what users add or take away meanwhile never makes it skip one.

use frame_support::{
    traits::Get,
    weights::{Weight, WeightMeter},
};
use subtensor_primitives::NetUid;

use crate::{
    Config, NominationCursor, Nominations, Shares, WeightInfo,
    funds::{weight_of_root_change, weight_of_settled_root_change},
    pallet::NominationSweep,
};

/// The sweep may take one part of so many of a block.
const BLOCK_TO_SWEEP: u64 = 20;

impl<T: Config> Nominations<T> {
    /// Starts the sweep, or starts it anew.
    pub(super) fn start_nomination_sweep() {
        NominationSweep::<T>::set(Self::cursor_at(Shares::<T>::holders_behind(None).next()));
    }

    /// Goes on with the sweep, if there is one; returns the weight of that.
    pub(crate) fn sweep_nominations() -> Weight {
        let Some(mut cursor) = NominationSweep::<T>::get() else {
            return T::WeightInfo::no_sweep();
        };
        let mut meter = WeightMeter::with_limit(Self::sweep_limit());
        meter.consume(T::WeightInfo::sweep());
        let rest = loop {
            if !meter.can_consume(Self::weight_of_list_and_sale()) {
                break Some(cursor);
            }
            cursor = match Self::sweep_list(cursor, &mut meter) {
                Some(next) => next,
                None => break None,
            };
        };
        NominationSweep::<T>::set(rest);
        meter.consumed()
    }

    /// What a block can spare, or what one position takes if that is more: no block is without
    /// progress.
    fn sweep_limit() -> Weight {
        let share = T::BlockWeights::get()
            .max_block
            .saturating_div(BLOCK_TO_SWEEP);
        share.max(T::WeightInfo::sweep().saturating_add(Self::weight_of_list_and_sale()))
    }

    fn weight_of_list_and_sale() -> Weight {
        T::WeightInfo::sweep_list().saturating_add(Self::weight_of_sale())
    }

    /// Weight of selling a position. What waits for a fund comes on top, once for each of them.
    fn weight_of_sale() -> Weight {
        T::WeightInfo::sweep_position(true)
            .saturating_add(weight_of_settled_root_change::<T>(NetUid::ROOT))
    }

    /// Works on the list at the cursor. Returns where to go on, none at the end.
    fn sweep_list(
        cursor: NominationCursor<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> Option<NominationCursor<T::AccountId>> {
        let NominationCursor {
            netuid,
            coldkey,
            left,
        } = cursor;
        meter.consume(T::WeightInfo::sweep_list());
        let hotkeys = Shares::<T>::positions(netuid, &coldkey);
        let mut unseen = hotkeys.iter().take(left as usize);
        while meter.can_consume(Self::weight_of_sale()) {
            let Some(hotkey) = unseen.next_back() else {
                let here = Some((netuid, &coldkey));
                return Self::cursor_at(Shares::<T>::holders_behind(here).next());
            };
            let leaving = weight_of_root_change::<T>(hotkey, netuid);
            let is_small = Self::clear_small_nomination_if_required(hotkey, &coldkey, netuid);
            meter.consume(T::WeightInfo::sweep_position(is_small));
            if is_small {
                meter.consume(leaving);
            }
        }
        Some(NominationCursor {
            netuid,
            left: unseen.len() as u32,
            coldkey,
        })
    }

    /// A cursor at the end of a list.
    fn cursor_at(list: Option<(NetUid, T::AccountId)>) -> Option<NominationCursor<T::AccountId>> {
        list.map(|(netuid, coldkey)| NominationCursor {
            netuid,
            coldkey,
            left: u32::MAX,
        })
    }
}
