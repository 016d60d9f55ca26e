//! Identifiers of subnets and of the mechanisms inside one. All encode as
//! their bare integer, so storage keys equal those of plain integers
//! (spec 10 §3.1, spec 20 §2).

#[cfg(test)]
mod tests;

use codec::{CompactAs, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $raw:ty $(, $compact:ident)?) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode,
            DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
            $($compact,)?
        )]
        #[serde(transparent)]
        pub struct $name(pub $raw);

        impl $name {
            /// Wrap a raw identifier.
            pub const fn new(raw: $raw) -> Self {
                Self(raw)
            }
            /// The raw identifier.
            pub const fn get(self) -> $raw {
                self.0
            }
        }
        impl From<$raw> for $name {
            fn from(raw: $raw) -> Self {
                Self(raw)
            }
        }
        impl From<$name> for $raw {
            fn from(id: $name) -> Self {
                id.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

id!(
    /// Identifier of a subnet.
    NetUid,
    u16,
    CompactAs
);
id!(
    /// Identifier of a mechanism inside a subnet.
    MechId,
    u8
);
id!(
    /// Key of per-mechanism maps: subnet and mechanism in one number. The
    /// main mechanism of a subnet has the number of the subnet itself.
    NetUidStorageIndex,
    u16,
    CompactAs
);

impl NetUid {
    /// The root network.
    pub const ROOT: Self = Self(0);

    /// True for the root network.
    pub const fn is_root(self) -> bool {
        self.0 == 0
    }
}

impl MechId {
    /// The first, always present mechanism.
    pub const MAIN: Self = Self(0);
}

impl NetUidStorageIndex {
    /// Root network, main mechanism.
    pub const ROOT: Self = Self(0);
    /// Distance between two mechanisms of one subnet.
    pub const MECHANISM_STRIDE: u16 = 4096;

    /// Key of a mechanism of a subnet, saturating for impossible inputs.
    pub const fn from_parts(netuid: NetUid, mechanism: MechId) -> Self {
        Self(
            (mechanism.0 as u16)
                .saturating_mul(Self::MECHANISM_STRIDE)
                .saturating_add(netuid.0),
        )
    }

    /// The subnet and the mechanism of this key.
    pub const fn parts(self) -> (NetUid, MechId) {
        (NetUid(self.0 % 4096), MechId((self.0 / 4096) as u8))
    }

    /// The subnet of this key.
    pub const fn netuid(self) -> NetUid {
        self.parts().0
    }
}

impl From<NetUid> for NetUidStorageIndex {
    fn from(netuid: NetUid) -> Self {
        Self::from_parts(netuid, MechId::MAIN)
    }
}
