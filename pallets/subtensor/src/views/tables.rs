//! How the structs of the read models are declared: one macro gives them all the same derives.
//! Structs that share their fields are generated from one table on top of it, so that their layouts
//! cannot drift apart (spec 70 §22.2).

/// Declares a struct whose field order is its public encoding.
macro_rules! view_struct {
    ($(#[$meta:meta])* $name:ident $(<$account:ident>)? {
        $( $(#[$doc:meta])* $field:ident : $ty:ty ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, codec::Encode, codec::Decode, scale_info::TypeInfo)]
        pub struct $name $(<$account>)? {
            $( $(#[$doc])* pub $field: $ty, )*
        }
    };
}

pub(crate) use view_struct;
