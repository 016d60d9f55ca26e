//! What is measured: parts of calls and hooks, each with the state that gives it most to do. A
//! function prepares the state and says what is to be done, which is what is measured.

pub(crate) mod blocks;
pub(crate) mod calls;
pub(crate) mod children;
pub(crate) mod coldkeys;
pub(crate) mod dissolution;
pub(crate) mod epochs;
pub(crate) mod funds;
pub(crate) mod leases;
pub(crate) mod locks;
pub(crate) mod neurons;
pub(crate) mod payouts;
pub(crate) mod stakes;
pub(crate) mod swaps;
pub(crate) mod weights;

use alloc::boxed::Box;

use frame_support::{assert_ok, traits::UnfilteredDispatchable};

use super::{
    Prepared, Setup,
    rows::{Row, rows},
    states::reopen_pools,
};

/// What is measured, after its state was prepared.
pub(crate) type Job = Box<dyn FnOnce()>;

/// Something to be done.
pub(crate) fn job(run: impl FnOnce() + 'static) -> Job {
    Box::new(run)
}

/// A call in the state that is prepared for it.
pub(crate) fn dispatch<T: Setup>((origin, call): Prepared<T>) -> Job {
    reopen_pools::<T>();
    job(move || {
        assert_ok!(call.dispatch_bypass_filter(origin.into()));
    })
}

/// The call of a row.
pub(crate) fn row<T: Setup>(name: &str, case: &str) -> Job {
    dispatch::<T>(prepared::<T>(name, case))
}

/// The same, to be done otherwise.
pub(crate) fn prepared<T: Setup>(name: &str, case: &str) -> Prepared<T> {
    let is_wanted = |(of_row, of_case, _): &Row<T>| (*of_row, *of_case) == (name, case);
    let (_, _, prepare) = rows::<T>()
        .into_iter()
        .find(is_wanted)
        .unwrap_or_else(|| panic!("there is no row {name}, {case}"));
    prepare()
}
