//! Coldkeys that are swapped in the middle of everything: to somebody who has no stake.

use codec::Encode;
use node_subtensor_runtime::{Balances, Runtime, RuntimeCall, System};
use pallet_subtensor::{
    Call as Core, ColdkeySwapAnnouncements, ColdkeySwapDisputes, StakingHotkeys,
};
use sp_core::H256;
use subtensor_primitives::TaoBalance;

use super::Draw;
use crate::economy::people::{Person, SUDO, TAO, all_coldkeys, sudo};

fn hash_of(who: Person) -> H256 {
    who.account()
        .using_encoded(sp_io::hashing::blake2_256)
        .into()
}

/// What a coldkey has announced: the first block of the swap, and to whom.
fn announced(who: Person) -> Option<(u32, Option<Person>)> {
    let (when, hash) = ColdkeySwapAnnouncements::<Runtime>::get(who.account())?;
    Some((when, all_coldkeys().find(|other| hash_of(*other) == hash)))
}

impl Draw<'_> {
    /// Something about a swap: an announcement, or what comes behind it.
    pub(super) fn hand_over(&mut self) -> (Person, RuntimeCall) {
        let disputed =
            all_coldkeys().find(|who| ColdkeySwapDisputes::<Runtime>::contains_key(who.account()));
        if let Some(who) = disputed.filter(|_| self.random.once_in(2)) {
            return self.decide(who);
        }
        let waiting: Vec<Person> = all_coldkeys()
            .filter(|who| announced(*who).is_some())
            .collect();
        if !waiting.is_empty() && !self.random.once_in(4) {
            let who = *self.random.pick(&waiting);
            return (who, self.follow_up(who).into());
        }
        if self.random.once_in(5) {
            let who = self.somebody();
            return self.decide(who);
        }
        let who = self.somebody();
        let new_coldkey_hash = hash_of(self.newcomer());
        (who, Core::announce_coldkey_swap { new_coldkey_hash }.into())
    }

    /// A coldkey that nobody misses if it can do nothing: not the sudo key.
    fn somebody(&mut self) -> Person {
        for _ in 0..8 {
            let who = self.cold();
            if who != SUDO && Balances::free_balance(who.account()) > TAO {
                return who;
            }
        }
        Person::Cold(1)
    }

    /// Usually a coldkey without stake.
    fn newcomer(&mut self) -> Person {
        let free: Vec<Person> = all_coldkeys()
            .filter(|who| StakingHotkeys::<Runtime>::get(who.account()).is_empty())
            .collect();
        if free.is_empty() || self.random.once_in(10) {
            self.cold()
        } else {
            *self.random.pick(&free)
        }
    }

    /// What a coldkey does about the swap that it announced.
    fn follow_up(&mut self, who: Person) -> Core<Runtime> {
        let (when, to) = announced(who).expect("it has announced one");
        let now = System::block_number();
        match self.random.below(8) {
            0 => Core::dispute_coldkey_swap {},
            1 | 2 => Core::clear_coldkey_swap_announcement {},
            3 if now >= when => Core::announce_coldkey_swap {
                new_coldkey_hash: hash_of(self.newcomer()),
            },
            _ => {
                let new = to.unwrap_or_else(|| self.newcomer());
                Core::swap_coldkey_announced {
                    new_coldkey: new.account(),
                }
            }
        }
    }

    /// What root does about a coldkey.
    fn decide(&mut self, who: Person) -> (Person, RuntimeCall) {
        let coldkey = who.account();
        let call: RuntimeCall = if self.random.once_in(2) {
            Core::reset_coldkey_swap { coldkey }.into()
        } else {
            Core::swap_coldkey {
                old_coldkey: coldkey,
                new_coldkey: self.newcomer().account(),
                swap_cost: TaoBalance::new(self.random.below(TAO)),
            }
            .into()
        };
        (SUDO, sudo(call))
    }
}
