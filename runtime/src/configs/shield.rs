//! Encrypted transactions (spec 60 §6.5): authors take turns by slot, as Aura has them.

use pallet_shield::{AuthorSchedule, MeasuredWeights};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;

use crate::{Aura, Runtime};

/// Whose turn a slot is.
pub struct AuraSchedule;

impl AuthorSchedule<AuraId> for AuraSchedule {
    fn author_in(slots: u64) -> Option<AuraId> {
        let slot = u64::from(pallet_aura::CurrentSlot::<Runtime>::get()).saturating_add(slots);
        let index = usize::try_from(Aura::slot_author_index(slot.into())?).ok()?;
        pallet_aura::Authorities::<Runtime>::get()
            .get(index)
            .cloned()
    }
}

impl pallet_shield::Config for Runtime {
    type AuthorityId = AuraId;
    type Authors = AuraSchedule;
    type WeightInfo = MeasuredWeights<Runtime>;
}
