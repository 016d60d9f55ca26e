//! Child keys in whole blocks, and what naming them costs.

use alloc::{vec, vec::Vec};
use frame_support::dispatch::{DispatchClass, GetDispatchInfo};
use pallet_subtensor::StakeWeights;
use pallet_subtensor::{Call, ChildKeys, PendingChildKeys};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie};
use sp_runtime::traits::Dispatchable;
use subtensor_primitives::{NetUid, TaoBalance};

use super::{block, block_of, core, dev_chain};
use crate::{AccountId, Runtime, RuntimeCall, RuntimeOrigin};

const SUBNET: NetUid = NetUid::new(2);
const TAO: u64 = 1_000_000_000;

fn set_children(children: Vec<(u64, AccountId)>) -> RuntimeCall {
    core(Call::set_children {
        hotkey: Bob.to_account_id(),
        netuid: SUBNET,
        children,
    })
}

/// A chain on which Alice owns subnet 2, and Bob has staked a TAO on root with his own key as
/// hotkey.
fn chain() -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    chain.execute_with(|| {
        let (alice, bob) = (Alice.to_account_id(), Bob.to_account_id());
        block_of(vec![
            (Alice, core(Call::register_network { hotkey: alice })),
            (
                Bob,
                core(Call::try_associate_hotkey {
                    hotkey: bob.clone(),
                }),
            ),
        ]);
        let stake = Call::add_stake {
            hotkey: bob,
            netuid: NetUid::ROOT,
            amount_staked: TaoBalance::new(TAO),
        };
        block_of(vec![
            (Alice, core(Call::start_call { netuid: SUBNET })),
            (Bob, core(stake)),
        ]);
    });
    chain
}

#[test]
fn a_child_gets_its_part_of_the_stake_weight_after_the_cooldown() {
    chain().execute_with(|| {
        let (bob, charlie) = (Bob.to_account_id(), Charlie.to_account_id());
        let weight = |hotkey| StakeWeights::<Runtime>::stake_weight(hotkey, SUBNET);
        let before = weight(&bob);
        assert!(before > 0);
        block_of(vec![(Bob, set_children(vec![(u64::MAX, charlie.clone())]))]);
        let mut blocks = 0;
        while PendingChildKeys::<Runtime>::contains_key(SUBNET, &bob) {
            assert_eq!(weight(&charlie), 0);
            block(vec![]);
            blocks += 1;
        }
        // The cooldown of a fast chain, and then an epoch.
        assert!((16..=26).contains(&blocks), "{blocks}");
        assert_eq!(
            ChildKeys::<Runtime>::get(&bob, SUBNET),
            [(u64::MAX, charlie.clone())]
        );
        assert_eq!((weight(&bob), weight(&charlie)), (0, before));
    });
}

#[test]
fn naming_children_is_charged_for_what_was_done() {
    chain().execute_with(|| {
        let children = vec![(1, Charlie.to_account_id())];
        let call = set_children(children);
        let declared = call.get_dispatch_info().call_weight;
        let done = call
            .dispatch(RuntimeOrigin::signed(Bob.to_account_id()))
            .expect("Bob owns the hotkey")
            .actual_weight
            .expect("the call says what it did");
        assert!(done.ref_time() * 9 < declared.ref_time());
    });
}

#[test]
fn the_heaviest_calls_fit_into_a_block() {
    dev_chain().execute_with(|| {
        let limits = <Runtime as frame_system::Config>::BlockWeights::get();
        let most = limits
            .get(DispatchClass::Normal)
            .max_extrinsic
            .expect("normal calls have a limit");
        let child = Charlie.to_account_id();
        for call in [
            set_children(vec![(1, child.clone()); 5]),
            core(Call::register_network { hotkey: child }),
        ] {
            let declared = call.get_dispatch_info().call_weight;
            assert!(declared.all_lte(most / 4), "{declared:?} of {most:?}");
        }
    });
}
