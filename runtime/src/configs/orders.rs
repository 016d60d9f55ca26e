//! Limit orders (spec 80 §B.2).

use frame_support::{
    PalletId, parameter_types,
    traits::{ConstU32, ConstU64},
};
use sp_runtime::traits::AccountIdConversion;

use crate::{AccountId, EVMChainId, Runtime, Timestamp};

parameter_types! {
    pub const LimitOrdersPalletId: PalletId = PalletId(*b"bt/limit");
    pub LimitOrdersHotkey: AccountId = PalletId(*b"bt/lmhky").into_account_truncating();
}

impl pallet_limit_orders::Config for Runtime {
    type Trades = pallet_subtensor::Staking<Runtime>;
    type Time = Timestamp;
    type ChainId = EVMChainId;
    type WeightInfo = pallet_limit_orders::MeasuredWeights<Runtime>;
    type MaxOrdersPerBatch = ConstU32<100>;
    type PalletId = LimitOrdersPalletId;
    type PalletHotkey = LimitOrdersHotkey;
    /// 180 days.
    type LinkedOutputTtl = ConstU64<15_552_000_000>;
}
