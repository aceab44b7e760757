#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use unicode_normalization::UnicodeNormalization;

#[test]
fn texts() {
    use Reason::*;
    // shown, accepted, typed, reason (None: different)
    type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a str, Option<Reason>);
    let cases: &[Case] = &[
        (
            &["DeepSeek", "딥시크"],
            &["deep seek ai"],
            "DeepSeek",
            Some(Exact),
        ),
        (&["DeepSeek", "딥시크"], &[], "딥시크", Some(Exact)),
        (&["DeepSeek", "딥시크"], &[], " 딥시크 ", Some(Exact)),
        (
            &["DeepSeek", "딥시크"],
            &[],
            "deepseek",
            Some(SameButForForm),
        ),
        (
            &["DeepSeek", "딥시크"],
            &[],
            "Deep Seek",
            Some(SameButForForm),
        ),
        (
            &["DeepSeek", "딥시크"],
            &[],
            "deep-seek.",
            Some(SameButForForm),
        ),
        (
            &["DeepSeek", "딥시크"],
            &[],
            "ＤｅｅｐＳｅｅｋ",
            Some(SameButForForm),
        ),
        (
            &["DeepSeek", "딥시크"],
            &[],
            "딥 시크",
            Some(SameButForForm),
        ),
        (
            &["DeepSeek", "딥시크"],
            &["Deep Seek AI"],
            "deepseek AI",
            Some(Alternative),
        ),
        (&["DeepSeek", "딥시크"], &[], "OpenAI", None),
        (&["DeepSeek", "딥시크"], &[], "딥마인드", None),
        (&["DeepSeek", "딥시크"], &[], "deep", None),
        (&["DeepSeek", "딥시크"], &[], "?", None),
        // The digits of a name are the name.
        (&["GPT-4"], &[], "GPT 4", Some(SameButForForm)),
        (&["GPT-4"], &[], "gpt4", Some(SameButForForm)),
        (&["GPT-4"], &[], "GPT-3", None),
        (&["GPT-4"], &[], "GPT-4o", None),
        (&["Qwen 2.5 Max"], &[], "qwen2.5max", Some(SameButForForm)),
        (&["Qwen 2.5 Max"], &[], "Qwen 25 Max", None),
        (&["Qwen 2.5 Max"], &[], "Qwen 2 5 Max", None),
        (&["Unit 9/4"], &[], "Unit 94", None),
        (&["Doubao 1.5 Pro"], &[], "Doubao 15 Pro", None),
        (
            &["Doubao 1.5 Pro"],
            &[],
            "doubao 1.5pro",
            Some(SameButForForm),
        ),
        (&["3,000 labs"], &[], "3000 labs", Some(SameButForForm)),
        (&["H100"], &[], "H 100", Some(SameButForForm)),
        (&["H100"], &[], "H800", None),
        // Signs that are names.
        (&["C++"], &[], "c++", Some(SameButForForm)),
        (&["C++"], &[], "C", None),
        (&["C++"], &[], "C#", None),
        (&["+"], &[], "-", None),
        (&["+"], &[], "+", Some(Exact)),
        // Values in a text.
        (&["9.4%"], &[], "9.4 %", Some(SameButForForm)),
        (&["9.4%"], &[], "9.4퍼센트", Some(SameButForForm)),
        (&["9.4%"], &[], "94%", None),
        (&["9.4%"], &[], "9.5%", None),
        (&["January 20"], &[], "1월 20일", Some(SameButForForm)),
        (&["January 20"], &[], "1월 21일", None),
        (&["6 tigers"], &[], "six tigers", Some(SameButForForm)),
        (&["6 tigers"], &[], "five tigers", None),
        (&["6 tigers"], &[], "6 dragons", None),
        (&["6 books"], &[], "6 patents", None),
        (
            &["38,210 applications"],
            &[],
            "3만 8210건",
            Some(SameButForForm),
        ),
        (&["Llama 3.1"], &[], "Llama 3", None),
        (&["R1"], &[], "1", None),
        (&["1 January"], &[], "January", None),
        // Brackets behind a text.
        (&["Moonshot (AI)"], &[], "Moonshot", Some(SameButForForm)),
        (&["Moonshot (AI)"], &[], "moonshot ai", Some(SameButForForm)),
        (&["Moonshot (AI)"], &[], "AI", None),
        (&["문샷(AI)"], &[], "문샷", Some(SameButForForm)),
        (
            &["Humanity's Last Exam (HLE)"],
            &[],
            "humanity's last exam",
            Some(SameButForForm),
        ),
        (
            &["Humanity's Last Exam (HLE)"],
            &[],
            "HLE",
            Some(SameButForForm),
        ),
        (&["Humanity's Last Exam (HLE)"], &[], "HLA", None),
        (
            &["Mixture of experts", "전문가 혼합"],
            &["MoE"],
            "전문가 혼합(MoE)",
            Some(Alternative),
        ),
        (
            &["inference", "추론"],
            &[],
            "추론(inference)",
            Some(Alternative),
        ),
        (&["inference", "추론"], &[], "추론(training)", None),
        (&["inference", "추론"], &[], "학습(inference)", None),
        // Nothing but punctuation.
        (&["…"], &[], "...", Some(SameButForForm)),
        (&["…"], &[], "?", None),
    ];
    let mut failed = Vec::new();
    for (shown, accepted, typed, expected) in cases {
        let accepted: Vec<String> = accepted.iter().map(|&a| a.to_owned()).collect();
        let got = Rights::new(shown.iter().copied(), &accepted).compare(&Form::of(typed));
        if got != *expected {
            failed.push(format!(
                "{typed:?} for {shown:?}: {got:?}, not {expected:?}"
            ));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn the_normal_form_does_not_matter() {
    let decomposed: String = "딥시크".nfd().collect();
    let compare = |right: &str, typed: &str| Rights::new([right], &[]).compare(&Form::of(typed));
    assert_eq!(compare("딥시크", &decomposed), Some(Reason::Exact));
    assert_eq!(compare(&decomposed, "딥시크"), Some(Reason::Exact));
}

#[test]
fn a_space_parts_no_known_word_from_the_answer() {
    // question, answer, typed, whether it is right
    let cases = [
        (
            "매개변수를 정해 가는 과정을 ___이라 한다.",
            "학습",
            "학습 과정",
            true,
        ),
        (
            "매개변수를 정해 가는 과정을 ___이라 한다.",
            "학습",
            "학습과정",
            true,
        ),
        (
            "매개변수를 정해 가는 과정을 ___이라 한다.",
            "학습",
            "학습과정이다",
            true,
        ),
        (
            "매개변수를 정해 가는 과정을 ___이라 한다.",
            "학습",
            "추론과정",
            false,
        ),
        (
            "매개변수를 정해 가는 과정을 ___이라 한다.",
            "학습",
            "학습결과",
            false,
        ),
        (
            "매개변수를 정해 가는 과정을 ___이라 한다.",
            "학습",
            "강화학습",
            false,
        ),
        (
            "매개변수를 정해 가는 과정을 ___이라 한다.",
            "학습",
            "과정",
            false,
        ),
        (
            "토큰마다 일부만 골라 쓰는 구조는?",
            "전문가 혼합",
            "전문가혼합구조",
            true,
        ),
        (
            "토큰마다 일부만 골라 쓰는 구조는?",
            "전문가 혼합",
            "전문가구조",
            false,
        ),
        (
            "토큰마다 일부만 골라 쓰는 구조는?",
            "전문가 혼합",
            "전문가혼합토큰",
            false,
        ),
        ("엔비디아가 중국에 판 칩은?", "H800", "엔비디아H800", true),
        (
            "엔비디아가 중국에 판 칩은?",
            "H800",
            "엔비디아의 H800",
            true,
        ),
        ("엔비디아가 중국에 판 칩은?", "H800", "엔비디아의H800", true),
        ("엔비디아가 중국에 판 칩은?", "H800", "엔비디아H100", false),
        ("지도 학습 또는 비지도 학습?", "학습", "비지도학습", false),
    ];
    for (question, answer, typed, expected) in cases {
        let question = Localized::new(crate::text::Lang::Ko, question.to_owned());
        let rights = Rights::new([answer], &[]).asked(&question);
        let found = rights.find(typed, &Rivals::default());
        let right = found.is_some_and(|found| found.outcome == Outcome::Correct);
        assert_eq!(right, expected, "{typed} for {answer}: {question:?}");
    }
}
