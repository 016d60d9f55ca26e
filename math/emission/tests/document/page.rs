//! The page: issuance by halving and by year.

use std::fmt::Write;

use subtensor_emission::{INITIAL_BLOCK_EMISSION, MAX_ISSUANCE, eras, issuance_after};

use super::{BLOCKS_A_YEAR, RAO};

const HEAD: &str = "\
# Issuance

How much TAO there is if every block mints what the schedule says and nothing is
recycled: recycled TAO is minted again, which moves later halvings back. Years
have 365.25 days of blocks of 12 seconds, and start at issuance zero.
`cargo run -p subtensor-emission --example issuance` writes this page and its
plot from the code of the schedule (`math/emission`); a test keeps them equal.

![TAO issued by year, with halvings](issuance.svg)

";

/// Years after which issuance is listed.
const YEARS: [u64; 14] = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 60, 100];

pub(crate) fn write() -> String {
    let mut page = HEAD.to_owned();
    write_halvings(&mut page).expect("a string takes any text");
    write_years(&mut page).expect("a string takes any text");
    page
}

fn write_halvings(page: &mut String) -> std::fmt::Result {
    writeln!(page, "## By halving\n")?;
    writeln!(
        page,
        "A block mints {} TAO until the first halving. Each row tells when the emission\n\
         becomes what it says, and how much there is then.\n",
        tao(INITIAL_BLOCK_EMISSION)
    )?;
    writeln!(
        page,
        "| Halving | After block | After years | TAO a block | TAO issued | Of the cap |"
    )?;
    writeln!(page, "|---|---|---|---|---|---|")?;
    for era in eras(0) {
        let name = match era.halvings {
            0 => "genesis".to_owned(),
            halvings => halvings.to_string(),
        };
        row(page, &name, era.blocks_before, era.emission)?;
    }
    let end = subtensor_emission::blocks_until_end(0);
    row(page, "end", end, 0)?;
    let rest = MAX_ISSUANCE - issuance_after(0, end);
    writeln!(
        page,
        "\nBlock {} mints the last rao. What is then missing to 21 000 000 TAO,\n\
         {} TAO, is never minted: a block would have to mint less than a rao.\n",
        grouped(end),
        tao(rest)
    )
}

fn row(page: &mut String, name: &str, blocks: u64, emission: u64) -> std::fmt::Result {
    let issuance = issuance_after(0, blocks);
    writeln!(
        page,
        "| {name} | {} | {} | {} | {} | {} |",
        grouped(blocks),
        years(blocks),
        tao(emission),
        tao(issuance),
        percent(issuance)
    )
}

fn write_years(page: &mut String) -> std::fmt::Result {
    writeln!(page, "## By year\n")?;
    writeln!(
        page,
        "| After years | After block | TAO issued | Of the cap |"
    )?;
    writeln!(page, "|---|---|---|---|")?;
    for years in YEARS {
        let blocks = years * BLOCKS_A_YEAR;
        let issuance = issuance_after(0, blocks);
        writeln!(
            page,
            "| {years} | {} | {} | {} |",
            grouped(blocks),
            tao(issuance),
            percent(issuance)
        )?;
    }
    Ok(())
}

/// An amount of rao as TAO, all nine places.
fn tao(rao: u64) -> String {
    format!("{}.{:09}", grouped(rao / RAO), rao % RAO)
}

/// Years of a number of blocks, two places, rounded down.
fn years(blocks: u64) -> String {
    let hundredths = blocks * 100 / BLOCKS_A_YEAR;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Part of the cap in per cent, seven places, rounded down.
fn percent(issuance: u64) -> String {
    let parts = u128::from(issuance) * 1_000_000_000 / u128::from(MAX_ISSUANCE);
    format!("{}.{:07} %", parts / 10_000_000, parts % 10_000_000)
}

/// A number with a space between thousands.
fn grouped(number: u64) -> String {
    match number / 1_000 {
        0 => number.to_string(),
        thousands => format!("{} {:03}", grouped(thousands), number % 1_000),
    }
}
