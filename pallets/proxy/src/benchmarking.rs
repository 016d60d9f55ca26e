//! Benchmarks of the calls and of the hook, by the entries of the lists that they go through.

use alloc::{boxed::Box, vec, vec::Vec};

use frame_benchmarking::v2::*;
use frame_support::{
    dispatch::DispatchResult,
    traits::{Currency, Get, Hooks},
};
use frame_system::{RawOrigin, pallet_prelude::BlockNumberFor};
use sp_runtime::traits::{Bounded, Hash, StaticLookup, Zero};

use crate::{
    AccountIdLookupOf, Announcements, BalanceOf, Call, Config, DefinitionOf, DepositKind,
    LastCallResult, Pallet, Proxies, RealPaysFeeConsentV1,
};

fn funded<T: Config>(name: &'static str, index: u32) -> T::AccountId {
    let who = account(name, index, 0);
    let funds = BalanceOf::<T>::max_value() / 1_000_000u32.into();
    T::Currency::make_free_balance_be(&who, funds);
    who
}

fn address<T: Config>(who: &T::AccountId) -> AccountIdLookupOf<T> {
    T::Lookup::unlookup(who.clone())
}

fn definition<T: Config>(delegate: T::AccountId) -> DefinitionOf<T> {
    DefinitionOf::<T> {
        delegate,
        proxy_type: T::ProxyType::default(),
        delay: Zero::zero(),
    }
}

/// Names so many delegates of an account, which agrees to pay for all of them. Returns the last.
fn name<T: Config>(real: &T::AccountId, count: u32) -> Result<T::AccountId, BenchmarkError> {
    let mut last = funded::<T>("delegate", 0);
    for index in 0..count {
        last = funded::<T>("delegate", index);
        Pallet::<T>::add_delegate(real.clone(), definition::<T>(last.clone()))?;
        Pallet::<T>::set_consent(real.clone(), last.clone(), true)?;
    }
    Ok(last)
}

/// An account with so many delegates, and one of them.
fn pair<T: Config>(count: u32) -> Result<(T::AccountId, T::AccountId), BenchmarkError> {
    let real = funded::<T>("real", 0);
    let delegate = name::<T>(&real, count)?;
    Ok((real, delegate))
}

fn remark<T: Config>() -> Box<<T as Config>::RuntimeCall> {
    Box::new(frame_system::Call::<T>::remark { remark: vec![] }.into())
}

/// Announces `remark` last, after other calls, until there are so many.
fn announce_many<T: Config>(
    delegate: &T::AccountId,
    real: &T::AccountId,
    count: u32,
) -> Result<T::Hash, BenchmarkError> {
    let call_hash = T::Hashing::hash_of(&remark::<T>());
    for index in 1..count {
        let other = T::Hashing::hash_of(&index);
        Pallet::<T>::add_announcement(delegate.clone(), real.clone(), other)?;
    }
    if count > 0 {
        Pallet::<T>::add_announcement(delegate.clone(), real.clone(), call_hash)?;
    }
    Ok(call_hash)
}

/// How many calls an account has announced.
fn announced<T: Config>(delegate: &T::AccountId) -> u32 {
    Announcements::<T>::get(delegate).0.len() as u32
}

/// How many delegates an account has.
fn named<T: Config>(real: &T::AccountId) -> u32 {
    Proxies::<T>::get(real).0.len() as u32
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn proxy(p: Linear<1, { T::MaxProxies::get() }>) -> Result<(), BenchmarkError> {
        let (real, delegate) = pair::<T>(p)?;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(delegate),
            address::<T>(&real),
            Some(T::ProxyType::default()),
            remark::<T>(),
        );

        assert_eq!(LastCallResult::<T>::get(real), Some(Ok(())));
        Ok(())
    }

    #[benchmark]
    fn proxy_announced(
        a: Linear<1, { T::MaxPending::get() }>,
        p: Linear<1, { T::MaxProxies::get() }>,
    ) -> Result<(), BenchmarkError> {
        let (real, delegate) = pair::<T>(p)?;
        announce_many::<T>(&delegate, &real, a)?;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(account("anybody", 0, 0)),
            address::<T>(&delegate),
            address::<T>(&real),
            Some(T::ProxyType::default()),
            remark::<T>(),
        );

        assert_eq!(LastCallResult::<T>::get(real), Some(Ok(())));
        assert_eq!(announced::<T>(&delegate), a - 1);
        Ok(())
    }

    /// With so many delegates before.
    #[benchmark]
    fn add_proxy(p: Linear<1, { T::MaxProxies::get() - 1 }>) -> Result<(), BenchmarkError> {
        let (real, _) = pair::<T>(p)?;
        let new = funded::<T>("new", 0);

        #[extrinsic_call]
        _(
            RawOrigin::Signed(real.clone()),
            address::<T>(&new),
            T::ProxyType::default(),
            Zero::zero(),
        );

        assert_eq!(named::<T>(&real), p + 1);
        Ok(())
    }

    #[benchmark]
    fn remove_proxy(p: Linear<1, { T::MaxProxies::get() }>) -> Result<(), BenchmarkError> {
        let (real, delegate) = pair::<T>(p)?;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(real.clone()),
            address::<T>(&delegate),
            T::ProxyType::default(),
            Zero::zero(),
        );

        assert_eq!(named::<T>(&real), p - 1);
        Ok(())
    }

    #[benchmark]
    fn remove_proxies(p: Linear<1, { T::MaxProxies::get() }>) -> Result<(), BenchmarkError> {
        let (real, delegate) = pair::<T>(p)?;

        #[extrinsic_call]
        _(RawOrigin::Signed(real.clone()));

        assert_eq!(named::<T>(&real), 0);
        assert!(!RealPaysFeeConsentV1::<T>::contains_key(&real, &delegate));
        Ok(())
    }

    #[benchmark]
    fn create_pure() -> Result<(), BenchmarkError> {
        let spawner = funded::<T>("spawner", 0);
        // The block in which calls are measured.
        let now = 1u32.into();
        let pure = Pallet::<T>::pure_account(&spawner, &T::ProxyType::default(), 0, now, 0);
        let pure = pure.map_err(|_| BenchmarkError::Stop("a hash is no account"))?;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(spawner),
            T::ProxyType::default(),
            Zero::zero(),
            0,
        );

        assert_eq!(named::<T>(&pure), 1);
        Ok(())
    }

    /// Of an account that has paid for all its delegates but the spawner.
    #[benchmark]
    fn kill_pure(p: Linear<1, { T::MaxProxies::get() }>) -> Result<(), BenchmarkError> {
        let spawner = funded::<T>("spawner", 0);
        let proxy_type = T::ProxyType::default();
        let height: BlockNumberFor<T> = frame_system::Pallet::<T>::block_number();
        let pure = Pallet::<T>::pure_account(&spawner, &proxy_type, 0, height, 0);
        let pure = pure.map_err(|_| BenchmarkError::Stop("a hash is no account"))?;
        Pallet::<T>::create_pure_account(spawner.clone(), proxy_type, Zero::zero(), 0)?;
        let funds = BalanceOf::<T>::max_value() / 1_000_000u32.into();
        T::Currency::make_free_balance_be(&pure, funds);
        Pallet::<T>::set_consent(pure.clone(), spawner.clone(), true)?;
        name::<T>(&pure, p - 1)?;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(pure.clone()),
            address::<T>(&spawner),
            proxy_type,
            0,
            height,
            0,
        );

        assert_eq!(named::<T>(&pure), 0);
        Ok(())
    }

    /// With so many announcements before.
    #[benchmark]
    fn announce(
        a: Linear<0, { T::MaxPending::get() - 1 }>,
        p: Linear<1, { T::MaxProxies::get() }>,
    ) -> Result<(), BenchmarkError> {
        let (real, delegate) = pair::<T>(p)?;
        let call_hash = announce_many::<T>(&delegate, &real, a)?;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(delegate.clone()),
            address::<T>(&real),
            call_hash,
        );

        assert_eq!(announced::<T>(&delegate), a + 1);
        Ok(())
    }

    #[benchmark]
    fn remove_announcement(a: Linear<1, { T::MaxPending::get() }>) -> Result<(), BenchmarkError> {
        let (real, delegate) = pair::<T>(1)?;
        let call_hash = announce_many::<T>(&delegate, &real, a)?;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(delegate.clone()),
            address::<T>(&real),
            call_hash,
        );

        assert_eq!(announced::<T>(&delegate), a - 1);
        Ok(())
    }

    #[benchmark]
    fn reject_announcement(a: Linear<1, { T::MaxPending::get() }>) -> Result<(), BenchmarkError> {
        let (real, delegate) = pair::<T>(1)?;
        let call_hash = announce_many::<T>(&delegate, &real, a)?;

        #[extrinsic_call]
        _(RawOrigin::Signed(real), address::<T>(&delegate), call_hash);

        assert_eq!(announced::<T>(&delegate), a - 1);
        Ok(())
    }

    /// Both deposits of an account have become dearer.
    #[benchmark]
    fn poke_deposit(
        a: Linear<1, { T::MaxPending::get() }>,
        p: Linear<1, { T::MaxProxies::get() }>,
    ) -> Result<(), BenchmarkError> {
        let (real, who) = pair::<T>(1)?;
        announce_many::<T>(&who, &real, a)?;
        let others: Vec<_> = (0..p).map(|index| funded::<T>("other", index)).collect();
        for other in others {
            Pallet::<T>::add_delegate(who.clone(), definition::<T>(other))?;
        }
        let before = BalanceOf::<T>::from(1u32);
        Proxies::<T>::mutate(&who, |(_, deposit)| *deposit = before);
        Announcements::<T>::mutate(&who, |(_, deposit)| *deposit = before);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()));

        let price = |kind, entries: u32| Pallet::<T>::price(kind, entries as usize);
        assert_eq!(Proxies::<T>::get(&who).1, price(DepositKind::Proxies, p));
        assert_eq!(
            Announcements::<T>::get(&who).1,
            price(DepositKind::Announcements, a)
        );
        Ok(())
    }

    #[benchmark]
    fn set_real_pays_fee(p: Linear<1, { T::MaxProxies::get() }>) -> Result<(), BenchmarkError> {
        let (real, delegate) = pair::<T>(p)?;
        Pallet::<T>::set_consent(real.clone(), delegate.clone(), false)?;

        #[extrinsic_call]
        _(
            RawOrigin::Signed(real.clone()),
            address::<T>(&delegate),
            true,
        );

        assert!(RealPaysFeeConsentV1::<T>::contains_key(&real, &delegate));
        Ok(())
    }

    /// Forgets the results of so many accounts.
    #[benchmark]
    fn on_finalize(r: Linear<0, 100>) {
        for index in 0..r {
            let real: T::AccountId = account("real", index, 0);
            LastCallResult::<T>::insert(real, DispatchResult::Ok(()));
        }
        let now = frame_system::Pallet::<T>::block_number();

        #[block]
        {
            Pallet::<T>::on_finalize(now);
        }

        assert_eq!(LastCallResult::<T>::iter_keys().count(), 0);
    }
}
