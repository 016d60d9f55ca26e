//! Lists that are too long, and answers by pages.

use codec::{Compact, Decode};
use frame_support::BoundedVec;
use sp_runtime::{PerU16, traits::TrailingZeroInput};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{AccountId, NET, TAO, account, add_subnet, set_stake, without_subnets};
use crate::{
    LockState, Locks, Views,
    mock::Test,
    pallet::*,
    views::{DelegateInfo, MAX_LIST, compact_bytes},
};

const OTHER: NetUid = NetUid::new(300);

/// One of more accounts than [`account`] has.
fn one_of_many(number: u32) -> AccountId {
    let bytes = [&[0xEE], &number.to_le_bytes()[..]].concat();
    AccountId::decode(&mut TrailingZeroInput::new(&bytes)).unwrap()
}

#[test]
fn long_lists_are_cut_off() {
    without_subnets(|| {
        add_subnet(NET, &[1]);
        set_stake(NET, 1, &[(50, TAO), (51, TAO)]);
        let coldkeys = [vec![account(50); MAX_LIST], vec![account(51)]].concat();
        let rows = Views::<Test>::get_stake_info_for_coldkeys(coldkeys.clone());
        assert_eq!(rows.len(), MAX_LIST);
        assert!(
            rows.iter()
                .all(|(coldkey, of)| *coldkey == account(50) && of.len() == 1)
        );
        let rows = Views::<Test>::get_stake_availability_for_coldkeys(coldkeys, None);
        assert_eq!(rows.into_keys().collect::<Vec<_>>(), [account(50)]);

        let numbers = [vec![1; MAX_LIST], vec![7]].concat();
        let answer = Views::<Test>::get_selective_metagraph(NET, numbers).unwrap();
        assert_eq!(answer.name, Some(compact_bytes(b"unknown")));
        assert_eq!(answer.block, None);
        let answer = Views::<Test>::get_selective_metagraph(NET, (0..=u16::MAX).collect());
        assert!(answer.unwrap().collateral_earned.is_some());
    });
}

#[test]
fn a_uid_without_a_hotkey_has_no_stake() {
    without_subnets(|| {
        add_subnet(NET, &[1, 2]);
        set_stake(NET, 0, &[(50, TAO)]);
        set_stake(NET, 2, &[(50, 2 * TAO)]);
        Keys::<Test>::remove(NET, 0);
        let graph = Views::<Test>::get_metagraph(NET).unwrap();
        assert_eq!(graph.hotkeys, [account(0), account(2)]);
        let stake = [0, 2 * TAO].map(|amount| Compact(AlphaBalance::new(amount)));
        assert_eq!(graph.alpha_stake, stake);
        assert!(Views::<Test>::get_neurons(NET).is_empty());
        assert_eq!(Views::<Test>::get_neuron(NET, 0), None);
        // The number of uids is not asked for.
        Keys::<Test>::insert(NET, 9, account(3));
        let beyond = Views::<Test>::get_neuron(NET, 9).unwrap();
        assert_eq!((beyond.hotkey, beyond.uid.0), (account(3), 9));
        assert!(!beyond.active && beyond.incentive.0 == 0);
    });
}

#[test]
fn pages_of_delegates_make_up_the_list() {
    without_subnets(|| {
        add_subnet(NET, &[1, 2, 3]);
        add_subnet(OTHER, &[2]);
        for hotkey in 1..=5 {
            Delegates::<Test>::insert(account(hotkey), PerU16::from_parts(hotkey.into()));
            set_stake(NET, hotkey, &[(50, TAO), (51, 2 * TAO)]);
        }
        let (mut start, mut paged) = (None, Vec::new());
        loop {
            let page = Views::<Test>::get_delegate_page(start, 2);
            assert!(page.delegates.len() <= 2);
            paged.extend(page.delegates);
            match page.next {
                Some(next) => start = Some(next),
                None => break,
            }
        }
        let listed: Vec<DelegateInfo<AccountId>> = Views::<Test>::get_delegates()
            .into_iter()
            .map(|info| DelegateInfo {
                nominators: Vec::new(),
                ..info
            })
            .collect();
        assert_eq!(paged, listed);
        assert_eq!(Views::<Test>::get_delegate_page(None, 0).delegates, listed);
        let unknown = Views::<Test>::get_delegate_page(Some(account(99)), u32::MAX);
        assert!(unknown.delegates.len() <= listed.len() && unknown.next.is_none());
    });
}

#[test]
fn pages_of_nominators_make_up_the_list() {
    without_subnets(|| {
        add_subnet(NET, &[1]);
        add_subnet(OTHER, &[1]);
        Delegates::<Test>::insert(account(1), PerU16::from_parts(1));
        set_stake(NET, 1, &[(50, TAO), (51, 2 * TAO), (52, 3 * TAO)]);
        set_stake(OTHER, 1, &[(50, 4 * TAO), (53, 5 * TAO)]);
        let (mut start, mut paged) = (None, Vec::new());
        loop {
            let page = Views::<Test>::get_nominator_page(account(1), start, 2);
            assert!(page.nominators.len() <= 2);
            paged.extend(page.nominators);
            match page.next {
                Some(next) => start = Some(next),
                None => break,
            }
        }
        paged.sort_by_key(|(coldkey, netuid, _)| (coldkey.clone(), netuid.0));
        let listed: Vec<_> = Views::<Test>::get_delegate(account(1))
            .unwrap()
            .nominators
            .into_iter()
            .flat_map(|(coldkey, of)| {
                of.into_iter()
                    .map(move |(netuid, amount)| (coldkey.clone(), netuid, amount))
            })
            .collect();
        assert_eq!(paged.len(), 5);
        assert_eq!(paged, listed);
        let nobody = Views::<Test>::get_nominator_page(account(9), None, 0);
        assert!(nobody.nominators.is_empty() && nobody.next.is_none());
    });
}

/// Whoever could win the subnet is looked at behind any number of others.
#[test]
fn the_most_convicted_is_found_among_many() {
    without_subnets(|| {
        add_subnet(NET, &[1]);
        let sum = |conviction| LockState {
            locked_mass: AlphaBalance::new(9_000),
            conviction: U64F64::from_num(conviction),
            last_update: 1_000,
        };
        for number in 0..3_000 {
            HotkeyLock::<Test>::insert(NET, one_of_many(number), sum(1_000));
        }
        let most = Locks::<Test>::get_most_convicted_hotkey_on_subnet(NET);
        assert!(most.is_some_and(|hotkey| hotkey != account(1)));
        for number in [0, 1_500, 2_999] {
            let hotkey = one_of_many(number);
            HotkeyLock::<Test>::insert(NET, &hotkey, sum(2_000 + u64::from(number)));
            LockLeaders::<Test>::mutate(NET, |leaders| {
                *leaders = BoundedVec::truncate_from(vec![hotkey.clone()]);
            });
            let most = Locks::<Test>::get_most_convicted_hotkey_on_subnet(NET);
            assert_eq!(most, Some(hotkey));
        }
    });
}
