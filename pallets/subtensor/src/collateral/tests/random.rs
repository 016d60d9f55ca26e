//! Random sequences of registrations, orders and income: whatever is tried, collateral is stake,
//! its sums agree, and nothing but income sets it free (spec 90 §14.5).

use frame_support::dispatch::DispatchResultWithPostInfo;
use proptest::prelude::*;
use sp_runtime::DispatchResult;

use super::*;

/// What coldkey `who`, 2 to 4, does with one of its two hotkeys; parts are in 64ths.
#[derive(Clone, Debug)]
enum Step {
    Register(u64, u64),
    Leave(u64, u64),
    Add(u64, u64, u64),
    SetMin(u64, u64, u64),
    Earn(u64, u64, u64, u64),
    Remove(u64, u64, u64),
    Move(u64, u64, u64),
    Nominate(u64, u64, u64),
    Rules(u16, u64),
    NextBlock,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (who, key) = (|| 2u64..5, || 0u64..2);
    let part = || 0u64..=64;
    let amount = || (0u32..36).prop_flat_map(|bits| (1u64 << bits)..(2u64 << bits));
    let step = prop_oneof![
        3 => (who(), key()).prop_map(|(w, h)| Step::Register(w, h)),
        1 => (who(), key()).prop_map(|(w, h)| Step::Leave(w, h)),
        3 => (who(), key(), amount()).prop_map(|(w, h, a)| Step::Add(w, h, a)),
        2 => (who(), key(), amount()).prop_map(|(w, h, a)| Step::SetMin(w, h, a)),
        5 => (who(), key(), amount(), part()).prop_map(|(w, h, a, p)| Step::Earn(w, h, a, p)),
        3 => (who(), key(), part()).prop_map(|(w, h, p)| Step::Remove(w, h, p)),
        2 => (who(), key(), part()).prop_map(|(w, h, p)| Step::Move(w, h, p)),
        2 => (who(), key(), amount()).prop_map(|(w, h, a)| Step::Nominate(w, h, a)),
        2 => (0..=62_258u16, 1..=640u64).prop_map(|(p, k)| Step::Rules(p, k)),
        1 => Just(Step::NextBlock),
    ];
    prop::collection::vec(step, 1..60)
}

fn key_of(who: u64, hotkey: u64) -> u64 {
    who * 10 + hotkey
}

/// A 64th of a position times `part`; all of it for 64.
fn part_of(netuid: NetUid, who: u64, hotkey: u64, part: u64) -> AlphaBalance {
    if part == 64 {
        return AlphaBalance::MAX;
    }
    alpha(stake(who, key_of(who, hotkey), netuid) / 64 * part)
}

/// The hotkey is paid an incentive and a dividend, of which a part is its owner's take.
fn earn(netuid: NetUid, who: u64, hotkey: u64, amount: u64, part: u64) {
    let (coldkey, hotkey) = (account(who), account(key_of(who, hotkey)));
    Ledger::<Test>::mint_alpha_out(netuid, alpha(amount));
    let take = amount / 64 * part;
    let captured =
        Collateral::<Test>::settle(netuid, &hotkey, &coldkey, alpha(amount), alpha(take));
    assert!(captured <= alpha(take));
    Shares::<Test>::increase_stake(&hotkey, &coldkey, netuid, alpha(take));
    Shares::<Test>::increase_stake_for_hotkey(&hotkey, netuid, alpha(amount - take));
}

/// Somebody takes the hotkey's uid, if it has one.
fn leave(netuid: NetUid, hotkey: &AccountId) -> DispatchResult {
    let Some(uid) = Neurons::<Test>::uid_for(netuid, hotkey) else {
        return Ok(());
    };
    let newcomer = account(1_000 + u64::from(uid));
    Neurons::<Test>::replace_neuron(netuid, uid, &newcomer, System::block_number())
}

fn nominate(netuid: NetUid, hotkey: AccountId, amount: u64) -> DispatchResultWithPostInfo {
    if amount.is_multiple_of(3) {
        let all = AlphaBalance::MAX;
        return SubtensorModule::remove_stake(signed(7), hotkey, netuid, all);
    }
    SubtensorModule::add_stake(signed(7), hotkey, netuid, tao(amount))
}

fn run(netuid: NetUid, step: &Step) -> DispatchResult {
    let ok = |result: DispatchResultWithPostInfo| result.map(|_| ()).map_err(|failed| failed.error);
    let key = |who, hotkey| account(key_of(who, hotkey));
    match *step {
        Step::Register(w, h) => ok(SubtensorModule::burned_register(
            signed(w),
            netuid,
            key(w, h),
        )),
        Step::Leave(w, h) => leave(netuid, &key(w, h)),
        Step::Add(w, h, amount) => {
            let limit = TaoBalance::MAX;
            SubtensorModule::add_collateral(signed(w), netuid, key(w, h), alpha(amount), limit)
        }
        Step::SetMin(w, h, amount) => {
            // One in a few clears it.
            let min = if amount < 64 { 0 } else { amount };
            SubtensorModule::set_min_collateral(signed(w), netuid, key(w, h), alpha(min))
        }
        Step::Earn(w, h, amount, part) => {
            earn(netuid, w, h, amount, part);
            Ok(())
        }
        Step::Remove(w, h, part) => {
            let amount = part_of(netuid, w, h, part);
            ok(SubtensorModule::remove_stake(
                signed(w),
                key(w, h),
                netuid,
                amount,
            ))
        }
        Step::Move(w, h, part) => {
            let (amount, to) = (part_of(netuid, w, h, part), key(w, 1 - h));
            ok(SubtensorModule::move_stake(
                signed(w),
                key(w, h),
                to,
                netuid,
                netuid,
                amount,
            ))
        }
        Step::Nominate(w, h, amount) => ok(nominate(netuid, key(w, h), amount)),
        Step::Rules(share, ratio) => {
            CollateralLockShare::<Test>::insert(netuid, share);
            CollateralDrainRatio::<Test>::insert(netuid, U64F64::from_ratio(ratio, 64));
            Ok(())
        }
        Step::NextBlock => {
            next_block();
            Ok(())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn only_income_sets_collateral_free(steps in steps()) {
        test(|netuid| {
            for (who, hotkey) in (2..5).flat_map(|who| [(who, 0), (who, 1)]) {
                let hotkey = account(key_of(who, hotkey));
                SubtensorModule::try_associate_hotkey(signed(who), hotkey).unwrap();
            }
            for step in &steps {
                let before: Vec<_> = MinerCollateral::<Test>::iter().collect();
                let _ = frame_support::storage::with_storage_layer(|| run(netuid, step));
                for (key, old) in before {
                    let new = MinerCollateral::<Test>::get(key);
                    let locked = new.map_or(0, |row| row.locked.to_u64());
                    let freed = old.locked.to_u64().saturating_sub(locked);
                    let earned = match step {
                        Step::Earn(_, _, amount, _) => *amount,
                        _ => 0,
                    };
                    let most = U64F64::from_num(earned).saturating_mul(old.drain_ratio).to_u64();
                    assert!(freed <= most, "{step:?} freed {freed} of {old:?}");
                    assert!(freed == 0 || locked >= old.min_locked.to_u64());
                }
                check();
            }
        });
    }
}
