//! Fills a chain through its own calls: every subnet owned, full, staked, with weights and with
//! bonds of an epoch before.

use codec::Encode;
use frame_support::traits::{Hooks, TryState, TryStateSelect};
use frame_system::RawOrigin;
use node_subtensor_runtime::{
    AccountId, AllPalletsWithSystem, Balances, BlockNumber, Runtime, SubtensorModule, System,
};
use pallet_subtensor::*;
use pallet_subtensor::{
    Scores, Subnets,
    consensus::{Earned, Inconsistency, MAX_NULL_UIDS, Snapshot},
};
use sp_io::hashing::blake2_256;
use sp_keyring::Sr25519Keyring::{Alice, Bob, Dave};
use subtensor_fixed::I96F32;
use subtensor_primitives::{AlphaBalance, NetUid, NetUidStorageIndex, TaoBalance};

/// How much of everything there is.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub subnets: u16,
    pub uids: u16,
    pub validators: u16,
}

/// Every subnet that there can be, all of them full.
pub(crate) const FULL: Size = Size {
    subnets: 128,
    uids: 256,
    validators: 64,
};

/// Best block of the populated chain: nobody is immune any more.
pub(crate) const START: BlockNumber = 10_000;
/// Blocks between two epochs.
pub(crate) const TEMPO: u16 = 360;
/// A TAO, or an alpha, in rao.
pub(crate) const TAO: u64 = 1_000_000_000;
/// Block in which everybody set their weights.
const WEIGHTS_SET: BlockNumber = START - 300;
/// Blocks until the first subnet's epoch, so that calls and epochs can be timed in a block without
/// any.
const UNTIL_FIRST_EPOCH: u64 = 2;

/// Forms of the bonds; subnets take turns.
pub(crate) const VARIANTS: [&str; 3] = ["classic", "yuma3", "liquid"];

/// The first subnet with bonds of that form.
pub(crate) fn subnet_of(variant: usize) -> NetUid {
    NetUid::new(variant as u16 + 1)
}

/// A validator whose key is known, on the first subnet.
pub(crate) const KNOWN_UID: u16 = 1;

/// Hotkey of a uid; subnets have different ones.
pub(crate) fn hotkey(netuid: NetUid, uid: u16) -> AccountId {
    if (netuid.get(), uid) == (1, KNOWN_UID) {
        Dave.to_account_id()
    } else {
        ("hotkey", netuid.get(), uid)
            .using_encoded(blake2_256)
            .into()
    }
}

/// Coldkey of a uid; no two uids have the same, but the owner of all subnets.
fn coldkey(netuid: NetUid, uid: u16) -> AccountId {
    ("coldkey", netuid.get(), uid)
        .using_encoded(blake2_256)
        .into()
}

type Origin = node_subtensor_runtime::RuntimeOrigin;

fn signed(who: AccountId) -> Origin {
    RawOrigin::Signed(who).into()
}

fn netuids(size: Size) -> impl Iterator<Item = NetUid> {
    (1..=size.subnets).map(NetUid::new)
}

/// Runs the epoch of a subnet on what is stored, over `emission` rao of alpha.
pub(crate) fn run_epoch(
    netuid: NetUid,
    emission: u64,
) -> Result<Vec<Earned<AccountId>>, Inconsistency> {
    let emission = AlphaBalance::new(emission);
    Snapshot::<Runtime>::read(netuid)
        .and_then(|snapshot| Scores::<Runtime>::run_epoch(&snapshot, emission))
}

/// Populates the chain and checks every pallet's state.
pub(crate) fn populate(size: Size) {
    System::set_block_number(1);
    SubnetLimit::<Runtime>::put(size.subnets);
    NetworkRateLimit::<Runtime>::put(0);
    for netuid in netuids(size) {
        open(netuid);
        register(netuid, size);
        stake(netuid, size);
    }
    System::set_block_number(WEIGHTS_SET);
    for netuid in netuids(size) {
        weigh(netuid, size);
    }
    // The first epoch gives permits, the second bonds.
    for block in [WEIGHTS_SET + 1, WEIGHTS_SET + 2] {
        System::set_block_number(block);
        for netuid in netuids(size) {
            let earned = run_epoch(netuid, TAO);
            assert!(earned.is_ok_and(|earned| earned.len() == usize::from(size.uids)));
        }
    }
    System::set_block_number(START);
    spread_epochs(size);
    System::reset_events();
    SubtensorModule::on_finalize(START);
    <AllPalletsWithSystem as TryState<BlockNumber>>::try_state(START, TryStateSelect::All)
        .expect("every pallet's state is sound");
}

/// Opens and starts a subnet. The first exists, and is nobody's.
fn open(netuid: NetUid) {
    let owner = match Subnets::<Runtime>::subnet_exists(netuid) {
        true => SubnetOwner::<Runtime>::get(netuid),
        false => {
            NetworkLastLockCost::<Runtime>::put(TaoBalance::ZERO);
            SubtensorModule::register_network(signed(Alice.to_account_id()), hotkey(netuid, 0))
                .expect("the owner can afford a subnet");
            Alice.to_account_id()
        }
    };
    SubtensorModule::start_call(signed(owner), netuid).expect("the owner can start the subnet");
    SubnetEmissionEnabled::<Runtime>::insert(netuid, true);
    SubnetMovingPrice::<Runtime>::insert(netuid, I96F32::from_num(1));
    Tempo::<Runtime>::insert(netuid, TEMPO);
    let variant = usize::from(netuid.get() - 1) % VARIANTS.len();
    Yuma3On::<Runtime>::insert(netuid, variant > 0);
    LiquidAlphaOn::<Runtime>::insert(netuid, variant > 1);
}

/// Registers a neuron for every uid that is free.
fn register(netuid: NetUid, size: Size) {
    MaxAllowedValidators::<Runtime>::insert(netuid, size.validators);
    for uid in SubnetworkN::<Runtime>::get(netuid)..size.uids {
        Burn::<Runtime>::insert(netuid, TaoBalance::ZERO);
        SubtensorModule::burned_register(signed(coldkey(netuid, uid)), netuid, hotkey(netuid, uid))
            .expect("a registration that costs nothing succeeds");
    }
    Burn::<Runtime>::insert(netuid, TaoBalance::new(TAO));
    RegistrationsThisBlock::<Runtime>::insert(netuid, 0);
}

/// Validators stake on their subnet and on root, and lend a quarter to the next one each.
fn stake(netuid: NetUid, size: Size) {
    for uid in 1..=size.validators {
        let (coldkey, hotkey) = (coldkey(netuid, uid), hotkey(netuid, uid));
        // No order is too large for the pool, however many there are.
        let alpha = TAO + u64::from(uid.min(100)) * TAO / 100;
        let root = 10 * TAO;
        Balances::transfer_allow_death(
            signed(Bob.to_account_id()),
            coldkey.clone().into(),
            alpha + root + TAO,
        )
        .expect("the donor is rich");
        for (netuid, amount) in [(netuid, alpha), (NetUid::ROOT, root)] {
            SubtensorModule::add_stake(
                signed(coldkey.clone()),
                hotkey.clone(),
                netuid,
                TaoBalance::new(amount),
            )
            .expect("the validator can stake");
        }
    }
    for parent in (1..size.validators).step_by(2) {
        let (parent, child) = (hotkey(netuid, parent), hotkey(netuid, parent + 1));
        let quarter = u64::MAX / 4;
        for account in [&parent, &child] {
            SubnetAccounts::<Runtime>::insert(netuid, account, ());
        }
        ChildKeys::<Runtime>::insert(&parent, netuid, vec![(quarter, child.clone())]);
        ParentKeys::<Runtime>::insert(child, netuid, vec![(quarter, parent)]);
    }
}

/// Lets the first subnet go by Null consensus, with as many uids as it may have, which all earn: as
/// miners, and by stake.
pub(crate) fn enlarge() {
    let netuid = NetUid::new(1);
    let size = Size {
        subnets: 1,
        uids: MAX_NULL_UIDS,
        validators: MAX_NULL_UIDS - 1,
    };
    Scores::<Runtime>::do_set_epoch_consensus(netuid, EpochConsensus::Null)
        .expect("no commit waits");
    MaxAllowedUids::<Runtime>::insert(netuid, size.uids);
    register(netuid, size);
    stake(netuid, size);
    MaxAllowedValidators::<Runtime>::insert(netuid, 1);
    let index = NetUidStorageIndex::from(netuid);
    let row: Vec<(u16, u16)> = (0..size.uids).map(|uid| (uid, uid + 1)).collect();
    for uid in 0..size.uids {
        // Whoever wins.
        Weights::<Runtime>::insert(index, uid, &row);
    }
    LastUpdate::<Runtime>::insert(index, vec![u64::from(START) + 1; size.uids.into()]);
    SubtensorModule::on_finalize(START);
}

/// Validators weigh everybody, and roughly agree.
fn weigh(netuid: NetUid, size: Size) {
    let index = NetUidStorageIndex::from(netuid);
    for uid in 1..=size.validators {
        let weight = |target: u16| {
            let merit = 1_000 + u64::from(target) * 7_919 % 40_000;
            let noise = blake2_256(&(netuid.get(), uid, target).encode());
            let noise = u64::from(u16::from_le_bytes([noise[0], noise[1]])) % 8_000;
            (target, (merit + noise) as u16)
        };
        let row: Vec<(u16, u16)> = (0..size.uids).map(weight).collect();
        Weights::<Runtime>::insert(index, uid, row);
    }
    LastUpdate::<Runtime>::insert(index, vec![u64::from(WEIGHTS_SET); size.uids.into()]);
}

/// Spreads the epochs evenly over a tempo.
fn spread_epochs(size: Size) {
    for netuid in netuids(size) {
        let place = u64::from(netuid.get() - 1) * u64::from(TEMPO) / u64::from(size.subnets);
        let next = u64::from(START) + UNTIL_FIRST_EPOCH + place;
        let last = next - u64::from(TEMPO);
        LastEpochBlock::<Runtime>::insert(netuid, last);
        LastMechansimStepBlock::<Runtime>::insert(netuid, last);
        BlocksSinceLastStep::<Runtime>::insert(netuid, u64::from(START) - last);
    }
}
