//! Two facts: which is larger, and by how many times.

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::{Asked, in_both};
use crate::deck::format::RawEntry;
use crate::deck::lift::draft::Draft;
use crate::deck::lift::facts::Facts;
use crate::deck::lift::item::{Item, count};
use crate::deck::{Bar, Task};
use crate::figure::{Figure, Number, Unit};
use crate::message;
use crate::text::Lang;

/// Two facts to compare.
pub fn compare(
    raw: &RawEntry,
    item: &mut Item<'_>,
    facts: &Facts,
    asked: Option<Asked<'_>>,
) -> Option<Draft> {
    let names = raw.compare.as_ref()?;
    let place = item.at("compare");
    if names.len() != 2 {
        let named = names.len();
        let facts = count(named, "fact");
        item.wrong(
            "compare",
            place,
            message!(
                "'compare' names {facts}, not two",
                "'compare': 사실 둘을 써야 하는데 {named}개입니다"
            ),
            message!("write [one, other]", "[하나, 다른 하나]처럼 쓰세요"),
        );
        return None;
    }
    let bars = facts.bars(item, "compare", names);
    let [one, two] = <[Bar; 2]>::try_from(bars).ok()?;
    let (left, right) = (&one.figure.number, &two.figure.number);
    for (at, number) in [left, right].into_iter().enumerate() {
        if number.upper.is_some() || !number.value.is_positive() {
            let place = item.at_item("compare", at);
            item.wrong(
                "compare",
                place,
                message!(
                    "only figures above zero, and no ranges, can be compared",
                    "0보다 크고 범위가 아닌 수치만 견줄 수 있습니다"
                ),
                message!("compare other facts", "다른 사실을 견주세요"),
            );
            return None;
        }
    }
    if left.value == right.value {
        item.wrong(
            "compare",
            place,
            message!("the two figures are equal", "두 수치가 같습니다"),
            message!("compare figures that differ", "서로 다른 수치를 견주세요"),
        );
        return None;
    }
    let larger = usize::from(left.value < right.value);
    let (most, least) = if larger == 0 {
        (&one, &two)
    } else {
        (&two, &one)
    };
    let ratio = ratio(&most.figure.number.value, &least.figure.number.value)?;
    let language = item.language;
    let question = in_both(language, |lang| {
        let (one, two) = (one.label.get(lang), two.label.get(lang));
        match lang {
            Lang::En => format!("Which is more: {one} or {two}?"),
            Lang::Ko => format!("{one}, {two} 중 더 큰 것은?"),
        }
    });
    let mut asked = asked.unwrap_or(Asked {
        question,
        facts: Vec::new(),
        known: facts,
    });
    for name in names {
        let name = name.trim().to_owned();
        if !asked.facts.contains(&name) {
            asked.facts.push(name);
        }
    }
    let answer = in_both(language, |lang| {
        format!("{}, {}", most.label.get(lang), ratio.format(lang))
    });
    let value = Some(format!(
        "{} {}",
        one.figure.canonical(),
        two.figure.canonical()
    ));
    Some(asked.draft(
        answer,
        Task::Compare {
            sides: Box::new([one, two]),
            larger,
            ratio,
        },
        value,
    ))
}

/// How many times one value another is, to three digits.
fn ratio(larger: &BigRational, smaller: &BigRational) -> Option<Figure> {
    if smaller.is_zero() {
        return None;
    }
    let value = larger / smaller;
    let whole = i32::try_from(value.to_integer().to_string().len()).ok()?;
    let mut last_digit = (whole - 3).clamp(-2, 0);
    // 1.8, not 1.80, where that is exact.
    let ten = BigRational::from_integer(10.into());
    while last_digit < 0 && (&value * ten.pow(-last_digit - 1)).is_integer() {
        last_digit += 1;
    }
    let number = Number {
        value,
        upper: None,
        last_digit,
        fraction: false,
    };
    Some(Figure {
        number,
        unit: Unit::Multiple,
    })
}
