//! Metagraphs, columns and neurons of a subnet.

use crate::Views;
use codec::{Compact, Encode};
use subtensor_primitives::{AlphaBalance, MechId, NetUid};

use super::{NET, TAO, account, add_subnet, busy_subnet, set_stake, without_subnets};
use crate::{
    mock::Test,
    pallet::*,
    views::{compact, compact_bytes},
};

fn compact_of(values: &[u64]) -> Vec<Compact<u64>> {
    compact(values.iter().copied())
}

#[test]
fn metagraph_holds_the_columns() {
    without_subnets(|| {
        busy_subnet();
        let graph = Views::<Test>::get_metagraph(NET).unwrap();
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
        assert_eq!(
            graph.collateral_locked,
            compact([0, 7, 0].map(AlphaBalance::new))
        );
        assert_eq!(
            graph.collateral_min,
            compact([0, 8, 0].map(AlphaBalance::new))
        );
        assert_eq!(
            graph.collateral_earned,
            compact([0, 9, 0].map(AlphaBalance::new))
        );
        assert_eq!(Views::<Test>::get_all_metagraphs(), [Some(graph)]);
    });
}

#[test]
fn selective_fields_make_up_the_metagraph() {
    without_subnets(|| {
        busy_subnet();
        let mut joined = Compact(NET).encode();
        for index in (1..=71u16).chain(74..=76) {
            let answer = Views::<Test>::get_selective_metagraph(NET, vec![index, index]).encode();
            let (before, after) = (2 + usize::from(index) - 1, 76 - usize::from(index));
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
        assert_eq!(joined, Views::<Test>::get_metagraph(NET).unwrap().encode());
    });
}

#[test]
fn selective_answers_without_fields() {
    without_subnets(|| {
        add_subnet(NetUid::new(1), &[]);
        let empty = [vec![1, 4], vec![0; 76]].concat();
        assert_eq!(
            Views::<Test>::get_selective_metagraph(NetUid::new(1), vec![]).encode(),
            empty
        );
        assert_eq!(
            Views::<Test>::get_selective_mechagraph(
                NetUid::new(1),
                MechId::new(9),
                vec![0, 77, u16::MAX]
            )
            .encode(),
            empty
        );
    });
}

#[test]
fn commitments_are_those_of_the_subnet() {
    without_subnets(|| {
        add_subnet(NetUid::new(1), &[]);
        let answer = Views::<Test>::get_selective_metagraph(NetUid::new(1), vec![73]).unwrap();
        let record = vec![Compact(1u8), Compact(0)];
        assert_eq!(
            answer.commitments,
            Some(vec![(crate::mock::account(7), record)])
        );
    });
}

#[test]
fn validators_have_a_permit_and_stake_above_the_threshold() {
    without_subnets(|| {
        busy_subnet();
        let validators = || {
            Views::<Test>::get_selective_metagraph(NET, vec![72])
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
        let main = Views::<Test>::get_mechagraph(NET, MechId::MAIN).unwrap();
        let second = Views::<Test>::get_mechagraph(NET, MechId::new(1)).unwrap();
        assert_eq!(Some(main.clone()), Views::<Test>::get_metagraph(NET));
        assert_eq!(second.netuid.0.get(), 4096 + 7);
        assert_eq!(second.incentives, compact([20u16, 21, 22]));
        assert_eq!(second.last_update, compact_of(&[120; 3]));
        assert_eq!(second.consensus, main.consensus);
        assert_eq!(
            Views::<Test>::get_all_mechagraphs(),
            [Some(main), Some(second.clone())]
        );

        let fields =
            Views::<Test>::get_selective_mechagraph(NET, MechId::new(1), vec![0, 59, 62]).unwrap();
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
        let neurons = Views::<Test>::get_neurons(NET);
        assert_eq!(neurons.len(), 3);
        let neuron = neurons[1].clone();
        assert_eq!(Views::<Test>::get_neuron(NET, 1), Some(neuron.clone()));
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
        assert_eq!(Views::<Test>::get_neurons_lite(NET).len(), 1);
    });
}

#[test]
fn state_columns_equal_the_metagraph() {
    without_subnets(|| {
        add_subnet(NetUid::ROOT, &[]);
        busy_subnet();
        let (state, graph) = (
            Views::<Test>::get_subnet_state(NET).unwrap(),
            Views::<Test>::get_metagraph(NET).unwrap(),
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
