//! Whatever is staked where, swaps of any kind one after the other keep all of it, and every list.

use frame_support::assert_ok;
use proptest::prelude::*;
use subtensor_primitives::NetUid;

use super::swap::{COLDKEY, OLD, ROOT, stake, swap_for, test};
use crate::{mock::*, pallet::*};

const COLDKEYS: core::ops::Range<u64> = 2..6;
/// Rao that rounding can take of a coldkey or give it, in a swap: one a position.
const ROUNDINGS: u64 = 8;

fn all_stake(netuid: NetUid) -> Vec<u64> {
    COLDKEYS
        .map(|coldkey| Shares::<Test>::coldkey_alpha(&account(coldkey), netuid).to_u64())
        .collect()
}

fn scope() -> impl Strategy<Value = Option<NetUid>> {
    prop::sample::select(vec![
        None,
        Some(ROOT),
        Some(NetUid::new(1)),
        Some(NetUid::new(2)),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn stake_is_neither_lost_nor_made(
        stakes in prop::collection::vec((COLDKEYS, 0..3u16, 0..2u64, 3_000_000u64..TAO), 1..12),
        earned in prop::collection::vec((1..3u16, 0..2u64, 0..TAO), 0..6),
        swaps in prop::collection::vec((scope(), any::<bool>(), 0..3u64), 1..6),
    ) {
        test(|_| {
            SubtokenEnabled::<Test>::insert(NetUid::new(1), true);
            Neurons::<Test>::append_neuron(ROOT, &account(OLD), 1);
            for hotkey in 0..3 {
                assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
                    &account(COLDKEY),
                    &account(OLD + hotkey)
                ));
            }
            for (coldkey, netuid, hotkey, amount) in stakes {
                stake(coldkey, OLD + hotkey, NetUid::new(netuid), amount);
            }
            for (netuid, hotkey, amount) in earned {
                let (netuid, amount) = (NetUid::new(netuid), amount.into());
                Ledger::<Test>::mint_alpha_out(netuid, amount);
                Shares::<Test>::increase_stake_for_hotkey(&account(OLD + hotkey), netuid, amount);
            }
            for (scope, keep_stake, hotkey) in swaps {
                System::set_block_number(System::block_number() + 3);
                let netuids = Subnets::<Test>::subnet_netuids();
                let total = |netuid| TotalAlphaStaked::<Test>::get(netuid);
                let before: Vec<_> = netuids
                    .iter()
                    .map(|netuid| (total(*netuid), all_stake(*netuid)))
                    .collect();
                let (old, new) = (OLD + hotkey, OLD + (hotkey + 1) % 3);
                let _ = swap_for(old, new, scope, keep_stake);
                check();
                for (netuid, (all, of_each)) in netuids.into_iter().zip(before) {
                    prop_assert_eq!(total(netuid), all);
                    for (before, after) in of_each.into_iter().zip(all_stake(netuid)) {
                        prop_assert!(before.abs_diff(after) <= ROUNDINGS);
                    }
                }
            }
            Ok::<(), TestCaseError>(())
        })?;
    }
}
