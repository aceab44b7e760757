//! Devices: a copied home is another one.

use super::*;
use crate::store::device;

#[test]
fn a_device_stays_where_it_is() {
    let home = home();
    let here = open(&home).device();
    assert_eq!(open(&home).device(), here);
    let there = Store::open_at(home.path(), &ELSEWHERE).unwrap().device();
    assert_ne!(there, here);
    let again = Store::open_at(home.path(), &ELSEWHERE).unwrap().device();
    assert_eq!(again, there);
    // Back from where it was copied to, it is not who it was: both may have gone on.
    assert_ne!(open(&home).device(), here);
}

#[test]
fn a_home_that_was_copied_or_moved_is_another_place() {
    let (home, other) = (home(), home_there());
    let device = Store::open(home.path()).unwrap().device();
    assert_eq!(Store::open(home.path()).unwrap().device(), device);
    let file = |home: &TempDir| home.path().join("dateline.db");
    std::fs::copy(file(&home), file(&other)).unwrap();
    assert_ne!(Store::open(other.path()).unwrap().device(), device);
    // Restored over itself: the file is another one.
    #[cfg(unix)]
    {
        let before = device::place(&file(&home));
        let aside = home.path().join("backup");
        std::fs::copy(file(&home), &aside).unwrap();
        std::fs::rename(&aside, file(&home)).unwrap();
        assert_ne!(device::place(&file(&home)), before);
        assert_ne!(Store::open(home.path()).unwrap().device(), device);
    }
}

fn home_there() -> TempDir {
    home()
}
