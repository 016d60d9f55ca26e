//! Migrations that take many blocks (docs/upgrades.md).

use frame_support::{parameter_types, traits::ConstU32, weights::Weight};

use super::system::MAX_BLOCK_WEIGHT;
use crate::{Runtime, RuntimeEvent, migrations};

parameter_types! {
    /// Half of a block. Users leave it empty meanwhile; the other half is for the hooks.
    pub const MaxServiceWeight: Weight = MAX_BLOCK_WEIGHT.div(2);
}

impl pallet_migrations::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Migrations = migrations::MultiBlockMigrations;
    type CursorMaxLen = ConstU32<1_024>;
    type IdentifierMaxLen = ConstU32<64>;
    type MigrationStatusHandler = ();
    type FailedMigrationHandler = migrations::SafeModeUntilRepaired;
    type MaxServiceWeight = MaxServiceWeight;
    type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}
