//! What a search goes through: the words of every card, many cards at a time,
//! so that reading them costs no more than their length.

use std::fmt::Display;
use std::sync::atomic::{AtomicUsize, Ordering};

use memchr::memmem::Finder;
use memchr::{memchr, memchr_iter, memchr2, memrchr};
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};

use super::error::Trouble;
use super::names;
use crate::deck::{Card, CardId};
use crate::message;
use crate::order::Order as _;
use crate::parallel;
use crate::text::{Lang, fold_into};

/// So many cards are kept, and read, at a time.
const CARDS: usize = 256;

/// What is looked for: every one of the words, anywhere in what a card asks and
/// answers, or in its name. How they are written (case, width, spacing,
/// punctuation) does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words(Vec<Vec<u8>>);

impl Words {
    /// The words of a line that was typed.
    pub fn of(typed: &str) -> Words {
        let each = typed.split_whitespace().map(|word| {
            let mut folded = Vec::new();
            put_folded(word, &mut folded);
            folded
        });
        let mut words: Vec<Vec<u8>> = each.filter(|word| !word.is_empty()).collect();
        // The rarest first, as far as their length tells.
        words.order_by_key(|word| std::cmp::Reverse(word.len()));
        Words(words)
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The cards that have them all, as a search of an index would tell.
    #[cfg(test)]
    pub(crate) fn among(&self, cards: &[Card]) -> Vec<CardId> {
        let (text, mut found) = (passage(cards), Vec::new());
        self.seeker()
            .find(&text, &mut |line| found.extend(card(line).ok()));
        found
    }

    /// What looks for them in one passage after another.
    fn seeker(&self) -> Seeker<'_> {
        Seeker(self.0.iter().map(Finder::new).collect())
    }
}

/// Looks for words. Mostly it is one of them that a passage does not have, and the
/// next one neither: that stands first.
#[derive(Debug)]
struct Seeker<'w>(Vec<Finder<'w>>);

impl Seeker<'_> {
    /// Hands over the lines of a passage that have all words: bytes, of which only
    /// those that are found need to be text.
    fn find<'t>(&mut self, text: &'t [u8], take: &mut dyn FnMut(&'t [u8])) {
        let lacks = |word: &Finder<'_>| word.find(text).is_none();
        if let Some(lacking) = self.0.iter().position(lacks) {
            self.0.swap(0, lacking);
            return;
        }
        let Some((first, others)) = self.0.split_first() else {
            return;
        };
        let mut rest = text;
        while let Some(at) = first.find(rest) {
            let (before, behind) = rest.split_at(at);
            let begin = memrchr(b'\n', before).map_or(0, |end| end + 1);
            let end = memchr(b'\n', behind).map_or(rest.len(), |end| at + end);
            let line = rest.get(begin..end).unwrap_or_default();
            if others.iter().all(|word| word.find(line).is_some()) {
                take(line);
            }
            rest = rest.get(end..).unwrap_or_default();
        }
    }
}

/// Puts a folded text behind a line: only one of nothing but punctuation has
/// several lines itself.
fn put_folded(text: &str, line: &mut Vec<u8>) {
    let from = line.len();
    fold_into(text, line);
    let folded = line.get_mut(from..).unwrap_or_default();
    if memchr2(b'\n', b'\t', folded).is_some() {
        for byte in folded {
            if let b'\n' | b'\t' = byte {
                *byte = b' ';
            }
        }
    }
}

/// The words of a deck's cards, as UTF-8: a line each, many of them to a passage.
pub(super) fn of(cards: &[Card]) -> Vec<Vec<u8>> {
    let parts: Vec<&[Card]> = cards.chunks(CARDS).collect();
    parallel::each(&parts, |cards| passage(cards))
}

fn passage(cards: &[Card]) -> Vec<u8> {
    let mut text = Vec::new();
    for card in cards {
        let name = card.id.as_str();
        text.extend_from_slice(name.as_bytes());
        let mut put = |said: &str| {
            text.push(b'\t');
            put_folded(said, &mut text);
        };
        put(name);
        let mut last = name;
        for part in [&card.question, &card.answer] {
            for lang in Lang::ALL {
                // One that has no other language says the same in both.
                let of_lang = part.get(lang);
                if last != of_lang {
                    put(of_lang);
                    last = of_lang;
                }
            }
        }
        text.push(b'\n');
    }
    text
}

/// A passage as the database takes it: not looked through again.
fn as_text(passage: &[u8]) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(ValueRef::Text(passage))
}

/// Puts the passages of a deck in the place of those that were there; what did
/// not change is not written.
pub(super) fn put(connection: &Connection, deck: i64, passages: &[Vec<u8>]) -> Result<(), Trouble> {
    let mut select =
        connection.prepare_cached("SELECT key, text FROM passage WHERE deck = ?1 ORDER BY key")?;
    let mut rows = select.query([deck])?;
    let mut before = Vec::new();
    while let Some(row) = rows.next()? {
        let text = row.get_ref(1)?.as_bytes().map_err(no_words)?;
        before.push((row.get::<_, i64>(0)?, text.to_vec()));
    }
    let mut before = before.into_iter();
    let mut insert =
        connection.prepare_cached("INSERT INTO passage (deck, text) VALUES (?1, ?2)")?;
    let mut change = connection.prepare_cached("UPDATE passage SET text = ?2 WHERE key = ?1")?;
    let mut delete = connection.prepare_cached("DELETE FROM passage WHERE key = ?1")?;
    for text in passages {
        match before.next() {
            Some((_, same)) if same == *text => {}
            Some((key, _)) => _ = change.execute((key, as_text(text)))?,
            None => _ = insert.execute((deck, as_text(text)))?,
        }
    }
    for (key, _) in before {
        delete.execute([key])?;
    }
    Ok(())
}

/// How many cards of a deck a search goes through.
pub(super) fn count(connection: &Connection, deck: i64) -> Result<usize, Trouble> {
    let mut passages = connection.prepare_cached("SELECT text FROM passage WHERE deck = ?1")?;
    let mut rows = passages.query([deck])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += memchr_iter(b'\n', row.get_ref(0)?.as_bytes().map_err(no_words)?).count();
    }
    Ok(count)
}

/// The cards that have all of the words: deck by deck, on every connection at
/// once, until `most` passages were gone through. How many decks are done, and
/// their cards.
pub(super) fn find(
    own: &Connection,
    others: &mut [Connection],
    decks: &[i64],
    most: usize,
    words: &Words,
) -> Result<(usize, Vec<CardId>), Trouble> {
    let (next, seen) = (AtomicUsize::new(0), AtomicUsize::new(0));
    // Each takes the next deck that none has taken, and goes through all of it.
    let take = |connection: &Connection| -> Result<Vec<(usize, Vec<CardId>)>, Trouble> {
        let (mut seeker, mut found) = (words.seeker(), Vec::new());
        while seen.load(Ordering::Relaxed) < most {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(deck) = decks.get(at) else { break };
            let (passages, cards) = in_deck(connection, *deck, &mut seeker)?;
            seen.fetch_add(passages, Ordering::Relaxed);
            found.push((at, cards));
        }
        Ok(found)
    };
    let each = parallel::beside(others, |other| take(other), || take(own));
    let mut found = Vec::new();
    for theirs in each {
        found.extend(theirs?);
    }
    found.order_by_key(|(at, _)| *at);
    let done = found.len();
    Ok((
        done,
        found.into_iter().flat_map(|(_, cards)| cards).collect(),
    ))
}

/// How many passages a deck has, and which of its cards have all words.
fn in_deck(
    connection: &Connection,
    deck: i64,
    words: &mut Seeker<'_>,
) -> Result<(usize, Vec<CardId>), Trouble> {
    let mut statement =
        connection.prepare_cached("SELECT text FROM passage WHERE deck = ?1 ORDER BY key")?;
    let mut rows = statement.query([deck])?;
    let (mut passages, mut found) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        passages += 1;
        let text = row.get_ref(0)?.as_bytes().map_err(no_words)?;
        let mut lines = Vec::new();
        words.find(text, &mut |line| lines.push(card(line)));
        for card in lines {
            found.push(card?);
        }
    }
    Ok((passages, found))
}

/// Which card a line is of.
fn card(line: &[u8]) -> Result<CardId, Trouble> {
    let name = line.split(|byte| *byte == b'\t').next();
    let name = std::str::from_utf8(name.unwrap_or_default());
    names::card(name.map_err(no_words)?)
}

fn no_words(error: impl Display) -> Trouble {
    Trouble::row(message!("the words of a deck", "덱의 글"), error)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_line_has_all_words_however_they_are_written() {
        let text = "d/fab\twhobuiltthefab\ttsmc\nd/칩\t반도체시장\t45조원\n";
        let cases: &[(&str, &[&str])] = &[
            ("", &[]),
            ("   ", &[]),
            ("FAB", &["d/fab"]),
            ("fab TSMC", &["d/fab"]),
            ("tsmc who built", &["d/fab"]),
            ("fab samsung", &[]),
            ("반도체 시장", &["d/칩"]),
            ("반도체시장", &["d/칩"]),
            ("45조", &["d/칩"]),
            ("d/", &["d/fab", "d/칩"]),
            // Not across what is asked and what is answered.
            ("fabtsmc", &[]),
            ("?", &[]),
        ];
        for (typed, expected) in cases {
            let mut found = Vec::new();
            Words::of(typed)
                .seeker()
                .find(text.as_bytes(), &mut |line| {
                    let line = std::str::from_utf8(line).unwrap();
                    found.extend(line.split('\t').next());
                });
            assert_eq!(found, *expected, "{typed}");
        }
    }

    #[test]
    fn a_passage_without_a_word_bears_on_no_other() {
        let passages = [
            "d/a\tgpt\n",
            "d/b\tgpt5\tprice\n",
            "d/c\tprice\nd/d\tpricegpt\n",
        ];
        let words = Words::of("gpt price");
        let mut seeker = words.seeker();
        let found = passages.map(|passage| {
            let mut lines = 0;
            seeker.find(passage.as_bytes(), &mut |_| lines += 1);
            lines
        });
        assert_eq!(found, [0, 1, 1]);
    }
}
