//! Blocks in which the chain opens encrypted weights.

use codec::Encode;
use node_subtensor_runtime::Runtime;
use pallet_drand::{LastStoredRound, OldestStoredRound, Pulse, Pulses};
use pallet_subtensor::{
    CommitRevealWeightsEnabled, SubnetEpochIndex, TimelockedCommitOutlines,
    TimelockedWeightCommits, ValidatorPermit, WaitingCommitQueues,
    weights::{CommitOutline, CommitPayload, WaitingQueue},
};
use subtensor_primitives::{NetUid, NetUidStorageIndex};
use subtensor_timelock::{Secrets, public_key, randomness, seal, sign};

use crate::{
    chain::Chain,
    population::{FULL, hotkey},
    timing::millis,
};

/// Secret of the beacon, of which one round is known.
const SECRET: [u8; 32] = [7; 32];
pub(crate) const ROUND: u64 = 5;
/// More blocks than any number of reveals here takes.
const MAX_BLOCKS: usize = 64;

/// Prints what blocks take in which some commits wait for their reveal, each with a full row.
pub(crate) fn print(chain: &Chain) {
    println!("Reveals, milliseconds of on_initialize as WebAssembly\n");
    println!(
        "| Waiting | First block | Blocks until all are open | All of them, above an idle one |"
    );
    println!("|---|---|---|---|");
    let idle = row(chain, fill::<0>, 0, 0.0);
    for (fill, waiting) in [(fill::<1> as fn(), 1), (fill::<32>, 32), (fill::<128>, 128)] {
        row(chain, fill, waiting, idle);
    }
    println!();
}

/// Prints a row; gives the time of the first block.
fn row(chain: &Chain, fill: fn(), waiting: usize, idle: f64) -> f64 {
    let mut chain = chain.changed(fill);
    let (mut first, mut sum, mut blocks) = (None, 0.0, 0);
    loop {
        let time = millis(chain.advance().initialize);
        first.get_or_insert(time);
        sum += time - idle;
        blocks += 1;
        let mut next = chain.open();
        if next
            .natively(WaitingCommitQueues::<Runtime>::get)
            .is_empty()
            || blocks == MAX_BLOCKS
        {
            break;
        }
    }
    let first = first.unwrap_or_default();
    println!("| {waiting} | {first:.2} | {blocks} | {sum:.2} |");
    first
}

/// Lets the first `N` neurons of the first subnet have committed to a full row.
pub(crate) fn fill<const N: u16>() {
    let netuid = NetUid::new(1);
    let index = NetUidStorageIndex::from(netuid.get());
    let signature = sign(&SECRET, ROUND);
    let pulse = Pulse {
        round: ROUND,
        randomness: randomness(&signature)
            .to_vec()
            .try_into()
            .unwrap_or_default(),
        signature: signature.to_vec().try_into().unwrap_or_default(),
    };
    Pulses::<Runtime>::insert(ROUND, pulse);
    LastStoredRound::<Runtime>::put(ROUND);
    OldestStoredRound::<Runtime>::put(ROUND);
    CommitRevealWeightsEnabled::<Runtime>::insert(netuid, true);
    SubnetEpochIndex::<Runtime>::insert(netuid, 1);
    ValidatorPermit::<Runtime>::insert(netuid, vec![true; FULL.uids.into()]);
    let mut bytes = 0;
    for uid in 0..N {
        let hotkey = hotkey(netuid, uid);
        let ciphertext = sealed_row(&hotkey.encode(), uid as u8);
        bytes += ciphertext.len() as u32;
        let outline = CommitOutline {
            hotkey: hotkey.clone(),
            block: 1,
        };
        TimelockedCommitOutlines::<Runtime>::append(index, 0, outline);
        let ciphertext = CommitPayload::try_from(ciphertext).expect("it is short");
        TimelockedWeightCommits::<Runtime>::append(index, 0, (hotkey, 1, ciphertext, ROUND));
    }
    if N > 0 {
        WaitingCommitQueues::<Runtime>::put(vec![WaitingQueue {
            index,
            epoch: 0,
            first_round: ROUND,
            bytes,
        }]);
    }
}

/// A row with a weight for every uid, as its owner encrypts it.
pub(crate) fn sealed_row(hotkey: &[u8], salt: u8) -> Vec<u8> {
    let uids: Vec<u16> = (0..FULL.uids).collect();
    let values: Vec<u16> = uids.iter().map(|uid| uid + 1).collect();
    let plain = (hotkey, uids, values, 0_u64).encode();
    let secrets = Secrets {
        key: [salt; 32],
        sigma: [!salt; 32],
        nonce: [salt; 12],
    };
    seal(&public_key(&SECRET), ROUND, &secrets, &plain).expect("the key is a point")
}
