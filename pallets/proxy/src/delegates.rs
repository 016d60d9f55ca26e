//! Who may make calls for whom (spec 60 §10.4): relations, accounts that have nothing else, and the
//! consent of an account to pay the fees of a delegate.

use alloc::{collections::BTreeSet, vec::Vec};
use codec::Decode;
use frame_support::{
    dispatch::DispatchResult,
    ensure,
    traits::{BalanceStatus, ReservableCurrency},
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::{BlakeTwo256, Hash, Saturating, TrailingZeroInput, Zero};

use crate::{
    Config, DefinitionOf, Definitions, DepositKind, Error, Event, Pallet, Proxies,
    RealPaysFeeConsentV1,
};

/// What the id of a pure account is derived from, besides its origin. Public interface.
const PURE_PREFIX: &[u8; 16] = b"modlpy/proxy____";

impl<T: Config> Pallet<T> {
    /// The first relation of an account to a delegate, of the given type if there is one.
    ///
    /// Errors: `NotProxy`.
    pub fn definition_of(
        real: &T::AccountId,
        delegate: &T::AccountId,
        proxy_type: Option<T::ProxyType>,
    ) -> Result<DefinitionOf<T>, Error<T>> {
        Self::relations_of(real, delegate)
            .into_iter()
            .find(|definition| proxy_type.is_none_or(|wanted| definition.proxy_type == wanted))
            .ok_or(Error::NotProxy)
    }

    /// All relations of an account to a delegate, sorted.
    pub fn relations_of(real: &T::AccountId, delegate: &T::AccountId) -> Vec<DefinitionOf<T>> {
        let (definitions, _) = Proxies::<T>::get(real);
        definitions
            .into_iter()
            .filter(|definition| definition.delegate == *delegate)
            .collect()
    }

    /// Whether an account has agreed to pay the fees of a delegate.
    pub fn pays_for(real: &T::AccountId, delegate: &T::AccountId) -> bool {
        RealPaysFeeConsentV1::<T>::contains_key(real, delegate)
    }

    /// Lets a delegate act for an account, which deposits TAO for that. Other pallets call it for
    /// accounts of theirs.
    ///
    /// Errors, in order: `NoSelfProxy`, `Duplicate`, `TooMany`, and the currency's if it cannot
    /// pay.
    pub fn add_delegate(who: T::AccountId, new: DefinitionOf<T>) -> DispatchResult {
        ensure!(new.delegate != who, Error::<T>::NoSelfProxy);
        let (mut definitions, deposit) = Proxies::<T>::get(&who);
        let Err(place) = definitions.binary_search(&new) else {
            return Err(Error::<T>::Duplicate.into());
        };
        definitions
            .try_insert(place, new.clone())
            .map_err(|_| Error::<T>::TooMany)?;
        let kind = DepositKind::Proxies;
        let deposit = Self::adjust_deposit(&who, kind, deposit, definitions.len())?;
        Proxies::<T>::insert(&who, (definitions, deposit));
        Self::deposit_event(Event::ProxyAdded {
            delegator: who,
            delegatee: new.delegate,
            proxy_type: new.proxy_type,
            delay: new.delay,
        });
        Ok(())
    }

    /// Ends the relation of an account to a delegate, and gives the deposit back.
    ///
    /// Errors: `NotFound`.
    pub fn remove_delegate(who: T::AccountId, old: DefinitionOf<T>) -> DispatchResult {
        let (mut definitions, deposit) = Proxies::<T>::get(&who);
        let place = definitions
            .binary_search(&old)
            .map_err(|_| Error::<T>::NotFound)?;
        definitions.remove(place);
        let kind = DepositKind::Proxies;
        let deposit = Self::adjust_deposit(&who, kind, deposit, definitions.len())?;
        if definitions.is_empty() {
            Proxies::<T>::remove(&who);
        } else {
            Proxies::<T>::insert(&who, (definitions, deposit));
        }
        RealPaysFeeConsentV1::<T>::remove(&who, &old.delegate);
        Self::deposit_event(Event::ProxyRemoved {
            delegator: who,
            delegatee: old.delegate,
            proxy_type: old.proxy_type,
            delay: old.delay,
        });
        Ok(())
    }

    /// Ends all relations of an account; gives how many there were.
    pub(crate) fn remove_delegates(who: &T::AccountId) -> u32 {
        let (definitions, deposit) = Proxies::<T>::take(who);
        T::Currency::unreserve(who, deposit);
        Self::forget_consents(who, &definitions);
        definitions.len() as u32
    }

    fn forget_consents(real: &T::AccountId, definitions: &Definitions<T>) {
        let delegates: BTreeSet<&T::AccountId> = definitions
            .iter()
            .map(|definition| &definition.delegate)
            .collect();
        for delegate in delegates {
            RealPaysFeeConsentV1::<T>::remove(real, delegate);
        }
    }

    /// The account that the extrinsic `ext_index` of block `height` made, or would make, for `who`.
    ///
    /// Errors: `InvalidDerivedAccountId`, if a hash is no account.
    pub fn pure_account(
        who: &T::AccountId,
        proxy_type: &T::ProxyType,
        index: u16,
        height: BlockNumberFor<T>,
        ext_index: u32,
    ) -> Result<T::AccountId, Error<T>> {
        let origin = (PURE_PREFIX, who, height, ext_index, proxy_type, index);
        let id = BlakeTwo256::hash_of(&origin);
        T::AccountId::decode(&mut TrailingZeroInput::new(id.as_ref()))
            .map_err(|_| Error::InvalidDerivedAccountId)
    }

    pub(crate) fn create_pure_account(
        who: T::AccountId,
        proxy_type: T::ProxyType,
        delay: BlockNumberFor<T>,
        index: u16,
    ) -> DispatchResult {
        let height = frame_system::Pallet::<T>::block_number();
        let ext_index = frame_system::Pallet::<T>::extrinsic_index().unwrap_or_default();
        let pure = Self::pure_account(&who, &proxy_type, index, height, ext_index)?;
        ensure!(!Proxies::<T>::contains_key(&pure), Error::<T>::Duplicate);
        let spawner = DefinitionOf::<T> {
            delegate: who.clone(),
            proxy_type,
            delay,
        };
        let mut definitions = Definitions::<T>::new();
        definitions
            .try_push(spawner)
            .map_err(|_| Error::<T>::TooMany)?;
        let kind = DepositKind::Proxies;
        let deposit = Self::adjust_deposit(&who, kind, Zero::zero(), definitions.len())?;
        Proxies::<T>::insert(&pure, (definitions, deposit));
        Self::deposit_event(Event::PureCreated {
            pure,
            who,
            proxy_type,
            disambiguation_index: index,
        });
        Ok(())
    }

    /// Ends all relations of a pure account, which nobody can act for any more. The spawner gets
    /// the deposit: what it paid is released, and what the account paid for later delegates is
    /// given to it. Gives how many relations there were.
    pub(crate) fn kill_pure_account(
        pure: T::AccountId,
        spawner: T::AccountId,
        proxy_type: T::ProxyType,
        index: u16,
    ) -> Result<u32, sp_runtime::DispatchError> {
        let (definitions, deposit) = Proxies::<T>::get(&pure);
        let paid = deposit.min(Self::price(DepositKind::Proxies, 1));
        let rest = deposit.saturating_sub(paid);
        if !rest.is_zero() {
            let free = BalanceStatus::Free;
            T::Currency::repatriate_reserved(&pure, &spawner, rest, free)?;
        }
        T::Currency::unreserve(&spawner, paid);
        Proxies::<T>::remove(&pure);
        Self::forget_consents(&pure, &definitions);
        Self::deposit_event(Event::PureKilled {
            pure,
            spawner,
            proxy_type,
            disambiguation_index: index,
        });
        Ok(definitions.len() as u32)
    }

    pub(crate) fn set_consent(
        real: T::AccountId,
        delegate: T::AccountId,
        pays_fee: bool,
    ) -> DispatchResult {
        Self::definition_of(&real, &delegate, None)?;
        if pays_fee {
            RealPaysFeeConsentV1::<T>::insert(&real, &delegate, ());
        } else {
            RealPaysFeeConsentV1::<T>::remove(&real, &delegate);
        }
        Self::deposit_event(Event::RealPaysFeeSet {
            real,
            delegate,
            pays_fee,
        });
        Ok(())
    }
}
