//! # Attributes for pallets
//!
//! FRAME lets a pallet be written in sections (`#[pallet_section]` and `#[import_section]`), but
//! takes its calls from a single `impl` block. [`macro@join_calls`] makes one of many, so that the
//! calls can be split like the storage.

use proc_macro::TokenStream;
use quote::ToTokens;
use syn::{ItemMod, parse::Nothing, parse_macro_input};

mod join;
#[cfg(test)]
mod tests;

/// Joins all
/// `#[pallet::call]` blocks of a pallet into the first of them, the calls sorted by
/// `#[pallet::call_index]`.
///
/// It stands between the sections and the pallet: attributes expand from the outside in, so every
/// section is pasted before it runs, and FRAME sees one block afterwards.
///
/// ```text
/// #[import_section(calls::weights::weights_calls)]
/// #[import_section(calls::staking::staking_calls)]
/// #[join_calls]
/// #[frame_support::pallet]
/// pub mod pallet {
///     // ...
/// }
/// ```
///
/// The expansion of the calls stays FRAME's own: arguments, weights, documentation and every other
/// attribute of a function are passed on untouched, and an index alone decides its place in the
/// metadata.
///
/// # Errors
/// The pallet does not compile if it has no such block; if a block differs from the first in
/// attributes (such as `cfg`), generics or type, because only those of the first remain; if a block
/// holds anything but functions; and if a call has no literal index or shares it with another.
#[proc_macro_attribute]
pub fn join_calls(arguments: TokenStream, pallet: TokenStream) -> TokenStream {
    parse_macro_input!(arguments as Nothing);
    let pallet = parse_macro_input!(pallet as ItemMod);
    join::join_calls(pallet)
        .map_or_else(
            |error| error.into_compile_error(),
            ItemMod::into_token_stream,
        )
        .into()
}
