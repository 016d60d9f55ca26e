//! Locks: what somebody locks and for whom, and whether it decays.

use node_subtensor_runtime::{Runtime, RuntimeCall};
use pallet_subtensor::{Call as Core, LockHotkey, Shares};
use subtensor_primitives::AlphaBalance;

use super::Draw;
use crate::economy::people::Person;

impl Draw<'_> {
    pub(super) fn convince(&mut self) -> (Person, RuntimeCall) {
        let (who, _, netuid, _) = self.holding();
        let coldkey = who.account();
        let call = match self.random.below(10) {
            0 => Core::set_reject_locked_alpha {
                enabled: self.random.once_in(4),
            },
            1 => Core::set_perpetual_lock {
                netuid,
                enabled: self.random.once_in(2),
            },
            2 | 3 => Core::move_lock {
                destination_hotkey: self.known_hotkey(),
                netuid,
            },
            _ => {
                let held = Shares::<Runtime>::coldkey_alpha(&coldkey, netuid);
                let hotkey = match LockHotkey::<Runtime>::get(netuid, &coldkey) {
                    Some(hotkey) if !self.random.once_in(8) => hotkey,
                    _ => self.known_hotkey(),
                };
                Core::lock_stake {
                    hotkey,
                    netuid,
                    amount: AlphaBalance::new(self.random.amount(held.to_u64())),
                }
            }
        };
        (who, call.into())
    }
}
