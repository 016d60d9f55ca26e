//! Dividends of a hotkey that gives its place to another: those that wait to be paid follow the
//! stake that has earned them, by alpha on the subnet, by root stake everywhere.

use alloc::{vec, vec::Vec};
use frame_support::weights::WeightMeter;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::staged::Row;
use crate::{
    Config, Payout, PayoutStatus, Subnets, WeightInfo,
    domain::{HotkeySwap, spend},
    pallet::{AlphaDividendsPerSubnet, PayoutRows, Payouts, RootAlphaDividendsPerSubnet},
};

/// Which dividends follow.
#[derive(Clone, Copy)]
struct Kinds {
    /// Those earned by alpha.
    alpha: bool,
    /// Those earned by root stake.
    root: bool,
}

impl Kinds {
    /// What follows on a subnet when a hotkey gives its place on `swapped` to another; nothing
    /// where it is not said with that one.
    fn of<AccountId>(
        netuid: NetUid,
        swapped: NetUid,
        swap: &HotkeySwap<AccountId>,
    ) -> Option<Self> {
        let is_root = swapped.is_root();
        let (alpha, root) = if swap.is_everywhere {
            (is_root, is_root)
        } else {
            (netuid == swapped && !is_root, is_root)
        };
        (!swap.keep_stake && (alpha || root)).then_some(Self { alpha, root })
    }
}

impl<T: Config> Payout<T> {
    /// What is paid, with how much of it follows.
    fn payouts_of_swap(
        swapped: NetUid,
        swap: &HotkeySwap<T::AccountId>,
    ) -> impl Iterator<Item = (PayoutStatus, Kinds)> {
        Payouts::<T>::get().into_iter().filter_map(move |payout| {
            let kinds = Kinds::of(payout.netuid, swapped, swap)?;
            Some((payout, kinds))
        })
    }

    /// Of which subnets the root dividends of the last epoch follow.
    fn root_dividends_of_swap(swapped: NetUid, swap: &HotkeySwap<T::AccountId>) -> Vec<NetUid> {
        if swap.keep_stake || !(swap.is_everywhere || swapped.is_root()) {
            Vec::new()
        } else if swap.is_everywhere {
            vec![swapped]
        } else {
            Subnets::<T>::subnet_netuids()
        }
    }

    pub(super) fn weigh_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        let of_root = Self::root_dividends_of_swap(netuid, swap);
        let looks = (of_root.len() as u64).saturating_add(1);
        if !spend(
            meter,
            T::WeightInfo::look_at_position().saturating_mul(looks),
        ) {
            return false;
        }
        let earned = of_root
            .into_iter()
            .filter(|netuid| RootAlphaDividendsPerSubnet::<T>::contains_key(netuid, swap.old))
            .count() as u64;
        let earned = earned
            .saturating_add(AlphaDividendsPerSubnet::<T>::contains_key(netuid, swap.old).into());
        spend(meter, T::WeightInfo::swap_dividend().saturating_mul(earned))
            && Self::payouts_of_swap(netuid, swap).all(|(payout, _)| {
                let pieces = u64::from(payout.pieces.saturating_sub(payout.next));
                spend(meter, T::WeightInfo::payout_piece().saturating_mul(pieces))
            })
    }

    pub(super) fn swap_dividends(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if swap.keep_stake {
            return;
        }
        let accrue = |sum: &mut AlphaBalance, more| sum.saturating_accrue(more);
        let alpha = AlphaDividendsPerSubnet::<T>::take(netuid, swap.old);
        if !alpha.is_zero() {
            AlphaDividendsPerSubnet::<T>::mutate(netuid, swap.new, |sum| accrue(sum, alpha));
        }
        for netuid in Self::root_dividends_of_swap(netuid, swap) {
            let root = RootAlphaDividendsPerSubnet::<T>::take(netuid, swap.old);
            if !root.is_zero() {
                RootAlphaDividendsPerSubnet::<T>::mutate(netuid, swap.new, |sum| accrue(sum, root));
            }
        }
        for (payout, kinds) in Self::payouts_of_swap(netuid, swap) {
            for index in payout.next..payout.pieces {
                Self::swap_rows(payout.netuid, index, swap, kinds);
            }
        }
    }

    /// In one piece, which becomes longer where only a part follows.
    fn swap_rows(netuid: NetUid, index: u32, swap: &HotkeySwap<T::AccountId>, kinds: Kinds) {
        let is_of_old = |(hotkey, ..): &Row<T>| hotkey == swap.old;
        let piece = PayoutRows::<T>::get(netuid, index);
        if !piece.iter().any(is_of_old) {
            return;
        }
        let part = |amount, follows: bool| if follows { amount } else { AlphaBalance::ZERO };
        let (of_old, mut piece): (Vec<Row<T>>, Vec<Row<T>>) =
            piece.into_iter().partition(is_of_old);
        for (_, alpha, root) in of_old {
            let rows: [Row<T>; 2] = [
                (
                    swap.new.clone(),
                    part(alpha, kinds.alpha),
                    part(root, kinds.root),
                ),
                (
                    swap.old.clone(),
                    part(alpha, !kinds.alpha),
                    part(root, !kinds.root),
                ),
            ];
            let is_owed = |(_, alpha, root): &Row<T>| !alpha.is_zero() || !root.is_zero();
            piece.extend(rows.into_iter().filter(is_owed));
        }
        PayoutRows::<T>::insert(netuid, index, piece);
    }
}
