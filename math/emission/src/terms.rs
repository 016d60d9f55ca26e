//! What a subnet does with its emission: inject liquidity at the current price
//! as far as the cap allows, buy alpha with the rest, and split the alpha it
//! pays out (spec 10 §9, §11).

use subtensor_fixed::U96F32;

/// Amounts of one subnet and block, whole rao.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PoolTerms {
    /// TAO to inject into the pool.
    pub tao_in: u64,
    /// Alpha to inject into the pool.
    pub alpha_in: u64,
    /// TAO that buys alpha for the protocol.
    pub excess_tao: u64,
    /// Alpha to pay out.
    pub alpha_out: u64,
}

/// Pool terms for a TAO emission (rao), a price (TAO per alpha; 0 for an empty
/// pool), the root proportion and the alpha emission of the block (rao). The
/// sum of both TAO parts is at most the TAO emission and misses it by less
/// than two rao.
pub fn pool_terms(
    tao_emission: U96F32,
    price: U96F32,
    root_proportion: U96F32,
    alpha_emission: u64,
) -> PoolTerms {
    let cap = root_proportion.saturating_mul(U96F32::from_num(alpha_emission));
    let wanted = tao_emission.safe_div(price);
    let (tao_in, alpha_in) = if wanted > cap {
        (cap.saturating_mul(price), cap)
    } else {
        (tao_emission, wanted)
    };
    PoolTerms {
        tao_in: tao_in.to_u64(),
        alpha_in: alpha_in.to_u64(),
        excess_tao: tao_emission.saturating_sub(tao_in).to_u64(),
        alpha_out: alpha_emission,
    }
}

/// Parts of the alpha paid out, whole rao; they sum to the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AlphaSplit {
    /// Subnet owner.
    pub owner: u64,
    /// Servers (miners), including what truncation left over.
    pub server: u64,
    /// Validators and their nominators.
    pub validator: u64,
    /// Root stakers (or recycled, if root sells are off).
    pub root: u64,
}

/// Split `alpha_out` rao: the owner's cut (in 65535ths, `None` when switched
/// off), then halves for servers and validators, the root part taken from the
/// latter. The remainder of truncation, below 4 rao, goes to the servers, so
/// that nothing is left without an owner.
pub fn split_alpha_out(
    alpha_out: u64,
    owner_cut: Option<u16>,
    root_proportion: U96F32,
) -> AlphaSplit {
    let whole = U96F32::from_num(alpha_out);
    let cut = U96F32::from_ratio(owner_cut.unwrap_or(0).into(), u16::MAX.into());
    let owner = whole.saturating_mul(cut);
    let rest = whole.saturating_sub(owner);
    let half = U96F32::from_ratio(1, 2);
    let root = root_proportion
        .min(U96F32::ONE)
        .saturating_mul(rest)
        .saturating_mul(half);
    let validator = rest
        .saturating_sub(rest.saturating_mul(half))
        .saturating_sub(root);
    let (owner, validator, root) = (owner.to_u64(), validator.to_u64(), root.to_u64());
    AlphaSplit {
        owner,
        server: alpha_out
            .saturating_sub(owner)
            .saturating_sub(validator)
            .saturating_sub(root),
        validator,
        root,
    }
}
