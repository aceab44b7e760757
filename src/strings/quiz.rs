//! What is said about a quiz.

use super::Say;
use crate::schedule::Kind;

impl Say {
    /// What questions of a kind ask for.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Figure => self.kind_figure(),
            Kind::Date => self.kind_date(),
            Kind::Name => self.kind_name(),
            Kind::List => self.kind_list(),
            Kind::Order => self.kind_order(),
            Kind::Pairs => self.kind_pairs(),
            Kind::Comparison => self.kind_comparison(),
            Kind::Source => self.kind_source(),
        }
    }

    /// `Quiz: 20 questions, seed 7`
    pub fn quiz_head(self, questions: usize, seed: u64) -> String {
        self.pick_of(
            match questions {
                1 => format!("Quiz: 1 question, seed {seed}"),
                _ => format!("Quiz: {questions} questions, seed {seed}"),
            },
            format!("퀴즈: {questions}문제, 시드 {seed}"),
        )
    }

    /// `17 of 20`
    pub fn score_of(self, right: u32, of: u32) -> String {
        self.pick_of(
            format!("{right} of {of}"),
            format!("{of}문제 중 {right}개 맞음"),
        )
    }

    /// `your fifth try`
    pub fn nth_try(self, number: usize) -> String {
        const EN: [&str; 9] = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        ];
        const KO: [&str; 9] = [
            "첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉",
        ];
        let index = number.saturating_sub(1);
        self.pick_of(
            match EN.get(index) {
                Some(nth) => format!("your {nth} try"),
                None => format!("your try number {number}"),
            },
            match KO.get(index) {
                Some(nth) => format!("{nth} 번째 도전"),
                None => format!("{number}번째 도전"),
            },
        )
    }

    /// `12 s left`
    pub fn time_left(self, time: &str) -> String {
        self.pick_of(format!("{time} left"), format!("{time} 남음"))
    }

    /// `3 cards are in today's study, marked as just seen.`
    pub fn misses_added(self, count: usize) -> String {
        let cards = self.count_cards(u32::try_from(count).unwrap_or(u32::MAX));
        self.pick_of(
            match count {
                1 => "1 card is in today's study, marked as just seen.".to_owned(),
                _ => format!("{cards} are in today's study, marked as just seen."),
            },
            format!("카드 {cards}을 방금 본 것으로 표시해 오늘 공부에 넣었습니다."),
        )
    }

    /// `2 still to match`
    pub fn still_to_match(self, count: usize) -> String {
        self.pick_of(
            format!("{count} still to match"),
            format!("{count}개 더 이어야 합니다"),
        )
    }

    /// `20 questions`
    pub fn questions(self, count: usize) -> String {
        self.pick_of(
            match count {
                1 => "1 question".to_owned(),
                _ => format!("{count} questions"),
            },
            format!("{count}문제"),
        )
    }

    /// `only 14 questions`
    pub fn only_questions(self, count: usize) -> String {
        let questions = self.questions(count);
        self.pick_of(format!("only {questions}"), format!("{questions}뿐"))
    }

    /// `30 s`
    pub fn seconds(self, count: u64) -> String {
        self.pick_of(format!("{count} s"), format!("{count}초"))
    }

    /// `10 min`
    pub fn minutes(self, count: u64) -> String {
        self.pick_of(format!("{count} min"), format!("{count}분"))
    }

    /// `7 of 20 answered`
    pub fn answered_of(self, done: usize, all: usize) -> String {
        self.pick_of(
            format!("{done} of {all} answered"),
            format!("{all}문제 중 {done}문제 답함"),
        )
    }

    /// `seed 7`
    pub fn seed(self, seed: u64) -> String {
        self.pick_of(format!("seed {seed}"), format!("시드 {seed}"))
    }

    /// `16 of 20 last time`
    pub fn last_time(self, right: u32, of: u32) -> String {
        self.pick_of(
            format!("{right} of {of} last time"),
            format!("지난번 {of}문제 중 {right}개"),
        )
    }

    /// `Written to quiz-7.md.`
    pub fn exported(self, file: &str) -> String {
        self.pick_of(
            format!("Written to {file}."),
            format!("{file} 파일에 썼습니다."),
        )
    }

    /// `quiz-7.md is there already and stays as it is.`
    pub fn file_is_there(self, file: &str) -> String {
        self.pick_of(
            format!("{file} is there already and stays as it is."),
            format!("{file} 파일이 이미 있어 그대로 두었습니다."),
        )
    }
}
