//! What a game begins with: money for everybody, two subnets at work, on the second of which
//! weights are committed, few seats on root, and rules that let much happen in few blocks.

use node_subtensor_runtime::{Runtime, RuntimeCall};
use pallet_admin_utils::Call as Admin;
use pallet_balances::Call as Money;
use pallet_subtensor::{Call as Core, Subnets};
use subtensor_fixed::I96F32;
use subtensor_primitives::{NetUid, TaoBalance};

use crate::economy::{
    chain,
    people::{COLDKEYS, HOTKEYS, Person, SUDO, TAO, sudo},
};

/// So few that newcomers soon take those of others.
const ROOT_SEATS: u16 = 4;

/// Gives everybody money and opens two subnets, all of which must succeed.
pub(crate) fn set_the_stage() {
    let pay = |who: Person, value| {
        let dest = who.account().into();
        (SUDO, Money::transfer_keep_alive { dest, value }.into())
    };
    let mut calls: Vec<(Person, RuntimeCall)> = Vec::new();
    calls.extend((1..COLDKEYS).map(|number| pay(Person::Cold(number), 20_000 * TAO)));
    calls.extend((0..HOTKEYS).map(|number| pay(Person::Hot(number), 10 * TAO)));
    play(calls);
    hurry_the_chain();
    for (owner, hotkey) in [(1, 0), (2, 1)] {
        open_subnet(Person::Cold(owner), Person::Hot(hotkey));
    }
    open_root(Person::Cold(1), Person::Hot(0));
    let netuid = *Subnets::<Runtime>::subnet_netuids()
        .last()
        .expect("two were opened");
    let enabled = true;
    play(by_root([Admin::sudo_set_commit_reveal_weights_enabled {
        netuid,
        enabled,
    }]));
}

/// Subnets at once, and prices, children, claims and swaps within the blocks of a game.
fn hurry_the_chain() {
    let immunity_period = 60;
    let lock_cost = TaoBalance::new(100 * TAO);
    play(by_root([
        Admin::sudo_set_network_rate_limit { rate_limit: 0 },
        Admin::sudo_set_admin_freeze_window { window: 0 },
        Admin::sudo_set_owner_hparam_rate_limit { epochs: 0 },
        Admin::sudo_set_lock_reduction_interval { interval: 50 },
        Admin::sudo_set_network_immunity_period { immunity_period },
        Admin::sudo_set_network_min_lock_cost { lock_cost },
        Admin::sudo_set_coldkey_swap_announcement_delay { duration: 6 },
        Admin::sudo_set_coldkey_swap_reannouncement_delay { duration: 3 },
    ]));
    let alpha = I96F32::from_bits(1 << 30);
    let (netuid, new_value) = (NetUid::ROOT, 1_000);
    let mut calls = by_root([Admin::sudo_set_subnet_moving_alpha { alpha }]);
    calls.extend(by_root([
        Core::set_pending_childkey_cooldown { cooldown: 5 },
        Core::sudo_set_root_claim_threshold { netuid, new_value },
    ]));
    play(calls);
}

/// Opens and starts a subnet that emits, with an easy proof of work, and weights that count at
/// once.
fn open_subnet(owner: Person, hotkey: Person) {
    let hotkey = hotkey.account();
    play(vec![(owner, Core::register_network { hotkey }.into())]);
    let netuid = *Subnets::<Runtime>::subnet_netuids()
        .last()
        .expect("a subnet was opened");
    play(vec![(owner, Core::start_call { netuid }.into())]);
    let (registration_allowed, enabled) = (true, true);
    let (difficulty, min_difficulty) = (16, 16);
    let (ema_halving, weights_set_rate_limit, immunity_period) = (1, 0, 30);
    play(by_root([
        Admin::sudo_set_network_pow_registration_allowed {
            netuid,
            registration_allowed,
        },
        Admin::sudo_set_subnet_emission_enabled { netuid, enabled },
        Admin::sudo_set_tempo { netuid, tempo: 10 },
        Admin::sudo_set_immunity_period {
            netuid,
            immunity_period,
        },
        Admin::sudo_set_min_difficulty {
            netuid,
            min_difficulty,
        },
        Admin::sudo_set_difficulty { netuid, difficulty },
        Admin::sudo_set_ema_price_halving_period {
            netuid,
            ema_halving,
        },
        Admin::sudo_set_commit_reveal_weights_enabled {
            netuid,
            enabled: false,
        },
        Admin::sudo_set_weights_set_rate_limit {
            netuid,
            weights_set_rate_limit,
        },
    ]));
}

/// Seats somebody on root, which then has few seats, and lets funds trade, even little.
fn open_root(coldkey: Person, hotkey: Person) {
    let (netuid, hotkey) = (NetUid::ROOT, hotkey.account());
    let amount_staked = TaoBalance::new(100 * TAO);
    play(vec![
        (
            coldkey,
            Core::root_register {
                hotkey: hotkey.clone(),
            }
            .into(),
        ),
        (
            coldkey,
            Core::add_stake {
                hotkey,
                netuid,
                amount_staked,
            }
            .into(),
        ),
    ]);
    let (enabled, min_trade_rao) = (true, 5_000_000);
    play(by_root([
        Admin::sudo_set_min_allowed_uids {
            netuid,
            min_allowed_uids: 0,
        },
        Admin::sudo_set_max_allowed_uids {
            netuid,
            max_allowed_uids: ROOT_SEATS,
        },
        Admin::sudo_set_immunity_period {
            netuid,
            immunity_period: 20,
        },
        Admin::sudo_set_target_registrations_per_interval {
            netuid,
            target_registrations_per_interval: 100,
        },
        Admin::sudo_set_burn_half_life {
            netuid,
            burn_half_life: 20,
        },
        Admin::sudo_set_basket_trading_enabled { enabled },
        Admin::sudo_set_basket_min_trade_tao { min_trade_rao },
    ]));
}

/// Calls that the sudo key makes for root.
fn by_root<const N: usize>(calls: [impl Into<RuntimeCall>; N]) -> Vec<(Person, RuntimeCall)> {
    calls.map(|call| (SUDO, sudo(call))).to_vec()
}

fn play(calls: Vec<(Person, RuntimeCall)>) {
    let marks = crate::economy::invariants::Marks::take();
    chain::start_block();
    for (who, call) in calls {
        chain::submit(&who.key(), call.clone())
            .unwrap_or_else(|error| panic!("{who} cannot submit {call:?}: {error:?}"))
            .unwrap_or_else(|error| panic!("{call:?} by {who} fails: {error:?}"));
    }
    chain::end_block(&marks).expect("the stage keeps every rule");
}
