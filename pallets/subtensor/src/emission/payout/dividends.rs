//! Who has a part in the dividends of an epoch: validators, the parents that lend them stake, and
//! what is burned on the way (spec 10 §13.3, §13.4). All of it are weights that divide the pots.

use alloc::{collections::BTreeMap, vec::Vec};
use subtensor_emission::{Lender, LenderPart};
use subtensor_fixed::U96F32;
use subtensor_primitives::NetUid;

use crate::{
    Children, Config, Hotkeys, Shares, StakeWeights, children::Suspensions, consensus::Earned,
};

/// How much of a dividend is earned by alpha and how much by root stake, in 2^-32 rao.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Split {
    pub alpha: u128,
    pub root: u128,
}

impl Split {
    /// Divides a dividend, rao, by the part of it that root stake earned.
    fn of(dividend: u64, by_root: U96F32) -> Self {
        let dividend = U96F32::from_num(dividend);
        let root = dividend.saturating_mul(by_root);
        Self {
            alpha: dividend.saturating_sub(root).to_bits(),
            root: root.to_bits(),
        }
    }

    fn accrue(&mut self, other: Self) {
        self.alpha = self.alpha.saturating_add(other.alpha);
        self.root = self.root.saturating_add(other.root);
    }
}

/// Every hotkey with a dividend, in the order of the hotkeys, and the dividends that are burned.
pub(super) struct DividendParts<T: Config> {
    pub of: Vec<(T::AccountId, Split)>,
    pub burned: Split,
}

impl<T: Config> DividendParts<T> {
    /// From what an epoch says validators earned on a subnet.
    pub(super) fn gather(netuid: NetUid, earned: &[Earned<T::AccountId>]) -> Self {
        let mut parts = BTreeMap::<T::AccountId, LenderPart>::new();
        let mut add = |hotkey: T::AccountId, part: LenderPart| {
            let sum = parts.entry(hotkey).or_default();
            sum.paid = sum.paid.saturating_add(part.paid);
            sum.burned = sum.burned.saturating_add(part.burned);
        };
        let mut rules = Rules::<T>::read(netuid);
        // Most hotkeys are miners.
        for Earned {
            hotkey, dividend, ..
        } in earned.iter().filter(|earned| !earned.dividend.is_zero())
        {
            let (own, lent) = rules.divide(hotkey, dividend.to_u64());
            for (parent, part) in lent {
                add(parent, part);
            }
            add(
                hotkey.clone(),
                LenderPart {
                    paid: own,
                    burned: 0,
                },
            );
        }
        let mut burned = Split::default();
        let of = parts
            .into_iter()
            .map(|(hotkey, part)| {
                let by_root = rules.root_part(&hotkey);
                burned.accrue(Split::of(part.burned, by_root));
                (hotkey, Split::of(part.paid, by_root))
            })
            .collect();
        Self { of, burned }
    }
}

/// What the division of dividends of a subnet depends on.
struct Rules<T: Config> {
    netuid: NetUid,
    /// Weight of root TAO.
    tao_weight: U96F32,
    /// Burned of what child keys pass on, parts of `u64::MAX`.
    burn: u64,
    /// Parents that lend nothing and earn nothing.
    suspensions: Suspensions<T>,
}

/// A parent with its part.
type Lent<T> = Vec<(<T as frame_system::Config>::AccountId, LenderPart)>;

impl<T: Config> Rules<T> {
    fn read(netuid: NetUid) -> Self {
        Self {
            netuid,
            tao_weight: U96F32::from_ratio(StakeWeights::<T>::tao_weight(), u64::MAX),
            burn: Children::<T>::burned_part(),
            suspensions: Suspensions::on(netuid),
        }
    }

    /// Divides a dividend between a hotkey and its parents.
    fn divide(&mut self, hotkey: &T::AccountId, dividend: u64) -> (u64, Lent<T>) {
        let parents = Children::<T>::parents_of(hotkey, &mut self.suspensions);
        if parents.is_empty() {
            return (dividend, Vec::new());
        }
        let children = Children::<T>::children_of(hotkey, &mut self.suspensions);
        let kept = subtensor_emission::kept_part(children.into_iter().map(|(parts, _)| parts));
        let own = self.contribution(hotkey, kept);
        let owner = Hotkeys::<T>::owner_of(hotkey);
        let lenders: Vec<Lender> = parents
            .iter()
            .map(|(parts, parent)| Lender {
                contribution: self.contribution(parent, U96F32::from_ratio(*parts, u64::MAX)),
                same_owner: Hotkeys::<T>::owner_of(parent) == owner,
            })
            .collect();
        let take = Children::<T>::childkey_take(hotkey, self.netuid).deconstruct();
        let (own, parts) =
            subtensor_emission::split_dividend(dividend, own, &lenders, take, self.burn);
        let parents = parents.into_iter().map(|(_, parent)| parent);
        (own, parents.zip(parts).collect())
    }

    fn contribution(&self, hotkey: &T::AccountId, part: U96F32) -> U96F32 {
        let on = |netuid| Shares::<T>::hotkey_alpha(hotkey, netuid).to_u64();
        let (alpha, tao) = (on(self.netuid), on(NetUid::ROOT));
        subtensor_emission::contribution(alpha, tao, part, self.tao_weight)
    }

    /// Part of a hotkey's stake weight that is root stake.
    fn root_part(&self, hotkey: &T::AccountId) -> U96F32 {
        let on = |netuid| U96F32::from_num(Shares::<T>::hotkey_alpha(hotkey, netuid).to_u64());
        let root = on(NetUid::ROOT).saturating_mul(self.tao_weight);
        root.safe_div(on(self.netuid).saturating_add(root))
    }
}
