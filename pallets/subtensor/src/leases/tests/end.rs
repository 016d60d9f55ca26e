//! Termination, takeover and dissolution (spec 30 §13.3, 90 §21.2).

use frame_support::assert_noop;

use super::*;
use crate::Error;

/// Nothing is stored of the lease any more.
fn assert_forgotten(lease: &LeaseOf<Test>) {
    assert!(SubnetLeases::<Test>::get(0).is_none());
    assert!(SubnetUidToLeaseId::<Test>::get(lease.netuid).is_none());
    assert_eq!(SubnetLeaseShares::<Test>::iter().count(), 0);
    assert_eq!(SubnetLeaseUnpaidDividends::<Test>::iter().count(), 0);
    assert!(LeaseProxies::get().is_empty());
    assert_eq!(Balances::total_balance(&lease.coldkey), 0);
    for account in [&lease.coldkey, &lease.hotkey] {
        assert_eq!(System::providers(account), 0);
        assert_eq!(System::consumers(account), 0);
    }
}

use frame_support::traits::Currency;

#[test]
fn checks_come_in_their_order() {
    new_test_ext().execute_with(|| {
        let lease = open(30, None);
        let end = |who: u64, id: u32, hotkey: u64| {
            SubtensorModule::terminate_lease(signed(who), id, account(hotkey))
                .map_err(|failed| failed.error)
        };
        let root = SubtensorModule::terminate_lease(RuntimeOrigin::root(), 0, account(HOTKEY));
        assert_eq!(root.unwrap_err().error, DispatchError::BadOrigin);
        assert_noop!(end(FIRST, 1, 13), Error::<Test>::LeaseDoesNotExist);
        assert_noop!(end(FIRST, 0, 13), Error::<Test>::ExpectedBeneficiaryOrigin);
        assert_noop!(end(CREATOR, 0, 13), Error::<Test>::LeaseHasNoEndBlock);
        SubnetLeases::<Test>::mutate(0, |lease| lease.as_mut().unwrap().end_block = Some(END));
        System::set_block_number(END - 1);
        assert_noop!(end(CREATOR, 0, 13), Error::<Test>::LeaseHasNotEnded);
        System::set_block_number(END);
        assert_noop!(
            end(CREATOR, 0, 13),
            Error::<Test>::BeneficiaryDoesNotOwnHotkey
        );
        assert_ok!(end(CREATOR, 0, HOTKEY));
        assert_noop!(end(CREATOR, 0, HOTKEY), Error::<Test>::LeaseDoesNotExist);
        assert_forgotten(&lease);
        check();
    });
}

#[test]
fn the_beneficiary_gets_the_subnet_and_all_that_the_lease_kept() {
    test(|lease| {
        OwnerCutAutoLockEnabled::<Test>::insert(lease.netuid, true);
        UnlockRate::<Test>::put(u64::MAX);
        cut(lease.netuid, 10 * TAO);
        assert_ok!(Balances::transfer_allow_death(
            signed(8),
            lease.coldkey.clone(),
            TAO
        ));
        System::set_block_number(END);
        let before = free(&account(CREATOR));
        assert_ok!(terminate());
        assert_eq!(
            Subnets::<Test>::owner_keys(lease.netuid),
            Some((account(CREATOR), account(HOTKEY)))
        );
        assert_eq!(free(&account(CREATOR)), before + TAO + PROXY_DEPOSIT);
        assert!(is_near(staked(&lease, CREATOR), 7 * TAO + 30_000_002));
        let locked = Locks::<Test>::locked_mass(lease.netuid, &account(CREATOR));
        assert!(is_near(locked.unwrap().to_u64(), 7 * TAO));
        assert!(was_said(Event::SubnetLeaseTerminated {
            beneficiary: account(CREATOR),
            netuid: lease.netuid,
        }));
        // Contributors are paid in the next block.
        assert_eq!(owed(FIRST), 1_799_999_999);
        next_block();
        assert!(is_near(staked(&lease, FIRST), 1_799_999_999));
        assert!(is_near(staked(&lease, SECOND), 1_169_999_999));
        assert_forgotten(&lease);
        assert!(Hotkeys::<Test>::coldkey_owns_hotkey(
            &account(CREATOR),
            &lease.hotkey
        ));
        assert!(stake_of(&lease, &lease.coldkey) <= 3);
    });
}

#[test]
fn a_lease_that_is_over_stays_until_everybody_is_paid() {
    test(|lease| {
        refuse_gifts(FIRST, true);
        cut(lease.netuid, 10 * TAO);
        System::set_block_number(END);
        assert_ok!(terminate());
        next_block();
        assert!(is_near(staked(&lease, SECOND), 1_169_999_999));
        assert_eq!(owed(FIRST), 1_799_999_999);
        assert!(SubnetLeases::<Test>::contains_key(0));
        // The new owner's cuts are not divided.
        cut(lease.netuid, 10 * TAO);
        assert_eq!(pot(), 0);
        run_to_block(600);
        assert_eq!(owed(FIRST), 1_799_999_999);
        refuse_gifts(FIRST, false);
        run_to_block(700);
        assert!(is_near(staked(&lease, FIRST), 1_799_999_999));
        assert_forgotten(&lease);
    });
}

#[test]
fn who_is_owed_dust_is_paid_in_the_end() {
    test(|lease| {
        cut(lease.netuid, 100);
        System::set_block_number(END);
        assert_ok!(terminate());
        next_block();
        assert_forgotten(&lease);
        assert!(staked(&lease, FIRST) >= 15);
        assert!(staked(&lease, SECOND) >= 9);
    });
}

#[test]
fn a_lock_joins_that_of_the_beneficiary() {
    test(|lease| {
        let amount = TaoBalance::new(10 * TAO);
        let netuid = lease.netuid;
        assert_ok!(SubtensorModule::add_stake(
            signed(CREATOR),
            account(HOTKEY),
            netuid,
            amount
        ));
        lock_stake(CREATOR, HOTKEY, netuid, TAO / 10);
        OwnerCutAutoLockEnabled::<Test>::insert(netuid, true);
        UnlockRate::<Test>::put(u64::MAX);
        cut(netuid, 10 * TAO);
        System::set_block_number(END);
        assert_ok!(terminate());
        let lock = Locks::<Test>::locked_mass(netuid, &account(CREATOR)).unwrap();
        assert!(is_near(lock.to_u64(), 7 * TAO + TAO / 10));
        assert_eq!(
            LockHotkey::<Test>::get(netuid, account(CREATOR)),
            Some(account(HOTKEY))
        );
    });
}

#[test]
fn a_subnet_that_is_won_is_no_lease_any_more() {
    test(|lease| {
        cut(lease.netuid, 10 * TAO);
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(5),
            account(15)
        ));
        Subnets::<Test>::hand_over(lease.netuid, account(5), account(15));
        Leases::<Test>::note_loss(lease.netuid);
        assert!(LeaseProxies::get().is_empty());
        System::set_block_number(END);
        assert_noop!(terminate(), Error::<Test>::LeaseDoesNotExist);
        cut(lease.netuid, 10 * TAO);
        next_block();
        assert!(is_near(staked(&lease, FIRST), 1_799_999_999));
        assert!(is_near(staked(&lease, SECOND), 1_169_999_999));
        assert!(is_near(staked(&lease, CREATOR), 7 * TAO + 30_000_002));
        let winner = Shares::<Test>::stake_of(&account(15), &account(5), lease.netuid);
        assert!(is_near(winner.to_u64(), 10 * TAO));
        assert_forgotten(&lease);
        assert_eq!(Subnets::<Test>::owner(lease.netuid), account(5));
    });
}

fn finish_dissolution() {
    while !DissolveCleanupQueue::<Test>::get().is_empty() {
        next_block();
    }
}

#[test]
fn a_dissolved_lease_pays_everybody_by_what_is_theirs() {
    test(|lease| {
        refuse_gifts(FIRST, true);
        cut(lease.netuid, 10 * TAO);
        run_to_block(101);
        cut(lease.netuid, 10 * TAO);
        let before = [FIRST, SECOND, CREATOR].map(|who| free(&account(who)));
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            lease.netuid
        ));
        finish_dissolution();
        let mut number = 0;
        let got = [FIRST, SECOND, CREATOR].map(|who| {
            number += 1;
            free(&account(who)) - before[number - 1]
        });
        // Of 20 alpha, 6 were divided.
        let rest = got[2] - PROXY_DEPOSIT;
        let all = got[0] + got[1] + rest;
        let part =
            |alpha: u64| (u128::from(all) * u128::from(alpha) / (20 * u128::from(TAO))) as u64;
        assert!(all > 0);
        for (paid, alpha) in [
            (got[0], 3_599_999_998),
            (got[1], 2_339_999_998),
            (rest, 14 * TAO + 60_000_004),
        ] {
            assert!(
                paid.abs_diff(part(alpha)) <= all / 1_000_000_000 + 5,
                "{paid} {}",
                part(alpha)
            );
        }
        assert_forgotten(&lease);
    });
}

#[test]
fn a_lease_that_is_over_and_owes_is_dissolved_too() {
    test(|lease| {
        refuse_gifts(FIRST, true);
        cut(lease.netuid, 10 * TAO);
        System::set_block_number(END);
        assert_ok!(terminate());
        next_block();
        let before = free(&account(FIRST));
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            lease.netuid
        ));
        finish_dissolution();
        assert!(free(&account(FIRST)) > before);
        assert_forgotten(&lease);
    });
}
