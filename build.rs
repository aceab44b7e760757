//! Tells the linker how the program is put together.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, what: &str| env::var(name).is_ok_and(|value| value == what);
    if !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    // The program stands at one address. Otherwise some nineteen thousand places
    // in it are written at each start, a megabyte of a session's memory. Heap,
    // stack and libraries stand where chance puts them as before.
    println!("cargo::rustc-link-arg-bins=-no-pie");
    if is("CARGO_CFG_PANIC", "abort") {
        // Where nothing unwinds, nothing looks up how to.
        println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
    }
}
