//! Hotkeys and what is staked on them, as shares of a pool each (spec 50 §4).

use std::{
    collections::BTreeMap,
    ops::{Index, IndexMut},
};

use codec::{Decode, Encode};
use subtensor_shares::{SafeFloat, SharePool};

use crate::scenario::Share;

/// A hotkey of the scenario; their order is that of their names.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct HotkeyId(pub usize);

/// A coldkey of the scenario.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct ColdkeyId(pub usize);

/// Root dividends of a hotkey, kept in kind (spec 90 A).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fund {
    /// Coldkey that holds what is in it.
    pub escrow: Option<ColdkeyId>,
    /// Alpha that waits, rao.
    pub queued: u64,
    /// Raw shares.
    pub shares: u64,
    /// Worth of what it holds on other subnets, rao.
    pub elsewhere: u64,
    /// Its own root stake, rao.
    pub root: u64,
}

/// A hotkey with its stake.
#[derive(Clone, Debug)]
pub(crate) struct Hotkey {
    pub name: String,
    pub owner: ColdkeyId,
    /// Of 65535.
    pub take: u16,
    /// Of 65535.
    pub childkey_take: u16,
    /// Root stake, rao.
    pub root: u64,
    pub is_on_root: bool,
    /// Whom it lends to, in parts of `u64::MAX`.
    pub children: Vec<(u64, HotkeyId)>,
    /// Who lends to it.
    pub parents: Vec<(u64, HotkeyId)>,
    /// Where what it mines is staked.
    pub auto_stake: Option<HotkeyId>,
    pub fund: Fund,
    pool: SharePool,
    shares: BTreeMap<ColdkeyId, SafeFloat>,
}

impl Hotkey {
    pub(crate) fn new(name: String, owner: ColdkeyId) -> Self {
        Self {
            name,
            owner,
            take: 0,
            childkey_take: 0,
            root: 0,
            is_on_root: false,
            children: Vec::new(),
            parents: Vec::new(),
            auto_stake: None,
            fund: Fund::default(),
            pool: SharePool::default(),
            shares: BTreeMap::new(),
        }
    }

    /// All stake on it, rao of alpha.
    pub(crate) fn alpha(&self) -> u64 {
        self.pool.value
    }

    /// Stake of a coldkey, rao of alpha.
    pub(crate) fn stake_of(&self, coldkey: ColdkeyId) -> u64 {
        let share = self.shares.get(&coldkey);
        share.map_or(0, |share| self.pool.value_of(*share))
    }

    /// Coldkeys with their stakes, rao of alpha.
    pub(crate) fn stakes(&self) -> impl Iterator<Item = (ColdkeyId, u64)> {
        let value_of = |share: &SafeFloat| self.pool.value_of(*share);
        self.shares
            .iter()
            .map(move |(coldkey, share)| (*coldkey, value_of(share)))
    }

    /// Takes over a pool as a chain has it.
    pub(crate) fn adopt(
        &mut self,
        value: u64,
        denominator: SafeFloat,
        shares: BTreeMap<ColdkeyId, SafeFloat>,
    ) {
        self.pool = SharePool { value, denominator };
        self.shares = shares;
        self.settle();
    }

    /// Adds stake of a coldkey. What is too little for a share belongs to everybody.
    pub(crate) fn increase(&mut self, coldkey: ColdkeyId, rao: u64) {
        if rao == 0 {
            return;
        }
        let mut share = self.share_of(coldkey);
        if self.pool.stake(&mut share, rao).is_err() {
            self.raise(rao);
        }
        self.put(coldkey, share);
    }

    /// Adds stake to everybody by their shares; to the owner if nobody has any.
    pub(crate) fn increase_for_all(&mut self, rao: u64) {
        if self.shares.is_empty() {
            return self.increase(self.owner, rao);
        }
        self.raise(rao);
        self.settle();
    }

    /// Takes stake of a coldkey away; says whether that was possible.
    pub(crate) fn decrease(&mut self, coldkey: ColdkeyId, rao: u64) -> bool {
        let mut share = self.share_of(coldkey);
        let is_taken = self.pool.unstake(&mut share, rao).is_ok();
        if is_taken {
            self.put(coldkey, share);
        }
        is_taken
    }

    /// Whether so much is enough for a share.
    pub(crate) fn is_precise_for(&self, rao: u64) -> bool {
        self.pool.is_precise_for(rao)
    }

    fn share_of(&self, coldkey: ColdkeyId) -> SafeFloat {
        let share = self.shares.get(&coldkey).copied();
        share.unwrap_or(SafeFloat::ZERO)
    }

    fn raise(&mut self, rao: u64) {
        self.pool
            .update_for_all(i64::try_from(rao).unwrap_or(i64::MAX));
    }

    fn put(&mut self, coldkey: ColdkeyId, mut share: SafeFloat) {
        if self.pool.value_of(share) == 0 {
            // Taking nothing out cannot fail.
            let _ = self.pool.close(&mut share);
        }
        if !share.is_zero() {
            self.shares.insert(coldkey, share);
        } else if self.shares.remove(&coldkey).is_some() && self.shares.is_empty() {
            self.pool.denominator = SafeFloat::ZERO;
        }
        self.settle();
    }

    /// Shares of nothing are none.
    fn settle(&mut self) {
        if self.pool.value == 0 {
            self.pool.denominator = SafeFloat::ZERO;
        }
        if self.pool.denominator.is_zero() {
            self.shares.clear();
        }
    }
}

/// A share as the scenario writes it; none for one that no chain could have.
pub(crate) fn share(written: &Share) -> Option<SafeFloat> {
    let mantissa: u128 = written.mantissa.parse().ok()?;
    let bytes = (mantissa, written.exponent).encode();
    SafeFloat::decode(&mut bytes.as_slice()).ok()
}

/// All hotkeys. Ids are given out by it alone, and none is ever removed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hotkeys(pub Vec<Hotkey>);

impl Index<HotkeyId> for Hotkeys {
    type Output = Hotkey;

    #[allow(clippy::indexing_slicing, reason = "an id is a place in this list")]
    fn index(&self, id: HotkeyId) -> &Hotkey {
        &self.0[id.0]
    }
}

impl IndexMut<HotkeyId> for Hotkeys {
    #[allow(clippy::indexing_slicing, reason = "an id is a place in this list")]
    fn index_mut(&mut self, id: HotkeyId) -> &mut Hotkey {
        &mut self.0[id.0]
    }
}

impl Hotkeys {
    /// Stake weight of a hotkey in 2^-32 rao, after what is lent and borrowed (spec 20 §5).
    pub(crate) fn weight(&self, id: HotkeyId, tao_weight: u64) -> u128 {
        let part = subtensor_fixed::U96F32::from_ratio(tao_weight, u64::MAX).to_bits();
        let hotkey = &self[id];
        let (alpha, tao) = if hotkey.children.is_empty() && hotkey.parents.is_empty() {
            (hotkey.alpha(), hotkey.root)
        } else {
            (
                self.inherited(hotkey, Hotkey::alpha),
                self.inherited(hotkey, |hotkey| hotkey.root),
            )
        };
        (u128::from(alpha) << 32).saturating_add(u128::from(tao).saturating_mul(part))
    }

    fn inherited(&self, hotkey: &Hotkey, kind: impl Fn(&Hotkey) -> u64) -> u64 {
        use subtensor_fixed::U96F32;
        let part = |parts: &u64| U96F32::from_ratio(*parts, u64::MAX);
        let own = U96F32::from_num(kind(hotkey));
        let given = hotkey
            .children
            .iter()
            .fold(U96F32::ZERO, |sum, (parts, _)| {
                sum.saturating_add(own.saturating_mul(part(parts)))
            });
        let lent = hotkey
            .parents
            .iter()
            .fold(U96F32::ZERO, |sum, (parts, parent)| {
                let stake = U96F32::from_num(kind(&self[*parent]));
                sum.saturating_add(stake.saturating_mul(part(parts)))
            });
        own.saturating_sub(given).saturating_add(lent).to_u64()
    }
}
