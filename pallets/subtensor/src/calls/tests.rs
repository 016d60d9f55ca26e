//! The documentation of every call has the parts of the template and names only what there is.

use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};

use frame_support::{assert_noop, assert_ok};
use scale_info::{TypeDef, TypeInfo, Variant};
use sp_runtime::{DispatchError, TokenError};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{
    mock::{
        Balances, Shares, SubtensorModule, TAO, Test, account, new_test_ext, signed, start_subnet,
    },
    pallet::{Call, Error, Event},
};

/// What a documentation says, part by part.
struct Parts {
    origin: String,
    parameters: String,
    errors: String,
    events: String,
}

impl Parts {
    /// The parts of a documentation, or what is wrong with it.
    fn of(lines: &[&str]) -> Result<Self, String> {
        let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
        let text = lines.join("\n");
        let mut paragraphs = text.split("\n\n");
        let mut part = |heading: &str| {
            paragraphs
                .next()
                .filter(|paragraph| paragraph.ends_with('.'))
                .and_then(|paragraph| paragraph.strip_prefix(heading))
                .map(|rest| rest.trim().to_string())
                .filter(|rest| !rest.is_empty())
                .ok_or(format!("lacks the part `{heading}`"))
        };
        let what = part("")?;
        let parts = Self {
            origin: part("Origin: ")?,
            parameters: part("Parameters:")?,
            errors: part("Errors, in order: ")?,
            events: part("Events: ")?,
        };
        if what.starts_with("Origin") || paragraphs.next().is_some() {
            return Err("has other parts than the template".into());
        }
        Ok(parts)
    }

    /// What the parameters are called, in their order.
    fn parameter_names(&self) -> Vec<&str> {
        let items = self.parameters.lines();
        items
            .filter_map(|line| line.strip_prefix("- `")?.split_once("`: "))
            .map(|(name, _)| name)
            .collect()
    }
}

fn variants<E: TypeInfo>() -> Vec<Variant> {
    match E::type_info().type_def {
        TypeDef::Variant(kinds) => kinds.variants,
        other => panic!("{other:?} is no enum"),
    }
}

fn names<E: TypeInfo>() -> impl Iterator<Item = String> {
    let variants = variants::<E>().into_iter();
    variants.map(|variant| variant.name.to_string())
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn faults_of(call: &Variant, errors: &BTreeSet<String>, events: &BTreeSet<String>) -> Vec<String> {
    let parts = match Parts::of(&call.docs) {
        Ok(parts) => parts,
        Err(fault) => return [fault].into(),
    };
    let mut faults = Vec::new();
    let arguments: Vec<&str> = call.fields.iter().filter_map(|field| field.name).collect();
    if parts.parameter_names() != arguments {
        faults.push(format!("documents other parameters than {arguments:?}"));
    }
    if !quoted(&parts.errors).any(|error| error == "BadOrigin") {
        faults.push(format!("takes any origin, not only {}", parts.origin));
    }
    if !parts.events.starts_with("none") && quoted(&parts.events).next().is_none() {
        faults.push("names no event".into());
    }
    let unknown_errors = quoted(&parts.errors).filter(|error| !errors.contains(*error));
    let unknown_events = quoted(&parts.events).filter(|event| !events.contains(*event));
    faults.extend(unknown_errors.map(|error| format!("there is no error {error}")));
    faults.extend(unknown_events.map(|event| format!("there is no event {event}")));
    faults
}

#[test]
fn every_call_is_documented_by_the_template() {
    let of_pools = names::<pallet_subtensor_swap::Error<Test>>();
    let errors = names::<Error<Test>>()
        .chain(names::<DispatchError>())
        .chain(of_pools.map(|error| format!("Swap::{error}")))
        .collect();
    let events = names::<Event<Test>>().collect();
    let calls = variants::<Call<Test>>();
    let faults: Vec<String> = calls
        .iter()
        .flat_map(|call| {
            let faults = faults_of(call, &errors, &events).into_iter();
            faults.map(|fault| format!("{} {fault}", call.name))
        })
        .collect();
    assert!(!calls.is_empty() && faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_sections_are_joined_in_the_order_of_the_indices() {
    let calls = variants::<Call<Test>>();
    assert!(calls.is_sorted_by_key(|call| call.index));
}

/// The coldkey 2 stakes on the hotkey 11 and gives all its TAO away.
fn stake_all_there_is() -> NetUid {
    let (netuid, hotkey) = (start_subnet(1, 11), account(11));
    let amount = TaoBalance::new(TAO);
    assert_ok!(SubtensorModule::add_stake(
        signed(2),
        hotkey,
        netuid,
        amount
    ));
    assert_ok!(Balances::transfer_all(signed(2), account(3), false));
    netuid
}

#[test]
fn all_alpha_becomes_root_stake_only_beside_a_deposit() {
    new_test_ext().execute_with(|| {
        stake_all_there_is();
        let unstake = || SubtensorModule::unstake_all_alpha(signed(2), account(11));
        assert_noop!(unstake(), Error::<Test>::NotEnoughBalanceToStake);
        let deposit = Balances::transfer_allow_death(signed(3), account(2), TAO);
        assert_ok!(deposit);
        assert_ok!(unstake());
    });
}

#[test]
fn a_sale_too_small_for_a_deposit_opens_no_account() {
    new_test_ext().execute_with(|| {
        let netuid = stake_all_there_is();
        let held = Shares::<Test>::stake_of(&account(11), &account(2), netuid);
        let sell = |alpha| SubtensorModule::remove_stake(signed(2), account(11), netuid, alpha);
        assert_ok!(sell(held.saturating_sub(AlphaBalance::new(100))));
        assert_ok!(Balances::transfer_all(signed(2), account(3), false));
        assert_noop!(sell(AlphaBalance::MAX), TokenError::BelowMinimum);
    });
}
