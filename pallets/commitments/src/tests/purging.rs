//! What a subnet that is no more leaves behind.

use frame_support::{assert_ok, weights::WeightMeter};
use subtensor_primitives::CommitmentsInterface;

use super::*;
use crate::{
    CommitmentOf, LastBondsReset, LastCommitment, RevealedCommitments, UsedSpaceOf, WeightInfo,
};

fn rows(netuid: NetUid) -> usize {
    CommitmentOf::<Test>::iter_prefix(netuid).count()
        + LastCommitment::<Test>::iter_prefix(netuid).count()
        + LastBondsReset::<Test>::iter_prefix(netuid).count()
        + RevealedCommitments::<Test>::iter_prefix(netuid).count()
        + UsedSpaceOf::<Test>::iter_prefix(netuid).count()
}

/// Every hotkey has a row in every map of both subnets, and something sealed.
fn fill() {
    for who in [ALICE, BOB] {
        for netuid in [NETUID, OTHER] {
            let fields = [Data::ResetBondsFlag, note(b"n", 5), note(b"m", 6)];
            assert_ok!(commit(who, netuid, &fields));
        }
    }
    pulse(5);
    next_block();
    assert_eq!((rows(NETUID), rows(OTHER)), (10, 10));
}

#[test]
fn nothing_of_the_subnet_is_left_and_all_of_the_others() {
    chain(|| {
        InitialDeposit::set(100);
        fill();
        Registered::mutate(|all| all.retain(|(netuid, _)| *netuid != NETUID));
        assert!(Commitments::purge_netuid(NETUID, &mut WeightMeter::new()));
        next_block();
        assert_eq!((rows(NETUID), rows(OTHER)), (0, 10));
        assert_eq!(index(), [(OTHER, ALICE), (OTHER, BOB)]);
        assert_eq!(Balances::reserved_balance(ALICE), 100);
        // The hook goes on with the others.
        pulse(6);
        next_block();
        assert_eq!(notes(OTHER, BOB).len(), 2);
        assert!(notes(NETUID, BOB).is_empty());
    });
}

#[test]
fn it_goes_as_far_as_the_meter_and_on_the_next_time() {
    chain(|| {
        fill();
        let row = <Test as crate::Config>::WeightInfo::purge_row();
        let mut runs = 0;
        loop {
            let before = rows(NETUID);
            let mut meter = WeightMeter::with_limit(row.saturating_mul(6));
            let is_done = Commitments::purge_netuid(NETUID, &mut meter);
            assert!(meter.consumed().all_lte(row.saturating_mul(6)));
            assert!(before - rows(NETUID) <= 6);
            runs += 1;
            next_block();
            if is_done {
                break;
            }
            assert!(runs < 20);
        }
        assert_eq!(rows(NETUID), 0);
        assert!(runs > 1);
        let mut spent = WeightMeter::with_limit(Weight::zero());
        assert!(!Commitments::purge_netuid(NETUID, &mut spent));
    });
}
