//! What stands in the file of an article and is none of it: under the headings
//! of other articles, of lists of links, of comments.

use std::ops::Range;

use super::Prose;
use super::verbs::states;
use crate::text::is_hangul;

/// Headings of what is not the article, lower case.
const OTHERS: &[&str] = &[
    "read more",
    "read also",
    "related",
    "more from",
    "more stories",
    "most read",
    "most viewed",
    "most popular",
    "see also",
    "recommended",
    "trending",
    "popular",
    "latest news",
    "newsletter",
    "comments",
    "share this",
    "you may also",
    "you might also",
    "top stories",
    "advertisement",
    "많이 본",
    "관련 기사",
    "관련기사",
    "관련 뉴스",
    "관련뉴스",
    "추천 기사",
    "추천기사",
    "함께 읽",
    "함께 볼",
    "이 시각",
    "인기 기사",
    "인기기사",
    "주요 뉴스",
    "주요뉴스",
    "최신 뉴스",
    "최신뉴스",
    "다른 기사",
    "다른기사",
    "번호 제목",
    "댓글",
    "목록",
    "이전 글",
    "다음 글",
    "[관련",
];

/// What the parts of a bar over or under an article begin with, lower case:
/// `Sign in · Subscribe for $1 a week`.
const BEGINS: &[&str] = &[
    "skip to ",
    "sign in",
    "sign up",
    "log in",
    "subscribe",
    "privacy",
    "terms of",
    "contact us",
    "로그인",
    "회원가입",
    "구독",
    "개인정보",
    "글자크기",
    "글자 크기",
    "기사제보",
    "댓글",
];
/// What they end with.
const ENDS: &[&str] = &[
    "min read",
    "minute read",
    "comments",
    "분 소요",
    "개의 댓글",
];
/// What they are.
const PARTS: &[&str] = &[
    "home",
    "share",
    "print",
    "save",
    "menu",
    "search",
    "podcasts",
    "newsletters",
    "홈",
    "공유",
    "인쇄",
    "스크랩",
    "메뉴",
    "검색",
    "전체메뉴",
];
/// What a note on rights begins with.
const RIGHTS: &[&str] = &[
    "©",
    "ⓒ",
    "(c) ",
    "copyright",
    "all rights reserved",
    "무단 전재",
    "무단전재",
    "저작권자",
];

impl Prose {
    /// The sentences that are not the article's, in order.
    pub fn elsewhere(&self) -> Vec<Range<usize>> {
        let mut others = Vec::new();
        // Whether what is read stands under the heading of something else.
        let mut elsewhere = false;
        for span in self.sentences() {
            let text: Vec<&str> = self.at(span).split_whitespace().collect();
            let text = text.join(" ");
            let words = without_marks(&text);
            if begins_other(words) {
                elsewhere = true;
            } else if elsewhere {
                elsewhere = !(text.starts_with('#') || goes_on(words));
            }
            if elsewhere || is_bar(words) {
                others.push(span.clone());
            }
        }
        others
    }

    /// The same text, place for place, with nothing where its other articles are
    /// and the addresses of links, of which the numbers say nothing.
    pub fn without_others(mut self) -> Prose {
        for span in self.elsewhere().into_iter().chain(addresses(&self.text)) {
            let blank = |c: char| match c {
                '\n' => "\n".to_owned(),
                c => " ".repeat(c.len_utf8()),
            };
            let blank: String = self.at(&span).chars().map(blank).collect();
            if self.text.get(span.clone()).is_some() {
                self.text.replace_range(span, &blank);
            }
        }
        self
    }
}

/// The addresses of links: `https://estuary.example/energy?page=12`.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let starts = ["https://", "http://", "www."]
        .into_iter()
        .flat_map(|begin| text.match_indices(begin));
    starts
        .map(|(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            let ends = |c: char| c.is_whitespace() || !c.is_ascii() || ")>]\"'|".contains(c);
            at..at + rest.find(ends).unwrap_or(rest.len())
        })
        .collect()
}

/// A line without the marks of a heading or an item before it.
pub fn without_marks(text: &str) -> &str {
    text.trim_start_matches(['#', ' ', '*', '■', '▶', '◆', '●', '-'])
}

/// Whether a line is the heading of what is not the article.
fn begins_other(words: &str) -> bool {
    let lower = words.to_lowercase();
    let short = words.chars().count() <= 40 && !words.ends_with(['.', ',']);
    short && OTHERS.iter().any(|other| lower.starts_with(other))
}

/// Whether a line is a bar of a page: what it offers besides the article, or
/// whose it is.
fn is_bar(words: &str) -> bool {
    let lower = words.to_lowercase();
    // Copyright claims that rose are news.
    let note = RIGHTS.iter().find(|note| lower.starts_with(**note));
    if note.is_some_and(|note| !note.starts_with(char::is_alphabetic) || !states(words)) {
        return true;
    }
    // A row of a table is none, and no sentence.
    if lower.starts_with('|') || ends(words) {
        return false;
    }
    let is_part = |part: &str| {
        PARTS.contains(&part)
            || BEGINS.iter().any(|begin| part.starts_with(begin))
            || ENDS.iter().any(|end| part.ends_with(end))
    };
    let mut parts = lower.split(['|', '·', '•', '›', '»']).map(str::trim);
    parts.any(|part| part.split(' ').count() <= 6 && is_part(part))
}

/// Whether the article goes on below a list of others: a long sentence that
/// ends as one does.
fn goes_on(words: &str) -> bool {
    let long = if words.contains(is_hangul) { 8 } else { 12 };
    let numbered = words.starts_with(|c: char| c.is_ascii_digit());
    ends(words) && !numbered && words.split(' ').count() >= long
}

/// Whether a text ends as a sentence does.
pub fn ends(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '’', '」', '』', ')', ']']);
    text.ends_with(['.', '。', '!', '?']) && !text.ends_with("...")
}
