//! What a figure is of, in the article's words: the clause around it with an
//! ellipsis where it stands.

use std::ops::Range;

use super::event::is_verb;
use super::people::fits;
use super::{Source, figures, line};
use crate::author::prose::is_day_or_month;
use crate::text::{Lang, is_hangul, width};

/// How many words before and behind are taken.
const WORDS: (usize, usize) = (6, 5);
/// A label is at most so wide.
const WIDEST: usize = 64;

/// Particles that stand at the end of a word, longer ones first.
const PARTICLES: &[&str] = &[
    "으로", "에서", "까지", "부터", "을", "를", "은", "는", "이", "가", "의", "에", "로", "과",
    "와", "도",
];

/// What provinces are called before 도.
const PROVINCES: &[&str] = &[
    "제주",
    "경기",
    "강원",
    "충청",
    "충청남",
    "충청북",
    "전라",
    "전라남",
    "전라북",
    "경상",
    "경상남",
    "경상북",
];

/// What the figure at `span` is of, told by the words of the sentence around it:
/// the best way first, and then others that say less, for where a check takes
/// the first to mean another figure.
pub(super) fn forms(source: &Source, sentence: &Range<usize>, span: &Range<usize>) -> Vec<String> {
    let pieces = pieces(source, sentence, span);
    let (own, others) = match pieces.split_last() {
        Some((own, others)) => (own.words.as_slice(), others),
        None => (&[][..], &[][..]),
    };
    let (tail, joined) = behind(source, sentence, span);
    let tail: Vec<&str> = tail.split_whitespace().take(WORDS.1).collect();
    let dated = source
        .dates
        .iter()
        .any(|date| date.span.end <= span.start && is_blank(source, date.span.end..span.start));
    let bare_own = own.is_empty() || says(own) == 0 && !dated;
    let mut head: Vec<&str> = Vec::new();
    // A clause of its own says it with what follows: against 4.8 cents for wind.
    // What is a topic needs none.
    let topic = own.last().is_some_and(|word| word.ends_with(['은', '는']));
    let clause =
        pieces.last().is_some_and(|own| own.leads) && says(own) == 1 && (topic || says(&tail) > 0);
    if says(own) < 2 && !clause {
        // What it is of stands before another figure, or before a bracket.
        let leading = others
            .iter()
            .rev()
            .find(|piece| piece.leads && says(&piece.words) > 0);
        let any = || others.iter().rev().find(|piece| says(&piece.words) > 0);
        let subject = leading.or_else(any).map(|piece| piece.words.as_slice());
        head.extend(subject.unwrap_or_default().iter().map(String::as_str));
        let idle = |word: &&str| IDLE.contains(word);
        while head.last().is_some_and(idle) {
            head.pop();
        }
    }
    // Of what says nothing only the year of the figure: to $2 billion.
    let told = says(own) > 0 || head.is_empty();
    let own = own.iter().map(String::as_str);
    let own_words: Vec<&str> = own
        .filter(|word| told || has_digit(word) && dated)
        .collect();
    let own_is_empty = own_words.is_empty();
    // Up from what it was: of another clause.
    let held = own_words.first().is_some_and(|word| AGAINST.contains(word));
    if held && source.lang == Lang::En && pieces.last().is_some_and(|own| own.leads) {
        head.extend((!head.is_empty()).then_some(","));
    }
    head.extend(own_words);
    // A clause behind a comma has what it tells of before: "Maria Lopes, a nurse,
    // treated 31".
    let first = pieces.first().filter(|_| pieces.len() > 1);
    let subject = first.map(|piece| piece.words.as_slice());
    let subject = subject.filter(|words| !own_is_empty && is_subject(words));
    if let Some(subject) = subject
        && source.lang == Lang::En
        && head
            .first()
            .is_some_and(|word| !subject.iter().any(|known| known == word))
        && lacks_subject(&head)
    {
        let skip = usize::from(matches!(head.first(), Some(&("which" | "who"))));
        let told = subject.iter().map(String::as_str);
        head = told.chain(head.iter().copied().skip(skip)).collect();
    }
    // What is told of it twice has to say in what it differs.
    let way = if bare_own { Lang::En } else { source.lang };
    let most = match source.lang {
        Lang::En => WORDS.0 + 2,
        Lang::Ko => WORDS.0,
    };
    head.drain(..head.len().saturating_sub(most));
    let idle = |word: &&&str| IDLE_FIRST.contains(&word.to_lowercase().as_str());
    let idle = head.iter().take_while(idle).count();
    if idle < head.len() {
        head.drain(..idle);
    }

    // "feed" alone is of nothing: its 52 turbines feed.
    let before = line(source.prose.at(&(sentence.start..span.start)));
    if source.lang == Lang::En && tail.is_empty() && says(&lasting(&head)) < 2 {
        head = before.split_whitespace().collect();
        head.drain(..head.len().saturating_sub(WORDS.0));
    }
    let bare: Vec<&str> = head
        .iter()
        .copied()
        .filter(|word| !has_digit(word))
        .collect();
    let mut forms = vec![
        fitted(&head, &tail, joined, way),
        fitted(&head, &tail, joined, Lang::En),
        fitted(&lasting(&head), &lasting(&tail), joined, way),
        fitted(&bare, &[], joined, source.lang),
    ];
    for most in [3, 2, 1] {
        let short = bare
            .get(bare.len().saturating_sub(most)..)
            .unwrap_or_default();
        forms.push(fitted(short, &[], joined, source.lang));
    }
    forms.push(fitted(&[], &tail, joined, source.lang));
    // Last what the sentence or the article is about, whichever figure it is.
    let title = source.head.title.as_deref().unwrap_or(&source.head.name);
    let whole = [source.at(sentence), title.to_owned()];
    let neutral = whole.iter().map(|text| {
        let words = text.split_whitespace().filter(|word| !has_digit(word));
        words.take(WORDS.1).collect::<Vec<_>>()
    });
    let neutral: Vec<Vec<&str>> = neutral.collect();
    for words in &neutral {
        forms.push(fitted(words, &[], false, source.lang));
    }
    let words = neutral.iter().flatten();
    forms.extend(words.map(|word| fitted(&[word], &[], false, source.lang)));
    let mut known = Vec::new();
    forms.retain(|form| {
        let words: Vec<&str> = form.split_whitespace().collect();
        let fresh = says(&words) > 0 && !known.contains(form);
        if fresh {
            known.push(form.clone());
        }
        fresh
    });
    forms
}

/// Words of English with which a clause begins that holds a figure against another.
const AGAINST: &[&str] = &["up", "down", "from", "compared", "against", "versus"];

/// Whether words of English are what a sentence tells of, and no more: `Harlow
/// shares`, `The strike`.
fn is_subject(words: &[String]) -> bool {
    let Some(first) = words.first() else {
        return false;
    };
    let leads = [
        "In", "On", "By", "At", "From", "After", "Before", "Since", "Until", "For", "But", "And",
    ];
    (1..=5).contains(&words.len())
        && first.starts_with(char::is_uppercase)
        && !leads.contains(&first.as_str())
        && !words.iter().any(|word| is_verb(word) || has_digit(word))
}

/// Whether words of English begin with a verb, or with the "which" before one.
fn lacks_subject(words: &[&str]) -> bool {
    let first = words.iter().find(|word| !matches!(**word, "which" | "who"));
    first.is_some_and(|word| is_verb(word) || PLAIN_VERBS.contains(word))
}

/// Verbs that may be nouns, too, or are of the present.
const PLAIN_VERBS: &[&str] = &[
    "cost", "costs", "cut", "cuts", "expects", "says", "makes", "hit", "put", "can", "could",
    "reached", "covers", "plans", "runs", "employs", "sells", "owns", "may", "might", "should",
];

/// Words of a sentence before a figure, between other figures and signs.
struct Piece {
    words: Vec<String>,
    /// Whether a clause begins with it, and not what follows another figure.
    leads: bool,
}

/// The words of a sentence before `span`, cut where clauses end and where other
/// figures stand; the last piece is the figure's own.
fn pieces(source: &Source, sentence: &Range<usize>, span: &Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut from = sentence.start;
    let others = figures::worth_asking(source, sentence).map(|found| found.span.clone());
    let others = others.filter(|other| other.end <= span.start);
    for other in others.chain(std::iter::once(span.clone())) {
        let own = other == *span;
        let dated = source.dates.iter().find(|date| {
            let within = date.span.start >= from && date.span.end <= other.start;
            within && is_blank(source, date.span.end..other.start)
        });
        // A date before another figure is that one's.
        let end = dated
            .filter(|_| !own)
            .map_or(other.start, |date| date.span.start);
        let raw = source.prose.at(&(from..end));
        let glued = raw.len() - raw.trim_start_matches(char::is_alphanumeric).len();
        let glued = if from == sentence.start { 0 } else { glued };
        let mut leads = from == sentence.start;
        let mut rest = raw.get(glued..).unwrap_or_default();
        loop {
            let sign = rest.char_indices().find(|(at, c)| breaks(rest, *at, *c));
            let (at, next) =
                sign.map_or((rest.len(), None), |(at, c)| (at, Some(at + c.len_utf8())));
            pieces.push(Piece {
                words: own_words(rest.get(..at).unwrap_or_default()),
                leads,
            });
            leads = true;
            match next.and_then(|next| rest.get(next..)) {
                Some(behind) => rest = behind,
                None => break,
            }
        }
        from = other.end;
    }
    pieces
}

fn is_blank(source: &Source, span: Range<usize>) -> bool {
    source.prose.at(&span).trim().is_empty()
}

/// The words of a piece, without those that say who tells it, and without the
/// signs and the "about" before a figure.
fn own_words(text: &str) -> Vec<String> {
    let text = line(text).replace(['(', ')'], " ");
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if let Some(at) = words.iter().rposition(|word| is_source(word)) {
        words.drain(..=at);
    }
    while words.last().is_some_and(|word| IDLE_LAST.contains(word)) {
        words.pop();
    }
    words.into_iter().map(str::to_owned).collect()
}

/// The rest of the clause behind a figure, and whether it is joined to it.
fn behind(source: &Source, sentence: &Range<usize>, span: &Range<usize>) -> (String, bool) {
    let raw = source.prose.at(&(span.end..sentence.end));
    let joined = raw.starts_with(|c: char| c.is_alphanumeric());
    let behind = line(raw);
    let ends = |(at, c): &(usize, char)| {
        let after = behind.get(at + c.len_utf8()..).unwrap_or_default();
        let stop = matches!(c, '.' | '!' | '?');
        breaks(&behind, *at, *c)
            || matches!(c, '(' | ')')
            || stop && !after.starts_with(|c: char| c.is_alphanumeric())
    };
    let close = behind.char_indices().find(ends);
    let close = close.map_or(behind.len(), |(at, _)| at);
    let clause = behind.get(..close).unwrap_or_default().trim();
    let clause = if COPULAS.contains(&clause) {
        ""
    } else {
        clause
    };
    (clause.to_owned(), joined)
}

/// What makes a sentence of a Korean figure, and says nothing.
const COPULAS: &[&str] = &[
    "다",
    "이다",
    "였다",
    "이었다",
    "가 됐다",
    "이 됐다",
    "로",
    "으로",
];

/// Signs that end a clause; single quotes hold names as a rule, and end none,
/// nor do brackets with another name of the same.
const BREAKS: [char; 11] = [',', ';', ':', '[', ']', '“', '”', '"', '—', '「', '」'];

/// The last word of who it is that tells something.
const SOURCES: &[&str] = &["따르면", "의하면"];

/// Whether a word is the last of those that say who tells something.
pub(super) fn is_source(word: &str) -> bool {
    SOURCES.contains(&word.trim_end_matches(','))
}

/// Words before a figure that say nothing of what it is of.
const IDLE: &[&str] = &[
    "약",
    "무려",
    "총",
    "최대",
    "최소",
    "의",
    "및",
    "이",
    "그",
    "가운데",
    "중",
    "about",
    "some",
    "around",
    "roughly",
    "nearly",
    "almost",
    "over",
    "of",
    "the",
    "to",
    "a",
    "an",
    "by",
    "at",
    "from",
    "in",
    "on",
    "its",
    "and",
];

/// Words with which a label begins in vain.
const IDLE_FIRST: &[&str] = &[
    "and",
    "but",
    "or",
    "so",
    "that",
    "which",
    "while",
    "반면",
    "또",
    "또한",
    "하지만",
    "그러나",
    "및",
    "이로써",
    "그리고",
    "이어",
    "이는",
];

/// Words with which it ends in vain.
const IDLE_LAST: &[&str] = &[
    "약", "무려", "총", "최대", "최소", "의", "및", "about", "some", "around", "roughly", "nearly",
    "almost", "over",
];

/// Whether a clause ends at the sign at a byte: the comma of 131,000 ends none.
fn breaks(text: &str, at: usize, c: char) -> bool {
    let digit = |side: Option<char>| side.is_some_and(|side| side.is_ascii_digit());
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let behind = text.get(at + c.len_utf8()..);
    let behind = behind.and_then(|text| text.chars().next());
    BREAKS.contains(&c) && !(matches!(c, ',' | ':') && digit(before) && digit(behind))
}

/// The words without those of the present, which a label outlives.
fn lasting<'w>(words: &[&'w str]) -> Vec<&'w str> {
    const PRESENT: &[&str] = &[
        "now",
        "currently",
        "still",
        "현재",
        "지금",
        "최근",
        "오늘날",
    ];
    let lasts = |word: &&str| {
        let rank = has_digit(word) && word.contains('위');
        !rank && !PRESENT.contains(&word.to_lowercase().as_str())
    };
    words.iter().copied().filter(lasts).collect()
}

/// Whether a word is a number, or begins with one; R1 and GPT-4 are names.
pub(super) fn has_digit(word: &str) -> bool {
    let first = word.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| c.is_ascii_digit())
}

/// How many of the words say something of what a figure is of.
fn says(words: &[impl AsRef<str>]) -> usize {
    let says = |word: &&str| {
        word.contains(char::is_alphabetic) && !IDLE.contains(word) && !has_digit(word)
    };
    words.iter().map(AsRef::as_ref).filter(says).count()
}

/// The words behind a figure without those that a word cut off would have to follow.
fn whole<'w, 't>(tail: &'w [&'t str]) -> &'w [&'t str] {
    let mut tail = tail;
    while let Some((last, rest)) = tail.split_last()
        && (is_day_or_month(last) || DANGLING.contains(&last.to_lowercase().as_str()))
    {
        tail = rest;
    }
    tail
}

/// Words of English with which no label ends.
const DANGLING: &[&str] = &[
    "of", "the", "a", "an", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or",
    "than", "since", "that", "its", "their", "his", "her", "as", "all", "is", "was", "were", "are",
    "into", "who", "which", "more", "between", "during", "until", "over",
];

/// As much of the words as a label may hold: first those behind go.
fn fitted(head: &[&str], tail: &[&str], joined: bool, lang: Lang) -> String {
    let enough = |head: &[&str], kept: usize| kept == 0 && says(head) >= 2;
    let mut kept = tail.len();
    let mut from = 0;
    // A Korean phrase says what it is of before it, the verb behind it little.
    if lang == Lang::Ko && enough(head, 0) {
        kept = 0;
    }
    loop {
        let head = head.get(from..).unwrap_or_default();
        let tail = whole(tail.get(..kept).unwrap_or_default());
        let label = put(head, tail, joined);
        if width(&label) <= WIDEST || head.is_empty() && tail.is_empty() {
            return label;
        }
        if kept > 0 {
            kept -= 1;
        } else {
            from += 1;
        }
    }
}

fn put(head: &[&str], tail: &[&str], joined: bool) -> String {
    let head = head.join(" ").replace(" ,", ",");
    if tail.is_empty() {
        return without_particle(&head).to_owned();
    }
    let gap = if joined { "…" } else { "… " };
    let label = format!("{head} {gap}{}", tail.join(" "));
    label.trim().to_owned()
}

/// A Korean phrase without the particle of its last word.
fn without_particle(phrase: &str) -> &str {
    let phrase = phrase.trim_end_matches(|c: char| !c.is_alphanumeric() && !CLOSERS.contains(&c));
    let last = phrase.rsplit(' ').next().unwrap_or_default();
    let bare = PARTICLES.iter().find_map(|particle| {
        let bare = last.strip_suffix(particle)?;
        // 상하이 is no 상하 with a particle, and 제주도 none with another.
        if !fits(bare, particle) || *particle == "도" && PROVINCES.contains(&bare) {
            return None;
        }
        let noun = bare.chars().count() >= 2 && bare.ends_with(is_hangul);
        (noun || bare.ends_with('’')).then_some(particle.len())
    });
    let length = phrase.len() - bare.unwrap_or(0);
    phrase.get(..length).unwrap_or(phrase)
}

/// Signs with which a label may end.
const CLOSERS: [char; 3] = ['’', '%', '℃'];
