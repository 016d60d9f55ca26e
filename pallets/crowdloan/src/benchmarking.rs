//! Benchmarks of the calls, on crowdloans that have all that one can have.

use alloc::vec;

use frame_benchmarking::v2::*;
use frame_support::traits::{Get, fungible::Mutate};
use frame_system::{RawOrigin, pallet_prelude::BlockNumberFor};
use sp_runtime::traits::Saturating;
use subtensor_primitives::TaoBalance;

use crate::{
    Call, Config, Contributions, CrowdloanId, Crowdloans, MaxContributions, Pallet, TermsOf,
};

/// The first crowdloan.
const ID: CrowdloanId = 0;
/// What everybody has: less than what an account can hold is left of it, whatever is given.
const FUNDS: u64 = 1_000_000_000_000;
/// Bytes of a stored call that is too long to be stored with its crowdloan.
const LONG: u32 = 200;

fn funded<T: Config>(name: &'static str, index: u32) -> T::AccountId {
    let who = account(name, index, 0);
    T::Currency::set_balance(&who, FUNDS);
    who
}

fn remark<T: Config>(bytes: u32) -> <T as Config>::RuntimeCall {
    let remark = vec![7; bytes as usize];
    frame_system::Call::<T>::remark { remark }.into()
}

/// The soonest end a block later: calls are measured in the first block, set up before it.
fn end<T: Config>() -> BlockNumberFor<T> {
    let next = frame_system::Pallet::<T>::block_number().saturating_add(1u32.into());
    next.saturating_add(T::MinimumBlockDuration::get())
}

/// What a contributor gives: all but a rao, which is lost with the account.
fn gift() -> TaoBalance {
    TaoBalance::new(FUNDS - 1)
}

/// A crowdloan that pays for a long call, with a most for one account; returns its creator.
fn open<T: Config>() -> Result<T::AccountId, BenchmarkError> {
    let creator = funded::<T>("creator", 0);
    let terms = TermsOf::<T> {
        deposit: T::MinimumDeposit::get(),
        min_contribution: T::AbsoluteMinimumContribution::get(),
        cap: TaoBalance::new(u64::MAX / 2),
        end: end::<T>(),
        call: Some(remark::<T>(LONG)),
        target_address: None,
    };
    Pallet::<T>::do_create(creator.clone(), terms)?;
    Pallet::<T>::do_set_max_contribution(ID, &creator, Some(gift()))?;
    Ok(creator)
}

fn contribute_as<T: Config>(index: u32) -> Result<T::AccountId, BenchmarkError> {
    let who = funded::<T>("contributor", index);
    Pallet::<T>::do_contribute(ID, who.clone(), gift())?;
    Ok(who)
}

#[benchmarks]
mod benchmarks {
    use super::*;

    #[benchmark]
    fn create() {
        let creator = funded::<T>("creator", 0);
        let target = Some(account("target", 0, 0));
        let deposit = gift();

        #[extrinsic_call]
        _(
            RawOrigin::Signed(creator.clone()),
            deposit,
            T::AbsoluteMinimumContribution::get(),
            TaoBalance::new(FUNDS),
            end::<T>(),
            None,
            target,
        );

        assert_eq!(Contributions::<T>::get(ID, creator), Some(deposit));
    }

    /// A call of so many bytes.
    #[benchmark]
    fn store_call(b: Linear<{ LONG }, 1_000_000>) {
        let call = remark::<T>(b);
        let stored;

        #[block]
        {
            stored = Pallet::<T>::store_call(&call);
        }

        assert!(stored.is_ok_and(|stored| stored.lookup_needed()));
    }

    #[benchmark]
    fn load_call(b: Linear<{ LONG }, 1_000_000>) -> Result<(), BenchmarkError> {
        let call = Pallet::<T>::store_call(&remark::<T>(b))?;
        let loaded;

        #[block]
        {
            loaded = Pallet::<T>::load_call(&call);
        }

        assert!(loaded.is_ok());
        Ok(())
    }

    #[benchmark]
    fn contribute() -> Result<(), BenchmarkError> {
        open::<T>()?;
        let who = funded::<T>("contributor", 0);

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), ID, gift());

        assert_eq!(Contributions::<T>::get(ID, who), Some(gift()));
        Ok(())
    }

    #[benchmark]
    fn withdraw() -> Result<(), BenchmarkError> {
        open::<T>()?;
        let who = contribute_as::<T>(0)?;

        #[extrinsic_call]
        _(RawOrigin::Signed(who.clone()), ID);

        assert_eq!(Contributions::<T>::get(ID, who), None);
        Ok(())
    }

    /// By a call that does nothing, after which the creator gets what others have sent. What was
    /// raised is nothing, as such a call leaves it where it is.
    #[benchmark]
    fn finalize() -> Result<(), BenchmarkError> {
        let creator = open::<T>()?;
        Crowdloans::<T>::mutate(ID, |info| {
            if let Some(info) = info {
                (info.raised, info.cap) = Default::default();
            }
        });
        T::Currency::set_balance(&Pallet::<T>::funds_account(ID), FUNDS);

        #[extrinsic_call]
        _(RawOrigin::Signed(creator), ID);

        assert!(Crowdloans::<T>::get(ID).is_some_and(|info| info.finalized));
        Ok(())
    }

    /// Of so many contributors.
    #[benchmark]
    fn refund(k: Linear<0, { T::RefundContributorsLimit::get() }>) -> Result<(), BenchmarkError> {
        let creator = open::<T>()?;
        for index in 0..k {
            contribute_as::<T>(index)?;
        }

        #[extrinsic_call]
        _(RawOrigin::Signed(creator), ID);

        assert!(Crowdloans::<T>::get(ID).is_some_and(|info| info.contributors_count == 1));
        Ok(())
    }

    #[benchmark]
    fn dissolve() -> Result<(), BenchmarkError> {
        let creator = open::<T>()?;

        #[extrinsic_call]
        _(RawOrigin::Signed(creator), ID);

        assert!(!Crowdloans::<T>::contains_key(ID));
        Ok(())
    }

    #[benchmark]
    fn update_min_contribution() -> Result<(), BenchmarkError> {
        let creator = open::<T>()?;

        #[extrinsic_call]
        _(RawOrigin::Signed(creator), ID, gift());

        assert!(Crowdloans::<T>::get(ID).is_some_and(|info| info.min_contribution == gift()));
        Ok(())
    }

    #[benchmark]
    fn update_end() -> Result<(), BenchmarkError> {
        let creator = open::<T>()?;
        let later = end::<T>().saturating_add(1u32.into());

        #[extrinsic_call]
        _(RawOrigin::Signed(creator), ID, later);

        assert!(Crowdloans::<T>::get(ID).is_some_and(|info| info.end == later));
        Ok(())
    }

    #[benchmark]
    fn update_cap() -> Result<(), BenchmarkError> {
        let creator = open::<T>()?;

        #[extrinsic_call]
        _(RawOrigin::Signed(creator), ID, gift());

        assert!(Crowdloans::<T>::get(ID).is_some_and(|info| info.cap == gift()));
        Ok(())
    }

    #[benchmark]
    fn set_max_contribution() -> Result<(), BenchmarkError> {
        let creator = open::<T>()?;
        let most = T::MinimumDeposit::get();

        #[extrinsic_call]
        _(RawOrigin::Signed(creator), ID, Some(most));

        assert_eq!(MaxContributions::<T>::get(ID), Some(most));
        Ok(())
    }
}
