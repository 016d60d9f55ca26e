use super::*;

#[test]
fn pages_are_those_of_the_list() {
    let listed = ["http://localhost:*", "https://polkadot.js.org", "null"];
    let origins = Origins::new(Some(listed.map(Into::into).to_vec()));
    assert!(!origins.is_all());
    for origin in [
        "http://localhost",
        "http://localhost:3000",
        "https://polkadot.js.org",
        "null",
    ] {
        assert!(origins.allow(origin.as_bytes()), "{origin}");
    }
    for origin in [
        "",
        "https://localhost:3000",
        "http://localhost.example.org",
        "http://localhost:3000.example.org",
        "http://localhost:",
        "https://polkadot.js.org:444",
        "https://example.org",
    ] {
        assert!(!origins.allow(origin.as_bytes()), "{origin}");
    }
    assert!(!origins.allow(b"http://localhost:\xff"));
}

#[test]
fn all_are_all() {
    let origins = Origins::new(None);
    assert!(origins.is_all() && origins.allow(b"https://example.org") && origins.allow(b"\xff"));
}
