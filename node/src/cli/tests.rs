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
