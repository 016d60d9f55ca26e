//! The hotkeys of the subnet: those with a uid, and those whose stake has a part in theirs.

use std::collections::{BTreeMap, BTreeSet};

use subtensor_shares::SafeFloat;

use codec::{Decode, Encode};

use super::{
    Reader, State,
    state::{Account, last, name_of},
};
use crate::{
    problem::Problem,
    scenario::{Amount, Bits, LoanSpec, NeuronSpec, NominatorSpec, PerMember, Scenario, Share},
};

/// Keys of root.
const ROOT: [u8; 2] = [0, 0];
/// Account that holds what funds hold: `modl`, the pallet and the kind.
const ESCROW: &[u8] = b"modlsubtensrbeta/esc";

/// A share as a scenario writes it.
fn written(share: &SafeFloat) -> Result<Share, Problem> {
    let bytes = share.encode();
    let (mantissa, exponent) = <(u128, i64)>::decode(&mut bytes.as_slice())
        .map_err(|error| Problem::new("AlphaV2", error))?;
    Ok(Share {
        mantissa: mantissa.to_string(),
        exponent,
    })
}

/// The account of all funds.
fn escrow() -> Account {
    let mut account = [0; 32];
    for (slot, byte) in account.iter_mut().zip(ESCROW) {
        *slot = *byte;
    }
    account
}

/// Hash of weights that wait, epoch and block of the commit, and the block of the reveal.
type HashedCommit = ([u8; 32], u64, u64, u64);
/// Hotkeys, and to whom those of them lend that do.
type Related = (BTreeSet<Account>, Vec<(Account, Relatives)>);
/// Shares in the pools of hotkeys, by coldkey.
type Positions = BTreeMap<Account, BTreeMap<Account, SafeFloat>>;
/// Part of `u64::MAX`, and who has it.
type Relatives = Vec<(u64, Account)>;

/// What only those with a uid have.
struct Seats {
    hotkeys: Vec<Account>,
    registered: Vec<u64>,
    rows: Vec<Vec<(u16, u16)>>,
    bonds: Vec<Vec<(u16, u16)>>,
    permits: Vec<bool>,
    last_update: Vec<u64>,
    emission: Vec<u64>,
    consensus: Option<Vec<u16>>,
    commits: BTreeMap<Account, Vec<(u64, u64)>>,
}

fn at<V: Clone + Default>(list: &[V], uid: usize) -> V {
    list.get(uid).cloned().unwrap_or_default()
}

impl<S: State> Reader<'_, S> {
    fn netuid_key(&self) -> Vec<u8> {
        self.netuid.to_le_bytes().to_vec()
    }

    /// Values of many hotkeys on the subnet, or on another.
    fn by_hotkey<V: codec::Decode>(
        &self,
        item: &str,
        hotkeys: &[Account],
        netuid: &[u8],
    ) -> Result<Vec<Option<V>>, Problem> {
        let keys = hotkeys
            .iter()
            .map(|hotkey| vec![hotkey.to_vec(), netuid.to_vec()]);
        self.items.many(item, keys.collect())
    }

    /// Values of all uids.
    fn by_uid<V: codec::Decode + Default>(
        &self,
        item: &str,
        count: u16,
    ) -> Result<Vec<V>, Problem> {
        let key = |uid: u16| vec![self.netuid_key(), uid.to_le_bytes().to_vec()];
        let values = self.items.many(item, (0..count).map(key).collect())?;
        Ok(values.into_iter().map(Option::unwrap_or_default).collect())
    }

    fn seats(&self) -> Result<Seats, Problem> {
        let count: u16 = self.of_subnet("SubnetworkN")?;
        let hotkeys: Vec<Account> = self.by_uid("Keys", count)?;
        let consensus = self.if_any::<Vec<u16>>("ConsensusByMechanism")?;
        Ok(Seats {
            registered: self.by_uid("BlockAtRegistration", count)?,
            rows: self.by_uid("Weights", count)?,
            bonds: self.by_uid("Bonds", count)?,
            permits: self.of_subnet("ValidatorPermit")?,
            last_update: self.of_subnet("LastUpdate")?,
            emission: self.of_subnet("Emission")?,
            consensus: consensus.filter(|list| !list.is_empty()),
            commits: self.commits(&hotkeys)?,
            hotkeys,
        })
    }

    /// Epoch and block of the commits that wait.
    fn commits(&self, hotkeys: &[Account]) -> Result<BTreeMap<Account, Vec<(u64, u64)>>, Problem> {
        let mut commits = BTreeMap::<Account, Vec<(u64, u64)>>::new();
        let keys = hotkeys
            .iter()
            .map(|hotkey| vec![self.netuid_key(), hotkey.to_vec()]);
        let hashed: Vec<Option<Vec<HashedCommit>>> =
            self.items.many("WeightCommits", keys.collect())?;
        for (hotkey, queue) in hotkeys.iter().zip(hashed) {
            for (_, epoch, block, _) in queue.unwrap_or_default() {
                commits.entry(*hotkey).or_default().push((epoch, block));
            }
        }
        let netuid = self.netuid_key();
        let stored = self.items.keys("TimelockedCommitOutlines", &[&netuid])?;
        for epoch in stored.iter().filter_map(|key| last::<8>(key)) {
            let queue: Vec<(Account, u64)> = self
                .items
                .one("TimelockedCommitOutlines", &[&netuid, &epoch])?;
            for (hotkey, block) in queue {
                let of_hotkey = commits.entry(hotkey).or_default();
                of_hotkey.push((u64::from_le_bytes(epoch), block));
            }
        }
        Ok(commits)
    }

    /// Shares of everybody on the subnet.
    fn positions(&self, hotkeys: &BTreeSet<Account>) -> Result<Positions, Problem> {
        let netuid = self.netuid_key();
        let stored = self.items.keys("StakePositions", &[&netuid])?;
        let coldkeys: Vec<Account> = stored.iter().filter_map(|key| last(key)).collect();
        let keys = coldkeys
            .iter()
            .map(|coldkey| vec![netuid.clone(), coldkey.to_vec()]);
        let lists: Vec<Option<Vec<Account>>> = self.items.many("StakePositions", keys.collect())?;
        let pairs: Vec<(Account, Account)> = coldkeys
            .iter()
            .zip(lists)
            .flat_map(|(coldkey, list)| {
                let list = list.unwrap_or_default().into_iter();
                list.map(|hotkey| (hotkey, *coldkey))
            })
            .filter(|(hotkey, _)| hotkeys.contains(hotkey))
            .collect();
        let triples = || {
            let key = |(hotkey, coldkey): &(Account, Account)| {
                vec![hotkey.to_vec(), coldkey.to_vec(), netuid.clone()]
            };
            pairs.iter().map(key).collect::<Vec<_>>()
        };
        let shares: Vec<Option<SafeFloat>> = self.items.many("AlphaV2", triples())?;
        let stamps: Vec<Option<u64>> = self.items.many("AlphaShareEpoch", triples())?;
        let known: Vec<Account> = pairs.iter().map(|(hotkey, _)| *hotkey).collect();
        let generations = self.by_hotkey::<u64>("AlphaSharePoolEpoch", &known, &netuid)?;
        let mut positions = Positions::new();
        let rows = shares.into_iter().zip(stamps).zip(generations);
        for ((hotkey, coldkey), ((share, stamp), generation)) in pairs.iter().zip(rows) {
            // Rows of a generation that ended count for nothing.
            if stamp.unwrap_or_default() == generation.unwrap_or_default()
                && let Some(share) = share
            {
                let of_hotkey = positions.entry(*hotkey).or_default();
                of_hotkey.insert(*coldkey, share);
            }
        }
        Ok(positions)
    }

    /// Adds all hotkeys to a scenario; returns them.
    pub(super) fn neurons(&self, scenario: &mut Scenario) -> Result<BTreeSet<Account>, Problem> {
        let seats = self.seats()?;
        let netuid = self.netuid_key();
        let (hotkeys, families) = self.related(&seats.hotkeys)?;
        let all: Vec<Account> = hotkeys.iter().copied().collect();
        let mut specs = self.stakes(&all, &self.positions(&hotkeys)?)?;
        for (parent, children) in families {
            if let Some(spec) = specs.get_mut(&parent) {
                spec.lends = children
                    .into_iter()
                    .filter(|(_, child)| hotkeys.contains(child))
                    .map(|(parts, child)| LoanSpec {
                        to: name_of(&child),
                        part: Bits(parts.into()),
                    })
                    .collect();
            }
        }
        let least: u16 = self.of_subnet("MinChildkeyTakePerSubnet")?;
        let least = least.max(self.items.one("MinChildkeyTake", &[])?);
        let takes = self.by_hotkey::<u16>("ChildkeyTake", &all, &netuid)?;
        for (hotkey, take) in all.iter().zip(takes) {
            if let Some(spec) = specs.get_mut(hotkey) {
                spec.childkey_take = take.unwrap_or_default().max(least);
            }
        }
        for (uid, hotkey) in seats.hotkeys.iter().enumerate() {
            if let Some(mut spec) = specs.remove(hotkey) {
                seat(&mut spec, &seats, uid);
                let commits = seats.commits.get(hotkey);
                spec.commits = commits.cloned().unwrap_or_default();
                scenario.neurons.push(spec);
            }
        }
        scenario.neurons.extend(specs.into_values());
        Ok(hotkeys)
    }

    /// The hotkeys of uids, of the owner, those where what miners earn is staked, and all who lend
    /// to them; and to whom each lends.
    fn related(&self, seated: &[Account]) -> Result<Related, Problem> {
        let netuid = self.netuid_key();
        let mut hotkeys: BTreeSet<Account> = seated.iter().copied().collect();
        hotkeys.extend(self.owner_hotkey()?);
        let owners = self.owners(seated)?;
        hotkeys.extend(self.destinations(&owners)?.into_iter().flatten());
        let direct: Vec<Account> = hotkeys.iter().copied().collect();
        let parents = self.by_hotkey::<Relatives>("ParentKeys", &direct, &netuid)?;
        let parents = parents.into_iter().flatten().flatten();
        hotkeys.extend(parents.map(|(_, parent)| parent));
        let all: Vec<Account> = hotkeys.iter().copied().collect();
        let children = self.by_hotkey::<Relatives>("ChildKeys", &all, &netuid)?;
        let alone: Vec<Vec<Vec<u8>>> = all.iter().map(|hotkey| vec![hotkey.to_vec()]).collect();
        let suspended: Vec<Option<()>> = self.items.many("ChildkeyThresholdSuspended", alone)?;
        let families = all.into_iter().zip(children).zip(suspended);
        let families = families
            .filter(|(_, suspended)| suspended.is_none())
            .filter_map(|((hotkey, children), _)| Some((hotkey, children?)))
            .filter(|(_, children)| !children.is_empty());
        let families: Vec<(Account, Relatives)> = families.collect();
        // Whom a hotkey lends to takes from what it keeps, be it here or not.
        hotkeys.extend(
            families
                .iter()
                .flat_map(|(_, children)| children.iter().map(|(_, child)| *child)),
        );
        Ok((hotkeys, families))
    }

    fn owners(&self, hotkeys: &[Account]) -> Result<Vec<Account>, Problem> {
        let keys = hotkeys.iter().map(|hotkey| vec![hotkey.to_vec()]);
        let owners: Vec<Option<Account>> = self.items.many("Owner", keys.collect())?;
        Ok(owners.into_iter().map(Option::unwrap_or_default).collect())
    }

    fn destinations(&self, coldkeys: &[Account]) -> Result<Vec<Option<Account>>, Problem> {
        self.by_hotkey("AutoStakeDestination", coldkeys, &self.netuid_key())
    }

    /// What is staked on hotkeys.
    fn stakes(
        &self,
        hotkeys: &[Account],
        positions: &Positions,
    ) -> Result<BTreeMap<Account, NeuronSpec>, Problem> {
        let netuid = self.netuid_key();
        let alone = || {
            hotkeys
                .iter()
                .map(|hotkey| vec![hotkey.to_vec()])
                .collect::<Vec<_>>()
        };
        let alpha = self.by_hotkey::<u64>("TotalHotkeyAlpha", hotkeys, &netuid)?;
        let root = self.by_hotkey::<u64>("TotalHotkeyAlpha", hotkeys, &ROOT)?;
        let sums = self.by_hotkey::<SafeFloat>("TotalHotkeySharesV2", hotkeys, &netuid)?;
        let queued = self.by_hotkey::<u64>("PendingBasketDeposits", hotkeys, &netuid)?;
        let takes: Vec<Option<u16>> = self.items.many("Delegates", alone())?;
        let funds: Vec<Option<u64>> = self.items.many("BasketShares", alone())?;
        let seats = hotkeys
            .iter()
            .map(|hotkey| vec![ROOT.to_vec(), hotkey.to_vec()]);
        let seats: Vec<Option<u16>> = self.items.many("Uids", seats.collect())?;
        let owners = self.owners(hotkeys)?;
        let destinations = self.destinations(&owners)?;
        let mut specs = BTreeMap::new();
        for (index, hotkey) in hotkeys.iter().enumerate() {
            let owner = at(&owners, index);
            let mut spec = NeuronSpec {
                name: name_of(hotkey),
                coldkey: Some(name_of(&owner)),
                root_stake: PerMember::One(Amount(at(&root, index).unwrap_or_default())),
                take: at(&takes, index).unwrap_or_default(),
                is_neuron: false,
                is_on_root: Some(at(&seats, index).is_some()),
                queued_dividends: Amount(at(&queued, index).unwrap_or_default()),
                fund_shares: at(&funds, index).unwrap_or_default(),
                fund_root_stake: Amount(self.held_by_fund(hotkey, &root, index)?),
                auto_stake: at(&destinations, index).map(|hotkey| name_of(&hotkey)),
                ..NeuronSpec::default()
            };
            let value = at(&alpha, index).unwrap_or_default();
            let sum = at(&sums, index).unwrap_or_default();
            share_out(&mut spec, value, sum, owner, positions.get(hotkey))?;
            specs.insert(*hotkey, spec);
        }
        Ok(specs)
    }

    /// Root stake of the fund itself: only claims bring any.
    fn held_by_fund(
        &self,
        hotkey: &Account,
        root: &[Option<u64>],
        index: usize,
    ) -> Result<u64, Problem> {
        let staked = at(root, index).unwrap_or_default();
        if staked == 0 {
            return Ok(0);
        }
        let share: SafeFloat = self.items.one("AlphaV2", &[hotkey, &escrow(), &ROOT])?;
        let denominator: SafeFloat = self.items.one("TotalHotkeySharesV2", &[hotkey, &ROOT])?;
        let pool = subtensor_shares::SharePool {
            value: staked,
            denominator,
        };
        Ok(pool.value_of(share))
    }
}

/// Writes who has which share of a pool.
fn share_out(
    spec: &mut NeuronSpec,
    value: u64,
    denominator: SafeFloat,
    owner: Account,
    shares: Option<&BTreeMap<Account, SafeFloat>>,
) -> Result<(), Problem> {
    let pool = subtensor_shares::SharePool { value, denominator };
    let mut rest = value;
    for (coldkey, share) in shares.into_iter().flatten() {
        let stake = pool.value_of(*share);
        rest = rest.saturating_sub(stake);
        if *coldkey == owner {
            spec.stake = PerMember::One(Amount(stake));
            spec.share = Some(written(share)?);
            continue;
        }
        if *coldkey == escrow() {
            spec.fund = Some(name_of(coldkey));
        }
        spec.nominators.push(NominatorSpec {
            coldkey: name_of(coldkey),
            stake: Amount(stake),
            share: Some(written(share)?),
        });
    }
    spec.rest = Amount(rest);
    spec.shares = Some(written(&denominator)?);
    Ok(())
}

/// Writes what a hotkey has by its uid.
fn seat(spec: &mut NeuronSpec, seats: &Seats, uid: usize) {
    let count = seats.hotkeys.len();
    let known = |mut row: Vec<(u16, u16)>| {
        row.retain(|(target, _)| usize::from(*target) < count);
        row.sort_unstable();
        row
    };
    spec.is_neuron = true;
    spec.registered = at(&seats.registered, uid);
    spec.last_update = Some(at(&seats.last_update, uid));
    spec.permit = Some(at(&seats.permits, uid));
    spec.row = known(at(&seats.rows, uid));
    spec.bonds = known(at(&seats.bonds, uid));
    spec.emission = Amount(at(&seats.emission, uid));
    spec.consensus = seats.consensus.as_ref().map(|list| at(list, uid));
}
