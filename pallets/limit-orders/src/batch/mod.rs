//! Executing the orders of one subnet together: set off against each other at the price, and only
//! the rest is traded with the pool (spec 80 B.6).

mod amounts;
mod collect;
mod deal;
mod trade;

use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::{AccountId32, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, OrderTrades};

pub(crate) use amounts::Rate;

use crate::{Config, Error, Event, LimitOrdersEnabled, OrderSide, Pallet, SignedOrder};

/// An order of a batch that may be executed.
struct Entry {
    ready: crate::validate::Ready,
    /// Rao of what is set off: of a purchase without its fee.
    net: u64,
}

/// A batch whose orders may all be executed.
struct Batch {
    netuid: NetUid,
    now: u64,
    rate: Rate,
    buys: Vec<Entry>,
    sells: Vec<Entry>,
}

/// What the pool has done for a batch.
struct Traded {
    side: OrderSide,
    /// What went in, rao.
    input: u64,
    /// What came out, rao.
    output: u64,
}

/// Fees by recipient, in the order in which they are first met.
#[derive(Default)]
struct Fees(Vec<(AccountId32, u128)>);

impl<T: Config> Pallet<T> {
    /// Executes all orders or none; the call's storage layer undoes what a failure leaves.
    pub(crate) fn do_execute_batch(
        relayer: &AccountId32,
        netuid: NetUid,
        orders: &[SignedOrder<AccountId32>],
    ) -> DispatchResult {
        ensure!(
            LimitOrdersEnabled::<T>::get(),
            Error::<T>::LimitOrdersDisabled
        );
        ensure!(!netuid.is_root(), Error::<T>::RootNetUidNotAllowed);
        let batch = Self::check_batch(relayer, netuid, orders)?;
        let executed_count = batch.buys.len().saturating_add(batch.sells.len());
        if executed_count == 0 {
            return Ok(());
        }
        let before = Self::held(netuid);
        Self::collect(&batch)?;
        let traded = Self::trade(&batch, before)?;
        Self::deal_alpha(&batch, before)?;
        let mut fees = Fees::default();
        Self::deal_tao(&batch, &traded, &mut fees)?;
        Self::pay_fees(&batch, fees)?;
        Self::deposit_event(Event::GroupExecutionSummary {
            netuid,
            net_side: traded.side,
            net_amount: traded.input,
            actual_out: traded.output,
            executed_count: u32::try_from(executed_count).unwrap_or(u32::MAX),
        });
        Ok(())
    }

    /// Stake that the pallet holds on a subnet. Others may have sent it some.
    fn held(netuid: NetUid) -> AlphaBalance {
        T::Trades::stake_of(&Self::account(), &Self::hotkey(), netuid)
    }
}
