use super::*;

#[test]
fn sealing_is_a_word_or_an_interval() {
    assert_eq!("manual".parse(), Ok(Sealing::Manual));
    assert_eq!("instant".parse(), Ok(Sealing::Instant));
    assert_eq!("250".parse(), Ok(Sealing::Interval(250)));
    for wrong in ["", "0", "-1", "fast"] {
        assert!(wrong.parse::<Sealing>().is_err(), "{wrong}");
    }
}

#[test]
fn endpoints_are_base_urls() {
    for (given, kept) in [
        ("https://api.drand.sh", "https://api.drand.sh"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("http://[::1]:80/relay//", "http://[::1]:80/relay"),
    ] {
        assert_eq!(given.parse(), Ok(Endpoint(kept.into())));
    }
    for wrong in [
        "",
        "api.drand.sh",
        "ftp://api.drand.sh",
        "http://",
        "http:///public",
        "http://:80",
        "http://a b",
        "http://a?round=1",
        "http://a#b",
    ] {
        assert!(wrong.parse::<Endpoint>().is_err(), "{wrong}");
    }
}
