//! Finds the few calls of a failed game that already make it fail.

use crate::economy::play::{Game, Step, replay};

/// Leaves out ever smaller parts of a failed game as long as the rest still fails.
pub(crate) fn reduce(game: &Game) -> Vec<Step> {
    let fails = |steps: &[Step]| replay(steps, game.blocks).is_err();
    let mut steps = game.steps.clone();
    let mut size = steps.len().div_ceil(2);
    while size > 0 {
        let mut start = 0;
        while start < steps.len() {
            let mut fewer = steps.clone();
            fewer.drain(start..(start + size).min(steps.len()));
            if fails(&fewer) {
                steps = fewer;
            } else {
                start += size;
            }
        }
        size /= 2;
    }
    steps
}

/// One line a call.
pub(crate) fn print(steps: &[Step]) -> String {
    let line = |step: &Step| format!("block {} {}: {:?}\n", step.block, step.who, step.call);
    steps.iter().map(line).collect()
}
