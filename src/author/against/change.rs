//! A change of a figure from one value to another: *from 5% to 7%*, `5%에서 7%로`,
//! `7%로 전년의 5%보다`. A question asks for one of its ends, or leaves open which.

use std::ops::Range;

use num_rational::BigRational;

use super::article::Read;
use super::context::Meaning;
use crate::author::prose::FigureFound;
use crate::figure::{Unit, UnitMatch};

/// An end of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    From,
    To,
}

impl End {
    /// The end of a change that a figure is, by the words before and behind it.
    pub fn between(head: &str, rest: &str) -> Option<End> {
        const FROM: [&str; 4] = ["에서", "보다", "에 비해", "에 견줘"];
        const TO: [&str; 2] = ["으로", "로"];
        const BEFORE: [(&str, End); 5] = [
            ("from", End::From),
            ("than", End::From),
            ("against", End::From),
            ("compared with", End::From),
            ("to", End::To),
        ];
        if FROM.iter().any(|word| rest.starts_with(word)) {
            return Some(End::From);
        }
        if TO.iter().any(|word| rest.starts_with(word)) {
            return Some(End::To);
        }
        let head = head.to_lowercase();
        let mut head = head.trim_end();
        for idle in [" the", " a", " about", " just", " some", " only", " nearly"] {
            head = head.strip_suffix(idle).unwrap_or(head).trim_end();
        }
        let is = |word: &str| {
            let before = head.strip_suffix(word);
            before.is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        };
        let found = BEFORE.iter().find(|(word, _)| is(word));
        found.map(|(_, end)| *end)
    }

    /// The end that a question asks for: `얼마로`, `몇 %에서`, *to what*.
    pub fn asked(question: &str) -> Option<End> {
        let question = question.to_lowercase();
        let text = question.trim_end_matches(|c: char| !c.is_alphanumeric());
        let asks = |end: End| {
            let (korean, english) = match end {
                End::From => (["에서", "부터"], "from"),
                End::To => (["로", "까지"], "to"),
            };
            let asking = ["얼마", "몇"].into_iter();
            let mut words = asking
                .flat_map(|word| text.split(word).skip(1))
                .filter_map(|rest| {
                    let rest = rest.trim_start();
                    rest.split(|c: char| c.is_whitespace() || c == ',').next()
                });
            words.any(|word| korean.iter().any(|ending| word.ends_with(ending)))
                || text.contains(&format!("{english} what"))
                || text.contains(&format!("{english} how m"))
                || text.ends_with(&format!(" {english}"))
        };
        match (asks(End::From), asks(End::To)) {
            (true, false) => Some(End::From),
            (false, true) => Some(End::To),
            _ => None,
        }
    }
}

/// The end of a change that a value is in a figure of an article, and the figure
/// that is the other end.
pub(super) fn end_of(
    read: &Read,
    found: &FigureFound,
    value: &BigRational,
) -> Option<(End, Range<usize>)> {
    let sentence = read.sentence_at(found.span.start);
    let around = |found: &FigureFound| {
        let head = read.prose.at(&(sentence.start..found.span.start));
        let rest = read
            .prose
            .at(&(found.span.end..sentence.end.max(found.span.end)));
        (head, rest)
    };
    let (head, rest) = around(found);
    if let Some(upper) = &found.figure.number.upper {
        let written = read.prose.at(&found.span);
        let from = End::between(head, rest) == Some(End::From) || written.starts_with("from ");
        let is_change = written.contains("에서") || from && written.contains(" to ");
        let end = if upper == value { End::To } else { End::From };
        return is_change.then(|| (end, found.span.clone()));
    }
    let own = End::between(head, rest)?;
    let alike = |other: &&FigureFound| {
        let (one, other) = (&found.figure.unit, &other.figure.unit);
        let same = |one: &Unit, other: &Unit| one.compare(other) != UnitMatch::Wrong;
        same(one, other) || same(other, one)
    };
    let figures = read.figures_in(&sentence).iter();
    let others = figures.filter(|other| other.span != found.span);
    let opposite = |other: &&FigureFound| {
        let (head, rest) = around(other);
        End::between(head, rest).is_some_and(|end| end != own)
    };
    let other = others
        .filter(alike)
        .filter(opposite)
        .min_by_key(|other| other.span.start.abs_diff(found.span.start))?;
    Some((own, other.span.clone()))
}

/// How a figure that is an end of changes stands to what is asked for.
pub(super) struct Ends {
    /// The other ends, of which none is meant rather than it.
    pub others: Vec<Range<usize>>,
    /// The other end of the first, if only that is asked for.
    pub meant: Option<Range<usize>>,
}

impl Ends {
    /// Of a value that stands at each of `own`.
    pub fn of(
        value: &BigRational,
        own: &[Range<usize>],
        read: &Read,
        meaning: &Meaning<'_>,
    ) -> Ends {
        let found = |span: &Range<usize>| {
            let mut figures = read.figures_in(span).iter();
            figures.find(|found| found.span == *span)
        };
        let ends: Vec<_> = own
            .iter()
            .map(|span| end_of(read, found(span)?, value))
            .collect();
        let wrong = |end: &Option<(End, Range<usize>)>| {
            let end = end.as_ref().zip(meaning.end);
            end.is_some_and(|((end, _), asked)| *end != asked)
        };
        let all = !ends.is_empty() && ends.iter().all(wrong);
        let first = ends.first().cloned().flatten();
        let meant = first.filter(|_| all).map(|(_, other)| other);
        let free = |(end, other): &(End, Range<usize>)| {
            meaning.end == Some(*end)
                || meaning.end.is_none() && !meaning.is_of_its_time(read, other)
        };
        let others = ends.into_iter().flatten().filter(free);
        Ends {
            others: others.map(|(_, other)| other).collect(),
            meant,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_asks_for_an_end() {
        for (question, end) in [
            ("상한은 월 얼마로 오르는가?", Some(End::To)),
            ("상한은 월 얼마까지 오르는가?", Some(End::To)),
            ("상한은 월 얼마에서 오르는가?", Some(End::From)),
            ("점유율은 몇 %로 올랐나?", Some(End::To)),
            ("정원은 몇 명으로 늘었나?", Some(End::To)),
            ("정원은 몇 명에서 늘었나?", Some(End::From)),
            ("얼마에서 얼마로 올랐나?", None),
            ("상한은 얼마인가?", None),
            ("To what does the cap rise?", Some(End::To)),
            ("What did the cap rise to?", Some(End::To)),
            ("From how many places did it go?", Some(End::From)),
            ("What is the cap?", None),
        ] {
            assert_eq!(End::asked(question), end, "{question}");
        }
    }
}
