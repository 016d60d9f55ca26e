//! Mines a proof on all threads of the machine and prints what `pow_register`
//! takes.
//!
//! cargo run --release -p subtensor-pow --example mine -- \
//!     NETUID BLOCK_HASH HOTKEY COLDKEY DIFFICULTY [THREADS]
//!
//! Hash and keys are 32 bytes in hexadecimal digits. A proof is good for five
//! blocks.

use std::{
    process::ExitCode,
    sync::{
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc,
    },
    thread,
    time::Instant,
};

use subtensor_pow::{Challenge, Difficulty, Seal};

const USAGE: &str = "usage: mine NETUID BLOCK_HASH HOTKEY COLDKEY DIFFICULTY [THREADS]";
/// Nonces that a thread tries before it asks whether another was faster.
const BATCH: u64 = 10_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match task(&arguments) {
        Ok(task) => {
            task.run();
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("{reason}\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

struct Task {
    challenge: Challenge,
    difficulty: Difficulty,
    threads: usize,
}

fn task(arguments: &[String]) -> Result<Task, String> {
    let [netuid, block, hotkey, coldkey, difficulty, rest @ ..] = arguments else {
        return Err("too few arguments".to_owned());
    };
    let threads = match rest {
        [] => thread::available_parallelism().map_or(1, usize::from),
        [threads] => number(threads, "THREADS")?,
        _ => return Err("too many arguments".to_owned()),
    };
    Ok(Task {
        challenge: Challenge::new(
            number(netuid, "NETUID")?,
            &bytes(block, "BLOCK_HASH")?,
            &bytes(hotkey, "HOTKEY")?,
            &bytes(coldkey, "COLDKEY")?,
        ),
        difficulty: Difficulty::new(number(difficulty, "DIFFICULTY")?),
        threads: threads.max(1),
    })
}

fn number<N: std::str::FromStr>(text: &str, name: &str) -> Result<N, String> {
    text.parse()
        .map_err(|_| format!("{name} is not a number: {text}"))
}

fn bytes(text: &str, name: &str) -> Result<[u8; 32], String> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let byte = |index: usize| {
        let pair = digits.get(2 * index..2 * index + 2)?;
        u8::from_str_radix(pair, 16).ok()
    };
    let decoded: Option<Vec<u8>> = (0..digits.len().div_ceil(2)).map(byte).collect();
    decoded
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| format!("{name} is not 32 bytes in hexadecimal digits: {text}"))
}

impl Task {
    /// Mines and prints the proof and the rate.
    fn run(&self) {
        let started = Instant::now();
        let tried = AtomicU64::new(0);
        let Some((nonce, seal)) = self.mine(&tried) else {
            println!("none of 2^64 nonces is a proof");
            return;
        };
        let seconds = started.elapsed().as_secs_f64();
        let tried = tried.into_inner();
        println!("nonce {nonce}");
        println!("work  0x{}", hexadecimal(&seal));
        println!(
            "tried {tried} in {seconds:.1} s, {:.2} million a second",
            tried as f64 / seconds / 1e6
        );
    }

    /// The proof that the first thread finds. Threads take batches of nonces
    /// in turn.
    fn mine(&self, tried: &AtomicU64) -> Option<(u64, Seal)> {
        let found = AtomicBool::new(false);
        let next = AtomicU64::new(0);
        let (sender, proofs) = mpsc::channel();
        thread::scope(|scope| {
            for _ in 0..self.threads {
                let (sender, found, next) = (sender.clone(), &found, &next);
                scope.spawn(move || {
                    while !found.load(Ordering::Relaxed) {
                        let first = next.fetch_add(BATCH, Ordering::Relaxed);
                        let nonces = first..first.saturating_add(BATCH);
                        if let Some(proof) = self.challenge.solve(self.difficulty, nonces) {
                            tried.fetch_add(proof.0 - first + 1, Ordering::Relaxed);
                            found.store(true, Ordering::Relaxed);
                            sender
                                .send(proof)
                                .expect("the receiver outlives the threads");
                            return;
                        }
                        tried.fetch_add(BATCH, Ordering::Relaxed);
                    }
                });
            }
        });
        proofs.try_recv().ok()
    }
}

fn hexadecimal(seal: &Seal) -> String {
    seal.0.iter().map(|byte| format!("{byte:02x}")).collect()
}
