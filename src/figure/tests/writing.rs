//! How figures are written in both languages.

use super::*;

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
        ("한 달에 8만원", "₩80,000 per month", "월 8만원"),
        ("8만원/월", "₩80,000 per month", "월 8만원"),
        ("월 2만 1000병", "21,000 병 per month", "월 2만 1,000병"),
        ("연 3억 원", "₩300 million per year", "연 3억원"),
        ("하루 2만 명", "20,000 people per day", "하루 2만 명"),
        ("주 52시간", "52 hours per week", "주 52시간"),
        ("$3 a day", "$3 per day", "하루 3달러"),
        (
            "3.5M barrels a day",
            "3.5 million barrels per day",
            "하루 350만 배럴",
        ),
        (
            "46,500 clicks a day",
            "46,500 clicks per day",
            "하루 4만 6,500 clicks",
        ),
        ("월 3%", "3 % per month", "월 3%"),
        ("시간당 9,860원", "₩9,860 per hour", "시간당 9,860원"),
        ("31 eurocents", "€0.31", "0.31유로"),
        ("2유로 10센트", "€2.10", "2.10유로"),
        ("1382원 50전", "₩1,382.5", "1,382.5원"),
        ("0", "0", "0"),
        ("0.00", "0.00", "0.00"),
        ("half", "1/2", "2분의 1"),
    ] {
        let figure = Figure::parse(text).expect(text);
        assert_eq!(figure.format(Lang::En), english, "{text:?} in English");
        assert_eq!(figure.format(Lang::Ko), korean, "{text:?} in Korean");
    }
}
