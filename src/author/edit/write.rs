//! Writing an author's file: no other one than was read, and none out of its
//! folder; and what is said when it is not written.

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::disk;
use crate::message;
use crate::text::{Lang, Message};

/// Why a file was not written. It is as it was.
#[derive(Debug)]
pub enum Unwritten {
    /// Someone else has changed it since it was read.
    Changed(PathBuf),
    /// It is a link, or behind one, that leads out of its folder.
    Elsewhere {
        /// The link.
        link: PathBuf,
        /// Where it leads.
        to: PathBuf,
    },
    /// It may not be written.
    ReadOnly(PathBuf),
    /// There is one already.
    Exists(PathBuf),
    /// The disk refused.
    Failed(PathBuf, io::Error),
}

impl Unwritten {
    /// What, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Unwritten::Changed(path) => message!(
                "{} was changed by another program meanwhile, and is left as it is; run this again",
                "{}: 그사이 다른 프로그램이 고쳐서 그대로 두었습니다; 다시 실행하세요",
                path.display()
            ),
            Unwritten::Elsewhere { link, to } => message!(
                "{} leads out of its folder to {}, and is left as it is; name that file to write it",
                "{}: 폴더 밖의 {} 파일로 이어져서 그대로 두었습니다; 쓰려면 그 파일을 지정하세요",
                link.display(),
                to.display()
            ),
            Unwritten::ReadOnly(path) => message!(
                "{} is read-only, and is left as it is; make it writable",
                "{}: 읽기 전용이라 그대로 두었습니다; 쓸 수 있게 하세요",
                path.display()
            ),
            Unwritten::Exists(path) => message!(
                "{} is there already, and is left as it is; name another file, or move it away",
                "{}: 이미 있어서 그대로 두었습니다; 다른 파일을 지정하거나 옮기세요",
                path.display()
            ),
            Unwritten::Failed(path, error) => {
                let next = match error.kind() {
                    io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                        message!("make room for it", "자리를 비우세요")
                    }
                    io::ErrorKind::NotFound => {
                        message!("name a folder that there is", "있는 폴더를 지정하세요")
                    }
                    _ => message!(
                        "check who may write to its folder",
                        "폴더에 누가 쓸 수 있는지 보세요"
                    ),
                };
                let told = message!(
                    "can't write {}: {error}",
                    "{}: 쓸 수 없습니다({error})",
                    path.display()
                );
                told.and(&next)
            }
        }
    }
}

impl fmt::Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().says(Lang::En))
    }
}

impl std::error::Error for Unwritten {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Unwritten::Failed(_, error) => Some(error),
            _ => None,
        }
    }
}

/// Puts `now` in the place of what is in the file at `path`, which was read as
/// `read`. A link is followed inside `folder` and stays a link; who may read
/// and write the file stays too. After a crash there is the old file or the
/// new one.
///
/// # Errors
/// When the file leads out of the folder, may not be written, was changed
/// since, or the disk refuses.
pub fn replace(path: &Path, folder: &Path, read: &[u8], now: &[u8]) -> Result<(), Unwritten> {
    let failed = |error| Unwritten::Failed(path.to_owned(), error);
    let (file, metadata) = writable(path, folder)?;
    let mut new = disk::beside(&file).map_err(failed)?;
    new.write_all(now).map_err(failed)?;
    keep_owner(new.as_file(), &metadata);
    // To the disk by now, which takes its time.
    new.as_file()
        .set_permissions(metadata.permissions())
        .and_then(|()| new.as_file().sync_all())
        .map_err(failed)?;
    // As late as can be: an editor may have saved it since.
    if fs::read(&file).map_err(failed)? != read {
        return Err(Unwritten::Changed(path.to_owned()));
    }
    disk::put(new, &file).map_err(failed)
}

/// The file that [`replace`] would write for `path`, without writing it.
///
/// # Errors
/// When the file leads out of `folder`, or may not be written.
pub fn writable(path: &Path, folder: &Path) -> Result<(PathBuf, Metadata), Unwritten> {
    let failed = |error| Unwritten::Failed(path.to_owned(), error);
    let file = fs::canonicalize(path).map_err(failed)?;
    let inside = fs::canonicalize(here_if_empty(folder)).map_err(failed)?;
    if !file.starts_with(&inside) {
        return Err(Unwritten::Elsewhere {
            link: path.to_owned(),
            to: file,
        });
    }
    let metadata = fs::metadata(&file).map_err(failed)?;
    if metadata.permissions().readonly() {
        return Err(Unwritten::ReadOnly(path.to_owned()));
    }
    Ok((file, metadata))
}

/// Writes a file that is not there yet.
///
/// # Errors
/// When there is one, or the disk refuses.
pub fn write_new(path: &Path, text: &[u8]) -> Result<(), Unwritten> {
    disk::write_new(path, text).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Unwritten::Exists(path.to_owned()),
        _ => Unwritten::Failed(path.to_owned(), error),
    })
}

/// The folder of a name without one is where we are.
fn here_if_empty(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    }
}

/// Gives the new file the owner of the old one, where we may.
#[cfg(unix)]
fn keep_owner(new: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let differs = new
        .metadata()
        .is_ok_and(|new| new.uid() != old.uid() || new.gid() != old.gid());
    if differs && fchown(new, Some(old.uid()), Some(old.gid())).is_err() {
        // Who is not root may still give it to a group of theirs.
        let _ = fchown(new, None, Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
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
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "old").unwrap();
        replace(&path, folder.path(), b"old", b"new\r\n").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new\r\n");
        assert_eq!(names(folder.path()), ["a.yaml"]);
    }

    #[test]
    fn what_someone_else_wrote_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "theirs").unwrap();
        let told = replace(&path, folder.path(), b"old", b"new").unwrap_err();
        assert!(matches!(&told, Unwritten::Changed(_)), "{told}");
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        assert_eq!(names(folder.path()), ["a.yaml"]);

        fs::remove_file(&path).unwrap();
        let told = replace(&path, folder.path(), b"old", b"new").unwrap_err();
        assert!(matches!(&told, Unwritten::Failed(..)), "{told}");
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn a_new_file_stands_in_for_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        write_new(&path, b"one").unwrap();
        let told = write_new(&path, b"two").unwrap_err();
        assert!(matches!(&told, Unwritten::Exists(_)), "{told}");
        assert_eq!(fs::read(&path).unwrap(), b"one");
        let told = write_new(&folder.path().join("no/a.yaml"), b"x").unwrap_err();
        assert!(
            told.to_string().contains("name a folder that there is"),
            "{told}"
        );
        assert_eq!(names(folder.path()), ["a.yaml"]);
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_it_stays() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        for mode in [0o600, 0o644, 0o664, 0o755] {
            fs::write(&path, "old").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            replace(&path, folder.path(), b"old", b"new").unwrap();
            let now = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(now & 0o777, mode, "{mode:o}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let told = replace(&path, folder.path(), b"new", b"newer").unwrap_err();
        assert!(matches!(&told, Unwritten::ReadOnly(_)), "{told}");
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_inside_its_folder_only() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (decks, other) = (folder.path().join("decks"), folder.path().join("other"));
        fs::create_dir_all(decks.join("sub")).unwrap();
        fs::create_dir_all(&other).unwrap();
        fs::write(decks.join("sub/real.yaml"), "old").unwrap();
        fs::write(other.join("far.yaml"), "old").unwrap();
        symlink("sub/real.yaml", decks.join("near.yaml")).unwrap();
        symlink(other.join("far.yaml"), decks.join("far.yaml")).unwrap();
        symlink(&other, decks.join("away")).unwrap();

        replace(&decks.join("near.yaml"), &decks, b"old", b"new").unwrap();
        assert_eq!(fs::read(decks.join("sub/real.yaml")).unwrap(), b"new");
        assert!(decks.join("near.yaml").is_symlink());

        for far in ["far.yaml", "away/far.yaml"] {
            let told = replace(&decks.join(far), &decks, b"old", b"new").unwrap_err();
            assert!(matches!(&told, Unwritten::Elsewhere { .. }), "{told}");
            assert!(told.to_string().contains("other/far.yaml"), "{told}");
        }
        assert_eq!(fs::read(other.join("far.yaml")).unwrap(), b"old");
    }
}
