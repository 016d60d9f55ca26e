//! Seats on root: what they cost, who may have one, who gives up another for it (spec 90 §18).

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo};
use sp_runtime::{DispatchError, PerU16};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::ROOT_SEATS;
use crate::{Error, Event, mock::*, pallet::*, shares::MAX_HOTKEYS};

const ROOT: NetUid = NetUid::ROOT;

fn seat(coldkey: u64, hotkey: u64) -> DispatchResultWithPostInfo {
    SubtensorModule::root_register(signed(coldkey), account(hotkey))
}

fn uid(hotkey: u64) -> Option<u16> {
    Neurons::<Test>::uid_for(ROOT, &account(hotkey))
}

fn free(coldkey: u64) -> u64 {
    Balances::free_balance(account(coldkey))
}

fn set_price(rao: u64) {
    Burn::<Test>::insert(ROOT, TaoBalance::new(rao));
}

fn price() -> u64 {
    Burn::<Test>::get(ROOT).to_u64()
}

fn stake_on_root(hotkey: u64, rao: u64) {
    TotalHotkeyAlpha::<Test>::insert(account(hotkey), ROOT, AlphaBalance::new(rao));
}

/// Root with so many seats, on which the tests decide what other limits there are.
fn root(seats: u16, run: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        MaxAllowedUids::<Test>::insert(ROOT, seats);
        MaxRegistrationsPerBlock::<Test>::insert(ROOT, u16::MAX);
        TargetRegistrationsPerInterval::<Test>::insert(ROOT, u16::MAX);
        ImmunityPeriod::<Test>::insert(ROOT, 0);
        run();
    });
}

#[test]
fn a_seat_is_paid_for_and_makes_the_next_one_dearer() {
    root(2, || {
        set_price(1_000_000_000);
        BurnIncreaseMult::<Test>::insert(ROOT, U64F64::from_num(2u64));
        let (issuance, before) = (Balances::total_issuance(), free(1));
        System::reset_events();
        assert_ok!(seat(1, 11));
        assert_eq!(before - free(1), 1_000_000_000);
        assert_eq!(issuance - Balances::total_issuance(), 1_000_000_000);
        assert_eq!(price(), 2_000_000_000);
        let recycled = TaoBalance::new(1_000_000_000);
        assert_eq!(RAORecycledForRegistration::<Test>::get(ROOT), recycled);
        System::assert_has_event(Event::RAORecycledForRegistrationSet(ROOT, recycled).into());
        System::assert_last_event(Event::NeuronRegistered(ROOT, 0, account(11)).into());
        let take = PerU16::from_parts(11_796);
        assert_eq!(Delegates::<Test>::try_get(account(11)), Ok(take), "18 %");
        let counters = (
            RegistrationsThisBlock::<Test>::get(ROOT),
            RegistrationsThisInterval::<Test>::get(ROOT),
        );
        assert_eq!(counters, (1, 1));
        next_block();
        assert_eq!(RegistrationsThisBlock::<Test>::get(ROOT), 0);
        assert!(price() < 2_000_000_000, "it falls with the blocks");
    });
}

#[test]
fn a_delegate_keeps_its_take() {
    root(2, || {
        Delegates::<Test>::insert(account(11), PerU16::from_parts(7));
        assert_ok!(seat(1, 11));
        let take = PerU16::from_parts(7);
        assert_eq!(Delegates::<Test>::get(account(11)), take);
    });
}

#[test]
fn a_payer_keeps_the_deposit_of_its_account() {
    root(2, || {
        set_price(free(2));
        assert_noop!(seat(2, 12), Error::<Test>::NotEnoughBalanceToStake);
        set_price(free(2) - EXISTENTIAL_DEPOSIT);
        assert_ok!(seat(2, 12));
        assert_eq!(free(2), EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn by_default_a_block_has_one_seat_to_give() {
    new_test_ext().execute_with(|| {
        assert_ok!(seat(1, 11));
        let before = free(2);
        assert_noop!(seat(2, 12), Error::<Test>::TooManyRegistrationsThisBlock);
        assert_eq!(free(2), before);
        next_block();
        assert_ok!(seat(2, 12));
    });
}

/// Three registrations in each interval keep root closed; what that costs doubles fast.
#[test]
fn closing_root_gets_dear() {
    root(64, || {
        TargetRegistrationsPerInterval::<Test>::insert(ROOT, 1);
        let (first, before) = (price(), free(1));
        for hotkey in 11..14 {
            assert_ok!(seat(1, hotkey));
        }
        assert_noop!(seat(2, 14), Error::<Test>::TooManyRegistrationsThisInterval);
        assert!(price() >= 2 * first);
        assert!(before - free(1) > 3 * first);
        run_to_block(Schedule::<Test>::tempo(ROOT));
        assert_ok!(seat(2, 14));
    });
}

#[test]
fn errors_come_in_order() {
    root(2, || {
        let own = |coldkey, hotkey| {
            Owner::<Test>::insert(account(hotkey), account(coldkey));
            OwnedHotkeys::<Test>::append(account(coldkey), account(hotkey));
        };
        assert_ok!(seat(1, 11));
        assert_ok!(seat(2, 12));
        own(1, 13);
        (0..MAX_HOTKEYS as u64).for_each(|number| own(5, 1_000 + number));
        let system = Subnets::<Test>::account_of_subnet(NetUid::new(1));
        let of_system = || SubtensorModule::root_register(signed(4), system.clone());

        ImmunityPeriod::<Test>::insert(ROOT, 10);
        assert_noop!(seat(4, 14), Error::<Test>::NoNeuronIdAvailable);
        assert_noop!(seat(5, 14), Error::<Test>::TooManyStakingHotkeys);
        assert_noop!(seat(4, 13), Error::<Test>::NonAssociatedColdKey);
        assert_noop!(of_system(), Error::<Test>::CannotUseSystemAccount);
        set_price(u64::MAX);
        assert_noop!(seat(4, 13), Error::<Test>::NotEnoughBalanceToStake);
        assert_noop!(of_system(), Error::<Test>::NotEnoughBalanceToStake);
        assert_noop!(seat(4, 11), Error::<Test>::HotKeyAlreadyRegisteredInSubNet);
        TargetRegistrationsPerInterval::<Test>::insert(ROOT, 0);
        assert_noop!(seat(4, 11), Error::<Test>::TooManyRegistrationsThisInterval);
        MaxRegistrationsPerBlock::<Test>::insert(ROOT, 2);
        assert_noop!(seat(4, 11), Error::<Test>::TooManyRegistrationsThisBlock);
        let nobody = |origin| SubtensorModule::root_register(origin, account(11));
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            assert_noop!(nobody(origin), DispatchError::BadOrigin);
        }
        NetworksAdded::<Test>::remove(ROOT);
        assert_noop!(
            nobody(RuntimeOrigin::none()),
            Error::<Test>::RootNetworkDoesNotExist
        );
    });
}

#[test]
fn the_least_stake_out_of_immunity_gives_up_its_seat() {
    root(3, || {
        ImmunityPeriod::<Test>::insert(ROOT, 5);
        for (coldkey, stake) in [(1, 7), (2, 5), (3, 0)] {
            assert_ok!(seat(coldkey, coldkey + 10));
            stake_on_root(coldkey + 10, stake);
            System::set_block_number(System::block_number() + 1);
        }
        let before = free(4);
        assert_noop!(seat(4, 14), Error::<Test>::NoNeuronIdAvailable);
        assert_eq!(free(4), before, "nothing is charged");
        // 11 and 12 came in blocks 1 and 2, 13 in block 3.
        System::set_block_number(7);
        assert_ok!(seat(4, 14));
        assert_eq!((uid(12), uid(14)), (None, Some(1)), "13 is immune");
        assert!(Owner::<Test>::contains_key(account(12)));
        System::set_block_number(8);
        // Equal stakes go by age; the hotkey of root's owner stays.
        stake_on_root(11, 0);
        SubnetOwnerHotkey::<Test>::insert(ROOT, account(11));
        assert_ok!(seat(5, 15));
        assert_eq!((uid(11), uid(13), uid(15)), (Some(0), None, Some(2)));
    });
}

#[test]
fn of_equal_stakes_and_ages_the_lowest_uid_gives_up_its_seat() {
    root(3, || {
        for hotkey in 11..14 {
            assert_ok!(seat(1, hotkey));
        }
        stake_on_root(11, 1);
        assert_ok!(seat(1, 14));
        assert_eq!((uid(11), uid(12), uid(13)), (Some(0), None, Some(2)));
        // Stake on other subnets counts for nothing.
        let other = NetUid::new(1);
        TotalHotkeyAlpha::<Test>::insert(account(13), other, AlphaBalance::new(9));
        stake_on_root(14, 1);
        assert_ok!(seat(1, 15));
        assert_eq!((uid(13), uid(15)), (None, Some(2)));
    });
}

#[test]
fn root_has_no_more_than_its_seats_whatever_is_set() {
    root(u16::MAX, || {
        MaxBurn::<Test>::insert(ROOT, TaoBalance::new(TAO));
        let most = u64::from(ROOT_SEATS);
        for hotkey in 100..100 + most {
            assert_ok!(seat(1, hotkey));
        }
        check();
        assert_ok!(seat(1, 100 + most));
        assert_eq!(SubnetworkN::<Test>::get(ROOT), ROOT_SEATS);
        assert_eq!((uid(100), uid(100 + most)), (None, Some(0)));
        check();
    });
}
