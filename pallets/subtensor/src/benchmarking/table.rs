//! What is measured as what. Each benchmark has the name of the weight that it says, or of a part
//! of it; the weights are put together of them in [`crate::weight_info`].

#[cfg(feature = "runtime-benchmarks")]
use super::Setup;
use super::units;
#[cfg(test)]
use super::units::Job;
#[cfg(feature = "runtime-benchmarks")]
use crate::Pallet;
#[cfg(test)]
use crate::mock::Test;

/// A benchmark as the tests see it.
#[cfg(test)]
pub(crate) struct Benchmark {
    pub name: &'static str,
    /// The least that its components can be, and the most.
    pub ranges: [&'static [u32]; 2],
    /// Prepares what is measured.
    pub prepare: fn(&[u32]) -> Job,
}

#[cfg(test)]
impl Benchmark {
    /// All its components at their least, at their most, and each of them at its most alone and at
    /// its least alone, as a regression wants them.
    pub(crate) fn corners(&self) -> Vec<Vec<u32>> {
        let ends = self.ranges.map(<[u32]>::to_vec);
        let mut corners = ends.to_vec();
        if ends[0].len() > 1 {
            for [all, other] in [[0, 1], [1, 0]] {
                corners.extend((0..ends[0].len()).map(|place| {
                    let mut corner = ends[all].clone();
                    corner[place] = ends[other][place];
                    corner
                }));
            }
        }
        corners.sort_unstable();
        corners.dedup();
        corners
    }
}

/// Benchmarks by name, with the ranges of their components, and what prepares and does them.
macro_rules! benchmarks {
    // The attribute comes from outside, so that the components which it declares are those named
    // there.
    (
        $hash:tt $attribute:tt
        $($name:ident($($component:ident: $least:literal..$most:literal),*) = $unit:ident;)*
    ) => {
        #[cfg(feature = "runtime-benchmarks")]
        $hash $attribute
        mod measured {
            use super::*;
            use crate::Config;
            use frame_benchmarking::v2::*;

            $(
                #[benchmark]
                fn $name($($component: Linear<$least, $most>),*) {
                    let run = units::$unit::$name::<T>($($component),*);
                    #[block]
                    {
                        run();
                    }
                }
            )*

            impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
        }

        /// All of them, on the mock runtime.
        #[cfg(test)]
        pub(crate) fn benchmarks() -> Vec<Benchmark> {
            vec![$(Benchmark {
                name: stringify!($name),
                ranges: [&[$($least),*], &[$($most),*]],
                prepare: |sizes| {
                    let [$($component),*] = *sizes else {
                        panic!("it has other components");
                    };
                    units::$unit::$name::<Test>($($component),*)
                },
            }),*]
        }
    };
}

benchmarks! {
    #[frame_benchmarking::v2::benchmarks(where T: Setup)]

    // Every block.
    block_step(s: 2..128) = blocks;
    block_step_emitted(e: 2..128) = blocks;
    reservoirs(p: 0..128) = blocks;
    dissolution() = blocks;
    find_subnet_to_prune() = blocks;

    // Epochs and their payout.
    epoch(u: 8..256) = epochs;
    epoch_rows(v: 1..128) = epochs;
    epoch_parents(v: 1..8) = epochs;
    null_epoch(u: 8..2500) = epochs;
    divide_dividends(v: 1..8) = epochs;
    voting_power(p: 0..256) = epochs;
    voting_power_of(v: 0..256) = epochs;
    reset_bonds() = epochs;
    forget_dividend(r: 0..256) = payouts;
    pay_dividends(h: 0..64) = payouts;

    // Subnets that are dissolved.
    erase_collateral(r: 0..64) = dissolution;
    erase_children(r: 0..64) = dissolution;
    erase_locks(r: 0..16) = dissolution;
    erase_row(r: 0..64) = dissolution;
    erase_pool(r: 0..64) = dissolution;
    dissolve_position(r: 0..64) = dissolution;
    dissolve_holding(r: 0..64) = dissolution;
    erase_account(r: 0..64) = dissolution;
    erase_neuron(m: 1..16) = dissolution;
    erase_mechanism() = dissolution;
    erase_values() = dissolution;
    stop_subnet() = dissolution;

    // Subnets that begin, and their leases.
    register_network() = calls;
    start_call() = calls;
    update_symbol() = calls;
    set_hyperparameter() = calls;
    register_leased_network(c: 2..500) = leases;
    terminate_lease(c: 2..500) = leases;
    look_for_lease_payouts(l: 0..128) = leases;
    look_at_lease() = leases;
    open_lease_pot(c: 2..500) = leases;
    pay_lease_dividend() = leases;
    pay_locked_lease_dividend() = leases;
    end_lease(c: 2..500) = leases;

    // Funds.
    find_queue(q: 0..128) = funds;
    flush_fund(c: 1..128) = funds;
    flush_fund_rows(r: 1..128) = funds;
    sweep_index(f: 0..255) = funds;
    sweep_holdings(r: 0..128) = funds;
    look_for_claims(h: 0..256) = funds;
    claim_root(r: 1..128) = funds;
    stake_into_basket(r: 1..128) = funds;
    swap_basket(l: 1..100) = funds;
    swap_basket_rows(r: 2..128) = funds;

    // Stake.
    add_stake() = calls;
    add_stake_again() = calls;
    add_root_stake() = stakes;
    remove_root_stake() = stakes;
    remove_stake() = calls;
    relocate_stake() = calls;
    relocate_stake_limit() = calls;
    destroy_alpha() = calls;
    change_take() = calls;
    set_childkey_take() = calls;
    set_auto_parent_delegation() = calls;
    set_auto_stake() = calls;
    set_full_auto_stake(u: 8..2500) = stakes;
    unstake_all(s: 2..128) = stakes;
    clear_nomination() = stakes;
    alpha_fee() = stakes;
    no_sweep() = stakes;
    sweep_lists(l: 1..16) = stakes;
    sweep_positions(p: 1..16) = stakes;

    // Locks and collateral.
    lock_stake() = calls;
    lock_more_stake() = calls;
    move_lock() = calls;
    set_perpetual_lock() = calls;
    end_perpetual_lock() = calls;
    set_account_flag() = calls;
    add_collateral() = calls;
    set_min_collateral() = calls;
    look_at_lock() = locks;
    transfer_lock() = locks;
    no_lock_moves() = locks;
    move_locks(l: 1..32) = locks;
    look_for_takeover() = locks;
    take_over(u: 64..256) = locks;

    // Child keys.
    set_children(c: 1..5, s: 2..128) = children;
    set_children_rivals(f: 0..5) = children;
    walk_pending_children(s: 0..128) = children;
    pass_pending_children(e: 0..64) = children;
    apply_pending_children(e: 0..16) = children;
    value_stakes(r: 1..128) = children;
    look_up_prices(r: 1..128) = children;
    check_parent(p: 0..64) = children;
    lift_suspension(p: 0..64) = children;

    // Neurons, and what they say and vote.
    burned_register(u: 8..2500) = neurons;
    root_register(s: 2..128) = neurons;
    pow_register(u: 8..2500) = neurons;
    serve() = calls;
    set_tracking() = calls;
    end_tracking() = calls;
    look_for_erasures() = neurons;
    erase_voting_power(r: 0..64) = neurons;
    set_identity(h: 1..1024) = neurons;
    set_subnet_identity() = calls;
    associate() = calls;
    set_rule() = calls;

    // Weights.
    set_weights(e: 1..2500) = weights;
    commit_weights() = calls;
    batch_commit_weights() = calls;
    reveal_weights(e: 1..256) = weights;
    commit_timelocked_weights(b: 100..4700) = weights;
    commit_among_rivals() = weights;
    look_at_queue(q: 0..64) = weights;
    remember_queue() = weights;
    visit_commits(b: 1..100000) = weights;
    reveal_commit(p: 0..128) = weights;
    precheck() = weights;
    precheck_take() = weights;
    precheck_weights(e: 1..2500) = weights;
    precheck_commit() = weights;
    precheck_sealed() = weights;
    precheck_among_rivals() = weights;
    look_at_parents(p: 0..128) = weights;
    precheck_work(u: 8..2500) = neurons;
    precheck_creation() = weights;

    // Hotkeys that are swapped.
    look_at_swap(s: 2..128) = swaps;
    count_stakers(s: 2..128) = swaps;
    look_at_position(r: 0..256) = swaps;
    look_at_pending(r: 0..64) = swaps;
    swap_pending(r: 0..64) = swaps;
    swap_lineage() = swaps;
    swap_position(p: 1..100) = swaps;
    swap_root_position(p: 1..100) = swaps;
    swap_fund(q: 0..128) = swaps;
    swap_watermark(r: 0..64) = swaps;
    swap_liquidity(r: 0..64) = swaps;
    swap_collateral(r: 0..64) = swaps;
    swap_auto_staker(c: 0..256) = swaps;
    swap_voting_power() = swaps;
    swap_dividend() = swaps;
    swap_relative(p: 0..128) = swaps;
    swap_root_lender(s: 2..128) = swaps;
    swap_neuron(m: 1..16) = swaps;

    // Coldkeys that are swapped.
    announce_coldkey_swap() = calls;
    dispute_coldkey_swap() = calls;
    clear_coldkey_swap() = calls;
    reset_coldkey_swap() = calls;
    look_at_coldkey() = coldkeys;
    swap_coldkey(s: 2..128) = coldkeys;
    swap_coldkey_touched(t: 0..16) = coldkeys;
    swap_coldkey_staked(s: 0..1024) = coldkeys;
    swap_coldkey_owned(o: 0..1023) = coldkeys;
    swap_coldkey_positions(p: 0..1024) = coldkeys;
    swap_coldkey_collateral(r: 0..512) = coldkeys;
    swap_coldkey_waiting(w: 0..128) = coldkeys;
    swap_guard() = coldkeys;
    look_at_call() = coldkeys;
}
