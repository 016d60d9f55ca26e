//! The averages of a subnet: slow and fast price, and root proportion (spec 10 §15, 90 §16.1).

use subtensor_fixed::{Fixed, U64F64, U96F32};
use subtensor_primitives::{AlphaBalance, NetUid};

use super::subnet::BlockSubnet;

use crate::{
    Coinbase, Config, Ledger, StakeWeights, Subnets,
    pallet::{
        EMAPriceHalvingBlocks, RootProp, SubnetFastMovingPrice, SubnetMovingAlpha,
        SubnetMovingPrice,
    },
};

/// What is staked on root and what it weighs: the same for every subnet of a block.
pub(super) struct RootStake {
    tao: u64,
    weight: u64,
}

impl RootStake {
    pub(super) fn read<T: Config>() -> Self {
        Self {
            tao: Ledger::<T>::pool_tao(NetUid::ROOT).to_u64(),
            weight: StakeWeights::<T>::tao_weight(),
        }
    }

    /// Weight of root stake against the alpha of a subnet, 0 to 1.
    pub(super) fn proportion(&self, alpha_issuance: AlphaBalance) -> U96F32 {
        subtensor_emission::root_proportion(self.tao, self.weight, alpha_issuance.to_u64())
    }
}

impl<T: Config> Coinbase<T> {
    /// Slow average of the alpha price in TAO per alpha; 1 where the price is fixed.
    pub fn moving_price(netuid: NetUid) -> U64F64 {
        if !Subnets::<T>::is_dynamic(netuid) {
            return U64F64::ONE;
        }
        SubnetMovingPrice::<T>::get(netuid).convert()
    }

    /// Average of the alpha price over the last hours, TAO per alpha; none before the first block
    /// of a subnet that has started.
    pub fn fast_price(netuid: NetUid) -> Option<U64F64> {
        SubnetFastMovingPrice::<T>::get(netuid)
    }

    /// Refreshes the averages of the subnets that have started, whether or not they are emitted
    /// to: an average that stood still while the price falls would keep the share and the rank of
    /// its subnet.
    pub(crate) fn update_averages(started: &[BlockSubnet], now: u64) {
        let moving_alpha = SubnetMovingAlpha::<T>::get();
        let root = RootStake::read::<T>();
        for subnet in started {
            let netuid = subnet.netuid;
            let pool_price = subnet.price::<T>();
            let slow = subtensor_emission::next_moving_price(
                moving_alpha,
                now.saturating_sub(subnet.start.saturating_sub(1)),
                EMAPriceHalvingBlocks::<T>::get(netuid),
                pool_price,
                subnet.moving_price(),
            );
            if subnet.slow != Some(slow) {
                SubnetMovingPrice::<T>::insert(netuid, slow);
            }
            let before = Self::fast_price(netuid);
            let fast = subtensor_emission::next_fast_price(before, pool_price);
            if before != Some(fast) {
                SubnetFastMovingPrice::<T>::insert(netuid, fast);
            }
            RootProp::<T>::insert(netuid, root.proportion(subnet.books.alpha_issuance()));
        }
    }
}
