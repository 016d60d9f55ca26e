//! Tests of the read models: layouts, encodings, and the values of small subnets written straight
//! to storage.

mod bounds;
mod layouts;
mod neurons;
mod properties;
mod stakes;
mod subnets;

use crate::{MinerCollateralState, Shares};
use codec::Decode;
use sp_runtime::traits::TrailingZeroInput;
use subtensor_fixed::{I96F32, U64F64};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex, TaoBalance};
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
        Shares::<Test>::list_position(&account(hotkey), &account(*coldkey), netuid);
    }
}

/// A subnet of three neurons, all columns filled.
fn busy_subnet() {
    add_subnet(NET, &[1, 2, 3]);
    TaoWeight::<Test>::put(u64::MAX);
    set_stake(NET, 1, &[(101, 10 * TAO)]);
    set_stake(NET, 2, &[(102, 30 * TAO)]);
    set_stake(NetUid::ROOT, 1, &[(101, 5 * TAO)]);
    SubnetTAO::<Test>::insert(NET, TaoBalance::new(7 * TAO));
    SubnetMovingPrice::<Test>::insert(NET, I96F32::from_num(3));
    LastMechansimStepBlock::<Test>::insert(NET, 990);
    PendingServerEmission::<Test>::insert(NET, AlphaBalance::new(4));
    PendingValidatorEmission::<Test>::insert(NET, AlphaBalance::new(5));
    Active::<Test>::insert(NET, vec![true, false, true]);
    ValidatorPermit::<Test>::insert(NET, vec![true, true, false]);
    Consensus::<Test>::insert(NET, vec![1u16, 2, 3]);
    Dividends::<Test>::insert(NET, vec![4u16, 5, 6]);
    ValidatorTrust::<Test>::insert(NET, vec![7u16, 8, 9]);
    for (mechanism, first) in [(0u8, 10u16), (1, 20)] {
        let index = NetUidStorageIndex::from_parts(NET, MechId::new(mechanism));
        Incentive::<Test>::insert(index, vec![first, first + 1, first + 2]);
        LastUpdate::<Test>::insert(index, vec![u64::from(first) + 100; 3]);
    }
    // The collateral of somebody else's stake is no column.
    for (coldkey, locked) in [(102, 7), (101, 70)] {
        let row = MinerCollateralState {
            locked: AlphaBalance::new(locked),
            drain_ratio: U64F64::ONE,
            min_locked: AlphaBalance::new(locked + 1),
            earned: AlphaBalance::new(locked + 2),
        };
        MinerCollateral::<Test>::insert((NET, account(2), account(coldkey)), row);
    }
    let index = NetUidStorageIndex::from(NET);
    Weights::<Test>::insert(index, 1, vec![(0, 5), (1, 0), (2, 6)]);
    Bonds::<Test>::insert(index, 1, vec![(0, 0), (2, 9)]);
}
