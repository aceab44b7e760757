//! Reviews, and sessions that wait for room.

use super::*;
use terminal::Terminal;

#[test]
fn a_review_is_recorded_or_told() {
    let world = studied();
    let before = log(&world);
    let home = home(&world);
    let mut uncertain = 0;
    sweep(
        &world,
        &home,
        std::slice::from_ref(&home),
        REVIEW,
        |run, told| {
            let after = log(&world);
            assert!(after.starts_with(&before), "{told}");
            if run.code == 0 {
                assert_eq!(after.len(), before.len() + 1, "{told}");
            } else {
                assert_told(run, told);
                // Only where nothing at all can be written over what failed.
                if run.errors.contains("it may be recorded or not") {
                    let all_fails = told.contains("on: true") && told.contains("syncs: false");
                    assert!(all_fails, "{told}");
                    uncertain += 1;
                } else {
                    assert_eq!(after.len(), before.len(), "{told}");
                }
                assert!(after.len() <= before.len() + 1, "{told}");
            }
            assert_whole(&world, told);
            // With a disk that works again, so does the program.
            let again = world.run(REVIEW);
            assert_eq!(again.code, 0, "{told}\n{again:?}");
            assert_eq!(log(&world).len(), after.len() + 1, "{told}");
            assert_whole(&world, told);
        },
    );
    assert!(uncertain > 0);
}

/// A disk that fills in the middle of a session, fails, or may no longer be
/// written to: the card stays until it can be rated, and the session goes on.
#[test]
fn a_session_waits_for_room() {
    for errno in [ENOSPC, EIO, EROFS] {
        let world = World::new();
        let (home, control) = (home(&world), world.path().join("control"));
        let told = world.path().join("told");
        let environment = [
            ("LD_PRELOAD", shim()),
            ("FAULT_UNDER", &home),
            ("FAULT_CONTROL", &control),
            ("FAULT_TOLD", &told),
            ("DATELINE_HOME", &home),
        ]
        .map(|(name, value)| (name, value.to_str().unwrap()));
        let program = env!("CARGO_BIN_EXE_dateline");
        let args = ["--decks", "chips.yaml", "--lang", "en", "study"];
        let path = world.path();
        let mut terminal = Terminal::run_with(program, &args, path, 100, 30, &environment);
        terminal.wait("What does a foundry make?");
        terminal.press(" ");
        terminal.wait("designed by others");
        fs::write(&control, errno.to_string()).unwrap();
        terminal.press("3");
        terminal.wait("Not saved; the card stays");
        // Setting it aside is no other matter. That the help is shown says that
        // the key before it was taken in.
        for key in ["3", "2", "s"] {
            terminal.press(&format!("{key}?"));
            terminal.wait("Keys here");
            terminal.press("\x1b");
            terminal.wait_until("the card", |screen| !screen.contains("Keys here"));
        }
        assert!(!fs::read_to_string(&told).unwrap().is_empty());
        assert_eq!(log(&world).len(), 0, "{errno}");
        fs::remove_file(&control).unwrap();
        terminal.press("4");
        terminal.wait("Who founded TSMC?");
        // It fails again in the middle of the next.
        terminal.press("Chang\r");
        terminal.wait("Morris Chang");
        fs::write(&control, errno.to_string()).unwrap();
        terminal.press("3");
        terminal.wait("Not saved; the card stays");
        fs::remove_file(&control).unwrap();
        terminal.press("3");
        terminal.wait("What share?");
        terminal.press("\x03");
        assert_eq!(terminal.end(), 0);
        let after = log(&world);
        assert_eq!(after.len(), 2, "{errno}: {after:?}");
        assert!(after[0].contains("chips/flip") && after[0].contains("easy"));
        assert!(after[1].contains("chips/who") && after[1].contains("good"));
        assert_whole(&world, "");
    }
}

/// The program where no file may grow beyond so many blocks of 512 bytes.
const LIMITED: &str = "ulimit -f \"$1\" && shift && exec \"$0\" \"$@\"";

#[test]
fn a_review_beyond_the_size_of_a_file_is_told() {
    let world = World::new();
    let args = ["--decks", "chips.yaml"];
    let review = ["review", "chips/flip", "good"];
    assert_eq!(world.run(&review).code, 0);
    let (mut told, mut done) = (0, 0);
    for blocks in [0, 8, 40, 64, 72, 88, 120, 200, 400, 4000] {
        let before = log(&world);
        let plain = world.command_at(MONDAY, &[&args[..], &review].concat());
        let mut command = Command::new("sh");
        command.args(["-c", LIMITED, env!("CARGO_BIN_EXE_dateline")]);
        command.arg(blocks.to_string()).args(plain.get_args());
        command.current_dir(world.path());
        for (name, value) in plain.get_envs() {
            command.env(name, value.unwrap());
        }
        // A signal would leave no code.
        let run = Run::of(command.output().unwrap());
        if run.code == 0 {
            assert_eq!(log(&world).len(), before.len() + 1, "{blocks}: {run:?}");
            done += 1;
        } else {
            assert_told(&run, &format!("{blocks}: {run:?}"));
            assert_eq!(log(&world), before, "{blocks}: {run:?}");
            told += i32::from(
                run.errors
                    .contains("no file may grow larger here (ulimit -f)"),
            );
        }
        assert_whole(&world, &format!("{blocks}: {run:?}"));
    }
    assert!(told > 1 && done > 0, "{told} {done}");
    assert_eq!(world.run(&review).code, 0);
}

#[test]
fn a_session_goes_on_where_no_file_may_grow() {
    let world = World::new();
    assert!(world.run(&["due"]).code <= 1);
    let home = home(&world);
    let environment = [("DATELINE_HOME", home.to_str().unwrap())];
    let program = env!("CARGO_BIN_EXE_dateline");
    let args = ["--decks", "chips.yaml", "--lang", "en", "study"];
    let args = [&["-c", LIMITED, program, "72"], &args[..]].concat();
    let mut terminal = Terminal::run_with("sh", &args, world.path(), 100, 30, &environment);
    terminal.wait("What does a foundry make?");
    for _ in 0..2 {
        terminal.press(" ");
        terminal.wait("designed by others");
        terminal.press("3");
        terminal.wait("Not saved; the card stays");
    }
    terminal.press("?");
    terminal.wait("Keys here");
    terminal.press("\x1b");
    terminal.wait_until("the card", |screen| !screen.contains("Keys here"));
    terminal.press("\x03");
    assert_eq!(terminal.end(), 0);
    assert_eq!(log(&world), Vec::<String>::new());
    assert_whole(&world, "");
}
