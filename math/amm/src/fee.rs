//! The swap fee: a fraction of the input in 65535ths, rounded down in 64.64
//! fixed point (spec 50 §5.2).

use subtensor_fixed::U64F64;

/// Fee on a gross input, in the input's rao.
pub fn fee(amount: u64, rate: u16) -> u64 {
    share(amount, rate, u16::MAX)
}

/// Fee that belongs to a net input, for orders cut short by their limit.
pub(crate) fn fee_on_net(net: u64, rate: u16) -> u64 {
    share(net, rate, u16::MAX.saturating_sub(rate))
}

fn share(amount: u64, num: u16, den: u16) -> u64 {
    U64F64::from_num(amount)
        .saturating_mul(U64F64::from_ratio(num.into(), den.into()))
        .to_u64()
}
