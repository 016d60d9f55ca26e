//! The invented web, and the off-chain storage of its node.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use codec::{Decode, Encode};
use sp_core::{
    OpaquePeerId,
    offchain::{
        DbExternalities, Externalities, HttpError, HttpRequestId, HttpRequestStatus,
        OffchainStorage, OpaqueNetworkState, StorageKind, Timestamp, storage::InMemOffchainStorage,
    },
};

use super::{ENDPOINTS_KEY, WORKER_KEY};

/// What is found at an address.
#[derive(Clone, Debug)]
pub(super) enum Page {
    /// Status and body, at once.
    Answer(u16, String),
    /// A body after so many milliseconds.
    Slow(u64, String),
    /// Never an answer.
    Silent,
    /// No connection.
    Broken,
}

impl Page {
    pub(super) fn of(body: impl Into<String>) -> Self {
        Self::Answer(200, body.into())
    }
}

/// A request: its page, when it was made, and how much of the body is read.
struct Request {
    page: Page,
    at: u64,
    read: usize,
}

#[derive(Default)]
struct State {
    now: u64,
    pages: BTreeMap<String, Page>,
    asked: Vec<String>,
    requests: Vec<Request>,
    storage: InMemOffchainStorage,
}

#[derive(Clone)]
pub(super) struct Net(Arc<Mutex<State>>);

impl Default for Net {
    fn default() -> Self {
        let now = 1_800_000_000_000;
        Self(Arc::new(Mutex::new(State {
            now,
            ..State::default()
        })))
    }
}

impl Net {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    pub(super) fn put(&self, url: String, page: Page) {
        self.state().pages.insert(url, page);
    }

    pub(super) fn asked(&self) -> Vec<String> {
        self.state().asked.clone()
    }

    pub(super) fn now(&self) -> u64 {
        self.state().now
    }

    pub(super) fn wait(&self, ms: u64) {
        self.state().now += ms;
    }

    pub(super) fn set_back(&self, ms: u64) {
        self.state().now -= ms;
    }

    pub(super) fn set_endpoints(&self, endpoints: &[&str]) {
        let mut state = self.state();
        state.storage.set(b"", ENDPOINTS_KEY, &endpoints.encode());
    }

    /// Whether the worker remembers a failure.
    pub(super) fn is_failing(&self) -> bool {
        let kept = self.state().storage.get(b"", WORKER_KEY).unwrap();
        let (_, is_failing) = <(u64, bool)>::decode(&mut &*kept).unwrap();
        is_failing
    }
}

impl Externalities for Net {
    fn is_validator(&self) -> bool {
        true
    }

    fn network_state(&self) -> Result<OpaqueNetworkState, ()> {
        Err(())
    }

    fn timestamp(&mut self) -> Timestamp {
        Timestamp::from_unix_millis(self.now())
    }

    fn sleep_until(&mut self, _: Timestamp) {
        unreachable!("no worker asks for it")
    }

    fn random_seed(&mut self) -> [u8; 32] {
        [0; 32]
    }

    fn http_request_start(
        &mut self,
        method: &str,
        url: &str,
        _: &[u8],
    ) -> Result<HttpRequestId, ()> {
        assert_eq!(method, "GET");
        let mut state = self.state();
        let missing = Page::Answer(404, String::new());
        let page = state.pages.get(url).cloned().unwrap_or(missing);
        let at = state.now;
        state.asked.push(url.into());
        state.requests.push(Request { page, at, read: 0 });
        Ok(HttpRequestId(state.requests.len() as u16 - 1))
    }

    fn http_request_add_header(&mut self, _: HttpRequestId, _: &str, _: &str) -> Result<(), ()> {
        Ok(())
    }

    fn http_request_write_body(
        &mut self,
        _: HttpRequestId,
        _: &[u8],
        _: Option<Timestamp>,
    ) -> Result<(), HttpError> {
        Ok(())
    }

    /// Waits until all have answered or the deadline is over.
    fn http_response_wait(
        &mut self,
        ids: &[HttpRequestId],
        deadline: Option<Timestamp>,
    ) -> Vec<HttpRequestStatus> {
        let deadline = deadline.expect("nobody waits for ever").unix_millis();
        let mut state = self.state();
        let now = state.now;
        let ends = |request: &Request| match request.page {
            Page::Answer(..) | Page::Broken => now,
            Page::Slow(ms, _) => request.at + ms,
            Page::Silent => u64::MAX,
        };
        let asked = ids.iter().map(|id| &state.requests[usize::from(id.0)]);
        let last = asked.clone().map(ends).max().unwrap_or(now);
        let after = now.max(last.min(deadline));
        let statuses = asked
            .map(|request| match request.page {
                Page::Answer(status, _) => HttpRequestStatus::Finished(status),
                Page::Slow(..) if ends(request) <= after => HttpRequestStatus::Finished(200),
                Page::Broken => HttpRequestStatus::IoError,
                Page::Slow(..) | Page::Silent => HttpRequestStatus::DeadlineReached,
            })
            .collect();
        state.now = after;
        statuses
    }

    fn http_response_headers(&mut self, _: HttpRequestId) -> Vec<(Vec<u8>, Vec<u8>)> {
        Vec::new()
    }

    fn http_response_read_body(
        &mut self,
        id: HttpRequestId,
        buffer: &mut [u8],
        _: Option<Timestamp>,
    ) -> Result<usize, HttpError> {
        let mut state = self.state();
        let request = &mut state.requests[usize::from(id.0)];
        let (Page::Answer(_, body) | Page::Slow(_, body)) = &request.page else {
            return Err(HttpError::IoError);
        };
        let rest = &body.as_bytes()[request.read..];
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        request.read += length;
        Ok(length)
    }

    fn set_authorized_nodes(&mut self, _: Vec<OpaquePeerId>, _: bool) {
        unreachable!("no worker asks for it")
    }
}

impl DbExternalities for Net {
    fn local_storage_set(&mut self, kind: StorageKind, key: &[u8], value: &[u8]) {
        // A node has no other kind.
        assert_eq!(kind, StorageKind::PERSISTENT);
        self.state().storage.set(b"", key, value);
    }

    fn local_storage_clear(&mut self, _: StorageKind, key: &[u8]) {
        self.state().storage.remove(b"", key);
    }

    fn local_storage_compare_and_set(
        &mut self,
        kind: StorageKind,
        key: &[u8],
        old: Option<&[u8]>,
        new: &[u8],
    ) -> bool {
        assert_eq!(kind, StorageKind::PERSISTENT);
        self.state().storage.compare_and_set(b"", key, old, new)
    }

    fn local_storage_get(&mut self, _: StorageKind, key: &[u8]) -> Option<Vec<u8>> {
        self.state().storage.get(b"", key)
    }
}
