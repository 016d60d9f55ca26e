//! Signed extrinsics, applied as WebAssembly in a block of the populated chain, beside their
//! declared weight. A call is added by one entry in `rows`.

use std::{ops::Range, time::Duration};

use codec::Encode;
use frame_support::dispatch::{DispatchClass, GetDispatchInfo, RawOrigin};
use node_subtensor_runtime::{
    AccountId, Balances, ProxyType, Runtime, RuntimeCall, SignedPayload, SubtensorModule, System,
    UncheckedExtrinsic, extensions,
};
use pallet_commitments::types::{CommitmentInfo, Data};
use pallet_subtensor::{
    Call, CommitRevealWeightsEnabled, MaxAllowedUids, StakeThreshold, SubnetLimit,
    weights::WeightList,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_keyring::Sr25519Keyring::{self, Charlie, Dave, Eve, Ferdie};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{
    chain::{Chain, OpenBlock, Touched},
    population::{KNOWN_UID, TAO, hotkey},
    prices::{on_database, ratio},
    reveals,
    timing::{median, micros},
};

/// Runs of each call.
const RUNS: usize = 51;

const SUBNET: NetUid = NetUid::new(1);
const OTHER_SUBNET: NetUid = NetUid::new(2);

/// A call, who signs it, and what must be so before.
struct Row {
    name: &'static str,
    signer: Sr25519Keyring,
    call: RuntimeCall,
    prepare: Option<fn()>,
}

impl Row {
    fn new(name: &'static str, signer: Sr25519Keyring, call: impl Into<RuntimeCall>) -> Self {
        Self {
            name,
            signer,
            call: call.into(),
            prepare: None,
        }
    }

    /// With changes that are made to the state before.
    fn after(self, prepare: fn()) -> Self {
        Self {
            prepare: Some(prepare),
            ..self
        }
    }
}

/// A row of weights, or the uids that they are for.
fn row(values: Range<u16>) -> WeightList {
    let values: Vec<u16> = values.collect();
    values.try_into().expect("there are not too many")
}

/// A validator that others stake on.
fn validator() -> AccountId {
    hotkey(SUBNET, KNOWN_UID + 1)
}

fn newcomer() -> AccountId {
    Ferdie.to_account_id()
}

/// Weights take stake, as they do on the public network.
fn ask_for_stake() {
    StakeThreshold::<Runtime>::put(1);
}

/// Charlie stakes ten TAO on the validator.
fn charlie_stakes() {
    let signed = RawOrigin::Signed(Charlie.to_account_id()).into();
    SubtensorModule::add_stake(signed, validator(), SUBNET, TaoBalance::new(10 * TAO))
        .expect("the account is rich");
}

/// The calls that are timed. The first one does nothing.
fn rows() -> Vec<Row> {
    let nothing = frame_system::Call::remark { remark: vec![] };
    let mut rows = vec![Row::new("System.remark", Charlie, nothing)];
    rows.extend(trades());
    rows.extend(moves());
    rows.extend(of_neurons());
    rows.push(timelocked());
    rows.extend(announcements());
    rows.extend(of_accounts());
    rows.extend(swaps());
    rows
}

fn trades() -> Vec<Row> {
    let tao = |amount| TaoBalance::new(amount * TAO);
    vec![
        Row::new(
            "add_stake",
            Charlie,
            Call::add_stake {
                hotkey: validator(),
                netuid: SUBNET,
                amount_staked: tao(1),
            },
        ),
        Row::new(
            "add_stake_limit",
            Charlie,
            Call::add_stake_limit {
                hotkey: validator(),
                netuid: SUBNET,
                amount_staked: tao(1),
                limit_price: tao(1_000),
                allow_partial: true,
            },
        ),
        Row::new(
            "remove_stake",
            Charlie,
            Call::remove_stake {
                hotkey: validator(),
                netuid: SUBNET,
                amount_unstaked: AlphaBalance::new(TAO / 10),
            },
        )
        .after(charlie_stakes),
        Row::new(
            "unstake_all, one subnet",
            Charlie,
            Call::unstake_all {
                hotkey: validator(),
            },
        )
        .after(charlie_stakes),
        Row::new(
            "burn_alpha",
            Charlie,
            Call::burn_alpha {
                hotkey: validator(),
                amount: AlphaBalance::MAX,
                netuid: SUBNET,
            },
        )
        .after(charlie_stakes),
    ]
}

fn moves() -> Vec<Row> {
    vec![
        Row::new(
            "move_stake, one subnet",
            Charlie,
            Call::move_stake {
                origin_hotkey: validator(),
                destination_hotkey: hotkey(SUBNET, KNOWN_UID + 2),
                origin_netuid: SUBNET,
                destination_netuid: SUBNET,
                alpha_amount: AlphaBalance::MAX,
            },
        )
        .after(charlie_stakes),
        Row::new(
            "swap_stake",
            Charlie,
            Call::swap_stake {
                hotkey: validator(),
                origin_netuid: SUBNET,
                destination_netuid: OTHER_SUBNET,
                alpha_amount: AlphaBalance::MAX,
            },
        )
        .after(charlie_stakes),
        Row::new(
            "swap_stake_limit",
            Charlie,
            Call::swap_stake_limit {
                hotkey: validator(),
                origin_netuid: SUBNET,
                destination_netuid: OTHER_SUBNET,
                alpha_amount: AlphaBalance::MAX,
                limit_price: TaoBalance::new(1),
                allow_partial: false,
            },
        )
        .after(charlie_stakes),
        Row::new(
            "transfer_stake, two subnets",
            Charlie,
            Call::transfer_stake {
                destination_coldkey: newcomer(),
                hotkey: validator(),
                origin_netuid: SUBNET,
                destination_netuid: OTHER_SUBNET,
                alpha_amount: AlphaBalance::MAX,
            },
        )
        .after(charlie_stakes),
    ]
}

fn of_neurons() -> Vec<Row> {
    vec![
        Row::new(
            "set_weights, 256 entries",
            Dave,
            Call::set_weights {
                netuid: SUBNET,
                dests: row(0..256),
                weights: row(1..257),
                version_key: 0,
            },
        )
        .after(|| {
            ask_for_stake();
            CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, false);
        }),
        Row::new(
            "burned_register, a uid is replaced",
            Charlie,
            Call::burned_register {
                netuid: SUBNET,
                hotkey: newcomer(),
            },
        ),
        Row::new(
            "burned_register, a uid is free",
            Charlie,
            Call::burned_register {
                netuid: SUBNET,
                hotkey: newcomer(),
            },
        )
        .after(|| MaxAllowedUids::<Runtime>::insert(SUBNET, 257)),
    ]
}

fn of_accounts() -> Vec<Row> {
    let transfer = |value| pallet_balances::Call::transfer_keep_alive {
        dest: newcomer().into(),
        value,
    };
    let [first, second] = [TAO, 2 * TAO].map(transfer);
    vec![
        Row::new("transfer_keep_alive", Charlie, transfer(TAO)),
        Row::new(
            "transfer_all",
            Charlie,
            pallet_balances::Call::transfer_all {
                dest: newcomer().into(),
                keep_alive: true,
            },
        ),
        Row::new(
            "batch_all, two transfers",
            Charlie,
            pallet_utility::Call::batch_all {
                calls: [first, second]
                    .map(|call| RuntimeCall::from(call).into())
                    .into(),
            },
        ),
        Row::new(
            "add_proxy",
            Charlie,
            pallet_subtensor_proxy::Call::add_proxy {
                delegate: newcomer().into(),
                proxy_type: ProxyType::Any,
                delay: 0,
            },
        ),
        Row::new(
            "try_associate_hotkey",
            Charlie,
            Call::try_associate_hotkey {
                hotkey: Eve.to_account_id(),
            },
        ),
    ]
}

/// A row is committed encrypted to the round after the last that the chain knows.
fn timelocked() -> Row {
    let commit = reveals::sealed_row(&Dave.to_account_id().encode(), 0);
    let call = Call::commit_timelocked_weights {
        netuid: SUBNET,
        commit: commit.try_into().expect("it is short"),
        reveal_round: reveals::ROUND + 1,
        commit_reveal_version: 4,
    };
    Row::new("commit_timelocked_weights, 256 entries", Dave, call).after(|| {
        ask_for_stake();
        reveals::fill::<128>();
    })
}

fn announcements() -> Vec<Row> {
    let info = CommitmentInfo {
        fields: vec![Data::Raw(vec![7; 100].try_into().expect("it is short"))]
            .try_into()
            .expect("there is one"),
    };
    vec![
        Row::new(
            "commit_weights",
            Dave,
            Call::commit_weights {
                netuid: SUBNET,
                commit_hash: H256::repeat_byte(7),
            },
        )
        .after(ask_for_stake),
        Row::new(
            "serve_axon",
            Dave,
            Call::serve_axon {
                netuid: SUBNET,
                version: 1,
                ip: 0x0808_0808,
                port: 8_091,
                ip_type: 4,
                protocol: 0,
                placeholder1: 0,
                placeholder2: 0,
            },
        ),
        Row::new(
            "set_commitment, 100 bytes",
            Dave,
            pallet_commitments::Call::set_commitment {
                netuid: SUBNET,
                info: Box::new(info),
            },
        ),
    ]
}

/// Swaps of a hotkey that has a uid everywhere and many nominators.
fn swaps() -> Vec<Row> {
    let swap = |netuid, keep_stake| Call::swap_hotkey_v2 {
        hotkey: newcomer(),
        new_hotkey: Eve.to_account_id(),
        netuid,
        keep_stake,
    };
    [
        ("swap_hotkey_v2, one subnet", swap(Some(SUBNET), false)),
        ("swap_hotkey_v2, all subnets", swap(None, false)),
        ("the same, stake kept", swap(None, true)),
    ]
    .map(|(name, call)| Row::new(name, Charlie, call).after(nominate_newcomer_everywhere))
    .into()
}

/// Charlie's hotkey gets a uid on each subnet, and 256 accounts stake on it, on eight subnets each.
fn nominate_newcomer_everywhere() {
    let signed = |who| RawOrigin::Signed(who).into();
    let subnets = SubnetLimit::<Runtime>::get();
    for netuid in (1..=subnets).map(NetUid::new) {
        MaxAllowedUids::<Runtime>::insert(netuid, 257);
        SubtensorModule::burned_register(signed(Charlie.to_account_id()), netuid, newcomer())
            .expect("a uid is free");
    }
    for number in 0..256_u16 {
        let nominator: AccountId = ("nominator", number).using_encoded(blake2_256).into();
        Balances::transfer_allow_death(
            signed(Charlie.to_account_id()),
            nominator.clone().into(),
            10 * TAO,
        )
        .expect("the account is rich");
        for turn in 0..8 {
            let netuid = NetUid::new(1 + (number * 8 + turn) % subnets);
            SubtensorModule::add_stake(
                signed(nominator.clone()),
                newcomer(),
                netuid,
                TaoBalance::new(TAO),
            )
            .expect("the nominator can stake");
        }
    }
}

/// Prints a row per extrinsic, all of it.
pub(crate) fn print(chain: &Chain) {
    println!("Median of {RUNS} runs, microseconds as WebAssembly\n");
    println!("| Extrinsic | Time | Reads | Writes | On a database | Charged | Ratio | Declared |");
    println!("|---|---|---|---|---|---|---|---|");
    for row in rows() {
        let changed = row.prepare.map(|prepare| chain.changed(prepare));
        let chain = changed.as_ref().unwrap_or(chain);
        let (taken, touched) = (time_call(chain, &row), touched_by(chain, &row));
        let (whole, charged) = (on_database(chain, taken, touched), charged_for(chain, &row));
        println!(
            "| {} | {:.0} | {} | {} | {:.0} | {:.0} | {:.1} | {:.0} |",
            row.name,
            micros(taken),
            touched.reads,
            touched.writes,
            micros(whole),
            micros(charged),
            ratio(charged, whole),
            micros(declared(chain, &row)),
        );
    }
    println!();
}

fn time_call(chain: &Chain, row: &Row) -> Duration {
    let mut block = chain.open();
    let extrinsic = block.natively(|| signed(row));
    block.initialize();
    block.set_time();
    // The first one fills caches.
    let mut runs = std::iter::repeat_with(|| block.undone(|block| block.apply(&extrinsic)));
    runs.next();
    median(runs.take(RUNS).collect())
}

/// The weight that an extrinsic adds to its block.
fn charged_for(chain: &Chain, row: &Row) -> Duration {
    let mut block = chain.open();
    let extrinsic = block.natively(|| signed(row));
    block.initialize();
    block.set_time();
    let of_block = |block: &mut OpenBlock<'_>| {
        block.natively(|| System::block_weight().get(DispatchClass::Normal).ref_time())
    };
    let before = of_block(&mut block);
    block.apply(&extrinsic);
    Duration::from_nanos((of_block(&mut block) - before) / 1_000)
}

/// What an extrinsic touches that its block has not touched before.
fn touched_by(chain: &Chain, row: &Row) -> Touched {
    let mut block = chain.open_to_count();
    block.initialize();
    block.set_time();
    let extrinsic = chain.open().natively(|| signed(row));
    block.touched_by(|block| {
        block.apply(&extrinsic);
    })
}

/// What the block must have room for.
fn declared(chain: &Chain, row: &Row) -> Duration {
    let weight = chain
        .open()
        .natively(|| signed(row).get_dispatch_info().total_weight());
    Duration::from_nanos(weight.ref_time() / 1_000)
}

fn signed(row: &Row) -> UncheckedExtrinsic {
    let who = row.signer.to_account_id();
    let extension = extensions::plain(System::account_nonce(&who));
    let payload = SignedPayload::new(row.call.clone(), extension.clone())
        .expect("the implicit parts are on the chain");
    let signature = payload.using_encoded(|bytes| row.signer.sign(bytes));
    UncheckedExtrinsic::new_signed(row.call.clone(), who.into(), signature.into(), extension)
}
