//! A hotkey gives its place to another hotkey of the same coldkey, on one subnet or on all (spec 50
//! §13.1 to §13.3). Every domain moves what it keeps of the hotkey itself; here is what has to be
//! fulfilled before, what it costs, and the order in which they do it.
//!
//! One call moves everything, so it moves no more than fits into a block: before anything changes,
//! each domain takes from a meter what it will weigh. A hotkey with more than that can be swapped
//! subnet by subnet, or without its stake.

use alloc::{vec, vec::Vec};
use frame_support::{
    dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo},
    ensure,
    traits::Get,
    weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;
use subtensor_primitives::{NetUid, TaoBalance};

use crate::{
    AutoStake, Children, Collateral, Config, Error, Event, Funds, Hotkeys, Ledger, Locks, Neurons,
    Pallet, Payout, RateLimits, Serving, Shares, Subnets, Takes, ValidatorWeights, Voting,
    WeightInfo,
    domain::{Domain, HotkeySwap},
};

/// The domains that keep something of hotkeys, in the order in which they move it.
type InOrder<T> = (
    // Sees what the old one has before it is gone.
    Hotkeys<T>,
    // Takes in what waits for it while the old one has its seat and its stake.
    Funds<T>,
    Shares<T>,
    // No more than the stake that has come.
    Collateral<T>,
    AutoStake<T>,
    Payout<T>,
    // Both before the subnet has another owner hotkey, by which they would have to go.
    Children<T>,
    Locks<T>,
    Subnets<T>,
    Serving<T>,
    ValidatorWeights<T>,
    Voting<T>,
    Neurons<T>,
    Takes<T>,
    RateLimits<T>,
);

/// What is asked for.
pub(crate) struct HotkeySwapOrder<'a, AccountId> {
    /// Gives its place.
    pub old: &'a AccountId,
    /// Takes it.
    pub new: &'a AccountId,
    /// Where; everywhere if it is not said.
    pub netuid: Option<NetUid>,
    /// Whether the stake stays.
    pub keep_stake: bool,
}

impl<T: Config> Hotkeys<T> {
    /// Lets a hotkey take the place of another one. Weighs what it has found.
    pub(crate) fn do_swap_hotkey(
        coldkey: &T::AccountId,
        order: HotkeySwapOrder<'_, T::AccountId>,
    ) -> DispatchResultWithPostInfo {
        let mut meter = WeightMeter::with_limit(T::WeightInfo::swap_hotkey());
        let done = Self::try_swap(coldkey, &order, &mut meter);
        let post_info = Some(meter.consumed()).into();
        match done {
            Ok(()) => Ok(post_info),
            Err(error) => Err(DispatchErrorWithPostInfo { post_info, error }),
        }
    }

    fn try_swap(
        coldkey: &T::AccountId,
        order: &HotkeySwapOrder<'_, T::AccountId>,
        meter: &mut WeightMeter,
    ) -> DispatchResult {
        let netuids = Self::scope(order.netuid);
        meter.consume(T::WeightInfo::look_at_swap(netuids.len() as u32));
        let mut swap = HotkeySwap {
            coldkey,
            old: order.old,
            new: order.new,
            keep_stake: order.keep_stake,
            is_everywhere: order.netuid.is_none(),
            stakers: Default::default(),
        };
        Self::check_keys(&swap, order.netuid)?;
        Self::check_intervals(&swap, &netuids)?;
        Self::check_claim_of_hotkey(coldkey, swap.new)?;
        Self::weigh_swap(&mut swap, &netuids, meter)?;
        for netuid in &netuids {
            InOrder::<T>::check_hotkey_swap(*netuid, &swap)?;
        }
        let cost = Self::swap_cost(&swap);
        ensure!(
            Ledger::<T>::spendable_keep_alive(coldkey) >= cost,
            Error::<T>::NotEnoughBalanceToPaySwapHotKey
        );

        Ledger::<T>::recycle_tao(coldkey, cost)?;
        Self::create_account_if_non_existent(coldkey, swap.new)?;
        for netuid in &netuids {
            InOrder::<T>::swap_hotkey(*netuid, &swap);
        }
        if swap.is_everywhere {
            InOrder::<T>::swap_hotkey_everywhere(&swap);
        }
        RateLimits::<T>::note_key_swap(coldkey);
        Pallet::<T>::deposit_event(Self::swap_event(&swap, order.netuid));
        Ok(())
    }

    /// The subnets that are meant, in ascending order, so that root is first.
    fn scope(netuid: Option<NetUid>) -> Vec<NetUid> {
        netuid.map_or_else(Subnets::<T>::subnet_netuids, |netuid| vec![netuid])
    }

    fn swap_cost(swap: &HotkeySwap<T::AccountId>) -> TaoBalance {
        if swap.is_everywhere {
            T::KeySwapCost::get()
        } else {
            T::KeySwapOnSubnetCost::get()
        }
    }

    fn swap_event(swap: &HotkeySwap<T::AccountId>, netuid: Option<NetUid>) -> Event<T> {
        let coldkey = swap.coldkey.clone();
        let (old_hotkey, new_hotkey) = (swap.old.clone(), swap.new.clone());
        match netuid {
            Some(netuid) => Event::HotkeySwappedOnSubnet {
                coldkey,
                old_hotkey,
                new_hotkey,
                netuid,
            },
            None => Event::HotkeySwapped {
                coldkey,
                old_hotkey,
                new_hotkey,
            },
        }
    }

    /// What is asked of the keys (spec 50 §13.1 steps 2 to 7).
    fn check_keys(swap: &HotkeySwap<T::AccountId>, netuid: Option<NetUid>) -> DispatchResult {
        let (coldkey, old, new) = (swap.coldkey, swap.old, swap.new);
        ensure!(
            Self::coldkey_owns_hotkey(coldkey, old)
                && (!Self::hotkey_account_exists(new) || Self::coldkey_owns_hotkey(coldkey, new)),
            Error::<T>::NonAssociatedColdKey
        );
        ensure!(old != new, Error::<T>::NewHotKeyIsSameWithOld);
        ensure!(
            RateLimits::<T>::passes_key_swap_limit(coldkey),
            Error::<T>::HotKeySetTxRateLimitExceeded
        );
        let is_registered = match netuid {
            Some(netuid) => {
                ensure!(
                    Subnets::<T>::subnet_exists(netuid),
                    Error::<T>::SubnetNotExists
                );
                Neurons::<T>::is_registered(netuid, new)
            }
            None => Neurons::<T>::is_member(new),
        };
        ensure!(!is_registered, Error::<T>::HotKeyAlreadyRegisteredInSubNet);
        if swap.is_everywhere || netuid == Some(NetUid::ROOT) {
            Funds::<T>::check_hotkey_swap(NetUid::ROOT, swap)?;
        }
        Ok(())
    }

    fn check_intervals(swap: &HotkeySwap<T::AccountId>, netuids: &[NetUid]) -> DispatchResult {
        let may_swap = |netuid: &NetUid| {
            let is_concerned = !swap.is_everywhere || Self::is_active_on(*netuid, swap.old);
            (!is_concerned || Self::passes_swap_interval(*netuid, swap.coldkey))
                && (swap.keep_stake || Self::passes_move_cooldown(*netuid, swap.old))
        };
        ensure!(
            netuids.iter().all(may_swap),
            Error::<T>::HotKeySwapOnSubnetIntervalNotPassed
        );
        Ok(())
    }

    /// Finds who stakes on the old one, and takes what the swap weighs from the meter.
    ///
    /// Errors: `ColdkeySwapTooHeavy`.
    fn weigh_swap(
        swap: &mut HotkeySwap<T::AccountId>,
        netuids: &[NetUid],
        meter: &mut WeightMeter,
    ) -> Result<(), Error<T>> {
        if !swap.keep_stake {
            let is_wanted = |netuid| netuids.binary_search(&netuid).is_ok();
            swap.stakers = Shares::<T>::stakers_of(swap.old, is_wanted, meter)
                .ok_or(Error::ColdkeySwapTooHeavy)?;
        }
        let is_weighed = netuids
            .iter()
            .all(|netuid| InOrder::<T>::weigh_hotkey_swap(*netuid, swap, meter));
        ensure!(is_weighed, Error::ColdkeySwapTooHeavy);
        Ok(())
    }

    /// Weight of a swap as far as a look at a few rows tells: what everybody who stakes on the
    /// hotkey makes of it, and for everything else half of the most where a fund may go along, an
    /// eighth elsewhere.
    pub(crate) fn weight_of_swap_now(
        hotkey: &T::AccountId,
        netuid: Option<NetUid>,
        keep_stake: bool,
    ) -> Weight {
        let netuids = Self::scope(netuid);
        let stakers = netuids.iter().fold(Weight::zero(), |sum, netuid| {
            let count = if keep_stake {
                0
            } else {
                Shares::<T>::count_stakers(hotkey, *netuid)
            };
            let each = T::WeightInfo::swap_position(netuid.is_root());
            sum.saturating_add(each.saturating_mul(count.into()))
        });
        let most = T::WeightInfo::swap_hotkey();
        let has_root = netuids.contains(&NetUid::ROOT);
        let others = most.saturating_div(if has_root { 2 } else { 8 });
        stakers
            .saturating_add(T::WeightInfo::look_at_swap(netuids.len() as u32))
            .saturating_add(others)
            .min(most)
    }
}
