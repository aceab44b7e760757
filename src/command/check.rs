//! `dateline check [PATH…]`

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::arguments::CheckArguments;
use super::learner::Learner;
use super::progress::Progress;
use super::report::Source;
use super::setup::{Folders, clock, color, exists, spoken};
use super::{Failure, Format, Global, Status, against, explain, fix, report, sarif};
use crate::author::{self, CheckedFile, Selection, Setting};
use crate::collection::{LOST_HISTORY, Place, read_decks};
use crate::deck::yaml::MAXIMUM_BYTES;
use crate::deck::{self, DeckFile, DeckOptions, Diagnostic, Library, Origin, Severity};
use crate::figure::Date;
use crate::message;
use crate::settings::Settings;
use crate::text::{Lang, Message};

/// What messages call standard input.
const INPUT: &str = "<stdin>";

/// Checks the decks at `paths`, or else at `--decks`, or else the current ones.
/// Needs no home, and of the settings only what they say of decks; where there
/// is a log, the learner's flags are told too, and what lost its history.
pub(super) fn run(
    global: &Global,
    check: &CheckArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    if let Some(code) = &check.explain {
        return explain::run(global, code, out);
    }
    let selection =
        Selection::new(&check.select, &check.ignore).map_err(|unknown| unknown.message())?;
    let (mut library, places) = asked_for(global, check)?;
    let format = if global.json {
        Format::Json
    } else {
        check.format
    };
    let lang = spoken(global);
    let learner = Learner::of(&library.files, lang);
    let mut unwritten = Vec::new();
    if check.fix || check.diff {
        let known = learner.states.keys().map(|card| card.as_str().to_owned());
        let known = known.collect();
        if check.diff {
            return fix::show(&library.files, &known, &places, color(global), lang, out);
        }
        let told: &mut dyn Write = match format {
            Format::Human => out,
            _ => &mut io::stderr(),
        };
        unwritten = fix::write(&mut library.files, &known, &places, lang, told)?;
    }
    let articles = against::articles(&check.against)?;
    let setting = Setting {
        today: today()?,
        flags: &learner.flags,
        histories: &learner.histories,
        taken_beside: &[],
        selection: Some(&selection),
        articles: &articles,
        only_held: false,
    };
    let files = checked(&library.files, setting, &places);
    against::settled(&articles, &files)?;
    let elsewhere = library.diagnostics.iter();
    let elsewhere = elsewhere.filter(|told| selection.takes(told.code));
    let beside: Vec<&Diagnostic> = elsewhere.collect();
    let within = files.iter().flat_map(|file| &file.diagnostics);
    let diagnostics: Vec<&Diagnostic> = beside.iter().copied().chain(within).collect();
    match format {
        Format::Json if !articles.is_empty() => against::json(&files, &diagnostics, lang, out)?,
        Format::Json => report::json(&diagnostics, lang, out)?,
        Format::Sarif => sarif::write(&diagnostics, lang, out)?,
        Format::Github => {
            for told in &diagnostics {
                report::github(told, lang, out)?;
            }
        }
        Format::Human => {
            let color = color(global);
            for_people(&beside, &files, color, lang, out)?;
            if check.claims {
                against::claims(&files, lang, out)?;
            }
            against::summary(&files, lang, out)?;
            let cards = files.iter().map(|file| file.cards).sum();
            let summary = summary(files.len(), cards, &diagnostics);
            writeln!(out, "{}", summary.says(lang))?;
        }
    }
    if !unwritten.is_empty() {
        out.flush()?;
        return Err(Failure::Message(Message::same(unwritten.join("\n"))));
    }
    let wrong = |told: &&Diagnostic| check.strict || told.severity == Severity::Error;
    Ok(if diagnostics.iter().any(wrong) {
        Status::Found
    } else {
        Status::Done
    })
}

/// The decks that are to be checked, on standard input or in files and folders,
/// and those files and folders.
///
/// # Errors
/// When there are none, or what comes on standard input is to be written.
fn asked_for(global: &Global, check: &CheckArguments) -> Result<(Library, Vec<PathBuf>), Failure> {
    let is_input = |path: &&PathBuf| path.as_os_str() == "-";
    let paths: Vec<PathBuf> = check
        .paths
        .iter()
        .filter(|path| !is_input(path))
        .cloned()
        .collect();
    let from_input = paths.len() < check.paths.len();
    let (mut library, places) = match (from_input, paths.as_slice()) {
        (true, []) => (Library::default(), Vec::new()),
        _ => find(global, &paths)?,
    };
    against::read_once(&check.against, from_input)?;
    if from_input {
        if check.fix || check.diff {
            return Err(Failure::Message(message!(
                "-: what comes on standard input is not written; name the deck's file",
                "-: 표준 입력으로 온 것은 고쳐 쓰지 않습니다; 덱 파일의 이름을 쓰세요"
            )));
        }
        library.files.push(input()?);
    }
    // Options alone can be checked too.
    let nothing = library.files.is_empty() && library.diagnostics.is_empty();
    if nothing && !places.iter().any(|path| deck::is_options(path)) {
        return Err(nothing_in(check.paths.iter().chain(&global.decks)));
    }
    Ok((library, places))
}

/// That there is no deck at these places.
fn nothing_in<'p>(places: impl Iterator<Item = &'p PathBuf>) -> Failure {
    let places: Vec<String> = places.map(|path| path.display().to_string()).collect();
    let place = match places.as_slice() {
        [] => message!("there is no deck to check", "검사할 덱이 없습니다"),
        places => message!(
            "there is no deck to check in {}",
            "{}: 검사할 덱이 없습니다",
            places.join(", ")
        ),
    };
    let next = message!(
        "a deck is a file that ends in .yaml or .yml",
        "덱은 .yaml이나 .yml로 끝나는 파일입니다"
    );
    Failure::Message(place.and(&next))
}

/// What the rules find in the decks at `places`.
fn checked<'f>(
    files: &'f [DeckFile],
    setting: Setting<'_>,
    places: &[PathBuf],
) -> Vec<CheckedFile<'f>> {
    let progress = Progress::in_steps("checking", files.len(), 2);
    let mut found = author::check(files, &setting, &|| progress.step());
    progress.end();
    let mut told = found.iter().flat_map(|file| &file.diagnostics);
    if told.any(|told| told.code == LOST_HISTORY) {
        // What is lost may have gone to a deck beside those that are named.
        let taken_beside = &taken_beside(places);
        if !taken_beside.is_empty() {
            let setting = Setting {
                taken_beside,
                ..setting
            };
            found = author::check(files, &setting, &|| {});
        }
    }
    found
}

/// Tells people of each thing that is wrong, where it is: beside the decks, then
/// in them.
fn for_people(
    beside: &[&Diagnostic],
    files: &[CheckedFile<'_>],
    color: bool,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    for told in beside {
        let text = source(&told.path);
        let source = text.as_deref().map(Source::of);
        report::human(told, source.as_ref(), color, lang, out)?;
    }
    for file in files {
        let source = file.bytes.map(Source::of);
        for told in &file.diagnostics {
            report::human(told, source.as_ref(), color, lang, out)?;
        }
    }
    Ok(())
}

/// The deck on standard input.
fn input() -> Result<DeckFile, Failure> {
    let path = PathBuf::from(INPUT);
    let mut bytes = Vec::new();
    // One byte too many tells that it is too large.
    let most = MAXIMUM_BYTES as u64 + 1;
    let read = io::stdin().lock().take(most).read_to_end(&mut bytes);
    read.map_err(|error| Failure::Message(Message::same(format!("{INPUT}: {error}"))))?;
    Ok(DeckFile {
        origin: Origin::File(path.clone()),
        path,
        name: deck::deck_name(&bytes).map(|(name, _)| name),
        bytes: Ok(bytes),
        options: DeckOptions::default(),
    })
}

/// The cards whose histories the decks in the folders of single files take over.
fn taken_beside(places: &[PathBuf]) -> Vec<String> {
    let single = places.iter().filter(|path| path.is_file());
    let whole = single.filter_map(|path| path.canonicalize().ok());
    let folders: BTreeSet<PathBuf> = whole
        .filter_map(|path| path.parent().map(Path::to_owned))
        .collect();
    let folders: Vec<PathBuf> = folders.into_iter().collect();
    if folders.is_empty() {
        return Vec::new();
    }
    let files = library(&folders).files.into_iter();
    let decks = files.filter_map(|file| deck::read(&file.path, file.bytes.as_ref().ok()?).deck);
    let cards = decks.flat_map(|deck| deck.cards);
    cards.flat_map(|card| card.replaces).collect()
}

/// What is in a file that is checked as no deck, to show where it is wrong.
fn source(path: &Path) -> Option<Vec<u8>> {
    let metadata = fs::metadata(path).ok()?;
    let small = metadata.is_file() && metadata.len() <= MAXIMUM_BYTES as u64;
    small.then(|| fs::read(path).ok())?
}

/// The day of the check: the one that it is for whoever studies here, so that a
/// card is told to be past its day when it is.
pub(super) fn today() -> Result<Option<Date>, Failure> {
    let clock = clock()?;
    // A check needs no home, and other commands tell what is wrong with its settings.
    let settings = Folders::find().and_then(|folders| folders.settings());
    let study_clock = settings
        .unwrap_or_default()
        .study_clock(clock.zone().clone());
    Ok(study_clock.today(clock.now()))
}

/// The decks, and the files and folders in which they were found.
fn find(global: &Global, paths: &[PathBuf]) -> Result<(Library, Vec<PathBuf>), Failure> {
    let named = named(global, paths)?;
    if !named.is_empty() {
        return Ok((library(&named), named));
    }
    let folders = Folders::find()?;
    let settings = folders.settings()?;
    let place = Place {
        home: folders.home,
        decks: Vec::new(),
    };
    Ok((read_decks(&place, &settings), usual(&place, &settings)))
}

/// The files and folders that the command line names, all of which are there.
pub(super) fn named(global: &Global, paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let named = if paths.is_empty() {
        global.decks.clone()
    } else {
        paths.to_vec()
    };
    for path in &named {
        exists(path)?;
    }
    Ok(named)
}

/// The decks in files and folders.
pub(super) fn library(places: &[PathBuf]) -> Library {
    let paths: Vec<&Path> = places.iter().map(PathBuf::as_path).collect();
    Library::find(&paths, false)
}

/// The files and folders of the current decks.
pub(super) fn usual(place: &Place, settings: &Settings) -> Vec<PathBuf> {
    let mut places = vec![place.home.join("decks")];
    places.extend(settings.decks.iter().cloned());
    places
}

/// `2 decks, 30 cards: 1 error, 3 warnings`
fn summary(decks: usize, cards: usize, diagnostics: &[&Diagnostic]) -> Message {
    let of = |severity| {
        let found = diagnostics.iter().filter(|told| told.severity == severity);
        found.count()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let (wrong, doubtful) = (count(errors, "error"), count(warnings, "warning"));
    let found = match (errors, warnings) {
        (0, 0) => message!("nothing is wrong", "문제 없음"),
        (errors, 0) => message!("{wrong}", "오류 {errors}건"),
        (0, warnings) => message!("{doubtful}", "경고 {warnings}건"),
        (errors, warnings) => message!("{wrong}, {doubtful}", "오류 {errors}건, 경고 {warnings}건"),
    };
    let [found, found_ko] = Lang::ALL.map(|lang| found.says(lang));
    let (read, made) = (count(decks, "deck"), count(cards, "card"));
    message!(
        "{read}, {made}: {found}",
        "덱 {decks}개, 카드 {cards}장: {found_ko}"
    )
}

pub(super) fn count(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{s}")
}
