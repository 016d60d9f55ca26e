//! A runtime with the state of its genesis, as benchmarks find it.

use std::{borrow::Cow, error::Error, sync::Arc};

use codec::{Decode, Encode};
use frame_benchmarking::{
    BenchmarkBatch, BenchmarkConfig, BenchmarkList, BenchmarkParameter, BenchmarkResult,
};
use frame_support::traits::StorageInfo;
use sc_client_db::BenchmarkingState;
use sc_executor::WasmExecutor;
use serde_json::Value;
use sp_core::traits::{
    CallContext, CodeExecutor, ReadRuntimeVersionExt, RuntimeCode, WrappedRuntimeCode,
};
use sp_externalities::{Extensions, Externalities};
use sp_io::hashing::blake2_256;
use sp_keystore::{KeystoreExt, testing::MemoryKeystore};
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{BasicExternalities, Ext, OverlayedChanges};
use sp_storage::{Storage, well_known_keys::CODE};

use crate::counted::Counting;

/// What the runtime may call: what a node offers, and the clock and the counters of benchmarks.
type HostFunctions = (
    sp_io::SubstrateHostFunctions,
    sp_crypto_ec_utils::bls12_381::host_calls::HostFunctions,
    frame_benchmarking::benchmarking::HostFunctions,
);

/// Puts what a patch says in the place of what was there, as deep as both have fields.
fn merge(value: &mut Value, patch: Value) {
    match (value, patch) {
        (Value::Object(fields), Value::Object(patch)) => {
            for (name, patch) in patch {
                merge(fields.entry(name).or_insert(Value::Null), patch);
            }
        }
        (value, patch) => *value = patch,
    }
}

/// A component with a value.
pub(crate) type Component = (BenchmarkParameter, u32);

/// One benchmark of the runtime.
pub(crate) struct Benchmark {
    /// Crate of the pallet, as an identifier.
    pub(crate) pallet: String,
    /// Its own name.
    pub(crate) name: String,
    /// What it scales with, from the least value to the greatest.
    pub(crate) components: Vec<(BenchmarkParameter, u32, u32)>,
    /// Name of the pallet in the runtime.
    instance: Vec<u8>,
}

/// What a run of a benchmark is for.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Purpose {
    /// Does it do what it says?
    Verify,
    /// Which keys does it touch?
    Count,
    /// How long does it take, so many times over?
    Time { repeats: u32 },
}

/// The runtime and its state.
pub(crate) struct Chain {
    executor: WasmExecutor<HostFunctions>,
    code: Vec<u8>,
    genesis: Storage,
}

impl Chain {
    /// Starts a chain from a preset of its own.
    ///
    /// Errors: if the runtime has no such preset or is none.
    pub(crate) fn new(code: Vec<u8>, preset: &str) -> Result<Self, Box<dyn Error>> {
        let mut chain = Self {
            executor: WasmExecutor::builder().build(),
            code,
            genesis: Storage::default(),
        };
        let mut config = chain
            .preset(None)?
            .ok_or("the runtime has no default genesis")?;
        let patch = chain
            .preset(Some(preset))?
            .ok_or_else(|| format!("the runtime has no preset '{preset}'"))?;
        merge(&mut config, patch);
        let config = serde_json::to_vec(&config)?;
        let (answer, genesis) = chain.at_genesis("GenesisBuilder_build_state", &config.encode())?;
        let built: Result<(), String> = Decode::decode(&mut answer.as_slice())?;
        built?;
        chain.genesis = genesis;
        chain.genesis.top.insert(CODE.to_vec(), chain.code.clone());
        Ok(chain)
    }

    /// A preset, which is what it says otherwise than the default genesis; without a name that.
    fn preset(&self, name: Option<&str>) -> Result<Option<Value>, Box<dyn Error>> {
        let (found, _) = self.at_genesis("GenesisBuilder_get_preset", &name.encode())?;
        let json: Option<Vec<u8>> = Decode::decode(&mut found.as_slice())?;
        Ok(json.map(|json| serde_json::from_slice(&json)).transpose()?)
    }

    /// Every benchmark there is.
    ///
    /// Errors: if the runtime was built without the feature `runtime-benchmarks`.
    pub(crate) fn benchmarks(&self) -> Result<Vec<Benchmark>, Box<dyn Error>> {
        let answer = self.call("Benchmark_benchmark_metadata", &false.encode(), false)?;
        let (lists, _): (Vec<BenchmarkList>, Vec<StorageInfo>) =
            Decode::decode(&mut answer.as_slice())?;
        let mut benchmarks = Vec::new();
        for list in lists {
            for benchmark in list.benchmarks {
                benchmarks.push(Benchmark {
                    pallet: String::from_utf8(list.pallet.clone())?,
                    name: String::from_utf8(benchmark.name)?,
                    components: benchmark.components,
                    instance: list.instance.clone(),
                });
            }
        }
        Ok(benchmarks)
    }

    /// Runs a benchmark on the state of the genesis.
    ///
    /// Errors: if it fails.
    pub(crate) fn run(
        &self,
        benchmark: &Benchmark,
        components: &[Component],
        purpose: Purpose,
    ) -> Result<Vec<BenchmarkResult>, Box<dyn Error>> {
        let config = BenchmarkConfig {
            pallet: benchmark.pallet.clone().into_bytes(),
            instance: benchmark.instance.clone(),
            benchmark: benchmark.name.clone().into_bytes(),
            selected_components: components.to_vec(),
            verify: purpose == Purpose::Verify,
            internal_repeats: match purpose {
                Purpose::Verify | Purpose::Count => 1,
                Purpose::Time { repeats } => repeats,
            },
        };
        let answer = self.call(
            "Benchmark_dispatch_benchmark",
            &config.encode(),
            purpose == Purpose::Count,
        )?;
        let batches: Result<Vec<BenchmarkBatch>, String> = Decode::decode(&mut answer.as_slice())?;
        Ok(batches?
            .into_iter()
            .flat_map(|batch| batch.results)
            .collect())
    }

    /// Calls the runtime on the state of the genesis, which counts what is touched if `counted`.
    fn call(&self, method: &str, data: &[u8], counted: bool) -> Result<Vec<u8>, Box<dyn Error>> {
        // Without a recorder of proofs: the runtime does not limit them.
        let state =
            BenchmarkingState::<BlakeTwo256>::new(self.genesis.clone(), None, false, false)?;
        let fetcher = WrappedRuntimeCode(Cow::Borrowed(&self.code));
        let code = self.code(&fetcher);
        let mut extensions = Extensions::new();
        extensions.register(KeystoreExt(Arc::new(MemoryKeystore::new())));
        extensions.register(ReadRuntimeVersionExt::new(self.executor.clone()));
        let mut changes = OverlayedChanges::default();
        changes
            .enter_runtime()
            .map_err(|_| format!("{method}: the changes are of a runtime already"))?;
        let mut plain = Ext::new(&mut changes, &state, Some(&mut extensions));
        let mut counting;
        let externalities: &mut dyn Externalities = if counted {
            counting = Counting::new(&mut plain);
            &mut counting
        } else {
            &mut plain
        };
        let context = CallContext::Offchain;
        let (answer, _) = self
            .executor
            .call(externalities, &code, method, data, context);
        answer.map_err(|error| format!("{method}: {error}").into())
    }

    /// Calls the runtime on no state at all, and returns what it answers and what it has stored.
    fn at_genesis(&self, method: &str, data: &[u8]) -> Result<(Vec<u8>, Storage), Box<dyn Error>> {
        let mut nothing = BasicExternalities::new_empty();
        let fetcher = WrappedRuntimeCode(Cow::Borrowed(&self.code));
        let (answer, _) = self.executor.call(
            &mut nothing,
            &self.code(&fetcher),
            method,
            data,
            CallContext::Offchain,
        );
        let answer = answer.map_err(|error| format!("{method}: {error}"))?;
        Ok((answer, nothing.into_storages()))
    }

    fn code<'a>(&self, fetcher: &'a WrappedRuntimeCode) -> RuntimeCode<'a> {
        RuntimeCode {
            code_fetcher: fetcher,
            heap_pages: None,
            hash: blake2_256(&self.code).to_vec(),
        }
    }
}
