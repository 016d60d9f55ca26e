//! Benchmarks of the calls.

use frame_benchmarking::v2::*;
use frame_support::traits::Get;
use frame_system::RawOrigin;
use subtensor_primitives::NetUid;

use crate::{Call, Config, FeeRate, Pallet};

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn set_fee_rate() {
        let rate = T::MaxFeeRate::get();

        #[extrinsic_call]
        _(RawOrigin::Root, NetUid::ROOT, rate);

        assert_eq!(FeeRate::<T>::get(NetUid::ROOT), rate);
    }

    /// Any call that always fails.
    #[benchmark]
    fn retired() {
        let failed;

        #[block]
        {
            failed = Pallet::<T>::disable_lp(RawOrigin::Root.into());
        }

        assert!(failed.is_err());
    }
}
