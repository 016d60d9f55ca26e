//! Crowdloans (spec 60 §12.1). A coldkey under an announced swap makes no call by one either.

use frame_support::{PalletId, parameter_types, traits::ConstU32, weights::Weight};
use pallet_crowdloan::MeasuredWeights;
use sp_runtime::Perbill;
use subtensor_primitives::TaoBalance;

use super::system::MAX_BLOCK_WEIGHT;
use crate::{
    Balances, Preimage, Runtime,
    guard::{GuardedCall, SwapGuard},
    timing,
};

parameter_types! {
    pub const CrowdloanPalletId: PalletId = PalletId(*b"bt/cloan");
    pub const MinimumDeposit: TaoBalance = TaoBalance::new(10_000_000_000);
    pub const AbsoluteMinimumContribution: TaoBalance = TaoBalance::new(100_000_000);
    /// More than a leased subnet with all contributors takes, as a test of the runtime shows.
    pub MaxCallWeight: Weight = Perbill::from_percent(10) * MAX_BLOCK_WEIGHT;
}

impl pallet_crowdloan::Config for Runtime {
    type RuntimeCall = GuardedCall;
    type Currency = Balances;
    type Preimages = Preimage;
    type CallChecks = SwapGuard;
    type WeightInfo = MeasuredWeights<Runtime>;
    type MaxCallWeight = MaxCallWeight;
    type PalletId = CrowdloanPalletId;
    type MinimumDeposit = MinimumDeposit;
    type AbsoluteMinimumContribution = AbsoluteMinimumContribution;
    type MinimumBlockDuration = timing::CrowdloanMinimumDuration;
    type MaximumBlockDuration = timing::CrowdloanMaximumDuration;
    type RefundContributorsLimit = ConstU32<50>;
    type MaxContributors = ConstU32<500>;
}
