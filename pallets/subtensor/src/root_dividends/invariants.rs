//! What holds between blocks for root dividends (spec 10 §2, I14 and I15), for `try_state`.

use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use subtensor_primitives::NetUid;

use super::RATE_BITS;
use crate::{
    Config, Dissolution, RootDividends, Shares,
    pallet::{
        NumStakingColdkeys, RootAlphaRest, RootAlphaUnclaimed, RootClaimNext, RootClaimable,
        RootClaimed, StakingColdkeys, StakingColdkeysByIndex,
    },
};

/// Rao of alpha, with and without what one rao of stake would add.
#[derive(Default)]
struct Sum {
    owed: u128,
    slack: u128,
}

impl<T: Config> RootDividends<T> {
    /// Every rule of root dividends.
    pub(crate) fn check_root_dividends() -> Result<(), TryRuntimeError> {
        Self::check_root_stakers()?;
        let mut sums = BTreeMap::<NetUid, Sum>::new();
        for (coldkey, hotkeys) in Shares::<T>::lists_on(NetUid::ROOT) {
            for hotkey in hotkeys {
                for row in Self::owed_on_root(&hotkey, &coldkey) {
                    let rate = RootClaimable::<T>::get(&hotkey)
                        .get(&row.netuid)
                        .map_or(0, |rate| rate.to_bits().unsigned_abs());
                    let sum = sums.entry(row.netuid).or_default();
                    sum.owed = sum.owed.saturating_add(row.amount.to_u64().into());
                    sum.slack = sum
                        .slack
                        .saturating_add((rate >> RATE_BITS).saturating_add(1));
                }
            }
        }
        for (netuid, _, rest) in RootAlphaRest::<T>::iter() {
            let sum = sums.entry(netuid).or_default();
            sum.owed = sum.owed.saturating_add(rest.to_u64().into());
        }
        for (netuid, sum) in sums {
            let credited = u128::from(RootAlphaUnclaimed::<T>::get(netuid).to_u64());
            ensure!(
                sum.owed <= credited.saturating_add(sum.slack),
                "more root dividends are owed than were credited"
            );
        }
        Self::check_watermarks()
    }

    /// A watermark belongs to a rate and a position.
    fn check_watermarks() -> Result<(), TryRuntimeError> {
        let watermarks = RootClaimed::<T>::iter_keys();
        let settled =
            watermarks.filter(|(netuid, _, _)| !Dissolution::<T>::is_being_dissolved(*netuid));
        for (netuid, hotkey, coldkey) in settled {
            ensure!(
                RootClaimable::<T>::get(&hotkey).contains_key(&netuid),
                "a watermark has no rate"
            );
            ensure!(
                Shares::<T>::positions(NetUid::ROOT, &coldkey).contains(&hotkey),
                "a watermark belongs to nobody on root"
            );
        }
        Ok(())
    }

    /// The index names exactly those who stake on root.
    fn check_root_stakers() -> Result<(), TryRuntimeError> {
        let count = NumStakingColdkeys::<T>::get();
        for place in 0..count {
            let coldkey = StakingColdkeysByIndex::<T>::get(place).ok_or("a gap in the index")?;
            ensure!(
                StakingColdkeys::<T>::get(&coldkey) == Some(place),
                "the index of root stakers has two sides"
            );
            ensure!(
                Shares::<T>::has_position(NetUid::ROOT, &coldkey),
                "the index names somebody who does not stake on root"
            );
        }
        let lists = [
            StakingColdkeys::<T>::iter_keys().count(),
            StakingColdkeysByIndex::<T>::iter_keys().count(),
            Shares::<T>::lists_on(NetUid::ROOT).count(),
        ];
        ensure!(
            lists.iter().all(|length| *length as u64 == count),
            "somebody who stakes on root is not in the index"
        );
        ensure!(
            RootClaimNext::<T>::iter_keys().all(StakingColdkeys::<T>::contains_key),
            "claims of somebody who does not stake on root go on somewhere"
        );
        Ok(())
    }
}
