//! What the presets decide: the pairs of spec 60 §4.3, who owns root (60 §17.3), and that nothing
//! keeps a developer waiting on a fast chain.

use alloc::{vec, vec::Vec};
use frame_support::{assert_noop, assert_ok, traits::Get};
use pallet_admin_utils::Call as AdminCall;
use pallet_subtensor::{self as subtensor, Call, Config, Error, rate_limits::Action};
use pallet_subtensor::{Coinbase, Hotkeys, RateLimits};
use pallet_timing::{Profile, TimingProfile};
use sp_core::crypto::Ss58Codec;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie};
use sp_runtime::traits::Dispatchable;
use subtensor_primitives::{NetUid, TaoBalance};

use super::{block, block_of, blocks::TAO, chain_of, core, dev_chain, list};
use crate::{
    AccountId, Aura, BlockNumber, Runtime, RuntimeCall, RuntimeOrigin, System,
    genesis::{DEV, DEV_12S, LOCAL, LOCAL_12S},
};

const FAST: [&str; 2] = [DEV, LOCAL];
const SLOW: [&str; 2] = [DEV_12S, LOCAL_12S];
const FIRST: NetUid = NetUid::new(2);
const SECOND: NetUid = NetUid::new(3);

fn zero() -> AccountId {
    AccountId::new([0; 32])
}

fn alice_hotkey() -> AccountId {
    AccountId::from_ss58check("5Dt9sidKJJxfvznECukm6ptHMWP7AykqkooeZijhDfBQFDqe").unwrap()
}

/// Blocks that must pass between two uses: the first that is enough after a use in block 1 000.
fn interval_of(what: Action) -> u64 {
    let owner = Alice.to_account_id();
    let used = 1_000;
    System::set_block_number(used);
    RateLimits::<Runtime>::note_action(&owner, FIRST, what);
    let passes = |interval: u64| {
        System::set_block_number(used + BlockNumber::try_from(interval).unwrap());
        RateLimits::<Runtime>::passes_action_limit(&owner, FIRST, what)
    };
    let (mut too_few, mut enough) = (0, 1);
    assert!(!passes(too_few), "{what:?}");
    while !passes(enough) {
        (too_few, enough) = (enough, enough * 2);
    }
    while enough - too_few > 1 {
        let middle = (too_few + enough) / 2;
        if passes(middle) {
            enough = middle;
        } else {
            too_few = middle;
        }
    }
    enough
}

/// The table of spec 60 §4.3 in its order, without the features that are not there yet (EVM keys,
/// crowdloans), and with the interval between two namings of children of its last paragraph.
fn pairs() -> Vec<(&'static str, u64)> {
    type C = Runtime;
    vec![
        ("slot, ms", Aura::slot_duration()),
        (
            "least time between blocks, ms",
            <C as pallet_timestamp::Config>::MinimumPeriod::get() * 2,
        ),
        ("tempo", <C as Config>::InitialTempo::get().into()),
        (
            "child key take",
            <C as Config>::InitialTxChildKeyTakeRateLimit::get(),
        ),
        (
            "announcement of a coldkey swap",
            <C as Config>::InitialColdkeySwapAnnouncementDelay::get().into(),
        ),
        (
            "its repetition",
            <C as Config>::InitialColdkeySwapReannouncementDelay::get().into(),
        ),
        (
            "swap of a hotkey on a subnet",
            <C as Config>::HotkeySwapOnSubnetInterval::get(),
        ),
        (
            "epochs in a block",
            <C as Config>::InitialMaxEpochsPerBlock::get().into(),
        ),
        (
            "cooldown of children",
            subtensor::PendingChildKeyCooldown::<C>::get(),
        ),
        ("trimming", interval_of(Action::Trimming)),
        ("mechanism count", interval_of(Action::MechanismCount)),
        ("mechanism emission", interval_of(Action::MechanismEmission)),
        ("children", interval_of(Action::Children)),
    ]
}

#[test]
fn the_pairs_of_the_chapter_are_those_of_the_profile() {
    let production = [
        12_000, 12_000, 360, 216_000, 36_000, 7_200, 7_200, 2, 7_200, 216_000, 7_200, 7_200, 150,
    ];
    let fast = [250, 250, 10, 5, 50, 10, 1, 32, 15, 1, 1, 1, 15];
    for (presets, expected) in [(SLOW, production), (FAST, fast)] {
        for preset in presets {
            chain_of(preset).execute_with(|| {
                let pairs = pairs();
                assert_eq!(pairs.len(), expected.len());
                for ((name, value), expected) in pairs.into_iter().zip(expected) {
                    assert_eq!(value, expected, "{name} of {preset}");
                }
            });
        }
    }
}

fn blocks<G: Get<u64>>() -> u64 {
    G::get()
}

#[test]
fn constants_that_are_no_pair_are_the_same_for_both() {
    type C = Runtime;
    for preset in FAST.into_iter().chain(SLOW) {
        chain_of(preset).execute_with(|| {
            let constants = [
                blocks::<<C as Config>::InitialNetworkRateLimit>(),
                blocks::<<C as Config>::InitialTxRateLimit>(),
                blocks::<<C as Config>::InitialTxDelegateTakeRateLimit>(),
                blocks::<<C as Config>::InitialNetworkImmunityPeriod>(),
            ];
            assert_eq!(constants, [7_200, 1_000, 216_000, 1_296_000]);
            let least: u16 = <C as Config>::MinTempo::get();
            assert_eq!(least, 360);
            assert_eq!(<C as frame_system::Config>::BlockHashCount::get(), 2_400);
        });
    }
}

#[test]
fn root_is_alices_where_blocks_are_fast_and_nobodys_else() {
    for preset in FAST {
        chain_of(preset).execute_with(|| {
            let (alice, hotkey) = (Alice.to_account_id(), alice_hotkey());
            assert_eq!(subtensor::SubnetOwner::<Runtime>::get(NetUid::ROOT), alice);
            assert_eq!(
                subtensor::SubnetOwnerHotkey::<Runtime>::get(NetUid::ROOT),
                hotkey
            );
            assert!(Hotkeys::<Runtime>::coldkey_owns_hotkey(&alice, &hotkey));
        });
    }
    for preset in SLOW {
        chain_of(preset).execute_with(|| {
            assert_eq!(subtensor::SubnetOwner::<Runtime>::get(NetUid::ROOT), zero());
            assert_eq!(
                subtensor::SubnetOwnerHotkey::<Runtime>::get(NetUid::ROOT),
                zero()
            );
        });
    }
}

#[test]
fn every_preset_starts_with_the_two_networks_of_the_chapter() {
    for preset in FAST.into_iter().chain(SLOW) {
        chain_of(preset).execute_with(|| {
            let first = NetUid::new(1);
            assert_eq!(subtensor::TotalNetworks::<Runtime>::get(), 2);
            let of = |netuid| {
                (
                    subtensor::SubnetworkN::<Runtime>::get(netuid),
                    subtensor::MaxAllowedUids::<Runtime>::get(netuid),
                    subtensor::MaxAllowedValidators::<Runtime>::get(netuid),
                    subtensor::MinAllowedWeights::<Runtime>::get(netuid),
                    subtensor::Tempo::<Runtime>::get(netuid),
                    subtensor::NetworkRegistrationAllowed::<Runtime>::get(netuid),
                )
            };
            assert_eq!(of(NetUid::ROOT), (0, 64, 64, 0, 100, true));
            assert_eq!(of(first), (1, 256, 64, 0, 100, true));
            assert_eq!(
                subtensor::TargetRegistrationsPerInterval::<Runtime>::get(NetUid::ROOT),
                1
            );
            assert_eq!(subtensor::SubnetOwner::<Runtime>::get(first), zero());
            assert_eq!(subtensor::SubnetMechanism::<Runtime>::get(first), 1);
            assert_eq!(
                subtensor::SubnetTAO::<Runtime>::get(first),
                TaoBalance::new(10 * TAO)
            );
        });
    }
}

#[test]
fn slow_presets_keep_what_production_guards() {
    for preset in SLOW {
        chain_of(preset).execute_with(|| {
            assert_eq!(subtensor::NetworkRateLimit::<Runtime>::get(), 7_200);
            assert_eq!(subtensor::AdminFreezeWindow::<Runtime>::get(), 10);
            assert_eq!(subtensor::OwnerHyperparamRateLimit::<Runtime>::get(), 2);
            assert_eq!(subtensor::TxRateLimit::<Runtime>::get(), 1_000);
            assert_eq!(
                subtensor::TxDelegateTakeRateLimit::<Runtime>::get(),
                216_000
            );
            assert_eq!(subtensor::ServingRateLimit::<Runtime>::get(FIRST), 50);
            assert_eq!(subtensor::WeightsSetRateLimit::<Runtime>::get(FIRST), 100);
            assert_eq!(interval_of(Action::Tempo), 360);
            assert_eq!(interval_of(Action::WeightsVersion), 5 * 360);
        });
    }
}

fn register_network(hotkey: Sr25519Keyring) -> RuntimeCall {
    core(Call::register_network {
        hotkey: hotkey.to_account_id(),
    })
}

#[test]
fn a_second_subnet_need_not_wait_on_a_fast_chain() {
    dev_chain().execute_with(|| {
        block_of(vec![(Alice, register_network(Alice))]);
        block_of(vec![(Alice, register_network(Bob))]);
        let owner = |netuid| subtensor::SubnetOwner::<Runtime>::get(netuid);
        assert_eq!(
            [FIRST, SECOND].map(owner),
            [(); 2].map(|()| Alice.to_account_id())
        );
    });
    chain_of(DEV_12S).execute_with(|| {
        block_of(vec![(Alice, register_network(Alice))]);
        let second = register_network(Bob).dispatch(RuntimeOrigin::signed(Alice.to_account_id()));
        assert_noop!(
            second.map(|_| ()).map_err(|failure| failure.error),
            Error::<Runtime>::NetworkTxRateLimitExceeded
        );
    });
}

/// What Alice does in every block for a while on a subnet of hers, on which Bob's key is a neuron.
fn calls_of_an_hour(round: u16) -> Vec<RuntimeCall> {
    let hotkey = [Bob, Charlie][usize::from(round % 2)].to_account_id();
    vec![
        AdminCall::sudo_set_rho {
            netuid: FIRST,
            rho: round,
        }
        .into(),
        AdminCall::sudo_set_tempo {
            netuid: FIRST,
            tempo: 360 + round,
        }
        .into(),
        AdminCall::sudo_set_weights_version_key {
            netuid: FIRST,
            weights_version_key: round.into(),
        }
        .into(),
        AdminCall::sudo_set_sn_owner_hotkey {
            netuid: FIRST,
            hotkey,
        }
        .into(),
        core(Call::serve_axon {
            netuid: FIRST,
            version: 1,
            ip: 134_744_072,
            port: 8_000 + round,
            ip_type: 4,
            protocol: 4,
            placeholder1: 0,
            placeholder2: 0,
        }),
        core(Call::set_weights {
            netuid: FIRST,
            dests: list(vec![0]),
            weights: list(vec![1]),
            version_key: u64::from(round),
        }),
    ]
}

#[test]
fn an_owner_acts_in_every_block_of_a_fast_chain() {
    dev_chain().execute_with(|| {
        block_of(vec![(Alice, register_network(Alice))]);
        for hotkey in [Bob, Charlie].map(|who| who.to_account_id()) {
            block_of(vec![(Alice, core(Call::try_associate_hotkey { hotkey }))]);
        }
        block_of(vec![(Alice, core(Call::start_call { netuid: FIRST }))]);
        subtensor::CommitRevealWeightsEnabled::<Runtime>::insert(FIRST, false);
        // All positions of the blocks before an epoch.
        subtensor::Tempo::<Runtime>::insert(FIRST, 10);
        for round in 1..=12 {
            for call in calls_of_an_hour(round) {
                let outcome = call
                    .clone()
                    .dispatch(RuntimeOrigin::signed(Alice.to_account_id()));
                assert!(outcome.is_ok(), "{call:?} in round {round}: {outcome:?}");
            }
            subtensor::Tempo::<Runtime>::insert(FIRST, 10);
            block(vec![]);
        }
        assert_eq!(subtensor::Rho::<Runtime>::get(FIRST), 12);
    });
}

#[test]
fn takes_and_children_change_within_seconds_on_a_fast_chain() {
    dev_chain().execute_with(|| {
        block_of(vec![(Alice, register_network(Alice))]);
        let hotkey = Alice.to_account_id();
        let take = |take: u16, is_raised: bool| {
            let (hotkey, take) = (hotkey.clone(), sp_runtime::PerU16::from_parts(take));
            core(if is_raised {
                Call::increase_take { hotkey, take }
            } else {
                Call::decrease_take { hotkey, take }
            })
        };
        let by_alice = |call: RuntimeCall| {
            call.dispatch(RuntimeOrigin::signed(Alice.to_account_id()))
                .map(|_| ())
                .map_err(|failure| failure.error)
        };
        assert_ok!(by_alice(take(1_000, false)));
        let dropped = System::block_number();
        for _ in 0..6 {
            assert_noop!(
                by_alice(take(2_000, true)),
                Error::<Runtime>::DelegateTxRateLimitExceeded
            );
            block(vec![]);
        }
        assert_eq!(System::block_number(), dropped + 6);
        assert_ok!(by_alice(take(2_000, true)));

        let name = |child: Sr25519Keyring| {
            core(Call::set_children {
                hotkey: Alice.to_account_id(),
                netuid: FIRST,
                children: vec![(u64::MAX / 2, child.to_account_id())],
            })
        };
        assert_ok!(by_alice(name(Bob)));
        for _ in 0..15 {
            assert_noop!(
                by_alice(name(Charlie)),
                Error::<Runtime>::TxRateLimitExceeded
            );
            block(vec![]);
        }
        assert_ok!(by_alice(name(Charlie)));
    });
}

#[test]
fn alice_starts_root_on_a_fast_chain_and_nobody_on_a_slow_one() {
    let start = || {
        core(Call::start_call {
            netuid: NetUid::ROOT,
        })
    };
    dev_chain().execute_with(|| {
        block_of(vec![(Alice, start())]);
        assert_eq!(
            subtensor::FirstEmissionBlockNumber::<Runtime>::get(NetUid::ROOT),
            Some(2)
        );
        // Root has started, and still has no part in the emission of subnets.
        assert!(!Coinbase::<Runtime>::is_emitted_to(NetUid::ROOT));
        for _ in 0..200 {
            block(vec![]);
        }
    });
    chain_of(DEV_12S).execute_with(|| {
        let outcome = start().dispatch(RuntimeOrigin::signed(Alice.to_account_id()));
        assert_noop!(
            outcome.map(|_| ()).map_err(|failure| failure.error),
            sp_runtime::DispatchError::BadOrigin
        );
    });
}

#[test]
fn the_profile_is_what_the_preset_says() {
    for (presets, profile) in [
        (FAST, TimingProfile::Fast),
        (SLOW, TimingProfile::Production),
    ] {
        for preset in presets {
            chain_of(preset).execute_with(|| assert_eq!(Profile::<Runtime>::get(), profile));
        }
    }
}
