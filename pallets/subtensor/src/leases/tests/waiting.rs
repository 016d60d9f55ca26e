//! Leases on a chain that has as many subnets as it may.

use super::*;

const PART: u64 = 1_000 * TAO;

/// Raises `PART` of the creator, six and three of others, on a chain with no room for a subnet, and
/// registers the lease. Returns what is left over after the price and the deposit, in rao.
fn wait() -> u64 {
    start_subnet(9, 99);
    SubnetLimit::<Test>::put(TotalNetworks::<Test>::get() - 1);
    NetworkImmunityPeriod::<Test>::put(0);
    let lock = Subnets::<Test>::lock_cost().to_u64();
    raise(&[(CREATOR, PART), (FIRST, 6 * PART), (SECOND, 3 * PART)]);
    assert_ok!(register(30, Some(END)));
    assert!(NetworkRegistrationQueue::<Test>::decode_len() == Some(1));
    assert_eq!(SubnetLeases::<Test>::iter().count(), 0);
    check();
    10 * PART - lock - PROXY_DEPOSIT
}

fn waiting() -> (u32, LeaseOf<Test>) {
    let mut all: Vec<_> = WaitingLeases::<Test>::iter_values().collect();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn balances() -> [u64; 3] {
    [CREATOR, FIRST, SECOND].map(|number| free(&account(number)))
}

/// Runs blocks until nothing is being dissolved and nothing waits.
fn run_until_settled() {
    while NetworkRegistrationQueue::<Test>::decode_len().is_some() {
        assert!(System::block_number() < 100, "nothing goes on");
        run_to_block(System::block_number() + 1);
    }
}

#[test]
fn a_lease_waits_for_a_netuid_and_begins() {
    new_test_ext().execute_with(|| {
        let before = balances();
        let leftover = wait();
        let after = balances();
        // Both factors are rounded down.
        assert!((leftover / 10 * 6).abs_diff(after[1] - before[1]) <= 6);
        assert_eq!(
            after[0] + after[1] + after[2],
            before.iter().sum::<u64>() + leftover
        );
        let (id, awaited) = waiting();
        assert_eq!((id, awaited.netuid), (0, NetUid::ROOT));

        run_until_settled();
        let begun = lease(0);
        assert!(!begun.netuid.is_root());
        assert_eq!(
            begun,
            LeaseOf::<Test> {
                netuid: begun.netuid,
                ..awaited
            }
        );
        assert_eq!(Subnets::<Test>::owner(begun.netuid), begun.coldkey);
        assert_eq!(SubnetUidToLeaseId::<Test>::get(begun.netuid), Some(0));
        assert_eq!(WaitingLeases::<Test>::iter().count(), 0);
        assert_eq!(begun.cost.to_u64(), 10 * PART - leftover);
        assert!(was_said(Event::SubnetLeaseCreated {
            beneficiary: account(CREATOR),
            lease_id: 0,
            netuid: begun.netuid,
            end_block: Some(END),
        }));
        assert_eq!(balances(), after);
        check();
    });
}

#[test]
fn a_lease_whose_subnet_cannot_be_opened_gives_everything_back() {
    new_test_ext().execute_with(|| {
        let before = balances();
        wait();
        let (_, awaited) = waiting();
        SubnetLimit::<Test>::put(0);
        run_until_settled();
        let after = balances();
        let got: Vec<u64> = (0..3).map(|place| after[place] - before[place]).collect();
        assert_eq!(got.iter().sum::<u64>(), 10 * PART);
        // Each part is divided twice, and rounded down.
        assert!((6 * PART - 2..=6 * PART).contains(&got[1]), "{got:?}");
        assert!((3 * PART - 2..=3 * PART).contains(&got[2]), "{got:?}");
        assert!(LeaseProxies::get().is_empty());
        assert_eq!(Balances::reserved_balance(&awaited.coldkey), 0);
        assert_eq!(free(&awaited.coldkey), 0);
        assert_eq!(SubnetLeaseShares::<Test>::iter().count(), 0);
        assert_eq!(WaitingLeases::<Test>::iter().count(), 0);
        assert!(Hotkeys::<Test>::coldkey_owns_hotkey(
            &account(CREATOR),
            &awaited.hotkey
        ));
        for key in [&awaited.coldkey, &awaited.hotkey] {
            assert_eq!(System::providers(key), 0);
        }
        check();
    });
}

#[test]
fn leases_that_wait_follow_a_coldkey() {
    new_test_ext().execute_with(|| {
        wait();
        let swap = |old: u64, new: u64| {
            let root = RuntimeOrigin::root();
            SubtensorModule::swap_coldkey(root, account(old), account(new), TaoBalance::ZERO)
        };
        let share = SubnetLeaseShares::<Test>::get(0, account(FIRST));
        assert_ok!(swap(FIRST, 70));
        assert_ok!(swap(CREATOR, 71));
        assert_eq!(SubnetLeaseShares::<Test>::get(0, account(70)), share);
        let (_, awaited) = waiting();
        assert_eq!(awaited.beneficiary, account(71));
        assert_eq!(
            LeaseProxies::get(),
            [(awaited.coldkey.clone(), account(71))]
        );
        let taken = swap(SECOND, 72).and_then(|_| {
            let root = RuntimeOrigin::root();
            SubtensorModule::swap_coldkey(root, account(72), awaited.coldkey, TaoBalance::ZERO)
        });
        assert!(taken.is_err());
        run_until_settled();
        assert_eq!(lease(0).beneficiary, account(71));
        check();
    });
}
