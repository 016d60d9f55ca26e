//! The calls, each with states that give it most to do.

use alloc::{vec, vec::Vec};

use frame_support::{assert_ok, traits::UnfilteredDispatchable};
use frame_system::{RawOrigin, pallet_prelude::BlockNumberFor};
use sp_core::H256;
use sp_runtime::PerU16;
use subtensor_fixed::I96F32;
use subtensor_pow::Challenge;
use subtensor_primitives::{AlphaBalance, MechId, TaoBalance};

use super::{
    Prepared, Setup, TAO, account, at_block, bytes_of,
    coldkeys::{announcements, swaps},
    commits::{commits, reveals, timelocked_commits},
    hash_of,
    leases::leases,
    list,
    locks::{held_back, locks, moved},
    origin, signed,
    stakes::{funds, moves, purchases, sales, sales_of_all, trades, transfers},
    states::*,
    swaps::hotkey_swaps,
    votes::votes,
};
use crate::{Call, Neurons, Registration, SubnetIdentityV3, pallet::*, shares::MAX_HOTKEYS};

/// Name of a call, what is special about the state, and how to prepare it.
pub(crate) type Row<T> = (&'static str, &'static str, fn() -> Prepared<T>);

pub(crate) const ALL: AlphaBalance = AlphaBalance::MAX;
/// A part of a TAO that is too little for a nomination.
pub(crate) const SMALL: u64 = TAO / 1_000;

/// Every call at least once.
pub(crate) fn rows<T: Setup>() -> Vec<Row<T>> {
    [
        weights::<T>(),
        commits::<T>(),
        timelocked_commits::<T>(),
        reveals::<T>(),
        serving::<T>(),
        registrations::<T>(),
        collateral::<T>(),
        locks::<T>(),
        held_back::<T>(),
        moved::<T>(),
        lives_of_subnets::<T>(),
        leases::<T>(),
        descriptions::<T>(),
        epochs::<T>(),
        keys::<T>(),
        hotkey_swaps::<T>(),
        announcements::<T>(),
        swaps::<T>(),
        takes::<T>(),
        children_calls::<T>(),
        votes::<T>(),
        purchases::<T>(),
        sales::<T>(),
        sales_of_all::<T>(),
        moves::<T>(),
        transfers::<T>(),
        funds::<T>(),
        trades::<T>(),
        rules::<T>(),
    ]
    .concat()
}

fn weights<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("set_weights", "128 parents, 256 entries", || {
            validator::<T>();
            let targets: Vec<u16> = (0..256).collect();
            let call = Call::set_weights {
                netuid: SUBNET,
                weights: list(targets.iter().map(|uid| uid + 1).collect()),
                dests: list(targets),
                version_key: 0,
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("set_weights", "three parents", || {
            validator_of_few::<T>();
            let call = Call::set_weights {
                netuid: SUBNET,
                dests: list(vec![0]),
                weights: list(vec![1]),
                version_key: 0,
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("set_weights", "128 parents, 2 500 entries", || {
            validator::<T>();
            large_subnet::<T>();
            ValidatorPermit::<T>::mutate(SUBNET, |permits| permits.resize(2_500, false));
            let targets: Vec<u16> = (0..2_500).collect();
            let call = Call::set_weights {
                netuid: SUBNET,
                weights: list(targets.iter().map(|uid| uid + 1).collect()),
                dests: list(targets),
                version_key: 0,
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("set_mechanism_weights", "128 parents, 256 entries", || {
            validator::<T>();
            let targets: Vec<u16> = (0..256).collect();
            let call = Call::set_mechanism_weights {
                netuid: SUBNET,
                mecid: MechId::MAIN,
                weights: list(targets.iter().map(|uid| uid + 1).collect()),
                dests: list(targets),
                version_key: 0,
            };
            (signed::<T>(HOTKEY), call)
        }),
    ]
}

fn serving<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("serve_axon", "registered", || {
            chain::<T>();
            let call = Call::serve_axon {
                netuid: SUBNET,
                version: 1,
                ip: 0x0808_0808,
                port: 1,
                ip_type: 4,
                protocol: 0,
                placeholder1: 0,
                placeholder2: 0,
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("serve_axon_tls", "registered", || {
            chain::<T>();
            let call = Call::serve_axon_tls {
                netuid: SUBNET,
                version: 1,
                ip: 0x0808_0808,
                port: 1,
                ip_type: 4,
                protocol: 0,
                placeholder1: 0,
                placeholder2: 0,
                certificate: list(vec![1; 65]),
            };
            (signed::<T>(HOTKEY), call)
        }),
        ("serve_prometheus", "registered", || {
            chain::<T>();
            let call = Call::serve_prometheus {
                netuid: SUBNET,
                version: 1,
                ip: 0x0808_0808,
                port: 1,
                ip_type: 4,
            };
            (signed::<T>(HOTKEY), call)
        }),
    ]
}

pub(crate) fn register<T: Setup>() -> Call<T> {
    Call::burned_register {
        netuid: SUBNET,
        hotkey: account::<T>(77),
    }
}

/// A registration by work, which is done.
pub(crate) fn working<T: Setup>() -> Call<T> {
    NetworkPowRegistrationAllowed::<T>::insert(SUBNET, true);
    Difficulty::<T>::insert(SUBNET, 1);
    MinDifficulty::<T>::insert(SUBNET, 1);
    MaxRegistrationsPerBlock::<T>::insert(SUBNET, 9);
    at_block::<T>(20);
    let hash = H256::repeat_byte(7);
    frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::from(19u32), hash_of::<T>(&hash));
    let (hotkey, coldkey) = (bytes_of::<T>(77), bytes_of::<T>(OWNER));
    let challenge = Challenge::new(SUBNET.into(), hash.as_fixed_bytes(), &hotkey, &coldkey);
    let difficulty = Registration::<T>::work_difficulty(SUBNET);
    let (nonce, seal) = challenge.solve(difficulty, 0..).unwrap();
    Call::pow_register {
        netuid: SUBNET,
        work_block: 19,
        nonce,
        work: list(seal.0.to_vec()),
        hotkey: account::<T>(77),
    }
}

fn registrations<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("burned_register", "room", || {
            chain::<T>();
            (signed::<T>(OWNER), register::<T>())
        }),
        ("burned_register", "full", || {
            chain::<T>();
            full_subnet::<T>();
            (signed::<T>(OWNER), register::<T>())
        }),
        ("burned_register", "full, an owner of few hotkeys", || {
            chain::<T>();
            full_subnet::<T>();
            let few = OwnedHotkeys::<T>::get(account::<T>(1))[..200].to_vec();
            OwnedHotkeys::<T>::insert(account::<T>(1), few);
            (signed::<T>(OWNER), register::<T>())
        }),
        ("burned_register", "full, under Null consensus", || {
            chain::<T>();
            large_subnet::<T>();
            (signed::<T>(OWNER), register::<T>())
        }),
        ("register_limit", "full", || {
            chain::<T>();
            full_subnet::<T>();
            let call = Call::register_limit {
                netuid: SUBNET,
                hotkey: account::<T>(77),
                limit_price: u64::MAX,
            };
            (signed::<T>(OWNER), call)
        }),
        ("pow_register", "full", || {
            chain::<T>();
            full_subnet::<T>();
            (signed::<T>(OWNER), working::<T>())
        }),
        ("pow_register", "full, under Null consensus", || {
            chain::<T>();
            large_subnet::<T>();
            (signed::<T>(OWNER), working::<T>())
        }),
        ("root_register", "full, with a fund", || {
            all_subnets::<T>();
            full_root::<T>();
            fund_of_a_seat::<T>();
            lend_to_owners::<T>();
            let call = Call::root_register {
                hotkey: account::<T>(77),
            };
            (signed::<T>(OWNER), call)
        }),
    ]
}

/// Half of the price of a registration is collateral, and a hotkey has some.
pub(crate) fn standing_collateral<T: Setup>(hotkey: u64) {
    own::<T>(OWNER, hotkey);
    SubnetMovingPrice::<T>::insert(SUBNET, I96F32::from_num(1));
    CollateralLockShare::<T>::insert(SUBNET, u16::MAX / 2);
    stake::<T>(OWNER, hotkey, SUBNET, SMALL);
    assert_ok!(Pallet::<T>::add_collateral(
        origin::<T>(OWNER),
        SUBNET,
        account::<T>(hotkey),
        alpha(SMALL),
        tao(0)
    ));
}

fn collateral<T: Setup>() -> Vec<Row<T>> {
    fn add<T: Setup>() -> Call<T> {
        Call::add_collateral {
            netuid: SUBNET,
            hotkey: account::<T>(HOTKEY),
            alpha: alpha(TAO),
            limit_price: TaoBalance::MAX,
        }
    }
    vec![
        ("burned_register", "full, more collateral", || {
            chain::<T>();
            full_subnet::<T>();
            standing_collateral::<T>(77);
            suspend::<T>(77);
            (signed::<T>(OWNER), register::<T>())
        }),
        ("burned_register", "full, the first collateral", || {
            chain::<T>();
            full_subnet::<T>();
            standing_collateral::<T>(78);
            suspend::<T>(77);
            (signed::<T>(OWNER), register::<T>())
        }),
        ("add_collateral", "the first, all of it bought", || {
            chain::<T>();
            SubnetMovingPrice::<T>::insert(SUBNET, I96F32::from_num(1));
            suspend::<T>(HOTKEY);
            (signed::<T>(OWNER), add::<T>())
        }),
        ("add_collateral", "more, some of it bought", || {
            chain::<T>();
            standing_collateral::<T>(HOTKEY);
            stake::<T>(OWNER, HOTKEY, SUBNET, SMALL);
            (signed::<T>(OWNER), add::<T>())
        }),
        ("set_min_collateral", "the first", || {
            chain::<T>();
            let call = Call::set_min_collateral {
                netuid: SUBNET,
                hotkey: account::<T>(HOTKEY),
                min_locked: alpha(1),
            };
            (signed::<T>(OWNER), call)
        }),
        ("set_min_collateral", "none any more", || {
            chain::<T>();
            let call = |min_locked| Call::<T>::set_min_collateral {
                netuid: SUBNET,
                hotkey: account::<T>(HOTKEY),
                min_locked: alpha(min_locked),
            };
            assert_ok!(call(1).dispatch_bypass_filter(origin::<T>(OWNER)));
            (signed::<T>(OWNER), call(0))
        }),
    ]
}

/// Makes room for one more subnet.
pub(crate) fn free_a_netuid<T: Setup>() {
    let last = subnets::<T>().last().unwrap();
    NetworksAdded::<T>::remove(last);
    TotalNetworks::<T>::mutate(|count| *count -= 1);
}

fn lives_of_subnets<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("register_network", "the last netuid", || {
            all_subnets::<T>();
            free_a_netuid::<T>();
            full_root::<T>();
            let call = Call::register_network {
                hotkey: account::<T>(77),
            };
            (signed::<T>(4), call)
        }),
        (
            "register_network_with_identity",
            "another has to go",
            || {
                all_subnets::<T>();
                full_root::<T>();
                queues::<T>();
                NetworkImmunityPeriod::<T>::put(0);
                let call = Call::register_network_with_identity {
                    hotkey: account::<T>(77),
                    identity: Some(identity()),
                };
                (signed::<T>(4), call)
            },
        ),
        ("register_network_with_identity", "the last netuid", || {
            all_subnets::<T>();
            free_a_netuid::<T>();
            full_root::<T>();
            let call = Call::register_network_with_identity {
                hotkey: account::<T>(77),
                identity: Some(identity()),
            };
            (signed::<T>(4), call)
        }),
        ("dissolve_network", "all subnets", || {
            all_subnets::<T>();
            full_root::<T>();
            queues::<T>();
            let call = Call::dissolve_network {
                coldkey: account::<T>(1),
                netuid: SUBNET,
            };
            (RawOrigin::Root, call)
        }),
        ("root_dissolve_network", "all subnets", || {
            all_subnets::<T>();
            full_root::<T>();
            queues::<T>();
            (
                RawOrigin::Root,
                Call::root_dissolve_network { netuid: SUBNET },
            )
        }),
        ("start_call", "not started", || {
            chain::<T>();
            FirstEmissionBlockNumber::<T>::remove(SUBNET);
            (signed::<T>(1), Call::start_call { netuid: SUBNET })
        }),
    ]
}

fn descriptions<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("set_subnet_identity", "longest", || {
            chain::<T>();
            let SubnetIdentityV3 {
                subnet_name,
                github_repo,
                subnet_contact,
                subnet_url,
                discord,
                description,
                logo_url,
                additional,
            } = identity();
            let call = Call::set_subnet_identity {
                netuid: SUBNET,
                subnet_name,
                github_repo,
                subnet_contact,
                subnet_url,
                discord,
                description,
                logo_url,
                additional,
            };
            (signed::<T>(1), call)
        }),
        ("update_symbol", "all subnets", || {
            all_subnets::<T>();
            let last = subnets::<T>().last().unwrap();
            let symbol = TokenSymbol::<T>::take(last);
            let call = Call::update_symbol {
                netuid: SUBNET,
                symbol,
            };
            (signed::<T>(1), call)
        }),
    ]
}

fn epochs<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("set_tempo", "retired", || {
            chain::<T>();
            let call = Call::set_tempo {
                netuid: SUBNET,
                tempo: 360,
            };
            (signed::<T>(1), call)
        }),
        ("set_activity_cutoff_factor", "retired", || {
            chain::<T>();
            let call = Call::set_activity_cutoff_factor {
                netuid: SUBNET,
                factor_milli: 2_000,
            };
            (signed::<T>(1), call)
        }),
        ("trigger_epoch", "by the owner", || {
            chain::<T>();
            AdminFreezeWindow::<T>::put(0);
            Tempo::<T>::insert(SUBNET, 1_000);
            (signed::<T>(1), Call::trigger_epoch { netuid: SUBNET })
        }),
    ]
}

pub(crate) fn identity() -> SubnetIdentityV3 {
    let (short, long) = (vec![b'x'; 256], vec![b'x'; 1_024]);
    SubnetIdentityV3 {
        subnet_name: short.clone(),
        github_repo: long.clone(),
        subnet_contact: long.clone(),
        subnet_url: long.clone(),
        discord: short,
        description: long.clone(),
        logo_url: long.clone(),
        additional: long,
    }
}

fn keys<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("try_associate_hotkey", "the last one", || {
            chain::<T>();
            own_all::<T>(OWNER, MAX_HOTKEYS - 1);
            let call = Call::try_associate_hotkey {
                hotkey: account::<T>(77),
            };
            (signed::<T>(OWNER), call)
        }),
        ("set_identity", "only the last hotkey has a uid", || {
            chain::<T>();
            own_all::<T>(4, MAX_HOTKEYS);
            let last = OwnedHotkeys::<T>::get(account::<T>(4)).pop().unwrap();
            Neurons::<T>::append_neuron(SUBNET, &last, 1);
            (signed::<T>(4), identity_call::<T>())
        }),
        ("set_coldkey_auto_stake_hotkey", "another before", || {
            chain::<T>();
            let before = account::<T>(11);
            AutoStakeDestination::<T>::insert(account::<T>(4), SUBNET, &before);
            let list = vec![account::<T>(4), account::<T>(5)];
            AutoStakeDestinationColdkeys::<T>::insert(before, SUBNET, list);
            let call = Call::set_coldkey_auto_stake_hotkey {
                netuid: SUBNET,
                hotkey: account::<T>(HOTKEY),
            };
            (signed::<T>(4), call)
        }),
        ("set_auto_parent_delegation_enabled", "any", || {
            chain::<T>();
            let call = Call::set_auto_parent_delegation_enabled {
                hotkey: account::<T>(HOTKEY),
                enabled: false,
            };
            (signed::<T>(OWNER), call)
        }),
    ]
}

/// The longest that a coldkey can say about itself.
pub(crate) fn identity_call<T: Setup>() -> Call<T> {
    let text = || vec![b'x'; 256];
    Call::set_identity {
        name: text(),
        url: text(),
        github_repo: text(),
        image: text(),
        discord: text(),
        description: text(),
        additional: text(),
    }
}

fn takes<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("decrease_take", "a delegate", || {
            chain::<T>();
            Delegates::<T>::insert(account::<T>(HOTKEY), PerU16::from_parts(9_000));
            let call = Call::decrease_take {
                hotkey: account::<T>(HOTKEY),
                take: PerU16::from_parts(1),
            };
            (signed::<T>(OWNER), call)
        }),
        ("increase_take", "a delegate", || {
            chain::<T>();
            Delegates::<T>::insert(account::<T>(HOTKEY), PerU16::zero());
            let call = Call::increase_take {
                hotkey: account::<T>(HOTKEY),
                take: PerU16::from_parts(1),
            };
            (signed::<T>(OWNER), call)
        }),
        ("set_childkey_take", "a raise", || {
            chain::<T>();
            let call = Call::set_childkey_take {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                take: PerU16::from_parts(1),
            };
            (signed::<T>(OWNER), call)
        }),
    ]
}

fn children_calls<T: Setup>() -> Vec<Row<T>> {
    fn prepare<T: Setup>(is_started: bool) -> Prepared<T> {
        all_subnets::<T>();
        valued::<T>();
        suspend::<T>(HOTKEY);
        StakeThreshold::<T>::put(100);
        for child in 6_000..6_005 {
            parents::<T>(child, 1);
        }
        children::<T>(HOTKEY, 7_000);
        SubtokenEnabled::<T>::insert(SUBNET, is_started);
        let children = (6_000..6_005)
            .map(|child| (u64::MAX / 8, account::<T>(child)))
            .collect();
        let call = Call::set_children {
            hotkey: account::<T>(HOTKEY),
            netuid: SUBNET,
            children,
        };
        (signed::<T>(OWNER), call)
    }
    vec![
        ("set_children", "to wait", || prepare::<T>(true)),
        ("set_children", "at once, others give way", || {
            prepare::<T>(false)
        }),
        ("set_children", "none", || {
            chain::<T>();
            children::<T>(HOTKEY, 7_000);
            let call = Call::set_children {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                children: vec![],
            };
            (signed::<T>(OWNER), call)
        }),
    ]
}

fn rules<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("sudo_set_tx_childkey_take_rate_limit", "any", || {
            (
                RawOrigin::Root,
                Call::sudo_set_tx_childkey_take_rate_limit { tx_rate_limit: 1 },
            )
        }),
        ("sudo_set_min_childkey_take", "any", || {
            let take = PerU16::from_parts(1);
            (RawOrigin::Root, Call::sudo_set_min_childkey_take { take })
        }),
        ("sudo_set_max_childkey_take", "any", || {
            let take = PerU16::from_parts(1);
            (RawOrigin::Root, Call::sudo_set_max_childkey_take { take })
        }),
        ("set_pending_childkey_cooldown", "any", || {
            (
                RawOrigin::Root,
                Call::set_pending_childkey_cooldown { cooldown: 1 },
            )
        }),
        ("sudo_set_root_claim_threshold", "any", || {
            let call = Call::sudo_set_root_claim_threshold {
                netuid: ROOT,
                new_value: 1,
            };
            (RawOrigin::Root, call)
        }),
    ]
}
