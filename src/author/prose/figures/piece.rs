//! What a text begins with, read as a figure: whether it is one, and whether it
//! says more than a shorter one does.

use super::begins::KOREAN;
use super::behind::{counts, is_cut, is_of_word, is_scaled, tells_when};
use super::noun::{is_noun, is_plural};
use crate::figure::{Figure, Unit};

/// The first bytes of a text that can be read as a figure.
pub(super) struct Piece<'t> {
    pub(super) figure: Figure,
    /// How many bytes.
    pub(super) end: usize,
    /// All of the text.
    rest: &'t str,
    in_words: bool,
}

impl<'t> Piece<'t> {
    /// The first `end` bytes of `rest`, if they can be read as a figure.
    pub(super) fn read(rest: &'t str, end: usize, in_words: bool) -> Option<Piece<'t>> {
        let figure = Figure::candidate(rest.get(..end)?)?;
        Some(Piece {
            figure,
            end,
            rest,
            in_words,
        })
    }

    fn text(&self) -> &'t str {
        self.rest.get(..self.end).unwrap_or_default()
    }

    fn behind(&self) -> &'t str {
        self.rest.get(self.end..).unwrap_or_default()
    }

    fn has(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text().contains(word))
    }

    /// Whether it is one where it stands.
    pub(super) fn is_figure(&self) -> bool {
        !(self.is_of_each_time()
            || self.is_part_of_one()
            || self.is_of_what_lasts()
            || self.is_distance()
            || self.begins_a_word()
            || self.is_cut_off()
            || self.is_counter_of_a_word())
    }

    /// 5,870 a day are no days.
    fn is_of_each_time(&self) -> bool {
        self.has(&[" a ", " an ", " per "]) && self.figure.unit.lasts() && !self.in_words
    }

    /// One in five oppose it, one in 40 inhabitants are; but one company in five
    /// countries is no fifth of them.
    fn is_part_of_one(&self) -> bool {
        if !self.figure.number.fraction || !self.text().contains(" in ") {
            return false;
        }
        match &self.figure.unit {
            Unit::Other(noun) => !is_plural(noun),
            Unit::None => counts(self.behind()),
            _ => false,
        }
    }

    /// 4 goals in the second half are no seconds.
    fn is_of_what_lasts(&self) -> bool {
        self.has(&[" in ", " by ", " of ", " at ", " on "])
            && self.figure.unit.lasts()
            && !self.figure.number.fraction
    }

    /// $269 a year before is no rent.
    fn is_distance(&self) -> bool {
        self.figure.unit.is_rate() && tells_when(self.behind())
    }

    /// 3분기 is a quarter and not three minutes, nor are 17도시 degrees.
    fn begins_a_word(&self) -> bool {
        let words = [('분', '기'), ('도', '시'), ('도', '서')];
        let is_one = |(last, next): &(char, char)| {
            self.text().ends_with(*last) && self.behind().starts_with(*next)
        };
        words.iter().any(is_one)
    }

    /// Whether a unit that is in no table is none: it ends within a word, or nothing
    /// is counted in it.
    fn is_cut_off(&self) -> bool {
        let (unit, text) = (&self.figure.unit, self.text());
        let often = noun_of_rate(unit).filter(|noun| text.ends_with(noun));
        if rank(unit) >= 2 && often.is_none() {
            return false;
        }
        let is_noun = match (unit, often) {
            (_, Some(noun)) => is_noun(noun, text),
            (Unit::Other(word), None) => is_noun(word, text),
            _ => true,
        };
        let whole = self.figure.number.fraction && *unit == Unit::None;
        // 구조하라 is not nine trillion, but 300만속 are three million of it.
        let cut = || is_cut(text, self.rest, self.end) && !is_scaled(self.rest, text, self.end);
        !is_noun || !whole && cut()
    }

    /// 두 대학 are no two of 대, 네 번째 is no four times, nor 21세기 an age.
    fn is_counter_of_a_word(&self) -> bool {
        let (unit, text) = (&self.figure.unit, self.text());
        let is_age = matches!(unit, Unit::Count(counter) if counter.korean == "세");
        let counted = self.in_words && matches!(unit, Unit::Count(_));
        let household = self.behind().starts_with('대');
        // 1.10 세종 is a city that stands apart.
        let word = || text.contains(char::is_whitespace) && is_cut(text, self.rest, self.end);
        // A 43-year-old is a person.
        is_age && (household || word() || text.ends_with("-old"))
            || (counted || is_age) && is_of_word(text, self.behind())
    }

    /// Whether it says more than a shorter one.
    pub(super) fn says_more(&self, known: &Piece<'_>) -> bool {
        let (unit, before) = (&self.figure.unit, &known.figure.unit);
        let another = !known.figure.number.equals(&self.figure.number);
        if another && self.takes_a_word_for_a_scale(before) {
            return false;
        }
        // 달러 begins as 달 does, and there is no blank between.
        let same_word = self
            .rest
            .get(known.end..self.end)
            .is_some_and(|more| !more.contains(char::is_whitespace));
        another
            || self.figure.number.fraction && ends_with_counter(self.rest, known.end, self.end)
            || rank(unit) > rank(before)
            || is_for_a_time(before, unit)
            || same_word && rank(unit) >= rank(before).max(2) && unit != before
            || goes_on_in_its_word(before, unit)
    }

    /// Another word begins as a scale does: 44585 경찰, 139t 대형.
    fn takes_a_word_for_a_scale(&self, before: &Unit) -> bool {
        let unit = &self.figure.unit;
        let word = rank(unit) == 1 || matches!(before, Unit::Other(_)) && before != unit;
        // 12 basis points, 80㎏당 18만 원
        let whole = unit.is_rate() || rank(unit) > 1 && self.text().is_ascii();
        word && !whole && !self.figure.number.fraction
    }
}

/// Whether a noun is the beginning of another that is hyphened: 400 start-ups.
fn goes_on_in_its_word(known: &Unit, unit: &Unit) -> bool {
    match (known, unit) {
        (Unit::Other(begun), Unit::Other(whole)) => whole
            .strip_prefix(begun.as_str())
            .is_some_and(|more| more.starts_with('-') && is_plural(whole)),
        _ => false,
    }
}

/// Whether a unit is so much of the other for so long: megawatt hours.
fn is_for_a_time(measure: &Unit, unit: &Unit) -> bool {
    let (Unit::Other(measure), Unit::Other(product)) = (measure, unit) else {
        return false;
    };
    let time = product.strip_prefix(measure.as_str());
    unit.is_a_measure() && time.is_some_and(|time| time == "h" || time.starts_with('-'))
}

/// Whether a part gains the counter of its last number, and nothing else: the
/// last 명 of `5명 중 1명`.
fn ends_with_counter(rest: &str, before: usize, end: usize) -> bool {
    let piece = rest.get(..before).unwrap_or_default();
    let counter = rest.get(before..end).unwrap_or_default();
    let parted = ["중 ", "중에 ", "중에서 ", "가운데 "];
    let counts = |counter: &str| {
        let read = Figure::parse(&format!("2{counter}"));
        read.is_ok_and(|read| matches!(read.unit, Unit::Count(_)))
    };
    let bare = piece.ends_with(|c: char| c.is_ascii_digit() || KOREAN.contains(c));
    bare && parted.iter().any(|word| piece.contains(word)) && counts(counter.trim_start())
}

/// The noun that a rate is so many of, if that is in no table: 병 of `병/months`.
fn noun_of_rate(unit: &Unit) -> Option<&str> {
    let Unit::Other(word) = unit else {
        return None;
    };
    let (over, _) = word.split_once('/')?;
    let known = unit.money().is_some()
        || Figure::candidate(&format!("2 {over}"))
            .is_some_and(|of| !matches!(of.unit, Unit::Other(_)) || of.unit.is_a_measure());
    (!known).then_some(over)
}

/// How much a unit says.
pub(super) fn rank(unit: &Unit) -> u8 {
    match unit {
        Unit::None => 0,
        Unit::Other(word) if !word.contains('/') && !unit.needs_naming() => 1,
        Unit::PercentagePoint => 3,
        unit if noun_of_rate(unit).is_some() => 2,
        unit if unit.is_rate() => 3,
        _ => 2,
    }
}
