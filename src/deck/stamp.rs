//! What a deck file looks like from outside: while that stays, so does what is
//! in it, and it need not be read.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// A file that was written so shortly ago may be written again without a trace:
/// clocks of file systems tick up to two seconds apart.
const SETTLED: Duration = Duration::from_secs(2);

/// The stamp of a file; none while it may be written again without a trace.
pub(super) fn of_file(metadata: &Metadata) -> Option<Vec<u8>> {
    let modified = metadata.modified().ok()?;
    let age = SystemTime::now().duration_since(modified).ok()?;
    let changed = changed(metadata);
    if age < SETTLED
        || changed.is_some_and(|changed| changed.elapsed().is_ok_and(|age| age < SETTLED))
    {
        return None;
    }
    let since = |time: SystemTime| {
        let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        Some(since.as_nanos().to_le_bytes())
    };
    let mut stamp = metadata.len().to_le_bytes().to_vec();
    stamp.extend(since(modified)?);
    // What can't be set by hand, as the time above can.
    stamp.extend(changed.and_then(since).unwrap_or_default());
    stamp.extend(number(metadata).to_le_bytes());
    Some(stamp)
}

/// When a file's name, rights or content last changed.
#[cfg(unix)]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(metadata.ctime()).ok()?;
    let nanoseconds = u64::try_from(metadata.ctime_nsec()).ok()?;
    let since = Duration::from_secs(seconds) + Duration::from_nanos(nanoseconds);
    SystemTime::UNIX_EPOCH.checked_add(since)
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<SystemTime> {
    None
}

/// The file's number on its disk.
#[cfg(unix)]
fn number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}

/// The stamp of a text in the binary: FNV-1a, which tells one release's text
/// from another's.
pub(super) fn of_text(text: &str) -> Vec<u8> {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    hash.to_le_bytes().to_vec()
}
