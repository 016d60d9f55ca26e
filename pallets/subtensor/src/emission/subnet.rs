//! What the emission of a block knows of a subnet that its owner has started: read once.

use subtensor_fixed::{Fixed, I96F32, U64F64};
use subtensor_primitives::{NetUid, PoolView, SwapInterface};

use crate::{Coinbase, Config, Subnets, ledger::Books, pallet::SubnetMovingPrice};

/// A started subnet in a block.
pub(crate) struct BlockSubnet {
    pub netuid: NetUid,
    /// First block of its emission.
    pub start: u64,
    /// Whether it takes part in emission: its token is enabled and it is open for registration.
    pub is_emitted: bool,
    /// Average of the price as it is stored, where it is.
    pub slow: Option<I96F32>,
    pub books: Books,
    pub pool: PoolView,
}

impl BlockSubnet {
    /// Reads a subnet, unless its owner has not started it.
    pub(crate) fn read<T: Config>(netuid: NetUid) -> Option<Self> {
        if netuid.is_root() {
            return None;
        }
        let start = Subnets::<T>::first_emission_block(netuid)?;
        let books = Books::open::<T>(netuid);
        Some(Self {
            netuid,
            start,
            is_emitted: Coinbase::<T>::takes_part(netuid),
            slow: SubnetMovingPrice::<T>::try_get(netuid).ok(),
            pool: books.pool::<T>(Subnets::<T>::is_dynamic(netuid)),
            books,
        })
    }

    /// Reads the amounts again, after something else may have changed them.
    pub(crate) fn refresh<T: Config>(&mut self) {
        self.books = Books::open::<T>(self.netuid);
        self.pool = self.books.pool::<T>(self.pool.is_dynamic);
    }

    /// Current price, TAO per alpha.
    pub(crate) fn price<T: Config>(&self) -> U64F64 {
        T::Swap::price_of(&self.pool)
    }

    /// See [`crate::Coinbase::moving_price`].
    pub(crate) fn moving_price(&self) -> U64F64 {
        if self.pool.is_dynamic {
            self.slow.unwrap_or_default().convert()
        } else {
            U64F64::ONE
        }
    }
}
