//! Weights that validators set, commit and reveal, and the checks before they enter a block.

use alloc::{vec, vec::Vec};

use frame_support::weights::Weight;
use frame_system::RawOrigin;
use subtensor_primitives::{MechId, NetUidStorageIndex};

use super::{Job, dispatch, job, prepared};
use crate::{
    Admission, Call, ValidatorWeights,
    benchmarking::{
        Prepared, Setup, TAO, account,
        commits::{committer, committer_among_rivals, sealed},
        list,
        reveals::{queue, validating},
        signed,
        states::*,
    },
    consensus::MAX_UIDS,
    pallet::*,
    weights::{Preimage, Reveals, Row as Weighted},
};

/// Targets and weights of a row of so many entries.
fn entries(count: u32) -> (Vec<u16>, Vec<u16>) {
    let targets: Vec<u16> = (0..count as u16).collect();
    let weights = targets.iter().map(|uid| uid + 1).collect();
    (targets, weights)
}

/// A validator of a subnet as large as can be sets so many weights.
fn setting<T: Setup>(count: u32) -> Prepared<T> {
    validator::<T>();
    if count > u32::from(MAX_UIDS) {
        large_subnet::<T>();
    } else {
        full_subnet::<T>();
    }
    let uids = usize::from(SubnetworkN::<T>::get(SUBNET));
    ValidatorPermit::<T>::mutate(SUBNET, |permits| permits.resize(uids, false));
    let (dests, weights) = entries(count);
    let call = Call::set_mechanism_weights {
        netuid: SUBNET,
        mecid: MechId::MAIN,
        dests: list(dests),
        weights: list(weights),
        version_key: 0,
    };
    (signed::<T>(HOTKEY), call)
}

pub(crate) fn set_weights<T: Setup>(count: u32) -> Job {
    dispatch::<T>(setting::<T>(count))
}

/// A validator reveals so many weights, which it has committed to after nine others.
pub(crate) fn reveal_weights<T: Setup>(count: u32) -> Job {
    committer::<T>();
    let (targets, weights) = entries(count);
    let row = Weighted {
        targets: &targets,
        weights: &weights,
        version_key: 0,
    };
    let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
    let hash = Preimage { row, salt: &[1; 8] }.hash(&account::<T>(HOTKEY), index);
    WeightCommits::<T>::mutate(index, account::<T>(HOTKEY), |queue| {
        let queue = queue.as_mut().expect("nine wait");
        queue.push_back((hash, 0, 1, 0));
    });
    SubnetEpochIndex::<T>::insert(SUBNET, 1);
    let call = Call::reveal_mechanism_weights {
        netuid: SUBNET,
        mecid: MechId::MAIN,
        uids: list(targets),
        values: list(weights),
        salt: list(vec![1; 8]),
        version_key: 0,
    };
    dispatch::<T>((signed::<T>(HOTKEY), call))
}

/// A ciphertext of so many bytes of plain text is committed.
fn committing<T: Setup>(plain: u32) -> Prepared<T> {
    let call = Call::commit_timelocked_mechanism_weights {
        netuid: SUBNET,
        mecid: MechId::MAIN,
        commit: sealed(plain as usize),
        reveal_round: 9,
        commit_reveal_version: 4,
    };
    (signed::<T>(HOTKEY), call)
}

/// As many commits wait as there can be.
pub(crate) fn commit_timelocked_weights<T: Setup>(plain: u32) -> Job {
    committer::<T>();
    dispatch::<T>(committing::<T>(plain))
}

/// Others have taken all the room that there is under Null consensus.
pub(crate) fn commit_among_rivals<T: Setup>() -> Job {
    committer_among_rivals::<T>();
    dispatch::<T>(committing::<T>(1_800))
}

/// What is done with a call before it is in a block.
pub(crate) fn check<T: Setup>((origin, call): Prepared<T>) -> Job {
    let RawOrigin::Signed(signer) = origin else {
        panic!("whoever does not sign is not checked");
    };
    job(move || {
        assert!(Admission::<T>::precheck(&signer, &call).is_ok());
        assert!(Admission::<T>::precheck_in_block(&call).is_ok());
        assert!(Admission::<T>::take_free_share(Weight::zero(), 0));
    })
}

fn check_row<T: Setup>(name: &str, case: &str) -> Job {
    check::<T>(prepared::<T>(name, case))
}

/// Of those that are no weights and no work.
pub(crate) fn precheck<T: Setup>() -> Job {
    check_row::<T>("serve_axon_tls", "registered")
}

pub(crate) fn precheck_take<T: Setup>() -> Job {
    check_row::<T>("increase_take", "a delegate")
}

pub(crate) fn precheck_weights<T: Setup>(count: u32) -> Job {
    check::<T>(setting::<T>(count))
}

pub(crate) fn precheck_commit<T: Setup>() -> Job {
    check_row::<T>("commit_weights", "nine wait")
}

pub(crate) fn precheck_sealed<T: Setup>() -> Job {
    check_row::<T>("commit_timelocked_weights", "2 550 wait")
}

pub(crate) fn precheck_among_rivals<T: Setup>() -> Job {
    check_row::<T>("commit_timelocked_weights", "rivals")
}

/// Of a hotkey with so many parents it is seen whether it has stake enough for weights.
pub(crate) fn look_at_parents<T: Setup>(parents: u32) -> Job {
    validator::<T>();
    some_parents::<T>(HOTKEY, parents, TAO);
    StakeThreshold::<T>::put(1);
    job(|| {
        ValidatorWeights::<T>::passes_weights_min_stake(&account::<T>(HOTKEY), SUBNET);
    })
}

/// Of a creation of a subnet, which nobody checks before it is in a block.
pub(crate) fn precheck_creation<T: Setup>() -> Job {
    let (RawOrigin::Signed(signer), call) = prepared::<T>("register_network", "the last netuid")
    else {
        panic!("whoever does not sign is not checked");
    };
    job(move || assert!(Admission::<T>::precheck(&signer, &call).is_ok()))
}

/// The reveals of a block.
fn reveal<T: Setup>() -> Job {
    job(|| {
        Reveals::<T>::of_block(3).go_on();
    })
}

/// So many queues of commits may be revealed whose epoch is to come.
pub(crate) fn look_at_queue<T: Setup>(queues: u32) -> Job {
    validating::<T>();
    let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
    for epoch in 2..2 + u64::from(queues) {
        let bytes = vec![0; 100].try_into().expect("it is short");
        ValidatorWeights::<T>::queue_commit(index, epoch, (account::<T>(HOTKEY), 1, bytes, 9));
    }
    reveal::<T>()
}

/// A queue waits that a block has no room for.
pub(crate) fn remember_queue<T: Setup>() -> Job {
    validating::<T>();
    queue::<T>(1, HOTKEY, 9);
    WaitingCommitQueues::<T>::mutate(|queues| {
        queues.iter_mut().for_each(|queue| queue.bytes = u32::MAX);
    });
    reveal::<T>()
}

/// One commit of so many bytes waits whose epoch is over.
pub(crate) fn visit_commits<T: Setup>(bytes: u32) -> Job {
    validating::<T>();
    let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
    let mut left = bytes as usize;
    while left > 0 {
        let part = left.min(5_000);
        left -= part;
        let bytes = vec![0; part].try_into().expect("it is short");
        // Its round is not known yet, so that it is put back.
        ValidatorWeights::<T>::queue_commit(index, 1, (account::<T>(HOTKEY), 1, bytes, 10));
    }
    // One of them needs a look.
    WaitingCommitQueues::<T>::mutate(|queues| {
        queues.iter_mut().for_each(|queue| queue.first_round = 0);
    });
    reveal::<T>()
}

/// Encrypted weights of a hotkey with so many parents are opened and set.
pub(crate) fn reveal_commit<T: Setup>(parents: u32) -> Job {
    validating::<T>();
    some_parents::<T>(HOTKEY, parents, TAO);
    queue::<T>(1, HOTKEY, 9);
    reveal::<T>()
}
