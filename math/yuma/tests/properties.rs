//! On random networks the engine gives what the slow model gives, and what the spec promises (spec
//! 20 §2) holds.

#![allow(clippy::indexing_slicing, reason = "a test may fail by a panic")]

mod model;
mod support;

use proptest::{prelude::*, sample::select};
use subtensor_yuma::{EpochOutput, Liquid, RowsBuf, Workspace, epoch};
use support::{BLOCK, Network, TEMPO};

/// Values that decide and values in between.
fn parts() -> impl Strategy<Value = u16> {
    prop_oneof![
        select(vec![0, 1, 32_767, 32_768, 65_534, 65_535]),
        any::<u16>()
    ]
}

fn stake() -> impl Strategy<Value = u128> {
    prop_oneof![
        Just(0),
        Just(1 << 32),
        (0u128..5).prop_map(|stake| stake << 32),
        0u128..1 << 85,
    ]
}

/// Blocks around those that decide.
fn block() -> impl Strategy<Value = u64> {
    prop_oneof![
        Just(0),
        Just(BLOCK - TEMPO),
        (BLOCK - TEMPO - 2)..=(BLOCK - TEMPO + 2),
        (BLOCK - 12)..=BLOCK,
        0..=BLOCK,
    ]
}

/// A row whose targets ascend; `density` of 100 entries are there.
fn row(n: usize, density: u8) -> impl Strategy<Value = Vec<(u16, u16)>> {
    let cell = (0u8..100, parts());
    prop::collection::vec(cell, n).prop_map(move |cells| {
        let there = (0u16..)
            .zip(cells)
            .filter(|(_, (chance, _))| *chance < density);
        there.map(|(target, (_, value))| (target, value)).collect()
    })
}

fn rows(n: usize) -> impl Strategy<Value = RowsBuf> {
    select(vec![0u8, 10, 50, 100])
        .prop_flat_map(move |density| prop::collection::vec(row(n, density), n))
        .prop_map(|rows| rows.into_iter().collect())
}

prop_compose! {
    fn neurons(n: usize)(
        stake in prop::collection::vec(stake(), n),
        permits in prop::collection::vec(any::<bool>(), n),
        last_update in prop::collection::vec(block(), n),
        registered in prop::collection::vec(block(), n),
        commits in prop_oneof![
            Just(vec![]),
            prop::collection::vec(prop_oneof![Just(u64::MAX), block()], n),
        ],
        weights in rows(n),
        bonds in rows(n),
    ) -> Network {
        Network {
            stake,
            permits,
            last_update,
            registered,
            commits,
            weights,
            bonds,
            ..Network::new(n)
        }
    }
}

prop_compose! {
    fn networks(most: usize)(
        neurons in (1..most).prop_flat_map(neurons),
        owner in prop::option::of(any::<prop::sample::Index>()),
        max_validators in prop_oneof![0u16..20, Just(u16::MAX)],
        stake_threshold in prop_oneof![Just(0), Just(2), Just(u64::MAX)],
        activity_cutoff in prop_oneof![Just(1), Just(5_000)],
        last_step in prop_oneof![Just(0), Just(BLOCK - TEMPO)],
        (kappa, bonds_penalty) in (parts(), parts()),
        bonds_moving_average in prop_oneof![
            select(vec![0u64, 500_000, 900_000, 1_000_000]),
            0u64..=1_000_000,
        ],
        (yuma3, is_liquid) in any::<(bool, bool)>(),
        (low, high, steepness) in (parts(), parts(), prop_oneof![Just(1_000), any::<i16>()]),
        previous_consensus in prop_oneof![Just(vec![]), prop::collection::vec(parts(), 0..most)],
        emission in prop_oneof![Just(0), Just(u64::MAX), any::<u64>()],
    ) -> Network {
        Network {
            owner: owner.map(|owner| owner.index(neurons.stake.len()) as u16),
            max_validators,
            stake_threshold,
            activity_cutoff,
            last_step,
            kappa,
            bonds_penalty,
            bonds_moving_average,
            yuma3,
            emission,
            liquid: is_liquid.then_some(Liquid {
                low: low.min(high),
                high,
                steepness,
            }),
            previous_consensus,
            ..neurons
        }
    }
}

fn run(network: &Network) -> EpochOutput {
    epoch(&network.input(), &mut Workspace::default())
        .expect("the network is consistent")
        .clone()
}

fn sum(scores: &[u16]) -> u64 {
    scores.iter().map(|score| u64::from(*score)).sum()
}

/// The list in which uid `new` is what uid `names[new]` was.
fn renamed_list<V: Copy>(list: &[V], names: &[usize]) -> Vec<V> {
    let names = names.iter().take(list.len());
    names.map(|old| list[*old]).collect()
}

fn renamed_rows(rows: &RowsBuf, names: &[usize]) -> RowsBuf {
    let new_name = |old: u16| names.iter().position(|name| *name == usize::from(old));
    let row = |old: &usize| {
        let entries = rows.as_rows().row(*old).iter();
        let mut row: Vec<(u16, u16)> = entries
            .filter_map(|(target, value)| Some((new_name(*target)? as u16, *value)))
            .collect();
        row.sort_unstable();
        row
    };
    names.iter().map(row).collect()
}

fn renamed(network: &Network, names: &[usize]) -> Network {
    let owner = network.owner.map(usize::from);
    let mut previous_consensus = network.previous_consensus.clone();
    if !previous_consensus.is_empty() {
        previous_consensus.resize(names.len(), 0);
    }
    Network {
        previous_consensus: renamed_list(&previous_consensus, names),
        stake: renamed_list(&network.stake, names),
        permits: renamed_list(&network.permits, names),
        last_update: renamed_list(&network.last_update, names),
        registered: renamed_list(&network.registered, names),
        commits: renamed_list(&network.commits, names),
        weights: renamed_rows(&network.weights, names),
        bonds: renamed_rows(&network.bonds, names),
        owner: owner.and_then(|owner| Some(names.iter().position(|name| *name == owner)? as u16)),
        ..network.clone()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn a_large_engine_is_the_model(network in networks(257)) {
        prop_assert_eq!(run(&network), model::epoch(&network.input()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_engine_is_the_model(network in networks(24)) {
        prop_assert_eq!(run(&network), model::epoch(&network.input()));
    }

    /// I1, I2: no more than the emission is paid, and little less.
    #[test]
    fn the_emission_is_paid_once(network in networks(40)) {
        let output = run(&network);
        let emission = u128::from(network.emission);
        let total = |amounts: &[u64]| {
            amounts
                .iter()
                .map(|amount| u128::from(*amount))
                .sum::<u128>()
        };
        let paid = total(&output.server_emission) + total(&output.validator_emission);
        prop_assert!(paid <= emission && total(&output.emission) <= emission);
        let n = network.stake.len() as u128;
        let dust = 2 * n + 2 * n * emission / (1 << 32) + 1;
        prop_assert!(paid + dust >= emission || sum(&output.stake_weight) == 0 && paid == 0);
        for (both, (server, validator)) in output.emission.iter().zip(
            output
                .server_emission
                .iter()
                .zip(&output.validator_emission),
        ) {
            let apart = both.abs_diff(server + validator);
            prop_assert!(u128::from(apart) <= 2 + emission.div_ceil(1 << 32));
        }
    }

    /// I3 to I10: scores are parts of a whole, and nobody without a permit has trust or bonds.
    #[test]
    fn scores_are_shares(network in networks(40)) {
        let output = run(&network);
        for scores in [&output.stake_weight, &output.incentive, &output.dividends] {
            prop_assert!(sum(scores) <= 65_535);
            prop_assert_eq!(scores.len(), network.stake.len());
        }
        let is_owner = |uid: usize| network.owner.map(usize::from) == Some(uid);
        for (uid, row) in output.bonds.as_rows().iter().enumerate() {
            prop_assert!(network.permits[uid] || is_owner(uid) || output.validator_trust[uid] == 0);
            prop_assert!(output.permits[uid] || row.is_empty());
            prop_assert!(!output.permits[uid] || is_owner(uid) || network.stake[uid] > 0);
        }
        let permits = output.permits.iter().filter(|permit| **permit).count();
        prop_assert!(permits <= usize::from(network.max_validators) + 1);
        if !network.yuma3 {
            let dry = Network { liquid: None, ..network.clone() };
            prop_assert_eq!(run(&dry), output);
        }
    }

    /// Spec 90 §17: which consensus counts matters for liquid bonds only, and with the one that the
    /// epoch itself reaches it is as without another.
    #[test]
    fn an_earlier_consensus_is_compared_with_liquid_bonds_only(network in networks(40)) {
        let bonds = |previous_consensus| {
            let network = Network { previous_consensus, ..network.clone() };
            run(&network).bonds
        };
        let current = bonds(vec![]);
        if !network.yuma3 || network.liquid.is_none() {
            prop_assert_eq!(&bonds(network.previous_consensus.clone()), &current);
        }
        let same = bonds(run(&network).consensus);
        // It is stored with 16 bits, which the sigmoid magnifies at most by its steepness.
        let steepness = network.liquid.map_or(0, |liquid| liquid.steepness.unsigned_abs());
        let most = u16::try_from(2 + 2 * u32::from(steepness) / 100).unwrap();
        for (row, expected) in same.as_rows().iter().zip(current.as_rows().iter()) {
            let value = |row: &[(u16, u16)], uid| {
                row.iter().find(|(target, _)| *target == uid).map_or(0, |(_, bond)| *bond)
            };
            for uid in 0..network.stake.len() as u16 {
                let apart = value(row, uid).abs_diff(value(expected, uid));
                prop_assert!(apart <= most, "{apart} of {most}");
            }
        }
    }

    /// I11: names do not matter, where no two shares of stake are equal.
    #[test]
    fn names_do_not_matter(
        network in networks(30),
        seed in prop::collection::vec(any::<u32>(), 30),
    ) {
        let n = network.stake.len();
        let distinct = network.stake.iter().zip(1u128..);
        let distinct = distinct
            .map(|(stake, uid)| if *stake > 0 { uid << 70 } else { 0 })
            .collect();
        let network = Network {
            stake: distinct,
            ..network
        };
        let mut names: Vec<usize> = (0..n).collect();
        names.sort_by_key(|uid| seed[*uid]);
        let output = run(&renamed(&network, &names));
        let expected = run(&network);
        for (new, old) in names.iter().enumerate() {
            prop_assert_eq!(output.permits[new], expected.permits[*old]);
            prop_assert_eq!(output.consensus[new], expected.consensus[*old]);
            prop_assert_eq!(output.dividends[new], expected.dividends[*old]);
            prop_assert_eq!(output.emission[new], expected.emission[*old]);
        }
        prop_assert_eq!(output.bonds, renamed_rows(&expected.bonds, &names));
    }

    /// I12: who has twice as much of everything has no more.
    #[test]
    fn scale_does_not_matter(network in networks(30)) {
        let doubled = Network {
            stake: network.stake.iter().map(|stake| stake * 2).collect(),
            stake_threshold: 0,
            ..network.clone()
        };
        let network = Network { stake_threshold: 0, ..network };
        prop_assert_eq!(run(&doubled), run(&network));
    }

    /// A workspace remembers nothing.
    #[test]
    fn a_used_workspace_is_as_good_as_new(before in networks(30), network in networks(30)) {
        let mut work = Workspace::default();
        epoch(&before.input(), &mut work).unwrap();
        prop_assert_eq!(epoch(&network.input(), &mut work).unwrap(), &run(&network));
    }
}
