//! Fees (spec 60 §8, with the coefficient of §22): a quarter of a rao per thousand picoseconds of
//! weight, one rao per byte, all of it to the block author. Who has not got the TAO may pay with
//! the alpha that the call is about.

#[cfg(test)]
mod tests;

use frame_support::{
    dispatch::{DispatchInfo, PostDispatchInfo},
    traits::{
        Get, Imbalance, NoDrop, OnUnbalanced,
        fungible::{Balanced, Credit},
    },
    weights::{Weight, WeightToFee as WeightToFeeT, constants::WEIGHT_REF_TIME_PER_SECOND},
};
use pallet_subtensor::Staking;
use pallet_subtensor::{AlphaFee, Event};
use pallet_transaction_payment::{FungibleAdapter, OnChargeTransaction, TxCreditHold};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{
    AccountId, Aura, Balance, Balances, Runtime, RuntimeCall, SubtensorModule, System,
    TransactionPayment,
};

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
            log::debug!(
                target: "fees",
                "{} rao of fees destroyed: the author cannot receive them",
                undeliverable.peek(),
            );
        }
    }
}

type Validity<T> = Result<T, TransactionValidityError>;
type InTao = FungibleAdapter<Balances, ToAuthor>;

/// What was taken before a call.
pub enum Paid {
    /// TAO, which is corrected after the call.
    Tao(<InTao as OnChargeTransaction<Runtime>>::LiquidityInfo),
    /// Alpha, which is not.
    Alpha {
        /// Its subnet.
        netuid: NetUid,
        /// Alpha taken.
        alpha: AlphaBalance,
        /// TAO it was sold for.
        tao: TaoBalance,
    },
}

impl Default for Paid {
    fn default() -> Self {
        Self::Tao(None)
    }
}

/// Takes fees in TAO, and where that fails in alpha (spec 60 §8.2, §8.3).
pub struct TaoOrAlpha;

impl TaoOrAlpha {
    /// The fee in alpha, if the call can pay so.
    fn quote(who: &AccountId, call: &RuntimeCall, fee: Balance) -> Validity<AlphaFee<Runtime>> {
        let RuntimeCall::SubtensorModule(call) = call else {
            return Err(InvalidTransaction::Payment.into());
        };
        let undue =
            TransactionPayment::weight_to_fee(Staking::<Runtime>::undue_in_alpha(who, call));
        let due = TaoBalance::new(fee.saturating_sub(undue));
        Staking::<Runtime>::quote_alpha_fee(who, call, due)
            .map_err(|_| InvalidTransaction::Payment.into())
    }

    /// The sale is no part of the call's weight, so that those who pay in TAO do not pay for it.
    fn take(who: &AccountId, fee: &AlphaFee<Runtime>, info: &DispatchInfo) -> Validity<Paid> {
        let weight = Staking::<Runtime>::weight_of_alpha_fee(fee);
        let (netuid, alpha, tao) = Staking::<Runtime>::take_alpha_fee(who, fee)
            .map_err(|_| InvalidTransaction::Payment)?;
        System::register_extra_weight_unchecked(weight, info.class);
        Ok(Paid::Alpha { netuid, alpha, tao })
    }
}

impl TxCreditHold<Runtime> for TaoOrAlpha {
    type Credit = NoDrop<Credit<AccountId, Balances>>;
}

impl OnChargeTransaction<Runtime> for TaoOrAlpha {
    type Balance = Balance;
    type LiquidityInfo = Paid;

    fn withdraw_fee(
        who: &AccountId,
        call: &RuntimeCall,
        info: &DispatchInfo,
        fee_with_tip: Balance,
        tip: Balance,
    ) -> Validity<Paid> {
        <InTao as OnChargeTransaction<Runtime>>::withdraw_fee(who, call, info, fee_with_tip, tip)
            .map(Paid::Tao)
            .or_else(|_| Self::take(who, &Self::quote(who, call, fee_with_tip)?, info))
    }

    fn can_withdraw_fee(
        who: &AccountId,
        call: &RuntimeCall,
        info: &DispatchInfo,
        fee_with_tip: Balance,
        tip: Balance,
    ) -> Validity<()> {
        <InTao as OnChargeTransaction<Runtime>>::can_withdraw_fee(
            who,
            call,
            info,
            fee_with_tip,
            tip,
        )
        .or_else(|_| Self::quote(who, call, fee_with_tip).map(|_| ()))
    }

    fn correct_and_deposit_fee(
        who: &AccountId,
        info: &DispatchInfo,
        post_info: &PostDispatchInfo,
        corrected_fee_with_tip: Balance,
        tip: Balance,
        paid: Paid,
    ) -> Validity<()> {
        match paid {
            Paid::Tao(paid) => <InTao as OnChargeTransaction<Runtime>>::correct_and_deposit_fee(
                who,
                info,
                post_info,
                corrected_fee_with_tip,
                tip,
                paid,
            ),
            Paid::Alpha { netuid, alpha, tao } => {
                SubtensorModule::deposit_event(Event::TransactionFeePaidWithAlpha {
                    who: who.clone(),
                    netuid,
                    alpha_fee: alpha,
                    tao_amount: tao,
                });
                Ok(())
            }
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn endow_account(who: &AccountId, amount: Balance) {
        <InTao as OnChargeTransaction<Runtime>>::endow_account(who, amount);
    }

    #[cfg(feature = "runtime-benchmarks")]
    fn minimum_balance() -> Balance {
        <InTao as OnChargeTransaction<Runtime>>::minimum_balance()
    }
}
