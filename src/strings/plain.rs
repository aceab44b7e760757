//! What is said where there is no screen: lines that tell what to type.

use super::Say;
use crate::text::truncate;

impl Say {
    /// `Question 3 of 20`
    pub fn question_of(self, number: usize, all: usize) -> String {
        self.pick_of(
            format!("Question {number} of {all}"),
            format!("{all}문제 중 {number}번"),
        )
    }

    /// What to type for a list.
    pub fn type_items(self, need: usize) -> String {
        self.pick_of(
            format!("Name {need}: one a line, or on one line with commas."),
            format!("{need}개를 한 줄에 하나씩, 또는 쉼표로 나누어 적으세요."),
        )
    }

    /// Which gap is to be typed.
    pub fn type_gap(self, number: usize, all: usize) -> String {
        self.pick_of(
            format!("Gap {number} of {all}:"),
            format!("빈칸 {all}개 중 {number}번:"),
        )
    }

    /// A line that could not be read, cut where it is long.
    pub fn unread(self, line: &str) -> String {
        let line = truncate(line, 60);
        self.pick_of(
            format!("'{line}' can't be read as an answer; :? for help."),
            format!("'{line}'은(는) 답으로 읽을 수 없습니다. :? 도움말"),
        )
    }

    /// A command that there is not.
    pub fn unknown_command(self, word: &str) -> String {
        self.pick_of(
            format!("There is no command ':{word}'; :? lists them. (An answer that begins with a colon begins with two.)"),
            format!("':{word}' 명령은 없습니다. :? 로 목록을 봅니다. (쌍점으로 시작하는 답은 쌍점을 두 번 쓰세요.)"),
        )
    }
}
