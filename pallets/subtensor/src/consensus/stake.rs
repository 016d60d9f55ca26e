//! Stake weight of a hotkey: its alpha and, at the weight of TAO, its root stake, both after what parents lend and
//! children borrow (spec 20 §5, 50 §7.2).

use alloc::collections::BTreeMap;
use subtensor_fixed::U96F32;
use subtensor_primitives::NetUid;

use crate::{Config, Pallet, pallet::*};

fn part(parts: u64) -> U96F32 {
    U96F32::from_ratio(parts, u64::MAX)
}

/// What is staked on a hotkey itself, rao.
#[derive(Clone, Copy)]
struct Stake {
    alpha: u64,
    tao: u64,
}

/// Stakes that count on a subnet. Each is read once, however many relations it has.
pub(crate) struct Stakes<T: Config> {
    netuid: NetUid,
    /// Weight of TAO in 2^-32.
    tao_weight: u128,
    read: BTreeMap<T::AccountId, Stake>,
}

impl<T: Config> Stakes<T> {
    pub fn new(netuid: NetUid) -> Self {
        Self {
            netuid,
            tao_weight: part(TaoWeight::<T>::get()).to_bits(),
            read: BTreeMap::new(),
        }
    }

    /// Number of hotkeys whose stake was read.
    pub fn count(&self) -> u32 {
        self.read.len() as u32
    }

    fn of(&mut self, hotkey: &T::AccountId) -> Stake {
        if let Some(stake) = self.read.get(hotkey) {
            return *stake;
        }
        let on = |netuid| TotalHotkeyAlpha::<T>::get(hotkey, netuid).to_u64();
        let stake = Stake {
            alpha: on(self.netuid),
            tao: on(NetUid::ROOT),
        };
        self.read.insert(hotkey.clone(), stake);
        stake
    }

    /// Both stakes together in 2^-32 rao.
    fn weigh(&self, stake: Stake) -> u128 {
        (u128::from(stake.alpha) << 32)
            .saturating_add(u128::from(stake.tao).saturating_mul(self.tao_weight))
    }

    /// What `parts` of `u64::MAX` of a hotkey's own stake weigh; in no unit, only to be compared.
    pub fn lent(&mut self, hotkey: &T::AccountId, parts: u64) -> u128 {
        let stake = self.of(hotkey);
        (self.weigh(stake) >> 32).saturating_mul(parts.into())
    }

    /// After inheritance: total in 2^-32 rao, alpha and root TAO in rao.
    pub fn inherited(&mut self, hotkey: &T::AccountId) -> (u128, u64, u64) {
        let own = self.of(hotkey);
        let children = ChildKeys::<T>::get(hotkey, self.netuid);
        let parents = ParentKeys::<T>::get(hotkey, self.netuid);
        let amount = |own: u64, lent: U96F32| {
            let own = U96F32::from_num(own);
            let given = children.iter().fold(U96F32::ZERO, |sum, (parts, _)| {
                sum.saturating_add(own.saturating_mul(part(*parts)))
            });
            own.saturating_sub(given).saturating_add(lent).to_u64()
        };
        let (mut alpha, mut tao) = (U96F32::ZERO, U96F32::ZERO);
        for (parts, parent) in &parents {
            let stake = self.of(parent);
            let times = |amount| U96F32::from_num(amount).saturating_mul(part(*parts));
            alpha = alpha.saturating_add(times(stake.alpha));
            tao = tao.saturating_add(times(stake.tao));
        }
        let stake = Stake {
            alpha: if self.netuid.is_root() {
                own.alpha
            } else {
                amount(own.alpha, alpha)
            },
            tao: amount(own.tao, tao),
        };
        (self.weigh(stake), stake.alpha, stake.tao)
    }
}

impl<T: Config> Pallet<T> {
    /// Stake weight of a hotkey, rao: total, from alpha, from root TAO (not yet weighted).
    pub fn stake_weight_parts(hotkey: &T::AccountId, netuid: NetUid) -> (u64, u64, u64) {
        let (total, alpha, tao) = Self::exact_stake_weight(hotkey, netuid);
        ((total >> 32).try_into().unwrap_or(u64::MAX), alpha, tao)
    }

    /// Total stake weight of a hotkey, rao.
    pub fn stake_weight(hotkey: &T::AccountId, netuid: NetUid) -> u64 {
        Self::stake_weight_parts(hotkey, netuid).0
    }

    /// Total in 2^-32 rao, alpha and root TAO in rao.
    pub(crate) fn exact_stake_weight(hotkey: &T::AccountId, netuid: NetUid) -> (u128, u64, u64) {
        Stakes::<T>::new(netuid).inherited(hotkey)
    }
}
