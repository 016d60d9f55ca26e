//! The simulator plays what the runtime plays: from a state that it reads as it would read that of
//! a node, with the same transactions, every epoch comes to the same values to the last unit.

mod compare;
mod state;

use alloc::{collections::BTreeMap, string::String, vec, vec::Vec};
use pallet_admin_utils::Call as AdminCall;
use pallet_subtensor::{
    BondsPenalty, Call, ConsensusMode, FirstEmissionBlockNumber, LastEpochBlock,
    LiquidAlphaConsensusMode, LiquidAlphaOn, Neurons, OwnerCutEnabled, RecycleOrBurn,
    RecycleOrBurnEnum, SubnetEpochIndex, SubnetMovingPrice, SubtokenEnabled, Tempo,
    ValidatorPermit, Yuma3On,
};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use subtensor_fixed::I96F32;
use subtensor_primitives::{AlphaBalance, NetUid};
use subtensor_sim::{
    Amount, ChangeSpec, NeuronSpec, Scenario, Simulation, Strategy, TimelineRow, TradeSpec,
    read_subnet,
};

use self::state::ChainState;
use super::{
    block, block_of,
    blocks::{SUBNET, populate, stake},
    core, dev_chain, list, sudo,
};
use crate::{Runtime, RuntimeCall, System};

/// Epochs that are compared.
const EPOCHS: u32 = 12;
/// Blocks after an epoch in which Bob sets weights.
const SETS_AFTER: u64 = 3;
/// Epochs from the start until Bob changes his mind.
const CHANGE_OF_MIND: u64 = 4;

fn name(who: Sr25519Keyring) -> String {
    let account: [u8; 32] = who.to_account_id().into();
    state::name(&account)
}

fn uid(who: Sr25519Keyring) -> u16 {
    Neurons::<Runtime>::uid_for(SUBNET, &who.to_account_id()).expect("the hotkey is registered")
}

/// What Bob thinks of Charlie and Dave in an epoch.
fn opinion(index: u64, mind: u64) -> (u16, u16) {
    if index < mind { (3, 1) } else { (2, 7) }
}

fn weights(index: u64, mind: u64) -> RuntimeCall {
    let (charlie, dave) = opinion(index, mind);
    core(Call::set_weights {
        netuid: SUBNET,
        dests: list(vec![uid(Charlie), uid(Dave)]),
        weights: list(vec![charlie, dave]),
        version_key: 0,
    })
}

/// A chain with validators, miners and root stake, right after an epoch.
fn after_an_epoch(set_up: fn()) {
    populate();
    set_up();
    while !ValidatorPermit::<Runtime>::get(SUBNET)[usize::from(uid(Bob))] {
        block(vec![]);
    }
    block_of(vec![(Bob, weights(0, 1))]);
    for _ in 0..3 {
        to_epoch();
    }
}

fn is_epoch() -> bool {
    LastEpochBlock::<Runtime>::get(SUBNET) == u64::from(System::block_number())
}

fn to_epoch() {
    block(vec![]);
    while !is_epoch() {
        block(vec![]);
    }
}

/// Calls by the block after the start in which they are made; none in a block with an epoch.
fn transactions() -> BTreeMap<u64, (Sr25519Keyring, RuntimeCall)> {
    let kappa = AdminCall::sudo_set_kappa {
        netuid: SUBNET,
        kappa: 20_000,
    };
    let sale = Call::remove_stake {
        hotkey: Bob.to_account_id(),
        netuid: SUBNET,
        amount_unstaked: AlphaBalance::new(1_500_000_123),
    };
    let registration = Call::burned_register {
        netuid: SUBNET,
        hotkey: Ferdie.to_account_id(),
    };
    BTreeMap::from([
        (14, (Eve, stake(Bob, SUBNET, 7))),
        (15, (Ferdie, core(registration))),
        (26, (Eve, core(sale))),
        (37, (Dave, stake(Dave, SUBNET, 3))),
        (48, (Bob, stake(Bob, NetUid::ROOT, 5))),
        (59, (Alice, sudo(kappa))),
    ])
}

/// The same for the simulator.
fn add_transactions(scenario: &mut Scenario, index: u64) {
    let trade = |block, coldkey, hotkey| TradeSpec {
        block,
        coldkey: name(coldkey),
        hotkey: name(hotkey),
        ..TradeSpec::default()
    };
    let bought = |tao: u64| Some(Amount::tokens(tao));
    scenario.trades = vec![
        TradeSpec {
            buy: bought(7),
            ..trade(14, Eve, Bob)
        },
        TradeSpec {
            sell: Some(Amount(1_500_000_123)),
            ..trade(26, Eve, Bob)
        },
        TradeSpec {
            buy: bought(3),
            ..trade(37, Dave, Dave)
        },
        TradeSpec {
            buy: bought(5),
            root: true,
            ..trade(48, Bob, Bob)
        },
    ];
    scenario.neurons.push(NeuronSpec {
        name: name(Ferdie),
        joins: Some(15),
        ..NeuronSpec::default()
    });
    let kappa = "kappa = 20000".parse().expect("it is a table");
    scenario.changes = vec![ChangeSpec {
        block: 59,
        hyperparameters: kappa,
    }];
    let mind = index + CHANGE_OF_MIND;
    let rows = [0, mind].into_iter().map(|epoch| {
        let (charlie, dave) = opinion(epoch, mind);
        TimelineRow {
            epoch: epoch as u32,
            to: [(name(Charlie), charlie.into()), (name(Dave), dave.into())].into(),
        }
    });
    let rows: Vec<TimelineRow> = rows.collect();
    let bob = scenario
        .neurons
        .iter_mut()
        .find(|spec| spec.name == name(Bob));
    let bob = bob.expect("Bob is there");
    bob.weights = Some(Strategy::Timeline { rows });
    bob.sets_after = Some(SETS_AFTER);
}

/// Plays the same on both sides and compares every epoch.
fn both_sides_agree(set_up: fn()) {
    dev_chain().execute_with(|| {
        after_an_epoch(set_up);
        let (mut scenario, left_out) =
            read_subnet(&ChainState, SUBNET.into()).expect("the subnet can be read");
        assert_eq!(left_out, Vec::<String>::new());
        let index = SubnetEpochIndex::<Runtime>::get(SUBNET);
        add_transactions(&mut scenario, index);
        // What is written down loses nothing.
        let text = toml::to_string(&scenario).expect("a scenario can be written");
        let scenario = subtensor_sim::parse(&text, "chain").expect("it can be played");
        let mut simulation = Simulation::new(&scenario);

        let start = u64::from(System::block_number());
        let transactions = transactions();
        let mut compared = 0;
        while compared < EPOCHS {
            let next = u64::from(System::block_number()) + 1;
            let index = SubnetEpochIndex::<Runtime>::get(SUBNET);
            let since = next - LastEpochBlock::<Runtime>::get(SUBNET);
            let mut calls = Vec::new();
            calls.extend(transactions.get(&(next - start)).cloned());
            if since == SETS_AFTER {
                calls.push((Bob, weights(index, scenario_mind(&scenario))));
            }
            block_of(calls);
            if is_epoch() {
                let figures = simulation.next_epoch().expect("an epoch comes");
                compare::compare(&figures, &simulation);
                compared += 1;
            }
        }
        assert!(simulation.notes().is_empty(), "{:?}", simulation.notes());
    });
}

/// The epoch in which Bob changes his mind.
fn scenario_mind(scenario: &Scenario) -> u64 {
    let bob = scenario.neurons.iter().find(|spec| spec.name == name(Bob));
    match bob.and_then(|spec| spec.weights.as_ref()) {
        Some(Strategy::Timeline { rows }) => rows.last().map_or(0, |row| row.epoch.into()),
        _ => 0,
    }
}

#[test]
fn classic_bonds() {
    both_sides_agree(|| {});
}

#[test]
fn third_bonds_with_penalty_and_without_owner_cut() {
    both_sides_agree(|| {
        Yuma3On::<Runtime>::insert(SUBNET, true);
        BondsPenalty::<Runtime>::insert(SUBNET, 30_000);
        OwnerCutEnabled::<Runtime>::insert(SUBNET, false);
    });
}

#[test]
fn liquid_bonds_that_look_back_with_root_dividends() {
    both_sides_agree(|| {
        Yuma3On::<Runtime>::insert(SUBNET, true);
        LiquidAlphaOn::<Runtime>::insert(SUBNET, true);
        LiquidAlphaConsensusMode::<Runtime>::insert(SUBNET, ConsensusMode::Previous);
        RecycleOrBurn::<Runtime>::insert(SUBNET, RecycleOrBurnEnum::Recycle);
        // Together above one: root stakers are paid.
        SubnetMovingPrice::<Runtime>::insert(SUBNET, I96F32::from_bits(3 << 30));
        SubnetMovingPrice::<Runtime>::insert(NetUid::new(1), I96F32::from_bits(3 << 30));
        // Nobody owns the other subnet, so nobody can start it.
        let now = u64::from(System::block_number());
        FirstEmissionBlockNumber::<Runtime>::insert(NetUid::new(1), now);
        SubtokenEnabled::<Runtime>::insert(NetUid::new(1), true);
        // What epochs of other subnets destroy is not simulated.
        Tempo::<Runtime>::insert(NetUid::new(1), 0);
    });
}

#[test]
fn a_subnet_that_cannot_be_read_says_why() {
    dev_chain().execute_with(|| {
        let refused = |netuid| {
            let problem = read_subnet(&ChainState, netuid).map(drop);
            problem.expect_err("it cannot be played").to_string()
        };
        assert_eq!(refused(7), "subnet 7: there is no such subnet");
        assert_eq!(refused(0), "subnet 0: there is no such subnet");
        let not_started = "subnet 1: has not been started by its owner";
        assert_eq!(refused(1), not_started);
    });
}
