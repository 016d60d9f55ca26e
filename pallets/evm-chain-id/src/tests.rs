use frame_support::{
    derive_impl,
    traits::{BuildGenesisConfig, Get},
};
use sp_io::TestExternalities;

use crate as pallet_evm_chain_id;
use crate::GenesisConfig;

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        EVMChainId: pallet_evm_chain_id,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

impl crate::Config for Test {}

#[test]
fn genesis_gives_a_chain_its_number_and_it_can_change() {
    TestExternalities::default().execute_with(|| {
        GenesisConfig::<Test>::default().build();
        assert_eq!(<EVMChainId as Get<u64>>::get(), 42);
        EVMChainId::set(964);
        assert_eq!(<EVMChainId as Get<u64>>::get(), 964);
    });
}
