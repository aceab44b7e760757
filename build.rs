//! Tells the linker how a release is put together.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
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
    let is_release = told("PROFILE") == "release" && told("DEBUG") == "false";
    if told("CARGO_CFG_TARGET_OS") == "linux" && is_release {
        let folder = PathBuf::from(told("OUT_DIR"));
        let script = folder.join("release.ld");
        // The program stands at one address. Otherwise some nineteen thousand
        // places in it are written at each start, a megabyte of a session's memory.
        // Heap, stack and libraries stand where chance puts them as before.
        let arguments = [
            "-no-pie".to_owned(),
            "-Wl,--no-eh-frame-hdr".to_owned(),
            format!("-T{}", script.display()),
        ];
        // Not every linker that one may have knows them.
        if fs::write(&script, self::script()).is_ok() && works(&folder, &arguments) {
            for argument in arguments {
                println!("cargo::rustc-link-arg-bins={argument}");
            }
        }
    }
}

fn told(name: &str) -> String {
    env::var(name).unwrap_or_default()
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

/// Whether a small program that is linked so, as this one will be, does its work.
fn works(folder: &Path, arguments: &[String]) -> bool {
    let (source, program) = (folder.join("tried.rs"), folder.join("tried"));
    let text = "fn main() { println!(\"{}\", std::env::args().count()) }";
    let mut build = Command::new(told("RUSTC"));
    build.args(["--edition=2024", "-Copt-level=s", "-Cpanic=abort"]);
    build.args(["--target", &told("TARGET")]);
    let linker = told("RUSTC_LINKER");
    if !linker.is_empty() {
        build.arg(format!("-Clinker={linker}"));
    }
    let flags = told("CARGO_ENCODED_RUSTFLAGS");
    build.args(flags.split('\u{1f}').filter(|flag| !flag.is_empty()));
    build.args(arguments.iter().map(|one| format!("-Clink-arg={one}")));
    build.arg(&source).arg("-o").arg(&program);
    let mut run = Command::new(&program);
    let is_native = told("HOST") == told("TARGET");
    fs::write(&source, text).is_ok() && ends_well(&mut build) && (!is_native || ends_well(&mut run))
}

fn ends_well(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
