//! Lists in the arguments of calls.

#[cfg(test)]
mod tests;

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
