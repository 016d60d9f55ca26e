//! Nodes that are none, and nodes that go away: one line says what and where.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    thread,
};

use subtensor_sim::{Source, import};

/// A server that gives these answers, one a request, and then is gone. Returns its address.
fn server(answers: Vec<String>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    thread::spawn(move || {
        for answer in answers {
            let Ok((stream, _)) = listener.accept() else {
                return;
            };
            reply(stream, &answer);
        }
    });
    format!("http://{address}")
}

fn reply(mut stream: TcpStream, answer: &str) {
    let mut reader = BufReader::new(stream.try_clone().expect("it can be shared"));
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).is_err() || line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().expect("it is a number");
        }
    }
    let mut question = vec![0; length];
    reader
        .read_exact(&mut question)
        .expect("there is a question");
    let head = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length:";
    let _ = write!(stream, "{head} {}\r\n\r\n{answer}", answer.len());
}

fn result(value: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","id":1,"result":{value}}}"#)
}

fn problem(url: &str, at: Option<&str>) -> String {
    let source = Source { url, netuid: 2, at };
    let problem = import(&source).map(drop).expect_err("it cannot be read");
    let line = problem.to_string();
    assert_eq!(line.lines().count(), 1, "{line}");
    line
}

const OURS: &str = r#"{"specName":"node-subtensor","specVersion":1}"#;
const HASH: &str = r#""0x1111111111111111111111111111111111111111111111111111111111111111""#;

#[test]
fn an_endpoint_that_is_no_subtensor_chain_is_named() {
    let cases = [
        (
            result(r#"{"specName":"polkadot"}"#),
            "is no Subtensor chain: it runs `polkadot`",
        ),
        (result("{}"), "is no Subtensor chain"),
        (
            "<html>".to_owned(),
            "state_getRuntimeVersion: the answer is no JSON",
        ),
        (
            "{}".to_owned(),
            "state_getRuntimeVersion: the answer has no result",
        ),
        (
            r#"{"error":{"message":"Method not found"}}"#.to_owned(),
            "state_getRuntimeVersion: refused: Method not found",
        ),
    ];
    for (answer, expected) in cases {
        let url = server(vec![answer]);
        let found = problem(&url, None);
        assert!(
            found.starts_with(&url) && found.contains(expected),
            "{found}"
        );
    }
}

#[test]
fn a_block_that_is_not_there_is_named() {
    let url = server(vec![result(OURS), result("null")]);
    assert_eq!(
        problem(&url, Some("7")),
        format!("{url}, block 7: there is no such block")
    );
    let url = server(vec![result(OURS)]);
    let found = problem(&url, Some("seven"));
    assert_eq!(
        found,
        format!("{url}, block seven: is neither a number nor a hash")
    );
}

#[test]
fn a_node_that_goes_away_is_named() {
    let url = server(vec![]);
    let found = problem(&url, None);
    let expected = format!("{url}, state_getRuntimeVersion: no answer: ");
    assert!(found.starts_with(&expected), "{found}");
    let url = server(vec![result(OURS), result(HASH)]);
    let found = problem(&url, None);
    assert!(found.contains("state_getMetadata: no answer: "), "{found}");
    let url = server(vec![result(OURS), result(HASH), result(r#""0x00""#)]);
    let found = problem(&url, None);
    assert!(
        found.ends_with("metadata: is none of version 14"),
        "{found}"
    );
}

#[test]
fn an_address_that_is_none_is_named() {
    for (url, expected) in [
        (
            "wss://example.org",
            "wss://example.org: is encrypted, which is not supported",
        ),
        (
            "example.org",
            "example.org: is no address like http://127.0.0.1:9944",
        ),
        ("http://", "http://: is no address like"),
    ] {
        let found = problem(url, None);
        assert!(found.starts_with(expected), "{found}");
    }
}
