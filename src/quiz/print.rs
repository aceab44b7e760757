//! A quiz on paper: Markdown, the questions with room to write, then the key.

use std::fmt::Write as _;

use super::{Paper, Question};
use crate::deck::{Gap, Task};
use crate::order::Order as _;
use crate::session::Draft;
use crate::strings::Say;
use crate::text::markdown::{self, Piece, Style};
use crate::text::{Lang, Localized};

/// What one writes on.
const LINE: &str = "______________________________";
/// What stands for a gap.
const GAP: &str = "__________";

/// The questions, each as it is asked on the screen of whoever takes the same
/// quiz, and behind a rule the key with what it goes by.
pub fn markdown(paper: &Paper, say: Say, lang: Lang) -> String {
    let mut text = String::new();
    let head = say.quiz_head(paper.questions.len(), paper.brief.seed);
    let _ = writeln!(text, "# {head}\n");
    let _ = writeln!(text, "{}: {LINE}\n", say.name_on_paper());
    for (index, question) in paper.questions.iter().enumerate() {
        let draft = Draft::new(&question.card, paper.seed(index));
        ask(&mut text, index, question, &draft, say, lang);
    }
    let _ = writeln!(text, "---\n\n# {}\n", say.key_on_paper());
    for (index, question) in paper.questions.iter().enumerate() {
        let draft = Draft::new(&question.card, paper.seed(index));
        answer(&mut text, index, question, &draft, say, lang);
    }
    text
}

/// A question, with what there is to pick from or room to write.
fn ask(text: &mut String, index: usize, question: &Question, draft: &Draft, say: Say, lang: Lang) {
    let card = &question.card;
    let asked = match &card.task {
        Task::Cloze { cloze, .. } | Task::Recall { cloze: Some(cloze) } => {
            with_gaps(cloze.get(lang))
        }
        _ => flat(card.question.get(lang)),
    };
    let _ = writeln!(text, "{}. {asked}\n", index + 1);
    let mut lines: Vec<String> = Vec::new();
    match (&card.task, draft) {
        (Task::Choice { choices, .. }, Draft::Choice { shown, several, .. }) => {
            if *several {
                lines.push(say.all_that_are_right().to_owned());
                lines.push(String::new());
            }
            lines.extend(lettered(choices, shown, lang));
        }
        (Task::Order { items }, Draft::Order { lines: shown, .. }) => {
            lines.extend(lettered(items, shown, lang));
            lines.push(String::new());
            lines.push(format!("{}: {LINE}", say.answer_on_paper()));
        }
        (Task::Pairs { pairs }, Draft::Pairs { left, right, .. }) => {
            let sides: Vec<Localized> = pairs.iter().map(|(_, right)| right.clone()).collect();
            lines.extend(lettered(&sides, right, lang));
            lines.push(String::new());
            for pair in left {
                if let Some((side, _)) = pairs.get(*pair) {
                    lines.push(format!("- {}: {GAP}", flat(side.get(lang))));
                }
            }
        }
        (Task::Compare { sides, .. }, Draft::Compare { shown, .. }) => {
            let labels: Vec<Localized> = sides.iter().map(|side| side.label.clone()).collect();
            lines.extend(lettered(&labels, shown, lang));
            lines.push(String::new());
            lines.push(format!("{} {GAP}", say.how_many_times()));
        }
        (Task::List { need, .. }, _) => {
            lines.extend((1..=*need).map(|number| format!("- {number}: {LINE}")));
        }
        (Task::Cloze { .. }, _) => {}
        _ => lines.push(format!("{}: {LINE}", say.answer_on_paper())),
    }
    // Markdown takes them for the item's own only as far in as its text.
    let indent = " ".repeat((index + 1).to_string().len() + 2);
    for line in &lines {
        let indent = if line.is_empty() { "" } else { &indent };
        let _ = writeln!(text, "{indent}{line}");
    }
    if !lines.is_empty() {
        text.push('\n');
    }
}

/// What is right, and who says so.
fn answer(
    text: &mut String,
    index: usize,
    question: &Question,
    draft: &Draft,
    say: Say,
    lang: Lang,
) {
    let card = &question.card;
    let right = match (&card.task, draft) {
        (Task::Choice { choices, right, .. }, Draft::Choice { shown, .. }) => {
            let of = |choice: &usize| Some((letter_of(shown, *choice)?, choices.get(*choice)?));
            let mut right: Vec<(String, &Localized)> = right.iter().filter_map(of).collect();
            right.order_by(|(one, _), (other, _)| one.cmp(other));
            let each = right
                .iter()
                .map(|(letter, text)| format!("{letter}: {}", flat(text.get(lang))));
            each.collect::<Vec<_>>().join(", ")
        }
        (Task::Order { items }, Draft::Order { lines, .. }) => {
            let letters = (0..items.len()).filter_map(|item| letter_of(lines, item));
            letters.collect::<Vec<_>>().join(", ")
        }
        (Task::Pairs { pairs }, Draft::Pairs { left, right, .. }) => {
            let each = left.iter().filter_map(|pair| {
                let side = flat(pairs.get(*pair)?.0.get(lang));
                Some(format!("{side}: {}", letter_of(right, *pair)?))
            });
            each.collect::<Vec<_>>().join("; ")
        }
        (Task::List { items, .. }, _) => {
            let items = items.iter().map(|item| flat(item.text.get(lang)));
            items.collect::<Vec<_>>().join(", ")
        }
        _ => flat(card.answer.get(lang)),
    };
    let dateline = &card.dateline;
    let by = dateline.by.as_ref().map(|by| flat(by.get(lang)));
    let said = say
        .status(dateline.status, by.as_deref())
        .or_else(|| by.clone());
    let publisher = dateline.publisher.as_ref();
    // Who says so in its own paper is named once.
    let publisher = publisher
        .map(|publisher| flat(publisher.get(lang)))
        .filter(|publisher| by.as_ref() != Some(publisher));
    let parts = [
        said,
        publisher,
        dateline.as_of.map(|date| say.as_of(&say.date(date))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let _ = write!(text, "{}. **{right}**", index + 1);
    if !parts.is_empty() {
        let _ = write!(text, " ({})", parts.join(", "));
    }
    text.push_str("\n\n");
}

/// Items in the order they are shown, each behind its letter.
fn lettered(items: &[Localized], shown: &[usize], lang: Lang) -> Vec<String> {
    let each = shown.iter().enumerate().filter_map(|(place, item)| {
        let text = flat(items.get(*item)?.get(lang));
        Some(format!("- {}) {text}", letter(place)))
    });
    each.collect()
}

/// The letter under which an item is shown.
fn letter_of(shown: &[usize], item: usize) -> Option<String> {
    shown.iter().position(|at| *at == item).map(letter)
}

/// A to Z, and numbers beyond.
fn letter(place: usize) -> String {
    match u32::try_from(place)
        .ok()
        .and_then(|place| char::from_digit(place + 10, 36))
    {
        Some(letter) => letter.to_ascii_uppercase().to_string(),
        None => (place + 1).to_string(),
    }
}

/// A cloze on one line, its gaps open.
fn with_gaps(cloze: &[Gap]) -> String {
    let gaps: Vec<String> = cloze
        .iter()
        .map(|gap| match gap {
            Gap::Hidden {
                hint: Some(hint), ..
            } => format!("{GAP} ({hint})"),
            Gap::Hidden { hint: None, .. } => GAP.to_owned(),
            Gap::Text(_) => String::new(),
        })
        .collect();
    let pieces: Vec<Piece> = cloze
        .iter()
        .zip(&gaps)
        .map(|(gap, shown)| match gap {
            Gap::Text(text) => Piece::Markdown(text),
            Gap::Hidden { .. } => Piece::Literal(shown, Style::Gap),
        })
        .collect();
    on_a_line(&pieces)
}

/// A deck's text on one line.
fn flat(text: &str) -> String {
    on_a_line(&[Piece::Markdown(text)])
}

/// Light Markdown as Markdown proper, on one line: what is meant to be seen
/// letter for letter is escaped.
fn on_a_line(pieces: &[Piece<'_>]) -> String {
    let lines = markdown::wrap_pieces(pieces, usize::MAX);
    let lines = lines.iter().map(|runs| {
        let runs = runs.iter().map(|run| match run.style {
            Style::Plain | Style::Gap | Style::Filled => escaped(&run.text),
            Style::Emphasis => format!("*{}*", escaped(&run.text)),
            Style::Code => format!("`{}`", run.text.replace('`', "'")),
        });
        runs.collect::<String>()
    });
    let line = lines.filter(|line| !line.trim().is_empty());
    line.collect::<Vec<_>>().join(" ")
}

/// Without anything that Markdown would read as a mark.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut characters = text.chars().enumerate().peekable();
    while let Some((index, c)) = characters.next() {
        let ends_a_word = characters
            .peek()
            .is_none_or(|(_, next)| next.is_whitespace());
        let mark = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' | '|' | '&' => true,
            // A name may have one; a gap is nothing but.
            '_' => !text.contains(GAP),
            '#' | '+' | '-' => index == 0,
            '.' | ')' => index > 0 && index == digits && ends_a_word,
            _ => false,
        };
        if mark {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use std::sync::Arc;

    use super::*;
    use crate::quiz::{Brief, Form, Kind};
    use crate::session::testing::cards;

    #[test]
    fn what_markdown_would_read_as_a_mark_is_escaped() {
        for (text, expected) in [
            (
                "Chips that *others* designed",
                "Chips that *others* designed",
            ),
            ("`fabless`, `a b`", "`fabless`, `a b`"),
            ("2014~2023, 10~15%", "2014\\~2023, 10\\~15%"),
            ("1957. A year", "1957\\. A year"),
            ("26.6%", "26.6%"),
            ("#1 of 2 * 3", "\\#1 of 2 \\* 3"),
            (
                "snake_case <b> [x] & |",
                "snake\\_case \\<b\\> \\[x\\] \\& \\|",
            ),
            ("two\nlines", "two lines"),
            ("\u{1b}[31mred\u{202e}", "\u{241b}\\[31mred"),
            ("- 3%", "\\- 3%"),
        ] {
            assert_eq!(flat(text), expected, "{text}");
        }
    }

    #[test]
    fn a_quiz_on_paper() {
        let names = [
            "text", "number", "claim", "choice", "boxes", "list", "cloze#c1", "gaps#c1", "order",
            "pairs", "compare",
        ];
        let cards = cards();
        let paper = Paper {
            cards: Vec::new(),
            brief: Brief {
                decks: Vec::new(),
                tags: Vec::new(),
                kinds: Vec::new(),
                number: 20,
                limit: None,
                seed: 7,
                count_reviews: false,
            },
            questions: names
                .iter()
                .map(|name| Question {
                    number: 0,
                    card: Arc::clone(&cards[*name]),
                    form: Form::Own,
                    kind: Kind::Name,
                })
                .collect(),
        };
        for lang in Lang::ALL {
            let text = super::markdown(&paper, Say(lang), lang);
            insta::assert_snapshot!(format!("paper-{lang}"), text);
        }
    }
}
