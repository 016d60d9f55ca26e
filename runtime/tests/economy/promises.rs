//! What a single call may not do: pay another sum for a claim than the preview says, take worth
//! from the holders of a fund, or set collateral free (spec 90 §13, §14.5).

use std::collections::BTreeMap;

use node_subtensor_runtime::{AccountId, Balances, Runtime, RuntimeCall, RuntimeEvent, System};
use pallet_subtensor::{Call as Core, Event, Funds, MinerCollateral, Subnets};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::people::TAO;

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
    events: u32,
}

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
        let now = locked();
        for (position, before) in self.locked {
            let now = now.get(&position).copied().unwrap_or_default();
            if now < before && Subnets::<Runtime>::subnet_exists(position.0) {
                return Err(format!("collateral of {before:?} became {now:?}"));
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
