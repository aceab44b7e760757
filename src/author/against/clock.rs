//! Times of a day: `4:17am` is what an article tells as "4:17 in the morning",
//! 04:17 or `오전 4시 17분`.

/// An hour and a minute, and whether it is of the second half of the day, if
/// that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Time {
    hour: u8,
    minute: u8,
    late: Option<bool>,
}

impl Time {
    /// The hours of the whole day that it may be of.
    fn hours(self) -> Vec<u8> {
        match self.late {
            Some(late) => vec![self.hour % 12 + if late { 12 } else { 0 }],
            None if self.hour <= 12 => vec![self.hour % 12, self.hour % 12 + 12],
            None => vec![self.hour],
        }
    }

    fn is(self, other: Time) -> bool {
        let hours = other.hours();
        self.minute == other.minute && self.hours().iter().any(|hour| hours.contains(hour))
    }
}

/// Where an article tells the time that `form` is, if it is one.
pub(super) fn find(form: &str, text: &str) -> Option<usize> {
    let mut claimed = times(form);
    let (at, length, time) = claimed.next()?;
    let around = form.get(..at)?.trim().to_owned() + form.get(at + length..)?.trim();
    let alone = around.is_empty() || half(&around, "").is_some() && around.len() < 16;
    if !alone || claimed.next().is_some() {
        return None;
    }
    times(text).find_map(|(at, _, there)| there.is(time).then_some(at))
}

/// The times in a text: where each begins, how long it is, and what it is.
fn times(text: &str) -> impl Iterator<Item = (usize, usize, Time)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let starts = text.char_indices().filter(move |(at, c)| {
        let head = text.get(..*at).unwrap_or_default();
        c.is_ascii_digit()
            && !head.ends_with(|c: char| c.is_ascii_alphanumeric() || ":.,$".contains(c))
    });
    starts.filter_map(move |(at, _)| {
        let rest = text.get(at..)?;
        let (hour, behind) = rest.split_at_checked(digits(rest))?;
        let korean = behind.strip_prefix('시').map(str::trim_start);
        let behind = korean.or_else(|| behind.strip_prefix(':'))?;
        let (minute, behind) = behind.split_at_checked(digits(behind))?;
        let behind = match korean {
            Some(_) => behind.strip_prefix('분')?,
            None if minute.len() == 2 && !behind.starts_with(':') => behind,
            None => return None,
        };
        let time = Time {
            hour: hour.parse().ok().filter(|hour| *hour < 24)?,
            minute: minute.parse().ok().filter(|minute| *minute < 60)?,
            late: half(behind, text.get(..at)?),
        };
        Some((at, rest.len() - behind.len(), time))
    })
}

/// The half of the day that is told behind a time, or before it in Korean.
fn half(behind: &str, head: &str) -> Option<bool> {
    const WORDS: &[(&str, bool)] = &[
        ("am", false),
        ("a.m", false),
        ("in the morning", false),
        ("pm", true),
        ("p.m", true),
        ("in the afternoon", true),
        ("in the evening", true),
    ];
    const BEFORE: &[(&str, bool)] = &[("오전", false), ("새벽", false), ("오후", true)];
    let behind = behind.trim_start().to_lowercase();
    let english = WORDS.iter().find(|(word, _)| behind.starts_with(word));
    let korean = BEFORE
        .iter()
        .find(|(word, _)| head.trim_end().ends_with(word) || behind == *word);
    english.or(korean).map(|(_, late)| *late)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_one_however_it_is_told() {
        for (form, text, found) in [
            ("4:17am", "at 4:17 in the morning", true),
            ("4:17 a.m.", "at 04:17 local time", true),
            ("4:17am", "오전 4시 17분에", true),
            ("오전 4:17", "at 4:17am", true),
            ("4:17pm", "at 16:17", true),
            ("4:17", "at 4:17 in the morning", true),
            ("4:17pm", "at 4:17 in the morning", false),
            ("4:19am", "at 4:17 in the morning", false),
            ("5:17am", "at 4:17 in the morning", false),
            ("4:17am", "at 14:17", false),
            ("4:17", "ran 4:17:30", false),
            ("4:17 train", "at 4:17", false),
        ] {
            assert_eq!(find(form, text).is_some(), found, "{form} in {text}");
        }
    }
}
