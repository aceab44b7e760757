//! Opening a deck in the author's editor, at the line of a card.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use crate::message;
use crate::text::{Lang, Message, safe_line};

/// A place in a file that is to be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// Whether the file is a shipped deck that was copied to be edited.
    pub copied: bool,
}

/// Why nothing could be edited; displayed as one sentence with what to do.
#[derive(Debug)]
pub enum EditorError {
    /// `$VISUAL` or `$EDITOR` can't be read as a command.
    NoCommand(String),
    /// The editor can't be started.
    Start(String, std::io::Error),
    /// It ended and says that something went wrong.
    Failed(String),
}

impl EditorError {
    /// What, and what to do.
    pub fn message(&self) -> Message {
        match self {
            EditorError::NoCommand(editor) => message!(
                "$EDITOR is '{}', which is no command; set it to an editor, such as hx or 'code --wait'",
                "$EDITOR가 '{}'인데 명령이 아닙니다; hx나 'code --wait' 같은 편집기로 정하세요",
                safe_line(editor)
            ),
            EditorError::Start(program, error) => message!(
                "the editor '{}' can't be started: {error}; set $EDITOR to yours",
                "편집기 '{}': 시작할 수 없습니다({error}); $EDITOR를 쓰는 편집기로 정하세요",
                safe_line(program)
            ),
            EditorError::Failed(program) => message!(
                "the editor '{}' ended with an error; the deck is read as it is now",
                "편집기 '{}': 오류로 끝났습니다; 덱은 지금 있는 그대로 읽습니다",
                safe_line(program)
            ),
        }
    }
}

impl fmt::Display for EditorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().says(Lang::En))
    }
}

impl std::error::Error for EditorError {}

/// The author's editor: `$VISUAL`, `$EDITOR`, or what every system has.
pub fn of_the_author(variable: impl Fn(&str) -> Option<String>) -> String {
    // A variable that is set to nothing names none.
    let set = |name: &&str| variable(name).filter(|editor| !editor.trim().is_empty());
    let named = ["VISUAL", "EDITOR"].iter().find_map(set);
    let usual = if cfg!(windows) { "notepad" } else { "vi" };
    named.unwrap_or_else(|| usual.to_owned())
}

/// The program and the arguments that open `spot` in `editor`, a command that
/// may have arguments of its own. No shell reads it: a path is a path, whatever
/// stands in it.
///
/// # Errors
/// When the command is blank or its quotes are open.
pub fn invocation(editor: &str, spot: &Spot) -> Result<(String, Vec<OsString>), EditorError> {
    let no_command = || EditorError::NoCommand(editor.to_owned());
    let words = shell_words::split(editor).map_err(|_| no_command())?;
    let mut words = words.into_iter();
    let program = words.next().ok_or_else(no_command)?;
    let mut arguments: Vec<OsString> = words.map(OsString::from).collect();
    let name = Path::new(&program).file_stem();
    let name = name.unwrap_or_default().to_string_lossy().to_lowercase();
    let path = spot.path.as_os_str().to_owned();
    let (line, column) = (spot.line, spot.column);
    let at = |ending: String| {
        let mut place = path.clone();
        place.push(ending);
        place
    };
    match name.as_str() {
        "hx" | "helix" | "subl" | "zed" | "micro" => {
            arguments.push(at(format!(":{line}:{column}")));
        }
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" => {
            // Without waiting the program would go on before anything is written.
            if !arguments
                .iter()
                .any(|word| word == "--wait" || word == "-w")
            {
                arguments.push("--wait".into());
            }
            arguments.push("--goto".into());
            arguments.push(at(format!(":{line}:{column}")));
        }
        "notepad" => arguments.push(path),
        "emacs" | "emacsclient" | "kak" => {
            arguments.push(format!("+{line}:{column}").into());
            arguments.push(path);
        }
        // Most take the line as vi does.
        _ => {
            arguments.push(format!("+{line}").into());
            arguments.push(path);
        }
    }
    Ok((program, arguments))
}

/// Starts the author's editor on the terminal.
///
/// # Errors
/// When there is none that can be started.
pub fn start(spot: &Spot) -> Result<(String, Child), EditorError> {
    let editor = of_the_author(|name| std::env::var(name).ok());
    let (program, arguments) = invocation(&editor, spot)?;
    match Command::new(&program).args(arguments).spawn() {
        Ok(child) => Ok((program, child)),
        Err(error) => Err(EditorError::Start(program, error)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_editor_in_its_own_way() {
        let spot = Spot {
            path: PathBuf::from("/decks/my deck; rm -rf ~.yaml"),
            line: 12,
            column: 3,
            copied: false,
        };
        let path = "/decks/my deck; rm -rf ~.yaml";
        for (editor, program, arguments) in [
            ("vi", "vi", vec!["+12".to_owned(), path.to_owned()]),
            (
                "nvim -p",
                "nvim",
                vec!["-p".to_owned(), "+12".to_owned(), path.to_owned()],
            ),
            ("/usr/bin/hx", "/usr/bin/hx", vec![format!("{path}:12:3")]),
            (
                "code",
                "code",
                vec![
                    "--wait".to_owned(),
                    "--goto".to_owned(),
                    format!("{path}:12:3"),
                ],
            ),
            (
                "code -w",
                "code",
                vec!["-w".to_owned(), "--goto".to_owned(), format!("{path}:12:3")],
            ),
            (
                "emacs -nw",
                "emacs",
                vec!["-nw".to_owned(), "+12:3".to_owned(), path.to_owned()],
            ),
            (
                "'/my apps/ed' -x",
                "/my apps/ed",
                vec!["-x".to_owned(), "+12".to_owned(), path.to_owned()],
            ),
        ] {
            let (got, words) = invocation(editor, &spot).unwrap();
            assert_eq!(got, program, "{editor}");
            let arguments: Vec<OsString> = arguments.into_iter().map(OsString::from).collect();
            assert_eq!(words, arguments, "{editor}");
        }
        for editor in ["", "  ", "'vi"] {
            assert!(invocation(editor, &spot).is_err(), "{editor}");
        }
    }

    #[test]
    fn whose_editor() {
        let set = |pairs: &'static [(&str, &str)]| {
            move |name: &str| {
                let found = pairs.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            }
        };
        assert_eq!(
            of_the_author(set(&[("VISUAL", "hx"), ("EDITOR", "vi")])),
            "hx"
        );
        assert_eq!(of_the_author(set(&[("EDITOR", "nano")])), "nano");
        for empty in ["", " "] {
            let set = |name: &str| Some(if name == "EDITOR" { "nano" } else { empty }.to_owned());
            assert_eq!(of_the_author(set), "nano");
        }
        assert!(!of_the_author(set(&[("EDITOR", " ")])).trim().is_empty());
        assert!(!of_the_author(set(&[])).is_empty());
    }
}
