use sp_core::offchain::storage::InMemOffchainStorage;

use super::*;

#[test]
fn the_endpoints_are_those_of_the_last_start() {
    let mut storage = InMemOffchainStorage::default();
    storage.set(STORAGE_PREFIX, WORKER_KEY, &[1]);
    let urls = ["http://127.0.0.1:1", "https://example.org/relay"];
    let endpoints = urls.map(|url| Endpoint(url.into())).to_vec();
    begin_anew(&mut storage, endpoints);
    assert_eq!(storage.get(STORAGE_PREFIX, WORKER_KEY), None);
    assert_eq!(
        storage.get(STORAGE_PREFIX, ENDPOINTS_KEY),
        Some(urls.to_vec().encode())
    );
    begin_anew(&mut storage, vec![]);
    assert_eq!(storage.get(STORAGE_PREFIX, ENDPOINTS_KEY), None);
}
