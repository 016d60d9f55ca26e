//! What a block gives to the subnets: TAO into their pools, alpha into their pots (spec 10 §8 to
//! §11).
//!
//! TAO is created only where it is deposited, so whatever a subnet cannot take is never minted.
//! Each step of a subnet is atomic: if it fails, its TAO is not created and its pool is untouched.

use alloc::vec::Vec;
use frame_support::storage::with_storage_layer;
use sp_runtime::DispatchError;
use subtensor_emission::{PoolTerms, ShareInput};
use subtensor_fixed::{Fixed, U64F64, U96F32};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use super::prices::RootStake;
use crate::{
    Coinbase, Config, Ledger,
    pallet::{
        MinerBurned, OwnerCutEnabled, PendingOwnerCut, PendingRootAlphaDivs, PendingServerEmission,
        PendingValidatorEmission, SubnetAlphaInEmission, SubnetAlphaOutEmission,
        SubnetEmissionEnabled, SubnetExcessTao, SubnetOwnerCut, SubnetTaoInEmission,
    },
};

impl<T: Config> Coinbase<T> {
    /// Brings the TAO emission of block `now` into the pools of the eligible subnets. Returns the
    /// alpha that each of them pays out: the schedule goes by the issuance before anything of the
    /// block is minted (spec 10 §9).
    pub(crate) fn inject_emission(
        eligible: &[NetUid],
        emission: TaoBalance,
        now: u64,
    ) -> Vec<(NetUid, AlphaBalance)> {
        let inputs: Vec<ShareInput> = eligible
            .iter()
            .map(|netuid| ShareInput {
                moving_price: Self::moving_price(*netuid),
                miner_burned: MinerBurned::<T>::get(netuid),
                enabled: SubnetEmissionEnabled::<T>::get(netuid),
            })
            .collect();
        let gated = Self::pass_gate(subtensor_emission::subnet_shares(&inputs), now);
        let shares = subtensor_emission::enabled_shares(gated, &inputs);
        let root = RootStake::read::<T>();
        let mut payable = Vec::with_capacity(eligible.len());
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
            payable.push((*netuid, AlphaBalance::new(terms.alpha_out)));
        }
        payable
    }

    fn terms_of(netuid: NetUid, tao_emission: U96F32, root: &RootStake) -> PoolTerms {
        let issuance = Ledger::<T>::alpha_issuance(netuid);
        subtensor_emission::pool_terms(
            tao_emission,
            T::Swap::price(netuid).convert(),
            root.proportion(issuance),
            subtensor_emission::block_emission(issuance.to_u64()),
        )
    }

    /// A subnet that cannot take its share must not stop the block: the share is not minted and the
    /// reason is logged.
    fn or_nothing<V: Default>(netuid: NetUid, result: Result<V, DispatchError>) -> V {
        result.unwrap_or_else(|error| {
            log::debug!(
                target: "emission",
                "subnet {netuid} does not take its emission: {error:?}"
            );
            V::default()
        })
    }

    /// Buys alpha that nobody owns with TAO created for it; returns the TAO spent.
    fn buy_for_protocol(netuid: NetUid, tao: TaoBalance) -> Result<TaoBalance, DispatchError> {
        if tao.is_zero() {
            return Ok(tao);
        }
        with_storage_layer(|| {
            let swap = T::Swap::buy(netuid, tao, T::Swap::max_price(), SwapFee::Waived)?;
            Ledger::<T>::mint_to_subnet(netuid, swap.paid_in)?;
            Ledger::<T>::apply_buy(netuid, &swap);
            Ledger::<T>::keep_for_protocol(netuid, swap.paid_out);
            Ok(swap.paid_in)
        })
    }

    /// Adds TAO and alpha to the pool without moving its price; returns what was added. What would
    /// move it is kept until it does not (spec 90 §19): the TAO is created at once, the alpha when
    /// it is added. An empty side has no price to keep, and nothing is emitted to it.
    fn inject_liquidity(
        netuid: NetUid,
        terms: &PoolTerms,
    ) -> Result<(TaoBalance, AlphaBalance), DispatchError> {
        let emitted = TaoBalance::new(terms.tao_in);
        let empty_side =
            Ledger::<T>::pool_tao(netuid).is_zero() || Ledger::<T>::pool_alpha(netuid).is_zero();
        if empty_side {
            return Ok(Default::default());
        }
        with_storage_layer(|| {
            let (tao, alpha) =
                T::Swap::adjust_liquidity(netuid, emitted, AlphaBalance::new(terms.alpha_in));
            if !emitted.is_zero() {
                Ledger::<T>::mint_to_subnet(netuid, emitted)?;
            }
            if !tao.is_zero() {
                Ledger::<T>::add_pool_tao(netuid, tao);
            }
            if !alpha.is_zero() {
                Ledger::<T>::mint_alpha_in(netuid, alpha);
            }
            Ok((tao, alpha))
        })
    }

    /// Mints the alpha that every subnet pays out into its pots. It is split at the root proportion
    /// after that, with what was injected and minted counted (spec 10 §11). Without root sells the
    /// root part is recycled.
    pub(crate) fn fill_pots(payable: &[(NetUid, AlphaBalance)]) {
        let root_sell = Self::root_sells(payable.iter().map(|(netuid, _)| *netuid));
        let cut = SubnetOwnerCut::<T>::get();
        let root = RootStake::read::<T>();
        for (netuid, alpha) in payable {
            SubnetAlphaOutEmission::<T>::insert(netuid, alpha);
            Ledger::<T>::mint_alpha_out(*netuid, *alpha);
            let owner_cut = OwnerCutEnabled::<T>::get(netuid).then_some(cut);
            let split = subtensor_emission::split_alpha_out(
                alpha.to_u64(),
                owner_cut,
                root.proportion(Ledger::<T>::alpha_issuance(*netuid)),
            );
            let accrue = |pot: &mut AlphaBalance, amount: u64| {
                pot.saturating_accrue(AlphaBalance::new(amount))
            };
            PendingOwnerCut::<T>::mutate(netuid, |pot| accrue(pot, split.owner));
            PendingServerEmission::<T>::mutate(netuid, |pot| accrue(pot, split.server));
            PendingValidatorEmission::<T>::mutate(netuid, |pot| accrue(pot, split.validator));
            if root_sell {
                PendingRootAlphaDivs::<T>::mutate(netuid, |pot| accrue(pot, split.root));
            } else {
                Ledger::<T>::recycle_subnet_alpha(*netuid, AlphaBalance::new(split.root));
            }
        }
    }

    /// Root stakers are paid only while the subnets together are worth more than one TAO per alpha.
    fn root_sells(eligible: impl Iterator<Item = NetUid>) -> bool {
        let prices = eligible.map(Self::moving_price);
        prices.fold(U64F64::ZERO, U64F64::saturating_add) > U64F64::ONE
    }
}
