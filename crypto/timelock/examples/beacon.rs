//! A beacon for tests: serves drand's HTTP API on loopback, for chains that are told its public
//! key. Whoever knows the secret knows all rounds, so it is none for a public chain.
//!
//! cargo run --release -p subtensor-timelock --example beacon -- \
//!     --port P --secret HEX32 --genesis-time T --period S     serve; port 0 is any free one
//!     public-key --secret HEX32                               print the public key

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::ExitCode,
    sync::Arc,
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use subtensor_timelock::{public_key, randomness, sign};

const USAGE: &str = "usage: beacon --port P --secret HEX32 --genesis-time T --period S, or \
                     beacon public-key --secret HEX32";
/// Most bytes of a request that are read.
const REQUEST_BYTES: u64 = 8 * 1024;
const PATIENCE: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}; {USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    if let [command, options @ ..] = arguments
        && command == "public-key"
    {
        println!("{}", hex::encode(public_key(&secret(options)?)));
        return Ok(());
    }
    let beacon = Arc::new(Beacon {
        secret: secret(arguments)?,
        genesis_time: number(arguments, "--genesis-time")?,
        period: number(arguments, "--period")?,
    });
    if beacon.period == 0 {
        return Err("--period is 0".to_owned());
    }
    let address = (Ipv4Addr::LOCALHOST, number(arguments, "--port")?);
    let listener = TcpListener::bind(address).map_err(|error| format!("--port: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("listening on {address}");
    for stream in listener.incoming().flatten() {
        let beacon = Arc::clone(&beacon);
        // A client that breaks off harms only itself.
        thread::spawn(move || beacon.answer(&stream).ok());
    }
    Ok(())
}

struct Beacon {
    secret: [u8; 32],
    /// When round 1 is due, in Unix seconds.
    genesis_time: u64,
    /// Seconds from a round to the next, not 0.
    period: u64,
}

impl Beacon {
    fn answer(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let mut lines = BufReader::new(stream.take(REQUEST_BYTES)).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        // What is left unread would reset the connection under the answer.
        while lines
            .next()
            .transpose()?
            .is_some_and(|line| !line.is_empty())
        {}
        let (status, body) = match self.found(&request) {
            Some(body) => ("200 OK", body),
            None => ("404 Not Found", r#"{"error":"not found"}"#.to_owned()),
        };
        let length = body.len();
        let answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        stream.write_all(answer.as_bytes())
    }

    /// What there is at `/CHAIN/info`, `/CHAIN/public/latest` and `/CHAIN/public/ROUND`.
    fn found(&self, request: &str) -> Option<String> {
        let path = request.strip_prefix("GET /")?.split(' ').next()?;
        let due = self.due();
        match path.split('/').collect::<Vec<_>>()[..] {
            [_, "info"] => Some(self.info()),
            [_, "public", "latest"] => self.pulse(due, due),
            [_, "public", round] => self.pulse(round.parse().ok()?, due),
            _ => None,
        }
    }

    /// The newest round, 0 before the first.
    fn due(&self) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let now = now.map_or(0, |now| now.as_secs());
        let age = now.checked_sub(self.genesis_time);
        age.map_or(0, |age| age / self.period + 1)
    }

    fn pulse(&self, round: u64, due: u64) -> Option<String> {
        (1..=due).contains(&round).then(|| {
            let signature = sign(&self.secret, round);
            format!(
                r#"{{"round":{round},"randomness":"{}","signature":"{}"}}"#,
                hex::encode(randomness(&signature)),
                hex::encode(signature)
            )
        })
    }

    fn info(&self) -> String {
        let none = hex::encode([0; 32]);
        format!(
            r#"{{"public_key":"{}","period":{},"genesis_time":{},"hash":"{none}",
"groupHash":"{none}","schemeID":"bls-unchained-g1-rfc9380","metadata":{{"beaconID":"test"}}}}"#,
            hex::encode(public_key(&self.secret)),
            self.period,
            self.genesis_time,
        )
    }
}

fn option<'a>(arguments: &'a [String], name: &str) -> Result<&'a str, String> {
    let mut pairs = arguments.chunks_exact(2);
    pairs
        .find_map(|pair| (pair.first()? == name).then(|| pair.last())?)
        .map(String::as_str)
        .ok_or_else(|| format!("{name} is missing"))
}

fn number<N: std::str::FromStr>(arguments: &[String], name: &str) -> Result<N, String> {
    let text = option(arguments, name)?;
    text.parse()
        .map_err(|_| format!("{name} is not a number, or too large: {text}"))
}

fn secret(arguments: &[String]) -> Result<[u8; 32], String> {
    let text = option(arguments, "--secret")?;
    let mut secret = [0; 32];
    hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut secret)
        .map_err(|error| format!("--secret is not 32 bytes in hexadecimal digits: {error}"))?;
    Ok(secret)
}
