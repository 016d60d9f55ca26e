//! Calls about voting power.

use super::{rows::Row, states::*};
use crate::{Call, mock::*, pallet::*};

pub(super) fn votes() -> Vec<Row> {
    vec![
        ("enable_voting_power_tracking", "that was to end", || {
            chain();
            VotingPowerDisableAtBlock::<Test>::insert(SUBNET, 9);
            (
                signed(1),
                Call::enable_voting_power_tracking { netuid: SUBNET },
            )
        }),
        ("disable_voting_power_tracking", "by the owner", || {
            chain();
            VotingPowerTrackingEnabled::<Test>::insert(SUBNET, true);
            (
                signed(1),
                Call::disable_voting_power_tracking { netuid: SUBNET },
            )
        }),
        ("sudo_set_voting_power_ema_alpha", "any", || {
            chain();
            let call = Call::sudo_set_voting_power_ema_alpha {
                netuid: SUBNET,
                alpha: 1,
            };
            (RuntimeOrigin::root(), call)
        }),
    ]
}
