//! Stake that is bought and sold, by calls and by the chain.

use alloc::vec::Vec;

use frame_system::RawOrigin;

use super::{Job, dispatch, job};
use crate::{
    Call, Hotkeys, Neurons, NominationCursor, Nominations, Shares, Staking,
    benchmarking::{Setup, TAO, account, rows::SMALL, signed, states::*},
    pallet::*,
    staking::MAX_COLDKEYS,
};

/// First number of those who hold small nominations.
const HOLDERS: u64 = 600_000;

/// Root stake on a hotkey with a fund of all subnets, for which nothing waits.
fn on_root<T: Setup>() {
    all_subnets::<T>();
    stake::<T>(STAKER, HOTKEY, ROOT, 10 * TAO);
    fund_with_queue::<T>(HOTKEY, 128, 0);
    watched::<T>();
}

pub(crate) fn add_root_stake<T: Setup>() -> Job {
    on_root::<T>();
    suspend::<T>(HOTKEY);
    let call = Call::add_stake {
        hotkey: account::<T>(HOTKEY),
        netuid: ROOT,
        amount_staked: tao(TAO),
    };
    dispatch::<T>((signed::<T>(STAKER), call))
}

pub(crate) fn remove_root_stake<T: Setup>() -> Job {
    on_root::<T>();
    let call = Call::remove_stake {
        hotkey: account::<T>(HOTKEY),
        netuid: ROOT,
        amount_unstaked: alpha(TAO),
    };
    dispatch::<T>((signed::<T>(STAKER), call))
}

/// Sells the stake on so many subnets, of a parent.
pub(crate) fn unstake_all<T: Setup>(count: u32) -> Job {
    some_subnets::<T>(count);
    for netuid in subnets::<T>() {
        stake::<T>(STAKER, HOTKEY, netuid, TAO);
    }
    watched::<T>();
    let call = Call::unstake_all {
        hotkey: account::<T>(HOTKEY),
    };
    dispatch::<T>((signed::<T>(STAKER), call))
}

/// What is left after a sale is too small, on a hotkey that is a parent; with a lock elsewhere.
pub(crate) fn clear_nomination<T: Setup>() -> Job {
    chain::<T>();
    stake::<T>(STAKER, HOTKEY, SUBNET, SMALL);
    watched::<T>();
    NominatorMinRequiredStake::<T>::put(2_000_000);
    reopen_pools::<T>();
    let (hotkey, coldkey) = (account::<T>(HOTKEY), account::<T>(STAKER));
    job(move || {
        let is_small =
            Nominations::<T>::clear_small_nomination_if_required(&hotkey, &coldkey, SUBNET);
        assert!(is_small && Shares::<T>::stake_of(&hotkey, &coldkey, SUBNET).is_zero());
    })
}

/// A fee is quoted and taken.
pub(crate) fn alpha_fee<T: Setup>() -> Job {
    chain::<T>();
    watched::<T>();
    stake::<T>(STAKER, HOTKEY, SUBNET, 10 * TAO);
    reopen_pools::<T>();
    let (hotkey, coldkey) = (account::<T>(HOTKEY), account::<T>(STAKER));
    let call = Call::<T>::remove_stake {
        hotkey,
        netuid: SUBNET,
        amount_unstaked: alpha(TAO),
    };
    job(move || {
        let fee = Staking::<T>::quote_alpha_fee(&coldkey, &call, tao(SMALL));
        let fee = fee.unwrap_or_else(|error| panic!("{error:?}"));
        assert!(Staking::<T>::take_alpha_fee(&coldkey, &fee).is_ok());
    })
}

/// Nobody sweeps.
pub(crate) fn no_sweep<T: Setup>() -> Job {
    job(|| {
        Nominations::<T>::sweep_nominations();
    })
}

/// A sweep comes to so many lists of so many positions, of somebody with hotkeys of its own, which
/// stay.
fn sweep<T: Setup>(lists: u32, positions: u32) -> Job {
    chain::<T>();
    for coldkey in HOLDERS..HOLDERS + u64::from(lists) {
        for hotkey in HOLDERS..HOLDERS + u64::from(positions) {
            stake::<T>(coldkey, hotkey, SUBNET, TAO);
        }
    }
    NominatorMinRequiredStake::<T>::put(1);
    let first = Shares::<T>::holders_behind(None).next();
    let (netuid, coldkey) = first.expect("somebody has stake");
    NominationSweep::<T>::put(NominationCursor {
        netuid,
        coldkey,
        left: u32::MAX,
    });
    job(|| {
        Nominations::<T>::sweep_nominations();
        assert!(NominationSweep::<T>::get().is_none());
    })
}

pub(crate) fn sweep_lists<T: Setup>(lists: u32) -> Job {
    sweep::<T>(lists, 1)
}

pub(crate) fn sweep_positions<T: Setup>(positions: u32) -> Job {
    sweep::<T>(1, positions)
}

/// As many have named the hotkey as can; one of them, who has no neuron, gives way.
pub(crate) fn set_full_auto_stake<T: Setup>(uids: u32) -> Job {
    chain::<T>();
    null_subnet::<T>(uids as u16);
    let coldkeys: Vec<_> = (HOLDERS..HOLDERS + MAX_COLDKEYS as u64)
        .map(account::<T>)
        .collect();
    AutoStakeDestinationColdkeys::<T>::insert(account::<T>(HOTKEY), SUBNET, &coldkeys);
    for coldkey in coldkeys {
        AutoStakeDestination::<T>::insert(coldkey, SUBNET, account::<T>(HOTKEY));
    }
    // Whoever comes has a neuron, and so may push another out.
    let comer = Neurons::<T>::hotkeys(SUBNET).last();
    let comer = Hotkeys::<T>::owner_of(&comer.expect("there are neurons"));
    let before = account::<T>(11);
    AutoStakeDestination::<T>::insert(&comer, SUBNET, &before);
    AutoStakeDestinationColdkeys::<T>::append(before, SUBNET, &comer);
    let call = Call::set_coldkey_auto_stake_hotkey {
        netuid: SUBNET,
        hotkey: account::<T>(HOTKEY),
    };
    dispatch::<T>((RawOrigin::Signed(comer), call))
}
