//! What the learner did, as it is said once it is done.

use super::Say;
use crate::schedule::Act;

impl Say {
    /// `Suspended. u takes it back.`
    pub fn did_suspend(self, undo: &str) -> String {
        self.pick_of(
            format!("Suspended. {undo} takes it back."),
            format!("보류했습니다. {undo}: 실행 취소"),
        )
    }

    /// `Buried until tomorrow. u takes it back.`
    pub fn did_bury(self, undo: &str) -> String {
        self.pick_of(
            format!("Buried until tomorrow. {undo} takes it back."),
            format!("내일까지 미뤘습니다. {undo}: 실행 취소"),
        )
    }

    /// What was taken back, and of which card.
    pub fn did_undo(self, act: &Act, question: &str) -> String {
        if let Act::More { new, reviews } = act {
            return self.pick_of(
                format!("Undone: more today ({new} new, {reviews} reviews)"),
                format!("취소했습니다: 오늘 더 하기 (새 카드 {new}, 복습 {reviews})"),
            );
        }
        let what = match act {
            Act::Review(review) => self.rating(review.rating),
            Act::Suspend { .. } => self.suspend(),
            Act::Bury { .. } => self.bury(),
            Act::Flag { .. } => self.flag(),
            Act::Unflag { .. } => self.unflag(),
            _ => self.put_back(),
        };
        self.pick_of(
            format!("Undone: {what}, “{question}”"),
            format!("취소했습니다: {what}, ‘{question}’"),
        )
    }

    /// `Back in rotation. u takes it back.`
    pub fn did_put_back(self, undo: &str) -> String {
        self.pick_of(
            format!("Back in rotation. {undo} takes it back."),
            format!("다시 나오게 했습니다. {undo}: 실행 취소"),
        )
    }
}
