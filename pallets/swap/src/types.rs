//! Types of the public interface of the pools (spec 50 §2.4, §5.7).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_arithmetic::Perquintill;
use subtensor_amm::{HALF_WEIGHT, MIN_WEIGHT, WEIGHT_ONE};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

/// Weight of TAO in a pool; alpha has the rest.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Encode,
    Eq,
    MaxEncodedLen,
    PartialEq,
    TypeInfo,
)]
pub struct Balancer {
    /// Part of TAO.
    pub quote: Perquintill,
}

impl Default for Balancer {
    fn default() -> Self {
        Self::from_parts(HALF_WEIGHT)
    }
}

impl Balancer {
    /// From parts of 10^18.
    pub fn from_parts(quote: u64) -> Self {
        Self {
            quote: Perquintill::from_parts(quote),
        }
    }

    /// In parts of 10^18.
    pub fn quote_parts(&self) -> u64 {
        self.quote.deconstruct()
    }

    /// Whether both sides weigh at least a hundredth.
    pub fn is_in_bounds(&self) -> bool {
        (MIN_WEIGHT..=WEIGHT_ONE.saturating_sub(MIN_WEIGHT)).contains(&self.quote_parts())
    }
}

/// Retired: a bound of a position.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Encode,
    Eq,
    MaxEncodedLen,
    PartialEq,
    TypeInfo,
)]
pub struct TickIndex(pub i32);

/// Retired: a position.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Encode,
    Eq,
    MaxEncodedLen,
    PartialEq,
    TypeInfo,
)]
pub struct PositionId(pub u128);

/// Price of one alpha. Its JSON is that of `swap_currentAlphaPriceAll`.
#[derive(Clone, Debug, Decode, Deserialize, Encode, Eq, PartialEq, Serialize, TypeInfo)]
pub struct SubnetPrice {
    /// The subnet.
    pub netuid: NetUid,
    /// Rao per alpha.
    pub price: u64,
}

/// What a swap would do, rao; all zero if it would fail.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct SimSwapResult {
    /// TAO into or out of the pool.
    pub tao_amount: TaoBalance,
    /// Alpha into or out of the pool.
    pub alpha_amount: AlphaBalance,
    /// Fee of a purchase.
    pub tao_fee: TaoBalance,
    /// Fee of a sale.
    pub alpha_fee: AlphaBalance,
    /// TAO less than at the current price.
    pub tao_slippage: TaoBalance,
    /// Alpha less than at the current price.
    pub alpha_slippage: AlphaBalance,
}
