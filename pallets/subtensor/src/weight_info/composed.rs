//! Weights made of what was measured (`measured`): most are a benchmark each, the others are put
//! together of several. No figure stands here but lengths and numbers that the pallet knows.

use core::marker::PhantomData;

use frame_support::weights::Weight;

use super::{MAX_SUBNET_LIMIT, MAX_SUBNETS, WeightInfo, measured};
use crate::{
    children::MAX_PARENTS,
    consensus::{MAX_NULL_UIDS, MAX_UIDS},
};

/// Positions that a swap of a hotkey has room for: about a quarter of a block.
const MAX_SWAPPED_POSITIONS: u32 = 4_000;

/// What one more of something weighs.
fn each(of: fn(u32) -> Weight) -> Weight {
    of(1).saturating_sub(of(0))
}

/// What so many more weigh.
fn all(of: fn(u32) -> Weight, count: u32) -> Weight {
    each(of).saturating_mul(count.into())
}

/// Part of a weight.
fn part(weight: Weight, count: u64, of: u64) -> Weight {
    weight.saturating_mul(count).saturating_div(of)
}

/// Weights of this pallet as they were measured.
pub struct MeasuredWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> MeasuredWeights<T> {
    /// Stake of so many more hotkeys, most of them parents, in an epoch.
    fn stakers(count: u32) -> Weight {
        let of_validator = each(measured::epoch_parents::<T>);
        part(of_validator, count.into(), MAX_PARENTS.into())
    }

    /// Comparing so many more parents with new ones.
    fn rivals(count: u32) -> Weight {
        let of_child = each(measured::set_children_rivals::<T>);
        part(of_child, count.into(), MAX_PARENTS.into())
    }

    /// A change of root stake beside that of any stake, where nothing waits for the fund.
    fn root_change() -> Weight {
        let bought = measured::add_root_stake::<T>().saturating_sub(measured::add_stake::<T>());
        let sold = measured::remove_root_stake::<T>().saturating_sub(measured::remove_stake::<T>());
        bought.max(sold)
    }
}

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    fn set_tracking() -> Weight {
        measured::set_tracking::<T>().max(measured::end_tracking::<T>())
    }

    fn voting_power(powers: u32, validators: u32) -> Weight {
        measured::voting_power::<T>(powers)
            .saturating_add(all(measured::voting_power_of::<T>, validators))
    }

    fn look_for_erasures() -> Weight {
        measured::look_for_erasures::<T>()
    }

    fn erase_voting_power() -> Weight {
        each(measured::erase_voting_power::<T>)
    }

    fn block_step(subnets: u32, eligible: u32) -> Weight {
        measured::block_step::<T>(subnets.saturating_sub(eligible))
            .saturating_add(all(measured::block_step_emitted::<T>, eligible))
    }

    fn reservoirs(pools: u32) -> Weight {
        all(measured::reservoirs::<T>, pools)
    }

    fn epoch(uids: u32, stakers: u32) -> Weight {
        // A row was measured on a subnet of so many uids.
        let pairs = u64::from(uids).saturating_mul(uids.into());
        let rows = part(each(measured::epoch_rows::<T>), pairs, MAX_UIDS.into());
        measured::epoch::<T>(uids)
            .saturating_add(rows)
            .saturating_add(Self::stakers(stakers))
    }

    fn null_epoch(uids: u32, stakers: u32) -> Weight {
        measured::null_epoch::<T>(uids).saturating_add(Self::stakers(stakers))
    }

    fn divide_dividends(hotkeys: u32) -> Weight {
        let of_validator = each(measured::divide_dividends::<T>);
        measured::divide_dividends::<T>(0).saturating_add(part(
            of_validator,
            hotkeys.into(),
            MAX_PARENTS.into(),
        ))
    }

    fn payouts() -> Weight {
        measured::pay_dividends::<T>(0)
    }

    fn forget_dividend() -> Weight {
        each(measured::forget_dividend::<T>)
    }

    fn payout_piece() -> Weight {
        measured::pay_dividends::<T>(0)
    }

    fn pay_dividends(hotkeys: u32) -> Weight {
        all(measured::pay_dividends::<T>, hotkeys)
    }

    fn register_leased_network(contributors: u32) -> Weight {
        measured::register_leased_network::<T>(contributors)
    }

    fn terminate_lease(contributors: u32) -> Weight {
        // Where nothing is owed, it ends at once.
        measured::terminate_lease::<T>(contributors).saturating_add(measured::end_lease::<T>(0))
    }

    fn look_for_lease_payouts(leases: u32) -> Weight {
        measured::look_for_lease_payouts::<T>(leases)
    }

    fn look_at_lease() -> Weight {
        measured::look_at_lease::<T>()
    }

    fn open_lease_pot(contributors: u32) -> Weight {
        measured::open_lease_pot::<T>(contributors)
    }

    fn pay_lease_dividend(is_locked: bool) -> Weight {
        if is_locked {
            measured::pay_locked_lease_dividend::<T>()
        } else {
            measured::pay_lease_dividend::<T>()
        }
    }

    fn end_lease(contributors: u32) -> Weight {
        measured::end_lease::<T>(contributors)
    }

    fn find_queue(queued: u32) -> Weight {
        measured::find_queue::<T>(queued)
    }

    fn sweep_index(funds: u32, rows: u32) -> Weight {
        measured::sweep_index::<T>(funds).saturating_add(all(measured::sweep_holdings::<T>, rows))
    }

    fn flush_fund(credits: u32, rows: u32) -> Weight {
        let flushed = if credits > 0 {
            measured::flush_fund::<T>(credits)
                .saturating_add(all(measured::flush_fund_rows::<T>, rows))
        } else {
            Weight::zero()
        };
        flushed.saturating_add(Self::root_change())
    }

    fn claim_root(hotkeys: u32, units: u32, credits: u32) -> Weight {
        all(measured::look_for_claims::<T>, hotkeys)
            .saturating_add(measured::claim_root::<T>(units))
            .saturating_add(Self::flush_fund(credits, units))
    }

    fn stake_into_basket(rows: u32) -> Weight {
        measured::stake_into_basket::<T>(rows)
    }

    fn swap_basket(legs: u32, rows: u32) -> Weight {
        measured::swap_basket_rows::<T>(rows).saturating_add(all(measured::swap_basket::<T>, legs))
    }

    fn dissolve_holding() -> Weight {
        each(measured::dissolve_holding::<T>)
    }

    fn dissolution() -> Weight {
        measured::dissolution::<T>()
    }

    fn erase_row() -> Weight {
        [
            measured::erase_row::<T>,
            measured::erase_collateral::<T>,
            measured::erase_children::<T>,
            measured::erase_locks::<T>,
        ]
        .into_iter()
        .map(each)
        .fold(Weight::zero(), |most, other| most.max(other))
    }

    fn erase_pool() -> Weight {
        each(measured::erase_pool::<T>)
    }

    fn dissolve_position() -> Weight {
        each(measured::dissolve_position::<T>).max(measured::dissolve_position::<T>(0))
    }

    fn erase_account() -> Weight {
        each(measured::erase_account::<T>)
    }

    fn erase_neuron(mechanisms: u32) -> Weight {
        measured::erase_neuron::<T>(mechanisms)
    }

    fn erase_mechanism() -> Weight {
        measured::erase_mechanism::<T>()
    }

    fn erase_values() -> Weight {
        measured::erase_values::<T>()
    }

    fn reset_bonds() -> Weight {
        measured::reset_bonds::<T>()
    }

    fn stop_subnet() -> Weight {
        measured::stop_subnet::<T>()
    }

    fn find_subnet_to_prune() -> Weight {
        measured::find_subnet_to_prune::<T>().max(measured::update_symbol::<T>())
    }

    fn set_identity(hotkeys: u32) -> Weight {
        measured::set_identity::<T>(hotkeys).max(measured::set_subnet_identity::<T>())
    }

    fn add_stake() -> Weight {
        measured::add_stake::<T>().max(measured::add_stake_again::<T>())
    }

    fn remove_stake() -> Weight {
        measured::remove_stake::<T>()
    }

    fn unstake_all(subnets: u32) -> Weight {
        // Some stake all of it on root.
        measured::unstake_all::<T>(subnets).saturating_add(Self::add_stake())
    }

    fn relocate_stake() -> Weight {
        measured::relocate_stake::<T>()
    }

    fn relocate_stake_limit() -> Weight {
        measured::relocate_stake_limit::<T>()
    }

    fn look_at_lock() -> Weight {
        measured::look_at_lock::<T>()
    }

    fn lock_stake() -> Weight {
        measured::lock_stake::<T>().max(measured::lock_more_stake::<T>())
    }

    fn move_lock() -> Weight {
        measured::move_lock::<T>()
    }

    fn set_perpetual_lock() -> Weight {
        measured::set_perpetual_lock::<T>().max(measured::end_perpetual_lock::<T>())
    }

    fn set_account_flag() -> Weight {
        measured::set_account_flag::<T>()
    }

    fn transfer_lock() -> Weight {
        measured::transfer_lock::<T>()
    }

    fn no_lock_moves() -> Weight {
        measured::no_lock_moves::<T>()
    }

    fn move_locks(locks: u32) -> Weight {
        measured::move_locks::<T>(locks)
    }

    fn look_for_takeover() -> Weight {
        measured::look_for_takeover::<T>()
    }

    fn take_over(compared: u32) -> Weight {
        measured::take_over::<T>(compared)
    }

    fn clear_nomination() -> Weight {
        measured::clear_nomination::<T>().saturating_add(Self::look_at_lock())
    }

    fn alpha_fee() -> Weight {
        measured::alpha_fee::<T>().saturating_add(Self::look_at_lock())
    }

    fn no_sweep() -> Weight {
        measured::no_sweep::<T>()
    }

    fn sweep() -> Weight {
        measured::sweep_lists::<T>(0)
    }

    fn sweep_list() -> Weight {
        each(measured::sweep_lists::<T>)
    }

    fn sweep_position(is_small: bool) -> Weight {
        let look = each(measured::sweep_positions::<T>);
        if is_small {
            look.saturating_add(Self::clear_nomination())
        } else {
            look
        }
    }

    fn set_auto_stake(is_full: bool) -> Weight {
        if is_full {
            measured::set_full_auto_stake::<T>(MAX_NULL_UIDS.into())
        } else {
            measured::set_auto_stake::<T>()
        }
    }

    fn destroy_alpha() -> Weight {
        measured::destroy_alpha::<T>()
    }

    fn change_take() -> Weight {
        measured::change_take::<T>()
    }

    fn set_children(children: u32, subnets: u32, rivals: u32) -> Weight {
        measured::set_children::<T>(children, subnets).saturating_add(Self::rivals(rivals))
    }

    fn set_childkey_take() -> Weight {
        measured::set_childkey_take::<T>()
    }

    fn set_auto_parent_delegation() -> Weight {
        measured::set_auto_parent_delegation::<T>()
    }

    fn walk_pending_children(subnets: u32) -> Weight {
        measured::walk_pending_children::<T>(subnets)
    }

    fn apply_pending_children(entries: u32, applied: u32, rivals: u32) -> Weight {
        all(measured::pass_pending_children::<T>, entries)
            .saturating_add(all(measured::apply_pending_children::<T>, applied))
            .saturating_add(Self::rivals(rivals))
    }

    fn value_stakes(rows: u32, prices: u32) -> Weight {
        let row = each(measured::value_stakes::<T>);
        let price = each(measured::look_up_prices::<T>).saturating_sub(row);
        row.saturating_mul(rows.into())
            .saturating_add(price.saturating_mul(prices.into()))
    }

    fn look_for_parents() -> Weight {
        measured::check_parent::<T>(0)
    }

    fn check_parent(rows: u32, prices: u32) -> Weight {
        each(measured::check_parent::<T>).saturating_add(Self::value_stakes(rows, prices))
    }

    fn lift_suspension() -> Weight {
        each(measured::lift_suspension::<T>)
    }

    fn set_rule() -> Weight {
        measured::set_rule::<T>()
    }

    fn set_weights(entries: u32) -> Weight {
        measured::set_weights::<T>(entries)
    }

    fn batch() -> Weight {
        measured::batch_commit_weights::<T>().saturating_sub(measured::commit_weights::<T>())
    }

    fn commit_weights() -> Weight {
        measured::commit_weights::<T>()
    }

    fn reveal_weights(entries: u32) -> Weight {
        // Each has a uid and a weight.
        measured::reveal_weights::<T>(entries.div_ceil(2))
    }

    fn commit_timelocked_weights(bytes: u32) -> Weight {
        measured::commit_timelocked_weights::<T>(bytes)
    }

    fn commit_among_rivals(bytes: u32) -> Weight {
        Self::commit_timelocked_weights(bytes).max(measured::commit_among_rivals::<T>())
    }

    fn look_at_parents(parents: u32) -> Weight {
        all(measured::look_at_parents::<T>, parents)
    }

    fn look_at_waiting_commits() -> Weight {
        measured::look_at_queue::<T>(0).max(measured::remember_queue::<T>())
    }

    fn look_at_queue() -> Weight {
        each(measured::look_at_queue::<T>)
    }

    fn visit_commits(bytes: u32) -> Weight {
        measured::visit_commits::<T>(bytes)
    }

    fn reveal_commit(parents: u32) -> Weight {
        measured::reveal_commit::<T>(parents)
    }

    fn serve() -> Weight {
        measured::serve::<T>()
    }

    fn precheck() -> Weight {
        measured::precheck::<T>()
            .max(measured::precheck_take::<T>())
            .max(measured::precheck_creation::<T>())
    }

    fn precheck_weights(entries: u32) -> Weight {
        measured::precheck_weights::<T>(entries).max(measured::precheck_commit::<T>())
    }

    fn precheck_sealed() -> Weight {
        measured::precheck_sealed::<T>()
    }

    fn precheck_among_rivals() -> Weight {
        Self::precheck_sealed().max(measured::precheck_among_rivals::<T>())
    }

    fn precheck_work() -> Weight {
        measured::precheck_work::<T>(MAX_NULL_UIDS.into())
    }

    fn pow_register() -> Weight {
        measured::pow_register::<T>(MAX_NULL_UIDS.into())
    }

    fn burned_register(compared: u32) -> Weight {
        measured::burned_register::<T>(compared)
    }

    fn add_collateral() -> Weight {
        // What a lock holds back may serve, too.
        measured::add_collateral::<T>().saturating_add(Self::look_at_lock())
    }

    fn set_min_collateral() -> Weight {
        measured::set_min_collateral::<T>()
    }

    fn root_register(subnets: u32) -> Weight {
        measured::root_register::<T>(subnets)
            .saturating_add(Self::flush_fund(MAX_SUBNETS.saturating_sub(1), MAX_SUBNETS))
    }

    fn register_network() -> Weight {
        measured::register_network::<T>()
    }

    fn associate() -> Weight {
        measured::associate::<T>()
    }

    fn swap_hotkey() -> Weight {
        Self::look_at_swap(MAX_SUBNETS)
            .saturating_add(all(measured::swap_position::<T>, MAX_SWAPPED_POSITIONS))
    }

    fn look_at_swap(subnets: u32) -> Weight {
        measured::look_at_swap::<T>(subnets)
    }

    fn count_stakers(subnets: u32) -> Weight {
        measured::count_stakers::<T>(subnets)
    }

    fn look_at_position() -> Weight {
        each(measured::look_at_position::<T>)
    }

    fn look_at_pending(is_named: bool) -> Weight {
        if is_named {
            each(measured::swap_pending::<T>)
        } else {
            each(measured::look_at_pending::<T>)
        }
    }

    fn swap_lineage() -> Weight {
        measured::swap_lineage::<T>()
    }

    fn swap_pool() -> Weight {
        measured::swap_position::<T>(0)
    }

    fn swap_position(is_root: bool) -> Weight {
        if is_root {
            each(measured::swap_root_position::<T>)
        } else {
            each(measured::swap_position::<T>)
        }
    }

    fn swap_fund(queued: u32) -> Weight {
        measured::swap_fund::<T>(queued)
    }

    fn swap_watermark() -> Weight {
        each(measured::swap_watermark::<T>).max(each(measured::swap_liquidity::<T>))
    }

    fn swap_collateral() -> Weight {
        each(measured::swap_collateral::<T>)
    }

    fn swap_auto_staker() -> Weight {
        each(measured::swap_auto_staker::<T>)
    }

    fn swap_voting_power() -> Weight {
        measured::swap_voting_power::<T>()
    }

    fn swap_dividend() -> Weight {
        measured::swap_dividend::<T>()
    }

    fn swap_relative() -> Weight {
        each(measured::swap_relative::<T>)
    }

    fn swap_root_lender(subnets: u32) -> Weight {
        measured::swap_root_lender::<T>(subnets)
    }

    fn swap_neuron(mechanisms: u32) -> Weight {
        measured::swap_neuron::<T>(mechanisms)
    }

    fn announce_coldkey_swap() -> Weight {
        measured::announce_coldkey_swap::<T>()
    }

    fn dispute_coldkey_swap() -> Weight {
        measured::dispute_coldkey_swap::<T>()
    }

    fn clear_coldkey_swap() -> Weight {
        measured::clear_coldkey_swap::<T>()
    }

    fn reset_coldkey_swap() -> Weight {
        measured::reset_coldkey_swap::<T>()
    }

    fn look_at_coldkey() -> Weight {
        measured::look_at_coldkey::<T>()
    }

    fn swap_coldkey(subnets: u32, touched: u32, staked: u32, owned: u32, rows: u32) -> Weight {
        let row = each(measured::swap_coldkey_positions::<T>)
            .max(each(measured::swap_coldkey_collateral::<T>));
        measured::swap_coldkey::<T>(subnets)
            .saturating_add(all(measured::swap_coldkey_touched::<T>, touched))
            .saturating_add(all(measured::swap_coldkey_staked::<T>, staked))
            .saturating_add(all(measured::swap_coldkey_owned::<T>, owned))
            .saturating_add(row.saturating_mul(rows.into()))
            .saturating_add(all(
                measured::swap_coldkey_waiting::<T>,
                MAX_SUBNET_LIMIT.into(),
            ))
    }

    fn swap_guard() -> Weight {
        measured::swap_guard::<T>()
    }

    fn start_call() -> Weight {
        measured::start_call::<T>()
    }

    fn look_at_call() -> Weight {
        measured::look_at_call::<T>()
    }

    fn set_hyperparameter() -> Weight {
        measured::set_hyperparameter::<T>()
    }

    fn retired() -> Weight {
        Weight::zero()
    }
}
