//! What holds on any chain (spec 70 §1.1): netuids with gaps, uids without hotkeys, columns of the
//! wrong length, several mechanisms.

use codec::Compact;
use proptest::{collection, option, prelude::*};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};

use super::{AccountId, account, add_subnet, set_stake, without_subnets};
use crate::{
    LockState, Views,
    mock::Test,
    pallet::*,
    views::{Metagraph, SubnetState},
};

/// Numbers of the fields of a metagraph, and of those that only selective ones have.
const ALL: core::ops::Range<u16> = 0..77;

/// A subnet to be written to storage.
#[derive(Clone, Debug)]
struct Net {
    uids: u8,
    /// A uid that lost its hotkey.
    vacant: Option<u8>,
    mechanisms: u8,
    stake: u64,
    /// Length of the columns, which need not be that of the uids.
    columns: usize,
}

prop_compose! {
    fn net()(
        uids in 0u8..6,
        vacant in option::of(0u8..6),
        mechanisms in 1u8..4,
        stake in 0u64..=u64::MAX / 8,
        columns in 0usize..8,
    ) -> Net {
        Net { uids, vacant, mechanisms, stake, columns }
    }
}

fn nets() -> impl Strategy<Value = Vec<(u16, Net)>> {
    collection::btree_map(0u16..600, net(), 0..5).prop_map(|nets| nets.into_iter().collect())
}

fn write(nets: &[(u16, Net)], tao_weight: u64) -> Vec<NetUid> {
    TaoWeight::<Test>::put(tao_weight);
    for (netuid, net) in nets {
        let netuid = NetUid::new(*netuid);
        let hotkeys: Vec<u8> = (1..=net.uids).collect();
        add_subnet(netuid, &hotkeys);
        for hotkey in &hotkeys {
            set_stake(
                netuid,
                *hotkey,
                &[(hotkey + 100, net.stake / u64::from(*hotkey))],
            );
        }
        // The first lends half of what it has to the last.
        if net.uids > 1 {
            let (first, last) = (account(1), account(net.uids));
            let half = u64::MAX / 2;
            let lent = |to: AccountId| vec![(half, to)];
            ChildKeys::<Test>::insert(&first, netuid, lent(last.clone()));
            ParentKeys::<Test>::insert(&last, netuid, lent(first));
        }
        if let Some(uid) = net.vacant {
            Keys::<Test>::remove(netuid, u16::from(uid));
        }
        Consensus::<Test>::insert(netuid, vec![7u16; net.columns]);
        ValidatorPermit::<Test>::insert(netuid, vec![true; net.columns]);
        MechanismCountCurrent::<Test>::insert(netuid, MechId::new(net.mechanisms));
        for id in 0..net.mechanisms {
            let index = NetUidStorageIndex::from_parts(netuid, MechId::new(id));
            Incentive::<Test>::insert(index, vec![u16::from(id); net.columns]);
        }
    }
    nets.iter()
        .map(|(netuid, _)| NetUid::new(*netuid))
        .collect()
}

fn lengths(graph: &Metagraph<AccountId>) -> [usize; 11] {
    [
        graph.hotkeys.len(),
        graph.coldkeys.len(),
        graph.identities.len(),
        graph.axons.len(),
        graph.block_at_registration.len(),
        graph.alpha_stake.len(),
        graph.tao_stake.len(),
        graph.total_stake.len(),
        graph.tao_dividends_per_hotkey.len(),
        graph.alpha_dividends_per_hotkey.len(),
        graph.collateral_locked.len(),
    ]
}

fn state_lengths(state: &SubnetState<AccountId>) -> [usize; 6] {
    [
        state.hotkeys.len(),
        state.coldkeys.len(),
        state.block_at_registration.len(),
        state.alpha_stake.len(),
        state.tao_stake.len(),
        state.total_stake.len(),
    ]
}

/// Invariants 4 and 7: columns by uid have one value each, and no stake weighs more than it is.
fn check_columns(netuid: NetUid) {
    let graph = Views::<Test>::get_metagraph(netuid).unwrap();
    let state = Views::<Test>::get_subnet_state(netuid).unwrap();
    let uids = usize::from(SubnetworkN::<Test>::get(netuid));
    assert_eq!(lengths(&graph), [uids; 11]);
    assert_eq!(state_lengths(&state), [uids; 6]);
    assert!(state.emission_history.iter().all(|of| of.len() == uids));
    for uid in 0..uids {
        let (alpha, tao, total) = (
            graph.alpha_stake[uid].0.to_u64(),
            graph.tao_stake[uid].0.to_u64(),
            graph.total_stake[uid].0.to_u64(),
        );
        assert!(alpha <= total && total <= alpha.saturating_add(tao));
        if Keys::<Test>::try_get(netuid, uid as u16).is_err() {
            assert_eq!((alpha, tao, total), (0, 0, 0));
            assert_eq!(graph.hotkeys[uid], account(0));
        }
    }
}

/// Invariant 11, for the subnet and for each of its mechanisms.
fn check_selection(netuid: NetUid, mechanisms: u8) {
    for id in (0..mechanisms).map(MechId::new) {
        let graph = Views::<Test>::get_mechagraph(netuid, id).unwrap();
        let all = ALL.rev().collect();
        let selected = Views::<Test>::get_selective_mechagraph(netuid, id, all).unwrap();
        assert!(selected.validators.is_some() && selected.commitments.is_some());
        let index = NetUidStorageIndex::from_parts(netuid, id);
        assert_eq!(graph.netuid.0.get(), index.get());
        let plain = Metagraph {
            netuid: Compact(netuid),
            ..graph
        };
        assert_eq!(selected.whole(), Some(plain));
    }
    let next = Views::<Test>::get_mechagraph(netuid, MechId::new(mechanisms));
    assert_eq!(next, None);
}

/// Invariant 9: lists are the single answers in the order of the subnets.
fn check_lists(netuids: &[NetUid]) {
    let netuids = || netuids.iter().copied();
    let graphs: Vec<_> = netuids().map(Views::<Test>::get_metagraph).collect();
    assert_eq!(Views::<Test>::get_all_metagraphs(), graphs);
    let infos: Vec<_> = netuids().map(Views::<Test>::get_dynamic_info).collect();
    assert_eq!(Views::<Test>::get_all_dynamic_info(), infos);
    let infos: Vec<_> = netuids().map(Views::<Test>::get_subnet_info).collect();
    assert_eq!(Views::<Test>::get_subnets_info(), infos);
    let infos: Vec<_> = netuids().map(Views::<Test>::get_subnet_info_v2).collect();
    assert_eq!(Views::<Test>::get_subnets_info_v2(), infos);
    let mechagraphs: Vec<_> = netuids().flat_map(mechagraphs_of).map(Some).collect();
    assert_eq!(Views::<Test>::get_all_mechagraphs(), mechagraphs);
}

fn mechagraphs_of(netuid: NetUid) -> Vec<Metagraph<AccountId>> {
    let ids = 0..MechanismCountCurrent::<Test>::get(netuid).get();
    ids.map(|id| Views::<Test>::get_mechagraph(netuid, MechId::new(id)).unwrap())
        .collect()
}

/// Neurons are listed up to the first uid without a hotkey, and each is as when asked for alone.
fn check_neurons(netuid: NetUid) {
    let uids = SubnetworkN::<Test>::get(netuid);
    let vacant = (0..uids).find(|uid| Keys::<Test>::try_get(netuid, *uid).is_err());
    let seats = 0..vacant.unwrap_or(uids);
    let each: Vec<_> = seats
        .clone()
        .map(|uid| Views::<Test>::get_neuron(netuid, uid).unwrap())
        .collect();
    assert_eq!(Views::<Test>::get_neurons(netuid), each);
    let each: Vec<_> = seats
        .map(|uid| Views::<Test>::get_neuron_lite(netuid, uid).unwrap())
        .collect();
    assert_eq!(Views::<Test>::get_neurons_lite(netuid), each);
}

/// Pages of any size make up the lists.
fn check_pages(limit: u32) {
    let (mut start, mut metagraphs, mut mechagraphs) = (None, Vec::new(), Vec::new());
    loop {
        let page = Views::<Test>::get_metagraph_page(start, limit);
        let mechanisms = Views::<Test>::get_mechagraph_page(start, limit);
        assert!(limit == 0 || page.metagraphs.len() <= limit as usize);
        metagraphs.extend(page.metagraphs.into_iter().map(Some));
        mechagraphs.extend(mechanisms.metagraphs.into_iter().map(Some));
        assert_eq!(page.next, mechanisms.next);
        if page.next.is_none() {
            break;
        }
        start = page.next;
    }
    assert_eq!(metagraphs, Views::<Test>::get_all_metagraphs());
    assert_eq!(mechagraphs, Views::<Test>::get_all_mechagraphs());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn answers_agree_on_any_chain(
        nets in nets(),
        tao_weight in 0u64..=u64::MAX,
        limit in 0u32..4,
    ) {
        without_subnets(|| {
            let netuids = write(&nets, tao_weight);
            for (netuid, net) in netuids.iter().zip(&nets) {
                check_columns(*netuid);
                check_selection(*netuid, net.1.mechanisms);
                check_neurons(*netuid);
            }
            check_lists(&netuids);
            check_pages(limit);
        });
    }

    /// Invariant 5.
    #[test]
    fn what_is_available_is_what_is_not_locked(
        stake in 0u64..=u64::MAX / 8,
        locked in 0u64..=u64::MAX / 8,
        netuid in 1u16..600,
    ) {
        without_subnets(|| {
            let netuid = NetUid::new(netuid);
            add_subnet(netuid, &[1]);
            set_stake(netuid, 1, &[(50, stake)]);
            let lock = LockState {
                locked_mass: AlphaBalance::new(locked),
                conviction: Default::default(),
                last_update: 1_000,
            };
            Lock::<Test>::insert((account(50), netuid, account(1)), lock);
            LockHotkey::<Test>::insert(netuid, account(50), account(1));
            let asked = vec![account(50)];
            let answer = Views::<Test>::get_stake_availability_for_coldkeys(asked, None);
            let Some(row) = answer[&account(50)].get(&netuid) else {
                assert!(stake == 0 && locked < 100, "{stake} {locked}");
                return;
            };
            let (total, locked) = (row.total.0.to_u64(), row.locked.0.to_u64());
            assert_eq!(row.available.0.to_u64(), total.saturating_sub(locked));
        });
    }
}
