//! The plot: TAO issued against years, as a picture of lines and text. All of
//! it is in whole pixels and tenths, so that it is the same on every machine.

use std::fmt::{Result, Write};

use subtensor_emission::{MAX_ISSUANCE, eras, issuance_after};

use super::{BLOCKS_A_YEAR, RAO};

/// Where the axes are, in pixels.
const LEFT: u64 = 90;
const RIGHT: u64 = 850;
const TOP: u64 = 40;
const BOTTOM: u64 = 440;
/// Years on the horizontal axis: beyond, the curve is a flat line.
const YEARS: u64 = 40;
/// TAO at the top of the vertical axis.
const HIGHEST_TAO: u64 = 24_000_000;
/// TAO between two labels.
const TAO_STEP: u64 = 3_000_000;
/// Halvings from this one on are too close to the cap to be told by a number.
const LAST_LABELLED_TAO: u32 = 4;

const STYLE: &str = "\
<style>
text { font: 13px sans-serif; fill: #333 }
.title { font-size: 16px; font-weight: bold }
.grid { stroke: #ddd }
.axis { stroke: #333 }
.cap { stroke: #b00; stroke-dasharray: 6 4 }
.halving { stroke: #888; stroke-dasharray: 2 3 }
.curve { stroke: #06c; stroke-width: 2.5; fill: none }
.dot { fill: #06c }
</style>
";

pub(crate) fn write() -> String {
    let mut picture = String::new();
    draw(&mut picture).expect("a string takes any text");
    picture
}

fn draw(picture: &mut String) -> Result {
    writeln!(
        picture,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 900 500\" role=\"img\" \
         aria-label=\"TAO issued by year\">"
    )?;
    picture.push_str(STYLE);
    writeln!(
        picture,
        "<rect width=\"900\" height=\"500\" fill=\"#fff\"/>"
    )?;
    draw_axes(picture)?;
    draw_halvings(picture)?;
    draw_curve(picture)?;
    writeln!(picture, "</svg>")
}

fn draw_axes(picture: &mut String) -> Result {
    for tao in (0..=HIGHEST_TAO).step_by(TAO_STEP as usize) {
        let at = y(tao * RAO);
        line(picture, "grid", (tenths(LEFT), at), (tenths(RIGHT), at))?;
        let label = format!("{} M", tao / 1_000_000);
        text(picture, "end", (tenths(LEFT - 8), at + 45), &label)?;
    }
    for years in (0..=YEARS).step_by(4) {
        let at = x(years * BLOCKS_A_YEAR);
        text(
            picture,
            "middle",
            (at, tenths(BOTTOM + 20)),
            &years.to_string(),
        )?;
        line(
            picture,
            "axis",
            (at, tenths(BOTTOM)),
            (at, tenths(BOTTOM + 5)),
        )?;
    }
    let corner = (tenths(LEFT), tenths(BOTTOM));
    line(picture, "axis", corner, (tenths(RIGHT), tenths(BOTTOM)))?;
    line(picture, "axis", corner, (tenths(LEFT), tenths(TOP)))?;
    let cap = y(MAX_ISSUANCE);
    line(picture, "cap", (tenths(LEFT), cap), (tenths(RIGHT), cap))?;
    text(
        picture,
        "end",
        (tenths(RIGHT), cap + 160),
        "cap: 21 000 000 TAO",
    )?;
    writeln!(
        picture,
        "<text class=\"title\" x=\"{LEFT}\" y=\"24\">TAO issued, with nothing recycled</text>"
    )?;
    let middle = tenths((LEFT + RIGHT) / 2);
    text(
        picture,
        "middle",
        (middle, tenths(BOTTOM + 44)),
        "years of blocks of 12 s",
    )?;
    let middle = (TOP + BOTTOM) / 2;
    writeln!(
        picture,
        "<text text-anchor=\"middle\" transform=\"translate(24 {middle}) rotate(-90)\">\
         TAO issued (million)</text>"
    )
}

fn draw_halvings(picture: &mut String) -> Result {
    for era in eras(0)
        .skip(1)
        .filter(|era| era.blocks_before < YEARS * BLOCKS_A_YEAR)
    {
        let (x, y) = (x(era.blocks_before), y(era.issuance_before));
        line(picture, "halving", (x, tenths(BOTTOM)), (x, tenths(TOP)))?;
        let name = format!("halving {}", era.halvings);
        text(picture, "middle", (x, tenths(TOP + 12)), &name)?;
        writeln!(
            picture,
            "<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"4\"/>",
            pixels(x),
            pixels(y)
        )?;
        if era.halvings <= LAST_LABELLED_TAO {
            let thousandths = era.issuance_before / 1_000 / RAO;
            let label = format!("{}.{:03} M", thousandths / 1_000, thousandths % 1_000);
            text(picture, "start", (x + 80, y + 180), &label)?;
        }
    }
    Ok(())
}

/// Between halvings the curve is straight: four points a year are enough, and
/// each halving has one of its own.
fn draw_curve(picture: &mut String) -> Result {
    let quarters = (0..=YEARS * 4).map(|quarter| quarter * BLOCKS_A_YEAR / 4);
    let halvings = eras(0).map(|era| era.blocks_before);
    let mut blocks: Vec<u64> = quarters
        .chain(halvings.filter(|blocks| *blocks <= YEARS * BLOCKS_A_YEAR))
        .collect();
    blocks.sort_unstable();
    let points: Vec<String> = blocks
        .into_iter()
        .map(|blocks| {
            let at = y(issuance_after(0, blocks));
            format!("{},{}", pixels(x(blocks)), pixels(at))
        })
        .collect();
    writeln!(
        picture,
        "<polyline class=\"curve\" points=\"{}\"/>",
        points.join(" ")
    )
}

/// A coordinate in tenths of a pixel.
fn tenths(pixels: u64) -> u64 {
    pixels * 10
}

/// Tenths of a pixel as text.
fn pixels(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Where a number of blocks is, in tenths of a pixel.
fn x(blocks: u64) -> u64 {
    tenths(LEFT) + blocks * tenths(RIGHT - LEFT) / (YEARS * BLOCKS_A_YEAR)
}

/// Where an issuance in rao is, in tenths of a pixel.
fn y(issuance: u64) -> u64 {
    let height = u128::from(issuance) * u128::from(tenths(BOTTOM - TOP));
    tenths(BOTTOM) - (height / u128::from(HIGHEST_TAO * RAO)) as u64
}

fn line(picture: &mut String, class: &str, from: (u64, u64), to: (u64, u64)) -> Result {
    writeln!(
        picture,
        "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
        pixels(from.0),
        pixels(from.1),
        pixels(to.0),
        pixels(to.1)
    )
}

fn text(picture: &mut String, anchor: &str, at: (u64, u64), words: &str) -> Result {
    writeln!(
        picture,
        "<text text-anchor=\"{anchor}\" x=\"{}\" y=\"{}\">{words}</text>",
        pixels(at.0),
        pixels(at.1)
    )
}
