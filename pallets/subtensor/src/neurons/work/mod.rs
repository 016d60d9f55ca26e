//! Registration by proof of work: free, for whoever hashes long enough against a fresh block (spec
//! 30 §21).

mod difficulty;
#[cfg(test)]
mod tests;

use codec::Encode;
use frame_support::ensure;
use sp_runtime::{DispatchResult, traits::UniqueSaturatedInto};
use subtensor_pow::{Challenge, InvalidProof};
use subtensor_primitives::{List, NetUid};

use super::Vacancy;
use crate::{
    Config, Error, Event, Hotkeys, Neurons, Pallet, Registration, Schedule, Subnets,
    pallet::{
        LastPowRegistrationBlock, MaxRegistrationsPerBlock, NetworkPowRegistrationAllowed,
        RegistrationsThisBlock,
    },
};

/// So many blocks after its own a challenge is stale.
const STALE_AFTER_BLOCKS: u64 = 5;

/// Bytes that are offered as a seal; those of a good one are 32.
pub type Seal = List<u8, 64>;

/// What `pow_register` is told.
pub(crate) struct WorkClaim<'a, AccountId> {
    pub netuid: NetUid,
    /// The block whose hash was worked on.
    pub work_block: u64,
    pub nonce: u64,
    /// The seal.
    pub work: &'a [u8],
    pub hotkey: &'a AccountId,
}

/// A hash or a public key; none if the type has another length.
fn bytes_of(value: &impl Encode) -> Option<[u8; 32]> {
    value.encode().try_into().ok()
}

impl<T: Config> Registration<T> {
    /// Registers a hotkey for a proof of work. The next one is harder.
    pub(crate) fn do_pow_register(
        coldkey: &T::AccountId,
        claim: &WorkClaim<'_, T::AccountId>,
    ) -> DispatchResult {
        let (netuid, hotkey) = (claim.netuid, claim.hotkey);
        let in_block = RegistrationsThisBlock::<T>::get(netuid);
        let place = Self::check_claim_of_work(coldkey, claim, in_block)?;

        Hotkeys::<T>::claim_hotkey(coldkey, hotkey)?;
        let uid = Neurons::<T>::fill_vacancy(netuid, hotkey, place)?;
        Self::raise_difficulty(netuid);
        RegistrationsThisBlock::<T>::insert(netuid, in_block.saturating_add(1));
        LastPowRegistrationBlock::<T>::insert(hotkey, Schedule::<T>::current_block());
        Pallet::<T>::deposit_event(Event::NeuronRegistered(netuid, uid, hotkey.clone()));
        Ok(())
    }

    /// Where the hotkey of a claim would go, if there were `in_block` registrations on the subnet
    /// in this block.
    pub(crate) fn check_claim_of_work(
        coldkey: &T::AccountId,
        claim: &WorkClaim<'_, T::AccountId>,
        in_block: u16,
    ) -> Result<Vacancy, Error<T>> {
        let (netuid, hotkey) = (claim.netuid, claim.hotkey);
        ensure!(
            !netuid.is_root(),
            Error::RegistrationNotPermittedOnRootSubnet
        );
        ensure!(Subnets::<T>::subnet_exists(netuid), Error::SubnetNotExists);
        ensure!(
            NetworkPowRegistrationAllowed::<T>::get(netuid),
            Error::SubNetRegistrationDisabled
        );
        Self::check_count_for_work(netuid, in_block)?;
        ensure!(
            !Neurons::<T>::is_registered(netuid, hotkey),
            Error::HotKeyAlreadyRegisteredInSubNet
        );
        Self::challenge_of(coldkey, claim)?
            .check(claim.nonce, claim.work, Self::work_difficulty(netuid))
            .map_err(|invalid| match invalid {
                InvalidProof::Difficulty => Error::InvalidDifficulty,
                InvalidProof::Length | InvalidProof::Seal => Error::InvalidSeal,
            })?;
        Hotkeys::<T>::check_claim_of_hotkey(coldkey, hotkey)?;
        Neurons::<T>::vacancy_for_newcomer(netuid)
    }

    /// Whether a block in which there were `in_block` registrations on a subnet has room for one by
    /// work.
    ///
    /// Errors: `TooManyRegistrationsThisBlock`, always where the limit is 0.
    pub(crate) fn check_count_for_work(netuid: NetUid, in_block: u16) -> Result<(), Error<T>> {
        ensure!(
            in_block < MaxRegistrationsPerBlock::<T>::get(netuid),
            Error::TooManyRegistrationsThisBlock
        );
        Ok(())
    }

    /// What had to be worked on.
    ///
    /// Errors: `InvalidWorkBlock` if the block is not one of the last four, or not later than the
    /// hotkey's last registration by work: a proof is good once.
    fn challenge_of(
        coldkey: &T::AccountId,
        claim: &WorkClaim<'_, T::AccountId>,
    ) -> Result<Challenge, Error<T>> {
        let invalid = || Error::InvalidWorkBlock;
        let age = Schedule::<T>::current_block()
            .checked_sub(claim.work_block)
            .ok_or_else(invalid)?;
        // The hash of the block itself and of blocks before the first reads as zero: one could work
        // ahead for it.
        ensure!(
            (1..STALE_AFTER_BLOCKS).contains(&age) && claim.work_block >= 1,
            invalid()
        );
        let is_new = LastPowRegistrationBlock::<T>::get(claim.hotkey)
            .is_none_or(|last| claim.work_block > last);
        ensure!(is_new, invalid());
        let hash = frame_system::Pallet::<T>::block_hash::<
            frame_system::pallet_prelude::BlockNumberFor<T>,
        >(claim.work_block.unique_saturated_into());
        let parts = bytes_of(&hash)
            .zip(bytes_of(claim.hotkey))
            .zip(bytes_of(coldkey));
        let ((block, hotkey), coldkey) = parts.ok_or(Error::InvalidSeal)?;
        Ok(Challenge::new(
            claim.netuid.into(),
            &block,
            &hotkey,
            &coldkey,
        ))
    }
}
