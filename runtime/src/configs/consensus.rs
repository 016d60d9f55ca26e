//! Block production and finality (spec 60 §6.2).

use frame_support::{
    BoundedVec, ensure,
    traits::{ConstBool, ConstU32, ConstU64},
};
use pallet_admin_utils::{ChangeAuthorities, Error};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityList;
use sp_runtime::DispatchResult;

use crate::{Aura, BlockNumber, Grandpa, Runtime, RuntimeEvent, timing};

/// Most authorities.
pub(crate) type MaxAuthorities = ConstU32<32>;

impl pallet_aura::Config for Runtime {
    type AuthorityId = AuraId;
    type DisabledValidators = ();
    type MaxAuthorities = MaxAuthorities;
    type AllowMultipleBlocksPerSlot = ConstBool<false>;
    type SlotDuration = timing::SlotDuration;
}

impl pallet_grandpa::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = ();
    type MaxAuthorities = MaxAuthorities;
    type MaxNominators = ConstU32<20>;
    type MaxSetIdSessionEntries = ConstU64<0>;
    type KeyOwnerProof = sp_core::Void;
    type EquivocationReportSystem = ();
}

/// The authorities are those of Aura and of Grandpa.
pub struct Authorities;

impl ChangeAuthorities<BlockNumber> for Authorities {
    type Authors = BoundedVec<AuraId, MaxAuthorities>;
    type Finalizers = AuthorityList;

    fn set_authors(authors: Self::Authors) -> DispatchResult {
        ensure!(!authors.is_empty(), Error::<Runtime>::InvalidValue);
        Aura::change_authorities(authors);
        Ok(())
    }

    fn schedule_finalizers(
        finalizers: Self::Finalizers,
        in_blocks: BlockNumber,
        forced: Option<BlockNumber>,
    ) -> DispatchResult {
        let most = <MaxAuthorities as frame_support::traits::Get<u32>>::get() as usize;
        ensure!(
            (1..=most).contains(&finalizers.len()),
            Error::<Runtime>::InvalidValue
        );
        Grandpa::schedule_change(finalizers, in_blocks, forced)
    }
}
