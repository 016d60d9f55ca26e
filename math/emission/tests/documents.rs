//! The issuance curve in `docs/` is the one of the code.

mod document;

use std::fs;

#[test]
fn committed_documents_are_those_the_schedule_gives() {
    for (path, expected) in document::documents() {
        let committed = fs::read_to_string(&path).unwrap();
        assert!(
            committed == expected,
            "{} is out of date: run `cargo run -p subtensor-emission --example issuance`",
            path.display()
        );
    }
}
