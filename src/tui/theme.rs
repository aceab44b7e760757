//! How things look: roles, not colours. A screen says what a text *is*; the
//! theme knows what that looks like on this terminal, and no role is told by
//! colour alone: without colour each still differs by weight, underline or mark.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of a screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Text to read.
    Plain,
    /// Datelines, hints, what may be overlooked.
    Dim,
    /// Where one is, what can be pressed.
    Accent,
    /// A title, and the number that matters most: plain, but bold.
    Title,
    /// Right; done.
    Good,
    /// Nearly right; a claim; a correction.
    Warn,
    /// Wrong; an error.
    Bad,
    /// `*emphasis*` in a card.
    Emphasis,
    /// `` `code` `` in a card.
    Code,
    /// A gap of a cloze that is still hidden.
    Gap,
    /// A gap of a cloze, revealed.
    Filled,
    /// The row or key that enter takes: laid over another role.
    Selected,
    /// The part of a bar that is done.
    Bar,
    /// The part of a bar that is not.
    Track,
    /// A key that can be pressed, in the hint line and in the help.
    Key,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 15] = [
        Role::Plain,
        Role::Dim,
        Role::Accent,
        Role::Title,
        Role::Good,
        Role::Warn,
        Role::Bad,
        Role::Emphasis,
        Role::Code,
        Role::Gap,
        Role::Filled,
        Role::Selected,
        Role::Bar,
        Role::Track,
        Role::Key,
    ];
}

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, or none are wanted.
    Mono,
    /// The sixteen of ANSI, which the terminal's owner chose.
    Ansi16,
    /// The 256 of xterm.
    Ansi256,
    /// 24 bits.
    True,
}

/// Whether the terminal's background is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Light text on dark.
    Dark,
    /// Dark text on light.
    Light,
}

impl Tone {
    /// What the settings say; `None` for what the terminal is.
    pub fn of(setting: crate::settings::Theme) -> Option<Tone> {
        match setting {
            crate::settings::Theme::Auto => None,
            crate::settings::Theme::Dark => Some(Tone::Dark),
            crate::settings::Theme::Light => Some(Tone::Light),
        }
    }
}

/// The looks of this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    depth: Depth,
    tone: Tone,
}

/// One colour at each depth: 24 bits, of 256, of 16.
#[derive(Debug, Clone, Copy)]
struct Shade(u32, u8, Color);

impl Shade {
    fn at(self, depth: Depth) -> Option<Color> {
        match depth {
            Depth::Mono => None,
            Depth::Ansi16 => Some(self.2),
            Depth::Ansi256 => Some(Color::Indexed(self.1)),
            Depth::True => Some(Color::from_u32(self.0)),
        }
    }
}

/// The colours of one tone. What is not in here has the terminal's own.
struct Palette {
    accent: Shade,
    good: Shade,
    warn: Shade,
    bad: Shade,
    /// `None` at sixteen colours, where "bright black" may be the background:
    /// there the terminal's own faintness is used.
    dim: Shade,
    track: Shade,
    selected: Shade,
}

const DARK: Palette = Palette {
    accent: Shade(0x006f_b7ff, 75, Color::LightCyan),
    good: Shade(0x0086_c98a, 114, Color::LightGreen),
    warn: Shade(0x00e3_b558, 179, Color::LightYellow),
    bad: Shade(0x00f2_8178, 210, Color::LightRed),
    dim: Shade(0x008f_959e, 246, Color::Reset),
    track: Shade(0x0042_4852, 239, Color::Reset),
    selected: Shade(0x0024_2d3a, 236, Color::Reset),
};

const LIGHT: Palette = Palette {
    accent: Shade(0x000b_5cad, 25, Color::Blue),
    good: Shade(0x001f_7a33, 28, Color::Green),
    warn: Shade(0x008a_5a00, 94, Color::Magenta),
    bad: Shade(0x00b3_261e, 124, Color::Red),
    dim: Shade(0x0066_6c75, 242, Color::Reset),
    track: Shade(0x00ce_d3da, 252, Color::Reset),
    selected: Shade(0x00e4_edf7, 254, Color::Reset),
};

impl Theme {
    /// With these looks.
    pub fn new(depth: Depth, tone: Tone) -> Theme {
        Theme { depth, tone }
    }

    /// As the environment says: `tone` is what the settings say (`None` for
    /// `auto`), `no_color` what the command line says. The terminal itself is
    /// never asked, for one that does not answer would keep everyone waiting.
    pub fn detect(
        tone: Option<Tone>,
        no_color: bool,
        env: impl Fn(&str) -> Option<String>,
    ) -> Theme {
        let depth = if no_color || env("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            Depth::Mono
        } else {
            depth(&env)
        };
        let tone = tone
            .or_else(|| env("COLORFGBG").and_then(|value| tone_of(&value)))
            .unwrap_or(Tone::Dark);
        Theme { depth, tone }
    }

    /// How many colours there are.
    pub fn depth(self) -> Depth {
        self.depth
    }

    /// What a role looks like.
    pub fn style(self, role: Role) -> Style {
        let palette = match self.tone {
            Tone::Dark => &DARK,
            Tone::Light => &LIGHT,
        };
        let depth = self.depth;
        let ink = |shade: Shade| match shade.at(depth) {
            None | Some(Color::Reset) => Style::new(),
            Some(color) => Style::new().fg(color),
        };
        // Where there is no grey to be trusted, the terminal's own faintness.
        let faint = |shade: Shade| match shade.at(depth) {
            None | Some(Color::Reset) => Style::new().add_modifier(Modifier::DIM),
            Some(color) => Style::new().fg(color),
        };
        let mono = depth == Depth::Mono;
        let when_mono = |style: Style, modifier: Modifier| {
            if mono {
                style.add_modifier(modifier)
            } else {
                style
            }
        };
        match role {
            Role::Plain => Style::new(),
            Role::Dim => faint(palette.dim),
            Role::Accent => when_mono(ink(palette.accent), Modifier::BOLD),
            Role::Title => Style::new().add_modifier(Modifier::BOLD),
            Role::Good => ink(palette.good),
            Role::Warn => ink(palette.warn),
            Role::Bad => when_mono(ink(palette.bad), Modifier::BOLD),
            Role::Emphasis => Style::new().add_modifier(Modifier::BOLD),
            Role::Code => when_mono(ink(palette.accent), Modifier::UNDERLINED),
            Role::Gap => ink(palette.accent).add_modifier(Modifier::BOLD),
            Role::Filled => ink(palette.accent).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::Selected => match palette.selected.at(depth) {
                None | Some(Color::Reset) => Style::new().add_modifier(Modifier::REVERSED),
                Some(color) => Style::new().bg(color).add_modifier(Modifier::BOLD),
            },
            Role::Bar => ink(palette.accent),
            Role::Track => faint(palette.track),
            Role::Key => when_mono(ink(palette.accent), Modifier::BOLD),
        }
    }
}

/// How many colours a terminal of this environment has.
fn depth(env: &impl Fn(&str) -> Option<String>) -> Depth {
    let term = env("TERM").unwrap_or_default();
    let colorterm = env("COLORTERM").unwrap_or_default();
    let program = env("TERM_PROGRAM").unwrap_or_default();
    if term == "dumb" {
        return Depth::Mono;
    }
    let has = |names: &[&str]| names.iter().any(|name| term.contains(name));
    if matches!(colorterm.as_str(), "truecolor" | "24bit")
        || has(&[
            "direct",
            "kitty",
            "alacritty",
            "ghostty",
            "wezterm",
            "foot",
            "contour",
        ])
        || matches!(
            program.as_str(),
            "iTerm.app" | "WezTerm" | "vscode" | "ghostty"
        )
        || env("WT_SESSION").is_some()
    {
        Depth::True
    } else if has(&["256"]) || program == "Apple_Terminal" {
        Depth::Ansi256
    } else {
        Depth::Ansi16
    }
}

/// The tone that `COLORFGBG` (`foreground;background`, perhaps with a word in
/// between) tells by its background's number.
fn tone_of(colorfgbg: &str) -> Option<Tone> {
    let background: u8 = colorfgbg.rsplit(';').next()?.parse().ok()?;
    match background {
        0..=6 | 8 => Some(Tone::Dark),
        7 | 9..=15 => Some(Tone::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn env<'a>(pairs: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        move |name| {
            let pair = pairs.iter().find(|(key, _)| *key == name);
            pair.map(|(_, value)| (*value).to_owned())
        }
    }

    #[test]
    fn environments() {
        use {Depth::*, Tone::*};
        type Pairs = &'static [(&'static str, &'static str)];
        let cases: &[(Pairs, Depth, Tone)] = &[
            (&[], Ansi16, Dark),
            (&[("TERM", "dumb")], Mono, Dark),
            (&[("TERM", "linux")], Ansi16, Dark),
            (&[("TERM", "xterm-256color")], Ansi256, Dark),
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
                True,
                Dark,
            ),
            (&[("TERM", "xterm-kitty")], True, Dark),
            (&[("TERM", "xterm-direct")], True, Dark),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], Mono, Dark),
            (
                &[("TERM", "xterm-256color"), ("NO_COLOR", "")],
                Ansi256,
                Dark,
            ),
            (&[("COLORFGBG", "0;15")], Ansi16, Light),
            (&[("COLORFGBG", "0;default;15")], Ansi16, Light),
            (&[("COLORFGBG", "15;0")], Ansi16, Dark),
            (&[("COLORFGBG", "what")], Ansi16, Dark),
        ];
        for (pairs, depth, tone) in cases {
            assert_eq!(
                Theme::detect(None, false, env(pairs)),
                Theme::new(*depth, *tone),
                "{pairs:?}"
            );
        }
    }

    #[test]
    fn what_is_said_outright_wins() {
        let light = env(&[("COLORFGBG", "0;15"), ("COLORTERM", "truecolor")]);
        assert_eq!(
            Theme::detect(Some(Tone::Dark), true, light),
            Theme::new(Depth::Mono, Tone::Dark)
        );
    }

    #[test]
    fn without_colour_there_is_none() {
        for role in Role::ALL {
            let style = Theme::new(Depth::Mono, Tone::Dark).style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }

    #[test]
    fn sixteen_colours_are_of_the_sixteen() {
        for tone in [Tone::Dark, Tone::Light] {
            for role in Role::ALL {
                let style = Theme::new(Depth::Ansi16, tone).style(role);
                for color in [style.fg, style.bg].into_iter().flatten() {
                    assert!(
                        !matches!(color, Color::Rgb(..) | Color::Indexed(_)),
                        "{role:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_selected_shows_at_every_depth() {
        for depth in [Depth::Mono, Depth::Ansi16, Depth::Ansi256, Depth::True] {
            let style = Theme::new(depth, Tone::Dark).style(Role::Selected);
            assert!(!style.add_modifier.is_empty(), "{depth:?}");
        }
    }
}
