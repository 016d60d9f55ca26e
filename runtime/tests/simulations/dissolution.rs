//! A full subnet with 2000 stakers is dissolved: in how many blocks, and what each of them weighs
//! (spec 30 §7).

use crate::population::{self, START, Size, TAO, hotkey};
use codec::Encode;
use frame_support::{traits::Hooks, weights::Weight};
use frame_system::RawOrigin;
use node_subtensor_runtime::{AccountId, Balances, Runtime, SubtensorModule, System, genesis};
use pallet_subtensor::{DissolveCleanupQueue, StakePositions};
use sp_keyring::Sr25519Keyring::Alice;
use subtensor_primitives::{NetUid, TaoBalance};

const SUBNET: NetUid = NetUid::new(1);
const STAKERS: u32 = 2_000;

fn staker(number: u32) -> AccountId {
    ("staker", number)
        .using_encoded(sp_io::hashing::blake2_256)
        .into()
}

/// Everybody stakes half a TAO on one of the validators.
fn add_stakers() {
    for number in 0..STAKERS {
        let who = staker(number);
        Balances::transfer_allow_death(
            RawOrigin::Signed(Alice.to_account_id()).into(),
            who.clone().into(),
            TAO,
        )
        .expect("the donor is rich");
        SubtensorModule::add_stake(
            RawOrigin::Signed(who).into(),
            hotkey(SUBNET, 1 + (number % 64) as u16),
            SUBNET,
            TaoBalance::new(TAO / 2),
        )
        .expect("the staker can stake");
    }
}

fn is_done() -> bool {
    DissolveCleanupQueue::<Runtime>::get().is_empty()
}

#[test]
fn a_full_subnet_is_gone_within_a_few_blocks() {
    let storage =
        genesis::native::storage(&genesis::DEV.into(), &[]).expect("the preset is a genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        population::populate(Size {
            subnets: 1,
            uids: 256,
            validators: 64,
        });
        add_stakers();
        let positions = StakePositions::<Runtime>::iter_prefix(SUBNET).count();
        assert!(positions > STAKERS as usize, "{positions}");
        let idle = SubtensorModule::on_initialize(START + 1);
        SubtensorModule::root_dissolve_network(RawOrigin::Root.into(), SUBNET)
            .expect("root dissolves");

        let most = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
        let mut weights: Vec<Weight> = Vec::new();
        while !is_done() {
            let number = START + 2 + weights.len() as u32;
            System::set_block_number(number);
            weights.push(SubtensorModule::on_initialize(number));
        }
        let heaviest = weights.iter().max_by_key(|weight| weight.ref_time());
        let heaviest = heaviest.expect("it took a block").ref_time();
        println!(
            "{positions} positions: {} blocks, the heaviest {} ms of {} ms",
            weights.len(),
            heaviest / 1_000_000_000,
            most.ref_time() / 1_000_000_000
        );
        assert!(weights.len() <= 20);
        assert!(heaviest <= most.ref_time() / 10 + idle.ref_time());
        let paid = (0..STAKERS).filter(|number| Balances::free_balance(staker(*number)) > TAO / 2);
        assert_eq!(paid.count(), STAKERS as usize);
    });
}
