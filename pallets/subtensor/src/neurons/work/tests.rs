//! Registration by proof of work: who gets in, in which order a claim is refused, replays, limits
//! and the difficulty (spec 30 §21).

use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, pallet_prelude::Pays};
use proptest::prelude::*;
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_fixed::U64F64;
use subtensor_pow::Challenge;
use subtensor_primitives::{NetUid, TaoBalance};

use crate::{Call, Error, Event, mock::*, pallet::*};

/// A coldkey with a hotkey of its own number plus ten.
const MINER: u64 = 2;

/// The hash of a block in these tests.
fn hash_of(block: u64) -> H256 {
    H256::repeat_byte(block as u8 + 1)
}

/// Brings the chain to a block, with the hashes of those before.
fn go_to(block: u64) {
    run_to_block(block);
    for past in block.saturating_sub(8)..block {
        frame_system::BlockHash::<Test>::insert(past, hash_of(past));
    }
}

/// A subnet of coldkey 1 at block 20 on which every eighth seal is a proof.
fn subnet() -> NetUid {
    let netuid = start_subnet(1, 11);
    NetworkPowRegistrationAllowed::<Test>::insert(netuid, true);
    Difficulty::<Test>::insert(netuid, 8);
    MinDifficulty::<Test>::insert(netuid, 8);
    MaxRegistrationsPerBlock::<Test>::insert(netuid, 9);
    go_to(20);
    netuid
}

fn challenge(coldkey: u64, netuid: NetUid, work_block: u64, hotkey: u64) -> Challenge {
    let bytes = |number| <[u8; 32]>::from(account(number));
    Challenge::new(
        netuid.into(),
        hash_of(work_block).as_fixed_bytes(),
        &bytes(hotkey),
        &bytes(coldkey),
    )
}

/// A nonce and its seal that meet the difficulty of the subnet.
fn mine(coldkey: u64, netuid: NetUid, work_block: u64, hotkey: u64) -> (u64, Vec<u8>) {
    let difficulty = Registration::<Test>::work_difficulty(netuid);
    let solved = challenge(coldkey, netuid, work_block, hotkey).solve(difficulty, 0..);
    let (nonce, seal) = solved.unwrap();
    (nonce, seal.0.to_vec())
}

fn submit(
    coldkey: u64,
    netuid: NetUid,
    work_block: u64,
    (nonce, work): (u64, Vec<u8>),
    hotkey: u64,
) -> DispatchResult {
    let origin = signed(coldkey);
    let (work, hotkey) = (list(work), account(hotkey));
    SubtensorModule::pow_register(origin, netuid, work_block, nonce, work, hotkey)
}

/// Mines on the last block and submits.
fn register(coldkey: u64, netuid: NetUid, hotkey: u64) -> DispatchResult {
    let work_block = System::block_number() - 1;
    let proof = mine(coldkey, netuid, work_block, hotkey);
    submit(coldkey, netuid, work_block, proof, hotkey)
}

/// What registrations do at the start of block 2.
fn start_of_block() {
    Registration::<Test>::on_block_registrations(&Subnets::<Test>::subnet_netuids(), 2);
}

#[test]
fn a_proof_registers_a_hotkey_for_nothing() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let (funds, price) = (
            Balances::free_balance(account(MINER)),
            Burn::<Test>::get(netuid),
        );
        let pool = SubnetTAO::<Test>::get(netuid);
        assert_ok!(register(MINER, netuid, 12));

        assert_eq!(Neurons::<Test>::uid_for(netuid, &account(12)), Some(1));
        assert_eq!(Hotkeys::<Test>::owner_of(&account(12)), account(MINER));
        assert_eq!(Balances::free_balance(account(MINER)), funds);
        assert_eq!(SubnetTAO::<Test>::get(netuid), pool);
        assert_eq!(LastPowRegistrationBlock::<Test>::get(account(12)), Some(20));
        assert_eq!(RegistrationsThisBlock::<Test>::get(netuid), 1);
        // The price of the other way in does not move.
        assert_eq!(Burn::<Test>::get(netuid), price);
        assert_eq!(Difficulty::<Test>::get(netuid), 10);
        let event = Event::NeuronRegistered(netuid, 1, account(12));
        assert_eq!(System::events().last().unwrap().event, event.into());
        check();
    });
}

#[test]
fn the_call_is_free() {
    let call = Call::<Test>::pow_register {
        netuid: NetUid::new(1),
        work_block: 1,
        nonce: 0,
        work: list(vec![]),
        hotkey: account(12),
    };
    assert_eq!(call.get_dispatch_info().pays_fee, Pays::No);
}

#[test]
fn a_claim_is_refused_for_the_first_thing_that_is_wrong_with_its_subnet_and_hotkey() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let unsigned = RuntimeOrigin::none();
        assert_noop!(
            SubtensorModule::pow_register(unsigned, NetUid::ROOT, 0, 0, list(vec![]), account(11)),
            DispatchError::BadOrigin
        );
        // Everything is wrong, one thing after the other is put right; no subnet is open from the
        // start.
        NetworkPowRegistrationAllowed::<Test>::remove(netuid);
        MaxRegistrationsPerBlock::<Test>::insert(netuid, 0);
        let bad = |netuid, hotkey| submit(MINER, netuid, 20, (0, vec![255; 31]), hotkey);
        assert_noop!(
            bad(NetUid::ROOT, 11),
            Error::<Test>::RegistrationNotPermittedOnRootSubnet
        );
        assert_noop!(bad(NetUid::new(9), 11), Error::<Test>::SubnetNotExists);
        assert_noop!(bad(netuid, 11), Error::<Test>::SubNetRegistrationDisabled);
        NetworkPowRegistrationAllowed::<Test>::insert(netuid, true);
        assert_noop!(
            bad(netuid, 11),
            Error::<Test>::TooManyRegistrationsThisBlock
        );
        MaxRegistrationsPerBlock::<Test>::insert(netuid, 1);
        assert_noop!(
            bad(netuid, 11),
            Error::<Test>::HotKeyAlreadyRegisteredInSubNet
        );
        assert_noop!(bad(netuid, 13), Error::<Test>::InvalidWorkBlock);
    });
}

#[test]
fn a_claim_is_refused_for_the_first_thing_that_is_wrong_with_its_proof() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let pool = Subnets::<Test>::account_of_subnet(netuid);
        MaxAllowedUids::<Test>::insert(netuid, 1);
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(3),
            account(13)
        ));
        let with = |nonce, work: Vec<u8>| submit(MINER, netuid, 19, (nonce, work), 13);
        for length in [0, 31, 33] {
            assert_noop!(with(0, vec![255; length]), Error::<Test>::InvalidSeal);
        }
        assert_noop!(with(0, vec![255; 32]), Error::<Test>::InvalidDifficulty);
        assert_noop!(with(0, vec![0; 32]), Error::<Test>::InvalidSeal);
        let (nonce, work) = mine(MINER, netuid, 19, 13);
        assert_noop!(with(nonce + 1, work.clone()), Error::<Test>::InvalidSeal);
        assert_noop!(with(nonce, work), Error::<Test>::NonAssociatedColdKey);
        let of_pool = Challenge::new(
            netuid.into(),
            hash_of(19).as_fixed_bytes(),
            &pool.clone().into(),
            &account(MINER).into(),
        );
        let (nonce, seal) = of_pool
            .solve(Registration::<Test>::work_difficulty(netuid), 0..)
            .unwrap();
        let work = seal.0.to_vec();
        assert_noop!(
            SubtensorModule::pow_register(signed(MINER), netuid, 19, nonce, list(work), pool),
            Error::<Test>::CannotUseSystemAccount
        );
    });
}

#[test]
fn a_good_claim_is_refused_where_there_is_no_room() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        // Full, and the only uid is the owner's.
        MaxAllowedUids::<Test>::insert(netuid, 1);
        assert_noop!(
            register(MINER, netuid, 14),
            Error::<Test>::NoNeuronIdAvailable
        );
        MaxAllowedUids::<Test>::insert(netuid, 0);
        assert_noop!(
            register(MINER, netuid, 14),
            Error::<Test>::NoNeuronIdAvailable
        );
        MaxAllowedUids::<Test>::insert(netuid, 2);
        assert_ok!(register(MINER, netuid, 14));
    });
}

#[test]
fn a_challenge_is_one_of_the_last_four_blocks() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let with = |work_block, hotkey| {
            let proof = mine(MINER, netuid, work_block, hotkey);
            submit(MINER, netuid, work_block, proof, hotkey)
        };
        for work_block in [0, 1, 15, 21, u64::MAX - 1] {
            let with = submit(MINER, netuid, work_block, (0, vec![0; 32]), 30);
            assert_noop!(with, Error::<Test>::InvalidWorkBlock);
        }
        for (work_block, hotkey) in [(16, 31), (17, 32), (18, 33), (19, 34)] {
            assert_ok!(with(work_block, hotkey));
        }
    });
}

#[test]
fn nobody_works_ahead_for_a_block_whose_hash_is_not_known_yet() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let bytes = |number| <[u8; 32]>::from(account(number));
        let challenge = Challenge::new(netuid.into(), &[0; 32], &bytes(12), &bytes(MINER));
        let (nonce, seal) = challenge
            .solve(Registration::<Test>::work_difficulty(netuid), 0..)
            .unwrap();
        for work_block in [0, 20] {
            let claim = submit(MINER, netuid, work_block, (nonce, seal.0.to_vec()), 12);
            assert_noop!(claim, Error::<Test>::InvalidWorkBlock);
        }
    });
}

#[test]
fn a_proof_is_good_for_one_coldkey_hotkey_and_subnet() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let other = start_subnet(4, 44);
        NetworkPowRegistrationAllowed::<Test>::insert(other, true);
        Difficulty::<Test>::insert(other, 8);
        MinDifficulty::<Test>::insert(other, 8);
        let proof = mine(MINER, netuid, 19, 12);
        for (coldkey, netuid, work_block, hotkey) in [
            (3, netuid, 19, 12),
            (MINER, netuid, 19, 13),
            (MINER, other, 19, 12),
            (MINER, netuid, 18, 12),
        ] {
            assert_noop!(
                submit(coldkey, netuid, work_block, proof.clone(), hotkey),
                Error::<Test>::InvalidSeal
            );
        }
        assert_ok!(submit(MINER, netuid, 19, proof, 12));
    });
}

#[test]
fn a_hotkey_that_lost_its_uid_has_to_work_again() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        MaxAllowedUids::<Test>::insert(netuid, 2);
        let proof = mine(MINER, netuid, 19, 12);
        assert_ok!(submit(MINER, netuid, 19, proof.clone(), 12));
        assert_ok!(register(3, netuid, 13));
        assert_eq!(Neurons::<Test>::uid_for(netuid, &account(12)), None);
        assert_noop!(
            submit(MINER, netuid, 19, proof, 12),
            Error::<Test>::InvalidWorkBlock
        );
        // What it found in the meantime, before it was registered, is no use either.
        assert_noop!(
            submit(MINER, netuid, 18, mine(MINER, netuid, 18, 12), 12),
            Error::<Test>::InvalidWorkBlock
        );
        go_to(22);
        let old = mine(MINER, netuid, 20, 12);
        assert_noop!(
            submit(MINER, netuid, 20, old, 12),
            Error::<Test>::InvalidWorkBlock
        );
        assert_ok!(register(MINER, netuid, 12));
        assert_eq!(Neurons::<Test>::uid_for(netuid, &account(12)), Some(1));
    });
}

#[test]
fn a_block_has_room_for_so_many() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        MaxRegistrationsPerBlock::<Test>::insert(netuid, 2);
        assert_ok!(register(MINER, netuid, 12));
        // Who pays counts as well, but is not held back.
        assert_ok!(SubtensorModule::burned_register(
            signed(3),
            netuid,
            account(13)
        ));
        let refused = Error::<Test>::TooManyRegistrationsThisBlock;
        assert_noop!(register(4, netuid, 14), refused);
        assert_ok!(SubtensorModule::burned_register(
            signed(5),
            netuid,
            account(15)
        ));
        go_to(21);
        assert_eq!(RegistrationsThisBlock::<Test>::iter().count(), 0);
        assert_ok!(register(4, netuid, 14));
        MaxRegistrationsPerBlock::<Test>::insert(netuid, 0);
        go_to(22);
        let refused = Error::<Test>::TooManyRegistrationsThisBlock;
        assert_noop!(register(6, netuid, 16), refused);
    });
}

#[test]
fn the_two_ways_in_open_and_close_on_their_own() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        NetworkRegistrationAllowed::<Test>::insert(netuid, false);
        assert_ok!(register(MINER, netuid, 12));
        let pay = || SubtensorModule::burned_register(signed(3), netuid, account(13));
        assert_noop!(pay(), Error::<Test>::SubNetRegistrationDisabled);
        NetworkRegistrationAllowed::<Test>::insert(netuid, true);
        NetworkPowRegistrationAllowed::<Test>::insert(netuid, false);
        assert_noop!(
            register(4, netuid, 14),
            Error::<Test>::SubNetRegistrationDisabled
        );
        let difficulty = Difficulty::<Test>::get(netuid);
        assert_ok!(pay());
        assert_eq!(Difficulty::<Test>::get(netuid), difficulty);
    });
}

#[test]
fn the_pool_refuses_what_the_call_refuses_but_for_the_room_in_a_block() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        MaxRegistrationsPerBlock::<Test>::insert(netuid, 1);
        let call = |work_block, (nonce, work), hotkey| Call::<Test>::pow_register {
            netuid,
            work_block,
            nonce,
            work: list(work),
            hotkey: account(hotkey),
        };
        let precheck = |call: &Call<Test>| {
            Admission::<Test>::precheck(&account(MINER), call).map_err(DispatchError::from)
        };
        let refused = |error: Error<Test>| Err(error.into());
        let proof = mine(MINER, netuid, 19, 12);
        let good = call(19, proof.clone(), 12);
        assert_eq!(precheck(&good), Ok(()));
        assert_ok!(Admission::<Test>::precheck_in_block(&good));
        for (call, error) in [
            (call(15, proof.clone(), 12), Error::InvalidWorkBlock),
            (call(19, proof, 13), Error::InvalidSeal),
            (call(19, (0, vec![255; 32]), 12), Error::InvalidDifficulty),
            (
                call(19, mine(MINER, netuid, 19, 11), 11),
                Error::HotKeyAlreadyRegisteredInSubNet,
            ),
        ] {
            assert_eq!(precheck(&call), refused(error));
        }

        assert_ok!(register(3, netuid, 13));
        let harder = call(19, mine(MINER, netuid, 19, 12), 12);
        assert_eq!(precheck(&harder), Ok(()));
        assert_eq!(
            Admission::<Test>::precheck_in_block(&harder).map_err(DispatchError::from),
            refused(Error::TooManyRegistrationsThisBlock)
        );
        MaxRegistrationsPerBlock::<Test>::insert(netuid, 0);
        assert_eq!(
            precheck(&harder),
            refused(Error::TooManyRegistrationsThisBlock)
        );
    });
}

/// Difficulty, multiplier and bounds.
fn set_difficulty(netuid: NetUid, value: u64, factor: u64, (least, most): (u64, u64)) {
    Difficulty::<Test>::insert(netuid, value);
    BurnIncreaseMult::<Test>::insert(netuid, U64F64::from_num(factor));
    MinDifficulty::<Test>::insert(netuid, least);
    MaxDifficulty::<Test>::insert(netuid, most);
}

#[test]
fn each_registration_makes_the_next_one_harder() {
    new_test_ext().execute_with(|| {
        let netuid = NetUid::new(1);
        for (value, factor, bounds, raised) in [
            (5, 2, (1, u64::MAX), vec![10, 20, 40]),
            (5, 0, (1, u64::MAX), vec![5]),
            (300, 2, (1, 1_000), vec![600, 1_000, 1_000]),
            // Below the floor it counts as the floor, which holds against the ceiling.
            (5, 2, (100, 1_000), vec![200, 400]),
            (5, 2, (100, 50), vec![100]),
            (0, 2, (0, 50), vec![2]),
            (u64::MAX, 3, (1, u64::MAX), vec![u64::MAX]),
        ] {
            set_difficulty(netuid, value, factor, bounds);
            for expected in raised {
                Registration::<Test>::raise_difficulty(netuid);
                assert_eq!(
                    Difficulty::<Test>::get(netuid),
                    expected,
                    "{value} {factor}"
                );
            }
        }
    });
}

#[test]
fn difficulties_fall_like_prices() {
    new_test_ext().execute_with(|| {
        let netuid = NetUid::new(1);
        for (half_life, value, bounds, after) in [
            (2, 1_024, (1, u64::MAX), vec![724, 511, 361, 255]),
            (1, 900, (300, u64::MAX), vec![450, 300, 300]),
            (1, 3, (0, u64::MAX), vec![1, 1]),
            // Bounds that moved are kept to.
            (0, 700, (1, 600), vec![600, 600]),
            (0, 5, (7, 600), vec![7]),
            (0, 5, (7, 6), vec![7]),
        ] {
            set_difficulty(netuid, value, 2, bounds);
            Registration::<Test>::set_burn_half_life(netuid, half_life);
            for expected in after {
                start_of_block();
                assert_eq!(
                    Difficulty::<Test>::get(netuid),
                    expected,
                    "{half_life} {value}"
                );
            }
        }
    });
}

#[test]
fn a_difficulty_at_rest_is_not_written() {
    new_test_ext().execute_with(|| {
        start_of_block();
        assert_eq!(Difficulty::<Test>::iter().count(), 0);
    });
}

proptest! {
    /// Whatever the bounds and the history, what is stored after a block is what a proof has to
    /// meet, and within the bounds.
    #[test]
    fn the_stored_difficulty_is_the_one_that_counts(
        value: u64, least: u64, most: u64, half_life: u16, factor in 0u64..4, raises in 0usize..3,
    ) {
        new_test_ext().execute_with(|| {
            let netuid = NetUid::new(1);
            set_difficulty(netuid, value, factor, (least, most));
            Registration::<Test>::set_burn_half_life(netuid, half_life);
            (0..raises).for_each(|_| Registration::<Test>::raise_difficulty(netuid));
            start_of_block();
            let stored = Difficulty::<Test>::get(netuid);
            prop_assert_eq!(stored, Registration::<Test>::work_difficulty(netuid).get());
            prop_assert!(stored >= least.max(1) && stored <= most.max(least).max(1));
            Ok(())
        })?;
    }

    /// With the same multiplier, half-life and bounds, price and difficulty move alike.
    #[test]
    fn difficulty_and_price_move_by_the_same_rules(
        value in 1u64..1 << 40, half_life: u16, factor in 0u64..4, steps: [bool; 12],
    ) {
        new_test_ext().execute_with(|| {
            let netuid = NetUid::new(1);
            set_difficulty(netuid, value, factor, (1, 1 << 42));
            Burn::<Test>::insert(netuid, TaoBalance::new(value));
            MinBurn::<Test>::insert(netuid, TaoBalance::new(1));
            MaxBurn::<Test>::insert(netuid, TaoBalance::new(1 << 42));
            Registration::<Test>::set_burn_half_life(netuid, half_life);
            for raise in steps {
                if raise {
                    Registration::<Test>::raise_difficulty(netuid);
                    Registration::<Test>::raise_burn(netuid);
                } else {
                    start_of_block();
                }
                prop_assert_eq!(
                    Difficulty::<Test>::get(netuid),
                    Burn::<Test>::get(netuid).to_u64()
                );
            }
            Ok(())
        })?;
    }
}
