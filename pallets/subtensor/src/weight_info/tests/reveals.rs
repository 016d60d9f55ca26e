//! What the reveals of a block and a reset of bonds touch.

use codec::Encode;
use frame_support::weights::{RuntimeDbWeight, Weight};
use subtensor_primitives::{MechId, NetUidStorageIndex};
use subtensor_timelock::{Secrets, public_key, seal};

use super::{
    commits::full_row,
    counting::{PRICES, Touched, accesses, count},
    states::*,
};
use crate::{
    mock::*,
    pallet::*,
    weight_info::{ProvisionalWeights, WeightInfo},
    weights::Reveals,
};

/// Compares what a part of the reveals touches with what it says, which is seen by what it says at
/// two prices. A real beacon needs so many reads besides, where that of the mock has no storage.
fn assert_fits(prepare: fn(), beacon_reads: u64) {
    let mut state = new_test_ext();
    state.execute_with(prepare);
    let now = state.execute_with(System::block_number);
    let mut run = |read, write| {
        DbPrices::set(RuntimeDbWeight { read, write });
        let (weight, touched): (Weight, _) =
            count(&mut state, || Reveals::<Test>::of_block(now).go_on());
        (weight.ref_time(), touched)
    };
    let (rest, mut touched) = run(0, 0);
    let said = Touched {
        reads: run(1, 0).0 - rest,
        writes: run(0, 1).0 - rest,
    };
    touched.reads += beacon_reads;
    println!("{touched:?} of {said:?}");
    assert!(touched.fits(said), "{touched:?} of {said:?}");
}

fn queue(epoch: u64, hotkey: u64, round: u64) {
    let (uids, values) = full_row();
    let owner: [u8; 32] = account(hotkey).into();
    let plain = (owner.to_vec(), uids, values, 0_u64).encode();
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    let bytes = seal(&public_key(&BEACON_SECRET), round, &secrets, &plain).expect("it is a point");
    let commit = (
        account(hotkey),
        1,
        bytes.try_into().expect("it is short"),
        round,
    );
    let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
    ValidatorWeights::<Test>::queue_commit(index, epoch, commit);
}

/// A validator whose weights count as an update when they are revealed, in the second epoch.
fn validating() {
    validator();
    CommitRevealWeightsEnabled::<Test>::insert(SUBNET, false);
    SubnetEpochIndex::<Test>::insert(SUBNET, 2);
    Tempo::<Test>::insert(SUBNET, 60_000);
    LastRound::set(9);
}

#[test]
fn reveals_touch_no_more_than_they_say() {
    // The newest round.
    assert_fits(validating, 1);
    // One that is set, one that cannot be opened yet; the oldest round, and the pulse.
    assert_fits(
        || {
            validating();
            queue(1, HOTKEY, 9);
            queue(1, HOTKEY + 1, 10);
        },
        3,
    );
    // One that is too late, and one whose epoch is to come.
    assert_fits(
        || {
            validating();
            queue(0, HOTKEY, 9);
            queue(2, HOTKEY, 9);
        },
        1,
    );
    // One that the rest of the block's part is too little for.
    assert_fits(
        || {
            validating();
            queue(1, HOTKEY, 9);
            WaitingCommitQueues::<Test>::mutate(|queues| queues[0].bytes = u32::MAX);
        },
        1,
    );
}

#[test]
fn a_reset_of_bonds_touches_no_more_than_it_weighs() {
    DbPrices::set(PRICES);
    for mechanisms in [1_u8, 16] {
        let mut state = new_test_ext();
        state.execute_with(|| {
            chain();
            full_subnet();
            BondsResetOn::<Test>::insert(SUBNET, true);
            MechanismCountCurrent::<Test>::insert(SUBNET, MechId::new(mechanisms));
            let uid = Neurons::<Test>::uid_for(SUBNET, &account(HOTKEY)).expect("it has one");
            for mechanism in 0..mechanisms {
                let index = NetUidStorageIndex::from_parts(SUBNET, MechId::new(mechanism));
                for validator in 0..256 / u16::from(mechanisms) {
                    Bonds::<Test>::insert(index, validator, vec![(uid, 1)]);
                }
            }
        });
        let ((), touched) = count(&mut state, || {
            Scores::<Test>::reset_bonds(SUBNET, &account(HOTKEY));
        });
        let declared = accesses(ProvisionalWeights::<Test>::reset_bonds());
        assert_eq!(touched.writes, 256);
        assert!(touched.fits(declared), "{touched:?} of {declared:?}");
    }
}
