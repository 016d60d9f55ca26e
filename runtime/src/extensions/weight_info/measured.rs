use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;
pub(super) fn nested_calls<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        50_000_u64.saturating_add(u64::from(c).saturating_mul(50_000)),
        0,
    )
}
pub(super) fn entitlement<T: Config>() -> Weight {
    Weight::from_parts(0, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}
pub(super) fn real_payer<T: Config>() -> Weight {
    Weight::from_parts(0, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}
pub(super) fn owner_payer<T: Config>() -> Weight {
    Weight::from_parts(0, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}
