//! `dateline watch [PATH…] [--against [SOURCE=]ARTICLE]`

use super::against::{Articles, articles, settled};
use super::arguments::WatchArguments;
use super::check::{library, named, today, usual};
use super::learner::Learner;
use super::{Failure, Global, Setup, Status};
use crate::author::{Setting, check};
use crate::message;
use crate::tui::watch::{Author, watch};

/// Shows the decks at `paths`, or else at `--decks`, or else the current ones,
/// beside what is wrong in them, until the author quits. Writes nothing.
pub(super) fn run(global: &Global, arguments: &WatchArguments) -> Result<Status, Failure> {
    let setup = Setup::new(global)?;
    let mut places = named(global, &arguments.paths)?;
    if places.is_empty() {
        places = usual(&setup.place, &setup.settings);
        // Where no deck was put yet there is nothing to watch.
        places.retain(|place| place.exists());
    }
    let first = library(&places);
    if first.files.is_empty() && first.diagnostics.is_empty() {
        return Err(Failure::Message(message!(
            "there is no deck to watch; name a deck file, or begin one with `dateline new NAME`",
            "지켜볼 덱이 없습니다; 덱 파일을 지정하거나 `dateline new NAME`으로 시작하세요"
        )));
    }
    let mut read = Articles::new(&arguments.against)?;
    // What is wrong with them is told before the screen is taken.
    let known = articles(&arguments.against)?;
    if !known.is_empty() {
        let setting = Setting {
            today: today()?,
            articles: &known,
            ..Setting::default()
        };
        settled(&known, &check(&first.files, &setting, &|| ()))?;
    }
    let learner = Learner::of(&first.files, setup.lang);
    let (clock, lang) = (setup.clock.clone(), setup.lang);
    let found = places.clone();
    places.extend(read.files());
    let author = Author {
        find: Box::new(move || library(&found)),
        articles: Box::new(move || {
            let again = read.again().map_err(|failure| failure.says(lang));
            again.transpose()
        }),
        flags: learner.flags,
        histories: learner.histories,
        now: Box::new(move || clock.now()),
        clock: setup.settings.study_clock(setup.clock.zone().clone()),
    };
    watch(author, &places, setup.manner())?;
    Ok(Status::Done)
}
