//! What the program is told.

use std::error::Error;

/// How to call the program.
pub(crate) const USAGE: &str = "usage: bench-weights list BLOB PRESET
       bench-weights measure BLOB PRESET PALLET OUTPUT STEPS REPEATS REMARK [TRAIT]";

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

impl Arguments {
    /// Reads the arguments without the program's name.
    ///
    /// Errors: [`USAGE`], or what is wrong with a number.
    pub(crate) fn parse(given: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let given: Vec<String> = given.collect();
        let given: Vec<&str> = given.iter().map(String::as_str).collect();
        match given.as_slice() {
            ["list", blob, preset] => Ok(Self {
                blob: blob.to_string(),
                preset: preset.to_string(),
                task: Task::List,
            }),
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
            ] if rest.len() <= 1 => Ok(Self {
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

    fn parse(line: &str) -> Result<Arguments, String> {
        Arguments::parse(line.split(' ').map(str::to_owned)).map_err(|error| error.to_string())
    }

    #[test]
    fn a_list_takes_a_blob_and_a_preset() {
        let arguments = parse("list blob dev").expect("complete");
        assert_eq!(arguments.task, Task::List);
        assert_eq!(
            (arguments.blob.as_str(), arguments.preset.as_str()),
            ("blob", "dev")
        );
    }

    #[test]
    fn wrong_arguments_are_named() {
        assert_eq!(parse("weigh"), Err(USAGE.into()));
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
