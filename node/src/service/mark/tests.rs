use super::*;

/// The note of a database in a folder of its own.
fn mark(name: &str) -> (Mark, PathBuf) {
    let folder = std::env::temp_dir().join(format!("subtensor-mark-{name}-{}", std::process::id()));
    let database = folder.join("full");
    fs::create_dir_all(&database).unwrap();
    (Mark::of(&database).unwrap(), folder)
}

#[test]
fn a_new_database_may_be_empty() {
    let (mark, folder) = mark("new");
    mark.check_files().unwrap();
    mark.check(0, true).unwrap();
    mark.write(0).unwrap();
    mark.check_files().unwrap();
    mark.check(0, true).unwrap();
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_database_that_begins_anew_is_refused() {
    let (mark, folder) = mark("anew");
    mark.write(7).unwrap();
    for error in [
        mark.check_files().unwrap_err(),
        mark.check(0, false).unwrap_err(),
        mark.check(0, true).unwrap_err(),
    ] {
        let error = error.to_string();
        assert!(
            error.contains("#7 was final") && error.contains("purge-chain"),
            "{error}"
        );
    }
    fs::write(folder.join("full/metadata"), "").unwrap();
    mark.check_files().unwrap();
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_authority_does_not_start_behind_what_it_has_finalized() {
    let (mark, folder) = mark("behind");
    mark.write(7).unwrap();
    mark.check(7, true).unwrap();
    mark.check(8, true).unwrap();
    mark.check(6, false).unwrap();
    let error = mark.check(6, true).unwrap_err().to_string();
    assert!(error.contains("#7 was final, and #6 is now"), "{error}");
    assert!(error.contains("without --validator"), "{error}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_note_that_is_none_is_named() {
    let (mark, folder) = mark("none");
    fs::write(folder.join(NAME), "seven").unwrap();
    let error = mark.check(7, false).unwrap_err().to_string();
    assert!(
        error.contains(&folder.join(NAME).display().to_string()),
        "{error}"
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn logs_are_synced_wherever_they_are() {
    let (mark, folder) = mark("sync");
    fs::write(folder.join("full/log0"), "changes").unwrap();
    mark.sync().unwrap();
    // A log that cannot be written is not passed over.
    fs::remove_file(folder.join("full/log0")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.join("full/log1")).unwrap();
    assert!(mark.sync().is_err());
    fs::remove_dir_all(folder).unwrap();
}
