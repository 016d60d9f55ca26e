//! Writes weights as Rust: functions that the `weight_info.rs` of a pallet of ours puts together,
//! the whole trait of a pallet of the SDK, or the prices of a database.

use std::fmt::Write as _;

use crate::{
    arguments::{Arguments, Task},
    database::{BLOCKS, Prices, READS, WRITES},
    fit::Line,
    measure::Weight,
};

/// The file of a pallet, to be formatted by rustfmt.
pub(crate) fn file(weights: &[Weight], arguments: &Arguments) -> String {
    let Task::Measure {
        steps,
        repeats,
        remark,
        implements,
        ..
    } = &arguments.task
    else {
        return String::new();
    };
    let mut text = format!(
        "//! Measured by scripts/bench-weights.sh, which writes this file: {steps} steps with \
         {repeats} repeats,\n//! {remark}.\n\n"
    );
    match implements {
        None => {
            text += "#![allow(clippy::extra_unused_type_parameters, ";
            text += "reason = \"all of them are called alike\")]\n\n";
            text += "use frame_support::{traits::Get, weights::Weight};\n";
            text += "use frame_system::Config;\n";
            for weight in weights {
                text += &function(weight, "pub(super) fn", "T", "<T: Config>");
            }
        }
        Some(name) => {
            text += "use core::marker::PhantomData;\n\n";
            text += "use frame_support::{traits::Get, weights::Weight};\n\n";
            text += "/// What its calls take on this runtime.\n";
            text += "pub struct Weights<T>(PhantomData<T>);\n\n";
            let _ = writeln!(
                text,
                "impl<T: frame_system::Config> {name} for Weights<T> {{"
            );
            for weight in weights {
                text += &function(weight, "fn", "T", "");
            }
            text += "}\n";
        }
    }
    text
}

/// The file of the prices of a database, to be formatted by rustfmt.
pub(crate) fn prices(prices: &Prices, remark: &str) -> String {
    let [reads, read, write] = [READS as u128, prices.read, prices.write].map(grouped);
    // Indented here: rustfmt leaves what is in the braces of a macro alone.
    format!(
        "//! Measured by scripts/bench-weights.sh, which writes this file: {reads} reads and
//! {BLOCKS} blocks of {WRITES} writes, {remark}.

use frame_support::{{parameter_types, weights::RuntimeDbWeight}};

parameter_types! {{
    /// What an access to the state takes in the node's database, in picoseconds.
    pub const MeasuredDbWeight: RuntimeDbWeight = RuntimeDbWeight {{
        read: {read},
        write: {write},
    }};
}}
"
    )
}

/// One function.
fn function(weight: &Weight, head: &str, config: &str, generics: &str) -> String {
    let arguments: Vec<String> = weight
        .components
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let lines = [&weight.time, &weight.reads, &weight.writes];
            let unused = lines.iter().all(|line| slope(line, index) == 0);
            format!("{}{name}: u32", if unused { "_" } else { "" })
        })
        .collect();
    let [time, reads, writes] =
        [&weight.time, &weight.reads, &weight.writes].map(|line| value(line, &weight.components));
    let mut text = format!("\n/// {} ns at the least.\n", grouped(weight.least_time));
    let _ = writeln!(
        text,
        "{head} {}{generics}({}) -> Weight {{",
        weight.name,
        arguments.join(", ")
    );
    let _ = write!(text, "Weight::from_parts({time}, 0)");
    if [&weight.reads, &weight.writes]
        .iter()
        .any(|line| !is_zero(line))
    {
        let _ = write!(
            text,
            ".saturating_add({config}::DbWeight::get().reads_writes({reads}, {writes}))"
        );
    }
    text + "\n}\n"
}

/// A line as an expression of `u64`.
fn value(line: &Line, components: &[String]) -> String {
    let mut text = grouped(line.base);
    let parts = components.iter().enumerate();
    for (name, slope) in parts.map(|(index, name)| (name, slope(line, index))) {
        if slope != 0 {
            if !text.contains('(') {
                text += "_u64";
            }
            let _ = write!(
                text,
                ".saturating_add(u64::from({name}).saturating_mul({}))",
                grouped(slope)
            );
        }
    }
    text
}

fn slope(line: &Line, index: usize) -> u128 {
    line.slopes.get(index).copied().unwrap_or(0)
}

fn is_zero(line: &Line) -> bool {
    line.base == 0 && line.slopes.iter().all(|slope| *slope == 0)
}

/// A number with its thousands apart.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(base: u128, slopes: &[u128]) -> Line {
        Line {
            base,
            slopes: slopes.to_vec(),
        }
    }

    fn weight() -> Weight {
        Weight {
            name: "refund".into(),
            components: vec!["k".into(), "b".into()],
            time: line(1_234_567, &[89_000, 0]),
            reads: line(7, &[3, 0]),
            writes: line(3, &[0, 0]),
            least_time: 1_200,
        }
    }

    fn arguments(implements: Option<&str>) -> Arguments {
        Arguments {
            blob: "blob".into(),
            preset: "dev".into(),
            task: Task::Measure {
                pallet: "pallet_x".into(),
                output: "x.rs".into(),
                steps: 10,
                repeats: 5,
                remark: "on a machine".into(),
                implements: implements.map(str::to_owned),
            },
        }
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1_000");
        assert_eq!(grouped(12_345_678), "12_345_678");
    }

    #[test]
    fn a_part_is_a_function_of_its_components() {
        let text = file(&[weight()], &arguments(None));
        assert!(text.contains("pub(super) fn refund<T: Config>(k: u32, _b: u32) -> Weight {"));
        assert!(text.contains(
            "from_parts(1_234_567_u64.saturating_add(u64::from(k).saturating_mul(89_000)), 0)"
        ));
        assert!(
            text.contains(".reads_writes(7_u64.saturating_add(u64::from(k).saturating_mul(3)), 3)")
        );
        assert!(text.contains("/// 1_200 ns at the least."));
        assert!(text.contains("10 steps with 5 repeats"));
    }

    #[test]
    fn a_stock_pallet_gets_its_trait() {
        let text = file(&[weight()], &arguments(Some("pallet_x::WeightInfo")));
        assert!(text.contains("impl<T: frame_system::Config> pallet_x::WeightInfo for Weights<T>"));
        assert!(text.contains("\nfn refund(k: u32, _b: u32) -> Weight {"));
    }

    #[test]
    fn prices_are_a_constant() {
        let found = Prices {
            read: 4_300_000,
            write: 21_700_000,
        };
        let text = prices(&found, "on a machine");
        assert!(text.contains(" 20_000 reads and\n//! 30 blocks of 200 writes, on a machine.\n"));
        assert!(text.contains("        read: 4_300_000,\n        write: 21_700_000,\n    };\n}\n"));
    }

    #[test]
    fn without_accesses_there_is_only_time() {
        let mut weight = weight();
        (weight.reads, weight.writes) = (line(0, &[]), line(0, &[]));
        assert!(!file(&[weight], &arguments(None)).contains("reads_writes"));
    }
}
