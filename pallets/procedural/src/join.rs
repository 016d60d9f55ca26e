//! The joining itself, on syntax trees, so that it can be tested without a compiler around it.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    mem,
};

use quote::ToTokens;
use syn::{Attribute, Error, ImplItem, Item, ItemImpl, ItemMod, LitInt, Result};

/// The functions of the calls, by index.
type Calls = BTreeMap<u8, ImplItem>;

/// Joins the `#[pallet::call]` blocks of a module into one, which takes the place of the first.
///
/// Errors: those of the macro, [`crate::join_calls`].
pub(crate) fn join_calls(mut pallet: ItemMod) -> Result<ItemMod> {
    let missing = Error::new_spanned(&pallet.ident, "no `#[pallet::call]` block in this module");
    let Some((_, items)) = &mut pallet.content else {
        return Err(missing);
    };
    let mut first: Option<(usize, ItemImpl)> = None;
    let mut calls = Calls::new();
    for item in mem::take(items) {
        match item {
            Item::Impl(mut block) if block.attrs.iter().any(|attribute| is(attribute, "call")) => {
                for call in mem::take(&mut block.items) {
                    add(&mut calls, call)?;
                }
                match &first {
                    Some((_, head)) => ensure_same_head(head, &block)?,
                    None => first = Some((items.len(), block)),
                }
            }
            other => items.push(other),
        }
    }
    let (place, mut joined) = first.ok_or(missing)?;
    joined.items = calls.into_values().collect();
    items.insert(place, Item::Impl(joined));
    Ok(pallet)
}

/// Whether an attribute is `#[pallet::name]`, with arguments or without.
fn is(attribute: &Attribute, name: &str) -> bool {
    let mut path = attribute.path().segments.iter();
    path.next().is_some_and(|segment| segment.ident == "pallet")
        && path.next().is_some_and(|segment| segment.ident == name)
        && path.next().is_none()
}

/// Only the head of the first block remains: refuses another that says anything else. Both are
/// without their items.
fn ensure_same_head(first: &ItemImpl, other: &ItemImpl) -> Result<()> {
    if first == other {
        return Ok(());
    }
    let stranger = other
        .attrs
        .iter()
        .find(|attribute| !first.attrs.contains(attribute));
    Err(match stranger {
        Some(attribute) => Error::new_spanned(
            attribute,
            "the first `#[pallet::call]` block lacks this attribute, and only its head remains",
        ),
        None => Error::new_spanned(
            &other.self_ty,
            "the head of this block differs from that of the first `#[pallet::call]` block, \
             the only one that remains",
        ),
    })
}

/// Adds a call by its index.
fn add(calls: &mut Calls, call: ImplItem) -> Result<()> {
    match calls.entry(index_of(&call)?) {
        Entry::Vacant(place) => {
            place.insert(call);
            Ok(())
        }
        Entry::Occupied(taken) => {
            let index = taken.key();
            let mut error =
                Error::new_spanned(name_of(&call), format!("call index {index} is taken"));
            error.combine(Error::new_spanned(
                name_of(taken.get()),
                format!("call index {index} is used here"),
            ));
            Err(error)
        }
    }
}

/// The literal of a call's `#[pallet::call_index(..)]`.
fn index_of(call: &ImplItem) -> Result<u8> {
    let ImplItem::Fn(function) = call else {
        return Err(Error::new_spanned(
            call,
            "a `#[pallet::call]` block holds functions only",
        ));
    };
    let Some(attribute) = function
        .attrs
        .iter()
        .find(|attribute| is(attribute, "call_index"))
    else {
        return Err(Error::new_spanned(
            &function.sig.ident,
            "a call needs its `#[pallet::call_index(..)]`",
        ));
    };
    attribute.parse_args::<LitInt>()?.base10_parse()
}

/// Where an error about a call points: the name of its function.
fn name_of(call: &ImplItem) -> &dyn ToTokens {
    match call {
        ImplItem::Fn(function) => &function.sig.ident,
        other => other,
    }
}
