use alloc::{boxed::Box, vec, vec::Vec};

use super::*;
use crate::AccountId;

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark { remark: vec![] })
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
    let calls = calls.into_iter().map(Into::into).collect();
    RuntimeCall::Utility(Utility::batch_all { calls })
}

fn if_else(main: RuntimeCall, fallback: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Utility(Utility::if_else {
        main: Box::new(main.into()),
        fallback: Box::new(fallback.into()),
    })
}

fn proxy(call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Proxy(Proxy::proxy {
        real: AccountId::new([1; 32]).into(),
        force_proxy_type: None,
        call: Box::new(call),
    })
}

#[test]
fn calls_may_be_nested_eight_deep() {
    type Wrap = fn(RuntimeCall) -> RuntimeCall;
    let wraps: [Wrap; 3] = [
        |call| batch(vec![call]),
        |call| if_else(remark(), call),
        proxy,
    ];
    for wrap in wraps {
        let nested = |levels| (0..levels).fold(remark(), |call, _| wrap(call));
        assert!(is_shallow(&nested(0)));
        assert!(is_shallow(&nested(8)));
        assert!(!is_shallow(&nested(9)));
        assert!(!is_shallow(&batch(vec![remark(), nested(8)])));
    }
}

#[test]
fn a_batch_holds_no_batch_of_its_own_account() {
    for flat in [
        remark(),
        batch(vec![remark(), remark()]),
        if_else(batch(vec![remark()]), batch(vec![])),
        batch(vec![proxy(batch(vec![proxy(remark())]))]),
    ] {
        assert!(batches_are_flat(&flat), "{flat:?}");
    }
    for nested in [
        batch(vec![remark(), batch(vec![])]),
        batch(vec![if_else(remark(), batch(vec![]))]),
        batch(vec![if_else(if_else(batch(vec![]), remark()), remark())]),
    ] {
        assert!(!batches_are_flat(&nested), "{nested:?}");
    }
}

#[test]
fn nested_calls_count_by_their_level() {
    assert_eq!(levels_of(&remark()), 0);
    assert_eq!(levels_of(&batch(vec![remark(); 3])), 3);
    assert_eq!(
        levels_of(&batch(vec![if_else(remark(), remark())])),
        1 + 2 + 2
    );
    let deep = (0..200).fold(remark(), |call, _| proxy(call));
    assert_eq!(levels_of(&deep), (1..=8).sum::<u64>());
    assert_eq!(count_within(&deep), 8);
    assert_eq!(count_within(&batch(vec![if_else(remark(), remark())])), 3);
}
