//! `dateline man`

use std::io::{self, Write};

use clap_mangen::Man;

use super::arguments::{EVERYWHERE, EXIT_STATUS, HOME, HOME_IS};
use super::{Arguments, Failure, Status};

/// One page: the program's, then a section for each command.
pub(super) fn run(out: &mut dyn Write) -> Result<Status, Failure> {
    let mut command = Arguments::command_line();
    // Its list of subcommands would name pages that there are not.
    let page = Man::new(command.clone());
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    // Each is known by its whole name then.
    command.build();
    let told = |subcommand: &&clap::Command| subcommand.get_name() != "help";
    for subcommand in command.get_subcommands().filter(told) {
        section(subcommand, out)?;
    }
    writeln!(out, ".SH \"EXIT STATUS\"\n{EXIT_STATUS}")?;
    writeln!(out, ".SH ENVIRONMENT\n.TP\n\\fB{HOME}\\fR\nIs {HOME_IS}")?;
    page.render_version_section(out)?;
    Ok(Status::Done)
}

/// A command's section: how it is called, what it does, and its own options.
fn section(command: &clap::Command, out: &mut dyn Write) -> io::Result<()> {
    // What goes with all of them stands on the page once.
    let own = command.clone().mut_args(|arg| {
        let everywhere = arg.get_help_heading() == Some(EVERYWHERE);
        arg.hide(everywhere)
    });
    let usage = own.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").trim();
    let mut rendered = Vec::new();
    let page = Man::new(own);
    page.render_description_section(&mut rendered)?;
    page.render_options_section(&mut rendered)?;
    let name = command.get_name().to_uppercase();
    writeln!(out, ".SH \"DATELINE {name}\"\n{}", escaped(usage))?;
    for line in String::from_utf8_lossy(&rendered).lines() {
        match line {
            ".SH DESCRIPTION" => writeln!(out, ".PP")?,
            ".SH OPTIONS" => writeln!(out, ".SS Options")?,
            // The page has begun.
            line if line.starts_with(".ie ") || line.starts_with(".el ") => {}
            line => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

/// A text as it stands on a page.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('-', "\\-")
}
