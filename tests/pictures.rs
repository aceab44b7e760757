//! The README's pictures: drawn from the screens of the program as it is, and
//! held against the files in `docs`. `UPDATE_PICTURES=1 cargo test --test
//! pictures` draws them anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod terminal;

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use terminal::Terminal;

const DATELINE: &str = env!("CARGO_BIN_EXE_dateline");

/// The size of a cell, in the picture's units.
const CELL: (usize, usize) = (10, 20);
const PAPER: &str = "#16181d";
const INK: &str = "#d7dae0";

#[test]
fn the_pictures_are_the_current_screens() {
    let home = tempfile::tempdir().unwrap();
    remember(home.path());
    let single = tempfile::tempdir().unwrap();
    due(single.path(), "patents.china");
    let study = |lang: &'static str| {
        let mut args = vec!["--lang", lang, "--decks"];
        let deck = concat!(env!("CARGO_MANIFEST_DIR"), "/decks/deepseek-shock.yaml");
        args.extend([deck, "study", "--new", "0"]);
        Terminal::run(DATELINE, &args, single.path(), 100, 26)
    };

    let terminal = Terminal::run(DATELINE, &["--lang", "en"], home.path(), 100, 26);
    terminal.wait_last("q quit");
    picture("home", &terminal);

    let mut terminal = study("en");
    terminal.wait("generative-AI patents");
    terminal.press("38만");
    terminal.wait("38만");
    picture("question", &terminal);
    terminal.press("\r");
    terminal.wait("38,210");
    picture("verdict", &terminal);

    let mut terminal = study("ko");
    terminal.wait("생성 AI 특허");
    terminal.press("4만\r");
    terminal.wait("3만 8,210건");
    picture("korean", &terminal);
}

#[test]
fn the_picture_of_a_quiz_is_the_current_screen() {
    let home = tempfile::tempdir().unwrap();
    let args = ["--lang", "en", "quiz", "deepseek-shock", "--seed", "21"];
    let terminal = Terminal::run(DATELINE, &args, home.path(), 100, 26);
    terminal.wait("What yearly growth");
    picture("quiz", &terminal);
}

#[test]
fn the_picture_of_the_form_is_the_current_screen() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::run(DATELINE, &["--lang", "en"], home.path(), 100, 30);
    terminal.wait_last("q quit");
    terminal.press("a");
    terminal.wait_last("esc cancel");
    // A figure to type, three kinds on from what is recalled.
    terminal.press("\x1b[A\x1b[C\x1b[C\x1b[C\t");
    terminal.press("What does DeepSeek say its model cost?\t");
    terminal.press("딥시크가 밝힌 모델 개발 비용은?\t{cost.usd}");
    terminal.wait("what-does-deepseek-say-its-model");
    terminal.wait("correct");
    picture("form", &terminal);
}

/// Weeks of study, so that there is something to see: each day a card or two
/// is begun, and comes back after three days; some wait for their next review.
fn remember(home: &Path) {
    let cards = [
        "hle.r1",
        "r1-date",
        "sputnik-said",
        "cost.usd",
        "gpus.wang",
        "roose",
        "tigers",
        "state",
        "qwen-date",
        "companies.china",
        "itif",
        "game-rules",
        "formula",
        "market.2023",
        "limits",
        "who-said",
        "model-makers",
        "trailer",
        "valuations",
        "frightening",
        "claims",
        "people",
    ];
    for (index, card) in cards.iter().enumerate() {
        let begun = 16 + i64::try_from(index).unwrap();
        for (days, minutes) in [(0, 0), (0, 15), (3, 5), (12, 10)] {
            let at = moment(begun + days, minutes);
            let waits = index % 3 == 0 && days == 12;
            if !waits && at.as_str() < "2025-02-10" {
                let rating = if index % 7 == 3 && days == 12 {
                    "again"
                } else {
                    "good"
                };
                review(home, card, &at, rating);
            }
        }
    }
}

/// The `day`th day of 2025, a few minutes past nine.
fn moment(day: i64, minutes: i64) -> String {
    let begin: jiff::Timestamp = "2025-01-01T09:00:00Z".parse().unwrap();
    (begin
        + jiff::SignedDuration::from_hours(24 * (day - 1))
        + jiff::SignedDuration::from_mins(minutes))
    .to_string()
}

/// One card that is due and no other.
fn due(home: &Path, card: &str) {
    for at in [
        "2025-01-20T09:00:00Z",
        "2025-01-20T09:15:00Z",
        "2025-01-24T09:00:00Z",
    ] {
        review(home, card, at, "good");
    }
}

fn review(home: &Path, card: &str, at: &str, rating: &str) {
    let output = Command::new(DATELINE)
        .args([
            "review",
            &format!("deepseek-shock/{card}"),
            rating,
            "--at",
            at,
            "--took",
            "9000",
        ])
        .env("DATELINE_HOME", home)
        .env("DATELINE_NOW", at)
        .env("TZ", "UTC")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// With the clock of a quiz stopped: it shows how long the test took to look.
fn stopped(drawn: &str) -> String {
    (0..60).fold(drawn.to_owned(), |drawn, second| {
        drawn.replace(&format!(">0:{second:02}<"), ">0:07<")
    })
}

/// Holds `docs/NAME.svg` against the screen, or draws it anew.
fn picture(name: &str, terminal: &Terminal) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{name}.svg"));
    let drawn = stopped(&terminal.look(svg));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == drawn,
        "docs/{name}.svg is not the current screen; draw it anew with UPDATE_PICTURES=1"
    );
}

/// A screen as a picture: runs of cells that look alike, each in its column.
fn svg(screen: &vt100::Screen) -> String {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let (width, height) = (usize::from(columns) * CELL.0, usize::from(rows) * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"'DejaVu Sans Mono', Menlo, \
         Consolas, monospace\" font-size=\"16\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAPER}\"/>\n",
        width + 2 * CELL.0,
        height + CELL.1,
    );
    for row in 0..rows {
        let mut column = 0;
        while column < columns {
            let start = column;
            let Some(first) = screen.cell(row, column) else {
                break;
            };
            let mut text = String::new();
            while let Some(cell) = screen.cell(row, column) {
                // Only plain letters advance by one column in every font.
                let alone = !cell.contents().is_ascii();
                if !alike(first, cell) || (alone && column > start) {
                    break;
                }
                text.push_str(if cell.has_contents() {
                    cell.contents()
                } else {
                    " "
                });
                column += if cell.is_wide() { 2 } else { 1 };
                if alone {
                    break;
                }
            }
            draw(&mut out, first, &text, (row, start, column));
        }
    }
    out.push_str("</svg>\n");
    out
}

fn draw(out: &mut String, cell: &vt100::Cell, text: &str, (row, from, to): (u16, u16, u16)) {
    let (x, y) = (
        (usize::from(from) + 1) * CELL.0,
        usize::from(row) * CELL.1 + CELL.1 / 2,
    );
    let width = usize::from(to - from) * CELL.0;
    let (mut ink, mut paper) = (color(cell.fgcolor(), INK), color(cell.bgcolor(), PAPER));
    if cell.inverse() {
        std::mem::swap(&mut ink, &mut paper);
    }
    if paper != PAPER {
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{paper}\"/>",
            CELL.1
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let family = if cell.is_wide() {
        " font-family=\"'Noto Sans Mono CJK KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', monospace\""
    } else {
        ""
    };
    let bold = if cell.bold() {
        " font-weight=\"bold\""
    } else {
        ""
    };
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{}\" fill=\"{ink}\"{family}{bold} textLength=\"{width}\" \
         lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{text}</text>",
        y + CELL.1 * 3 / 4,
    );
}

fn alike(one: &vt100::Cell, other: &vt100::Cell) -> bool {
    one.fgcolor() == other.fgcolor()
        && one.bgcolor() == other.bgcolor()
        && one.bold() == other.bold()
        && one.inverse() == other.inverse()
}

fn color(color: vt100::Color, default: &str) -> String {
    match color {
        vt100::Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => default.to_owned(),
    }
}
