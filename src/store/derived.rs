//! Keeping what is derived in step with the log: by one event at its end, by
//! one card's whole history, or from nothing. All three come to the same.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::Connection;

use super::error::Trouble;
use super::log::{self, Moment};
use super::states;
use super::weights::Models;
use super::{cards, names, quizzes, tally, weights};
use crate::deck::CardId;
use crate::schedule::{Act, CardState, Day, Event, apply};

/// The tables that follow from the log.
pub(super) const TABLES: [&str; 8] = [
    "undone",
    "alias",
    "weights",
    "state",
    "studied",
    "tally",
    "quiz",
    "quiz_answer",
];

/// Kinds of acts that are about more than where one card stands.
const OF_MORE: &str = "'undo', 'alias', 'parameters', 'more', 'quiz', 'answer', 'quiz_end'";

/// Days whose sums have to be brought in step before the transaction ends.
pub(super) type Touched = BTreeSet<Day>;

/// What one card's events come to, as far as they were taken.
#[derive(Debug, Default)]
struct Account {
    state: CardState,
    last: Option<Moment>,
    days: BTreeMap<Day, tally::Done>,
}

impl Account {
    fn take(&mut self, event: &Event, models: &Models) {
        if let Act::Review(review) = &event.act {
            let done = self.days.entry(event.day).or_default();
            done.count(&self.state, review);
        }
        let moment = Moment::of(event);
        apply(&mut self.state, event, models.in_force(moment));
        self.last = Some(moment);
    }

    fn put(&self, connection: &Connection, card: &CardId) -> Result<(), Trouble> {
        for (day, done) in &self.days {
            tally::put(connection, card, *day, done)?;
        }
        let Some(last) = self.last else { return Ok(()) };
        states::put(connection, card, &self.state, last)
    }
}

/// The card whose state an event changes by itself, under the name of then.
pub(super) fn changes(event: &Event) -> Option<&CardId> {
    match &event.act {
        Act::Alias { .. } | Act::Undo { .. } | Act::More { .. } | Act::Parameters { .. } => None,
        act => act.card(),
    }
}

/// Brings what is derived in step with an event that was just appended.
pub(super) fn follow(
    connection: &Connection,
    event: &Event,
    models: &mut Models,
    touched: &mut Touched,
) -> Result<(), Trouble> {
    let moment = Moment::of(event);
    match &event.act {
        Act::More { .. } => Ok(()),
        Act::Quiz { .. } | Act::Answer(_) | Act::QuizEnd { .. } => {
            quizzes::follow(connection, event)
        }
        Act::Parameters { weights } => {
            weights::insert(connection, moment, weights)?;
            models.load(connection)?;
            if log::goes_on_after(connection, moment)? {
                rebuild(connection, models)?;
            }
            Ok(())
        }
        Act::Alias { card, was } => {
            names::insert(connection, moment, was, card)?;
            for name in names::kin(connection, card)? {
                recompute(connection, &name, models, touched)?;
            }
            Ok(())
        }
        Act::Undo { event: undone, .. } => {
            take_back(connection, *undone)?;
            let Some(undone) = log::event(connection, *undone)? else {
                return Ok(());
            };
            match (&undone.act, changes(&undone)) {
                (_, Some(card)) => {
                    let card = names::follow(connection, card, Moment::of(&undone))?;
                    recompute(connection, &card, models, touched)
                }
                (Act::Alias { card, .. }, None) => {
                    for name in names::remove(connection, undone.id, card)? {
                        recompute(connection, &name, models, touched)?;
                    }
                    Ok(())
                }
                (Act::Undo { .. } | Act::More { .. }, None) => Ok(()),
                // Weights that were in force, or a part of a quiz.
                _ => rebuild(connection, models),
            }
        }
        _ => match changes(event) {
            Some(card) => {
                let card = names::follow(connection, card, moment)?;
                let events = std::slice::from_ref(event);
                advance(connection, &card, events, models, touched)
            }
            None => Ok(()),
        },
    }
}

/// Marks an event as taken back, whether or not the log has it yet.
pub(super) fn take_back(
    connection: &Connection,
    id: crate::schedule::EventId,
) -> Result<(), Trouble> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO undone (event) VALUES (?1)")?
        .execute([id.0.as_bytes().as_slice()])?;
    Ok(())
}

/// Takes events, in the order of a replay, into a card's state: at the end if
/// they come there.
pub(super) fn advance(
    connection: &Connection,
    card: &CardId,
    events: &[Event],
    models: &Models,
    touched: &mut Touched,
) -> Result<(), Trouble> {
    let Some(first) = events.first() else {
        return Ok(());
    };
    let standing = states::get(connection, card)?;
    if standing
        .as_ref()
        .is_some_and(|standing| standing.last > Moment::of(first))
    {
        return recompute(connection, card, models, touched);
    }
    let mut account = Account {
        state: standing.map(|standing| standing.state).unwrap_or_default(),
        ..Account::default()
    };
    for event in events {
        account.take(event, models);
    }
    for (day, done) in &account.days {
        tally::bump(connection, *day, done)?;
    }
    account.put(connection, card)
}

/// Works out one card from its whole history.
pub(super) fn recompute(
    connection: &Connection,
    card: &CardId,
    models: &Models,
    touched: &mut Touched,
) -> Result<(), Trouble> {
    let mut account = Account::default();
    for event in names::history(connection, card)? {
        if changes(&event).is_some() && !log::is_undone(connection, event.id)? {
            account.take(&event, models);
        }
    }
    states::remove(connection, card)?;
    tally::remove(connection, card, touched)?;
    touched.extend(account.days.keys());
    account.put(connection, card)
}

/// Works out everything from the log.
pub(super) fn rebuild(connection: &Connection, models: &mut Models) -> Result<(), Trouble> {
    connection.execute_batch(
        "DELETE FROM undone; DELETE FROM alias; DELETE FROM weights;
         DELETE FROM state; DELETE FROM studied; DELETE FROM tally;
         DELETE FROM quiz; DELETE FROM quiz_answer;",
    )?;
    // First what bears on other events, wherever it stands in the log.
    let mut of_more = Vec::new();
    log::each_of(connection, OF_MORE, |event| {
        of_more.push(event);
        Ok(())
    })?;
    let mut undone = HashSet::new();
    for event in &of_more {
        if let Act::Undo { event, .. } = event.act {
            undone.insert(event);
            take_back(connection, event)?;
        }
    }
    for event in of_more.iter().filter(|event| !undone.contains(&event.id)) {
        let moment = Moment::of(event);
        match &event.act {
            Act::Alias { card, was } => names::insert(connection, moment, was, card)?,
            Act::Parameters { weights } => weights::insert(connection, moment, weights)?,
            _ => quizzes::follow(connection, event)?,
        }
    }
    models.load(connection)?;
    let given_up = names::given_up(connection)?;
    let mut accounts: HashMap<CardId, Account> = HashMap::new();
    log::each_but(connection, OF_MORE, |event| {
        let Some(card) = changes(&event).filter(|_| !undone.contains(&event.id)) else {
            return Ok(());
        };
        let now;
        let card = match given_up.contains(card.as_str()) {
            true => {
                now = names::follow(connection, card, Moment::of(&event))?;
                &now
            }
            false => card,
        };
        if let Some(account) = accounts.get_mut(card) {
            account.take(&event, models);
        } else {
            let account = accounts.entry(card.clone()).or_default();
            account.take(&event, models);
        }
        Ok(())
    })?;
    let mut accounts: Vec<(CardId, Account)> = accounts.into_iter().collect();
    accounts.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    // In the order of their table, which is then written from one end to the other;
    // on each day the cards are in theirs already.
    let mut done: Vec<(Day, &CardId, &tally::Done)> = Vec::new();
    for (card, account) in &accounts {
        done.extend(account.days.iter().map(|(day, done)| (*day, card, done)));
    }
    done.sort_by_key(|(day, ..)| *day);
    without_indexes(connection, || {
        tally::fill(connection, &done)?;
        let standing = accounts.iter().filter_map(|(card, account)| {
            let last = account.last.as_ref()?;
            Some((card, &account.state, last))
        });
        states::fill(connection, standing)
    })?;
    cards::stand_all(connection)
}

/// Fills the tables of states and days, whose indexes are made behind that: all
/// at once and in order takes a fraction of a place found for each row.
fn without_indexes(
    connection: &Connection,
    fill: impl FnOnce() -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let indexes: Vec<(String, String)> = connection
        .prepare(
            "SELECT name, sql FROM sqlite_schema
             WHERE type = 'index' AND tbl_name IN ('state', 'studied') AND sql IS NOT NULL",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (name, _) in &indexes {
        connection.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    fill()?;
    for (_, made) in &indexes {
        connection.execute_batch(made)?;
    }
    Ok(())
}
