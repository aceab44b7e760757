//! The file as keys and values with their places, before anyone asks what
//! they mean.

use std::path::Path;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span};

use crate::deck::yaml::no_yaml;
use crate::deck::{Diagnostic, Place, Severity};
use crate::message;
use crate::text::Message;

/// Largest file that is read, in bytes.
const MAX_BYTES: usize = 256 * 1024;

/// A key with what was set.
#[derive(Debug, PartialEq)]
pub(super) struct Setting {
    pub key: Spot,
    pub value: Value,
}

/// A scalar as it was spelled, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot {
    pub text: String,
    pub place: Place,
}

/// What a key was set to.
#[derive(Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing: as if the key were not there.
    Unset,
    One(Spot),
    Several(Vec<Spot>),
    /// A mapping, or lists in lists: no setting is one.
    Nested(Place),
}

/// Reads the bytes of the file at `path` into its settings.
pub(super) fn scan(path: &Path, bytes: &[u8]) -> Result<Vec<Setting>, Diagnostic> {
    let wrong = |code, place, message: Message, help: Message| Diagnostic {
        code,
        severity: Severity::Error,
        path: path.to_owned(),
        place,
        message,
        help: Some(help),
    };
    let top = Place {
        line: 1,
        column: 1,
        length: 1,
    };
    if bytes.len() > MAX_BYTES {
        let message = message!(
            "the settings are {} KB long",
            "설정 파일이 {} KB나 됩니다",
            bytes.len() / 1024
        );
        let help = message!("is this another file?", "다른 파일이 아닌가요?");
        return Err(wrong("too-large", top, message, help));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let line = bytes
                .iter()
                .take(error.valid_up_to())
                .filter(|&&b| b == b'\n')
                .count();
            let place = Place {
                line: line + 1,
                ..top
            };
            let message = message!("the settings are not UTF-8", "설정 파일이 UTF-8이 아닙니다");
            let help = message!("save the file as UTF-8", "파일을 UTF-8로 저장하세요");
            return Err(wrong("not-utf8", place, message, help));
        }
    };
    let keys = || {
        message!(
            "write one 'key: value' a line",
            "한 줄에 'key: value' 하나씩 쓰세요"
        )
    };
    let not_yaml = |error: ScanError| {
        let place = point(*error.marker(), 1);
        wrong("not-yaml", place, no_yaml(&error), keys())
    };
    let not_a_mapping = |place| {
        let message = message!(
            "the settings are not keys with values",
            "설정은 키와 값으로 적어야 합니다"
        );
        wrong("not-a-mapping", place, message, keys())
    };

    let mut events = Events {
        parser: Parser::new_from_str(text),
    };
    let mut settings = Vec::new();
    loop {
        match events.next().map_err(not_yaml)? {
            None | Some((Event::StreamEnd, _)) => return Ok(settings),
            Some((Event::MappingStart(..), _)) => break,
            Some((Event::Scalar(text, style, ..), span)) => {
                if !is_unset(&text, style) {
                    return Err(not_a_mapping(place(span)));
                }
            }
            Some((Event::SequenceStart(..) | Event::Alias(_), span)) => {
                return Err(not_a_mapping(place(span)));
            }
            Some(_) => {}
        }
    }
    loop {
        let key = match events.next().map_err(not_yaml)? {
            Some((Event::Scalar(text, ..), span)) => Spot {
                text: text.into_owned(),
                place: place(span),
            },
            Some((Event::MappingEnd, _)) | None => break,
            Some((_, span)) => return Err(not_a_mapping(place(span))),
        };
        let value = events.value().map_err(not_yaml)?;
        settings.push(Setting { key, value });
    }
    loop {
        // What stands behind the mapping must be YAML too, and no second document.
        match events.next().map_err(not_yaml)? {
            None | Some((Event::StreamEnd, _)) => return Ok(settings),
            Some((Event::DocumentStart(_), span)) => {
                let message = message!(
                    "a second document begins here",
                    "여기서 두 번째 문서가 시작됩니다"
                );
                let help = message!(
                    "remove the '---' and what follows",
                    "'---'와 그 뒤를 지우세요"
                );
                return Err(wrong("second-document", place(span), message, help));
            }
            Some(_) => {}
        }
    }
}

struct Events<'text> {
    parser: Parser<'text, saphyr_parser::StrInput<'text>>,
}

impl<'text> Events<'text> {
    fn next(&mut self) -> Result<Option<(Event<'text>, Span)>, ScanError> {
        self.parser.next_event().transpose()
    }

    fn value(&mut self) -> Result<Value, ScanError> {
        let Some((event, span)) = self.next()? else {
            return Ok(Value::Unset);
        };
        Ok(match event {
            Event::Scalar(text, style, ..) if is_unset(&text, style) => Value::Unset,
            Event::Scalar(text, ..) => Value::One(Spot {
                text: text.into_owned(),
                place: place(span),
            }),
            Event::SequenceStart(..) => self.several(place(span))?,
            Event::MappingStart(..) => {
                self.skip()?;
                Value::Nested(place(span))
            }
            _ => Value::Nested(place(span)),
        })
    }

    fn several(&mut self, start: Place) -> Result<Value, ScanError> {
        let mut spots = Vec::new();
        let mut nested = false;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::SequenceEnd => break,
                Event::Scalar(text, ..) => spots.push(Spot {
                    text: text.into_owned(),
                    place: place(span),
                }),
                Event::SequenceStart(..) | Event::MappingStart(..) => {
                    nested = true;
                    self.skip()?;
                }
                _ => nested = true,
            }
        }
        Ok(if nested {
            Value::Nested(start)
        } else {
            Value::Several(spots)
        })
    }

    /// To the end of what has just begun.
    fn skip(&mut self) -> Result<(), ScanError> {
        let mut depth = 1usize;
        while depth > 0 {
            match self.next()? {
                Some((Event::SequenceStart(..) | Event::MappingStart(..), _)) => depth += 1,
                Some((Event::SequenceEnd | Event::MappingEnd, _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }
}

fn is_unset(text: &str, style: ScalarStyle) -> bool {
    style == ScalarStyle::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn place(span: Span) -> Place {
    point(span.start, span.len())
}

fn point(mark: Marker, length: usize) -> Place {
    Place {
        line: mark.line(),
        column: mark.col() + 1,
        length: length.max(1),
    }
}
