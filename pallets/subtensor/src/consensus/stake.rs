//! Stake weight of a hotkey: its alpha and, at the weight of TAO, its root stake, both after what
//! parents lend and children borrow (spec 20 §5, 50 §7.2). What suspended parents lend does not
//! count (spec 90 §20.3).

use alloc::{collections::BTreeMap, vec::Vec};
use subtensor_fixed::U96F32;
use subtensor_primitives::NetUid;

use crate::{
    Children, Config, Shares,
    children::Suspensions,
    pallet::{StakeThreshold, TaoWeight},
};

/// Lists that a hotkey's inheritance depends on: (part of `u64::MAX`, key).
struct Family<AccountId> {
    children: Vec<(u64, AccountId)>,
    parents: Vec<(u64, AccountId)>,
}

/// Stake of a hotkey itself, rao.
#[derive(Clone, Copy)]
struct OwnStake {
    alpha: u64,
    tao: u64,
}

/// Stake weight of a hotkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StakeParts {
    /// All of it, in 2^-32 rao.
    pub exact: u128,
    /// Of it alpha, rao.
    pub alpha: u64,
    /// Root stake, before it is weighted, rao.
    pub tao: u64,
}

impl StakeParts {
    /// All of it, rao.
    pub fn total(&self) -> u64 {
        (self.exact >> 32).try_into().unwrap_or(u64::MAX)
    }
}

/// Stake weights on one subnet. What several hotkeys depend on is read once.
pub struct StakeWeights<T: Config> {
    netuid: NetUid,
    /// In 2^-32.
    tao_weight: u128,
    known: BTreeMap<T::AccountId, OwnStake>,
    suspensions: Suspensions<T>,
}

fn part(parts: u64) -> U96F32 {
    U96F32::from_ratio(parts, u64::MAX)
}

impl<T: Config> StakeWeights<T> {
    pub fn new(netuid: NetUid) -> Self {
        Self {
            netuid,
            tao_weight: part(TaoWeight::<T>::get()).to_bits(),
            known: BTreeMap::new(),
            suspensions: Suspensions::on(netuid),
        }
    }

    /// Number of hotkeys whose stake was read, each in two places; two of those of which was read
    /// whether they are suspended count as one more.
    pub fn count(&self) -> u32 {
        let flags = self.suspensions.count().div_ceil(2);
        flags.saturating_add(self.known.len() as u32)
    }

    /// What `parts` of `u64::MAX` of a hotkey's own stake weigh; in no unit, only to be compared.
    pub fn lent(&mut self, hotkey: &T::AccountId, parts: u64) -> u128 {
        let own = self.own_stake(hotkey);
        let root = u128::from(own.tao).saturating_mul(self.tao_weight) >> 32;
        u128::from(own.alpha)
            .saturating_add(root)
            .saturating_mul(parts.into())
    }

    /// The same of what counts: nothing of a hotkey that is suspended.
    pub(crate) fn lent_in_force(&mut self, hotkey: &T::AccountId, parts: u64) -> u128 {
        if self.suspensions.include(hotkey) {
            return 0;
        }
        self.lent(hotkey, parts)
    }

    /// Stake weight of a hotkey and what it is made of.
    pub fn parts(&mut self, hotkey: &T::AccountId) -> StakeParts {
        let family = Family {
            children: Children::<T>::children_of(hotkey, &mut self.suspensions),
            parents: Children::<T>::parents_of(hotkey, &mut self.suspensions),
        };
        let own = self.own_stake(hotkey);
        let tao = self.inherited(own, &family, |stake| stake.tao);
        let alpha = if self.netuid.is_root() {
            own.alpha
        } else {
            self.inherited(own, &family, |stake| stake.alpha)
        };
        let exact = (u128::from(alpha) << 32)
            .saturating_add(u128::from(tao).saturating_mul(self.tao_weight));
        StakeParts { exact, alpha, tao }
    }

    fn own_stake(&mut self, hotkey: &T::AccountId) -> OwnStake {
        if let Some(stake) = self.known.get(hotkey) {
            return *stake;
        }
        let on = |netuid| Shares::<T>::hotkey_alpha(hotkey, netuid).to_u64();
        let stake = OwnStake {
            alpha: on(self.netuid),
            tao: on(NetUid::ROOT),
        };
        self.known.insert(hotkey.clone(), stake);
        stake
    }

    /// One kind of a hotkey's stake after inheritance, rao.
    fn inherited(
        &mut self,
        own: OwnStake,
        family: &Family<T::AccountId>,
        kind: impl Fn(OwnStake) -> u64,
    ) -> u64 {
        let own = U96F32::from_num(kind(own));
        let given = family
            .children
            .iter()
            .fold(U96F32::ZERO, |sum, (parts, _)| {
                sum.saturating_add(own.saturating_mul(part(*parts)))
            });
        let lent = family
            .parents
            .iter()
            .fold(U96F32::ZERO, |sum, (parts, parent)| {
                let stake = U96F32::from_num(kind(self.own_stake(parent)));
                sum.saturating_add(stake.saturating_mul(part(*parts)))
            });
        own.saturating_sub(given).saturating_add(lent).to_u64()
    }

    /// Weight of root TAO, of `u64::MAX`.
    pub(crate) fn tao_weight() -> u64 {
        TaoWeight::<T>::get()
    }

    /// Least stake weight with which weights count, rao.
    pub(crate) fn threshold() -> u64 {
        StakeThreshold::<T>::get()
    }
}

impl<T: Config> StakeWeights<T> {
    /// Total stake weight of a hotkey, rao.
    pub fn stake_weight(hotkey: &T::AccountId, netuid: NetUid) -> u64 {
        Self::new(netuid).parts(hotkey).total()
    }
}
