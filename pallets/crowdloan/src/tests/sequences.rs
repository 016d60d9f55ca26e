//! Random sequences of all calls, with a check after each.

use proptest::prelude::*;

use super::*;

/// An account, a crowdloan, which call, and an amount.
type Step = (u8, u32, u8, u64);

fn call_of((_, id, which, amount): Step) -> RuntimeCall {
    let now = System::block_number();
    match which {
        0 => create_call(50 + amount).into(),
        1 => create_for(50 + amount, take_call(TARGET, amount % 2, 150)).into(),
        2..=5 => contribute_call(id, amount).into(),
        6 => withdraw_call(id).into(),
        7 | 8 => finalize_call(id).into(),
        9 => refund_call(id).into(),
        10 => dissolve_call(id).into(),
        11 => Call::<Test>::update_min_contribution {
            crowdloan_id: id,
            new_min_contribution: amount.into(),
        }
        .into(),
        12 => Call::<Test>::update_end {
            crowdloan_id: id,
            new_end: now + amount as u32,
        }
        .into(),
        13 => Call::<Test>::update_cap {
            crowdloan_id: id,
            new_cap: if amount % 2 == 0 {
                info_raised(id)
            } else {
                amount
            }
            .into(),
        }
        .into(),
        14 => Call::<Test>::set_max_contribution {
            crowdloan_id: id,
            new_max_contribution: (amount > 50).then_some(amount.into()),
        }
        .into(),
        _ => pallet_balances::Call::<Test>::transfer_allow_death {
            dest: funds(id),
            value: amount,
        }
        .into(),
    }
}

fn info_raised(id: u32) -> u64 {
    crate::Crowdloans::<Test>::get(id).map_or(0, |info| info.raised.to_u64())
}

fn total() -> u64 {
    frame_system::Account::<Test>::iter()
        .map(|(_, account)| account.data.free)
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_sequence_of_calls_creates_or_loses_tao(
        steps in prop::collection::vec((1u8..6, 0u32..3, 0u8..16, 0u64..150), 1..80),
    ) {
        externalities().execute_with(|| {
            let before = total();
            for step in steps {
                // Most fail, and leave nothing.
                let _ = send(account(step.0), call_of(step));
                prop_assert_eq!(total(), before);
                prop_assert_eq!(Balances::total_issuance(), before);
                prop_assert_eq!(Crowdloan::try_state(0), Ok(()));
            }
            Ok(())
        })?;
    }
}
