//! What the reveals of a block and a reset of bonds touch.

use frame_support::weights::{RuntimeDbWeight, Weight};

use super::counting::{PRICES, Touched, accesses, count};
use crate::{
    benchmarking::{
        reveals::{bonded, queue, validating},
        states::{HOTKEY, SUBNET},
    },
    mock::*,
    pallet::*,
    weight_info::{MeasuredWeights, WeightInfo},
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

#[test]
fn reveals_touch_no_more_than_they_say() {
    // The newest round.
    assert_fits(validating::<Test>, 1);
    // One that is set, one that cannot be opened yet; the oldest round, and the pulse.
    assert_fits(
        || {
            validating::<Test>();
            queue::<Test>(1, HOTKEY, 9);
            queue::<Test>(1, HOTKEY + 1, 10);
        },
        3,
    );
    // One that is too late, and one whose epoch is to come.
    assert_fits(
        || {
            validating::<Test>();
            queue::<Test>(0, HOTKEY, 9);
            queue::<Test>(2, HOTKEY, 9);
        },
        1,
    );
    // One that the rest of the block's part is too little for.
    assert_fits(
        || {
            validating::<Test>();
            queue::<Test>(1, HOTKEY, 9);
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
        state.execute_with(|| bonded::<Test>(mechanisms));
        let ((), touched) = count(&mut state, || {
            Scores::<Test>::reset_bonds(SUBNET, &account(HOTKEY));
        });
        let declared = accesses(MeasuredWeights::<Test>::reset_bonds());
        assert_eq!(touched.writes, 256);
        assert!(touched.fits(declared), "{touched:?} of {declared:?}");
    }
}
