//! Plots as SVG. Their text is text, so no font is needed to make them.

use plotters::{coord::Shift, prelude::*};

use crate::{
    figures::{Chart, Course, Line},
    problem::Problem,
};

/// Size of a plot, pixels.
const SIZE: (u32, u32) = (900, 440);
/// Size of a panel on a page, pixels.
const PANEL: (u32, u32) = (620, 330);
/// Panels side by side.
const COLUMNS: u32 = 2;
/// Points from which on a line is thinned out: there are no more pixels.
const MAX_POINTS: usize = 1_000;

/// Colours that are told apart by most people.
const COLOURS: [RGBColor; 10] = [
    RGBColor(0x1f, 0x77, 0xb4),
    RGBColor(0xd6, 0x27, 0x28),
    RGBColor(0x2c, 0xa0, 0x2c),
    RGBColor(0xff, 0x7f, 0x0e),
    RGBColor(0x94, 0x67, 0xbd),
    RGBColor(0x8c, 0x56, 0x4b),
    RGBColor(0xe3, 0x77, 0xc2),
    RGBColor(0x17, 0xbe, 0xcf),
    RGBColor(0xbc, 0xbd, 0x22),
    RGBColor(0x7f, 0x7f, 0x7f),
];

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn = Result<(), Problem>;

fn failed(error: impl core::fmt::Display) -> Problem {
    Problem::new("plot", error)
}

/// The plot of one chart of a course; none where there is nothing to show.
///
/// Errors: it cannot be drawn.
pub fn plot(chart: Chart, course: &Course) -> Result<Option<String>, Problem> {
    let lines = chart.lines(course);
    if lines.is_empty() {
        return Ok(None);
    }
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, SIZE).into_drawing_area();
        area.fill(&WHITE).map_err(failed)?;
        draw(&area, chart, &lines)?;
        area.present().map_err(failed)?;
    }
    Ok(Some(text))
}

/// One page with a panel for each chart that has something to show.
///
/// Errors: it cannot be drawn.
pub fn page(title: &str, panels: &[(Chart, Vec<Line>)]) -> Result<String, Problem> {
    let rows = u32::try_from(panels.len())
        .unwrap_or(u32::MAX)
        .div_ceil(COLUMNS)
        .max(1);
    let size = (
        PANEL.0.saturating_mul(COLUMNS),
        PANEL.1.saturating_mul(rows).saturating_add(40),
    );
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        area.fill(&WHITE).map_err(failed)?;
        let area = area.titled(title, ("sans-serif", 20)).map_err(failed)?;
        let places = area.split_evenly((rows as usize, COLUMNS as usize));
        for ((chart, lines), place) in panels.iter().zip(&places) {
            draw(place, *chart, lines)?;
        }
        area.present().map_err(failed)?;
    }
    Ok(text)
}

/// Least and largest of some numbers, a little apart.
fn range(values: impl Iterator<Item = f64>, from_zero: bool) -> (f64, f64) {
    let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let low = if from_zero { low.min(0.0) } else { low };
    let room = (high - low) * 0.05;
    if room > 0.0 {
        let below = if low == 0.0 { 0.0 } else { room };
        return (low - below, high + room);
    }
    // A line without a rise stands in the middle.
    let room = if high == 0.0 { 1.0 } else { high.abs() * 0.1 };
    (low - room, high + room)
}

fn draw(area: &Area<'_>, chart: Chart, lines: &[Line]) -> Drawn {
    let points = || lines.iter().flat_map(|line| &line.points);
    let from_zero = !matches!(chart, Chart::Price | Chart::Issuance | Chart::Stake);
    let (left, right) = range(points().map(|point| point.0), false);
    let (bottom, top) = range(points().map(|point| point.1), from_zero);
    let mut context = ChartBuilder::on(area)
        .caption(chart.title(), ("sans-serif", 15))
        .margin(10)
        .x_label_area_size(36)
        .y_label_area_size(72)
        .build_cartesian_2d(left..right, bottom..top)
        .map_err(failed)?;
    context
        .configure_mesh()
        .light_line_style(TRANSPARENT)
        .x_desc(chart.axis())
        .x_labels(8)
        .y_labels(6)
        .draw()
        .map_err(failed)?;
    for (line, colour) in lines.iter().zip(COLOURS.iter().cycle()) {
        let style = colour.stroke_width(2);
        let stride = line.points.len().div_ceil(MAX_POINTS).max(1);
        let thinned = line.points.iter().copied().step_by(stride);
        // Trades stand alone, and so does a single epoch.
        if chart == Chart::Slippage || line.points.len() == 1 {
            let dots = thinned.map(|point| Circle::new(point, 3, colour.filled()));
            context
                .draw_series(dots)
                .map_err(failed)?
                .label(line.name.clone())
                .legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], style));
        } else {
            context
                .draw_series(LineSeries::new(thinned, style))
                .map_err(failed)?
                .label(line.name.clone())
                .legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], style));
        }
    }
    context
        .configure_series_labels()
        .background_style(WHITE.mix(0.8))
        .border_style(BLACK.mix(0.3))
        .label_font(("sans-serif", 12))
        .draw()
        .map_err(failed)
}
