//! Limit orders: what people sign, in order or not, and who brings it to the chain.

use codec::Encode;
use node_subtensor_runtime::{EVMChainId, Runtime, RuntimeCall, Swap, Timestamp};
use pallet_limit_orders::{Call, Order, OrderType, SignedOrder, VersionedOrder};
use pallet_subtensor::Shares;
use sp_core::Pair;
use sp_runtime::{AccountId32, BoundedVec, MultiSignature, Perbill, traits::Get};
use subtensor_primitives::NetUid;

use super::Draw;
use crate::economy::people::{Person, TAO};

/// Most orders of a call.
const MOST: u64 = 5;

impl Draw<'_> {
    /// Brings some orders to the chain, or takes one back.
    pub(super) fn relay(&mut self) -> (Person, RuntimeCall) {
        let count = 1 + self.random.below(MOST);
        let netuid = self.netuid();
        let call = match self.random.below(8) {
            0 => {
                let (who, order) = self.order(netuid);
                return (who, Call::cancel_order { order }.into());
            }
            1..=4 => Call::execute_batched_orders {
                netuid,
                orders: BoundedVec::truncate_from(
                    (0..count).map(|_| self.signed_order(netuid)).collect(),
                ),
            },
            _ => Call::execute_orders {
                orders: BoundedVec::truncate_from(
                    (0..count)
                        .map(|_| {
                            let netuid = self.netuid();
                            self.signed_order(netuid)
                        })
                        .collect(),
                ),
                should_fail: self.random.once_in(4),
            },
        };
        (self.cold(), call.into())
    }

    /// An order that somebody signed, now and then somebody else.
    fn signed_order(&mut self, netuid: NetUid) -> SignedOrder<AccountId32> {
        let (who, order) = self.order(netuid);
        let signer = if self.random.once_in(20) {
            self.cold()
        } else {
            who
        };
        SignedOrder {
            signature: MultiSignature::Sr25519(signer.key().sign(&order.encode())),
            order,
            partial_fill: self.random.once_in(10).then(|| self.random.below(10 * TAO)),
        }
    }

    /// An order at a price near that of the pool, of a coldkey that may have what it offers.
    fn order(&mut self, netuid: NetUid) -> (Person, VersionedOrder<AccountId32>) {
        let order_type = *self.random.pick(&[
            OrderType::LimitBuy,
            OrderType::LimitBuy,
            OrderType::TakeProfit,
            OrderType::StopLoss,
        ]);
        let (who, hotkey) = self.position();
        let held = Shares::<Runtime>::stake_of(&hotkey, &who.account(), netuid);
        let amount = match order_type {
            OrderType::LimitBuy => self.random.below(30 * TAO),
            OrderType::TakeProfit | OrderType::StopLoss => self.random.amount(held.to_u64()),
        };
        // Most prices are such that the order can be met now.
        let price = Swap::current_alpha_price(netuid);
        let percent = match order_type {
            OrderType::TakeProfit => 80,
            OrderType::LimitBuy | OrderType::StopLoss => 101,
        };
        let limit_price = price / 100 * (percent + self.random.below(20));
        let order = Order {
            signer: who.account(),
            hotkey,
            netuid,
            order_type,
            amount,
            limit_price,
            expiry: Timestamp::get() + self.random.below(100_000),
            fee_rate: Perbill::from_percent(self.random.below(4) as u32),
            fee_recipient: self.cold().account(),
            relayer: None,
            max_slippage: self.random.once_in(3).then(|| Perbill::from_percent(5)),
            chain_id: <EVMChainId as Get<u64>>::get(),
            partial_fills_enabled: self.random.once_in(3),
        };
        (who, VersionedOrder::V1(order))
    }
}
