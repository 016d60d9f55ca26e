//! The equalities of conservation (design 6.2), for `try_state`.

use frame_support::{ensure, traits::fungible::Inspect};
use sp_runtime::TryRuntimeError;
use subtensor_primitives::{AlphaAssetsInterface, AlphaBalance, NetUid, SwapInterface, TaoBalance};

use crate::{
    Coinbase, Config, Funds, Ledger, Payout, Shares, Subnets,
    pallet::{SubnetAlphaOut, SubnetProtocolAlpha, SubnetTAO, TotalIssuance, TotalStake},
};

impl<T: Config> Ledger<T> {
    /// Every equality of the ledger.
    pub(crate) fn check_ledger() -> Result<(), TryRuntimeError> {
        Self::check_tao()?;
        for netuid in Subnets::<T>::subnet_netuids() {
            Self::check_subnet_account(netuid)?;
            Self::check_alpha(netuid)?;
        }
        Ok(())
    }

    fn check_tao() -> Result<(), TryRuntimeError> {
        ensure!(
            Self::tao_issuance().to_u64() <= subtensor_emission::MAX_ISSUANCE,
            "TAO issuance is above the cap"
        );
        ensure!(
            TotalIssuance::<T>::get() == Self::tao_issuance(),
            "TotalIssuance is not the currency's issuance"
        );
        let staked: TaoBalance =
            SubnetTAO::<T>::iter_values().fold(TaoBalance::ZERO, TaoBalance::saturating_add);
        ensure!(
            TotalStake::<T>::get() == staked,
            "TotalStake is not the sum of SubnetTAO"
        );
        Ok(())
    }

    fn check_subnet_account(netuid: NetUid) -> Result<(), TryRuntimeError> {
        let account = Subnets::<T>::subnet_account(netuid).ok_or("a subnet has no account")?;
        let deposit = T::Currency::minimum_balance();
        let pool = SubnetTAO::<T>::get(netuid).saturating_add(T::Swap::kept_tao(netuid));
        ensure!(
            T::Currency::balance(&account) >= pool.to_u64().saturating_add(deposit),
            "a subnet's account holds less than its pool, what is kept for it, and its deposit"
        );
        Ok(())
    }

    /// Alpha of a dynamic subnet is issued exactly once and everything outside the pool has a
    /// holder. Root and stable subnets hold TAO one to one and issue no alpha.
    fn check_alpha(netuid: NetUid) -> Result<(), TryRuntimeError> {
        if !Subnets::<T>::is_dynamic(netuid) {
            return Ok(());
        }
        ensure!(
            Self::alpha_issuance(netuid) == T::AlphaAssets::issued(netuid),
            "the alpha of a subnet is not the alpha issued"
        );
        ensure!(
            SubnetAlphaOut::<T>::get(netuid) == Self::alpha_held(netuid),
            "alpha outside the pool is not the alpha held by somebody"
        );
        Ok(())
    }

    /// Stakes, pots waiting for an epoch, dividends of a payout under way, alpha of the protocol,
    /// root dividends that wait for a fund, and burned alpha.
    fn alpha_held(netuid: NetUid) -> AlphaBalance {
        let staked = Shares::<T>::subnet_alpha(netuid);
        [
            Coinbase::<T>::pots(netuid).sum(),
            Payout::<T>::unpaid_dividends(netuid),
            SubnetProtocolAlpha::<T>::get(netuid),
            Funds::<T>::queued_on(netuid),
            T::AlphaAssets::burned(netuid),
        ]
        .into_iter()
        .fold(staked, AlphaBalance::saturating_add)
    }
}
