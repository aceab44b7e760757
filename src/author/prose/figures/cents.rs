//! Of which money cents are that are called no more than that: of what their
//! sentence tells of, or else the text.

use super::FigureFound;
use crate::author::prose::Prose;
use crate::figure::{Currency, are_bare_cents};

/// Gives cents of no country the money that is spoken of.
pub(super) fn settle(prose: &Prose, found: &mut [FigureFound]) {
    let is_bare = |one: &FigureFound| {
        one.figure.unit.money() == Some(Currency::Usd) && are_bare_cents(prose.at(&one.span))
    };
    let bare: Vec<bool> = found.iter().map(is_bare).collect();
    if !bare.contains(&true) {
        return;
    }
    // Figures of money that do not leave it open, by where they stand.
    let told: Vec<(usize, Currency)> = found
        .iter()
        .zip(&bare)
        .filter(|(one, bare)| !**bare && one.figure.unit.money().is_some())
        .filter_map(|(one, _)| Some((one.span.start, one.figure.unit.money()?)))
        .collect();
    let tell = |currency: Currency, here: &std::ops::Range<usize>| {
        let figures = told
            .iter()
            .filter(|(at, money)| here.contains(at) && *money == currency);
        figures.count() + named(prose.at(here), currency)
    };
    let all = 0..prose.text().len();
    for (one, _) in found.iter_mut().zip(&bare).filter(|(_, bare)| **bare) {
        let sentence = prose.sentence_of(one.span.start);
        let sentence = prose.sentences().get(sentence).unwrap_or(&all);
        let euro = [sentence, &all].into_iter().find_map(|here| {
            let (euros, dollars) = (tell(Currency::Eur, here), tell(Currency::Usd, here));
            (euros != dollars).then_some(euros > dollars)
        });
        if euro == Some(true) {
            one.figure = one.figure.clone().of_currency(Currency::Eur);
        }
    }
}

/// How often a text names money by its word.
fn named(text: &str, currency: Currency) -> usize {
    let words: &[&str] = match currency {
        Currency::Eur => &["euro", "euros", "eurocents", "유로", "유로당", "유로화"],
        _ => &["dollar", "dollars", "달러", "달러당"],
    };
    let text = text.to_lowercase();
    let mut count = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        count += usize::from(words.contains(&word));
    }
    count
}
