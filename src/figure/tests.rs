#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]
use num_rational::BigRational;
use proptest::prelude::*;

use super::*;
use crate::text::Lang;

/// What is written, and its canonical spelling: value and unit.
const RIGHT: &[(&str, &str)] = &[
    // Measures of space, heat and ships.
    ("17만4000㎥", "174000 cubic meters"),
    ("174000m3", "174000 cubic meters"),
    ("17만 4천 m³", "174000 cubic meters"),
    ("174,000 CBM", "174000 cubic meters"),
    ("3.3㎡", "33/10 square meters"),
    ("3.3 m^2", "33/10 square meters"),
    ("100만㎢", "1000000 square kilometers"),
    ("5 million m2", "5000000 square meters"),
    ("1300만t", "13000000 t"),
    ("1,300만 t", "13000000 t"),
    ("1938만CGT", "19380000 cgt"),
    ("2만4천TEU", "24000 teu"),
    ("3.5 MMBtu", "7/2 mmbtu"),
    ("41조 3천억원어치", "41300000000000 KRW"),
    // Half of one on top.
    ("두 달 반", "5/2 month"),
    ("두 달 반 만에", "5/2 month"),
    ("한 시간 반이", "3/2 hour"),
    ("two and a half months", "5/2 month"),
    ("an hour and a half", "3/2 hour"),
    ("a dozen people", "12 person"),
    // Warmth.
    ("-12 °C", "-12 °c"),
    ("−12℃", "-12 °c"),
    ("12 degrees", "12 degrees"),
    ("12 degrees Celsius", "12 °c"),
    ("100 °F", "100 °f"),
    ("12 degrees below zero", "-12 degrees"),
    ("minus 12 degrees", "-12 degrees"),
    ("영하 12도", "-12 degrees"),
    ("영하 12.5도까지", "-25/2 degrees"),
    ("영상 3도", "3 degrees"),
    ("섭씨 영하 12도", "-12 °c"),
    ("화씨 100도", "100 °f"),
    ("36.5도", "73/2 degrees"),
    ("영하 15도~영하 9도", "-15~-9 degrees"),
    // So much for so long or so far.
    ("90 m/s", "90 m/s"),
    ("90 metres per second", "90 m/seconds"),
    ("초속 20m", "20 m/seconds"),
    ("초속 20.5 m", "41/2 m/seconds"),
    ("시속 90km", "90 km/hours"),
    ("시속 90킬로미터", "90 km/hours"),
    ("3.5 million barrels a day", "3500000 barrels/days"),
    ("350만 배럴/일", "3500000 barrels/days"),
    ("1,200 mg a day", "1200 mg/days"),
    ("90 kWh/100 km", "90 kwh/100 km"),
    ("95 g/km", "95 g/km"),
    ("15%나", "15 %"),
    ("5명중1명", "1/5"),
    ("다섯명중한명", "1/5"),
    ("5명 중에서 1명", "1/5"),
    // Digits.
    ("0", "0"),
    ("38210", "38210"),
    ("38,210", "38210"),
    ("38 210", "38210"),
    ("38'210", "38210"),
    ("３８，２１０", "38210"),
    ("1,234,567", "1234567"),
    ("9.4", "47/5"),
    ("9.40", "47/5"),
    (".5", "1/2"),
    ("5.", "5"),
    ("-5", "-5"),
    ("−5", "-5"),
    ("+5", "5"),
    ("  7  ", "7"),
    ("2e3", "2000"),
    ("5.576e6", "5576000"),
    ("1e-3", "1/1000"),
    ("5×10^3", "5000"),
    (
        "1000000000000000000000000000000",
        "1000000000000000000000000000000",
    ),
    // English scales and words.
    ("38.2K", "38200"),
    ("5.576M", "5576000"),
    ("5.576 million", "5576000"),
    ("5.576 Million", "5576000"),
    ("2.6tn", "2600000000000"),
    ("2.6 trillion", "2600000000000"),
    ("3 bn", "3000000000"),
    ("fifty thousand", "50000"),
    ("fifty-two", "52"),
    ("one hundred and five", "105"),
    ("two hundred thousand", "200000"),
    ("a million", "1000000"),
    ("two million five hundred thousand", "2500000"),
    ("half a million", "500000"),
    ("two dozen", "24"),
    ("4 hundred", "400"),
    // Korean myriads.
    ("3만 8210", "38210"),
    ("3만8,210", "38210"),
    ("3만 8,210", "38210"),
    ("3만8천2백10", "38210"),
    ("3만8천2백1십", "38210"),
    ("557만 6천", "5576000"),
    ("557만6000", "5576000"),
    ("2조6123억", "2612300000000"),
    ("5천만", "50000000"),
    ("1천", "1000"),
    ("천", "1000"),
    ("만", "10000"),
    ("천만", "10000000"),
    ("1억 2천만", "120000000"),
    ("3.5만", "35000"),
    ("1.5조", "1500000000000"),
    ("1경", "10000000000000000"),
    ("１만２천", "12000"),
    ("삼만 팔천이백십", "38210"),
    ("이십오", "25"),
    ("백만", "1000000"),
    ("오천만", "50000000"),
    ("열두", "12"),
    ("스물다섯", "25"),
    // Fractions.
    ("1/18", "1/18"),
    ("1 / 18", "1/18"),
    ("2/36", "1/18"),
    ("18분의 1", "1/18"),
    ("18분의1", "1/18"),
    ("십팔분의 일", "1/18"),
    ("one eighteenth", "1/18"),
    ("two-thirds", "2/3"),
    ("a quarter", "1/4"),
    ("half", "1/2"),
    ("절반", "1/2"),
    ("½", "1/2"),
    ("2½", "5/2"),
    ("2 1/2", "5/2"),
    ("1 in 18", "1/18"),
    ("one out of ten", "1/10"),
    ("one in every five", "1/5"),
    ("9 out of every 10", "9/10"),
    ("1/2배", "1/2 x"),
    // Ranges.
    ("10~15%", "10~15 %"),
    ("10–15%", "10~15 %"),
    ("10-15%", "10~15 %"),
    ("10 to 15 percent", "10~15 %"),
    ("10%~15%", "10~15 %"),
    ("10에서 15%", "10~15 %"),
    ("5~6만 명", "50000~60000 person"),
    ("5만~6만 명", "50000~60000 person"),
    ("5만 명~6만 명", "50000~60000 person"),
    ("$10–15 million", "10000000~15000000 USD"),
    ("$10M-$15M", "10000000~15000000 USD"),
    ("-5~5", "-5~5"),
    ("2014~2023", "2014~2023"),
    // Money.
    ("557만 6000달러", "5576000 USD"),
    ("$5.576M", "5576000 USD"),
    ("US$5.576M", "5576000 USD"),
    ("us $5.576m", "5576000 USD"),
    ("5.576M USD", "5576000 USD"),
    ("USD 5.576M", "5576000 USD"),
    ("5.576 million dollars", "5576000 USD"),
    ("5.576 million US dollars", "5576000 USD"),
    ("557만 6천 달러", "5576000 USD"),
    ("미화 557만 6천 달러", "5576000 USD"),
    ("20B USD", "20000000000 USD"),
    ("$20bn", "20000000000 USD"),
    ("-$5", "-5 USD"),
    ("$-5", "-5 USD"),
    ("2조6123억원", "2612300000000 KRW"),
    ("2조 6,123억 원", "2612300000000 KRW"),
    ("₩8B", "8000000000 KRW"),
    ("￦8,000", "8000 KRW"),
    ("약 80억 원", "8000000000 KRW"),
    ("8 billion won", "8000000000 KRW"),
    ("8B KRW", "8000000000 KRW"),
    ("€3m", "3000000 EUR"),
    ("3백만 유로", "3000000 EUR"),
    ("100 yen", "100 JPY"),
    ("¥100", "100 JPY"),
    ("5억 위안", "500000000 CNY"),
    ("RMB 500M", "500000000 CNY"),
    ("£2", "2 GBP"),
    // Per cent, points, multiples.
    ("9.4%", "47/5 %"),
    ("9.4 %", "47/5 %"),
    ("９.４％", "47/5 %"),
    ("9.4 percent", "47/5 %"),
    ("9.4 per cent", "47/5 %"),
    ("9.4퍼센트", "47/5 %"),
    ("70% of the world", "70 %"),
    ("2.5%p", "5/2 %p"),
    ("2.5%포인트", "5/2 %p"),
    ("2.5pp", "5/2 %p"),
    ("2.5 percentage points", "5/2 %p"),
    ("2.7배", "27/10 x"),
    ("2.7×", "27/10 x"),
    ("2.7x", "27/10 x"),
    ("18 ×", "18 x"),
    ("×18", "18 x"),
    ("x18", "18 x"),
    ("18 times", "18 x"),
    ("six times", "6 x"),
    ("six times as many", "6 x"),
    ("6-fold", "6 x"),
    ("6fold", "6 x"),
    ("여섯 배", "6 x"),
    ("두배", "2 x"),
    ("twice", "2 x"),
    // Counts.
    ("4,400 companies", "4400 thing"),
    ("4400개", "4400 thing"),
    ("4,400개 기업", "4400 thing"),
    ("4000여 개", "4000 thing"),
    ("4,400개가 넘는다", "4400 thing"),
    ("3만 8210건", "38210 thing"),
    ("38,210 patent applications", "38210 thing"),
    ("50,000 H100 GPUs", "50000 thing"),
    ("5만 개의 H100 GPU", "50000 thing"),
    ("5만개", "50000 thing"),
    ("4,400 AI companies in China", "4400 thing"),
    ("세 곳", "3 thing"),
    ("1 application", "1 thing"),
    ("3만 명", "30000 person"),
    ("5만 사람", "50000 person"),
    ("30K people", "30000 person"),
    ("열두 명", "12 person"),
    ("5개국", "5 country"),
    ("5 countries", "5 country"),
    ("다섯 나라", "5 country"),
    ("4년", "4 year"),
    ("10년간", "10 year"),
    ("4 years", "4 year"),
    ("3개월", "3 month"),
    ("5일", "5 day"),
    ("두 달", "2 month"),
    ("24시간", "24 hour"),
    ("10 minutes", "10 minute"),
    ("50,000 widgets", "50000 widgets"),
    // Tonnes, but for an amount of money.
    ("139t", "139 t"),
    ("5200t", "5200 t"),
    ("34,200t", "34200 t"),
    ("1.5t", "3/2 t"),
    ("3만4200t", "34200 t"),
    ("5만2천t", "52000 t"),
    ("57만8000t으로", "578000 t"),
    ("$5t", "5000000000000 USD"),
    ("€1.2tn", "1200000000000 EUR"),
    ("5t won", "5000000000000 KRW"),
    ("1.2tn", "1200000000000"),
    ("139T", "139000000000000"),
    // Signs of one character.
    ("2만1000㎡", "21000 square meters"),
    ("2700㏊", "2700 hectares"),
    ("6만6000㏊로", "66000 hectares"),
    ("120㎏", "120 kg"),
    ("35㎞", "35 km"),
    ("740㎜", "740 mm"),
    ("800㎿", "800 mw"),
    ("1.58℃", "79/50 °c"),
    ("1.58도", "79/50 degrees"),
    // What is counted by a word that is in no table.
    ("300만속", "3000000 속"),
    ("300만포기", "3000000 포기"),
    ("20만섬", "200000 섬"),
    ("one farmer in eight", "1/8"),
    ("only one small farmer in eight", "1/8"),
    ("1 farmer in 8", "1/8"),
    ("139 t", "139 t"),
    ("5 km", "5 km"),
    ("5킬로미터", "5 km"),
    ("5kg", "5 kg"),
    ("945 terawatt-hours", "945 twh"),
    ("945 테라와트시", "945 twh"),
    ("945 TWh", "945 twh"),
    ("945 GPU hours", "945 gpu hours"),
    ("3 full years", "3 year"),
    ("$46 a megawatt-hour", "46 usd/mwh"),
    ("$46 each megawatt hour", "46 usd/mwh"),
    ("46 dollars a megawatt-hour", "46 usd/mwh"),
    ("$329.17 per megawatt per day", "32917/100 usd/mw-day"),
    ("$329.17/MW/day", "32917/100 usd/mw-day"),
    ("MW·일당 329.17달러", "32917/100 usd/mw-day"),
    ("3 over 4", "3/4"),
    ("3 GW", "3 gw"),
    ("$5/token", "5 usd/tokens"),
    ("$5 per token", "5 usd/tokens"),
    ("1,350원/달러", "1350 krw/usd"),
    ("1,350 KRW/USD", "1350 krw/usd"),
    ("3만 팔천", "38000"),
    ("3만 팔천이백십오", "38215"),
    ("약 5만개의 H100 GPU", "50000 thing"),
    ("2조원대", "2000000000000 KRW"),
    ("연평균 14.9%", "149/10 %"),
    ("14.9% a year", "149/10 %"),
    ("14.9% per year", "149/10 %"),
    ("38210 patents filed", "38210 thing"),
    ("4400+ companies", "4400 thing"),
    ("10 yrs", "10 year"),
    ("1/3 of all", "1/3"),
    ("18분의 1 수준", "1/18"),
    // Hedges.
    ("about 50,000", "50000"),
    ("~50,000", "50000"),
    ("more than 4,400", "4400"),
    ("over 4,400 companies", "4400 thing"),
    ("at least $5", "5 USD"),
    ("대략 70%", "70 %"),
    ("5만 이상", "50000"),
    ("삼만 이상", "30000"),
    ("10만 명 이상", "100000 person"),
    ("70% 정도", "70 %"),
    ("80억 원가량", "8000000000 KRW"),
    ("80억원입니다", "8000000000 KRW"),
    ("50,000+", "50000"),
    ("9.4%.", "47/5 %"),
    // Copulas and particles.
    ("38,210건이다", "38210 thing"),
    ("38,210건입니다.", "38210 thing"),
    ("약 38,210건 정도", "38210 thing"),
    ("9.4%다", "47/5 %"),
    ("80억원을", "8000000000 KRW"),
    ("여섯 배예요", "6 x"),
    ("구점사다", "47/5"),
    // Decimals as they are spoken.
    ("구점사 퍼센트", "47/5 %"),
    ("영점영오", "1/20"),
    ("이점육조 원", "2600000000000 KRW"),
    ("nine point four percent", "47/5 %"),
    ("five and a half million", "5500000"),
    ("오점", "5 thing"),
    // Ratios.
    ("1:18", "1/18 x"),
    ("18 대 1", "18 x"),
    ("18 to 1", "18 x"),
    ("sixfold", "6 x"),
    ("한 배 반", "3/2 x"),
    // Powers of ten.
    ("10²", "100"),
    ("10³⁰", "1000000000000000000000000000000"),
    ("5.576×10⁶", "5576000"),
    // How long.
    ("4년 6개월", "54 month"),
    ("1 hour 30 minutes", "90 minute"),
    ("1년 반", "3/2 year"),
    ("a decade", "10 year"),
    // Rates by the million.
    ("$0.14 per million tokens", "7/50 usd/1000000 tokens"),
    ("100만 토큰당 0.14달러", "7/50 usd/1000000 tokens"),
    ("14 cents per 1M tokens", "7/50 usd/1000000 tokens"),
    ("100만 토큰에 0.14달러", "7/50 usd/1000000 tokens"),
    ("배럴당 72.4달러", "362/5 usd/barrels"),
    ("t당 78만원이다", "780000 krw/t"),
    ("1년에 30건", "30 건/years"),
    ("5명중 1명은", "1/5"),
    ("열 명 중 셋", "3/10"),
    ("33세", "33 year"),
    ("만 5세", "5 year"),
    ("만 18~34세", "18~34 year"),
    ("만 5천", "15000"),
    ("33.2살이다", "166/5 year"),
    ("서른세 살", "33 year"),
    ("33 years old", "33 year"),
    ("33-year-old", "33 year"),
    ("1 year old", "1 year"),
    ("다섯 명중 한 명", "1/5"),
    ("1382원50전", "2765/2 KRW"),
    ("1,382원 5전에", "27641/20 KRW"),
    ("250bp", "5/2 %p"),
    ("2014년부터 2023년까지", "2014~2023 year"),
    ("between 10 and 15%", "10~15 %"),
];

/// What is no figure.
const WRONG: &[&str] = &[
    "6.3not",
    "14 cents per million t/kens",
    "",
    " ",
    "-",
    "$",
    "%",
    "배",
    "abc",
    "DeepSeek",
    "딥시크",
    "일본",
    "한국",
    "두바이",
    "만족",
    "이 회사",
    "사람",
    "구글",
    "one day they came in 3 ships",
    "a company",
    "and",
    "million",
    "K",
    "1/0",
    "0분의 1",
    "1.2.3",
    "1..2",
    "38,21",
    "3,8210",
    "38,210,1",
    "3만 82100",
    "3만 5만",
    "10만K",
    "3억 2조",
    "5만억",
    "5 million billion",
    "9,4%",
    "3 4",
    "2023 500",
    "1 2 3",
    "5$ 6",
    "$5 원",
    "$5%",
    "₩5 dollars",
    "15~10%",
    "10~",
    "~",
    "10~15~20",
    "1e999999999",
    "1e99999999999999999999",
    "5²",
    "10^61",
    "2025-01-20",
    "2025. 1. 20.",
    "2025년 1월 20일",
    "20 January 2025",
    "1월 20일 5시",
    "Jan 20",
    "GPT-4",
    "R1",
    "= 5",
    "5 + 3",
    "(5)",
    "5;6",
    "5 < 6",
    "NaN",
    "inf",
    "0x1F",
    "1_00",
    "\u{1B}[31m5",
    "5\0",
    "2nd place",
    "3rd",
    "한 명 반",
    "두세 배",
    "4년 6일",
    "4년 18개월",
    "6개월 4년",
    "수천 개",
    "twice companies",
    "5 this is a rather long story of a unit",
    // What is told of is no unit, and a day is not what something is per.
    "22일 배럴당 72.4달러",
    "7월 22일 온스당 3400달러",
    "4000억원에 해당 4개",
    "3명이 담당 4곳",
    "상당 3억원",
    "배당 3000원",
    "5년 만에 30%",
    "5년만에 3배로",
    "5년만에 3",
    "만에 30%",
    "만에 3명",
    "만에 100억 달러",
    "22일에 30억원",
    "2023년에 30%",
    "1분기에 3조원",
    "10명 집중 3명",
    "1504명 가운데 68%",
    "1504명 가운데 68",
    "17개 시도 가운데 15곳",
    "두세",
    "35p in",
    "1382원 500전",
];

#[test]
fn read() {
    let wrong: Vec<String> = RIGHT
        .iter()
        .filter_map(|(text, expected)| match Figure::parse(text) {
            Ok(figure) if figure.canonical() == *expected => None,
            Ok(figure) => Some(format!("{text:?} is {}", figure.canonical())),
            Err(error) => Some(error.to_string()),
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn refused() {
    let accepted: Vec<String> = WRONG
        .iter()
        .filter_map(|text| {
            Some(format!(
                "{text:?} is {}",
                Figure::parse(text).ok()?.canonical()
            ))
        })
        .collect();
    assert!(accepted.is_empty(), "{accepted:#?}");
    assert!(Figure::parse(&"9".repeat(201)).is_err());
    assert!(Figure::parse(&"9".repeat(60)).is_ok());
    assert!(Figure::parse(&"만".repeat(200)).is_err());
}

#[test]
fn what_is_read_is_written_so_that_it_is_read_again() {
    // A fuzzer found each of these to be written as another figure.
    let long = "4".repeat(190);
    for text in ["08e-quarter", "8분기", "3 quarters", "10%/quarter", &long] {
        let Ok(figure) = Figure::parse(text) else {
            continue;
        };
        for lang in Lang::ALL {
            let written = figure.format(lang);
            let again = Figure::parse(&written).expect(&written);
            assert_eq!(again.format(lang), written, "{text}");
        }
    }
}

#[test]
fn the_last_digit_written() {
    for (text, expected) in [
        ("9.4", -1),
        ("9.40%", -2),
        ("38,210", 0),
        ("38K", 3),
        ("38.2K", 2),
        ("3만", 4),
        ("3만 8210", 0),
        ("3.5만", 3),
        ("557만 6천", 3),
        ("5천만", 7),
        ("2조6123억", 8),
        ("20B", 9),
        ("5.576 million", 3),
        ("1/18", 0),
        ("2e3", 3),
        ("10~15", 0),
        ("5~6만", 4),
        ("fifty thousand", 3),
        ("삼만 팔천이백십", 1),
    ] {
        assert_eq!(
            Figure::parse(text).expect(text).number.last_digit,
            expected,
            "{text}"
        );
    }
}

#[test]
fn written() {
    for (text, english, korean) in [
        ("38,210 applications", "38,210 applications", "3만 8,210건"),
        ("1 application", "1 application", "1건"),
        ("5.576M USD", "$5.576 million", "557만 6,000달러"),
        ("2.6123T KRW", "₩2.6123 trillion", "2조 6,123억원"),
        ("80억 원", "₩8 billion", "80억원"),
        ("$5,000,000", "$5 million", "500만달러"),
        ("$0.55", "$0.55", "0.55달러"),
        ("-$5", "-$5", "-5달러"),
        ("9.4%", "9.4%", "9.4%"),
        ("9.40%", "9.40%", "9.40%"),
        ("2.5%p", "2.5 percentage points", "2.5%p"),
        ("1%p", "1 percentage point", "1%p"),
        ("1/18", "1/18", "18분의 1"),
        ("1/18배", "1/18×", "18분의 1배"),
        ("2.7×", "2.7×", "2.7배"),
        ("50,000 GPUs", "50,000 GPUs", "5만 개"),
        ("50,000 H100 GPUs", "50,000 H100 GPUs", "5만 개"),
        ("4400개", "4,400", "4,400개"),
        ("3만 명", "30,000 people", "3만 명"),
        ("1명", "1 person", "1명"),
        ("5 years", "5 years", "5년"),
        ("1 year", "1 year", "1년"),
        ("5개국", "5 countries", "5개국"),
        ("10~15%", "10–15%", "10~15%"),
        ("$10–15 million", "$10–15 million", "1,000만~1,500만달러"),
        ("5~6만 명", "50,000–60,000 people", "5만~6만 명"),
        ("38,210,123", "38,210,123", "3,821만 123"),
        ("2.60 million", "2.6 million", "260만"),
        ("12,345.6", "12,345.6", "1만 2,345.6"),
        ("1e30", "1,000,000,000,000,000,000 trillion", "100양"),
        ("50,000 widgets", "50,000 widgets", "5만 widgets"),
        ("312 turbines", "312 turbines", "312기"),
        ("2.3M gallons", "2.3 million gallons", "230만 갤런"),
        ("1 barrel", "1 barrel", "1 배럴"),
        ("1㎥", "1 cubic meter", "1 세제곱미터"),
        (
            "17만4000㎥",
            "174,000 cubic meters",
            "17만 4,000 세제곱미터",
        ),
        ("1300만t", "13 million t", "1,300만 t"),
        ("1938만CGT", "19.38 million CGT", "1,938만 CGT"),
        ("945 terawatt-hours", "945 TWh", "945 TWh"),
        ("$46 a megawatt-hour", "$46 per MWh", "MWh당 46달러"),
        ("메가와트시당 46달러", "$46 per MWh", "MWh당 46달러"),
        (
            "$329.17 per megawatt-day",
            "$329.17 per MW-day",
            "MW·일당 329.17달러",
        ),
        ("$412.75 a share", "$412.75 per share", "share당 412.75달러"),
        ("$3 an hour", "$3 per hour", "시간당 3달러"),
        ("90 km/h", "90 km/h", "90 km/h"),
        ("초속 20m", "20 m per second", "초당 20 m"),
        ("5.6 L/100km", "5.6 L/100 km", "5.6 L/100 km"),
        ("140 mg/dL", "140 mg/dL", "140 mg/dL"),
        ("영하 12도", "-12 degrees", "-12도"),
        ("-12℃", "-12 °C", "-12 °C"),
        (
            "$0.14 per million tokens",
            "$0.14 per million tokens",
            "100만 토큰당 0.14달러",
        ),
        ("6.7~12%", "6.7–12%", "6.7~12%"),
        ("700 GPU-hours", "700 GPU-hours", "700 GPU-hours"),
        ("5킬로미터", "5 km", "5 km"),
        ("1,350원/달러", "₩1,350/USD", "달러당 1,350원"),
        ("$5 per token", "$5 per token", "토큰당 5달러"),
        ("0", "0", "0"),
        ("0.00", "0.00", "0.00"),
        ("half", "1/2", "2분의 1"),
    ] {
        let figure = Figure::parse(text).expect(text);
        assert_eq!(figure.format(Lang::En), english, "{text:?} in English");
        assert_eq!(figure.format(Lang::Ko), korean, "{text:?} in Korean");
    }
}

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
