//! Funds of root validators (spec 90 A): what stake on root earns on every subnet is kept in kind
//! by a fund of the hotkey, whose shares belong to its stakers on root. A claim turns shares into
//! root stake, TAO buys more of them.
//!
//! The holdings of a fund are ordinary stake of one account, the escrow, on its hotkey; that on
//! root is its cash. What a coldkey has of the shares is not stored: it is what the rate says of
//! its root stake, less a watermark. The arithmetic is in `math/funds`.

mod claim;
mod deposit;
mod domain;
mod entitlement;
mod flush;
mod holdings;
mod hook;
#[cfg(feature = "try-runtime")]
mod invariants;
mod life;
mod stakers;
pub mod storage;
mod swap;
mod sweep;
#[cfg(test)]
mod tests;
mod trade;
mod weights;

use core::marker::PhantomData;
use frame_support::traits::Get;
use sp_runtime::traits::AccountIdConversion;

pub use claim::{Claim, ClaimWork};
pub(crate) use entitlement::RootChange;
pub use holdings::Holding;
pub use trade::TradingStatus;
pub(crate) use trade::{Leg, MAX_LEGS};
pub(crate) use weights::{
    max_weight_of_deposit, max_weight_of_root_change, max_weight_of_trades, weight_of_claim,
    weight_of_hotkey_claim, weight_of_root_change, weight_of_settled_root_change,
};

use crate::Config;

/// Kind of subaccount that holds the stake of all funds.
const ESCROW: &[u8; 8] = b"beta/esc";

/// Funds of root validators.
pub struct Funds<T>(PhantomData<T>);

impl<T: Config> Funds<T> {
    /// Account whose stake on a hotkey is what the hotkey's fund holds.
    pub fn escrow() -> T::AccountId {
        T::SubtensorPalletId::get().into_sub_account_truncating(ESCROW)
    }

    /// Whether an account is the escrow, which nobody may give anything.
    pub fn is_escrow(account: &T::AccountId) -> bool {
        *account == Self::escrow()
    }
}
