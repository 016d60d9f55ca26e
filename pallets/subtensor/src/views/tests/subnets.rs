//! Subnets, metagraphs, neurons and hyperparameters.

use codec::{Compact, Encode};
use subtensor_fixed::{I32F32, I96F32, U64F64};
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex, TaoBalance};

use super::{NET, TAO, account, add_subnet, set_stake, without_subnets};
use crate::{
    SubnetIdentityV3,
    mock::{SubtensorModule, Test},
    pallet::*,
    views::{HyperparamEntry, HyperparamValue, compact, compact_bytes},
};

fn compact_of(values: &[u64]) -> Vec<Compact<u64>> {
    compact(values.iter().copied())
}

/// A subnet of three neurons, all columns filled.
fn busy_subnet() {
    add_subnet(NET, &[1, 2, 3]);
    TaoWeight::<Test>::put(u64::MAX);
    set_stake(NET, 1, &[(101, 10 * TAO)]);
    set_stake(NET, 2, &[(102, 30 * TAO)]);
    set_stake(NetUid::ROOT, 1, &[(101, 5 * TAO)]);
    SubnetTAO::<Test>::insert(NET, TaoBalance::new(7 * TAO));
    SubnetMovingPrice::<Test>::insert(NET, I96F32::from_num(3));
    LastMechansimStepBlock::<Test>::insert(NET, 990);
    PendingServerEmission::<Test>::insert(NET, subtensor_primitives::AlphaBalance::new(4));
    PendingValidatorEmission::<Test>::insert(NET, subtensor_primitives::AlphaBalance::new(5));
    Active::<Test>::insert(NET, vec![true, false, true]);
    ValidatorPermit::<Test>::insert(NET, vec![true, true, false]);
    Consensus::<Test>::insert(NET, vec![1u16, 2, 3]);
    Dividends::<Test>::insert(NET, vec![4u16, 5, 6]);
    ValidatorTrust::<Test>::insert(NET, vec![7u16, 8, 9]);
    for (mechanism, first) in [(0u8, 10u16), (1, 20)] {
        let index = NetUidStorageIndex::from_parts(NET, MechId::new(mechanism));
        Incentive::<Test>::insert(index, vec![first, first + 1, first + 2]);
        LastUpdate::<Test>::insert(index, vec![u64::from(first) + 100; 3]);
    }
    let index = NetUidStorageIndex::from(NET);
    Weights::<Test>::insert(index, 1, vec![(0, 5), (1, 0), (2, 6)]);
    Bonds::<Test>::insert(index, 1, vec![(0, 0), (2, 9)]);
}

#[test]
fn unknown_objects_are_empty() {
    without_subnets(|| {
        assert_eq!(SubtensorModule::get_metagraph(NET), None);
        assert_eq!(SubtensorModule::get_mechagraph(NET, MechId::MAIN), None);
        assert_eq!(SubtensorModule::get_selective_metagraph(NET, vec![1]), None);
        assert_eq!(SubtensorModule::get_dynamic_info(NET), None);
        assert_eq!(SubtensorModule::get_subnet_info(NET), None);
        assert_eq!(SubtensorModule::get_subnet_info_v2(NET), None);
        assert_eq!(SubtensorModule::get_subnet_hyperparams(NET), None);
        assert_eq!(SubtensorModule::get_subnet_hyperparams_v2(NET), None);
        assert_eq!(SubtensorModule::get_subnet_hyperparams_v3(NET), None);
        assert_eq!(SubtensorModule::get_subnet_state(NET), None);
        assert_eq!(SubtensorModule::get_subnet_to_prune(), None);
        assert!(SubtensorModule::get_neurons(NET).is_empty());
        assert_eq!(SubtensorModule::get_neuron_lite(NET, 0), None);
        add_subnet(NET, &[1]);
        assert_eq!(SubtensorModule::get_neuron_lite(NET, 1), None);
        assert_eq!(SubtensorModule::get_neuron(NET, u16::MAX), None);
        assert_eq!(SubtensorModule::get_mechagraph(NET, MechId::new(1)), None);
        assert_eq!(SubtensorModule::get_mechagraph(NET, MechId::new(255)), None);
    });
}

#[test]
fn metagraph_holds_the_columns() {
    without_subnets(|| {
        busy_subnet();
        let graph = SubtensorModule::get_metagraph(NET).unwrap();
        assert_eq!(graph.netuid.0, NET);
        assert_eq!(graph.name, compact_bytes(b"unknown"));
        assert_eq!(
            (
                graph.block.0,
                graph.last_step.0,
                graph.blocks_since_last_step.0
            ),
            (1_000, 990, 10)
        );
        assert_eq!(graph.tao_in.0.to_u64(), 7 * TAO);
        assert_eq!(graph.pending_alpha_emission.0.to_u64(), 9);
        assert_eq!(graph.num_uids.0, 3);
        assert_eq!(graph.hotkeys, [1, 2, 3].map(account));
        assert_eq!(graph.coldkeys, [101, 102, 103].map(account));
        assert_eq!(graph.active, [true, false, true]);
        assert_eq!(graph.incentives, compact([10u16, 11, 12]));
        assert_eq!(graph.last_update, compact_of(&[110; 3]));
        assert_eq!(graph.block_at_registration, compact_of(&[10, 11, 12]));
        assert_eq!(
            graph.alpha_stake,
            compact([10 * TAO, 30 * TAO, 0].map(Into::into))
        );
        assert_eq!(graph.tao_stake, compact([5 * TAO, 0, 0].map(Into::into)));
        assert_eq!(
            graph.total_stake,
            compact([15 * TAO, 30 * TAO, 0].map(Into::into))
        );
        assert_eq!(graph.identities, [None, None, None]);
        assert_eq!(SubtensorModule::get_all_metagraphs(), [Some(graph)]);
    });
}

#[test]
fn selective_fields_make_up_the_metagraph() {
    without_subnets(|| {
        busy_subnet();
        let mut joined = Compact(NET).encode();
        for index in 1..=71u16 {
            let answer = SubtensorModule::get_selective_metagraph(NET, vec![index, index]).encode();
            let (before, after) = (2 + usize::from(index) - 1, 73 - usize::from(index));
            assert_eq!(answer[..2], [1, 7 << 2]);
            assert!(
                answer[2..before].iter().all(|byte| *byte == 0),
                "field {index}"
            );
            assert_eq!(answer[before], 1, "field {index}");
            assert!(
                answer[answer.len() - after..].iter().all(|byte| *byte == 0),
                "field {index}"
            );
            joined.extend_from_slice(&answer[before + 1..answer.len() - after]);
        }
        assert_eq!(
            joined,
            SubtensorModule::get_metagraph(NET).unwrap().encode()
        );
    });
}

#[test]
fn selective_answers_without_fields() {
    without_subnets(|| {
        add_subnet(NetUid::new(1), &[]);
        let empty = [vec![1, 4], vec![0; 73]].concat();
        assert_eq!(
            SubtensorModule::get_selective_metagraph(NetUid::new(1), vec![]).encode(),
            empty
        );
        assert_eq!(
            SubtensorModule::get_selective_mechagraph(
                NetUid::new(1),
                MechId::new(9),
                vec![0, 74, u16::MAX]
            )
            .encode(),
            empty
        );
    });
}

#[test]
fn validators_have_a_permit_and_stake_above_the_threshold() {
    without_subnets(|| {
        busy_subnet();
        let validators = || {
            SubtensorModule::get_selective_metagraph(NET, vec![72])
                .unwrap()
                .validators
                .unwrap()
        };
        assert_eq!(validators(), compact([0u16, 1]));
        set_stake(NET, 1, &[(101, 26 * TAO)]);
        assert_eq!(validators(), compact([1u16, 0]));
        StakeThreshold::<Test>::put(30 * TAO);
        assert_eq!(validators(), compact([0u16]));
    });
}

#[test]
fn mechagraph_has_its_own_columns() {
    without_subnets(|| {
        busy_subnet();
        MechanismCountCurrent::<Test>::insert(NET, MechId::new(2));
        let main = SubtensorModule::get_mechagraph(NET, MechId::MAIN).unwrap();
        let second = SubtensorModule::get_mechagraph(NET, MechId::new(1)).unwrap();
        assert_eq!(Some(main.clone()), SubtensorModule::get_metagraph(NET));
        assert_eq!(second.netuid.0.get(), 4096 + 7);
        assert_eq!(second.incentives, compact([20u16, 21, 22]));
        assert_eq!(second.last_update, compact_of(&[120; 3]));
        assert_eq!(second.consensus, main.consensus);
        assert_eq!(
            SubtensorModule::get_all_mechagraphs(),
            [Some(main), Some(second.clone())]
        );

        let fields =
            SubtensorModule::get_selective_mechagraph(NET, MechId::new(1), vec![0, 59, 62])
                .unwrap();
        assert_eq!(fields.netuid.0, NET);
        assert_eq!(fields.incentives, Some(second.incentives));
        assert_eq!(fields.last_update, Some(second.last_update));
        assert_eq!(fields.hotkeys, None);
    });
}

#[test]
fn neurons_have_their_values() {
    without_subnets(|| {
        busy_subnet();
        let neurons = SubtensorModule::get_neurons(NET);
        assert_eq!(neurons.len(), 3);
        let neuron = neurons[1].clone();
        assert_eq!(SubtensorModule::get_neuron(NET, 1), Some(neuron.clone()));
        assert_eq!(
            (neuron.hotkey, neuron.coldkey.clone()),
            (account(2), account(102))
        );
        assert_eq!(neuron.stake, [(neuron.coldkey, Compact((30 * TAO).into()))]);
        assert_eq!(
            (
                neuron.incentive.0,
                neuron.consensus.0,
                neuron.validator_trust.0
            ),
            (11, 2, 8)
        );
        assert_eq!(
            (
                neuron.dividends.0,
                neuron.last_update.0,
                neuron.pruning_score.0
            ),
            (5, 110, u16::MAX)
        );
        assert_eq!((neuron.active, neuron.validator_permit), (false, true));
        assert_eq!(
            neuron.weights,
            [(0, 5), (2, 6)].map(|(uid, weight)| (Compact(uid), Compact(weight)))
        );
        assert_eq!(neuron.bonds, [(Compact(2), Compact(9))]);

        Keys::<Test>::remove(NET, 1);
        assert_eq!(SubtensorModule::get_neurons_lite(NET).len(), 1);
    });
}

#[test]
fn dynamic_info_covers_root() {
    without_subnets(|| {
        add_subnet(NetUid::ROOT, &[]);
        busy_subnet();
        let all = SubtensorModule::get_all_dynamic_info();
        assert_eq!(
            all,
            [NetUid::ROOT, NET].map(SubtensorModule::get_dynamic_info)
        );
        let names: Vec<_> = all
            .into_iter()
            .map(|info| info.unwrap().subnet_name)
            .collect();
        assert_eq!(names, [compact_bytes(b"root"), compact_bytes(b"unknown")]);
        let identity = SubnetIdentityV3 {
            subnet_name: b"apex".to_vec(),
            ..Default::default()
        };
        SubnetIdentitiesV3::<Test>::insert(NET, &identity);
        let info = SubtensorModule::get_dynamic_info(NET).unwrap();
        assert_eq!(
            info.subnet_name.encode(),
            [0x10, 0x85, 0x01, 0xc1, 0x01, 0x95, 0x01, 0xe1, 0x01]
        );
        assert_eq!(info.subnet_identity, Some(identity));
        assert_eq!(info.moving_price, I96F32::from_num(3));
        assert_eq!(info.blocks_since_last_step.0, 10);
    });
}

#[test]
fn state_columns_equal_the_metagraph() {
    without_subnets(|| {
        add_subnet(NetUid::ROOT, &[]);
        busy_subnet();
        let (state, graph) = (
            SubtensorModule::get_subnet_state(NET).unwrap(),
            SubtensorModule::get_metagraph(NET).unwrap(),
        );
        assert_eq!(state.hotkeys, graph.hotkeys);
        assert_eq!(state.total_stake, graph.total_stake);
        assert_eq!(state.incentives, graph.incentives);
        assert_eq!(state.last_update, graph.last_update);
        assert_eq!(
            state
                .emission_history
                .iter()
                .map(Vec::len)
                .collect::<Vec<_>>(),
            [3, 3]
        );
    });
}

#[test]
fn hyperparameter_entries_encode_as_published() {
    let entry = |name: &str, value| HyperparamEntry {
        name: name.as_bytes().to_vec(),
        value,
    };
    let kappa = entry("kappa", HyperparamValue::from(32_767u16)).encode();
    assert_eq!(
        kappa,
        [&[0x14][..], b"kappa", &[1, 0xfe, 0xff, 1, 0]].concat()
    );
    let tempo = entry("tempo", HyperparamValue::from(360u16)).encode();
    assert_eq!(tempo, [&[0x14][..], b"tempo", &[1, 0xa1, 5]].concat());
    let double = HyperparamValue::from(U64F64::from_num(2)).encode();
    assert_eq!(double, [&[7][..], &[0; 8], &[2], &[0; 7]].concat());
    assert_eq!(
        HyperparamValue::from(I32F32::from_num(1_000)).encode(),
        [6, 0, 0, 0, 0, 0xe8, 3, 0, 0]
    );
}

#[test]
fn hyperparameters_agree_in_all_versions() {
    without_subnets(|| {
        add_subnet(NET, &[]);
        Tempo::<Test>::insert(NET, 16);
        ActivityCutoffFactorMilli::<Test>::insert(NET, 1_375);
        MinChildkeyTake::<Test>::put(31);
        MinChildkeyTakePerSubnet::<Test>::insert(NET, 32);
        AlphaSigmoidSteepness::<Test>::insert(NET, 5);
        AlphaValues::<Test>::insert(NET, (11, 22));
        Yuma3On::<Test>::insert(NET, true);

        let list = SubtensorModule::get_subnet_hyperparams_v3(NET).unwrap();
        assert_eq!(list.len(), 33);
        let value = |name: &str| {
            list.iter()
                .find(|entry| entry.name == name.as_bytes())
                .unwrap()
                .value
                .clone()
        };
        assert_eq!(value("tempo"), 16u16.into());
        assert_eq!(value("activity_cutoff"), 22u64.into());
        assert_eq!(value("min_childkey_take"), 32u16.into());
        assert_eq!(
            value("alpha_sigmoid_steepness"),
            I32F32::from_bits(5 << 32).into()
        );
        assert_eq!(value("alpha_high"), 22u16.into());
        assert_eq!(value("alpha_low"), 11u16.into());
        assert_eq!(value("yuma_version"), 3u16.into());

        let (first, second) = (
            SubtensorModule::get_subnet_hyperparams(NET).unwrap(),
            SubtensorModule::get_subnet_hyperparams_v2(NET).unwrap(),
        );
        assert!(second.encode().starts_with(&first.encode()));
        assert_eq!(second.activity_cutoff.0, 22);
        assert_eq!(second.yuma_version.0, 3);
    });
}

#[test]
fn cheapest_then_oldest_subnet_is_pruned() {
    without_subnets(|| {
        NetworkImmunityPeriod::<Test>::put(100);
        let add = |netuid: u16, price: i64, registered: u64| {
            let netuid = NetUid::new(netuid);
            add_subnet(netuid, &[]);
            SubnetMechanism::<Test>::insert(netuid, 1);
            SubnetMovingPrice::<Test>::insert(netuid, I96F32::from_num(price));
            NetworkRegisteredAt::<Test>::insert(netuid, registered);
        };
        let pruned = || SubtensorModule::get_subnet_to_prune().map(NetUid::get);
        add(0, 0, 0);
        assert_eq!(pruned(), None);
        add(1, 1, 901);
        assert_eq!(pruned(), None);
        add(1, 5, 900);
        add(2, 1, 901);
        assert_eq!(pruned(), Some(1));
        add(1, 7, 0);
        add(2, 7, 1);
        assert_eq!(pruned(), Some(1));
        for (netuid, price) in [(1, 25), (2, 25), (3, 100), (4, 1)] {
            add(netuid, price, 0);
        }
        assert_eq!(pruned(), Some(4));
        add(4, 25, 0);
        assert_eq!(pruned(), Some(1));
        SubnetMechanism::<Test>::insert(NetUid::new(3), 0);
        assert_eq!(pruned(), Some(3));
    });
}
