//! Calls about voting power.

use alloc::{vec, vec::Vec};

use frame_system::RawOrigin;

use super::{Setup, rows::Row, signed, states::*};
use crate::{Call, pallet::*};

pub(crate) fn votes<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("enable_voting_power_tracking", "that was to end", || {
            chain::<T>();
            VotingPowerDisableAtBlock::<T>::insert(SUBNET, 9);
            (
                signed::<T>(1),
                Call::enable_voting_power_tracking { netuid: SUBNET },
            )
        }),
        ("disable_voting_power_tracking", "by the owner", || {
            chain::<T>();
            VotingPowerTrackingEnabled::<T>::insert(SUBNET, true);
            (
                signed::<T>(1),
                Call::disable_voting_power_tracking { netuid: SUBNET },
            )
        }),
        ("sudo_set_voting_power_ema_alpha", "any", || {
            chain::<T>();
            let call = Call::sudo_set_voting_power_ema_alpha {
                netuid: SUBNET,
                alpha: 1,
            };
            (RawOrigin::Root, call)
        }),
    ]
}
