//! Takes of delegates: bounds, who may change them, and when.

use frame_support::{assert_noop, assert_ok, dispatch::Pays, traits::Get};
use sp_runtime::{DispatchError, PerU16};

use crate::{Call, Error, Event, RateLimitKey, mock::*, pallet::*};

const HOTKEY: u64 = 22;

fn parts(parts: u16) -> PerU16 {
    PerU16::from_parts(parts)
}

fn decrease(coldkey: u64, hotkey: u64, take: u16) -> frame_support::dispatch::DispatchResult {
    SubtensorModule::decrease_take(signed(coldkey), account(hotkey), parts(take))
}

fn increase(coldkey: u64, hotkey: u64, take: u16) -> frame_support::dispatch::DispatchResult {
    SubtensorModule::increase_take(signed(coldkey), account(hotkey), parts(take))
}

/// A chain at block 10 on which coldkey 2 owns a hotkey.
fn test(run: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        System::set_block_number(10);
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(2),
            account(HOTKEY)
        ));
        run();
        check();
    });
}

#[test]
fn a_take_falls_at_any_time() {
    test(|| {
        for take in [11_796, 11_795, 7] {
            assert_ok!(decrease(2, HOTKEY, take));
            assert_eq!(Delegates::<Test>::get(account(HOTKEY)), parts(take));
            System::assert_last_event(
                Event::TakeDecreased(account(2), account(HOTKEY), take).into(),
            );
        }
        assert_noop!(decrease(2, HOTKEY, 7), Error::<Test>::DelegateTakeTooLow);
        assert_noop!(decrease(2, HOTKEY, 8), Error::<Test>::DelegateTakeTooLow);
    });
}

#[test]
fn lowering_never_raises_a_take_that_was_never_set() {
    test(|| {
        MaxDelegateTake::<Test>::put(parts(20_000));
        assert_noop!(
            decrease(2, HOTKEY, 11_797),
            Error::<Test>::DelegateTakeTooLow
        );
        assert_ok!(decrease(2, HOTKEY, 11_795));
    });
}

#[test]
fn a_take_rises_when_the_limit_has_passed() {
    test(|| {
        let limit = TxDelegateTakeRateLimit::<Test>::get();
        assert_ok!(increase(2, HOTKEY, 5));
        System::assert_last_event(Event::TakeIncreased(account(2), account(HOTKEY), 5).into());
        assert_noop!(increase(2, HOTKEY, 5), Error::<Test>::DelegateTakeTooLow);
        System::set_block_number(10 + limit);
        assert_noop!(
            increase(2, HOTKEY, 6),
            Error::<Test>::DelegateTxRateLimitExceeded
        );
        System::set_block_number(11 + limit);
        assert_ok!(increase(2, HOTKEY, 6));

        // A fall starts the time anew.
        System::set_block_number(20 + limit);
        assert_ok!(decrease(2, HOTKEY, 3));
        let key = RateLimitKey::LastTxBlockDelegateTake(account(HOTKEY));
        assert_eq!(LastRateLimitedBlock::<Test>::get(key), 20 + limit);
        System::set_block_number(20 + 2 * limit);
        assert_noop!(
            increase(2, HOTKEY, 4),
            Error::<Test>::DelegateTxRateLimitExceeded
        );
        TxDelegateTakeRateLimit::<Test>::put(0);
        assert_ok!(increase(2, HOTKEY, 4));
        assert_ok!(increase(2, HOTKEY, 5));
    });
}

#[test]
fn errors_of_takes_come_in_order() {
    test(|| {
        MinDelegateTake::<Test>::put(parts(5));
        MaxDelegateTake::<Test>::put(parts(9));
        for change in [decrease, increase] {
            assert_noop!(change(3, 77, 4), Error::<Test>::DelegateTakeTooLow);
            assert_noop!(change(3, 77, 10), Error::<Test>::DelegateTakeTooHigh);
            assert_noop!(change(3, 77, 5), Error::<Test>::HotKeyAccountNotExists);
            assert_noop!(change(3, HOTKEY, 9), Error::<Test>::NonAssociatedColdKey);
        }
        assert_noop!(
            SubtensorModule::decrease_take(RuntimeOrigin::root(), account(HOTKEY), parts(5)),
            DispatchError::BadOrigin
        );
        assert_noop!(
            SubtensorModule::increase_take(RuntimeOrigin::none(), account(HOTKEY), parts(5)),
            DispatchError::BadOrigin
        );
        // A stored take beyond a bound that moved may only go back between the bounds.
        Delegates::<Test>::insert(account(HOTKEY), parts(20));
        assert_noop!(decrease(2, HOTKEY, 10), Error::<Test>::DelegateTakeTooHigh);
        assert_ok!(decrease(2, HOTKEY, 9));
    });
}

#[test]
fn the_pool_refuses_what_the_calls_refuse() {
    test(|| {
        assert_ok!(decrease(2, HOTKEY, 7));
        let calls = |hotkey, lower, higher| {
            let hotkey = account(hotkey);
            [
                Call::decrease_take {
                    hotkey: hotkey.clone(),
                    take: parts(lower),
                },
                Call::increase_take {
                    hotkey,
                    take: parts(higher),
                },
            ]
        };
        let verdict = |who, call: &Call<Test>| {
            Admission::<Test>::precheck(&account(who), call).map_err(DispatchError::from)
        };
        let refused = |error: Error<Test>| Err(error.into());
        for call in calls(HOTKEY, 7, 7) {
            assert_eq!(verdict(2, &call), refused(Error::DelegateTakeTooLow));
            assert_eq!(verdict(3, &call), refused(Error::NonAssociatedColdKey));
        }
        for call in calls(77, 11_797, 11_797) {
            assert_eq!(verdict(2, &call), refused(Error::DelegateTakeTooHigh));
        }
        let [lower, higher] = calls(HOTKEY, 6, 8);
        assert_ok!(verdict(2, &lower));
        assert_eq!(
            verdict(2, &higher),
            refused(Error::DelegateTxRateLimitExceeded)
        );
    });
}

#[test]
fn changes_of_takes_are_free() {
    use frame_support::dispatch::GetDispatchInfo;
    let (hotkey, take) = (account(HOTKEY), parts(1));
    for call in [
        Call::<Test>::decrease_take {
            hotkey: hotkey.clone(),
            take,
        },
        Call::increase_take { hotkey, take },
    ] {
        assert_eq!(call.get_dispatch_info().pays_fee, Pays::No);
    }
}

#[test]
fn takes_start_at_the_constants() {
    new_test_ext().execute_with(|| {
        let default: u16 = <Test as Config>::InitialDefaultDelegateTake::get();
        assert_eq!(Delegates::<Test>::get(account(77)), parts(default));
        assert_eq!(MaxDelegateTake::<Test>::get(), parts(default));
        assert_eq!(MinDelegateTake::<Test>::get(), parts(0));
    });
}
