//! Columns of cards: texts that are of a kind with one another, as the sides of
//! pairs, the lines of an order or choices are; and lists, whose items are all
//! true of the same.

use std::collections::HashSet;
use std::sync::Arc;

use crate::deck::{Card, Task};
use crate::text::{Localized, fold};

/// Every column and list of some cards.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    columns: Vec<Column<'a>>,
    lists: Vec<Column<'a>>,
}

#[derive(Debug)]
struct Column<'a> {
    entry: &'a str,
    texts: Vec<&'a Localized>,
    /// Its texts in every language, folded.
    folded: HashSet<String>,
}

impl<'a> Columns<'a> {
    /// Those of `cards`.
    pub fn of(cards: &[&'a Arc<Card>]) -> Columns<'a> {
        let all = |find: fn(&Card) -> Vec<Vec<&Localized>>| {
            cards
                .iter()
                .flat_map(|card: &&'a Arc<Card>| {
                    let card: &'a Card = card;
                    find(card).into_iter().map(|texts| Column::of(card, texts))
                })
                .collect()
        };
        Columns {
            columns: all(columns),
            lists: all(lists),
        }
    }

    /// What stands in a column with `text`, with the entry that has it.
    pub fn beside(&self, text: &Localized) -> impl Iterator<Item = (&'a str, &'a Localized)> {
        let folded = folded(text);
        self.columns
            .iter()
            .filter(move |column| column.holds(&folded))
            .flat_map(|column| column.texts.iter().map(|text| (column.entry, *text)))
    }

    /// What is in a list with `text`: whoever asks for one of them can be
    /// answered with another.
    pub fn listed_with(&self, text: &Localized) -> impl Iterator<Item = &'a Localized> {
        let folded = folded(text);
        self.lists
            .iter()
            .filter(move |list| list.holds(&folded))
            .flat_map(|list| list.texts.iter().copied())
    }
}

impl<'a> Column<'a> {
    fn of(card: &'a Card, texts: Vec<&'a Localized>) -> Column<'a> {
        Column {
            entry: card.id.entry(),
            folded: texts.iter().flat_map(|text| folded(text)).collect(),
            texts,
        }
    }

    fn holds(&self, folded: &[String]) -> bool {
        folded.iter().any(|text| self.folded.contains(text))
    }
}

/// A text in every language, as it is compared.
pub(super) fn folded(text: &Localized) -> Vec<String> {
    text.iter().map(|(_, text)| fold(text)).collect()
}

/// The texts of a card that are of a kind with one another.
fn columns(card: &Card) -> Vec<Vec<&Localized>> {
    match &card.task {
        Task::Pairs { pairs } => vec![
            pairs.iter().map(|(left, _)| left).collect(),
            pairs.iter().map(|(_, right)| right).collect(),
        ],
        Task::Order { items } => vec![items.iter().collect()],
        Task::Choice { choices, .. } => vec![choices.iter().collect()],
        Task::Recall { .. }
        | Task::Text { .. }
        | Task::Number { .. }
        | Task::Date { .. }
        | Task::List { .. }
        | Task::Cloze { .. }
        | Task::Compare { .. } => Vec::new(),
    }
}

/// The texts of a card that are true of the same.
fn lists(card: &Card) -> Vec<Vec<&Localized>> {
    match &card.task {
        Task::List { items, .. } => vec![items.iter().map(|item| &item.text).collect()],
        Task::Choice { choices, right, .. } => {
            vec![right.iter().filter_map(|at| choices.get(*at)).collect()]
        }
        _ => Vec::new(),
    }
}
