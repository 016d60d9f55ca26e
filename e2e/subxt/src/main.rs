//! Reads the metadata of a node from standard input, as `state_getMetadata` has it (bytes, of any
//! version), lets subxt generate its interface from it, and prints a line for each function of
//! that interface: `pallet::calls::api::TransactionApi::call`, `pallet::storage::StorageApi::item`,
//! `runtime_apis::api::Api::method` and so on, in their order.

use std::{
    error::Error,
    io::{Read as _, Write as _, stdin, stdout},
    process::ExitCode,
};

use subxt_codegen::{
    CodegenBuilder, Metadata,
    syn::{self, ImplItem, Item, Type},
};

/// The code that a user of subxt would compile, as subxt writes it.
///
/// Errors: what was read is no metadata, or subxt cannot make an interface of it.
fn generated(metadata: &[u8]) -> Result<String, Box<dyn Error>> {
    let metadata = Metadata::decode_from(metadata)
        .map_err(|error| format!("this is no metadata: {error:?}"))?;
    let code = CodegenBuilder::new()
        .generate(metadata)
        .map_err(|error| format!("subxt generates nothing: {error:?}"))?;
    Ok(code.to_string())
}

/// Adds the functions of all types in a module and in those within it.
fn collect(items: &[Item], path: &str, functions: &mut Vec<String>) {
    for item in items {
        match item {
            Item::Mod(module) => {
                if let Some((_, inner)) = &module.content {
                    collect(inner, &format!("{path}{}::", module.ident), functions);
                }
            }
            Item::Impl(block) if block.trait_.is_none() => {
                let Type::Path(ty) = &*block.self_ty else {
                    continue;
                };
                let Some(last) = ty.path.segments.last() else {
                    continue;
                };
                for member in &block.items {
                    if let ImplItem::Fn(function) = member {
                        functions.push(format!("{path}{}::{}", last.ident, function.sig.ident));
                    }
                }
            }
            _ => {}
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut metadata = Vec::new();
    stdin().read_to_end(&mut metadata)?;
    let file = syn::parse_file(&generated(&metadata)?)
        .map_err(|error| format!("what subxt generates is no Rust: {error}"))?;
    let mut functions = Vec::new();
    collect(&file.items, "", &mut functions);
    writeln!(stdout().lock(), "{}", functions.join("\n"))?;
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
