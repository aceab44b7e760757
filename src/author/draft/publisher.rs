//! Who published an article, as one of its lines says: the name of a paper, or
//! who holds the rights.

use super::line;
use crate::figure::Date;
use crate::text::width;

/// Last words of the names of papers.
const PAPERS: &[&str] = &[
    "Post",
    "Times",
    "Daily",
    "News",
    "Journal",
    "Tribune",
    "Herald",
    "Gazette",
    "Courier",
    "Examiner",
    "Mirror",
    "Globe",
    "Guardian",
    "Observer",
    "Chronicle",
    "Telegraph",
    "Standard",
    "Today",
    "Press",
    "Reuters",
    "Bloomberg",
    "BBC",
    "CNN",
    "NPR",
    "일보",
    "신문",
    "뉴스",
    "경제",
    "타임스",
    "방송",
    "통신",
    "저널",
    "투데이",
    "데일리",
];

/// The name of a paper, if a line or a part of a byline is one.
pub(super) fn publisher(text: &str) -> Option<String> {
    if text.starts_with('#') {
        return None;
    }
    // The day may follow with nothing between: 나루일보 2025. 2. 9.
    let undated = |part: &'_ str| {
        let part = part.trim_matches([' ', '*', '-']);
        let at = part.find(|c: char| c.is_ascii_digit());
        let (name, day) = part.split_at_checked(at?)?;
        let day = Date::parse(day.trim_end_matches('.')).ok()?;
        day.day.map(|_| name.trim_end().len())
    };
    let parts = text.split([',', '|', '·']).map(|part| {
        let name = part.trim_matches([' ', '*', '-']);
        let length = undated(part).unwrap_or(name.len());
        name.get(..length).unwrap_or(name)
    });
    let is_paper = |part: &&str| {
        let short = part.split(' ').count() <= 4 && width(part) <= 32;
        let last = part.split(' ').next_back().unwrap_or_default();
        let ends = PAPERS.iter().any(|paper| {
            // THE ESTUARY POST
            let whole = last == *paper || last == paper.to_uppercase();
            whole || !paper.is_ascii() && part.ends_with(paper)
        });
        short
            && ends
            && !is_section(part)
            && !part.contains(|c: char| c.is_ascii_digit() || c == '[')
    };
    let mut papers = parts.filter(is_paper);
    papers.next().map(str::to_owned)
}

/// Whether what ends as the name of a paper does heads a part of a page:
/// `많이 본 뉴스`, `경제`, `Latest News`.
fn is_section(part: &str) -> bool {
    const FIRST: &[&str] = &[
        "latest",
        "top",
        "more",
        "related",
        "breaking",
        "other",
        "local",
        "business",
        "sports",
        "most",
        "popular",
        "trending",
        "in",
        "also",
        "recommended",
    ];
    let last = part.split(' ').next_back().unwrap_or_default();
    let bare = PAPERS
        .iter()
        .any(|paper| !paper.is_ascii() && last == *paper);
    // SBS 뉴스, but 많이 본 뉴스.
    let name = part.strip_suffix(last).unwrap_or_default().trim();
    if bare {
        return name.is_empty() || !name.is_ascii();
    }
    let first = part.split(' ').next().unwrap_or_default().to_lowercase();
    name.is_empty() && part.ends_with("News")
        || last.eq_ignore_ascii_case("news") && FIRST.contains(&first.as_str())
}

/// Who holds the rights, in a line that says so: `저작권자 ⓒ 한경일보 무단전재 및
/// 재배포 금지`, `© 2025 Meridian Courier Media LLC. All rights reserved.`
pub(super) fn owner(text: &str) -> Option<String> {
    let signs = ["ⓒ", "©", "(c)", "(C)", "Copyright", "COPYRIGHT", "저작권자"];
    let (at, sign) = signs
        .iter()
        .filter_map(|sign| Some((text.rfind(sign)?, sign)))
        .max()?;
    let behind = text.get(at + sign.len()..)?;
    let ends = [
        "무단",
        "재배포",
        "All rights",
        "all rights",
        "ALL RIGHTS",
        "저작권",
        "http",
        "www.",
        "|",
        "<",
        ">",
        "(",
        ". ",
        ", ",
        "·",
    ];
    let end = ends.iter().filter_map(|end| behind.find(end)).min();
    let name = behind.get(..end.unwrap_or(behind.len()))?;
    // The years, before the name or behind it.
    let year = |c: char| !c.is_alphabetic();
    let name = name.trim_start_matches(year).trim();
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || " .,-–*'’‘".contains(c));
    let name = name.strip_prefix("by ").unwrap_or(name);
    let short = name.split(' ').count() <= 5 && width(name) <= 40;
    (short && name.contains(char::is_alphabetic)).then(|| line(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_known_by_its_name() {
        for (line, expected) in [
            ("나루일보", Some("나루일보")),
            ("나루일보 2025. 2. 9.", Some("나루일보")),
            (
                "*By Oona Pell, The Estuary Post, June 15, 2023*",
                Some("The Estuary Post"),
            ),
            ("Harwick's tidal plant beats its forecast", None),
            ("# The morning Post", None),
            ("시가 지난해 3월에 새로 연 도서관의 경제", None),
            ("THE MERIDIAN COURIER", Some("THE MERIDIAN COURIER")),
            ("SBS 뉴스", Some("SBS 뉴스")),
            ("많이 본 뉴스", None),
            ("정치 | 경제 | 사회", None),
            ("Latest News", None),
        ] {
            assert_eq!(publisher(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn who_holds_the_rights_published_it() {
        for (line, expected) in [
            (
                "저작권자 ⓒ 한경일보 무단전재 및 재배포 금지",
                Some("한경일보"),
            ),
            ("ⓒ 나루신문, 무단 전재-재배포 금지", Some("나루신문")),
            (
                "© 2025 Meridian Courier Media LLC. All rights reserved.",
                Some("Meridian Courier Media LLC"),
            ),
            (
                "Copyright © The Estuary Post 2023",
                Some("The Estuary Post"),
            ),
            ("© 2025", None),
            ("All rights reserved.", None),
        ] {
            assert_eq!(owner(line).as_deref(), expected, "{line}");
        }
    }
}
