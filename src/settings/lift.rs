//! From the file's keys and values to settings.

use std::path::Path;

use serde::Deserialize;

use super::scan::{Setting, Spot, Value, scan};
use super::value::{
    choices, deck_path, learn_ahead, new_order, retention, review_order, step, theme, turnover,
    whole,
};
use super::{KEYS, Settings};
use crate::deck::{Diagnostic, Place, Severity};
use crate::message;
use crate::order::Order as _;
use crate::text::{Lang, Message, safe_line, suggest};

/// What `serde_yaml` reads: every value in its spelling.
#[derive(Debug, Default, Deserialize)]
struct File {
    lang: Option<String>,
    study_lang: Option<String>,
    theme: Option<String>,
    retention: Option<String>,
    new_per_day: Option<String>,
    reviews_per_day: Option<String>,
    learning_steps: Option<Vec<String>>,
    relearning_steps: Option<Vec<String>>,
    maximum_interval: Option<String>,
    learn_ahead: Option<String>,
    turnover: Option<String>,
    review_order: Option<String>,
    new_order: Option<String>,
    decks: Option<Vec<String>>,
}

/// Keys whose value is a list.
const LISTS: [&str; 3] = ["learning_steps", "relearning_steps", "decks"];

pub(super) fn read(
    path: &Path,
    bytes: &[u8],
    user_home: Option<&Path>,
) -> Result<Settings, Vec<Diagnostic>> {
    let found = scan(path, bytes).map_err(|diagnostic| vec![diagnostic])?;
    let mut reader = Reader {
        path,
        found: &found,
        wrong: Vec::new(),
    };
    reader.check_shape();
    // An unknown key keeps no other value from being looked at.
    if reader.wrong.iter().any(|wrong| wrong.code != "unknown-key") {
        return Err(reader.wrong);
    }
    let file = if found.is_empty() {
        File::default()
    } else {
        serde_yaml::from_slice(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes))
            .map_err(|error| vec![reader.not_read(&error)])?
    };
    let settings = reader.lift(file, user_home);
    reader
        .wrong
        .order_by_key(|wrong| (wrong.place.line, wrong.place.column));
    if reader.wrong.is_empty() {
        Ok(settings)
    } else {
        Err(reader.wrong)
    }
}

struct Reader<'a> {
    path: &'a Path,
    found: &'a [Setting],
    wrong: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Keys that do not exist or stand twice, and values of the wrong shape.
    fn check_shape(&mut self) {
        for (index, Setting { key, value }) in self.found.iter().enumerate() {
            if !KEYS.contains(&key.text.as_str()) {
                self.tell_unknown(key);
                continue;
            }
            let earlier = self.found.iter().take(index);
            if let Some(first) = earlier.into_iter().find(|other| other.key.text == key.text) {
                let name = safe_line(&key.text);
                let line = first.key.place.line;
                let message = message!(
                    "'{name}' stands here a second time",
                    "같은 키가 또 있습니다: '{name}'"
                );
                let help = message!(
                    "remove it, or the one on line {line}",
                    "이것이나 {line}번째 줄의 것을 지우세요"
                );
                self.tell("duplicate-key", key.place, message, help);
            }
            self.check_value(key, value);
        }
    }

    fn tell_unknown(&mut self, key: &Spot) {
        let name = safe_line(&key.text);
        let message = message!("unknown key '{name}'", "알 수 없는 키: '{name}'");
        let help = match suggest(&key.text, KEYS.into_iter()) {
            Some(near) => message!("did you mean '{near}'?", "'{near}'인가요?"),
            None => message!("the keys are {}", "쓸 수 있는 키: {}", KEYS.join(", ")),
        };
        self.tell("unknown-key", key.place, message, help);
    }

    /// A list where one value belongs, or the other way round.
    fn check_value(&mut self, key: &Spot, value: &Value) {
        let name = safe_line(&key.text);
        let list = LISTS.contains(&key.text.as_str());
        match value {
            Value::One(spot) if list => {
                let text = safe_line(&spot.text);
                let message = message!("'{name}' is a list", "'{name}': 목록이어야 합니다");
                let help = message!("write [{text}]", "[{text}]처럼 쓰세요");
                self.tell("not-a-list", spot.place, message, help);
            }
            Value::Several(spots) if !list => {
                let place = spots.first().map_or(key.place, |spot| spot.place);
                let message = message!(
                    "'{name}' has one value, not a list",
                    "'{name}': 목록이 아니라 값 하나여야 합니다"
                );
                let help = message!("write one value", "값 하나를 쓰세요");
                self.tell("not-a-value", place, message, help);
            }
            Value::Nested(place) => {
                let message = message!(
                    "'{name}' holds keys, lists or aliases",
                    "'{name}': 키나 목록, 별칭이 들어 있습니다"
                );
                let help = if list {
                    message!("write a flat list", "한 겹 목록으로 쓰세요")
                } else {
                    message!("write one value", "값 하나를 쓰세요")
                };
                self.tell("not-a-value", *place, message, help);
            }
            _ => {}
        }
    }

    /// The scan let it pass, so this is about what only `serde_yaml` minds.
    fn not_read(&self, error: &serde_yaml::Error) -> Diagnostic {
        let place = error.location().map_or(
            Place {
                line: 1,
                column: 1,
                length: 1,
            },
            |at| Place {
                line: at.line().max(1),
                column: at.column().max(1),
                length: 1,
            },
        );
        Diagnostic {
            code: "not-yaml",
            severity: Severity::Error,
            path: self.path.to_owned(),
            place,
            message: message!(
                "the settings can't be read: {}",
                "설정을 읽을 수 없습니다: {}",
                safe_line(&error.to_string())
            ),
            help: Some(message!(
                "write one 'key: value' a line",
                "한 줄에 'key: value' 하나씩 쓰세요"
            )),
        }
    }

    fn tell(&mut self, code: &'static str, place: Place, message: Message, help: Message) {
        self.wrong.push(Diagnostic {
            code,
            severity: Severity::Error,
            path: self.path.to_owned(),
            place,
            message,
            help: Some(help),
        });
    }

    /// Where the value of `key` stands (its `item` if it is a list).
    fn place(&self, key: &str, item: usize) -> Place {
        let setting = self.found.iter().find(|setting| setting.key.text == key);
        match setting.map(|setting| &setting.value) {
            Some(Value::One(Spot { place, .. })) => *place,
            Some(Value::Several(spots)) => {
                spots.get(item).map(|spot| spot.place).unwrap_or_default()
            }
            _ => setting.map(|setting| setting.key.place).unwrap_or_default(),
        }
    }

    /// Reads one value, or tells what is wrong with it.
    fn one<T>(
        &mut self,
        key: &str,
        text: Option<String>,
        read: impl Fn(&str) -> Result<T, Message>,
    ) -> Option<T> {
        let text = text?;
        match read(text.trim()) {
            Ok(value) => Some(value),
            Err(help) => {
                let message = message!(
                    "'{}' can't be '{key}'",
                    "'{}': '{key}'에 쓸 수 없는 값입니다",
                    safe_line(&text)
                );
                self.tell("bad-value", self.place(key, 0), message, help);
                None
            }
        }
    }

    fn several<T>(
        &mut self,
        key: &str,
        texts: Option<Vec<String>>,
        read: impl Fn(&str) -> Result<T, Message>,
    ) -> Option<Vec<T>> {
        let mut values = Vec::new();
        for (item, text) in texts?.into_iter().enumerate() {
            match read(text.trim()) {
                Ok(value) => values.push(value),
                Err(help) => {
                    let message = message!(
                        "'{}' can't be one of '{key}'",
                        "'{}': '{key}' 목록에 쓸 수 없는 값입니다",
                        safe_line(&text)
                    );
                    self.tell("bad-value", self.place(key, item), message, help);
                }
            }
        }
        Some(values)
    }

    fn lift(&mut self, file: File, user_home: Option<&Path>) -> Settings {
        let default = Settings::default();
        let folder = self.path.parent().unwrap_or(Path::new("")).to_owned();
        let deck_path = |text: &str| deck_path(text, &folder, user_home);
        let language = |text: &str| text.parse::<Lang>().map_err(|_| choices(&["en", "ko"]));
        let a_day = |text: &str| whole(text, 0, 9999);
        Settings {
            lang: self.one("lang", file.lang, language),
            study_lang: self.one("study_lang", file.study_lang, language),
            theme: self.one("theme", file.theme, theme).unwrap_or_default(),
            retention: self.one("retention", file.retention, retention),
            new_per_day: self
                .one("new_per_day", file.new_per_day, a_day)
                .unwrap_or(default.new_per_day),
            reviews_per_day: self
                .one("reviews_per_day", file.reviews_per_day, a_day)
                .unwrap_or(default.reviews_per_day),
            learning_steps: self.several("learning_steps", file.learning_steps, step),
            relearning_steps: self.several("relearning_steps", file.relearning_steps, step),
            maximum_interval: self.one("maximum_interval", file.maximum_interval, |text| {
                whole(text, 1, 36_500)
            }),
            learn_ahead: self
                .one("learn_ahead", file.learn_ahead, learn_ahead)
                .unwrap_or(default.learn_ahead),
            turnover: self
                .one("turnover", file.turnover, turnover)
                .unwrap_or(default.turnover),
            review_order: self
                .one("review_order", file.review_order, review_order)
                .unwrap_or_default(),
            new_order: self
                .one("new_order", file.new_order, new_order)
                .unwrap_or_default(),
            decks: self
                .several("decks", file.decks, deck_path)
                .unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]

    use proptest::prelude::*;

    use super::super::Theme;
    use super::*;
    use crate::deck::Step;
    use crate::schedule::{NewOrder, ReviewOrder};

    fn read(text: &str) -> Result<Settings, Vec<Diagnostic>> {
        let home = Path::new("/home/learner");
        super::read(
            Path::new("/etc/dateline/config.yaml"),
            text.as_bytes(),
            Some(home),
        )
    }

    #[test]
    fn every_key() {
        let settings = read(concat!(
            "lang: ko\nstudy_lang: en\ntheme: dark\nretention: 0.92\nnew_per_day: 5\n",
            "reviews_per_day: 0\nmaximum_interval: 365\nturnover: 03:30\n",
            "review_order: retrievability\nnew_order: deck\n",
            "decks: [~/news, more/decks, /srv/decks]\n",
        ))
        .unwrap();
        let expected = Settings {
            lang: Some(Lang::Ko),
            study_lang: Some(Lang::En),
            theme: Theme::Dark,
            retention: Some(0.92),
            new_per_day: 5,
            reviews_per_day: 0,
            maximum_interval: Some(365),
            turnover: 210,
            review_order: ReviewOrder::Retrievability,
            new_order: NewOrder::Deck,
            decks: vec![
                "/home/learner/news".into(),
                "/etc/dateline/more/decks".into(),
                "/srv/decks".into(),
            ],
            ..Settings::default()
        };
        assert_eq!(settings, expected);
    }

    #[test]
    fn steps() {
        let settings =
            read("learning_steps: [1m, 1h]\nrelearning_steps: []\nlearn_ahead: 5m\n").unwrap();
        let step = |seconds| Step { seconds };
        assert_eq!(settings.learning_steps, Some(vec![step(60), step(3600)]));
        assert_eq!(settings.relearning_steps, Some(vec![]));
        assert_eq!(settings.learn_ahead, 300);
    }

    #[test]
    fn nothing_is_the_defaults() {
        for text in [
            "",
            "\n",
            "# nothing\n",
            "---\n",
            "~",
            "\u{feff}",
            "retention:\nlang: ~\n",
            "{}",
        ] {
            assert_eq!(read(text), Ok(Settings::default()), "{text:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let rows = [
            (
                "retentoin: 0.9\n",
                "1:1: error[unknown-key]: unknown key 'retentoin'; did you mean 'retention'?",
            ),
            (
                "lang: en\nneworder: deck\n",
                "2:1: error[unknown-key]: unknown key 'neworder'; did you mean 'new_order'?",
            ),
            (
                "colour: red\n",
                "1:1: error[unknown-key]: unknown key 'colour'; the keys are lang,",
            ),
            (
                "lang: en\nlang: ko\n",
                "2:1: error[duplicate-key]: 'lang' stands here a second time; remove it, or the one on line 1",
            ),
            (
                "# 설정\nlang: de\n",
                "2:7: error[bad-value]: 'de' can't be 'lang'; use en or ko",
            ),
            (
                "retention: 90\n",
                "1:12: error[bad-value]: '90' can't be 'retention'; use a share",
            ),
            ("retention: .nan\n", "1:12: error[bad-value]"),
            (
                "new_per_day: -1\n",
                "1:14: error[bad-value]: '-1' can't be 'new_per_day'; use a whole number from 0 to 9999",
            ),
            ("maximum_interval: 0\n", "1:19: error[bad-value]"),
            (
                "turnover: 4\n",
                "1:11: error[bad-value]: '4' can't be 'turnover'; use a time of day such as \"04:00\"",
            ),
            ("turnover: \"24:00\"\n", "1:11: error[bad-value]"),
            (
                "theme: blue\n",
                "1:8: error[bad-value]: 'blue' can't be 'theme'; use auto, dark or light",
            ),
            ("review_order: newest\n", "1:15: error[bad-value]"),
            (
                "decks: ~/news\n",
                "1:8: error[not-a-list]: 'decks' is a list; write [~/news]",
            ),
            ("decks: [a, '']\n", "1:12: error[bad-value]"),
            (
                "lang: [en]\n",
                "1:8: error[not-a-value]: 'lang' has one value, not a list",
            ),
            ("lang: { en: 1 }\n", "1:7: error[not-a-value]"),
            ("decks: [[a]]\n", "1:8: error[not-a-value]"),
            ("- lang\n", "1:1: error[not-a-mapping]"),
            ("lang\n", "1:1: error[not-a-mapping]"),
            ("lang: en\n---\nlang: ko\n", "2:1: error[second-document]"),
            ("lang: [en\n", "error[not-yaml]"),
            ("lang: \"en\n", "error[not-yaml]"),
        ];
        for (text, expected) in rows {
            let wrong = read(text).unwrap_err();
            for told in &wrong {
                told.message.assert_alike();
                told.help.iter().for_each(Message::assert_alike);
            }
            let told = wrong[0].to_string();
            assert!(told.starts_with("/etc/dateline/config.yaml:"), "{told}");
            assert!(told.contains(expected), "{text:?}: {told}");
        }
    }

    #[test]
    fn what_is_no_yaml_is_told_in_the_words_of_either_language() {
        let rows = [
            ("a: [b\n", "YAML이 아닙니다: ','나 ']'가 있어야 합니다"),
            (
                "a: b: c\n",
                "YAML이 아닙니다: 여기에는 '키: 값'이 올 수 없습니다",
            ),
            (
                "a: \"b\n",
                "YAML이 아닙니다: 닫히지 않은 따옴표나 괄호가 있습니다",
            ),
        ];
        for (text, korean) in rows {
            let wrong = read(text).unwrap_err();
            let message = &wrong[0].message;
            assert_eq!(message.says(Lang::Ko), korean);
            let english = message.says(Lang::En);
            assert!(english.starts_with("this is no YAML: "), "{english}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let wrong = read("lang: de\ntheme: blue\nretention: 2\n").unwrap_err();
        assert_eq!(wrong.len(), 3);
    }

    #[test]
    fn bytes_that_are_no_text() {
        let wrong = super::read(Path::new("config.yaml"), b"lang: en\n\xff\n", None).unwrap_err();
        assert_eq!(
            wrong[0].to_string().split(": ").next(),
            Some("config.yaml:2:1")
        );
        let wrong =
            super::read(Path::new("config.yaml"), &vec![b'#'; 1_000_000], None).unwrap_err();
        assert_eq!(wrong[0].code, "too-large");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn no_file_panics(text in "(lang|decks|retention|[a-z:\\[\\]{},&*#!|>~'\"\\- \n\t0-9한]){0,40}") {
            let _ = read(&text);
        }
    }
}
