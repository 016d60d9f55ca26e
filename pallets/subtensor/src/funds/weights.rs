//! What the calls on funds weigh, by what they find; and what claims cost instead (spec 90 §12).
//! Clients foretell the fee of a claim from fixed figures, so it is charged by these. What the
//! block is told is what was found.

use frame_support::weights::Weight;
use subtensor_primitives::NetUid;

use super::ClaimWork;
use crate::{
    Call, Config, Event, Funds, Pallet, WeightInfo, pallet::ClaimFees, weight_info::MAX_SUBNETS,
};

/// Funds and their holdings in a claim of a coldkey.
pub(crate) const MAX_CLAIM_UNITS: u32 = 256;
/// The same in a claim on one hotkey.
pub(crate) const MAX_HOTKEY_CLAIM_UNITS: u32 = 129;
/// Credits that enter the funds of one claim.
pub(super) const MAX_CLAIM_CREDITS: u32 = 512;
/// Most holdings of a fund.
pub(crate) const MAX_ROWS: u32 = MAX_SUBNETS;
/// Most credits in a queue: none is on root.
pub(crate) const MAX_QUEUE: u32 = MAX_SUBNETS.saturating_sub(1);

/// Weight of a change of root stake beside that of any stake, at most.
pub(crate) fn max_weight_of_root_change<T: Config>(netuid: NetUid) -> Weight {
    if netuid.is_root() {
        T::WeightInfo::flush_fund(MAX_QUEUE, MAX_ROWS)
    } else {
        Weight::zero()
    }
}

/// The same on a hotkey as it is now. Costs reads, so no call can declare it.
pub(crate) fn weight_of_root_change<T: Config>(hotkey: &T::AccountId, netuid: NetUid) -> Weight {
    if !netuid.is_root() {
        return Weight::zero();
    }
    match Funds::<T>::count_queued(hotkey) {
        0 => weight_of_settled_root_change::<T>(netuid),
        queued => T::WeightInfo::flush_fund(queued, Funds::<T>::count_rows(hotkey)),
    }
}

/// The same where nothing waits for the fund.
pub(crate) fn weight_of_settled_root_change<T: Config>(netuid: NetUid) -> Weight {
    if netuid.is_root() {
        T::WeightInfo::flush_fund(0, 0)
    } else {
        Weight::zero()
    }
}

/// Weight of the claims of a coldkey, at most. Each credit may be a holding more.
pub(crate) fn weight_of_claim<T: Config>() -> Weight {
    let units = MAX_CLAIM_UNITS.saturating_add(MAX_CLAIM_CREDITS);
    T::WeightInfo::claim_root(MAX_CLAIM_UNITS, units, MAX_CLAIM_CREDITS)
}

/// Weight of a claim on one hotkey, at most.
pub(crate) fn weight_of_hotkey_claim<T: Config>() -> Weight {
    T::WeightInfo::claim_root(0, MAX_ROWS.saturating_add(1), MAX_QUEUE)
}

/// Weight of a deposit into a fund, at most.
pub(crate) fn max_weight_of_deposit<T: Config>() -> Weight {
    weight_of_deposit::<T>(MAX_QUEUE, MAX_ROWS)
}

/// Weight of a deposit into a fund with so many credits in its queue and so many holdings.
pub(super) fn weight_of_deposit<T: Config>(credits: u32, rows: u32) -> Weight {
    // Each credit may be a holding more.
    let rows = rows.saturating_add(credits).clamp(1, MAX_ROWS);
    T::WeightInfo::flush_fund(credits, rows).saturating_add(T::WeightInfo::stake_into_basket(rows))
}

/// Weight of so many trades of a fund, at most.
pub(crate) fn max_weight_of_trades<T: Config>(legs: u32) -> Weight {
    weight_of_trades::<T>(legs, MAX_QUEUE, MAX_ROWS)
}

/// The same of a fund with so many credits in its queue and so many holdings.
pub(super) fn weight_of_trades<T: Config>(legs: u32, credits: u32, rows: u32) -> Weight {
    let rows = rows.saturating_add(credits).min(MAX_ROWS);
    T::WeightInfo::flush_fund(credits, rows).saturating_add(T::WeightInfo::swap_basket(legs, rows))
}

/// Picoseconds of a read and of a write in the figures of claims.
const READ: u64 = 25_000_000;
const WRITE: u64 = 100_000_000;
/// Picoseconds that a claim is charged for before it, at most.
const FEE_CAP: u64 = 249_856_000_000;
/// Units that a claim is charged for before it.
const FEE_UNITS: u64 = 4;
/// Quotes of a flush that it is charged for before it.
const FEE_QUOTES: u64 = 24;

/// Picoseconds of selling on so many holdings.
const fn fee_of_sales(units: u64) -> u64 {
    let reads = units.saturating_mul(22).saturating_add(23);
    let writes = units.saturating_mul(16).saturating_add(18);
    units
        .saturating_mul(437_318_379)
        .saturating_add(567_441_000)
        .saturating_add(reads.saturating_mul(READ))
        .saturating_add(writes.saturating_mul(WRITE))
}

/// Picoseconds of looking at so many holdings.
const fn fee_of_scans(units: u64) -> u64 {
    let reads = units.saturating_mul(21).saturating_add(6);
    units
        .saturating_mul(263_604_241)
        .saturating_add(309_208_000)
        .saturating_add(reads.saturating_mul(READ))
}

/// Picoseconds of flushing so many holdings with so many quotes.
const fn fee_of_flush(quotes: u64, rows: u64) -> u64 {
    quotes
        .saturating_mul(110_000_000)
        .saturating_add(fee_of_sales(rows))
}

/// Picoseconds that a claim is charged for before it.
pub(super) const fn fee_before() -> u64 {
    let sum = fee_of_sales(FEE_UNITS)
        .saturating_add(fee_of_scans(FEE_UNITS))
        .saturating_add(fee_of_flush(FEE_QUOTES, FEE_UNITS));
    if sum < FEE_CAP { sum } else { FEE_CAP }
}

/// How often a call declares that a fund takes in what waits for it.
fn root_changes<T: Config>(call: &Call<T>) -> u64 {
    let count = |netuids: &[NetUid]| netuids.iter().filter(|netuid| netuid.is_root()).count();
    let changes = match call {
        Call::add_stake { netuid, .. }
        | Call::add_stake_limit { netuid, .. }
        | Call::remove_stake { netuid, .. }
        | Call::remove_stake_limit { netuid, .. }
        | Call::remove_stake_full_limit { netuid, .. } => count(&[*netuid]),
        Call::transfer_stake {
            origin_netuid,
            destination_netuid,
            ..
        }
        | Call::transfer_stake_and_hotkey {
            origin_netuid,
            destination_netuid,
            ..
        }
        | Call::swap_stake {
            origin_netuid,
            destination_netuid,
            ..
        }
        | Call::swap_stake_limit {
            origin_netuid,
            destination_netuid,
            ..
        }
        | Call::move_stake {
            origin_netuid,
            destination_netuid,
            ..
        }
        | Call::move_stake_limit {
            origin_netuid,
            destination_netuid,
            ..
        } => count(&[*origin_netuid, *destination_netuid]),
        Call::unstake_all { .. }
        | Call::unstake_all_alpha { .. }
        | Call::root_register { .. }
        | Call::stake_into_basket { .. }
        | Call::swap_basket { .. }
        | Call::swap_basket_many { .. } => 1,
        _ => 0,
    };
    changes as u64
}

impl ClaimWork {
    /// Picoseconds that the claims of a call are charged for.
    pub(super) fn fee(&self) -> u64 {
        let units = self.hotkeys.max(self.sold).max(self.classified).max(1);
        fee_of_sales(units.into())
            .saturating_add(fee_of_scans(self.scanned.into()))
            .min(fee_before())
    }

    fn weight<T: Config>(&self) -> Weight {
        let rows = self
            .rows
            .saturating_add(self.credits)
            .min(self.hotkeys.saturating_mul(MAX_ROWS));
        let units = self.hotkeys.saturating_add(rows);
        T::WeightInfo::claim_root(self.classified, units, self.credits)
    }
}

impl<T: Config> Funds<T> {
    /// Says what the claims of a call have paid; returns what they weigh.
    pub(super) fn end_claims(coldkey: &T::AccountId, work: &ClaimWork) -> Weight {
        if !work.tao.is_zero() {
            Pallet::<T>::deposit_event(Event::RootClaimed {
                coldkey: coldkey.clone(),
                tao: work.tao,
            });
        }
        let weight = work.weight::<T>();
        ClaimFees::<T>::mutate(|(weighed, charged)| {
            *weighed = weighed.saturating_add(weight.ref_time());
            *charged = charged.saturating_add(work.fee());
        });
        weight
    }

    /// Weight that a call declares and that nobody is charged for. What waits for a fund is
    /// everybody's on the hotkey, so that whoever changes root stake there does not pay for it; and
    /// claims have fees of their own.
    pub fn uncharged_weight(call: &Call<T>) -> Weight {
        let charged_before = Weight::from_parts(fee_before(), 0);
        match call {
            Call::claim_root { .. } => weight_of_claim::<T>().saturating_sub(charged_before),
            Call::claim_root_with_hotkey { .. } => {
                weight_of_hotkey_claim::<T>().saturating_sub(charged_before)
            }
            _ => Self::weight_of_flush().saturating_mul(root_changes(call)),
        }
    }

    /// Weight of taking in what waits for a fund, at most.
    fn weight_of_flush() -> Weight {
        let root = NetUid::ROOT;
        max_weight_of_root_change::<T>(root)
            .saturating_sub(weight_of_settled_root_change::<T>(root))
    }

    /// What the claims since this was last asked for have said that they weigh, and what they are
    /// charged for instead.
    pub fn take_claim_fees() -> (Weight, Weight) {
        let (weighed, charged) = ClaimFees::<T>::take();
        let weight = |ref_time| Weight::from_parts(ref_time, 0);
        (weight(weighed), weight(charged))
    }
}
