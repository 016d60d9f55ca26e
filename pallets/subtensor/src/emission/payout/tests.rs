//! Payout of an epoch: pots, parents, takes, burns, remainders; every test ends with all equalities
//! of the ledger.

mod collateral;

use frame_support::{assert_ok, weights::WeightMeter};
use sp_runtime::PerU16;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{DividendParts, Pots};
use crate::{
    RecycleOrBurnEnum, consensus::Earned, emission::subnet::BlockSubnet, mock::*, pallet::*,
};

const ROOT: NetUid = NetUid::ROOT;

fn rao(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

fn stake(hotkey: u64, coldkey: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(hotkey), &account(coldkey), netuid).to_u64()
}

fn set_stake(hotkey: u64, netuid: NetUid, amount: u64) {
    TotalHotkeyAlpha::<Test>::insert(account(hotkey), netuid, rao(amount));
}

fn earned(list: &[(u64, u64, u64)]) -> Vec<Earned<AccountId>> {
    let mut earned: Vec<Earned<AccountId>> = list
        .iter()
        .map(|(hotkey, incentive, dividend)| Earned {
            hotkey: account(*hotkey),
            incentive: rao(*incentive),
            dividend: rao(*dividend),
        })
        .collect();
    earned.sort_by(|one, other| one.hotkey.cmp(&other.hotkey));
    earned
}

/// Puts alpha into the pots of a subnet, as emission does.
fn fill(netuid: NetUid, [owner, server, validator, root]: [u64; 4]) -> Pots {
    let pots = Pots {
        owner: rao(owner),
        server: rao(server),
        validator: rao(validator),
        root: rao(root),
    };
    Ledger::<Test>::mint_alpha_out(netuid, rao(owner + server + validator + root));
    pots
}

/// Divides the pots of a subnet and pays all of it.
fn pay(netuid: NetUid, pots: Pots, earned: &[Earned<AccountId>]) {
    Payout::<Test>::pay_epoch(netuid, pots, earned);
    Payout::<Test>::go_on_paying(&mut WeightMeter::new());
}

/// Runs a test on a subnet of coldkey 1 and hotkey 11; the coldkeys 2 to 5 own the hotkeys 12 to 15
/// with `stakes` (alpha and root stake) on them.
fn test(stakes: &[(u64, u64)], run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        for (number, (alpha, root)) in (2u64..).zip(stakes) {
            let (coldkey, hotkey) = (account(number), account(number + 10));
            assert_ok!(SubtensorModule::try_associate_hotkey(
                signed(number),
                hotkey.clone()
            ));
            if *alpha > 0 {
                Ledger::<Test>::mint_alpha_out(netuid, rao(*alpha));
                Shares::<Test>::increase_stake(&hotkey, &coldkey, netuid, rao(*alpha));
            }
            if *root > 0 {
                let tao = TaoBalance::new(*root);
                assert_ok!(SubtensorModule::add_stake(
                    signed(number),
                    hotkey,
                    ROOT,
                    tao
                ));
            }
        }
        run(netuid);
        check();
    });
}

/// Lets a hotkey lend all of its stake to another while something runs.
fn lending(netuid: NetUid, parent: u64, child: u64, run: impl FnOnce()) {
    let (parent, child) = (account(parent), account(child));
    ChildKeys::<Test>::insert(&parent, netuid, vec![(u64::MAX, child.clone())]);
    ParentKeys::<Test>::insert(&child, netuid, vec![(u64::MAX, parent.clone())]);
    run();
    ChildKeys::<Test>::remove(&parent, netuid);
    ParentKeys::<Test>::remove(&child, netuid);
}

/// Gives a child key a take, of 65535.
fn set_childkey_take(netuid: NetUid, hotkey: u64, take: u16) {
    Subnets::<Test>::note_account(netuid, &account(hotkey));
    ChildkeyTake::<Test>::insert(account(hotkey), netuid, PerU16::from_parts(take));
}

/// Weight of TAO, in parts of 100.
fn weigh_tao(percent: u64) {
    TaoWeight::<Test>::put(u64::MAX / 100 * percent);
}

#[test]
fn pots_are_divided_by_dividends_as_in_the_vectors_of_10_13_4() {
    new_test_ext().execute_with(|| {
        let netuid = NetUid::new(1);
        TaoWeight::<Test>::put(u64::MAX);
        for (hotkey, root) in [(12, 2_000_000_000), (13, 1_000_000_000)] {
            set_stake(hotkey, netuid, 1_000_000_000);
            set_stake(hotkey, ROOT, root);
        }
        let list = earned(&[(12, 0, 600_000_000), (13, 0, 400_000_000)]);
        let dividends = DividendParts::<Test>::gather(netuid, &list);
        let alpha =
            Payout::<Test>::divide_dividends(netuid, rao(1_000_000_000), &dividends, |s| s.alpha);
        let root =
            Payout::<Test>::divide_dividends(netuid, rao(200_000_000), &dividends, |s| s.root);
        let near = |parts: &[AlphaBalance], expected: [u64; 2], slack: u64| {
            for (part, expected) in parts.iter().zip(expected) {
                assert!(
                    part.to_u64().abs_diff(expected) <= slack,
                    "{part:?} {expected}"
                );
            }
        };
        near(&alpha.0, [500_000_000, 499_999_999], 1);
        near(&root.0, [133_333_333, 66_666_666], 1);

        weigh_tao(18);
        for (hotkey, alpha, root) in [(12, 4_859_302, 2_342_352), (13, 23_423, 859_273)] {
            set_stake(hotkey, netuid, alpha);
            set_stake(hotkey, ROOT, root);
        }
        let list = earned(&[(12, 0, 77_783_738), (13, 0, 19_283_940)]);
        let dividends = DividendParts::<Test>::gather(netuid, &list);
        let alpha =
            Payout::<Test>::divide_dividends(netuid, rao(183_123_567_452), &dividends, |s| s.alpha);
        let root =
            Payout::<Test>::divide_dividends(netuid, rao(837_120_949_872), &dividends, |s| s.root);
        // The chapter rounds shares to 2^-32.
        near(&alpha.0, [176_856_534_496, 6_267_032_912], 5_000);
        near(&root.0, [226_443_796_624, 610_677_153_052], 5_000);
        let whole: u64 = alpha.0.iter().map(|part| part.to_u64()).sum();
        assert_eq!(whole + alpha.1.to_u64(), 183_123_567_452);
    });
}

#[test]
fn parents_are_paid_for_what_they_lend_and_the_child_takes_its_take() {
    test(&[(TAO, 0), (0, 0)], |netuid| {
        set_childkey_take(netuid, 13, 6_553);
        Delegates::<Test>::insert(account(12), PerU16::zero());
        let pots = fill(netuid, [0, 0, TAO, 0]);
        lending(netuid, 12, 13, || {
            pay(netuid, pots, &earned(&[(13, 0, TAO)]));
        });
        let paid = stake(12, 2, netuid) - TAO;
        assert!(paid.abs_diff(900_007_629) <= 1, "{paid}");
        assert!(stake(13, 3, netuid).abs_diff(99_992_370) <= 1);
        // The parent has no uid and still gets a row.
        let row = AlphaDividendsPerSubnet::<Test>::get(netuid, account(12));
        assert!(row.to_u64().abs_diff(900_007_629) <= 1);
    });
}

#[test]
fn a_parent_that_is_suspended_earns_nothing_and_keeps_its_own() {
    test(&[(TAO, 0), (TAO, 0)], |netuid| {
        Delegates::<Test>::insert(account(12), PerU16::zero());
        ChildkeyThresholdSuspended::<Test>::insert(account(12), ());
        let pots = fill(netuid, [0, 0, 2 * TAO, 0]);
        lending(netuid, 12, 13, || {
            // Each validates with its own stake.
            pay(netuid, pots, &earned(&[(12, 0, TAO), (13, 0, TAO)]));
        });
        for (hotkey, coldkey) in [(12, 2), (13, 3)] {
            assert!(stake(hotkey, coldkey, netuid).abs_diff(2 * TAO) <= 1);
        }
    });
}

#[test]
fn what_child_keys_burn_is_a_part_of_the_pot() {
    test(&[(TAO, 0), (0, 0)], |netuid| {
        CKBurn::<Test>::put(u64::MAX / 10);
        let before = Ledger::<Test>::alpha_issuance(netuid).to_u64();
        let pots = fill(netuid, [0, 0, TAO, 0]);
        lending(netuid, 12, 13, || {
            pay(netuid, pots, &earned(&[(13, 0, TAO)]));
        });
        let kept = Ledger::<Test>::alpha_issuance(netuid).to_u64() - before;
        assert!(kept.abs_diff(TAO / 10 * 9) <= 2, "{kept}");
        assert!((stake(12, 2, netuid) - TAO).abs_diff(TAO / 10 * 9) <= 2);
        assert!(
            stake(13, 3, netuid) <= 1,
            "without a take the child has nothing"
        );
    });
}

#[test]
fn parents_of_the_same_owner_pay_nothing() {
    test(&[(TAO, 0)], |netuid| {
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(2),
            account(22)
        ));
        set_childkey_take(netuid, 22, 11_796);
        CKBurn::<Test>::put(u64::MAX / 2);
        let pots = fill(netuid, [0, 0, TAO, 0]);
        lending(netuid, 12, 22, || {
            pay(netuid, pots, &earned(&[(22, 0, TAO)]));
        });
        assert!(stake(12, 2, netuid).abs_diff(2 * TAO) <= 1);
        assert_eq!(stake(22, 2, netuid), 0);
    });
}

#[test]
fn miners_get_their_pot_to_the_rao_and_zeros_leave_no_trace() {
    test(&[(TAO, 0), (0, 0), (0, 0), (0, 0)], |netuid| {
        Delegates::<Test>::insert(account(12), PerU16::zero());
        // Incentives that sum to more than the pot, and owner without a part.
        let list = earned(&[(12, 0, 900), (13, 400, 0), (14, 400, 0), (15, 0, 0)]);
        let pots = fill(netuid, [7, 1_001, 1_000, 0]);
        let before = stake(11, 1, netuid);
        pay(netuid, pots, &list);
        assert_eq!([stake(13, 3, netuid), stake(14, 4, netuid)], [500, 500]);
        assert_eq!(stake(12, 2, netuid), TAO + 1_000);
        assert_eq!(
            stake(11, 1, netuid) - before,
            8,
            "the cut and the remainder"
        );
        assert_eq!(MinerBurned::<Test>::get(netuid).to_bits(), 0);
        assert_eq!(
            AlphaDividendsPerSubnet::<Test>::iter_prefix(netuid).count(),
            1
        );
        assert_eq!(
            RootAlphaDividendsPerSubnet::<Test>::iter_prefix(netuid).count(),
            0
        );
        let added = System::events().iter().any(|record| {
            matches!(
                record.event,
                RuntimeEvent::SubtensorModule(Event::AutoStakeAdded { .. })
            )
        });
        assert!(!added, "nothing was added for a miner without incentive");
    });
}

#[test]
fn without_miners_validators_share_their_pot() {
    test(&[(TAO, 0)], |netuid| {
        let pots = fill(netuid, [0, 500_000_000, 500_000_000, 0]);
        pay(netuid, pots, &earned(&[(12, 0, 5)]));
        assert_eq!(stake(12, 2, netuid), 2 * TAO);
    });
}

#[test]
fn a_pot_that_nobody_earned_is_recycled() {
    test(&[(TAO, 0)], |netuid| {
        let before = Ledger::<Test>::alpha_issuance(netuid);
        let pots = fill(netuid, [0, 1_000, 1_000, 1_000]);
        pay(netuid, pots, &earned(&[(12, 0, 0)]));
        assert_eq!(Ledger::<Test>::alpha_issuance(netuid), before);
    });
}

#[test]
fn what_the_owners_keys_mine_is_withheld() {
    for how in [RecycleOrBurnEnum::Burn, RecycleOrBurnEnum::Recycle] {
        test(&[(0, 0)], |netuid| {
            RecycleOrBurn::<Test>::insert(netuid, how);
            for hotkey in [31, 32] {
                assert_ok!(SubtensorModule::try_associate_hotkey(
                    signed(1),
                    account(hotkey)
                ));
            }
            let before = Ledger::<Test>::alpha_issuance(netuid).to_u64();
            let owner = stake(11, 1, netuid);
            let pots = fill(netuid, [0, 4_000, 0, 0]);
            let list = earned(&[(11, 1, 0), (12, 1, 0), (31, 1, 0), (32, 1, 0)]);
            pay(netuid, pots, &list);
            assert_eq!(stake(12, 2, netuid), 1_000);
            assert_eq!(stake(11, 1, netuid), owner);
            assert_eq!(MinerBurned::<Test>::get(netuid).to_bits(), 3 << 30);
            let left = Ledger::<Test>::alpha_issuance(netuid).to_u64() - before;
            let expected = if how == RecycleOrBurnEnum::Burn {
                4_000
            } else {
                1_000
            };
            assert_eq!(left, expected);
        });
    }
}

#[test]
fn takes_go_to_the_owner_of_the_hotkey_and_root_dividends_to_root_stakers() {
    test(&[(0, 2_000_000_000)], |netuid| {
        Neurons::<Test>::append_neuron(ROOT, &account(12), 1);
        let pots = fill(netuid, [0, 0, 0, 1_000_000]);
        pay(netuid, pots, &earned(&[(12, 0, 10)]));
        assert_eq!(stake(12, 2, netuid), 179_995);
        let queued = PendingBasketDeposits::<Test>::get(account(12), netuid);
        assert_eq!(queued, rao(820_005));
        let row = RootAlphaDividendsPerSubnet::<Test>::get(netuid, account(12));
        assert_eq!(row, rao(820_005));
    });
}

#[test]
fn the_owners_cut_is_locked_where_the_subnet_asks_for_it() {
    test(&[], |netuid| {
        let locked = || Locks::<Test>::locked_mass(netuid, &account(1));
        pay(netuid, fill(netuid, [100, 0, 0, 0]), &[]);
        assert_eq!(locked(), None);
        OwnerCutAutoLockEnabled::<Test>::insert(netuid, true);
        pay(netuid, fill(netuid, [100, 0, 0, 0]), &[]);
        assert_eq!(locked(), Some(rao(100)));
        assert_eq!(
            LockHotkey::<Test>::get(netuid, account(1)),
            Some(account(11))
        );
    });
}

#[test]
fn miners_earn_their_half_whether_or_not_root_dividends_are_on() {
    for root_sells in [false, true] {
        new_test_ext().execute_with(|| {
            let netuid = start_subnet(1, 11);
            assert_ok!(SubtensorModule::add_stake(
                signed(4),
                account(11),
                ROOT,
                TaoBalance::new(900_000 * TAO)
            ));
            let price = if root_sells { 2i64 } else { 0 };
            SubnetMovingPrice::<Test>::insert(netuid, subtensor_fixed::I96F32::from_num(price));
            let mut started = [BlockSubnet::read::<Test>(netuid).unwrap()];
            Coinbase::<Test>::emit(&mut started, TaoBalance::ZERO, 2);
            let pots = Coinbase::<Test>::pots(netuid);
            assert_eq!(pots.root > AlphaBalance::ZERO, root_sells);
            let half = pots.divisible().to_u64() / 2;
            assert_eq!(half, pots.server.to_u64());
            assert!(half.abs_diff(TAO / 100 * 41) < TAO / 100_000);
        });
    }
}
