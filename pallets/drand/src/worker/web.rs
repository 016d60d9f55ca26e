//! Asking several endpoints at once.

use alloc::{format, string::String, vec::Vec};
use sp_core::offchain::{Duration, Timestamp};
use sp_runtime::offchain::http::{PendingRequest, Request, Response};

/// Most bytes of an answer; a pulse has about 300.
const MAX_BODY_BYTES: usize = 4_096;
/// How often it is looked whether an endpoint has answered, in milliseconds.
const LOOK_MS: u64 = 20;

/// What `read` makes of the first answer with which it can do something, of status 200 and not too
/// long. None if there is no such answer within the timeout.
pub(super) fn first_answer<A>(
    endpoints: &[String],
    path: &str,
    timeout: Duration,
    read: impl Fn(&[u8]) -> Option<A>,
) -> Option<A> {
    let deadline = sp_io::offchain::timestamp().add(timeout);
    let mut pending: Vec<_> = endpoints
        .iter()
        .filter_map(|endpoint| {
            let url = format!("{endpoint}/{path}");
            Request::get(&url).deadline(deadline).send().ok()
        })
        .collect();
    while !pending.is_empty() {
        let now = sp_io::offchain::timestamp();
        if now >= deadline {
            return None;
        }
        let look = now.add(Duration::from_millis(LOOK_MS)).min(deadline);
        let mut silent = Vec::new();
        for answer in PendingRequest::try_wait_all(pending, look) {
            match answer {
                Ok(Ok(response)) => {
                    let answer = body(&response, deadline).and_then(|bytes| read(&bytes));
                    if answer.is_some() {
                        return answer;
                    }
                }
                Ok(Err(_)) => {}
                Err(request) => silent.push(request),
            }
        }
        pending = silent;
    }
    None
}

fn body(response: &Response, deadline: Timestamp) -> Option<Vec<u8>> {
    if response.code != 200 {
        return None;
    }
    let mut body = response.body();
    body.deadline(deadline);
    let most = MAX_BODY_BYTES.saturating_add(1);
    let bytes: Vec<u8> = body.by_ref().take(most).collect();
    (body.error().is_none() && bytes.len() <= MAX_BODY_BYTES).then_some(bytes)
}
