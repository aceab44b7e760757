//! `dateline man`

use std::io::Write;

use clap::CommandFactory;
use clap_mangen::Man;

use super::{Arguments, Failure, Status};

/// One page: the program's, then a section for each command.
pub(super) fn run(out: &mut dyn Write) -> Result<Status, Failure> {
    let command = Arguments::command();
    Man::new(command.clone()).render(out)?;
    for subcommand in command.get_subcommands() {
        writeln!(
            out,
            ".SH \"DATELINE {}\"",
            subcommand.get_name().to_uppercase()
        )?;
        let page = Man::new(subcommand.clone());
        page.render_description_section(out)?;
        page.render_options_section(out)?;
    }
    Ok(Status::Done)
}
