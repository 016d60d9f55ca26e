//! How far the chain was final and on disk, noted beside the database. The database does not know
//! what it has lost: without one of its files it would begin the chain anew, and after a loss of
//! power it may be behind what this node has told others.
//!
//! ParityDB writes changes to a log first, and has the system write the log itself to the disk when
//! 64 MiB have come together; none of its options changes that. So the node does it every second.

#[cfg(test)]
mod tests;

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use node_subtensor_runtime::BlockNumber;
use sc_service::error::Error as ServiceError;
use sp_blockchain::HeaderBackend as _;

use super::{Client, full::other};

/// Where this module logs to.
const LOG: &str = "db";
/// Name of the file.
const NAME: &str = "final";
/// How often the log of the database is written to the disk.
const EVERY: Duration = Duration::from_secs(1);

/// The note of one database.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The folder of the database.
    database: PathBuf,
    /// The file with the note. `purge-chain` removes both.
    file: PathBuf,
}

impl Mark {
    /// The note of the database in a folder.
    pub(super) fn of(database: &Path) -> Option<Self> {
        Some(Self {
            database: database.into(),
            file: database.parent()?.join(NAME),
        })
    }

    /// The block that was final and on disk.
    ///
    /// Errors: the note cannot be read.
    fn read(&self) -> Result<Option<BlockNumber>, ServiceError> {
        match fs::read_to_string(&self.file) {
            Ok(text) => text.trim().parse().map(Some).map_err(|_| {
                other(&format!(
                    "'{}' does not hold the number of a block",
                    self.file.display()
                ))
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(other(&format!("'{}': {error}", self.file.display()))),
        }
    }

    /// Notes a block, all or nothing.
    fn write(&self, number: BlockNumber) -> io::Result<()> {
        let new = self.file.with_extension("new");
        let mut file = File::create(&new)?;
        writeln!(file, "{number}")?;
        file.sync_data()?;
        fs::rename(new, &self.file)
    }

    /// Whether the database still has the file that says how to read the others.
    ///
    /// Errors: it is lost. The database would write another one, and find nothing.
    pub(super) fn check_files(&self) -> Result<(), ServiceError> {
        match self.read()? {
            Some(number) if number > 0 && !self.database.join("metadata").is_file() => {
                Err(self.lost(number))
            }
            _ => Ok(()),
        }
    }

    /// Whether the database is as far as it was: block `number` is final in it.
    ///
    /// Errors: it begins anew, or an `authority` could vote a second time on what it has lost.
    pub(super) fn check(&self, number: BlockNumber, authority: bool) -> Result<(), ServiceError> {
        let Some(noted) = self.read()?.filter(|noted| *noted > number) else {
            return Ok(());
        };
        if number == 0 {
            return Err(self.lost(noted));
        }
        let loss = format!(
            "the database in '{}' has lost blocks: #{noted} was final, and #{number} is now",
            self.database.display(),
        );
        if authority {
            return Err(other(&format!(
                "{loss}: an authority could vote twice, so start it without --validator until \
                 #{noted} is final again (if no other node has these blocks, remove '{}' to go on \
                 without them)",
                self.file.display(),
            )));
        }
        log::warn!(target: LOG, "{loss}. They have to come from other nodes");
        Ok(())
    }

    fn lost(&self, number: BlockNumber) -> ServiceError {
        other(&format!(
            "files of the database in '{}' are lost: block #{number} was final, and there is no \
             chain in it now: restore them, or begin anew with purge-chain",
            self.database.display(),
        ))
    }

    /// Has the system write the log of the database to the disk.
    fn sync(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.database)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with("log") {
                File::open(entry.path())?.sync_data()?;
            }
        }
        // The names of new logs.
        File::open(&self.database)?.sync_all()
    }

    /// Keeps the log on the disk and the note behind it. What is noted was final a second before
    /// the log was written, so that the database has it whatever happens.
    pub(super) async fn keep(self, client: Arc<Client>) {
        let (mut seen, mut failed) = (client.info().finalized_number, false);
        loop {
            futures_timer::Delay::new(EVERY).await;
            let kept = self.sync().and_then(|()| self.write(seen));
            if let Err(error) = &kept
                && !failed
            {
                log::error!(
                    target: LOG,
                    "what is final cannot be written to the disk of '{}': {error}",
                    self.database.display(),
                );
            }
            failed = kept.is_err();
            seen = client.info().finalized_number;
        }
    }
}
