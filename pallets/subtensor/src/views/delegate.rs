//! Delegates and their nominators for `DelegateInfoRuntimeApi` (spec 70 §4.1). An answer grows with
//! the number of delegates or nominators; it is computed by the node that is asked, outside any
//! block.

#[cfg(test)]
mod tests;

use alloc::{collections::BTreeMap, vec::Vec};
use codec::Compact;
use sp_runtime::PerU16;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid};
use subtensor_shares::SharePool;

use super::tables::view_struct;
use crate::{
    Config, Funds, Shares, Subnets, Views,
    pallet::{
        AlphaV2, Delegates, Emission, IsNetworkMember, Owner, StakingHotkeys, Tempo,
        TotalHotkeyAlpha, TotalHotkeySharesV2, Uids, ValidatorPermit,
    },
};

/// Stake on a subnet, in rao of alpha, on root in rao.
pub type SubnetAmount = (Compact<NetUid>, Compact<u64>);
/// A nominator with what it holds on each subnet, ascending.
pub type Nomination<AccountId> = (AccountId, Vec<SubnetAmount>);
/// A delegate with one position of a given nominator, in rao of alpha.
pub type Delegation<AccountId> = (
    DelegateInfo<AccountId>,
    (Compact<NetUid>, Compact<AlphaBalance>),
);

view_struct! {
    /// A hotkey that takes nominations.
    DelegateInfo<AccountId> {
        delegate_ss58: AccountId,
        /// Part of dividends it keeps, in 65535ths.
        take: Compact<u16>,
        /// Ascending by account.
        nominators: Vec<Nomination<AccountId>>,
        owner_ss58: AccountId,
        /// Subnets with a uid of the hotkey.
        registrations: Vec<Compact<NetUid>>,
        /// Those of them where it may validate.
        validator_permits: Vec<Compact<NetUid>>,
        /// Emission per day for 1000 TAO of root stake, take deducted, in rao.
        return_per_1000: Compact<u64>,
        /// Emission per day over all subnets, in rao of their alpha.
        total_daily_return: Compact<u64>,
    }
}

/// Blocks of a day at 12 seconds each.
const BLOCKS_PER_DAY: u64 = 7_200;
/// 1000 TAO in rao.
const THOUSAND_TAO: u64 = 1_000_000_000_000;

/// Daily return in rao for 1000 TAO, of `daily` rao earned by `root_stake` rao, after the take.
fn return_per_1000(daily: U64F64, take: u16, root_stake: u64) -> u64 {
    let kept = U64F64::ONE.saturating_sub(U64F64::from_ratio(take.into(), u16::MAX.into()));
    daily
        .saturating_mul(kept)
        .safe_div(U64F64::from_ratio(root_stake, THOUSAND_TAO))
        .to_u64()
}

impl<T: Config> Views<T> {
    fn nominators_of(hotkey: &T::AccountId) -> Vec<Nomination<T::AccountId>> {
        let mut pools = BTreeMap::<NetUid, SharePool>::new();
        let mut nominators = BTreeMap::<T::AccountId, BTreeMap<NetUid, u64>>::new();
        for (coldkey, netuid) in AlphaV2::<T>::iter_key_prefix((hotkey,)) {
            let share = Shares::<T>::share_of(hotkey, &coldkey, netuid);
            if share.is_zero() || Funds::<T>::is_escrow(&coldkey) {
                continue;
            }
            let pool = pools.entry(netuid).or_insert_with(|| SharePool {
                value: TotalHotkeyAlpha::<T>::get(hotkey, netuid).to_u64(),
                denominator: TotalHotkeySharesV2::<T>::get(hotkey, netuid),
            });
            nominators
                .entry(coldkey)
                .or_default()
                .insert(netuid, pool.value_of(share));
        }
        let amounts = |of: BTreeMap<NetUid, u64>| {
            of.into_iter()
                .map(|(netuid, amount)| (Compact(netuid), Compact(amount)))
                .collect()
        };
        nominators
            .into_iter()
            .map(|(coldkey, of)| (coldkey, amounts(of)))
            .collect()
    }

    fn delegate_info(
        hotkey: T::AccountId,
        take: PerU16,
        nominators: Vec<Nomination<T::AccountId>>,
    ) -> DelegateInfo<T::AccountId> {
        let (mut registrations, mut validator_permits) = (Vec::new(), Vec::new());
        let mut daily = U64F64::ZERO;
        for (netuid, member) in IsNetworkMember::<T>::iter_prefix(&hotkey) {
            if !member {
                continue;
            }
            registrations.push(Compact(netuid));
            let Some(uid) = Uids::<T>::get(netuid, &hotkey).map(usize::from) else {
                continue;
            };
            if ValidatorPermit::<T>::get(netuid)
                .get(uid)
                .copied()
                .unwrap_or_default()
            {
                validator_permits.push(Compact(netuid));
            }
            let emission = Emission::<T>::get(netuid)
                .get(uid)
                .copied()
                .unwrap_or_default();
            let epochs = U64F64::from_ratio(BLOCKS_PER_DAY, Tempo::<T>::get(netuid).into());
            daily =
                daily.saturating_add(U64F64::from_num(emission.to_u64()).saturating_mul(epochs));
        }
        let root_stake = Shares::<T>::hotkey_alpha(&hotkey, NetUid::ROOT).to_u64();
        let take = take.deconstruct();
        DelegateInfo {
            take: Compact(take),
            nominators,
            owner_ss58: Owner::<T>::get(&hotkey),
            registrations,
            validator_permits,
            return_per_1000: Compact(return_per_1000(daily, take, root_stake)),
            total_daily_return: Compact(daily.to_u64()),
            delegate_ss58: hotkey,
        }
    }

    /// Every delegate with its nominators.
    pub fn get_delegates() -> Vec<DelegateInfo<T::AccountId>> {
        Delegates::<T>::iter()
            .map(|(hotkey, take)| {
                let nominators = Self::nominators_of(&hotkey);
                Self::delegate_info(hotkey, take, nominators)
            })
            .collect()
    }

    /// One delegate with its nominators; `None` if the hotkey is none.
    pub fn get_delegate(delegate_account: T::AccountId) -> Option<DelegateInfo<T::AccountId>> {
        let take = Delegates::<T>::try_get(&delegate_account).ok()?;
        let nominators = Self::nominators_of(&delegate_account);
        Some(Self::delegate_info(delegate_account, take, nominators))
    }

    /// The positions of a nominator with delegates, by delegate in the order of its staking
    /// hotkeys, then by ascending netuid. The delegates come without their nominators.
    pub fn get_delegated(delegatee_account: T::AccountId) -> Vec<Delegation<T::AccountId>> {
        let mut netuids = Subnets::<T>::subnet_netuids();
        netuids.sort_unstable();
        let mut delegations = Vec::new();
        for hotkey in StakingHotkeys::<T>::get(&delegatee_account) {
            let Ok(take) = Delegates::<T>::try_get(&hotkey) else {
                continue;
            };
            let held: Vec<NetUid> = netuids
                .iter()
                .copied()
                .filter(|netuid| {
                    !Shares::<T>::share_of(&hotkey, &delegatee_account, *netuid).is_zero()
                })
                .collect();
            if held.is_empty() {
                continue;
            }
            let info = Self::delegate_info(hotkey.clone(), take, Vec::new());
            delegations.extend(held.into_iter().map(|netuid| {
                let stake = Shares::<T>::stake_of(&hotkey, &delegatee_account, netuid);
                (info.clone(), (Compact(netuid), Compact(stake)))
            }));
        }
        delegations
    }
}
