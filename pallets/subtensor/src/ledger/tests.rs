//! The checks of the ledger find what they are there to find, and nothing moves that is not there.

use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, TaoBalance};

use crate::{
    domain::{Domain, Domains},
    mock::*,
    pallet::*,
};

/// The subnet that the test opens.
fn netuid() -> NetUid {
    NetUid::new(2)
}

#[test]
fn every_false_book_is_noticed() {
    let falsify: [(&str, fn()); 7] = [
        ("issuance", || {
            TotalIssuance::<Test>::put(TaoBalance::new(1))
        }),
        ("total stake", || {
            TotalStake::<Test>::put(TaoBalance::new(1))
        }),
        ("subnet account", || {
            let account = Subnets::<Test>::account_of_subnet(netuid());
            let _ =
                Balances::force_set_balance(RuntimeOrigin::root(), account, EXISTENTIAL_DEPOSIT);
            TotalIssuance::<Test>::put(Ledger::<Test>::tao_issuance());
        }),
        ("what is kept for the pool", || {
            let kept = TaoBalance::new(u64::MAX / 2);
            let added = Swap::adjust_liquidity(netuid(), kept, AlphaBalance::ZERO);
            assert_eq!(added, Default::default());
        }),
        ("alpha in the pool", || {
            SubnetAlphaIn::<Test>::insert(netuid(), AlphaBalance::new(1))
        }),
        ("alpha out of the pool", || {
            SubnetAlphaOut::<Test>::insert(netuid(), AlphaBalance::new(1))
        }),
        ("stake", || {
            TotalHotkeyAlpha::<Test>::insert(account(5), netuid(), AlphaBalance::new(1))
        }),
    ];
    for (what, falsify) in falsify {
        new_test_ext().execute_with(|| {
            start_subnet(1, 11);
            next_block();
            check();
            falsify();
            assert!(Domains::<Test>::check().is_err(), "{what}");
        });
    }
}

#[test]
fn nobody_gives_more_than_there_is() {
    new_test_ext().execute_with(|| {
        let (all, rao) = (TaoBalance::new(FUNDS), TaoBalance::new(1));
        let refused = DispatchError::from(Error::<Test>::InsufficientTaoBalance);
        let transfer =
            |from, amount| Ledger::<Test>::transfer_tao(&account(from), &account(2), amount);
        assert_noop!(transfer(1, all.saturating_add(rao)), refused);
        assert_noop!(transfer(50, rao), refused);

        let alive = all.saturating_sub(TaoBalance::new(EXISTENTIAL_DEPOSIT));
        let recycle = |amount| Ledger::<Test>::recycle_tao(&account(1), amount);
        assert_noop!(recycle(alive.saturating_add(rao)), refused);
        assert_ok!(recycle(alive));

        // What is left keeps the account alive, so that none of it goes to a pool.
        let invest = |from| Ledger::<Test>::transfer_to_subnet(NetUid::new(1), &account(from), rao);
        assert_noop!(invest(1), refused);
        assert_noop!(invest(50), refused);
        assert_ok!(transfer(1, TaoBalance::new(EXISTENTIAL_DEPOSIT)));
    });
}
