//! Commits, reveals and batches of weights, in states that give them most to do.

use alloc::{vec, vec::Vec};

use codec::Compact;
use sp_core::H256;
use subtensor_primitives::{MechId, NetUidStorageIndex};
use subtensor_timelock::{Secrets, public_key, seal};

use super::{BEACON_SECRET, Setup, account, list, rows::Row, signed, states::*};
use crate::{
    Call, EpochConsensus, ValidatorWeights,
    consensus::MAX_MECHANISMS,
    pallet::*,
    weights::{Preimage, Row as Weighted},
};

/// Uids and weights of a full row.
pub(crate) fn full_row() -> (Vec<u16>, Vec<u16>) {
    let targets: Vec<u16> = (0..256).collect();
    let weights = targets.iter().map(|uid| uid + 1).collect();
    (targets, weights)
}

/// A validator that may commit, with nine commits that wait.
pub(crate) fn committer<T: Setup>() {
    validator::<T>();
    CommitRevealWeightsEnabled::<T>::insert(SUBNET, true);
    let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
    let queue: alloc::collections::VecDeque<_> = (0..9).map(|_| (H256::zero(), 0, 1, 0)).collect();
    WeightCommits::<T>::insert(index, account::<T>(HOTKEY), queue);
    let others = (0..255).flat_map(|uid| core::iter::repeat_n(1_000 + uid, 10));
    for hotkey in others {
        let commit = (account::<T>(hotkey), 1, Default::default(), 9);
        ValidatorWeights::<T>::queue_commit(index, 0, commit);
    }
}

/// A validator that has committed to a full row and may reveal it.
fn revealer<T: Setup>() {
    committer::<T>();
    let (targets, weights) = full_row();
    let row = Weighted {
        targets: &targets,
        weights: &weights,
        version_key: 0,
    };
    let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
    let hash = Preimage { row, salt: &[1; 8] }.hash(&account::<T>(HOTKEY), index);
    WeightCommits::<T>::mutate(index, account::<T>(HOTKEY), |queue| {
        queue.as_mut().unwrap().push_back((hash, 0, 1, 0));
    });
    SubnetEpochIndex::<T>::insert(SUBNET, 1);
}

/// A committer under Null consensus: on all mechanisms there may be, others with as many parents
/// have taken all the room.
pub(crate) fn committer_among_rivals<T: Setup>() {
    validator::<T>();
    CommitRevealWeightsEnabled::<T>::insert(SUBNET, true);
    SubnetEpochConsensus::<T>::insert(SUBNET, EpochConsensus::Null);
    MechanismCountCurrent::<T>::insert(SUBNET, MechId::new(MAX_MECHANISMS));
    let rivals = [11, HOTKEY + 1];
    for rival in rivals {
        parents::<T>(rival, 0);
    }
    for mechanism in 0..MAX_MECHANISMS {
        let index = NetUidStorageIndex::from_parts(SUBNET, MechId::new(mechanism));
        for rival in rivals {
            let bytes = vec![0; 2_048].try_into().unwrap();
            ValidatorWeights::<T>::queue_commit(index, 0, (account::<T>(rival), 1, bytes, 9));
        }
    }
}

fn ciphertext() -> crate::weights::CommitPayload {
    sealed(4_756)
}

/// A ciphertext of so many bytes of plain text.
pub(crate) fn sealed(plain: usize) -> crate::weights::CommitPayload {
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    let sealed = seal(&public_key(&BEACON_SECRET), 9, &secrets, &vec![0; plain]);
    sealed.unwrap().try_into().unwrap()
}

pub(crate) fn commits<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("commit_weights", "nine wait", || {
            committer::<T>();
            let call = Call::commit_weights {
                netuid: SUBNET,
                commit_hash: H256::zero(),
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("commit_mechanism_weights", "nine wait", || {
            committer::<T>();
            let call = Call::commit_mechanism_weights {
                netuid: SUBNET,
                mecid: MechId::MAIN,
                commit_hash: H256::zero(),
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("batch_commit_weights", "one subnet, nine wait", || {
            committer::<T>();
            let call = Call::batch_commit_weights {
                netuids: list(vec![Compact(SUBNET)]),
                commit_hashes: list(vec![H256::zero()]),
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("batch_set_weights", "one subnet, 256 entries", || {
            validator::<T>();
            let (targets, weights) = full_row();
            let row = targets.into_iter().zip(weights);
            let call = Call::batch_set_weights {
                netuids: list(vec![Compact(SUBNET)]),
                weights: list(vec![list(
                    row.map(|(uid, weight)| (Compact(uid), Compact(weight)))
                        .collect(),
                )]),
                version_keys: list(vec![Compact(0)]),
            };
            (signed::<T>(HOTKEY), call)
        }),
    ]
}

pub(crate) fn timelocked_commits<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("commit_timelocked_weights", "2 550 wait", || {
            committer::<T>();
            let call = Call::commit_timelocked_weights {
                netuid: SUBNET,
                commit: ciphertext(),
                reveal_round: 9,
                commit_reveal_version: 4,
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("commit_timelocked_weights", "three parents", || {
            validator_of_few::<T>();
            CommitRevealWeightsEnabled::<T>::insert(SUBNET, true);
            let call = Call::commit_timelocked_weights {
                netuid: SUBNET,
                commit: ciphertext(),
                reveal_round: 9,
                commit_reveal_version: 4,
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("commit_timelocked_weights", "rivals", || {
            committer_among_rivals::<T>();
            let call = Call::commit_timelocked_weights {
                netuid: SUBNET,
                commit: sealed(1_800),
                reveal_round: 9,
                commit_reveal_version: 4,
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("commit_timelocked_mechanism_weights", "2 550 wait", || {
            committer::<T>();
            let call = Call::commit_timelocked_mechanism_weights {
                netuid: SUBNET,
                mecid: MechId::MAIN,
                commit: ciphertext(),
                reveal_round: 9,
                commit_reveal_version: 4,
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("commit_crv3_mechanism_weights", "2 550 wait", || {
            committer::<T>();
            let call = Call::commit_crv3_mechanism_weights {
                netuid: SUBNET,
                mecid: MechId::MAIN,
                commit: ciphertext(),
                reveal_round: 9,
            };
            (signed::<T>(HOTKEY), call)
        }),
    ]
}

pub(crate) fn reveals<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("reveal_weights", "256 entries, nine before it", || {
            revealer::<T>();
            let (targets, weights) = full_row();
            let call = Call::reveal_weights {
                netuid: SUBNET,
                uids: list(targets),
                values: list(weights),
                salt: list(vec![1; 8]),
                version_key: 0,
            };
            (signed::<T>(HOTKEY), call)
        }),
        (
            "reveal_mechanism_weights",
            "256 entries, nine before it",
            || {
                revealer::<T>();
                let (targets, weights) = full_row();
                let call = Call::reveal_mechanism_weights {
                    netuid: SUBNET,
                    mecid: MechId::MAIN,
                    uids: list(targets),
                    values: list(weights),
                    salt: list(vec![1; 8]),
                    version_key: 0,
                };
                (signed::<T>(HOTKEY), call)
            },
        ),
        (
            "batch_reveal_weights",
            "256 entries, nine before it",
            || {
                revealer::<T>();
                let (targets, weights) = full_row();
                let call = Call::batch_reveal_weights {
                    netuid: SUBNET,
                    uids_list: list(vec![list(targets)]),
                    values_list: list(vec![list(weights)]),
                    salts_list: list(vec![list(vec![1; 8])]),
                    version_keys: list(vec![0]),
                };
                (signed::<T>(HOTKEY), call)
            },
        ),
    ]
}
