//! Leases when coldkeys are swapped.

use frame_support::assert_noop;

use super::*;
use crate::Error;

fn swap(old: AccountId, new: AccountId) -> Result<(), DispatchError> {
    let cost = TaoBalance::ZERO;
    SubtensorModule::swap_coldkey(RuntimeOrigin::root(), old, new, cost)
        .map(|_| ())
        .map_err(|failed| failed.error)
}

#[test]
fn leases_follow_a_coldkey() {
    test(|lease| {
        refuse_gifts(FIRST, true);
        cut(lease.netuid, 10 * TAO);
        run_to_block(100);
        let share = SubnetLeaseShares::<Test>::get(0, account(FIRST));
        assert_ok!(swap(account(FIRST), account(70)));
        assert_eq!([owed(FIRST), owed(70)], [0, 1_799_999_999]);
        assert!(!SubnetLeaseShares::<Test>::contains_key(0, account(FIRST)));
        assert_eq!(SubnetLeaseShares::<Test>::get(0, account(70)), share);
        assert_ok!(swap(account(CREATOR), account(71)));
        let expected = [(lease.coldkey.clone(), account(71))];
        assert_eq!(LeaseProxies::get(), expected);
        assert_eq!(super::lease(0).beneficiary, account(71));
        cut(lease.netuid, 10 * TAO);
        run_to_block(200);
        assert!(is_near(staked(&lease, 70), 2 * 1_799_999_999));
        assert!(is_near(staked(&lease, 71), 60_000_004));
        assert_eq!(staked(&lease, FIRST), 0);
    });
}

#[test]
fn shares_and_debts_of_two_coldkeys_become_one() {
    test(|lease| {
        refuse_gifts(FIRST, true);
        refuse_gifts(SECOND, true);
        cut(lease.netuid, 10 * TAO);
        run_to_block(100);
        let sum = [FIRST, SECOND]
            .map(|who| SubnetLeaseShares::<Test>::get(0, account(who)))
            .into_iter()
            .fold(subtensor_fixed::U64F64::ZERO, |sum, share| {
                sum.saturating_add(share)
            });
        assert_ok!(swap(account(FIRST), account(SECOND)));
        assert_eq!(SubnetLeaseShares::<Test>::get(0, account(SECOND)), sum);
        assert_eq!(owed(SECOND), 1_799_999_999 + 1_169_999_999);
        refuse_gifts(SECOND, false);
        run_to_block(200);
        assert!(is_near(
            staked(&lease, SECOND),
            1_799_999_999 + 1_169_999_999
        ));
    });
}

#[test]
fn nobody_takes_the_place_of_a_lease() {
    test(|lease| {
        for (old, new) in [
            (lease.coldkey.clone(), account(70)),
            (account(FIRST), lease.coldkey.clone()),
        ] {
            assert_noop!(swap(old, new), Error::<Test>::CannotUseSystemAccount);
        }
    });
}
