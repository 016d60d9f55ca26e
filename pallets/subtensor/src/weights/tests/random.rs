//! Whatever becomes of encrypted commits on two subnets: each is revealed, fails, expires or is
//! overtaken by a later one of its hotkey, once, and none is left when its epochs have passed.

use frame_support::{
    assert_ok,
    traits::Get,
    weights::{RuntimeDbWeight, Weight, constants::RocksDbWeight},
};
use frame_system::limits::BlockWeights;
use proptest::{collection::vec, prelude::*};
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use super::{subnet, timelocked::sealed};
use crate::{
    Event, WeightInfo,
    mock::*,
    pallet::*,
    weight_info::MeasuredWeights,
    weights::{RevealFailure, WaitingQueue},
};

/// The hotkey of the first subnet's owner, which always may set weights.
const OWNER: u64 = 11;
/// Picoseconds of an access with which a block has room for some reveals, for one, and for none.
const DEAR: [u64; 3] = [300_000_000, 400_000_000, 500_000_000];
/// As many commits are opened in one block where accesses are not dear.
const AT_ONCE: usize = 20;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Content {
    /// All weight on a uid.
    Row(u16),
    /// The same with a bit that is wrong.
    Flipped,
    /// The same, sealed to another round.
    OtherRound,
    /// A row of another hotkey.
    Copied,
    /// All weight on a uid that is not there.
    NoSuchUid,
}

#[derive(Clone, Debug)]
enum Step {
    Commit {
        subnet: usize,
        mechanism: u8,
        hotkey: u64,
        /// Rounds after the newest one.
        ahead: u64,
        content: Content,
    },
    Blocks(u8),
    /// So many rounds come.
    Pulses(u64),
    /// So many rounds pass whose pulses never come, and those before are lost.
    Lose(u64),
    /// What an access takes, in picoseconds.
    Prices(u64),
    Tempo(usize, u16),
    Period(usize, u64),
    /// A hotkey gets the uid of another.
    Replace(usize, u16, u64),
    Mechanisms(usize, u8),
    /// The second subnet goes.
    Dissolve,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let content = prop_oneof![
        6 => (0u16..4).prop_map(Content::Row),
        1 => Just(Content::Flipped),
        1 => Just(Content::OtherRound),
        1 => Just(Content::Copied),
        1 => Just(Content::NoSuchUid),
    ];
    let commit = (0usize..2, 0u8..2, OWNER..17, 0u64..12, content).prop_map(
        |(subnet, mechanism, hotkey, ahead, content)| Step::Commit {
            subnet,
            mechanism,
            hotkey,
            ahead,
            content,
        },
    );
    let cheap = RocksDbWeight::get().read;
    let prices = prop_oneof![3 => Just(cheap), 4 => prop::sample::select(DEAR.to_vec())];
    let step = prop_oneof![
        60 => commit,
        40 => (1u8..5).prop_map(Step::Blocks),
        20 => (1u64..6).prop_map(Step::Pulses),
        3 => (1u64..6).prop_map(Step::Lose),
        8 => prices.prop_map(Step::Prices),
        6 => (0usize..2, 1u16..8).prop_map(|(subnet, tempo)| Step::Tempo(subnet, tempo)),
        6 => (0usize..2, 1u64..4).prop_map(|(subnet, period)| Step::Period(subnet, period)),
        6 => (0usize..2, 1u16..3, 12u64..17)
            .prop_map(|(subnet, uid, hotkey)| Step::Replace(subnet, uid, hotkey)),
        6 => (0usize..2, 1u8..3).prop_map(|(subnet, count)| Step::Mechanisms(subnet, count)),
        1 => Just(Step::Dissolve),
    ];
    vec(step, 1..80)
}

/// A commit that has not come to anything yet.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    index: NetUidStorageIndex,
    epoch: u64,
    hotkey: u64,
    block: u64,
    round: u64,
    content: Content,
}

impl Waiting {
    fn is_of(&self, index: NetUidStorageIndex, hotkey: &AccountId) -> bool {
        self.index == index && account(self.hotkey) == *hotkey
    }

    /// By what its queue knows it.
    fn entry(&self) -> (NetUidStorageIndex, u64, AccountId, u64, u64) {
        let hotkey = account(self.hotkey);
        (self.index, self.epoch, hotkey, self.block, self.round)
    }

    /// Whether it has to be opened in this block if there is room for it.
    fn is_to_be_opened(&self) -> bool {
        let netuid = self.index.netuid();
        let is_due = Schedule::<Test>::due_since(netuid, System::block_number()).is_some();
        Subnets::<Test>::subnet_exists(netuid)
            && !is_due
            && self.round <= LastRound::get()
            && epoch_to_reveal(netuid) == Some(self.epoch)
    }

    fn assert_may_fail(&self, reason: &RevealFailure) {
        let is_lost = self.round < FirstRound::get();
        let is_possible = match (reason, self.content) {
            (RevealFailure::Expired, _) => epoch_to_reveal(self.index.netuid()) > Some(self.epoch),
            (RevealFailure::PulseMissing, _) => is_lost,
            (RevealFailure::Undecryptable, Content::Flipped | Content::OtherRound) => !is_lost,
            (RevealFailure::NotARow, Content::Copied) => !is_lost,
            (RevealFailure::Refused(_), Content::NoSuchUid) => !is_lost,
            // Who has left or has no permit.
            (RevealFailure::Refused(_), Content::Row(_)) => !is_lost && self.hotkey != OWNER,
            _ => false,
        };
        assert!(is_possible, "{self:?} has failed by {reason:?}");
        let is_known = self.round <= LastRound::get();
        assert!(*reason == RevealFailure::Expired || is_known, "{self:?}");
    }
}

fn epoch_to_reveal(netuid: NetUid) -> Option<u64> {
    let period = RevealPeriodEpochs::<Test>::get(netuid);
    SubnetEpochIndex::<Test>::get(netuid).checked_sub(period)
}

/// What the chain should say.
struct Model {
    subnets: [NetUid; 2],
    waiting: Vec<Waiting>,
}

impl Model {
    /// Two subnets with two mechanisms each, one epoch a block.
    fn start() -> Self {
        let first = subnet();
        let second = start_subnet(5, 21);
        for hotkey in [12, 13] {
            let coldkey = signed(hotkey - 10);
            assert_ok!(SubtensorModule::burned_register(
                coldkey,
                second,
                account(hotkey)
            ));
        }
        for hotkey in [15, 16] {
            assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
                &account(6),
                &account(hotkey)
            ));
        }
        for (netuid, tempo) in [(first, 5), (second, 3)] {
            CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
            MaxAllowedUids::<Test>::insert(netuid, 64);
            let two = MechId::new(2);
            assert_ok!(Mechanisms::<Test>::do_set_mechanism_count(netuid, two));
            Schedule::<Test>::put_tempo(netuid, tempo);
        }
        MaxEpochsPerBlock::<Test>::put(1);
        LastRound::set(100);
        FirstRound::set(1);
        DbPrices::set(RocksDbWeight::get());
        Self {
            subnets: [first, second],
            waiting: Vec::new(),
        }
    }

    fn run(&mut self, step: Step) {
        match step {
            Step::Commit {
                subnet,
                mechanism,
                hotkey,
                ahead,
                content,
            } => {
                let index =
                    NetUidStorageIndex::from_parts(self.subnets[subnet], MechId::new(mechanism));
                let round = LastRound::get() + ahead;
                self.commit(index, hotkey, round, content);
            }
            Step::Blocks(blocks) => (0..blocks).for_each(|_| self.advance()),
            Step::Pulses(rounds) => LastRound::mutate(|last| *last += rounds),
            Step::Lose(rounds) => {
                LastRound::mutate(|last| *last += rounds);
                FirstRound::set(LastRound::get() + 1);
            }
            Step::Prices(price) if price == RocksDbWeight::get().read => {
                DbPrices::set(RocksDbWeight::get());
            }
            Step::Prices(price) => DbPrices::set(RuntimeDbWeight {
                read: price,
                write: price,
            }),
            Step::Tempo(subnet, tempo) => {
                Schedule::<Test>::put_tempo(self.subnets[subnet], tempo);
            }
            Step::Period(subnet, period) => {
                RevealPeriodEpochs::<Test>::insert(self.subnets[subnet], period);
            }
            Step::Replace(subnet, uid, hotkey) => self.replace(self.subnets[subnet], uid, hotkey),
            Step::Mechanisms(subnet, count) => {
                let (netuid, count) = (self.subnets[subnet], MechId::new(count));
                if Mechanisms::<Test>::do_set_mechanism_count(netuid, count).is_ok() {
                    self.waiting.retain(|commit| {
                        let (of, mechanism) = commit.index.parts();
                        of != netuid || mechanism < count
                    });
                }
            }
            Step::Dissolve => {
                // It may be under way.
                let _ =
                    SubtensorModule::root_dissolve_network(RuntimeOrigin::root(), self.subnets[1]);
            }
        }
    }

    /// One commit of a hotkey on a mechanism in a block, so that its block says which it is.
    fn commit(&mut self, index: NetUidStorageIndex, hotkey: u64, round: u64, content: Content) {
        let block = System::block_number();
        let is_same = |other: &Waiting| {
            other.index == index && other.hotkey == hotkey && other.block == block
        };
        if self.waiting.iter().any(is_same) {
            return;
        }
        let bytes = match content {
            Content::Row(uid) => sealed(hotkey, round, &[(uid, 1)], 1),
            Content::Flipped => {
                let mut bytes = sealed(hotkey, round, &[(0, 1)], 2);
                bytes[110] ^= 1;
                bytes
            }
            Content::OtherRound => sealed(hotkey, round + 1, &[(0, 1)], 3),
            Content::Copied => sealed(hotkey + 1, round, &[(0, 1)], 4),
            Content::NoSuchUid => sealed(hotkey, round, &[(50, 1)], 5),
        };
        let (netuid, mechanism) = index.parts();
        let epoch = Schedule::<Test>::epoch_index_ahead(netuid);
        let done = SubtensorModule::commit_timelocked_mechanism_weights(
            signed(hotkey),
            netuid,
            mechanism,
            bytes.try_into().expect("it is short"),
            round,
            4,
        );
        if done.is_ok() {
            self.waiting.push(Waiting {
                index,
                epoch,
                hotkey,
                block,
                round,
                content,
            });
        }
    }

    fn replace(&self, netuid: NetUid, uid: u16, hotkey: u64) {
        let is_possible = Subnets::<Test>::subnet_exists(netuid)
            && !Neurons::<Test>::is_registered(netuid, &account(hotkey));
        if is_possible {
            assert_ok!(Neurons::<Test>::replace_neuron(
                netuid,
                uid,
                &account(hotkey),
                System::block_number()
            ));
        }
    }

    /// The next block.
    fn advance(&mut self) {
        System::reset_events();
        next_block();
        let events: Vec<Event<Test>> = System::read_events_for_pallet();
        let opened = events
            .into_iter()
            .filter(|event| self.follow(event))
            .count();
        let work = MeasuredWeights::<Test>::reveal_commit(0).saturating_mul(opened as u64);
        let block: BlockWeights = <Test as frame_system::Config>::BlockWeights::get();
        let part: Weight = block.max_block / 8;
        assert!(work.all_lte(part), "{opened} commits opened in a block");

        let stored = stored();
        self.waiting.retain(|commit| {
            Subnets::<Test>::subnet_exists(commit.index.netuid())
                || stored.contains(&commit.entry())
        });
        let mut waiting: Vec<_> = self.waiting.iter().map(Waiting::entry).collect();
        waiting.sort_unstable();
        assert_eq!(waiting, stored);
        let has_room = DbPrices::get().read == RocksDbWeight::get().read;
        if has_room && self.waiting.len() <= AT_ONCE {
            let left = self.waiting.iter().find(|commit| commit.is_to_be_opened());
            assert!(left.is_none(), "{left:?} is not opened");
        }
    }

    /// Takes what an event says has come to something; says whether that was opened.
    fn follow(&mut self, event: &Event<Test>) -> bool {
        match event {
            Event::TimelockedWeightsRevealed(index, hotkey) => {
                self.reveal(*index, hotkey);
                true
            }
            Event::TimelockedWeightsFailed {
                index,
                hotkey,
                commit_block,
                reason,
            } => {
                let is_it = |commit: &Waiting| {
                    commit.is_of(*index, hotkey) && commit.block == *commit_block
                };
                let place = self.waiting.iter().position(is_it);
                let commit = self.waiting.remove(place.expect("no such commit waits"));
                commit.assert_may_fail(reason);
                *reason != RevealFailure::Expired
            }
            _ => false,
        }
    }

    /// The latest that can be opened is in force, and what came before it is gone.
    fn reveal(&mut self, index: NetUidStorageIndex, hotkey: &AccountId) {
        let epoch = epoch_to_reveal(index.netuid());
        let is_open = |commit: &&Waiting| {
            commit.is_of(index, hotkey)
                && Some(commit.epoch) == epoch
                && commit.round <= LastRound::get()
        };
        let latest = self.waiting.iter().filter(is_open);
        let latest = *latest
            .max_by_key(|commit| commit.block)
            .expect("no such commit waits");
        let Content::Row(target) = latest.content else {
            panic!("{latest:?} holds no row");
        };
        let uid = Neurons::<Test>::uid_for(index.netuid(), hotkey).expect("it has a uid");
        assert_eq!(Weights::<Test>::get(index, uid), [(target, u16::MAX)]);
        self.waiting.retain(|commit| {
            !commit.is_of(index, hotkey)
                || commit.epoch != latest.epoch
                || commit.block > latest.block
        });
    }
}

/// The commits in the queues, sorted.
fn stored() -> Vec<(NetUidStorageIndex, u64, AccountId, u64, u64)> {
    let mut all: Vec<_> = TimelockedWeightCommits::<Test>::iter()
        .flat_map(|(index, epoch, commits)| {
            let entry = move |(hotkey, block, _, round)| (index, epoch, hotkey, block, round);
            commits.into_iter().map(entry)
        })
        .collect();
    all.sort_unstable();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_commit_comes_to_something_once(steps in steps()) {
        new_test_ext().execute_with(|| {
            let mut model = Model::start();
            for step in steps {
                model.run(step);
            }
            DbPrices::set(RocksDbWeight::get());
            // No more pulses come. At most three epochs pass to the reveal, and one more.
            for _ in 0..100 {
                model.advance();
            }
            assert!(model.waiting.is_empty(), "{:?}", model.waiting);
            assert_eq!(WaitingCommitQueues::<Test>::get(), Vec::<WaitingQueue>::new());
            assert_eq!(RevealCursor::<Test>::get(), None);
        });
    }
}
