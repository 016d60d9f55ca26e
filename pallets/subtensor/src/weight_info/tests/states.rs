//! States in which calls have as much to do as they can.

use frame_support::assert_ok;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, NetUidStorageIndex, TaoBalance};

use super::locks::leaders;
use crate::{
    Children, EpochConsensus, MinerCollateralState,
    children::{MAX_CHILDREN, MAX_PARENTS},
    consensus::MAX_NULL_UIDS,
    mock::*,
    neurons::ROOT_SEATS,
    pallet::*,
    shares::MAX_HOTKEYS,
};

pub(super) const ROOT: NetUid = NetUid::ROOT;
/// The subnet of coldkey 1 and hotkey 11.
pub(super) const SUBNET: NetUid = NetUid::new(2);
/// Coldkey and hotkey of a validator.
pub(super) const OWNER: u64 = 2;
pub(super) const HOTKEY: u64 = 12;
/// Somebody who stakes on it.
pub(super) const STAKER: u64 = 3;
/// First numbers of accounts of a kind.
const PARENTS: u64 = 1_000_000;
const UIDS: u64 = 20_000;
const OWNED: u64 = 30_000;
const SEATS: u64 = 40_000;
const SUBNETS: u64 = 50_000;

pub(super) fn tao(amount: u64) -> TaoBalance {
    TaoBalance::new(amount)
}

pub(super) fn alpha(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

/// A chain with the subnet and the validator, registered there.
pub(super) fn chain() {
    assert_eq!(start_subnet(1, 11), SUBNET);
    for (coldkey, hotkey) in [(OWNER, HOTKEY), (OWNER, HOTKEY + 1)] {
        own(coldkey, hotkey);
        Neurons::<Test>::append_neuron(SUBNET, &account(hotkey), 1);
    }
    NetworkRateLimit::<Test>::put(0);
}

/// The same with as many subnets as there may be.
pub(super) fn all_subnets() {
    chain();
    for number in SUBNETS.. {
        if TotalNetworks::<Test>::get() > SubnetLimit::<Test>::get() {
            break;
        }
        NetworkLastLockCost::<Test>::put(TaoBalance::ZERO);
        start_subnet(9, number);
    }
}

/// All subnets but root.
pub(super) fn subnets() -> impl Iterator<Item = NetUid> {
    Subnets::<Test>::subnet_netuids()
        .into_iter()
        .filter(|netuid| !netuid.is_root())
}

pub(super) fn own(coldkey: u64, hotkey: u64) {
    let (coldkey, hotkey) = (account(coldkey), account(hotkey));
    assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
        &coldkey, &hotkey
    ));
}

/// Stake of a coldkey on a hotkey.
pub(super) fn stake(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    if netuid.is_root() {
        let who = signed(coldkey);
        let staked = SubtensorModule::add_stake(who, account(hotkey), netuid, tao(amount));
        assert_ok!(staked);
    } else {
        Ledger::<Test>::mint_alpha_out(netuid, alpha(amount));
        Shares::<Test>::increase_stake(&account(hotkey), &account(coldkey), netuid, alpha(amount));
    }
}

/// Fills the subnet with neurons, and gives its owner as many hotkeys as it may have.
pub(super) fn full_subnet() {
    let uids = u64::from(MaxAllowedUids::<Test>::get(SUBNET));
    for number in u64::from(SubnetworkN::<Test>::get(SUBNET))..uids {
        own(8, UIDS + number);
        Neurons::<Test>::append_neuron(SUBNET, &account(UIDS + number), 1);
    }
    everybody_votes();
    own_all(1, MAX_HOTKEYS);
}

/// Gives every neuron voting power, which goes with its uid, and lets it be followed.
fn everybody_votes() {
    VotingPowerTrackingEnabled::<Test>::insert(SUBNET, true);
    VotingPowerDisableAtBlock::<Test>::insert(SUBNET, u64::MAX);
    TotalVotingPower::<Test>::insert(SUBNET, u64::MAX);
    for hotkey in Neurons::<Test>::hotkeys(SUBNET) {
        VotingPower::<Test>::insert(SUBNET, hotkey, 1);
    }
}

/// Lets the subnet have as many neurons as Null consensus allows, each with an owner of its own.
pub(super) fn large_subnet() {
    SubnetEpochConsensus::<Test>::insert(SUBNET, EpochConsensus::Null);
    MaxAllowedUids::<Test>::insert(SUBNET, MAX_NULL_UIDS);
    for number in u64::from(SubnetworkN::<Test>::get(SUBNET))..MAX_NULL_UIDS.into() {
        own(UIDS + number, UIDS + number);
        Neurons::<Test>::append_neuron(SUBNET, &account(UIDS + number), 1);
    }
    everybody_votes();
    own_all(1, MAX_HOTKEYS);
}

/// Gives a coldkey hotkeys until it has so many.
pub(super) fn own_all(coldkey: u64, most: usize) {
    let mut owned = OwnedHotkeys::<Test>::get(account(coldkey));
    for number in OWNED..OWNED + (most - owned.len()) as u64 {
        Owner::<Test>::insert(account(number), account(coldkey));
        owned.push(account(number));
    }
    OwnedHotkeys::<Test>::insert(account(coldkey), owned);
}

/// Gives a hotkey as many parents as it may have, each with so much stake here and on root.
pub(super) fn parents(hotkey: u64, stake: u64) {
    let from = PARENTS * hotkey;
    let parents: Vec<_> = (from..from + u64::from(MAX_PARENTS))
        .map(|number| (u64::MAX / 2, account(number)))
        .collect();
    // Of every parent it is read whether it is, too.
    suspend(98);
    for (_, parent) in &parents {
        let child = vec![(u64::MAX / 2, account(hotkey))];
        ChildKeys::<Test>::insert(parent, SUBNET, child);
        for netuid in [SUBNET, ROOT] {
            TotalHotkeyAlpha::<Test>::insert(parent, netuid, alpha(stake));
        }
    }
    ParentKeys::<Test>::insert(account(hotkey), SUBNET, parents);
}

/// Gives a hotkey as many children as it may have; they have other parents, too.
pub(super) fn children(hotkey: u64, first: u64) -> Vec<(u64, AccountId)> {
    let children: Vec<_> = (first..first + u64::from(MAX_CHILDREN))
        .map(|number| (u64::MAX / 8, account(number)))
        .collect();
    for (parts, child) in &children {
        ParentKeys::<Test>::append(child, SUBNET, (parts, account(hotkey)));
    }
    ChildKeys::<Test>::insert(account(hotkey), SUBNET, &children);
    children
}

/// A validator that may set weights for everybody, if all its parents count.
pub(super) fn validator() {
    chain();
    full_subnet();
    parents(HOTKEY, 1);
    StakeThreshold::<Test>::put(10);
    let permits = vec![true; SubnetworkN::<Test>::get(SUBNET).into()];
    ValidatorPermit::<Test>::insert(SUBNET, permits);
    // The rate limit counts from the registration.
    System::set_block_number(3);
}

/// A fund of a hotkey with a seat on root: a few shares of somebody, dividends that wait on every
/// subnet, and holdings on the first `rows` subnets.
pub(super) fn fund(hotkey: u64, rows: usize) {
    seat_on_root(hotkey);
    let escrow = Funds::<Test>::escrow();
    BasketShares::<Test>::insert(account(hotkey), TAO);
    for (place, netuid) in subnets().enumerate() {
        if place < rows {
            Ledger::<Test>::mint_alpha_out(netuid, alpha(TAO / 10));
            let share = alpha(TAO / 10);
            Shares::<Test>::increase_stake(&account(hotkey), &escrow, netuid, share);
        }
        PendingBasketDeposits::<Test>::insert(account(hotkey), netuid, alpha(TAO / 10));
    }
}

/// Dividends of everybody on a full root that wait on every subnet.
pub(super) fn queues() {
    for netuid in subnets() {
        for number in SEATS..SEATS + 64 {
            PendingBasketDeposits::<Test>::insert(account(number), netuid, alpha(TAO));
        }
    }
}

/// A fund of who loses its seat on a full root.
pub(super) fn fund_of_a_seat() {
    fund(SEATS, 128);
}

/// A fund of all subnets that may trade.
pub(super) fn trading_fund() {
    fund(HOTKEY, 128);
    BasketTradingEnabled::<Test>::put(true);
    BasketMinTradeTao::<Test>::put(0);
    BasketConcentrationCap::<Test>::put(u16::MAX);
    BasketLiquidityCap::<Test>::put(u16::MAX);
    BasketDailyTurnoverCap::<Test>::put(u16::MAX);
    for netuid in subnets() {
        let price = <Swap as subtensor_primitives::SwapInterface>::price(netuid);
        SubnetFastMovingPrice::<Test>::insert(netuid, price);
        let slow: subtensor_fixed::I96F32 = subtensor_fixed::Fixed::convert(price);
        SubnetMovingPrice::<Test>::insert(netuid, slow);
    }
}

/// Lets every pool that may be touched have been closed once, and everybody in it have staked since
/// then: generations are read and written as well.
pub(super) fn reopen_pools() {
    let all: Vec<NetUid> = Subnets::<Test>::subnet_netuids();
    let with_fund = BasketShares::<Test>::iter_keys()
        .flat_map(|hotkey| all.iter().map(move |netuid| (hotkey.clone(), *netuid)));
    let owned =
        Owner::<Test>::iter_keys().flat_map(|hotkey| [(hotkey.clone(), SUBNET), (hotkey, ROOT)]);
    let pools: Vec<(AccountId, NetUid)> = TotalHotkeyAlpha::<Test>::iter_keys()
        .chain(with_fund)
        .chain(owned)
        .collect();
    for (hotkey, netuid) in pools {
        AlphaSharePoolEpoch::<Test>::mutate(hotkey, netuid, |generation| {
            *generation = (*generation).max(1)
        });
    }
    for row in AlphaV2::<Test>::iter_keys().collect::<Vec<_>>() {
        AlphaShareEpoch::<Test>::insert(row, 1);
    }
}

/// Keeps liquidity for every pool, of which it can take both sides now.
pub(super) fn full_reservoirs() {
    use pallet_subtensor_swap::{BalancerAlphaReservoir, BalancerTaoReservoir, ReservoirPools};
    for netuid in subnets() {
        BalancerTaoReservoir::<Test>::insert(netuid, tao(1_000));
        BalancerAlphaReservoir::<Test>::insert(netuid, alpha(1_000));
    }
    ReservoirPools::<Test>::put(subnets().collect::<std::collections::BTreeSet<_>>());
}

/// Gives a hotkey a seat on root.
pub(super) fn seat_on_root(hotkey: u64) {
    if !Neurons::<Test>::is_registered(ROOT, &account(hotkey)) {
        Neurons::<Test>::append_neuron(ROOT, &account(hotkey), 1);
    }
}

/// Shares of a coldkey in such a fund, which has no dust.
pub(super) fn shares(coldkey: u64, hotkey: u64) {
    Funds::<Test>::set_claim_dust(0, 0, 0, 0);
    BasketClaimed::<Test>::insert(account(hotkey), account(coldkey), -i128::from(TAO / 2));
    Shares::<Test>::list_hotkey(&account(hotkey), &account(coldkey));
}

/// Stake on the validator on every subnet, of which only all together is worth something.
pub(super) fn valued() {
    for netuid in subnets() {
        stake(OWNER, HOTKEY, netuid, TAO);
    }
}

/// Lets what the validator lends depend on its stake.
pub(super) fn watched() {
    StakeThreshold::<Test>::put(1);
    children(HOTKEY, 7_000);
    children(HOTKEY + 1, 8_000);
    suspend(98);
}

/// Lets what a hotkey lends not count.
pub(super) fn suspend(hotkey: u64) {
    ChildkeyThresholdSuspended::<Test>::insert(account(hotkey), ());
}

/// Parents of which so many wait to be valued, with stake on every subnet that is too little.
pub(super) fn waiting_parents(count: u64) {
    all_subnets();
    StakeThreshold::<Test>::put(u64::MAX);
    for number in PARENTS..PARENTS + count {
        for netuid in subnets() {
            TotalHotkeyAlpha::<Test>::insert(account(number), netuid, alpha(TAO));
        }
        ChildkeyThresholdChecks::<Test>::insert(account(number), ());
    }
}

/// Takes all seats on root.
pub(super) fn full_root() {
    for number in SEATS..SEATS + u64::from(ROOT_SEATS) {
        own(number, number);
        Neurons::<Test>::append_neuron(ROOT, &account(number), 1);
        TotalHotkeyAlpha::<Test>::insert(account(number), ROOT, alpha(TAO));
    }
    ImmunityPeriod::<Test>::insert(ROOT, 0);
}

/// Makes everybody on root a parent of the owner hotkeys of all subnets, as with a seat.
pub(super) fn lend_to_owners() {
    for hotkey in Neurons::<Test>::hotkeys(ROOT) {
        Children::<Test>::lend_to_owners(&hotkey);
    }
}

/// Gives a hotkey an owner of its own, who has a rao of collateral on it.
fn collateral(hotkey: &AccountId) {
    Owner::<Test>::insert(hotkey, hotkey);
    let row = MinerCollateralState {
        locked: alpha(1),
        drain_ratio: U64F64::ONE,
        min_locked: alpha(0),
        earned: alpha(0),
    };
    MinerCollateral::<Test>::insert((SUBNET, hotkey, hotkey), row);
    ColdkeyMinerCollateral::<Test>::insert(SUBNET, hotkey, alpha(1));
    assert_ok!(ColdkeyCollateralHotkeys::<Test>::try_append(
        SUBNET, hotkey, hotkey
    ));
}

/// The uids of the subnet that validate in the epoch that is due, each with as many parents as it
/// may have.
pub(super) const VALIDATORS: u64 = 64;

/// A subnet as large as there is under Null consensus, whose epoch is due and pays everybody as a
/// miner, and as a validator too.
pub(super) fn due_null_epoch() {
    chain();
    large_subnet();
    for uid in 0..MAX_NULL_UIDS {
        let hotkey = Keys::<Test>::get(SUBNET, uid);
        let coldkey = Owner::<Test>::get(&hotkey);
        Ledger::<Test>::mint_alpha_out(SUBNET, alpha(TAO));
        Shares::<Test>::increase_stake(&hotkey, &coldkey, SUBNET, alpha(TAO));
    }
    parents(HOTKEY, TAO);
    everybody_waits();
    fill_pots();
}

/// A full subnet whose epoch is due and pays everybody: validators with their parents, and miners,
/// all of them free of their collateral by that.
pub(super) fn due_epoch() {
    chain();
    full_subnet();
    let uids = SubnetworkN::<Test>::get(SUBNET);
    MaxAllowedValidators::<Test>::insert(SUBNET, VALIDATORS as u16);
    let index = NetUidStorageIndex::from(SUBNET);
    for uid in 0..VALIDATORS as u16 {
        let hotkey = UIDS * 2 + u64::from(uid);
        own(8, hotkey);
        Uids::<Test>::remove(SUBNET, Keys::<Test>::get(SUBNET, uid));
        Keys::<Test>::insert(SUBNET, uid, account(hotkey));
        Uids::<Test>::insert(SUBNET, account(hotkey), uid);
        stake(8, hotkey, SUBNET, TAO);
        parents(hotkey, TAO);
        let row: Vec<(u16, u16)> = (0..uids).map(|target| (target, 1)).collect();
        Weights::<Test>::insert(index, uid, row);
    }
    let validators = UIDS * 2..UIDS * 2 + VALIDATORS;
    let parents = validators
        .clone()
        .flat_map(|hotkey| PARENTS * hotkey..PARENTS * hotkey + u64::from(MAX_PARENTS));
    let miners = (0..uids).map(|uid| Keys::<Test>::get(SUBNET, uid));
    miners
        .chain(parents.map(account))
        .for_each(|hotkey| collateral(&hotkey));
    leaders();
    OwnerCutAutoLockEnabled::<Test>::insert(SUBNET, true);
    Ledger::<Test>::mint_alpha_out(SUBNET, alpha(TAO));
    PendingOwnerCut::<Test>::insert(SUBNET, alpha(TAO));
    ValidatorPermit::<Test>::insert(SUBNET, vec![true; uids.into()]);
    LastUpdate::<Test>::insert(index, vec![2; usize::from(uids)]);
    everybody_waits();
    fill_pots();
}

/// Lets everybody wait to be valued when it is paid.
fn everybody_waits() {
    for uid in 0..SubnetworkN::<Test>::get(SUBNET) {
        ChildkeyThresholdSuspended::<Test>::insert(Keys::<Test>::get(SUBNET, uid), ());
    }
}

/// Pots for the epoch of block 3.
fn fill_pots() {
    for number in 0..3 {
        let pot = alpha(1_000 * TAO);
        Ledger::<Test>::mint_alpha_out(SUBNET, pot);
        match number {
            0 => PendingServerEmission::<Test>::insert(SUBNET, pot),
            1 => PendingValidatorEmission::<Test>::insert(SUBNET, pot),
            _ => PendingRootAlphaDivs::<Test>::insert(SUBNET, pot),
        }
    }
    Tempo::<Test>::insert(SUBNET, 1);
    System::set_block_number(3);
}
