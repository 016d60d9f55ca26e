//! What the payouts of leases touch.

use frame_support::assert_ok;

use super::{counting::count, price};
use crate::{
    benchmarking::leases::{CREATOR, END, lease},
    mock::*,
};

#[test]
fn payouts_of_leases_touch_no_more_than_they_weigh() {
    for is_over in [false, true] {
        let mut state = new_test_ext();
        state.execute_with(|| {
            let lease = lease::<Test>(MAX_CONTRIBUTORS);
            if is_over {
                System::set_block_number(END.into());
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
