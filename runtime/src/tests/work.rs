//! Registration by proof of work through the real extrinsic path.

use pallet_balances::Pallet as Balances;
use pallet_subtensor::Neurons;
use pallet_subtensor::{
    Call, Difficulty, MaxRegistrationsPerBlock, MinDifficulty, NetworkPowRegistrationAllowed,
};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave};
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};
use subtensor_pow::Challenge;
use subtensor_primitives::NetUid;

use super::{block, block_of, core, dev_chain, list, pool_verdict, transaction};
use crate::{AccountId, Runtime, RuntimeCall, System};

const SUBNET: NetUid = NetUid::new(2);
/// Code of errors without one of their own.
const BAD_REQUEST: u8 = 255;

/// A chain on which Alice owns subnet 2 and every eighth seal is a proof there.
fn chain() -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    chain.execute_with(|| {
        let hotkey = Alice.to_account_id();
        block_of(vec![(Alice, core(Call::register_network { hotkey }))]);
        NetworkPowRegistrationAllowed::<Runtime>::insert(SUBNET, true);
        Difficulty::<Runtime>::insert(SUBNET, 8);
        MinDifficulty::<Runtime>::insert(SUBNET, 8);
        block(vec![]);
    });
    chain
}

/// A hotkey of each coldkey.
fn hotkey(coldkey: Sr25519Keyring) -> AccountId {
    let mut bytes = coldkey.to_raw_public();
    bytes[0] ^= 1;
    bytes.into()
}

/// A claim with a proof for the last block but `age`, of difficulty 1 000 so that it stays good for
/// a while.
fn claim(coldkey: Sr25519Keyring, age: u32) -> RuntimeCall {
    let work_block = System::block_number() - age;
    let challenge = Challenge::new(
        SUBNET.into(),
        System::block_hash(work_block).as_fixed_bytes(),
        &hotkey(coldkey).into(),
        &coldkey.to_raw_public(),
    );
    let difficulty = subtensor_pow::Difficulty::new(1_000);
    let (nonce, seal) = challenge.solve(difficulty, 0..).expect("there are many");
    core(Call::pow_register {
        netuid: SUBNET,
        work_block: work_block.into(),
        nonce,
        work: list(seal.0.to_vec()),
        hotkey: hotkey(coldkey),
    })
}

fn refused() -> TransactionValidityError {
    InvalidTransaction::Custom(BAD_REQUEST).into()
}

#[test]
fn a_proof_passes_the_pool_and_costs_nothing() {
    chain().execute_with(|| {
        let funds = Balances::<Runtime>::free_balance(Bob.to_account_id());
        let call = claim(Bob, 1);
        assert_eq!(pool_verdict(Bob, call.clone()), Ok(()));
        block_of(vec![(Bob, call.clone())]);
        assert_eq!(Neurons::<Runtime>::uid_for(SUBNET, &hotkey(Bob)), Some(1));
        let left = Balances::<Runtime>::free_balance(Bob.to_account_id());
        assert_eq!(left, funds);
        assert_eq!(pool_verdict(Bob, call), Err(refused()));
    });
}

#[test]
fn what_is_no_proof_gets_into_no_pool() {
    chain().execute_with(|| {
        // Somebody else's, and one that is stale in the next block.
        assert_eq!(pool_verdict(Charlie, claim(Bob, 1)), Err(refused()));
        (0..5).for_each(|_| drop(block(vec![])));
        assert_eq!(pool_verdict(Bob, claim(Bob, 3)), Ok(()));
        assert_eq!(pool_verdict(Bob, claim(Bob, 4)), Err(refused()));
        NetworkPowRegistrationAllowed::<Runtime>::insert(SUBNET, false);
        assert_eq!(pool_verdict(Bob, claim(Bob, 1)), Err(refused()));
    });
}

#[test]
fn a_full_block_turns_proofs_away_and_the_next_one_takes_them() {
    chain().execute_with(|| {
        MaxRegistrationsPerBlock::<Runtime>::insert(SUBNET, 2);
        let miners = [Bob, Charlie, Dave];
        let calls = miners.map(|miner| (miner, claim(miner, 1)));
        let transactions = calls
            .clone()
            .map(|(miner, call)| transaction(miner, 0, call));
        let results = block(transactions.into());
        assert_eq!(results, [Ok(Ok(())), Ok(Ok(())), Err(refused())]);
        // The counter that the pool sees is still that of the full block.
        let [.., (_, waiting)] = calls;
        assert_eq!(pool_verdict(Dave, waiting.clone()), Ok(()));
        block_of(vec![(Dave, waiting)]);
        assert_eq!(Neurons::<Runtime>::uid_for(SUBNET, &hotkey(Dave)), Some(3));
    });
}
