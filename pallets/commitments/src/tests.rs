//! Commitments on a chain of three accounts with a beacon of our own.

mod commits;
mod deposits;
mod purging;
mod reveals;
mod rounds;

use std::collections::{BTreeMap, BTreeSet};

use frame_support::{
    assert_ok, derive_impl, parameter_types,
    traits::{ConstU32, Get, Hooks},
    weights::{
        RuntimeDbWeight, Weight,
        constants::{RocksDbWeight, WEIGHT_REF_TIME_PER_SECOND},
    },
};
use frame_system::limits::BlockWeights;
use sp_runtime::{BuildStorage, Perbill};
use subtensor_primitives::NetUid;
use subtensor_timelock::{Beacon, Plain, Secrets, public_key, seal, sign};

use crate as pallet_commitments;
use crate::types::{CommitmentInfo, Data};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Commitments: pallet_commitments,
    }
);

parameter_types! {
    /// Registered hotkeys.
    pub static Registered: BTreeSet<(NetUid, u64)> = BTreeSet::new();
    pub static Epoch: u64 = 0;
    /// Hotkeys whose bonds were reset.
    pub static Resets: Vec<(NetUid, u64)> = Vec::new();
    /// Signatures of the beacon; what is missing is not known any more.
    pub static Pulses: BTreeMap<u64, [u8; 48]> = BTreeMap::new();
    pub static LastRound: u64 = 0;
    /// How often a signature was asked for.
    pub static Asked: u32 = 0;
    pub static InitialDeposit: u64 = 0;
    pub static FieldDeposit: u64 = 0;
    /// What a block may take.
    pub static BlockSeconds: u64 = 20;
    pub static DbPrices: RuntimeDbWeight = RocksDbWeight::get();
}

pub struct Limits;

impl Get<BlockWeights> for Limits {
    fn get() -> BlockWeights {
        let time = WEIGHT_REF_TIME_PER_SECOND * BlockSeconds::get();
        let max = Weight::from_parts(time, u64::MAX);
        BlockWeights::with_sensible_defaults(max, Perbill::from_percent(75))
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type BlockWeights = Limits;
    type Block = frame_system::mocking::MockBlock<Test>;
    type AccountData = pallet_balances::AccountData<u64>;
    type DbWeight = DbPrices;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
}

pub struct Neurons;

impl crate::Subnets<u64> for Neurons {
    fn is_registered(netuid: NetUid, hotkey: &u64) -> bool {
        Registered::get().contains(&(netuid, *hotkey))
    }

    fn epoch(_: NetUid) -> u64 {
        Epoch::get()
    }

    fn reset_bonds(netuid: NetUid, hotkey: &u64) {
        Resets::mutate(|resets| resets.push((netuid, *hotkey)));
    }

    fn reset_bonds_weight() -> Weight {
        Weight::from_parts(1_000_000_000, 0)
    }
}

pub struct Pulse;

impl Beacon for Pulse {
    fn last_round() -> u64 {
        LastRound::get()
    }

    fn signature(round: u64) -> Option<[u8; 48]> {
        Asked::mutate(|asked| *asked += 1);
        Pulses::get().get(&round).copied()
    }
}

impl crate::Config for Test {
    type Currency = Balances;
    type Subnets = Neurons;
    type Beacon = Pulse;
    type Curve = Plain;
    type WeightInfo = crate::MeasuredWeights<Test>;
    type MaxFields = ConstU32<5>;
    type InitialDeposit = InitialDeposit;
    type FieldDeposit = FieldDeposit;
}

const NETUID: NetUid = NetUid::new(3);
const OTHER: NetUid = NetUid::new(4);
/// The hotkey of most tests.
const ALICE: u64 = 1;
/// A second hotkey.
const BOB: u64 = 2;
/// On no subnet.
const STRANGER: u64 = 9;
/// The beacon's secret.
const SECRET: [u8; 32] = [5; 32];

/// Runs on a chain where the first two accounts are registered on two subnets, and checks its state
/// at the end.
fn chain(run: impl FnOnce()) {
    let mut storage = frame_system::GenesisConfig::<Test>::default()
        .build_storage()
        .unwrap();
    pallet_balances::GenesisConfig::<Test> {
        balances: vec![(ALICE, 1_000), (BOB, 1_000)],
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    sp_io::TestExternalities::new(storage).execute_with(|| {
        System::set_block_number(1);
        for hotkey in [ALICE, BOB] {
            register(NETUID, hotkey);
            register(OTHER, hotkey);
        }
        run();
        check();
    });
}

fn check() {
    assert_ok!(Commitments::try_state(System::block_number()));
}

fn register(netuid: NetUid, hotkey: u64) {
    Registered::mutate(|all| all.insert((netuid, hotkey)));
}

/// Ends a block, with the checks of its state, and begins the next; returns the weight of the hook.
fn next_block() -> Weight {
    check();
    let block = System::block_number() + 1;
    System::set_block_number(block);
    Commitments::on_initialize(block)
}

fn info(fields: &[Data]) -> Box<CommitmentInfo<ConstU32<5>>> {
    Box::new(CommitmentInfo {
        fields: fields.to_vec().try_into().unwrap(),
    })
}

fn commit(who: u64, netuid: NetUid, fields: &[Data]) -> sp_runtime::DispatchResult {
    // As a transaction: what fails leaves nothing.
    frame_support::storage::with_storage_layer(|| {
        Commitments::set_commitment(RuntimeOrigin::signed(who), netuid, info(fields))
    })
}

fn raw(length: usize) -> Data {
    Data::Raw(vec![7; length].try_into().unwrap())
}

/// A sealed field of any bytes.
fn sealed(encrypted: Vec<u8>, reveal_round: u64) -> Data {
    Data::TimelockEncrypted {
        encrypted: encrypted.try_into().unwrap(),
        reveal_round,
    }
}

/// What a sealed field becomes if it cannot be opened.
fn failed(field: &Data) -> Data {
    match field.clone() {
        Data::TimelockEncrypted {
            encrypted,
            reveal_round,
        } => Data::TimelockRevealFailed {
            encrypted,
            reveal_round,
        },
        other => panic!("{other:?} is not sealed"),
    }
}

/// A note that a round opens.
fn ciphertext(note: &[u8], round: u64) -> Vec<u8> {
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    seal(&public_key(&SECRET), round, &secrets, note).unwrap()
}

fn note(note: &[u8], round: u64) -> Data {
    sealed(ciphertext(note, round), round)
}

/// The beacon gets as far as `round`, of which the signature is known.
fn pulse(round: u64) {
    Pulses::mutate(|pulses| pulses.insert(round, sign(&SECRET, round)));
    LastRound::set(round);
}

fn fields(netuid: NetUid, who: u64) -> Option<Vec<Data>> {
    let registration = crate::CommitmentOf::<Test>::get(netuid, who)?;
    Some(registration.info.fields.into_inner())
}

/// The notes of a hotkey, with their blocks.
fn notes(netuid: NetUid, who: u64) -> Vec<(Vec<u8>, u64)> {
    crate::RevealedCommitments::<Test>::get(netuid, who).unwrap_or_default()
}

fn index() -> Vec<(NetUid, u64)> {
    crate::TimelockedIndex::<Test>::get().into_iter().collect()
}
