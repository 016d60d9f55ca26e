//! No call of `AdminUtils` touches more items of state than its weight declares; those that walk do
//! so at their most.

use alloc::{vec, vec::Vec};
use frame_support::dispatch::{DispatchClass, GetDispatchInfo, extract_actual_weight};
use pallet_admin_utils::Call;
use pallet_subtensor::{
    self as subtensor, EpochConsensus,
    children::MAX_PARENTS,
    consensus::{MAX_NULL_UIDS, MAX_UIDS},
    neurons::ROOT_SEATS,
};
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{ed25519, sr25519};
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::{AccountId32, BoundedVec, traits::Dispatchable};
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use super::{
    SUBNET, actions, chain_with_subnet,
    list::{By, setters},
    owner, root,
};
use crate::{Runtime, RuntimeCall, RuntimeOrigin, System, tests::counting::count};

/// Hotkeys that an owner may have.
const OWNED: u64 = 1_024;

fn ensure_weighed(
    state: &mut sp_io::TestExternalities,
    origin: RuntimeOrigin,
    call: Call<Runtime>,
) {
    let call = RuntimeCall::AdminUtils(call);
    // Where there is no state, none can be read.
    let declared = call.get_dispatch_info().call_weight;
    let info = call.get_dispatch_info();
    let (result, touched) = count(state, || call.clone().dispatch(origin));
    let corrected = extract_actual_weight(&result, &info);
    let prices = <Runtime as frame_system::Config>::DbWeight::get();
    let taken = prices.reads_writes(touched.reads, touched.writes);
    assert!(result.is_ok(), "{call:?}: {result:?}");
    assert!(taken.all_lte(declared), "{call:?}: {touched:?}");
    assert!(
        taken.all_lte(corrected),
        "{call:?} says less than {touched:?}"
    );
}

#[test]
fn no_setter_touches_more_than_it_declares() {
    let mut state = chain_with_subnet();
    for setter in setters() {
        let by_owner = !matches!(setter.by, By::Root | By::RootOfSubnet);
        let origin = if by_owner { owner() } else { root() };
        ensure_weighed(&mut state, origin, setter.call);
    }
}

#[test]
fn no_other_call_touches_more_than_it_declares() {
    let mut state = chain_with_subnet();
    let finalizer = |id| (GrandpaId::from(ed25519::Public::from_raw([id; 32])), 1);
    let author = |id| sr25519::Public::from_raw([id; 32]).into();
    let calls = [
        Call::swap_authorities {
            new_authorities: BoundedVec::truncate_from((0..32).map(author).collect()),
        },
        Call::schedule_grandpa_change {
            next_authorities: (0..32).map(finalizer).collect(),
            in_blocks: 0,
            forced: None,
        },
        Call::sudo_set_evm_chain_id { chain_id: 945 },
        Call::sudo_set_basket_trading_frozen {
            hotkey: Alice.to_account_id(),
            frozen: true,
        },
        Call::sudo_set_basket_claim_dust {
            row_cap_rao: 1,
            row_bps: 1,
            slice_rao: 1,
            forfeit_cap_rao: 1,
        },
        Call::sudo_set_epoch_consensus {
            netuid: SUBNET,
            mode: EpochConsensus::Null,
        },
    ];
    // Of those that are missing one is retired and always fails, two have tests of their own.
    assert_eq!(calls.len() + 3, actions::NAMES.len());
    for call in calls {
        ensure_weighed(&mut state, root(), call);
    }
}

fn account(number: u64) -> AccountId32 {
    let mut bytes = [7; 32];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    AccountId32::new(bytes)
}

#[test]
fn an_owner_hotkey_with_many_parents_touches_no_more_than_it_declares() {
    let mut state = chain_with_subnet();
    let next = account(0);
    state.execute_with(|| {
        subtensor::Owner::<Runtime>::insert(&next, Alice.to_account_id());
        let before = subtensor::SubnetOwnerHotkey::<Runtime>::get(SUBNET);
        let child = vec![(u64::MAX, before.clone())];
        let parents: Vec<_> = (1..=MAX_PARENTS.into())
            .map(|n| (u64::MAX, account(n)))
            .collect();
        for (seat, (_, parent)) in (0..).zip(&parents) {
            subtensor::ChildKeys::<Runtime>::insert(parent, SUBNET, &child);
            if seat < ROOT_SEATS {
                subtensor::Uids::<Runtime>::insert(NetUid::ROOT, parent, seat);
            }
        }
        subtensor::ParentKeys::<Runtime>::insert(before, SUBNET, parents);
    });
    let call = Call::sudo_set_sn_owner_hotkey {
        netuid: SUBNET,
        hotkey: next.clone(),
    };
    ensure_weighed(&mut state, root(), call.clone());
    state.execute_with(|| {
        let _ = RuntimeCall::AdminUtils(call).dispatch(root());
        let followed = subtensor::ParentKeys::<Runtime>::decode_len(next, SUBNET);
        assert_eq!(followed, Some(ROOT_SEATS.into()));
    });
}

/// A subnet with as many of `most` uids as its mechanisms leave it, rows and commits of all of them
/// (bonds of those of Yuma consensus), and an owner of many hotkeys.
pub(super) fn full_subnet(mechanisms: u8, most: u16) {
    let uids = most / u16::from(mechanisms);
    let bonded = MAX_UIDS / u16::from(mechanisms);
    subtensor::MaxAllowedUids::<Runtime>::insert(SUBNET, uids);
    subtensor::ImmunityPeriod::<Runtime>::insert(SUBNET, 0);
    subtensor::MechanismCountCurrent::<Runtime>::insert(SUBNET, MechId::new(mechanisms));
    subtensor::MaxMechanismCount::<Runtime>::put(MechId::new(mechanisms));
    for uid in subtensor::SubnetworkN::<Runtime>::get(SUBNET)..uids {
        let hotkey = account(uid.into());
        subtensor::Keys::<Runtime>::insert(SUBNET, uid, &hotkey);
        subtensor::Uids::<Runtime>::insert(SUBNET, &hotkey, uid);
        subtensor::IsNetworkMember::<Runtime>::insert(&hotkey, SUBNET, true);
        subtensor::BlockAtRegistration::<Runtime>::insert(SUBNET, uid, 0);
        subtensor::VotingPower::<Runtime>::insert(SUBNET, &hotkey, 1);
    }
    subtensor::TotalVotingPower::<Runtime>::insert(SUBNET, u64::MAX);
    subtensor::SubnetworkN::<Runtime>::insert(SUBNET, uids);
    for mechanism in 0..mechanisms {
        let index = NetUidStorageIndex::from_parts(SUBNET, MechId::new(mechanism));
        for uid in 0..uids {
            subtensor::Weights::<Runtime>::insert(index, uid, vec![(uid, 1)]);
            if uid < bonded {
                subtensor::Bonds::<Runtime>::insert(index, uid, vec![(uid, 1)]);
            }
            let hotkey = account(uid.into());
            let commits = alloc::collections::VecDeque::new();
            subtensor::WeightCommits::<Runtime>::insert(index, hotkey, commits);
        }
    }
    let owned: Vec<AccountId32> = (0..OWNED).map(|number| account(5_000 + number)).collect();
    subtensor::OwnedHotkeys::<Runtime>::insert(Alice.to_account_id(), owned);
}

#[test]
fn trimming_a_full_subnet_touches_no_more_than_it_declares() {
    for mechanisms in [1, 16] {
        let mut state = chain_with_subnet();
        state.execute_with(|| full_subnet(mechanisms, MAX_UIDS));
        let trim = |max_n| Call::sudo_trim_to_max_allowed_uids {
            netuid: SUBNET,
            max_n,
        };
        for max_n in [2, 10, MAX_UIDS / u16::from(mechanisms) - 1] {
            ensure_weighed(&mut state, owner(), trim(max_n));
        }
    }
}

#[test]
fn giving_up_mechanisms_touches_no_more_than_it_declares() {
    let mut state = chain_with_subnet();
    state.execute_with(|| full_subnet(16, MAX_UIDS));
    let call = Call::sudo_set_mechanism_count {
        netuid: SUBNET,
        mechanism_count: MechId::new(1),
    };
    ensure_weighed(&mut state, owner(), call);
}

/// Gives a hotkey as many parents as it may have.
fn add_parents(uid: u16) {
    let first = 1_000_000 * (u64::from(uid) + 1);
    let parents: Vec<_> = (first..first + u64::from(MAX_PARENTS))
        .map(|number| (1, account(number)))
        .collect();
    subtensor::ParentKeys::<Runtime>::insert(account(uid.into()), SUBNET, parents);
    // Of all of them it is read whether they are suspended.
    subtensor::ChildkeyThresholdSuspended::<Runtime>::insert(account(0), ());
}

#[test]
fn another_consensus_on_a_full_subnet_touches_no_more_than_it_declares() {
    let mut state = chain_with_subnet();
    state.execute_with(|| {
        full_subnet(1, MAX_UIDS);
        (1..MAX_UIDS).for_each(add_parents);
    });
    let call = Call::sudo_set_epoch_consensus {
        netuid: SUBNET,
        mode: EpochConsensus::Null,
    };
    ensure_weighed(&mut state, owner(), call);
}

#[test]
fn pruning_a_full_subnet_touches_no_more_than_it_declares() {
    for mechanisms in [1, 16] {
        let mut state = chain_with_subnet();
        let uids = MAX_NULL_UIDS / u16::from(mechanisms);
        state.execute_with(|| {
            full_subnet(mechanisms, MAX_NULL_UIDS);
            (1..20).for_each(add_parents);
            subtensor::SubnetEpochConsensus::<Runtime>::insert(SUBNET, EpochConsensus::Null);
        });
        let target = uids - 64;
        let batch = Call::sudo_trim_null_uids_batch {
            netuid: SUBNET,
            target,
        };
        let trim = Call::sudo_trim_to_max_allowed_uids {
            netuid: SUBNET,
            max_n: target,
        };
        for call in [batch, trim] {
            ensure_weighed(&mut state, owner(), call);
        }
    }
}

#[test]
fn what_pruning_reads_of_more_parents_than_it_declares_counts_for_the_block() {
    let mut state = chain_with_subnet();
    let lent_to = 60;
    state.execute_with(|| {
        full_subnet(1, MAX_NULL_UIDS);
        (1..=lent_to).for_each(add_parents);
        subtensor::SubnetEpochConsensus::<Runtime>::insert(SUBNET, EpochConsensus::Null);
    });
    let prices = <Runtime as frame_system::Config>::DbWeight::get();
    let uids = MAX_NULL_UIDS - 64;
    let calls = [
        Call::sudo_trim_null_uids_batch {
            netuid: SUBNET,
            target: uids,
        },
        Call::sudo_trim_to_max_allowed_uids {
            netuid: SUBNET,
            max_n: uids,
        },
    ];
    for call in calls.map(RuntimeCall::AdminUtils) {
        let info = call.get_dispatch_info();
        let of_block = || *System::block_weight().get(DispatchClass::Normal);
        let ((result, extra), touched) = count(&mut state, || {
            let before = of_block();
            let result = call.clone().dispatch(owner());
            (result, of_block().saturating_sub(before))
        });
        assert!(result.is_ok(), "{call:?}: {result:?}");
        // Of those who stay and of their parents; as many as there may be uids are declared, twice.
        let stakers = u64::from(uids) + u64::from(lent_to) * u64::from(MAX_PARENTS);
        let undeclared = stakers - 2 * u64::from(MAX_NULL_UIDS);
        // Their alpha and root stake, and whether the parents are suspended.
        let least = prices.reads(2 * undeclared);
        assert!(extra.all_gte(least), "{call:?}: {extra:?}");
        let weighed = extract_actual_weight(&result, &info).saturating_add(extra);
        let taken = prices.reads_writes(touched.reads, touched.writes);
        assert!(taken.all_lte(weighed), "{call:?}: {touched:?}");
    }
}

#[test]
fn giving_up_large_mechanisms_touches_no_more_than_it_declares() {
    let mut state = chain_with_subnet();
    state.execute_with(|| {
        full_subnet(16, MAX_NULL_UIDS);
        subtensor::SubnetEpochConsensus::<Runtime>::insert(SUBNET, EpochConsensus::Null);
        let _ = subtensor::WeightCommits::<Runtime>::clear(u32::MAX, None);
    });
    let call = Call::sudo_set_mechanism_count {
        netuid: SUBNET,
        mechanism_count: MechId::new(1),
    };
    ensure_weighed(&mut state, owner(), call);
}
