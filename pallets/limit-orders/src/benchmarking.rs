//! Benchmarks of the calls. Orders are of the newest form, name as many relayers as they can, draw
//! on an output and record one, pay a fee to an account of its own, and are signed as wallets do.

use alloc::vec::Vec;

use frame_benchmarking::v2::*;
use frame_support::traits::Get;
use frame_system::RawOrigin;
use sp_core::{H256, crypto::KeyTypeId};
use sp_io::crypto::{sr25519_generate, sr25519_sign};
use sp_runtime::{
    AccountId32, BoundedVec, MultiSignature, Perbill,
    traits::{BlakeTwo256, Hash},
};
use subtensor_primitives::{NetUid, OrderTrades, TaoBalance};

use crate::{
    Call, Config, Event, LimitOrdersEnabled, LinkedAsset, LinkedOutput, LinkedOutputs,
    MAX_RELAYERS, OrderAmount, OrderExpiries, OrderStatus, OrderType, OrderV2, Orders, Pallet,
    SignedOrder, VersionedOrder, validate::Ready,
};

/// What the benchmarks need of the chain.
pub trait Setup: Config {
    /// A subnet whose pool trades, and a hotkey that can be staked on there.
    fn pool() -> (NetUid, AccountId32);

    /// Gives an account so much TAO, rao.
    fn fund(who: &AccountId32, rao: u64);

    /// Makes it so many milliseconds of Unix time.
    fn set_time(now: u64);
}

/// Keys of those who sign.
const KEYS: KeyTypeId = KeyTypeId(*b"ordr");
/// What everybody who signs has of TAO, rao.
const FUNDS: u64 = 1_000_000_000;
/// What everybody has staked, rao.
const STAKE: u64 = 50_000_000;
/// What an order spends, rao.
const AMOUNT: u64 = 10_000_000;
/// The time.
const NOW: u64 = 1_000;
/// Last moment of an order.
const EXPIRY: u64 = 2_000;

/// The id of an order of that number.
fn numbered(index: u32) -> H256 {
    BlakeTwo256::hash_of(&index)
}

fn relayer() -> AccountId32 {
    account("relayer", 0, 0)
}

fn terms<T: Setup>(
    signer: AccountId32,
    index: u32,
    order_type: OrderType,
    pct: Perbill,
) -> OrderV2<AccountId32> {
    let (netuid, hotkey) = T::pool();
    let mut relayers: Vec<_> = (1..MAX_RELAYERS)
        .map(|index| account("other", index, 0))
        .collect();
    relayers.push(relayer());
    OrderV2 {
        signer,
        hotkey,
        netuid,
        order_type,
        amount: OrderAmount::LinkedPercentage {
            provider: numbered(index),
            pct,
        },
        limit_price: match order_type {
            OrderType::TakeProfit => 0,
            OrderType::LimitBuy | OrderType::StopLoss => u64::MAX,
        },
        expiry: EXPIRY,
        fee_rate: Perbill::from_percent(1),
        fee_recipient: account("recipient", index, 0),
        relayer: Some(BoundedVec::truncate_from(relayers)),
        max_slippage: None,
        chain_id: T::ChainId::get(),
        partial_fills_enabled: false,
        has_linked_order: true,
    }
}

/// Signs as wallets do, which is checked second.
fn sign(terms: OrderV2<AccountId32>) -> Result<SignedOrder<AccountId32>, BenchmarkError> {
    let public = sp_core::sr25519::Public::from_raw(terms.signer.clone().into());
    let order = VersionedOrder::V2(terms);
    let (payload, _) = order.payload_and_id();
    let wrapped = [&b"<Bytes>"[..], &payload, &b"</Bytes>"[..]].concat();
    let signature = sr25519_sign(KEYS, &public, &wrapped).ok_or("nobody has the key")?;
    Ok(SignedOrder {
        order,
        signature: MultiSignature::Sr25519(signature),
        partial_fill: None,
    })
}

/// Somebody with TAO and stake, and with an output that the order of that number can draw on.
fn signer<T: Setup>(index: u32, order_type: OrderType) -> Result<AccountId32, BenchmarkError> {
    let signer = AccountId32::new(sr25519_generate(KEYS, None).0);
    let (netuid, hotkey) = T::pool();
    T::fund(&signer, FUNDS);
    let (tao, any_price) = (TaoBalance::new(STAKE), TaoBalance::new(u64::MAX));
    T::Trades::buy_alpha(&signer, &hotkey, netuid, tao, any_price)?;
    let output = LinkedOutput {
        signer: signer.clone(),
        asset: match order_type {
            OrderType::LimitBuy => LinkedAsset::Tao,
            OrderType::TakeProfit | OrderType::StopLoss => LinkedAsset::Alpha { netuid, hotkey },
        },
        total: AMOUNT,
        expires_at: EXPIRY,
    };
    LinkedOutputs::<T>::insert(numbered(index), output);
    Ok(signer)
}

/// So many orders, purchases and sales in turn, of a part of what they can draw on.
fn orders<T: Setup>(
    count: u32,
    part: Perbill,
) -> Result<BoundedVec<SignedOrder<AccountId32>, T::MaxOrdersPerBatch>, BenchmarkError> {
    T::set_time(NOW);
    let mut orders = Vec::new();
    for index in 0..count {
        let order_type = if index % 2 == 0 {
            OrderType::TakeProfit
        } else {
            OrderType::LimitBuy
        };
        let signer = signer::<T>(index, order_type)?;
        orders.push(sign(terms::<T>(signer, index, order_type, part))?);
    }
    Ok(BoundedVec::truncate_from(orders))
}

#[benchmarks(where T: Setup)]
mod benchmarks {
    use super::*;

    /// Orders that fail at the last check, before they trade.
    #[benchmark]
    fn execute_orders(n: Linear<0, { T::MaxOrdersPerBatch::get() }>) -> Result<(), BenchmarkError> {
        let orders = orders::<T>(n, Perbill::zero())?;

        #[extrinsic_call]
        _(RawOrigin::Signed(relayer()), orders, false);

        assert_eq!(Orders::<T>::iter().count(), 0);
        Ok(())
    }

    /// What comes after the trades of so many orders.
    #[benchmark]
    fn settle_orders(n: Linear<0, { T::MaxOrdersPerBatch::get() }>) -> Result<(), BenchmarkError> {
        let mut ready = Vec::new();
        for index in 0..n {
            let order_type = OrderType::TakeProfit;
            let signer = signer::<T>(index, order_type)?;
            ready.push(Ready {
                id: H256::repeat_byte(index as u8),
                terms: terms::<T>(signer, index, order_type, Perbill::one()),
                amount: AMOUNT,
                status: OrderStatus::Fulfilled,
            });
        }

        #[block]
        {
            for ready in &ready {
                let terms = &ready.terms;
                let fee = TaoBalance::new(AMOUNT);
                T::Trades::transfer_tao(&terms.signer, &terms.fee_recipient, fee)?;
                Pallet::<T>::settle_links(ready, AMOUNT, NOW)?;
                Pallet::<T>::note(ready.id, ready.status, terms.expiry);
                Pallet::<T>::deposit_event(Event::OrderExecuted {
                    order_id: ready.id,
                    signer: terms.signer.clone(),
                    netuid: terms.netuid,
                    order_type: terms.order_type,
                    amount_in: ready.amount,
                    amount_out: AMOUNT,
                });
            }
        }

        assert_eq!(Orders::<T>::iter().count() as u32, n);
        Ok(())
    }

    /// With the trade of what they leave over.
    #[benchmark]
    fn execute_batched_orders(
        n: Linear<1, { T::MaxOrdersPerBatch::get() }>,
    ) -> Result<(), BenchmarkError> {
        let orders = orders::<T>(n, Perbill::one())?;

        #[extrinsic_call]
        _(RawOrigin::Signed(relayer()), T::pool().0, orders);

        assert_eq!(Orders::<T>::iter().count() as u32, n);
        Ok(())
    }

    #[benchmark]
    fn cancel_order() -> Result<(), BenchmarkError> {
        let signer: AccountId32 = account("signer", 0, 0);
        let terms = terms::<T>(signer.clone(), 0, OrderType::LimitBuy, Perbill::one());
        let order = VersionedOrder::V2(terms);
        let (_, id) = order.payload_and_id();

        #[extrinsic_call]
        _(RawOrigin::Signed(signer), order);

        assert_eq!(Orders::<T>::get(id), Some(OrderStatus::Cancelled));
        Ok(())
    }

    #[benchmark]
    fn set_pallet_status() {
        LimitOrdersEnabled::<T>::put(false);

        #[extrinsic_call]
        _(RawOrigin::Root, true);

        assert!(LimitOrdersEnabled::<T>::get());
    }

    /// By somebody else, when it has expired.
    #[benchmark]
    fn prune_linked_output() {
        let id = H256::repeat_byte(1);
        let output = LinkedOutput {
            signer: account("signer", 0, 0),
            asset: LinkedAsset::Tao,
            total: AMOUNT,
            expires_at: EXPIRY,
        };
        LinkedOutputs::<T>::insert(id, output);
        T::set_time(EXPIRY + 1);

        #[extrinsic_call]
        _(RawOrigin::Signed(relayer()), id);

        assert!(!LinkedOutputs::<T>::contains_key(id));
    }

    /// Of orders that have expired.
    #[benchmark]
    fn prune_orders(n: Linear<0, { T::MaxOrdersPerBatch::get() }>) {
        let ids: Vec<_> = (0..n).map(numbered).collect();
        for id in &ids {
            Pallet::<T>::note(*id, OrderStatus::Fulfilled, EXPIRY);
        }
        T::set_time(EXPIRY + 1);

        #[extrinsic_call]
        _(RawOrigin::Signed(relayer()), BoundedVec::truncate_from(ids));

        assert_eq!(OrderExpiries::<T>::iter().count(), 0);
    }
}
