//! The state of a running chain, over JSON-RPC.

use std::{cell::Cell, time::Duration};

use serde_json::{Value, json};

use super::{State, read_subnet, state::name_of};
use crate::{problem::Problem, scenario::Scenario};

/// How long a node may take for an answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// Keys of a page.
const PAGE: usize = 1_000;
/// Largest answer that is read: the metadata is a few hundred kilobytes.
const MAX_ANSWER: u64 = 256 << 20;
/// What a node says that it runs.
const SPEC_NAME: &str = "node-subtensor";

/// Where to read what.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// Endpoint of a node.
    pub url: &'s str,
    /// Number of the subnet.
    pub netuid: u16,
    /// Number or hash of a block; none: the newest.
    pub at: Option<&'s str>,
}

/// A node, and the block of which it is asked.
struct Node {
    agent: ureq::Agent,
    url: String,
    block: String,
    asked: Cell<u64>,
}

/// Makes a scenario of a subnet of a running chain. Also says what of the subnet the scenario
/// leaves out.
///
/// Errors: nobody answers, or no Subtensor chain; there is no such block; those of
/// [`crate::read_subnet`].
pub fn import(source: &Source<'_>) -> Result<(Scenario, Vec<String>), Problem> {
    let node = Node::connect(source)?;
    let place = || format!("{}, block {}", source.url, node.block);
    read_subnet(&node, source.netuid).map_err(|problem| problem.within(&place()))
}

/// The endpoint as HTTP, which a node answers on the same port as web sockets.
fn endpoint(url: &str) -> Result<String, Problem> {
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    match scheme {
        "http" | "ws" if !rest.is_empty() => Ok(format!("http://{rest}")),
        "https" | "wss" => Err(Problem::new(
            url,
            "is encrypted, which is not supported: ask a node of your own, or through a tunnel",
        )),
        _ => Err(Problem::new(
            url,
            "is no address like http://127.0.0.1:9944",
        )),
    }
}

impl Node {
    fn connect(source: &Source<'_>) -> Result<Self, Problem> {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .build();
        let mut node = Self {
            agent: config.into(),
            url: endpoint(source.url)?,
            block: String::new(),
            asked: Cell::new(0),
        };
        let version = node.call("state_getRuntimeVersion", json!([]))?;
        let name = version.get("specName").and_then(Value::as_str);
        match name {
            Some(SPEC_NAME) => {}
            Some(name) => {
                return Err(Problem::new(
                    source.url,
                    format!("is no Subtensor chain: it runs `{name}`"),
                ));
            }
            None => return Err(Problem::new(source.url, "is no Subtensor chain")),
        }
        node.block = node.find(source.at)?;
        Ok(node)
    }

    /// Hash of a block.
    fn find(&self, at: Option<&str>) -> Result<String, Problem> {
        let place = |at: &str| format!("{}, block {at}", self.url);
        let argument = match at {
            None => json!([]),
            Some(at) => match (at.parse::<u32>(), at.strip_prefix("0x")) {
                (Ok(number), _) => json!([number]),
                (_, Some(digits)) if digits.len() == 64 => {
                    let header = self.call("chain_getHeader", json!([at]))?;
                    return match header {
                        Value::Null => Err(Problem::new(place(at), "there is no such block")),
                        _ => Ok(at.to_owned()),
                    };
                }
                _ => return Err(Problem::new(place(at), "is neither a number nor a hash")),
            },
        };
        let hash = self.call("chain_getBlockHash", argument)?;
        let hash = hash.as_str().map(ToOwned::to_owned);
        hash.ok_or_else(|| Problem::new(place(at.unwrap_or("newest")), "there is no such block"))
    }

    fn call(&self, method: &str, arguments: Value) -> Result<Value, Problem> {
        let place = || format!("{}, {method}", self.url);
        let number = self.asked.get().saturating_add(1);
        self.asked.set(number);
        let question = json!({
            "jsonrpc": "2.0",
            "id": number,
            "method": method,
            "params": arguments,
        });
        let answer = self
            .agent
            .post(&self.url)
            .header("content-type", "application/json")
            .send(question.to_string())
            .and_then(|mut answer| {
                let body = answer.body_mut().with_config().limit(MAX_ANSWER);
                body.read_to_string()
            })
            .map_err(|error| Problem::new(place(), format!("no answer: {error}")))?;
        let answer: Value = serde_json::from_str(&answer)
            .map_err(|_| Problem::new(place(), "the answer is no JSON: not a node of a chain"))?;
        if let Some(error) = answer.get("error") {
            let message = error.get("message").and_then(Value::as_str);
            let what = message.map_or_else(|| error.to_string(), ToOwned::to_owned);
            return Err(Problem::new(place(), format!("refused: {what}")));
        }
        let result = answer.get("result").cloned();
        result.ok_or_else(|| Problem::new(place(), "the answer has no result: not a node"))
    }

    fn bytes(&self, method: &str, value: &Value) -> Result<Vec<u8>, Problem> {
        let digits = value.as_str().and_then(|text| text.strip_prefix("0x"));
        digits
            .and_then(from_hex)
            .ok_or_else(|| Problem::new(format!("{}, {method}", self.url), "answers no bytes"))
    }
}

fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else {
        return None;
    };
    let byte = |pair: &[u8; 2]| {
        let text = core::str::from_utf8(pair).ok()?;
        u8::from_str_radix(text, 16).ok()
    };
    pairs.iter().map(byte).collect()
}

impl State for Node {
    fn metadata(&self) -> Result<Vec<u8>, Problem> {
        let method = "state_getMetadata";
        let found = self.call(method, json!([self.block]))?;
        self.bytes(method, &found)
    }

    fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Problem> {
        let method = "state_queryStorageAt";
        let written: Vec<String> = keys.iter().map(|key| name_of(key)).collect();
        let found = self.call(method, json!([written, self.block]))?;
        let place = || format!("{}, {method}", self.url);
        // One set of changes: (key, value) each, in any order.
        let changes = found.get(0).and_then(|set| set.get("changes"));
        let changes = changes
            .and_then(Value::as_array)
            .ok_or_else(|| Problem::new(place(), "answers no values"))?;
        let mut by_key = std::collections::HashMap::new();
        for change in changes {
            let key = change.get(0).and_then(Value::as_str);
            let key = key.ok_or_else(|| Problem::new(place(), "answers no values"))?;
            match change.get(1) {
                None | Some(Value::Null) => None,
                Some(value) => by_key.insert(key, self.bytes(method, value)?),
            };
        }
        Ok(written
            .iter()
            .map(|key| by_key.remove(key.as_str()))
            .collect())
    }

    fn keys(&self, prefix: &[u8]) -> Result<Vec<Vec<u8>>, Problem> {
        let method = "state_getKeysPaged";
        let mut keys = Vec::new();
        let mut last = Value::Null;
        loop {
            let arguments = json!([name_of(prefix), PAGE, last, self.block]);
            let page = self.call(method, arguments)?;
            let page = page.as_array().cloned().unwrap_or_default();
            for key in &page {
                keys.push(self.bytes(method, key)?);
            }
            match page.into_iter().next_back() {
                Some(key) if keys.len().is_multiple_of(PAGE) => last = key,
                _ => return Ok(keys),
            }
        }
    }
}
