#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use proptest::prelude::*;

use super::*;
use crate::text::Lang;

/// Facts of the tables below.
fn fact(name: &str) -> Option<Figure> {
    let text = match name {
        "fab.cost" => "20B USD",
        "old.cost" => "8B USD",
        "cost-in-won" => "80억 원",
        "hle.r1" => "9.4%",
        "hle.dr" => "26.6%",
        "patents.china" => "38,210 applications",
        "patents.us" => "6,276건",
        "특허.비율" => "70%",
        "market.2023" => "2조6123억원",
        "market.2027" => "4조4636억원",
        "span" => "4 years",
        "share" => "1/18",
        "gpus" => "50,000 GPUs",
        "people" => "30,000 people",
        "countries" => "5개국",
        "rate" => "1,450 KRW/USD",
        "cost" => "5.576M USD",
        "range" => "10~15%",
        "zero" => "0",
        "ratio" => "2.7×",
        "points" => "2.5%p",
        "a" => "3",
        "power" => "1.2 GW",
        "price" => "$32,000",
        _ => return None,
    };
    Some(Figure::parse(text).expect(text))
}

fn computed(text: &str) -> Result<Figure, FormulaError> {
    Formula::parse(text)?.evaluate(fact)
}

#[test]
fn as_shown() {
    for (text, english, korean) in [
        ("= fab.cost / old.cost", "2.5×", "2.5배"),
        ("fab.cost/old.cost", "2.5×", "2.5배"),
        ("= hle.dr / hle.r1", "2.8×", "2.8배"),
        ("= hle.dr - hle.r1", "17.2 percentage points", "17.2%p"),
        ("= hle.r1 + points", "11.9%", "11.9%"),
        ("= hle.r1 + hle.r1", "18.8%", "18.8%"),
        ("= patents.china / patents.us", "6.09×", "6.09배"),
        (
            "= patents.china + patents.us",
            "44,486 applications",
            "4만 4,486건",
        ),
        (
            "= patents.china - patents.us",
            "31,934 applications",
            "3만 1,934건",
        ),
        (
            "= patents.china / 특허.비율",
            "55,000 applications",
            "5만 5,000건",
        ),
        (
            "= patents.china * 특허.비율",
            "27,000 applications",
            "2만 7,000건",
        ),
        ("= patents.china * 2", "76,400 applications", "7만 6,400건"),
        ("= 2 * patents.china", "76,400 applications", "7만 6,400건"),
        (
            "= cagr(market.2023, market.2027, 4 years)",
            "14.3%",
            "14.3%",
        ),
        ("= cagr(market.2023, market.2027, 5)", "11.3%", "11.3%"),
        ("= cagr(market.2023, market.2027, span)", "14.3%", "14.3%"),
        ("= cost-in-won / fab.cost", "₩0.4/USD", "달러당 0.4원"),
        ("= 1.2 GW / 6", "0.2 GW", "0.2 GW"),
        ("= power / 6", "0.2 GW", "0.2 GW"),
        ("= gpus * price", "$1.6 billion", "16억달러"),
        ("= growth(old.cost, fab.cost)", "150%", "150%"),
        ("= growth(fab.cost, old.cost)", "-60%", "-60%"),
        ("= cost * rate", "₩8.09 billion", "80억 9,000만원"),
        ("= cost / share", "$100 million", "1억달러"),
        ("= cost * share", "$310,000", "31만달러"),
        (
            "= people / countries",
            "6,000 people per country",
            "개국당 6,000명",
        ),
        ("= fab.cost - old.cost", "$12 billion", "120억달러"),
        ("= fab.cost - 500M USD", "$20 billion", "200억달러"),
        ("= fab.cost", "$20 billion", "200억달러"),
        ("= range", "10–15%", "10~15%"),
        ("= share", "1/18", "18분의 1"),
        ("= -cost", "-$5.576 million", "-557만 6,000달러"),
        ("= (fab.cost + old.cost) / 2", "$14 billion", "140억달러"),
        ("= fab.cost * ratio", "$54 billion", "540억달러"),
        ("= ratio - 1", "1.7×", "1.7배"),
        ("= ratio * 2", "5.4×", "5.4배"),
        ("= 2 + 3 * 4", "14", "14"),
        ("= (2 + 3) * 4", "20", "20"),
        ("= 10 - 2 - 3", "5", "5"),
        ("= 100 / 10 / 2", "5", "5"),
        ("= 5-2", "3", "3"),
        ("= 1 / 3", "0.333", "0.333"),
        ("= 1,000 + 1", "1,001", "1,001"),
        ("= $5 + $1.5M", "$1,500,005", "150만 5달러"),
        ("= 5 million USD * 2", "$10 million", "1,000만달러"),
        ("= 4 years + 1 year", "5 years", "5년"),
        ("= 50% * 50%", "25%", "25%"),
        ("= 3만 * 2", "60,000", "6만"),
        ("= 2× * 3", "6×", "6배"),
        ("= a × 2", "6", "6"),
    ] {
        let figure = match computed(text) {
            Ok(figure) => figure,
            Err(error) => panic!("{text}: {error}"),
        };
        assert_eq!(figure.format(Lang::En), english, "{text} in English");
        assert_eq!(figure.format(Lang::Ko), korean, "{text} in Korean");
    }
}

#[test]
fn exact_in_value() {
    for (text, expected) in [
        ("= hle.dr / hle.r1", "133/47 x"),
        ("= patents.china / patents.us", "19105/3138 x"),
        ("= 1/18", "1/18"),
        ("= cost / 3", "5576000/3 USD"),
        ("= cagr(1, 1.1, 1)", "10 %"),
        ("= cagr(100, 121, 2)", "10 %"),
    ] {
        assert_eq!(computed(text).expect(text).canonical(), expected, "{text}");
    }
}

#[test]
fn names() {
    let formula = Formula::parse("= cagr(b-x, a.y, span) + b-x - 특허.비율 / 2").unwrap();
    assert_eq!(formula.names(), ["b-x", "a.y", "span", "특허.비율"]);
    let hyphen = Formula::parse("= a-b - c").unwrap();
    assert_eq!(hyphen.names(), ["a-b", "c"]);
}

#[test]
fn refused() {
    let deep = format!("{}1{}", "(".repeat(100), ")".repeat(100));
    let minus = "-".repeat(500);
    let long = "1+".repeat(600);
    let large = "1e60 * ".repeat(100) + "1";
    for (text, part) in [
        ("", "ends too early"),
        ("=", "ends too early"),
        ("= a +", "ends too early"),
        ("= * a", "can't stand there"),
        ("= (a", "needs ')' at its end"),
        ("= a)", "does not go on"),
        ("= a a", "does not go on"),
        ("= a ^ 2", "has no place"),
        ("= a; b", "has no place"),
        ("= 5x5x5", "not a figure"),
        ("= 1.2.3", "not a figure"),
        ("= sqrt(a)", "no function 'sqrt'"),
        ("= cagr(a, a)", "needs ','"),
        ("= growth(a)", "needs ','"),
        ("= growth(a, fab.cost)", "same unit"),
        ("= growth(zero, a)", "larger than zero"),
        ("= cagr(a, a, fab.cost)", "number of years"),
        ("= cagr(a, a, 0)", "number of years"),
        ("= cagr(a, zero, 1)", "larger than zero"),
        ("= cagr(a, fab.cost, 1)", "same unit"),
        ("= missing / 2", "no fact 'missing'"),
        ("= a / zero", "divides by zero"),
        ("= a / (1 - 1)", "divides by zero"),
        ("= fab.cost + cost-in-won", "can't be added"),
        ("= fab.cost - gpus", "can't be subtracted"),
        ("= people + countries", "can't be added"),
        ("= fab.cost * old.cost", "can't be multiplied"),
        ("= 2 / fab.cost", "can't be divided"),
        ("= range * 2", "is a range"),
        (&deep, "nested too deep"),
        (&minus, "nested too deep"),
        (&long, "too long"),
        (&large, "too large"),
    ] {
        match computed(text) {
            Ok(figure) => panic!("{text} is {}", figure.canonical()),
            Err(error) => {
                assert!(error.to_string().contains(part), "{text}: {error}");
                error.0.assert_alike();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), glued in "[a-c0-9 ()+*/.,%$×=만-]{0,60}") {
        for text in [text, glued] {
            if let Ok(formula) = Formula::parse(&text) {
                let _ = formula.evaluate(|_| Figure::parse("3").ok());
            }
        }
    }
}
