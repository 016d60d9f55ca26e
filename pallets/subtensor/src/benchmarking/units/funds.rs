//! Funds of root validators: what waits for them, what they hold, and who has shares of them.

use alloc::vec::Vec;

use subtensor_fixed::I96F32;
use subtensor_funds::index::BetaIndexSnapshotOf;
use subtensor_primitives::NetUid;

use super::{Job, dispatch, job};
use crate::{
    Call, Funds, Ledger, Shares,
    benchmarking::{Setup, TAO, account, signed, states::*},
    pallet::*,
};

/// First number of hotkeys with a fund each.
const FUNDS: u64 = 500_000;

/// So many root dividends wait for a fund, none of which is worth enough to enter it.
pub(crate) fn find_queue<T: Setup>(credits: u32) -> Job {
    all_subnets::<T>();
    stake::<T>(STAKER, HOTKEY, ROOT, TAO);
    fund_with_queue::<T>(HOTKEY, 0, credits as usize);
    RootClaimableThreshold::<T>::insert(ROOT, I96F32::from_u64(10 * TAO));
    reopen_pools::<T>();
    job(|| {
        Funds::<T>::flush_next();
    })
}

/// So many root dividends enter a fund that holds something. Shares of nothing could take none in.
pub(crate) fn flush_fund<T: Setup>(credits: u32) -> Job {
    flush::<T>(credits, 1)
}

/// One root dividend enters a fund with so many holdings.
pub(crate) fn flush_fund_rows<T: Setup>(rows: u32) -> Job {
    flush::<T>(1, rows)
}

fn flush<T: Setup>(credits: u32, rows: u32) -> Job {
    all_subnets::<T>();
    stake::<T>(STAKER, HOTKEY, ROOT, TAO);
    fund_with_queue::<T>(HOTKEY, rows as usize, credits as usize);
    // By averages of nothing the credits would be worth nothing.
    steady_prices::<T>();
    suspend::<T>(HOTKEY);
    reopen_pools::<T>();
    let hotkey = account::<T>(HOTKEY);
    job(move || {
        let flushed = Funds::<T>::flush(&hotkey);
        assert_eq!(flushed.credits, credits);
    })
}

/// A sweep of the index is due, over funds with so many holdings each.
fn sweep<T: Setup>(funds: u32, rows: u32) -> Job {
    all_subnets::<T>();
    let escrow = Funds::<T>::escrow();
    for number in FUNDS..FUNDS + u64::from(funds) {
        BasketShares::<T>::insert(account::<T>(number), TAO);
        for netuid in subnets::<T>().take(rows as usize) {
            Ledger::<T>::mint_alpha_out(netuid, alpha(TAO / 10));
            let hotkey = account::<T>(number);
            Shares::<T>::increase_stake(&hotkey, &escrow, netuid, alpha(TAO / 10));
        }
    }
    BetaIndexSnapshot::<T>::put(BetaIndexSnapshotOf::first(0));
    crate::benchmarking::at_block::<T>(1_000_000);
    reopen_pools::<T>();
    job(|| {
        Funds::<T>::sweep_index();
    })
}

/// So many funds have cash.
pub(crate) fn sweep_index<T: Setup>(funds: u32) -> Job {
    sweep::<T>(funds, 0)
}

/// A fund has so many holdings.
pub(crate) fn sweep_holdings<T: Setup>(rows: u32) -> Job {
    sweep::<T>(1, rows)
}

/// So many hotkeys are looked at, and none has a fund.
pub(crate) fn look_for_claims<T: Setup>(hotkeys: u32) -> Job {
    chain::<T>();
    own_all::<T>(STAKER, hotkeys as usize);
    let owned = OwnedHotkeys::<T>::get(account::<T>(STAKER));
    StakingHotkeys::<T>::insert(account::<T>(STAKER), owned);
    let call = Call::claim_root {
        subnets: Default::default(),
    };
    dispatch::<T>((signed::<T>(STAKER), call))
}

/// A claim on a fund with so many holdings, of all of which a part is sold.
pub(crate) fn claim_root<T: Setup>(rows: u32) -> Job {
    all_subnets::<T>();
    fund_with_queue::<T>(HOTKEY, rows as usize, 0);
    watched::<T>();
    shares::<T>(STAKER, HOTKEY);
    let call = Call::claim_root_with_hotkey {
        hotkey: account::<T>(HOTKEY),
    };
    dispatch::<T>((signed::<T>(STAKER), call))
}

pub(crate) fn stake_into_basket<T: Setup>(rows: u32) -> Job {
    all_subnets::<T>();
    fund_with_queue::<T>(HOTKEY, rows as usize, 0);
    suspend::<T>(HOTKEY);
    let call = Call::stake_into_basket {
        hotkey: account::<T>(HOTKEY),
        amount_staked: tao(1_000 * TAO),
    };
    dispatch::<T>((signed::<T>(STAKER), call))
}

/// So many trades of a fund that holds something on all subnets.
pub(crate) fn swap_basket<T: Setup>(legs: u32) -> Job {
    trade::<T>(legs, 128)
}

/// A trade of a fund with so many holdings, two at least.
pub(crate) fn swap_basket_rows<T: Setup>(rows: u32) -> Job {
    trade::<T>(1, rows)
}

fn trade<T: Setup>(legs: u32, rows: u32) -> Job {
    all_subnets::<T>();
    trading_fund::<T>(rows as usize);
    let hotkey = account::<T>(HOTKEY);
    let _ = PendingBasketDeposits::<T>::clear_prefix(&hotkey, u32::MAX, None);
    // Each sells of what the fund holds, and buys on the subnet behind.
    let sold = SUBNET.get()..SUBNET.get() + (rows as u16 - 1).min(100);
    for netuid in sold.clone().map(NetUid::new) {
        Ledger::<T>::mint_alpha_out(netuid, alpha(2 * TAO));
        Shares::<T>::increase_stake(&hotkey, &Funds::<T>::escrow(), netuid, alpha(2 * TAO));
    }
    watched::<T>();
    let legs = sold.cycle().take(legs as usize).map(|from| {
        (
            NetUid::new(from),
            NetUid::new(from + 1),
            alpha(TAO / 100),
            0,
        )
    });
    let call = Call::swap_basket_many {
        hotkey,
        legs: legs
            .collect::<Vec<_>>()
            .try_into()
            .expect("there are not too many"),
    };
    dispatch::<T>((signed::<T>(OWNER), call))
}
