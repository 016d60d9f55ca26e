//! Registrations, and what is known of neurons and their owners.

use frame_support::weights::WeightMeter;

use super::{Job, dispatch, job, weights::check};
use crate::{
    Call, Neurons, Voting,
    benchmarking::{
        Prepared, Setup, account,
        rows::{identity_call, register, standing_collateral, working},
        signed,
        states::*,
    },
    pallet::*,
};

/// A registration on a full subnet of so many uids, with the first collateral.
pub(crate) fn burned_register<T: Setup>(uids: u32) -> Job {
    chain::<T>();
    null_subnet::<T>(uids as u16);
    standing_collateral::<T>(78);
    suspend::<T>(77);
    dispatch::<T>((signed::<T>(OWNER), register::<T>()))
}

/// A registration by work on a full subnet of so many uids.
fn by_work<T: Setup>(uids: u32) -> Prepared<T> {
    chain::<T>();
    null_subnet::<T>(uids as u16);
    (signed::<T>(OWNER), working::<T>())
}

pub(crate) fn pow_register<T: Setup>(uids: u32) -> Job {
    dispatch::<T>(by_work::<T>(uids))
}

pub(crate) fn precheck_work<T: Setup>(uids: u32) -> Job {
    check::<T>(by_work::<T>(uids))
}

/// A seat on a full root, in the place of a hotkey with a fund; everybody there lends to the owners
/// of so many subnets.
pub(crate) fn root_register<T: Setup>(subnets: u32) -> Job {
    some_subnets::<T>(subnets);
    full_root::<T>();
    lend_to_owners::<T>();
    let call = Call::root_register {
        hotkey: account::<T>(77),
    };
    dispatch::<T>((signed::<T>(OWNER), call))
}

/// What a coldkey says, of whose so many hotkeys only the last has a uid.
pub(crate) fn set_identity<T: Setup>(hotkeys: u32) -> Job {
    chain::<T>();
    own_all::<T>(4, hotkeys as usize);
    let last = OwnedHotkeys::<T>::get(account::<T>(4)).pop();
    Neurons::<T>::append_neuron(SUBNET, &last.expect("it has hotkeys"), 1);
    dispatch::<T>((signed::<T>(4), identity_call::<T>()))
}

fn erase<T: Setup>() -> Job {
    job(|| Voting::<T>::go_on_erasing(&mut WeightMeter::new()))
}

pub(crate) fn look_for_erasures<T: Setup>() -> Job {
    erase::<T>()
}

/// Voting power of so many hotkeys is erased.
pub(crate) fn erase_voting_power<T: Setup>(rows: u32) -> Job {
    chain::<T>();
    for number in 0..u64::from(rows) {
        VotingPower::<T>::insert(SUBNET, account::<T>(700_000 + number), 1);
    }
    TotalVotingPower::<T>::insert(SUBNET, u64::from(rows));
    VotingPowerErasures::<T>::insert(SUBNET, ());
    erase::<T>()
}
