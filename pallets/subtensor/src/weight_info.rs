//! What calls and hooks weigh: parts that were measured (`measured`), put together
//! (`composed`). Nothing else in the crate states a weight.

mod composed;
mod measured;
#[cfg(test)]
pub(crate) mod tests;

use frame_support::weights::Weight;

pub use composed::MeasuredWeights;

/// Highest limit of subnets that root can set, since weights count on it.
pub const MAX_SUBNET_LIMIT: u16 = 128;
/// Subnets that a call may have to walk: those, and root.
pub(crate) const MAX_SUBNETS: u32 = MAX_SUBNET_LIMIT as u32 + 1;

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
    /// A commit to encrypted weights of `bytes` bytes under Yuma consensus.
    fn commit_timelocked_weights(bytes: u32) -> Weight;
    /// The same under either consensus: among rivals there may be no room for it.
    fn commit_among_rivals(bytes: u32) -> Weight;
    /// A look at the stake of so many of a hotkey's parents.
    fn look_at_parents(parents: u32) -> Weight;
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
    /// The same of encrypted weights under Yuma consensus.
    fn precheck_sealed() -> Weight;
    /// The same under either consensus, with a look at the rivals.
    fn precheck_among_rivals() -> Weight;
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
