//! What a runtime upgrade does to the state that older runtimes wrote: nothing yet.
//!
//! Each of our pallets has a `STORAGE_VERSION`, all 0, which is what genesis has written for them
//! from the first chain on. A change of how a pallet's storage is laid out
//!
//! 1. raises that pallet's `STORAGE_VERSION` by one,
//! 2. moves the old layout to the new one in a `frame_support::migrations::VersionedMigration`,
//!    which runs only where the version on chain is the old one, and writes the new one,
//! 3. is added to [`SingleBlockMigrations`],
//! 4. is checked against the state of a chain with the feature `try-runtime`.
//!
//! A migration runs whole, before the first block of the new runtime: work that grows with what
//! users store belongs into a staged job of its pallet instead.

/// Migrations in the order in which they run, before the hooks of the pallets. The SDK has the
/// executive take them from the configuration of `System`; its own parameter for them is on the way
/// out.
pub type SingleBlockMigrations = ();
