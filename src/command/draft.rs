//! `dateline draft ARTICLE`

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::arguments::DraftArguments;
use super::check::today;
use super::setup::{color, spoken};
use super::{Failure, Global, Status, report};
use crate::author::against::{Article, sources};
use crate::author::draft::{Wish, draft};
use crate::author::{self, Setting};
use crate::deck::{DeckFile, DeckOptions, Origin, Severity};
use crate::message;
use crate::text::{Message, safe_line};

/// No article and no answer is longer, in bytes.
const LONGEST: u64 = 20_000_000;

/// Prints the deck that an article makes, or that the author's program makes of
/// it; what is wrong with that goes to standard error.
pub(super) fn run(
    global: &Global,
    arguments: &DraftArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let article = article(&arguments.article)?;
    if !article.chars().any(char::is_alphanumeric) {
        return Err(Failure::Message(message!(
            "there is nothing to read in the article {}; name a file of text, Markdown or HTML",
            "{}: 기사에 읽을 것이 없습니다; 텍스트, Markdown, HTML 파일을 지정하세요",
            safe_line(&arguments.article.display().to_string())
        )));
    }
    let Some(with) = &arguments.with else {
        let wish = Wish {
            name: arguments.name.clone(),
            date: None,
            comments: Some(spoken(global)),
        };
        out.write_all(draft(&article, &wish).as_bytes())?;
        return Ok(Status::Done);
    };
    let deck = answer(with, &article)?;
    out.write_all(&deck)?;
    let path = PathBuf::from("draft.yaml");
    // There is one article, whatever sources the answer makes of it.
    let sources = match sources(&path, &deck) {
        several if several.len() > 1 => several.into_iter().map(Some).collect(),
        _ => vec![None],
    };
    let file = DeckFile {
        origin: Origin::File(path.clone()),
        path,
        name: None,
        bytes: Ok(deck.clone()),
        options: DeckOptions::default(),
    };
    let articles = sources.into_iter();
    let articles = articles.map(|source| Article::new(source, &arguments.article, &article));
    let articles: Vec<Article> = articles.collect();
    let setting = Setting {
        today: today()?,
        articles: &articles,
        ..Setting::default()
    };
    let files = [file];
    let lang = spoken(global);
    let mut wrong = false;
    let source = report::Source::of(&deck);
    for told in author::check(&files, &setting, &|| {})
        .iter()
        .flat_map(|file| &file.diagnostics)
    {
        wrong |= told.severity == Severity::Error;
        report::human(told, Some(&source), color(global), lang, &mut io::stderr())?;
    }
    Ok(if wrong { Status::Found } else { Status::Done })
}

/// The text of an article; of `-` standard input.
fn article(path: &Path) -> Result<String, Failure> {
    let told = |error: io::Error| {
        Failure::Message(message!(
            "can't read the article {}: {error}; name a file of text, Markdown or HTML, or - for standard input",
            "{}: 기사를 읽을 수 없습니다({error}); 텍스트, Markdown, HTML 파일이나, 표준 입력이면 -를 지정하세요",
            safe_line(&path.display().to_string())
        ))
    };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        let mut input = io::stdin().lock().take(LONGEST);
        input.read_to_end(&mut bytes).map_err(told)?;
    } else {
        let file = std::fs::File::open(path).map_err(told)?;
        file.take(LONGEST).read_to_end(&mut bytes).map_err(told)?;
    }
    String::from_utf8(bytes).map_err(|_| {
        Failure::Message(message!(
            "the article {} is not in UTF-8; save it as such",
            "{}: 기사가 UTF-8이 아닙니다; UTF-8로 저장하세요",
            safe_line(&path.display().to_string())
        ))
    })
}

/// A deck out of the fence that language models put around code, if it is in one.
fn unfenced(answer: Vec<u8>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(&answer) else {
        return answer;
    };
    let is_fence = |line: &&str| line.trim_start().starts_with("```");
    let mut lines = text.split_inclusive('\n');
    // A fence within a deck is of one of its texts.
    let mut above = lines.by_ref().take_while(|line| !is_fence(line));
    if above.any(|line| line.starts_with("deck:")) {
        return answer;
    }
    let within: String = lines.take_while(|line| !is_fence(line)).collect();
    if within.is_empty() {
        return answer;
    }
    within.into_bytes()
}

/// What the author's program answers to an article. No shell reads the command.
fn answer(with: &str, article: &str) -> Result<Vec<u8>, Failure> {
    let told =
        |why: Message| Failure::Message(why.map(|why| format!("'{}' {why}", safe_line(with))));
    let words = shell_words::split(with).map_err(|_| {
        told(message!(
            "has an open quote; close it",
            "명령에 닫히지 않은 따옴표가 있습니다; 따옴표를 닫으세요"
        ))
    })?;
    let (program, arguments) = words.split_first().ok_or_else(|| {
        told(message!(
            "is no command; name a program, and behind it what it takes",
            "명령이 아닙니다; 프로그램과 그 인수를 쓰세요"
        ))
    })?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| {
            told(message!(
                "can't be started: {error}; name a program that is on your PATH, or its file",
                "명령을 시작할 수 없습니다: {error}; PATH에 있는 프로그램이나 그 파일을 지정하세요"
            ))
        })?;
    let input = child.stdin.take();
    let text = article.to_owned();
    // It may answer before it has read all.
    let writer = std::thread::spawn(move || {
        if let Some(mut input) = input {
            let _ = input.write_all(text.as_bytes());
        }
    });
    let mut answer = Vec::new();
    if let Some(output) = child.stdout.take() {
        output.take(LONGEST + 1).read_to_end(&mut answer)?;
    }
    if answer.len() as u64 > LONGEST {
        child.kill()?;
        child.wait()?;
        return Err(told(message!(
            "answers with more than any deck has; let it print one deck and end",
            "명령의 답이 어떤 덱보다도 깁니다; 덱 하나만 출력하고 끝나게 하세요"
        )));
    }
    let status = child.wait()?;
    let _ = writer.join();
    if status.success() {
        Ok(unfenced(answer))
    } else {
        Err(told(message!(
            "ended with {status}; run it on the article by itself to see why, or leave --with out",
            "명령이 오류로 끝났습니다: {status}; 까닭을 보려면 기사를 주고 따로 실행해 보거나, --with를 빼세요"
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deck_is_taken_out_of_its_fence() {
        let deck = "deck: d\ncards: []\n";
        for (answer, expected) in [
            (deck.to_owned(), deck),
            (format!("```yaml\n{deck}```\n"), deck),
            (format!("Here you are:\n\n```\n{deck}```\nEnjoy."), deck),
            (format!("```yaml\n{deck}"), deck),
            ("Sorry.\n".to_owned(), "Sorry.\n"),
        ] {
            let found = unfenced(answer.clone().into_bytes());
            assert_eq!(String::from_utf8_lossy(&found), expected, "{answer}");
        }
        let fenced =
            "deck: d\ncards:\n- id: c\n  ask: |\n    What?\n    ```\n    let x;\n    ```\n";
        assert_eq!(unfenced(fenced.as_bytes().to_vec()), fenced.as_bytes());
    }
}
