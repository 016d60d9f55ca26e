//! What holds between blocks and no pallet's `try_state` says: across pallets, and from one block
//! to the next.

use pallet_subtensor::{Ledger, Subnets};
use std::collections::BTreeMap;

use frame_support::traits::fungible::Inspect;
use node_subtensor_runtime::{Balances, Runtime, RuntimeEvent, System};
use pallet_subtensor::*;
use pallet_subtensor_swap::BalancerAlphaReservoir;
use subtensor_emission::{INITIAL_BLOCK_EMISSION, MAX_ISSUANCE, block_emission};
use subtensor_fixed::{I96F32, U96F32};
use subtensor_primitives::{NetUid, NetUidStorageIndex};

/// What a block is compared with.
pub(crate) struct Marks {
    issuance: u64,
    rates: BTreeMap<sp_runtime::AccountId32, I96F32>,
    subnets: Vec<SubnetMark>,
    epochs_per_block: u64,
}

/// What a block finds of a subnet.
struct SubnetMark {
    netuid: NetUid,
    registered: u64,
    alpha: u64,
    /// Alpha that the pool could not take yet.
    kept: u64,
    epochs: u64,
    is_null: bool,
}

impl SubnetMark {
    fn take(netuid: NetUid) -> Self {
        Self {
            netuid,
            registered: NetworkRegisteredAt::<Runtime>::get(netuid),
            alpha: Ledger::<Runtime>::alpha_issuance(netuid).to_u64(),
            kept: BalancerAlphaReservoir::<Runtime>::get(netuid).to_u64(),
            epochs: SubnetEpochIndex::<Runtime>::get(netuid),
            is_null: Scores::<Runtime>::is_null(netuid),
        }
    }
}

impl Marks {
    /// Before a block.
    pub(crate) fn take() -> Self {
        Self {
            issuance: Balances::total_issuance(),
            rates: BasketRate::<Runtime>::iter().collect(),
            subnets: Subnets::<Runtime>::subnet_netuids()
                .into_iter()
                .filter(|netuid| !netuid.is_root())
                .map(SubnetMark::take)
                .collect(),
            epochs_per_block: MaxEpochsPerBlock::<Runtime>::get().into(),
        }
    }
}

fn ensure(holds: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

/// Every rule.
pub(crate) fn check(before: &Marks) -> Result<(), String> {
    check_supply(before)?;
    check_root_rates(before)?;
    check_emission(before)?;
    check_epochs(before)?;
    for netuid in Subnets::<Runtime>::subnet_netuids() {
        check_averages(netuid)?;
        check_neurons(netuid)?;
    }
    Ok(())
}

/// Spec 10 §2, I1 to I3: a block mints what the schedule allows, and accounts hold what was minted.
fn check_supply(before: &Marks) -> Result<(), String> {
    let issuance = Balances::total_issuance();
    ensure(issuance <= MAX_ISSUANCE, || format!("issuance {issuance}"))?;
    let most = before.issuance + block_emission(before.issuance);
    ensure(issuance <= most, || {
        format!(
            "a block brought the issuance from {} to {issuance}",
            before.issuance
        )
    })?;
    let held: u64 = frame_system::Account::<Runtime>::iter_keys()
        .map(|account| Balances::total_balance(&account))
        .sum();
    ensure(held == issuance, || {
        format!("accounts hold {held} of an issuance of {issuance}")
    })
}

/// Spec 90 §6: what stake on root has earned only grows, by whatever name its hotkey goes.
fn check_root_rates(before: &Marks) -> Result<(), String> {
    for (hotkey, rate) in &before.rates {
        let names = names_since(hotkey);
        let has_grown = |name| BasketRate::<Runtime>::get(name) >= *rate;
        ensure(names.iter().any(has_grown), || {
            format!("the root dividends of {hotkey} shrank")
        })?;
    }
    Ok(())
}

/// A hotkey and those that took its place in this block, one after the other.
fn names_since(hotkey: &sp_runtime::AccountId32) -> Vec<sp_runtime::AccountId32> {
    let mut names = vec![hotkey.clone()];
    for record in System::read_events_no_consensus() {
        let RuntimeEvent::SubtensorModule(
            Event::HotkeySwapped {
                old_hotkey,
                new_hotkey,
                ..
            }
            | Event::HotkeySwappedOnSubnet {
                old_hotkey,
                new_hotkey,
                ..
            },
        ) = record.event
        else {
            continue;
        };
        if names.contains(&old_hotkey) {
            names.push(new_hotkey);
        }
    }
    names
}

/// Spec 10 §2, I5 and I6: no block mints more alpha of a subnet than it may inject and pay out, but
/// for what it could not inject before.
fn check_emission(before: &Marks) -> Result<(), String> {
    for mark in &before.subnets {
        let netuid = mark.netuid;
        if !is_same(mark) {
            continue;
        }
        let emission = block_emission(mark.alpha);
        let injected = SubnetAlphaInEmission::<Runtime>::get(netuid).to_u64();
        ensure(injected <= INITIAL_BLOCK_EMISSION + mark.kept, || {
            format!("{injected} rao of alpha injected into {netuid}")
        })?;
        let now = Ledger::<Runtime>::alpha_issuance(netuid).to_u64();
        ensure(now <= mark.alpha + mark.kept + 2 * emission, || {
            format!(
                "a block brought the alpha of {netuid} from {} to {now}",
                mark.alpha
            )
        })?;
    }
    Ok(())
}

/// Whether a subnet is still the one that was marked.
fn is_same(mark: &SubnetMark) -> bool {
    Subnets::<Runtime>::subnet_exists(mark.netuid)
        && NetworkRegisteredAt::<Runtime>::get(mark.netuid) == mark.registered
}

/// Spec 10 §2, I13: at most so many epochs a block, and one a subnet. Spec 90 §15.3: one of Null
/// consensus runs alone.
fn check_epochs(before: &Marks) -> Result<(), String> {
    let now = u64::from(frame_system::Pallet::<Runtime>::block_number());
    let (mut all, mut null) = (0, 0);
    for mark in before.subnets.iter().filter(|mark| is_same(mark)) {
        let netuid = mark.netuid;
        let epochs = SubnetEpochIndex::<Runtime>::get(netuid) - mark.epochs;
        let last = LastEpochBlock::<Runtime>::get(netuid);
        ensure(epochs <= 1 && last <= now, || {
            format!("{epochs} epochs of {netuid}, the last in block {last}")
        })?;
        all += epochs;
        null += epochs * u64::from(mark.is_null);
    }
    ensure(null == 0 || all == 1, || {
        format!("{null} of {all} epochs in a block are of Null consensus")
    })?;
    ensure(all <= before.epochs_per_block, || {
        format!("{all} epochs in a block")
    })
}

/// Spec 10 §2, I11 and I12.
fn check_averages(netuid: NetUid) -> Result<(), String> {
    let price = SubnetMovingPrice::<Runtime>::get(netuid);
    let one = I96F32::from_num(1i64);
    ensure(price >= I96F32::default() && price <= one, || {
        format!("moving price of {netuid}: {price:?}")
    })?;
    let burned = MinerBurned::<Runtime>::get(netuid);
    ensure(burned <= U96F32::ONE, || {
        format!("burned of {netuid}: {burned:?}")
    })?;
    let root = RootProp::<Runtime>::get(netuid);
    ensure(root <= U96F32::ONE, || {
        format!("root part of {netuid}: {root:?}")
    })
}

/// Uids and hotkeys name each other, lists have one element a uid, and rows name uids.
fn check_neurons(netuid: NetUid) -> Result<(), String> {
    let n = SubnetworkN::<Runtime>::get(netuid);
    let keys: BTreeMap<_, _> = Keys::<Runtime>::iter_prefix(netuid).collect();
    ensure(keys.keys().copied().eq(0..n), || {
        format!("uids of {netuid} are not 0 to {n}")
    })?;
    for (uid, hotkey) in &keys {
        ensure(Uids::<Runtime>::get(netuid, hotkey) == Some(*uid), || {
            format!("hotkey of uid {uid} of {netuid} has another")
        })?;
        ensure(Owner::<Runtime>::contains_key(hotkey), || {
            format!("uid {uid} of {netuid} has no owner")
        })?;
    }
    let uids = Uids::<Runtime>::iter_prefix(netuid).count();
    ensure(uids == usize::from(n), || {
        format!("{uids} of {n} uids of {netuid}")
    })?;
    ensure(
        n <= MaxAllowedUids::<Runtime>::get(netuid) || netuid.is_root(),
        || format!("{n} uids on {netuid}"),
    )?;
    for index in (0..MechanismCountCurrent::<Runtime>::get(netuid).get())
        .map(|id| NetUidStorageIndex::from_parts(netuid, id.into()))
    {
        for (uid, row) in Weights::<Runtime>::iter_prefix(index) {
            let sorted = row.is_sorted_by(|a, b| a.0 < b.0);
            ensure(uid < n && sorted, || {
                format!("weights of {uid} on {netuid}: {row:?}")
            })?;
        }
        for (uid, row) in Bonds::<Runtime>::iter_prefix(index) {
            let known = row.iter().all(|(target, _)| *target < n);
            ensure(uid < n && known, || {
                format!("bonds of {uid} on {netuid}: {row:?}")
            })?;
        }
    }
    Ok(())
}
