//! Payout of epochs of Null consensus, and their turns (spec 90 §15.3).

use frame_support::assert_ok;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, TaoBalance};

use crate::{EpochConsensus, mock::*, pallet::*};

/// A subnet of (1, 11) under Null consensus, with the neurons (2, 12), (3, 13) and (4, 14), of
/// which the first has stake of its own.
fn null_subnet(stake: u64) -> NetUid {
    let netuid = start_subnet(1, 11);
    for number in [2, 3, 4] {
        let hotkey = account(number + 10);
        assert_ok!(SubtensorModule::burned_register(
            signed(number),
            netuid,
            hotkey
        ));
    }
    if stake > 0 {
        assert_ok!(SubtensorModule::add_stake(
            signed(2),
            account(12),
            netuid,
            TaoBalance::new(stake)
        ));
    }
    assert_ok!(Scores::<Test>::do_set_epoch_consensus(
        netuid,
        EpochConsensus::Null
    ));
    netuid
}

fn earned(number: u64, netuid: NetUid) -> u64 {
    let (hotkey, coldkey) = (account(number + 10), account(number));
    Shares::<Test>::stake_of(&hotkey, &coldkey, netuid).to_u64()
}

fn pots(netuid: NetUid, server: u64, validator: u64, root: u64) {
    let rao = AlphaBalance::new;
    for item in [&server, &validator, &root] {
        Ledger::<Test>::mint_alpha_out(netuid, rao(*item));
    }
    PendingServerEmission::<Test>::insert(netuid, rao(server));
    PendingValidatorEmission::<Test>::insert(netuid, rao(validator));
    PendingRootAlphaDivs::<Test>::insert(netuid, rao(root));
    PendingOwnerCut::<Test>::remove(netuid);
}

fn run_epoch(netuid: NetUid) {
    Tempo::<Test>::insert(netuid, 1);
    LastEpochBlock::<Test>::insert(netuid, 0);
    let now = System::block_number();
    let (stepped, _) = Coinbase::<Test>::run_due_epochs(&[netuid], now);
    assert_eq!(stepped, [netuid]);
    Payout::<Test>::go_on_paying(&mut frame_support::weights::WeightMeter::new());
    check();
}

#[test]
fn miners_are_paid_by_the_row_of_the_winner() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet(TAO);
        System::set_block_number(9);
        let row = crate::weights::Row {
            targets: &[3, 2],
            weights: &[1, 3],
            version_key: 0,
        };
        let winner = account(12);
        assert_ok!(ValidatorWeights::<Test>::do_set_weights(
            &winner,
            netuid,
            MechId::MAIN,
            &row
        ));
        pots(netuid, 1_000_001, 500_000, 500_001);
        let validator = earned(2, netuid);
        run_epoch(netuid);
        assert_eq!([earned(3, netuid), earned(4, netuid)], [750_001, 250_000]);
        let all = 1_000_000;
        assert!((earned(2, netuid) - validator).abs_diff(all / 2) < 2);
        assert_eq!(LastMechansimStepBlock::<Test>::get(netuid), 9);
        assert_eq!(LastYumaStepBlock::<Test>::get(netuid), Some(0));
    });
}

#[test]
fn where_nobody_validates_the_pots_are_the_miners_and_the_part_of_root_is_recycled() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet(0);
        // The owner's hotkey is a uid too, and what it would get is withheld.
        RecycleOrBurn::<Test>::insert(netuid, crate::RecycleOrBurnEnum::Recycle);
        let before = Ledger::<Test>::alpha_issuance(netuid).to_u64();
        pots(netuid, 1_000, 606, 394);
        run_epoch(netuid);
        let paid = [earned(2, netuid), earned(3, netuid), earned(4, netuid)];
        // 1 606 in two halves over four uids: 201, 201, 201, 200 each.
        assert_eq!(paid, [402, 402, 400]);
        let kept = Ledger::<Test>::alpha_issuance(netuid).to_u64() - before;
        assert_eq!(kept, 402 + 402 + 400);
    });
}

#[test]
fn one_epoch_runs_in_a_block_in_which_a_subnet_under_null_consensus_is_due() {
    new_test_ext().execute_with(|| {
        let subnets: Vec<NetUid> = (1..=4).map(NetUid::new).collect();
        for netuid in &subnets {
            Tempo::<Test>::insert(netuid, 100);
            LastEpochBlock::<Test>::insert(netuid, 0);
            SubnetOwnerHotkey::<Test>::remove(netuid);
            SubnetworkN::<Test>::insert(netuid, 0);
        }
        MaxEpochsPerBlock::<Test>::put(4);
        SubnetEpochConsensus::<Test>::insert(NetUid::new(3), EpochConsensus::Null);
        let run = |block| Coinbase::<Test>::run_due_epochs(&subnets, block).0;
        let mut first = Vec::new();
        let mut block = 100;
        // One a block, until the subnet under Null consensus had its turn.
        while !first.contains(&NetUid::new(3)) {
            let stepped = run(block);
            assert_eq!(stepped.len(), 1);
            first.extend(stepped);
            block += 1;
        }
        assert_eq!(run(block).len(), 4 - first.len());
        // Without one that is due, as many as always.
        SubnetEpochConsensus::<Test>::remove(NetUid::new(3));
        assert_eq!(run(300).len(), 4);
    });
}
