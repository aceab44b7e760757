//! A Korean day of the month by itself: `해송시는 10일 …고 밝혔다`. It is the last
//! such day that is not after the source's own, unless what is told of it is yet
//! to come.

use jiff::ToSpan;

use super::{counted, digits, nearest, parts};
use crate::figure::Date;
use crate::text::keystrokes;

/// What may follow a day that stands alone; behind the first ones it is no
/// length of time.
const BEHIND: [&str; 23] = [
    "에", "엔", "부터", "까지", "밤", "새벽", "오전", "오후", "저녁", "낮", "자", "(", "은", "는",
    "이", "가", "의", "도", "과", "와", "로", "을", "를",
];
const SURE: usize = 12;

/// Words before a length of time.
const LENGTHS: &[&str] = &[
    "평균", "최대", "최소", "최장", "약", "총", "모두", "단", "불과", "무려", "하루", "매달",
    "매월", "매년", "연간", "각각", "거의",
];

/// Verbs of lengths of time, behind a blank.
const LASTING: &[&str] = &[
    "늘었",
    "늘어",
    "늘린",
    "늘려",
    "줄었",
    "줄어",
    "줄인",
    "줄여",
    "걸려",
    "걸리",
    "걸렸",
    "걸린",
    "걸릴",
    "지나 ",
    "지났",
    "남았",
    "남은",
    "남겨",
    "늦",
    "앞당",
    "짧",
    "길어",
    "길었",
    "넘게",
    "넘는",
    "더 ",
    "이어졌",
    "이어지",
    "이어진",
    "계속",
    "연속",
    "연장",
    "이내",
    "이상",
    "가량",
    "정도",
    "남짓",
    "미만",
    "안에",
    "내내",
];

/// The day with which `rest` begins behind `head`, its length, and whether it may
/// be a number of days instead.
pub(super) fn at(rest: &str, head: &str, source: Date) -> Option<(usize, Date, bool)> {
    let count = digits(rest);
    let day: i8 = rest.get(..count)?.parse().ok()?;
    let behind = rest.get(count..)?.strip_prefix('일')?;
    let apart = behind.chars().next().is_none_or(|c| !c.is_alphanumeric());
    let begins = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    let next = behind.strip_prefix(' ').unwrap_or_default();
    // 3일 새 5% are three days, and on the 31st a new bridge is opened.
    let since = next.strip_prefix("새 ");
    let since = since.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let longer = since || LASTING.iter().any(|word| next.starts_with(word));
    if lasts(behind) || longer || !(apart || begins(&BEHIND)) {
        return None;
    }
    let make = |from: jiff::civil::Date| parts(from, true, Some(day));
    let over = source.day.is_none_or(|today| day <= today);
    let past = nearest(source, true, 1.months(), make);
    let ahead = nearest(source, false, 1.months(), make);
    let first = if source.day.is_none() {
        make(super::civil_of(source, Some(1))?)
    } else if is_to_come(behind, over) {
        ahead
    } else {
        past
    };
    let word = head.split_whitespace().next_back().unwrap_or_default();
    let free = !LENGTHS.contains(&word) && (apart || begins(BEHIND.get(..SURE)?));
    Some((rest.len() - behind.len(), first.or(past).or(ahead)?, !free))
}

/// Whether what is told of a day is yet to come. Of one that is `over` in the
/// source's month this needs to be the last that its sentence tells; of another
/// one it is enough that nothing tells the contrary.
fn is_to_come(behind: &str, over: bool) -> bool {
    let words: Vec<&str> = behind.split_whitespace().collect();
    let pairs = words.iter().enumerate().map(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        comes(before.copied().unwrap_or_default(), word)
    });
    let mut told = pairs.flatten();
    if over {
        told.next_back().unwrap_or_else(|| is_arranged(&words))
    } else {
        told.next().unwrap_or(true)
    }
}

/// Whether a sentence ends, near behind its day, in the present tense of a verb of
/// what is arranged: `3일 나온다`, `3일 서울에서 열린다`. Of what has been the press
/// says so as well (`3일 업계에 따르면 … 보인다`), in other verbs.
fn is_arranged(words: &[&str]) -> bool {
    const NEAR: usize = 6;
    const VERBS: &[&str] = &[
        "나온다",
        "열린다",
        "연다",
        "끝난다",
        "치른다",
        "치러진다",
        "닫는다",
        "만난다",
        "떠난다",
        "들어간다",
        "갖는다",
        "맞붙는다",
        "이뤄진다",
        "찾는다",
        "문을 연다",
        "마친다",
        "내린다",
        "오른다",
        "바뀐다",
        "선다",
        "돌아온다",
        "받는다",
        "내놓는다",
    ];
    const NOUNS: &[&str] = &[
        "시작", "시행", "개막", "개최", "발표", "공개", "출시", "마감", "방문", "출국", "결정",
        "선고", "의결", "진행", "가동", "개통", "재개", "적용", "지급", "돌입", "출발", "도착",
        "소집", "개장", "개원", "개관", "폐막", "종료", "표결", "투표", "상정", "출범", "취임",
        "개봉", "방송", "입주", "착공", "준공", "만료",
    ];
    let last = words
        .last()
        .map(|word| word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let last = last.unwrap_or_default();
    let noun = ["한다", "된다"]
        .iter()
        .find_map(|verb| last.strip_suffix(verb));
    let verb = VERBS.contains(&last) || noun.is_some_and(|noun| NOUNS.contains(&noun));
    let source = |word: &&str| word.starts_with("따르면") || word.contains("기준");
    verb && words.len() <= NEAR && !words.iter().any(source)
}

/// Whether a word behind another one tells of what comes, or of what has been;
/// nothing of most words.
fn comes(before: &str, word: &str) -> Option<bool> {
    const PLANS: &[&str] = &["예정", "계획이", "방침이", "전망이"];
    let ends_in = |c: char, sign: char| keystrokes(&c.to_string()).last() == Some(&sign);
    // 열릴 것, but not 열었을 것
    let may = || {
        let mut last = before.chars().rev();
        let future = last.next().is_some_and(|c| ends_in(c, 'ㄹ'));
        future && !last.next().is_some_and(|c| ends_in(c, 'ㅆ'))
    };
    let plain = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    if word.contains('겠') || PLANS.iter().any(|plan| plain.starts_with(plan)) {
        return Some(true);
    }
    if plain.starts_with('것') && may() {
        return Some(true);
    }
    let past = |c: char| c != '있' && ends_in(c, 'ㅆ');
    word.chars().any(past).then_some(false)
}

/// Whether what follows 일 tells how long it took.
pub(super) fn lasts(behind: &str) -> bool {
    let words = ["간", "째", "동안", " 동안", "씩", "이상", "가량"];
    // 20일 전 and 20일 만에, but not 20일 전남 and 14일 만찬.
    let apart = ["만", "뒤", "후", "전"].iter().any(|word| {
        let rest = behind.trim_start().strip_prefix(word);
        rest.is_some_and(|rest| !counted::goes_on(rest) && !counted::is_of_all(rest))
    });
    apart || words.iter().any(|word| behind.starts_with(word))
}
