//! Tests of the read models: layouts, encodings, and the values of small subnets written straight to storage.

mod layouts;
mod stakes;
mod subnets;

use codec::Decode;
use sp_runtime::traits::TrailingZeroInput;
use subtensor_primitives::{AlphaBalance, NetUid};
use subtensor_shares::SafeFloat;

use crate::{
    mock::{Test, new_test_ext},
    pallet::*,
};

type AccountId = <Test as frame_system::Config>::AccountId;

const NET: NetUid = NetUid::new(7);
const TAO: u64 = 1_000_000_000;

fn account(id: u8) -> AccountId {
    AccountId::decode(&mut TrailingZeroInput::new(&[id])).unwrap()
}

/// Runs a test on a chain without subnets.
fn without_subnets(test: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        for netuid in NetworksAdded::<Test>::iter_keys().collect::<Vec<_>>() {
            NetworksAdded::<Test>::remove(netuid);
        }
        frame_system::Pallet::<Test>::set_block_number(1_000);
        test();
    });
}

/// Adds a subnet with the given hotkeys; hotkey `h` belongs to coldkey `h + 100`.
fn add_subnet(netuid: NetUid, hotkeys: &[u8]) {
    NetworksAdded::<Test>::insert(netuid, true);
    SubnetworkN::<Test>::insert(netuid, hotkeys.len() as u16);
    for (uid, hotkey) in (0u16..).zip(hotkeys) {
        Keys::<Test>::insert(netuid, uid, account(*hotkey));
        Uids::<Test>::insert(netuid, account(*hotkey), uid);
        IsNetworkMember::<Test>::insert(account(*hotkey), netuid, true);
        Owner::<Test>::insert(account(*hotkey), account(hotkey + 100));
        BlockAtRegistration::<Test>::insert(netuid, uid, 10 + u64::from(uid));
    }
}

/// Gives a hotkey stake of several coldkeys, in rao, as one share pool.
fn set_stake(netuid: NetUid, hotkey: u8, stakes: &[(u8, u64)]) {
    let total: u64 = stakes.iter().map(|(_, amount)| amount).sum();
    TotalHotkeyAlpha::<Test>::insert(account(hotkey), netuid, AlphaBalance::new(total));
    TotalHotkeySharesV2::<Test>::insert(account(hotkey), netuid, SafeFloat::from_u64(total));
    for (coldkey, amount) in stakes {
        AlphaV2::<Test>::insert(
            (account(hotkey), account(*coldkey), netuid),
            SafeFloat::from_u64(*amount),
        );
        StakingHotkeys::<Test>::mutate(account(*coldkey), |hotkeys| {
            if !hotkeys.contains(&account(hotkey)) {
                hotkeys.push(account(hotkey));
            }
        });
    }
}
