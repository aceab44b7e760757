//! Deck files in, findings out: what reading them tells, and what the rules find.

use std::path::Path;

use super::against::{self, Article, Report};
use super::holding::hold;
use super::ignore::Ignores;
use super::learner::{Flag, Histories, History};
use super::rule::{Find, Finding, Rule, UnknownRule};
use super::rules::{FIGURES_DIFFER, UNUSED_IGNORE, unused};
use super::sheet::Sheet;
use super::subject::Subject;
use super::world::World;
use crate::deck::{DeckFile, Diagnostic};
use crate::figure::Date;
use crate::order::Order as _;
use crate::parallel;
use crate::text::safe_line;

/// What a check is given besides the files.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'c> {
    /// The day on which it is made; without one nothing is stale.
    pub today: Option<Date>,
    /// What learners flagged.
    pub flags: &'c [Flag],
    /// What learners studied.
    pub histories: &'c [History],
    /// The cards, in full, whose histories decks take over that are not checked.
    pub taken_beside: &'c [String],
    /// Which rules count; all without one.
    pub selection: Option<&'c Selection>,
    /// What decks are held against, by their sources.
    pub articles: &'c [Article],
    /// Whether nothing is told of decks that were not held against them yet.
    pub only_held: bool,
}

/// Rules that are told and rules that are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    select: Vec<&'static str>,
    ignore: Vec<&'static str>,
}

impl Selection {
    /// Only the rules of `select` (all if there are none), without those of `ignore`.
    ///
    /// # Errors
    /// When a code is no rule's.
    pub fn new(select: &[String], ignore: &[String]) -> Result<Selection, UnknownRule> {
        let codes = |named: &[String]| -> Result<Vec<&'static str>, UnknownRule> {
            let rules = named.iter().map(|code| Rule::named(code));
            rules.map(|rule| Ok(rule?.code)).collect()
        };
        Ok(Selection {
            select: codes(select)?,
            ignore: codes(ignore)?,
        })
    }

    /// Whether findings of a code are told.
    pub fn takes(&self, code: &str) -> bool {
        (self.select.is_empty() || self.select.contains(&code)) && !self.ignore.contains(&code)
    }
}

/// A file that was checked.
#[derive(Debug, Clone)]
pub struct CheckedFile<'f> {
    /// How messages call it.
    pub path: &'f Path,
    /// What is in it, if it can be read.
    pub bytes: Option<&'f [u8]>,
    /// How many cards it makes, with what is broken left out.
    pub cards: usize,
    /// What was found, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// How what it says stands to the articles; or the names of its sources,
    /// where an article does not say which of them it is.
    pub truth: Result<Report, String>,
}

/// Checks deck files, on all cores. The result is the same in any case: in the
/// order of the files. `progress` is called, from any thread, twice a file: when
/// it was read, and when the rules were run on it.
pub fn check<'f>(
    files: &'f [DeckFile],
    setting: &Setting<'_>,
    progress: &(impl Fn() + Sync),
) -> Vec<CheckedFile<'f>> {
    let sheets: Vec<Sheet<'_>> = parallel::each(files, |file| {
        let sheet = Sheet::read(file);
        progress();
        sheet
    });
    let world = world(&sheets, setting);
    let found = parallel::each(&sheets, |sheet| {
        let found = findings(sheet, &world, setting);
        progress();
        found
    });
    let checked = files.iter().zip(&sheets).zip(found);
    let checked = checked
        .map(|((file, sheet), (diagnostics, truth))| CheckedFile {
            path: &file.path,
            bytes: file.bytes.as_deref().ok(),
            cards: sheet.sound().len(),
            diagnostics,
            truth,
        })
        .collect();
    parallel::let_go(sheets);
    checked
}

/// All that is wrong with each of the files, and how it stands to the articles.
pub(super) fn all_findings(
    sheets: &[Sheet<'_>],
    setting: &Setting<'_>,
) -> Vec<(Vec<Diagnostic>, Result<Report, String>)> {
    let world = world(sheets, setting);
    parallel::each(sheets, |sheet| findings(sheet, &world, setting))
}

fn world<'s>(sheets: &'s [Sheet<'_>], setting: &Setting<'s>) -> World<'s> {
    let mut world = World::new(sheets, setting.today, setting.flags);
    world.take_beside(setting.taken_beside);
    world.histories = Histories::new(setting.histories);
    world
}

/// All that is wrong with one file, in its order.
pub(super) fn findings(
    sheet: &Sheet<'_>,
    world: &World<'_>,
    setting: &Setting<'_>,
) -> (Vec<Diagnostic>, Result<Report, String>) {
    let selection = setting.selection;
    let mut told = sheet.opened.reading.diagnostics.clone();
    if let Some(subject) = Subject::new(sheet) {
        let alone = || {
            let found = |rule: &Rule| match rule.find {
                Some(Find::Alone(find)) => find(&subject),
                Some(Find::Among(_)) | None => Vec::new(),
            };
            of_rules(sheet, found)
        };
        told.extend_from_slice(sheet.alone.get_or_init(alone));
        told.extend(of_rules(sheet, |rule| match rule.find {
            Some(Find::Among(find)) => find(&subject, world),
            Some(Find::Alone(_)) | None => Vec::new(),
        }));
    }
    let read = || {
        let text = sheet.bytes.as_deref();
        let text = text.map(String::from_utf8_lossy).unwrap_or_default();
        Ignores::read(&text, sheet.tree())
    };
    let mut ignores = sheet.ignores.get_or_init(read).clone();
    told.retain(|told| !ignores.covers(told.code, told.place.line));
    let mut truth = match sheet.bytes.as_deref() {
        Some(bytes) if !setting.articles.is_empty() => {
            let held = || hold(&sheet.path, bytes, &sheet.opened, setting.articles);
            let known = match setting.only_held {
                true => sheet.truth.get(),
                false => Some(sheet.truth.get_or_init(held)),
            };
            known.map_or_else(
                || Ok(Report::default()),
                |(truth, used)| {
                    ignores.use_too(used);
                    truth.clone()
                },
            )
        }
        _ => Ok(Report::default()),
    };
    if let Ok(report) = &mut truth {
        told.extend(report.diagnostics.drain(..).map(|told| Diagnostic {
            message: told.message.map(safe_line),
            help: told.help.map(|help| help.map(safe_line)),
            ..told
        }));
        // Two that differ are told once, by who knows the source.
        let known: Vec<usize> = told
            .iter()
            .filter(|told| told.code == against::TRANSLATION_DIFFERS)
            .map(|told| told.place.line)
            .collect();
        told.retain(|told| told.code != FIGURES_DIFFER || !known.contains(&told.place.line));
    }
    // Without all articles no one knows whether these are of use.
    let unknown = |code: &str| against::CODES.contains(&code);
    // What ignores these is never of use by itself.
    if !ignores.covers(UNUSED_IGNORE.code, 0) {
        let unused_ones = ignores.unused().filter(|ignored| !unknown(&ignored.code));
        let unused_ones = unused_ones.filter(|ignored| !sheet.is_cut(ignored.place.line));
        told.extend(unused_ones.map(|ignored| diagnostic(sheet, &UNUSED_IGNORE, unused(ignored))));
    }
    told.retain(|told| selection.is_none_or(|selection| selection.takes(told.code)));
    told.order_by(|one, two| {
        let key = |told: &Diagnostic| (told.place.line, told.place.column, told.code);
        key(one).cmp(&key(two))
    });
    (told, truth)
}

/// What each rule found.
fn of_rules(sheet: &Sheet<'_>, found: impl Fn(&Rule) -> Vec<Finding>) -> Vec<Diagnostic> {
    let each = |rule: &'static Rule| {
        let findings = found(rule).into_iter();
        // What is no YAML was told as such.
        let findings = findings.filter(|finding| !sheet.is_cut(finding.place.line));
        findings.map(|finding| diagnostic(sheet, rule, finding))
    };
    Rule::ALL.iter().flat_map(each).collect()
}

fn diagnostic(sheet: &Sheet<'_>, rule: &Rule, finding: Finding) -> Diagnostic {
    Diagnostic {
        code: rule.code,
        severity: rule.severity,
        path: sheet.path.to_path_buf(),
        place: finding.place,
        message: finding.message.map(safe_line),
        help: Some(finding.help.map(safe_line)),
    }
}

#[cfg(test)]
mod tests;
