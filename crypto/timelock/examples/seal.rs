//! Seals a message to a round of a beacon: reads it as hexadecimal digits and prints the
//! ciphertext likewise.
//!
//! cargo run --release -p subtensor-timelock --example seal -- --public-key HEX --round N

use std::{
    fs::File,
    io::{Read, stdin},
    process::ExitCode,
};

use subtensor_timelock::{Secrets, seal};

const USAGE: &str = "usage: seal --public-key HEX --round N < MESSAGE_IN_HEX";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match sealed(&arguments) {
        Ok(ciphertext) => {
            println!("{}", hex::encode(ciphertext));
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}; {USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn sealed(arguments: &[String]) -> Result<Vec<u8>, String> {
    let public_key = digits(option(arguments, "--public-key")?, "--public-key")?;
    let round = option(arguments, "--round")?;
    let round = round
        .parse()
        .map_err(|_| format!("--round is not a number: {round}"))?;
    let mut message = String::new();
    stdin()
        .read_to_string(&mut message)
        .map_err(|error| format!("no message: {error}"))?;
    let message = digits(message.trim(), "the message")?;
    let secrets = Secrets {
        key: random()?,
        sigma: random()?,
        nonce: random()?,
    };
    seal(&public_key, round, &secrets, &message)
        .ok_or_else(|| "--public-key is not a point of G2".to_owned())
}

fn option<'a>(arguments: &'a [String], name: &str) -> Result<&'a str, String> {
    let mut pairs = arguments.chunks_exact(2);
    pairs
        .find_map(|pair| (pair.first()? == name).then(|| pair.last())?)
        .map(String::as_str)
        .ok_or_else(|| format!("{name} is missing"))
}

fn digits(text: &str, name: &str) -> Result<Vec<u8>, String> {
    hex::decode(text.strip_prefix("0x").unwrap_or(text))
        .map_err(|error| format!("{name} is not in hexadecimal digits: {error}"))
}

fn random<const N: usize>() -> Result<[u8; N], String> {
    let mut bytes = [0; N];
    File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .map_err(|error| format!("no random bytes from the system: {error}"))?;
    Ok(bytes)
}
