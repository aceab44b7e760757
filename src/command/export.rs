//! A file that is written because it was asked for.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use super::Failure;
use crate::message;

/// Writes `text` to a new file, or to standard output for `-`. What is there
/// already is left alone.
pub(super) fn write(file: &Path, text: &str, out: &mut dyn Write) -> Result<(), Failure> {
    if file.as_os_str() == "-" {
        out.write_all(text.as_bytes())?;
        return Ok(());
    }
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(file)
        .and_then(|mut opened| opened.write_all(text.as_bytes()));
    written.map_err(|error| {
        let next = match error.kind() {
            io::ErrorKind::AlreadyExists => message!(
                "name another file, or move this one away",
                "다른 파일을 지정하거나 이 파일을 옮기세요"
            ),
            _ => message!(
                "name a file in a folder that you may write to",
                "쓸 수 있는 폴더의 파일을 지정하세요"
            ),
        };
        let told = message!(
            "can't write {}: {error}",
            "{}: 쓸 수 없습니다({error})",
            file.display()
        );
        Failure::Message(told.and(&next))
    })
}
