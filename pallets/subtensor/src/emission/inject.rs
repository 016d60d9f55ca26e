//! What a block gives to the subnets: TAO into their pools, alpha into their pots (spec 10 §8 to
//! §11).
//!
//! TAO is created only where it is deposited, so whatever a subnet cannot take is never minted.
//! Each step of a subnet is atomic: if it fails, its TAO is not created and its pool is untouched.
//! What a block knows of a subnet is read once and written once ([`BlockSubnet`]).

use alloc::{collections::BTreeSet, vec::Vec};
use sp_runtime::DispatchError;
use subtensor_emission::{PoolTerms, ShareInput};
use subtensor_fixed::{Fixed, U64F64, U96F32};
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, TaoBalance};

use super::{prices::RootStake, subnet::BlockSubnet};
use crate::{
    Coinbase, Config, Ledger,
    pallet::{
        MinerBurned, OwnerCutEnabled, PendingOwnerCut, PendingRootAlphaDivs, PendingServerEmission,
        PendingValidatorEmission, SubnetAlphaInEmission, SubnetAlphaOutEmission,
        SubnetEmissionEnabled, SubnetExcessTao, SubnetOwnerCut, SubnetTaoInEmission,
    },
};

/// What all subnets of a block have in common.
struct BlockTerms {
    root: RootStake,
    /// Pools for which something is kept.
    kept: BTreeSet<NetUid>,
    /// Share of owners, of 65535.
    cut: u16,
    /// Whether root stakers are paid.
    root_sell: bool,
}

impl<T: Config> Coinbase<T> {
    /// Brings the TAO emission of block `now` into the pools of the subnets that take part in it,
    /// and alpha into their pots: the schedule goes by the issuance before anything of the block is
    /// minted (spec 10 §9).
    pub(crate) fn emit(subnets: &mut [BlockSubnet], emission: TaoBalance, now: u64) {
        let emitted = || subnets.iter().filter(|subnet| subnet.is_emitted);
        let inputs: Vec<ShareInput> = emitted()
            .map(|subnet| ShareInput {
                moving_price: subnet.moving_price(),
                miner_burned: MinerBurned::<T>::get(subnet.netuid),
                enabled: SubnetEmissionEnabled::<T>::get(subnet.netuid),
            })
            .collect();
        let root_sell = root_sells(inputs.iter().map(|input| input.moving_price));
        let gated = Self::pass_gate(subtensor_emission::subnet_shares(&inputs), now);
        let shares = subtensor_emission::enabled_shares(gated, &inputs);
        let block = BlockTerms {
            root: RootStake::read::<T>(),
            kept: T::Swap::pools_kept(),
            cut: SubnetOwnerCut::<T>::get(),
            root_sell,
        };
        let emitted = subnets.iter_mut().filter(|subnet| subnet.is_emitted);
        let mut tao_added = TaoBalance::ZERO;
        for (subnet, share) in emitted.zip(shares) {
            let tao = subtensor_emission::tao_emission(emission.to_u64(), share);
            let alpha_out = Self::inject(subnet, tao, &block);
            Self::fill_pots(subnet, alpha_out, &block);
            tao_added = tao_added.saturating_add(subnet.books.close::<T>());
        }
        Ledger::<T>::note_stake_of_pools(tao_added);
    }

    /// Brings the share of a subnet into its pool. Returns the alpha that it pays out.
    fn inject(subnet: &mut BlockSubnet, tao: U96F32, block: &BlockTerms) -> AlphaBalance {
        let netuid = subnet.netuid;
        let issuance = subnet.books.alpha_issuance();
        let terms = subtensor_emission::pool_terms(
            tao,
            subnet.price::<T>().convert(),
            block.root.proportion(issuance),
            subtensor_emission::block_emission(issuance.to_u64()),
        );
        let bought = Self::buy_for_protocol(subnet, terms.excess_tao.into());
        let bought = Self::or_nothing(netuid, bought);
        if SubnetExcessTao::<T>::try_get(netuid) != Ok(bought) {
            SubnetExcessTao::<T>::insert(netuid, bought);
        }
        let is_kept = block.kept.contains(&netuid);
        let injected = Self::inject_liquidity(subnet, &terms, is_kept);
        let (tao, alpha) = Self::or_nothing(netuid, injected);
        SubnetTaoInEmission::<T>::insert(netuid, tao);
        SubnetAlphaInEmission::<T>::insert(netuid, alpha);
        AlphaBalance::new(terms.alpha_out)
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

    /// Buys alpha that nobody owns with TAO created for it; returns the TAO spent. Creating it is
    /// all that can fail, and comes before anything changes.
    fn buy_for_protocol(
        subnet: &mut BlockSubnet,
        tao: TaoBalance,
    ) -> Result<TaoBalance, DispatchError> {
        if tao.is_zero() {
            return Ok(tao);
        }
        let swap = T::Swap::purchase_from(&subnet.pool, tao)?;
        subnet.books.mint_tao::<T>(swap.paid_in)?;
        subnet.books.apply_buy::<T>(&swap);
        subnet.books.show(&mut subnet.pool);
        Ledger::<T>::keep_for_protocol(subnet.netuid, swap.paid_out);
        Ok(swap.paid_in)
    }

    /// Adds TAO and alpha to the pool without moving its price; returns what was added. What would
    /// move it is kept until it does not (spec 90 §19): the TAO is created at once, the alpha when
    /// it is added. An empty side has no price to keep, and nothing is emitted to it.
    fn inject_liquidity(
        subnet: &mut BlockSubnet,
        terms: &PoolTerms,
        is_kept: bool,
    ) -> Result<(TaoBalance, AlphaBalance), DispatchError> {
        if subnet.books.has_empty_side() {
            return Ok(Default::default());
        }
        let emitted = TaoBalance::new(terms.tao_in);
        if !emitted.is_zero() {
            subnet.books.mint_tao::<T>(emitted)?;
        }
        let alpha_in = AlphaBalance::new(terms.alpha_in);
        let (tao, alpha) = T::Swap::adjust(&mut subnet.pool, is_kept, emitted, alpha_in);
        subnet.books.add_tao(tao);
        subnet.books.mint_alpha_in(alpha);
        subnet.books.show(&mut subnet.pool);
        Ok((tao, alpha))
    }

    /// Mints the alpha that a subnet pays out into its pots. It is split at the root proportion
    /// after that, with what was injected and minted counted (spec 10 §11). Without root sells the
    /// root part is recycled.
    fn fill_pots(subnet: &mut BlockSubnet, alpha: AlphaBalance, block: &BlockTerms) {
        let netuid = subnet.netuid;
        if SubnetAlphaOutEmission::<T>::try_get(netuid) != Ok(alpha) {
            SubnetAlphaOutEmission::<T>::insert(netuid, alpha);
        }
        subnet.books.mint_alpha_out(alpha);
        let owner_cut = OwnerCutEnabled::<T>::get(netuid).then_some(block.cut);
        let split = subtensor_emission::split_alpha_out(
            alpha.to_u64(),
            owner_cut,
            block.root.proportion(subnet.books.alpha_issuance()),
        );
        let root = if block.root_sell {
            Some(split.root)
        } else {
            None
        };
        if root.is_none() {
            subnet.books.recycle_alpha(AlphaBalance::new(split.root));
        }
        Self::add_to_pots(netuid, [split.owner, split.server, split.validator], root);
    }

    /// Adds alpha to the pots of owner, miners and validators, and to that of root if it has a
    /// part; writes those that change.
    fn add_to_pots(netuid: NetUid, [owner, server, validator]: [u64; 3], root: Option<u64>) {
        let after = |stored: Option<AlphaBalance>, amount: u64| {
            let sum = stored
                .unwrap_or_default()
                .saturating_add(AlphaBalance::new(amount));
            (stored != Some(sum)).then_some(sum)
        };
        if let Some(sum) = after(PendingOwnerCut::<T>::try_get(netuid).ok(), owner) {
            PendingOwnerCut::<T>::insert(netuid, sum);
        }
        if let Some(sum) = after(PendingServerEmission::<T>::try_get(netuid).ok(), server) {
            PendingServerEmission::<T>::insert(netuid, sum);
        }
        if let Some(sum) = after(
            PendingValidatorEmission::<T>::try_get(netuid).ok(),
            validator,
        ) {
            PendingValidatorEmission::<T>::insert(netuid, sum);
        }
        let Some(root) = root else { return };
        if let Some(sum) = after(PendingRootAlphaDivs::<T>::try_get(netuid).ok(), root) {
            PendingRootAlphaDivs::<T>::insert(netuid, sum);
        }
    }
}

/// Root stakers are paid only while the subnets together are worth more than one TAO per alpha.
fn root_sells(prices: impl Iterator<Item = U64F64>) -> bool {
    prices.fold(U64F64::ZERO, U64F64::saturating_add) > U64F64::ONE
}
