//! Extensions that only hold their place: clients compare the list of identifiers, and each gets
//! its rule together with the feature it guards.

use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::{impl_tx_ext_default, traits::TransactionExtension};

use crate::RuntimeCall;

macro_rules! marker_extension {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Decode, DecodeWithMemTracking, Default, Encode)]
        #[derive(Eq, PartialEq, TypeInfo)]
        pub struct $name;

        impl TransactionExtension<RuntimeCall> for $name {
            const IDENTIFIER: &'static str = stringify!($name);
            type Implicit = ();
            type Val = ();
            type Pre = ();

            fn weight(&self, _: &RuntimeCall) -> Weight {
                Weight::zero()
            }

            impl_tx_ext_default!(RuntimeCall; validate prepare);
        }
    )*};
}

marker_extension! {
    /// Place of the priority of randomness beacons.
    DrandPriority;
}
