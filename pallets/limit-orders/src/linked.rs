//! What orders bring, recorded for later orders of the signer (spec 90 §21.3). A record is a
//! permission: the money is the signer's.

use frame_support::{ensure, traits::Get};
use sp_core::H256;
use sp_runtime::{AccountId32, DispatchError, DispatchResult, Perbill};

use crate::{
    Config, Error, Event, LinkedAsset, LinkedOutput, LinkedOutputs, OrderAmount, OrderV2, Pallet,
    validate::Ready,
};

impl<T: Config> Pallet<T> {
    /// The part of a recorded output that an order spends, rao.
    pub(crate) fn linked_amount(
        terms: &OrderV2<AccountId32>,
        provider: H256,
        pct: Perbill,
        now: u64,
    ) -> Result<u64, DispatchError> {
        let record = LinkedOutputs::<T>::get(provider).ok_or(Error::<T>::NoLinkedOutput)?;
        ensure!(
            record.signer == terms.signer,
            Error::<T>::LinkedOutputSignerMismatch
        );
        let spent = Self::asset(terms, terms.is_buy());
        ensure!(record.asset == spent, Error::<T>::LinkedOutputAssetMismatch);
        ensure!(now <= record.expires_at, Error::<T>::LinkedOutputExpired);
        let amount = pct.mul_floor(record.total);
        ensure!(amount > 0, Error::<T>::LinkedAmountResolvedToZero);
        Ok(amount)
    }

    fn asset(terms: &OrderV2<AccountId32>, is_tao: bool) -> LinkedAsset<AccountId32> {
        if is_tao {
            return LinkedAsset::Tao;
        }
        LinkedAsset::Alpha {
            netuid: terms.netuid,
            hotkey: terms.hotkey.clone(),
        }
    }

    /// After the trade: the record that was drawn on is gone, whatever the part was, and what the
    /// order has brought is recorded if it is to be. Of two orders of a batch that draw on the same
    /// record the second finds none.
    pub(crate) fn settle_links(ready: &Ready, output: u64, now: u64) -> DispatchResult {
        let terms = &ready.terms;
        if let OrderAmount::LinkedPercentage { provider, .. } = terms.amount {
            let record = LinkedOutputs::<T>::take(provider).ok_or(Error::<T>::NoLinkedOutput)?;
            Self::deposit_event(Event::LinkedOutputConsumed {
                provider,
                consumer: ready.id,
                amount: ready.amount,
                undrawn: record.total.saturating_sub(ready.amount),
            });
        }
        if !terms.has_linked_order {
            return Ok(());
        }
        let record = LinkedOutput {
            signer: terms.signer.clone(),
            asset: Self::asset(terms, !terms.is_buy()),
            total: output,
            expires_at: now.saturating_add(T::LinkedOutputTtl::get()),
        };
        LinkedOutputs::<T>::insert(ready.id, &record);
        Self::deposit_event(Event::LinkedOutputRecorded {
            order_id: ready.id,
            signer: record.signer,
            asset: record.asset,
            total: record.total,
            expires_at: record.expires_at,
        });
        Ok(())
    }

    /// Forgets a record, for its signer at any time and for anybody after it has expired.
    pub(crate) fn prune_output(who: &AccountId32, order_id: H256) -> DispatchResult {
        let record = LinkedOutputs::<T>::get(order_id).ok_or(Error::<T>::NoLinkedOutput)?;
        ensure!(
            record.signer == *who || Self::now() > record.expires_at,
            Error::<T>::LinkedOutputNotPrunable
        );
        LinkedOutputs::<T>::remove(order_id);
        Self::deposit_event(Event::LinkedOutputPruned {
            order_id,
            total: record.total,
        });
        Ok(())
    }
}
