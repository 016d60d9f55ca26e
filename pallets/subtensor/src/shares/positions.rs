//! Who holds stake where: the hotkeys a coldkey stakes on, and for each subnet its positions. The
//! lists name exactly the rows there are, so that sums over a coldkey and the work of removing a
//! subnet touch nothing else (spec 50 §1.2 invariant 11, §15 rows 13 and 14). Rows of a generation
//! of their pool that ended are named as well, and are worth nothing.
//!
//! The sum itself cannot be kept: dividends change the value of every share of a pool at once.

use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    ColdkeySwaps, Collateral, Config, Error, Funds, Locks, Shares, Subnets,
    keys::push_unique,
    pallet::{AlphaV2, PoolStakers, StakePositions, StakingHotkeys, TotalHotkeyAlphaLastEpoch},
};

/// Most hotkeys on which a coldkey may choose to stake, and most it may own. Emission can add those
/// it owns and those it named for auto-stake.
pub(crate) const MAX_HOTKEYS: usize = 1_024;
/// Most hotkeys that a coldkey may have for somebody else to give it stake on one more, so that
/// gifts never use up the list.
const MAX_HOTKEYS_FOR_GIFTS: usize = 512;

/// Of how many hotkeys the stake of a coldkey counts where it has locked some, beside the one that
/// a call names. More is not looked at; the coldkey may move it together.
pub(crate) const MAX_POSITIONS_FOR_LOCKS: usize = 16;

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

    /// After the row of a coldkey in a pool is gone.
    pub(super) fn unlist_position(hotkey: &T::AccountId, coldkey: &T::AccountId, netuid: NetUid) {
        StakePositions::<T>::mutate_exists(netuid, coldkey, |hotkeys| {
            without(hotkeys, hotkey);
        });
        if netuid.is_root() {
            Funds::<T>::index_root_staker(coldkey);
        }
        Self::forget_staking_hotkey(hotkey, coldkey);
    }

    /// After one coldkey less has a share in a pool; returns how many others have one.
    pub(super) fn leave_pool(hotkey: &T::AccountId, netuid: NetUid) -> u32 {
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

    /// Takes a hotkey out of a coldkey's list if the coldkey has no row left on it, on any subnet,
    /// and no share of its fund.
    pub(crate) fn forget_staking_hotkey(hotkey: &T::AccountId, coldkey: &T::AccountId) {
        let mut rows = AlphaV2::<T>::iter_key_prefix((hotkey, coldkey));
        if rows.next().is_none() && !Funds::<T>::has_watermark(hotkey, coldkey) {
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

    /// Stake of a coldkey on a subnet that can back a lock: that on the first so many hotkeys of
    /// its list, rao of alpha.
    pub(crate) fn alpha_for_locks(coldkey: &T::AccountId, netuid: NetUid) -> AlphaBalance {
        Self::alpha_beside(None, coldkey, netuid)
    }

    /// The same without the hotkey `except`.
    fn alpha_beside(
        except: Option<&T::AccountId>,
        coldkey: &T::AccountId,
        netuid: NetUid,
    ) -> AlphaBalance {
        StakePositions::<T>::get(netuid, coldkey)
            .iter()
            .filter(|hotkey| Some(*hotkey) != except)
            .take(MAX_POSITIONS_FOR_LOCKS)
            .map(|hotkey| Self::stake_of(hotkey, coldkey, netuid))
            .sum()
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
        let Some(locked) = Locks::<T>::locked_mass(netuid, coldkey) else {
            return unbonded;
        };
        let free = Self::stake_of(hotkey, coldkey, netuid)
            .saturating_add(Self::alpha_beside(Some(hotkey), coldkey, netuid))
            .saturating_sub(Collateral::<T>::locked_by(netuid, coldkey))
            .saturating_sub(locked);
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

    /// Hotkeys in whose pools on a subnet a coldkey has a row.
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
            let (held, ended): (Vec<_>, Vec<_>) = hotkeys
                .into_iter()
                .partition(|hotkey| Self::rename_row(hotkey, old, new, netuid));
            StakePositions::<T>::remove(netuid, old);
            if !held.is_empty() {
                StakePositions::<T>::insert(netuid, new, held);
            }
            for hotkey in ended {
                Self::forget_staking_hotkey(&hotkey, old);
            }
        }
        let hotkeys = StakingHotkeys::<T>::take(old);
        if !hotkeys.is_empty() {
            StakingHotkeys::<T>::insert(new, hotkeys);
        }
    }

    /// Gives the row of a coldkey in a pool to another that has none; says whether there is a
    /// share. A row of a generation that ended goes.
    fn rename_row(
        hotkey: &T::AccountId,
        old: &T::AccountId,
        new: &T::AccountId,
        netuid: NetUid,
    ) -> bool {
        let generation = Self::generation(hotkey, netuid);
        let (_, share) = Self::row(hotkey, old, netuid, generation);
        Self::erase_row(hotkey, old, netuid, generation);
        if share.is_zero() {
            return false;
        }
        Self::stamp_row(hotkey, new, netuid, generation);
        AlphaV2::<T>::insert((hotkey, new, netuid), share);
        true
    }

    /// Whether a coldkey has a row in any pool of a subnet.
    pub(crate) fn has_position(netuid: NetUid, coldkey: &T::AccountId) -> bool {
        StakePositions::<T>::contains_key(netuid, coldkey)
    }

    /// Subnets on which a coldkey has a share in the pool of a hotkey, in the order of storage.
    pub(crate) fn subnets_of(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
    ) -> impl Iterator<Item = NetUid> {
        AlphaV2::<T>::iter_key_prefix((hotkey, coldkey))
            .filter(move |netuid| !Self::share_of(hotkey, coldkey, *netuid).is_zero())
    }

    /// Number of rows that [`Self::subnets_of`] looks at.
    pub(crate) fn count_rows(hotkey: &T::AccountId, coldkey: &T::AccountId) -> u32 {
        AlphaV2::<T>::iter_key_prefix((hotkey, coldkey)).count() as u32
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
