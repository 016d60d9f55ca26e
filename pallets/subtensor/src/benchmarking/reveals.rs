//! Encrypted weights that wait to be revealed, and bonds that are reset.

use alloc::vec;

use codec::Encode;
use subtensor_primitives::{MechId, NetUidStorageIndex};
use subtensor_timelock::{Secrets, public_key, seal};

use super::{BEACON_SECRET, Setup, account, bytes_of, commits::full_row, states::*};
use crate::{Neurons, ValidatorWeights, pallet::*};

/// Weights of a hotkey that wait for an epoch and a round.
pub(crate) fn queue<T: Setup>(epoch: u64, hotkey: u64, round: u64) {
    let (uids, values) = full_row();
    let plain = (bytes_of::<T>(hotkey).to_vec(), uids, values, 0_u64).encode();
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    let bytes = seal(&public_key(&BEACON_SECRET), round, &secrets, &plain).expect("it is a point");
    let commit = (
        account::<T>(hotkey),
        1,
        bytes.try_into().expect("it is short"),
        round,
    );
    let index = NetUidStorageIndex::from_parts(SUBNET, MechId::MAIN);
    ValidatorWeights::<T>::queue_commit(index, epoch, commit);
}

/// A validator whose weights count as an update when they are revealed, in the second epoch.
pub(crate) fn validating<T: Setup>() {
    validator::<T>();
    CommitRevealWeightsEnabled::<T>::insert(SUBNET, false);
    SubnetEpochIndex::<T>::insert(SUBNET, 2);
    Tempo::<T>::insert(SUBNET, 60_000);
    T::sign_rounds_to(9);
}

/// A hotkey that has bonds in the rows of all uids of so many mechanisms.
pub(crate) fn bonded<T: Setup>(mechanisms: u8) {
    chain::<T>();
    full_subnet::<T>();
    BondsResetOn::<T>::insert(SUBNET, true);
    MechanismCountCurrent::<T>::insert(SUBNET, MechId::new(mechanisms));
    let uid = Neurons::<T>::uid_for(SUBNET, &account::<T>(HOTKEY)).expect("it has one");
    for mechanism in 0..mechanisms {
        let index = NetUidStorageIndex::from_parts(SUBNET, MechId::new(mechanism));
        for validator in 0..256 / u16::from(mechanisms) {
            Bonds::<T>::insert(index, validator, vec![(uid, 1)]);
        }
    }
}
