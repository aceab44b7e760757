//! Which way a figure goes: a fall of 9.4 % is no growth of 9.4 %.

use num_traits::Signed;
use unicode_normalization::UnicodeNormalization;

use crate::figure::{Figure, Number, Unit};
use crate::text::Localized;

/// Beginnings of words for what goes down, or is less.
const FALLS: &[&str] = &[
    "감소",
    "하락",
    "급락",
    "폭락",
    "인하",
    "축소",
    "위축",
    "역성장",
    "마이너스",
    "손실",
    "줄",
    "떨어",
    "내려",
    "내렸",
    "내린",
    "빠졌",
    "빠진",
    "빠져",
    "잃",
    "깎",
    "낮",
    "싼",
    "싸게",
    "저렴",
    "적게",
    "덜",
    "fall",
    "falls",
    "falling",
    "fallen",
    "fell",
    "drop",
    "drops",
    "dropp",
    "declin",
    "decreas",
    "down",
    "lost",
    "lose",
    "loses",
    "losing",
    "loss",
    "shrink",
    "shrank",
    "shrunk",
    "contraction",
    "contracted",
    "slid",
    "slide",
    "slump",
    "plung",
    "plummet",
    "tumbl",
    "sank",
    "sink",
    "sinks",
    "shed",
    "sheds",
    "wiped",
    "cut",
    "cuts",
    "reduc",
    "minus",
    "less",
    "lower",
    "fewer",
    "cheap",
    "below",
];

/// Beginnings of words for what goes up.
const RISES: &[&str] = &[
    "증가", "상승", "급등", "인상", "확대", "늘", "올라", "올랐", "오른", "올린", "불어", "뛰",
    "성장", "rise", "rises", "risen", "rose", "rising", "gain", "gains", "gained", "grew", "grow",
    "grows", "growth", "growing", "grown", "increas", "expan", "climb", "jump", "jumps", "jumped",
    "surge", "surged", "soar", "soars", "soared", "up", "plus",
];

/// Those of them that a fall may be called: growth of -0.2 %.
const GROWTH: &[&str] = &["성장", "growth", "grew", "grow"];

/// Words that hold a figure against another.
const COMPARISONS: &[&str] = &[
    "more", "higher", "greater", "larger", "bigger", "faster", "above", "더",
];

/// The figure `given` with the sign that its words give it, where `right` is the
/// right one: a fall of 9.4 % is -9.4 %, and where a fall is `asked` for its
/// sign goes without saying. `None` where the words say something else.
pub(super) fn signed(
    right: &Figure,
    asked: Option<&Localized>,
    given: Figure,
    typed: &str,
) -> Option<Figure> {
    if given.number.upper.is_some() {
        return Some(given);
    }
    let below = given.number.value.is_negative();
    let right_below = right.number.value.is_negative();
    // "or more" is a hedge.
    let said = lower(typed).replace("or more", "").replace("more than", "");
    let (falls, rises, holds) = (
        says(&said, FALLS),
        says(&said, RISES),
        says(&said, COMPARISONS),
    );
    // A plus is said where one means a rise.
    let rises = rises || said.trim_start().starts_with('+') || said.contains("플러스");
    // A quarter less leaves three; to fall to a quarter is another thing.
    if right.number.fraction && (holds || falls) && right.unit == Unit::None {
        let to_it = ["로 ", "으로 ", " to ", "of "]
            .iter()
            .any(|to| said.contains(to));
        return to_it.then_some(given);
    }
    // Mostly there is no more to it.
    if !(below || right_below || falls || rises || holds) {
        return Some(given);
    }
    let question = |words: &[&str]| {
        asked.is_some_and(|asked| asked.iter().any(|(_, text)| says(&lower(text), words)))
    };
    let (fall_asked, rise_asked) = (question(FALLS), question(RISES));
    // More than something fell is no fall.
    let rises = rises || holds && fall_asked && !rise_asked;
    let share = matches!(right.unit, Unit::Percent | Unit::PercentagePoint);
    if share && holds && !(rise_asked || fall_asked || question(COMPARISONS)) {
        return None;
    }
    if below {
        // "-0.2% 증가" says two things.
        if rises && !falls && !says(&said, GROWTH) {
            return None;
        }
        let turned = fall_asked && !rise_asked && !right_below && !right.number.fraction;
        return Some(if turned { negated(given) } else { given });
    }
    let below = if falls && !rises {
        // Where both are asked after, what is said counts.
        right_below || !fall_asked || rise_asked && offers_both(asked)
    } else if rises && !falls {
        fall_asked && !rise_asked && !right_below
    } else if rises {
        false
    } else {
        right_below && (fall_asked && !rise_asked || is_marked(typed))
    };
    Some(if below { negated(given) } else { given })
}

/// Whether a question offers a rise and a fall: "Did it rise or fall?"
fn offers_both(asked: Option<&Localized>) -> bool {
    let offers = [" or ", "또는", "혹은", "아니면", "거나", "나, "];
    asked.is_some_and(|asked| {
        asked
            .iter()
            .any(|(_, text)| offers.iter().any(|or| text.contains(or)))
    })
}

/// Whether a figure is marked as a fall the way accounts do: `△0.2%`, `(0.2%)`.
fn is_marked(typed: &str) -> bool {
    typed.trim_start().starts_with(['△', '▲', '▼', '▽', '('])
}

fn negated(figure: Figure) -> Figure {
    let number = Number {
        value: -figure.number.value,
        ..figure.number
    };
    Figure { number, ..figure }
}

fn lower(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}

/// Whether a word of `text`, in lower case, begins with one of `words`; the
/// short English ones are whole words.
fn says(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .any(|word| {
            words.iter().any(|known| match known.len() {
                0..5 if known.is_ascii() => word == *known,
                _ => word.starts_with(known),
            })
        })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
    use super::*;
    use crate::text::Lang;

    #[test]
    fn which_way() {
        let growth = "How fast did it grow?";
        let fall = "By how much did it fall?";
        let either = "Did it rise or fall, and by how much?";
        let level = "What was its score?";
        for (right, asked, typed, given) in [
            ("10%", growth, "10%", Some("10%")),
            ("10%", growth, "10% growth", Some("10%")),
            ("10%", growth, "10% decline", Some("-10%")),
            ("10%", growth, "10% 감소", Some("-10%")),
            ("10%", fall, "10%", Some("10%")),
            ("10%", fall, "10% 하락", Some("10%")),
            ("10%", fall, "-10%", Some("10%")),
            ("10%", fall, "10% rise", Some("-10%")),
            ("-10%", fall, "10%", Some("-10%")),
            ("-10%", fall, "10% rise", Some("10%")),
            ("-10%", growth, "10% 역성장", Some("-10%")),
            ("-10%", growth, "△10%", Some("-10%")),
            ("-10%", growth, "(10%)", Some("-10%")),
            ("-10%", growth, "-10% growth", Some("-10%")),
            ("-10%", growth, "-10% 증가", None),
            ("-10%", growth, "10%", Some("10%")),
            ("10%", either, "10% fall", Some("-10%")),
            ("10%", either, "10% rise", Some("10%")),
            ("10%", level, "10% more", None),
            ("10%", level, "10% less", Some("-10%")),
            ("10%", level, "10% 하락", Some("-10%")),
            ("10%", level, "-10%", Some("-10%")),
        ] {
            let asked = Localized::new(Lang::En, asked.to_owned());
            let figure = Figure::parse(typed.trim_matches(['(', ')'])).expect(typed);
            let right = Figure::parse(right).expect(right);
            let got = signed(&right, Some(&asked), figure, typed);
            let given = given.map(|given| Figure::parse(given).expect(given));
            assert_eq!(got, given, "{typed} for {right:?}");
        }
    }
}
