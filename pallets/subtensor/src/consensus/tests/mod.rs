//! The pallet around the engine, on the subnet of the published vectors (spec 20 §14).

mod bonds;
mod commits;
mod epoch;
mod liquid;
mod mechanisms;
mod mode;
mod null;
mod skipped;
mod stake;

use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};

use crate::{
    consensus::{Earned, Inconsistency, Snapshot},
    mock::*,
    pallet::*,
};

const NETUID: NetUid = NetUid::new(1);
const BILLION: u64 = 1_000_000_000;

/// Subnet 1 with the accounts 40, 41 and so on as hotkeys, registered in block 1, with these stakes
/// (rao of alpha); the first of them has a permit.
fn neurons(stakes: &[u64]) {
    SubnetOwnerHotkey::<Test>::remove(NETUID);
    SubnetworkN::<Test>::insert(NETUID, 0);
    for (hotkey, stake) in (40..).zip(stakes) {
        Neurons::<Test>::append_neuron(NETUID, &account(hotkey), 1);
        TotalHotkeyAlpha::<Test>::insert(account(hotkey), NETUID, AlphaBalance::new(*stake));
    }
    let permits: Vec<bool> = (0..stakes.len()).map(|uid| uid == 0).collect();
    ValidatorPermit::<Test>::insert(NETUID, permits);
    CommitRevealWeightsEnabled::<Test>::insert(NETUID, false);
    System::set_block_number(3);
}

fn index(mechanism: u8) -> NetUidStorageIndex {
    NetUidStorageIndex::from_parts(NETUID, MechId::new(mechanism))
}

fn run(emission: u64) -> Vec<Earned<AccountId>> {
    run_on(NETUID, emission).unwrap()
}

fn run_on(netuid: NetUid, emission: u64) -> Result<Vec<Earned<AccountId>>, Inconsistency> {
    let emission = AlphaBalance::new(emission);
    Snapshot::<Test>::read(netuid)
        .and_then(|snapshot| Scores::<Test>::run_epoch(&snapshot, emission))
}

/// Weights of uid 0 on a mechanism, set in block 2.
fn weights(mechanism: u8, row: &[(u16, u16)]) {
    Weights::<Test>::insert(index(mechanism), 0, row.to_vec());
    LastUpdate::<Test>::insert(index(mechanism), vec![2; 3]);
}
