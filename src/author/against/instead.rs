//! Another word where a name has one: a slip of the pen, or another name.

use std::ops::Range;

use super::article::Read;
use super::claims::{LONGEST_NAME, scalars};
use super::deck::{Entry, Written, own_words};
use super::tell::MISSING;
use super::words::{IDLE, alike};
use crate::author::prose::words;
use crate::deck::{Diagnostic, Severity};
use crate::message;
use crate::text::{is_hangul, keystrokes};

/// Texts in which names are mentioned.
const TEXTS: [&str; 9] = [
    "ask",
    "label",
    "hint",
    "note",
    "reported_note",
    "list",
    "order",
    "pairs",
    "cloze",
];
/// What stands before a name and is none of it.
pub(super) const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "professor",
    "president",
    "minister",
    "secretary",
    "chairman",
    "chairwoman",
    "sir",
    "lady",
    "lord",
    "judge",
    "mayor",
    "senator",
    "governor",
    "general",
    "captain",
    "chancellor",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "ceo",
];
/// Shorter words are like too many others.
const SHORTEST: usize = 4;
/// Words of so many letters may be two slips apart.
const LONG: usize = 7;
/// Letters that make another word of a name: Ghana, Ghanaian.
const ENDING: usize = 3;
/// A Korean name of fewer syllables is like too many words.
const SYLLABLES: usize = 3;

/// What a Korean word ends in that is no name, or has a particle.
const KOREAN_ENDINGS: &[char] = &[
    '다', '를', '을', '은', '는', '의', '에', '고', '한', '된', '할',
];

/// A word of a text: where it stands there, and folded.
struct Word<'t> {
    span: Range<usize>,
    folded: String,
    text: &'t str,
}

impl<'t> Word<'t> {
    /// The words of a text.
    fn all(text: &'t str) -> Vec<Word<'t>> {
        let words = words(text).into_iter();
        words
            .map(|(at, folded)| Word::at(text, at, folded))
            .collect()
    }

    /// The one that begins at a byte.
    fn at(text: &'t str, at: usize, folded: String) -> Word<'t> {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest
            .chars()
            .take(folded.chars().count())
            .map(char::len_utf8);
        let span = at..at + length.sum::<usize>();
        Word {
            text: text.get(span.clone()).unwrap_or_default(),
            span,
            folded,
        }
    }

    fn is_korean(&self) -> bool {
        self.folded.chars().all(is_hangul)
    }

    /// Whether it is written as a name is.
    fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
            && self.text.contains(char::is_lowercase)
            && !IDLE.contains(&self.folded.as_str())
    }

    /// Whether an article has it, in whatever form.
    fn stands(&self, read: &Read) -> bool {
        let mut there = read.words.iter();
        there.any(|(_, there)| {
            if self.is_korean() {
                return there.starts_with(self.folded.as_str()) || alike(there, &self.folded);
            }
            let rest = there.strip_prefix(self.folded.as_str());
            let rest = rest.or_else(|| self.folded.strip_prefix(there.as_str()));
            rest.is_some_and(|rest| {
                rest.is_empty() || self.folded.len() >= SHORTEST && rest.len() <= ENDING
            })
        })
    }

    /// The number of a word of an article that is one slip off it.
    fn like(&self, read: &Read) -> Option<usize> {
        let length = self.folded.chars().count();
        let korean = self.is_korean();
        if length < if korean { SYLLABLES } else { SHORTEST } {
            return None;
        }
        let keys = |word: &str| keystrokes(word).into_iter().collect::<String>();
        let mine = keys(&self.folded);
        let first = self.folded.chars().next();
        let slips = |(at, there): &(usize, String)| {
            if korean {
                // A particle may stand behind it.
                let there: String = there.chars().take(length).collect();
                let most = if length > SYLLABLES { 2 } else { 1 };
                return there.chars().all(is_hangul)
                    && there.chars().count() == length
                    && strsim::osa_distance(&mine, &keys(&there)) <= most;
            }
            let longer = length.max(there.chars().count());
            let sounds = length > SHORTEST && sound(&self.folded) == sound(there);
            let most = if longer >= LONG || sounds { 2 } else { 1 };
            there.chars().next() == first
                && longer - length.min(there.chars().count()) <= most
                && strsim::osa_distance(&self.folded, there) <= most
                && Word::at(read.prose.text(), *at, there.clone()).is_capital()
        };
        read.words.iter().position(slips)
    }
}

/// How a name sounds, by Russell's Soundex without its limit of four: Deakin and
/// Deacon, Meyer and Maier.
fn sound(name: &str) -> String {
    let code = |c: char| match c {
        'b' | 'f' | 'p' | 'v' => '1',
        'c' | 'g' | 'j' | 'k' | 'q' | 's' | 'x' | 'z' => '2',
        'd' | 't' => '3',
        'l' => '4',
        'm' | 'n' => '5',
        'r' => '6',
        'h' | 'w' => 'h',
        _ => ' ',
    };
    let mut codes: Vec<char> = name.chars().map(code).filter(|c| *c != 'h').collect();
    codes.dedup();
    codes.into_iter().filter(|c| *c != ' ').collect()
}

/// Where an article has another word than a name, in the place of one of its
/// words that stands nowhere there: one a slip or two off, or one beside the
/// others of the name.
pub(super) fn instead(name: &str, read: &Read) -> Option<Range<usize>> {
    let words = Word::all(name);
    let phrase = words.iter().any(|word| {
        !word.is_capital() && !word.is_korean() && !IDLE.contains(&word.folded.as_str())
    });
    words.iter().enumerate().find_map(|(at, word)| {
        if word.is_korean() {
            let is_name = !word.folded.ends_with(KOREAN_ENDINGS) && !word.stands(read);
            let there = is_name.then(|| word.like(read)).flatten()?;
            let is_beside = |other: Option<usize>, there: Option<usize>| {
                let other = other.and_then(|at| words.get(at));
                let there = there.and_then(|at| read.words.get(at));
                other
                    .zip(there)
                    .is_some_and(|(other, (_, there))| other.folded == *there)
            };
            let beside = words.len() == 1
                || is_beside(at.checked_sub(1), there.checked_sub(1))
                || is_beside(Some(at + 1), Some(there + 1));
            return beside.then(|| span(read, there)).flatten();
        }
        if TITLES.contains(&word.folded.as_str()) {
            return None;
        }
        // A phrase begins with a capital, whatever its first word is.
        if !word.is_capital() || phrase && at == 0 || word.stands(read) {
            return None;
        }
        let like = word.like(read).and_then(|there| span(read, there));
        like.or_else(|| beside(name, &words, word, read))
    })
}

/// Where a word of an article stands.
fn span(read: &Read, number: usize) -> Option<Range<usize>> {
    let (at, word) = read.words.get(number)?;
    Some(Word::at(read.prose.text(), *at, word.clone()).span)
}

/// Where an article has what stands before a word of a name, or behind it, and
/// another word in its place.
fn beside(name: &str, words: &[Word<'_>], word: &Word<'_>, read: &Read) -> Option<Range<usize>> {
    let text = read.prose.text();
    let names = |span: Range<usize>| {
        let mut within = words.iter().filter(|word| span.contains(&word.span.start));
        within.any(Word::is_capital)
    };
    let other = |number: usize| {
        let (at, folded) = read.words.get(number)?;
        let other = Word::at(text, *at, folded.clone());
        let known = words.iter().any(|word| word.folded == other.folded);
        let idle = TITLES.contains(&other.folded.as_str()) || is_first_alone(&other, read);
        (other.is_capital() && !known && !idle).then_some(other)
    };
    let number = |at: usize| read.words.binary_search_by_key(&at, |(at, _)| *at).ok();
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let before = name
        .get(..word.span.start)
        .filter(|_| names(0..word.span.start));
    let behind = name
        .get(word.span.end..)
        .filter(|_| names(word.span.end..name.len()));
    let followed = before.and_then(|before| {
        text.match_indices(before).find_map(|(at, _)| {
            let whole = free(text.get(..at)?.chars().next_back());
            let other = other(number(at + before.len())?)?;
            whole.then_some(at..other.span.end)
        })
    });
    followed.or_else(|| {
        let behind = behind?;
        text.match_indices(behind).find_map(|(at, _)| {
            let end = at + behind.len();
            let whole = free(text.get(end..)?.chars().next());
            let last = read.words.partition_point(|(start, _)| *start < at);
            let other = other(last.checked_sub(1)?)?;
            (whole && other.span.end == at).then_some(other.span.start..end)
        })
    })
}

/// Whether a word has its capital as the first of a sentence, and none elsewhere.
fn is_first_alone(word: &Word<'_>, read: &Read) -> bool {
    let text = read.prose.text();
    let small = |(at, there): &(usize, String)| {
        let first = text.get(*at..).and_then(|rest| rest.chars().next());
        *there == word.folded && first.is_some_and(char::is_lowercase)
    };
    read.sentence_at(word.span.start).start == word.span.start && read.words.iter().any(small)
}

/// The words with capitals around one of a name that stands in an article:
/// `Paul Deakin` around `deakin`.
pub(super) fn name_around(word: &str, read: &Read) -> Option<Range<usize>> {
    let number = read.words.iter().position(|(_, there)| there == word)?;
    let text = read.prose.text();
    let of_name = |span: &Range<usize>| {
        text.get(span.clone())
            .is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let here = span(read, number)?;
    let joined = |from: usize, to: usize| text.get(from..to) == Some(" ");
    let before = number.checked_sub(1).and_then(|number| span(read, number));
    let before = before.filter(|before| of_name(before) && joined(before.end, here.start));
    let behind =
        span(read, number + 1).filter(|next| of_name(next) && joined(here.end, next.start));
    let start = before.map_or(here.start, |before| before.start);
    Some(start..behind.map_or(here.end, |next| next.end))
}

/// The names that the texts of an entry mention and no article has, where one
/// has a name a slip or two off.
pub(super) fn mentions(
    deck: &Written<'_>,
    entry: &Entry<'_>,
    reads: &[&Read],
    paths: &str,
    found: &mut Vec<Diagnostic>,
) {
    for key in TEXTS {
        let said = entry.said(key, deck.language).into_iter();
        for node in said.flat_map(|(_, _, node)| scalars(node)) {
            let text = own_words(node.text().unwrap_or_default(), key == "cloze");
            // What is short is a name as a whole.
            let is_item = ["list", "order", "pairs"].contains(&key);
            if is_item && text.split_whitespace().count() <= LONGEST_NAME {
                continue;
            }
            for word in Word::all(&text) {
                let head = text.get(..word.span.start).unwrap_or_default();
                let inside = head
                    .trim_end()
                    .ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '&'));
                if !inside || word.is_korean() || !word.is_capital() {
                    continue;
                }
                if reads.iter().any(|read| word.stands(read)) {
                    continue;
                }
                let like = |read: &&Read| {
                    let span = span(read, word.like(read)?)?;
                    Some((
                        read.prose.at(&span).to_owned(),
                        read.prose.line_of(span.start),
                    ))
                };
                let Some((there, line)) = reads.iter().find_map(like) else {
                    continue;
                };
                let written = word.text;
                found.push(Diagnostic {
                    code: MISSING,
                    severity: Severity::Error,
                    path: deck.path.clone(),
                    place: deck.place_of(node, written, 0),
                    message: message!(
                        "the article has '{there}' where the deck says '{written}'",
                        "덱에는 '{written}', 기사에는 '{there}'입니다"
                    ),
                    help: Some(message!(
                        "see {paths}, line {line}",
                        "{paths} {line}번째 줄 확인"
                    )),
                });
            }
        }
    }
}
