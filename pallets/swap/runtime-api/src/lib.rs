//! What clients ask about the pools (spec 50 §5.7).

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

use alloc::vec::Vec;
use pallet_subtensor_swap::{SimSwapResult, SubnetPrice};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

sp_api::decl_runtime_apis! {
    /// Prices and simulated swaps.
    pub trait SwapRuntimeApi {
        /// Price of the alpha of a subnet, rao per alpha.
        fn current_alpha_price(netuid: NetUid) -> u64;
        /// The same for every subnet.
        fn current_alpha_price_all() -> Vec<SubnetPrice>;
        /// What buying alpha with `tao` would do.
        fn sim_swap_tao_for_alpha(netuid: NetUid, tao: TaoBalance) -> SimSwapResult;
        /// What selling `alpha` would do.
        fn sim_swap_alpha_for_tao(netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult;
    }
}
