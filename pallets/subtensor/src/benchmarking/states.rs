//! States in which calls have as much to do as they can.

use alloc::{vec, vec::Vec};

use frame_support::assert_ok;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, NetUidStorageIndex, SwapInterface, TaoBalance};

use super::{Setup, TAO, account, at_block, fund_accounts, locks::leaders, origin, start_subnet};
use crate::{
    Children, EpochConsensus, Funds, Hotkeys, Ledger, MinerCollateralState, Neurons, Shares,
    Subnets,
    children::{MAX_CHILDREN, MAX_PARENTS},
    consensus::MAX_NULL_UIDS,
    neurons::ROOT_SEATS,
    pallet::*,
    shares::MAX_HOTKEYS,
};

pub(crate) const ROOT: NetUid = NetUid::ROOT;
/// The subnet of coldkey 1 and hotkey 11.
pub(crate) const SUBNET: NetUid = NetUid::new(2);
/// Coldkey and hotkey of a validator.
pub(crate) const OWNER: u64 = 2;
pub(crate) const HOTKEY: u64 = 12;
/// Somebody who stakes on it.
pub(crate) const STAKER: u64 = 3;
/// First numbers of accounts of a kind.
pub(crate) const PARENTS: u64 = 1_000_000;
const UIDS: u64 = 20_000;
pub(crate) const VALIDATING: u64 = 45_000;
const OWNED: u64 = 30_000;
pub(crate) const SEATS: u64 = 40_000;
const SUBNETS: u64 = 50_000;

pub(crate) fn tao(amount: u64) -> TaoBalance {
    TaoBalance::new(amount)
}

pub(crate) fn alpha(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

/// A chain with the subnet and the validator, registered there.
pub(crate) fn chain<T: Setup>() {
    T::set_author();
    fund_accounts::<T>();
    assert_eq!(start_subnet::<T>(1, 11), SUBNET);
    for (coldkey, hotkey) in [(OWNER, HOTKEY), (OWNER, HOTKEY + 1)] {
        own::<T>(coldkey, hotkey);
        Neurons::<T>::append_neuron(SUBNET, &account::<T>(hotkey), 1);
    }
    NetworkRateLimit::<T>::put(0);
}

/// The same with as many subnets as there may be.
pub(crate) fn all_subnets<T: Setup>() {
    some_subnets::<T>(SubnetLimit::<T>::get().into());
}

/// The same with so many subnets beside root, at least two.
pub(crate) fn some_subnets<T: Setup>(count: u32) {
    chain::<T>();
    for number in SUBNETS.. {
        if u32::from(TotalNetworks::<T>::get()) > count {
            break;
        }
        NetworkLastLockCost::<T>::put(TaoBalance::ZERO);
        start_subnet::<T>(9, number);
    }
}

/// All subnets but root.
pub(crate) fn subnets<T: Setup>() -> impl Iterator<Item = NetUid> {
    Subnets::<T>::subnet_netuids()
        .into_iter()
        .filter(|netuid| !netuid.is_root())
}

pub(crate) fn own<T: Setup>(coldkey: u64, hotkey: u64) {
    let (coldkey, hotkey) = (account::<T>(coldkey), account::<T>(hotkey));
    assert_ok!(Hotkeys::<T>::create_account_if_non_existent(
        &coldkey, &hotkey
    ));
}

/// Stake of a coldkey on a hotkey.
pub(crate) fn stake<T: Setup>(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    if netuid.is_root() {
        let who = origin::<T>(coldkey);
        let staked = Pallet::<T>::add_stake(who, account::<T>(hotkey), netuid, tao(amount));
        assert_ok!(staked);
    } else {
        Ledger::<T>::mint_alpha_out(netuid, alpha(amount));
        Shares::<T>::increase_stake(
            &account::<T>(hotkey),
            &account::<T>(coldkey),
            netuid,
            alpha(amount),
        );
    }
}

/// Fills the subnet with neurons, and gives its owner as many hotkeys as it may have.
pub(crate) fn full_subnet<T: Setup>() {
    populated_subnet::<T>(MaxAllowedUids::<T>::get(SUBNET));
}

/// The same of a subnet of so many uids.
pub(crate) fn populated_subnet<T: Setup>(uids: u16) {
    MaxAllowedUids::<T>::insert(SUBNET, uids);
    for number in u64::from(SubnetworkN::<T>::get(SUBNET))..uids.into() {
        own::<T>(8, UIDS + number);
        Neurons::<T>::append_neuron(SUBNET, &account::<T>(UIDS + number), 1);
    }
    everybody_votes::<T>();
    own_all::<T>(1, MAX_HOTKEYS);
}

/// Gives every neuron voting power, which goes with its uid, and lets it be followed.
fn everybody_votes<T: Setup>() {
    VotingPowerTrackingEnabled::<T>::insert(SUBNET, true);
    VotingPowerDisableAtBlock::<T>::insert(SUBNET, u64::MAX);
    TotalVotingPower::<T>::insert(SUBNET, u64::MAX);
    for hotkey in Neurons::<T>::hotkeys(SUBNET) {
        VotingPower::<T>::insert(SUBNET, hotkey, 1);
    }
}

/// Lets the subnet have as many neurons as Null consensus allows, each with an owner of its own.
pub(crate) fn large_subnet<T: Setup>() {
    null_subnet::<T>(MAX_NULL_UIDS);
}

/// The same of a subnet of so many uids.
pub(crate) fn null_subnet<T: Setup>(uids: u16) {
    SubnetEpochConsensus::<T>::insert(SUBNET, EpochConsensus::Null);
    MaxAllowedUids::<T>::insert(SUBNET, uids);
    for number in u64::from(SubnetworkN::<T>::get(SUBNET))..uids.into() {
        own::<T>(UIDS + number, UIDS + number);
        Neurons::<T>::append_neuron(SUBNET, &account::<T>(UIDS + number), 1);
    }
    everybody_votes::<T>();
    own_all::<T>(1, MAX_HOTKEYS);
}

/// Gives a coldkey hotkeys until it has so many.
pub(crate) fn own_all<T: Setup>(coldkey: u64, most: usize) {
    let mut owned = OwnedHotkeys::<T>::get(account::<T>(coldkey));
    for number in OWNED..OWNED + (most - owned.len()) as u64 {
        Owner::<T>::insert(account::<T>(number), account::<T>(coldkey));
        owned.push(account::<T>(number));
    }
    OwnedHotkeys::<T>::insert(account::<T>(coldkey), owned);
}

/// Gives a hotkey as many parents as it may have, each with so much stake here and on root.
pub(crate) fn parents<T: Setup>(hotkey: u64, stake: u64) {
    some_parents::<T>(hotkey, MAX_PARENTS, stake);
}

/// Gives a hotkey so many parents.
pub(crate) fn some_parents<T: Setup>(hotkey: u64, count: u32, stake: u64) {
    let from = PARENTS * hotkey;
    let parents: Vec<_> = (from..from + u64::from(count))
        .map(|number| (u64::MAX / 2, account::<T>(number)))
        .collect();
    // Of every parent it is read whether it is, too.
    suspend::<T>(98);
    for (_, parent) in &parents {
        let child = vec![(u64::MAX / 2, account::<T>(hotkey))];
        ChildKeys::<T>::insert(parent, SUBNET, child);
        for netuid in [SUBNET, ROOT] {
            TotalHotkeyAlpha::<T>::insert(parent, netuid, alpha(stake));
        }
    }
    ParentKeys::<T>::insert(account::<T>(hotkey), SUBNET, parents);
}

/// Gives a hotkey as many children as it may have; they have other parents, too.
pub(crate) fn children<T: Setup>(hotkey: u64, first: u64) -> Vec<(u64, T::AccountId)> {
    let children: Vec<_> = (first..first + u64::from(MAX_CHILDREN))
        .map(|number| (u64::MAX / 8, account::<T>(number)))
        .collect();
    for (parts, child) in &children {
        ParentKeys::<T>::append(child, SUBNET, (parts, account::<T>(hotkey)));
    }
    ChildKeys::<T>::insert(account::<T>(hotkey), SUBNET, &children);
    children
}

/// A validator that may set weights for everybody, if all its parents count.
pub(crate) fn validator<T: Setup>() {
    chain::<T>();
    full_subnet::<T>();
    parents::<T>(HOTKEY, 1);
    StakeThreshold::<T>::put(10);
    let permits = vec![true; SubnetworkN::<T>::get(SUBNET).into()];
    ValidatorPermit::<T>::insert(SUBNET, permits);
    // The rate limit counts from the registration.
    at_block::<T>(3);
}

/// The same with three parents, so that most of what is declared for parents is not needed.
pub(crate) fn validator_of_few<T: Setup>() {
    validator::<T>();
    some_parents::<T>(HOTKEY, 3, TAO);
}

/// A fund of a hotkey with a seat on root: a few shares of somebody, dividends that wait on every
/// subnet, and holdings on the first `rows` subnets.
pub(crate) fn fund<T: Setup>(hotkey: u64, rows: usize) {
    fund_with_queue::<T>(hotkey, rows, usize::MAX);
}

/// The same with dividends that wait on the first `credits` subnets.
pub(crate) fn fund_with_queue<T: Setup>(hotkey: u64, rows: usize, credits: usize) {
    seat_on_root::<T>(hotkey);
    let escrow = Funds::<T>::escrow();
    BasketShares::<T>::insert(account::<T>(hotkey), TAO);
    for (place, netuid) in subnets::<T>().enumerate() {
        if place < rows {
            Ledger::<T>::mint_alpha_out(netuid, alpha(TAO / 10));
            let share = alpha(TAO / 10);
            Shares::<T>::increase_stake(&account::<T>(hotkey), &escrow, netuid, share);
        }
        if place < credits {
            PendingBasketDeposits::<T>::insert(account::<T>(hotkey), netuid, alpha(TAO / 10));
        }
    }
}

/// Dividends of everybody on a full root that wait on every subnet.
pub(crate) fn queues<T: Setup>() {
    for netuid in subnets::<T>() {
        for number in SEATS..SEATS + 64 {
            PendingBasketDeposits::<T>::insert(account::<T>(number), netuid, alpha(TAO));
        }
    }
}

/// A fund of who loses its seat on a full root.
pub(crate) fn fund_of_a_seat<T: Setup>() {
    fund::<T>(SEATS, 128);
}

/// A fund of all subnets that may trade.
pub(crate) fn trading_fund<T: Setup>(rows: usize) {
    fund::<T>(HOTKEY, rows);
    BasketTradingEnabled::<T>::put(true);
    BasketMinTradeTao::<T>::put(0);
    BasketConcentrationCap::<T>::put(u16::MAX);
    BasketLiquidityCap::<T>::put(u16::MAX);
    BasketDailyTurnoverCap::<T>::put(u16::MAX);
    steady_prices::<T>();
}

/// The averages of all prices are those of now.
pub(crate) fn steady_prices<T: Setup>() {
    for netuid in subnets::<T>() {
        let price = T::Swap::price(netuid);
        SubnetFastMovingPrice::<T>::insert(netuid, price);
        let slow: subtensor_fixed::I96F32 = subtensor_fixed::Fixed::convert(price);
        SubnetMovingPrice::<T>::insert(netuid, slow);
    }
}

/// Lets every pool that may be touched have been closed once, and everybody in it have staked since
/// then: generations are read and written as well.
pub(crate) fn reopen_pools<T: Setup>() {
    let all: Vec<NetUid> = Subnets::<T>::subnet_netuids();
    let with_fund = BasketShares::<T>::iter_keys()
        .flat_map(|hotkey| all.iter().map(move |netuid| (hotkey.clone(), *netuid)));
    let owned =
        Owner::<T>::iter_keys().flat_map(|hotkey| [(hotkey.clone(), SUBNET), (hotkey, ROOT)]);
    let pools: Vec<(T::AccountId, NetUid)> = TotalHotkeyAlpha::<T>::iter_keys()
        .chain(with_fund)
        .chain(owned)
        .collect();
    for (hotkey, netuid) in pools {
        AlphaSharePoolEpoch::<T>::mutate(hotkey, netuid, |generation| {
            *generation = (*generation).max(1)
        });
    }
    for row in AlphaV2::<T>::iter_keys().collect::<Vec<_>>() {
        AlphaShareEpoch::<T>::insert(row, 1);
    }
}

/// Keeps liquidity for every pool, of which it can take both sides now.
#[cfg(test)]
pub(crate) fn full_reservoirs<T: Setup>() {
    for netuid in subnets::<T>() {
        T::keep_liquidity(netuid, tao(1_000), alpha(1_000));
    }
}

/// Gives a hotkey a seat on root.
pub(crate) fn seat_on_root<T: Setup>(hotkey: u64) {
    if !Neurons::<T>::is_registered(ROOT, &account::<T>(hotkey)) {
        Neurons::<T>::append_neuron(ROOT, &account::<T>(hotkey), 1);
    }
}

/// Shares of a coldkey in such a fund, which has no dust.
pub(crate) fn shares<T: Setup>(coldkey: u64, hotkey: u64) {
    Funds::<T>::set_claim_dust(0, 0, 0, 0);
    BasketClaimed::<T>::insert(
        account::<T>(hotkey),
        account::<T>(coldkey),
        -i128::from(TAO / 2),
    );
    Shares::<T>::list_hotkey(&account::<T>(hotkey), &account::<T>(coldkey));
}

/// Stake on the validator on every subnet, of which only all together is worth something.
pub(crate) fn valued<T: Setup>() {
    for netuid in subnets::<T>() {
        stake::<T>(OWNER, HOTKEY, netuid, TAO);
    }
}

/// Lets what the validator lends depend on its stake.
pub(crate) fn watched<T: Setup>() {
    StakeThreshold::<T>::put(1);
    children::<T>(HOTKEY, 7_000);
    children::<T>(HOTKEY + 1, 8_000);
    suspend::<T>(98);
}

/// Lets what a hotkey lends not count.
pub(crate) fn suspend<T: Setup>(hotkey: u64) {
    ChildkeyThresholdSuspended::<T>::insert(account::<T>(hotkey), ());
}

/// Parents of which so many wait to be valued, with stake on every subnet that is too little.
#[cfg(test)]
pub(crate) fn waiting_parents<T: Setup>(count: u64) {
    all_subnets::<T>();
    StakeThreshold::<T>::put(u64::MAX);
    for number in PARENTS..PARENTS + count {
        for netuid in subnets::<T>() {
            TotalHotkeyAlpha::<T>::insert(account::<T>(number), netuid, alpha(TAO));
        }
        ChildkeyThresholdChecks::<T>::insert(account::<T>(number), ());
    }
}

/// Takes all seats on root.
pub(crate) fn full_root<T: Setup>() {
    for number in SEATS..SEATS + u64::from(ROOT_SEATS) {
        own::<T>(number, number);
        Neurons::<T>::append_neuron(ROOT, &account::<T>(number), 1);
        TotalHotkeyAlpha::<T>::insert(account::<T>(number), ROOT, alpha(TAO));
    }
    ImmunityPeriod::<T>::insert(ROOT, 0);
}

/// Makes everybody on root a parent of the owner hotkeys of all subnets, as with a seat.
pub(crate) fn lend_to_owners<T: Setup>() {
    for hotkey in Neurons::<T>::hotkeys(ROOT) {
        Children::<T>::lend_to_owners(&hotkey);
    }
}

/// Gives a hotkey an owner of its own, who has a rao of collateral on it.
pub(crate) fn collateral<T: Setup>(hotkey: &T::AccountId) {
    Owner::<T>::insert(hotkey, hotkey);
    collateral_on::<T>(hotkey, hotkey);
}

/// A rao of collateral of a coldkey on a hotkey.
pub(crate) fn collateral_on<T: Setup>(hotkey: &T::AccountId, coldkey: &T::AccountId) {
    let row = MinerCollateralState {
        locked: alpha(1),
        drain_ratio: U64F64::ONE,
        min_locked: alpha(0),
        earned: alpha(0),
    };
    MinerCollateral::<T>::insert((SUBNET, hotkey, coldkey), row);
    ColdkeyMinerCollateral::<T>::insert(SUBNET, coldkey, alpha(1));
    assert_ok!(ColdkeyCollateralHotkeys::<T>::try_append(
        SUBNET, coldkey, hotkey
    ));
}

/// The uids of the subnet that validate in the epoch that is due, each with as many parents as it
/// may have.
#[cfg(test)]
pub(crate) const VALIDATORS: u64 = 64;

/// A subnet as large as there is under Null consensus, whose epoch is due and pays everybody as a
/// miner, and as a validator too.
pub(crate) fn due_null_epoch<T: Setup>(uids: u16) {
    chain::<T>();
    null_subnet::<T>(uids);
    for uid in 0..uids {
        let hotkey = Keys::<T>::get(SUBNET, uid);
        let coldkey = Owner::<T>::get(&hotkey);
        Ledger::<T>::mint_alpha_out(SUBNET, alpha(TAO));
        Shares::<T>::increase_stake(&hotkey, &coldkey, SUBNET, alpha(TAO));
    }
    parents::<T>(HOTKEY, TAO);
    everybody_waits::<T>();
    fill_pots::<T>();
}

/// A full subnet whose epoch is due and pays everybody: validators with their parents, and miners,
/// all of them free of their collateral by that.
#[cfg(test)]
pub(crate) fn due_epoch<T: Setup>() {
    chain::<T>();
    let uids = MaxAllowedUids::<T>::get(SUBNET);
    epoch_of::<T>(uids, VALIDATORS as u16, MAX_PARENTS);
    fill_pots::<T>();
}

/// A subnet of so many uids whose epoch is due, the first of which validate everybody, with so many
/// parents each. Nothing is in the pots but the owner's.
pub(crate) fn epoch_of<T: Setup>(uids: u16, validators: u16, parents: u32) {
    populated_subnet::<T>(uids);
    MaxAllowedValidators::<T>::insert(SUBNET, validators);
    let index = NetUidStorageIndex::from(SUBNET);
    for uid in 0..validators {
        let hotkey = VALIDATING + u64::from(uid);
        own::<T>(8, hotkey);
        Uids::<T>::remove(SUBNET, Keys::<T>::get(SUBNET, uid));
        Keys::<T>::insert(SUBNET, uid, account::<T>(hotkey));
        Uids::<T>::insert(SUBNET, account::<T>(hotkey), uid);
        stake::<T>(8, hotkey, SUBNET, TAO);
        some_parents::<T>(hotkey, parents, TAO);
        let row: Vec<(u16, u16)> = (0..uids).map(|target| (target, 1)).collect();
        Weights::<T>::insert(index, uid, row);
    }
    let lenders = (VALIDATING..VALIDATING + u64::from(validators))
        .flat_map(|hotkey| PARENTS * hotkey..PARENTS * hotkey + u64::from(parents));
    let miners = (0..uids).map(|uid| Keys::<T>::get(SUBNET, uid));
    miners
        .chain(lenders.map(account::<T>))
        .for_each(|hotkey| collateral::<T>(&hotkey));
    leaders::<T>();
    OwnerCutAutoLockEnabled::<T>::insert(SUBNET, true);
    Ledger::<T>::mint_alpha_out(SUBNET, alpha(TAO));
    PendingOwnerCut::<T>::insert(SUBNET, alpha(TAO));
    ValidatorPermit::<T>::insert(SUBNET, vec![true; uids.into()]);
    LastUpdate::<T>::insert(index, vec![2; usize::from(uids)]);
    everybody_waits::<T>();
    be_due::<T>();
}

/// Lets everybody wait to be valued when it is paid.
fn everybody_waits<T: Setup>() {
    for uid in 0..SubnetworkN::<T>::get(SUBNET) {
        ChildkeyThresholdSuspended::<T>::insert(Keys::<T>::get(SUBNET, uid), ());
    }
}

/// Pots for the epoch of block 3.
pub(crate) fn fill_pots<T: Setup>() {
    for number in 0..3 {
        let pot = alpha(1_000 * TAO);
        Ledger::<T>::mint_alpha_out(SUBNET, pot);
        match number {
            0 => PendingServerEmission::<T>::insert(SUBNET, pot),
            1 => PendingValidatorEmission::<T>::insert(SUBNET, pot),
            _ => PendingRootAlphaDivs::<T>::insert(SUBNET, pot),
        }
    }
    be_due::<T>();
}

/// Lets the epoch be due in block 3, which is that.
fn be_due<T: Setup>() {
    Tempo::<T>::insert(SUBNET, 1);
    at_block::<T>(3);
}
