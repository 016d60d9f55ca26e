//! The slowly moving alpha price that decides emission shares, and the weight
//! of root stake against a subnet's alpha (spec 10 §15.1, §15.2); the price that
//! follows the pool faster (spec 90 §16.1).

use subtensor_fixed::{Fixed, I96F32, U64F64, U96F32};

/// Next moving price (TAO per alpha). `age` is the number of blocks since the
/// subnet started, `halving` its averaging period in blocks; the pool price
/// counts at most as 1.
pub fn next_moving_price(
    moving_alpha: I96F32,
    age: u64,
    halving: u64,
    pool_price: U64F64,
    moving_price: U64F64,
) -> I96F32 {
    let ramp = U64F64::from_ratio(age, age.saturating_add(halving));
    let alpha = moving_alpha.convert::<U64F64>().saturating_mul(ramp);
    alpha
        .saturating_mul(pool_price.min(U64F64::ONE))
        .saturating_add(
            U64F64::ONE
                .saturating_sub(alpha)
                .saturating_mul(moving_price),
        )
        .convert()
}

/// Weight of a new block in the fast price: ln 2 / 600, half-life 600 blocks.
const FAST_ALPHA: U64F64 = U64F64::from_bits(21_310_514_408_671_092);

/// Next fast price (TAO per alpha): the pool price where there is none yet,
/// else so much nearer to it.
pub fn next_fast_price(fast_price: Option<U64F64>, pool_price: U64F64) -> U64F64 {
    let Some(fast) = fast_price else {
        return pool_price;
    };
    let step = |distance: U64F64| distance.saturating_mul(FAST_ALPHA);
    if pool_price >= fast {
        fast.saturating_add(step(pool_price.saturating_sub(fast)))
    } else {
        fast.saturating_sub(step(fast.saturating_sub(pool_price)))
    }
}

/// Weighted root TAO relative to itself plus the alpha issuance, both in rao.
/// `tao_weight` is a fraction of `u64::MAX`. 0 if everything is 0.
pub fn root_proportion(root_tao: u64, tao_weight: u64, alpha_issuance: u64) -> U96F32 {
    let weight = U96F32::from_ratio(tao_weight, u64::MAX);
    let weighted = U96F32::from_num(root_tao).saturating_mul(weight);
    weighted.safe_div(weighted.saturating_add(U96F32::from_num(alpha_issuance)))
}
