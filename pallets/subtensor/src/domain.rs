//! What happens to all domains alike. Whoever opens, trims or dissolves a subnet tells every domain
//! in turn and reaches into none: a domain forgets, renumbers and checks its own storage, where it
//! declares it.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::weights::{Weight, WeightMeter};
use impl_trait_for_tuples::impl_for_tuples;
use sp_runtime::DispatchResult;
#[cfg(feature = "try-runtime")]
use sp_runtime::TryRuntimeError;
use subtensor_primitives::{NetUid, NetUidStorageIndex};

use crate::{
    AutoStake, Children, Coinbase, ColdkeySwaps, Collateral, Config, Dissolution, Funds, Hotkeys,
    Leases, Ledger, Locks, Mechanisms, Neurons, Payout, RateLimits, Registration, Schedule, Scores,
    Serving, Shares, Subnets, ValidatorWeights, Voting, hyperparameters::Hyperparameters,
};

/// Every domain that has something to forget or to check, in the order in which they are told.
pub(crate) type Domains<T> = (
    Ledger<T>,
    Shares<T>,
    Hotkeys<T>,
    ColdkeySwaps<T>,
    AutoStake<T>,
    Funds<T>,
    Payout<T>,
    Dissolution<T>,
    Leases<T>,
    Subnets<T>,
    Registration<T>,
    Children<T>,
    Locks<T>,
    Collateral<T>,
    Neurons<T>,
    Serving<T>,
    Scores<T>,
    ValidatorWeights<T>,
    Mechanisms<T>,
    Schedule<T>,
    Coinbase<T>,
    Voting<T>,
    RateLimits<T>,
    Hyperparameters<T>,
);

/// The uids of a subnet after a trimming.
pub(crate) struct Renumbering<AccountId> {
    /// The old uids that stay; the place of each is its new uid. A uid that moves goes to a lower
    /// one, which is free once those before it have moved.
    pub stay: Vec<u16>,
    /// The hotkeys whose uids went.
    pub gone: Vec<AccountId>,
    /// New uids by old ones.
    new: BTreeMap<u16, u16>,
}

impl<AccountId> Renumbering<AccountId> {
    /// The old uids that stay, in the places of their new ones, and the hotkeys whose uids went.
    pub(crate) fn new(stay: Vec<u16>, gone: Vec<AccountId>) -> Self {
        let new = stay.iter().copied().zip(0..).collect();
        Self { stay, gone, new }
    }

    /// New number of an old uid, if it stays.
    pub(crate) fn uid(&self, old: u16) -> Option<u16> {
        self.new.get(&old).copied()
    }

    /// The elements of the uids that stay, in their new order; what is missing is zero.
    pub(crate) fn keep<V: Clone + Default>(&self, list: &mut Vec<V>) {
        *list = self
            .stay
            .iter()
            .map(|uid| list.get(usize::from(*uid)).cloned().unwrap_or_default())
            .collect();
    }

    /// A row without the targets whose uids went, in the order of the new uids.
    pub(crate) fn row(&self, row: Vec<(u16, u16)>) -> Vec<(u16, u16)> {
        let renumber = |(target, value)| Some((self.uid(target)?, value));
        let mut row: Vec<_> = row.into_iter().filter_map(renumber).collect();
        row.sort_unstable();
        row
    }
}

/// A hotkey that gives its place to another hotkey of the same coldkey.
pub(crate) struct HotkeySwap<'a, AccountId> {
    /// Owns both.
    pub coldkey: &'a AccountId,
    /// Gives its place.
    pub old: &'a AccountId,
    /// Takes it.
    pub new: &'a AccountId,
    /// Whether the stake, and what goes with it, stays on the old one.
    pub keep_stake: bool,
    /// Whether it does so on every subnet and on root.
    pub is_everywhere: bool,
    /// Who has stake that goes along, by subnet. Funds are left out.
    pub stakers: BTreeMap<NetUid, Vec<AccountId>>,
}

impl<AccountId> HotkeySwap<'_, AccountId> {
    /// Whether the fund of the old one goes along when this subnet is done, or root.
    pub(crate) fn takes_fund(&self, netuid: NetUid) -> bool {
        !self.keep_stake && (self.is_everywhere || netuid.is_root())
    }

    /// Those of them who have it on a subnet.
    pub(crate) fn stakers_on(&self, netuid: NetUid) -> &[AccountId] {
        self.stakers.get(&netuid).map_or(&[], Vec::as_slice)
    }
}

/// What a domain is told. Each of them does nothing unless it says otherwise.
pub(crate) trait Domain<T: Config> {
    /// A subnet is opened in block `now`: writes what it has that is no default.
    fn open_subnet(_netuid: NetUid, _now: u64) {}

    /// A subnet ceases to exist. What it left is forgotten later, over many blocks.
    fn stop_subnet(_netuid: NetUid) {}

    /// Removes the rows of a dissolved subnet, of which there may be any number, until none is left
    /// or the meter is spent; says whether none is left.
    fn forget_rows(_netuid: NetUid, _meter: &mut WeightMeter) -> bool {
        true
    }

    /// Removes what maps that begin with an account say of it on a dissolved subnet. The domain has
    /// noted the account ([`Subnets::note_account`]) when it wrote there.
    fn forget_account(_netuid: NetUid, _account: &T::AccountId) {}

    /// Removes the single values of a dissolved subnet. All domains together remove as many as
    /// `WeightInfo::erase_values` weighs.
    fn forget_values(_netuid: NetUid) {}

    /// A hotkey got a uid in block `now`, whether the uid is new or had another hotkey.
    fn add_neuron(_netuid: NetUid, _uid: u16, _now: u64) {}

    /// A hotkey lost its uid.
    fn forget_neuron(_netuid: NetUid, _hotkey: &T::AccountId) {}

    /// Some uids of a subnet went, the others have new numbers.
    fn renumber_uids(_netuid: NetUid, _uids: &Renumbering<T::AccountId>) {}

    /// A subnet of `uids` uids has one more mechanism.
    fn add_mechanism(_index: NetUidStorageIndex, _uids: u16) {}

    /// A mechanism is gone. Its rows are bounded by the uids, commits by those who may commit.
    fn forget_mechanism(_index: NetUidStorageIndex) {}

    /// Whether a hotkey can give its place on a subnet, or on root, to another.
    fn check_hotkey_swap(_netuid: NetUid, _swap: &HotkeySwap<T::AccountId>) -> DispatchResult {
        Ok(())
    }

    /// Takes from a meter what [`Self::swap_hotkey`] will weigh beside the look at what is not
    /// there; says whether it was there. Looks at no more than it has taken for.
    fn weigh_hotkey_swap(
        _netuid: NetUid,
        _swap: &HotkeySwap<T::AccountId>,
        _meter: &mut WeightMeter,
    ) -> bool {
        true
    }

    /// A hotkey gives its place on a subnet, or on root, to another.
    fn swap_hotkey(_netuid: NetUid, _swap: &HotkeySwap<T::AccountId>) {}

    /// A hotkey has given its place on every subnet to another; what is not by subnet follows.
    fn swap_hotkey_everywhere(_swap: &HotkeySwap<T::AccountId>) {}

    /// Whether a coldkey can give all it has to another.
    fn check_coldkey_swap(_old: &T::AccountId, _new: &T::AccountId) -> DispatchResult {
        Ok(())
    }

    /// A coldkey gives all it has to another.
    fn swap_coldkey(_old: &T::AccountId, _new: &T::AccountId) {}

    /// Whether everything that holds between blocks does.
    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), TryRuntimeError> {
        Ok(())
    }
}

/// A step of forgetting rows, by one domain.
pub(crate) type ForgetRows = fn(NetUid, &mut WeightMeter) -> bool;

/// All domains, one by one.
pub(crate) trait AllDomains<T: Config>: Domain<T> {
    /// The steps in which the domains forget the rows of a subnet.
    fn forgetting() -> Vec<ForgetRows>;
}

#[impl_for_tuples(1, 24)]
impl<T: Config> Domain<T> for Tuple {
    fn open_subnet(netuid: NetUid, now: u64) {
        for_tuples!( #( Tuple::open_subnet(netuid, now); )* );
    }

    fn stop_subnet(netuid: NetUid) {
        for_tuples!( #( Tuple::stop_subnet(netuid); )* );
    }

    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        for_tuples!( #( if !Tuple::forget_rows(netuid, meter) { return false; } )* );
        true
    }

    fn forget_account(netuid: NetUid, account: &T::AccountId) {
        for_tuples!( #( Tuple::forget_account(netuid, account); )* );
    }

    fn forget_values(netuid: NetUid) {
        for_tuples!( #( Tuple::forget_values(netuid); )* );
    }

    fn add_neuron(netuid: NetUid, uid: u16, now: u64) {
        for_tuples!( #( Tuple::add_neuron(netuid, uid, now); )* );
    }

    fn forget_neuron(netuid: NetUid, hotkey: &T::AccountId) {
        for_tuples!( #( Tuple::forget_neuron(netuid, hotkey); )* );
    }

    fn renumber_uids(netuid: NetUid, uids: &Renumbering<T::AccountId>) {
        for_tuples!( #( Tuple::renumber_uids(netuid, uids); )* );
    }

    fn add_mechanism(index: NetUidStorageIndex, uids: u16) {
        for_tuples!( #( Tuple::add_mechanism(index, uids); )* );
    }

    fn forget_mechanism(index: NetUidStorageIndex) {
        for_tuples!( #( Tuple::forget_mechanism(index); )* );
    }

    fn check_hotkey_swap(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) -> DispatchResult {
        for_tuples!( #( Tuple::check_hotkey_swap(netuid, swap)?; )* );
        Ok(())
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        for_tuples!( #( if !Tuple::weigh_hotkey_swap(netuid, swap, meter) { return false; } )* );
        true
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        for_tuples!( #( Tuple::swap_hotkey(netuid, swap); )* );
    }

    fn swap_hotkey_everywhere(swap: &HotkeySwap<T::AccountId>) {
        for_tuples!( #( Tuple::swap_hotkey_everywhere(swap); )* );
    }

    fn check_coldkey_swap(old: &T::AccountId, new: &T::AccountId) -> DispatchResult {
        for_tuples!( #( Tuple::check_coldkey_swap(old, new)?; )* );
        Ok(())
    }

    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        for_tuples!( #( Tuple::swap_coldkey(old, new); )* );
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), TryRuntimeError> {
        for_tuples!( #( Tuple::check()?; )* );
        Ok(())
    }
}

#[impl_for_tuples(1, 24)]
#[tuple_types_no_default_trait_bound]
impl<T: Config> AllDomains<T> for Tuple {
    for_tuples!( where #( Tuple: Domain<T> )* );

    #[allow(
        clippy::vec_init_then_push,
        reason = "the line is repeated for each element of the tuple"
    )]
    fn forgetting() -> Vec<ForgetRows> {
        let mut steps = Vec::new();
        for_tuples!( #( steps.push(<Tuple as Domain<T>>::forget_rows as ForgetRows); )* );
        steps
    }
}

/// Takes `weight` from a meter; says whether it was there.
pub(crate) fn spend(meter: &mut WeightMeter, weight: Weight) -> bool {
    meter.try_consume(weight).is_ok()
}

/// Handles rows of `weight` each as they are drained, until none is left or the meter is spent;
/// says whether none is left.
pub(crate) fn drain<Row>(
    mut rows: impl Iterator<Item = Row>,
    weight: Weight,
    meter: &mut WeightMeter,
    mut handle: impl FnMut(Row),
) -> bool {
    while spend(meter, weight) {
        match rows.next() {
            Some(row) => handle(row),
            None => return true,
        }
    }
    false
}
