//! Any figure is written so that it is read again, and any text is read or refused.

use proptest::prelude::*;

use super::*;
use num_rational::BigRational;

/// A unit of every kind, and every counter.
fn units() -> Vec<Unit> {
    let mut units: Vec<Unit> = Currency::ALL.into_iter().map(Unit::Currency).collect();
    for word in [
        "",
        "%",
        "%p",
        "×",
        "applications",
        "H100 GPUs",
        "companies",
        "people",
        "countries",
        "places",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "seconds",
        "books",
        "건",
        "명",
        "개국",
        "곳",
        "대",
        "widgets",
        "km",
        "t",
        "m",
        "KRW/USD",
        "USD/tokens",
        "people/countries",
        "위젯",
    ] {
        let unit = Figure::parse(&format!("5 {word}")).expect(word).unit;
        units.push(unit);
    }
    units
}

fn arbitrary() -> impl Strategy<Value = Figure> {
    let value = (any::<i64>(), 0u32..24, -6i32..24);
    let decimal = value.prop_map(|(digits, kept, last_digit)| {
        let digits = digits % 10i64.pow(kept % 18 + 1);
        let value = BigRational::from_integer(digits.into()) * number::power_of_ten(last_digit);
        Number::new(value, last_digit)
    });
    let fraction = (-40i64..40, 2i64..40)
        .prop_filter("a fraction", |(over, under)| over % under != 0)
        .prop_map(|(over, under)| Number {
            fraction: true,
            ..Number::new(BigRational::new(over.into(), under.into()), 0)
        });
    let range = (0i64..20_000, 1i64..2_000_000, -3i32..9).prop_map(|(from, more, last_digit)| {
        let scale = number::power_of_ten(last_digit);
        let end = |digits: i64| BigRational::from_integer(digits.into()) * &scale;
        Number {
            upper: Some(end(from + more)),
            ..Number::new(end(from), last_digit)
        }
    });
    let number = prop_oneof![4 => decimal, 1 => fraction, 1 => range];
    (number, proptest::sample::select(units())).prop_map(|(number, unit)| Figure { number, unit })
}

/// A piece of what someone may type for a figure or a date.
fn piece() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(vec![
        " ",
        " ",
        " ",
        ",",
        ".",
        "-",
        "~",
        "/",
        "%",
        "$",
        "₩",
        "×",
        ":",
        "'",
        "(",
        ")",
        "약",
        "만",
        "억",
        "조",
        "천",
        "백",
        "십",
        "삼",
        "이",
        "일",
        "월",
        "년",
        "건",
        "명",
        "개",
        "배",
        "원",
        "달러",
        "분의",
        "당",
        "에",
        "여",
        "쯤",
        "입니다",
        "million",
        "bn",
        "k",
        "M",
        "percent",
        "pp",
        "per",
        "times",
        "fold",
        "and",
        "or",
        "not",
        "a",
        "half",
        "third",
        "one",
        "six",
        "twenty",
        "hundred",
        "about",
        "more than",
        "tokens",
        "won",
        "USD",
        "cents",
        "year",
        "th",
        "Jan",
        "May",
        "kg",
        "t",
        "수천",
        "대",
        "퍼센트",
        "포인트",
        "짜리",
        "어치",
    ]);
    prop_oneof![
        3 => (0u32..100_000).prop_map(|number| number.to_string()),
        6 => words.prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn what_is_written_is_read_again(figure in arbitrary()) {
        for lang in Lang::ALL {
            let text = figure.format(lang);
            let again = Figure::parse(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert!(again.number.equals(&figure.number), "{} in {}", text, lang);
            // A counter without an English noun leaves a bare number.
            let nameless = matches!(&figure.unit, Unit::Count(counter) if counter.english.is_empty());
            if !(lang == Lang::En && nameless) {
                prop_assert_eq!(again.unit.compare(&figure.unit), UnitMatch::Same, "{}", text);
            }
        }
    }

    #[test]
    fn what_is_read_can_be_written(pieces in proptest::collection::vec(piece(), 1..6)) {
        let text: String = pieces.concat();
        if let Ok(figure) = Figure::parse(&text) {
            for lang in Lang::ALL {
                let written = figure.format(lang);
                let again = Figure::parse(&written)
                    .map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
                prop_assert_eq!(again.format(lang), written, "{}", text);
            }
        }
        if let Ok(date) = crate::figure::Date::parse(&text) {
            for lang in Lang::ALL {
                let written = date.format(lang);
                prop_assert_eq!(crate::figure::Date::parse(&written), Ok(date), "{}", text);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), glued in "[0-9만천억조.,~/e%$배a-m일이삼 -]{0,60}") {
        let _ = Figure::parse(&text);
        let _ = Figure::parse(&glued);
    }
}
