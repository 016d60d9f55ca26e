//! Whether an order may be executed now (spec 80 B.4, 90 §21.3).

use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use sp_core::H256;
use sp_runtime::{AccountId32, DispatchError, MultiSignature, traits::Verify};
use subtensor_fixed::U64F64;
use subtensor_primitives::OrderTrades;

use crate::{
    Config, Error, OrderAmount, OrderStatus, OrderType, OrderV2, Orders, Pallet, SignedOrder,
};

/// Rao in a whole coin.
const RAO: u64 = 1_000_000_000;

/// What orders are compared with.
pub(crate) struct Moment<'a> {
    /// Milliseconds of Unix time.
    pub now: u64,
    /// TAO per alpha.
    pub price: U64F64,
    /// Who wants to execute.
    pub relayer: &'a AccountId32,
}

/// An order that may be executed.
pub(crate) struct Ready {
    pub id: H256,
    pub terms: OrderV2<AccountId32>,
    /// Rao of what it spends.
    pub amount: u64,
    pub status: OrderStatus,
}

/// Whether the signer has signed the bytes, as they are or as wallets wrap them.
fn is_signed(payload: &[u8], signature: &MultiSignature, signer: &AccountId32) -> bool {
    if !matches!(signature, MultiSignature::Sr25519(_)) {
        return false;
    }
    let wrapped: Vec<u8> = [&b"<Bytes>"[..], payload, &b"</Bytes>"[..]].concat();
    signature.verify(payload, signer) || signature.verify(&wrapped[..], signer)
}

impl<T: Config> Pallet<T> {
    /// Checks an order that is to be executed as a whole or in a part: `terms`, `payload` and `id`
    /// are those of the order.
    pub(crate) fn check_order(
        signed: &SignedOrder<AccountId32>,
        terms: OrderV2<AccountId32>,
        (payload, id): (&[u8], H256),
        moment: &Moment<'_>,
    ) -> Result<Ready, DispatchError> {
        ensure!(!terms.netuid.is_root(), Error::<T>::RootNetUidNotAllowed);
        ensure!(
            terms.chain_id == T::ChainId::get(),
            Error::<T>::ChainIdMismatch
        );
        ensure!(
            is_signed(payload, &signed.signature, &terms.signer),
            Error::<T>::InvalidSignature
        );
        let filled = match Orders::<T>::get(id) {
            Some(OrderStatus::Fulfilled) => return Err(Error::<T>::OrderAlreadyProcessed.into()),
            Some(OrderStatus::Cancelled) => return Err(Error::<T>::OrderCancelled.into()),
            Some(OrderStatus::PartiallyFilled(filled)) => Some(filled),
            None => None,
        };
        ensure!(moment.now <= terms.expiry, Error::<T>::OrderExpired);
        let price = moment.price.saturating_mul(U64F64::from_num(RAO)).to_u64();
        let is_met = match terms.order_type {
            OrderType::TakeProfit => price >= terms.limit_price,
            OrderType::LimitBuy | OrderType::StopLoss => price <= terms.limit_price,
        };
        ensure!(is_met, Error::<T>::PriceConditionNotMet);
        let may_relay = terms
            .relayer
            .as_ref()
            .is_none_or(|all| all.contains(moment.relayer));
        ensure!(may_relay, Error::<T>::RelayerMissMatch);
        ensure!(
            !T::Trades::is_frozen(&terms.signer),
            Error::<T>::OrderSignerFrozen
        );
        let (amount, status) = Self::amount_of(&terms, signed.partial_fill, filled, moment.now)?;
        Ok(Ready {
            id,
            terms,
            amount,
            status,
        })
    }

    /// How much of an order is to be executed, and its status after that.
    fn amount_of(
        terms: &OrderV2<AccountId32>,
        part: Option<u64>,
        filled: Option<u64>,
        now: u64,
    ) -> Result<(u64, OrderStatus), DispatchError> {
        let all = match terms.amount {
            OrderAmount::Fixed(amount) => amount,
            OrderAmount::LinkedPercentage { .. } if part.is_some() => {
                return Err(Error::<T>::PartialFillNotSupportedForLinkedAmount.into());
            }
            OrderAmount::LinkedPercentage { provider, pct } => {
                let amount = Self::linked_amount(terms, provider, pct, now)?;
                return Ok((amount, OrderStatus::Fulfilled));
            }
        };
        let Some(part) = part else {
            ensure!(filled.is_none(), Error::<T>::IncorrectPartialFillAmount);
            return Ok((all, OrderStatus::Fulfilled));
        };
        ensure!(
            !terms.has_linked_order,
            Error::<T>::PartialFillNotSupportedForProvider
        );
        ensure!(
            terms.relayer.is_some(),
            Error::<T>::RelayerRequiredForPartialFill
        );
        ensure!(
            terms.partial_fills_enabled,
            Error::<T>::PartialFillsNotEnabled
        );
        let filled = filled.unwrap_or_default();
        ensure!(
            part > 0 && part <= all.saturating_sub(filled),
            Error::<T>::IncorrectPartialFillAmount
        );
        let sum = filled.saturating_add(part);
        let status = if sum >= all {
            OrderStatus::Fulfilled
        } else {
            OrderStatus::PartiallyFilled(sum)
        };
        Ok((part, status))
    }
}
