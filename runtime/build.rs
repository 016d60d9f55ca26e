//! Builds the WebAssembly blob next to the native library; `SKIP_WASM_BUILD=1` leaves it out. With
//! the feature `metadata-hash` it is built a second time, with the hash of the metadata of the
//! first.

fn main() {
    #[cfg(all(feature = "std", not(feature = "metadata-hash")))]
    substrate_wasm_builder::WasmBuilder::build_using_defaults();
    #[cfg(all(feature = "std", feature = "metadata-hash"))]
    substrate_wasm_builder::WasmBuilder::init_with_defaults()
        .enable_metadata_hash("TAO", 9)
        .build();
}
