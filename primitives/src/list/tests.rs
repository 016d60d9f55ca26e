use alloc::vec;

use scale_info::meta_type;

use super::*;

type Three = List<u16, 3>;

#[test]
fn looks_like_a_list_without_a_bound() {
    let items = vec![1u16, 2, 3];
    let list = Three::try_from(items.clone()).unwrap();
    assert_eq!(list.encode(), items.encode());
    assert_eq!(Three::decode(&mut &items.encode()[..]), Ok(list));
    assert_eq!(meta_type::<Three>(), meta_type::<Vec<u16>>());
}

#[test]
fn one_item_too_many_is_no_list() {
    let items = vec![0u16; 4];
    assert!(Three::decode(&mut &items.encode()[..]).is_err());
    assert_eq!(Three::try_from(items.clone()), Err(items));
}

#[test]
fn a_length_that_is_not_there_allocates_nothing() {
    let claim = codec::Compact(u32::MAX).encode();
    assert!(Three::decode(&mut &claim[..]).is_err());
}
