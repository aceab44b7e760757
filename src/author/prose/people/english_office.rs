//! What one is or does, in English: `the founder of DeepSeek`, `who heads it`.

use super::Role;
use super::english_word::{Word, joined};
use super::english_words::{CLAUSE, DEEDS, LEADS, OF, OFFICES};

/// As many words are an office at most.
pub(super) const LONGEST_ROLE: usize = 12;
/// As many of them stand before its noun at most.
const LONGEST_LEAD: usize = 5;
/// How the words end for what one is by one's science or art, and firms are not.
const PROFESSIONS: &[&str] = &[
    "ologist", "icist", "omist", "ician", "orian", "iatrist", "onomer", "yst",
];

/// The office that words are as a whole.
pub(super) fn office(words: &[Word]) -> Option<Role> {
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
pub(super) fn deed(words: &[Word]) -> Option<Role> {
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
pub(super) fn office_at(words: &[Word], at: usize) -> Option<usize> {
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

/// The words before a title that belong to it: `former OpenAI`.
pub(super) fn lead<'w, 't>(words: &'w [Word<'t>]) -> &'w [Word<'t>] {
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

/// Words as they stand in a question: `the founder of DeepSeek`.
pub(super) fn with_article(words: &[Word]) -> String {
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
