//! Stepped migrations with versions, on a walk that needs three steps.

use frame_support::{
    migrations::SteppedMigrationError as Error,
    traits::{GetStorageVersion, StorageVersion},
    weights::{Weight, WeightMeter},
};

use super::{SteppedMigration, VersionedSteps};
use crate::{Timing, tests::dev_chain};

/// Counts to three.
struct Count;

impl SteppedMigration for Count {
    type Cursor = u8;
    type Identifier = u8;

    fn id() -> u8 {
        7
    }

    fn step(cursor: Option<u8>, _: &mut WeightMeter) -> Result<Option<u8>, Error> {
        let next = cursor.unwrap_or(0) + 1;
        Ok((next < 3).then_some(next))
    }
}

type FromOneToTwo = VersionedSteps<1, 2, Count, Timing>;

/// Takes steps on storage of a version, until there are no more; then the version of the storage.
fn walk(version: u16) -> Result<(u8, StorageVersion), Error> {
    dev_chain().execute_with(|| {
        StorageVersion::new(version).put::<Timing>();
        let (mut cursor, mut steps) = (None, 0);
        loop {
            cursor = FromOneToTwo::step(cursor, &mut WeightMeter::new())?;
            steps += 1;
            if cursor.is_none() {
                return Ok((steps, Timing::on_chain_storage_version()));
            }
            assert_eq!(Timing::on_chain_storage_version(), version);
        }
    })
}

#[test]
fn the_last_step_writes_the_version() {
    assert_eq!(walk(1), Ok((3, StorageVersion::new(2))));
}

#[test]
fn newer_storage_is_left_alone() {
    assert_eq!(walk(2), Ok((1, StorageVersion::new(2))));
    assert_eq!(walk(5), Ok((1, StorageVersion::new(5))));
}

#[test]
fn storage_that_is_too_old_is_an_error() {
    assert_eq!(walk(0), Err(Error::Failed));
}

#[test]
fn a_step_without_room_says_how_much_it_needs() {
    dev_chain().execute_with(|| {
        let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 0));
        let Err(Error::InsufficientWeight { required }) = FromOneToTwo::step(None, &mut meter)
        else {
            panic!("there was room");
        };
        // With that much it is taken.
        let step = FromOneToTwo::step(None, &mut WeightMeter::with_limit(required));
        assert_eq!(step, Err(Error::Failed));
    });
}
