//! What each setting may be: its value, or what to write instead.

use std::path::{Path, PathBuf};

use super::Theme;
use crate::deck::Step;
use crate::message;
use crate::schedule::{NewOrder, ReviewOrder};
use crate::text::Message;

/// That one of these is meant.
pub(super) fn choices(names: &[&str]) -> Message {
    let (last, others) = names.split_last().unwrap_or((&"", &[]));
    let (others, all) = (others.join(", "), names.join(", "));
    message!("use {others} or {last}", "{all} 중 하나를 쓰세요")
}

pub(super) fn theme(text: &str) -> Result<Theme, Message> {
    match text {
        "auto" => Ok(Theme::Auto),
        "dark" => Ok(Theme::Dark),
        "light" => Ok(Theme::Light),
        _ => Err(choices(&["auto", "dark", "light"])),
    }
}

pub(super) fn review_order(text: &str) -> Result<ReviewOrder, Message> {
    match text {
        "due" => Ok(ReviewOrder::Due),
        "retrievability" => Ok(ReviewOrder::Retrievability),
        "random" => Ok(ReviewOrder::Random),
        _ => Err(choices(&["due", "retrievability", "random"])),
    }
}

pub(super) fn new_order(text: &str) -> Result<NewOrder, Message> {
    match text {
        "dateline" => Ok(NewOrder::Dateline),
        "deck" => Ok(NewOrder::Deck),
        "random" => Ok(NewOrder::Random),
        _ => Err(choices(&["dateline", "deck", "random"])),
    }
}

pub(super) fn whole(text: &str, least: u32, most: u32) -> Result<u32, Message> {
    text.parse()
        .ok()
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| {
            message!(
                "use a whole number from {least} to {most}",
                "{least}에서 {most}까지의 정수를 쓰세요"
            )
        })
}

pub(super) fn retention(text: &str) -> Result<f32, Message> {
    text.parse()
        .ok()
        .filter(|retention| (0.70..=0.99).contains(retention))
        .ok_or_else(|| {
            message!(
                "use a share from 0.70 to 0.99; 0.9 is usual",
                "0.70에서 0.99까지의 비율을 쓰세요. 보통은 0.9입니다"
            )
        })
}

pub(super) fn step(text: &str) -> Result<Step, Message> {
    text.parse::<Step>().map_err(|_| {
        message!(
            "use a time such as 1m, 10m, 1h or 1d",
            "1m, 10m, 1h, 1d처럼 시간을 쓰세요"
        )
    })
}

pub(super) fn learn_ahead(text: &str) -> Result<u32, Message> {
    if text == "0" {
        return Ok(0);
    }
    step(text)
        .ok()
        .map(|step| step.seconds)
        .filter(|&seconds| seconds <= 24 * 60 * 60)
        .ok_or_else(|| {
            message!(
                "use a time of at most a day, such as 20m, or 0",
                "하루를 넘지 않는 시간을 20m처럼 쓰거나 0을 쓰세요"
            )
        })
}

/// `04:00` in minutes after midnight.
pub(super) fn turnover(text: &str) -> Result<u16, Message> {
    let read = || {
        let (hours, minutes) = text.split_once(':')?;
        let digits = |text: &str| text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(hours) || !digits(minutes) || minutes.len() != 2 {
            return None;
        }
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
    };
    read().ok_or_else(|| {
        message!(
            "use a time of day such as \"04:00\"",
            "\"04:00\"처럼 시각을 쓰세요"
        )
    })
}

pub(super) fn deck_path(
    text: &str,
    folder: &Path,
    user_home: Option<&Path>,
) -> Result<PathBuf, Message> {
    if text.is_empty() {
        return Err(message!(
            "use the path of a file or folder",
            "파일이나 폴더의 경로를 쓰세요"
        ));
    }
    match (text.strip_prefix('~'), user_home) {
        (Some(""), Some(home)) => Ok(home.to_owned()),
        (Some(rest), Some(home)) if rest.starts_with(['/', '\\']) => {
            Ok(home.join(rest.trim_start_matches(['/', '\\'])))
        }
        _ => Ok(folder.join(text)),
    }
}
