//! What the calls weigh: parts that were measured, put together.

mod measured;

use core::marker::PhantomData;

use frame_support::weights::Weight;

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

/// As measured on the runtime, with accesses at the prices of its database.
pub struct MeasuredWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    fn execute_orders(orders: u32) -> Weight {
        measured::execute_orders::<T>(orders).saturating_add(measured::settle_orders::<T>(orders))
    }

    fn execute_batched_orders(orders: u32) -> Weight {
        measured::execute_batched_orders::<T>(orders)
    }

    fn cancel_order() -> Weight {
        measured::cancel_order::<T>()
    }

    fn set_pallet_status() -> Weight {
        measured::set_pallet_status::<T>()
    }

    fn prune_linked_output() -> Weight {
        measured::prune_linked_output::<T>()
    }

    fn prune_orders(orders: u32) -> Weight {
        measured::prune_orders::<T>(orders)
    }
}
