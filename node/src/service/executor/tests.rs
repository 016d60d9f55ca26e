use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt as _,
};

use super::make_safe;

#[test]
fn code_is_kept_where_nobody_else_can_write() {
    let folder = std::env::temp_dir().join(format!("node-subtensor-cache-{}", std::process::id()));
    let inner = folder.join("compiled");
    assert!(make_safe(&inner).expect("it can be made"));
    let mode = fs::metadata(&inner)
        .expect("it exists")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o700);
    // Made by an earlier start.
    assert!(make_safe(&inner).expect("it is there"));

    for shared in [0o770, 0o707] {
        fs::set_permissions(&inner, Permissions::from_mode(shared)).expect("it is ours");
        assert!(!make_safe(&inner).expect("it is there"), "{shared:o}");
    }
    fs::remove_dir_all(folder).expect("it is ours");
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error() {
    assert!(make_safe("/proc/self/cache".as_ref()).is_err());
}
