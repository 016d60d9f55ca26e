//! What becomes of funds when seats and subnets go (spec 90 §10).

use super::*;

fn bits(value: f64) -> u128 {
    (value * (1u128 << 64) as f64) as u128
}

fn near(value: U64F64, expected: f64) {
    let (value, expected) = (value.to_bits(), bits(expected));
    assert!(value.abs_diff(expected) < bits(1e-9), "{value} {expected}");
}

#[test]
fn a_fund_begins_at_the_index() {
    test(|netuid| {
        stake_as_in_vectors();
        let level = U64F64::from_bits(bits(1.05));
        BetaIndexSnapshot::<Test>::put(subtensor_funds::index::BetaIndexSnapshotOf {
            bag_level: level,
            stake_level: level,
            block: 1,
        });
        credit(HOTKEY, netuid, 4 * TAO);
        Funds::<Test>::flush(&account(HOTKEY));
        let baseline = BetaBaseline::<Test>::get(account(HOTKEY)).unwrap();
        near(baseline.price_divisor, 1.0 / 1.05);
        near(baseline.tr_splice, 1.05 / 1.01996007984);
        assert_eq!(baseline.rate0, BasketRate::<Test>::get(account(HOTKEY)));
        assert_eq!(baseline.first_block, 1);
        // It is stamped once.
        System::set_block_number(7);
        credit(HOTKEY, netuid, 4 * TAO);
        Funds::<Test>::flush(&account(HOTKEY));
        assert_eq!(BetaBaseline::<Test>::get(account(HOTKEY)), Some(baseline));
    });
}

#[test]
fn the_first_fund_begins_the_index() {
    test_fund(|_| {
        let snapshot = BetaIndexSnapshot::<Test>::get().unwrap();
        assert_eq!(
            snapshot,
            subtensor_funds::index::BetaIndexSnapshotOf::first(1)
        );
    });
}

#[test]
fn who_loses_its_seat_keeps_its_fund() {
    test(|netuid| {
        let other = more_subnet(1, 1_000 * TAO, 2_000 * TAO);
        stake_as_in_vectors();
        credit(HOTKEY, netuid, 4 * TAO);
        // Too little to enter.
        credit(HOTKEY, other, 1_000);
        let out = SubnetAlphaOut::<Test>::get(other).to_u64();
        assert_ok!(Neurons::<Test>::replace_neuron(ROOT, 0, &account(201), 1));
        assert_eq!(PendingBasketDeposits::<Test>::iter().count(), 0);
        assert_eq!(SubnetAlphaOut::<Test>::get(other), rao(out - 1_000));
        assert_eq!(shares(), 1_996_007_984);
        assert_eq!(owed(SMALL), 499_001_995);
        credit(HOTKEY, netuid, 4 * TAO);
        assert_eq!(queued(netuid), 0);
        claim(SMALL);
        assert!(root_stake(SMALL) > 25 * TAO);
    });
}

#[test]
fn a_dissolved_subnet_pays_funds_in_cash() {
    test_fund(|netuid| {
        credit(HOTKEY, netuid, 4 * TAO);
        let out = SubnetAlphaOut::<Test>::get(netuid).to_u64();
        let (owed_before, issuance) = (owed(SMALL), Balances::total_issuance());
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            netuid
        ));
        // What waited is gone.
        assert_eq!(queued(netuid), 0);
        assert_eq!(SubnetAlphaOut::<Test>::get(netuid), rao(out - 4 * TAO));
        assert_eq!(nav(), 0);
        let escrow = Balances::free_balance(Funds::<Test>::escrow());
        while !DissolveCleanupQueue::<Test>::get().is_empty() {
            next_block();
        }
        assert!(Balances::total_issuance() < issuance + 10 * TAO);
        assert_eq!(Balances::free_balance(Funds::<Test>::escrow()), escrow);
        // The pool was its, the protocol's and the owner's.
        assert!(held(ROOT) > 3 * TAO, "{}", held(ROOT));
        assert_eq!(nav(), held(ROOT));
        assert_eq!(held(netuid), 0);
        assert!(owed(SMALL) >= owed_before);
        claim(SMALL);
        assert!(root_stake(SMALL) > 25 * TAO);
    });
}
