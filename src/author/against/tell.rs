//! A verdict as a diagnostic.

use super::Verdict;
use super::claim::{Claim, What};
use super::deck::Written;
use crate::deck::{Diagnostic, Severity};

/// The code of what is not in the source.
pub(in crate::author) const MISSING: &str = "not-in-source";
/// The code of what is there with another unit or scale.
pub(in crate::author) const OTHER_UNIT: &str = "other-unit";
/// The code of what is there, but about something else.
pub(in crate::author) const ELSEWHERE: &str = "said-of-another";

/// What is to be told of a verdict on a claim; nothing if all is well.
pub(super) fn diagnostic(
    deck: &Written<'_>,
    claim: &Claim<'_>,
    verdict: &Verdict,
    article: &str,
) -> Option<Diagnostic> {
    let written = &claim.written;
    let (code, message, help) = match verdict {
        Verdict::OtherUnit {
            line,
            written: there,
        } => (
            OTHER_UNIT,
            format!("the article has '{there}' where the deck says '{written}'"),
            format!("see {article}, line {line}, and write its unit and scale"),
        ),
        Verdict::Elsewhere {
            line,
            meant,
            meant_line,
        } => (
            ELSEWHERE,
            format!(
                "the article has '{meant}' where the deck's words are, and '{written}' of something else"
            ),
            format!("see {article}, lines {meant_line} and {line}"),
        ),
        Verdict::Missing { nearest } => {
            let message = match (&claim.what, nearest) {
                (What::AsOf(_), Some((day, _))) => {
                    format!(
                        "'{written}' is neither {day}, nor one before it that the article names"
                    )
                }
                (_, Some((there, _))) => {
                    format!("the article has '{there}' where the deck says '{written}'")
                }
                (What::Name(_), None) => {
                    format!("the article does not name '{written}', nor a word of it")
                }
                (What::Spelling, _) => {
                    format!("'{written}' has another number than the answer that it is to spell")
                }
                (_, None) => format!("'{written}' is not in the article"),
            };
            let help = match (&claim.what, nearest) {
                (What::AsOf(_), _) | (_, None) => format!(
                    "see {article}; end the line with '# dateline: ignore {MISSING}' if it is from elsewhere"
                ),
                (_, Some((_, line))) => format!("see {article}, line {line}"),
            };
            (MISSING, message, help)
        }
        _ => return None,
    };
    Some(Diagnostic {
        code,
        severity: Severity::Error,
        path: deck.path.clone(),
        place: claim.place,
        message,
        help: Some(help),
    })
}
