//! What coldkeys and owners say about themselves and their subnets, and the symbols they choose
//! (spec 30 §11). Any bytes are accepted up to a length.

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResultWithPostInfo, ensure};
use frame_system::pallet_prelude::OriginFor;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use super::symbols::is_symbol;
use crate::{
    ChainIdentityV2, Config, Error, Event, Hotkeys, Neurons, Pallet, SubnetIdentityV3, Subnets,
    WeightInfo,
    pallet::{IdentitiesV2, SubnetIdentitiesV3, SubnetOwner, TokenSymbol},
};

/// Most bytes of a short and of a long field.
const SHORT: usize = 256;
const LONG: usize = 1_024;

fn fit(fields: &[(&Vec<u8>, usize)]) -> bool {
    fields.iter().all(|(field, max)| field.len() <= *max)
}

/// Whether every field is short enough.
pub(super) fn is_valid_identity(identity: &SubnetIdentityV3) -> bool {
    fit(&[
        (&identity.subnet_name, SHORT),
        (&identity.github_repo, LONG),
        (&identity.subnet_contact, LONG),
        (&identity.subnet_url, LONG),
        (&identity.discord, SHORT),
        (&identity.description, LONG),
        (&identity.logo_url, LONG),
        (&identity.additional, LONG),
    ])
}

fn is_valid_chain_identity(identity: &ChainIdentityV2) -> bool {
    fit(&[
        (&identity.name, SHORT),
        (&identity.url, SHORT),
        (&identity.github_repo, SHORT),
        (&identity.image, LONG),
        (&identity.discord, SHORT),
        (&identity.description, LONG),
        (&identity.additional, LONG),
    ])
}

impl<T: Config> Subnets<T> {
    /// Stores what a coldkey says about itself. Weighs as many of its hotkeys as were looked at to
    /// find one with a uid.
    pub(crate) fn do_set_identity(
        coldkey: T::AccountId,
        identity: ChainIdentityV2,
    ) -> DispatchResultWithPostInfo {
        let owned = Hotkeys::<T>::owned(&coldkey);
        let member = owned.iter().position(Neurons::<T>::is_member);
        let member = member.ok_or(Error::<T>::HotKeyNotRegisteredInNetwork)?;
        ensure!(
            is_valid_chain_identity(&identity),
            Error::<T>::InvalidIdentity
        );
        IdentitiesV2::<T>::insert(&coldkey, identity);
        Pallet::<T>::deposit_event(Event::ChainIdentitySet(coldkey));
        let walked = member.saturating_add(1) as u32;
        Ok(Some(T::WeightInfo::set_identity(walked)).into())
    }

    /// Gives what a coldkey says about itself to another that says nothing; else it stays.
    pub(super) fn move_identity(old: &T::AccountId, new: &T::AccountId) {
        if IdentitiesV2::<T>::contains_key(new) {
            return;
        }
        if let Some(identity) = IdentitiesV2::<T>::take(old) {
            IdentitiesV2::<T>::insert(new, identity);
        }
    }

    /// Stores what the owner of a subnet says about it.
    pub(crate) fn do_set_subnet_identity(
        coldkey: T::AccountId,
        netuid: NetUid,
        identity: SubnetIdentityV3,
    ) -> DispatchResult {
        ensure!(
            SubnetOwner::<T>::try_get(netuid).is_ok_and(|owner| owner == coldkey),
            Error::<T>::NotSubnetOwner
        );
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        ensure!(is_valid_identity(&identity), Error::<T>::InvalidIdentity);
        SubnetIdentitiesV3::<T>::insert(netuid, identity);
        Pallet::<T>::deposit_event(Event::SubnetIdentitySet(netuid));
        Ok(())
    }

    /// Gives the alpha of a subnet another symbol.
    pub(crate) fn do_update_symbol(
        origin: OriginFor<T>,
        netuid: NetUid,
        symbol: Vec<u8>,
    ) -> DispatchResult {
        Self::ensure_subnet_owner_or_root(origin, netuid)?;
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        ensure!(is_symbol(&symbol), Error::<T>::SymbolDoesNotExist);
        ensure!(
            TokenSymbol::<T>::iter_values().all(|used| used != symbol),
            Error::<T>::SymbolAlreadyInUse
        );
        TokenSymbol::<T>::insert(netuid, &symbol);
        Pallet::<T>::deposit_event(Event::SymbolUpdated { netuid, symbol });
        Ok(())
    }
}
