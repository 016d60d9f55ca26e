//! Provisional weights from counted reads and writes and estimated times, until benchmarks replace
//! them.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// Picoseconds of a call and its event, accesses apart.
const CALL_PS: u64 = 30_000_000;
/// Picoseconds to hash an order and to check its signature, plain and wrapped.
const ORDER_PS: u64 = 160_000_000;

/// Weights of the calls, trades apart.
pub trait WeightInfo {
    /// Executing orders one by one.
    fn execute_orders(orders: u32) -> Weight;
    /// Executing orders together.
    fn execute_batched_orders(orders: u32) -> Weight;
    /// Taking an order back.
    fn cancel_order() -> Weight;
    /// Switching the pallet.
    fn set_pallet_status() -> Weight;
    /// Forgetting an output.
    fn prune_linked_output() -> Weight;
    /// Forgetting orders.
    fn prune_orders(orders: u32) -> Weight;
}

/// Counted accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> ProvisionalWeights<T> {
    fn call(orders: u32, reads: u64, writes: u64) -> Weight {
        let time = CALL_PS.saturating_add(ORDER_PS.saturating_mul(orders.into()));
        Weight::from_parts(time, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
    }
}

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    /// Read are the switch, the time and the chain; of each order the status, two outputs, three
    /// accounts, what says its price (5) and whether its signer is frozen (2), written its status
    /// and expiry, two outputs and the accounts.
    fn execute_orders(orders: u32) -> Weight {
        let each = u64::from(orders);
        Self::call(
            orders,
            each.saturating_mul(13).saturating_add(3),
            each.saturating_mul(7),
        )
    }

    /// As one by one, but for one price; of each order stake moves, which reads both positions,
    /// their pools, lists and locks (14) and writes the positions, pools and lists (8).
    fn execute_batched_orders(orders: u32) -> Weight {
        let each = u64::from(orders);
        Self::call(
            orders,
            each.saturating_mul(22).saturating_add(8),
            each.saturating_mul(15),
        )
    }

    /// Read is the status; it is written with the expiry.
    fn cancel_order() -> Weight {
        Self::call(0, 1, 2)
    }

    /// Read is the owner of the hotkey.
    fn set_pallet_status() -> Weight {
        Self::call(0, 1, 1)
    }

    /// Read are the output and the time.
    fn prune_linked_output() -> Weight {
        Self::call(0, 2, 1)
    }

    /// Read are the time and the expiries, which go with the statuses.
    fn prune_orders(orders: u32) -> Weight {
        let each = u64::from(orders);
        Self::call(0, each.saturating_add(1), each.saturating_mul(2))
    }
}
