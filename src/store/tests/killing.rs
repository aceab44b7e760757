//! What was acknowledged survives `kill -9` at any moment.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::*;

const HOME: &str = "DATELINE_TEST_KILLED_HOME";

/// Not a test by itself: the process that is killed. It acknowledges each
/// event once it is recorded, and does not stop.
#[test]
fn records_until_killed() {
    let Some(home) = std::env::var_os(HOME) else {
        return;
    };
    let mut store = Store::open_at(home.as_ref(), &HERE).unwrap();
    for second in 0.. {
        let act = good("chips/a");
        let event = store.record(act, at(second), at(second), &clock()).unwrap();
        println!("\nrecorded {}", event.id);
        if second % 7 == 0 {
            store.rest();
        }
    }
}

#[test]
fn what_was_acknowledged_survives() {
    let home = home();
    for count in [1, 8, 30] {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::tests::killing::records_until_killed"])
            .arg("--nocapture")
            .env(HOME, home.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acknowledged: Vec<String> = lines
            .by_ref()
            .filter_map(|line| Some(line.unwrap().strip_prefix("recorded ")?.to_owned()))
            .take(count)
            .collect();
        child.kill().unwrap();
        child.wait().unwrap();
        // What it still managed to say before it died.
        acknowledged.extend(lines.map_while(Result::ok).filter_map(|line| {
            let id = line.strip_prefix("recorded ")?;
            (id.len() == 36).then(|| id.to_owned())
        }));
        assert!(acknowledged.len() >= count);
        let mut store = open(&home);
        let kept: Vec<String> = store
            .events(None)
            .unwrap()
            .iter()
            .map(|event| event.id.to_string())
            .collect();
        for id in &acknowledged {
            assert!(kept.contains(id), "{id} was acknowledged and is lost");
        }
        assert_in_step(&mut store);
    }
}
