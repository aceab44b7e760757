//! Markdown as plain text, line for line: what is in front of it (`---`), links,
//! emphasis and signs of quotation are gone.

/// What Markdown says, and the keys in front of it.
pub(super) fn plain(text: &str) -> (String, Vec<(String, String)>) {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut front = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.lines().peekable();
    let length = front_length(text);
    for _ in 0..length {
        if let Some(line) = rest.next() {
            if let Some((key, value)) = line.split_once(':') {
                let value = value.trim().trim_matches(['"', '\'']);
                front.push((key.trim().to_ascii_lowercase(), value.to_owned()));
            }
            lines.push(String::new());
        }
    }
    let mut code = false;
    for line in rest {
        let fence = line.trim_start().starts_with("```");
        code ^= fence;
        if fence || code || is_links(line) {
            lines.push(String::new());
        } else {
            lines.push(without_emphasis(&without_links(quoted(line))));
        }
    }
    (lines.join("\n"), front)
}

/// How many lines stand in front of the text, the lines `---` among them.
fn front_length(text: &str) -> usize {
    let mut lines = text.lines();
    if lines.next().map(str::trim_end) != Some("---") {
        return 0;
    }
    let end = lines.take(40).position(|line| line.trim_end() == "---");
    end.map_or(0, |end| end + 2)
}

fn quoted(line: &str) -> &str {
    let inside = line.trim_start();
    match inside.strip_prefix('>') {
        Some(rest) => rest.trim_start(),
        None => line,
    }
}

/// A piece of a line: text, or what a link shows and how long it is written.
struct Link<'l> {
    shown: &'l str,
    start: usize,
    end: usize,
}

/// The links and pictures of a line.
fn links(line: &str) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(found) = line.get(from..).and_then(|rest| rest.find('[')) {
        let open = from + found;
        from = open + 1;
        let inside = line.get(open + 1..).unwrap_or_default();
        let Some(close) = inside.find(']') else {
            break;
        };
        let behind = inside.get(close + 1..).unwrap_or_default();
        let target = behind.strip_prefix('(').and_then(|rest| rest.find(')'));
        if let Some(length) = target {
            let end = open + 1 + close + 1 + 1 + length + 1;
            let picture = line.get(..open).is_some_and(|head| head.ends_with('!'));
            links.push(Link {
                shown: if picture {
                    ""
                } else {
                    inside.get(..close).unwrap_or_default()
                },
                start: open - usize::from(picture),
                end,
            });
            from = end;
        }
    }
    links
}

/// Whether a line holds links and little else, as a menu does.
fn is_links(line: &str) -> bool {
    let links = links(line);
    let shown: usize = links.iter().map(|link| link.shown.chars().count()).sum();
    let all = letters(&without_links(line));
    !links.is_empty() && (links.len() > 1 || !line.contains(['.', '다'])) && shown * 2 > all
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

fn without_links(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut from = 0;
    for link in links(line) {
        out.push_str(line.get(from..link.start).unwrap_or_default());
        out.push_str(link.shown);
        from = link.end;
    }
    out.push_str(line.get(from..).unwrap_or_default());
    out
}

/// A line without the signs of emphasis and code: `**so**`, `*so*`, `` `so` ``.
fn without_emphasis(line: &str) -> String {
    let line = line.replace("**", "").replace("__", "").replace('`', "");
    let mut out = String::with_capacity(line.len());
    let mut before = ' ';
    let mut open = false;
    let mut characters = line.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        if c == '*' {
            let begins = !before.is_alphanumeric() && !next.is_whitespace();
            let ends = open && !before.is_whitespace();
            if ends || begins && !open {
                open = !open;
                continue;
            }
        }
        before = c;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_without_their_signs() {
        for (line, expected) in [
            (
                "It made **418 GWh** in *its* first year.",
                "It made 418 GWh in its first year.",
            ),
            ("> Said [Idris](https://a.example/2019).", "Said Idris."),
            ("![12 boats](a.png) It was 5 * 3.", " It was 5 * 3."),
            ("[Home](a) | [Jobs (204)](b)", ""),
            ("`a` and b", "a and b"),
            ("[not a link] and [nor", "[not a link] and [nor"),
        ] {
            assert_eq!(plain(line).0, expected, "{line}");
        }
    }

    #[test]
    fn what_is_in_front_keeps_its_lines() {
        let (text, front) = plain("---\ntitle: \"A: b\"\ndate: 2023-06-15\n---\nText.");
        assert_eq!(text, "\n\n\n\nText.");
        let told = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(front, [told("title", "A: b"), told("date", "2023-06-15")]);
        assert_eq!(plain("---\nno end").1, []);
    }
}
