//! Which web pages may use the node (`--rpc-cors`). A browser asks this of HTTP requests only, and
//! lets every page open a WebSocket; so the server looks at the origin of both.

#[cfg(test)]
mod tests;

use std::sync::Arc;

/// The origins that may, with `*` for any port; or any origin.
#[derive(Clone)]
pub(super) struct Origins(Option<Arc<[String]>>);

impl Origins {
    /// What `--rpc-cors` lists; `None` for `all`.
    pub(super) fn new(list: Option<Vec<String>>) -> Self {
        Self(list.map(Into::into))
    }

    /// Whether every page may.
    pub(super) fn is_all(&self) -> bool {
        self.0.is_none()
    }

    /// Whether a page of this origin may.
    pub(super) fn allow(&self, origin: &[u8]) -> bool {
        let Some(list) = &self.0 else {
            return true;
        };
        std::str::from_utf8(origin)
            .is_ok_and(|origin| list.iter().any(|listed| is_covered(listed, origin)))
    }
}

fn is_covered(listed: &str, origin: &str) -> bool {
    let Some(host) = listed.strip_suffix(":*") else {
        return listed == origin;
    };
    origin.strip_prefix(host).is_some_and(|rest| {
        rest.is_empty()
            || rest
                .strip_prefix(':')
                .is_some_and(|port| port.parse::<u16>().is_ok())
    })
}
