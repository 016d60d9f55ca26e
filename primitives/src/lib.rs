//! Vocabulary shared by all pallets: subnet and mechanism identifiers, typed
//! amounts, and the traits through which pallets talk to each other
//! (spec 10 §3.1, spec 50 §5.8).
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod balances;
mod ids;
mod list;
mod traits;

pub use balances::{AlphaBalance, TaoBalance};
pub use ids::{MechId, NetUid, NetUidStorageIndex};
pub use list::List;
pub use subtensor_fixed as fixed;
pub use traits::{
    AlphaAssetsInterface, CommitmentsInterface, CrowdloansInterface, FinalizingCrowdloan,
    MoveOutcome, OrderTrades, PoolReserves, PoolView, ProxyInterface, RatioLimit, SwapFee,
    SwapInterface, SwapOutcome,
};
