//! What holds between blocks for share pools and for the lists of who has a part in them, for
//! `try_state` (spec 90 §19, 50 §1.2 invariants 5 and 11).

use alloc::collections::BTreeMap;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Config, Dissolution, Funds, Shares, Subnets,
    pallet::{
        AlphaShareEpoch, AlphaSharePoolEpoch, AlphaV2, PoolStakers, StakePositions, StakingHotkeys,
        TotalAlphaStaked, TotalHotkeyAlpha, TotalHotkeySharesV2,
    },
};

/// What the shares of a pool come to.
#[derive(Default)]
struct Shared {
    stakers: u32,
    value: AlphaBalance,
}

impl<T: Config> Shares<T> {
    /// The lists name exactly the rows there are, those of generations that ended too.
    pub(super) fn check_lists() -> Result<(), TryRuntimeError> {
        let mut rows = 0usize;
        for (hotkey, coldkey, netuid) in AlphaV2::<T>::iter_keys() {
            rows = rows.saturating_add(1);
            ensure!(
                StakePositions::<T>::get(netuid, &coldkey).contains(&hotkey),
                "a share is not in the list of its subnet"
            );
            ensure!(
                Funds::<T>::is_escrow(&coldkey)
                    || StakingHotkeys::<T>::get(&coldkey).contains(&hotkey),
                "a share is not in the list of its coldkey"
            );
        }
        let listed: usize = StakePositions::<T>::iter_values()
            .map(|hotkeys| hotkeys.len())
            .sum();
        ensure!(
            listed == rows,
            "a list of positions names a share that is not there"
        );
        Ok(())
    }

    /// The stakers of a pool are those with a share of its generation. They have a value to share,
    /// and together no more than it; where nobody has one there are no shares.
    pub(super) fn check_pools() -> Result<(), TryRuntimeError> {
        let mut pools = BTreeMap::<(NetUid, T::AccountId), Shared>::new();
        for (hotkey, coldkey, netuid) in AlphaV2::<T>::iter_keys() {
            if Self::share_of(&hotkey, &coldkey, netuid).is_zero() {
                continue;
            }
            let value = Self::stake_of(&hotkey, &coldkey, netuid);
            let shared = pools.entry((netuid, hotkey)).or_default();
            shared.stakers = shared.stakers.saturating_add(1);
            shared.value.saturating_accrue(value);
        }
        pools.retain(|(netuid, _), _| !Dissolution::<T>::is_being_dissolved(*netuid));
        let counted: BTreeMap<_, _> = PoolStakers::<T>::iter()
            .filter(|(netuid, _, _)| !Dissolution::<T>::is_being_dissolved(*netuid))
            .map(|(netuid, hotkey, count)| ((netuid, hotkey), count))
            .collect();
        ensure!(
            counted
                .iter()
                .eq(pools.iter().map(|(pool, shared)| (pool, &shared.stakers))),
            "the stakers of a pool are miscounted"
        );
        for ((netuid, hotkey), shared) in &pools {
            let all = Self::hotkey_alpha(hotkey, *netuid);
            ensure!(!all.is_zero(), "somebody has a share of nothing");
            ensure!(shared.value <= all, "a pool is worth less than its shares");
        }
        for (hotkey, netuid) in TotalHotkeySharesV2::<T>::iter_keys() {
            ensure!(
                pools.contains_key(&(netuid, hotkey))
                    || Dissolution::<T>::is_being_dissolved(netuid),
                "a pool has shares that nobody has"
            );
        }
        Ok(())
    }

    /// Stamps belong to rows and are of generations that have been; what no list names is noted
    /// for the end of its subnet.
    pub(super) fn check_generations() -> Result<(), TryRuntimeError> {
        for ((hotkey, coldkey, netuid), stamp) in AlphaShareEpoch::<T>::iter() {
            ensure!(
                AlphaV2::<T>::contains_key((&hotkey, &coldkey, netuid)),
                "a stamp belongs to no share"
            );
            ensure!(
                (1..=Self::generation(&hotkey, netuid)).contains(&stamp),
                "a share is of a generation that has not been"
            );
        }
        let unlisted = TotalHotkeyAlpha::<T>::iter_keys()
            .chain(AlphaSharePoolEpoch::<T>::iter_keys())
            .filter(|(hotkey, netuid)| !PoolStakers::<T>::contains_key(netuid, hotkey))
            .filter(|(_, netuid)| !Dissolution::<T>::is_being_dissolved(*netuid));
        Subnets::<T>::check_noted(unlisted)
    }

    /// Every kept sum of stakes.
    pub(super) fn check_stakes() -> Result<(), TryRuntimeError> {
        let mut staked = BTreeMap::<NetUid, AlphaBalance>::new();
        for (_, netuid, alpha) in TotalHotkeyAlpha::<T>::iter() {
            staked.entry(netuid).or_default().saturating_accrue(alpha);
        }
        let kept: BTreeMap<_, _> = TotalAlphaStaked::<T>::iter()
            .filter(|(_, alpha)| !alpha.is_zero())
            .collect();
        ensure!(kept == staked, "TotalAlphaStaked is not the sum of stakes");
        Ok(())
    }
}
