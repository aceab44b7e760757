//! What is one in all spellings and languages.

use super::*;

#[test]
fn two_languages_say_the_same() {
    for (english, korean, same) in [
        ("From 2014 to 2023, 38,210", "2014~2023년 3만 8210건", true),
        ("From 2014 to 2023", "2014~2024년", false),
        ("2 February", "2월 2일", true),
        ("2 February", "2월 3일", false),
        ("six times", "6배", true),
        ("about 11.5% of it", "그 11.5%쯤", true),
        ("DeepSeek-R1 on H800s", "딥시크 R1은 H800으로", true),
        ("DeepSeek-R1", "딥시크 R2", false),
        ("between one and ten million", "100만에서 1000만 사이", true),
        ("Two things", "무려 30가지", true),
        ("a trillion won", "2조 원", false),
        ("one in five", "20%", true),
        ("one in five", "30%", false),
        ("in Q2 2025", "2025년 2분기", true),
        ("the second quarter", "3분기", false),
        ("a second or third DeepSeek", "제2, 제3의 딥시크", true),
        ("a second or third DeepSeek", "제3, 제3의 딥시크", false),
        ("the 2nd of them", "그 두 번째", true),
        ("the 2nd of them", "그 세 번째", false),
        ("the second", "3번째", false),
        ("wait a second", "잠깐", true),
        ("the third and the second", "제2와 제3", true),
        ("{f}", "{f}", true),
        ("{f}", "{g}", false),
        ("{f} and {g}", "{g}, {f}", true),
        ("{f} and {f}", "{f}, {g}", false),
        ("{f}", "5척", true),
        ("5 boats", "{f}", true),
        ("6 boats", "{f}", false),
        ("{f}", "없다", true),
    ] {
        let entries = format!(
            "facts:\n  f: {{ value: 5 boats }}\n  g: {{ value: 7 boats }}\n\
             cards:\n  - id: c\n    ask: Wie?\n    ask.ko: 어떻게?\n    answer: It is so.\n    answer.ko: 그렇다.\n    \
             note: \"{english}\"\n    note.ko: \"{korean}\"\n"
        );
        let told = judged("", &entries);
        let differs = told.iter().any(|line| line == TRANSLATION_DIFFERS);
        assert_eq!(differs, !same, "{english} / {korean}");
    }
}

#[test]
fn terms_are_one_in_all_spellings() {
    for (article, text, verdict) in [
        ("second quarter of 2025", "2025년 2분기", "found"),
        ("2025년 2분기", "Q2 2025", "found"),
        ("2분기", "Q2 2025", "found"),
        ("Q2 2025", "2분기", "found"),
        ("지난해 2분기", "Q2 2024", "found"),
        ("last quarter", "Q4 2024", "relative"),
        ("2023년 매출은 2분기에", "2Q23", "found"),
        ("second quarter of 2025", "Q3 2025", "missing"),
        ("second quarter of 2025", "Q2 2024", "missing"),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: Wann?, answer: {text} }}\n");
        let told = judged(article, &card);
        let expected = format!("c answer {text}: {verdict}");
        assert!(told[0].starts_with(&expected), "{article}: {told:?}");
        let wrong = told.iter().any(|line| line == MISSING);
        assert_eq!(wrong, verdict == "missing", "{article}: {told:?}");
    }
}

#[test]
fn other_spellings_have_the_numbers_of_their_own_answer() {
    for (spelling, sound) in [("H-800", true), ("H-100", false)] {
        let card = format!(
            "cards:\n  - {{ id: c, cloze: \"{{{{c1::H800}}}} for {{{{c2::H100}}}}\", typed: true, \
             accept: {{ H800: [{spelling}] }} }}\n"
        );
        let told = judged("H800, H100", &card);
        let missing = format!("c accept {spelling}: missing");
        assert_eq!(told.contains(&missing), !sound, "{told:?}");
    }
}
