//! Announcements, disputes and their ends: every error in its order, and what they cost.

use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::DispatchError;
use subtensor_primitives::TaoBalance;

use crate::{Error, Freeze, WeightInfo, mock::*, pallet::*};

/// Least blocks from an announcement to the swap in these tests, and from then on to another one.
const DELAY: u64 = 50;
const AGAIN: u64 = 10;
const COLDKEY: u64 = 2;
const NEW: u64 = 70;

fn hash_of(number: u64) -> H256 {
    account(number).using_encoded(blake2_256).into()
}

fn announce(coldkey: u64, new: u64) -> frame_support::dispatch::DispatchResult {
    SubtensorModule::announce_coldkey_swap(signed(coldkey), hash_of(new))
}

fn freeze() -> Option<Freeze> {
    ColdkeySwaps::<Test>::freeze_of(&account(COLDKEY))
}

fn test(run: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        run();
        check();
    });
}

#[test]
fn the_first_announcement_is_paid_for_and_recycled() {
    test(|| {
        let issued = Balances::total_issuance();
        let cost = <Test as Config>::KeySwapCost::get().to_u64();
        assert_eq!(freeze(), None);
        assert_ok!(announce(COLDKEY, NEW));
        assert_eq!(
            ColdkeySwapAnnouncements::<Test>::get(account(COLDKEY)),
            Some((1 + DELAY, hash_of(NEW)))
        );
        assert_eq!(Balances::free_balance(account(COLDKEY)), FUNDS - cost);
        assert_eq!(Balances::total_issuance(), issued - cost);
        assert_eq!(freeze(), Some(Freeze::Announced));
        System::assert_last_event(
            Event::<Test>::ColdkeySwapAnnounced {
                who: account(COLDKEY),
                new_coldkey_hash: hash_of(NEW),
            }
            .into(),
        );
    });
}

#[test]
fn who_cannot_pay_announces_nothing() {
    test(|| {
        let cost = <Test as Config>::KeySwapCost::get().to_u64();
        let poor = account(60);
        // The price would leave too little for the account to live.
        let balance = cost + EXISTENTIAL_DEPOSIT - 1;
        assert_ok!(Balances::transfer_allow_death(
            signed(1),
            poor.clone(),
            balance
        ));
        assert_noop!(
            announce(60, NEW),
            Error::<Test>::NotEnoughBalanceToPaySwapColdKey
        );
        assert_ok!(Balances::transfer_allow_death(signed(1), poor.clone(), 1));
        assert_ok!(announce(60, NEW));
        assert_eq!(Balances::free_balance(poor), EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn another_announcement_waits_and_costs_nothing() {
    test(|| {
        assert_ok!(announce(COLDKEY, NEW));
        let balance = Balances::free_balance(account(COLDKEY));
        System::set_block_number(1 + DELAY + AGAIN - 1);
        assert_noop!(
            announce(COLDKEY, 71),
            Error::<Test>::ColdkeySwapReannouncedTooEarly
        );
        System::set_block_number(1 + DELAY + AGAIN);
        assert_ok!(announce(COLDKEY, 71));
        assert_eq!(
            ColdkeySwapAnnouncements::<Test>::get(account(COLDKEY)),
            Some((1 + 2 * DELAY + AGAIN, hash_of(71)))
        );
        assert_eq!(Balances::free_balance(account(COLDKEY)), balance);
    });
}

#[test]
fn a_swap_waits_for_its_block_and_is_the_one_announced() {
    test(|| {
        let swap = |new| SubtensorModule::swap_coldkey_announced(signed(COLDKEY), account(new));
        let fails = |new, error: Error<Test>| {
            let failed = swap(new).expect_err("it fails");
            assert_eq!(failed.error, error.into());
            let weight = failed.post_info.actual_weight;
            assert_eq!(
                weight,
                Some(<Test as Config>::WeightInfo::clear_coldkey_swap())
            );
        };
        fails(NEW, Error::ColdkeySwapAnnouncementNotFound);
        assert_ok!(announce(COLDKEY, NEW));
        System::set_block_number(DELAY);
        fails(71, Error::AnnouncedColdkeyHashDoesNotMatch);
        fails(NEW, Error::ColdkeySwapTooEarly);
        System::set_block_number(1 + DELAY);
        fails(71, Error::AnnouncedColdkeyHashDoesNotMatch);
        assert_ok!(swap(NEW));
        assert_eq!(freeze(), None);
        fails(NEW, Error::ColdkeySwapAnnouncementNotFound);
    });
}

#[test]
fn a_dispute_freezes_until_root_resets() {
    test(|| {
        let dispute = || SubtensorModule::dispute_coldkey_swap(signed(COLDKEY));
        assert_noop!(dispute(), Error::<Test>::ColdkeySwapAnnouncementNotFound);
        assert_ok!(announce(COLDKEY, NEW));
        System::set_block_number(9);
        assert_ok!(dispute());
        assert_eq!(ColdkeySwapDisputes::<Test>::get(account(COLDKEY)), Some(9));
        assert_eq!(freeze(), Some(Freeze::Disputed));
        System::assert_last_event(
            Event::<Test>::ColdkeySwapDisputed {
                coldkey: account(COLDKEY),
            }
            .into(),
        );
        assert_noop!(dispute(), Error::<Test>::ColdkeySwapAlreadyDisputed);

        // Not even when everything is due.
        System::set_block_number(1 + DELAY + AGAIN);
        let disputed = Error::<Test>::ColdkeySwapDisputed;
        assert_noop!(announce(COLDKEY, 71), disputed);
        let clear = SubtensorModule::clear_coldkey_swap_announcement(signed(COLDKEY));
        assert_noop!(clear, Error::<Test>::ColdkeySwapDisputed);
        let swap = SubtensorModule::swap_coldkey_announced(signed(COLDKEY), account(NEW));
        assert_eq!(
            swap.map_err(|failed| failed.error),
            Err(Error::<Test>::ColdkeySwapDisputed.into())
        );

        let reset = |origin| SubtensorModule::reset_coldkey_swap(origin, account(COLDKEY));
        assert_noop!(reset(signed(COLDKEY)), DispatchError::BadOrigin);
        assert_ok!(reset(RuntimeOrigin::root()));
        System::assert_last_event(
            Event::<Test>::ColdkeySwapReset {
                who: account(COLDKEY),
            }
            .into(),
        );
        assert_eq!(freeze(), None);
        assert!(ColdkeySwapDisputes::<Test>::iter().next().is_none());
    });
}

#[test]
fn what_was_announced_is_taken_back_when_its_time_is_over() {
    test(|| {
        let clear = || SubtensorModule::clear_coldkey_swap_announcement(signed(COLDKEY));
        assert_noop!(clear(), Error::<Test>::ColdkeySwapAnnouncementNotFound);
        assert_ok!(announce(COLDKEY, NEW));
        let balance = Balances::free_balance(account(COLDKEY));
        System::set_block_number(1 + DELAY + AGAIN - 1);
        assert_noop!(clear(), Error::<Test>::ColdkeySwapClearTooEarly);
        System::set_block_number(1 + DELAY + AGAIN);
        assert_ok!(clear());
        System::assert_last_event(
            Event::<Test>::ColdkeySwapCleared {
                who: account(COLDKEY),
            }
            .into(),
        );
        assert_eq!(freeze(), None);
        assert_eq!(Balances::free_balance(account(COLDKEY)), balance);
    });
}

#[test]
fn an_announced_coldkey_takes_no_gifts_of_stake() {
    test(|| {
        let netuid = start_subnet(1, 11);
        for coldkey in [COLDKEY, 3] {
            let amount = TaoBalance::new(TAO);
            assert_ok!(SubtensorModule::add_stake(
                signed(coldkey),
                account(11),
                netuid,
                amount
            ));
        }
        let give = || {
            let (to, hotkey) = (account(COLDKEY), account(11));
            let amount = (TAO / 10).into();
            SubtensorModule::transfer_stake(signed(3), to, hotkey, netuid, netuid, amount)
                .map_err(|failed| failed.error)
        };
        assert_ok!(give());
        assert_ok!(announce(COLDKEY, NEW));
        assert_eq!(give(), Err(Error::<Test>::ColdkeySwapAnnounced.into()));
        assert_ok!(SubtensorModule::reset_coldkey_swap(
            RuntimeOrigin::root(),
            account(COLDKEY)
        ));
        assert_ok!(give());
    });
}

#[test]
fn the_older_call_is_retired() {
    test(|| {
        let call = |origin| SubtensorModule::schedule_swap_coldkey(origin, account(NEW));
        assert_noop!(call(RuntimeOrigin::none()), DispatchError::BadOrigin);
        assert_noop!(call(signed(COLDKEY)), Error::<Test>::Deprecated);
    });
}
