//! `dateline man`

use std::io::Write;

use clap_mangen::Man;

use super::{Arguments, Failure, Status};

/// One page: the program's, then a section for each command.
pub(super) fn run(out: &mut dyn Write) -> Result<Status, Failure> {
    let command = Arguments::command_line();
    // Its list of subcommands would name pages that there are not.
    let page = Man::new(command.clone());
    page.render_title(out)?;
    page.render_name_section(out)?;
    page.render_synopsis_section(out)?;
    page.render_description_section(out)?;
    page.render_options_section(out)?;
    page.render_extra_section(out)?;
    for subcommand in command.get_subcommands() {
        writeln!(
            out,
            ".SH \"DATELINE {}\"",
            subcommand.get_name().to_uppercase()
        )?;
        let section = Man::new(subcommand.clone());
        section.render_description_section(out)?;
        section.render_options_section(out)?;
    }
    page.render_version_section(out)?;
    Ok(Status::Done)
}
