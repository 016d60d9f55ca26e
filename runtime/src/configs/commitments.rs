//! What hotkeys publish about themselves (spec 60 §5): free of deposits, by neurons only.

use frame_support::{
    traits::{ConstU32, ConstU64},
    weights::Weight,
};
use pallet_commitments::{MeasuredWeights, Subnets};
use pallet_subtensor::{Neurons, Schedule, Scores, WeightInfo};
use sp_crypto_ec_utils::bls12_381::HostHooks;
use subtensor_primitives::NetUid;

use crate::{AccountId, Balances, Drand, Runtime};

/// The subnets as the pallet of commitments sees them.
pub struct Registered;

impl Subnets<AccountId> for Registered {
    fn is_registered(netuid: NetUid, hotkey: &AccountId) -> bool {
        Neurons::<Runtime>::is_registered(netuid, hotkey)
    }

    fn epoch(netuid: NetUid) -> u64 {
        Schedule::<Runtime>::epoch_index(netuid)
    }

    fn reset_bonds(netuid: NetUid, hotkey: &AccountId) {
        Scores::<Runtime>::reset_bonds(netuid, hotkey);
    }

    fn reset_bonds_weight() -> Weight {
        <Runtime as pallet_subtensor::Config>::WeightInfo::reset_bonds()
    }
}

impl pallet_commitments::Config for Runtime {
    type Currency = Balances;
    type Subnets = Registered;
    type Beacon = Drand;
    type Curve = HostHooks;
    type WeightInfo = MeasuredWeights<Runtime>;
    type MaxFields = ConstU32<3>;
    type InitialDeposit = ConstU64<0>;
    type FieldDeposit = ConstU64<0>;
}
