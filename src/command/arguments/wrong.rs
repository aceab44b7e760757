//! What is wrong with a command line that could not be read, in both languages.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Arguments;
use crate::message;
use crate::text::{Lang, Message, suggest};

/// Why a value is none of its argument: a sentence of ours.
#[derive(Debug, Clone)]
pub(super) struct NoValue(pub Message);

impl Display for NoValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.says(Lang::En))
    }
}

impl Error for NoValue {}

/// What is wrong, and what to do next; of what no rule of ours can raise, what
/// clap says.
pub(super) fn told(error: &clap::Error) -> Message {
    if let Some(message) = value(error) {
        return message;
    }
    let Some(what) = line(error) else {
        let told = error.render().to_string();
        return Message::same(told.strip_prefix("error: ").unwrap_or(&told).trim_end());
    };
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => String::new(),
    };
    let usage = usage.trim().trim_start_matches("Usage: ");
    let more = message!(
        "Usage: {usage}\n\nFor more information, try '--help'.",
        "사용법: {usage}\n\n'--help'를 붙이면 자세히 볼 수 있습니다."
    );
    Message::each(|lang| format!("{}\n\n{}", what.says(lang), more.says(lang)))
}

/// Of a value that its argument does not take.
fn value(error: &clap::Error) -> Option<Message> {
    let argument = text(error, ContextKind::InvalidArg)?;
    let value = text(error, ContextKind::InvalidValue)?;
    let what = match error.kind() {
        ErrorKind::ValueValidation => match error.source()?.downcast_ref() {
            Some(NoValue(message)) => message.clone(),
            None => return None,
        },
        ErrorKind::InvalidValue => {
            let known = texts(error, ContextKind::ValidValue);
            let next = meant(value, known.iter().map(String::as_str)).or_else(|| {
                let all = known.join(", ");
                Some(match (known.as_slice(), value) {
                    ([], "") => message!("write one behind it", "그 뒤에 쓰세요"),
                    ([], _) => return None,
                    _ => message!("use one of {all}", "{all} 중 하나를 쓰세요"),
                })
            });
            let what = match value {
                "" => message!("a value is missing", "값이 빠졌습니다"),
                value => message!("there is no '{value}'", "그런 값은 없습니다: '{value}'"),
            };
            and(what, next)
        }
        ErrorKind::TooManyValues => message!(
            "it takes no value '{value}'; leave that out",
            "값 '{value}': 받지 않는 값입니다; 빼고 쓰세요"
        ),
        _ => return None,
    };
    Some(what.map(|what| format!("{argument}: {what}")))
}

/// Of a line whose words do not go together.
fn line(error: &clap::Error) -> Option<Message> {
    let argument = text(error, ContextKind::InvalidArg);
    Some(match error.kind() {
        ErrorKind::UnknownArgument => {
            let argument = argument?;
            let near = meant(argument, text(error, ContextKind::SuggestedArg).into_iter());
            let is_value = argument.starts_with('-') && error.get(ContextKind::Suggested).is_some();
            let next = near.or_else(|| {
                is_value.then(|| {
                    message!(
                        "if it is a value, write '-- {argument}'",
                        "값이라면 '-- {argument}'처럼 쓰세요"
                    )
                })
            });
            let what = message!(
                "unexpected argument '{argument}'",
                "모르는 인수입니다: '{argument}'"
            );
            and(what, next)
        }
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand)?;
            let whole = Arguments::command_line();
            let next = meant(name, whole.get_subcommands().map(clap::Command::get_name));
            and(
                message!(
                    "there is no command '{name}'",
                    "그런 명령은 없습니다: '{name}'"
                ),
                next,
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = texts(error, ContextKind::InvalidArg).join(" ");
            message!(
                "this is missing: {missing}",
                "빠진 것이 있습니다: {missing}"
            )
        }
        ErrorKind::ArgumentConflict => {
            let argument = argument?;
            let others = texts(error, ContextKind::PriorArg);
            match others.as_slice() {
                [one] if one == argument => message!(
                    "'{argument}' may be given once only",
                    "'{argument}': 한 번만 쓸 수 있습니다"
                ),
                others => {
                    let others: Vec<String> =
                        others.iter().map(|other| format!("'{other}'")).collect();
                    let others = others.join(", ");
                    message!(
                        "'{argument}' can't be used with {others}",
                        "'{argument}': 함께 쓸 수 없습니다: {others}"
                    )
                }
            }
        }
        ErrorKind::InvalidUtf8 => message!(
            "an argument is not in UTF-8",
            "UTF-8이 아닌 인수가 있습니다"
        ),
        _ => return None,
    })
}

fn and(what: Message, next: Option<Message>) -> Message {
    next.map_or(what.clone(), |next| what.and(&next))
}

/// The one that was probably meant.
fn meant<'w>(word: &str, among: impl Iterator<Item = &'w str>) -> Option<Message> {
    let near = suggest(word, among)?;
    Some(message!("did you mean '{near}'?", "'{near}'인가요?"))
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text),
        _ => None,
    }
}

/// One text or several.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
