//! Emission on a whole chain: what is minted, who gets it, and that nothing is lost. `next_block`
//! checks every equality of the ledger.

mod gate;
mod null;
mod order;
mod reservoirs;
mod schedule;
mod tempo;

use frame_support::assert_ok;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, TaoBalance};

use crate::{mock::*, pallet::*};

const VALIDATOR: u64 = 12;
const MINER: u64 = 13;

fn earned(hotkey: u64, coldkey: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(hotkey), &account(coldkey), netuid).to_u64()
}

/// A subnet with an owner (1, 11), a validator (2, 12) and a miner (3, 13); the validator names the
/// miner.
fn subnet_at_work() -> NetUid {
    let netuid = start_subnet(1, 11);
    assert_ok!(SubtensorModule::burned_register(
        signed(2),
        netuid,
        account(VALIDATOR)
    ));
    assert_ok!(SubtensorModule::burned_register(
        signed(3),
        netuid,
        account(MINER)
    ));
    assert_ok!(SubtensorModule::add_stake(
        signed(2),
        account(VALIDATOR),
        netuid,
        TaoBalance::new(100 * TAO)
    ));
    run_to_block(System::block_number() + 12);
    let uid = Neurons::<Test>::uid_for(netuid, &account(MINER)).unwrap();
    let row = crate::weights::Row {
        targets: &[uid],
        weights: &[1],
        version_key: 0,
    };
    assert_ok!(ValidatorWeights::<Test>::do_set_weights(
        &account(VALIDATOR),
        netuid,
        MechId::MAIN,
        &row
    ));
    netuid
}

#[test]
fn emission_reaches_owner_miners_and_validators() {
    new_test_ext().execute_with(|| {
        let netuid = subnet_at_work();
        run_to_block(System::block_number() + 10);
        let before = [
            earned(11, 1, netuid),
            earned(MINER, 3, netuid),
            earned(VALIDATOR, 2, netuid),
        ];
        run_to_block(System::block_number() + 10);
        let after = [
            earned(11, 1, netuid),
            earned(MINER, 3, netuid),
            earned(VALIDATOR, 2, netuid),
        ];
        let [owner, miner, validator] = [0, 1, 2].map(|who| after[who] - before[who]);
        let all = 10 * TAO;
        let close = |amount: u64, percent: u64| amount.abs_diff(all / 100 * percent) < all / 10_000;
        assert!(
            close(owner, 18) && close(miner, 41) && close(validator, 41),
            "{owner} {miner} {validator}"
        );
        assert_eq!(owner + miner + validator, all, "ten blocks of one alpha");
    });
}

#[test]
fn supply_grows_by_the_schedule_and_never_more() {
    new_test_ext().execute_with(|| {
        subnet_at_work();
        // The moving price of a new subnet is below its precision for some blocks; until then it
        // has no share.
        run_to_block(40);
        let before = Ledger::<Test>::tao_issuance().to_u64();
        run_to_block(System::block_number() + 10);
        let minted = Ledger::<Test>::tao_issuance().to_u64() - before;
        assert!((9 * TAO..=10 * TAO).contains(&minted), "{minted}");
    });
}

#[test]
fn a_subnet_without_weights_recycles_nothing_of_its_owner() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        run_to_block(System::block_number() + 30);
        assert!(earned(11, 1, netuid) > 0);
    });
}

#[test]
fn root_stakers_are_credited() {
    new_test_ext().execute_with(|| {
        let netuid = subnet_at_work();
        SubnetMovingPrice::<Test>::insert(netuid, subtensor_fixed::I96F32::from_num(2i64));
        let root = TaoBalance::new(900_000 * TAO);
        assert_ok!(SubtensorModule::add_stake(
            signed(4),
            account(VALIDATOR),
            NetUid::ROOT,
            root
        ));
        Neurons::<Test>::append_neuron(NetUid::ROOT, &account(VALIDATOR), 1);
        run_to_block(System::block_number() + 25);
        let escrow = Funds::<Test>::escrow();
        let held = Shares::<Test>::stake_of(&account(VALIDATOR), &escrow, netuid);
        assert!(held > AlphaBalance::ZERO);
        assert!(Funds::<Test>::owed(&account(VALIDATOR), &account(4)) > 0);
    });
}
