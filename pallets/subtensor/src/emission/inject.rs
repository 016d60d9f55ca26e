//! What a block gives to the subnets: TAO into their pools, alpha into their pots (spec 10 §8 to §11).
//!
//! TAO is created only where it is deposited, so whatever a subnet cannot take is never minted. Each step of a subnet
//! is atomic: if it fails, its TAO is not created and its pool is untouched.

use alloc::vec::Vec;
use frame_support::storage::with_storage_layer;
use sp_runtime::DispatchError;
use subtensor_emission::{PoolTerms, ShareInput};
use subtensor_fixed::{Fixed, U64F64, U96F32};
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, TaoBalance};

use super::prices::RootStake;
use crate::{Config, Pallet, pallet::*};

impl<T: Config> Pallet<T> {
    /// Brings the TAO emission of a block into the pools of the eligible subnets.
    pub(crate) fn inject_emission(eligible: &[NetUid], emission: TaoBalance) {
        let inputs: Vec<ShareInput> = eligible
            .iter()
            .map(|netuid| ShareInput {
                moving_price: Self::moving_price(*netuid),
                miner_burned: MinerBurned::<T>::get(netuid),
                enabled: SubnetEmissionEnabled::<T>::get(netuid),
            })
            .collect();
        let shares = subtensor_emission::subnet_shares(&inputs);
        let root = RootStake::read::<T>();
        for (netuid, share) in eligible.iter().zip(shares) {
            let terms = Self::terms_of(
                *netuid,
                subtensor_emission::tao_emission(emission.to_u64(), share),
                &root,
            );
            let bought = Self::buy_for_protocol(*netuid, terms.excess_tao.into());
            SubnetExcessTao::<T>::insert(netuid, Self::or_nothing(*netuid, bought));
            let injected = Self::inject_liquidity(*netuid, &terms);
            let (tao, alpha) = Self::or_nothing(*netuid, injected);
            SubnetTaoInEmission::<T>::insert(netuid, tao);
            SubnetAlphaInEmission::<T>::insert(netuid, alpha);
        }
    }

    fn terms_of(netuid: NetUid, tao_emission: U96F32, root: &RootStake) -> PoolTerms {
        let issuance = Self::alpha_issuance(netuid);
        subtensor_emission::pool_terms(
            tao_emission,
            T::Swap::price(netuid).convert(),
            root.proportion(issuance),
            subtensor_emission::block_emission(issuance.to_u64()),
        )
    }

    /// A subnet that cannot take its share must not stop the block: the share is not minted and the reason is logged.
    fn or_nothing<V: Default>(netuid: NetUid, result: Result<V, DispatchError>) -> V {
        result.unwrap_or_else(|error| {
            log::debug!(target: "emission", "subnet {netuid} does not take its emission: {error:?}");
            V::default()
        })
    }

    /// Buys alpha that nobody owns with TAO created for it; returns the TAO spent.
    fn buy_for_protocol(netuid: NetUid, tao: TaoBalance) -> Result<TaoBalance, DispatchError> {
        if tao.is_zero() {
            return Ok(tao);
        }
        with_storage_layer(|| {
            let swap = T::Swap::buy(netuid, tao, T::Swap::max_price(), true)?;
            Self::mint_to_subnet(netuid, swap.paid_in)?;
            Self::apply_buy(netuid, &swap);
            SubnetProtocolAlpha::<T>::mutate(netuid, |held| held.saturating_accrue(swap.paid_out));
            Ok(swap.paid_in)
        })
    }

    /// Adds TAO and alpha to the pool without moving its price; returns what was added. An empty side cannot be
    /// refilled this way.
    fn inject_liquidity(
        netuid: NetUid,
        terms: &PoolTerms,
    ) -> Result<(TaoBalance, AlphaBalance), DispatchError> {
        let wanted = (
            TaoBalance::new(terms.tao_in),
            AlphaBalance::new(terms.alpha_in),
        );
        let empty_side =
            SubnetTAO::<T>::get(netuid).is_zero() || SubnetAlphaIn::<T>::get(netuid).is_zero();
        if empty_side || (wanted.0.is_zero() && wanted.1.is_zero()) {
            return Ok(Default::default());
        }
        with_storage_layer(|| {
            let (tao, alpha) = T::Swap::adjust_liquidity(netuid, wanted.0, wanted.1);
            if !tao.is_zero() {
                Self::mint_to_subnet(netuid, tao)?;
                Self::add_pool_tao(netuid, tao);
            }
            Self::mint_alpha_in(netuid, alpha);
            Ok((tao, alpha))
        })
    }

    /// Mints the payout alpha of every eligible subnet into its pots. Without root sells the root part is
    /// recycled.
    pub(crate) fn fill_pots(eligible: &[NetUid]) {
        let root_sell = Self::root_sells(eligible);
        let cut = SubnetOwnerCut::<T>::get();
        let root = RootStake::read::<T>();
        for netuid in eligible {
            let issuance = Self::alpha_issuance(*netuid);
            let alpha = subtensor_emission::block_emission(issuance.to_u64());
            SubnetAlphaOutEmission::<T>::insert(netuid, AlphaBalance::new(alpha));
            let owner_cut = OwnerCutEnabled::<T>::get(netuid).then_some(cut);
            let split =
                subtensor_emission::split_alpha_out(alpha, owner_cut, root.proportion(issuance));
            Self::mint_alpha_out(*netuid, AlphaBalance::new(alpha));
            let accrue = |pot: &mut AlphaBalance, amount: u64| {
                pot.saturating_accrue(AlphaBalance::new(amount))
            };
            PendingOwnerCut::<T>::mutate(netuid, |pot| accrue(pot, split.owner));
            PendingServerEmission::<T>::mutate(netuid, |pot| accrue(pot, split.server));
            PendingValidatorEmission::<T>::mutate(netuid, |pot| accrue(pot, split.validator));
            if root_sell {
                PendingRootAlphaDivs::<T>::mutate(netuid, |pot| accrue(pot, split.root));
            } else {
                Self::recycle_subnet_alpha(*netuid, AlphaBalance::new(split.root));
            }
        }
    }

    /// Root stakers are paid only while the subnets together are worth more than one TAO per alpha.
    fn root_sells(eligible: &[NetUid]) -> bool {
        let prices = eligible.iter().map(|netuid| Self::moving_price(*netuid));
        prices.fold(U64F64::ZERO, U64F64::saturating_add) > U64F64::ONE
    }
}
