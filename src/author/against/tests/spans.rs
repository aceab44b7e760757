//! Spans in the texts of a deck: both ends are of one span of the article.

use super::judged_on;

const POLLS: &str = "The first poll ran from 3 May to 9 May 2025, the second from 1 June to 9 June 2025.\n\
    Exports from January to October 2025 were $9 billion, up from $8 billion in the same period last \
    year. In the first half of 2025 the port refused 112 ships, against 86 in the same period of the \
    previous year.\nThe fair begins on 14 March 2025. It ends on 20 March 2025.";
const SURVEYS: &str = "9월 3일부터 9월 12일까지 주민을, 10월 14일부터 21일까지 어민을 조사했다.\n\
    올해 1~10월 풍력 발전량은 2840GWh로 지난해 같은 기간(2480GWh)보다 14.5% 늘었다. 올해 상반기 수출은 \
    3억달러로 전년 동기보다 5% 늘었다.";

#[test]
fn a_span_in_a_text_is_one_of_the_article() {
    let mut wrong = Vec::new();
    for (article, text, well) in [
        (POLLS, "It ran from 3 May to 9 May.", true),
        (POLLS, "It ran between 3 and 9 May.", true),
        (POLLS, "It ran from 3 to 9 May.", true),
        (POLLS, "It ran from 3 May to 9 June.", false),
        (POLLS, "It ran from 3 May to 8 May.", false),
        (POLLS, "It ran from 1 June to 9 June.", true),
        (POLLS, "The fair is from 14 to 20 March.", true),
        (POLLS, "That was from January to October 2025.", true),
        (POLLS, "That was from January to October 2024.", true),
        (POLLS, "That was from January to October 2023.", false),
        (POLLS, "That was from January to September 2024.", false),
        (POLLS, "That was in the first half of 2024.", true),
        (POLLS, "That was in the second half of 2024.", false),
        (SURVEYS, "9월 3일부터 9월 12일까지였다.", true),
        (SURVEYS, "9월 3~12일이었다.", true),
        (SURVEYS, "10월 14~21일이었다.", true),
        (SURVEYS, "9월 3일부터 10월 21일까지였다.", false),
        (SURVEYS, "9월 3~21일이었다.", false),
        (SURVEYS, "2024년 1~10월보다 늘었다.", true),
        (SURVEYS, "2024년 1월부터 10월까지보다 늘었다.", true),
        (SURVEYS, "2023년 1~10월보다 늘었다.", false),
        (SURVEYS, "2024년 1~9월보다 늘었다.", false),
        (SURVEYS, "2024년 상반기보다 늘었다.", true),
        (SURVEYS, "2023년 상반기보다 늘었다.", false),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: Wie?, answer: \"?\", note: \"{text}\" }}\n");
        let told = judged_on("2025-11-25", article, &card);
        if told.iter().all(|line| line.contains(' ')) != well {
            wrong.push((text, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn a_label_speaks_of_where_its_value_stands() {
    let article = "1단계 공사를 24일 시작했다. 설비용량은 390㎿다. 총사업비는 2조원이다. 2단계는 설비용량 930㎿로 내년 \
        착공한다.";
    let fact = "facts:\n  f: { value: 390㎿, label: 1단계 설비용량 }\n";
    let told = judged_on("2025-11-25", article, fact);
    assert!(told.iter().all(|line| line.contains(' ')), "{told:?}");
}

#[test]
fn a_year_is_that_of_the_value_beside_it() {
    let mut wrong = Vec::new();
    for (article, value, ask, well) in [
        (SURVEYS, "2840GWh", "2025년 1~10월 풍력 발전량은?", true),
        (SURVEYS, "2480GWh", "2024년 1~10월 풍력 발전량은?", true),
        (SURVEYS, "2480GWh", "2025년 1~10월 풍력 발전량은?", false),
        (SURVEYS, "2840GWh", "2024년 1~10월 풍력 발전량은?", false),
        (SURVEYS, "3억달러", "2025년 상반기 수출은?", true),
        (
            POLLS,
            "112",
            "How many ships did it refuse in the first half of 2025?",
            true,
        ),
        (
            POLLS,
            "86",
            "How many ships did it refuse in the first half of 2024?",
            true,
        ),
        (
            POLLS,
            "86",
            "How many ships did it refuse in the first half of 2025?",
            false,
        ),
        (
            POLLS,
            "112 ships",
            "How many did it refuse in the first half of 2024?",
            false,
        ),
        (
            POLLS,
            "9B USD",
            "What were exports from January to October 2025?",
            true,
        ),
        (
            POLLS,
            "8B USD",
            "What were exports from January to October 2024?",
            true,
        ),
        (
            POLLS,
            "8B USD",
            "What were exports from January to October 2025?",
            false,
        ),
        (
            POLLS,
            "9B USD",
            "What were exports from January to October 2024?",
            false,
        ),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: \"{ask}\", number: {value} }}\n");
        let told = judged_on("2025-11-25", article, &card);
        if told.iter().all(|line| line.contains(' ')) != well {
            wrong.push((value, ask, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}
