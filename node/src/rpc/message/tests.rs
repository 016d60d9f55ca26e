use std::net::{IpAddr, Ipv4Addr};

use jsonrpsee::{
    RpcModule,
    server::{ConnectionId, middleware::rpc::RpcLoggerLayer},
    tokio::runtime::Builder,
};
use serde_json::{Value, json};

use super::*;
use crate::rpc::budget::Budget;

/// The largest answer.
const LARGEST: usize = 1000;

/// What is answered to a message.
fn answer_with(batches: BatchRequestConfig, message: &str) -> Option<Value> {
    let mut module = RpcModule::new(());
    module
        .register_method("repeat", |params, (), _| {
            let length: usize = params.one().unwrap_or(0);
            "x".repeat(length)
        })
        .unwrap();
    module
        .register_subscription("subscribe", "note", "unsubscribe", |_, _, _, _| async {})
        .unwrap();
    let calls = Calls {
        methods: module.into(),
        connection: ConnectionId(1),
        largest: LARGEST,
        subscriptions: None,
    };
    let service = RpcLoggerLayer::new(0).layer(MiddlewareLayer::new().layer(calls));
    let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let answers = Arc::new(Answers {
        service,
        connection: Budget::new(1, 1).admit(address).unwrap(),
        batches,
        largest: LARGEST,
        extensions: Extensions::new(),
    });
    let runtime = Builder::new_current_thread().enable_time().build().unwrap();
    let message = Bytes::copy_from_slice(message.as_bytes());
    let answer = runtime.block_on(answers.answer(message))?;
    Some(serde_json::from_str(&answer.text).unwrap())
}

fn answer(message: &str) -> Option<Value> {
    answer_with(BatchRequestConfig::Unlimited, message)
}

fn call(id: u32, length: u32) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"repeat","params":[{length}]}}"#)
}

fn code(answer: &Value) -> Option<i64> {
    answer.get("error")?.get("code")?.as_i64()
}

#[test]
fn a_call_is_answered() {
    let expected = json!({ "jsonrpc": "2.0", "id": 7, "result": "xx" });
    assert_eq!(answer(&format!(" {}", call(7, 2))), Some(expected));
}

#[test]
fn a_call_without_an_id_is_not() {
    let note = r#"{"jsonrpc":"2.0","method":"repeat","params":[2]}"#;
    assert_eq!(answer(note), None);
    assert_eq!(answer(&format!("[{note}]")), None);
    let both = answer(&format!("[{note},{}]", call(7, 1))).unwrap();
    assert_eq!(both.as_array().map(Vec::len), Some(1));
}

#[test]
fn what_is_no_call_gets_an_error() {
    for (message, expected) in [
        ("", -32700),
        ("null", -32700),
        ("{", -32700),
        ("[", -32700),
        ("[]", -32600),
        (r#"{"id":7}"#, -32600),
        (r#"{"jsonrpc":"2.0","id":7,"method":"none"}"#, -32601),
        (r#"{"jsonrpc":"2.0","id":7,"method":"subscribe"}"#, -32603),
        (r#"{"jsonrpc":"2.0","id":7,"method":"unsubscribe"}"#, -32603),
    ] {
        let answer = answer(message).unwrap();
        assert_eq!(code(&answer), Some(expected), "{message}");
        let id = message.contains("7").then_some(7);
        assert_eq!(answer["id"], json!(id), "{message}");
    }
    assert_eq!(code(&answer(&"[".repeat(100_000)).unwrap()), Some(-32700));
}

#[test]
fn a_batch_is_answered_call_by_call() {
    let batch = format!("[{},7,{}]", call(1, 1), call(2, 2));
    let answers = answer(&batch).unwrap();
    let results: Vec<_> = (0..3).map(|i| answers[i]["result"].as_str()).collect();
    assert_eq!(results, [Some("x"), None, Some("xx")]);
    assert_eq!(code(&answers[1]), Some(-32600));
}

#[test]
fn a_batch_is_refused_where_it_may_not_be() {
    let batch = format!("[{},{}]", call(1, 1), call(2, 2));
    let refused = |batches| code(&answer_with(batches, &batch)?);
    assert_eq!(refused(BatchRequestConfig::Disabled), Some(-32005));
    assert_eq!(refused(BatchRequestConfig::Limit(1)), Some(-32010));
    assert_eq!(refused(BatchRequestConfig::Limit(2)), None);
}

#[test]
fn answers_beyond_the_limit_are_errors() {
    assert_eq!(code(&answer(&call(1, 1000)).unwrap()), Some(-32008));
    let batch = format!("[{},{}]", call(1, 600), call(2, 600));
    assert_eq!(code(&answer(&batch).unwrap()), Some(-32011));
}
