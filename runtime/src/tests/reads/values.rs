//! Values of types that only the metadata describes: arguments are made, answers are walked
//! through, both as a client would that knows nothing else.

use alloc::vec::Vec;

use codec::{Compact, Decode, Encode, Error};
use scale_info::{PortableRegistry, Type, TypeDef, TypeDefPrimitive, form::PortableForm};
use sp_keyring::Sr25519Keyring;

/// Entries of a list that is longer than anybody needs.
const ABSURD: u64 = 3_000;

/// A sequence of numbers that looks random and depends on its seed only.
pub(super) struct Numbers(pub u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Mostly what exists on a small chain, now and then the largest or any number.
    fn integer(&mut self) -> u128 {
        match self.below(8) {
            0 => u128::MAX,
            1 => u128::from(self.next()),
            _ => u128::from(self.below(5)),
        }
    }

    fn account(&mut self) -> [u8; 32] {
        match self.below(8) {
            0 => [0; 32],
            1 => [0xff; 32],
            of => {
                let who = Sr25519Keyring::iter().nth(of as usize - 2);
                who.expect("there are as many").to_raw_public()
            }
        }
    }
}

/// The types of the metadata.
pub(super) struct Values<'a>(pub &'a PortableRegistry);

impl<'a> Values<'a> {
    fn get(&self, id: u32) -> &'a Type<PortableForm> {
        self.0.resolve(id).expect("the registry is complete")
    }

    /// A value of a type that arguments have.
    pub(super) fn encode(&self, id: u32, numbers: &mut Numbers, out: &mut Vec<u8>) {
        let ty = self.get(id);
        if ty.path.ident().as_deref() == Some("AccountId32") {
            return out.extend(numbers.account());
        }
        match &ty.type_def {
            TypeDef::Composite(of) => {
                for field in &of.fields {
                    self.encode(field.ty.id, numbers, out);
                }
            }
            TypeDef::Variant(of) => {
                let variant = &of.variants[numbers.below(of.variants.len() as u64) as usize];
                out.push(variant.index);
                for field in &variant.fields {
                    self.encode(field.ty.id, numbers, out);
                }
            }
            TypeDef::Sequence(of) => {
                let length = match numbers.below(16) {
                    0 => ABSURD,
                    _ => numbers.below(4),
                };
                Compact(length).encode_to(out);
                for _ in 0..length {
                    self.encode(of.type_param.id, numbers, out);
                }
            }
            TypeDef::Tuple(of) => {
                for field in &of.fields {
                    self.encode(field.id, numbers, out);
                }
            }
            TypeDef::Primitive(of) => {
                let bytes = numbers.integer().to_le_bytes();
                out.extend_from_slice(&bytes[..size_of(of)]);
            }
            other => panic!("no argument is {other:?}"),
        }
    }

    /// Takes a value of a type from the front of `input`.
    pub(super) fn skip(&self, id: u32, input: &mut &[u8]) -> Result<(), Error> {
        match &self.get(id).type_def {
            TypeDef::Composite(of) => {
                let mut fields = of.fields.iter();
                fields.try_for_each(|field| self.skip(field.ty.id, input))
            }
            TypeDef::Variant(of) => {
                let index = u8::decode(input)?;
                let named = of.variants.iter().find(|variant| variant.index == index);
                let mut fields = named.ok_or("no such variant")?.fields.iter();
                fields.try_for_each(|field| self.skip(field.ty.id, input))
            }
            TypeDef::Sequence(of) => {
                let Compact(length) = Compact::<u32>::decode(input)?;
                (0..length).try_for_each(|_| self.skip(of.type_param.id, input))
            }
            TypeDef::Array(of) => (0..of.len).try_for_each(|_| self.skip(of.type_param.id, input)),
            TypeDef::Tuple(of) => {
                let mut fields = of.fields.iter();
                fields.try_for_each(|field| self.skip(field.id, input))
            }
            TypeDef::Primitive(TypeDefPrimitive::Bool) => bool::decode(input).map(|_| ()),
            TypeDef::Primitive(of) => {
                let rest = input.get(size_of(of)..).ok_or("too short")?;
                *input = rest;
                Ok(())
            }
            // Whatever is inside, its compact form is that of a number.
            TypeDef::Compact(_) => Compact::<u128>::decode(input).map(|_| ()),
            TypeDef::BitSequence(_) => Err("no answer has bits".into()),
        }
    }
}

/// Bytes of a number; no argument is anything else.
fn size_of(primitive: &TypeDefPrimitive) -> usize {
    match primitive {
        TypeDefPrimitive::U8 | TypeDefPrimitive::I8 => 1,
        TypeDefPrimitive::U16 | TypeDefPrimitive::I16 => 2,
        TypeDefPrimitive::U32 | TypeDefPrimitive::I32 => 4,
        TypeDefPrimitive::U64 | TypeDefPrimitive::I64 => 8,
        TypeDefPrimitive::U128 | TypeDefPrimitive::I128 => 16,
        other => panic!("{other:?} is no number"),
    }
}
