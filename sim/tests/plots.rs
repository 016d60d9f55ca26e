//! Plots contain what they claim: their lines have the height of the figures.

use roxmltree::{Document, Node};
use subtensor_sim::{Chart, Course, Variant, differences, find, page, panels, plot, swept};

fn course(name: &str, epochs: u32) -> Course {
    let mut scenario = find(name).expect("it is sound");
    scenario.epochs = epochs;
    Course::play(&scenario, 1, |_| ()).expect("it can be played")
}

/// All text of a picture.
fn texts(document: &Document<'_>) -> Vec<String> {
    let is_text = |node: &Node<'_, '_>| node.tag_name().name() == "text";
    let nodes = document.descendants().filter(is_text);
    nodes
        .map(|node| node.text().unwrap_or_default().trim().to_owned())
        .collect()
}

/// Lines of a colour with so many points at least, as pixels.
fn lines(document: &Document<'_>, points: usize) -> Vec<Vec<(f64, f64)>> {
    let is_line = |node: &Node<'_, '_>| node.tag_name().name() == "polyline";
    let nodes = document.descendants().filter(is_line);
    let of = |node: Node<'_, '_>| {
        let pairs = node
            .attribute("points")
            .unwrap_or_default()
            .split_whitespace();
        pairs
            .map(|pair| {
                let (x, y) = pair.split_once(',').expect("it is a pair");
                (x.parse().expect("a number"), y.parse().expect("a number"))
            })
            .collect::<Vec<(f64, f64)>>()
    };
    nodes.map(of).filter(|line| line.len() >= points).collect()
}

/// Whether pixels are where these values are, but for rounding to whole pixels.
fn shows(pixels: &[(f64, f64)], values: &[f64]) -> bool {
    let ends = |list: &mut dyn Iterator<Item = f64>| {
        list.fold((f64::MAX, f64::MIN), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let (low, high) = ends(&mut values.iter().copied());
    let (top, bottom) = ends(&mut pixels.iter().map(|pixel| pixel.1));
    let scale = (bottom - top) / (high - low);
    pixels.len() == values.len()
        && pixels.iter().zip(values).all(|(pixel, value)| {
            let expected = bottom - (value - low) * scale;
            (pixel.1 - expected).abs() <= 2.0
        })
        && pixels.is_sorted_by_key(|pixel| pixel.0)
}

#[test]
fn every_plot_has_its_title_its_lines_and_their_names() {
    let course = course("weight-copying", 40);
    let mut drawn = 0;
    for chart in Chart::ALL {
        let expected = chart.lines(&course);
        let Some(text) = plot(chart, &course).expect("it can be drawn") else {
            assert!(expected.is_empty());
            continue;
        };
        drawn += 1;
        let document = Document::parse(&text).expect("it is SVG");
        let texts = texts(&document);
        assert!(texts.contains(&chart.title().to_owned()), "{texts:?}");
        assert!(texts.contains(&chart.axis().to_owned()), "{texts:?}");
        let found = lines(&document, 40);
        assert_eq!(found.len(), expected.len(), "{}", chart.name());
        for (line, pixels) in expected.iter().zip(&found) {
            assert!(texts.contains(&line.name), "{texts:?}");
            let values: Vec<f64> = line.points.iter().map(|point| point.1).collect();
            if values.iter().any(|value| *value != values[0]) {
                assert!(shows(pixels, &values), "{} {}", chart.name(), line.name);
            }
        }
    }
    // All but what trades lost.
    assert_eq!(drawn, Chart::ALL.len() - 1);
}

#[test]
fn trades_are_points() {
    let course = course("whale", 100);
    let text = plot(Chart::Slippage, &course).expect("it can be drawn");
    let text = text.expect("there are trades");
    let document = Document::parse(&text).expect("it is SVG");
    let circles = document
        .descendants()
        .filter(|node| node.tag_name().name() == "circle");
    assert_eq!(circles.count(), 20);
    let texts = texts(&document);
    for name in ["whale buys", "whale sells"] {
        assert!(texts.contains(&name.to_owned()), "{texts:?}");
    }
}

#[test]
fn a_page_shows_all_variants_and_the_table_their_differences() {
    let mut scenario = find("kappa").expect("it is sound");
    scenario.epochs = 20;
    let variants: Vec<Variant> = ["16384", "49151"]
        .iter()
        .map(|kappa| {
            let variant = swept(&scenario, "kappa", kappa).expect("it is sound");
            Variant {
                name: format!("kappa = {kappa}"),
                course: Course::play(&variant, 1, |_| ()).expect("it can be played"),
            }
        })
        .collect();
    let all = panels(&variants, &[]);
    let text = page("Kappa & more", &all).expect("it can be drawn");
    let document = Document::parse(&text).expect("it is SVG");
    let found = texts(&document);
    for (chart, lines) in &all {
        assert!(found.contains(&chart.title().to_owned()));
        assert!(
            lines.iter().all(|line| found.contains(&line.name)),
            "{found:?}"
        );
    }
    assert!(found.contains(&"Kappa & more".to_owned()));
    let good = |line: &subtensor_sim::Line| line.name.starts_with("good");
    let only = panels(&variants, &["good".to_owned()]);
    let incentive = only.iter().find(|(chart, _)| *chart == Chart::Incentive);
    let (_, lines) = incentive.expect("it has a panel");
    assert!(lines.len() == 2 && lines.iter().all(good), "{lines:?}");

    let table = differences(&variants).expect("it can be written");
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(
        rows[0],
        "| | kappa = 16384 | kappa = 49151 | against the first |"
    );
    assert_eq!(rows[1], "|---|--:|--:|--:|");
    let mined = rows
        .iter()
        .find(|row| row.starts_with("| fair: alpha mined |"));
    assert!(mined.expect("it is compared").contains(" % |"), "{table}");
}
