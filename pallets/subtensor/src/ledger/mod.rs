//! The ledger: the only code that creates, destroys or moves TAO and alpha (design 6.1, spec 10 §5,
//! 50 §6.1). TAO lives in the currency, alpha in the pool reserves and share pools of its subnet;
//! every function here keeps both in step.

use core::marker::PhantomData;
use frame_support::traits::{
    fungible::{Inspect, Mutate},
    tokens::{DepositConsequence, Fortitude, Precision, Preservation, Provenance},
};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{
    AlphaAssetsInterface, AlphaBalance, NetUid, SwapInterface, SwapOutcome, TaoBalance,
};

use crate::{
    Config, Error, Subnets,
    pallet::{
        SubnetAlphaIn, SubnetAlphaOut, SubnetProtocolAlpha, SubnetTAO, SubnetVolume, TotalIssuance,
        TotalStake,
    },
};

mod books;
mod domain;
#[cfg(feature = "try-runtime")]
mod invariants;
mod reserves;
pub mod storage;
#[cfg(test)]
mod tests;

pub(crate) use books::Books;

/// Creates, destroys and moves TAO and alpha; nothing else does.
pub struct Ledger<T>(PhantomData<T>);

impl<T: Config> Ledger<T> {
    /// TAO in existence, rao.
    pub fn tao_issuance() -> TaoBalance {
        TaoBalance::new(T::Currency::total_issuance())
    }

    /// What an account can spend if it may be reaped, rao.
    pub fn spendable(account: &T::AccountId) -> TaoBalance {
        Self::reducible(account, Preservation::Expendable)
    }

    /// What an account can spend and stay alive, rao.
    pub fn spendable_keep_alive(account: &T::AccountId) -> TaoBalance {
        Self::reducible(account, Preservation::Preserve)
    }

    fn reducible(account: &T::AccountId, preservation: Preservation) -> TaoBalance {
        TaoBalance::new(T::Currency::reducible_balance(
            account,
            preservation,
            Fortitude::Polite,
        ))
    }

    /// Moves TAO between accounts; the sender may be reaped.
    ///
    /// Errors: `InsufficientTaoBalance`, or the currency's own.
    pub fn transfer_tao(
        from: &T::AccountId,
        to: &T::AccountId,
        amount: TaoBalance,
    ) -> DispatchResult {
        frame_support::ensure!(
            amount <= Self::spendable(from),
            Error::<T>::InsufficientTaoBalance
        );
        T::Currency::transfer(from, to, amount.to_u64(), Preservation::Expendable).map(|_| ())
    }

    /// Moves all that an account can spend to another; the sender may be reaped. Less than an
    /// account must have, which a new one could not receive, stays.
    ///
    /// Errors: the currency's own.
    pub(crate) fn move_spendable(from: &T::AccountId, to: &T::AccountId) -> DispatchResult {
        let amount = Self::spendable(from);
        let consequence = T::Currency::can_deposit(to, amount.to_u64(), Provenance::Extant);
        if amount.is_zero() || consequence == DepositConsequence::BelowMinimum {
            return Ok(());
        }
        Self::transfer_tao(from, to, amount)
    }

    /// Moves TAO of a user to the account of a subnet and keeps the user alive: what moves may be
    /// smaller than asked by up to the existential deposit, and is returned.
    ///
    /// Errors: `SubnetNotExists`; `InsufficientTaoBalance` if nothing could be moved.
    pub fn transfer_to_subnet(
        netuid: NetUid,
        from: &T::AccountId,
        amount: TaoBalance,
    ) -> Result<TaoBalance, DispatchError> {
        if amount.is_zero() {
            return Ok(amount);
        }
        let account = Subnets::<T>::subnet_account(netuid).ok_or(Error::<T>::SubnetNotExists)?;
        let moved = amount.min(Self::spendable_keep_alive(from));
        frame_support::ensure!(!moved.is_zero(), Error::<T>::InsufficientTaoBalance);
        T::Currency::transfer(from, &account, moved.to_u64(), Preservation::Preserve)?;
        Ok(moved)
    }

    /// Moves TAO of a subnet's account to a user.
    ///
    /// Errors: `SubnetNotExists`, `InsufficientTaoBalance`, or the currency's own.
    pub fn transfer_from_subnet(
        netuid: NetUid,
        to: &T::AccountId,
        amount: TaoBalance,
    ) -> DispatchResult {
        let account = Subnets::<T>::subnet_account(netuid).ok_or(Error::<T>::SubnetNotExists)?;
        Self::transfer_tao(&account, to, amount)
    }

    /// Destroys TAO of an account, which stays alive; it can be emitted again.
    ///
    /// Errors: `InsufficientTaoBalance`, `BalanceWithdrawalError`.
    pub fn recycle_tao(from: &T::AccountId, amount: TaoBalance) -> DispatchResult {
        frame_support::ensure!(
            amount <= Self::spendable_keep_alive(from),
            Error::<T>::InsufficientTaoBalance
        );
        T::Currency::burn_from(
            from,
            amount.to_u64(),
            Preservation::Preserve,
            Precision::Exact,
            Fortitude::Polite,
        )
        .map(|_| ())
        .map_err(|_| Error::<T>::BalanceWithdrawalError.into())
    }

    /// Creates TAO in the account of a subnet. The caller stays within the block emission, which
    /// keeps the supply below its cap.
    pub(crate) fn mint_to_subnet(netuid: NetUid, amount: TaoBalance) -> DispatchResult {
        Subnets::<T>::subnet_account(netuid).ok_or(Error::<T>::SubnetNotExists)?;
        Self::mint_to_account_of(netuid, amount)
    }

    /// The same for a subnet that is known to exist.
    fn mint_to_account_of(netuid: NetUid, amount: TaoBalance) -> DispatchResult {
        let account = Subnets::<T>::account_of_subnet(netuid);
        T::Currency::mint_into(&account, amount.to_u64()).map(|_| ())
    }

    /// Alpha of a subnet that counts as issued, rao.
    pub fn alpha_issuance(netuid: NetUid) -> AlphaBalance {
        SubnetAlphaIn::<T>::get(netuid).saturating_add(SubnetAlphaOut::<T>::get(netuid))
    }

    /// Creates alpha in the pool's reserve.
    pub(crate) fn mint_alpha_in(netuid: NetUid, amount: AlphaBalance) {
        T::AlphaAssets::mint(netuid, amount);
        SubnetAlphaIn::<T>::mutate(netuid, |reserve| reserve.saturating_accrue(amount));
    }

    /// Creates alpha outside the pool. The caller says whose it is.
    pub(crate) fn mint_alpha_out(netuid: NetUid, amount: AlphaBalance) {
        T::AlphaAssets::mint(netuid, amount);
        SubnetAlphaOut::<T>::mutate(netuid, |out| out.saturating_accrue(amount));
    }

    /// Destroys alpha outside the pool; it can be emitted again.
    pub(crate) fn recycle_subnet_alpha(netuid: NetUid, amount: AlphaBalance) {
        if amount.is_zero() {
            return;
        }
        SubnetAlphaOut::<T>::mutate(netuid, |out| out.saturating_reduce(amount));
        T::AlphaAssets::recycle(netuid, amount);
    }

    /// Takes alpha out of everybody's hands; it stays issued.
    pub(crate) fn burn_subnet_alpha(netuid: NetUid, amount: AlphaBalance) {
        if !amount.is_zero() {
            T::AlphaAssets::burn(netuid, amount);
        }
    }

    /// Adds TAO that the subnet's account has received to the pool.
    pub(crate) fn add_pool_tao(netuid: NetUid, amount: TaoBalance) {
        SubnetTAO::<T>::mutate(netuid, |reserve| reserve.saturating_accrue(amount));
        TotalStake::<T>::mutate(|total| total.saturating_accrue(amount));
    }

    /// Takes TAO out of the pool that the subnet's account is about to pay.
    pub(crate) fn take_pool_tao(netuid: NetUid, amount: TaoBalance) {
        SubnetTAO::<T>::mutate(netuid, |reserve| reserve.saturating_reduce(amount));
        TotalStake::<T>::mutate(|total| total.saturating_reduce(amount));
    }

    /// Moves the reserves by a buy whose TAO is on the subnet's account already (spec 10 §10.1).
    pub(crate) fn apply_buy(netuid: NetUid, swap: &SwapOutcome<TaoBalance, AlphaBalance>) {
        SubnetAlphaIn::<T>::mutate(netuid, |reserve| reserve.saturating_reduce(swap.paid_out));
        SubnetAlphaOut::<T>::mutate(netuid, |out| out.saturating_accrue(swap.paid_out));
        Self::add_pool_tao(netuid, swap.paid_in);
        Self::add_volume(netuid, swap.spent());
    }

    /// Moves the reserves by a sale; the caller pays the TAO out of the subnet's account.
    pub(crate) fn apply_sell(netuid: NetUid, swap: &SwapOutcome<AlphaBalance, TaoBalance>) {
        SubnetAlphaIn::<T>::mutate(netuid, |reserve| reserve.saturating_accrue(swap.paid_in));
        SubnetAlphaOut::<T>::mutate(netuid, |out| out.saturating_reduce(swap.paid_in));
        Self::take_pool_tao(netuid, swap.paid_out);
        Self::add_volume(netuid, swap.paid_out);
    }

    fn add_volume(netuid: NetUid, amount: TaoBalance) {
        SubnetVolume::<T>::mutate(netuid, |volume| {
            *volume = volume.saturating_add(amount.to_u64().into())
        });
    }

    /// Keeps alpha that a purchase has brought for the protocol; nobody owns it.
    pub(crate) fn keep_for_protocol(netuid: NetUid, amount: AlphaBalance) {
        SubnetProtocolAlpha::<T>::mutate(netuid, |held| held.saturating_accrue(amount));
    }

    /// Adds TAO that the account of root has received to the stake on root, where a rao of TAO is a
    /// rao of stake. Returns the stake; the caller says whose it is.
    pub(crate) fn stake_on_root(amount: TaoBalance) -> AlphaBalance {
        let stake = AlphaBalance::new(amount.to_u64());
        Self::add_pool_tao(NetUid::ROOT, amount);
        SubnetAlphaOut::<T>::mutate(NetUid::ROOT, |out| out.saturating_accrue(stake));
        stake
    }

    /// Destroys up to `amount` of what the account of a subnet holds outside its pool, its deposit
    /// included; it can be emitted again.
    ///
    /// Errors: the currency's own.
    pub(crate) fn recycle_from_subnet(netuid: NetUid, amount: TaoBalance) -> DispatchResult {
        T::Currency::burn_from(
            &Subnets::<T>::account_of_subnet(netuid),
            amount.to_u64(),
            Preservation::Expendable,
            Precision::BestEffort,
            Fortitude::Force,
        )
        .map(|_| ())
    }

    /// Takes the pool of a subnet out of the books; returns the TAO that was in it or was to come
    /// in, which stays on the subnet's account.
    pub(crate) fn close_pool(netuid: NetUid) -> TaoBalance {
        let tao = SubnetTAO::<T>::get(netuid);
        Self::take_pool_tao(netuid, tao);
        tao.saturating_add(T::Swap::kept_tao(netuid))
    }

    /// Alpha of a subnet that belongs to no staker: in the pool, and kept for the protocol.
    pub(crate) fn protocol_alpha(netuid: NetUid) -> AlphaBalance {
        SubnetAlphaIn::<T>::get(netuid).saturating_add(SubnetProtocolAlpha::<T>::get(netuid))
    }

    /// Recycles what is left of a dissolved subnet: the TAO of its account, and all of its alpha.
    pub(crate) fn recycle_rest(netuid: NetUid) {
        let rest = Self::spendable(&Subnets::<T>::account_of_subnet(netuid));
        if !rest.is_zero()
            && let Err(error) = Self::recycle_from_subnet(netuid, rest)
        {
            log::error!(target: "subnets", "{rest:?} of dissolved subnet {netuid} stay: {error:?}");
        }
        SubnetAlphaIn::<T>::remove(netuid);
        SubnetAlphaOut::<T>::remove(netuid);
        SubnetProtocolAlpha::<T>::remove(netuid);
    }

    /// Copies the currency's issuance to where clients read it.
    pub(crate) fn record_issuance() {
        TotalIssuance::<T>::put(Self::tao_issuance());
    }

    /// TAO in the pool of a subnet, rao; on root and stable subnets the staked TAO.
    pub(crate) fn pool_tao(netuid: NetUid) -> TaoBalance {
        SubnetTAO::<T>::get(netuid)
    }

    /// Alpha in the pool of a subnet, rao.
    pub(crate) fn pool_alpha(netuid: NetUid) -> AlphaBalance {
        SubnetAlphaIn::<T>::get(netuid)
    }

    /// Alpha of a subnet outside its pool, rao.
    pub(crate) fn alpha_out(netuid: NetUid) -> AlphaBalance {
        SubnetAlphaOut::<T>::get(netuid)
    }

    /// Alpha of a subnet outside its pool that is neither the chain's nor burned, rao.
    pub(crate) fn alpha_of_holders(netuid: NetUid) -> AlphaBalance {
        Self::alpha_out(netuid)
            .saturating_sub(SubnetProtocolAlpha::<T>::get(netuid))
            .saturating_sub(T::AlphaAssets::burned(netuid))
    }
}
