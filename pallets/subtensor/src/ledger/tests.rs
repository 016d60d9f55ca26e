//! The checks of the ledger find what they are there to find.

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
