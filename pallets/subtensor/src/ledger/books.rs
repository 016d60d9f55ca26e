//! The books of one subnet while a block emits to it: read once, written once.

use sp_runtime::DispatchResult;
use subtensor_primitives::{
    AlphaAssetsInterface, AlphaBalance, NetUid, PoolView, SwapInterface, SwapOutcome, TaoBalance,
};

use crate::{
    Config, Ledger,
    pallet::{SubnetAlphaIn, SubnetAlphaOut, SubnetTAO, TotalStake},
};

/// Reserves of a pool and the alpha outside it, rao.
#[derive(Clone, Copy, PartialEq)]
struct Amounts {
    tao: TaoBalance,
    alpha_in: AlphaBalance,
    alpha_out: AlphaBalance,
}

/// What a block knows of the amounts of a subnet. Nobody else may change them before
/// [`Books::close`].
pub(crate) struct Books {
    netuid: NetUid,
    stored: Amounts,
    now: Amounts,
    minted: AlphaBalance,
    recycled: AlphaBalance,
}

impl Books {
    /// Reads the amounts of a subnet.
    pub(crate) fn open<T: Config>(netuid: NetUid) -> Self {
        let stored = Amounts {
            tao: SubnetTAO::<T>::get(netuid),
            alpha_in: SubnetAlphaIn::<T>::get(netuid),
            alpha_out: SubnetAlphaOut::<T>::get(netuid),
        };
        Self {
            netuid,
            stored,
            now: stored,
            minted: AlphaBalance::ZERO,
            recycled: AlphaBalance::ZERO,
        }
    }

    /// The pool that these reserves make.
    pub(crate) fn pool<T: Config>(&self, is_dynamic: bool) -> PoolView {
        T::Swap::view(self.netuid, is_dynamic, self.now.tao, self.now.alpha_in)
    }

    /// Brings a pool in step.
    pub(crate) fn show(&self, pool: &mut PoolView) {
        (pool.tao, pool.alpha) = (self.now.tao, self.now.alpha_in);
    }

    /// Whether a side of the pool is empty.
    pub(crate) fn has_empty_side(&self) -> bool {
        self.now.tao.is_zero() || self.now.alpha_in.is_zero()
    }

    /// Alpha that counts as issued, rao.
    pub(crate) fn alpha_issuance(&self) -> AlphaBalance {
        self.now.alpha_in.saturating_add(self.now.alpha_out)
    }

    /// Creates TAO in the account of the subnet, which exists.
    ///
    /// Errors: the currency's own.
    pub(crate) fn mint_tao<T: Config>(&self, amount: TaoBalance) -> DispatchResult {
        Ledger::<T>::mint_to_account_of(self.netuid, amount)
    }

    /// As [`Ledger::apply_buy`].
    pub(crate) fn apply_buy<T: Config>(&mut self, swap: &SwapOutcome<TaoBalance, AlphaBalance>) {
        self.now.alpha_in.saturating_reduce(swap.paid_out);
        self.now.alpha_out.saturating_accrue(swap.paid_out);
        self.now.tao.saturating_accrue(swap.paid_in);
        Ledger::<T>::add_volume(self.netuid, swap.spent());
    }

    /// Adds TAO that the subnet's account has received to the pool.
    pub(crate) fn add_tao(&mut self, amount: TaoBalance) {
        self.now.tao.saturating_accrue(amount);
    }

    /// As [`Ledger::mint_alpha_in`].
    pub(crate) fn mint_alpha_in(&mut self, amount: AlphaBalance) {
        self.now.alpha_in.saturating_accrue(amount);
        self.minted.saturating_accrue(amount);
    }

    /// As [`Ledger::mint_alpha_out`].
    pub(crate) fn mint_alpha_out(&mut self, amount: AlphaBalance) {
        self.now.alpha_out.saturating_accrue(amount);
        self.minted.saturating_accrue(amount);
    }

    /// As [`Ledger::recycle_subnet_alpha`].
    pub(crate) fn recycle_alpha(&mut self, amount: AlphaBalance) {
        self.now.alpha_out.saturating_reduce(amount);
        self.recycled.saturating_accrue(amount);
    }

    /// Writes what has changed. Returns the TAO that has come into the pool, of which
    /// [`Ledger::note_stake_of_pools`] is to be told.
    pub(crate) fn close<T: Config>(&mut self) -> TaoBalance {
        let (netuid, before, now) = (self.netuid, self.stored, self.now);
        if now.tao != before.tao {
            SubnetTAO::<T>::insert(netuid, now.tao);
        }
        if now.alpha_in != before.alpha_in {
            SubnetAlphaIn::<T>::insert(netuid, now.alpha_in);
        }
        if now.alpha_out != before.alpha_out {
            SubnetAlphaOut::<T>::insert(netuid, now.alpha_out);
        }
        if !self.minted.is_zero() {
            T::AlphaAssets::mint(netuid, self.minted);
        }
        if !self.recycled.is_zero() {
            T::AlphaAssets::recycle(netuid, self.recycled);
        }
        self.stored = now;
        (self.minted, self.recycled) = Default::default();
        now.tao.saturating_sub(before.tao)
    }
}

impl<T: Config> Ledger<T> {
    /// Counts TAO that has come into pools.
    pub(crate) fn note_stake_of_pools(amount: TaoBalance) {
        if !amount.is_zero() {
            TotalStake::<T>::mutate(|total| total.saturating_accrue(amount));
        }
    }
}
