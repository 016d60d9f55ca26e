//! `set_fee_rate` and the retired calls (spec 50 §5.6).

use codec::Encode;
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use sp_runtime::{DispatchError, ModuleError};
use subtensor_primitives::SwapInterface;

use super::*;

#[test]
fn root_sets_the_fee_of_a_pool() {
    test(|| {
        assert_ok!(Swap::set_fee_rate(RuntimeOrigin::root(), POOL, 10_000));
        assert_eq!(FeeRate::<Test>::get(POOL), 10_000);
        let event = Event::FeeRateSet {
            netuid: POOL,
            rate: 10_000,
        };
        System::assert_last_event(event.into());
        assert_eq!(System::events().len(), 1);
        assert_eq!(Swap::fee(POOL, 65_536), 10_000);
        // Subnets without a pool have no fee to charge, whatever is stored.
        assert_ok!(Swap::set_fee_rate(RuntimeOrigin::root(), STABLE, 10_000));
        assert_eq!(Swap::fee(STABLE, 65_536), 0);
        assert_ok!(Swap::set_fee_rate(RuntimeOrigin::root(), NetUid::ROOT, 0));
    });
}

#[test]
fn refused_fees_come_in_the_order_of_the_specification() {
    test(|| {
        let root = RuntimeOrigin::root;
        for origin in [RuntimeOrigin::signed(1), RuntimeOrigin::none()] {
            let refused = Swap::set_fee_rate(origin, NOWHERE, 10_001);
            assert_noop!(refused, DispatchError::BadOrigin);
        }
        assert_noop!(
            Swap::set_fee_rate(root(), NOWHERE, 10_001),
            Error::<Test>::MechanismDoesNotExist
        );
        assert_noop!(
            Swap::set_fee_rate(root(), POOL, 10_001),
            Error::<Test>::FeeRateTooHigh
        );
    });
}

#[test]
fn retired_calls_fail_for_everybody() {
    test(|| {
        let origins = [
            RuntimeOrigin::root(),
            RuntimeOrigin::signed(1),
            RuntimeOrigin::none(),
        ];
        for origin in origins {
            let (low, high) = (TickIndex(-1), TickIndex(1));
            for refused in [
                Swap::add_liquidity(origin.clone(), 1, POOL, low, high, 5),
                Swap::remove_liquidity(origin.clone(), 1, POOL, PositionId(2)),
                Swap::modify_position(origin.clone(), 1, POOL, PositionId(2), -3),
                Swap::toggle_user_liquidity(origin.clone(), POOL, true),
                Swap::disable_lp(origin),
            ] {
                assert_noop!(refused, Error::<Test>::Deprecated);
            }
        }
    });
}

#[test]
fn calls_and_errors_have_the_public_numbers() {
    let encoded = |call: Call<Test>| RuntimeCall::from(call).encode();
    let set = Call::set_fee_rate {
        netuid: POOL,
        rate: 33,
    };
    assert!(
        RuntimeCall::from(set.clone()).get_dispatch_info().pays_fee
            == frame_support::dispatch::Pays::Yes
    );
    assert_eq!(encoded(set), [28, 0, 1, 0, 33, 0]);
    let modify = Call::modify_position {
        hotkey: 7,
        netuid: POOL,
        position_id: PositionId(2),
        liquidity_delta: -1,
    };
    let arguments = (7u64, 1u16, 2u128, -1i64).encode();
    assert_eq!(encoded(modify), [&[28, 3][..], &arguments].concat());
    assert_eq!(encoded(Call::disable_lp {}), [28, 5]);

    let number = |error: Error<Test>| match DispatchError::from(error) {
        DispatchError::Module(ModuleError {
            index: 28, error, ..
        }) => error[0],
        other => panic!("{other:?}"),
    };
    for (error, want) in [
        (Error::FeeRateTooHigh, 0),
        (Error::InsufficientLiquidity, 2),
        (Error::PriceLimitExceeded, 3),
        (Error::ReservesTooLow, 7),
        (Error::MechanismDoesNotExist, 8),
        (Error::ReservesOutOfBalance, 10),
        (Error::SwapInputTooLarge, 11),
        (Error::Deprecated, 12),
    ] {
        assert_eq!(number(error), want);
    }
}
