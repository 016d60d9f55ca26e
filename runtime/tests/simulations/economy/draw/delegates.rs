//! Delegates: who names them and pays for them, what they do for others, and what hotkeys have
//! done in one go on the account of their owners.

use node_subtensor_runtime::{ProxyType, Runtime, RuntimeCall};
use pallet_subtensor_proxy::{Call as Proxy, Proxies};

use super::{Draw, person_of};
use crate::economy::people::{COLDKEYS, Person};

impl Draw<'_> {
    /// A change of relations, or something done through one.
    pub(super) fn delegate(&mut self) -> (Person, RuntimeCall) {
        match self.random.below(10) {
            0 | 1 => {
                let who = self.cold();
                self.appoint(who)
            }
            2 => self.dismiss(),
            3 | 4 => self.promise_fees(),
            5 => self.work_in_a_batch(),
            _ => self.act(),
        }
    }

    fn appoint(&mut self, who: Person) -> (Person, RuntimeCall) {
        let types = [
            ProxyType::Any,
            ProxyType::NonTransfer,
            ProxyType::Staking,
            ProxyType::Transfer,
        ];
        let call = Proxy::add_proxy {
            delegate: self.cold().account().into(),
            proxy_type: *self.random.pick(&types),
            delay: u32::from(self.random.once_in(6)),
        };
        (who, call.into())
    }

    /// A coldkey, usually one that has delegates, and one of its relations.
    fn relation(&mut self) -> (Person, Option<(Person, ProxyType, u32)>) {
        let mut who = self.cold();
        for _ in 0..6 {
            let (definitions, _) = Proxies::<Runtime>::get(who.account());
            if !definitions.is_empty() {
                let known = self.random.pick(&definitions);
                let delegate = person_of(&known.delegate, (0..COLDKEYS).map(Person::Cold));
                return (
                    who,
                    delegate.map(|who| (who, known.proxy_type, known.delay)),
                );
            }
            who = self.cold();
        }
        (who, None)
    }

    fn dismiss(&mut self) -> (Person, RuntimeCall) {
        let (who, relation) = self.relation();
        let call = match relation {
            Some((delegate, proxy_type, delay)) if !self.random.once_in(6) => Proxy::remove_proxy {
                delegate: delegate.account().into(),
                proxy_type,
                delay,
            },
            _ => Proxy::remove_proxies {},
        };
        (who, call.into())
    }

    fn promise_fees(&mut self) -> (Person, RuntimeCall) {
        let (who, relation) = self.relation();
        let delegate = relation.map_or_else(|| self.cold(), |(delegate, ..)| delegate);
        let call = Proxy::set_real_pays_fee {
            delegate: delegate.account().into(),
            pays_fee: !self.random.once_in(4),
        };
        (who, call.into())
    }

    fn work_in_a_batch(&mut self) -> (Person, RuntimeCall) {
        let (who, first) = self.serve();
        let (_, second) = self.weigh();
        let calls = vec![first.into(), second.into()];
        (who, pallet_utility::Call::force_batch { calls }.into())
    }

    /// What somebody would do by itself, done by its delegate if it has one.
    fn act(&mut self) -> (Person, RuntimeCall) {
        let (real, call) = match self.random.below(4) {
            0 => self.sell(),
            1 => self.pay(),
            2 => self.relocate(),
            _ => self.buy(),
        };
        let (definitions, _) = Proxies::<Runtime>::get(real.account());
        if definitions.is_empty() {
            return self.appoint(real);
        }
        let known = self.random.pick(&definitions).clone();
        let delegate = person_of(&known.delegate, (0..COLDKEYS).map(Person::Cold));
        let act = Proxy::proxy {
            real: real.account().into(),
            force_proxy_type: self.random.once_in(2).then_some(known.proxy_type),
            call: Box::new(call),
        };
        (delegate.unwrap_or(real), act.into())
    }
}
