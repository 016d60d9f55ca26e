use frame_support::{derive_impl, traits::BuildGenesisConfig};
use sp_io::TestExternalities;

use crate as pallet_timing;
use crate::{GenesisConfig, TimingProfile};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Timing: pallet_timing,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

impl crate::Config for Test {}

fn picked(profile: TimingProfile) -> u32 {
    TestExternalities::default().execute_with(|| {
        GenesisConfig::<Test> {
            profile,
            _config: Default::default(),
        }
        .build();
        Timing::pick(12_000, 250)
    })
}

#[test]
fn each_profile_picks_its_own_value() {
    assert_eq!(picked(TimingProfile::Production), 12_000);
    assert_eq!(picked(TimingProfile::Fast), 250);
}

#[test]
fn a_chain_without_a_choice_runs_at_production_speed() {
    TestExternalities::default().execute_with(|| assert_eq!(Timing::pick("slow", "fast"), "slow"));
}
