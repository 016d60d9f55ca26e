//! The calls, each with states that give it most to do.

use frame_support::assert_ok;
use sp_core::H256;
use sp_runtime::{PerU16, traits::Dispatchable};
use subtensor_fixed::I96F32;
use subtensor_pow::Challenge;
use subtensor_primitives::{AlphaBalance, MechId, TaoBalance};

use super::{
    coldkeys::{announcements, swaps},
    commits::{commits, reveals, timelocked_commits},
    leases::leases,
    locks::{held_back, locks, moved},
    stakes::{funds, moves, purchases, sales, sales_of_all, trades, transfers},
    states::*,
    swaps::hotkey_swaps,
    votes::votes,
};
use crate::{Call, SubnetIdentityV3, mock::*, pallet::*, shares::MAX_HOTKEYS};

/// Name of a call, what is special about the state, and how to prepare it.
pub(super) type Row = (
    &'static str,
    &'static str,
    fn() -> (RuntimeOrigin, Call<Test>),
);

pub(super) const ALL: AlphaBalance = AlphaBalance::MAX;
/// A part of a TAO that is too little for a nomination.
pub(super) const SMALL: u64 = TAO / 1_000;

/// Every call at least once.
pub(super) fn rows() -> Vec<Row> {
    [
        weights(),
        commits(),
        timelocked_commits(),
        reveals(),
        serving(),
        registrations(),
        collateral(),
        locks(),
        held_back(),
        moved(),
        lives_of_subnets(),
        leases(),
        descriptions(),
        epochs(),
        keys(),
        hotkey_swaps(),
        announcements(),
        swaps(),
        takes(),
        children_calls(),
        votes(),
        purchases(),
        sales(),
        sales_of_all(),
        moves(),
        transfers(),
        funds(),
        trades(),
        rules(),
    ]
    .concat()
}

fn weights() -> Vec<Row> {
    vec![
        ("set_weights", "128 parents, 256 entries", || {
            validator();
            let targets: Vec<u16> = (0..256).collect();
            let call = Call::set_weights {
                netuid: SUBNET,
                weights: list(targets.iter().map(|uid| uid + 1).collect()),
                dests: list(targets),
                version_key: 0,
            };
            (signed(HOTKEY), call)
        }),
        ("set_weights", "128 parents, 2 500 entries", || {
            validator();
            large_subnet();
            ValidatorPermit::<Test>::mutate(SUBNET, |permits| permits.resize(2_500, false));
            let targets: Vec<u16> = (0..2_500).collect();
            let call = Call::set_weights {
                netuid: SUBNET,
                weights: list(targets.iter().map(|uid| uid + 1).collect()),
                dests: list(targets),
                version_key: 0,
            };
            (signed(HOTKEY), call)
        }),
        ("set_mechanism_weights", "128 parents, 256 entries", || {
            validator();
            let targets: Vec<u16> = (0..256).collect();
            let call = Call::set_mechanism_weights {
                netuid: SUBNET,
                mecid: MechId::MAIN,
                weights: list(targets.iter().map(|uid| uid + 1).collect()),
                dests: list(targets),
                version_key: 0,
            };
            (signed(HOTKEY), call)
        }),
    ]
}

fn serving() -> Vec<Row> {
    vec![
        ("serve_axon", "registered", || {
            chain();
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
            (signed(HOTKEY), call)
        }),
        ("serve_axon_tls", "registered", || {
            chain();
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
            (signed(HOTKEY), call)
        }),
        ("serve_prometheus", "registered", || {
            chain();
            let call = Call::serve_prometheus {
                netuid: SUBNET,
                version: 1,
                ip: 0x0808_0808,
                port: 1,
                ip_type: 4,
            };
            (signed(HOTKEY), call)
        }),
    ]
}

fn register() -> Call<Test> {
    Call::burned_register {
        netuid: SUBNET,
        hotkey: account(77),
    }
}

fn registrations() -> Vec<Row> {
    vec![
        ("burned_register", "room", || {
            chain();
            (signed(OWNER), register())
        }),
        ("burned_register", "full", || {
            chain();
            full_subnet();
            (signed(OWNER), register())
        }),
        ("burned_register", "full, an owner of few hotkeys", || {
            chain();
            full_subnet();
            let few = OwnedHotkeys::<Test>::get(account(1))[..200].to_vec();
            OwnedHotkeys::<Test>::insert(account(1), few);
            (signed(OWNER), register())
        }),
        ("burned_register", "full, under Null consensus", || {
            chain();
            large_subnet();
            (signed(OWNER), register())
        }),
        ("register_limit", "full", || {
            chain();
            full_subnet();
            let call = Call::register_limit {
                netuid: SUBNET,
                hotkey: account(77),
                limit_price: u64::MAX,
            };
            (signed(OWNER), call)
        }),
        ("pow_register", "full", || {
            chain();
            full_subnet();
            NetworkPowRegistrationAllowed::<Test>::insert(SUBNET, true);
            Difficulty::<Test>::insert(SUBNET, 1);
            MinDifficulty::<Test>::insert(SUBNET, 1);
            MaxRegistrationsPerBlock::<Test>::insert(SUBNET, 9);
            System::set_block_number(20);
            let hash = H256::repeat_byte(7);
            frame_system::BlockHash::<Test>::insert(19, hash);
            let bytes = |number| <[u8; 32]>::from(account(number));
            let (hotkey, coldkey) = (bytes(77), bytes(OWNER));
            let challenge = Challenge::new(SUBNET.into(), hash.as_fixed_bytes(), &hotkey, &coldkey);
            let difficulty = Registration::<Test>::work_difficulty(SUBNET);
            let (nonce, seal) = challenge.solve(difficulty, 0..).unwrap();
            let call = Call::pow_register {
                netuid: SUBNET,
                work_block: 19,
                nonce,
                work: list(seal.0.to_vec()),
                hotkey: account(77),
            };
            (signed(OWNER), call)
        }),
        ("root_register", "full, with a fund", || {
            all_subnets();
            full_root();
            fund_of_a_seat();
            lend_to_owners();
            let call = Call::root_register {
                hotkey: account(77),
            };
            (signed(OWNER), call)
        }),
    ]
}

/// Half of the price of a registration is collateral, and a hotkey has some.
fn standing_collateral(hotkey: u64) {
    own(OWNER, hotkey);
    SubnetMovingPrice::<Test>::insert(SUBNET, I96F32::from_num(1));
    CollateralLockShare::<Test>::insert(SUBNET, u16::MAX / 2);
    stake(OWNER, hotkey, SUBNET, SMALL);
    assert_ok!(SubtensorModule::add_collateral(
        signed(OWNER),
        SUBNET,
        account(hotkey),
        alpha(SMALL),
        tao(0)
    ));
}

fn collateral() -> Vec<Row> {
    fn add() -> Call<Test> {
        Call::add_collateral {
            netuid: SUBNET,
            hotkey: account(HOTKEY),
            alpha: alpha(TAO),
            limit_price: TaoBalance::MAX,
        }
    }
    vec![
        ("burned_register", "full, more collateral", || {
            chain();
            full_subnet();
            standing_collateral(77);
            suspend(77);
            (signed(OWNER), register())
        }),
        ("burned_register", "full, the first collateral", || {
            chain();
            full_subnet();
            standing_collateral(78);
            suspend(77);
            (signed(OWNER), register())
        }),
        ("add_collateral", "the first, all of it bought", || {
            chain();
            SubnetMovingPrice::<Test>::insert(SUBNET, I96F32::from_num(1));
            suspend(HOTKEY);
            (signed(OWNER), add())
        }),
        ("add_collateral", "more, some of it bought", || {
            chain();
            standing_collateral(HOTKEY);
            stake(OWNER, HOTKEY, SUBNET, SMALL);
            (signed(OWNER), add())
        }),
        ("set_min_collateral", "the first", || {
            chain();
            let call = Call::set_min_collateral {
                netuid: SUBNET,
                hotkey: account(HOTKEY),
                min_locked: alpha(1),
            };
            (signed(OWNER), call)
        }),
        ("set_min_collateral", "none any more", || {
            chain();
            let call = |min_locked| Call::set_min_collateral {
                netuid: SUBNET,
                hotkey: account(HOTKEY),
                min_locked: alpha(min_locked),
            };
            assert_ok!(RuntimeCall::from(call(1)).dispatch(signed(OWNER)));
            (signed(OWNER), call(0))
        }),
    ]
}

/// Makes room for one more subnet.
pub(super) fn free_a_netuid() {
    let last = subnets().last().unwrap();
    NetworksAdded::<Test>::remove(last);
    TotalNetworks::<Test>::mutate(|count| *count -= 1);
}

fn lives_of_subnets() -> Vec<Row> {
    vec![
        ("register_network", "the last netuid", || {
            all_subnets();
            free_a_netuid();
            full_root();
            let call = Call::register_network {
                hotkey: account(77),
            };
            (signed(4), call)
        }),
        (
            "register_network_with_identity",
            "another has to go",
            || {
                all_subnets();
                full_root();
                queues();
                NetworkImmunityPeriod::<Test>::put(0);
                let call = Call::register_network_with_identity {
                    hotkey: account(77),
                    identity: Some(identity()),
                };
                (signed(4), call)
            },
        ),
        ("register_network_with_identity", "the last netuid", || {
            all_subnets();
            free_a_netuid();
            full_root();
            let call = Call::register_network_with_identity {
                hotkey: account(77),
                identity: Some(identity()),
            };
            (signed(4), call)
        }),
        ("dissolve_network", "all subnets", || {
            all_subnets();
            full_root();
            queues();
            let call = Call::dissolve_network {
                coldkey: account(1),
                netuid: SUBNET,
            };
            (RuntimeOrigin::root(), call)
        }),
        ("root_dissolve_network", "all subnets", || {
            all_subnets();
            full_root();
            queues();
            (
                RuntimeOrigin::root(),
                Call::root_dissolve_network { netuid: SUBNET },
            )
        }),
        ("start_call", "not started", || {
            chain();
            FirstEmissionBlockNumber::<Test>::remove(SUBNET);
            (signed(1), Call::start_call { netuid: SUBNET })
        }),
    ]
}

fn descriptions() -> Vec<Row> {
    vec![
        ("set_subnet_identity", "longest", || {
            chain();
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
            (signed(1), call)
        }),
        ("update_symbol", "all subnets", || {
            all_subnets();
            let last = subnets().last().unwrap();
            let symbol = TokenSymbol::<Test>::take(last);
            let call = Call::update_symbol {
                netuid: SUBNET,
                symbol,
            };
            (signed(1), call)
        }),
    ]
}

fn epochs() -> Vec<Row> {
    vec![
        ("set_tempo", "retired", || {
            chain();
            let call = Call::set_tempo {
                netuid: SUBNET,
                tempo: 360,
            };
            (signed(1), call)
        }),
        ("set_activity_cutoff_factor", "retired", || {
            chain();
            let call = Call::set_activity_cutoff_factor {
                netuid: SUBNET,
                factor_milli: 2_000,
            };
            (signed(1), call)
        }),
        ("trigger_epoch", "by the owner", || {
            chain();
            AdminFreezeWindow::<Test>::put(0);
            Tempo::<Test>::insert(SUBNET, 1_000);
            (signed(1), Call::trigger_epoch { netuid: SUBNET })
        }),
    ]
}

fn identity() -> SubnetIdentityV3 {
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

fn keys() -> Vec<Row> {
    vec![
        ("try_associate_hotkey", "the last one", || {
            chain();
            own_all(OWNER, MAX_HOTKEYS - 1);
            let call = Call::try_associate_hotkey {
                hotkey: account(77),
            };
            (signed(OWNER), call)
        }),
        ("set_identity", "only the last hotkey has a uid", || {
            chain();
            own_all(4, MAX_HOTKEYS);
            let last = OwnedHotkeys::<Test>::get(account(4)).pop().unwrap();
            Neurons::<Test>::append_neuron(SUBNET, &last, 1);
            let text = || vec![b'x'; 256];
            let call = Call::set_identity {
                name: text(),
                url: text(),
                github_repo: text(),
                image: text(),
                discord: text(),
                description: text(),
                additional: text(),
            };
            (signed(4), call)
        }),
        ("set_coldkey_auto_stake_hotkey", "another before", || {
            chain();
            let before = account(11);
            AutoStakeDestination::<Test>::insert(account(4), SUBNET, &before);
            let list = vec![account(4), account(5)];
            AutoStakeDestinationColdkeys::<Test>::insert(before, SUBNET, list);
            let call = Call::set_coldkey_auto_stake_hotkey {
                netuid: SUBNET,
                hotkey: account(HOTKEY),
            };
            (signed(4), call)
        }),
        ("set_auto_parent_delegation_enabled", "any", || {
            chain();
            let call = Call::set_auto_parent_delegation_enabled {
                hotkey: account(HOTKEY),
                enabled: false,
            };
            (signed(OWNER), call)
        }),
    ]
}

fn takes() -> Vec<Row> {
    vec![
        ("decrease_take", "a delegate", || {
            chain();
            Delegates::<Test>::insert(account(HOTKEY), PerU16::from_parts(9_000));
            let call = Call::decrease_take {
                hotkey: account(HOTKEY),
                take: PerU16::from_parts(1),
            };
            (signed(OWNER), call)
        }),
        ("increase_take", "a delegate", || {
            chain();
            Delegates::<Test>::insert(account(HOTKEY), PerU16::zero());
            let call = Call::increase_take {
                hotkey: account(HOTKEY),
                take: PerU16::from_parts(1),
            };
            (signed(OWNER), call)
        }),
        ("set_childkey_take", "a raise", || {
            chain();
            let call = Call::set_childkey_take {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                take: PerU16::from_parts(1),
            };
            (signed(OWNER), call)
        }),
    ]
}

fn children_calls() -> Vec<Row> {
    fn prepare(is_started: bool) -> (RuntimeOrigin, Call<Test>) {
        all_subnets();
        valued();
        suspend(HOTKEY);
        StakeThreshold::<Test>::put(100);
        for child in 6_000..6_005 {
            parents(child, 1);
        }
        children(HOTKEY, 7_000);
        SubtokenEnabled::<Test>::insert(SUBNET, is_started);
        let children = (6_000..6_005)
            .map(|child| (u64::MAX / 8, account(child)))
            .collect();
        let call = Call::set_children {
            hotkey: account(HOTKEY),
            netuid: SUBNET,
            children,
        };
        (signed(OWNER), call)
    }
    vec![
        ("set_children", "to wait", || prepare(true)),
        ("set_children", "at once, others give way", || {
            prepare(false)
        }),
        ("set_children", "none", || {
            chain();
            children(HOTKEY, 7_000);
            let call = Call::set_children {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                children: vec![],
            };
            (signed(OWNER), call)
        }),
    ]
}

fn rules() -> Vec<Row> {
    vec![
        ("sudo_set_tx_childkey_take_rate_limit", "any", || {
            (
                RuntimeOrigin::root(),
                Call::sudo_set_tx_childkey_take_rate_limit { tx_rate_limit: 1 },
            )
        }),
        ("sudo_set_min_childkey_take", "any", || {
            let take = PerU16::from_parts(1);
            (
                RuntimeOrigin::root(),
                Call::sudo_set_min_childkey_take { take },
            )
        }),
        ("sudo_set_max_childkey_take", "any", || {
            let take = PerU16::from_parts(1);
            (
                RuntimeOrigin::root(),
                Call::sudo_set_max_childkey_take { take },
            )
        }),
        ("set_pending_childkey_cooldown", "any", || {
            (
                RuntimeOrigin::root(),
                Call::set_pending_childkey_cooldown { cooldown: 1 },
            )
        }),
        ("sudo_set_root_claim_threshold", "any", || {
            let call = Call::sudo_set_root_claim_threshold {
                netuid: ROOT,
                new_value: 1,
            };
            (RuntimeOrigin::root(), call)
        }),
    ]
}
