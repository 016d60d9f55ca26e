//! Positions, availability, locks and delegates.

use crate::{Locks, Views};
use codec::{Compact, Encode};
use sp_runtime::PerU16;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{NET, TAO, account, add_subnet, set_stake, without_subnets};
use crate::{LockState, mock::Test, pallet::*, views::StakeAvailability};

const OTHER: NetUid = NetUid::new(9);

fn two_subnets() {
    add_subnet(NET, &[1, 2]);
    add_subnet(OTHER, &[2]);
    set_stake(NET, 1, &[(50, 3 * TAO), (51, TAO)]);
    set_stake(NET, 2, &[(50, 2 * TAO)]);
    set_stake(OTHER, 2, &[(50, 4 * TAO)]);
}

fn lock(mass: u64, last_update: u64) -> LockState {
    LockState {
        locked_mass: AlphaBalance::new(mass),
        conviction: U64F64::ZERO,
        last_update,
    }
}

#[test]
fn positions_of_coldkeys() {
    without_subnets(|| {
        two_subnets();
        AlphaDividendsPerSubnet::<Test>::insert(NET, account(2), AlphaBalance::new(77));
        let rows = Views::<Test>::get_stake_info_for_coldkey(account(50));
        let found: Vec<_> = rows
            .iter()
            .map(|row| (row.netuid.0, row.hotkey.clone(), row.stake.0.to_u64()))
            .collect();
        assert_eq!(
            found,
            [
                (NET, account(1), 3 * TAO),
                (NET, account(2), 2 * TAO),
                (OTHER, account(2), 4 * TAO)
            ]
        );
        assert!(
            rows.iter()
                .all(|row| row.is_registered && row.coldkey == account(50))
        );
        assert_eq!(rows[1].emission.0.to_u64(), 77);

        let many = Views::<Test>::get_stake_info_for_coldkeys(vec![account(60), account(50)]);
        assert_eq!(many, [(account(60), vec![]), (account(50), rows.clone())]);
        assert!(Views::<Test>::get_stake_info_for_coldkeys(vec![]).is_empty());

        let one = |hotkey| {
            Views::<Test>::get_stake_info_for_hotkey_coldkey_netuid(
                account(hotkey),
                account(50),
                NET,
            )
        };
        assert_eq!(one(2), Some(rows[1].clone()));
        let nothing = one(99).unwrap();
        assert_eq!(
            (nothing.stake.0.to_u64(), nothing.is_registered),
            (0, false)
        );
    });
}

#[test]
fn availability_subtracts_the_lock() {
    without_subnets(|| {
        two_subnets();
        let now = 1_000;
        let ask = |netuids| {
            Views::<Test>::get_stake_availability_for_coldkeys(vec![account(50)], netuids)
        };
        let row = |total: u64, locked: u64| StakeAvailability {
            total: Compact(total.into()),
            locked: Compact(locked.into()),
            available: Compact((total - locked).into()),
        };
        assert!(Views::<Test>::get_stake_availability_for_coldkeys(vec![], None).is_empty());
        assert_eq!(
            ask(Some(vec![])),
            [(account(50), Default::default())].into()
        );
        assert_eq!(
            ask(Some(vec![1, 2, 3].into_iter().map(NetUid::new).collect()))[&account(50)],
            [].into()
        );
        assert_eq!(
            ask(Some(vec![NET, NET]))[&account(50)],
            [(NET, row(5 * TAO, 0))].into()
        );
        assert_eq!(
            ask(None)[&account(50)],
            [(NET, row(5 * TAO, 0)), (OTHER, row(4 * TAO, 0))].into()
        );

        Lock::<Test>::insert((account(50), OTHER, account(2)), lock(TAO, now));
        LockHotkey::<Test>::insert(OTHER, account(50), account(2));
        assert_eq!(ask(None)[&account(50)][&OTHER], row(4 * TAO, TAO));
        frame_system::Pallet::<Test>::set_block_number(2_000);
        assert!(ask(None)[&account(50)][&OTHER].locked.0.to_u64() < TAO);
        DecayingLock::<Test>::insert(account(50), OTHER, false);
        assert_eq!(ask(None)[&account(50)][&OTHER], row(4 * TAO, TAO));
    });
}

#[test]
fn availability_and_locks_encode_as_published() {
    let half = 50_000_000_000u64;
    let row = StakeAvailability {
        total: Compact((2 * half).into()),
        locked: Compact(half.into()),
        available: Compact(half.into()),
    };
    let half = [0x07, 0x00, 0x74, 0x3b, 0xa4, 0x0b];
    assert_eq!(
        row.encode(),
        [[0x07, 0x00, 0xe8, 0x76, 0x48, 0x17], half, half].concat()
    );
    let encoded = [
        &[0x88, 0x13, 0, 0, 0, 0, 0, 0][..],
        &[0; 16],
        &[0xe8, 3, 0, 0, 0, 0, 0, 0],
    ]
    .concat();
    assert_eq!(lock(5_000, 1_000).encode(), encoded);
}

#[test]
fn conviction_sums_the_locks_of_a_hotkey() {
    without_subnets(|| {
        two_subnets();
        assert_eq!(Locks::<Test>::get_coldkey_lock(account(50), NET), None);
        assert_eq!(
            Locks::<Test>::get_most_convicted_hotkey_on_subnet(NET),
            None
        );
        let convinced = |conviction| LockState {
            conviction: U64F64::from_num(conviction),
            ..lock(9_000, 1_000)
        };
        HotkeyLock::<Test>::insert(NET, account(1), convinced(3_000));
        DecayingHotkeyLock::<Test>::insert(NET, account(1), convinced(2_000));
        DecayingHotkeyLock::<Test>::insert(NET, account(2), convinced(5_000));
        let conviction =
            |hotkey| Locks::<Test>::get_hotkey_conviction(account(hotkey), NET).to_u64();
        assert_eq!(
            (conviction(1), conviction(2), conviction(3)),
            (5_000, 5_000, 0)
        );
        assert_eq!(
            Locks::<Test>::get_most_convicted_hotkey_on_subnet(NET),
            Some(account(2))
        );

        SubnetOwnerHotkey::<Test>::insert(NET, account(1));
        OwnerLock::<Test>::insert(NET, convinced(0));
        assert_eq!(conviction(1), 14_000);
        assert_eq!(
            Locks::<Test>::get_most_convicted_hotkey_on_subnet(NET),
            Some(account(1))
        );
    });
}

#[test]
fn delegates_show_their_nominators() {
    without_subnets(|| {
        two_subnets();
        Delegates::<Test>::insert(account(2), PerU16::from_parts(11_796));
        for (netuid, uid_permit) in [(NET, vec![true, true]), (OTHER, vec![false])] {
            ValidatorPermit::<Test>::insert(netuid, uid_permit);
        }
        Tempo::<Test>::insert(NET, 360);
        Emission::<Test>::insert(NET, vec![AlphaBalance::ZERO, AlphaBalance::new(TAO)]);

        assert_eq!(Views::<Test>::get_delegate(account(1)), None);
        let info = Views::<Test>::get_delegate(account(2)).unwrap();
        assert_eq!(
            (info.take.0, info.owner_ss58.clone()),
            (11_796, account(102))
        );
        let held = vec![
            (Compact(NET), Compact(2 * TAO)),
            (Compact(OTHER), Compact(4 * TAO)),
        ];
        assert_eq!(info.nominators, [(account(50), held)]);
        assert_eq!(info.registrations, [Compact(NET), Compact(OTHER)]);
        assert_eq!(info.validator_permits, [Compact(NET)]);
        assert_eq!(info.total_daily_return.0, 20 * TAO);
        assert_eq!(info.return_per_1000.0, 0);
        assert!(Views::<Test>::get_delegates().contains(&info));

        let positions = Views::<Test>::get_delegated(account(50));
        let found: Vec<_> = positions
            .iter()
            .map(|(_, (netuid, amount))| (netuid.0, amount.0.to_u64()))
            .collect();
        assert_eq!(found, [(NET, 2 * TAO), (OTHER, 4 * TAO)]);
        assert!(
            positions
                .iter()
                .all(|(info, _)| info.delegate_ss58 == account(2) && info.nominators.is_empty())
        );
    });
}

#[test]
fn moving_stake_is_free_without_a_pool() {
    without_subnets(|| {
        two_subnets();
        let fee = |from: Option<NetUid>, to: Option<NetUid>| {
            let position = |netuid: NetUid| (account(1), netuid);
            Views::<Test>::get_stake_fee(
                from.map(position),
                account(50),
                to.map(position),
                account(50),
                100 * TAO,
            )
        };
        SubnetMechanism::<Test>::insert(NET, 1);
        assert_eq!(fee(None, Some(NET)), 50_354_772);
        assert_eq!(fee(Some(NET), None), 50_354_772);
        assert_eq!(fee(Some(OTHER), Some(NET)), 50_354_772);
        assert_eq!(fee(Some(NET), Some(OTHER)), 0);
        assert_eq!(fee(Some(NET), Some(NET)), 0);
        assert_eq!(fee(None, None), 0);
    });
}
