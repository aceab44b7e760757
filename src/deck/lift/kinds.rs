//! From an entry of each kind to its cards' questions, answers and tasks.

use std::collections::{BTreeSet, HashMap, HashSet};

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::draft::Draft;
use super::facts::Facts;
use super::fill::lone_fact;
use super::item::{Item, count};
use super::texts;
use crate::deck::card::ListItem;
use crate::deck::format::{RawEntry, Said, TextOrList, suggest};
use crate::deck::{Bar, Task};
use crate::figure::{Date, Figure, Number, Unit};
use crate::text::{Lang, Localized, fold, safe_line};

/// What all kinds need.
pub struct Asked<'f> {
    /// The question, filled in.
    pub question: Localized,
    /// The facts that the question shows.
    pub facts: Vec<String>,
    /// The facts of the deck.
    pub known: &'f Facts,
}

impl Asked<'_> {
    fn draft(self, answer: Localized, task: Task, value: Option<String>) -> Draft {
        Draft { part: None, question: self.question, answer, task, value, facts: self.facts }
    }
}

/// A text to recall or, with `accept`, to type; and its reverse.
pub fn answer(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Vec<Draft> {
    let Some(said) = single(item, &raw.answer) else { return Vec::new() };
    let known = asked.known;
    let Some(answer) = texts::text(item, "answer", &said, known, &mut asked.facts) else {
        return Vec::new();
    };
    let value = said
        .plain
        .as_deref()
        .and_then(lone_fact)
        .and_then(|name| known.get(name))
        .map(|worked| worked.figure.canonical());
    let task = if raw.accept.is_empty() {
        Task::Recall { cloze: None }
    } else {
        let others = texts::list(item, "accept", &raw.accept, known, &mut asked.facts);
        let mut seen = HashSet::new();
        let accepted = answer
            .iter()
            .map(|(_, text)| text)
            .chain(others.iter().flat_map(Localized::iter).flat_map(|(_, list)| list))
            .filter(|text| seen.insert((*text).clone()))
            .cloned()
            .collect();
        Task::Text { accepted }
    };
    let reverse = (raw.reverse == Some(true)).then(|| Draft {
        part: Some("reverse".to_owned()),
        question: answer.clone(),
        answer: asked.question.clone(),
        task: Task::Recall { cloze: None },
        value: None,
        facts: asked.facts.clone(),
    });
    let forward = asked.draft(answer, task, value);
    std::iter::once(forward).chain(reverse).collect()
}

/// An answer that is one text.
fn single(item: &mut Item<'_>, answer: &Said<TextOrList>) -> Option<Said> {
    let mut said = Said::default();
    for lang in [None, Some(Lang::En), Some(Lang::Ko)] {
        match answer.under(lang) {
            Some(TextOrList::Text(text)) => *said.under_mut(lang) = Some(text.clone()),
            Some(TextOrList::List(_)) => {
                let place = item.key("answer");
                item.wrong(
                    "wrong-shape",
                    place,
                    "'answer' is a list, but there are no choices",
                    "add 'choices:', or write 'list:' for several things to name",
                );
                return None;
            }
            None => {}
        }
    }
    Some(said)
}

/// A figure to type: of a fact, or as it stands.
pub fn number(
    raw: &RawEntry,
    item: &mut Item<'_>,
    mut asked: Asked<'_>,
    tolerance: Option<&String>,
) -> Option<Draft> {
    let text = raw.number.as_ref()?.trim();
    let place = item.at("number");
    let figure = match lone_fact(text) {
        Some(name) => {
            let figure = asked.known.figure(item, name, place)?.clone();
            if !asked.facts.iter().any(|fact| fact == name) {
                asked.facts.push(name.to_owned());
            }
            figure
        }
        None if asked.known.has(text) => {
            item.wrong(
                "no-figure",
                place,
                format!("'{text}' is a fact's name, not a figure"),
                format!("write number: \"{{{text}}}\""),
            );
            return None;
        }
        None => item.read("no-figure", "number", Some(&text.to_owned()), |text| {
            Figure::parse(text).map_err(|error| error.0)
        })?,
    };
    let tolerance = self::tolerance(item, tolerance, &figure);
    Some(figure_draft(item, figure, tolerance, asked))
}

/// A card that asks for a figure.
pub fn figure_draft(
    item: &Item<'_>,
    figure: Figure,
    tolerance: Option<Figure>,
    asked: Asked<'_>,
) -> Draft {
    let answer = in_both(item.language, |lang| figure.format(lang));
    let value = Some(figure.canonical());
    asked.draft(answer, Task::Number { figure, tolerance }, value)
}

/// How far off is still right: a share, or a figure of the same unit.
pub fn tolerance(item: &mut Item<'_>, text: Option<&String>, of: &Figure) -> Option<Figure> {
    let tolerance = item.read("no-figure", "tolerance", text, |text| {
        Figure::parse(text).map_err(|error| error.0)
    })?;
    let fits = matches!(tolerance.unit, Unit::Percent | Unit::None) || tolerance.unit == of.unit;
    if tolerance.number.value.is_negative() || !fits {
        let place = item.at("tolerance");
        item.wrong(
            "tolerance",
            place,
            "a tolerance is a share, or a figure of the unit that is asked for",
            "write it as 5%",
        );
        return None;
    }
    Some(tolerance)
}

/// A date to type.
pub fn date(raw: &RawEntry, item: &mut Item<'_>, asked: Asked<'_>) -> Option<Draft> {
    let date = super::dated::date(item, "date", &raw.date)?;
    let answer = in_both(item.language, |lang| date.format(lang));
    Some(asked.draft(answer, Task::Date { date }, Some(canonical(date))))
}

/// A date in the one spelling that tells whether it changed.
pub fn canonical(date: Date) -> String {
    let part = |part: Option<i64>| part.map_or("?".to_owned(), |part| format!("{part:02}"));
    let (year, month, day) = (date.year.map(i64::from), date.month.map(i64::from), date.day.map(i64::from));
    format!("{}-{}-{}", part(year), part(month), part(day))
}

/// Choices to pick from.
pub fn choice(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Option<Draft> {
    let known = asked.known;
    let choices = texts::list(item, "choices", &raw.choices, known, &mut asked.facts)?;
    texts::distinct(item, "choices", &choices);
    let several = [&raw.answer.plain, &raw.answer.en, &raw.answer.ko]
        .into_iter()
        .any(|answer| matches!(answer, Some(TextOrList::List(_))));
    let listed = Said {
        plain: raw.answer.plain.as_ref().map(as_list),
        en: raw.answer.en.as_ref().map(as_list),
        ko: raw.answer.ko.as_ref().map(as_list),
    };
    let answers = texts::list(item, "answer", &listed, known, &mut asked.facts)?;
    let side_by_side = texts::side_by_side(item, "choices", &choices)?;
    if side_by_side.len() < 2 {
        let place = item.at("choices");
        item.wrong("too-few", place, "there is nothing to choose from", "write at least two choices");
        return None;
    }
    let mut right: Option<(Lang, BTreeSet<usize>)> = None;
    for (lang, answers) in answers.iter() {
        let found = found(item, lang, answers, choices.get(lang))?;
        match &right {
            Some((first, right)) if *right != found => {
                let key = item.key_in("answer", lang);
                let place = item.key_place(&key);
                item.wrong(
                    "languages-differ",
                    place,
                    format!("'{key}' picks other choices than '{}'", item.key_in("answer", *first)),
                    "pick the same in both languages; choices stand in the same order in both",
                );
                return None;
            }
            Some(_) => {}
            None => right = Some((lang, found)),
        }
    }
    let right: Vec<usize> = right.map(|(_, right)| right.into_iter().collect()).unwrap_or_default();
    if right.is_empty() {
        let place = item.key("answer");
        item.wrong("no-answer", place, "no choice is right", "name at least one in 'answer'");
        return None;
    }
    let answer = choices.map(|_, choices| {
        right.iter().filter_map(|at| choices.get(*at)).cloned().collect::<Vec<_>>().join(", ")
    });
    Some(asked.draft(answer, Task::Choice { choices: side_by_side, right, several }, None))
}

fn as_list(answer: &TextOrList) -> Vec<String> {
    match answer {
        TextOrList::Text(text) => vec![text.clone()],
        TextOrList::List(texts) => texts.clone(),
    }
}

/// Which of `choices` the `answers` are.
fn found(
    item: &mut Item<'_>,
    lang: Lang,
    answers: &[String],
    choices: &[String],
) -> Option<BTreeSet<usize>> {
    let exactly: HashMap<&str, usize> =
        choices.iter().enumerate().rev().map(|(at, choice)| (choice.as_str(), at)).collect();
    let folded: HashMap<String, usize> =
        choices.iter().enumerate().rev().map(|(at, choice)| (fold(choice), at)).collect();
    let mut found = BTreeSet::new();
    for (at, answer) in answers.iter().enumerate() {
        match exactly.get(answer.as_str()).or_else(|| folded.get(&fold(answer))) {
            Some(choice) => {
                found.insert(*choice);
            }
            None => {
                let key = item.key_in("answer", lang);
                let place = item.at_item(&key, at);
                let help = match suggest(answer, choices.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean '{}'?", safe_line(near)),
                    None => "write one of the choices, word for word".to_owned(),
                };
                item.wrong(
                    "answer-not-a-choice",
                    place,
                    format!("the answer '{}' is not among the choices", safe_line(answer)),
                    help,
                );
                return None;
            }
        }
    }
    Some(found)
}

/// Things to name, in any order.
pub fn list(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Option<Draft> {
    let lists = texts::list(item, "list", &raw.list, asked.known, &mut asked.facts)?;
    texts::distinct(item, "list", &lists);
    let items: Vec<ListItem> = texts::side_by_side(item, "list", &lists)?
        .into_iter()
        .map(|text| {
            let mut accepted: Vec<String> = text.iter().map(|(_, text)| text.clone()).collect();
            accepted.dedup();
            ListItem { text, accepted }
        })
        .collect();
    if items.is_empty() {
        let place = item.at("list");
        item.wrong("too-few", place, "the list is empty", "write what can be named");
        return None;
    }
    let need = match &raw.need {
        None => items.len(),
        Some(text) => match text.trim().parse() {
            Ok(need) if (1..=items.len()).contains(&need) => need,
            _ => {
                let place = item.at("need");
                let most = items.len();
                item.wrong(
                    "need",
                    place,
                    format!("'need' must be a number from 1 to {most}, the length of the list"),
                    format!("write need: {most}, or leave it out for all"),
                );
                return None;
            }
        },
    };
    let answer = lists.map(|_, texts| texts.join(", "));
    Some(asked.draft(answer, Task::List { items, need }, None))
}

/// Lines to bring into order.
pub fn order(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Option<Draft> {
    let lists = texts::list(item, "order", &raw.order, asked.known, &mut asked.facts)?;
    texts::distinct(item, "order", &lists);
    let items = texts::side_by_side(item, "order", &lists)?;
    if items.len() < 2 {
        let place = item.at("order");
        item.wrong("too-few", place, "there is nothing to order", "write at least two lines");
        return None;
    }
    let answer = lists.map(|_, texts| {
        texts.iter().enumerate().map(|(at, text)| format!("{}. {text}", at + 1)).collect::<Vec<_>>().join("\n")
    });
    Some(asked.draft(answer, Task::Order { items }, None))
}

/// Left and right sides to match.
pub fn pairs(raw: &RawEntry, item: &mut Item<'_>, mut asked: Asked<'_>) -> Option<Draft> {
    let (known, facts) = (asked.known, &mut asked.facts);
    let lists = item.localized("pairs", &raw.pairs, |item, lang, key, pairs| {
        let nodes = item.node.get(key).map(|node| node.items()).unwrap_or_default();
        let mut sides = |item: &mut Item<'_>, at: usize, side: usize, text: &String| {
            let node = nodes.get(at).and_then(|pair| pair.items().get(side));
            super::fill::fill(item, node, text, lang, known, facts)
        };
        pairs
            .iter()
            .enumerate()
            .map(|(at, [left, right])| (sides(item, at, 0, left), sides(item, at, 1, right)))
            .collect::<Vec<_>>()
    })?;
    for (side, of) in [("left", 0), ("right", 1)] {
        let twice = lists.iter().find_map(|(lang, pairs)| {
            let mut seen = HashSet::new();
            let text = |pair: &(String, String)| if of == 0 { pair.0.clone() } else { pair.1.clone() };
            let at = pairs.iter().position(|pair| !seen.insert(fold(&text(pair))))?;
            Some((lang, at, text(pairs.get(at)?)))
        });
        if let Some((lang, at, text)) = twice {
            let key = item.key_in("pairs", lang);
            let place = item.at_item(&key, at);
            item.wrong(
                "duplicate-item",
                place,
                format!("'{}' stands on the {side} twice", safe_line(&text)),
                "each side must be told from the others; reword one",
            );
            return None;
        }
    }
    let pairs: Vec<(Localized, Localized)> = texts::side_by_side(item, "pairs", &lists)?
        .into_iter()
        .map(|pair| (pair.map(|_, (left, _)| left.clone()), pair.map(|_, (_, right)| right.clone())))
        .collect();
    if pairs.len() < 2 {
        let place = item.at("pairs");
        item.wrong("too-few", place, "there is nothing to match", "write at least two pairs");
        return None;
    }
    let answer = lists.map(|_, pairs| {
        pairs.iter().map(|(left, right)| format!("{left} – {right}")).collect::<Vec<_>>().join("\n")
    });
    Some(asked.draft(answer, Task::Pairs { pairs }, None))
}

/// Two facts to compare.
pub fn compare(
    raw: &RawEntry,
    item: &mut Item<'_>,
    facts: &Facts,
    asked: Option<Asked<'_>>,
) -> Option<Draft> {
    let names = raw.compare.as_ref()?;
    let place = item.at("compare");
    if names.len() != 2 {
        item.wrong("compare", place, format!("'compare' names {}, not two", count(names.len(), "fact")), "write [one, other]");
        return None;
    }
    let bars = facts.bars(item, "compare", names);
    let [one, two] = <[Bar; 2]>::try_from(bars).ok()?;
    let (left, right) = (&one.figure.number, &two.figure.number);
    for (at, number) in [left, right].into_iter().enumerate() {
        if number.upper.is_some() || !number.value.is_positive() {
            let place = item.at_item("compare", at);
            item.wrong(
                "compare",
                place,
                "only figures above zero, and no ranges, can be compared",
                "compare other facts",
            );
            return None;
        }
    }
    if left.value == right.value {
        item.wrong("compare", place, "the two figures are equal", "compare figures that differ");
        return None;
    }
    let larger = usize::from(left.value < right.value);
    let (most, least) = if larger == 0 { (&one, &two) } else { (&two, &one) };
    let ratio = ratio(&most.figure.number.value, &least.figure.number.value)?;
    let language = item.language;
    let question = in_both(language, |lang| {
        let (one, two) = (one.label.get(lang), two.label.get(lang));
        match lang {
            Lang::En => format!("Which is more: {one} or {two}?"),
            Lang::Ko => format!("{one}, {two} 중 더 큰 것은?"),
        }
    });
    let mut asked = asked.unwrap_or(Asked { question, facts: Vec::new(), known: facts });
    for name in names {
        let name = name.trim().to_owned();
        if !asked.facts.contains(&name) {
            asked.facts.push(name);
        }
    }
    let answer = in_both(language, |lang| format!("{}, {}", most.label.get(lang), ratio.format(lang)));
    let value = Some(format!("{} {}", one.figure.canonical(), two.figure.canonical()));
    Some(asked.draft(answer, Task::Compare { sides: [one, two], larger, ratio }, value))
}

/// How many times one value another is, to three digits.
fn ratio(larger: &BigRational, smaller: &BigRational) -> Option<Figure> {
    if smaller.is_zero() {
        return None;
    }
    let value = larger / smaller;
    let whole = i32::try_from(value.to_integer().to_string().len()).ok()?;
    let mut last_digit = (whole - 3).clamp(-2, 0);
    // 1.8, not 1.80, where that is exact.
    let ten = BigRational::from_integer(10.into());
    while last_digit < 0 && (&value * ten.pow(-last_digit - 1)).is_integer() {
        last_digit += 1;
    }
    let number = Number { value, upper: None, last_digit, fraction: false };
    Some(Figure { number, unit: Unit::Multiple })
}

/// The same in both languages.
fn in_both(first: Lang, say: impl Fn(Lang) -> String) -> Localized {
    Localized::with(first, say(first), Some(say(first.other())))
}
