//! The arguments as they are typed.

use std::error::Error;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::error::ContextKind;
use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;

use crate::answer::Rating;
use crate::deck::{Step, StepError};
use crate::message;
use crate::schedule::Kind;
use crate::text::{Lang, Message};

/// Flashcards and quizzes on current events, in the terminal.
///
/// Alone, it opens the home screen on the decks that it ships with and those
/// in the folder `decks` of its home.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, max_term_width = 100)]
#[command(after_help = "\
Exit status: 0 done; 1 done, and something wrong was found; 2 could not do it.
DATELINE_HOME is the folder of everything that is written; else the XDG folders.")]
pub struct Arguments {
    /// What goes with every command.
    #[command(flatten)]
    pub global: Global,
    /// The command; none is the home screen.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The heading of what goes with every command.
const EVERYWHERE: &str = "Everywhere";

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

    /// What is wrong with a command line that could not be read. What is a
    /// sentence of ours is told in both languages, the rest as clap tells it.
    pub fn wrong(error: &clap::Error) -> Message {
        let ours = error.source().and_then(|ours| ours.downcast_ref());
        let argument = error.get(ContextKind::InvalidArg);
        if let (Some(StepError(message)), Some(argument)) = (ours, argument) {
            return message.map(|message| format!("{argument}: {message}"));
        }
        let told = error.render().to_string();
        Message::same(told.strip_prefix("error: ").unwrap_or(&told).trim_end())
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

/// A rating, likewise.
fn rating() -> impl TypedValueParser<Value = Rating> {
    PossibleValuesParser::new(Rating::ALL.map(Rating::name)).try_map(|name| name.parse::<Rating>())
}

/// What questions ask for, likewise.
fn kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::name)).try_map(|name| name.parse::<Kind>())
}

/// A length of time.
fn time() -> impl TypedValueParser<Value = Step> {
    NonEmptyStringValueParser::new().try_map(|text| {
        text.parse::<Step>().map_err(|_| {
            StepError(message!(
                "'{text}' is no time; write it as 30s, 10m or 1h",
                "'{text}': 시간이 아닙니다; 30s, 10m, 1h처럼 쓰세요"
            ))
        })
    })
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

/// `study`
#[derive(Debug, Clone, Default, Args)]
pub struct StudyArguments {
    /// Only these decks
    #[arg(value_name = "DECK")]
    pub decks: Vec<String>,
    /// At most so many cards, within the day's limits
    #[arg(short = 'n', value_name = "N")]
    pub number: Option<u32>,
    /// So many new cards, even past the day's limit
    #[arg(long, value_name = "N")]
    pub new: Option<u32>,
    /// At most so many minutes
    #[arg(long, value_name = "M")]
    pub minutes: Option<u32>,
    /// As lines on standard input and output, without a screen
    #[arg(long)]
    pub plain: bool,
}

/// `quiz`
#[derive(Debug, Clone, Default, Args)]
pub struct QuizArguments {
    /// Only these decks
    #[arg(value_name = "DECK")]
    pub decks: Vec<String>,
    /// At most so many questions [default: 20]
    #[arg(short = 'n', value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub number: Option<u32>,
    /// Only cards with this tag (repeatable)
    #[arg(long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    /// Only questions of this kind (repeatable)
    #[arg(long = "kind", value_name = "KIND", value_parser = kind())]
    pub kinds: Vec<Kind>,
    /// So much time for the whole, as in 90s or 10m; reading verdicts is free
    #[arg(long, value_name = "TIME", value_parser = time())]
    pub limit: Option<Step>,
    /// So much time for each question
    #[arg(long, value_name = "TIME", value_parser = time(), conflicts_with = "limit")]
    pub per_question: Option<Step>,
    /// What chance goes by: the same seed gives the same quiz
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Let questions in a card's own form count as reviews
    #[arg(long)]
    pub count_reviews: bool,
    /// Go on with the quiz that was left last
    #[arg(long, conflicts_with_all = [
        "decks", "number", "tags", "kinds", "limit", "per_question", "seed", "count_reviews", "export",
    ])]
    pub resume: bool,
    /// As lines on standard input and output, without a screen
    #[arg(long)]
    pub plain: bool,
    /// Write it for paper, as Markdown with its key, to a new file ('-' is
    /// standard output), and do not give it
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, conflicts_with_all = [
        "plain", "count_reviews", "limit", "per_question",
    ])]
    pub export: Option<PathBuf>,
}

impl QuizArguments {
    /// Whether it says more than which decks, so that there is nothing to ask.
    pub fn is_settled(&self) -> bool {
        let QuizArguments {
            decks: _,
            number,
            tags,
            kinds,
            limit,
            per_question,
            seed,
            count_reviews,
            resume: _,
            plain: _,
            export: _,
        } = self;
        let listed = !tags.is_empty() || !kinds.is_empty();
        let timed = limit.is_some() || per_question.is_some();
        listed || timed || number.is_some() || seed.is_some() || *count_reviews
    }
}

/// `card`
#[derive(Debug, Clone, Args)]
pub struct CardArguments {
    /// The card
    #[arg(value_name = "DECK/CARD")]
    pub card: String,
}

/// `review`
#[derive(Debug, Clone, Args)]
pub struct ReviewArguments {
    /// The card
    #[arg(value_name = "DECK/CARD")]
    pub card: String,
    /// How well
    #[arg(value_name = "RATING", value_parser = rating())]
    pub rating: Rating,
    /// When (RFC 3339); now if left out
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
    /// How long it took, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 0)]
    pub took: u32,
}

/// `try`
#[derive(Debug, Clone, Args)]
pub struct TryArguments {
    /// The card
    #[arg(value_name = "DECK/CARD", required_unless_present = "all")]
    pub card: Option<String>,
    /// The answer: choices, list items and the lines of an order separated by
    /// commas; pairs as 'left = right'; a comparison as 'LARGER TIMES'
    #[arg(allow_hyphen_values = true, required_unless_present = "all")]
    pub answer: Option<String>,
    /// Judge every answer of a table against the verdict that it expects ('-'
    /// is standard input). It is YAML: under each DECK/CARD the keys correct,
    /// close and wrong, each with a list of answers
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath,
          conflicts_with_all = ["card", "answer"])]
    pub all: Option<PathBuf>,
}

/// `check`
#[derive(Debug, Clone, Default, Args)]
pub struct CheckArguments {
    /// Deck files and folders; the current decks if left out
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Look up what the decks say in the article it is from (repeatable; '-' is
    /// standard input)
    ///
    /// Every figure, date and name that a deck claims from the source is looked
    /// up in the file (plain text, Markdown or HTML), by value and not by
    /// spelling. What is not there, or there with another unit or scale, is
    /// wrong. SOURCE is the source's name in the deck; it may be left out where
    /// a deck has one source.
    #[arg(long, value_name = "[SOURCE=]FILE", value_hint = clap::ValueHint::FilePath)]
    pub against: Vec<OsString>,
    /// List each claim that was held against an article too: whether it was
    /// found, on which line of the article, and how it was reckoned
    #[arg(long, requires = "against")]
    pub claims: bool,
    /// Only these rules (repeatable, or with commas between)
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Without these rules (likewise); on a line of a deck the comment
    /// '# dateline: ignore CODE' does the same
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Let warnings count: end with 1 when anything was found
    #[arg(long)]
    pub strict: bool,
    /// First write into the decks what is safe: ids for entries without one,
    /// numbers for gaps without one, and the line that tells an editor of the
    /// schema. No other byte changes, and every card keeps its history
    #[arg(long)]
    pub fix: bool,
    /// Show what --fix would write as a unified diff, and write and check nothing
    #[arg(long)]
    pub diff: bool,
    /// Explain a rule, and check nothing; without a code, list all rules
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["paths", "format", "select", "ignore", "strict", "fix", "diff"])]
    pub explain: Option<String>,
}

/// `watch`
#[derive(Debug, Clone, Default, Args)]
pub struct WatchArguments {
    /// Deck files and folders; the current decks if left out
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Hold the decks against the text of their source, as check does; it too
    /// is read again whenever it is saved
    #[arg(long, value_name = "[SOURCE=]FILE", value_hint = clap::ValueHint::FilePath)]
    pub against: Vec<OsString>,
}

/// `new`
#[derive(Debug, Clone, Args)]
pub struct NewArguments {
    /// The deck's name, in small letters, digits and dashes: NAME.yaml is
    /// written in the folder of --decks, or else in the one you are in, its
    /// comments in the language of the interface
    #[arg(value_name = "NAME")]
    pub name: PathBuf,
}

/// `draft`
#[derive(Debug, Args)]
pub struct DraftArguments {
    /// The article; - is standard input
    pub article: PathBuf,
    /// The deck's name; else it is made of the article's title
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Have a program of yours write the deck instead: it gets the article on
    /// its standard input, and what it answers is checked, also against the article
    #[arg(long, value_name = "COMMAND")]
    pub with: Option<String>,
}

/// `backup`
#[derive(Debug, Clone, Default, Args)]
pub struct BackupArguments {
    /// The new file, or a folder for it; else one in the folder of the backups
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::AnyPath)]
    pub file: Option<PathBuf>,
}

/// `restore`
#[derive(Debug, Clone, Default, Args)]
pub struct RestoreArguments {
    /// The backup: a file, or its name in the list, as 2025-02-10; without it
    /// the list is printed
    #[arg(value_name = "FILE|DAY", value_hint = clap::ValueHint::FilePath)]
    pub from: Option<PathBuf>,
}

/// `doctor`
#[derive(Debug, Clone, Default, Args)]
pub struct DoctorArguments {
    /// Work out again what is not what the log says; of a damaged database save
    /// every event that can be read from it and from the newest backup, and keep
    /// the damaged one beside the new
    #[arg(long)]
    pub repair: bool,
    /// Take back what is dated after now, as it was recorded while the clock was
    /// ahead; the log keeps it
    #[arg(long)]
    pub undo_ahead: bool,
}

/// `sync`
#[derive(Debug, Clone, Args)]
pub struct SyncArguments {
    /// The folder, which must be there
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub folder: PathBuf,
    /// It is in a git repository: pull, commit this device's files, and push. Where
    /// there is no remote repository they are only committed
    #[arg(long)]
    pub git: bool,
}

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people, with the line and the spot
    #[default]
    Human,
    /// An array of objects
    Json,
    /// As annotations of a GitHub workflow
    Github,
    /// SARIF 2.1.0, which code hosts and editors read
    Sarif,
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
    fn what_is_wrong_is_said_in_both_languages_where_the_sentence_is_ours() {
        let wrong = |line: &str| Arguments::wrong(&parse(line).unwrap_err());
        let time = wrong("dateline quiz --limit soon");
        for (lang, expected) in [
            (
                Lang::En,
                "--limit <TIME>: 'soon' is no time; write it as 30s, 10m or 1h",
            ),
            (
                Lang::Ko,
                "--limit <TIME>: 'soon': 시간이 아닙니다; 30s, 10m, 1h처럼 쓰세요",
            ),
        ] {
            assert_eq!(time.says(lang), expected);
        }
        let other = wrong("dateline stduy");
        let other = other.says(Lang::Ko);
        assert!(other.starts_with("unrecognized subcommand"), "{other}");
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
