//! Commits, reveals and commitments: by which number the pool turns them away, and with which error
//! the call itself fails where it gets past the pool.

use alloc::collections::VecDeque;
use codec::{Compact, Encode};
use frame_support::storage::{TransactionOutcome, with_transaction_unchecked};
use pallet_commitments::{
    Call as Commit, Error as CommitmentsError,
    types::{CommitmentInfo, Data},
};
use pallet_drand::LastStoredRound;
use pallet_subtensor::{
    Error, SubnetEpochIndex, Tempo, WeightCommits,
    weights::{BatchList, CommitPayload},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult, traits::Dispatchable};
use subtensor_primitives::NetUidStorageIndex;
use subtensor_timelock::{Secrets, public_key, seal};

use super::*;
use crate::RuntimeOrigin;

const SALT: [u16; 2] = [5, 6];
/// Epochs that have been.
const EPOCH: u64 = 10;

type CoreError = Error<Runtime>;

/// A chain where weights are committed and no epoch is due.
fn chain() -> sp_io::TestExternalities {
    let mut chain = chain_with_subnet();
    chain.execute_with(|| {
        Tempo::<Runtime>::insert(SUBNET, 0);
        SubnetEpochIndex::<Runtime>::insert(SUBNET, EPOCH);
        WeightsSetRateLimit::<Runtime>::insert(SUBNET, 0);
        CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, true);
    });
    chain
}

/// What the call does past the pool; nothing of it stays.
fn outcome(who: Sr25519Keyring, call: RuntimeCall) -> DispatchResult {
    with_transaction_unchecked(|| {
        let result = call.dispatch(RuntimeOrigin::signed(who.to_account_id()));
        TransactionOutcome::Rollback(result.map(|_| ()).map_err(|failed| failed.error))
    })
}

fn assert_refused(
    who: Sr25519Keyring,
    call: &RuntimeCall,
    code: u8,
    error: impl Into<DispatchError>,
) {
    assert_eq!(pool_verdict(who, call.clone()), custom(code), "{call:?}");
    assert_eq!(outcome(who, call.clone()), Err(error.into()), "{call:?}");
}

fn assert_taken(who: Sr25519Keyring, call: &RuntimeCall) {
    assert_eq!(pool_verdict(who, call.clone()), Ok(()), "{call:?}");
    assert_eq!(outcome(who, call.clone()), Ok(()), "{call:?}");
}

fn commits_by_hash(netuid: NetUid) -> [RuntimeCall; 2] {
    let (mecid, commit_hash) = (MechId::MAIN, H256::zero());
    [
        core(Call::commit_weights {
            netuid,
            commit_hash,
        }),
        core(Call::commit_mechanism_weights {
            netuid,
            mecid,
            commit_hash,
        }),
    ]
}

fn ciphertext() -> Vec<u8> {
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    seal(&public_key(&[7; 32]), 9, &secrets, b"a row").expect("the key is a point")
}

fn sealed_commits(netuid: NetUid, bytes: Vec<u8>) -> [RuntimeCall; 3] {
    let commit: CommitPayload = bytes.try_into().expect("it can be decoded");
    let (mecid, reveal_round, commit_reveal_version) = (MechId::MAIN, 9, 4);
    [
        core(Call::commit_timelocked_weights {
            netuid,
            commit: commit.clone(),
            reveal_round,
            commit_reveal_version,
        }),
        core(Call::commit_timelocked_mechanism_weights {
            netuid,
            mecid,
            commit: commit.clone(),
            reveal_round,
            commit_reveal_version,
        }),
        core(Call::commit_crv3_mechanism_weights {
            netuid,
            mecid,
            commit,
            reveal_round,
        }),
    ]
}

/// All weight of a hotkey on uid 0, revealed in the three ways.
fn reveals(salt: [u16; 2]) -> [RuntimeCall; 3] {
    let (netuid, mecid, version_key) = (SUBNET, MechId::MAIN, 0);
    let (uids, values, salt) = (vec![0], vec![1], salt.to_vec());
    [
        core(Call::reveal_weights {
            netuid,
            uids: list(uids.clone()),
            values: list(values.clone()),
            salt: list(salt.clone()),
            version_key,
        }),
        core(Call::reveal_mechanism_weights {
            netuid,
            mecid,
            uids: list(uids.clone()),
            values: list(values.clone()),
            salt: list(salt.clone()),
            version_key,
        }),
        core(Call::batch_reveal_weights {
            netuid,
            uids_list: list(vec![list(uids)]),
            values_list: list(vec![list(values)]),
            salts_list: list(vec![list(salt)]),
            version_keys: list(vec![version_key]),
        }),
    ]
}

/// What `reveals` reveals was committed in an epoch.
fn commit_in(who: Sr25519Keyring, epoch: u64) {
    let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
    let (uids, values, salt) = (vec![0u16], vec![1u16], SALT.to_vec());
    let preimage = (who.to_account_id(), index, uids, values, salt, 0u64);
    let hash = H256(preimage.using_encoded(sp_io::hashing::blake2_256));
    let queue = VecDeque::from([(hash, epoch, 1, 0)]);
    WeightCommits::<Runtime>::insert(index, who.to_account_id(), queue);
}

#[test]
fn commits_need_stake_a_uid_and_patience() {
    chain().execute_with(|| {
        let batch = core(Call::batch_commit_weights {
            netuids: list(vec![Compact(SUBNET)]),
            commit_hashes: list(vec![H256::zero()]),
        });
        let calls = || {
            let sealed = sealed_commits(SUBNET, ciphertext());
            commits_by_hash(SUBNET).into_iter().chain(sealed)
        };
        for call in calls() {
            assert_taken(Alice, &call);
            assert_refused(Bob, &call, 19, CoreError::HotKeyNotRegisteredInSubNet);
        }
        assert_taken(Alice, &batch);
        // What fails in a batch is said by events, but then it is not free.
        assert_eq!(pool_verdict(Bob, batch.clone()), custom(19));
        assert_eq!(outcome(Bob, batch.clone()), Ok(()));
        StakeThreshold::<Runtime>::put(1);
        for call in calls().chain([batch.clone()]) {
            assert_refused(Bob, &call, 1, CoreError::NotEnoughStakeToSetWeights);
        }
        StakeThreshold::<Runtime>::put(0);
        // A registration counts as an update.
        WeightsSetRateLimit::<Runtime>::insert(SUBNET, 1_000);
        for call in calls() {
            assert_refused(Alice, &call, 6, CoreError::CommittingWeightsTooFast);
        }
        assert_eq!(pool_verdict(Alice, batch.clone()), custom(6));
        CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, false);
        for call in calls() {
            assert_refused(Alice, &call, 255, CoreError::CommitRevealDisabled);
        }
        assert_eq!(pool_verdict(Alice, batch), custom(255));
    });
}

#[test]
fn commits_name_a_mechanism_that_is_there() {
    chain().execute_with(|| {
        for (netuid, error) in [
            (NetUid::ROOT, CoreError::CanNotSetRootNetworkWeights),
            (NetUid::new(77), CoreError::MechanismDoesNotExist),
        ] {
            let error = DispatchError::from(error);
            let sealed = sealed_commits(netuid, ciphertext());
            for call in commits_by_hash(netuid).into_iter().chain(sealed) {
                assert_refused(Alice, &call, 255, error);
            }
        }
    });
}

#[test]
fn ten_hashes_wait() {
    chain().execute_with(|| {
        let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
        let queue: VecDeque<_> = (0..10).map(|_| (H256::zero(), EPOCH, 1, 0)).collect();
        WeightCommits::<Runtime>::insert(index, Alice.to_account_id(), queue);
        for call in commits_by_hash(SUBNET) {
            assert_refused(Alice, &call, 255, CoreError::TooManyUnrevealedCommits);
        }
    });
}

#[test]
fn sealed_commits_are_ciphertexts_of_rounds_to_come() {
    chain().execute_with(|| {
        for call in sealed_commits(SUBNET, vec![0; 5_001]) {
            assert_refused(Alice, &call, 255, CoreError::CommitPayloadTooLarge);
        }
        for call in sealed_commits(SUBNET, vec![0; 300]) {
            assert_refused(Alice, &call, 255, CoreError::IncorrectCommitRevealVersion);
        }
        LastStoredRound::<Runtime>::put(9);
        for call in sealed_commits(SUBNET, ciphertext()) {
            assert_taken(Alice, &call);
        }
        LastStoredRound::<Runtime>::put(10);
        for call in sealed_commits(SUBNET, ciphertext()) {
            assert_refused(Alice, &call, 15, CoreError::InvalidRevealRound);
        }
    });
}

#[test]
fn reveals_find_their_commit_in_its_epoch() {
    chain().execute_with(|| {
        for call in reveals(SALT) {
            assert_refused(Alice, &call, 16, CoreError::NoWeightsCommitFound);
        }
        commit_in(Alice, EPOCH - 1);
        for call in reveals(SALT) {
            assert_taken(Alice, &call);
        }
        // The call says it more finely than the pool.
        for call in reveals([6, 5]) {
            assert_refused(Alice, &call, 16, CoreError::InvalidRevealCommitHashNotMatch);
        }
        commit_in(Alice, EPOCH);
        for call in reveals(SALT) {
            assert_refused(Alice, &call, 17, CoreError::RevealTooEarly);
        }
        commit_in(Alice, EPOCH - 2);
        for call in reveals(SALT) {
            assert_refused(Alice, &call, 17, CoreError::ExpiredWeightCommit);
        }
        commit_in(Bob, EPOCH - 1);
        for call in reveals(SALT) {
            assert_refused(Bob, &call, 19, CoreError::HotKeyNotRegisteredInSubNet);
        }
        StakeThreshold::<Runtime>::put(1);
        for call in reveals(SALT) {
            assert_eq!(pool_verdict(Bob, call), custom(1));
        }
        CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, false);
        commit_in(Alice, EPOCH - 1);
        for call in reveals(SALT) {
            assert_refused(Alice, &call, 255, CoreError::CommitRevealDisabled);
        }
    });
}

#[test]
fn batches_have_lists_of_one_length_and_a_subnet_once() {
    chain().execute_with(|| {
        let subnets = |count| list(vec![Compact(SUBNET); count]);
        let commit = |netuids, hashes| {
            let commit_hashes = list(vec![H256::zero(); hashes]);
            core(Call::batch_commit_weights {
                netuids: subnets(netuids),
                commit_hashes,
            })
        };
        let set = |netuids, rows, keys| {
            let weights: BatchList<_> = list(vec![list(vec![(Compact(0), Compact(1))]); rows]);
            core(Call::batch_set_weights {
                netuids: subnets(netuids),
                weights,
                version_keys: list(vec![Compact(0); keys]),
            })
        };
        let reveal = |rows, salts| {
            let item = list(vec![0]);
            core(Call::batch_reveal_weights {
                netuid: SUBNET,
                uids_list: list(vec![item.clone(); rows]),
                values_list: list(vec![item.clone(); rows]),
                salts_list: list(vec![item; salts]),
                version_keys: list(vec![0; rows]),
            })
        };
        for call in [commit(1, 2), set(1, 2, 1), set(1, 1, 0), reveal(1, 2)] {
            assert_refused(Alice, &call, 18, CoreError::InputLengthsUnequal);
        }
        for call in [commit(0, 0), set(0, 0, 0), reveal(0, 0)] {
            assert_refused(Alice, &call, 255, CoreError::InvalidBatchLength);
        }
        assert_eq!(pool_verdict(Alice, commit(2, 2)), custom(6));
        assert_eq!(pool_verdict(Alice, set(1, 1, 1)), custom(255));
        CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, false);
        assert_taken(Alice, &set(1, 1, 1));
        assert_eq!(pool_verdict(Alice, set(2, 2, 2)), custom(6));
        assert_eq!(pool_verdict(Bob, set(1, 1, 1)), custom(19));
        StakeThreshold::<Runtime>::put(1);
        assert_eq!(pool_verdict(Bob, set(1, 1, 1)), custom(1));
    });
}

#[test]
fn commitments_have_no_numbers_of_their_own() {
    chain().execute_with(|| {
        let commitment = |fields: Vec<Data>| {
            let fields = fields.try_into().expect("there are at most three");
            RuntimeCall::Commitments(Commit::set_commitment {
                netuid: SUBNET,
                info: Box::new(CommitmentInfo { fields }),
            })
        };
        let raw = commitment(vec![Data::Raw(
            vec![1; 101].try_into().expect("it is short"),
        )]);
        assert_taken(Alice, &raw);
        let error = CommitmentsError::<Runtime>::AccountNotAllowedCommit;
        assert_refused(Bob, &raw, 255, error);
        let failed = commitment(vec![Data::TimelockRevealFailed {
            encrypted: Default::default(),
            reveal_round: 1,
        }]);
        let error = CommitmentsError::<Runtime>::TimelockRevealFailedNotAllowed;
        assert_refused(Alice, &failed, 255, error);
        pallet_commitments::MaxSpace::<Runtime>::put(100);
        let error = CommitmentsError::<Runtime>::SpaceLimitExceeded;
        assert_refused(Alice, &raw, 255, error);
    });
}
