//! Counts the items of state that something touches.

#[path = "counted.rs"]
mod counted;

use std::collections::BTreeSet;

use frame_support::weights::{RuntimeDbWeight, Weight};
use sp_externalities::{Externalities, set_and_run_with_externalities};

use counted::Counting;

/// How many items were touched.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Touched {
    pub reads: u64,
    pub writes: u64,
}

impl Touched {
    pub(crate) fn fits(self, declared: Self) -> bool {
        self.reads <= declared.reads && self.writes <= declared.writes
    }
}

const READ: u32 = 35;
const WRITE: u32 = 50;
/// Prices that leave reads, writes and the rest of a weight apart from each other, up to 32 768 of
/// the ones and 16 384 of the others. Time beyond 34 ms counts as another read for each.
pub(crate) const PRICES: RuntimeDbWeight = RuntimeDbWeight {
    read: 1 << READ,
    write: 1 << WRITE,
};

/// The reads and writes in a weight at those prices.
pub(crate) fn accesses(weight: Weight) -> Touched {
    let writes = weight.ref_time() >> WRITE;
    Touched {
        reads: (weight.ref_time() >> READ) - (writes << (WRITE - READ)),
        writes,
    }
}

/// Runs something on a state, counts what it touches of it, and takes it back. What was prepared
/// before is as if in an earlier block.
pub(crate) fn count<R>(
    state: &mut sp_io::TestExternalities,
    run: impl FnOnce() -> R,
) -> (R, Touched) {
    let (result, touched, _) = watch(state, run);
    (result, touched)
}

/// The same, with the keys of the items that were read more than once.
pub(crate) fn watch<R>(
    state: &mut sp_io::TestExternalities,
    run: impl FnOnce() -> R,
) -> (R, Touched, BTreeSet<Vec<u8>>) {
    state.commit_all().expect("the state can be committed");
    let mut inner = state.ext();
    inner.storage_start_transaction();
    let mut counting = Counting::new(&mut inner);
    let result = set_and_run_with_externalities(&mut counting, run);
    let (reads, writes) = counting.counts();
    let touched = Touched {
        reads: reads as u64,
        writes: writes as u64,
    };
    let again = counting.again().clone();
    inner
        .storage_rollback_transaction()
        .expect("every other layer is closed");
    (result, touched, again)
}

#[test]
fn reads_and_writes_are_counted_once_and_rolled_back_changes_are_none() {
    use frame_support::storage::{TransactionOutcome, unhashed, with_transaction_unchecked};
    let mut state = sp_io::TestExternalities::default();
    state.execute_with(|| unhashed::put(b"old", &1u8));
    let ((), touched) = count(&mut state, || {
        for _ in 0..2 {
            assert_eq!(unhashed::get::<u8>(b"old"), Some(1));
        }
        unhashed::put(b"new", &1u8);
        assert!(unhashed::exists(b"new"));
        with_transaction_unchecked(|| {
            unhashed::put(b"undone", &1u8);
            TransactionOutcome::Rollback(())
        });
        with_transaction_unchecked(|| {
            unhashed::put(b"kept", &1u8);
            TransactionOutcome::Commit(())
        });
    });
    let expected = Touched {
        reads: 1,
        writes: 2,
    };
    assert_eq!(touched, expected);
}
