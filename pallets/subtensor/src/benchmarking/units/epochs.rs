//! Epochs and what comes with them.

use alloc::{vec, vec::Vec};

use subtensor_primitives::NetUidStorageIndex;

use super::{Job, job};
use crate::{
    Coinbase, Neurons, Payout, Scores, Voting,
    benchmarking::{Setup, TAO, account, reveals, states::*},
    children::MAX_PARENTS,
    consensus::{Earned, Snapshot},
    emission::Pots,
    pallet::*,
};

/// Runs the epoch that is due.
fn run<T: Setup>() -> Job {
    reopen_pools::<T>();
    job(|| {
        let (stepped, _) = Coinbase::<T>::run_due_epochs(&[SUBNET], 3);
        assert_eq!(stepped, [SUBNET]);
    })
}

/// Switches on what makes consensus dearest, with a row of bonds for each validator.
fn dearest<T: Setup>(uids: u16, validators: u16) {
    Yuma3On::<T>::insert(SUBNET, true);
    LiquidAlphaOn::<T>::insert(SUBNET, true);
    let index = NetUidStorageIndex::from(SUBNET);
    let row: Vec<(u16, u16)> = (0..uids).map(|target| (target, 1 + target)).collect();
    for validator in 0..validators {
        Bonds::<T>::insert(index, validator, &row);
    }
}

/// An epoch of so many uids, one of which validates the others.
pub(crate) fn epoch<T: Setup>(uids: u32) -> Job {
    chain::<T>();
    epoch_of::<T>(uids as u16, 1, 0);
    fill_pots::<T>();
    run::<T>()
}

/// An epoch of 256 uids, so many of which validate all of them.
pub(crate) fn epoch_rows<T: Setup>(validators: u32) -> Job {
    chain::<T>();
    epoch_of::<T>(256, validators as u16, 0);
    dearest::<T>(256, validators as u16);
    run::<T>()
}

/// An epoch of 256 uids, so many of which validate, with 128 parents each. Nobody earns anything.
pub(crate) fn epoch_parents<T: Setup>(validators: u32) -> Job {
    chain::<T>();
    epoch_of::<T>(256, validators as u16, MAX_PARENTS);
    run::<T>()
}

/// An epoch of Null consensus of so many uids.
pub(crate) fn null_epoch<T: Setup>(uids: u32) -> Job {
    due_null_epoch::<T>(uids as u16);
    run::<T>()
}

/// Dividing what so many validators earned with 128 parents each.
pub(crate) fn divide_dividends<T: Setup>(validators: u32) -> Job {
    chain::<T>();
    epoch_of::<T>(256, validators as u16, MAX_PARENTS);
    fill_pots::<T>();
    let pots = Coinbase::<T>::pots(SUBNET);
    let earned: Vec<_> = (VALIDATING..VALIDATING + u64::from(validators))
        .map(|hotkey| Earned {
            hotkey: account::<T>(hotkey),
            incentive: alpha(0),
            dividend: alpha(TAO),
        })
        .collect();
    let pots = Pots {
        owner: alpha(0),
        server: alpha(0),
        ..pots
    };
    job(move || {
        let hotkeys = Payout::<T>::pay_epoch(SUBNET, pots, &earned);
        assert_eq!(hotkeys, validators * (1 + MAX_PARENTS));
    })
}

/// So many hotkeys have voting power, and none of them validates any more.
pub(crate) fn voting_power<T: Setup>(powers: u32) -> Job {
    chain::<T>();
    populated_subnet::<T>(256);
    let _ = VotingPower::<T>::clear_prefix(SUBNET, u32::MAX, None);
    for hotkey in Neurons::<T>::hotkeys(SUBNET).take(powers as usize) {
        VotingPower::<T>::insert(SUBNET, hotkey, 1);
    }
    note_epoch::<T>()
}

/// So many hotkeys validate, and none of them had voting power.
pub(crate) fn voting_power_of<T: Setup>(validators: u32) -> Job {
    chain::<T>();
    populated_subnet::<T>(256);
    let _ = VotingPower::<T>::clear_prefix(SUBNET, u32::MAX, None);
    let hotkeys: Vec<_> = Neurons::<T>::hotkeys(SUBNET).collect();
    let mut permits = vec![false; 256];
    for (hotkey, permit) in hotkeys.iter().zip(&mut permits).take(validators as usize) {
        TotalHotkeyAlpha::<T>::insert(hotkey, SUBNET, alpha(TAO));
        *permit = true;
    }
    ValidatorPermit::<T>::insert(SUBNET, permits);
    note_epoch::<T>()
}

fn note_epoch<T: Setup>() -> Job {
    VotingPowerErasures::<T>::insert(SUBNET, ());
    let snapshot = Snapshot::<T>::read(SUBNET).expect("the state of the subnet is consistent");
    job(move || {
        Voting::<T>::note_epoch(&snapshot);
    })
}

/// A hotkey with bonds in the rows of all uids of as many mechanisms as there can be.
pub(crate) fn reset_bonds<T: Setup>() -> Job {
    reveals::bonded::<T>(16);
    let hotkey = account::<T>(HOTKEY);
    job(move || Scores::<T>::reset_bonds(SUBNET, &hotkey))
}
