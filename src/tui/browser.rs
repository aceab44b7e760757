//! Opening a source in the browser: web addresses only, apart from this
//! program, and in silence.

use std::process::{Command, Stdio};

use crate::message;
use crate::text::Message;

/// Whether an address may be handed to the browser: `http` or `https`, and
/// nothing that a shell, a terminal or another program could take for more.
pub fn may_open(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with(['-', '/'])
            && url.chars().all(|c| {
                !c.is_control()
                    && !c.is_whitespace()
                    && !matches!(c, '"' | '\'' | '<' | '>' | '`' | '\\')
            })
    })
}

/// Opens `url` in the learner's browser, and does not wait for it.
///
/// # Errors
/// When it is no web address, or there is nothing to open it with.
pub fn open(url: &str) -> Result<(), Message> {
    if !may_open(url) {
        return Err(message!("not a web address", "웹 주소가 아닙니다"));
    }
    if cfg!(target_os = "linux") && !desktop() {
        return Err(message!("no desktop", "데스크톱이 없습니다"));
    }
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    };
    command
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Of its own group, so that ctrl-c here does not end it there.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(Message::same)?;
    // Someone must wait for it, or it stays as a zombie.
    std::thread::spawn(move || {
        let _ = child.wait();
    });
    Ok(())
}

/// Whether there is a desktop for a browser to appear on.
fn desktop() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_only() {
        let cases = [
            ("https://example.org/fab", true),
            ("http://example.org/?a=1&b=%20", true),
            ("https://example.org/기사", true),
            ("https://", false),
            ("https:///etc/passwd", false),
            ("file:///etc/passwd", false),
            ("javascript:alert(1)", false),
            ("--help", false),
            ("https://-x", false),
            ("https://example.org/ -x", false),
            ("https://example.org/\"&calc", false),
            ("https://example.org/\u{1b}[2J", false),
            ("", false),
        ];
        for (url, expected) in cases {
            assert_eq!(may_open(url), expected, "{url}");
        }
    }
}
