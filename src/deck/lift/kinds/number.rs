//! A figure or a date to type.

use num_rational::BigRational;
use num_traits::Signed;

use super::{Asked, in_both};
use crate::deck::Task;
use crate::deck::format::RawEntry;
use crate::deck::lift::draft::Draft;
use crate::deck::lift::fill::lone_fact;
use crate::deck::lift::item::Item;
use crate::deck::value;
use crate::figure::{Date, Figure, Period, Unit};
use crate::message;
use crate::text::{Localized, Message};

/// A figure to type: of a fact, or as it stands.
pub fn number(
    raw: &RawEntry,
    item: &mut Item<'_>,
    mut asked: Asked<'_>,
    tolerance: Option<&String>,
) -> Option<Draft> {
    let text = raw.number.as_ref()?.trim();
    let place = item.at("number");
    let figure = match lone_fact(text) {
        Some(name) => {
            if !asked.facts.iter().any(|fact| fact == name) {
                asked.facts.push(name.to_owned());
            }
            asked.known.figure(item, name, place).cloned()
        }
        None if asked.known.has(text) => {
            item.wrong(
                "no-figure",
                place,
                message!(
                    "'{text}' is a fact's name, not a figure",
                    "'{text}': 수치가 아니라 사실의 이름입니다"
                ),
                message!(
                    "write number: \"{{{text}}}\"",
                    "이렇게 쓰세요: number: \"{{{text}}}\""
                ),
            );
            None
        }
        None => item.read("no-figure", "number", Some(text), |text| {
            Figure::parse(text).map_err(|error| error.0)
        }),
    };
    let tolerance = self::tolerance(item, tolerance, figure.as_ref());
    Some(figure_draft(item, figure?, tolerance, asked))
}

/// A card that asks for a figure.
pub fn figure_draft(
    item: &Item<'_>,
    figure: Figure,
    tolerance: Option<Figure>,
    asked: Asked<'_>,
) -> Draft {
    // A share that was computed is told as it is asked for.
    let figure = match figure.unit == Unit::Multiple && asks_in_percent(&asked.question) {
        true => figure.in_percent(),
        false => figure,
    };
    let answer = in_both(item.language, |lang| figure.format(lang));
    let value = Some(figure.canonical());
    asked.draft(
        answer,
        Task::Number {
            figure,
            tolerance: tolerance.map(Box::new),
        },
        value,
    )
}

/// Whether a question asks by how many per cent.
fn asks_in_percent(question: &Localized) -> bool {
    const WORDS: &[&str] = &[
        "how many per cent",
        "how many percent",
        "what per cent",
        "what percent",
        "in per cent",
        "in percent",
        "몇 %",
        "몇%",
        "몇 퍼센트",
        "몇퍼센트",
    ];
    let mut texts = question.iter().map(|(_, text)| text.to_lowercase());
    texts.any(|text| WORDS.iter().any(|word| text.contains(word)))
}

/// How far off is still right: a share, or a figure of the same unit as what is
/// asked for, if that can be told.
pub fn tolerance(
    item: &mut Item<'_>,
    text: Option<&String>,
    of: Option<&Figure>,
) -> Option<Figure> {
    let tolerance = item.read("no-figure", "tolerance", text, |text| {
        Figure::parse(text).map_err(|error| error.0)
    })?;
    let fits = of.is_none_or(|of| match tolerance.unit {
        Unit::Percent | Unit::None => true,
        Unit::PercentagePoint => matches!(of.unit, Unit::Percent | Unit::PercentagePoint),
        _ => tolerance.unit == of.unit,
    });
    if tolerance.number.value.is_negative() || !fits {
        let place = item.at("tolerance");
        item.wrong(
            "tolerance",
            place,
            message!(
                "a tolerance is a share, or a figure of the unit that is asked for",
                "허용 오차는 비율이거나 묻는 것과 단위가 같은 수치여야 합니다"
            ),
            message!("write it as 5%", "5%처럼 쓰세요"),
        );
        return None;
    }
    let whole = BigRational::from_integer(100.into());
    if tolerance.unit == Unit::Percent && tolerance.number.value >= whole {
        let place = item.at("tolerance");
        item.wrong(
            "tolerance",
            place,
            message!(
                "with a tolerance of 100% or more nearly any answer is right",
                "허용 오차가 100% 이상이면 거의 모든 답이 맞습니다"
            ),
            message!(
                "write a share below it, such as 5%",
                "5%처럼 더 작은 비율을 쓰세요"
            ),
        );
        return None;
    }
    Some(tolerance)
}

/// A date to type.
pub fn date(raw: &RawEntry, item: &mut Item<'_>, asked: Asked<'_>) -> Option<Draft> {
    let ends = |text: &str| -> Result<(Date, Option<Date>), Message> {
        let read = |text: &str| Date::parse_iso(text.trim()).map_err(|error| error.0);
        let Some((from, to)) = text.split_once('~') else {
            return Ok((read(text)?, None));
        };
        if from.trim().is_empty() || to.trim().is_empty() {
            return Err(message!(
                "a span has two ends; write 2025-01-31~2025-02-03, or one date",
                "기간에는 두 끝이 있어야 합니다; 2025-01-31~2025-02-03이나 날짜 하나로 쓰세요"
            ));
        }
        let span = Period::new(read(from)?, read(to)?).map_err(|error| error.0)?;
        Ok((span.from, Some(span.to)))
    };
    let (date, to) = item.read("no-date", "date", raw.date.as_ref(), ends)?;
    let answer = in_both(item.language, |lang| match to {
        Some(to) => Period { from: date, to }.format(lang),
        None => date.format(lang),
    });
    let value = Some(value::of_dates(date, to));
    Some(asked.draft(answer, Task::Date { date, to }, value))
}
