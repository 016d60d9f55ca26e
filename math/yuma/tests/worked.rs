//! The worked epochs of spec 20 §14.

#![allow(clippy::indexing_slicing, reason = "a test may fail by a panic")]

mod support;

use subtensor_yuma::{EpochOutput, Liquid, RowsBuf, Workspace, epoch};
use support::{BLOCK, Network};

const BILLION: u64 = 1_000_000_000;
const HALF: u64 = BILLION / 2;
const QUARTER: u64 = BILLION / 4;

type Row<'a> = &'a [(u16, u16)];

/// Rows for the first uids, and none for the rest.
fn rows(n: usize, first: &[Row<'_>]) -> RowsBuf {
    let row = |uid| {
        first
            .get(uid)
            .map_or(Vec::new(), |row: &Row<'_>| row.to_vec())
    };
    (0..n).map(row).collect()
}

/// A network with these stakes (rao), of whom the first `validators` have a permit.
fn network(stake: &[u64], validators: usize, weights: &[Row<'_>]) -> Network {
    let n = stake.len();
    Network {
        stake: stake.iter().map(|stake| u128::from(*stake) << 32).collect(),
        permits: (0..n).map(|uid| uid < validators).collect(),
        weights: rows(n, weights),
        ..Network::new(n)
    }
}

fn run(network: &Network) -> EpochOutput {
    epoch(&network.input(), &mut Workspace::default())
        .expect("the network is consistent")
        .clone()
}

/// Runs an epoch and leaves its bonds and permits for the next.
fn step(network: &mut Network) -> EpochOutput {
    let output = run(network);
    network.bonds = output.bonds.clone();
    network.permits = output.permits.clone();
    output
}

#[test]
fn one_neuron_14_1() {
    let alone = network(&[BILLION], 1, &[&[(0, 65_535)]]);
    let output = run(&alone);
    assert_eq!(
        (
            &output.consensus[..],
            &output.incentive[..],
            &output.dividends[..]
        ),
        (&[0][..], &[0][..], &[0][..])
    );
    assert_eq!(
        (output.server_emission, output.validator_emission),
        (vec![0], vec![BILLION])
    );
    assert_eq!(
        (output.emission, output.stake_weight),
        (vec![BILLION], vec![65_535])
    );
    assert_eq!(output.bonds, rows(1, &[]));

    let output = run(&Network {
        owner: Some(0),
        ..alone
    });
    for scores in [
        &output.consensus,
        &output.validator_trust,
        &output.incentive,
        &output.dividends,
    ] {
        assert_eq!(scores, &[65_535]);
    }
    assert_eq!(output.bonds, rows(1, &[&[(0, 65_535)]]));
    assert_eq!(
        (output.server_emission, output.validator_emission),
        (vec![HALF], vec![HALF])
    );
    assert_eq!(output.emission, [BILLION]);
}

#[test]
fn two_neurons_14_2() {
    let all_to_first = |network: &Network| {
        let output = run(network);
        assert_eq!(output.validator_emission, [BILLION, 0]);
        assert_eq!(output.server_emission, [0, 0]);
        assert_eq!(output.emission, [BILLION, 0]);
    };
    all_to_first(&network(&[1, 0], 1, &[]));
    all_to_first(&network(&[1, 0], 1, &[&[(0, 65_535)], &[(1, 65_535)]]));

    let mut fresh = network(&[1, 0], 1, &[&[(1, 65_535)]]);
    fresh.registered = vec![0, 2];
    fresh.last_update = vec![3, 3];
    fresh.activity_cutoff = BLOCK;
    let output = run(&fresh);
    assert_eq!(
        (output.consensus, output.validator_trust),
        (vec![0, 65_535], vec![65_535, 0])
    );
    assert_eq!(
        (output.incentive, output.dividends),
        (vec![0, 65_535], vec![65_535, 0])
    );
    assert_eq!(
        (output.server_emission, output.validator_emission),
        (vec![0, HALF], vec![HALF, 0])
    );
    assert_eq!(output.bonds, rows(2, &[&[(1, 65_535)]]));
    fresh.last_update = vec![2, 3];
    all_to_first(&fresh);

    let owned = network(&[5_000 * BILLION, 0], 1, &[&[(0, 32_767), (1, 32_767)]]);
    let output = run(&Network {
        owner: Some(0),
        ..owned
    });
    assert_eq!(
        (output.consensus, output.incentive),
        (vec![32_767; 2], vec![32_767; 2])
    );
    assert_eq!(
        (output.server_emission, output.validator_emission),
        (vec![QUARTER; 2], vec![HALF, 0])
    );
    assert_eq!(output.emission, [HALF + QUARTER, QUARTER]);
    assert_eq!(output.bonds, rows(2, &[&[(0, 65_535), (1, 65_535)]]));

    let asleep = network(&[BILLION, BILLION], 2, &[]);
    let output = run(&Network {
        activity_cutoff: 1,
        ..asleep
    });
    assert_eq!(
        (output.active, output.emission),
        (vec![false; 2], vec![HALF; 2])
    );

    let output = run(&network(&[3, 1], 1, &[]));
    assert_eq!(
        (output.validator_emission, output.permits),
        (vec![BILLION, 0], vec![true; 2])
    );
}

#[test]
fn three_neurons_14_3() {
    let mut network = network(
        &[600, 400, 0],
        2,
        &[&[(1, 13_107), (2, 52_428)], &[(0, 32_768), (2, 65_535)]],
    );
    let output = step(&mut network);
    assert_eq!(output.stake_weight, [39_320, 26_213, 0]);
    assert_eq!(output.consensus, [0, 13_106, 52_427]);
    assert_eq!(output.validator_trust, [65_534, 43_689, 0]);
    assert_eq!(output.incentive, [0, 9_074, 56_460]);
    assert_eq!(output.dividends, [45_370, 20_164, 0]);
    assert_eq!(
        output.bonds,
        rows(3, &[&[(1, 65_535), (2, 65_535)], &[(2, 36_408)]])
    );
    assert_eq!(output.server_emission, [0, 69_230_877, 430_769_122]);
    assert_eq!(output.validator_emission, [346_154_388, 153_845_611, 0]);
    assert_eq!(output.emission, [346_154_388, 223_076_489, 430_769_122]);

    let next = step(&mut network);
    assert_eq!(next.validator_emission, [346_154_750, 153_845_249, 0]);
    assert_eq!(next.emission, [346_154_750, 223_076_127, 430_769_122]);
    assert_eq!(
        (next.incentive, next.bonds),
        (output.incentive, output.bonds)
    );
}

#[test]
fn disagreement_and_penalty_14_4() {
    let weights: [Row<'_>; 2] = [&[(2, 65_535), (3, 6_554)], &[(2, 6_554), (3, 65_535)]];
    let network = network(&[600, 400, 0, 0], 2, &weights);
    for (bonds_penalty, dividends, bonds, validators) in [
        (
            65_535,
            [58_449, 7_085],
            [[65_535, 65_535], [4_369, 43_690]],
            [445_942_602, 54_057_396],
        ),
        (
            32_768,
            [55_033, 10_501],
            [[65_535, 17_874], [4_369, 65_535]],
            [419_880_145, 80_119_854],
        ),
        (
            0,
            [54_291, 11_243],
            [[65_535, 9_830], [4_369, 65_535]],
            [414_213_845, 85_786_154],
        ),
    ] {
        let output = run(&Network {
            bonds_penalty,
            ..network.clone()
        });
        assert_eq!(output.consensus, [0, 0, 59_576, 5_958]);
        assert_eq!(output.validator_trust, [65_534, 11_916, 0, 0]);
        assert_eq!(output.incentive, [0, 0, 56_678, 8_856]);
        assert_eq!(output.server_emission, [0, 0, 432_428_252, 67_571_746]);
        assert_eq!(output.dividends[..2], dividends);
        assert_eq!(output.validator_emission[..2], validators);
        let row = |row: [u16; 2]| [(2, row[0]), (3, row[1])];
        assert_eq!(output.bonds, rows(4, &[&row(bonds[0]), &row(bonds[1])]));
    }
    for (kappa, consensus, incentive, dividends) in [
        (0, [59_576, 59_576], [38_129, 27_405], [39_321, 26_213]),
        (1, [59_576, 59_576], [38_129, 27_405], [39_321, 26_213]),
        (26_214, [59_576, 59_576], [38_129, 27_405], [39_321, 26_213]),
        (39_321, [59_576, 5_958], [56_678, 8_856], [58_449, 7_085]),
        (39_322, [5_958, 5_958], [32_767, 32_767], [39_320, 26_214]),
        (65_535, [5_958, 5_958], [32_767, 32_767], [39_320, 26_214]),
    ] {
        let output = run(&Network {
            kappa,
            ..network.clone()
        });
        assert_eq!(output.consensus[2..], consensus, "{kappa}");
        assert_eq!(output.incentive[2..], incentive, "{kappa}");
        assert_eq!(output.dividends[..2], dividends, "{kappa}");
    }
}

#[test]
fn exact_tie_14_5() {
    let weights: [Row<'_>; 2] = [&[(2, 65_535), (3, 21_845)], &[(2, 21_845), (3, 65_535)]];
    let network = network(&[1, 1, 0, 0], 2, &weights);
    let decided = run(&network);
    assert_eq!(decided.consensus, [0, 0, 49_151, 49_151]);
    assert_eq!(decided.validator_trust, [65_535, 65_535, 0, 0]);
    assert_eq!(decided.bonds.as_rows().row(0), [(2, 65_535), (3, 21_844)]);
    let tied = run(&Network {
        kappa: 32_768,
        ..network
    });
    assert_eq!(tied.consensus, [0, 0, 16_383, 16_383]);
    assert_eq!(tied.validator_trust, [32_767, 32_767, 0, 0]);
    assert_eq!(tied.bonds.as_rows().row(1), [(2, 65_535), (3, 65_535)]);
    for output in [decided, tied] {
        assert_eq!(output.incentive, [0, 0, 32_767, 32_767]);
        assert_eq!(output.dividends, [32_767, 32_767, 0, 0]);
        assert_eq!(output.emission, [QUARTER; 4]);
    }
}

#[test]
fn three_equal_validators_14_6() {
    let stake = [BILLION, BILLION, BILLION, 0, 0];
    let split: [Row<'_>; 3] = [
        &[(3, 65_535), (4, 0)],
        &[(3, 0), (4, 65_535)],
        &[(3, 65_535), (4, 0)],
    ];
    let output = run(&network(&stake, 3, &split));
    assert_eq!(output.consensus, [0, 0, 0, 65_535, 0]);
    assert_eq!(output.validator_trust, [65_535, 0, 65_535, 0, 0]);
    assert_eq!(output.dividends, [32_767, 0, 32_767, 0, 0]);
    assert_eq!(output.emission, [QUARTER, 0, QUARTER, HALF, 0]);

    let even: [Row<'_>; 3] = [split[0], split[1], &[(3, 65_535), (4, 65_535)]];
    let output = run(&network(&stake, 3, &even));
    assert_eq!(output.consensus, [0, 0, 0, 32_767, 32_767]);
    assert_eq!(output.validator_trust, [32_767, 32_767, 65_535, 0, 0]);
    assert_eq!(output.incentive, [0, 0, 0, 32_767, 32_767]);
    assert_eq!(output.dividends, [16_383, 16_383, 32_767, 0, 0]);
    assert_eq!(
        output.emission,
        [QUARTER / 2, QUARTER / 2, QUARTER, QUARTER, QUARTER]
    );
}

#[test]
fn activity_and_average_14_7() {
    let both: Row<'_> = &[(2, 65_535), (3, 65_535)];
    let mut network = network(&[1; 4], 4, &[both, both]);
    network.max_validators = 4;
    let awake = network.last_update.clone();
    let output = step(&mut network);
    assert_eq!(
        (&output.dividends, &output.emission),
        (&vec![32_767, 32_767, 0, 0], &vec![QUARTER; 4])
    );
    assert_eq!(output.bonds, rows(4, &[both, both]));

    network.activity_cutoff = 100;
    network.last_update = vec![awake[0], 1, 1, 1];
    let output = step(&mut network);
    assert_eq!(output.dividends, [36_044, 29_490, 0, 0]);
    assert_eq!(
        output.emission,
        [274_999_999, 224_999_999, QUARTER, QUARTER]
    );
    assert_eq!(output.bonds, rows(4, &[both, &[(2, 53_619), (3, 53_619)]]));

    network.last_update = vec![awake[0], awake[1], 1, 1];
    let output = step(&mut network);
    assert_eq!(output.dividends, [35_716, 29_818, 0, 0]);
    assert_eq!(
        output.emission,
        [272_501_132, 227_498_866, QUARTER, QUARTER]
    );
    assert_eq!(output.bonds.as_rows().row(1), [(2, 54_712), (3, 54_712)]);
}

#[test]
fn outdated_weights_14_8() {
    let both: Row<'_> = &[(2, 65_535), (3, 32_768)];
    let full: Row<'_> = &[(2, 65_535), (3, 65_535)];
    let mut network = network(&[1, 1, 1, 0], 3, &[both, both, &[(2, 65_535)]]);
    network.registered = vec![0, 0, 0, 1];
    network.last_update = vec![2, 1, 1, 1];
    network.activity_cutoff = BLOCK;
    network.bonds = rows(4, &[full, full]);
    network.last_step = 1;
    let output = run(&network);
    assert_eq!(output.consensus, [0, 0, 43_689, 0]);
    assert_eq!(output.validator_trust, [43_689, 43_689, 0, 0]);
    assert_eq!(output.dividends, [32_767, 32_767, 0, 0]);
    assert_eq!(output.emission, [QUARTER, QUARTER, HALF, 0]);
    assert_eq!(output.bonds, rows(4, &[full, full]));

    // The bonds on uid 3 are older than its registration.
    let masked = Network {
        registered: vec![0, 0, 0, 2],
        ..network
    };
    assert_eq!(
        run(&masked).bonds,
        rows(4, &[&[(2, 65_535)], &[(2, 65_535)]])
    );
}

/// One epoch of 14.9: the validator that from now on weighs one uid only, the miner whose bonds are
/// looked at, those bonds, and the emission of validators and of miners.
type Epoch = (Option<(usize, u16)>, u16, [u16; 4], [u64; 4], [u64; 4]);

/// Emission of the miners of 14.9 while all validators agree on them.
const EVEN: [u64; 4] = [49_998_779, 100_000_610, 149_996_337, 200_004_272];

/// Bonds follow the weights slowly.
const SERIES: [Epoch; 7] = [
    (
        None,
        4,
        [16_383, 32_767, 49_151, 65_535],
        [49_999_998, 99_999_999, 150_000_000, 200_000_001],
        EVEN,
    ),
    (
        Some((0, 0)),
        4,
        [14_582, 32_767, 49_151, 65_535],
        [44_998_351, 101_110_561, 151_667_215, 202_223_870],
        EVEN,
    ),
    (
        Some((1, 1)),
        4,
        [12_603, 28_321, 49_151, 65_535],
        [40_496_805, 90_999_783, 157_929_636, 210_573_773],
        EVEN,
    ),
    (
        Some((2, 2)),
        7,
        [12_602, 28_320, 49_150, 65_535],
        [99_999_999, 199_999_999, 299_999_999, 399_999_999],
        [0; 4],
    ),
    (
        Some((2, 7)),
        7,
        [10_951, 24_609, 49_150, 65_535],
        [36_443_733, 81_898_628, 163_565_493, 218_092_144],
        [0, 0, 0, HALF],
    ),
    (
        None,
        7,
        [9_559, 21_482, 49_150, 65_535],
        [32_799_427, 73_706_612, 168_638_129, 224_855_830],
        [0, 0, 0, HALF],
    ),
    (
        None,
        7,
        [8_376, 18_824, 49_150, 65_535],
        [29_518_068, 66_336_137, 173_203_134, 230_942_659],
        [0, 0, 0, HALF],
    ),
];

#[test]
fn bond_series_14_9() {
    let all: Row<'_> = &[(4, 16_383), (5, 32_767), (6, 49_149), (7, 65_535)];
    let mut network = network(&[1, 2, 3, 4, 0, 0, 0, 0], 8, &[all; 4]);
    network.max_validators = 8;
    let mut given: Vec<Vec<(u16, u16)>> = vec![all.to_vec(); 4];
    for (change, column, bonds, validators, servers) in SERIES {
        if let Some((validator, miner)) = change {
            given[validator] = vec![(miner, 65_535)];
        }
        let borrowed: Vec<Row<'_>> = given.iter().map(Vec::as_slice).collect();
        network.weights = rows(8, &borrowed);
        let output = step(&mut network);
        let column: Vec<u16> = output
            .bonds
            .as_rows()
            .iter()
            .take(4)
            .map(|row| {
                row.iter()
                    .find(|entry| entry.0 == column)
                    .map_or(0, |entry| entry.1)
            })
            .collect();
        assert_eq!(column, bonds);
        assert_eq!(output.emission[..4], validators);
        assert_eq!(output.emission[4..], servers);
    }
}

/// The network of 14.10.
fn everything() -> Network {
    let weights: [Row<'_>; 8] = [
        &[(4, 10_000), (6, 40_000), (7, 65_535)],
        &[(5, 30_000), (6, 20_000), (7, 65_535)],
        &[(5, 65_535), (6, 65_535), (7, 1)],
        &[(6, 65_535)],
        &[(0, 10_000), (4, 65_535), (6, 65_535), (7, 32_768)],
        &[],
        &[(6, 65_535)],
        &[],
    ];
    let bonds: [Row<'_>; 5] = [
        &[(4, 1_000), (6, 65_535), (7, 40_000)],
        &[(6, 30_000), (7, 65_535)],
        &[(5, 65_535), (6, 100)],
        &[],
        &[(4, 65_535), (7, 20_000)],
    ];
    let stake = [
        5_000_000, 3_000_000, 2_000_000, 2_000_000, 1_000_000, 40_000, 0, 0,
    ];
    let back = |block: u64| BLOCK - 100 + block;
    Network {
        stake_threshold: 50_000,
        owner: Some(4),
        permits: vec![true, true, true, false, true, false, false, false],
        max_validators: 4,
        kappa: 39_321,
        bonds_penalty: 32_768,
        activity_cutoff: 50,
        last_update: [95, 96, 40, 97, 98, 0, 99, 0].map(back).to_vec(),
        registered: [1, 1, 1, 1, 1, 96, 1, 50].map(back).to_vec(),
        // Bonds count on uids registered before block 51.
        last_step: back(50),
        bonds: rows(8, &bonds),
        emission: 1_000 * BILLION,
        ..network(&stake, 0, &weights)
    }
}

/// The network of 14.10 in its variants: classic bonds, those of the third form, liquid ones, and
/// those without a penalty.
fn variants() -> [Network; 4] {
    let classic = everything();
    let third = Network {
        yuma3: true,
        ..classic.clone()
    };
    let liquid = Network {
        liquid: Some(Liquid {
            low: 45_875,
            high: 58_982,
            steepness: 1_000,
        }),
        ..third.clone()
    };
    let unpunished = Network {
        bonds_penalty: 0,
        ..liquid.clone()
    };
    [classic, third, liquid, unpunished]
}

#[test]
fn what_does_not_depend_on_bonds_14_10() {
    for network in variants() {
        let output = run(&network);
        assert_eq!(
            output.stake_weight,
            [25_205, 15_123, 10_082, 10_082, 5_041, 0, 0, 0]
        );
        assert_eq!(
            output.permits,
            [true, true, true, true, true, false, false, false]
        );
        assert_eq!(
            output.active,
            [true, true, false, true, true, false, true, false]
        );
        assert_eq!(output.consensus, [0, 0, 0, 0, 5_672, 0, 22_689, 37_173]);
        assert_eq!(
            output.validator_trust,
            [65_534, 52_497, 22_689, 0, 40_714, 0, 0, 0]
        );
        assert_eq!(output.incentive, [0, 0, 0, 0, 4_241, 0, 22_693, 38_599]);
    }
}

#[test]
fn everything_at_once_14_10() {
    let [classic, third, liquid, unpunished] = variants();
    let bonds = |first: Row<'_>, second: Row<'_>, third: Row<'_>, fifth: Row<'_>| {
        rows(8, &[first, second, third, &[], fifth])
    };
    for (network, dividends, validators, bonds) in [
        (
            &classic,
            [28_983, 26_648, 21, 0, 9_880],
            [
                221_132_111_037,
                203_318_708_576,
                162_941_636,
                0,
                75_386_238_284,
            ],
            bonds(
                &[(4, 5_594), (6, 65_535), (7, 44_133)],
                &[(6, 29_685), (7, 65_535)],
                &[(6, 90)],
                &[(0, 65_535), (4, 65_535), (6, 1_249), (7, 18_920)],
            ),
        ),
        (
            &third,
            [39_183, 23_228, 0, 0, 3_123],
            [298_949_075_164, 177_220_611_600, 0, 0, 23_830_312_769],
            bonds(
                &[(4, 1_467), (6, 61_250), (7, 39_717)],
                &[(6, 28_532), (7, 63_350)],
                &[(6, 4_501)],
                &[(0, 188), (4, 60_500), (6, 2_369), (7, 19_235)],
            ),
        ),
        (
            &liquid,
            [37_204, 23_906, 0, 0, 4_424],
            [283_853_053_813, 182_392_811_868, 0, 0, 33_754_134_085],
            bonds(
                &[(4, 4_276), (6, 28_488), (7, 38_015)],
                &[(6, 19_551), (7, 49_551)],
                &[(6, 32_232)],
                &[(0, 1_322), (4, 20_867), (6, 16_625), (7, 14_614)],
            ),
        ),
        (
            &unpunished,
            [35_581, 25_499, 0, 0, 4_454],
            [271_467_176_266, 194_547_638_529, 0, 0, 33_985_184_971],
            bonds(
                &[(4, 4_276), (6, 28_488), (7, 38_015)],
                &[(6, 19_551), (7, 54_608)],
                &[(6, 56_677)],
                &[(0, 2_647), (4, 30_635), (6, 17_339), (7, 14_614)],
            ),
        ),
    ] {
        let output = run(network);
        assert_eq!(output.dividends[..5], dividends);
        assert_eq!(output.validator_emission[..5], validators);
        assert_eq!(output.bonds, bonds);
    }
    let servers = run(&classic).server_emission;
    assert_eq!(
        servers[4..],
        [32_358_896_685, 0, 173_143_838_066, 294_497_265_014]
    );
}

#[test]
fn pending_commits_hide_newcomers_14_10() {
    let mut commits = vec![u64::MAX; 8];
    commits[1] = BLOCK - 100 + 30;
    commits[4] = BLOCK - 100 + 49;
    let output = run(&Network {
        commits,
        ..everything()
    });
    assert_eq!(output.consensus, [0, 0, 0, 0, 5_672, 0, 22_689, 0]);
    assert_eq!(
        output.validator_trust[..5],
        [28_361, 22_689, 22_689, 0, 28_361]
    );
    assert_eq!(output.incentive, [0, 0, 0, 0, 9_362, 0, 56_172, 0]);
    assert_eq!(output.dividends[..5], [37_682, 18_588, 52, 0, 9_211]);
    assert_eq!(
        output.bonds.as_rows().row(4),
        [(0, 65_535), (4, 65_535), (6, 970), (7, 19_999)]
    );
    assert_eq!(
        output.server_emission[4..7],
        [71_428_570_896, 0, 428_571_428_870]
    );
}

/// A series of 14.11: three validators, servers 3 and 4. Each epoch everybody puts all weight on
/// one server.
struct Series(Network);

impl Series {
    fn new(stake: [u64; 3], liquid: bool) -> Self {
        let [a, b, c] = stake;
        Self(Network {
            max_validators: 3,
            bonds_penalty: 0,
            bonds_moving_average: 975_000,
            yuma3: true,
            liquid: liquid.then_some(Liquid {
                low: 6_553,
                high: 19_660,
                steepness: 1_000,
            }),
            ..network(&[a, b, c, 0, 0], 3, &[])
        })
    }

    fn step(&mut self, targets: [u16; 3]) -> EpochOutput {
        let row = |target: u16| [3, 4].map(|uid| (uid, if uid == target { 65_535 } else { 0 }));
        let given = targets.map(row);
        self.0.weights = rows(5, &given.each_ref().map(|row| row.as_slice()));
        step(&mut self.0)
    }
}

/// Bonds of the validators on the two servers.
fn bonds_of(output: &EpochOutput) -> [[u16; 2]; 3] {
    let rows = output.bonds.as_rows();
    let bond = |uid, column| {
        let found = rows.row(uid).iter().find(|entry| entry.0 == column);
        found.map_or(0, |entry| entry.1)
    };
    [0, 1, 2].map(|uid| [3, 4].map(|column| bond(uid, column)))
}

#[test]
fn the_large_validator_moves_first_14_11() {
    let mut series = Series::new([8, 1, 1], true);
    for (targets, bonds, dividends, validators) in [
        (
            [3, 3, 3],
            [[6_640, 0], [6_640, 0], [6_640, 0]],
            [52_428, 6_553, 6_553],
            [400_000_000, 49_999_999, 49_999_999],
        ),
        (
            [4, 3, 3],
            [[5_951, 6_640], [24_229, 0], [24_229, 0]],
            [65_535, 0, 0],
            [HALF, 0, 0],
        ),
        (
            [4, 4, 3],
            [[5_336, 12_607], [20_770, 6_640], [36_565, 0]],
            [61_486, 4_048, 0],
            [469_114_009, 30_885_990, 0],
        ),
        (
            [4, 4, 4],
            [[4_786, 17_970], [18_119, 12_607], [28_221, 6_640]],
            [57_796, 5_068, 2_669],
            [440_959_013, 38_671_990, 20_368_996],
        ),
        (
            [4, 4, 4],
            [[4_294, 22_789], [15_957, 17_970], [23_518, 12_607]],
            [56_122, 5_531, 3_881],
            [428_185_483, 42_204_163, 29_610_352],
        ),
        (
            [4, 4, 4],
            [[3_853, 27_120], [14_133, 22_789], [20_244, 17_970]],
            [55_170, 5_795, 4_569],
            [420_923_057, 44_213_590, 34_863_351],
        ),
    ] {
        let output = series.step(targets);
        assert_eq!(bonds_of(&output), bonds);
        assert_eq!(output.dividends[..3], dividends);
        assert_eq!(output.emission[..3], validators);
    }
}

#[test]
fn the_large_validator_moves_second_14_11() {
    let mut series = Series::new([8, 1, 1], true);
    let all = [
        ([3, 3, 3], None),
        (
            [3, 4, 3],
            Some((
                [[12_607, 0], [5_951, 19_572], [12_607, 0]],
                [55_350, 3_266, 6_918],
            )),
        ),
        (
            [4, 4, 3],
            Some((
                [[11_235, 6_640], [5_336, 24_229], [28_414, 0]],
                [45_007, 20_527, 0],
            )),
        ),
        (
            [4, 4, 4],
            Some((
                [[10_030, 12_607], [4_786, 28_414], [23_641, 6_640]],
                [48_632, 13_700, 3_201],
            )),
        ),
        ([4, 4, 4], None),
        (
            [4, 4, 4],
            Some((
                [[8_023, 22_789], [3_853, 35_555], [17_771, 17_970]],
                [50_661, 9_879, 4_993],
            )),
        ),
    ];
    for (targets, expected) in all {
        let output = series.step(targets);
        if let Some((bonds, dividends)) = expected {
            assert_eq!(bonds_of(&output), bonds);
            assert_eq!(output.dividends[..3], dividends);
        }
    }
}

#[test]
fn without_liquid_alpha_14_11() {
    let mut series = Series::new([33, 33, 34], false);
    let even = |value| [[value, 0]; 3];
    for (targets, bonds, dividends) in [
        ([3, 3, 3], Some(even(1_638)), None),
        ([3, 3, 3], Some(even(3_235)), None),
        (
            [3, 3, 4],
            Some([[4_792, 0], [4_792, 0], [3_154, 1_638]]),
            Some([24_470, 24_470, 16_593]),
        ),
        (
            [3, 3, 3],
            Some([[6_310, 0], [6_310, 0], [4_713, 1_597]]),
            Some([23_662, 23_662, 18_209]),
        ),
        ([3, 3, 3], None, None),
        (
            [3, 3, 3],
            Some([[9_233, 0], [9_233, 0], [7_715, 1_518]]),
            Some([22_907, 22_907, 19_720]),
        ),
    ] {
        let output = series.step(targets);
        if let Some(bonds) = bonds {
            assert_eq!(bonds_of(&output), bonds);
        }
        if let Some(dividends) = dividends {
            assert_eq!(output.dividends[..3], dividends);
        }
    }
}

#[test]
fn bonds_are_reset_14_11() {
    let mut series = Series::new([8, 1, 1], true);
    let mut expect = |epoch: usize, targets, expected: Option<([[u16; 2]; 3], [u16; 3])>| {
        if epoch == 20 {
            let kept = series.0.bonds.as_rows().iter().map(|row| {
                row.iter()
                    .copied()
                    .filter(|entry| entry.0 != 3)
                    .collect::<Vec<_>>()
            });
            series.0.bonds = kept.collect();
        }
        let output = series.step(targets);
        if let Some((bonds, dividends)) = expected {
            assert_eq!(bonds_of(&output), bonds, "{epoch}");
            assert_eq!(output.dividends[..3], dividends, "{epoch}");
        }
    };
    for epoch in 0..=40 {
        let targets = match epoch {
            0 => [3, 3, 3],
            1 => [3, 4, 4],
            2..=20 => [4, 4, 4],
            21 => [4, 3, 3],
            _ => [3, 3, 3],
        };
        expect(
            epoch,
            targets,
            match epoch {
                19 => Some((
                    [[1_757, 55_953], [852, 58_813], [852, 58_813]],
                    [51_897, 6_818, 6_818],
                )),
                20 => Some((
                    [[0, 56_923], [0, 59_494], [0, 59_494]],
                    [51_958, 6_788, 6_788],
                )),
                21 => Some((
                    [[0, 57_795], [19_572, 41_844], [19_572, 41_844]],
                    [55_491, 5_021, 5_021],
                )),
                40 => Some((
                    [[56_923, 3_784], [59_494, 3_425], [59_494, 3_425]],
                    [51_958, 6_788, 6_788],
                )),
                _ => None,
            },
        );
    }
}

#[test]
fn a_large_uniform_subnet_14_13() {
    let servers: Vec<(u16, u16)> = (64..512).map(|uid| (uid, 65_535)).collect();
    let stake: Vec<u64> = (0..512)
        .map(|uid| if uid < 64 { 328_125_000_000_000 } else { 0 })
        .collect();
    let output = run(&network(&stake, 64, &[servers.as_slice(); 64]));
    for uid in 0..512 {
        let is_validator = uid < 64;
        let scores = (
            output.dividends[uid],
            output.consensus[uid],
            output.incentive[uid],
            output.emission[uid],
        );
        let expected = if is_validator {
            (1_023, 0, 0, 7_812_500)
        } else {
            (0, 146, 146, 1_116_071)
        };
        assert_eq!(scores, expected);
    }
    assert!(
        output
            .bonds
            .as_rows()
            .row(0)
            .iter()
            .all(|bond| bond.1 == 65_535)
    );
    assert_eq!(output.emission.iter().sum::<u64>(), 999_999_808);

    let own: Vec<[(u16, u16); 1]> = (0..10).map(|uid| [(uid, 65_535)]).collect();
    let own: Vec<Row<'_>> = own.iter().map(|row| row.as_slice()).collect();
    let output = run(&network(&[1; 10], 10, &own));
    assert_eq!(output.emission, [99_999_999; 10]);
    assert_eq!(
        (output.incentive, output.dividends),
        (vec![0; 10], vec![0; 10])
    );
}
