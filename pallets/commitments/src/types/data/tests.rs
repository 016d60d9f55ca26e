//! The bytes of fields, and that metadata says the same of them.

use std::collections::BTreeMap;

use codec::{Compact, Decode, DecodeAll, Encode, MaxEncodedLen};
use frame_support::{BoundedVec, traits::ConstU32};
use proptest::prelude::*;
use scale_info::{
    MetaType, PortableRegistry, Registry, TypeDef, TypeDefPrimitive, form::PortableForm,
};

use super::{Data, MAX_BIG_RAW, MAX_RAW, MAX_SEALED};
use crate::types::CommitmentInfo;

fn bytes<const MAX: u32>(bytes: &[u8]) -> BoundedVec<u8, ConstU32<MAX>> {
    bytes.to_vec().try_into().unwrap()
}

fn sealed(encrypted: &[u8], reveal_round: u64) -> Data {
    Data::TimelockEncrypted {
        encrypted: bytes(encrypted),
        reveal_round,
    }
}

#[test]
fn fields_have_the_published_bytes() {
    let vectors: [(Data, &[u8]); 11] = [
        (Data::None, &[0]),
        (Data::Raw(bytes(b"abc")), b"\x04abc"),
        (Data::Raw(bytes(b"")), &[1]),
        (
            Data::BlakeTwo256([7; 32]),
            &[[130].as_slice(), &[7; 32]].concat(),
        ),
        (
            Data::Sha256([7; 32]),
            &[[131].as_slice(), &[7; 32]].concat(),
        ),
        (
            Data::Keccak256([7; 32]),
            &[[132].as_slice(), &[7; 32]].concat(),
        ),
        (
            Data::ShaThree256([7; 32]),
            &[[133].as_slice(), &[7; 32]].concat(),
        ),
        (
            sealed(&[0xAA, 0xBB], 1_000),
            b"\x86\x08\xaa\xbb\xe8\x03\0\0\0\0\0\0",
        ),
        (Data::ResetBondsFlag, &[0x87]),
        (Data::BigRaw(bytes(b"abc")), b"\x88\x0cabc"),
        (
            Data::TimelockRevealFailed {
                encrypted: bytes(&[0xAA, 0xBB]),
                reveal_round: 1_000,
            },
            b"\x89\x08\xaa\xbb\xe8\x03\0\0\0\0\0\0",
        ),
    ];
    for (data, expected) in vectors {
        assert_eq!(data.encode(), expected, "{data:?}");
        assert_eq!(Data::decode_all(&mut &*expected), Ok(data));
    }
}

#[test]
fn the_first_byte_of_short_bytes_is_their_number_and_one() {
    for length in 0..=MAX_RAW as usize {
        let data = Data::Raw(bytes(&vec![9; length]));
        let encoded = data.encode();
        assert_eq!(
            (usize::from(encoded[0]), encoded.len()),
            (length + 1, length + 1)
        );
        assert_eq!(Data::decode_all(&mut &*encoded), Ok(data));
        if length > 0 {
            assert!(Data::decode(&mut &encoded[..length]).is_err());
        }
    }
}

#[test]
fn a_commitment_of_one_field_has_the_published_bytes() {
    let info = CommitmentInfo::<ConstU32<3>> {
        fields: vec![Data::Raw(bytes(b"abc"))].try_into().unwrap(),
    };
    assert_eq!(info.encode(), b"\x04\x04abc");
    // Four fields where three may be.
    assert!(CommitmentInfo::<ConstU32<3>>::decode(&mut &[16, 0, 0, 0, 0][..]).is_err());
    assert!(CommitmentInfo::<ConstU32<4>>::decode(&mut &[16, 0, 0, 0, 0][..]).is_ok());
}

#[test]
fn other_first_bytes_and_lists_that_are_too_long_do_not_decode() {
    for first in 138..=u8::MAX {
        let long = [[first].as_slice(), &[0; 64]].concat();
        assert!(Data::decode(&mut &*long).is_err(), "{first}");
    }
    for (first, max) in [(134, MAX_SEALED), (136, MAX_BIG_RAW), (137, MAX_SEALED)] {
        let of_length = |length: u32| {
            let bytes = vec![0; length as usize + 8];
            [[first].as_slice(), &Compact(length).encode(), &bytes].concat()
        };
        assert!(Data::decode(&mut &*of_length(max)).is_ok(), "{first}");
        assert!(Data::decode(&mut &*of_length(max + 1)).is_err(), "{first}");
    }
}

#[test]
fn what_counts_are_the_bytes_of_the_publisher() {
    let hash = [1; 32];
    let counts = [
        (Data::None, 0),
        (Data::Raw(bytes(&[0; 77])), 77),
        (Data::BlakeTwo256(hash), 32),
        (Data::Sha256(hash), 32),
        (Data::Keccak256(hash), 32),
        (Data::ShaThree256(hash), 32),
        (sealed(&[0; 300], 5), 300),
        (Data::ResetBondsFlag, 0),
        (Data::BigRaw(bytes(&[0; 401])), 401),
    ];
    for (data, count) in counts {
        assert_eq!(data.bytes(), count, "{data:?}");
    }
}

/// Metadata of a field: all types, and the number of the field's own.
fn metadata() -> (PortableRegistry, u32) {
    let mut registry = Registry::new();
    let id = registry.register_type(&MetaType::new::<Data>()).id;
    (registry.into(), id)
}

/// How many of the bytes are a value of the type, as a client would find by metadata alone.
fn length_by_metadata(types: &PortableRegistry, id: u32, bytes: &[u8]) -> usize {
    let sum = |ids: &mut dyn Iterator<Item = u32>| {
        ids.fold(0, |sum, id| {
            sum + length_by_metadata(types, id, &bytes[sum..])
        })
    };
    match &types.resolve(id).unwrap().type_def {
        TypeDef::Primitive(TypeDefPrimitive::U8) => 1,
        TypeDef::Primitive(TypeDefPrimitive::U64) => 8,
        TypeDef::Array(array) => sum(&mut core::iter::repeat_n(
            array.type_param.id,
            array.len as usize,
        )),
        TypeDef::Composite(composite) => sum(&mut composite.fields.iter().map(|field| field.ty.id)),
        TypeDef::Sequence(sequence) => {
            let mut rest = bytes;
            let length = Compact::<u32>::decode(&mut rest).unwrap().0 as usize;
            let items = (0..length).fold(rest, |rest, _| {
                &rest[length_by_metadata(types, sequence.type_param.id, rest)..]
            });
            bytes.len() - items.len()
        }
        TypeDef::Variant(variants) => {
            let mut found = variants.variants.iter().filter(|one| one.index == bytes[0]);
            let variant = found.next().unwrap();
            assert!(found.next().is_none(), "an index stands for two variants");
            variant.fields.iter().fold(1, |sum, field| {
                sum + length_by_metadata(types, field.ty.id, &bytes[sum..])
            })
        }
        other => panic!("no field has a {other:?}"),
    }
}

#[test]
fn metadata_names_every_variant() {
    let (types, id) = metadata();
    let data = types.resolve(id).unwrap();
    assert_eq!(data.path.segments, ["pallet_commitments", "types", "Data"]);
    let TypeDef::Variant(all) = &data.type_def else {
        panic!("a field is no enum");
    };
    let names: BTreeMap<u8, String> = all
        .variants
        .iter()
        .map(|variant| (variant.index, variant.name.clone()))
        .collect();
    let mut expected: BTreeMap<u8, String> = (0..=128)
        .map(|length| (length + 1, format!("Raw{length}")))
        .collect();
    let others = [
        (0, "None"),
        (130, "BlakeTwo256"),
        (131, "Sha256"),
        (132, "Keccak256"),
        (133, "ShaThree256"),
        (134, "TimelockEncrypted"),
        (135, "ResetBondsFlag"),
        (136, "BigRaw"),
        (137, "TimelockRevealFailed"),
    ];
    expected.extend(others.map(|(index, name)| (index, name.to_owned())));
    assert_eq!(all.variants.len(), 138);
    assert_eq!(names, expected);

    let fields_of = |index: u8| -> Vec<scale_info::Field<PortableForm>> {
        let variant = all.variants.iter().find(|variant| variant.index == index);
        variant.unwrap().fields.clone()
    };
    for index in [134, 137] {
        let named: Vec<_> = fields_of(index)
            .into_iter()
            .map(|field| field.name.unwrap())
            .collect();
        assert_eq!(named, ["encrypted", "reveal_round"]);
    }
    for index in (1..=133).chain([136]) {
        assert!(
            matches!(&fields_of(index)[..], [field] if field.name.is_none()),
            "{index}"
        );
    }
}

fn any_data() -> impl Strategy<Value = Data> {
    let sealed = || (prop::collection::vec(any::<u8>(), 0..=1_024), any::<u64>());
    prop_oneof![
        Just(Data::None),
        Just(Data::ResetBondsFlag),
        prop::collection::vec(any::<u8>(), 0..=128).prop_map(|raw| Data::Raw(bytes(&raw))),
        any::<[u8; 32]>().prop_map(Data::BlakeTwo256),
        any::<[u8; 32]>().prop_map(Data::Sha256),
        any::<[u8; 32]>().prop_map(Data::Keccak256),
        any::<[u8; 32]>().prop_map(Data::ShaThree256),
        prop::collection::vec(any::<u8>(), 0..=512).prop_map(|raw| Data::BigRaw(bytes(&raw))),
        sealed().prop_map(|(encrypted, round)| super::tests::sealed(&encrypted, round)),
        sealed().prop_map(|(encrypted, reveal_round)| Data::TimelockRevealFailed {
            encrypted: bytes(&encrypted),
            reveal_round,
        }),
    ]
}

proptest! {
    #[test]
    fn fields_come_back_as_they_went(data in any_data()) {
        let encoded = data.encode();
        prop_assert!(encoded.len() <= Data::max_encoded_len());
        prop_assert_eq!(Data::decode_all(&mut &*encoded), Ok(data));
        let (types, id) = metadata();
        prop_assert_eq!(length_by_metadata(&types, id, &encoded), encoded.len());
    }

    #[test]
    fn any_bytes_decode_to_what_they_are_or_not_at_all(
        first in any::<u8>(),
        rest in prop::collection::vec(any::<u8>(), 0..1_200),
    ) {
        let all = [&[first], rest.as_slice()].concat();
        let mut left = &*all;
        if let Ok(data) = Data::decode(&mut left) {
            prop_assert_eq!(data.encode(), &all[..all.len() - left.len()]);
        }
    }
}

#[test]
fn the_longest_field_is_as_long_as_is_said() {
    let longest = sealed(&[0; MAX_SEALED as usize], u64::MAX);
    assert_eq!(longest.encode().len(), Data::max_encoded_len());
}
