//! Stake of a coldkey on a hotkey, as shares of the hotkey's pool (spec 50 §4.2, §4.3).

#[cfg(test)]
mod tests;

use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, NetUid};
use subtensor_shares::{SafeFloat, ShareError, SharePool};

use crate::{
    Children, Config, Error, Funds, Hotkeys, Shares, Subnets,
    funds::RootChange,
    pallet::{
        AlphaV2, PoolStakers, TotalAlphaStaked, TotalHotkeyAlpha, TotalHotkeyAlphaLastEpoch,
        TotalHotkeySharesV2,
    },
};

/// Stakes are below the supply, which is below `i64::MAX`.
fn signed(amount: AlphaBalance) -> i64 {
    amount.to_u64().try_into().unwrap_or(i64::MAX)
}

/// The share of one coldkey in the pool of a hotkey, read once and written once.
struct HeldShare<'a, T: Config> {
    hotkey: &'a T::AccountId,
    coldkey: &'a T::AccountId,
    netuid: NetUid,
    /// Of the pool.
    generation: u64,
    /// Of the whole pool, as stored.
    value_before: u64,
    pool: SharePool,
    share: SafeFloat,
    /// Whether there was a share.
    was_held: bool,
    /// Whether there was a row, be it of an earlier generation.
    was_listed: bool,
}

impl<'a, T: Config> HeldShare<'a, T> {
    fn read(hotkey: &'a T::AccountId, coldkey: &'a T::AccountId, netuid: NetUid) -> Self {
        let generation = Shares::<T>::generation(hotkey, netuid);
        let (stored, share) = Shares::<T>::row(hotkey, coldkey, netuid, generation);
        let pool = Shares::<T>::share_pool(hotkey, netuid);
        Self {
            hotkey,
            coldkey,
            netuid,
            generation,
            value_before: pool.value,
            pool,
            share,
            was_held: !share.is_zero(),
            was_listed: !stored.is_zero(),
        }
    }

    fn value(&self) -> AlphaBalance {
        AlphaBalance::new(self.pool.value_of(self.share))
    }

    /// Stores the position after a change. A share worth nothing is given up, and so is a row of an
    /// earlier generation; what rounding left in a pool without shares belongs to whoever stakes
    /// next.
    fn write(mut self) {
        if self.value().is_zero() {
            // Taking nothing out cannot fail.
            let _ = self.pool.close(&mut self.share);
        }
        let (hotkey, coldkey, netuid) = (self.hotkey, self.coldkey, self.netuid);
        let is_held = !self.share.is_zero();
        if is_held {
            if !self.was_held {
                Shares::<T>::stamp_row(hotkey, coldkey, netuid, self.generation);
                Shares::<T>::list_position(hotkey, coldkey, netuid);
            }
            AlphaV2::<T>::insert((hotkey, coldkey, netuid), self.share);
        } else if self.was_listed {
            Shares::<T>::erase_row(hotkey, coldkey, netuid, self.generation);
            Shares::<T>::unlist_position(hotkey, coldkey, netuid);
        }
        if self.was_held && !is_held && Shares::<T>::leave_pool(hotkey, netuid) == 0 {
            self.pool.denominator = SafeFloat::ZERO;
        }
        Shares::<T>::put_share_pool(hotkey, netuid, self.value_before, self.pool);
    }
}

impl<T: Config> Shares<T> {
    pub(super) fn share_pool(hotkey: &T::AccountId, netuid: NetUid) -> SharePool {
        SharePool {
            value: TotalHotkeyAlpha::<T>::get(hotkey, netuid).to_u64(),
            denominator: TotalHotkeySharesV2::<T>::get(hotkey, netuid),
        }
    }

    /// Stores a pool that had a value of `before`. Shares of nothing are none: whoever has some is
    /// left behind with the generation of the pool.
    pub(super) fn put_share_pool(
        hotkey: &T::AccountId,
        netuid: NetUid,
        before: u64,
        mut pool: SharePool,
    ) {
        if pool.value != before {
            Children::<T>::note_stake_change(hotkey, pool.value > before);
        }
        TotalAlphaStaked::<T>::mutate(netuid, |total| {
            total.saturating_accrue(pool.value.saturating_sub(before).into());
            total.saturating_reduce(before.saturating_sub(pool.value).into());
        });
        if pool.value == 0 {
            pool.denominator = SafeFloat::ZERO;
            TotalHotkeyAlpha::<T>::remove(hotkey, netuid);
        } else {
            TotalHotkeyAlpha::<T>::insert(hotkey, netuid, AlphaBalance::new(pool.value));
        }
        if pool.value > 0 && pool.denominator.is_zero() {
            // What rounding left is in nobody's list.
            Subnets::<T>::note_account(netuid, hotkey);
        }
        if pool.denominator.is_zero() {
            TotalHotkeySharesV2::<T>::remove(hotkey, netuid);
            Self::end_generation(hotkey, netuid);
        } else {
            TotalHotkeySharesV2::<T>::insert(hotkey, netuid, pool.denominator);
        }
    }

    /// Stake of a coldkey on a hotkey, rao of alpha.
    pub fn stake_of(hotkey: &T::AccountId, coldkey: &T::AccountId, netuid: NetUid) -> AlphaBalance {
        let share = Self::share_of(hotkey, coldkey, netuid);
        if share.is_zero() {
            return AlphaBalance::ZERO;
        }
        AlphaBalance::new(Self::share_pool(hotkey, netuid).value_of(share))
    }

    /// All stake on a hotkey, rao of alpha.
    pub fn hotkey_alpha(hotkey: &T::AccountId, netuid: NetUid) -> AlphaBalance {
        TotalHotkeyAlpha::<T>::get(hotkey, netuid)
    }

    /// Keeps what is staked on a hotkey after an epoch has paid it.
    pub(crate) fn note_epoch(hotkey: &T::AccountId, netuid: NetUid) {
        let staked = TotalHotkeyAlpha::<T>::get(hotkey, netuid);
        TotalHotkeyAlphaLastEpoch::<T>::insert(hotkey, netuid, staked);
    }

    /// All stake on a subnet, rao of alpha.
    pub(crate) fn subnet_alpha(netuid: NetUid) -> AlphaBalance {
        TotalAlphaStaked::<T>::get(netuid)
    }

    /// Whether the shares of a pool can express a change of `amount`.
    pub(crate) fn is_stake_precise(
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> bool {
        Self::share_pool(hotkey, netuid).is_precise_for(amount.to_u64())
    }

    /// Adds stake. The alpha is outside the pool already. On root, what has been earned before is
    /// divided among those who were there.
    pub(crate) fn increase_stake(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) {
        if !amount.is_zero() && Funds::<T>::is_entitled(coldkey, netuid) {
            Funds::<T>::flush(hotkey);
        }
        Self::increase_flushed_stake(hotkey, coldkey, netuid, amount);
    }

    /// The same after the fund of the hotkey has taken in what it could.
    pub(crate) fn increase_flushed_stake(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) {
        if amount.is_zero() {
            return;
        }
        Self::add_to_position(hotkey, coldkey, netuid, amount);
        if Funds::<T>::is_entitled(coldkey, netuid) {
            Funds::<T>::note_root_change(hotkey, coldkey, RootChange::Added(amount));
        }
    }

    fn add_to_position(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) {
        let mut held = HeldShare::<T>::read(hotkey, coldkey, netuid);
        let added = held.pool.stake(&mut held.share, amount.to_u64());
        if added.is_err() {
            // Too little for a share of its own: everybody on the hotkey gets it.
            held.pool.update_for_all(signed(amount));
        }
        held.write();
    }

    /// Takes stake away. On root, what it has earned stays owed.
    ///
    /// Errors: `NotEnoughStakeToWithdraw`; `InsufficientLiquidity` for an amount too small to be
    /// seen in the shares.
    pub(crate) fn decrease_stake(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        if amount.is_zero() {
            return Ok(());
        }
        let is_entitled = Funds::<T>::is_entitled(coldkey, netuid);
        if is_entitled {
            Funds::<T>::flush(hotkey);
        }
        Self::take_from_position(hotkey, coldkey, netuid, amount)?;
        if is_entitled {
            Funds::<T>::note_root_change(hotkey, coldkey, RootChange::Removed(amount));
        }
        Ok(())
    }

    fn take_from_position(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        let mut held = HeldShare::<T>::read(hotkey, coldkey, netuid);
        held.pool
            .unstake(&mut held.share, amount.to_u64())
            .map_err(|error| match error {
                ShareError::NotEnough => Error::<T>::NotEnoughStakeToWithdraw,
                ShareError::Imprecise | ShareError::Overflow => Error::<T>::InsufficientLiquidity,
            })?;
        held.write();
        Ok(())
    }

    /// Adds stake to everybody who staked on a hotkey, by their shares; to its owner if nobody did.
    pub(crate) fn increase_stake_for_hotkey(
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) {
        if PoolStakers::<T>::get(netuid, hotkey) == 0 {
            Self::increase_stake(hotkey, &Hotkeys::<T>::owner_of(hotkey), netuid, amount);
            return;
        }
        let mut pool = Self::share_pool(hotkey, netuid);
        let before = pool.value;
        pool.update_for_all(signed(amount));
        Self::put_share_pool(hotkey, netuid, before, pool);
    }
}
