//! Lists in the arguments of calls.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::Deref;
use scale_info::{Type, TypeInfo};
use sp_runtime::{BoundedVec, traits::ConstU32};

/// A list of at most `MAX` items that looks like an ordinary one from outside: the same bytes, the
/// same type in metadata. A longer one does not decode, so it costs nobody more than its first
/// bytes (spec 40 §6.3, §11.1).
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq)]
pub struct List<T, const MAX: u32>(BoundedVec<T, ConstU32<MAX>>);

impl<T, const MAX: u32> List<T, MAX> {
    /// The items.
    pub fn into_inner(self) -> Vec<T> {
        self.0.into_inner()
    }
}

/// Gives the items back if there are too many.
impl<T, const MAX: u32> TryFrom<Vec<T>> for List<T, MAX> {
    type Error = Vec<T>;

    fn try_from(items: Vec<T>) -> Result<Self, Vec<T>> {
        BoundedVec::try_from(items).map(Self)
    }
}

impl<T, const MAX: u32> Deref for List<T, MAX> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: TypeInfo + 'static, const MAX: u32> TypeInfo for List<T, MAX> {
    type Identity = <Vec<T> as TypeInfo>::Identity;

    fn type_info() -> Type {
        Vec::<T>::type_info()
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use scale_info::meta_type;

    use super::*;

    type Three = List<u16, 3>;

    #[test]
    fn looks_like_a_list_without_a_bound() {
        let items = vec![1u16, 2, 3];
        let list = Three::try_from(items.clone()).unwrap();
        assert_eq!(list.encode(), items.encode());
        assert_eq!(Three::decode(&mut &items.encode()[..]), Ok(list));
        assert_eq!(meta_type::<Three>(), meta_type::<Vec<u16>>());
    }

    #[test]
    fn one_item_too_many_is_no_list() {
        let items = vec![0u16; 4];
        assert!(Three::decode(&mut &items.encode()[..]).is_err());
        assert_eq!(Three::try_from(items.clone()), Err(items));
    }

    #[test]
    fn a_length_that_is_not_there_allocates_nothing() {
        let claim = codec::Compact(u32::MAX).encode();
        assert!(Three::decode(&mut &claim[..]).is_err());
    }
}
