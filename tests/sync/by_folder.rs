//! Through a folder that devices share.

use super::*;

#[test]
fn two_devices_through_a_folder() {
    let (one, other, shared) = (World::new(), World::new(), folder());
    review(&one, "chips/flip");
    review(&one, "chips/who");
    review(&other, "chips/share");
    let run = sync(&one, shared.path(), &[]);
    assert_eq!((run.code, run.out.as_str()), (0, "sent 2, received 0\n"));
    let run = sync(&other, shared.path(), &[]);
    assert_eq!(run.out, "sent 1, received 2 from 1 device\n");
    assert_eq!(run.errors, "");
    let run = sync(&one, shared.path(), &["--lang", "ko"]);
    assert_eq!(run.out, "보냄 0, 받음 1(기기 1대)\n");
    for name in ["chips/flip", "chips/who", "chips/share"] {
        assert_eq!(card(&one, name), card(&other, name));
    }
    let json = sync(&one, shared.path(), &["--json"]).out;
    assert_eq!(
        serde_json::from_str::<Value>(&json).unwrap(),
        serde_json::json!({ "sent": 0, "received": 0, "devices": [], "ahead": 0, "files": [] })
    );
}

#[test]
fn what_is_wrong_with_a_file_is_told_and_the_rest_is_done() {
    let (one, other, shared) = (World::new(), World::new(), folder());
    review(&one, "chips/flip");
    review(&one, "chips/who");
    sync(&one, shared.path(), &[]);
    let file = std::fs::read_dir(shared.path()).unwrap().next().unwrap();
    let file = file.unwrap().path();
    let name = file.file_name().unwrap().to_str().unwrap().to_owned();
    let text = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let bad = format!("{}\n\u{1b}[31m<<<\n{}\n{}", lines[0], lines[2], lines[1]);
    std::fs::write(&file, bad).unwrap();
    let run = sync(&other, shared.path(), &[]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (1, "sent 0, received 1 from 1 device\n")
    );
    assert!(
        run.errors.contains(&format!("{name}:2: no event")),
        "{}",
        run.errors
    );
    assert!(run.errors.contains("no end yet"), "{}", run.errors);
    assert!(!run.errors.contains('\u{1b}'));
    let run = sync(&other, shared.path(), &["--json", "--lang", "ko"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(run.code, 1);
    assert_eq!(json["files"][0]["line"], 2);
    assert_eq!(
        (&json["files"][0]["wrong"], &json["files"][1]["wrong"]),
        (&true.into(), &false.into())
    );
    // One of a newer version is passed over, with what to do.
    std::fs::write(&file, text.replacen("\"format\":1", "\"format\":9", 1)).unwrap();
    let run = sync(&World::new(), shared.path(), &[]);
    assert_eq!((run.code, run.out.as_str()), (1, "sent 0, received 0\n"));
    assert!(run.errors.contains("upgrade dateline"), "{}", run.errors);
}

#[test]
fn what_is_ahead_of_the_clock_is_told() {
    let (one, other, shared) = (World::new(), World::new(), folder());
    review(&one, "chips/flip");
    sync(&one, shared.path(), &[]);
    let run = sync_at(&other, "2025-02-08T09:00:00+09:00", shared.path(), &[]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (0, "sent 0, received 1 from 1 device\n")
    );
    assert!(
        run.errors.contains("1 of what was received lies ahead")
            && run.errors.contains("2025-02-10 09:00"),
        "{}",
        run.errors
    );
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let world = World::new();
    let run = sync(&world, &world.path().join("no"), &[]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("there is no folder"), "{}", run.errors);
    assert!(!world.path().join("no").exists());
}
