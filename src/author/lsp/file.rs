//! Paths of files as the addresses that editors call them by.

use std::path::{Path, PathBuf};

use lsp_types::Uri;

/// The path of a `file:` address; none for another, as of a text without a file
/// or of a file of another host.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let (host, path) = rest.split_at_checked(rest.find('/')?)?;
    if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") {
        return None;
    }
    let path = path.split(['?', '#']).next()?;
    let decoded = String::from_utf8(decoded(path)).ok()?;
    // A drive stands behind the first slash.
    let is_drive = decoded.get(2..3) == Some(":");
    let path = if is_drive {
        decoded.get(1..)?
    } else {
        &decoded
    };
    Some(PathBuf::from(path))
}

/// The address of a file.
pub(super) fn uri(path: &Path) -> Option<Uri> {
    let path = path.to_str()?.replace('\\', "/");
    let mut address = String::from("file://");
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                address.push(char::from(byte));
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address.parse().ok()
}

fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn addresses_name_paths() {
        for (address, expected) in [
            ("file:///home/a/chips.yaml", Some("/home/a/chips.yaml")),
            ("file:///home/%EC%B9%A9%20b.yaml", Some("/home/칩 b.yaml")),
            ("file://localhost/a.yaml", Some("/a.yaml")),
            ("file:///c%3A/a.yaml", Some("c:/a.yaml")),
            ("file:///a%zz.yaml", None),
            ("file://elsewhere/a.yaml", None),
            ("file://%ff%00/a.yaml", None),
            ("untitled:Untitled-1", None),
        ] {
            let found = address.parse().ok().and_then(|uri| path(&uri));
            assert_eq!(found, expected.map(PathBuf::from), "{address}");
        }
        let there = Path::new("/home/칩 #1/100%.yaml");
        assert_eq!(path(&uri(there).unwrap()).unwrap(), there);
    }
}
