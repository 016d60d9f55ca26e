//! Fees of swaps belong to the block author. Whatever keeps the author from getting one never fails
//! the swap: the fee is then destroyed (spec 50 §15).

use frame_support::{storage::with_storage_layer, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use crate::{Config, Error, Ledger, Staking};

impl<T: Config> Staking<T> {
    /// Pays a fee that the subnet's account has received on top of what went into the pool.
    pub(crate) fn pay_fee_to_author(netuid: NetUid, fee: TaoBalance) {
        if fee.is_zero() {
            return;
        }
        let paid = with_storage_layer(|| -> DispatchResult {
            let author = T::BlockAuthor::get().ok_or(DispatchError::CannotLookup)?;
            Ledger::<T>::transfer_from_subnet(netuid, &author, fee)
        });
        if paid.is_err() {
            let burned = Ledger::<T>::recycle_from_subnet(netuid, fee);
            if let Err(error) = burned {
                log::error!(
                    target: "staking",
                    "a fee stays on the account of subnet {netuid}: {error:?}"
                );
            }
        }
    }

    /// Sells a fee in alpha for the author. If it is worth nothing the alpha is burned.
    pub(crate) fn pay_alpha_fee_to_author(netuid: NetUid, fee: AlphaBalance) {
        if fee.is_zero() {
            return;
        }
        let sold =
            T::Swap::sell(netuid, fee, T::Swap::min_price(), SwapFee::Waived).and_then(|swap| {
                if swap.paid_in == fee {
                    Ok(swap)
                } else {
                    Err(Error::<T>::InsufficientLiquidity.into())
                }
            });
        match sold {
            Ok(swap) => {
                Ledger::<T>::apply_sell(netuid, &swap);
                Self::pay_fee_to_author(netuid, swap.paid_out);
            }
            Err(_) => Ledger::<T>::burn_subnet_alpha(netuid, fee),
        }
    }
}
