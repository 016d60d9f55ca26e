//! What the calls weigh: parts that were measured, put together.

mod measured;

use core::marker::PhantomData;

use frame_support::weights::Weight;

/// Weights of the calls and of the hook, by the entries of the lists that they go through.
pub trait WeightInfo {
    /// Acting for somebody, without the call that is made.
    fn proxy(definitions: u32) -> Weight;
    /// The same after an announcement.
    fn proxy_announced(announcements: u32, definitions: u32) -> Weight;
    /// Naming a delegate.
    fn add_proxy(definitions: u32) -> Weight;
    /// Ending a relation.
    fn remove_proxy(definitions: u32) -> Weight;
    /// Ending all relations of an account.
    fn remove_proxies(definitions: u32) -> Weight;
    /// Making an account without a key.
    fn create_pure() -> Weight;
    /// Ending all relations of such an account.
    fn kill_pure(definitions: u32) -> Weight;
    /// Announcing a call.
    fn announce(announcements: u32, definitions: u32) -> Weight;
    /// Taking back what was announced, or refusing it.
    fn drop_announcements(announcements: u32) -> Weight;
    /// Bringing deposits to today's prices.
    fn poke_deposit(announcements: u32, definitions: u32) -> Weight;
    /// Agreeing to pay for a delegate, or no longer.
    fn set_real_pays_fee(definitions: u32) -> Weight;
    /// Forgetting the results of a block; each is removed at the cost of its call.
    fn forget_results() -> Weight;
}

/// As measured on the runtime, with accesses at the prices of its database.
pub struct MeasuredWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> MeasuredWeights<T> {
    /// Forgetting a result at the end of the block.
    fn forget_result() -> Weight {
        measured::on_finalize::<T>(1).saturating_sub(measured::on_finalize::<T>(0))
    }
}

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    fn proxy(definitions: u32) -> Weight {
        measured::proxy::<T>(definitions).saturating_add(Self::forget_result())
    }

    fn proxy_announced(announcements: u32, definitions: u32) -> Weight {
        measured::proxy_announced::<T>(announcements, definitions)
            .saturating_add(Self::forget_result())
    }

    fn add_proxy(definitions: u32) -> Weight {
        measured::add_proxy::<T>(definitions)
    }

    fn remove_proxy(definitions: u32) -> Weight {
        measured::remove_proxy::<T>(definitions)
    }

    fn remove_proxies(definitions: u32) -> Weight {
        measured::remove_proxies::<T>(definitions)
    }

    fn create_pure() -> Weight {
        measured::create_pure::<T>()
    }

    fn kill_pure(definitions: u32) -> Weight {
        measured::kill_pure::<T>(definitions)
    }

    fn announce(announcements: u32, definitions: u32) -> Weight {
        measured::announce::<T>(announcements, definitions)
    }

    fn drop_announcements(announcements: u32) -> Weight {
        measured::remove_announcement::<T>(announcements)
            .max(measured::reject_announcement::<T>(announcements))
    }

    fn poke_deposit(announcements: u32, definitions: u32) -> Weight {
        measured::poke_deposit::<T>(announcements, definitions)
    }

    fn set_real_pays_fee(definitions: u32) -> Weight {
        measured::set_real_pays_fee::<T>(definitions)
    }

    fn forget_results() -> Weight {
        measured::on_finalize::<T>(0)
    }
}
