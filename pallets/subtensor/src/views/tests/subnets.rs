//! What is unknown, the economy of subnets, hyperparameters and pruning.

use std::collections::BTreeSet;

use crate::Views;
use codec::{Compact, Encode};
use sp_runtime::PerU16;
use subtensor_fixed::{I32F32, I96F32, U64F64};
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use super::{NET, add_subnet, busy_subnet, without_subnets};
use crate::{
    SubnetIdentityV3,
    mock::Test,
    pallet::*,
    views::{HyperparamEntry, HyperparamValue, compact_bytes},
};

#[test]
fn unknown_objects_are_empty() {
    without_subnets(|| {
        assert_eq!(Views::<Test>::get_metagraph(NET), None);
        assert_eq!(Views::<Test>::get_mechagraph(NET, MechId::MAIN), None);
        assert_eq!(Views::<Test>::get_selective_metagraph(NET, vec![1]), None);
        assert_eq!(Views::<Test>::get_dynamic_info(NET), None);
        assert_eq!(Views::<Test>::get_subnet_info(NET), None);
        assert_eq!(Views::<Test>::get_subnet_info_v2(NET), None);
        assert_eq!(Views::<Test>::get_subnet_hyperparams(NET), None);
        assert_eq!(Views::<Test>::get_subnet_hyperparams_v2(NET), None);
        assert_eq!(Views::<Test>::get_subnet_hyperparams_v3(NET), None);
        assert_eq!(Views::<Test>::get_subnet_state(NET), None);
        assert_eq!(Views::<Test>::get_subnet_to_prune(), None);
        assert!(Views::<Test>::get_neurons(NET).is_empty());
        assert_eq!(Views::<Test>::get_neuron_lite(NET, 0), None);
        add_subnet(NET, &[1]);
        assert_eq!(Views::<Test>::get_neuron_lite(NET, 1), None);
        assert_eq!(Views::<Test>::get_neuron(NET, u16::MAX), None);
        assert_eq!(Views::<Test>::get_mechagraph(NET, MechId::new(1)), None);
        assert_eq!(Views::<Test>::get_mechagraph(NET, MechId::new(255)), None);
    });
}

#[test]
fn dynamic_info_covers_root() {
    without_subnets(|| {
        add_subnet(NetUid::ROOT, &[]);
        busy_subnet();
        let all = Views::<Test>::get_all_dynamic_info();
        assert_eq!(
            all,
            [NetUid::ROOT, NET].map(Views::<Test>::get_dynamic_info)
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
        let info = Views::<Test>::get_dynamic_info(NET).unwrap();
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
    let double = HyperparamValue::from(U64F64::from_num(2));
    assert_eq!(
        entry("burn_increase_mult", double).encode(),
        [
            &[0x48][..],
            b"burn_increase_mult",
            &[7],
            &[0; 8],
            &[2],
            &[0; 7]
        ]
        .concat()
    );
    assert_eq!(
        HyperparamValue::from(I32F32::from_num(1_000)).encode(),
        [6, 0, 0, 0, 0, 0xe8, 3, 0, 0]
    );
}

#[test]
fn text_and_mechanisms_encode_as_published() {
    let alpha = compact_bytes("\u{3b1}".as_bytes());
    assert_eq!(alpha.encode(), [0x08, 0x39, 0x03, 0xc5, 0x02]);
    let index = NetUidStorageIndex::from_parts(NetUid::new(3), MechId::new(2));
    let netuid = Compact(NetUid::new(index.get()));
    assert_eq!(netuid.encode(), [0x0d, 0x80]);
}

/// §5.5.
const NAMES: [&str; 33] = [
    "kappa",
    "immunity_period",
    "min_allowed_weights",
    "max_weights_limit",
    "tempo",
    "weights_version",
    "weights_rate_limit",
    "activity_cutoff",
    "activity_cutoff_factor",
    "registration_allowed",
    "target_regs_per_interval",
    "min_burn",
    "max_burn",
    "burn_half_life",
    "burn_increase_mult",
    "bonds_moving_avg",
    "max_regs_per_block",
    "serving_rate_limit",
    "max_validators",
    "commit_reveal_period",
    "commit_reveal_weights_enabled",
    "alpha_high",
    "alpha_low",
    "liquid_alpha_enabled",
    "alpha_sigmoid_steepness",
    "yuma_version",
    "subnet_is_active",
    "transfers_enabled",
    "bonds_reset_enabled",
    "user_liquidity_enabled",
    "owner_cut_enabled",
    "owner_cut_auto_lock_enabled",
    "min_childkey_take",
];

#[test]
fn hyperparameters_agree_in_all_versions() {
    without_subnets(|| {
        add_subnet(NET, &[]);
        Tempo::<Test>::insert(NET, 16);
        ActivityCutoffFactorMilli::<Test>::insert(NET, 1_375);
        MinChildkeyTake::<Test>::put(PerU16::from_parts(31));
        MinChildkeyTakePerSubnet::<Test>::insert(NET, PerU16::from_parts(32));
        AlphaSigmoidSteepness::<Test>::insert(NET, 5);
        AlphaValues::<Test>::insert(NET, (11, 22));
        Yuma3On::<Test>::insert(NET, true);

        let list = Views::<Test>::get_subnet_hyperparams_v3(NET).unwrap();
        let names: BTreeSet<&[u8]> = list.iter().map(|entry| &entry.name[..]).collect();
        assert_eq!(names.len(), list.len());
        assert_eq!(names, NAMES.map(str::as_bytes).into());
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
            Views::<Test>::get_subnet_hyperparams(NET).unwrap(),
            Views::<Test>::get_subnet_hyperparams_v2(NET).unwrap(),
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
        let pruned = || Views::<Test>::get_subnet_to_prune().map(NetUid::get);
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
