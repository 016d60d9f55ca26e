//! What a single call may not do: pay another sum for a claim than the preview says, take worth
//! from the holders of a fund, or set collateral or locked stake free (spec 90 §13, §14.5, 50 §11).
//! A swap of a hotkey keeps all of that under another name, and what everybody is owed.

use std::collections::BTreeMap;

use node_subtensor_runtime::{AccountId, Balances, Runtime, RuntimeCall, RuntimeEvent, System};
use pallet_subtensor::{
    Call as Core, Event, Funds, Lock, Locks, MinerCollateral, StakingHotkeys, Subnets,
};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::economy::people::TAO;

/// A fund, its worth in rao and its shares.
struct Fund {
    hotkey: AccountId,
    nav: u64,
    shares: u64,
}

/// What a call is compared with.
pub(crate) struct Promise {
    fund: Option<Fund>,
    /// What a claim shall pay, rao.
    claim: Option<u64>,
    locked: BTreeMap<(NetUid, AccountId), AlphaBalance>,
    swap: Option<Swap>,
    convinced: BTreeMap<NetUid, u64>,
    events: u32,
}

/// A hotkey that is about to give its place to another.
struct Swap {
    old: AccountId,
    new: AccountId,
    /// Raw shares of the fund that each coldkey is owed.
    owed: BTreeMap<AccountId, u64>,
}

impl Swap {
    fn of(call: &RuntimeCall) -> Option<Self> {
        let (old, new) = match call {
            RuntimeCall::SubtensorModule(
                Core::swap_hotkey {
                    hotkey, new_hotkey, ..
                }
                | Core::swap_hotkey_v2 {
                    hotkey, new_hotkey, ..
                },
            ) => (hotkey, new_hotkey),
            _ => return None,
        };
        let owed = StakingHotkeys::<Runtime>::iter()
            .filter(|(_, hotkeys)| hotkeys.contains(old))
            .map(|(coldkey, _)| (coldkey.clone(), Funds::<Runtime>::owed(old, &coldkey)))
            .collect();
        Some(Self {
            old: old.clone(),
            new: new.clone(),
            owed,
        })
    }

    /// Whether everybody is owed no less: what waited has entered the fund.
    fn check(&self) -> Result<(), String> {
        for (coldkey, before) in &self.owed {
            let owed = |hotkey| Funds::<Runtime>::owed(hotkey, coldkey);
            let now = owed(&self.old).max(owed(&self.new));
            if now < *before {
                return Err(format!("{before} shares owed became {now} by a swap"));
            }
        }
        Ok(())
    }
}

/// Rao that a call may cost locks: dust that vanishes, of two coldkeys, and roundings.
const UNLOCKED_BY_CALL: u64 = 210;

impl Fund {
    fn take(hotkey: &AccountId) -> Self {
        Self {
            hotkey: hotkey.clone(),
            nav: Funds::<Runtime>::nav(hotkey).to_u64(),
            shares: Funds::<Runtime>::shares(hotkey),
        }
    }

    /// Whether a share is worth no less than it was, but for a rao each holding and what a pool
    /// rounds off.
    fn check(&self) -> Result<(), String> {
        let now = Self::take(&self.hotkey);
        let slack = 300 + self.nav / 1_000_000;
        let product = |nav: u64, shares: u64| u128::from(nav) * u128::from(shares);
        if product(now.nav + slack, self.shares) >= product(self.nav, now.shares) {
            return Ok(());
        }
        Err(format!(
            "{} shares were worth {}, {} are worth {}",
            self.shares, self.nav, now.shares, now.nav
        ))
    }
}

impl Promise {
    /// Before a call. A signer without money pays fees in alpha, which moves a pool.
    pub(crate) fn before(signer: &AccountId, call: &RuntimeCall) -> Self {
        let pays_tao = Balances::free_balance(signer) > TAO;
        let (fund, claim) = match call {
            RuntimeCall::SubtensorModule(Core::claim_root_with_hotkey { hotkey }) if pays_tao => {
                let claim = Funds::<Runtime>::preview_claim(hotkey, signer);
                let tao = claim.map_or(0, |claim| claim.redeemable_tao.to_u64());
                (Some(Fund::take(hotkey)), Some(tao))
            }
            RuntimeCall::SubtensorModule(Core::stake_into_basket { hotkey, .. }) if pays_tao => {
                (Some(Fund::take(hotkey)), None)
            }
            _ => (None, None),
        };
        Self {
            fund,
            claim,
            locked: locked(),
            swap: Swap::of(call),
            convinced: convinced(),
            events: System::event_count(),
        }
    }

    /// After it, whether it succeeded or not; a claim that did not promises nothing.
    pub(crate) fn check(self, succeeded: bool) -> Result<(), String> {
        if let Some(fund) = self.fund {
            fund.check()?;
        }
        if let Some(promised) = self.claim.filter(|_| succeeded) {
            let paid = claimed_since(self.events);
            if paid != promised {
                return Err(format!("a claim of {promised} paid {paid}"));
            }
        }
        let now = convinced();
        for (netuid, before) in self.convinced {
            let now = now.get(&netuid).copied().unwrap_or_default();
            if now + UNLOCKED_BY_CALL < before && Subnets::<Runtime>::subnet_exists(netuid) {
                return Err(format!("of {before} locked on {netuid} {now} are left"));
            }
        }
        let now = locked();
        let swap = self.swap.filter(|_| succeeded);
        if let Some(swap) = &swap {
            swap.check()?;
        }
        let is_on = |netuid, hotkey: &AccountId| {
            let sum = now.get(&(netuid, hotkey.clone()));
            sum.copied().unwrap_or_default()
        };
        for ((netuid, hotkey), before) in self.locked {
            let (mut left, mut before) = (is_on(netuid, &hotkey), before);
            if let Some(swap) = swap.as_ref().filter(|swap| swap.old == hotkey)
                && left.is_zero()
            {
                // Rounding may take a rao or two of the stake that is locked.
                left = is_on(netuid, &swap.new);
                before = before.saturating_sub(AlphaBalance::new(2));
            }
            if left < before && Subnets::<Runtime>::subnet_exists(netuid) {
                return Err(format!("collateral of {before:?} became {left:?}"));
            }
        }
        Ok(())
    }
}

/// Collateral on each hotkey, whosever it is: a coldkey that is swapped takes it along.
fn locked() -> BTreeMap<(NetUid, AccountId), AlphaBalance> {
    let mut locked = BTreeMap::<_, AlphaBalance>::new();
    for ((netuid, hotkey, _), row) in MinerCollateral::<Runtime>::iter() {
        let sum = locked.entry((netuid, hotkey)).or_default();
        *sum = sum.saturating_add(row.locked);
    }
    locked
}

/// What all coldkeys have locked, by subnet, rao.
fn convinced() -> BTreeMap<NetUid, u64> {
    let mut sums = BTreeMap::new();
    for (coldkey, netuid, _) in Lock::<Runtime>::iter_keys() {
        let lock = Locks::<Runtime>::get_coldkey_lock(coldkey, netuid);
        let mass = lock.map_or(0, |lock| lock.locked_mass.to_u64());
        *sums.entry(netuid).or_default() += mass;
    }
    sums
}

/// What claims have paid since there were so many events, rao.
fn claimed_since(events: u32) -> u64 {
    System::read_events_no_consensus()
        .skip(events as usize)
        .filter_map(|record| match record.event {
            RuntimeEvent::SubtensorModule(Event::RootClaimed { tao, .. }) => Some(tao.to_u64()),
            _ => None,
        })
        .sum()
}
