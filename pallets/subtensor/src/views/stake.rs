//! Stake positions of coldkeys for `StakeInfoRuntimeApi` (spec 70 §6): what they hold, how much of
//! it is free, and what moving it costs.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use codec::Compact;
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, TaoBalance};

use super::{MAX_LIST, tables::view_struct};
use crate::{
    Collateral, Config, Locks, Shares, Subnets, Views,
    pallet::{
        AlphaDividendsPerSubnet, AutoStakeDestination, StakePositions, StakingHotkeys,
        SubnetMechanism, Uids,
    },
};

view_struct! {
    /// One position. Amounts are in rao of the subnet's alpha, on root in rao.
    StakeInfo<AccountId> {
        hotkey: AccountId,
        coldkey: AccountId,
        netuid: Compact<NetUid>,
        stake: Compact<AlphaBalance>,
        /// Always 0; see [`StakeAvailability`].
        locked: Compact<u64>,
        /// Dividends of all stakers of the hotkey in the last epoch.
        emission: Compact<AlphaBalance>,
        /// Always 0.
        tao_emission: Compact<TaoBalance>,
        /// Always 0.
        drain: Compact<u64>,
        is_registered: bool,
    }
}

view_struct! {
    /// Alpha of a coldkey on a subnet over all hotkeys, in rao of alpha.
    StakeAvailability {
        total: Compact<AlphaBalance>,
        /// What the lock of the coldkey still holds, and its collateral.
        locked: Compact<AlphaBalance>,
        available: Compact<AlphaBalance>,
    }
}

/// A coldkey, and its stake on every hotkey and subnet.
pub type ColdkeyPositions<AccountId> = (AccountId, Vec<StakeInfo<AccountId>>);
/// Availability by coldkey and subnet.
pub type Availabilities<AccountId> = BTreeMap<AccountId, BTreeMap<NetUid, StakeAvailability>>;

impl<T: Config> Views<T> {
    fn stake_info(
        hotkey: T::AccountId,
        coldkey: T::AccountId,
        netuid: NetUid,
        stake: AlphaBalance,
    ) -> StakeInfo<T::AccountId> {
        StakeInfo {
            netuid: Compact(netuid),
            stake: Compact(stake),
            locked: Compact(0),
            emission: Compact(AlphaDividendsPerSubnet::<T>::get(netuid, &hotkey)),
            tao_emission: Compact(TaoBalance::ZERO),
            drain: Compact(0),
            is_registered: Uids::<T>::contains_key(netuid, &hotkey),
            hotkey,
            coldkey,
        }
    }

    fn positions(coldkey: &T::AccountId, netuids: &[NetUid]) -> Vec<StakeInfo<T::AccountId>> {
        let hotkeys = StakingHotkeys::<T>::get(coldkey);
        let mut positions = Vec::new();
        for netuid in netuids {
            let held = StakePositions::<T>::get(netuid, coldkey);
            for hotkey in hotkeys.iter().filter(|hotkey| held.contains(hotkey)) {
                let stake = Shares::<T>::stake_of(hotkey, coldkey, *netuid);
                if !stake.is_zero() {
                    positions.push(Self::stake_info(
                        hotkey.clone(),
                        coldkey.clone(),
                        *netuid,
                        stake,
                    ));
                }
            }
        }
        positions
    }

    /// Every position of a coldkey, subnet by subnet.
    pub fn get_stake_info_for_coldkey(
        coldkey_account: T::AccountId,
    ) -> Vec<StakeInfo<T::AccountId>> {
        Self::positions(&coldkey_account, &Subnets::<T>::subnet_netuids())
    }

    /// Every position of several coldkeys, one entry each in the order given, of the first 1024.
    pub fn get_stake_info_for_coldkeys(
        coldkey_accounts: Vec<T::AccountId>,
    ) -> Vec<ColdkeyPositions<T::AccountId>> {
        let netuids = Subnets::<T>::subnet_netuids();
        coldkey_accounts
            .into_iter()
            .take(MAX_LIST)
            .map(|coldkey| {
                let positions = Self::positions(&coldkey, &netuids);
                (coldkey, positions)
            })
            .collect()
    }

    /// One position, also if it is empty.
    pub fn get_stake_info_for_hotkey_coldkey_netuid(
        hotkey_account: T::AccountId,
        coldkey_account: T::AccountId,
        netuid: NetUid,
    ) -> Option<StakeInfo<T::AccountId>> {
        let stake = Shares::<T>::stake_of(&hotkey_account, &coldkey_account, netuid);
        Some(Self::stake_info(
            hotkey_account,
            coldkey_account,
            netuid,
            stake,
        ))
    }

    /// Free and locked alpha of the first 1024 coldkeys on the given subnets, or on all. Subnets
    /// where a coldkey has neither are left out, and so are all subnets of a list that names none
    /// or more than there are.
    pub fn get_stake_availability_for_coldkeys(
        coldkey_accounts: Vec<T::AccountId>,
        netuids: Option<Vec<NetUid>>,
    ) -> Availabilities<T::AccountId> {
        let existing = Subnets::<T>::subnet_netuids();
        let asked = match netuids {
            None => existing,
            Some(mut asked) => {
                asked.sort_unstable();
                asked.dedup();
                if asked.len() > existing.len() {
                    asked.clear();
                }
                asked.retain(|netuid| Subnets::<T>::subnet_exists(*netuid));
                asked
            }
        };
        let coldkeys: BTreeSet<T::AccountId> =
            coldkey_accounts.into_iter().take(MAX_LIST).collect();
        coldkeys
            .into_iter()
            .map(|coldkey| {
                let row = Self::availability_of(&coldkey, &asked);
                (coldkey, row)
            })
            .collect()
    }

    fn availability_of(
        coldkey: &T::AccountId,
        netuids: &[NetUid],
    ) -> BTreeMap<NetUid, StakeAvailability> {
        let mut row = BTreeMap::new();
        for netuid in netuids {
            let total = Shares::<T>::coldkey_alpha(coldkey, *netuid);
            let locked = Locks::<T>::get_coldkey_lock(coldkey.clone(), *netuid)
                .map_or(AlphaBalance::ZERO, |lock| lock.locked_mass)
                .saturating_add(Collateral::<T>::locked_by(*netuid, coldkey));
            if total.is_zero() && locked.is_zero() {
                continue;
            }
            let available = Compact(total.saturating_sub(locked));
            row.insert(
                *netuid,
                StakeAvailability {
                    total: Compact(total),
                    locked: Compact(locked),
                    available,
                },
            );
        }
        row
    }

    /// Fee in units of `amount` (rao) for moving stake between two positions; free between equal
    /// ones and where the price is fixed.
    pub fn get_stake_fee(
        origin: Option<(T::AccountId, NetUid)>,
        _origin_coldkey_account: T::AccountId,
        destination: Option<(T::AccountId, NetUid)>,
        _destination_coldkey_account: T::AccountId,
        amount: u64,
    ) -> u64 {
        if origin == destination {
            return 0;
        }
        let netuid = destination
            .or(origin)
            .map_or(NetUid::ROOT, |(_, netuid)| netuid);
        if SubnetMechanism::<T>::get(netuid) == 1 {
            T::Swap::fee(netuid, amount)
        } else {
            0
        }
    }

    /// Hotkey to which emission of a coldkey on a subnet is staked, if it chose one.
    pub fn get_coldkey_auto_stake_hotkey(
        coldkey: T::AccountId,
        netuid: NetUid,
    ) -> Option<T::AccountId> {
        AutoStakeDestination::<T>::get(coldkey, netuid)
    }
}
