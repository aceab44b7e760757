//! Tells the linker how the program is put together.

use std::path::PathBuf;
use std::{env, fs};

/// What a session hardly ever runs, by the parts of its symbols' names. It stands
/// apart: the system brings in a program by pieces of many pages, and what is not
/// run would come along with what is.
const SELDOM: [&str; 24] = [
    "8dateline6author",
    "8dateline4quiz",
    "8dateline4deck4lift",
    "8dateline4deck4yaml",
    "8dateline4deck6format",
    "8dateline4deck8identity",
    "8dateline5store4sync",
    "8dateline5store6doctor",
    "8dateline5store6repair",
    "8dateline5store7salvage",
    "8dateline3tui4form",
    "8dateline3tui4quiz",
    "8dateline3tui5watch",
    "8dateline5plain",
    "8html5gum",
    "9addr2line",
    "9lsp_types",
    "11clap_mangen",
    "13clap_complete",
    "13saphyr_parser",
    "14rustc_demangle",
    "17annotate_snippets",
    "5gimli",
    "6notify",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let told = |name: &str| env::var(name).unwrap_or_default();
    if told("CARGO_CFG_TARGET_OS") != "linux" || told("CARGO_CFG_TARGET_ENV") != "gnu" {
        return;
    }
    // The program stands at one address. Otherwise some nineteen thousand places
    // in it are written at each start, a megabyte of a session's memory. Heap,
    // stack and libraries stand where chance puts them as before.
    println!("cargo::rustc-link-arg-bins=-no-pie");
    // A debugger and a profiler need the way back; so does a test that panics. Not
    // every linker that one may choose leaves out what it is told to.
    let is_plain =
        told("RUSTC_LINKER").is_empty() && !told("CARGO_ENCODED_RUSTFLAGS").contains("link");
    if told("PROFILE") == "release" && told("DEBUG") == "false" && is_plain {
        let script = PathBuf::from(told("OUT_DIR")).join("release.ld");
        if fs::write(&script, self::script()).is_ok() {
            println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
            println!("cargo::rustc-link-arg-bins=-T{}", script.display());
        }
    }
}

/// Leaves out what finds the way back through the calls of a function that panics:
/// nothing does, as the program ends where it panics (see `Cargo.toml`).
fn script() -> String {
    let each = SELDOM.iter().map(|name| format!(".text.*{name}*"));
    let seldom: Vec<String> = each.collect();
    format!(
        "SECTIONS {{
  /DISCARD/ : {{ *(.eh_frame .eh_frame.* .gcc_except_table .gcc_except_table.*) }}
  .text.seldom : {{ *({}) }}
}}
INSERT AFTER .text;
",
        seldom.join(" ")
    )
}
