//! Random lives of coldkeys of which one after the other is swapped: all that the two are owed and
//! have together is what the one was owed and had.

use proptest::prelude::*;

use super::*;

const HOTKEYS: [u64; 2] = [11, 12];

#[derive(Clone, Debug)]
enum Step {
    Stake(usize, usize, bool, u64),
    Unstake(usize, usize, bool, u64),
    Credit(usize, u64),
    Earn(usize, u64),
    Buy(usize, usize, u64),
    Claim(usize, usize),
    Give(usize, usize, u64),
    Swap(usize),
    Block,
}

fn step() -> impl Strategy<Value = Step> {
    let (who, hotkey) = (0usize..3, 0usize..2);
    let amount = (1u64..1_000_000_000_000, 0u32..30).prop_map(|(amount, shift)| amount >> shift);
    prop_oneof![
        (who.clone(), hotkey.clone(), any::<bool>(), amount.clone())
            .prop_map(|(who, hotkey, root, amount)| Step::Stake(who, hotkey, root, amount)),
        (who.clone(), hotkey.clone(), any::<bool>(), amount.clone())
            .prop_map(|(who, hotkey, root, amount)| Step::Unstake(who, hotkey, root, amount)),
        (hotkey.clone(), amount.clone()).prop_map(|(hotkey, amount)| Step::Credit(hotkey, amount)),
        (hotkey.clone(), amount.clone()).prop_map(|(hotkey, amount)| Step::Earn(hotkey, amount)),
        (who.clone(), hotkey.clone(), amount.clone())
            .prop_map(|(who, hotkey, amount)| Step::Buy(who, hotkey, amount)),
        (who.clone(), hotkey).prop_map(|(who, hotkey)| Step::Claim(who, hotkey)),
        (who.clone(), who.clone(), amount)
            .prop_map(|(from, to, amount)| { Step::Give(from, to, amount) }),
        who.prop_map(Step::Swap),
        Just(Step::Block),
    ]
}

/// What a coldkey has: stake and shares of funds by hotkey, and TAO.
fn wealth(coldkey: &AccountId, netuid: NetUid) -> (Vec<[u64; 3]>, u64) {
    let positions = HOTKEYS.map(account).map(|hotkey| {
        [
            Shares::<Test>::stake_of(&hotkey, coldkey, ROOT).to_u64(),
            Shares::<Test>::stake_of(&hotkey, coldkey, netuid).to_u64(),
            Funds::<Test>::owed(&hotkey, coldkey),
        ]
    });
    (positions.to_vec(), Balances::free_balance(coldkey))
}

struct People {
    /// Who the three are now.
    coldkeys: [u64; 3],
    next: u64,
}

impl People {
    fn swap(&mut self, who: usize, netuid: NetUid) {
        let (old, new) = (self.coldkeys[who], self.next);
        let others: Vec<_> = self
            .coldkeys
            .iter()
            .filter(|coldkey| **coldkey != old)
            .map(|coldkey| wealth(&account(*coldkey), netuid))
            .collect();
        let before = wealth(&account(old), netuid);
        let issued = Balances::total_issuance();
        assert_ok!(swap(old, new));
        assert_eq!(wealth(&account(new), netuid), before);
        let nothing = (vec![[0; 3]; HOTKEYS.len()], 0);
        assert_eq!(wealth(&account(old), netuid), nothing);
        assert_eq!(Balances::total_issuance(), issued);
        (self.coldkeys[who], self.next) = (new, new + 1);
        let now: Vec<_> = self
            .coldkeys
            .iter()
            .filter(|coldkey| **coldkey != new)
            .map(|coldkey| wealth(&account(*coldkey), netuid))
            .collect();
        assert_eq!(now, others);
    }
}

/// What fails changes nothing.
fn take(step: &Step, people: &mut People, netuid: NetUid) {
    let on = |is_root: bool| if is_root { ROOT } else { netuid };
    let hotkey = |place: usize| account(HOTKEYS[place]);
    let who = |place: usize| signed(people.coldkeys[place]);
    match *step {
        Step::Stake(place, on_hotkey, is_root, amount) => {
            let amount = TaoBalance::new(amount);
            let _ = SubtensorModule::add_stake(who(place), hotkey(on_hotkey), on(is_root), amount);
        }
        Step::Unstake(place, on_hotkey, is_root, amount) => {
            let amount = rao(amount);
            let _ =
                SubtensorModule::remove_stake(who(place), hotkey(on_hotkey), on(is_root), amount);
        }
        Step::Credit(place, amount) => credit(HOTKEYS[place], netuid, amount),
        Step::Earn(place, amount) => {
            Ledger::<Test>::mint_alpha_out(netuid, rao(amount));
            Shares::<Test>::increase_stake_for_hotkey(&hotkey(place), netuid, rao(amount));
        }
        Step::Buy(place, on_hotkey, amount) => {
            let amount = TaoBalance::new(amount);
            let _ = SubtensorModule::stake_into_basket(who(place), hotkey(on_hotkey), amount);
        }
        Step::Claim(place, on_hotkey) => {
            let _ = SubtensorModule::claim_root_with_hotkey(who(place), hotkey(on_hotkey));
        }
        Step::Give(from, to, amount) => {
            let to = account(people.coldkeys[to]);
            let _ =
                SubtensorModule::transfer_stake(who(from), to, hotkey(0), ROOT, ROOT, rao(amount));
        }
        Step::Swap(place) => people.swap(place, netuid),
        Step::Block => next_block(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_swap_moves_everything_and_makes_nothing(
        steps in proptest::collection::vec(step(), 1..60)
    ) {
        test(|netuid| {
            own(1, 12);
            open_funds(netuid, &HOTKEYS);
            let mut people = People { coldkeys: [2, 3, 4], next: 700 };
            for step in &steps {
                take(step, &mut people, netuid);
                check();
            }
        });
    }
}
