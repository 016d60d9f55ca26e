//! What somebody tries next. Arguments are drawn so that most calls make sense at the moment they
//! are made, and many do not.

use frame_support::storage::{TransactionOutcome, with_transaction};
use node_subtensor_runtime::{AccountId, Balances, Runtime, RuntimeCall, RuntimeOrigin};
use pallet_subtensor::{
    Hotkeys, NetworksAdded, Neurons, OwnedHotkeys, Shares, StakingHotkeys, SubnetOwner,
};
use sp_runtime::{DispatchError, traits::Dispatchable};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::economy::{
    people::{HOTKEYS, Person, TAO, all_coldkeys},
    random::Random,
};

mod commits;
mod delegates;
mod funds;
mod loans;
mod locks;
mod orders;
mod reforms;
mod rules;
mod subnets;
mod swaps;
mod trade;

/// The calls of a block, each drawn when the one before it has been made.
pub(crate) fn calls(
    random: &mut Random,
    block: u32,
    most: u64,
) -> impl Iterator<Item = (Person, RuntimeCall)> {
    // Some blocks are crowded, others empty.
    let count = if random.once_in(4) {
        0
    } else {
        random.below(most)
    };
    (0..count).map(move |_| draw(random, block))
}

/// What a call is drawn from.
struct Draw<'a> {
    random: &'a mut Random,
    netuids: Vec<NetUid>,
}

fn draw(random: &mut Random, block: u32) -> (Person, RuntimeCall) {
    let mut netuids: Vec<NetUid> = NetworksAdded::<Runtime>::iter_keys().collect();
    netuids.sort_unstable();
    let mut draw = Draw { random, netuids };
    // People come first: without neurons there is little to earn.
    if block < 20 && draw.random.once_in(2) {
        return draw.register();
    }
    match draw.random.below(190) {
        0..=11 => draw.register(),
        12..=26 => draw.buy(),
        27..=41 => draw.sell(),
        42..=57 => draw.relocate(),
        58..=69 => draw.weigh(),
        70..=73 => draw.destroy(),
        74..=77 => draw.pay(),
        78..=83 => draw.own(),
        84..=93 => draw.administer(),
        94 if draw.random.once_in(2) => draw.vote(),
        94 | 95 => draw.schedule(),
        96 if draw.random.once_in(2) => draw.name(),
        96..=99 => draw.open(),
        100..=113 => draw.commit(),
        114..=122 => draw.pulse(),
        123..=126 => draw.publish(),
        127..=129 => draw.serve(),
        130..=140 => draw.invest(),
        141..=143 => draw.promising(4, Draw::lock),
        144..=151 => draw.delegate(),
        152..=157 => draw.promising(4, Draw::swap),
        158..=163 => draw.promising(2, Draw::convince),
        164..=167 => draw.promising(3, Draw::hand_over),
        168..=175 => draw.promising(2, Draw::raise),
        176..=183 => draw.promising(3, Draw::relay),
        _ => draw.reform(),
    }
}

impl Draw<'_> {
    /// The first of some drawn calls that would succeed now, or the last.
    fn promising(
        &mut self,
        tries: u32,
        draw: impl Fn(&mut Self) -> (Person, RuntimeCall),
    ) -> (Person, RuntimeCall) {
        let mut drawn = draw(self);
        for _ in 1..tries {
            if would_succeed(&drawn) {
                break;
            }
            drawn = draw(self);
        }
        drawn
    }

    /// Usually a coldkey that has something.
    fn cold(&mut self) -> Person {
        let all: Vec<Person> = all_coldkeys().collect();
        for _ in 0..6 {
            let who = *self.random.pick(&all);
            if Balances::free_balance(who.account()) > TAO {
                return who;
            }
        }
        *self.random.pick(&all)
    }

    fn hot(&mut self) -> Person {
        Person::Hot(self.random.below(HOTKEYS.into()) as u32)
    }

    /// Usually a hotkey, sometimes any account.
    fn hotkey(&mut self) -> AccountId {
        if self.random.once_in(40) {
            self.cold().account()
        } else {
            self.hot().account()
        }
    }

    /// Usually a hotkey that somebody owns.
    fn known_hotkey(&mut self) -> AccountId {
        for _ in 0..6 {
            let hotkey = self.hotkey();
            if Hotkeys::<Runtime>::hotkey_account_exists(&hotkey) {
                return hotkey;
            }
        }
        self.hotkey()
    }

    /// Usually a hotkey of somebody, or of nobody yet.
    fn hotkey_for(&mut self, coldkey: &AccountId) -> AccountId {
        for _ in 0..6 {
            let hotkey = self.hotkey();
            let owner = Hotkeys::<Runtime>::owner_of(&hotkey);
            if owner == *coldkey || !Hotkeys::<Runtime>::hotkey_account_exists(&hotkey) {
                return hotkey;
            }
        }
        self.hotkey()
    }

    /// Usually a subnet that exists.
    fn netuid(&mut self) -> NetUid {
        if self.random.once_in(40) {
            return NetUid::new(self.random.below(40) as u16);
        }
        *self.random.pick(&self.netuids)
    }

    /// Usually a hotkey with a uid on a subnet.
    fn neuron(&mut self, netuid: NetUid) -> Person {
        for _ in 0..6 {
            let who = self.hot();
            if Neurons::<Runtime>::is_registered(netuid, &who.account()) {
                return who;
            }
        }
        self.hot()
    }

    /// Usually a hotkey that a coldkey owns.
    fn owned_hotkey(&mut self, who: Person) -> AccountId {
        let owned = OwnedHotkeys::<Runtime>::get(who.account());
        if owned.is_empty() || self.random.once_in(20) {
            self.hotkey()
        } else {
            self.random.pick(&owned).clone()
        }
    }

    /// A coldkey, and usually a hotkey on which it has stake.
    fn position(&mut self) -> (Person, AccountId) {
        let who = self.cold();
        let hotkeys = StakingHotkeys::<Runtime>::get(who.account());
        if hotkeys.is_empty() || self.random.once_in(20) {
            return (who, self.hotkey());
        }
        (who, self.random.pick(&hotkeys).clone())
    }

    /// A position with usually some stake, its subnet, and an amount of it.
    fn holding(&mut self) -> (Person, AccountId, NetUid, AlphaBalance) {
        let (who, hotkey) = self.position();
        let mut netuid = self.netuid();
        let mut held = AlphaBalance::ZERO;
        for _ in 0..8 {
            held = Shares::<Runtime>::stake_of(&hotkey, &who.account(), netuid);
            if !held.is_zero() {
                break;
            }
            netuid = self.netuid();
        }
        let amount = self.random.amount(held.to_u64());
        (who, hotkey, netuid, AlphaBalance::new(amount))
    }

    /// Around the price of a subnet, rao per alpha.
    fn limit(&mut self, netuid: NetUid) -> TaoBalance {
        let price = node_subtensor_runtime::Swap::current_alpha_price(netuid);
        self.near(price)
    }

    fn near(&mut self, value: u64) -> TaoBalance {
        TaoBalance::new(match self.random.below(8) {
            0 => 0,
            1 => u64::MAX,
            _ => {
                let percent = 90 + self.random.below(21);
                (u128::from(value) * u128::from(percent) / 100)
                    .try_into()
                    .unwrap_or(u64::MAX)
            }
        })
    }

    /// The coldkey of a subnet, if it takes part.
    fn owner_of(&self, netuid: NetUid) -> Option<Person> {
        let owner = SubnetOwner::<Runtime>::get(netuid);
        person_of(&owner, all_coldkeys())
    }
}

fn would_succeed((who, call): &(Person, RuntimeCall)) -> bool {
    let (origin, call) = match call {
        RuntimeCall::Sudo(pallet_sudo::Call::sudo { call }) => (RuntimeOrigin::root(), &**call),
        call => (RuntimeOrigin::signed(who.account()), call),
    };
    let tried: Result<_, DispatchError> = with_transaction(|| {
        TransactionOutcome::Rollback(Ok(call.clone().dispatch(origin).is_ok()))
    });
    tried == Ok(true)
}

/// Whose account it is, among some.
fn person_of(account: &AccountId, mut among: impl Iterator<Item = Person>) -> Option<Person> {
    among.find(|person| person.account() == *account)
}
