//! Who holds stake where: the hotkeys a coldkey stakes on, and for each subnet its positions. The
//! lists name exactly the positions with a share, so that sums over a coldkey and the work of
//! removing a subnet touch nothing else (spec 50 §1.2 invariant 11, §15 rows 13 and 14).
//!
//! The sum itself cannot be kept: dividends change the value of every share of a pool at once.

#[cfg(feature = "try-runtime")]
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    ColdkeySwaps, Collateral, Config, Error, Funds, Locks, Shares, Subnets,
    keys::push_unique,
    pallet::{AlphaV2, PoolStakers, StakePositions, StakingHotkeys, TotalHotkeyAlphaLastEpoch},
};
#[cfg(feature = "try-runtime")]
use crate::{
    Dissolution,
    pallet::{TotalAlphaStaked, TotalHotkeyAlpha},
};

/// Most hotkeys on which a coldkey may choose to stake, and most it may own. Emission can add those
/// it owns and those it named for auto-stake.
pub(crate) const MAX_HOTKEYS: usize = 1_024;
/// Most hotkeys that a coldkey may have for somebody else to give it stake on one more, so that
/// gifts never use up the list.
const MAX_HOTKEYS_FOR_GIFTS: usize = 512;

/// Whose stake a coldkey is about to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Giver {
    /// Its own.
    Itself,
    /// What another coldkey gives it.
    Another,
}

impl Giver {
    /// Who gives stake of the first coldkey to the second.
    pub(crate) fn of<AccountId: PartialEq>(from: &AccountId, to: &AccountId) -> Self {
        if from == to {
            Self::Itself
        } else {
            Self::Another
        }
    }
}

impl<T: Config> Shares<T> {
    /// Whether a coldkey may hold stake on a hotkey. One whose swap is announced takes no gifts:
    /// they could make the swap too heavy, while it can do nothing about them.
    ///
    /// Errors: `ColdkeySwapAnnounced`, `TooManyStakingHotkeys`.
    pub(crate) fn ensure_may_stake_on(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        giver: Giver,
    ) -> DispatchResult {
        let max = match giver {
            Giver::Itself => MAX_HOTKEYS,
            Giver::Another => {
                ensure!(
                    !ColdkeySwaps::<T>::is_announced(coldkey),
                    Error::<T>::ColdkeySwapAnnounced
                );
                MAX_HOTKEYS_FOR_GIFTS
            }
        };
        let hotkeys = StakingHotkeys::<T>::get(coldkey);
        ensure!(
            hotkeys.len() < max || hotkeys.contains(hotkey),
            Error::<T>::TooManyStakingHotkeys
        );
        Ok(())
    }

    /// After a coldkey got its first share in a pool.
    pub(crate) fn list_position(hotkey: &T::AccountId, coldkey: &T::AccountId, netuid: NetUid) {
        StakePositions::<T>::mutate(netuid, coldkey, |hotkeys| {
            push_unique(hotkeys, hotkey.clone())
        });
        Self::list_hotkey(hotkey, coldkey);
        PoolStakers::<T>::mutate(netuid, hotkey, |stakers| {
            *stakers = stakers.saturating_add(1)
        });
        if netuid.is_root() {
            Funds::<T>::index_root_staker(coldkey);
        }
    }

    /// Lists a hotkey among those on which a coldkey has or may have stake. Funds have no list.
    pub(crate) fn list_hotkey(hotkey: &T::AccountId, coldkey: &T::AccountId) {
        if Funds::<T>::is_escrow(coldkey) {
            return;
        }
        StakingHotkeys::<T>::mutate(coldkey, |hotkeys| push_unique(hotkeys, hotkey.clone()));
    }

    /// After a coldkey gave up its share in a pool; returns how many others have one.
    pub(crate) fn unlist_position(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
    ) -> u32 {
        StakePositions::<T>::mutate_exists(netuid, coldkey, |hotkeys| {
            without(hotkeys, hotkey);
        });
        if netuid.is_root() {
            Funds::<T>::index_root_staker(coldkey);
        }
        Self::forget_staking_hotkey(hotkey, coldkey);
        let others = PoolStakers::<T>::get(netuid, hotkey).saturating_sub(1);
        if others == 0 {
            PoolStakers::<T>::remove(netuid, hotkey);
            TotalHotkeyAlphaLastEpoch::<T>::remove(hotkey, netuid);
        } else {
            PoolStakers::<T>::insert(netuid, hotkey, others);
        }
        others
    }

    /// Hotkeys on which a coldkey has or may have stake.
    pub(crate) fn staking_hotkeys(coldkey: &T::AccountId) -> Vec<T::AccountId> {
        StakingHotkeys::<T>::get(coldkey)
    }

    /// Takes a hotkey out of a coldkey's list if the coldkey has no share left on it, on any
    /// subnet, and none of its fund.
    pub(crate) fn forget_staking_hotkey(hotkey: &T::AccountId, coldkey: &T::AccountId) {
        let mut shares = AlphaV2::<T>::iter_key_prefix((hotkey, coldkey));
        if shares.next().is_none() && !Funds::<T>::has_watermark(hotkey, coldkey) {
            StakingHotkeys::<T>::mutate_exists(coldkey, |hotkeys| without(hotkeys, hotkey));
        }
    }

    /// Stake of a coldkey on a subnet over all hotkeys, rao of alpha.
    pub fn coldkey_alpha(coldkey: &T::AccountId, netuid: NetUid) -> AlphaBalance {
        StakePositions::<T>::get(netuid, coldkey)
            .iter()
            .map(|hotkey| Self::stake_of(hotkey, coldkey, netuid))
            .sum()
    }

    /// Stake of a coldkey on a hotkey that is no collateral, rao of alpha (spec 90 §14.5).
    pub(crate) fn unbonded(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
    ) -> AlphaBalance {
        Self::stake_of(hotkey, coldkey, netuid)
            .saturating_sub(Collateral::<T>::locked(netuid, hotkey, coldkey))
    }

    /// What of its stake on a hotkey a coldkey can part with: what is no collateral, as long as it
    /// holds on the subnet what it locked, beside all its collateral (spec 50 §11.4).
    pub(crate) fn available(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
    ) -> AlphaBalance {
        let unbonded = Self::unbonded(hotkey, coldkey, netuid);
        // Without a lock, what the coldkey has elsewhere changes nothing.
        let Some(lock) = Locks::<T>::get_coldkey_lock(coldkey.clone(), netuid) else {
            return unbonded;
        };
        let free = Self::coldkey_alpha(coldkey, netuid)
            .saturating_sub(Collateral::<T>::locked_by(netuid, coldkey))
            .saturating_sub(lock.locked_mass);
        unbonded.min(free)
    }

    /// Whether a coldkey can part with `amount` of its stake on a hotkey.
    ///
    /// Errors: `StakeUnavailable`.
    pub(crate) fn ensure_available(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        ensure!(
            amount <= Self::available(hotkey, coldkey, netuid),
            Error::<T>::StakeUnavailable
        );
        Ok(())
    }

    /// Hotkeys in whose pools on a subnet a coldkey has a share.
    pub(crate) fn positions(netuid: NetUid, coldkey: &T::AccountId) -> Vec<T::AccountId> {
        StakePositions::<T>::get(netuid, coldkey)
    }

    /// In how many pools of a subnet a coldkey has a share.
    pub(crate) fn count_positions(netuid: NetUid, coldkey: &T::AccountId) -> u32 {
        StakePositions::<T>::decode_len(netuid, coldkey).unwrap_or_default() as u32
    }

    /// On how many hotkeys a coldkey has or may have stake.
    pub(crate) fn count_staking_hotkeys(coldkey: &T::AccountId) -> u32 {
        StakingHotkeys::<T>::decode_len(coldkey).unwrap_or_default() as u32
    }

    /// Gives the shares of a coldkey in every pool to one that has none, and with them the list of
    /// its hotkeys. The pools are worth what they were, to the last bit.
    pub(super) fn rename_holder(old: &T::AccountId, new: &T::AccountId) {
        for netuid in Subnets::<T>::netuids_with_rows() {
            let hotkeys = StakePositions::<T>::get(netuid, old);
            if hotkeys.is_empty() {
                continue;
            }
            for hotkey in &hotkeys {
                let share = AlphaV2::<T>::take((hotkey, old, netuid));
                AlphaV2::<T>::insert((hotkey, new, netuid), share);
            }
            StakePositions::<T>::remove(netuid, old);
            StakePositions::<T>::insert(netuid, new, hotkeys);
        }
        let hotkeys = StakingHotkeys::<T>::take(old);
        if !hotkeys.is_empty() {
            StakingHotkeys::<T>::insert(new, hotkeys);
        }
    }

    /// Whether a coldkey has a share in any pool of a subnet.
    pub(crate) fn has_position(netuid: NetUid, coldkey: &T::AccountId) -> bool {
        StakePositions::<T>::contains_key(netuid, coldkey)
    }

    /// Subnets on which a coldkey has a share in the pool of a hotkey, in the order of storage.
    pub(crate) fn subnets_of(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
    ) -> impl Iterator<Item = NetUid> {
        AlphaV2::<T>::iter_key_prefix((hotkey, coldkey))
    }

    /// Everybody with a list of positions, by subnet, in the order of storage, behind one of them
    /// or from the first.
    pub(crate) fn holders_behind(
        last: Option<(NetUid, &T::AccountId)>,
    ) -> impl Iterator<Item = (NetUid, T::AccountId)> {
        match last {
            None => StakePositions::<T>::iter_keys(),
            Some((netuid, coldkey)) => StakePositions::<T>::iter_keys_from(
                StakePositions::<T>::hashed_key_for(netuid, coldkey),
            ),
        }
    }

    /// Every coldkey with positions on a subnet, and their hotkeys.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn lists_on(
        netuid: NetUid,
    ) -> impl Iterator<Item = (T::AccountId, Vec<T::AccountId>)> {
        StakePositions::<T>::iter_prefix(netuid)
    }
}

/// Takes an account out of a list; an empty list is removed from storage.
pub(crate) fn without<A: PartialEq>(list: &mut Option<Vec<A>>, account: &A) {
    if let Some(accounts) = list {
        accounts.retain(|one| one != account);
        if accounts.is_empty() {
            *list = None;
        }
    }
}

#[cfg(feature = "try-runtime")]
impl<T: Config> Shares<T> {
    /// The lists name exactly the shares there are, and hotkeys name their owners.
    pub(crate) fn check_positions() -> Result<(), sp_runtime::TryRuntimeError> {
        let mut shares = 0usize;
        let mut stakers = BTreeMap::<(NetUid, T::AccountId), u32>::new();
        for ((hotkey, coldkey, netuid), _) in AlphaV2::<T>::iter() {
            shares = shares.saturating_add(1);
            let count = stakers.entry((netuid, hotkey.clone())).or_default();
            *count = count.saturating_add(1);
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
            listed == shares,
            "a list of positions names a share that is not there"
        );
        let counted: BTreeMap<_, _> = PoolStakers::<T>::iter()
            .filter(|(netuid, _, _)| !Dissolution::<T>::is_being_dissolved(*netuid))
            .map(|(netuid, hotkey, count)| ((netuid, hotkey), count))
            .collect();
        stakers.retain(|(netuid, _), _| !Dissolution::<T>::is_being_dissolved(*netuid));
        ensure!(counted == stakers, "the stakers of a pool are miscounted");
        let without_stakers = TotalHotkeyAlpha::<T>::iter_keys()
            .filter(|(hotkey, netuid)| !PoolStakers::<T>::contains_key(netuid, hotkey))
            .filter(|(_, netuid)| !Dissolution::<T>::is_being_dissolved(*netuid));
        Subnets::<T>::check_noted(without_stakers)
    }

    /// Every kept sum of stakes.
    pub(super) fn check_stakes() -> Result<(), sp_runtime::TryRuntimeError> {
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
