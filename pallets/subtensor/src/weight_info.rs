//! Provisional weights: derived from counted reads and writes and measured engine time, until
//! benchmarks replace them. Each value is one function of `WeightInfo`; nothing else in the crate
//! states a weight.

#[cfg(test)]
pub(crate) mod tests;

use core::marker::PhantomData;

use frame_support::{
    traits::Get,
    weights::{RuntimeDbWeight, Weight},
};

use crate::{
    children::MAX_PARENTS,
    consensus,
    locks::MAX_LOCK_LEADERS,
    neurons, shares, staking,
    weights::{MAX_COMMIT_BYTES, MAX_QUEUED_COMMITS},
};

/// Picoseconds the consensus engine needs for one pair of uids.
const ENGINE_PS_PER_PAIR: u64 = 100_000;
/// Picoseconds the engine of Null consensus needs for one uid of one mechanism.
const ENGINE_PS_PER_UID: u64 = 2_000_000;

/// Weights of the calls and hooks.
pub trait WeightInfo {
    /// Whether voting power is followed, how, and until when.
    fn set_tracking() -> Weight;
    /// Following the voting power of `validators` hotkeys in an epoch, where `powers` had some, or
    /// ending that.
    fn voting_power(powers: u32, validators: u32) -> Weight;
    /// Seeing whether voting power is to be erased.
    fn look_for_erasures() -> Weight;
    /// Erasing the voting power of a hotkey.
    fn erase_voting_power() -> Weight;
    /// Everything of a block but its epochs, for `subnets` subnets of which `eligible` are emitted
    /// to.
    fn block_step(subnets: u32, eligible: u32) -> Weight;
    /// Injecting what was kept for `pools` pools before, or keeping something for them.
    fn reservoirs(pools: u32) -> Weight;
    /// One epoch of a subnet with `uids` neurons, in which the stake of `stakers` hotkeys counts,
    /// and the payout of its owner and miners.
    fn epoch(uids: u32, stakers: u32) -> Weight;
    /// The same of an epoch of Null consensus.
    fn null_epoch(uids: u32, stakers: u32) -> Weight;
    /// Dividing dividends among `hotkeys` hotkeys after their epoch, and queueing them.
    fn divide_dividends(hotkeys: u32) -> Weight;
    /// Finding which payouts are under way, and remembering how far they have come.
    fn payouts() -> Weight;
    /// Removing the row of a dividend of the last epoch.
    fn forget_dividend() -> Weight;
    /// Taking a piece of a payout, and putting back what is left of it.
    fn payout_piece() -> Weight;
    /// Paying dividends to `hotkeys` hotkeys.
    fn pay_dividends(hotkeys: u32) -> Weight;
    /// Opening a leased subnet and dividing a crowdloan among `contributors`.
    fn register_leased_network(contributors: u32) -> Weight;
    /// Ending a lease of so many `contributors`, but for paying them.
    fn terminate_lease(contributors: u32) -> Weight;
    /// Finding which leases are being paid out, and which of `leases` have something to pay.
    fn look_for_lease_payouts(leases: u32) -> Weight;
    /// Looking at the lease of a subnet.
    fn look_at_lease() -> Weight;
    /// Dividing the pot of a lease of so many `contributors`, and paying the beneficiary.
    fn open_lease_pot(contributors: u32) -> Weight;
    /// Paying what a lease owes a contributor, or finding that nobody is owed more; where
    /// something of the lease `is_locked`, with the locks.
    fn pay_lease_dividend(is_locked: bool) -> Weight;
    /// Giving the beneficiary what is left of a lease of so many `contributors`, and forgetting it.
    fn end_lease(contributors: u32) -> Weight;
    /// Finding the next queue of root dividends, of which `queued` wait.
    fn find_queue(queued: u32) -> Weight;
    /// Going on to `funds` funds with `rows` holdings in the sweep that moves their index.
    fn sweep_index(funds: u32, rows: u32) -> Weight;
    /// Taking `credits` root dividends into a fund with `rows` holdings, and what root stake counts
    /// for in it.
    fn flush_fund(credits: u32, rows: u32) -> Weight;
    /// Claiming on funds, of which `units` are hotkeys and holdings, after `credits` root dividends
    /// and a look at `hotkeys` hotkeys of the coldkey.
    fn claim_root(hotkeys: u32, units: u32, credits: u32) -> Weight;
    /// Buying shares of a fund with `rows` holdings.
    fn stake_into_basket(rows: u32) -> Weight;
    /// Making `legs` trades of a fund with `rows` holdings.
    fn swap_basket(legs: u32, rows: u32) -> Weight;
    /// Paying a fund for a holding on a dissolved subnet.
    fn dissolve_holding() -> Weight;
    /// Finding what is to be dissolved, and which creation waits.
    fn dissolution() -> Weight;
    /// Removing a row, and what refers to it.
    fn erase_row() -> Weight;
    /// Removing the stake on a hotkey, which may be a parent elsewhere.
    fn erase_pool() -> Weight;
    /// Paying for a position and removing it.
    fn dissolve_position() -> Weight;
    /// Removing what is known of an account.
    fn erase_account() -> Weight;
    /// Removing a neuron of a subnet of `mechanisms` mechanisms.
    fn erase_neuron(mechanisms: u32) -> Weight;
    /// Removing all rows of a mechanism but for weights.
    fn erase_mechanism() -> Weight;
    /// Removing every single value of a subnet.
    fn erase_values() -> Weight;
    /// Removing the bonds on a hotkey, from the rows of all uids of all mechanisms.
    fn reset_bonds() -> Weight;
    /// Stopping a subnet: what waits there for the funds on root is recycled.
    fn stop_subnet() -> Weight;
    /// Looking for the subnet to dissolve.
    fn find_subnet_to_prune() -> Weight;
    /// What a coldkey or an owner says, with a look at `hotkeys` hotkeys of the coldkey.
    fn set_identity(hotkeys: u32) -> Weight;
    /// Staking on one subnet.
    fn add_stake() -> Weight;
    /// Unstaking from one subnet, with a look at what is left.
    fn remove_stake() -> Weight;
    /// Unstaking from `subnets` subnets.
    fn unstake_all(subnets: u32) -> Weight;
    /// Moving stake at the market price.
    fn relocate_stake() -> Weight;
    /// Moving stake up to a limit on the ratio of two prices.
    fn relocate_stake_limit() -> Weight;
    /// Finding out how much of a coldkey's stake on a subnet its lock holds back.
    fn look_at_lock() -> Weight;
    /// Locking stake, with a look at what the coldkey has.
    fn lock_stake() -> Weight;
    /// Taking a lock out of the sum of one hotkey, and into that of another.
    fn move_lock() -> Weight;
    /// A lock that stays, or decays from now on.
    fn set_perpetual_lock() -> Weight;
    /// What a coldkey says about locked alpha of others.
    fn set_account_flag() -> Weight;
    /// Changing the locks of both coldkeys between which stake moves within a subnet.
    fn transfer_lock() -> Weight;
    /// Finding that no locks follow a hotkey.
    fn no_lock_moves() -> Weight;
    /// Letting so many locks follow a hotkey that was swapped.
    fn move_locks(locks: u32) -> Weight;
    /// Seeing whether a hotkey has won a subnet.
    fn look_for_takeover() -> Weight;
    /// Giving a subnet to another owner, whose hotkey is registered after a look at `compared`
    /// uids.
    fn take_over(compared: u32) -> Weight;
    /// Trying to sell a nomination that became too small.
    fn clear_nomination() -> Weight;
    /// Paying a fee in alpha.
    fn alpha_fee() -> Weight;
    /// Finding that no nominations are being swept.
    fn no_sweep() -> Weight;
    /// Beginning and ending a block's part of the sweep of nominations.
    fn sweep() -> Weight;
    /// Going on to a list of positions.
    fn sweep_list() -> Weight;
    /// Looking at a position, and trying to sell it if it `is_small`.
    fn sweep_position(is_small: bool) -> Weight;
    /// Naming a hotkey for auto-stake, which so many coldkeys may have named that one gives way
    /// (`is_full`).
    fn set_auto_stake(is_full: bool) -> Weight;
    /// Recycling or burning stake.
    fn destroy_alpha() -> Weight;
    /// A change of a delegate take.
    fn change_take() -> Weight;
    /// Naming `children`, with the value of stake on `subnets` subnets and `rivals` other parents
    /// to compare.
    fn set_children(children: u32, subnets: u32, rivals: u32) -> Weight;
    /// The take of a child key.
    fn set_childkey_take() -> Weight;
    /// Opting in or out as a parent of the owners of subnets.
    fn set_auto_parent_delegation() -> Weight;
    /// Starting or going on to walk the pending children of `subnets` subnets.
    fn walk_pending_children(subnets: u32) -> Weight;
    /// Walking over `entries` pending children, of which `applied` were due and had `rivals` to
    /// compare.
    fn apply_pending_children(entries: u32, applied: u32, rivals: u32) -> Weight;
    /// Valuing `rows` stakes of hotkeys on subnets, with a look at the prices of `prices` subnets.
    fn value_stakes(rows: u32, prices: u32) -> Weight;
    /// Seeing whether stake of parents is to be valued, and remembering whose was.
    fn look_for_parents() -> Weight;
    /// Suspending a parent, or not, by the value of its `rows` stakes at `prices` prices.
    fn check_parent(rows: u32, prices: u32) -> Weight;
    /// Finding a parent that is suspended, and ending that.
    fn lift_suspension() -> Weight;
    /// A value of the chain, set by root.
    fn set_rule() -> Weight;
    /// Weights with `entries` entries.
    fn set_weights(entries: u32) -> Weight;
    /// A batch of weights or commits, but for its items.
    fn batch() -> Weight;
    /// A commit to weights by their hash.
    fn commit_weights() -> Weight;
    /// A reveal of committed weights with `entries` uids, weights and numbers of salt.
    fn reveal_weights(entries: u32) -> Weight;
    /// A commit to encrypted weights of `bytes` bytes.
    fn commit_timelocked_weights(bytes: u32) -> Weight;
    /// Seeing whether encrypted weights wait, and remembering which.
    fn look_at_waiting_commits() -> Weight;
    /// Seeing whether the time of a queue of encrypted commits has come.
    fn look_at_queue() -> Weight;
    /// Taking a queue of encrypted commits with `bytes` bytes, and putting back what is left of it.
    fn visit_commits(bytes: u32) -> Weight;
    /// Opening encrypted weights of a hotkey with `parents` parents, and setting them.
    fn reveal_commit(parents: u32) -> Weight;
    /// An announcement.
    fn serve() -> Weight;
    /// The checks of a guarded call before it enters the pool or a block.
    fn precheck() -> Weight;
    /// The same of weights with `entries` entries.
    fn precheck_weights(entries: u32) -> Weight;
    /// The same of encrypted weights, with a look at what waits under Null consensus.
    fn precheck_sealed() -> Weight;
    /// The checks of a registration by work before it enters the pool, on a full subnet.
    fn precheck_work() -> Weight;
    /// A registration by work, by replacement on a full subnet.
    fn pow_register() -> Weight;
    /// A registration; on a full subnet by replacement, after a look at `compared` uids and whose
    /// they are.
    fn burned_register(compared: u32) -> Weight;
    /// Adding to collateral, with a purchase.
    fn add_collateral() -> Weight;
    /// A floor of collateral.
    fn set_min_collateral() -> Weight;
    /// A seat on root, by replacement; on each of `subnets` subnets one hotkey becomes a parent and
    /// another one ceases to be.
    fn root_register(subnets: u32) -> Weight;
    /// A new subnet.
    fn register_network() -> Weight;
    /// Naming the owner of a hotkey.
    fn associate() -> Weight;
    /// A swap of a hotkey, at most: as much as a block has room for. What it weighs is the sum of
    /// what follows.
    fn swap_hotkey() -> Weight;
    /// The checks of a swap of a hotkey on `subnets` subnets, and looking for what there may be.
    fn look_at_swap(subnets: u32) -> Weight;
    /// Counting those who stake on a hotkey on `subnets` subnets.
    fn count_stakers(subnets: u32) -> Weight;
    /// Finding a row.
    fn look_at_position() -> Weight;
    /// Looking at pending children, which are moved if the hotkey `is_named` there.
    fn look_at_pending(is_named: bool) -> Weight;
    /// Remembering on a subnet which hotkey took the place of which.
    fn swap_lineage() -> Weight;
    /// Moving a share pool but for its positions.
    fn swap_pool() -> Weight;
    /// Moving a position; on root with what says how long it stays.
    fn swap_position(is_root: bool) -> Weight;
    /// Moving the single values of a fund, and `queued` root dividends that wait for it.
    fn swap_fund(queued: u32) -> Weight;
    /// Moving a watermark of a fund, or what it has bought of a pool.
    fn swap_watermark() -> Weight;
    /// Moving collateral.
    fn swap_collateral() -> Weight;
    /// Moving the name of a coldkey for auto-stake.
    fn swap_auto_staker() -> Weight;
    /// Moving the voting power of a hotkey.
    fn swap_voting_power() -> Weight;
    /// Moving what a hotkey was paid in the last epoch.
    fn swap_dividend() -> Weight;
    /// Naming a hotkey in the place of another in the lists of a relative, or ending the relation.
    fn swap_relative() -> Weight;
    /// Becoming the parent of the owner hotkeys of `subnets` subnets in the place of another.
    fn swap_root_lender(subnets: u32) -> Weight;
    /// Giving a uid of a subnet of `mechanisms` mechanisms to another hotkey, with what it has
    /// announced and committed.
    fn swap_neuron(mechanisms: u32) -> Weight;
    /// Announcing the swap of a coldkey, with its price.
    fn announce_coldkey_swap() -> Weight;
    /// Disputing the announced swap of a coldkey.
    fn dispute_coldkey_swap() -> Weight;
    /// Taking the announced swap of a coldkey back, or failing to swap it.
    fn clear_coldkey_swap() -> Weight;
    /// Removing the announced swap of a coldkey and the dispute about it.
    fn reset_coldkey_swap() -> Weight;
    /// Looking up how much of a coldkey there is to move.
    fn look_at_coldkey() -> Weight;
    /// Swapping a coldkey: a look at `subnets` subnets, on `touched` of which there is something to
    /// move, lists of `staked` and `owned` hotkeys, and `rows` positions and rows of collateral.
    fn swap_coldkey(subnets: u32, touched: u32, staked: u32, owned: u32, rows: u32) -> Weight;
    /// Seeing what an account may not do because of a swap that it announced.
    fn swap_guard() -> Weight;
    /// Starting a subnet.
    fn start_call() -> Weight;
    /// Seeing what a call cannot do with the hotkeys and the subnet it names.
    fn look_at_call() -> Weight;
    /// A hyperparameter set by the owner.
    fn set_hyperparameter() -> Weight;
    /// A call that does nothing any more.
    fn retired() -> Weight;
}

/// Highest limit of subnets that root can set, since weights count on it.
pub const MAX_SUBNET_LIMIT: u16 = 128;
/// Subnets that a call may have to walk: those, and root.
pub(crate) const MAX_SUBNETS: u32 = MAX_SUBNET_LIMIT as u32 + 1;
/// Uids that have rows of bonds or of commits, over all mechanisms: those of Yuma consensus.
const MAX_UIDS: u64 = consensus::MAX_UIDS as u64;
/// Uids that a call may have to walk.
const MAX_NULL_UIDS: u64 = consensus::MAX_NULL_UIDS as u64;
/// Reads of the check of the least stake for weights: the rule, who lends and borrows, the owner's
/// hotkey, how many are suspended, and the alpha and root stake of the hotkey and of all its
/// parents, and whether they are.
const MIN_STAKE_READS: u64 = 8 + 3 * (1 + MAX_PARENTS as u64);
/// Hotkeys on which the stake of a coldkey counts where it has locked some.
const MAX_POSITIONS_FOR_LOCKS: u64 = shares::MAX_POSITIONS_FOR_LOCKS as u64 + 1;
/// Most validators that root can have.
const ROOT_SEATS: u64 = neurons::ROOT_SEATS as u64;
/// Picoseconds of a pool quote.
const QUOTE_PS: u64 = 20_000_000;
/// Picoseconds of a check of a proof of work.
const SEAL_PS: u64 = 10_000_000;
/// Quotes that finding the largest move under a ratio limit takes at most.
const RATIO_SEARCH_QUOTES: u64 = 130;
/// Picoseconds of the checks of one weight.
const WEIGHT_ENTRY_PS: u64 = 100_000;

/// Picoseconds of opening encrypted weights: a pairing, a multiplication, and decoding a point.
const OPEN_PS: u64 = 2_500_000_000;
/// Picoseconds that each byte of a long value takes to be read, written and hashed.
const BYTE_PS: u64 = 1_000;
/// Bytes of the longest queue of encrypted commits.
const MAX_QUEUE_BYTES: u64 = (MAX_QUEUED_COMMITS * MAX_COMMIT_BYTES) as u64;
/// The same of the queues of an epoch of Null consensus.
const MAX_NULL_QUEUE_BYTES: u64 = 65_536;

/// Coldkeys that may have named one hotkey for auto-stake.
const MAX_AUTO_STAKERS: u64 = staking::MAX_COLDKEYS as u64;
/// Bytes of an account in a list.
const ACCOUNT_BYTES: u64 = 32;
/// Bytes of the longest identity of a subnet.
const IDENTITY_BYTES: u64 = 6_700;

/// Weights from counted database accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> ProvisionalWeights<T> {
    fn db(reads: u64, writes: u64) -> Weight {
        let prices: RuntimeDbWeight = T::DbWeight::get();
        prices.reads_writes(reads, writes)
    }

    /// Reading, writing and hashing `bytes` bytes of long values.
    fn bytes(bytes: u64) -> Weight {
        Weight::from_parts(bytes.saturating_mul(BYTE_PS), 0)
    }

    /// Writing a lock and the sum it is in, and comparing its hotkey with those that lead.
    fn change_lock() -> Weight {
        let leaders = u64::from(MAX_LOCK_LEADERS).saturating_add(1);
        Self::db(leaders.saturating_mul(3).saturating_add(16), 9)
    }

    /// The TAO value of stake on `subnets` subnets.
    fn value(subnets: u32) -> Weight {
        Self::db(u64::from(subnets).saturating_mul(6), 0)
    }
}

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    fn block_step(subnets: u32, eligible: u32) -> Weight {
        let (subnets, eligible) = (u64::from(subnets), u64::from(eligible));
        Self::db(
            subnets
                .saturating_mul(18)
                .saturating_add(eligible.saturating_mul(31))
                .saturating_add(13),
            subnets
                .saturating_mul(5)
                .saturating_add(eligible.saturating_mul(23))
                .saturating_add(5),
        )
    }

    /// Both sides and, once for all, the index.
    fn reservoirs(pools: u32) -> Weight {
        let pools = u64::from(pools);
        Self::db(pools.saturating_mul(2), pools.saturating_mul(3))
    }

    fn epoch(uids: u32, stakers: u32) -> Weight {
        let (uids, stakers) = (u64::from(uids), u64::from(stakers));
        let pairs = uids.saturating_mul(uids);
        Self::db(
            uids.saturating_mul(17)
                .saturating_add(stakers.saturating_mul(2))
                .saturating_add(42),
            uids.saturating_mul(12).saturating_add(24),
        )
        .saturating_add(Self::lock_stake())
        .saturating_add(Weight::from_parts(
            pairs.saturating_mul(ENGINE_PS_PER_PAIR),
            0,
        ))
    }

    fn null_epoch(uids: u32, stakers: u32) -> Weight {
        let (uids, stakers) = (u64::from(uids), u64::from(stakers));
        // Keys, ages and families are read, stakes valued, and everybody may be paid as a miner.
        Self::db(
            uids.saturating_mul(17)
                .saturating_add(stakers.saturating_mul(2))
                .saturating_add(90),
            uids.saturating_mul(10).saturating_add(43),
        )
        .saturating_add(Self::lock_stake())
        .saturating_add(Weight::from_parts(
            uids.saturating_mul(ENGINE_PS_PER_UID),
            0,
        ))
    }

    fn divide_dividends(hotkeys: u32) -> Weight {
        let hotkeys = u64::from(hotkeys);
        // Owners and takes; the rest was read in the epoch.
        let reads = hotkeys.saturating_mul(3).saturating_add(12);
        Self::db(reads, hotkeys.saturating_div(32).saturating_add(8))
    }

    fn payouts() -> Weight {
        Self::db(1, 1)
    }

    fn forget_dividend() -> Weight {
        Self::db(1, 1)
    }

    fn payout_piece() -> Weight {
        Self::db(1, 1)
    }

    fn pay_dividends(hotkeys: u32) -> Weight {
        let hotkeys = u64::from(hotkeys);
        Self::db(
            hotkeys.saturating_mul(23).saturating_add(1),
            hotkeys.saturating_mul(18),
        )
    }

    fn register_leased_network(contributors: u32) -> Weight {
        let contributors = u64::from(contributors);
        // The keys, the proxy and the lease; of each contributor what it gave, its account and its
        // share.
        Self::register_network().saturating_add(Self::db(
            contributors.saturating_mul(5).saturating_add(60),
            contributors.saturating_mul(3).saturating_add(24),
        ))
    }

    fn terminate_lease(contributors: u32) -> Weight {
        let rows = u64::from(contributors).saturating_mul(2);
        Self::take_over(0)
            .saturating_add(Self::open_lease_pot(contributors))
            .saturating_add(Self::end_lease(contributors))
            .saturating_add(Self::db(rows.saturating_add(20), rows.saturating_add(10)))
    }

    fn look_for_lease_payouts(leases: u32) -> Weight {
        Self::db(u64::from(leases).saturating_mul(8).saturating_add(3), 1)
    }

    fn look_at_lease() -> Weight {
        Self::db(6, 0)
    }

    fn open_lease_pot(contributors: u32) -> Weight {
        let contributors = u64::from(contributors);
        Self::db(
            contributors.saturating_mul(3).saturating_add(4),
            contributors.saturating_add(2),
        )
        .saturating_add(Self::pay_lease_dividend(true))
    }

    fn pay_lease_dividend(is_locked: bool) -> Weight {
        let paid = Self::db(34, 18).saturating_add(Weight::from_parts(QUOTE_PS, 0));
        if is_locked {
            paid.saturating_add(Self::look_at_lock())
                .saturating_add(Self::transfer_lock())
        } else {
            paid
        }
    }

    fn end_lease(contributors: u32) -> Weight {
        // Whom it owes how much; stake, locks, TAO, the hotkey, the proxy, and the lease.
        Self::pay_lease_dividend(true)
            .saturating_add(Self::look_at_lock())
            .saturating_add(Self::transfer_lock())
            .saturating_add(Self::db(
                u64::from(contributors).saturating_mul(2).saturating_add(40),
                40,
            ))
    }

    fn find_queue(queued: u32) -> Weight {
        Self::db(u64::from(queued).saturating_mul(8).saturating_add(3), 1)
    }

    fn sweep_index(funds: u32, rows: u32) -> Weight {
        let (funds, rows) = (u64::from(funds), u64::from(rows));
        let reads = funds
            .saturating_mul(10)
            .saturating_add(rows.saturating_mul(12));
        Self::db(reads.saturating_add(4), funds.saturating_add(3))
    }

    fn flush_fund(credits: u32, rows: u32) -> Weight {
        let (credits, rows) = (u64::from(credits), u64::from(rows));
        let quotes = credits.saturating_mul(2).saturating_add(rows);
        let begun = u64::from(credits > 0);
        Self::db(
            credits
                .saturating_mul(16)
                .saturating_add(rows.saturating_mul(11))
                .saturating_add(begun.saturating_mul(20))
                .saturating_add(10),
            credits
                .saturating_mul(9)
                .saturating_add(begun.saturating_mul(8))
                .saturating_add(4),
        )
        .saturating_add(Weight::from_parts(quotes.saturating_mul(QUOTE_PS), 0))
    }

    fn claim_root(hotkeys: u32, units: u32, credits: u32) -> Weight {
        let (hotkeys, units) = (u64::from(hotkeys), u64::from(units));
        // Of every hotkey also whether it is suspended, and as a parent it is to be checked.
        let sold = Self::db(units.saturating_mul(25), units.saturating_mul(18)).saturating_add(
            Weight::from_parts(units.saturating_mul(3).saturating_mul(QUOTE_PS), 0),
        );
        Self::db(hotkeys.saturating_mul(7).saturating_add(16), 4)
            .saturating_add(sold)
            .saturating_add(Self::flush_fund(credits, units as u32))
    }

    fn stake_into_basket(rows: u32) -> Weight {
        let rows = u64::from(rows);
        Self::db(
            rows.saturating_mul(14).saturating_add(34),
            rows.saturating_mul(11).saturating_add(18),
        )
        .saturating_add(Weight::from_parts(
            rows.saturating_mul(3).saturating_mul(QUOTE_PS),
            0,
        ))
    }

    fn swap_basket(legs: u32, rows: u32) -> Weight {
        let (legs, rows) = (u64::from(legs), u64::from(rows));
        let quotes = legs.saturating_mul(8).saturating_add(rows);
        Self::db(
            legs.saturating_mul(34)
                .saturating_add(rows.saturating_mul(11))
                .saturating_add(18),
            legs.saturating_mul(30).saturating_add(1),
        )
        .saturating_add(Weight::from_parts(quotes.saturating_mul(QUOTE_PS), 0))
    }

    fn dissolve_holding() -> Weight {
        Self::db(32, 21)
    }

    fn dissolution() -> Weight {
        Self::db(4, 2)
    }

    fn erase_row() -> Weight {
        Self::db(4, 7)
    }

    fn erase_pool() -> Weight {
        Self::erase_row().saturating_add(Self::db(4, 1))
    }

    fn dissolve_position() -> Weight {
        Self::db(10, 7)
    }

    fn erase_account() -> Weight {
        Self::db(10, 17)
    }

    fn erase_neuron(mechanisms: u32) -> Weight {
        Self::db(6, u64::from(mechanisms).saturating_add(12))
    }

    fn erase_mechanism() -> Weight {
        Self::db(MAX_UIDS.saturating_mul(8), MAX_UIDS.saturating_mul(8))
    }

    fn erase_values() -> Weight {
        Self::db(23, 158)
    }

    /// Read are the uid, whether resets are on, the number of mechanisms, each row and that it is
    /// the next one, and the end of each mechanism's.
    fn reset_bonds() -> Weight {
        let reads = MAX_UIDS
            .saturating_mul(2)
            .saturating_add(consensus::MAX_MECHANISMS.into())
            .saturating_add(3);
        Self::db(reads, MAX_UIDS)
    }

    fn stop_subnet() -> Weight {
        Self::db(
            ROOT_SEATS.saturating_mul(2).saturating_add(4),
            ROOT_SEATS.saturating_add(4),
        )
    }

    fn find_subnet_to_prune() -> Weight {
        Self::db(u64::from(MAX_SUBNETS).saturating_mul(4), 6)
    }

    fn set_identity(hotkeys: u32) -> Weight {
        Self::db(u64::from(hotkeys).saturating_add(4), 1)
    }

    fn add_stake() -> Weight {
        Self::db(26, 18).saturating_add(Weight::from_parts(QUOTE_PS, 0))
    }

    fn remove_stake() -> Weight {
        Self::db(32, 19).saturating_add(Weight::from_parts(QUOTE_PS.saturating_mul(2), 0))
    }

    fn unstake_all(subnets: u32) -> Weight {
        Self::remove_stake()
            .saturating_mul(subnets.into())
            .saturating_add(Self::add_stake())
    }

    fn relocate_stake() -> Weight {
        Self::db(52, 36).saturating_add(Weight::from_parts(QUOTE_PS.saturating_mul(3), 0))
    }

    fn relocate_stake_limit() -> Weight {
        let search = QUOTE_PS.saturating_mul(RATIO_SEARCH_QUOTES);
        Self::relocate_stake().saturating_add(Weight::from_parts(search, 0))
    }

    fn look_at_lock() -> Weight {
        // What a lock is, and the stake on the hotkeys that count.
        let stakes = MAX_POSITIONS_FOR_LOCKS.saturating_mul(5);
        Self::db(stakes.saturating_add(10), 0)
    }

    fn lock_stake() -> Weight {
        Self::look_at_lock().saturating_add(Self::change_lock())
    }

    fn move_lock() -> Weight {
        // Out of one sum and into another.
        Self::change_lock().saturating_add(Self::db(14, 6))
    }

    fn set_perpetual_lock() -> Weight {
        Self::change_lock().saturating_add(Self::db(12, 4))
    }

    fn set_account_flag() -> Weight {
        Self::db(1, 1)
    }

    fn transfer_lock() -> Weight {
        // The other lock has a row and a sum of its own.
        Self::change_lock().saturating_add(Self::db(16, 8))
    }

    fn no_lock_moves() -> Weight {
        Self::db(1, 0)
    }

    fn move_locks(locks: u32) -> Weight {
        // Rows and flags; the sums are the same for all.
        let locks = u64::from(locks);
        Self::db(locks.saturating_mul(5), locks.saturating_mul(5))
            .saturating_add(Self::change_lock())
            .saturating_add(Self::db(16, 10))
    }

    fn look_for_takeover() -> Weight {
        let leaders = u64::from(MAX_LOCK_LEADERS).saturating_add(1);
        Self::db(leaders.saturating_mul(3).saturating_add(14), 0)
    }

    fn take_over(compared: u32) -> Weight {
        // Every parent with a seat on root follows to the new owner's hotkey.
        let walked = u64::from(compared).saturating_mul(2);
        let parents = u64::from(MAX_PARENTS);
        Self::db(
            walked
                .saturating_add(parents)
                .saturating_add(ROOT_SEATS.saturating_mul(2))
                .saturating_add(74),
            ROOT_SEATS.saturating_mul(3).saturating_add(58),
        )
    }

    fn clear_nomination() -> Weight {
        // The rule, the lock and a sale.
        Self::db(3, 0)
            .saturating_add(Self::look_at_lock())
            .saturating_add(Self::remove_stake())
    }

    fn alpha_fee() -> Weight {
        Self::look_at_lock().saturating_add(Self::remove_stake())
    }

    fn no_sweep() -> Weight {
        Self::db(1, 0)
    }

    fn sweep() -> Weight {
        Self::db(2, 1)
    }

    fn sweep_list() -> Weight {
        Self::db(2, 0)
    }

    fn sweep_position(is_small: bool) -> Weight {
        let look = Self::db(11, 0);
        if is_small {
            look.saturating_add(Self::clear_nomination())
        } else {
            look
        }
    }

    fn set_auto_stake(is_full: bool) -> Weight {
        let plain = Self::db(8, 6);
        if is_full {
            // Everybody's owner.
            plain.saturating_add(Self::db(
                MAX_NULL_UIDS.saturating_mul(2).saturating_add(1),
                1,
            ))
        } else {
            plain
        }
    }

    fn destroy_alpha() -> Weight {
        Self::db(23, 15)
    }

    fn change_take() -> Weight {
        Self::db(8, 2)
    }

    fn set_children(children: u32, subnets: u32, rivals: u32) -> Weight {
        let children = u64::from(children);
        // Every new child may push another parent out, and five old ones may go.
        let reads = children.saturating_mul(4).saturating_add(24);
        Self::db(reads, children.saturating_mul(3).saturating_add(14))
            .saturating_add(Self::value(subnets))
            .saturating_add(Self::db(u64::from(rivals).saturating_mul(3), 0))
    }

    fn set_childkey_take() -> Weight {
        Self::db(10, 3)
    }

    fn set_auto_parent_delegation() -> Weight {
        Self::db(1, 1)
    }

    fn walk_pending_children(subnets: u32) -> Weight {
        let subnets = u64::from(subnets);
        Self::db(subnets.saturating_mul(2).saturating_add(1), subnets)
    }

    fn apply_pending_children(entries: u32, applied: u32, rivals: u32) -> Weight {
        let (entries, applied) = (u64::from(entries), u64::from(applied));
        let compared = u64::from(rivals).saturating_mul(3);
        Self::db(entries.saturating_mul(2).saturating_add(compared), 0)
            .saturating_add(Self::db(40, 26).saturating_mul(applied))
    }

    fn value_stakes(rows: u32, prices: u32) -> Weight {
        let (rows, prices) = (u64::from(rows), u64::from(prices));
        let reads = rows
            .saturating_mul(2)
            .saturating_add(prices.saturating_mul(4));
        Self::db(reads, 0)
    }

    fn look_for_parents() -> Weight {
        Self::db(6, 1)
    }

    /// Read are the threshold, root stake, the end of the list of stakes, the flag, how many there
    /// are, and which entry is the next.
    fn check_parent(rows: u32, prices: u32) -> Weight {
        Self::db(7, 3).saturating_add(Self::value_stakes(rows, prices))
    }

    fn lift_suspension() -> Weight {
        Self::db(3, 2)
    }

    fn set_rule() -> Weight {
        Self::db(0, 1)
    }

    fn set_weights(entries: u32) -> Weight {
        Self::db(MIN_STAKE_READS.saturating_add(18), 2).saturating_add(Weight::from_parts(
            WEIGHT_ENTRY_PS.saturating_mul(entries.into()),
            0,
        ))
    }

    fn batch() -> Weight {
        Self::db(2, 0)
    }

    fn commit_weights() -> Weight {
        Self::db(MIN_STAKE_READS.saturating_add(20), 2)
    }

    fn reveal_weights(entries: u32) -> Weight {
        Self::set_weights(entries).saturating_add(Self::db(6, 1))
    }

    fn commit_timelocked_weights(bytes: u32) -> Weight {
        // The queue and its outline are extended, whatever is in them. Under Null consensus queues
        // of all mechanisms are read, and where they are full, the stake of who committed before in
        // the epoch: whoever validated until it, and whoever does since.
        let rivals = MIN_STAKE_READS.saturating_mul(2);
        let mechanisms = u64::from(consensus::MAX_MECHANISMS);
        let reads = MIN_STAKE_READS
            .saturating_add(rivals)
            .saturating_add(mechanisms)
            .saturating_add(32);
        Self::db(reads, mechanisms.saturating_mul(2).saturating_add(4))
            .saturating_add(Self::bytes(bytes.into()))
            .saturating_add(Self::bytes(MAX_QUEUE_BYTES))
    }

    fn look_at_waiting_commits() -> Weight {
        Self::db(3, 2)
    }

    /// Read are the epoch, the reveal period, and what says whether an epoch is due.
    fn look_at_queue() -> Weight {
        Self::db(6, 0)
    }

    /// The queue and its outline.
    fn visit_commits(bytes: u32) -> Weight {
        Self::db(2, 2).saturating_add(Self::bytes(u64::from(bytes).saturating_mul(2)))
    }

    fn reveal_commit(parents: u32) -> Weight {
        let stakes = u64::from(parents).saturating_add(1).saturating_mul(3);
        let entries = WEIGHT_ENTRY_PS.saturating_mul(MAX_NULL_UIDS);
        Self::db(stakes.saturating_add(28), 2)
            .saturating_add(Weight::from_parts(OPEN_PS.saturating_add(entries), 0))
    }

    fn serve() -> Weight {
        Self::db(4, 2)
    }

    fn precheck_sealed() -> Weight {
        let reads = MIN_STAKE_READS.saturating_mul(3).saturating_add(50);
        Self::db(reads, 1).saturating_add(Self::bytes(MAX_NULL_QUEUE_BYTES))
    }

    fn precheck() -> Weight {
        Self::db(14, 1)
    }

    fn precheck_weights(entries: u32) -> Weight {
        Self::db(MIN_STAKE_READS.saturating_add(20), 1).saturating_add(Weight::from_parts(
            WEIGHT_ENTRY_PS.saturating_mul(entries.into()),
            0,
        ))
    }

    fn precheck_work() -> Weight {
        // When everybody registered, and which of them are the owner's.
        let walked = MAX_NULL_UIDS.saturating_mul(2);
        Self::db(walked.saturating_add(36), 1).saturating_add(Weight::from_parts(SEAL_PS, 0))
    }

    fn pow_register() -> Weight {
        Self::precheck_work().saturating_add(Self::db(12, 32))
    }

    fn burned_register(compared: u32) -> Weight {
        let walked = u64::from(compared).saturating_mul(2);
        // With a first stake, and its row of collateral.
        Self::db(walked.saturating_add(72), 56).saturating_add(Weight::from_parts(QUOTE_PS, 0))
    }

    fn add_collateral() -> Weight {
        // The row, the sum, the list and the moving price; the limit is quoted by itself.
        Self::add_stake()
            .saturating_add(Self::look_at_lock())
            .saturating_add(Self::db(8, 3))
            .saturating_add(Weight::from_parts(QUOTE_PS, 0))
    }

    fn set_min_collateral() -> Weight {
        Self::db(6, 2)
    }

    fn root_register(subnets: u32) -> Weight {
        let subnets = u64::from(subnets);
        Self::db(
            ROOT_SEATS
                .saturating_mul(3)
                .saturating_add(subnets.saturating_mul(8))
                .saturating_add(41),
            subnets.saturating_mul(6).saturating_add(36),
        )
        .saturating_add(Self::flush_fund(MAX_SUBNETS.saturating_sub(1), MAX_SUBNETS))
    }

    fn register_network() -> Weight {
        // Prices and symbols of all subnets are read, and every root validator becomes a parent.
        Self::db(
            u64::from(MAX_SUBNETS)
                .saturating_mul(10)
                .saturating_add(ROOT_SEATS.saturating_mul(6))
                .saturating_add(40),
            ROOT_SEATS.saturating_mul(4).saturating_add(60),
        )
    }

    fn associate() -> Weight {
        Self::db(3, 3)
    }

    fn swap_hotkey() -> Weight {
        Self::db(32_000, 16_000)
    }

    fn look_at_swap(subnets: u32) -> Weight {
        let subnets = u64::from(subnets);
        Self::db(subnets.saturating_mul(40).saturating_add(40), 20)
    }

    fn count_stakers(subnets: u32) -> Weight {
        // Finding each, whether it exists, and its number.
        Self::db(u64::from(subnets).saturating_mul(3).saturating_add(12), 0)
    }

    fn look_at_position() -> Weight {
        Self::db(1, 0)
    }

    fn look_at_pending(is_named: bool) -> Weight {
        if is_named {
            Self::db(6, 5)
        } else {
            Self::db(2, 0)
        }
    }

    fn swap_lineage() -> Weight {
        Self::db(6, 7)
    }

    fn swap_pool() -> Weight {
        Self::db(12, 13)
    }

    fn swap_position(is_root: bool) -> Weight {
        if is_root {
            Self::db(9, 6)
        } else {
            Self::db(7, 4)
        }
    }

    fn swap_fund(queued: u32) -> Weight {
        let queued = u64::from(queued);
        Self::db(
            queued.saturating_mul(3).saturating_add(20),
            queued.saturating_mul(2).saturating_add(18),
        )
    }

    fn swap_watermark() -> Weight {
        Self::db(6, 3)
    }

    fn swap_collateral() -> Weight {
        Self::db(10, 6)
    }

    fn swap_auto_staker() -> Weight {
        Self::db(2, 2)
    }

    fn swap_voting_power() -> Weight {
        Self::db(3, 3)
    }

    fn swap_dividend() -> Weight {
        Self::db(3, 2)
    }

    fn swap_relative() -> Weight {
        Self::db(3, 4)
    }

    fn swap_root_lender(subnets: u32) -> Weight {
        let subnets = u64::from(subnets);
        Self::db(
            subnets.saturating_mul(10).saturating_add(6),
            subnets.saturating_mul(8).saturating_add(2),
        )
    }

    fn swap_neuron(mechanisms: u32) -> Weight {
        let mechanisms = u64::from(mechanisms);
        Self::db(
            mechanisms.saturating_add(8),
            mechanisms.saturating_mul(2).saturating_add(11),
        )
    }

    fn announce_coldkey_swap() -> Weight {
        // The announcement, the dispute, a delay, and the price.
        Self::db(7, 4)
    }

    fn dispute_coldkey_swap() -> Weight {
        Self::db(2, 1)
    }

    fn clear_coldkey_swap() -> Weight {
        Self::db(3, 2)
    }

    fn reset_coldkey_swap() -> Weight {
        Self::db(0, 2)
    }

    /// Read are the lists of hotkeys, and of each subnet that it exists and is the next one, whose
    /// it is, the lists of positions and of collateral, the hotkey for auto-stake, the lock, and
    /// its lease with share and debt.
    fn look_at_coldkey() -> Weight {
        Self::db(
            u64::from(MAX_SUBNETS).saturating_mul(14).saturating_add(6),
            0,
        )
    }

    fn swap_coldkey(subnets: u32, touched: u32, staked: u32, owned: u32, rows: u32) -> Weight {
        let [subnets, touched, staked, owned, rows] =
            [subnets, touched, staked, owned, rows].map(u64::from);
        // Where there is something: the other's lists and sums, its names, the owner's uses, the
        // lock with the sums that it is part of.
        let on_subnets = Self::db(
            subnets
                .saturating_mul(17)
                .saturating_add(touched.saturating_mul(48)),
            touched.saturating_mul(54),
        );
        // Watermarks and root stake; owners; shares and collateral, of the old key and of the new.
        let of_lists = Self::db(
            staked
                .saturating_mul(2)
                .saturating_add(rows.saturating_mul(2)),
            staked
                .saturating_mul(4)
                .saturating_add(owned)
                .saturating_add(rows.saturating_mul(2)),
        );
        // Creations that wait, each with its row of escrow; accounts, lists, line and announcement.
        let waiting = u64::from(MAX_SUBNET_LIMIT);
        let accounts = staked.saturating_add(owned).saturating_mul(2);
        let names = touched.saturating_mul(MAX_AUTO_STAKERS);
        let long = names
            .saturating_add(accounts)
            .saturating_mul(ACCOUNT_BYTES)
            .saturating_add(waiting.saturating_mul(IDENTITY_BYTES));
        on_subnets
            .saturating_add(of_lists)
            .saturating_add(Self::db(30, waiting.saturating_add(30)))
            .saturating_add(Self::bytes(long))
    }

    fn swap_guard() -> Weight {
        Self::db(2, 0)
    }

    fn set_hyperparameter() -> Weight {
        Self::db(9, 2)
    }

    fn look_at_call() -> Weight {
        Self::db(3, 0)
    }

    fn set_tracking() -> Weight {
        Self::db(4, 2)
    }

    fn voting_power(powers: u32, validators: u32) -> Weight {
        let (powers, validators) = (u64::from(powers), u64::from(validators));
        // The rest of what an epoch needs to know it has read before.
        Self::db(
            powers.saturating_mul(2).saturating_add(6),
            powers.saturating_add(validators).saturating_add(4),
        )
    }

    fn look_for_erasures() -> Weight {
        Self::db(2, 1)
    }

    fn erase_voting_power() -> Weight {
        Self::db(3, 2)
    }

    fn retired() -> Weight {
        Weight::zero()
    }

    fn start_call() -> Weight {
        Self::db(6, 2)
    }
}
