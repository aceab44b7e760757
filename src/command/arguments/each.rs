//! What each command takes.

use std::ffi::OsString;
use std::fmt::Display;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use jiff::Timestamp;

use super::wrong::NoValue;
use crate::answer::Rating;
use crate::deck::Step;
use crate::message;
use crate::schedule::Kind;

/// A rating: with the values named, shells complete them.
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
            NoValue(message!(
                "'{text}' is no time; write it as 30s, 10m or 1h",
                "'{text}': 시간이 아닙니다; 30s, 10m, 1h처럼 쓰세요"
            ))
        })
    })
}

/// A moment.
fn moment() -> impl TypedValueParser<Value = Timestamp> {
    NonEmptyStringValueParser::new().try_map(|text| {
        text.parse::<Timestamp>().map_err(|_| {
            NoValue(message!(
                "'{text}' is no time; write it as 2025-02-10T09:00:00+09:00",
                "'{text}': 시각이 아닙니다; 2025-02-10T09:00:00+09:00처럼 쓰세요"
            ))
        })
    })
}

/// A number, both ends of what it may be included.
fn number<N>(least: N, most: N) -> impl TypedValueParser<Value = N>
where
    N: FromStr + PartialOrd + Display + Copy + Send + Sync + 'static,
{
    NonEmptyStringValueParser::new().try_map(move |text| {
        let number = text
            .parse()
            .ok()
            .filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| {
            NoValue(message!(
                "'{text}' is no number from {least} to {most}; write it in digits, as in 20",
                "'{text}': {least}에서 {most}까지의 수가 아닙니다; 20처럼 숫자로 쓰세요"
            ))
        })
    })
}

/// `study`
#[derive(Debug, Clone, Default, Args)]
pub struct StudyArguments {
    /// Only these decks
    #[arg(value_name = "DECK")]
    pub decks: Vec<String>,
    /// At most so many cards, within the day's limits
    #[arg(short = 'n', value_name = "N", value_parser = number(0, u32::MAX))]
    pub number: Option<u32>,
    /// So many new cards, even past the day's limit
    #[arg(long, value_name = "N", value_parser = number(0, u32::MAX))]
    pub new: Option<u32>,
    /// At most so many minutes
    #[arg(long, value_name = "M", value_parser = number(0, u32::MAX))]
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
    #[arg(short = 'n', value_name = "N", value_parser = number(1, u32::MAX))]
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
    #[arg(long, value_name = "N", value_parser = number(0, u64::MAX))]
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
    /// When, as in 2025-02-10T09:00:00+09:00; now if left out
    #[arg(long, value_name = "TIME", value_parser = moment())]
    pub at: Option<Timestamp>,
    /// How long it took, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 0, value_parser = number(0, u32::MAX))]
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
