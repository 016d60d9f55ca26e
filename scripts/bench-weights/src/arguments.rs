//! What the program is told.

use std::error::Error;

/// How to call the program.
pub(crate) const USAGE: &str = "usage: bench-weights list BLOB PRESET
       bench-weights measure BLOB PRESET PALLET OUTPUT STEPS REPEATS REMARK [TRAIT]
       bench-weights database FOLDER OUTPUT REMARK";

/// What the program is to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// Something with the benchmarks of a runtime.
    Benchmarks(Arguments),
    /// Time the accesses to a state on disk and write their prices.
    Database {
        /// Folder of the ParityDB of a chain, which gets more blocks.
        folder: String,
        /// File to write.
        output: String,
        /// What the file says of the machine.
        remark: String,
    },
}

/// What to measure, and how.
#[derive(Debug, PartialEq)]
pub(crate) struct Arguments {
    /// File of the runtime.
    pub(crate) blob: String,
    /// Preset of the genesis that benchmarks start from.
    pub(crate) preset: String,
    /// What to do with it.
    pub(crate) task: Task,
}

/// What to do with the benchmarks of a runtime.
#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    /// Name them.
    List,
    /// Measure those of a pallet and write its weights.
    Measure {
        /// Name of its crate, as an identifier.
        pallet: String,
        /// File to write.
        output: String,
        /// Values of each component.
        steps: u32,
        /// Runs at each.
        repeats: u32,
        /// What the file says of the machine.
        remark: String,
        /// Trait to implement; without one the file has functions only.
        implements: Option<String>,
    },
}

impl Command {
    /// Reads the arguments without the program's name.
    ///
    /// Errors: [`USAGE`], or what is wrong with a number.
    pub(crate) fn parse(given: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let given: Vec<String> = given.collect();
        let given: Vec<&str> = given.iter().map(String::as_str).collect();
        match given.as_slice() {
            ["list", blob, preset] => Ok(Self::Benchmarks(Arguments {
                blob: blob.to_string(),
                preset: preset.to_string(),
                task: Task::List,
            })),
            [
                "measure",
                blob,
                preset,
                pallet,
                output,
                steps,
                repeats,
                remark,
                rest @ ..,
            ] if rest.len() <= 1 => Ok(Self::Benchmarks(Arguments {
                blob: blob.to_string(),
                preset: preset.to_string(),
                task: Task::Measure {
                    pallet: pallet.to_string(),
                    output: output.to_string(),
                    steps: number("STEPS", steps, 2)?,
                    repeats: number("REPEATS", repeats, 1)?,
                    remark: remark.to_string(),
                    implements: rest.first().map(|name| name.to_string()),
                },
            })),
            ["database", folder, output, remark] => Ok(Self::Database {
                folder: folder.to_string(),
                output: output.to_string(),
                remark: remark.to_string(),
            }),
            _ => Err(USAGE.into()),
        }
    }
}

/// A number that is not too small.
fn number(name: &str, given: &str, least: u32) -> Result<u32, Box<dyn Error>> {
    given
        .parse()
        .ok()
        .filter(|number| *number >= least)
        .ok_or_else(|| format!("{name} is a number from {least} up, not '{given}'").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, String> {
        Command::parse(line.split(' ').map(str::to_owned)).map_err(|error| error.to_string())
    }

    #[test]
    fn a_list_takes_a_blob_and_a_preset() {
        let expected = Arguments {
            blob: "blob".into(),
            preset: "dev".into(),
            task: Task::List,
        };
        assert_eq!(parse("list blob dev"), Ok(Command::Benchmarks(expected)));
    }

    #[test]
    fn a_database_takes_a_folder_and_an_output() {
        let expected = Command::Database {
            folder: "full".into(),
            output: "out".into(),
            remark: "cpu".into(),
        };
        assert_eq!(parse("database full out cpu"), Ok(expected));
    }

    #[test]
    fn wrong_arguments_are_named() {
        assert_eq!(parse("weigh"), Err(USAGE.into()));
        assert_eq!(parse("database full out"), Err(USAGE.into()));
        assert_eq!(
            parse("measure blob dev pallet_x out 5 5"),
            Err(USAGE.into())
        );
        assert_eq!(
            parse("measure blob dev pallet_x out 1 5 cpu"),
            Err("STEPS is a number from 2 up, not '1'".into())
        );
        assert_eq!(
            parse("measure blob dev pallet_x out 2 many cpu"),
            Err("REPEATS is a number from 1 up, not 'many'".into())
        );
    }
}
