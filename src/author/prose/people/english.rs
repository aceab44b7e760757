//! People in English sentences.

use super::english_words::{
    CLAUSE, DEEDS, FIRMS, HONOURED, LEADS, NO_NAMES, NO_PERSONS, OF, OFFICES, PARTICLES, SAID,
    WHERE,
};
use super::{Person, Role};
use crate::author::prose::{is_day_or_month, is_of_saying};

/// As many words are a name at most.
const LONGEST_NAME: usize = 4;
/// As many words are an office at most.
const LONGEST_ROLE: usize = 12;
/// As many of them stand before its noun at most.
const LONGEST_LEAD: usize = 5;

/// What stands before a name, and is none of it.
const HONORIFICS: &[&str] = &["Dr", "Prof", "Mr", "Mrs", "Ms", "Sir", "Dame"];
/// What goes on with a list, or with an apposition of the name.
const LISTING: &[&str] = &[
    "and", "or", "as", "along", "with", "but", "a", "an", "the", "his", "her", "their", "its",
];
/// How the words end for what one is by one's science or art, and firms are not.
const PROFESSIONS: &[&str] = &[
    "ologist", "icist", "omist", "ician", "orian", "iatrist", "onomer", "yst",
];

/// A word without the signs around it.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    /// Whether it ends in `'s`, which is no part of `text`.
    owns: bool,
    at: usize,
}

/// Words with nothing but blanks between them.
#[derive(Debug)]
struct Piece<'t> {
    words: Vec<Word<'t>>,
    /// The signs before it.
    before: String,
}

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
    people.sort_by_key(|person| (person.at, person.role == Role::Bare));
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

/// The words before a title that belong to it: `former OpenAI`.
fn lead<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
    let mut from = words.len();
    while let Some(at) = from.checked_sub(1)
        && let Some(word) = words.get(at)
        && words.len() - at <= LONGEST_LEAD
    {
        let day = word.is_one_of(&["the", "an", "a", "this", "that", "on", "in", "of"])
            || word.text.ends_with("day");
        let belongs = word.is_capital() && !word.is_one_of(LEADS) && !day
            || word.is_one_of(&["former", "then", "acting", "chief", "senior", "deputy"])
            || word.owns && !word.is_one_of(&["company", "country", "firm"]);
        if !belongs {
            break;
        }
        from = at;
    }
    // Bank of America
    if let Some(at) = from.checked_sub(2)
        && from < words.len()
        && let Some([body, of]) = words.get(at..from)
        && of.text == "of"
        && body.is_capital()
    {
        from = at;
    }
    words.get(from..).unwrap_or_default()
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

/// The office that words are as a whole.
fn office(words: &[Word]) -> Option<Role> {
    if words.len() > LONGEST_ROLE || words.iter().any(|word| word.is_one_of(CLAUSE)) {
        return None;
    }
    let (at, end) = (0..words.len().min(LONGEST_LEAD + 1)).find_map(|at| {
        let end = office_at(words, at)?;
        let behind = words.get(end);
        let ends = behind.is_none_or(|word| word.is_one_of(OF)) && !words.get(end - 1)?.owns;
        ends.then_some((at, end))
    })?;
    let (before, behind) = (words.get(..at)?, words.get(end..)?);
    let plain = |word: &Word| word.text.starts_with(char::is_alphabetic);
    if !before.iter().all(plain) || before.iter().any(|word| word.is_one_of(OF)) {
        return None;
    }
    // "a former head" is of nothing, and so is "its founder".
    let article = |word: &&Word| word.is_one_of(&["the", "a", "an", "its", "their", "his", "her"]);
    let before = before.iter().skip_while(article);
    let told = |word: &&Word| !article(word) && !word.is_one_of(OF);
    let of = before.copied().any(|word| word.is_capital())
        || behind.iter().skip(1).any(Word::is_capital)
        || behind.iter().filter(told).count() > 1;
    Some(if of && behind.len() != 1 {
        Role::Office(with_article(words))
    } else {
        Role::Bare
    })
}

/// `who heads Merrow's engineers`, `who is the founder of DeepSeek`, `who had run
/// the firm`
fn deed(words: &[Word]) -> Option<Role> {
    let (who, rest) = words.split_first()?;
    let (first, behind) = rest.split_first()?;
    if who.text != "who" || words.len() > LONGEST_ROLE {
        return None;
    }
    if first.is_one_of(&["is", "was"]) {
        return office(behind);
    }
    let helped = first.is_one_of(&["has", "had"]);
    let (verb, object) = if helped {
        behind.split_first()?
    } else {
        (first, behind)
    };
    let does = verb.is_one_of(DEEDS) || helped && verb.is_one_of(&["run"]);
    let whole = !object.is_empty() && !object.iter().any(|word| word.is_one_of(CLAUSE));
    if !(does && whole) {
        return None;
    }
    // "who leads the lab" says too little to be asked by.
    let tells = object.iter().any(Word::is_capital) || object.len() > 2;
    Some(if tells && !helped {
        Role::Deed(joined(rest))
    } else {
        Role::Bare
    })
}

/// Where an office ends that begins at a word, the longest there is.
fn office_at(words: &[Word], at: usize) -> Option<usize> {
    (1..=3).rev().map(|length| at + length).find(|end| {
        let Some(words) = words.get(at..*end) else {
            return false;
        };
        let said = words.iter().map(|word| word.text.trim_end_matches('.'));
        let said: Vec<String> = said.map(str::to_lowercase).collect();
        let said = said.join(" ");
        let profession = || {
            let small = words.iter().all(|word| !word.is_capital());
            small && words.len() == 1 && PROFESSIONS.iter().any(|end| said.ends_with(end))
        };
        (OFFICES.contains(&said.as_str()) || profession()) && words.iter().all(|word| !word.owns)
    })
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

/// Words as they stand in a question: `the founder of DeepSeek`.
fn with_article(words: &[Word]) -> String {
    let Some((first, rest)) = words.split_first() else {
        return String::new();
    };
    let said = joined(words);
    if first.is_one_of(&["the", "a", "an", "its", "their", "his", "her"]) {
        let article = first.text.to_lowercase();
        return format!("{article} {}", joined(rest));
    }
    // Merrow's chief engineer; the U.S. president.
    let owned = words.iter().take_while(|word| word.is_capital());
    let owned = owned.filter(|word| word.owns).count() > 0;
    if owned {
        said
    } else if first.is_one_of(&["former", "then", "acting"]) {
        format!("the {} {}", first.text.to_lowercase(), joined(rest))
    } else {
        format!("the {said}")
    }
}

fn joined(words: &[Word]) -> String {
    let said = |word: &Word| format!("{}{}", word.text, if word.owns { "'s" } else { "" });
    words.iter().map(said).collect::<Vec<_>>().join(" ")
}

impl Word<'_> {
    fn is_one_of(&self, words: &[&str]) -> bool {
        let same = |word: &&str| word.eq_ignore_ascii_case(self.text.trim_end_matches('.'));
        words.iter().any(same)
    }

    fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it may be a word of a name: `Wenfeng`, `J.`, `McDonald`,
    /// `O'Neill`, `Bankman-Fried`, not `DeepSeek`, `IBM` or `R1`.
    fn is_name(&self) -> bool {
        let initial = self.text.len() == 2 && self.text.ends_with('.');
        let parts = self.text.split(['-', '\'', '’']);
        let named = parts.into_iter().all(|part| {
            let forms = ["Mc", "Mac", "De", "Di", "La", "Le", "Van"];
            let inner = forms.iter().find_map(|form| {
                let rest = part.strip_prefix(form)?;
                rest.starts_with(char::is_uppercase).then_some(rest)
            });
            let part = inner.unwrap_or(part);
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic)
                && letters.all(|c| c.is_alphabetic() && !c.is_uppercase())
        });
        self.is_capital()
            && (initial || named)
            && !self.is_one_of(NO_NAMES)
            && (self.text == "May" || !is_day_or_month(self.text))
            && !self.is_one_of(LEADS)
    }
}

impl Piece<'_> {
    /// Whether what stands before it sets it apart as an apposition.
    fn sets_apart(&self) -> bool {
        matches!(self.before.as_str(), "," | "(" | ")" | "—" | "–")
    }
}

/// Cuts a sentence at its signs.
fn cut(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = String::new();
    let mut rest = sentence;
    let mut fresh = true;
    while let Some(c) = rest.chars().next() {
        let at = sentence.len() - rest.len();
        if !c.is_alphanumeric() {
            if !c.is_whitespace() {
                before.push(c);
                fresh = true;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        }
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '&');
        let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
        let (whole, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let text = whole.trim_end_matches(['.', '\'', '’', '-', '&']);
        // A stop belongs to what is short for something: J., U.S.
        let short = whole.len() == text.len() + 1 && whole.ends_with('.') && {
            let last = text.rsplit('.').next().unwrap_or_default();
            let title =
                ["Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Gov", "Gen", "Rep"].contains(&text);
            !behind.trim().is_empty() && (last.len() == 1 && last != "I" || title)
        };
        let text = if short { whole } else { text };
        let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
        let owns = bare.is_some() || whole.ends_with("s'") || whole.ends_with("s’");
        let word = Word {
            text: bare.unwrap_or(text),
            owns,
            at,
        };
        match pieces.last_mut() {
            Some(piece) if !fresh => piece.words.push(word),
            _ => pieces.push(Piece {
                words: vec![word],
                before: std::mem::take(&mut before),
            }),
        }
        before.clear();
        fresh = false;
        rest = behind;
        if let Some(signs) = whole.strip_prefix(text)
            && !signs.is_empty()
            && !owns
        {
            before.push_str(signs);
            fresh = true;
        }
    }
    pieces
}
