//! Liquidity of the protocol that a pool could not take, because one side would have weighed too
//! little, is kept until it can (spec 90 §19). Its TAO is on the subnet's account, its alpha is a
//! claim that is not issued yet.

#[cfg(feature = "try-runtime")]
use alloc::{collections::BTreeSet, vec::Vec};
#[cfg(feature = "try-runtime")]
use frame_support::ensure;
use subtensor_primitives::{AlphaBalance, NetUid, PoolView, TaoBalance};

use crate::{
    Balancer, BalancerAlphaReservoir, BalancerTaoReservoir, Config, PalSwapInitialized, Pallet,
    ReservoirPools, SwapBalancer, quotes::seen,
};

/// TAO and alpha, rao.
type Liquidity = (TaoBalance, AlphaBalance);

impl<T: Config> Pallet<T> {
    /// See [`subtensor_primitives::SwapInterface::adjust_liquidity`].
    pub(crate) fn inject_or_keep(
        pool: &mut PoolView,
        is_kept: bool,
        tao: TaoBalance,
        alpha: AlphaBalance,
    ) -> Liquidity {
        let kept = if is_kept {
            Self::reservoir(pool.netuid)
        } else {
            Liquidity::default()
        };
        let tao = kept.0.saturating_add(tao);
        let alpha = kept.1.saturating_add(alpha);
        // The other sides of what is tried are kept.
        let tries = [
            (tao, alpha),
            (TaoBalance::ZERO, alpha),
            (tao, AlphaBalance::ZERO),
        ];
        let injected = tries
            .into_iter()
            .find(|liquidity| Self::adjust_weights(pool, *liquidity))
            .unwrap_or_default();
        let left = (
            tao.saturating_sub(injected.0),
            alpha.saturating_sub(injected.1),
        );
        if left != kept {
            Self::put_reservoir(pool.netuid, left);
        }
        injected
    }

    /// Sets the weights with which the price stays when that is added; says whether it can be.
    /// Nothing cannot be: it must not round the weights.
    /// Weights that are stored stay as they are where they are right: then the pool is initialised
    /// too.
    fn adjust_weights(pool: &mut PoolView, (tao, alpha): Liquidity) -> bool {
        if tao.is_zero() && alpha.is_zero() {
            return false;
        }
        let adjusted = seen(pool).adjusted_weight(tao.to_u64(), alpha.to_u64());
        let Ok(weight) = adjusted else {
            return false;
        };
        if !pool.has_weights || weight != pool.tao_weight {
            SwapBalancer::<T>::insert(pool.netuid, Balancer::from_parts(weight));
        }
        if !pool.has_weights {
            PalSwapInitialized::<T>::insert(pool.netuid, true);
        }
        (pool.has_weights, pool.tao_weight) = (true, weight);
        true
    }

    /// What is kept for a pool. Nearly all keep nothing, which costs one read for all of them.
    pub(crate) fn reservoir(netuid: NetUid) -> Liquidity {
        if !ReservoirPools::<T>::get().contains(&netuid) {
            return Liquidity::default();
        }
        (
            BalancerTaoReservoir::<T>::get(netuid),
            BalancerAlphaReservoir::<T>::get(netuid),
        )
    }

    /// Keeps that for a pool from now on, in place of what was kept.
    fn put_reservoir(netuid: NetUid, (tao, alpha): Liquidity) {
        let tao = Some(tao).filter(|tao| !tao.is_zero());
        let alpha = Some(alpha).filter(|alpha| !alpha.is_zero());
        ReservoirPools::<T>::mutate(|pools| {
            if tao.is_some() || alpha.is_some() {
                pools.insert(netuid);
            } else {
                pools.remove(&netuid);
            }
        });
        BalancerTaoReservoir::<T>::mutate_exists(netuid, |kept| *kept = tao);
        BalancerAlphaReservoir::<T>::mutate_exists(netuid, |kept| *kept = alpha);
    }

    /// Forgets what is kept for a pool.
    pub(crate) fn clear_reservoir(netuid: NetUid) {
        if Self::reservoir(netuid) != Liquidity::default() {
            Self::put_reservoir(netuid, Liquidity::default());
        }
    }

    /// The index names exactly the pools for which something is kept.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn check_reservoirs() -> Result<(), sp_runtime::TryRuntimeError> {
        let tao = BalancerTaoReservoir::<T>::iter().map(|(netuid, tao)| (netuid, tao.to_u64()));
        let alpha =
            BalancerAlphaReservoir::<T>::iter().map(|(netuid, alpha)| (netuid, alpha.to_u64()));
        let rows: Vec<(NetUid, u64)> = tao.chain(alpha).collect();
        ensure!(
            rows.iter().all(|(_, amount)| *amount > 0),
            "an empty reservoir is stored"
        );
        let pools: BTreeSet<NetUid> = rows.into_iter().map(|(netuid, _)| netuid).collect();
        ensure!(
            ReservoirPools::<T>::get() == pools,
            "the index of reservoirs names other pools than have one"
        );
        Ok(())
    }
}
