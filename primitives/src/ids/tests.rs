use super::*;

#[test]
fn ids_encode_as_integers() {
    assert_eq!(NetUid::new(513).encode(), 513u16.encode());
    assert_eq!(MechId::new(3).encode(), 3u8.encode());
    assert_eq!(
        codec::Compact(NetUid::new(70)).encode(),
        codec::Compact(70u16).encode()
    );
    assert_eq!(serde_json::to_string(&NetUid::new(7)).unwrap(), "7");
    assert_eq!(NetUid::new(7).to_string(), "7");
}

#[test]
fn storage_index_round_trips() {
    for netuid in [0u16, 1, 255, 4095] {
        for mechanism in 0u8..16 {
            let index = NetUidStorageIndex::from_parts(netuid.into(), mechanism.into());
            assert_eq!(index.get(), u16::from(mechanism) * 4096 + netuid);
            assert_eq!(index.parts(), (NetUid(netuid), MechId(mechanism)));
        }
    }
    assert_eq!(NetUidStorageIndex::from(NetUid(9)).get(), 9);
}
