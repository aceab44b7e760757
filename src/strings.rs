//! Everything the interface says, in English and Korean. What takes no
//! argument is one line of the table, and can't be there in one language only;
//! what takes arguments is a function that matches on the language.

mod acts;
mod context;
mod counts;
mod plain;
mod quiz;
mod time;
mod verdict;

use crate::answer::{Outcome, Rating};
use crate::schedule::Phase;
use crate::text::Lang;
pub use counts::grouped;

/// New cards that wait beyond the day's limits, where those let none in.
pub const HELD_BACK: &str = "+";

/// The interface's voice: says things in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Say(pub Lang);

macro_rules! says {
    ($($name:ident: $en:literal, $ko:literal;)*) => {
        impl Say {
            $(
                #[doc = concat!("“", $en, "”")]
                pub fn $name(self) -> &'static str {
                    match self.0 { Lang::En => $en, Lang::Ko => $ko }
                }
            )*
        }
        /// Everything said without arguments: (name, English, Korean).
        pub const SAID: &[(&str, &str, &str)] = &[$((stringify!($name), $en, $ko)),*];
    };
}

says! {
    // Commands, as the hint line and the help name them.
    study: "study", "공부하기";
    reveal: "show the answer", "답 보기";
    pick_this: "answer", "답하기";
    answer: "answer", "답하기";
    answer_typed: "answer", "답하기";
    accept_rating: "accept", "이대로";
    accept: "accept", "확인";
    do_this: "do it", "실행";
    pick: "pick", "고르기";
    tick: "tick", "표시";
    tick_number: "tick", "번호로 표시";
    hold: "take hold, let go", "잡기·놓기";
    go_to_number: "go to that line", "그 줄로";
    match_number: "match", "짝짓기";
    match_before: "match the one before", "앞의 것과 짝짓기";
    match_after: "match the next one", "다음 것과 짝짓기";
    take_back: "take back", "되돌리기";
    up: "up", "위로";
    down: "down", "아래로";
    page_up: "a page up", "한 쪽 위로";
    page_down: "a page down", "한 쪽 아래로";
    hint: "hint", "힌트";
    other_language: "the other language", "다른 언어로";
    undo: "undo", "실행 취소";
    info: "card info", "카드 정보";
    open_source: "open the source", "출처 열기";
    edit_card: "edit", "고치기";
    which_deck: "Choose a deck with ↑ ↓ first, and edit that one.", "먼저 ↑ ↓로 덱을 고른 다음 고치세요.";
    edit_deck: "edit the deck", "덱 고치기";
    flag: "flag", "깃발";
    suspend: "suspend", "보류";
    bury: "bury until tomorrow", "내일까지 미루기";
    aside_cards: "set aside", "따로 둔 카드";
    put_back: "put back", "다시 넣기";
    unflag: "unflag", "깃발 떼기";
    back: "back", "뒤로";
    more_today: "more today", "오늘 더 하기";
    commands: "all commands", "모든 명령";
    help: "help", "도움말";
    end_session: "end here", "여기서 마치기";
    home: "home", "처음 화면";
    close: "close", "닫기";
    cancel: "cancel", "취소";
    quit: "quit", "끝내기";
    redraw: "draw afresh", "다시 그리기";
    pause: "back to the shell for a while", "잠시 셸로";

    // The form for a card.
    new_card: "New card", "새 카드 쓰기";
    add_card: "add a card", "카드 더하기";
    save_card: "add", "더하기";
    next_field: "next", "다음 칸";
    field_before: "the one before", "앞 칸";
    both_languages: "one language, or both", "한 언어·두 언어";
    look: "look", "보기";
    help_look: "the card itself, where the window is too small for both", "창이 좁아 카드가 안 보일 때 카드를 봅니다";
    choice_before: "the choice before; in a text a letter back", "앞의 것 고르기, 글에서는 한 글자 앞으로";
    choice_after: "the next choice; in a text a letter on", "다음 것 고르기, 글에서는 한 글자 뒤로";
    asks_for: "Asks for", "유형";
    as_the_deck_says: "as the deck says", "덱에 적힌 대로";
    leave_form: "This card is not in a deck yet: esc once more throws it away.", "아직 덱에 넣지 않은 카드입니다. esc를 한 번 더 누르면 버립니다.";

    // Watch.
    turn_card: "turn", "뒤집기";
    next_problem: "next problem", "다음 문제";
    problem_before: "the problem before", "이전 문제";
    to_the_first: "the first", "맨 처음";
    to_the_last: "the last", "맨 끝";
    other_size: "size", "크기";
    next_deck: "next deck", "다음 덱";
    deck_before: "the deck before", "이전 덱";
    question_side: "question", "질문";
    answer_side: "answer", "답";
    as_it_fits: "as it fits", "창에 맞게";
    cut_off: "cut off", "잘림";
    nothing_wrong: "nothing is wrong", "문제 없음";
    fact_side: "fact", "사실";
    broken_side: "broken", "오류";
    as_it_was: "as it was before", "바뀌기 전 모습";
    no_card_yet: "There is no card to show yet.", "아직 보여 줄 카드가 없습니다.";
    no_deck_here: "There is no deck here any more.", "여기에 덱이 더는 없습니다.";

    // Ratings.
    again: "Again", "다시";
    hard: "Hard", "어려움";
    good: "Good", "알맞음";
    easy: "Easy", "쉬움";

    // Home.
    today: "Today", "오늘";
    tomorrow: "Tomorrow", "내일";
    deck: "Deck", "덱";
    new_cards: "New", "새 카드";
    learning: "Learning", "학습 중";
    due: "Due", "복습";
    known: "Known", "기억률";
    dateline: "Dateline", "기준일";
    last_12_weeks: "Last 12 weeks", "지난 12주";
    coming_days: "Coming days", "앞으로";
    all_done: "All done for today.", "오늘 할 것을 다 했습니다.";
    no_decks: "There are no decks here. Put a deck file into the decks folder of the home, or name one with --decks.",
        "덱이 없습니다. 홈의 decks 폴더에 덱 파일을 두거나 --decks 로 지정하세요.";

    // Study.
    you: "you", "내 답";
    right_answer: "right", "정답";
    note: "note", "설명";
    hint_label: "hint", "힌트";
    empty_is_dont_know: "enter on nothing: don't know", "빈칸에 enter: 모름";
    how_many_times: "How many times as large?", "몇 배인가요?";
    was_right: "correct", "맞음";
    was_close: "close", "거의 맞음";
    was_wrong: "wrong", "틀림";
    missing: "missing", "빠짐";
    also_right: "also right", "이것도 정답";
    no_hint: "This card has no hint.", "이 카드에는 힌트가 없습니다.";
    no_backup: "There is no backup of today", "오늘은 백업이 없습니다";
    not_recorded: "Nothing is recorded", "아무것도 기록되지 않습니다";
    no_source: "This card names no address to open.", "이 카드에는 열 주소가 없습니다.";
    only_one_language: "This card is in one language only.", "이 카드는 한 언어로만 되어 있습니다.";
    claim: "CLAIM", "주장";
    forecast: "FORECAST", "전망";
    disputed: "DISPUTED", "논란";
    retracted: "RETRACTED", "철회";

    // The end.
    session_done: "Done for today", "오늘은 여기까지";
    session_left: "Session ended", "공부를 마쳤습니다";
    session_time_up: "Time is up", "시간이 다 되었습니다";
    reviews_done: "Reviews", "복습";
    remembered: "Remembered", "기억함";
    limits: "Held back", "한도 밖";
    streak_label: "Streak", "연속 기록";
    nothing_done: "Nothing was reviewed.", "복습한 카드가 없습니다.";

    // Card info.
    state: "state", "상태";
    stability: "stability", "안정성";
    difficulty: "difficulty", "난이도";
    retrievability: "retrievability", "회상 확률";
    next_due: "due", "예정";
    reviews: "reviews", "복습 횟수";
    lapses: "lapses", "잊은 횟수";
    last_review: "last review", "최근 복습";
    flagged: "flagged", "깃발";
    tags: "tags", "태그";
    id: "card", "카드";
    file: "file", "파일";
    not_yet: "not yet", "아직 없음";
    suspended: "suspended", "보류 중";
    buried: "buried", "미룸";
    state_new: "new", "새 카드";
    state_learning: "learning", "학습 중";
    state_review: "review", "복습";
    state_relearning: "relearning", "재학습";

    // The search.
    search: "search", "찾기";
    search_help: "Type words of a question, an answer or a card's name, in either language.", "질문이나 답, 카드 이름에 있는 말을 어느 언어로든 치세요.";
    nothing_found: "No card has all of these words.", "이 말이 모두 있는 카드가 없습니다.";
    due_now: "due", "복습할 차례";
    suspend_or_back: "suspend / put back", "보류 / 되돌리기";

    // The cards that are set aside.
    aside: "Set aside", "따로 둔 카드";
    nothing_aside: "Nothing is set aside: no card is suspended, buried or flagged.", "따로 둔 카드가 없습니다. 보류하거나 미루거나 깃발을 단 카드가 여기 나옵니다.";
    buried_until_tomorrow: "buried until tomorrow", "내일까지 미룸";
    not_out: "This card is in rotation; f takes the flag off.", "이 카드는 빠져 있지 않습니다. f로 깃발을 뗍니다.";
    not_flagged: "This card has no flag.", "이 카드에는 깃발이 없습니다.";

    // Prompts and messages.
    flag_why: "Why flag it?", "깃발을 다는 이유는?";
    flag_on: "A line of why, or none.", "이유를 한 줄로, 없어도 됩니다.";
    flag_off: "An empty line takes the flag off.", "빈 줄이면 깃발을 뗍니다.";
    command_by_name: "Command", "명령";
    no_command: "No command of that name.", "그런 이름의 명령이 없습니다.";
    did_flag: "Flagged.", "깃발을 달았습니다.";
    did_unflag: "The flag is off.", "깃발을 뗐습니다.";
    still_out: "Written, but an entry of a later time still holds: was the clock set back?", "기록했지만 더 늦은 시각의 기록이 아직 유효합니다. 시계가 뒤로 갔나요?";
    overtaken: "Changed elsewhere meanwhile; what you chose here was left out.", "그사이 다른 곳에서 바뀐 카드입니다. 여기서 고른 것은 넣지 않았습니다.";
    nothing_to_undo: "There is nothing of today to undo.", "오늘 한 일 중 취소할 것이 없습니다.";
    opened: "Opened in the browser.", "브라우저에서 열었습니다.";
    cannot_open: "The browser could not be started; the address is", "브라우저를 열 수 없습니다. 주소:";
    no_more: "Nothing is held back: there is no more today.", "남겨 둔 카드가 없습니다. 오늘은 이것이 전부입니다.";
    nothing_due: "Nothing is due here now.", "지금은 여기서 할 것이 없습니다.";
    not_saved: "Not saved; the card stays", "저장하지 못했습니다. 카드는 그대로입니다";

    was_slow: "Right, but slow for you.", "맞았지만 평소보다 오래 걸렸습니다.";

    // The quiz.
    quiz: "quiz", "퀴즈";
    quiz_title: "Quiz", "퀴즈";
    go_on: "go on", "이어서 하기";
    another_quiz: "another quiz", "다른 퀴즈";
    start_quiz: "start", "시작";
    next_question: "next", "다음";
    study_misses: "misses into today's study", "틀린 것을 오늘 공부에";
    enter_studies_them: "Enter studies them.", "enter를 누르면 공부합니다.";
    repeat_quiz: "again", "다시 풀기";
    fresh_questions: "new questions", "새 문제";
    export_quiz: "export", "내보내기";
    before_or_less: "the one before; less", "앞의 것, 줄이기";
    next_or_more: "the next one; more", "다음 것, 늘리기";
    type_the_number: "type the number", "숫자 입력";
    last_digit: "take the last digit back", "마지막 숫자 지우기";
    leave_quiz: "leave", "나가기";
    quiz_decks: "Decks", "덱";
    quiz_tags: "Tags", "태그";
    quiz_kinds: "Kinds", "종류";
    quiz_questions: "Questions", "문제 수";
    quiz_time: "Time", "시간";
    quiz_seed: "Seed", "시드";
    quiz_schedule: "Schedule", "일정";
    all_of_them: "all", "전부";
    no_limit: "no limit", "제한 없음";
    each_question: "each question", "문제마다";
    all_together: "all together", "전체";
    count_as_reviews: "count answers as reviews", "답을 복습으로 치기";
    no_questions: "Nothing to ask", "낼 문제가 없음";
    ends_another: "Starting ends the quiz that was left.", "시작하면 남겨 둔 퀴즈는 끝납니다.";
    quiz_was_left: "A quiz was left", "남겨 둔 퀴즈가 있습니다";
    all_decks: "All decks", "모든 덱";
    file_name: "To which file?", "어느 파일로 내보낼까요?";
    file_help: "As Markdown, with the key. Nothing is overwritten.", "정답이 딸린 마크다운. 있는 파일은 덮어쓰지 않습니다.";
    quiz_keeps_cards: "The deck is read anew; this quiz goes on with the cards as it drew them.", "덱을 다시 읽었습니다. 이 퀴즈는 처음 뽑은 카드로 이어집니다.";
    quiz_gone: "No quiz was left: choose a new one.", "남겨 둔 퀴즈가 없습니다. 새로 고르세요.";
    cards_gone: "The cards of that quiz are gone.", "그 퀴즈의 카드가 없어졌습니다.";
    quiz_not_saved: "Not saved; nothing changed", "저장하지 못했습니다. 그대로 두었습니다";
    no_misses: "Nothing was missed.", "틀린 것이 없습니다.";
    kind_figure: "figures", "수치";
    kind_date: "dates", "날짜";
    kind_name: "names", "이름";
    kind_list: "lists", "목록";
    kind_order: "orders", "순서";
    kind_pairs: "pairs", "짝";
    kind_comparison: "comparisons", "비교";
    kind_source: "who says so", "누구의 말";
    quiz_left: "The quiz is kept; it can be resumed.", "퀴즈를 남겨 두었습니다. 이어서 할 수 있습니다.";
    left_in_all: "left in all", "모두 남은 것";
    quiz_nothing_left: "No answer was given, so nothing is kept.", "답한 것이 없어 남겨 둔 것도 없습니다.";
    quiz_left_on_the_line: "The quiz is kept; 'dateline quiz --resume --plain' goes on with it.", "퀴즈를 남겨 두었습니다. 'dateline quiz --resume --plain'으로 이어서 합니다.";
    time_is_over: "Time is over: what was written counts.", "시간이 다 되었습니다. 적은 만큼만 답으로 칩니다.";
    not_in_a_quiz: "Not in a quiz.", "퀴즈에서는 할 수 없습니다.";
    study_misses_question: "Study the misses today? y for yes, enter for no.", "틀린 것을 오늘 공부할까요? y 예, enter 아니요.";
    answered_nothing: "no answer", "답 없음";
    name_on_paper: "Name", "이름";
    answer_on_paper: "Answer", "답";
    key_on_paper: "Key", "정답";
    all_that_are_right: "All that are right:", "맞는 것을 모두 고르세요.";
    not_reached: "not reached", "풀지 못함";

    // Lines for where there is no screen.
    enter_shows: "Enter shows the answer.", "enter를 치면 답이 나옵니다.";
    type_a_number: "Type the number of your choice.", "번호를 적으세요.";
    type_all_numbers: "Type the numbers of all that are right, as in 1 3.", "맞는 것의 번호를 모두 적으세요. 예: 1 3";
    type_order: "Type the numbers in the right order, as in 3 1 2.", "번호를 맞는 순서로 적으세요. 예: 3 1 2";
    type_pairs: "For each line above, from the first, type the number of what belongs to it, as in 2 3 1.", "위의 줄마다 차례로 짝의 번호를 적으세요. 예: 2 3 1";
    type_a_rating: "Type a number from 1 to 4, or enter.", "1에서 4까지 적거나 enter를 치세요.";
    plain_start: "Type each answer and enter; an empty line means you don't know. :? lists commands.", "답을 적고 enter를 치세요. 빈 줄은 모른다는 뜻입니다. :? 명령 목록";
    plain_help: "Type the answer and enter; an empty line means you don't know. Commands:", "답을 적고 enter를 칩니다. 빈 줄은 모른다는 뜻입니다. 명령:";

    // The headings of the help.
    help_here: "Keys here", "이 화면의 키";
    help_line: "Editing the line", "줄 편집";
    edit_line: "start, end, word back, to the start, to the end", "처음, 끝, 한 단어 지우기, 앞 전부 지우기, 뒤 전부 지우기";
    help_mouse: "The mouse works on everything that a key works on.", "키로 되는 것은 마우스로도 됩니다.";
}

impl Say {
    /// One of two, by the language.
    pub(crate) fn pick_of<T>(self, en: T, ko: T) -> T {
        match self.0 {
            Lang::En => en,
            Lang::Ko => ko,
        }
    }

    /// The name of a rating.
    pub fn rating(self, rating: Rating) -> &'static str {
        match rating {
            Rating::Again => self.again(),
            Rating::Hard => self.hard(),
            Rating::Good => self.good(),
            Rating::Easy => self.easy(),
        }
    }

    /// A rating as a command prints it: in English as it is typed there too.
    pub fn rated(self, rating: Rating) -> &'static str {
        self.pick_of(rating.name(), self.rating(rating))
    }

    /// `enter: Again`
    pub fn enter_rates(self, rating: Rating) -> String {
        format!("enter: {}", self.rating(rating))
    }

    /// The name of an outcome.
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Correct => self.was_right(),
            Outcome::Close => self.was_close(),
            Outcome::Wrong => self.was_wrong(),
        }
    }

    /// The name of a card's state.
    pub fn phase(self, phase: Phase) -> &'static str {
        match phase {
            Phase::New => self.state_new(),
            Phase::Learning { .. } => self.state_learning(),
            Phase::Review => self.state_review(),
            Phase::Relearning { .. } => self.state_relearning(),
        }
    }
}

#[cfg(test)]
mod tests;
