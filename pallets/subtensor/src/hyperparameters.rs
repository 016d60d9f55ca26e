//! The tables of every value that `AdminUtils` sets (spec 30 §15, §16, 10 §19.2, 20 §12):
//! [`of_subnets`] and [`of_the_chain`]. One row is one value: from it come the call, its checks and
//! its event, the list of named values that clients read, what is forgotten with a subnet, and
//! docs/hyperparameters.md.
//!
//! # A row
//! What is in brackets may be absent; the order is this one:
//! - a doc comment, which is the call's in metadata;
//! - index, name and arguments of the call, `=>` the storage item; `[netuid]` after it if each
//!   subnet has its own, and `netuid` is then the first argument of the call;
//! - \[`through` the function that writes the item, where more than the item changes\];
//! - \[`by` who may set it besides root: `Owner(key)` the owner once in a few tempos for each key;
//!   `OwnerPer(use)` the owner once in the interval of that use; `OwnerAlways` the owner. The owner
//!   never may in the freeze window\];
//! - \[`class` of the call\], without `Normal`;
//! - \[`needs` the bound for people, `:` the same in Rust, `=>` the pallet and its error\], as many
//!   as there are, in the order of the checks; a name in braces stands for that constant;
//! - \[`owner needs` what must hold besides if the owner sets it\], likewise;
//! - \[`emits` the pallet and its event\], as many as there are; without, the event is
//!   `AdminUtils::ParameterSet`;
//! - \[`shown` under these names to clients, `=` the function that reads it, where that is not the
//!   item itself\].
//!
//! Pallets are `subtensor` (`SubtensorModule`) and `admin` (`AdminUtils`).
//!
//! # What a new hyperparameter touches
//! 1. The `storage.rs` of the domain that uses it: the item and its default.
//! 2. One of the tables: its row.
//! 3. `runtime/src/calls/kinds.rs`: the kind of its call; the runtime does not compile without.
//! 4. `runtime/src/tests/admin`: what the call does, in `list.rs`, and its bounds, in `bounds.rs`.
//!    A test fails if the call is not in the list.
//! 5. docs/hyperparameters.md, which its test writes.
//!
//! Besides, each only if there is such a thing:
//! - an event or an error of its own: `events.rs`, `errors.rs`, or
//!   `pallets/admin-utils/src/lib.rs`;
//! - a key for `Owner`: a variant of [`Hyperparameter`](crate::Hyperparameter);
//! - a name for clients: the names in `views/tests/subnets.rs`, and if they do not read
//!   the item itself, the function in `views/hyperparams.rs`;
//! - a type or a constant that no other row has: the imports of the calls and of the document, how
//!   the document shows it, and if it has a name for clients, its variant in
//!   `views/hyperparams.rs`;
//! - a call or an item that the public network does not have: `runtime/src/conformance.rs`, with
//!   the reason.
//!
//! # What a new clause touches
//! 1. The list above.
//! 2. [`hyperparameter_rows`](crate::hyperparameter_rows): the clause, and at the end of the form
//!    what becomes of it.
//! 3. The consumers that use it, and only those: each takes from the form the groups up to the last
//!    one it needs, and leaves the rest. They are the calls (`pallets/admin-utils/src/setters.rs`),
//!    the document (`runtime/src/tests/admin/document.rs`), the named values
//!    (`views/hyperparams.rs`), and what is forgotten with a subnet (here).

pub mod of_subnets;
pub mod of_the_chain;

use core::marker::PhantomData;
use subtensor_primitives::NetUid;

use crate::{
    Config,
    domain::Domain,
    // The items that the rows name.
    pallet::*,
};

/// What the table of subnets lets anybody set.
pub(crate) struct Hyperparameters<T>(PhantomData<T>);

/// Forgets all of it with the subnet.
macro_rules! forget {
    ($({ item [$storage:ident $netuid:ident] $($rest:tt)* })*) => {
        impl<T: Config> Domain<T> for Hyperparameters<T> {
            fn forget_values(netuid: NetUid) {
                $($storage::<T>::remove(netuid);)*
            }
        }
    };
}

crate::subnet_hyperparameters!(forget);

/// Reads the rows of a table and hands them to the macro `$consumer`, every row in one form: the
/// same groups in the same order, empty where the row says nothing. The consumers match this form;
/// the grammar of a row is written here only.
#[doc(hidden)]
#[macro_export]
macro_rules! hyperparameter_rows {
    ($consumer:ident $(
        $(#[doc = $doc:literal])*
        $index:literal $call:ident($($value:ident: $ty:ty),+) => $item:ident $([$netuid:ident])?
        $(through $write:expr)?
        $(, by $who:expr)?
        $(, class $class:ident)?
        $(, needs $text:literal: $bound:expr => $pallet:ident::$error:ident)*
        $(, owner needs $owner_text:literal: $owner_bound:expr
            => $owner_pallet:ident::$owner_error:ident)*
        $(, emits $emitter:ident::$event:ident $payload:tt)*
        $(, shown $($name:ident $(= $read:ident)?),+)?;
    )*) => {
        $consumer! { $({
            item [$item $($netuid)?]
            shown [$($($name $(= $read)?),+)?]
            call [$index $call($($value: $ty),+)]
            doc [$($doc)*]
            by [$($who)?]
            needs [$($text: $bound => $pallet::$error;)*]
            owner_needs [$($owner_text: $owner_bound => $owner_pallet::$owner_error;)*]
            emits [$($emitter::$event $payload;)*]
            class [$($class)?]
            through [$($write)?]
        })* }
    };
}
