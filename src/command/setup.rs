//! Where things are and how they are set: arguments, environment and
//! `config.yaml` brought together once.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::{Failure, Global, report, time};
use crate::clock::{Clock, DATELINE_NOW};
use crate::collection::{Collection, Place};
use crate::message;
use crate::schedule::StudyClock;
use crate::settings::Settings;
use crate::text::{Lang, Message};
use crate::tui::Manner;
use crate::tui::theme::{Theme, Tone};

/// What every command that looks at decks or the log goes by.
#[derive(Debug)]
pub struct Setup {
    /// Where the learner's data and decks are.
    pub place: Place,
    /// What the learner set.
    pub settings: Settings,
    /// The time.
    pub clock: Clock,
    /// Language of the interface.
    pub lang: Lang,
    /// Language of the cards.
    pub study_lang: Lang,
    /// Whether to use colours at all.
    pub color: bool,
    /// Whether to print data as JSON.
    pub json: bool,
}

impl Setup {
    /// From the arguments, the environment and the settings file.
    ///
    /// # Errors
    /// When the home can't be told, the settings can't be read or are wrong,
    /// or the clock is set to something that is no time.
    pub fn new(global: &Global) -> Result<Setup, Failure> {
        let folders = Folders::find()?;
        let settings = folders.settings()?;
        let clock = clock()?;
        let lang = global.lang.or(settings.lang).unwrap_or_else(locale);
        for path in &global.decks {
            exists(path)?;
        }
        Ok(Setup {
            place: Place {
                home: folders.home,
                decks: global.decks.clone(),
            },
            lang,
            study_lang: global.study_lang.or(settings.study_lang).unwrap_or(lang),
            color: color(global),
            json: global.json,
            settings,
            clock,
        })
    }

    /// How screens look and speak.
    pub fn manner(&self) -> Manner {
        let tone = Tone::of(self.settings.theme);
        Manner {
            lang: self.lang,
            study_lang: self.study_lang,
            theme: Theme::detect(tone, !self.color, |name| std::env::var(name).ok()),
        }
    }

    /// Opens the learner's collection, and tells on standard error which decks
    /// are broken: a script that counts what is due must not take the rest for all.
    ///
    /// # Errors
    /// When the home can't be opened or written.
    pub fn collection(&self) -> Result<Collection, Failure> {
        self.told(self.quiet_collection()?)
    }

    /// The same for a command that only reads: a home that can't be written is
    /// shown as it is.
    ///
    /// # Errors
    /// When the home can't be opened.
    pub fn look(&self) -> Result<Collection, Failure> {
        self.told(self.quiet_look()?)
    }

    fn told(&self, collection: Collection) -> Result<Collection, Failure> {
        // Who closed standard error does not want to know.
        let _ = report::broken(&collection, self.lang, &mut io::stderr());
        let now = self.clock.now();
        if let Some(last) = collection.ahead_of(now)? {
            let zone = self.clock.zone();
            let (now, last) = (time::short(now, zone), time::short(last, zone));
            let told = message!(
                "it is {now} by the clock, but the log goes on to {last}; set the clock right if it is wrong",
                "시계로는 {now}인데 기록은 {last}까지 있습니다; 시계가 틀렸으면 맞추세요"
            );
            let _ = writeln!(io::stderr(), "dateline: {}", told.says(self.lang));
        }
        Ok(collection)
    }

    /// Where the learner's study days begin.
    pub fn study_clock(&self) -> StudyClock {
        self.settings.study_clock(self.clock.zone().clone())
    }

    /// [`Setup::look`] for a screen, which tells what is broken itself.
    ///
    /// # Errors
    /// As [`Setup::look`].
    pub fn quiet_look(&self) -> Result<Collection, Failure> {
        Ok(Collection::look(
            &self.place,
            self.settings.clone(),
            self.study_clock(),
            self.clock.now(),
        )?)
    }

    /// [`Setup::collection`] for a screen, which tells what is broken itself.
    ///
    /// # Errors
    /// As [`Setup::collection`].
    pub fn quiet_collection(&self) -> Result<Collection, Failure> {
        Ok(Collection::open(
            &self.place,
            self.settings.clone(),
            self.study_clock(),
            self.clock.now(),
        )?)
    }
}

/// The time, for commands that need no more of all this.
pub(super) fn clock() -> Result<Clock, Failure> {
    Ok(Clock::from_value(environment(DATELINE_NOW).as_deref())?)
}

/// Whether output is coloured: a terminal reads it and nothing says no.
pub(super) fn color(global: &Global) -> bool {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = environment("TERM").is_some_and(|term| term == "dumb");
    !global.no_color && !no_color && !dumb && io::stdout().is_terminal()
}

/// A path that was named must be there.
pub(super) fn exists(path: &Path) -> Result<(), Failure> {
    path.metadata().map(drop).map_err(|error| {
        let next = match error.kind() {
            io::ErrorKind::NotFound => message!(
                "name a deck file or a folder of decks",
                "덱 파일이나 덱이 있는 폴더를 지정하세요"
            ),
            _ => message!("make it readable", "읽을 수 있게 하세요"),
        };
        let told = Message::same(format!("{}: {error}", path.display()));
        Failure::Message(told.and(&next))
    })
}

/// The folders that dateline keeps things in.
pub(super) struct Folders {
    /// Of everything it writes.
    pub home: PathBuf,
    /// Where the settings may be, in the order in which they are looked for.
    config: Vec<PathBuf>,
    /// The user's own home, for `~`.
    user: Option<PathBuf>,
}

impl Folders {
    /// `DATELINE_HOME`, or else the XDG folders.
    pub fn find() -> Result<Folders, Failure> {
        let user = etcetera::home_dir().ok();
        if let Some(home) = std::env::var_os("DATELINE_HOME").filter(|home| !home.is_empty()) {
            let home = PathBuf::from(home);
            return Ok(Folders {
                config: vec![home.join("config.yaml")],
                home,
                user,
            });
        }
        let base = etcetera::choose_base_strategy().map_err(|error| {
            Failure::Message(message!(
                "can't tell where your home folder is: {error}; set DATELINE_HOME to a folder",
                "홈 폴더가 어디인지 알 수 없습니다({error}); DATELINE_HOME을 폴더로 정하세요"
            ))
        })?;
        let home = base.data_dir().join("dateline");
        Ok(Folders {
            config: vec![
                base.config_dir().join("dateline").join("config.yaml"),
                home.join("config.yaml"),
            ],
            home,
            user,
        })
    }

    /// The settings of the first file that is there.
    pub fn settings(&self) -> Result<Settings, Failure> {
        for path in &self.config {
            match std::fs::read(path) {
                Ok(text) => {
                    return Settings::read(path, &text, self.user.as_deref())
                        .map_err(Failure::Settings);
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                // A part of the path is a file: opening the home tells of it.
                Err(error) if error.kind() == io::ErrorKind::NotADirectory => {}
                Err(error) => {
                    return Err(Failure::Message(message!(
                        "can't read the settings {}: {error}; make them readable or move them away",
                        "{}: 설정을 읽을 수 없습니다({error}); 읽을 수 있게 하거나 옮기세요",
                        path.display()
                    )));
                }
            }
        }
        Ok(Settings::default())
    }
}

fn environment(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// The language of a command that needs no home and no settings: as it is
/// asked for, as the settings say where they can be read, or the locale's.
pub(super) fn spoken(global: &Global) -> Lang {
    let set = || Folders::find().ok()?.settings().ok()?.lang;
    global.lang.or_else(set).unwrap_or_else(locale)
}

/// The locale's language if it is one of ours, else English.
pub(super) fn locale() -> Lang {
    match sys_locale::get_locale() {
        Some(locale) if locale.to_lowercase().starts_with("ko") => Lang::Ko,
        _ => Lang::En,
    }
}
