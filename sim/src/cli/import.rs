//! Reading a subnet of a running chain.

use std::path::PathBuf;

use crate::{
    import::{Source, import},
    output::write_text,
    problem::Problem,
};

/// Makes a scenario of a subnet of a running chain.
#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// Where a node of the chain answers, such as `http://127.0.0.1:9944`.
    #[arg(long, default_value = "http://127.0.0.1:9944")]
    url: String,
    /// Number of the subnet.
    #[arg(long)]
    netuid: u16,
    /// Number or hash of the block after which the scenario begins; the newest, if none is said.
    #[arg(long)]
    at: Option<String>,
    /// Epochs that the scenario plays.
    #[arg(long, default_value_t = 10)]
    epochs: u32,
    /// File of the scenario.
    #[arg(long)]
    out: PathBuf,
}

impl Import {
    pub(super) fn execute(&self) -> Result<String, Problem> {
        let source = Source {
            url: &self.url,
            netuid: self.netuid,
            at: self.at.as_deref(),
        };
        let (mut scenario, warnings) = import(&source)?;
        scenario.epochs = self.epochs;
        let text = toml::to_string(&scenario).map_err(|error| Problem::new("scenario", error))?;
        write_text(&self.out, &text)?;
        let mut said = String::new();
        for warning in warnings {
            said.push_str(&format!("not simulated: {warning}\n"));
        }
        said.push_str(&format!(
            "{}: {} hotkeys after block {}\n",
            self.out.display(),
            scenario.neurons.len(),
            scenario.chain.block
        ));
        Ok(said)
    }
}
