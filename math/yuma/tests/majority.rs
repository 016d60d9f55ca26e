//! An honest majority keeps at least its share, though a cabal rates itself as it likes (spec 20
//! §14.12).

#![allow(clippy::indexing_slicing, reason = "a test may fail by a panic")]

mod support;

use subtensor_yuma::{Workspace, epoch};
use support::Network;

const UIDS: usize = 512;
const VALIDATORS: usize = 64;
/// Spread of the stakes of a side.
const STAKE_SPREAD: f64 = 0.3;

/// What one side of a table row does.
struct Game {
    /// Part of the stake and of the nodes that is honest.
    honest: f64,
    /// Part of their weight that honest validators give to honest servers.
    honest_utility: f64,
    /// Part of their weight that validators of the cabal give to its servers.
    cabal_utility: f64,
    weight_spread: f64,
    penalty: u16,
}

/// Numbers without a pattern, the same in every run.
struct Noise(u64);

impl Noise {
    fn uniform(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Normal around 1, at least 0.
    fn normal(&mut self, spread: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.uniform()).sum();
        (1.0 + spread * (sum - 6.0)).max(0.0)
    }

    /// `count` such numbers that sum to `total`.
    fn shares(&mut self, count: usize, spread: f64, total: f64) -> Vec<f64> {
        let drawn: Vec<f64> = (0..count).map(|_| self.normal(spread)).collect();
        let sum: f64 = drawn.iter().sum();
        drawn.iter().map(|value| value / sum * total).collect()
    }
}

/// Emission of honest nodes, of a whole.
fn honest_share(game: &Game, seed: u64) -> f64 {
    let mut noise = Noise(seed);
    let servers = UIDS - VALIDATORS;
    let honest_validators = (VALIDATORS as f64 * game.honest).round() as usize;
    let honest_servers = (servers as f64 * game.honest).round() as usize;
    let mut network = Network::new(UIDS);
    let honest_stake = noise.shares(honest_validators, STAKE_SPREAD, game.honest);
    let cabal_stake = noise.shares(
        VALIDATORS - honest_validators,
        STAKE_SPREAD,
        1.0 - game.honest,
    );
    let stake = honest_stake.into_iter().chain(cabal_stake);
    let mut rows = vec![Vec::new(); UIDS];
    for (uid, stake) in stake.enumerate() {
        network.stake[uid] = ((stake * 1e15) as u128) << 32;
        network.permits[uid] = true;
        let for_honest = if uid < honest_validators {
            game.honest_utility
        } else {
            1.0 - game.cabal_utility
        };
        let good = noise.shares(honest_servers, game.weight_spread, for_honest);
        let bad = noise.shares(
            servers - honest_servers,
            game.weight_spread,
            1.0 - for_honest,
        );
        let weights: Vec<f64> = good.into_iter().chain(bad).collect();
        let largest = weights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let stored = weights
            .iter()
            .map(|weight| (weight / largest * 65_535.0) as u16);
        rows[uid] = (VALIDATORS as u16..).zip(stored).collect();
    }
    network.weights = rows.into_iter().collect();
    network.bonds_penalty = game.penalty;
    network.emission = 1_000_000_000_000;
    let mut work = Workspace::default();
    let output = epoch(&network.input(), &mut work).expect("the network is consistent");
    let is_honest = |uid: usize| {
        uid < honest_validators || (VALIDATORS..VALIDATORS + honest_servers).contains(&uid)
    };
    let honest: u64 = (0..UIDS)
        .filter(|uid| is_honest(*uid))
        .map(|uid| output.emission[uid])
        .sum();
    honest as f64 / output.emission.iter().sum::<u64>() as f64
}

#[test]
fn the_honest_keep_their_share() {
    for (honest, honest_utility, cabal_utility, weight_spread, penalty) in [
        (0.51, 1.0, 1.0, 0.001, 65_535),
        (0.51, 0.03, 0.0, 0.001, 65_535),
        (0.51, 0.51, 0.49, 0.001, 65_535),
        (0.51, 0.51, 1.0, 0.001, 65_535),
        (0.51, 0.61, 0.8, 0.1, 65_535),
        (0.6, 0.67, 0.65, 0.2, 65_535),
        (0.6, 0.74, 0.77, 0.4, 65_535),
        (0.6, 0.76, 0.8, 0.4, 65_535),
        (0.6, 0.73, 1.0, 0.4, 65_535),
        (0.6, 0.74, 1.0, 0.4, 55_800),
        (0.6, 0.76, 1.0, 0.4, 43_690),
        (0.6, 0.78, 1.0, 0.4, 21_845),
        (0.6, 0.79, 1.0, 0.4, 0),
        (0.6, 0.92, 1.0, 0.4, 65_535),
        (0.65, 0.78, 0.85, 0.6, 65_535),
        (0.7, 0.81, 0.85, 0.8, 65_535),
        (0.7, 0.83, 0.85, 1.0, 65_535),
    ] {
        let game = Game {
            honest,
            honest_utility,
            cabal_utility,
            weight_spread,
            penalty,
        };
        // Nodes come whole, so the honest may have a few less than their share of them.
        let share = honest_share(&game, 1);
        assert!(
            share >= honest - 0.01,
            "{share} of {honest}: {honest_utility} {cabal_utility} {weight_spread} {penalty}"
        );
    }
}
