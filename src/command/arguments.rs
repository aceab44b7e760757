//! The arguments as they are typed.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::text::{Lang, Message};

mod each;
mod wrong;

pub use each::{
    BackupArguments, CardArguments, CheckArguments, DoctorArguments, DraftArguments, Format,
    NewArguments, QuizArguments, RestoreArguments, ReviewArguments, StudyArguments, SyncArguments,
    TryArguments, WatchArguments,
};

/// How every command ends.
pub(super) const EXIT_STATUS: &str =
    "0 done; 1 done, and something wrong was found; 2 could not do it.";

/// The variable that says where everything is, and how that is told.
pub(super) const HOME: &str = "DATELINE_HOME";
pub(super) const HOME_IS: &str = "the folder of everything that is written; else the XDG folders.";

/// Flashcards and quizzes on current events, in the terminal.
///
/// Alone, it opens the home screen on the decks that it ships with and those
/// in the folder `decks` of its home.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, max_term_width = 100)]
#[command(after_help = format!("Exit status: {EXIT_STATUS}\n{HOME} is {HOME_IS}"))]
pub struct Arguments {
    /// What goes with every command.
    #[command(flatten)]
    pub global: Global,
    /// The command; none is the home screen.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The heading of what goes with every command.
pub(super) const EVERYWHERE: &str = "Everywhere";

/// `--decks` behind a command. Global to clap, one there would stand in for
/// those before the command; they add up.
const DECKS_BEHIND: &str = "decks_behind_the_command";

impl Arguments {
    /// The command line as it is read, completed and documented.
    pub fn command_line() -> clap::Command {
        let whole = Arguments::command();
        let help = whole
            .get_arguments()
            .find(|arg| arg.get_long() == Some("decks"))
            .and_then(|arg| arg.get_help().cloned())
            .unwrap_or_default();
        whole.mut_subcommands(|command| {
            command.arg(
                Arg::new(DECKS_BEHIND)
                    .long("decks")
                    .value_name("PATH")
                    .value_hint(clap::ValueHint::AnyPath)
                    .action(ArgAction::Append)
                    .value_parser(clap::value_parser!(PathBuf))
                    .help(help.clone())
                    .help_heading(EVERYWHERE)
                    .display_order(0),
            )
        })
    }

    /// Reads a command line, the program's name first.
    ///
    /// # Errors
    /// When it says what there is not, or asks for help; the error knows how
    /// to tell it and how to end.
    pub fn read(
        line: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    ) -> Result<Arguments, clap::Error> {
        let mut matches = Arguments::command_line().try_get_matches_from(line)?;
        let behind: Vec<PathBuf> = matches
            .subcommand()
            .and_then(|(_, command)| command.get_many(DECKS_BEHIND))
            .map(|paths| paths.cloned().collect())
            .unwrap_or_default();
        let mut arguments = Arguments::from_arg_matches_mut(&mut matches)?;
        arguments.global.decks.extend(behind);
        Ok(arguments)
    }

    /// What is wrong with a command line that could not be read.
    pub fn wrong(error: &clap::Error) -> Message {
        wrong::told(error)
    }
}

impl Global {
    /// As much of a command line that could not be read as tells the language
    /// in which to say so.
    pub fn language_of(line: impl IntoIterator<Item = OsString>) -> Global {
        let mut lang = None;
        let mut named = false;
        for word in line {
            let word = word.to_string_lossy();
            let code = match named {
                true => Some(word.as_ref()),
                false => word.strip_prefix("--lang="),
            };
            lang = code.and_then(|code| code.parse().ok()).or(lang);
            named = word == "--lang";
        }
        Global {
            lang,
            ..Global::default()
        }
    }
}

/// A language: with the values named, shells complete them.
fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code)).try_map(|code| code.parse::<Lang>())
}

/// What goes with every command.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = EVERYWHERE)]
pub struct Global {
    /// A deck file or a folder of decks, instead of the usual ones (repeatable)
    #[arg(id = "paths_of_decks", long = "decks", value_name = "PATH")]
    pub decks: Vec<PathBuf>,
    /// Language of the interface
    #[arg(long, global = true, value_name = "LANG", value_parser = lang())]
    pub lang: Option<Lang>,
    /// Language of the cards
    #[arg(long, global = true, value_name = "LANG", value_parser = lang())]
    pub study_lang: Option<Lang>,
    /// No colours (also with NO_COLOR set)
    #[arg(long, global = true)]
    pub no_color: bool,
    /// Data as JSON, where a command prints data
    #[arg(long, global = true)]
    pub json: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Study what is due
    Study(StudyArguments),
    /// Take a scored test, which leaves the schedule alone
    ///
    /// With nothing but decks named, a screen asks for the rest.
    Quiz(QuizArguments),
    /// Count what is due, by deck
    Due,
    /// Print everything that happened, oldest first
    Log,
    /// Show where a card stands, and its reviews
    Card(CardArguments),
    /// Record a review
    Review(ReviewArguments),
    /// Show how an answer would be judged; records nothing
    Try(TryArguments),
    /// Tell what is wrong in decks
    Check(CheckArguments),
    /// Show decks as they will look while you write them, beside what is wrong
    ///
    /// The screen follows every save, to the card or fact that it changed. 'n'
    /// goes to the next problem, 'e' opens your editor at the card or the problem
    /// that is shown; '?' lists all keys.
    Watch(WatchArguments),
    /// Begin a deck: a file that explains the format by example
    New(NewArguments),
    /// Print a first draft of a deck from an article, to be rewritten
    ///
    /// Text, Markdown or HTML, in English or Korean: its figures become facts,
    /// its sentences cards with gaps, its dates a timeline, and the people it names
    /// with what they are questions, each with the line it is from. Nothing is
    /// sent anywhere.
    Draft(DraftArguments),
    /// Copy your log and what follows from it to a new file, as it is now
    ///
    /// Each day of study begins with such a copy by itself, in the folder
    /// 'backups' of the home: the last 7 days, 4 weeks and 12 months of them are
    /// kept. Those you make stay until you remove them.
    Backup(BackupArguments),
    /// List the backups, or put one in the place of what there is
    ///
    /// What there is is kept first: as another backup, or if it is damaged,
    /// beside the new one. Restoring can itself be taken back that way.
    Restore(RestoreArguments),
    /// Tell whether your log and what follows from it are whole
    ///
    /// It looks at every page and every event, works out all states again and
    /// holds them against those that are kept, and looks for cards that no deck
    /// has any more, clocks that jumped and missing backups. Without an option nothing is changed.
    Doctor(DoctorArguments),
    /// Exchange what you did with your other devices through a folder
    ///
    /// Something else carries the folder between them: git, Syncthing, a share.
    /// Each device writes files of its own there and reads those of all; who has
    /// seen the same files stands at the same point. It can be interrupted at any
    /// moment, and run again. docs/sync.md says how to set it up.
    Sync(SyncArguments),
    /// Print the JSON Schema of a deck, for editors that complete keys by it
    Schema,
    /// Serve an editor with diagnostics, completion and more, over the
    /// language server protocol
    ///
    /// The editor starts it and talks to it on standard input and output;
    /// docs/editors.md says how to set that up. A file that is open is checked
    /// among the other decks of its folder, or of the folder of decks
    /// (--decks, or the usual ones) that it is in.
    Lsp,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
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

    fn parse(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::read(line.split(' '))
    }

    #[test]
    fn the_definition_holds_together() {
        Arguments::command_line().debug_assert();
    }

    #[test]
    fn decks_before_and_behind_a_command_add_up() {
        for (line, decks) in [
            ("dateline due", &[][..]),
            ("dateline --decks a --decks b due", &["a", "b"]),
            ("dateline due --decks a --decks=b", &["a", "b"]),
            ("dateline --decks a due --decks b", &["a", "b"]),
            ("dateline --decks a study c --decks b -n 1", &["a", "b"]),
            ("dateline --decks a", &["a"]),
        ] {
            let read: Vec<PathBuf> = decks.iter().map(PathBuf::from).collect();
            assert_eq!(parse(line).unwrap().global.decks, read, "{line}");
        }
    }

    #[test]
    fn lines() {
        for line in [
            "dateline",
            "dateline --decks a.yaml --decks b study chips -n 5 --new 2 --minutes 10",
            "dateline study --decks a.yaml --lang ko --study-lang en --no-color",
            "dateline study chips --plain -n 3",
            "dateline quiz",
            "dateline quiz chips terms -n 10 --tag gpu --kind figure --kind date --seed 7",
            "dateline quiz --limit 10m --count-reviews --plain",
            "dateline quiz --per-question 30s",
            "dateline quiz --resume --plain",
            "dateline quiz chips --seed 7 --export -",
            "dateline due --json",
            "dateline log --json",
            "dateline card chips/gap#c1 --json",
            "dateline review chips/flip good --at 2025-02-10T09:00:00+09:00 --took 1500",
            "dateline try chips/flip -3% --json",
            "dateline try --json chips/flip 9.4",
            "dateline try --all answers.yaml --json",
            "dateline try --all -",
            "dateline check",
            "dateline check a.yaml b --format github",
            "dateline lsp",
            "dateline --decks news lsp --lang ko",
            "dateline check a.yaml --fix",
            "dateline check --diff",
            "dateline new chips --lang ko",
            "dateline backup",
            "dateline backup mine.db --json",
            "dateline restore",
            "dateline restore 2025-02-10",
            "dateline doctor --repair --json",
            "dateline sync news/log",
            "dateline sync . --git --json",
            "dateline schema",
            "dateline completions bash",
            "dateline man",
        ] {
            assert!(parse(line).is_ok(), "{line}: {}", parse(line).unwrap_err());
        }
        for line in [
            "dateline stduy",
            "dateline --lang de",
            "dateline study -n many",
            "dateline quiz -n 0",
            "dateline quiz --kind figures",
            "dateline quiz --limit soon",
            "dateline quiz --limit 10m --per-question 30s",
            "dateline quiz --resume --seed 7",
            "dateline quiz --export - --plain",
            "dateline review chips/flip fine",
            "dateline review chips/flip good --at yesterday",
            "dateline try chips/flip",
            "dateline try",
            "dateline try chips/flip 9.4 --all -",
            "dateline restore a b",
            "dateline doctor a",
            "dateline sync",
            "dateline sync --git",
            "dateline check --format xml",
            "dateline check x.yaml --explain bad-id",
        ] {
            assert_eq!(parse(line).unwrap_err().exit_code(), 2, "{line}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_in_both_languages() {
        let wrong = |line: &str| Arguments::wrong(&parse(line).unwrap_err());
        for (line, english, korean) in [
            (
                "dateline quiz --limit soon",
                "--limit <TIME>: 'soon' is no time; write it as 30s, 10m or 1h",
                "--limit <TIME>: 'soon': 시간이 아닙니다; 30s, 10m, 1h처럼 쓰세요",
            ),
            (
                "dateline due extra",
                "unexpected argument 'extra'\n\nUsage: dateline due [OPTIONS]",
                "모르는 인수입니다: 'extra'\n\n사용법: dateline due [OPTIONS]",
            ),
            (
                "dateline quiz --palin",
                "unexpected argument '--palin'; did you mean '--plain'?\n",
                "모르는 인수입니다: '--palin'; '--plain'인가요?\n",
            ),
            (
                "dateline card --none",
                "unexpected argument '--none'; if it is a value, write '-- --none'\n",
                "모르는 인수입니다: '--none'; 값이라면 '-- --none'처럼 쓰세요\n",
            ),
            (
                "dateline nosuch",
                "there is no command 'nosuch'\n\nUsage: dateline",
                "그런 명령은 없습니다: 'nosuch'\n\n사용법: dateline",
            ),
            (
                "dateline stduy",
                "there is no command 'stduy'; did you mean 'study'?\n",
                "그런 명령은 없습니다: 'stduy'; 'study'인가요?\n",
            ),
            (
                "dateline study -n abc",
                "-n <N>: 'abc' is no number from 0 to 4294967295; write it in digits, as in 20",
                "-n <N>: 'abc': 0에서 4294967295까지의 수가 아닙니다; 20처럼 숫자로 쓰세요",
            ),
            (
                "dateline quiz -n 0",
                "-n <N>: '0' is no number from 1 to 4294967295; write",
                "-n <N>: '0': 1에서 4294967295까지의 수가 아닙니다; 20처럼",
            ),
            (
                "dateline review a/b goood",
                "<RATING>: there is no 'goood'; did you mean 'good'?",
                "<RATING>: 그런 값은 없습니다: 'goood'; 'good'인가요?",
            ),
            (
                "dateline review a/b foo",
                "<RATING>: there is no 'foo'; use one of again, hard, good, easy",
                "<RATING>: 그런 값은 없습니다: 'foo'; again, hard, good, easy 중 하나를 쓰세요",
            ),
            (
                "dateline review a/b good --at x",
                "--at <TIME>: 'x' is no time; write it as 2025-02-10T09:00:00+09:00",
                "--at <TIME>: 'x': 시각이 아닙니다; 2025-02-10T09:00:00+09:00처럼 쓰세요",
            ),
            (
                "dateline quiz --kind foo",
                "--kind <KIND>: there is no 'foo'; use one of ",
                "--kind <KIND>: 그런 값은 없습니다: 'foo'; ",
            ),
            (
                "dateline quiz --kind",
                "--kind <KIND>: a value is missing; use one of ",
                "--kind <KIND>: 값이 빠졌습니다; ",
            ),
            (
                "dateline quiz --limit=",
                "--limit <TIME>: a value is missing; write one behind it",
                "--limit <TIME>: 값이 빠졌습니다; 그 뒤에 쓰세요",
            ),
            (
                "dateline due --json=3",
                "--json: it takes no value '3'; leave that out",
                "--json: 값 '3': 받지 않는 값입니다; 빼고 쓰세요",
            ),
            (
                "dateline completions",
                "this is missing: <SHELL>\n\nUsage: dateline completions <SHELL>",
                "빠진 것이 있습니다: <SHELL>\n\n사용법: dateline completions <SHELL>",
            ),
            (
                "dateline quiz --limit 10m --per-question 30s",
                "'--limit <TIME>' can't be used with '--per-question <TIME>'\n",
                "'--limit <TIME>': 함께 쓸 수 없습니다: '--per-question <TIME>'\n",
            ),
            (
                "dateline try a/b 9 --all -",
                "'[DECK/CARD]' can't be used with '--all <FILE>'",
                "'[DECK/CARD]': 함께 쓸 수 없습니다: '--all <FILE>'",
            ),
            (
                "dateline quiz --seed 1 --seed 2",
                "'--seed <N>' may be given once only\n",
                "'--seed <N>': 한 번만 쓸 수 있습니다\n",
            ),
        ] {
            let told = wrong(line);
            told.assert_alike();
            for (lang, expected) in [(Lang::En, english), (Lang::Ko, korean)] {
                let told = told.says(lang);
                assert!(told.starts_with(expected), "{line}: {told}");
            }
        }
    }

    #[test]
    fn the_language_is_found_on_a_line_that_cannot_be_read() {
        for (line, lang) in [
            ("dateline quiz --limit soon", None),
            ("dateline --lang ko quiz --limit soon", Some(Lang::Ko)),
            ("dateline quiz --limit soon --lang=ko", Some(Lang::Ko)),
            ("dateline quiz --lang --limit", None),
            ("dateline --study-lang ko stduy", None),
        ] {
            let global = Global::language_of(line.split(' ').map(OsString::from));
            assert_eq!(global.lang, lang, "{line}");
        }
    }

    #[test]
    fn a_flag_after_an_answer_is_a_flag() {
        for line in ["dateline try a/b -3% --json", "dateline try --json a/b -3%"] {
            let arguments = parse(line).unwrap();
            assert!(arguments.global.json, "{line}");
            let Some(Command::Try(answer)) = arguments.command else {
                panic!("{line}")
            };
            assert_eq!(answer.answer.as_deref(), Some("-3%"));
        }
    }
}
