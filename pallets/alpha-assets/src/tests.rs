use frame_support::{assert_ok, derive_impl, traits::Hooks};
use sp_io::TestExternalities;
use subtensor_primitives::{AlphaAssetsInterface, AlphaBalance, NetUid};

use crate as pallet_alpha_assets;
use crate::{AlphaBurned, AlphaRecycled, TotalAlphaIssuance};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        AlphaAssets: pallet_alpha_assets,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

impl crate::Config for Test {}

const NETUID: NetUid = NetUid::new(3);

#[test]
fn recycled_alpha_leaves_the_issuance_and_burned_alpha_stays_in_it() {
    TestExternalities::default().execute_with(|| {
        AlphaAssets::mint(NETUID, AlphaBalance::new(100));
        AlphaAssets::recycle(NETUID, AlphaBalance::new(30));
        AlphaAssets::burn(NETUID, AlphaBalance::new(20));
        assert_eq!(
            TotalAlphaIssuance::<Test>::get(NETUID),
            AlphaBalance::new(70)
        );
        assert_eq!(AlphaRecycled::<Test>::get(NETUID), AlphaBalance::new(30));
        assert_eq!(AlphaBurned::<Test>::get(NETUID), AlphaBalance::new(20));
        assert_ok!(AlphaAssets::try_state(1));
    });
}

#[test]
fn burning_more_than_was_issued_is_found() {
    TestExternalities::default().execute_with(|| {
        AlphaAssets::burn(NETUID, AlphaBalance::new(1));
        assert!(AlphaAssets::try_state(1).is_err());
    });
}
