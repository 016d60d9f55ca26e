//! Random lives of leases: every rao of the crowdloan and of the owner's cuts is somebody's.

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
enum Step {
    /// Somebody gets an owner's cut.
    Cut(u64),
    Refuse(u64, bool),
    Toggle(bool),
    Lock(bool),
    Swap(u64, u64),
    Wait(u64),
    Terminate,
    Dissolve,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => (1u64..(1 << 40)).prop_map(Step::Cut),
        2 => (2u64..7, any::<bool>()).prop_map(|(who, refuses)| Step::Refuse(who, refuses)),
        1 => any::<bool>().prop_map(Step::Toggle),
        1 => any::<bool>().prop_map(Step::Lock),
        1 => (2u64..7, 200u64..205).prop_map(|(old, new)| Step::Swap(old, new)),
        5 => (1u64..120).prop_map(Step::Wait),
        1 => Just(Step::Terminate),
    ];
    let last = prop_oneof![
        Just(Step::Terminate),
        Just(Step::Dissolve),
        Just(Step::Wait(1))
    ];
    (prop::collection::vec(step, 1..25), last).prop_map(|(mut steps, last)| {
        steps.push(last);
        steps
    })
}

/// Everybody with stake on the hotkey of the lease.
fn all_stake(lease: &LeaseOf<Test>) -> u64 {
    Shares::<Test>::hotkey_alpha(&lease.hotkey, lease.netuid).to_u64()
}

fn run(lease: &LeaseOf<Test>, step: &Step) -> u64 {
    match *step {
        Step::Cut(amount) => {
            if Subnets::<Test>::owner(lease.netuid) == lease.coldkey {
                cut(lease.netuid, amount);
                return amount;
            }
        }
        Step::Refuse(who, refuses) => refuse_gifts(who, refuses),
        Step::Toggle(is_on) => TransferToggle::<Test>::insert(lease.netuid, is_on),
        Step::Lock(is_on) => OwnerCutAutoLockEnabled::<Test>::insert(lease.netuid, is_on),
        Step::Swap(old, new) => {
            // May be refused for what the new one has.
            let cost = TaoBalance::ZERO;
            let root = RuntimeOrigin::root();
            let _ = SubtensorModule::swap_coldkey(root, account(old), account(new), cost);
        }
        Step::Wait(blocks) => run_to_block(System::block_number() + blocks),
        Step::Terminate => {
            if SubnetLeases::<Test>::contains_key(0) {
                System::set_block_number(System::block_number().max(END));
                let beneficiary = super::lease(0).beneficiary;
                let hotkey = Hotkeys::<Test>::owned(&beneficiary).first().cloned();
                let hotkey = hotkey.unwrap_or(beneficiary.clone());
                let origin = RuntimeOrigin::signed(beneficiary);
                let _ = SubtensorModule::terminate_lease(origin, 0, hotkey);
            }
        }
        Step::Dissolve => {
            let root = RuntimeOrigin::root();
            assert_ok!(SubtensorModule::root_dissolve_network(root, lease.netuid));
        }
    }
    0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_rao_is_somebodys(
        given in prop::collection::vec(1u64..(1 << 43), 1..5),
        percent in 0u8..=100,
        steps in steps(),
    ) {
        new_test_ext().execute_with(|| {
            let lock = Subnets::<Test>::lock_cost().to_u64();
            let mut loan = vec![(CREATOR, lock + 10 * TAO)];
            loan.extend((3u64..).zip(given));
            let raised: u64 = loan.iter().map(|(_, amount)| amount).sum();
            let sum = || -> u64 { (0..10).map(|who| free(&account(who))).sum() };
            raise(&loan);
            let before = sum();
            assert_ok!(register(percent, Some(END)));
            // All that was raised is in the pool, in the deposit, or has come back.
            assert_eq!(sum() - before, raised - lock - PROXY_DEPOSIT);
            for (who, amount) in &loan[1..] {
                assert!(free(&account(*who)) - FUNDS <= *amount);
            }
            let lease = lease(0);
            let owner = RuntimeOrigin::signed(lease.coldkey.clone());
            assert_ok!(SubtensorModule::start_call(owner, lease.netuid));
            Tempo::<Test>::insert(lease.netuid, 0);
            let hotkey = account(HOTKEY);
            assert_ok!(SubtensorModule::try_associate_hotkey(signed(CREATOR), hotkey));
            let mut cuts = 0;
            for step in &steps {
                cuts += run(&lease, step);
                check();
                if !matches!(step, Step::Dissolve) {
                    // Nothing comes to the hotkey but the cuts, and nothing leaves it.
                    prop_assert!(all_stake(&lease).abs_diff(cuts) <= 100);
                }
            }
            while !DissolveCleanupQueue::<Test>::get().is_empty() {
                next_block();
            }
            if matches!(steps.last(), Some(Step::Dissolve)) {
                assert!(SubnetLeases::<Test>::get(0).is_none());
                assert_eq!(Balances::reserved_balance(&lease.coldkey), 0);
                assert_eq!(free(&lease.coldkey), 0);
            } else if !SubnetLeases::<Test>::contains_key(0) {
                assert!(stake_of(&lease, &lease.coldkey) <= 3);
            }
            check();
            Ok(())
        })?;
    }
}
