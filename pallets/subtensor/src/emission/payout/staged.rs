//! Dividends are decided with their epoch and paid as far as a block has room for them (spec 10
//! §13.3). Every validator may have as many hotkeys beside it as it has parents, too many for one
//! block, so the rest waits in pieces for the next ones. Until then it is alpha of the payout, and
//! the subnet's next epoch waits.

#[cfg(test)]
mod tests;

use alloc::{collections::BTreeSet, vec::Vec};
#[cfg(feature = "try-runtime")]
use frame_support::ensure;
use frame_support::{traits::Get, weights::WeightMeter};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Collateral, Config, Payout, PayoutStatus, WeightInfo,
    domain::{Domain, HotkeySwap, Renumbering, drain, spend},
    pallet::{AlphaDividendsPerSubnet, PayoutRows, Payouts, RootAlphaDividendsPerSubnet},
};
#[cfg(feature = "try-runtime")]
use crate::{Dissolution, Subnets};

/// Hotkey, alpha earned by alpha and by root stake.
pub(super) type Row<T> = (
    <T as frame_system::Config>::AccountId,
    AlphaBalance,
    AlphaBalance,
);

/// Hotkeys of a piece.
pub(super) const ROWS_PER_PIECE: usize = 64;
/// Payouts may take one part of so many of a block.
const BLOCK_TO_PAYOUTS: u64 = 8;

impl<T: Config> Payout<T> {
    /// Whether dividends of the last epoch are still to be paid.
    pub fn is_being_paid(netuid: NetUid) -> bool {
        Payouts::<T>::get()
            .iter()
            .any(|payout| payout.netuid == netuid)
    }

    /// Subnets whose dividends are still to be paid.
    pub(crate) fn subnets_being_paid() -> BTreeSet<NetUid> {
        let payouts = Payouts::<T>::get();
        payouts.iter().map(|payout| payout.netuid).collect()
    }

    /// Alpha of dividends that are decided and not paid yet, rao.
    pub fn unpaid_dividends(netuid: NetUid) -> AlphaBalance {
        let payouts = Payouts::<T>::get();
        let payout = payouts.iter().find(|payout| payout.netuid == netuid);
        payout.map_or(AlphaBalance::ZERO, |payout| payout.owed)
    }

    /// What a block can spare for payouts, or what one hotkey takes if that is more: no block is
    /// without progress.
    pub(crate) fn payout_meter() -> WeightMeter {
        let share = T::BlockWeights::get()
            .max_block
            .saturating_div(BLOCK_TO_PAYOUTS);
        let min = T::WeightInfo::payouts()
            .saturating_add(T::WeightInfo::payout_piece())
            .saturating_add(T::WeightInfo::pay_dividends(1));
        WeightMeter::with_limit(share.max(min))
    }

    /// Queues the dividends of an epoch. The subnet has no other payout under way.
    pub(super) fn queue_payout(netuid: NetUid, rows: &[Row<T>]) {
        let pieces = rows.chunks(ROWS_PER_PIECE);
        let count = pieces.len() as u32;
        for (index, piece) in (0u32..).zip(pieces) {
            let piece: Vec<Row<T>> = piece.iter().rev().cloned().collect();
            PayoutRows::<T>::insert(netuid, index, piece);
        }
        Payouts::<T>::append(PayoutStatus {
            netuid,
            is_cleared: false,
            next: 0,
            pieces: count,
            owed: rows
                .iter()
                .map(|(_, alpha, root)| alpha.saturating_add(*root))
                .sum(),
        });
    }

    /// Goes on with the payouts, the oldest first, until none is left or the meter is spent.
    pub(crate) fn go_on_paying(meter: &mut WeightMeter) {
        Self::pay_queued(meter, |_| true);
    }

    /// Goes on with the payout of one subnet; says whether none is left.
    pub(crate) fn finish_payout(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        Self::pay_queued(meter, |payout| payout.netuid == netuid)
    }

    /// Goes on with the payouts that are wanted; says whether none of them is left.
    fn pay_queued(meter: &mut WeightMeter, is_wanted: impl Fn(&PayoutStatus) -> bool) -> bool {
        if meter.try_consume(T::WeightInfo::payouts()).is_err() {
            return false;
        }
        let mut payouts = Payouts::<T>::get();
        let (count, mut is_spent) = (payouts.len(), false);
        payouts.retain_mut(|payout| {
            let is_done = !is_spent && is_wanted(payout) && Self::pay_out_rows(payout, meter);
            is_spent = is_spent || (is_wanted(payout) && !is_done);
            !is_done
        });
        if payouts.is_empty() {
            Payouts::<T>::kill();
        } else if count > 0 {
            Payouts::<T>::put(payouts);
        }
        !is_spent
    }

    /// Pays until nobody is left or the meter is spent; says whether nobody is left.
    fn pay_out_rows(payout: &mut PayoutStatus, meter: &mut WeightMeter) -> bool {
        let netuid = payout.netuid;
        if !payout.is_cleared {
            if !Self::clear_dividends(netuid, meter) {
                return false;
            }
            payout.is_cleared = true;
        }
        let has_collateral = Collateral::<T>::is_anywhere_on(netuid);
        while payout.next < payout.pieces {
            if !spend(meter, T::WeightInfo::payout_piece()) {
                return false;
            }
            let mut piece = PayoutRows::<T>::take(netuid, payout.next);
            while !piece.is_empty() && spend(meter, T::WeightInfo::pay_dividends(1)) {
                let Some((hotkey, alpha, root)) = piece.pop() else {
                    break;
                };
                Self::pay_validator(&hotkey, netuid, alpha, has_collateral);
                Self::pay_root(&hotkey, netuid, root);
                payout.owed = payout.owed.saturating_sub(alpha.saturating_add(root));
            }
            if !piece.is_empty() {
                PayoutRows::<T>::insert(netuid, payout.next, piece);
                return false;
            }
            payout.next = payout.next.saturating_add(1);
        }
        true
    }

    /// Removes the rows of the last epoch; says whether none is left.
    fn clear_dividends(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let alpha = AlphaDividendsPerSubnet::<T>::drain_prefix(netuid);
        let root = RootAlphaDividendsPerSubnet::<T>::drain_prefix(netuid);
        drain(
            alpha.chain(root),
            T::WeightInfo::forget_dividend(),
            meter,
            |_| (),
        )
    }
}

impl<T: Config> Domain<T> for Payout<T> {
    /// The rows of the last epoch.
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let alpha = AlphaDividendsPerSubnet::<T>::drain_prefix(netuid);
        let root = RootAlphaDividendsPerSubnet::<T>::drain_prefix(netuid);
        drain(alpha.chain(root), T::WeightInfo::erase_row(), meter, |_| ())
    }

    fn renumber_uids(netuid: NetUid, uids: &Renumbering<T::AccountId>) {
        for hotkey in &uids.gone {
            AlphaDividendsPerSubnet::<T>::remove(netuid, hotkey);
        }
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        Self::weigh_swap(netuid, swap, meter)
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        Self::swap_dividends(netuid, swap);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_payouts()
    }
}

#[cfg(feature = "try-runtime")]
impl<T: Config> Payout<T> {
    /// Every payout is queued once, for a subnet that there is, and owes what its rows say.
    pub(crate) fn check_payouts() -> Result<(), sp_runtime::TryRuntimeError> {
        let payouts = Payouts::<T>::get();
        let mut pieces = 0u32;
        for payout in &payouts {
            let netuid = payout.netuid;
            let same = payouts.iter().filter(|other| other.netuid == netuid);
            ensure!(same.count() == 1, "a subnet has two payouts");
            ensure!(
                Subnets::<T>::subnet_exists(netuid) || Dissolution::<T>::is_being_dissolved(netuid),
                "a payout is for a subnet that is gone"
            );
            pieces = pieces.saturating_add(payout.pieces.saturating_sub(payout.next));
            let owed: AlphaBalance = PayoutRows::<T>::iter_prefix_values(netuid)
                .flatten()
                .map(|(_, alpha, root)| alpha.saturating_add(root))
                .sum();
            ensure!(
                owed == payout.owed,
                "a payout does not owe what its rows say"
            );
        }
        ensure!(
            PayoutRows::<T>::iter_keys().count() == pieces as usize,
            "there are dividends that no payout pays"
        );
        Ok(())
    }
}
