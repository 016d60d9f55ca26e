//! What a fund holds and what that is worth (spec 90 §4). Every holding is valued by itself,
//! against the pool as it is.

use alloc::vec::Vec;
use subtensor_fixed::U64F64;
use subtensor_funds::{
    claim::{Kind, Row},
    price::capped_value,
};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use crate::{Coinbase, Config, Funds, Shares, Subnets};

/// What a fund holds on one subnet; on root TAO.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The subnet.
    pub netuid: NetUid,
    /// Rao of its alpha, not 0.
    pub alpha: AlphaBalance,
}

/// The root stake of a hotkey, rao.
pub(super) struct RootStake {
    /// All but the fund's own.
    pub of_stakers: u64,
    /// The fund's own.
    pub of_fund: u64,
}

impl<T: Config> Funds<T> {
    /// What a fund holds, by ascending netuid.
    pub fn holdings(hotkey: &T::AccountId) -> Vec<Holding> {
        let mut holdings: Vec<Holding> = Shares::<T>::subnets_of(hotkey, &Self::escrow())
            .filter(|netuid| Subnets::<T>::subnet_exists(*netuid))
            .map(|netuid| Holding {
                netuid,
                alpha: Self::held(hotkey, netuid),
            })
            .filter(|holding| !holding.alpha.is_zero())
            .collect();
        holdings.sort_unstable_by_key(|holding| holding.netuid);
        holdings
    }

    /// What a fund holds on a subnet, rao of alpha.
    pub(super) fn held(hotkey: &T::AccountId, netuid: NetUid) -> AlphaBalance {
        Shares::<T>::stake_of(hotkey, &Self::escrow(), netuid)
    }

    /// All root stake on a hotkey.
    pub(super) fn root_stake(hotkey: &T::AccountId) -> RootStake {
        let all = Shares::<T>::hotkey_alpha(hotkey, NetUid::ROOT);
        let of_fund = Self::held(hotkey, NetUid::ROOT);
        RootStake {
            of_stakers: all.saturating_sub(of_fund).to_u64(),
            of_fund: of_fund.to_u64(),
        }
    }

    /// Worth of what a fund holds: what it would bring if it were sold, rao.
    pub fn nav(hotkey: &T::AccountId) -> TaoBalance {
        Self::holdings(hotkey)
            .iter()
            .map(Holding::sale_value::<T>)
            .sum()
    }

    /// Worth of what a fund holds at the prices of the pools, rao.
    pub fn spot_nav(hotkey: &T::AccountId) -> TaoBalance {
        Self::holdings(hotkey)
            .iter()
            .map(Holding::spot_value::<T>)
            .sum()
    }
}

impl Holding {
    /// A part of what a fund holds, or what it may get.
    pub(super) fn new(netuid: NetUid, alpha: AlphaBalance) -> Self {
        Self { netuid, alpha }
    }

    /// Worth at the price of the pool, rao.
    pub fn spot_value<T: Config>(&self) -> TaoBalance {
        if !Subnets::<T>::is_dynamic(self.netuid) {
            return TaoBalance::new(self.alpha.to_u64());
        }
        let alpha = U64F64::from_num(self.alpha.to_u64());
        TaoBalance::new(alpha.saturating_mul(T::Swap::price(self.netuid)).to_u64())
    }

    /// What the pool would pay for it without a fee, rao; 0 if it cannot be sold at all.
    pub fn sale_value<T: Config>(&self) -> TaoBalance {
        T::Swap::sell_in_pieces(self.netuid, self.alpha, SwapFee::Waived).paid_out
    }

    /// The same, but no more than the slow average of the price says, rao.
    pub fn guarded_value<T: Config>(&self) -> TaoBalance {
        self.capped::<T>(self.sale_value::<T>(), Coinbase::<T>::moving_price)
    }

    /// What a sale would bring, but no more than the fast average of the price says.
    pub(super) fn anchored_value<T: Config>(&self, sold: TaoBalance) -> TaoBalance {
        self.capped::<T>(sold, |netuid| {
            Coinbase::<T>::fast_price(netuid).unwrap_or_else(|| Coinbase::<T>::moving_price(netuid))
        })
    }

    fn capped<T: Config>(&self, sold: TaoBalance, price: fn(NetUid) -> U64F64) -> TaoBalance {
        if !Subnets::<T>::is_dynamic(self.netuid) {
            return sold;
        }
        let value = capped_value(sold.to_u64(), self.alpha.to_u64(), price(self.netuid));
        TaoBalance::new(value)
    }

    /// What a claim has to know of it.
    pub(super) fn row<T: Config>(&self) -> Row {
        let value = self.sale_value::<T>();
        let kind = if self.netuid.is_root() {
            Kind::Root
        } else if value.is_zero() {
            Kind::Garbage
        } else {
            Kind::Sellable
        };
        Row {
            kind,
            amount: self.alpha.to_u64(),
            value: value.to_u64(),
            anchored: self.anchored_value::<T>(value).to_u64(),
        }
    }
}
