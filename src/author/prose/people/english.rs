//! People in English sentences.

use super::english_office::{LONGEST_ROLE, deed, lead, office, office_at, with_article};
use super::english_word::{Piece, Word, cut};
use super::english_words::{
    CLAUSE, FIRMS, HONOURED, LEADS, NO_PERSONS, OF, PARTICLES, SAID, WHERE,
};
use super::{Person, Role};
use crate::author::prose::is_of_saying;
use crate::order::Order as _;

/// As many words are a name at most.
const LONGEST_NAME: usize = 4;

/// What stands before a name, and is none of it.
const HONORIFICS: &[&str] = &["Dr", "Prof", "Mr", "Mrs", "Ms", "Sir", "Dame"];
/// What goes on with a list, or with an apposition of the name.
const LISTING: &[&str] = &[
    "and", "or", "as", "along", "with", "but", "a", "an", "the", "his", "her", "their", "its",
];

/// The people of a sentence, in the order in which they are told of.
pub(super) fn people(sentence: &str) -> Vec<Person> {
    let pieces = cut(sentence);
    let mut people = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        people.extend(titled(&piece.words));
        people.extend(equated(&piece.words));
        people.extend(heard(&piece.words));
        people.extend(apposed(&pieces, at));
        people.extend(closing(&pieces, at));
    }
    // Where one is told of twice, what says more.
    people.order_by_key(|person| (person.at, person.role == Role::Bare));
    people.dedup_by_key(|person| person.at);
    people
}

/// `X, founder of Y,`; `X (founder of Y)`; `X, 40, who heads Y,`.
fn apposed(pieces: &[Piece], at: usize) -> Option<Person> {
    let mut rest = pieces.get(at + 1..)?.iter();
    let name = last_name(&pieces.get(at)?.words)?;
    let mut next = rest.next()?;
    if let [age] = next.words.as_slice()
        && age.text.parse::<u8>().is_ok()
    {
        next = rest.next()?;
    }
    if !next.sets_apart() {
        return None;
    }
    let role = office(until_when(&next.words)).or_else(|| deed(&next.words));
    // Who speaks is told of, whatever one is: "said Rita Bloom, a driver".
    let words = &pieces.get(at)?.words;
    let before = words.len().checked_sub(name.len() + 1);
    let before = before.and_then(|before| words.get(before));
    let speaks = before.is_some_and(|word| is_of_saying(word.text));
    let role = role.or_else(|| (speaks && describes(&next.words)).then_some(Role::Bare))?;
    person(name, role)
}

/// Words without since when it is: `the chief executive since last September`.
fn until_when<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let when = words
        .iter()
        .position(|word| word.is_one_of(&["since", "until"]));
    when.and_then(|at| words.get(..at)).unwrap_or(words)
}

/// Whether words say what someone is: `a driver`, `who runs it`.
fn describes(words: &[Word]) -> bool {
    let [first, second, ..] = words else {
        return false;
    };
    // Of what the noun is, or what it does, is told behind it.
    let goes_on = |word: &Word| word.is_one_of(OF) || word.is_one_of(CLAUSE);
    let end = words.iter().position(goes_on).unwrap_or(words.len());
    let noun = words.get(..end).unwrap_or_default();
    let is_body = noun.iter().any(|word| word.is_one_of(NO_PERSONS));
    let said = first.is_one_of(&["a", "an", "the"]) && !second.is_one_of(CLAUSE);
    first.text == "who" || said && !is_body && words.len() <= LONGEST_ROLE
}

/// `the founder of Y, X, `
fn closing(pieces: &[Piece], at: usize) -> Option<Person> {
    let piece = pieces.get(at)?;
    let before = pieces.get(at.checked_sub(1)?)?;
    let closed = pieces.get(at + 1).is_none_or(Piece::sets_apart);
    if !(piece.before == "," && closed) {
        return None;
    }
    let named = |words: &[Word]| last_name(words).is_some_and(|name| name.len() == words.len());
    let honoured = piece
        .words
        .first()
        .is_some_and(|word| word.is_one_of(HONORIFICS));
    let name = piece.words.get(usize::from(honoured)..)?;
    if !named(name) {
        return None;
    }
    let begins = |word: &Word| {
        word.is_one_of(&["the", "its", "their", "his", "her"]) || word.owns && word.is_capital()
    };
    let from = before.words.iter().rposition(begins)?;
    let words = before.words.get(from..)?;
    // "The minister, Anna Bell, and the mayor" may be three; "the lab's head" is one.
    let owned = words
        .iter()
        .any(|word| word.owns || word.is_one_of(&["its", "their", "his", "her"]));
    let next = pieces.get(at + 1).and_then(|piece| piece.words.first());
    let goes_on = next.is_some_and(|word| !word.is_capital() && !word.is_one_of(LISTING));
    let sure = owned || honoured || goes_on;
    let role = office(words).filter(|role| sure || *role != Role::Bare)?;
    // The office must be the whole of it: not "the view of the head of Y".
    let place = from.checked_sub(1).and_then(|at| before.words.get(at));
    let inside = place.is_some_and(|word| word.is_one_of(OF));
    if inside { None } else { person(name, role) }
}

/// `X is the founder of Y`
fn equated(words: &[Word]) -> Option<Person> {
    let at = words
        .iter()
        .position(|word| word.is_one_of(&["is", "was"]))?;
    let role = words.get(at + 1..)?;
    let said = role
        .first()
        .is_some_and(|word| word.is_one_of(&["the", "a", "an"]));
    let name = last_name(words.get(..at)?)?;
    if said {
        person(name, office(role)?)
    } else {
        None
    }
}

/// `said X of the Institute`, `according to X from Y`
fn heard(words: &[Word]) -> Option<Person> {
    let said = |word: &Word| word.is_one_of(SAID);
    let at = words.iter().position(said)?;
    let rest = words.get(at + 1..)?;
    let of = rest
        .iter()
        .position(|word| word.is_one_of(&["of", "from", "at"]))?;
    let name = last_name(rest.get(..of)?).filter(|name| name.len() + 1 >= of)?;
    let article = |word: &&Word| word.is_one_of(&["the"]);
    let body = rest.get(of + 1..)?.iter().find(|word| !article(word))?;
    let told = body.is_capital() && !body.is_one_of(LEADS) && !body.text.ends_with("day");
    if told { person(name, Role::Bare) } else { None }
}

/// `OpenAI CEO X`; `President X`; `DeepSeek's founder X`.
fn titled(words: &[Word]) -> Vec<Person> {
    let mut people = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(end) = office_at(words, at) else {
            at += 1;
            continue;
        };
        let rest = words.get(end..).unwrap_or_default();
        let title = words.get(at..end).unwrap_or_default();
        if let Some(name) = first_name(rest, title) {
            let before = lead(words.get(..at).unwrap_or_default());
            let when = |word: &Word| word.is_one_of(&["former", "then", "acting"]);
            let of = before.iter().any(|word| word.is_capital() && !when(word));
            let role = if of {
                let office: Vec<Word> = before.iter().chain(title).copied().collect();
                Role::Office(with_article(&office))
            } else {
                Role::Bare
            };
            people.extend(person(name, role));
        }
        at = end;
    }
    people
}

/// The name that begins behind a title.
fn first_name<'w, 't>(words: &'w [Word<'t>], title: &[Word]) -> Option<&'w [Word<'t>]> {
    let honoured = words.first().is_some_and(|word| word.is_one_of(HONORIFICS));
    let words = words.get(usize::from(honoured)..)?;
    let mut end = 0;
    while let Some(word) = words.get(end)
        && (word.is_capital() || end > 0 && word.is_one_of(PARTICLES))
        && !(end > 0 && word.text.ends_with("day"))
    {
        end += 1;
        if word.owns {
            break;
        }
    }
    let name = words.get(..end)?;
    if is_person(name) {
        return Some(name);
    }
    let said: Vec<String> = title.iter().map(|word| word.text.to_lowercase()).collect();
    let honoured = HONOURED.contains(&said.join(" ").as_str());
    let capital = title.iter().all(Word::is_capital);
    match name {
        [word] if honoured && capital && word.is_name() && word.text.len() > 2 => Some(name),
        _ => None,
    }
}

/// The name in which words end.
fn last_name<'w, 't>(words: &'w [Word<'t>]) -> Option<&'w [Word<'t>]> {
    let mut from = words.len();
    while let Some(at) = from.checked_sub(1)
        && let Some(word) = words.get(at)
        && !word.owns
        && (word.is_capital() || word.text.len() > 1 && word.is_one_of(PARTICLES))
    {
        from = at;
    }
    // "van" and the like stand within a name only; a title stands before it.
    while let Some(word) = words.get(from)
        && (!word.is_capital() || word.is_one_of(LEADS))
    {
        from += 1;
    }
    let title = (from..words.len())
        .filter_map(|at| office_at(words, at))
        .max();
    let from = title.unwrap_or(from);
    let before = from.checked_sub(1).and_then(|at| words.get(at));
    let of = before.is_some_and(|word| word.text == "of");
    let body = from.checked_sub(2).and_then(|at| words.get(at));
    let place = before.is_some_and(|word| word.is_one_of(WHERE))
        || of && body.is_some_and(Word::is_capital);
    let name = words.get(from..)?;
    (!place && is_person(name)).then_some(name)
}

/// Whether words are a person's whole name.
fn is_person(words: &[Word]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let capitals = words.iter().filter(|word| word.is_capital()).count();
    let known: Vec<&str> = words.iter().map(|word| word.text).collect();
    (2..=LONGEST_NAME).contains(&words.len())
        && capitals >= 2
        && first.is_capital()
        && last.is_capital()
        && last.text.len() > 1
        // Central Park is a place, Park Jung-hyun a person.
        && words.iter().enumerate().all(|(at, word)| {
            at == 0 && word.text == "Park" || word.is_name() || word.is_one_of(PARTICLES)
        })
        && !FIRMS.contains(&known.join(" ").replace('-', " ").as_str())
}

fn person(name: &[Word], role: Role) -> Option<Person> {
    let words: Vec<&str> = name.iter().map(|word| word.text).collect();
    Some(Person {
        name: words.join(" "),
        aside: None,
        role,
        at: name.first()?.at,
    })
}
