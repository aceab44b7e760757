//! Files that come to the disk whole or not at all: each is written beside its
//! place under another name, and put there once all of it is on the disk.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes a file that is not there yet.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when it is, or what the disk says; then no
/// part of it is there.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = beside(path)?;
    new.write_all(bytes)?;
    put_new(new, path)
}

/// A file beside another, to be put in its place: hidden, so that no one takes it
/// for a deck. It goes if nothing becomes of it.
///
/// # Errors
/// When the folder is not there, or can't be written.
pub fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".").suffix(".new");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the process may give away, as for any file that it makes.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder(path))
}

/// Gives a finished file a name that no other has.
///
/// # Errors
/// As [`write_new`].
pub fn put_new(new: NamedTempFile, path: &Path) -> io::Result<()> {
    new.as_file().sync_all()?;
    new.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder(folder(path)).inspect_err(|_| {
        let _ = fs::remove_file(path);
    })
}

/// Puts a finished file in the place of another.
///
/// # Errors
/// When the disk refuses; then the other is there as it was.
pub fn put(new: NamedTempFile, path: &Path) -> io::Result<()> {
    new.as_file().sync_all()?;
    new.persist(path).map_err(|error| error.error)?;
    // It is there. If the disk does not keep its name, the other one is found
    // again after a crash, whole as well: to say now that nothing was done would
    // be wrong either way.
    let _ = sync_folder(folder(path));
    Ok(())
}

/// Brings the names in a folder to the disk, where a folder can be asked to.
///
/// # Errors
/// When the disk fails.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    // Elsewhere folders can't be opened, and need not be.
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some shares know no such thing, and a folder that may only be written to
        // can't be opened.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput
                    | io::ErrorKind::Unsupported
                    | io::ErrorKind::PermissionDenied
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}

/// The folder that a file is in; that of a name without one is where we are.
pub fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => Path::new("/"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The names in a folder, in their order.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_file_stands_in_for_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_new(&path, b"one").unwrap();
        let told = write_new(&path, b"two").unwrap_err();
        assert_eq!(told.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        let told = write_new(&folder.path().join("no/a"), b"x").unwrap_err();
        assert_eq!(told.kind(), io::ErrorKind::NotFound);
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_file_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "old").unwrap();
        let mut new = beside(&path).unwrap();
        new.write_all(b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        put(new, &path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        drop(beside(&path).unwrap());
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_name_of_any_length_that_there_may_be_will_do() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a".repeat(255));
        write_new(&path, b"one").unwrap();
        let mut new = beside(&path).unwrap();
        new.write_all(b"two").unwrap();
        put(new, &path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_can_only_be_written_to_will_do() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let set = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode));
        set(0o300).unwrap();
        let written = write_new(&folder.path().join("a"), b"one");
        set(0o700).unwrap();
        written.unwrap();
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn where_a_file_is() {
        for (file, expected) in [("a", "."), ("b/a", "b"), ("/a", "/"), ("/", "/")] {
            assert_eq!(folder(Path::new(file)), Path::new(expected), "{file}");
        }
    }
}
