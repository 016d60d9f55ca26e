//! Leases with as many contributors as a crowdloan can have.

use frame_support::assert_ok;
use sp_runtime::Percent;
use subtensor_primitives::FinalizingCrowdloan;

use super::{
    counting::count,
    price,
    rows::{Row, free_a_netuid},
    states::*,
};
use crate::{Call, mock::*, pallet::*};

const CREATOR: u64 = 4;
/// First number of a contributor.
const OTHERS: u64 = 600;
const END: u64 = 50;

fn raise() {
    let each = 100_000 * TAO / u64::from(MAX_CONTRIBUTORS);
    let others = OTHERS..OTHERS + u64::from(MAX_CONTRIBUTORS) - 1;
    let given: Vec<_> = [CREATOR]
        .into_iter()
        .chain(others)
        .map(|number| (account(number), tao(each)))
        .collect();
    let raised = each * given.len() as u64;
    assert_ok!(Balances::transfer_allow_death(
        signed(7),
        account(590),
        raised
    ));
    let loan = FinalizingCrowdloan {
        id: 0,
        creator: account(CREATOR),
        funds_account: account(590),
        raised: tao(raised),
    };
    Finalizing::set(Some((loan, given)));
}

fn register() -> Call<Test> {
    Call::register_leased_network {
        emissions_share: Percent::from_percent(50),
        end_block: Some(END),
    }
}

/// A lease with a pot to divide, debts to everybody, and a lock.
fn lease() -> crate::SubnetLease<AccountId, u64> {
    all_subnets();
    free_a_netuid();
    full_root();
    raise();
    let share = Percent::from_percent(50);
    assert_ok!(SubtensorModule::register_leased_network(
        signed(CREATOR),
        share,
        Some(END)
    ));
    let lease = SubnetLeases::<Test>::get(0).unwrap();
    let netuid = lease.netuid;
    Tempo::<Test>::insert(netuid, 0);
    Ledger::<Test>::mint_alpha_out(netuid, alpha(1_000 * TAO));
    Shares::<Test>::increase_stake(&lease.hotkey, &lease.coldkey, netuid, alpha(1_000 * TAO));
    AccumulatedLeaseDividends::<Test>::insert(0, alpha(200 * TAO));
    for number in OTHERS..OTHERS + u64::from(MAX_CONTRIBUTORS) - 1 {
        SubnetLeaseUnpaidDividends::<Test>::insert(0, account(number), alpha(TAO));
    }
    Locks::<Test>::lock_owner_cut(netuid, &lease.coldkey, &lease.hotkey, alpha(500 * TAO));
    own(CREATOR, 88);
    lease
}

pub(super) fn leases() -> Vec<Row> {
    vec![
        ("register_leased_network", "the last netuid", || {
            all_subnets();
            free_a_netuid();
            full_root();
            raise();
            (signed(CREATOR), register())
        }),
        ("register_leased_network", "in place of another", || {
            all_subnets();
            NetworkImmunityPeriod::<Test>::put(0);
            full_root();
            raise();
            (signed(CREATOR), register())
        }),
        ("terminate_lease", "as many contributors as can be", || {
            lease();
            System::set_block_number(END);
            let call = Call::terminate_lease {
                lease_id: 0,
                hotkey: account(88),
            };
            (signed(CREATOR), call)
        }),
        ("terminate_lease", "nobody is owed anything", || {
            lease();
            AccumulatedLeaseDividends::<Test>::remove(0);
            let _ = SubnetLeaseUnpaidDividends::<Test>::clear_prefix(0, u32::MAX, None);
            System::set_block_number(END);
            let call = Call::terminate_lease {
                lease_id: 0,
                hotkey: account(88),
            };
            (signed(CREATOR), call)
        }),
    ]
}

#[test]
fn payouts_of_leases_touch_no_more_than_they_weigh() {
    for is_over in [false, true] {
        let mut state = new_test_ext();
        state.execute_with(|| {
            let lease = lease();
            if is_over {
                System::set_block_number(END);
                let hotkey = account(88);
                assert_ok!(SubtensorModule::terminate_lease(signed(CREATOR), 0, hotkey));
            }
            assert!(Locks::<Test>::has_lock(lease.netuid, &lease.coldkey) != is_over);
            System::set_block_number(100);
        });
        let (weight, touched) = count(&mut state, || Leases::<Test>::go_on_paying(100));
        assert!(touched.writes > u64::from(MAX_CONTRIBUTORS), "{touched:?}");
        println!("leases: {touched:?} of {}", weight.ref_time() / 1_000_000);
        assert!(price(touched).all_lte(weight), "{touched:?} of {weight:?}");
    }
}
