//! Dissolution of a subnet as large as Null consensus allows, each step counted.

use std::collections::VecDeque;

use frame_support::assert_ok;
use sp_core::{H160, H256};
use sp_runtime::PerU16;
use subtensor_fixed::U64F64;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use super::{assert_nothing_is_left, dissolve, free, give, rao, state};
use crate::{
    EpochConsensus, MinerCollateralState,
    consensus::{MAX_NULL_UIDS, MAX_UIDS},
    mock::*,
    pallet::*,
    weight_info::tests::counting::count,
};

/// First numbers of the coldkeys and of the hotkeys of uids.
const COLDKEYS: u64 = 100_000;
const HOTKEYS: u64 = 200_000;
/// Coldkeys that stake on hotkeys of others.
const STAKERS: u64 = 300_000;

fn index(netuid: NetUid, mechanism: u8) -> NetUidStorageIndex {
    NetUidStorageIndex::from_parts(netuid, MechId::new(mechanism))
}

/// Names the owners of all hotkeys, which outlive the subnet.
fn own_hotkeys() {
    for uid in 1..u64::from(MAX_NULL_UIDS) {
        let (coldkey, hotkey) = (account(COLDKEYS + uid), account(HOTKEYS + uid));
        let owned = Hotkeys::<Test>::create_account_if_non_existent(&coldkey, &hotkey);
        assert_ok!(owned);
    }
    assert_ok!(SubtensorModule::try_associate_hotkey(
        signed(1),
        account(11)
    ));
}

/// A subnet under Null consensus with as many uids as its mechanisms leave it, of which each has
/// everything that a uid can have, and an epoch whose dividends are being paid.
fn large_subnet(mechanisms: u8) -> NetUid {
    let netuid = start_subnet(1, 11);
    MechanismCountCurrent::<Test>::insert(netuid, MechId::new(mechanisms));
    assert_ok!(Scores::<Test>::do_set_epoch_consensus(
        netuid,
        EpochConsensus::Null
    ));
    let uids = MAX_NULL_UIDS / u16::from(mechanisms);
    MaxAllowedUids::<Test>::insert(netuid, uids);
    for uid in 1..uids {
        Neurons::<Test>::append_neuron(netuid, &account(HOTKEYS + u64::from(uid)), 1);
        stake_on(netuid, uid.into());
        announce(netuid, uid);
        lend(netuid, uid.into(), uids.into());
    }
    for mechanism in 0..mechanisms {
        weigh(index(netuid, mechanism), uids, mechanisms);
    }
    let pot = rao(1_000 * TAO);
    Ledger::<Test>::mint_alpha_out(netuid, pot.saturating_add(pot));
    PendingServerEmission::<Test>::insert(netuid, pot);
    PendingValidatorEmission::<Test>::insert(netuid, pot);
    Tempo::<Test>::insert(netuid, 1);
    netuid
}

/// Stake of the owner, which is collateral in part, and of somebody else.
fn stake_on(netuid: NetUid, uid: u64) {
    let (coldkey, hotkey) = (account(COLDKEYS + uid), account(HOTKEYS + uid));
    give(netuid, COLDKEYS + uid, HOTKEYS + uid, TAO);
    give(netuid, STAKERS + uid, HOTKEYS + uid, TAO);
    let row = MinerCollateralState {
        locked: rao(TAO / 2),
        drain_ratio: U64F64::ONE,
        min_locked: rao(TAO / 2),
        earned: rao(0),
    };
    MinerCollateral::<Test>::insert((netuid, &hotkey, &coldkey), row);
    ColdkeyMinerCollateral::<Test>::insert(netuid, &coldkey, rao(TAO / 2));
    let listed = ColdkeyCollateralHotkeys::<Test>::try_append(netuid, &coldkey, &hotkey);
    assert_ok!(listed);
    assert_ok!(SubtensorModule::set_coldkey_auto_stake_hotkey(
        signed(COLDKEYS + uid),
        netuid,
        hotkey
    ));
}

/// Endpoints, a certificate and an address.
fn announce(netuid: NetUid, uid: u16) {
    let who = || signed(HOTKEYS + u64::from(uid));
    let ip = 0x0808_0808;
    let certificate = list(vec![1; 33]);
    let axon = SubtensorModule::serve_axon_tls(who(), netuid, 1, ip, 80, 4, 0, 0, 0, certificate);
    assert_ok!(axon);
    assert_ok!(SubtensorModule::serve_prometheus(
        who(),
        netuid,
        1,
        ip,
        80,
        4
    ));
    let address = H160::from_low_u64_be(uid.into());
    AssociatedEvmAddress::<Test>::insert(netuid, uid, (address, 1));
}

/// A part of its stake to the next uid.
fn lend(netuid: NetUid, uid: u64, uids: u64) {
    let (parent, child) = (account(HOTKEYS + uid), account(HOTKEYS + uid + 1));
    if uid + 1 < uids {
        let part = u64::MAX / 4;
        Subnets::<Test>::note_account(netuid, &child);
        ChildKeys::<Test>::insert(&parent, netuid, vec![(part, child.clone())]);
        ParentKeys::<Test>::insert(child, netuid, vec![(part, parent.clone())]);
    }
    ChildkeyTake::<Test>::insert(parent, netuid, PerU16::from_parts(7));
}

/// A row of weights and a commit of every uid, bonds of as many as Yuma consensus left, and sealed
/// commits.
fn weigh(index: NetUidStorageIndex, uids: u16, mechanisms: u8) {
    for uid in 0..uids {
        Weights::<Test>::insert(index, uid, vec![(uid, 1)]);
        let commits = VecDeque::from([(H256::zero(), 0, 1, 0)]);
        let hotkey = Keys::<Test>::get(index.netuid(), uid);
        WeightCommits::<Test>::insert(index, hotkey, commits);
    }
    for uid in 0..MAX_UIDS / u16::from(mechanisms) {
        Bonds::<Test>::insert(index, uid, vec![(uid, 1)]);
    }
    for epoch in [1_000, 1_001] {
        let commit = (account(11), 1, Default::default(), 1_000);
        ValidatorWeights::<Test>::queue_commit(index, epoch, commit);
    }
}

/// Dissolves the subnet, with a look at each block's part; returns how many there were.
fn dissolve_step_by_step(ext: &mut sp_io::TestExternalities) -> u32 {
    let limit = Dissolution::<Test>::dissolution_limit();
    let mut blocks = 0u32;
    while !ext
        .execute_with(DissolveCleanupQueue::<Test>::get)
        .is_empty()
    {
        let (weight, touched) = count(ext, Dissolution::<Test>::go_on_dissolving);
        let price = DbPrices::get().reads_writes(touched.reads, touched.writes);
        assert!(
            weight.all_lte(limit),
            "block {blocks}: {weight:?} of {limit:?}"
        );
        assert!(
            price.all_lte(weight),
            "block {blocks}: {touched:?} of {weight:?}"
        );
        ext.execute_with(|| {
            assert_eq!(Dissolution::<Test>::go_on_dissolving(), weight);
            // Of a state as large as this it takes long.
            if blocks.is_multiple_of(8) || DissolveCleanupQueue::<Test>::get().is_empty() {
                check();
            }
        });
        blocks += 1;
    }
    blocks
}

#[test]
fn the_largest_subnet_goes_step_by_step_and_leaves_nothing() {
    for mechanisms in [1, 16] {
        let mut ext = new_test_ext();
        let before = ext.execute_with(|| {
            own_hotkeys();
            next_block();
            state()
        });
        let uids = MAX_NULL_UIDS / u16::from(mechanisms);
        ext.execute_with(|| {
            let netuid = large_subnet(mechanisms);
            next_block();
            assert_eq!(SubnetworkN::<Test>::get(netuid), uids);
            assert!(!Payout::<Test>::unpaid_dividends(netuid).is_zero());
            assert!(state().len() > before.len() + 20 * usize::from(uids));
            dissolve(netuid);
        });
        let blocks = dissolve_step_by_step(&mut ext);
        println!("{uids} uids, {mechanisms} mechanisms: {blocks} blocks");
        assert!(blocks > 1);
        ext.execute_with(|| {
            assert_nothing_is_left(&before);
            // With what was still to be paid, and no more than the pool had.
            let paid = |first| {
                (1..u64::from(uids))
                    .map(|uid| free(first + uid))
                    .collect::<Vec<_>>()
            };
            assert!(paid(COLDKEYS).into_iter().all(|amount| amount > 0));
            assert!(paid(STAKERS).into_iter().all(|amount| amount > 0));
        });
    }
}
