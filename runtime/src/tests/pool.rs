//! What the pool turns away, and by which number.

mod commits;

use pallet_subtensor::{
    Call, CommitRevealWeightsEnabled, MinDelegateTake, NetworkRateLimit, ServingRateLimit,
    StakeThreshold, WeightsSetRateLimit,
};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob};
use sp_runtime::{
    PerU16,
    transaction_validity::{InvalidTransaction, TransactionValidityError},
};
use subtensor_primitives::{MechId, NetUid};

use super::{block, block_of, core, dev_chain, list, pool_verdict, transaction};
use crate::{Runtime, RuntimeCall};

const SUBNET: NetUid = NetUid::new(2);

fn custom(code: u8) -> Result<(), TransactionValidityError> {
    Err(InvalidTransaction::Custom(code).into())
}

fn set_weights() -> RuntimeCall {
    core(Call::set_weights {
        netuid: SUBNET,
        dests: list(vec![0]),
        weights: list(vec![1]),
        version_key: 0,
    })
}

fn set_mechanism_weights() -> RuntimeCall {
    core(Call::set_mechanism_weights {
        netuid: SUBNET,
        mecid: MechId::MAIN,
        dests: list(vec![0]),
        weights: list(vec![1]),
        version_key: 0,
    })
}

fn serve_axon(ip: u128, ip_type: u8, port: u16) -> RuntimeCall {
    core(Call::serve_axon {
        netuid: SUBNET,
        version: 1,
        ip,
        port,
        ip_type,
        protocol: 4,
        placeholder1: 0,
        placeholder2: 0,
    })
}

fn serve_prometheus(ip: u128, ip_type: u8, port: u16) -> RuntimeCall {
    core(Call::serve_prometheus {
        netuid: SUBNET,
        version: 1,
        ip,
        port,
        ip_type,
    })
}

fn register_network() -> RuntimeCall {
    let hotkey = Alice.to_account_id();
    core(Call::register_network { hotkey })
}

/// A chain on which Alice owns subnet 2 with her own key as hotkey.
fn chain_with_subnet() -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    chain.execute_with(|| block_of(vec![(Alice, register_network())]));
    chain
}

#[test]
fn weights_need_stake_a_uid_and_patience() {
    chain_with_subnet().execute_with(|| {
        CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, false);
        for call in [set_weights(), set_mechanism_weights()] {
            assert_eq!(pool_verdict(Bob, call.clone()), custom(19));
            StakeThreshold::<Runtime>::put(1);
            assert_eq!(pool_verdict(Bob, call), custom(1));
            StakeThreshold::<Runtime>::put(0);
        }
        // A registration counts as an update.
        WeightsSetRateLimit::<Runtime>::insert(SUBNET, 100);
        assert_eq!(pool_verdict(Alice, set_weights()), custom(6));
        assert_eq!(pool_verdict(Alice, set_mechanism_weights()), custom(6));
    });
}

#[test]
fn endpoints_are_checked_in_the_order_of_their_calls() {
    chain_with_subnet().execute_with(|| {
        assert_eq!(pool_verdict(Bob, serve_axon(1, 10, 0)), custom(10));
        assert_eq!(pool_verdict(Alice, serve_axon(1, 10, 0)), custom(255));
        assert_eq!(
            pool_verdict(Alice, serve_axon(0x7F00_0001, 4, 0)),
            custom(11)
        );
        assert_eq!(pool_verdict(Alice, serve_axon(0, 4, 0)), custom(13));
        assert_eq!(pool_verdict(Bob, serve_prometheus(1, 10, 0)), custom(255));
        assert_eq!(pool_verdict(Bob, serve_prometheus(0, 4, 0)), custom(11));
        assert_eq!(pool_verdict(Bob, serve_prometheus(1, 4, 0)), custom(10));
        assert_eq!(pool_verdict(Alice, serve_prometheus(1, 4, 0)), custom(13));

        block_of(vec![(Alice, serve_axon(1, 4, 1))]);
        block_of(vec![(Alice, serve_prometheus(1, 4, 1))]);
        ServingRateLimit::<Runtime>::insert(SUBNET, 50);
        assert_eq!(pool_verdict(Alice, serve_axon(1, 4, 0)), custom(12));
        assert_eq!(pool_verdict(Alice, serve_prometheus(1, 4, 0)), custom(12));
    });
}

#[test]
fn new_subnets_wait_for_the_one_before() {
    chain_with_subnet().execute_with(|| {
        NetworkRateLimit::<Runtime>::put(100);
        assert_eq!(pool_verdict(Bob, register_network()), custom(6));
        let hotkey = Bob.to_account_id();
        let identity = None;
        let described = core(Call::register_network_with_identity { hotkey, identity });
        assert_eq!(pool_verdict(Bob, described), custom(6));
    });
}

#[test]
fn takes_are_checked_for_their_bounds_and_their_owner() {
    chain_with_subnet().execute_with(|| {
        MinDelegateTake::<Runtime>::put(PerU16::from_parts(5));
        let changes = |hotkey: Sr25519Keyring, take| {
            let (hotkey, take) = (hotkey.to_account_id(), PerU16::from_parts(take));
            [
                core(Call::decrease_take {
                    hotkey: hotkey.clone(),
                    take,
                }),
                core(Call::increase_take { hotkey, take }),
            ]
        };
        for (who, hotkey, take, verdict) in [
            (Bob, Bob, 4, custom(26)),
            (Bob, Bob, 11_797, custom(27)),
            (Bob, Bob, 5, custom(4)),
            (Bob, Alice, 5, custom(25)),
            (Alice, Alice, 5, Ok(())),
        ] {
            for call in changes(hotkey, take) {
                assert_eq!(pool_verdict(who, call), verdict);
            }
        }
    });
}

#[test]
fn what_the_pool_turns_away_is_no_part_of_a_block_either() {
    chain_with_subnet().execute_with(|| {
        let results = block(vec![transaction(Bob, 0, serve_axon(1, 4, 1))]);
        assert_eq!(results, [Err(InvalidTransaction::Custom(10).into())]);
    });
}
