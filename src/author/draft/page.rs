//! What the head of an HTML page says of it: title, site, day, address.

use html5gum::emitters::callback::CallbackEvent;

use crate::author::prose::html;

/// What a page says of itself, each in the order of how far it is to be trusted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// Its titles.
    pub titles: Vec<String>,
    /// The whole of `<title>`, which may end with the site's name.
    pub title: Option<String>,
    /// The name of the site.
    pub site: Option<String>,
    /// Days on which it may have been published.
    pub days: Vec<String>,
    /// Its address.
    pub url: Option<String>,
}

/// Keys of `<meta>` that hold the day.
const DAYS: &[&str] = &[
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "date",
    "pubdate",
    "dc.date",
    "dc.date.issued",
];

/// Reads a page.
pub(super) fn read(page: &str) -> Page {
    let mut reader = Reader::default();
    html::walk(page, &mut |event, _| reader.take(event));
    reader.page(page)
}

#[derive(Default)]
struct Reader {
    page: Page,
    headline: Option<String>,
    times: Vec<String>,
    tag: String,
    attribute: String,
    attributes: Vec<(String, String)>,
    /// The element whose text is taken, and what was taken.
    within: Option<String>,
    text: String,
}

impl Reader {
    fn take(&mut self, event: &CallbackEvent<'_>) {
        let lower = |name: &[u8]| String::from_utf8_lossy(name).to_ascii_lowercase();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = lower(name);
                self.attributes.clear();
            }
            CallbackEvent::AttributeName { name } => self.attribute = lower(name),
            CallbackEvent::AttributeValue { value } => {
                let value = String::from_utf8_lossy(value).trim().to_owned();
                self.attributes.push((self.attribute.clone(), value));
            }
            CallbackEvent::CloseStartTag { .. } => self.started(),
            CallbackEvent::String { value } if self.within.is_some() => {
                self.text.push_str(&String::from_utf8_lossy(value));
            }
            CallbackEvent::EndTag { name } => {
                let name = lower(name);
                if self.within.as_deref() == Some(name.as_str()) {
                    self.ended(&name);
                }
            }
            _ => {}
        }
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    fn started(&mut self) {
        match self.tag.as_str() {
            "title" | "h1" if self.within.is_none() => {
                self.within = Some(self.tag.clone());
                self.text.clear();
            }
            "meta" => {
                let names = ["property", "name", "itemprop"];
                let key = names.iter().find_map(|name| self.attribute(name));
                let key = key.unwrap_or_default().to_ascii_lowercase();
                let content = self.attribute("content").unwrap_or_default().to_owned();
                match key.as_str() {
                    _ if content.is_empty() => {}
                    "og:title" => self.page.titles.push(content),
                    "og:site_name" => self.page.site = Some(content),
                    "og:url" => self.page.url = Some(content),
                    key if DAYS.contains(&key) => self.page.days.push(content),
                    _ => {}
                }
            }
            "time" => {
                let day = self.attribute("datetime").map(str::to_owned);
                self.times.extend(day);
            }
            "link" if self.attribute("rel") == Some("canonical") => {
                let url = self.attribute("href").map(str::to_owned);
                self.page.url = self.page.url.take().or(url);
            }
            _ => {}
        }
    }

    fn ended(&mut self, name: &str) {
        let text = super::line(&self.text);
        self.within = None;
        if text.is_empty() {
            return;
        }
        if name == "title" {
            self.page.title.get_or_insert(text);
        } else {
            self.headline.get_or_insert(text);
        }
    }

    fn page(self, html: &str) -> Page {
        let mut page = self.page;
        page.titles.extend(self.headline);
        page.days.extend(linked(html));
        // Of several times the first is that of the article, as a rule.
        page.days.extend(self.times);
        page
    }
}

/// The day that a page says in the data it holds for search engines.
fn linked(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("\"datePublished\"")?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start();
    let day = value.strip_prefix('"')?.split('"').next()?;
    Some(day.to_owned())
}
