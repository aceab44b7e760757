//! People in running text with what they are: `Liang Wenfeng, founder of
//! DeepSeek,`; `량원펑 딥시크 창업자`.
//!
//! Few and right comes before all of them: a name counts only where the article
//! says of it, in one of the ways the press does, what its bearer is or does.

mod english;
mod english_office;
mod english_word;
mod english_words;
mod korean;
mod korean_name;
mod korean_shape;
mod korean_word;
mod korean_words;

pub(in crate::author) use korean_name::may_hold;
pub(in crate::author) use korean_shape::{ends_phrase, fits};

use crate::text::Lang;

/// A person in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::author) struct Person {
    /// The name, without titles and particles.
    pub name: String,
    /// What stands in brackets behind it: the name in another script.
    pub aside: Option<String>,
    /// What the sentence says of the person.
    pub role: Role,
    /// The byte of the sentence at which the name begins.
    pub at: usize,
}

/// What one is or does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::author) enum Role {
    /// An office that says of what it is: `founder of DeepSeek`.
    Office(String),
    /// An office that may be anyone's: `the minister`.
    Bare,
    /// What one does: `heads Merrow's engineers`.
    Deed(String),
}

/// The people whom a sentence tells of with what they are.
pub(in crate::author) fn people(sentence: &str, lang: Lang) -> Vec<Person> {
    match lang {
        Lang::En => english::people(sentence),
        Lang::Ko => korean::people(sentence),
    }
}

/// Their names.
pub(in crate::author) fn names(sentence: &str, lang: Lang) -> Vec<String> {
    let people = people(sentence, lang).into_iter();
    people.map(|person| person.name).collect()
}
