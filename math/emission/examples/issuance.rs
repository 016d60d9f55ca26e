//! Writes the issuance curve, `docs/issuance.md` and `docs/issuance.svg`.

#[path = "../tests/document/mod.rs"]
mod document;

fn main() -> std::io::Result<()> {
    for (path, text) in document::documents() {
        std::fs::write(path, text)?;
    }
    Ok(())
}
