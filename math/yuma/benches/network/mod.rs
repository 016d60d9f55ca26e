//! The networks that are timed.

use subtensor_yuma::{Liquid, Workspace, epoch};

use crate::support::Network;

/// Uids, validators, entries in the row of each.
pub(crate) const SIZES: [(usize, usize, usize); 5] = [
    (64, 16, 64),
    (256, 64, 256),
    (256, 64, 64),
    (1_024, 128, 1_024),
    (4_096, 128, 4_096),
];
/// Forms of the bonds.
pub(crate) const VARIANTS: [&str; 3] = ["classic", "yuma3", "liquid"];

/// Numbers without a pattern, the same in every run.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

/// A network whose validators hold similar stakes and roughly agree, one epoch before the one that
/// is timed: its bonds are those of the engine.
pub(crate) fn network(
    variant: &str,
    (uids, validators, entries): (usize, usize, usize),
) -> Network {
    let mut noise = Noise(1);
    let mut network = Network::new(uids);
    let rows: Vec<Vec<(u16, u16)>> = (0..uids)
        .map(|uid| {
            if uid >= validators {
                return Vec::new();
            }
            network.stake[uid] = u128::from(1_000_000_000_000 + noise.next() % (1 << 40)) << 32;
            network.permits[uid] = true;
            // Rows that are not full name mostly the same uids, or there would be no consensus.
            let first = noise.next() as usize % 8;
            let mut targets: Vec<u16> = (0..entries)
                .map(|entry| ((first + entry) % uids) as u16)
                .collect();
            targets.sort_unstable();
            let weight = |target: u16| {
                let merit = 1_000 + u64::from(target).wrapping_mul(7_919) % 40_000;
                (merit + noise.next() % 8_000) as u16
            };
            let weights: Vec<u16> = targets.iter().copied().map(weight).collect();
            targets.into_iter().zip(weights).collect()
        })
        .collect();
    network.weights = rows.into_iter().collect();
    network.max_validators = validators as u16;
    network.yuma3 = variant != "classic";
    network.liquid = (variant == "liquid").then_some(Liquid {
        low: 45_875,
        high: 58_982,
        steepness: 1_000,
    });
    let mut work = Workspace::default();
    let output = epoch(&network.input(), &mut work).expect("the network is consistent");
    network.bonds = output.bonds.clone();
    network
}
