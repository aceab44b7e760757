//! Cards of the people whom an article tells of with what they are: `Liang
//! Wenfeng, founder of DeepSeek,`; `량원펑 딥시크 창업자`.

use super::gaps::{Lead, dated, lead};
use super::{Entry, Kind, Source, quotes, write};
use crate::author::prose::{Person, Role, people as of};
use crate::text::{Lang, has_final, width};

/// A sentence wider than this is no card with a gap, and a question neither.
const WIDEST: usize = 280;

/// The cards of the people of an article, one a person.
pub(super) fn cards(source: &Source) -> Vec<Entry> {
    let mut cards = Vec::new();
    let mut asked = Vec::new();
    for (person, at, line) in people(source) {
        let sentence = source.body.get(at).map(|span| source.at(span));
        let sentence = sentence.unwrap_or_default();
        let ask = person.role.question(source.lang);
        let ask = ask.filter(|ask| {
            let answers = person.role.is_of_many(source.lang) || asked.contains(ask);
            !answers && !ask.contains(&person.name)
        });
        let forms = match ask {
            Some(ask) if width(&ask) <= WIDEST => {
                let card = write::person(source.comments, &ask, &person.name, line, &sentence);
                asked.push(ask);
                vec![card]
            }
            _ => {
                let dated = source.body.get(at).map(|span| dated(source, span));
                let Some(lead) = led(source, at) else {
                    continue;
                };
                let lead = lead.map_or(String::new(), |lead| format!("{lead} "));
                // Where a check does not follow, as the article says it.
                let ways = dated.into_iter().chain([sentence]);
                let texts = ways.filter_map(|way| with_gap(&person, &way));
                let form = |text| {
                    let text = quotes::paired(&format!("{lead}{text}"));
                    write::named(source.comments, &text, line)
                };
                texts.map(form).collect()
            }
        };
        if !forms.is_empty() {
            cards.push(Entry::new(Kind::Person, forms));
        }
    }
    cards
}

/// What the sentence at a place of the body is read behind, if anything; nothing
/// where what it needs is missing.
fn led(source: &Source, at: usize) -> Option<Option<String>> {
    match lead(source, at) {
        Lead::None => Some(None),
        Lead::Better(lead) | Lead::Needed(lead) => Some(Some(lead)),
        Lead::Missing => None,
    }
}

/// The people, each with the place of the sentence that says most of them and its
/// line, in the order in which they first appear.
fn people(source: &Source) -> Vec<(Person, usize, usize)> {
    let mut people: Vec<(Person, usize, usize)> = Vec::new();
    for (at, sentence) in source.body.iter().enumerate() {
        let text = source.prose.at(sentence);
        for person in of(text, source.lang) {
            let line = source.prose.line_of(sentence.start + person.at);
            let known = people
                .iter_mut()
                .find(|(known, ..)| known.is_also(&person.name));
            match known {
                None => people.push((person, at, line)),
                Some(known) if known.0.role == Role::Bare && person.role != Role::Bare => {
                    if person.name.len() >= known.0.name.len() {
                        *known = (person, at, line);
                    }
                }
                Some(_) => {}
            }
        }
    }
    // A surname that came before the whole name.
    let names: Vec<String> = people
        .iter()
        .map(|(person, ..)| person.name.clone())
        .collect();
    people.retain(|(person, ..)| !names.iter().any(|name| is_short_for(&person.name, name)));
    people
}

impl Person {
    /// Whether a name is the person's, or the end of it.
    fn is_also(&self, name: &str) -> bool {
        self.name == name || is_short_for(name, &self.name)
    }
}

/// Whether a name is the last word of a longer one: `Altman`.
fn is_short_for(short: &str, long: &str) -> bool {
    let rest = long.strip_suffix(short);
    rest.is_some_and(|rest| rest.ends_with(' '))
}

impl Role {
    /// Whether it is one of several offices of its kind: there are more professors
    /// of a university than one, and more answers.
    fn is_of_many(&self, lang: Lang) -> bool {
        const KOREAN: &[&str] = &[
            "교수",
            "연구원",
            "의원",
            "기자",
            "변호사",
            "분석가",
            "애널리스트",
            "위원",
            "박사",
            "이코노미스트",
            "간호사",
            "의사",
            "직원",
            "선수",
            "배우",
            "작가",
            "연구위원",
            "컨설턴트",
        ];
        const ENGLISH: &[&str] = &[
            "analyst",
            "professor",
            "economist",
            "researcher",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "scientist",
            "engineer",
            "lawyer",
            "reporter",
            "senator",
            "member",
        ];
        let Role::Office(office) = self else {
            return false;
        };
        match lang {
            Lang::Ko => KOREAN.iter().any(|word| office.ends_with(word)),
            Lang::En => {
                let mut words = office
                    .split(' ')
                    .take_while(|word| *word != "of" && *word != "at");
                let first = ["chief", "head", "lead"];
                office.starts_with("a ")
                    || office.starts_with("an ")
                    || !words.clone().any(|word| first.contains(&word))
                        && words.any(|word| ENGLISH.contains(&word))
            }
        }
    }

    /// The question whose answer is the name, if the role tells enough.
    fn question(&self, lang: Lang) -> Option<String> {
        match (self, lang) {
            (Role::Bare, _) => None,
            (Role::Office(office), Lang::En) => Some(format!("Who is {office}?")),
            (Role::Deed(deed), _) => Some(format!("Who {deed}?")),
            (Role::Office(office), Lang::Ko) => {
                let closed = office.chars().next_back().and_then(has_final);
                let particle = if closed == Some(true) { "은" } else { "는" };
                Some(format!("{office}{particle} 누구인가?"))
            }
        }
    }
}

/// The sentence with the name as its gap, wherever it stands in it.
fn with_gap(person: &Person, sentence: &str) -> Option<String> {
    if width(sentence) > WIDEST || !sentence.contains(&person.name) {
        return None;
    }
    let sentence = write::text(sentence);
    let gap = format!("{{{{c1::{}}}}}", person.name);
    // The name in another script would give the answer away.
    let plain = match &person.aside {
        Some(aside) => sentence.replace(&format!("{}({aside})", person.name), &person.name),
        None => sentence,
    };
    Some(plain.replace(&person.name, &gap))
}

#[cfg(test)]
mod tests;
