//! What a runtime upgrade does to the state that older runtimes wrote: nothing yet. The table below
//! is the one list of it; docs/upgrades.md says how to write a row and how to check it.

#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use frame_support::{
    migrations::{
        FailedMigrationHandler, FailedMigrationHandling, SteppedMigration, SteppedMigrationError,
    },
    traits::{GetStorageVersion, PalletInfoAccess, SafeMode as SafeModeControl, StorageVersion},
    weights::WeightMeter,
};

use crate::{BlockNumber, Runtime, SafeMode};

type DbWeight = <Runtime as frame_system::Config>::DbWeight;

/// A row is a pallet of the runtime, the version of its storage that the migration reads, the one
/// that it writes, and the migration.
macro_rules! migrations {
    (
        whole { $($pallet:ident $from:literal => $to:literal: $migration:ty;)* }
        stepped { $($walked:ident $old:literal => $new:literal: $walk:ty;)* }
    ) => {
        /// Migrations that run whole before the first block of the new runtime, in this order and
        /// before the hooks of the pallets. The SDK has the executive take them from the
        /// configuration of `System`; its own parameter for them is on the way out.
        pub type SingleBlockMigrations = ($(
            frame_support::migrations::VersionedMigration<
                $from, $to, $migration, crate::$pallet, DbWeight,
            >,
        )*);

        /// Migrations that take many blocks, in this order and after those that do not.
        pub type MultiBlockMigrations = ($(VersionedSteps<$old, $new, $walk, crate::$walked>,)*);

        /// Pallet, version before and version after of each row, in the order in which they run.
        #[cfg(test)]
        pub(crate) const ROWS: &[(&str, u16, u16)] = &[
            $((stringify!($pallet), $from, $to),)*
            $((stringify!($walked), $old, $new),)*
        ];
    };
}

migrations! {
    whole {}
    stepped {}
}

/// A stepped migration of a pallet's storage from one version to another. It runs where the version
/// on chain is `FROM`, and its last step writes `TO`.
pub struct VersionedSteps<const FROM: u16, const TO: u16, Steps, P>(PhantomData<(Steps, P)>);

impl<const FROM: u16, const TO: u16, Steps, P> SteppedMigration
    for VersionedSteps<FROM, TO, Steps, P>
where
    Steps: SteppedMigration,
    P: GetStorageVersion<InCodeStorageVersion = StorageVersion> + PalletInfoAccess,
{
    type Cursor = Steps::Cursor;
    type Identifier = Steps::Identifier;

    fn id() -> Self::Identifier {
        Steps::id()
    }

    fn max_steps() -> Option<u32> {
        Steps::max_steps()
    }

    fn migrating_prefixes() -> Option<impl IntoIterator<Item = alloc::vec::Vec<u8>>> {
        Steps::migrating_prefixes()
    }

    /// Errors: `Failed` where the storage is older than what the migration reads, or of a version
    /// between the two.
    fn step(
        cursor: Option<Self::Cursor>,
        meter: &mut WeightMeter,
    ) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
        let required = DbWeight::get().reads_writes(1, 1);
        if meter.try_consume(required).is_err() {
            return Err(SteppedMigrationError::InsufficientWeight { required });
        }
        let version = P::on_chain_storage_version();
        if version >= TO {
            return Ok(None);
        }
        if version != FROM {
            return Err(SteppedMigrationError::Failed);
        }
        let next = Steps::step(cursor, meter)?;
        if next.is_none() {
            StorageVersion::new(TO).put::<P>();
        }
        Ok(next)
    }

    frame_support::try_runtime_enabled! {
        fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, sp_runtime::TryRuntimeError> {
            let runs = P::on_chain_storage_version() == FROM;
            Ok(codec::Encode::encode(&runs.then(Steps::pre_upgrade).transpose()?))
        }

        fn post_upgrade(state: alloc::vec::Vec<u8>) -> Result<(), sp_runtime::TryRuntimeError> {
            match <Option<alloc::vec::Vec<u8>> as codec::Decode>::decode(&mut &state[..]) {
                Ok(before) => before.map_or(Ok(()), Steps::post_upgrade),
                Err(_) => Err("what was kept before the upgrade does not decode".into()),
            }
        }
    }
}

/// What becomes of the chain when a stepped migration has failed: it enters safe mode until root
/// ends that. The SDK's own handler holds back all transactions for good, those of root too, and
/// no other code can be set meanwhile.
pub struct SafeModeUntilRepaired;

impl FailedMigrationHandler for SafeModeUntilRepaired {
    fn failed(migration: Option<u32>) -> FailedMigrationHandling {
        log::error!("migration {migration:?} has failed; the chain is in safe mode");
        let forever = BlockNumber::MAX;
        let entered = if SafeMode::is_entered() {
            <SafeMode as SafeModeControl>::extend(forever)
        } else {
            <SafeMode as SafeModeControl>::enter(forever)
        };
        if entered.is_err() {
            log::error!("there is no safe mode: transactions go on as before");
        }
        FailedMigrationHandling::ForceUnstuck
    }
}
