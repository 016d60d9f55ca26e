//! What a hotkey gives to another that takes its place, domain by domain.

use alloc::{collections::BTreeMap, vec, vec::Vec};

use subtensor_fixed::I96F32;
use subtensor_primitives::{MechId, NetUid};

use super::{Job, job};
use crate::{
    AutoStake, Children, Collateral, Funds, Hotkeys, Neurons, Payout, RateLimits, Serving, Shares,
    Takes, ValidatorWeights, Voting,
    benchmarking::{
        Setup, TAO, account, signed,
        states::*,
        swaps::{NEW, STAKERS, call, rivals, stakers},
        units::{dispatch, dissolution::announced},
    },
    domain::{Domain, HotkeySwap},
    pallet::*,
};

/// One domain after the other is told that the hotkey is swapped, on one subnet or everywhere.
fn tell<T: Setup, D: Domain<T> + 'static>(
    netuid: NetUid,
    is_everywhere: bool,
    coldkeys: u32,
) -> Job {
    own::<T>(OWNER, NEW);
    reopen_pools::<T>();
    let keys = [OWNER, HOTKEY, NEW].map(account::<T>);
    let list: Vec<T::AccountId> = (STAKERS..STAKERS + u64::from(coldkeys))
        .map(account::<T>)
        .collect();
    let stakers = BTreeMap::from([(netuid, list)]);
    job(move || {
        let [coldkey, old, new] = &keys;
        let swap = HotkeySwap {
            coldkey,
            old,
            new,
            keep_stake: false,
            is_everywhere,
            stakers,
        };
        D::swap_hotkey(netuid, &swap);
    })
}

/// A swap of a hotkey with nothing but its name, on so many subnets: all looks and checks.
pub(crate) fn look_at_swap<T: Setup>(count: u32) -> Job {
    some_subnets::<T>(count);
    dispatch::<T>((signed::<T>(OWNER), call::<T>(None)))
}

/// Counts who stakes on a hotkey, on so many subnets.
pub(crate) fn count_stakers<T: Setup>(count: u32) -> Job {
    some_subnets::<T>(count);
    let hotkey = account::<T>(HOTKEY);
    job(move || {
        Hotkeys::<T>::weight_of_swap_now(&hotkey, None, false);
    })
}

/// Finds so many rows.
pub(crate) fn look_at_position<T: Setup>(rows: u32) -> Job {
    chain::<T>();
    stakers::<T>(rows.into(), SUBNET);
    let hotkey = account::<T>(HOTKEY);
    job(move || {
        let count = AlphaV2::<T>::iter_key_prefix((&hotkey,)).count();
        assert_eq!(count, rows as usize);
    })
}

/// Children of so many others wait, and the hotkey is to be one of them or is not.
fn pending<T: Setup>(rows: u32, is_named: bool) -> Job {
    chain::<T>();
    for number in STAKERS..STAKERS + u64::from(rows) {
        let child = if is_named { HOTKEY } else { 7_000 };
        let list = vec![(1, account::<T>(child)); 5];
        PendingChildKeys::<T>::insert(SUBNET, account::<T>(number), (list, 9));
        PendingChildKeysOf::<T>::append(account::<T>(number), SUBNET);
    }
    tell::<T, Children<T>>(SUBNET, false, 0)
}

pub(crate) fn look_at_pending<T: Setup>(rows: u32) -> Job {
    pending::<T>(rows, false)
}

pub(crate) fn swap_pending<T: Setup>(rows: u32) -> Job {
    pending::<T>(rows, true)
}

/// Which hotkey took the place of which, of one that had a place itself.
pub(crate) fn swap_lineage<T: Setup>() -> Job {
    chain::<T>();
    stakers::<T>(1, SUBNET);
    HotkeyRoot::<T>::insert(SUBNET, account::<T>(HOTKEY), account::<T>(7));
    tell::<T, Hotkeys<T>>(SUBNET, false, 1)
}

/// So many positions, beside those of others on the new hotkey.
pub(crate) fn swap_position<T: Setup>(positions: u32) -> Job {
    chain::<T>();
    stakers::<T>(positions.into(), SUBNET);
    rivals::<T>(SUBNET);
    tell::<T, Shares<T>>(SUBNET, false, positions)
}

/// The same on root, with what says how long they stay.
pub(crate) fn swap_root_position<T: Setup>(positions: u32) -> Job {
    chain::<T>();
    seat_on_root::<T>(HOTKEY);
    stakers::<T>(positions.into(), ROOT);
    let hotkey = account::<T>(HOTKEY);
    let _ = BasketClaimed::<T>::clear_prefix(&hotkey, u32::MAX, None);
    for coldkey in STAKERS..STAKERS + u64::from(positions) {
        for key in [HOTKEY, NEW] {
            let (coldkey, key) = (account::<T>(coldkey), account::<T>(key));
            LastColdkeyHotkeyStakeBlock::<T>::insert(coldkey, key, 1);
        }
    }
    tell::<T, (Funds<T>, Shares<T>)>(ROOT, false, positions)
}

/// The single values of a fund, for which so much waits that is not worth enough to enter it.
pub(crate) fn swap_fund<T: Setup>(queued: u32) -> Job {
    all_subnets::<T>();
    fund_with_queue::<T>(HOTKEY, 0, queued as usize);
    stakers::<T>(1, ROOT);
    RootClaimableThreshold::<T>::insert(ROOT, I96F32::from_u64(10 * TAO));
    let hotkey = account::<T>(HOTKEY);
    BasketRate::<T>::insert(&hotkey, BasketRate::<T>::get(&hotkey));
    BasketTwr::<T>::insert(&hotkey, BasketTwr::<T>::get(&hotkey));
    BasketTradingFrozen::<T>::insert(&hotkey, ());
    BasketTradeBucket::<T>::insert(&hotkey, (1, 1));
    BasketDepositedTao::<T>::insert(&hotkey, tao(1));
    BasketRedeemedTao::<T>::insert(&hotkey, tao(1));
    AutoParentDelegationEnabled::<T>::insert(&hotkey, true);
    tell::<T, Funds<T>>(ROOT, true, 0)
}

/// So many watermarks of a fund.
pub(crate) fn swap_watermark<T: Setup>(rows: u32) -> Job {
    chain::<T>();
    seat_on_root::<T>(HOTKEY);
    for number in STAKERS..STAKERS + u64::from(rows) {
        let (hotkey, coldkey) = (account::<T>(HOTKEY), account::<T>(number));
        BasketClaimed::<T>::insert(&hotkey, &coldkey, 7);
        Shares::<T>::list_hotkey(&hotkey, &coldkey);
    }
    tell::<T, Funds<T>>(ROOT, true, 0)
}

/// What a fund has bought of so many pools.
pub(crate) fn swap_liquidity<T: Setup>(rows: u32) -> Job {
    all_subnets::<T>();
    seat_on_root::<T>(HOTKEY);
    for netuid in subnets::<T>().take(rows as usize) {
        BasketLiquidityUsed::<T>::insert(account::<T>(HOTKEY), netuid, (1, 1));
    }
    tell::<T, Funds<T>>(ROOT, true, 0)
}

/// Collateral of so many coldkeys, who have some on the new hotkey too.
pub(crate) fn swap_collateral<T: Setup>(rows: u32) -> Job {
    chain::<T>();
    for number in STAKERS..STAKERS + u64::from(rows) {
        for hotkey in [HOTKEY, NEW] {
            collateral_on::<T>(&account::<T>(hotkey), &account::<T>(number));
        }
    }
    tell::<T, Collateral<T>>(SUBNET, false, 0)
}

/// So many coldkeys named the hotkey for auto-stake.
pub(crate) fn swap_auto_staker<T: Setup>(coldkeys: u32) -> Job {
    chain::<T>();
    for number in STAKERS..STAKERS + u64::from(coldkeys) {
        let (hotkey, coldkey) = (account::<T>(HOTKEY), account::<T>(number));
        AutoStakeDestination::<T>::insert(&coldkey, SUBNET, &hotkey);
        AutoStakeDestinationColdkeys::<T>::append(&hotkey, SUBNET, &coldkey);
    }
    tell::<T, AutoStake<T>>(SUBNET, false, 0)
}

pub(crate) fn swap_voting_power<T: Setup>() -> Job {
    chain::<T>();
    VotingPower::<T>::insert(SUBNET, account::<T>(HOTKEY), 1);
    TotalVotingPower::<T>::insert(SUBNET, 1);
    tell::<T, Voting<T>>(SUBNET, false, 0)
}

/// Dividends of the last epoch, of alpha and of root stake.
pub(crate) fn swap_dividend<T: Setup>() -> Job {
    chain::<T>();
    AlphaDividendsPerSubnet::<T>::insert(SUBNET, account::<T>(HOTKEY), alpha(1));
    RootAlphaDividendsPerSubnet::<T>::insert(SUBNET, account::<T>(HOTKEY), alpha(1));
    tell::<T, Payout<T>>(SUBNET, true, 0)
}

/// A hotkey with so many parents, and as many children as there may be, takes the place of one that
/// has as many of both.
pub(crate) fn swap_relative<T: Setup>(parents: u32) -> Job {
    chain::<T>();
    some_parents::<T>(HOTKEY, parents, TAO);
    children::<T>(HOTKEY, 7_000);
    tell::<T, Children<T>>(SUBNET, false, 0)
}

/// A hotkey on root lends to the owners of so many subnets.
pub(crate) fn swap_root_lender<T: Setup>(count: u32) -> Job {
    some_subnets::<T>(count);
    seat_on_root::<T>(HOTKEY);
    lend_to_owners::<T>();
    tell::<T, Children<T>>(ROOT, false, 0)
}

/// A neuron of a subnet of so many mechanisms, with all that it has announced and committed, and
/// what is remembered of it.
pub(crate) fn swap_neuron<T: Setup>(mechanisms: u32) -> Job {
    chain::<T>();
    MechanismCountCurrent::<T>::insert(SUBNET, MechId::new(mechanisms as u8));
    announced::<T>(HOTKEY, mechanisms as u8);
    tell::<
        T,
        (
            Serving<T>,
            ValidatorWeights<T>,
            Neurons<T>,
            Takes<T>,
            RateLimits<T>,
        ),
    >(SUBNET, false, 0)
}
