//! Which sentences are the article's own, and not those of menus, bylines,
//! lists of links, notes on rights and other articles.

use std::ops::Range;

use super::line;
use crate::author::prose::{Prose, ends, states, without_marks};
use crate::figure::Date;
use crate::text::{is_hangul, width};

/// What stands in no sentence of the news, lower case.
const NOISE: &[&str] = &[
    "©",
    "ⓒ",
    "(c) ",
    "all rights reserved",
    "click here",
    "http://",
    "https://",
    "www.",
    "@",
];

/// Words of notes on rights and of offers, lower case: what states something of
/// them is news all the same.
const NOTES: &[&str] = &[
    "copyright",
    "무단 전재",
    "무단전재",
    "재배포",
    "저작권자",
    "sign up",
    "subscribe",
    "cookies",
    "구독",
    "제보는",
    "제보하기",
    "카카오톡",
];

/// The sentences of an article that are its own, in order.
pub(super) fn sentences(prose: &Prose) -> Vec<Range<usize>> {
    let mut own = Vec::new();
    let elsewhere = prose.elsewhere();
    let mut elsewhere = elsewhere.iter().peekable();
    for span in prose.sentences() {
        if elsewhere.next_if(|other| *other == span).is_some() {
            continue;
        }
        let text = line(prose.at(span));
        let words = without_marks(&text);
        let caption = is_caption(prose.line(prose.line_of(span.start)));
        if is_sentence(&text) && !is_noise(words) && !caption {
            own.push(without_dateline(prose, without_mark(prose, span)));
        }
    }
    own
}

/// Whether a text is a sentence, and not a heading, a cell or an item of a list
/// that is none.
fn is_sentence(text: &str) -> bool {
    let words = text
        .split(' ')
        .filter(|word| word.contains(char::is_alphanumeric));
    let least = if text.contains(is_hangul) { 3 } else { 4 };
    ends(text) && !text.starts_with(['#', '|']) && words.take(least).count() == least
}

fn is_noise(words: &str) -> bool {
    let lower = words.to_lowercase();
    let byline = words.split(' ').count() <= 6
        && (words.contains("기자") || words.contains("특파원") || lower.starts_with("by "));
    let stamp = [
        "입력",
        "등록",
        "수정",
        "승인",
        "기사입력",
        "published",
        "updated",
        "posted",
    ]
    .iter()
    .filter_map(|stamp| lower.strip_prefix(stamp))
    .any(|rest| {
        let rest = rest.trim_start_matches([' ', ':']);
        rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with("on ")
    });
    byline
        || stamp
        || is_dateline(words)
        || words.split(' ').any(is_phone)
        || NOISE.iter().any(|noise| lower.contains(noise))
        || NOTES.iter().any(|note| lower.contains(note)) && !states(words)
}

/// Whether a line stands below a picture: it says whose picture it is.
fn is_caption(line: &str) -> bool {
    const CREDITS: &[&str] = &[
        "사진=",
        "사진 =",
        "사진제공",
        "사진 제공",
        "/사진",
        "Photograph:",
        "Photo:",
        "(Photo",
        "[Photo",
    ];
    const LONGEST: usize = 240;
    width(line) <= LONGEST && CREDITS.iter().any(|credit| line.contains(credit))
}

/// Whether words are a day with at most the name of a paper before it:
/// `나루일보 2025. 2. 9.`
fn is_dateline(words: &str) -> bool {
    let words = words.trim_end_matches(['.', ' ', '*']);
    let starts = words.match_indices(' ').map(|(at, _)| at + 1);
    let mut starts = std::iter::once(0).chain(starts).take(5);
    starts.any(|at| {
        let (paper, day) = words.split_at_checked(at).unwrap_or((words, ""));
        let named = |word: &str| !word.starts_with(|c: char| c.is_ascii_lowercase());
        let day = Date::parse(day).ok();
        day.is_some_and(|day| day.year.is_some() && day.day.is_some())
            && paper.split_whitespace().all(named)
    })
}

/// Whether a word is the number of a telephone: `555-1234`, `02-123-4567`.
fn is_phone(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let parts: Vec<&str> = word.split('-').collect();
    let last = parts.last().map_or(0, |part| part.len());
    let plain = word.chars().all(|c| c.is_ascii_digit() || c == '-');
    plain && digits >= 7 && parts.len() > 1 && last == 4
}

/// The span of a sentence without the mark of a list before it.
fn without_mark(prose: &Prose, span: &Range<usize>) -> Range<usize> {
    let text = prose.at(span);
    let marks = ["- ", "* ", "+ ", "• ", "· ", "▲ ", "▶ ", "■ "];
    let length = marks.iter().find(|mark| text.starts_with(**mark));
    span.start + length.map_or(0, |mark| mark.len())..span.end
}

/// The span of a sentence without where and by whom it was written, which the
/// first of an article may begin with: `ABIDJAN, Nov 26 (Reuters) - `,
/// `(서울=연합뉴스) 김가온 기자 = `, `[나루일보 김가온 기자] `.
fn without_dateline(prose: &Prose, span: Range<usize>) -> Range<usize> {
    const LONGEST: usize = 80;
    let text = prose.at(&span);
    let ends = [" - ", " — ", " – ", " = ", "기자] ", "특파원] "];
    let end = ends
        .iter()
        .filter_map(|end| Some(text.find(end)? + end.len()));
    let Some(head) = end.min().and_then(|end| text.get(..end)) else {
        return span;
    };
    let first = head.split([' ', ',']).next().unwrap_or_default();
    let capitals = first.chars().count() > 2 && first.chars().all(|c| c.is_ascii_uppercase());
    let bracketed = head.starts_with(['(', '[', '【']) && head.contains(is_hangul);
    let agency = head.contains('(') && head.trim_end_matches([' ', '-', '—', '–']).ends_with(')');
    let written = capitals || bracketed || agency && first.starts_with(char::is_uppercase);
    if written && head.len() <= LONGEST {
        span.start + head.len()..span.end
    } else {
        span
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> Vec<String> {
        let prose = Prose::article(text);
        let spans = sentences(&prose);
        spans.iter().map(|span| line(prose.at(span))).collect()
    }

    #[test]
    fn only_the_articles_own_sentences_count() {
        let nothing: &[&str] = &[];
        for (text, expected) in [
            (
                "The plant made 418 GWh last year.",
                &["The plant made 418 GWh last year."][..],
            ),
            ("Ferry strike enters its 14th day", nothing),
            ("Home | Energy | Jobs (204)", nothing),
            ("By Oona Pell, June 15, 2023.", nothing),
            ("© 2025 The Post. All rights reserved.", nothing),
            ("Copyright 2025 The Post of Port Ellery.", nothing),
            (
                "저작권자 한결신문, 무단 전재 및 재배포를 금지합니다.",
                nothing,
            ),
            ("Subscribe to our letter for $4 a month.", nothing),
            (
                "Copyright claims by two film-makers rose to $1.2 million.",
                &["Copyright claims by two film-makers rose to $1.2 million."],
            ),
            (
                "카카오톡 구독 상품 이용자는 480만명으로 늘었다.",
                &["카카오톡 구독 상품 이용자는 480만명으로 늘었다."],
            ),
            ("## Read more\n\nA whale of 12 tons is dead.\n", nothing),
            ("입력 2024. 11. 07. 09:30.", nothing),
            ("Call 555-1234 today or visit our fine office.", nothing),
            (
                "It was 2024-11-07 when the plant was opened.",
                &["It was 2024-11-07 when the plant was opened."],
            ),
            ("강태오 기자 kang@naru.example", nothing),
            ("나루일보 2025. 2. 9.", nothing),
            ("The Estuary Post, June 15, 2023.", nothing),
            (
                "It began on June 15, 2023.",
                &["It began on June 15, 2023."],
            ),
            ("- 매출은 18.7% 늘었다.", &["매출은 18.7% 늘었다."]),
            ("많이 본 뉴스\n1 제설차 320대가 나선다.", nothing),
            (
                "관련 기사\n1 제설차 320대\n회사는 내년 6월에 새 공장 두 곳을 충주와 서산에 지을 계획이라고 밝혔다.",
                &["회사는 내년 6월에 새 공장 두 곳을 충주와 서산에 지을 계획이라고 밝혔다."],
            ),
            ("# Plant makes 418 GWh!", nothing),
            (
                "▲ 지난 18일 나루시의 한 공장에서 직원들이 김을 포장하고 있다. /사진=나루일보DB",
                nothing,
            ),
            (
                "ABIDJAN, Nov 26 (Meridian) - Ivory Coast will harvest 1.62 million tonnes.",
                &["Ivory Coast will harvest 1.62 million tonnes."],
            ),
            (
                "HARWICK — The plant made 418 GWh last year.",
                &["The plant made 418 GWh last year."],
            ),
            (
                "(서울=나루통신) 김가온 기자 = 매출은 지난해 18.7% 늘었다.",
                &["매출은 지난해 18.7% 늘었다."],
            ),
            (
                "[나루일보 김가온 기자] 매출은 지난해 18.7% 늘었다.",
                &["매출은 지난해 18.7% 늘었다."],
            ),
            (
                "The plant - 418 GWh in its first year - was cheap.",
                &["The plant - 418 GWh in its first year - was cheap."],
            ),
        ] {
            assert_eq!(own(text), expected, "{text}");
        }
    }
}
