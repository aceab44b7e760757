//! Who published an article, under what title, and when.

use std::ops::Range;

use super::name::{of_title, slug};
use super::page::Page;
use super::publisher::{owner, publisher};
use super::stamp::{day_in, last_day, stamp, stamped};
use super::{Wish, line};
use crate::author::prose::Prose;
use crate::figure::Date;
use crate::text::width;

/// A title is at most so wide.
const WIDEST_TITLE: usize = 160;

/// What a draft says of its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// What the deck is called.
    pub name: String,
    /// The article's title, if it has one.
    pub title: Option<String>,
    /// Who published it, if it says so.
    pub publisher: Option<String>,
    /// When, if it says so.
    pub date: Option<Date>,
    /// The last day that it tells of, which stands in for that one.
    pub stand_in: Option<Date>,
    /// Its address.
    pub url: Option<String>,
}

impl Head {
    /// The day on which it was published, as far as one knows.
    pub fn day(&self) -> Option<Date> {
        self.date.or(self.stand_in)
    }
}

/// Reads the head of an article, of which `body` are the sentences.
pub(super) fn read(
    prose: &Prose,
    body: &[Range<usize>],
    page: Option<&Page>,
    front: &[(String, String)],
    wish: &Wish,
) -> Head {
    let first = body.first().map_or(usize::MAX, |first| first.start);
    let above = lines(prose, 0, first);
    let whole = lines(prose, 0, usize::MAX);
    let below = lines(
        prose,
        body.last().map_or(usize::MAX, |last| last.end),
        usize::MAX,
    );
    let in_front = |keys: &[&str]| {
        let found = front.iter().find(|(key, _)| keys.contains(&key.as_str()));
        found
            .map(|(_, value)| line(value))
            .filter(|text| !text.is_empty())
    };
    let title = page
        .and_then(page_title)
        .or_else(|| in_front(&["title", "headline"]))
        .or_else(|| headline(&blocks(prose, first)))
        .filter(|title| width(title) <= WIDEST_TITLE);
    let publisher = page
        .and_then(page_publisher)
        .or_else(|| in_front(&["publisher", "site", "source", "publication"]))
        .or_else(|| above.iter().find_map(|line| publisher(line)))
        .or_else(|| above.iter().chain(&below).find_map(|line| owner(line)))
        .or_else(|| below.iter().find_map(|line| publisher(line)));
    let date = wish.date.or_else(|| {
        let days = page.map(|page| page.days.as_slice()).unwrap_or_default();
        let said = days.iter().find_map(|day| stamp(day));
        said.or_else(|| stamp(&in_front(&["date", "published", "pubdate"])?))
            .or_else(|| above.iter().find_map(|line| day_in(line)))
            .or_else(|| whole.iter().find_map(|line| stamped(line)))
            .or_else(|| below.iter().take(3).find_map(|line| day_in(line)))
    });
    let url = page
        .and_then(|page| page.url.clone())
        .or_else(|| in_front(&["url", "link"]))
        .filter(|url| is_address(url));
    let name = wish
        .name
        .as_deref()
        .map(slug)
        .filter(|name| !name.is_empty())
        .or_else(|| title.as_deref().map(of_title))
        .filter(|name| !name.is_empty());
    Head {
        name: name.unwrap_or_else(|| "draft".to_owned()),
        title,
        publisher,
        date,
        stand_in: last_day(prose),
        url,
    }
}

/// The lines from one byte to another that say something.
fn lines(prose: &Prose, from: usize, to: usize) -> Vec<String> {
    let to = to.min(prose.text().len());
    let text = prose.text().get(from.min(to)..to).unwrap_or_default();
    let lines = text.split(['\n', '\u{2029}']).map(line);
    lines
        .filter(|line| line.contains(char::is_alphanumeric))
        .collect()
}

/// The lines above byte `to`, in blocks between blank lines; without those of a
/// menu, `로그인  회원가입`.
fn blocks(prose: &Prose, to: usize) -> Vec<Vec<String>> {
    let text = prose.text().get(..to.min(prose.text().len()));
    let mut blocks = vec![Vec::new()];
    for raw in text.unwrap_or_default().split(['\n', '\u{2029}']) {
        let menu = raw.trim().contains(['|', '\t']) || raw.trim().contains("  ");
        match blocks.last_mut() {
            Some(block) if raw.contains(char::is_alphanumeric) && !menu => block.push(line(raw)),
            Some(block) if !block.is_empty() && !menu => blocks.push(Vec::new()),
            _ => {}
        }
    }
    blocks
}

/// The headline among the lines above an article: what is marked as such, else
/// the first of those among which the widest stands that is no line of a day, a
/// byline or a paper's name: a sub-headline below it may be wider.
fn headline(above: &[Vec<String>]) -> Option<String> {
    let marked = above
        .iter()
        .flatten()
        .find_map(|line| line.strip_prefix("# "));
    let candidates = above.iter().map(|block| {
        let own = block.iter().filter(|line| {
            day_in(line).is_none()
                && !is_byline(line)
                && publisher(line).is_none()
                && width(line) > 8
        });
        own.collect::<Vec<_>>()
    });
    let widest = |block: &[&String]| block.iter().map(|line| width(line)).max();
    // Of two that are as wide the first.
    let block = candidates.rev().max_by_key(|block| widest(block));
    let first = block.and_then(|block| block.first().map(|line| line.as_str()));
    let title = marked.or(first)?;
    let title = title.trim_start_matches(['#', ' ']).trim().to_owned();
    (!title.is_empty()).then_some(title)
}

fn is_byline(line: &str) -> bool {
    line.starts_with("By ") || line.contains("기자") || line.contains('@')
}

/// The title of a page: as it tells others, else `<title>` without the site.
fn page_title(page: &Page) -> Option<String> {
    let told = page.titles.iter().map(|title| line(title));
    let whole = page.title.as_deref().map(|title| parts(title).0);
    told.chain(whole).find(|title| !title.is_empty())
}

fn page_publisher(page: &Page) -> Option<String> {
    let site = page.site.as_deref().map(line);
    site.filter(|site| !site.is_empty())
        .or_else(|| parts(page.title.as_deref()?).1)
}

/// `Title | Site`, `Title - Site`: cut at the last of these signs, if what is
/// behind it may be a site's name.
fn parts(title: &str) -> (String, Option<String>) {
    let signs = [" | ", " – ", " — ", " - ", " :: "];
    let cut = signs
        .iter()
        .filter_map(|sign| Some((title.rfind(sign)?, sign.len())));
    match cut.max() {
        Some((at, length)) => {
            let site = line(title.get(at + length..).unwrap_or_default());
            let name = line(title.get(..at).unwrap_or_default());
            if site.is_empty() || name.is_empty() || width(&site) > 30 {
                (line(title), None)
            } else {
                (name, Some(site))
            }
        }
        None => (line(title), None),
    }
}

fn is_address(url: &str) -> bool {
    let sound = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '\\');
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric()))
        && url.chars().all(sound)
        && url.len() <= 300
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_from_its_site() {
        for (title, expected) in [
            (
                "책마루도서관 | 한밭신문",
                ("책마루도서관", Some("한밭신문")),
            ),
            ("A - b - The Post", ("A - b", Some("The Post"))),
            ("Half-time", ("Half-time", None)),
        ] {
            let (name, site) = parts(title);
            assert_eq!((name.as_str(), site.as_deref()), expected);
        }
    }

    #[test]
    fn a_headline_stands_over_what_is_below_it() {
        for (article, expected) in [
            (
                "한결일보\n로그인  회원가입\n\n출생아 두 해째 늘었다\n합계출산율 0.80명, 혼인 증가 효과 더 간다\n\n출생아가 지난해 6.8% 늘었다.\n",
                "출생아 두 해째 늘었다",
            ),
            (
                "The Courier\nLog in  Subscribe\n\nWater firm saved\nBills will rise by a third in five years, says the regulator\n\nThe firm has got a loan of 5 billion.\n",
                "Water firm saved",
            ),
            (
                "나루일보\n출생아 두 해째 늘었다\n합계출산율 0.80명, 혼인 증가 효과 더 간다\n\n출생아가 지난해 6.8% 늘었다.\n",
                "출생아 두 해째 늘었다",
            ),
            (
                "Skip to content\n\nWater firm saved\n\nThe firm has got a loan of 5 billion.\n",
                "Water firm saved",
            ),
        ] {
            let prose = Prose::article(article);
            let body = super::super::body::sentences(&prose);
            let title = read(&prose, &body, None, &[], &Wish::default()).title;
            assert_eq!(title.as_deref(), Some(expected), "{article}");
        }
    }
}
