//! Claims that nobody has to make (spec 10 §14.5): every block goes on through the stakers on root
//! from where the last one stopped, and stops when it has looked at enough pairs or made enough
//! sales.

use frame_support::weights::Weight;
use subtensor_primitives::NetUid;

use crate::{
    Config, RootClaimPosition, RootDividends, Shares, WeightInfo,
    pallet::{NumStakingColdkeys, RootClaimCursor, StakingColdkeysByIndex},
};

/// Sales of a block.
const MAX_SWAPS: u32 = 8;
/// Pairs of hotkey and subnet, and stakers, that a block begins to look at.
const MAX_LOOKS: u32 = 128;

/// What a block has done of it.
#[derive(Default)]
struct Work {
    stakers: u32,
    rows: u32,
    swaps: u32,
}

impl Work {
    fn is_enough(&self) -> bool {
        self.swaps >= MAX_SWAPS || self.stakers.saturating_add(self.rows) >= MAX_LOOKS
    }
}

impl<T: Config> RootDividends<T> {
    /// Claims for the stakers whose turn it is, each at most once; returns the weight of it.
    pub(crate) fn claim_automatically() -> Weight {
        let stakers = NumStakingColdkeys::<T>::get();
        let mut work = Work::default();
        if stakers > 0 {
            let mut position = RootClaimCursor::<T>::get();
            let mut visits = stakers;
            while visits > 0 && !work.is_enough() {
                let (next, is_done) = Self::claim_for_next(position, stakers, &mut work);
                position = next;
                visits = visits.saturating_sub(is_done.into());
            }
            RootClaimCursor::<T>::put(position);
        }
        T::WeightInfo::visit_root_stakers(work.stakers)
            .saturating_add(T::WeightInfo::claim_root(work.rows, work.swaps))
    }

    /// Claims on one hotkey of one staker. Returns where to go on, and whether that is with another
    /// staker.
    fn claim_for_next(
        at: RootClaimPosition,
        stakers: u64,
        work: &mut Work,
    ) -> (RootClaimPosition, bool) {
        let staker = at.staker.checked_rem(stakers).unwrap_or_default();
        let next_staker = RootClaimPosition {
            staker: staker.saturating_add(1),
            ..Default::default()
        };
        work.stakers = work.stakers.saturating_add(1);
        let Some(coldkey) = StakingColdkeysByIndex::<T>::get(staker) else {
            return (next_staker, true);
        };
        let hotkeys = Shares::<T>::positions(NetUid::ROOT, &coldkey);
        let Some(hotkey) = hotkeys.get(at.hotkey as usize) else {
            return (next_staker, true);
        };
        let left = MAX_SWAPS.saturating_sub(work.swaps);
        let claimed = Self::claim_on(hotkey, &coldkey, at.netuid, left);
        work.rows = work.rows.saturating_add(claimed.rows);
        work.swaps = work.swaps.saturating_add(claimed.swaps);
        Self::note_claim(&coldkey, claimed.tao);
        let next = match claimed.next {
            Some(netuid) => RootClaimPosition {
                staker,
                netuid,
                ..at
            },
            None => RootClaimPosition {
                staker,
                hotkey: at.hotkey.saturating_add(1),
                netuid: NetUid::ROOT,
            },
        };
        (next, false)
    }
}
