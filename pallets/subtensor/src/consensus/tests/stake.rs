//! Stake weights (spec 20 §5).

use subtensor_primitives::{AlphaBalance, NetUid};

use super::NETUID;
use crate::{consensus::StakeWeights, mock::*, pallet::*};

#[test]
fn stake_is_inherited_as_in_20_14_15() {
    let whole = u64::MAX;
    for (share, own, kept, inherited) in [
        (whole / 2, 0, 500_000_000_232, 499_999_999_767),
        (whole, 5, 0, 1_000_000_000_005),
        (whole / 3, 7, 666_666_666_744, 333_333_333_262),
    ] {
        new_test_ext().execute_with(|| {
            let (parent, child) = (account(40), account(41));
            let stake = |key: &_, amount| {
                TotalHotkeyAlpha::<Test>::insert(key, NETUID, AlphaBalance::new(amount))
            };
            stake(&parent, 1_000_000_000_000);
            stake(&child, own);
            ChildKeys::<Test>::insert(&parent, NETUID, vec![(share, child.clone())]);
            ParentKeys::<Test>::insert(&child, NETUID, vec![(share, parent.clone())]);
            let weight = |key| StakeWeights::<Test>::new(NETUID).parts(key).alpha;
            assert_eq!((weight(&parent), weight(&child)), (kept, inherited));
        });
    }
}

#[test]
fn root_stake_counts_at_the_weight_of_tao() {
    new_test_ext().execute_with(|| {
        let hotkey = account(40);
        for netuid in [NETUID, NetUid::ROOT] {
            TotalHotkeyAlpha::<Test>::insert(&hotkey, netuid, AlphaBalance::new(1_000_000_000_000));
        }
        let exact = StakeWeights::<Test>::new(NETUID).parts(&hotkey).exact;
        assert_eq!(exact, 4_521_213_178 * 1_000_000_000_000);
        assert_eq!(
            StakeWeights::<Test>::stake_weight(&hotkey, NETUID),
            1_052_676_974_330
        );
    });
}
