//! Fees (spec 60 §8, with the coefficient of §22): a quarter of a rao per thousand picoseconds of weight, one rao per
//! byte, all of it to the block author.

use frame_support::{
    traits::{
        Get, Imbalance, OnUnbalanced,
        fungible::{Balanced, Credit},
    },
    weights::{Weight, WeightToFee as WeightToFeeT, constants::WEIGHT_REF_TIME_PER_SECOND},
};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;

use crate::{AccountId, Aura, Balance, Balances, Runtime};

/// Picoseconds of weight that cost one rao.
const PICOSECONDS_PER_RAO: u64 = WEIGHT_REF_TIME_PER_SECOND / 250_000_000;

/// Price of weight, rao; to the nearest, ties down. Proof size is free.
pub struct WeightToFee;

impl WeightToFeeT for WeightToFee {
    type Balance = Balance;

    fn weight_to_fee(weight: &Weight) -> Balance {
        let rounding = PICOSECONDS_PER_RAO.saturating_div(2).saturating_sub(1);
        weight
            .ref_time()
            .saturating_add(rounding)
            .saturating_div(PICOSECONDS_PER_RAO)
    }
}

/// The account whose id is the Aura public key of the block's author.
pub struct BlockAuthor;

impl Get<Option<AccountId>> for BlockAuthor {
    fn get() -> Option<AccountId> {
        let digest = frame_system::Pallet::<Runtime>::digest();
        let pre_runtime = digest.logs.iter().filter_map(|log| log.as_pre_runtime());
        let index = <Aura as frame_support::traits::FindAuthor<u32>>::find_author(pre_runtime)?;
        let authorities = pallet_aura::Authorities::<Runtime>::get();
        let author: &AuraId = authorities.get(usize::try_from(index).ok()?)?;
        let key: &[u8] = author.as_ref();
        AccountId::try_from(key).ok()
    }
}

/// Gives fees and tips to the block author; a fee that nobody can receive is destroyed.
pub struct ToAuthor;

impl OnUnbalanced<Credit<AccountId, Balances>> for ToAuthor {
    fn on_nonzero_unbalanced(fees: Credit<AccountId, Balances>) {
        if let Some(author) = BlockAuthor::get()
            && let Err(undeliverable) = Balances::resolve(&author, fees)
        {
            log::debug!(target: "fees", "{} rao of fees destroyed: the author cannot receive them", undeliverable.peek());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weight_prices_are_half_of_those_in_60_8_1() {
        for (ref_time, fee) in [
            (2_000, 0),
            (2_001, 1),
            (4_000, 1),
            (25_000_000, 6_250),
            (108_157_000, 27_039),
            (1_000_000_000, 250_000),
            (1_000_000_000_000, 250_000_000),
        ] {
            assert_eq!(
                WeightToFee::weight_to_fee(&Weight::from_parts(ref_time, 7)),
                fee,
                "{ref_time}"
            );
        }
    }
}
