//! The pulses of drand's beacon (spec 60 §5): checked with the host functions of the curve, fetched
//! by the off-chain workers of authorities.

use frame_support::traits::ConstU64;
use frame_system::offchain::{CreateBare, CreateTransactionBase};
use pallet_drand::{Call, MeasuredWeights};
use sp_crypto_ec_utils::bls12_381::HostHooks;

use crate::{Runtime, RuntimeCall, UncheckedExtrinsic};

impl CreateTransactionBase<Call<Runtime>> for Runtime {
    type Extrinsic = UncheckedExtrinsic;
    type RuntimeCall = RuntimeCall;
}

impl CreateBare<Call<Runtime>> for Runtime {
    fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
        UncheckedExtrinsic::new_bare(call)
    }
}

impl pallet_drand::Config for Runtime {
    type Curve = HostHooks;
    type UnsignedPriority = ConstU64<{ 1 << 20 }>;
    type HttpFetchTimeout = ConstU64<1_000>;
    type WeightInfo = MeasuredWeights<Runtime>;
}
