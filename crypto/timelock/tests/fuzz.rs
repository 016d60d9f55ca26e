//! The fuzz target over its corpus and over noise.

#[path = "../fuzz/input.rs"]
mod input;

use std::{fs, path::Path};

use proptest::prelude::*;

#[test]
fn the_corpus_does_no_harm() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/open");
    for file in fs::read_dir(corpus).expect("there is a corpus") {
        let path = file.expect("the corpus can be listed").path();
        let bytes = fs::read(&path).expect("the corpus can be read");
        let refused = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"refused"));
        assert_eq!(input::run(&bytes), !refused, "{}", path.display());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        assert!(!input::run(&bytes));
    }
}
