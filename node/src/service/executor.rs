//! What runs the runtime, and where it keeps compiled code between two starts.

#[cfg(test)]
mod tests;

use std::{
    env,
    fs::{DirBuilder, metadata},
    io,
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _},
    path::{Path, PathBuf},
};

use node_subtensor_runtime::HostFunctions;
use sc_executor::{DEFAULT_HEAP_ALLOC_STRATEGY, HeapAllocStrategy, WasmExecutor};
use sc_service::config::ExecutorConfiguration;

/// The executor as the service would make it, but for a cache on disk: compiling the runtime takes
/// ten times as long as the rest of a start. Without a safe place for one it compiles every time.
pub(super) fn new(config: &ExecutorConfiguration) -> WasmExecutor<HostFunctions> {
    let heap = config
        .default_heap_pages
        .and_then(|pages| u32::try_from(pages).ok())
        .map_or(DEFAULT_HEAP_ALLOC_STRATEGY, |extra_pages| {
            HeapAllocStrategy::Static { extra_pages }
        });
    let builder = WasmExecutor::builder()
        .with_execution_method(config.wasm_method)
        .with_onchain_heap_alloc_strategy(heap)
        .with_offchain_heap_alloc_strategy(heap)
        .with_max_runtime_instances(config.max_runtime_instances)
        .with_runtime_cache_size(config.runtime_cache_size);
    let folder = user_cache().map(|cache| cache.join("node-subtensor"));
    match folder {
        Some(folder) if make_safe(&folder).unwrap_or(false) => builder.with_cache_path(folder),
        _ => builder,
    }
    .build()
}

/// The user's folder for what can be made again (XDG base directory specification).
fn user_cache() -> Option<PathBuf> {
    let named = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    named
        .filter(|path| path.is_absolute())
        .or_else(|| Some(env::home_dir()?.join(".cache")))
        .filter(|path| path.is_absolute())
}

/// Makes a folder, and says whether only this process's user can write to it: what is found there
/// is executed.
fn make_safe(folder: &Path) -> io::Result<bool> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let (found, own) = (metadata(folder)?, metadata("/proc/self")?);
    Ok(found.uid() == own.uid() && found.mode() & 0o022 == 0)
}
