//! What is told of what goes wrong, in both languages.

use std::io;
use std::path::PathBuf;

use super::{at, home};
use crate::message;
use crate::schedule::EventId;
use crate::store::{StoreError, restore};
use crate::text::{Lang, Message};

fn path() -> PathBuf {
    PathBuf::from("/h/dateline.db")
}

/// One of each kind.
fn each() -> Vec<StoreError> {
    let path = path();
    let cause = || message!("it is empty", "비어 있습니다");
    let denied = || io::Error::from(io::ErrorKind::PermissionDenied).to_string();
    vec![
        StoreError::CannotCreate {
            home: PathBuf::from("/h"),
            cause: io::ErrorKind::PermissionDenied.into(),
        },
        StoreError::CannotOpen {
            path: path.clone(),
            cause: Message::same(denied()),
        },
        StoreError::ReadOnly { path: path.clone() },
        StoreError::NotADatabase { path: path.clone() },
        StoreError::Foreign { path: path.clone() },
        StoreError::Corrupt {
            path: path.clone(),
            cause: cause(),
        },
        StoreError::Empty { path: path.clone() },
        StoreError::NoBackup {
            path: path.clone(),
            cause: cause(),
        },
        StoreError::BackupThere { path: path.clone() },
        StoreError::NoFolder { path: path.clone() },
        StoreError::NotRestored {
            path: path.clone(),
            cause: cause(),
        },
        StoreError::NotReplaced {
            path: path.clone(),
            cause: cause(),
        },
        StoreError::Newer {
            path: path.clone(),
            found: 9,
            known: 4,
        },
        StoreError::Busy { path: path.clone() },
        StoreError::Full { path: path.clone() },
        StoreError::Limit { path: path.clone() },
        StoreError::Io {
            path: path.clone(),
            cause: cause(),
        },
        StoreError::Uncertain {
            path: path.clone(),
            cause: cause(),
        },
        StoreError::Future {
            at: at(1),
            now: at(0),
        },
        StoreError::Behind { now: at(0) },
        StoreError::NotUndoable {
            event: EventId(uuid::Uuid::nil()),
            why: message!("it was undone already", "이미 취소했습니다"),
        },
        StoreError::Weights {
            cause: "21 > 20".to_owned(),
        },
        StoreError::Unreadable {
            path: path.clone(),
            row: message!("a deck", "덱 하나"),
            cause: cause(),
        },
        StoreError::Exchange {
            path: path.clone(),
            what: message!("read", "읽을"),
            cause: denied(),
        },
        StoreError::Exchanging { path: path.clone() },
        StoreError::Refused {
            path,
            cause: cause(),
        },
    ]
}

#[test]
fn every_error_is_told_in_both_languages() {
    for error in each() {
        let told = error.message();
        told.assert_alike();
        let [en, ko] = Lang::ALL.map(|lang| told.says(lang));
        assert_eq!(error.to_string(), en);
        assert!(!en.chars().any(crate::text::is_hangul), "{en}");
        assert!(!ko.contains("it is empty"), "{ko}");
        // What to do stands behind what is wrong in each.
        assert!(told.parts().1.is_some(), "{en}: {ko}");
    }
}

#[test]
fn a_sentence_in_each() {
    let path = path();
    for (error, en, ko) in [
        (
            StoreError::Full { path: path.clone() },
            "no room to write to /h/dateline.db: the disk is full; nothing was recorded, free some space and try again",
            "/h/dateline.db: 쓸 자리가 없습니다. 디스크가 가득 찼습니다; 기록된 것은 없습니다. 공간을 비우고 다시 하세요",
        ),
        (
            StoreError::Limit { path: path.clone() },
            "no room to write to /h/dateline.db: no file may grow larger here (ulimit -f); nothing was recorded, raise that limit and start again",
            "/h/dateline.db: 쓸 자리가 없습니다. 여기서는 파일이 더 커질 수 없습니다(ulimit -f); 기록된 것은 없습니다. 그 한도를 늘리고 다시 시작하세요",
        ),
        (
            StoreError::Exchange {
                path,
                what: message!("write", "쓸"),
                cause: "x".to_owned(),
            },
            "cannot write /h/dateline.db: x; nothing is lost, put that right and sync again",
            "/h/dateline.db: 쓸 수 없습니다(x); 잃은 것은 없습니다. 바로잡고 다시 동기화하세요",
        ),
    ] {
        assert_eq!(error.message(), Message::new(en.to_owned(), ko.to_owned()));
    }
}

#[test]
fn why_it_is_not_restored_is_told_in_both() {
    let home = home();
    let empty = home.path().join("other.db");
    std::fs::write(&empty, "").unwrap();
    let zone = jiff::tz::TimeZone::UTC;
    let told = restore(home.path(), &empty, at(0), &zone)
        .unwrap_err()
        .message();
    assert!(told.says(Lang::Ko).contains("(비어 있습니다)"), "{told:?}");
}
