//! Delegates and their nominators for `DelegateInfoRuntimeApi` (spec 70 §4.1). An answer grows with
//! the number of delegates or nominators; it is computed by the node that is asked, outside any
//! block.

#[cfg(test)]
mod tests;

use alloc::{collections::BTreeMap, vec::Vec};
use codec::Compact;
use sp_runtime::PerU16;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, MechId, NetUid};
use subtensor_shares::SharePool;

use super::{neuron::at, subnet::SubnetView, tables::view_struct};
use crate::{
    Config, Funds, Shares, Subnets, Views,
    pallet::{
        AlphaV2, Delegates, IsNetworkMember, Owner, StakingHotkeys, TotalHotkeyAlpha,
        TotalHotkeySharesV2, Uids,
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

/// The share pools of a hotkey, each read once.
pub(super) struct Pools<'a, T: Config> {
    hotkey: &'a T::AccountId,
    known: BTreeMap<NetUid, SharePool>,
}

impl<'a, T: Config> Pools<'a, T> {
    pub(super) fn of(hotkey: &'a T::AccountId) -> Self {
        Self {
            hotkey,
            known: BTreeMap::new(),
        }
    }

    /// What a nominator holds on a subnet, in rao of alpha; `None` without a share, and for what
    /// the chain holds for funds.
    pub(super) fn held_by(&mut self, coldkey: &T::AccountId, netuid: NetUid) -> Option<u64> {
        let share = Shares::<T>::share_of(self.hotkey, coldkey, netuid);
        if share.is_zero() || Funds::<T>::is_escrow(coldkey) {
            return None;
        }
        let pool = self.known.entry(netuid).or_insert_with(|| SharePool {
            value: TotalHotkeyAlpha::<T>::get(self.hotkey, netuid).to_u64(),
            denominator: TotalHotkeySharesV2::<T>::get(self.hotkey, netuid),
        });
        Some(pool.value_of(share))
    }
}

/// What an answer about delegates has read of subnets: many delegates are on the same ones.
pub(super) struct KnownSubnets<T: Config>(BTreeMap<NetUid, SubnetView<T>>);

impl<T: Config> KnownSubnets<T> {
    pub(super) fn none() -> Self {
        Self(BTreeMap::new())
    }

    fn view(&mut self, netuid: NetUid) -> &SubnetView<T> {
        let open = || SubnetView::listed(netuid, MechId::MAIN);
        self.0.entry(netuid).or_insert_with(open)
    }

    /// A delegate with these nominators.
    pub(super) fn delegate_info(
        &mut self,
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
            let Some(uid) = Uids::<T>::get(netuid, &hotkey) else {
                continue;
            };
            let view = self.view(netuid);
            if at(view.validator_permit(), uid) {
                validator_permits.push(Compact(netuid));
            }
            let emission = U64F64::from_num(at(view.emission(), uid).to_u64());
            let epochs = U64F64::from_ratio(BLOCKS_PER_DAY, (*view.tempo()).into());
            daily = daily.saturating_add(emission.saturating_mul(epochs));
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
}

impl<T: Config> Views<T> {
    fn nominators_of(hotkey: &T::AccountId) -> Vec<Nomination<T::AccountId>> {
        let mut pools = Pools::<T>::of(hotkey);
        let mut nominators = BTreeMap::<T::AccountId, BTreeMap<NetUid, u64>>::new();
        for (coldkey, netuid) in AlphaV2::<T>::iter_key_prefix((hotkey,)) {
            if let Some(amount) = pools.held_by(&coldkey, netuid) {
                nominators
                    .entry(coldkey)
                    .or_default()
                    .insert(netuid, amount);
            }
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

    /// Every delegate with its nominators. By pages: [`Self::get_delegate_page`].
    pub fn get_delegates() -> Vec<DelegateInfo<T::AccountId>> {
        let mut subnets = KnownSubnets::<T>::none();
        Delegates::<T>::iter()
            .map(|(hotkey, take)| {
                let nominators = Self::nominators_of(&hotkey);
                subnets.delegate_info(hotkey, take, nominators)
            })
            .collect()
    }

    /// One delegate with its nominators; `None` if the hotkey is none. The nominators by pages:
    /// [`Self::get_nominator_page`].
    pub fn get_delegate(delegate_account: T::AccountId) -> Option<DelegateInfo<T::AccountId>> {
        let take = Delegates::<T>::try_get(&delegate_account).ok()?;
        let nominators = Self::nominators_of(&delegate_account);
        let mut subnets = KnownSubnets::<T>::none();
        Some(subnets.delegate_info(delegate_account, take, nominators))
    }

    /// What a nominator holds with one delegate, in rao of alpha.
    fn positions_with(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuids: &[NetUid],
    ) -> Vec<(NetUid, u64)> {
        let mut pools = Pools::<T>::of(hotkey);
        netuids
            .iter()
            .filter_map(|netuid| Some((*netuid, pools.held_by(coldkey, *netuid)?)))
            .collect()
    }

    /// The positions of a nominator with delegates, by delegate in the order of its staking
    /// hotkeys, then by ascending netuid. The delegates come without their nominators.
    pub fn get_delegated(delegatee_account: T::AccountId) -> Vec<Delegation<T::AccountId>> {
        let netuids = Subnets::<T>::subnet_netuids();
        let mut subnets = KnownSubnets::<T>::none();
        let mut delegations = Vec::new();
        for hotkey in StakingHotkeys::<T>::get(&delegatee_account) {
            let Ok(take) = Delegates::<T>::try_get(&hotkey) else {
                continue;
            };
            let held = Self::positions_with(&hotkey, &delegatee_account, &netuids);
            if held.is_empty() {
                continue;
            }
            let info = subnets.delegate_info(hotkey, take, Vec::new());
            delegations.extend(
                held.into_iter().map(|(netuid, amount)| {
                    (info.clone(), (Compact(netuid), Compact(amount.into())))
                }),
            );
        }
        delegations
    }
}
