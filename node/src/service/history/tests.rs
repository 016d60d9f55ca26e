use sp_consensus_aura::AURA_ENGINE_ID;
use sp_runtime::{Digest, DigestItem};

use super::*;

fn header(number: u32, logs: Vec<DigestItem>) -> Header {
    Header::new(
        number,
        Default::default(),
        Default::default(),
        Default::default(),
        Digest { logs },
    )
}

#[test]
fn a_signature_tells_authorities_from_sealing() {
    let slot = DigestItem::PreRuntime(AURA_ENGINE_ID, vec![1]);
    let seal = DigestItem::Seal(AURA_ENGINE_ID, vec![2]);
    assert_eq!(sealed(&header(0, vec![])), None);
    assert_eq!(sealed(&header(1, vec![slot.clone()])), Some(true));
    assert_eq!(sealed(&header(1, vec![slot, seal])), Some(false));
}
