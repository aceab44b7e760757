//! A verdict as a diagnostic.

use super::Verdict;
use super::claim::{Claim, What};
use super::days::SOURCE_DAY;
use super::deck::Written;
use crate::deck::{Diagnostic, Severity};
use crate::message;
use crate::text::Message;

/// The code of what is not in the source.
pub(in crate::author) const MISSING: &str = "not-in-source";
/// The code of what is there with another unit or scale.
pub(in crate::author) const OTHER_UNIT: &str = "other-unit";
/// The code of what is there, but about something else.
pub(in crate::author) const ELSEWHERE: &str = "said-of-another";

/// Whether a claim is a name that the article does not name.
pub(super) fn is_unnamed(claim: &Claim<'_>, verdict: &Verdict) -> bool {
    let missing = matches!(verdict, Verdict::Missing { nearest: None });
    missing && matches!(claim.what, What::Name(_))
}

/// That the article does not name these.
pub(super) fn unnamed(names: &[String]) -> Message {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let all = quoted.join(", ");
    match names.len() {
        1 => message!(
            "the article does not name {all}, nor a word of it",
            "{all}: 기사에 나오지 않는 이름입니다(그 일부도 없습니다)"
        ),
        _ => message!(
            "the article names none of {all}, nor a word of them",
            "{all}: 모두 기사에 나오지 않는 이름입니다(그 일부도 없습니다)"
        ),
    }
}

/// A day that is told with the name that it has in the article, in Korean.
fn in_korean(day: &str) -> String {
    match day.strip_prefix(SOURCE_DAY) {
        Some(date) => format!("출처의 날짜{}", date.replacen(", ", "인 ", 1)),
        None => day.to_owned(),
    }
}

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
            message!(
                "the article has '{there}' where the deck says '{written}'",
                "덱에는 '{written}', 기사에는 '{there}'입니다"
            ),
            message!(
                "see {article}, line {line}, and write its unit and scale",
                "{article} {line}번째 줄대로 단위와 자릿수를 맞추세요"
            ),
        ),
        Verdict::Elsewhere {
            line,
            meant,
            meant_line,
        } => (
            ELSEWHERE,
            match claim.what {
                What::Name(_) => message!(
                    "the article has it from '{meant}', and names '{written}' elsewhere",
                    "'{written}': 기사에서는 다른 말을 한 이름입니다; 이 말을 한 것은 '{meant}'입니다"
                ),
                _ => message!(
                    "the article has '{meant}' where the deck's words are, and '{written}' of something else",
                    "'{written}': 기사에서는 다른 내용에 나옵니다; 이 내용의 값은 '{meant}'입니다"
                ),
            },
            if line == meant_line {
                message!("see {article}, line {line}", "{article} {line}번째 줄 확인")
            } else {
                message!(
                    "see {article}, lines {meant_line} and {line}",
                    "{article} {meant_line}번째 줄과 {line}번째 줄 확인"
                )
            },
        ),
        Verdict::Missing { nearest } => {
            let message = match (&claim.what, nearest) {
                (What::AsOf(_), Some((day, _))) => {
                    let day_ko = in_korean(day);
                    message!(
                        "'{written}' is neither {day}, nor one before it that the article names",
                        "'{written}': {day_ko}도, 기사에 나오는 그 전 날짜도 아닙니다"
                    )
                }
                (_, Some((there, _))) => {
                    message!(
                        "the article has '{there}' where the deck says '{written}'",
                        "덱에는 '{written}', 기사에는 '{there}'입니다"
                    )
                }
                (What::Name(_), None) => unnamed(std::slice::from_ref(written)),
                (What::Spelling, _) => {
                    message!(
                        "'{written}' has another number than the answer that it is to spell",
                        "'{written}': 같은 답의 다른 표기인데 수가 다릅니다"
                    )
                }
                (What::Itself, _) => message!(
                    "'{written}' reckons a fact against itself",
                    "'{written}': 같은 사실끼리 셈한 식입니다"
                ),
                (_, None) => message!(
                    "'{written}' is not in the article",
                    "'{written}': 기사에 없습니다"
                ),
            };
            let help = match (&claim.what, nearest) {
                (What::AsOf(_), _) | (_, None) => message!(
                    "see {article}; end the line with '# dateline: ignore {MISSING}' if it is from elsewhere",
                    "{article} 확인; 다른 데서 온 것이면 줄 끝에 '# dateline: ignore {MISSING}' 주석을 쓰세요"
                ),
                (_, Some((_, line))) => {
                    message!("see {article}, line {line}", "{article} {line}번째 줄 확인")
                }
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
