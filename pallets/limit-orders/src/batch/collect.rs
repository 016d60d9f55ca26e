//! Checking the orders of a batch, and gathering what they spend on the pallet's account.

use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, OrderTrades, TaoBalance};

use super::{Batch, Entry, Rate};
use crate::{Config, Error, Pallet, SignedOrder, validate::Moment};

impl<T: Config> Pallet<T> {
    /// Checks every order against the same time and price, before any of them is executed.
    pub(super) fn check_batch(
        relayer: &AccountId32,
        netuid: NetUid,
        orders: &[SignedOrder<AccountId32>],
    ) -> Result<Batch, DispatchError> {
        let (now, price) = (Self::now(), T::Trades::price(netuid));
        let moment = Moment {
            now,
            price,
            relayer,
        };
        let mut seen = BTreeSet::new();
        let (mut buys, mut sells) = (Vec::new(), Vec::new());
        for signed in orders {
            let (payload, id) = signed.order.payload_and_id();
            ensure!(seen.insert(id), Error::<T>::DuplicateOrderInBatch);
            let terms = signed.order.terms();
            ensure!(terms.netuid == netuid, Error::<T>::OrderNetUidMismatch);
            let ready = Self::check_order(signed, terms, (&payload, id), &moment)?;
            let gross = ready.amount;
            if ready.terms.is_buy() {
                let fee = ready.terms.fee_rate.mul_floor(gross);
                let net = gross.saturating_sub(fee);
                buys.push(Entry { ready, net });
            } else {
                sells.push(Entry { ready, net: gross });
            }
        }
        Ok(Batch {
            netuid,
            now,
            rate: Rate(price),
            buys,
            sells,
        })
    }

    /// Takes TAO, fees included, from who buys, and stake from who sells.
    pub(super) fn collect(batch: &Batch) -> DispatchResult {
        let (account, hotkey) = (Self::account(), Self::hotkey());
        for Entry { ready, .. } in &batch.buys {
            let gross = TaoBalance::new(ready.amount);
            T::Trades::transfer_tao(&ready.terms.signer, &account, gross)?;
        }
        for Entry { ready, .. } in &batch.sells {
            let from = (&ready.terms.signer, &ready.terms.hotkey);
            let alpha = AlphaBalance::new(ready.amount);
            T::Trades::move_stake(from, (&account, &hotkey), batch.netuid, alpha)?;
        }
        Ok(())
    }
}
