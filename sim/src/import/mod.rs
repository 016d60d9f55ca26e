//! A subnet of a running chain as a scenario.

use crate::{problem::Problem, scenario::Scenario};

/// Where to read what.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// Endpoint of a node.
    pub url: &'s str,
    /// Number of the subnet.
    pub netuid: u16,
    /// Number or hash of a block; none: the newest.
    pub at: Option<&'s str>,
}

/// stub
pub fn import(_source: &Source<'_>) -> Result<(Scenario, Vec<String>), Problem> {
    Err(Problem::new("import", "later"))
}
