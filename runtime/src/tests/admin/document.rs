//! docs/hyperparameters.md, made from the tables that the calls are made from. The test compares;
//! with the environment variable `WRITE_DOCS` set it writes the file instead.

extern crate std;

use alloc::{format, string::String, vec, vec::Vec};

use pallet_admin_utils::Who::{self, *};
use pallet_subtensor::{
    self as subtensor, ConsensusMode, Hyperparameter, RecycleOrBurnEnum,
    consensus::{MAX_MECHANISMS, MAX_NULL_UIDS, MAX_UIDS},
    rate_limits::Action,
    weight_info::MAX_SUBNET_LIMIT,
};
use sp_runtime::PerU16;
use subtensor_fixed::{I64F64, I96F32, U64F64};
use subtensor_primitives::{MechId, NetUid, TaoBalance};

use crate::Runtime;

const INTRODUCTION: &str = "\
# Hyperparameters

Generated from the tables in `pallets/subtensor/src/hyperparameters`; do not edit. To write it anew:

    WRITE_DOCS=1 SKIP_WASM_BUILD=1 cargo test --release --locked --workspace --lib \\
        -- hyperparameters_are_documented

Each value is set by the call `AdminUtils.sudo_set_…` of its row. Root may set all of them, in any
block. The owner of a subnet may set those that say how often, but not in the freeze window: the
last `AdminFreezeWindow` blocks before an epoch, and from the moment an epoch is asked for until it
runs. Root, netuid 0, has no epochs and no window.

A call checks in this order: the origin (`BadOrigin`); for an owner the interval
(`TxRateLimitExceeded`) and the window (`AdminActionProhibitedDuringWeightsWindow`); the subnet
(`SubnetDoesNotExist`); the bounds of the row, in their order. Where a row has no event of its own
it is `AdminUtils.ParameterSet`, with the name of the call and the encoded value. Defaults are those
of a chain with 12 s blocks, for a subnet that set nothing. Names are those of
`get_subnet_hyperparams_v3`, which clients show and take; values without one are read from storage.
Three names are not settable: `max_weights_limit` is a constant, `user_liquidity_enabled` is never
true, and `activity_cutoff` is the number of blocks that follows from the factor and the tempo.
";

/// Calls that do more than to set a value.
const OTHER_CALLS: &str = "
## Other calls of `AdminUtils`

| Call | What it does | Owner |
|---|---|---|
| `sudo_set_mechanism_count(mechanism_count: MechId)` \
| Adds mechanisms, or removes the last ones with all that is theirs; the emission is split evenly \
again. | once in 7 200 blocks |
| `sudo_set_mechanism_emission_split(maybe_split: Option<Vec<u16>>)` \
| Splits the emission between the mechanisms, in parts of 65535. | once in 7 200 blocks |
| `sudo_trim_to_max_allowed_uids(max_n: u16)` \
| Lowers the most uids, not of root; those with the least emission go, the others are numbered \
anew, commits are dropped. Under Null consensus it removes at most 64. | once in 216 000 blocks |
| `sudo_set_sn_owner_hotkey(hotkey: AccountId)` \
| Names the hotkey that speaks for the owner, to which root validators lend; in any block. \
| once in 50 400 blocks, root too |
| `sudo_set_basket_claim_dust(row_cap_rao: u64, row_bps: u16, slice_rao: u64, \
forfeit_cap_rao: u64)` \
| Says which holdings of a fund are too small for a claim. | no |
| `sudo_set_basket_trading_frozen(hotkey: AccountId, frozen: bool)` \
| Says whether the fund of a hotkey may trade. | no |
| `sudo_trim_null_uids_batch(target: u16)` \
| Removes at most 64 uids under Null consensus, until `target` are left; to be repeated. \
| the first time like trimming |
| `sudo_set_epoch_consensus(mode: EpochConsensus)` \
| Sets what epochs go by: Yuma consensus, or Null consensus, where the uid with the largest stake \
alone says what miners earn. | once in 2 tempos |
| `swap_authorities`, `schedule_grandpa_change` | Name who makes and who finalizes blocks. | no |
| `sudo_set_evm_chain_id` | Sets the number by which signed messages such as limit orders name the \
chain. | no |
| `sudo_set_total_issuance` | Retired; fails. | no |

On fast chains the first four wait one block, and so do an owner's tempo and version key. The first
three are announced by `ParameterSet`.
";

/// A row of a table, as text.
struct Row {
    doc: &'static str,
    call: &'static str,
    value: String,
    stored: &'static str,
    default: String,
    who: Who,
    bounds: Vec<String>,
    events: Vec<&'static str>,
    names: Vec<&'static str>,
}

/// Digits in groups of three, as in the code.
fn grouped(number: u64) -> String {
    let digits = format!("{number}");
    let (first, rest) = digits.split_at((digits.len() + 2) % 3 + 1);
    let groups = rest
        .as_bytes()
        .chunks(3)
        .map(|group| std::str::from_utf8(group).unwrap());
    std::iter::once(first)
        .chain(groups)
        .collect::<Vec<_>>()
        .join("_")
}

/// Values as the document shows them.
trait Shown {
    fn shown(&self) -> String;
}

macro_rules! shown {
    ($(|$value:ident: $ty:ty| $text:expr;)*) => {$(
        impl Shown for $ty {
            fn shown(&self) -> String {
                let $value = self;
                format!("{}", $text)
            }
        }
    )*};
}

shown! {
    |value: bool| value;
    |value: u8| grouped(u64::from(*value));
    |value: u16| grouped(u64::from(*value));
    |value: u32| grouped(u64::from(*value));
    |value: u64| grouped(*value);
    |value: i16| value;
    |value: TaoBalance| grouped(value.to_u64());
    |value: PerU16| value.deconstruct().shown();
    |value: MechId| value.get();
    |value: U64F64| value.to_bits() as f64 / 2f64.powi(64);
    |value: I64F64| value.to_bits() as f64 / 2f64.powi(64);
    |value: I96F32| value.to_bits() as f64 / 2f64.powi(32);
    |value: (u16, u16)| format!("{}, {}", value.0.shown(), value.1.shown());
    |value: ConsensusMode| format!("{value:?}");
    |value: RecycleOrBurnEnum| format!("{value:?}");
}

/// Makes of a table the function that gives its rows.
macro_rules! rows {
    ($({
        item [$item:ident $($netuid:ident)?]
        shown [$($name:ident $(= $read:ident)?),*]
        call [$index:literal $call:ident($($value:ident: $ty:ty),+)]
        doc [$($doc:literal)*]
        by [$($who:expr)?]
        needs [$($text:literal: $bound:expr => $pallet:ident::$error:ident;)*]
        owner_needs [$(
            $owner_text:literal: $owner_bound:expr => $owner_pallet:ident::$owner_error:ident;
        )*]
        emits [$($emitter:ident::$event:ident $payload:tt;)*]
        $($rest:tt)*
    })*) => {
        pub(super) fn rows() -> Vec<Row> {
            vec![$(Row {
                doc: concat!($($doc),*),
                call: stringify!($call),
                value: [$(concat!(stringify!($value), ": ", stringify!($ty))),+].join(", "),
                stored: stringify!($item),
                default: default!($item $($netuid)?).shown(),
                who: [$($who,)? Root][0],
                bounds: vec![
                    $(bound("", format!($text), stringify!($error)),)*
                    $(bound("owner: ", format!($owner_text), stringify!($owner_error)),)*
                ],
                events: vec![$(stringify!($event)),*],
                names: vec![$(stringify!($name)),*],
            }),*]
        }
    };
}

/// What an item holds where nothing was set.
macro_rules! default {
    ($item:ident $netuid:ident) => {
        subtensor::$item::<Runtime>::get(NetUid::new(u16::MAX))
    };
    ($item:ident) => {
        subtensor::$item::<Runtime>::get()
    };
}

mod of_subnets {
    use super::*;

    pallet_subtensor::subnet_hyperparameters!(rows);
}

mod of_the_chain {
    use super::*;

    pallet_subtensor::chain_hyperparameters!(rows);
}

fn bound(whose: &str, text: String, error: &str) -> String {
    format!("{whose}{text} (`{error}`)")
}

/// How often the owner may.
fn owner(who: Who) -> String {
    let tempos = subtensor::OwnerHyperparamRateLimit::<Runtime>::get();
    match who {
        Root => "no".into(),
        OwnerAlways => "always".into(),
        Owner(_) => format!("once in {tempos} tempos"),
        OwnerPer(Action::WeightsVersion) => {
            let tempos = subtensor::WeightsVersionKeyRateLimit::<Runtime>::get();
            format!("once in {tempos} tempos")
        }
        OwnerPer(Action::Tempo) => "once in 360 blocks".into(),
        OwnerPer(other) => panic!("{other:?} is not in this document"),
    }
}

fn codes(texts: &[&str]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| format!("`{text}`")).collect();
    texts.join(", ")
}

/// "Sets the x." as "The x.".
fn meaning(doc: &str) -> String {
    let text = doc.trim().trim_start_matches("Sets ");
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

fn document() -> String {
    let mut text = String::from(INTRODUCTION);
    text += "\n## Of a subnet\n\n\
        | Name | Call, `sudo_set_…` | Meaning | Stored in | Default | Owner | Bounds | Event |\n\
        |---|---|---|---|---|---|---|---|\n";
    for row in of_subnets::rows() {
        text += &format!("| {} ", codes(&row.names));
        text += &line(&row, Some(owner(row.who)));
    }
    text += "\n## Of the chain\n\n\
        | Call, `sudo_set_…` | Meaning | Stored in | Default | Bounds | Event |\n\
        |---|---|---|---|---|---|\n";
    for row in of_the_chain::rows() {
        text += &line(&row, None);
    }
    text + OTHER_CALLS
}

fn line(row: &Row, owner: Option<String>) -> String {
    let call = row.call.trim_start_matches("sudo_set_");
    let value = row.value.replace("BlockNumberFor < T >", "BlockNumber");
    let owner = owner.map(|text| format!(" {text} |")).unwrap_or_default();
    format!(
        "| `{call}({value})` | {} | `{}` | {} |{owner} {} | {} |\n",
        meaning(row.doc),
        row.stored,
        row.default,
        row.bounds.join("; "),
        codes(&row.events),
    )
}

#[test]
fn hyperparameters_are_documented() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/hyperparameters.md");
    let document = sp_io::TestExternalities::default().execute_with(document);
    if std::env::var_os("WRITE_DOCS").is_some() {
        std::fs::write(path, &document).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == document,
        "docs/hyperparameters.md is not what the tables give; its head says how to write it anew"
    );
}
