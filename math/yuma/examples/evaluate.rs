//! Reads one epoch as JSON per line from standard input and writes its result per line to standard
//! output.

use std::io::{BufRead, Write};

#[path = "../tests/json/mod.rs"]
mod json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        writeln!(out, "{}", json::evaluate(&line?)?)?;
    }
    Ok(())
}
