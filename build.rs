//! Tells the linker how the program is put together.

use std::path::PathBuf;
use std::{env, fs};

/// What finds the way back through the calls of a function that panics: nothing
/// does, as the program ends where it panics (see `Cargo.toml`).
const UNWINDING: &str = "\
SECTIONS { /DISCARD/ : { *(.eh_frame .eh_frame.* .gcc_except_table .gcc_except_table.*) } }
INSERT AFTER .text;
";

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
        let script = PathBuf::from(told("OUT_DIR")).join("unwinding.ld");
        if fs::write(&script, UNWINDING).is_ok() {
            println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
            println!("cargo::rustc-link-arg-bins=-T{}", script.display());
        }
    }
}
