//! What holds between blocks for funds (spec 90 §13), for `try_state`.

use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use subtensor_primitives::NetUid;

use crate::{
    Config, Funds, Neurons, Shares, Subnets,
    pallet::{
        BasketClaimed, BasketRate, BasketShares, BasketTwr, BetaBaseline, BetaIndexFundSample,
        BetaIndexSnapshot, NumStakingColdkeys, PendingBasketDeposits, RootClaimType, RootClaimable,
        RootClaimed, StakingColdkeys, StakingColdkeysByIndex,
    },
};

/// Roundings of share pools for which each rao of root stake may be owed once too often.
const ROUNDINGS: u128 = 100_000;

impl<T: Config> Funds<T> {
    /// Every rule of funds.
    pub(crate) fn check_funds() -> Result<(), TryRuntimeError> {
        Self::check_root_stakers()?;
        Self::check_queues()?;
        Self::check_entitlements()?;
        for hotkey in BetaBaseline::<T>::iter_keys() {
            ensure!(
                BasketShares::<T>::contains_key(&hotkey) && BetaIndexSnapshot::<T>::exists(),
                "a fund without shares has a price"
            );
        }
        ensure!(
            BasketShares::<T>::iter_values().all(|shares| shares > 0)
                && BasketTwr::<T>::iter_keys()
                    .chain(BetaIndexFundSample::<T>::iter_keys())
                    .all(BasketShares::<T>::contains_key),
            "something is left of a fund without shares"
        );
        ensure!(
            RootClaimType::<T>::iter().next().is_none()
                && RootClaimable::<T>::iter().next().is_none()
                && RootClaimed::<T>::iter().next().is_none(),
            "a retired item was written"
        );
        Ok(())
    }

    /// Only who has a seat on root has a queue, and only on subnets that there are.
    fn check_queues() -> Result<(), TryRuntimeError> {
        for (hotkey, netuid, alpha) in PendingBasketDeposits::<T>::iter() {
            ensure!(
                Subnets::<T>::subnet_exists(netuid) && !netuid.is_root() && !alpha.is_zero(),
                "a queue has nothing to wait for"
            );
            ensure!(
                Neurons::<T>::is_registered(NetUid::ROOT, &hotkey),
                "a queue belongs to nobody on root"
            );
        }
        Ok(())
    }

    /// All coldkeys together are owed no more shares than there are.
    fn check_entitlements() -> Result<(), TryRuntimeError> {
        let mut coldkeys = BTreeMap::<T::AccountId, BTreeSet<T::AccountId>>::new();
        for (hotkey, coldkey, watermark) in BasketClaimed::<T>::iter() {
            ensure!(watermark != 0, "an empty watermark is stored");
            ensure!(
                !Self::is_escrow(&coldkey)
                    && Shares::<T>::staking_hotkeys(&coldkey).contains(&hotkey),
                "a watermark belongs to nobody who knows of it"
            );
            coldkeys.entry(hotkey).or_default().insert(coldkey);
        }
        for (coldkey, hotkeys) in Shares::<T>::lists_on(NetUid::ROOT) {
            for hotkey in hotkeys.into_iter().filter(|_| !Self::is_escrow(&coldkey)) {
                coldkeys.entry(hotkey).or_default().insert(coldkey.clone());
            }
        }
        for (hotkey, coldkeys) in coldkeys {
            let owed: u128 = coldkeys
                .iter()
                .map(|coldkey| u128::from(Self::owed(&hotkey, coldkey)))
                .sum();
            let rate = BasketRate::<T>::get(&hotkey).to_u64();
            let slack = u128::from(rate).saturating_add(1).saturating_mul(ROUNDINGS);
            ensure!(
                owed <= u128::from(Self::shares(&hotkey)).saturating_add(slack),
                "more shares are owed than there are"
            );
        }
        Ok(())
    }

    /// The index names everybody who stakes on root.
    fn check_root_stakers() -> Result<(), TryRuntimeError> {
        let count = NumStakingColdkeys::<T>::get();
        for place in 0..count {
            let coldkey = StakingColdkeysByIndex::<T>::get(place).ok_or("a gap in the index")?;
            ensure!(
                StakingColdkeys::<T>::get(&coldkey) == Some(place),
                "the index of root stakers has two sides"
            );
        }
        let lists = [
            StakingColdkeys::<T>::iter_keys().count(),
            StakingColdkeysByIndex::<T>::iter_keys().count(),
        ];
        ensure!(
            lists.iter().all(|length| *length as u64 == count),
            "the index of root stakers has another length"
        );
        ensure!(
            Shares::<T>::lists_on(NetUid::ROOT).all(|(coldkey, _)| {
                Self::is_escrow(&coldkey) || StakingColdkeys::<T>::contains_key(&coldkey)
            }),
            "somebody who stakes on root is not in the index"
        );
        Ok(())
    }
}
