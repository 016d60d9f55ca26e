use super::*;

#[test]
fn every_named_preset_exists_and_no_other() {
    for name in preset_names() {
        assert!(preset(&name).is_some(), "{name}");
    }
    assert_eq!(preset(&PresetId::from("mainnet")), None);
}
