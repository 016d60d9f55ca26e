//! Registration (spec 30 §13.1).

use frame_support::assert_noop;
use subtensor_fixed::U64F64;

use super::*;
use crate::Error;

#[test]
fn every_rao_that_was_raised_goes_where_it_belongs() {
    new_test_ext().execute_with(|| {
        let lock = Subnets::<Test>::lock_cost().to_u64();
        let before: Vec<u64> = (0..10).map(|number| free(&account(number))).collect();
        let raised = lock + 1_000 * TAO + 7;
        let given = [
            (CREATOR, raised - 600 * TAO - 390 * TAO),
            (FIRST, 600 * TAO),
            (SECOND, 390 * TAO),
        ];
        raise(&given);
        assert_ok!(register(30, Some(END)));
        let lease = lease(0);
        let leftover = raised - lock - PROXY_DEPOSIT;
        let part = |amount: u64| {
            let share = U64F64::from_num(amount).safe_div(U64F64::from_num(raised));
            assert!(share > U64F64::ZERO);
            share.saturating_mul(U64F64::from_num(leftover)).to_u64()
        };
        let (first, second) = (part(600 * TAO), part(390 * TAO));
        let got = |number: u64| free(&account(number)) - before[number as usize];
        assert_eq!([got(FIRST), got(SECOND)], [first, second]);
        assert_eq!(got(CREATOR), leftover - first - second);
        assert_eq!(free(&lease.coldkey), 0);
        assert_eq!(Balances::reserved_balance(&lease.coldkey), PROXY_DEPOSIT);
        assert_eq!(free(&account(POT)), 0);
        assert_eq!(lease.cost.to_u64(), lock + PROXY_DEPOSIT);
        let pool = Subnets::<Test>::account_of_subnet(lease.netuid);
        assert_eq!(free(&pool), lock);

        assert_eq!(lease.beneficiary, account(CREATOR));
        assert_eq!(
            (lease.emissions_share, lease.end_block),
            (Percent::from_percent(30), Some(END))
        );
        assert_eq!(Subnets::<Test>::owner(lease.netuid), lease.coldkey);
        assert_eq!(SubnetUidToLeaseId::<Test>::get(lease.netuid), Some(0));
        assert_eq!(Delegates::<Test>::get(&lease.hotkey).deconstruct(), 0);
        assert_eq!(LeaseProxies::get(), [(lease.coldkey, account(CREATOR))]);
        assert_eq!(SubnetLeaseShares::<Test>::iter_prefix(0).count(), 2);
        assert!(was_said(Event::SubnetLeaseCreated {
            beneficiary: account(CREATOR),
            lease_id: 0,
            netuid: lease.netuid,
            end_block: Some(END),
        }));
        check();
    });
}

#[test]
fn shares_and_keys_are_those_of_the_vectors() {
    test(|lease| {
        let bits = |number| SubnetLeaseShares::<Test>::get(0, account(number)).to_bits();
        assert_eq!(bits(FIRST), 11_068_046_444_225_730_969);
        assert_eq!(bits(SECOND), 7_194_230_188_746_725_130);
        assert_eq!(bits(CREATOR), 0);
        let coldkey = "7fa9a44897c4e39223a9a45b3da830b2b923a7654f7e810e5db169e50d2eb471";
        let hotkey = "a1eb3571088a08653ee5a8a22e00bdc8cb0c993caa767dbd7fac8d585d6496f6";
        let hex = |account: &AccountId| {
            let bytes: &[u8; 32] = account.as_ref();
            bytes
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>()
        };
        assert_eq!(hex(&lease.coldkey), coldkey);
        assert_eq!(hex(&lease.hotkey), hotkey);
    });
}

#[test]
fn checks_come_in_their_order() {
    new_test_ext().execute_with(|| {
        System::set_block_number(20);
        NetworkRateLimit::<Test>::put(0);
        let root = SubtensorModule::register_leased_network(
            RuntimeOrigin::root(),
            Percent::from_percent(1),
            None,
        );
        assert_eq!(root.unwrap_err().error, DispatchError::BadOrigin);
        assert_noop!(
            register(30, Some(20)),
            DispatchError::Other("InvalidCrowdloanId")
        );
        let lock = Subnets::<Test>::lock_cost().to_u64();
        raise(&[(CREATOR, lock - TAO)]);
        let other = SubtensorModule::register_leased_network(
            signed(FIRST),
            Percent::from_percent(30),
            Some(20),
        );
        assert_eq!(
            other.unwrap_err().error,
            Error::<Test>::InvalidLeaseBeneficiary.into()
        );
        assert_noop!(
            register(30, Some(20)),
            Error::<Test>::LeaseCannotEndInThePast
        );
        NextSubnetLeaseId::<Test>::put(u32::MAX);
        assert_noop!(register(30, Some(21)), Error::<Test>::Overflow);
        NextSubnetLeaseId::<Test>::kill();
        let end = Some(21);
        let short = |error: Error<Test>| {
            frame_support::storage::with_storage_layer(|| register(30, end)) == Err(error.into())
        };
        NetworkRegistrationStartBlock::<Test>::put(100);
        assert!(short(Error::SubNetRegistrationDisabled));
        NetworkRegistrationStartBlock::<Test>::kill();
        SubnetLimit::<Test>::put(1);
        NetworkImmunityPeriod::<Test>::put(u64::MAX);
        assert!(short(Error::SubnetLimitReached));
        SubnetLimit::<Test>::kill();
        assert!(short(Error::CannotAffordLockCost));
        assert_ok!(Balances::transfer_allow_death(
            signed(9),
            account(POT),
            lock
        ));
        Finalizing::mutate(|loan| {
            if let Some((loan, _)) = loan {
                loan.raised = TaoBalance::new(10 * lock);
            }
        });
        assert!(short(Error::InsufficientTaoBalance));
        assert_eq!(NextSubnetLeaseId::<Test>::get(), 0);
        check();
    });
}

#[test]
fn what_strangers_send_to_the_keys_beforehand_changes_nothing() {
    new_test_ext().execute_with(|| {
        // The keys of the next lease, learned from a dry run.
        let plan = || {
            raise(&[(CREATOR, 5_000 * TAO), (FIRST, 5_000 * TAO)]);
            register(30, None)
        };
        let dry = frame_support::storage::with_transaction(|| {
            assert_ok!(plan());
            let found = lease(0);
            frame_support::storage::TransactionOutcome::Rollback(Ok::<_, DispatchError>(found))
        })
        .unwrap();
        LeaseProxies::set(vec![]);
        let gift = 3 * TAO;
        assert_ok!(Balances::transfer_allow_death(
            signed(8),
            dry.coldkey.clone(),
            gift
        ));
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(8),
            dry.hotkey.clone()
        ));
        let before = [CREATOR, FIRST].map(|number| free(&account(number)));
        assert_ok!(plan());
        let lease = lease(0);
        assert_eq!((&lease.coldkey, lease.cost), (&dry.coldkey, dry.cost));
        assert_ne!(lease.hotkey, dry.hotkey);
        assert!(Hotkeys::<Test>::coldkey_owns_hotkey(
            &lease.coldkey,
            &lease.hotkey
        ));
        let leftover = 10_000 * TAO - lease.cost.to_u64();
        let after = [CREATOR, FIRST].map(|number| free(&account(number)));
        assert_eq!(after[1] - before[1], leftover / 2);
        assert_eq!(after[0] - before[0], leftover - leftover / 2 + gift);
        check();
    });
}

#[test]
fn nothing_is_registered_if_all_hotkeys_of_a_lease_are_taken() {
    new_test_ext().execute_with(|| {
        for number in 0..40 {
            raise(&[(CREATOR, 5_000 * TAO)]);
            let tried = frame_support::storage::with_transaction(|| {
                let found = register(30, None).map(|()| lease(0).hotkey);
                frame_support::storage::TransactionOutcome::Rollback(Ok::<_, DispatchError>(found))
            })
            .unwrap();
            LeaseProxies::set(vec![]);
            match tried {
                Ok(hotkey) => {
                    assert_ok!(SubtensorModule::try_associate_hotkey(signed(8), hotkey));
                }
                Err(error) => {
                    assert_eq!(number, 33);
                    assert_eq!(error, Error::<Test>::NonAssociatedColdKey.into());
                    return;
                }
            }
        }
        panic!("there are more hotkeys");
    });
}

#[test]
fn who_cannot_receive_its_refund_holds_up_nobody() {
    new_test_ext().execute_with(|| {
        // Account 77 is gone, and would get less than an account must have.
        raise(&[(CREATOR, 5_000 * TAO), (77, 400), (FIRST, 5_000 * TAO)]);
        let before = free(&account(CREATOR));
        assert_ok!(register(30, None));
        let leftover = 10_000 * TAO + 400 - lease(0).cost.to_u64();
        assert_eq!(free(&account(77)), 0);
        let first = free(&account(FIRST)) - FUNDS;
        assert_eq!(free(&account(CREATOR)) - before, leftover - first);
        assert!(!SubnetLeaseShares::<Test>::get(0, account(77)).is_zero());
        check();
    });
}
