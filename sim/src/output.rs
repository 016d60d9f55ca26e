//! Figures as files: tables for spreadsheets, and all of it as JSON.

use std::{
    fmt::Write as _,
    fs,
    io::{BufWriter, Write},
    path::Path,
};

use crate::{
    figures::{Course, EpochFigures},
    problem::Problem,
};

fn failed(path: &Path) -> impl Fn(std::io::Error) -> Problem {
    move |error| Problem::new(path.display().to_string(), error)
}

/// Makes a directory with all above it.
///
/// Errors: it cannot be made.
pub(crate) fn make_directory(path: &Path) -> Result<(), Problem> {
    fs::create_dir_all(path).map_err(failed(path))
}

/// Writes a file.
///
/// Errors: it cannot be written.
pub(crate) fn write_text(path: &Path, text: &str) -> Result<(), Problem> {
    fs::write(path, text).map_err(failed(path))
}

/// A cell of a table.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A line of a table from what is shown of each field.
macro_rules! row {
    ($($value:expr),* $(,)?) => {{
        let mut line = String::new();
        // A string takes any text.
        $(let _ = write!(line, "{},", $value);)*
        line.pop();
        line
    }};
}

const NEURONS: &str = "epoch,block,uid,name,active,permit,stake_weight,consensus,incentive,\
dividends,trust,bonds,emission,server_emission,validator_emission,mined,dividend,root_dividend,\
value_tao,mined_so_far,dividends_so_far,stake,root_stake";

fn neurons(epoch: &EpochFigures) -> impl Iterator<Item = String> {
    epoch.neurons.iter().map(|neuron| {
        row![
            epoch.epoch,
            epoch.block,
            neuron.uid,
            cell(&neuron.name),
            u8::from(neuron.active),
            u8::from(neuron.permit),
            neuron.stake_weight,
            neuron.consensus,
            neuron.incentive,
            neuron.dividends,
            neuron.trust,
            neuron.bonds,
            neuron.emission,
            neuron.server_emission,
            neuron.validator_emission,
            neuron.mined,
            neuron.dividend,
            neuron.root_dividend,
            neuron.value,
            neuron.mined_so_far,
            neuron.dividends_so_far,
            neuron.stake,
            neuron.root_stake,
        ]
    })
}

const SUBNET: &str = "epoch,block,price,moving_price,fast_price,tao,alpha_in,alpha_out,\
protocol_alpha,tao_weight_parts,issuance,tao_came,alpha_came,bought_came,minted_came,emission,\
owner_paid,miners_paid,validators_paid,root_paid,withheld,recycled,burn";

fn subnet(epoch: &EpochFigures) -> String {
    let subnet = &epoch.subnet;
    row![
        epoch.epoch,
        epoch.block,
        subnet.price,
        subnet.moving_price,
        subnet.fast_price,
        subnet.tao,
        subnet.alpha_in,
        subnet.alpha_out,
        subnet.protocol_alpha,
        subnet.tao_weight_parts,
        subnet.issuance,
        subnet.tao_came,
        subnet.alpha_came,
        subnet.bought_came,
        subnet.minted_came,
        subnet.emission,
        subnet.owner_paid,
        subnet.miners_paid,
        subnet.validators_paid,
        subnet.root_paid,
        subnet.withheld,
        subnet.recycled,
        subnet.burn,
    ]
}

const TRADES: &str = "block,coldkey,hotkey,order,root,spent,received,fee,price_before,price_after,\
price_paid,slippage,refusal";

fn trades(epoch: &EpochFigures) -> impl Iterator<Item = String> {
    let shown = |number: Option<f64>| number.map_or(String::new(), |number| number.to_string());
    epoch.trades.iter().map(move |trade| {
        let executed = &trade.executed;
        row![
            trade.block,
            cell(&trade.coldkey),
            cell(&trade.hotkey),
            if trade.is_purchase { "buy" } else { "sell" },
            u8::from(trade.is_on_root),
            executed.spent,
            executed.received,
            executed.fee,
            executed.price_before,
            executed.price_after,
            shown(trade.paid_price()),
            shown(trade.slippage()),
            cell(trade.refusal.unwrap_or_default()),
        ]
    })
}

const STAKES: &str = "hotkey,coldkey,stake";

fn stakes(course: &Course) -> impl Iterator<Item = String> {
    let rows = course.stakes.iter();
    rows.map(|(hotkey, coldkey, stake)| row![cell(hotkey), cell(coldkey), stake])
}

const BONDS: &str = "epoch,validator,miner,bond";

fn bonds(epoch: &EpochFigures) -> impl Iterator<Item = String> {
    let number = epoch.epoch;
    let rows = epoch.bonds.iter().enumerate();
    rows.flat_map(move |(validator, row)| {
        row.iter()
            .map(move |(miner, bond)| row![number, validator, miner, bond])
    })
}

fn write_table(
    path: &Path,
    head: &str,
    lines: impl Iterator<Item = String>,
) -> Result<(), Problem> {
    let write = || {
        let mut file = BufWriter::new(fs::File::create(path)?);
        writeln!(file, "{head}")?;
        for line in lines {
            writeln!(file, "{line}")?;
        }
        file.flush()
    };
    write().map_err(failed(path))
}

/// Writes the tables of a course into a directory: `neurons.csv`, `subnet.csv`, `trades.csv`,
/// `stakes.csv` and, where wanted, `bonds.csv`. Amounts are in rao.
///
/// Errors: a file cannot be written.
pub fn write_tables(course: &Course, directory: &Path, with_bonds: bool) -> Result<(), Problem> {
    let epochs = &course.epochs;
    let path = |name: &str| directory.join(name);
    write_table(
        &path("neurons.csv"),
        NEURONS,
        epochs.iter().flat_map(neurons),
    )?;
    write_table(&path("subnet.csv"), SUBNET, epochs.iter().map(subnet))?;
    write_table(&path("trades.csv"), TRADES, epochs.iter().flat_map(trades))?;
    write_table(&path("stakes.csv"), STAKES, stakes(course))?;
    if with_bonds {
        write_table(&path("bonds.csv"), BONDS, epochs.iter().flat_map(bonds))?;
    }
    Ok(())
}

/// Writes all of a course as JSON.
///
/// Errors: the file cannot be written.
pub fn write_json(course: &Course, path: &Path) -> Result<(), Problem> {
    let write = || {
        let mut file = BufWriter::new(fs::File::create(path)?);
        serde_json::to_writer(&mut file, course)?;
        file.flush()
    };
    write().map_err(failed(path))
}
