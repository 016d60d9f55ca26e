//! Payouts of dividends, over many blocks.

use alloc::{vec, vec::Vec};

use frame_support::weights::WeightMeter;

use super::{Job, job};
use crate::{
    Ledger, Payout, PayoutStatus,
    benchmarking::{Setup, TAO, account, states::*},
    pallet::*,
};

/// A payout of the subnet in so many pieces.
fn payout(is_cleared: bool, pieces: u32, owed: u64) -> PayoutStatus {
    PayoutStatus {
        netuid: SUBNET,
        is_cleared,
        next: 0,
        pieces,
        owed: alpha(owed),
    }
}

fn pay<T: Setup>() -> Job {
    reopen_pools::<T>();
    job(|| Payout::<T>::go_on_paying(&mut WeightMeter::new()))
}

/// So many rows of the last epoch are to be removed.
pub(crate) fn forget_dividend<T: Setup>(rows: u32) -> Job {
    chain::<T>();
    for number in 0..u64::from(rows) {
        AlphaDividendsPerSubnet::<T>::insert(SUBNET, account::<T>(number), alpha(1));
    }
    Payouts::<T>::put(vec![payout(false, 0, 0)]);
    pay::<T>()
}

/// So many hotkeys are paid, one piece of them: stakers on root and elsewhere, collateral that is
/// set free, and parents that wait to be valued.
pub(crate) fn pay_dividends<T: Setup>(hotkeys: u32) -> Job {
    chain::<T>();
    let from = VALIDATING;
    let mut rows = Vec::new();
    for number in from..from + u64::from(hotkeys) {
        let hotkey = account::<T>(number);
        own::<T>(number, number);
        stake::<T>(STAKER, number, SUBNET, TAO);
        collateral::<T>(&hotkey);
        seat_on_root::<T>(number);
        suspend::<T>(number);
        rows.push((hotkey, alpha(TAO), alpha(TAO)));
    }
    let owed = 2 * TAO * u64::from(hotkeys);
    Ledger::<T>::mint_alpha_out(SUBNET, alpha(owed));
    PayoutRows::<T>::insert(SUBNET, 0, rows);
    Payouts::<T>::put(vec![payout(true, 1, owed)]);
    pay::<T>()
}
