//! Databases of older versions: they open as today's and lose nothing.

use std::fs;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::*;
use crate::store::{StoreError, examine, open as opened};

/// The tables of each version that was, and how a deck of two cards got into its
/// index.
const SCHEMAS: [(i64, &str, &str); 4] = [
    (1, include_str!("schemas/version-1.sql"), KNOWN),
    (2, include_str!("schemas/version-2.sql"), KNOWN),
    (3, include_str!("schemas/version-3.sql"), WHOLE),
    (4, include_str!("schemas/version-4.sql"), WHOLE),
];

const KNOWN: &str = "
    INSERT INTO deck (id, origin, hash, text) VALUES
       ('chips', '/decks/chips.yaml', x'00', 'deck: chips');
    INSERT INTO known (deck, position, card, question, response, value, answer) VALUES
       ('chips', 0, 'chips/a', 'qa', 'ra', '20B USD', '200억 달러'),
       ('chips', 1, 'chips/b', 'qb', 'rb', NULL, 'b');";

const WHOLE: &str = "
    INSERT INTO deck (key, id, origin, hash, head) VALUES
       (1, 'chips', '/decks/chips.yaml', x'00', x'');
    INSERT INTO card (name, deck, position, question, response, value, answer, new, as_of) VALUES
       ('chips/a', 1, 0, 'qa', 'ra', '20B USD', '200억 달러', 0, 0),
       ('chips/b', 1, 1, 'qb', 'rb', NULL, 'b', 0, 0);";

/// What a version kept, as a database of today would: events and a home's own.
fn copy(from: &Connection, to: &Connection, table: &str) {
    let columns: Vec<String> = {
        let mut statement = to
            .prepare("SELECT name FROM pragma_table_info(?1)")
            .unwrap();
        let names = statement.query_map([table], |row| row.get(0)).unwrap();
        names.map(Result::unwrap).collect()
    };
    let names = columns.join(", ");
    let mut read = from
        .prepare(&format!("SELECT {names} FROM {table}"))
        .unwrap();
    let places = vec!["?"; columns.len()].join(", ");
    let mut write = to
        .prepare(&format!("INSERT INTO {table} ({names}) VALUES ({places})"))
        .unwrap();
    let mut rows = read.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let values = (0..columns.len()).map(|column| row.get::<_, Value>(column).unwrap());
        write.execute(rusqlite::params_from_iter(values)).unwrap();
    }
}

/// A home of a version: a deck of two cards in its index, and acts of every
/// kind that it knew in its log. With it one of today that did the same.
fn homes(version: i64, schema: &str, deck: &str) -> (TempDir, TempDir) {
    let today = home();
    let mut store = open(&today);
    let mut second = 0;
    let mut done = |store: &mut Store, act: Act| {
        second += DAY / 3;
        store.record(act, at(second), at(second), &clock()).unwrap()
    };
    done(&mut store, good("chips/a"));
    done(&mut store, alias("chips/old", "chips/b"));
    done(&mut store, review("chips/b", Rating::Again));
    let undone = done(&mut store, good("chips/b"));
    done(
        &mut store,
        Act::Undo {
            event: undone.id,
            card: None,
        },
    );
    done(&mut store, flag("chips/a", "왜?"));
    done(&mut store, suspend("chips/c"));
    done(
        &mut store,
        Act::Bury {
            card: card("chips/d"),
            until: Day(20_200),
        },
    );
    done(&mut store, review("chips/a", Rating::Hard));

    let old = home();
    let connection = Connection::open(old.path().join("dateline.db")).unwrap();
    connection.execute_batch(schema).unwrap();
    connection
        .execute_batch(&format!(
            "PRAGMA application_id = 0x64746C6E; PRAGMA user_version = {version}; BEGIN;
             {deck}"
        ))
        .unwrap();
    let tables = ["meta", "event"].into_iter().chain(derived::TABLES);
    for table in tables {
        let there = "SELECT count(*) FROM sqlite_schema WHERE name = ?1";
        let there: i64 = connection
            .query_row(there, [table], |row| row.get(0))
            .unwrap();
        if there == 1 {
            copy(&store.connection, &connection, table);
        }
    }
    connection.execute_batch("COMMIT").unwrap();
    (old, today)
}

#[test]
fn decks_and_reviews_of_each_version_are_kept() {
    for (version, schema, deck) in SCHEMAS {
        let (old, today) = homes(version, schema, deck);
        let events = |home: &TempDir| {
            let connection = Connection::open(home.path().join("dateline.db")).unwrap();
            let mut statement = connection
                .prepare("SELECT hex(id) || kind || data FROM event ORDER BY id")
                .unwrap();
            let rows = statement
                .query_map([], |row| row.get::<_, String>(0))
                .unwrap();
            rows.map(Result::unwrap).collect::<Vec<_>>()
        };
        let before = events(&old);
        assert_eq!(before.len(), 9);
        let mut store = open(&old);
        let health = examine(old.path(), at(DAY * 30)).unwrap();
        assert!(
            !health.is_damaged() && !health.is_out_of_step(),
            "{health:?}"
        );
        // The log to the byte, and what follows from it.
        assert_eq!(events(&old), before, "version {version}");
        assert_in_step(&mut store);
        let mut new = open(&today);
        assert_eq!(store.states().unwrap(), new.states().unwrap());
        assert_eq!(store.device(), new.device(), "version {version}");
        // The decks are read again, against what is known of their cards.
        let indexed = store.indexed().unwrap();
        assert_eq!(indexed.len(), 1);
        assert_eq!(indexed[0].deck.as_str(), "chips");
        assert_eq!(indexed[0].origin, "/decks/chips.yaml");
        assert_eq!((&indexed[0].stamp, &indexed[0].head), (&None, &None));
        let known = store.known(&indexed[0].deck).unwrap();
        let before = store.past(&indexed[0].deck).unwrap().known;
        assert_eq!(before.get(..known.len()), Some(known.as_slice()));
        let known: Vec<_> = known
            .iter()
            .map(|known| {
                let print = &known.fingerprint;
                (
                    known.id.as_str(),
                    print.question.as_str(),
                    print.answer.as_str(),
                    print.value.as_deref(),
                    known.answer.as_deref().unwrap_or_default(),
                )
            })
            .collect();
        assert_eq!(
            known,
            [
                ("chips/a", "qa", "ra", Some("20B USD"), "200억 달러"),
                ("chips/b", "qb", "rb", None, "b")
            ]
        );
        // It goes on as today's does.
        for store in [&mut store, &mut new] {
            let when = at(9 * DAY);
            store.record(good("chips/a"), when, when, &clock()).unwrap();
            assert_in_step(store);
        }
        assert_eq!(store.states().unwrap(), new.states().unwrap());
        // As it was before is kept.
        drop(store);
        let kept = old.path().join("backups/before-version-5.db");
        let kept = Connection::open(kept).unwrap();
        let found: i64 = kept
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(found, version);
        // Opened again there is nothing to do.
        let mut store = open(&old);
        assert_eq!(store.states().unwrap(), new.states().unwrap());
        assert_in_step(&mut store);
    }
}

/// Killed within the upgrade, or with no room for it, it is as it was.
#[test]
fn an_upgrade_is_whole_or_not_at_all() {
    for (version, schema, deck) in SCHEMAS {
        let (old, today) = homes(version, schema, deck);
        let path = old.path().join("dateline.db");
        // What the upgrade makes is there already, or what it takes away is not: it
        // fails in the middle.
        let index = "CREATE INDEX card_new ON card (deck, as_of DESC, position) WHERE new";
        let (put, name, away) = match version {
            1 | 2 => ("CREATE TABLE tie (mine TEXT)", "tie", "DROP TABLE tie"),
            3 => ("DROP INDEX card_new", "card_new", index),
            _ => (
                "ALTER TABLE deck ADD COLUMN again INTEGER",
                "again",
                "ALTER TABLE deck DROP COLUMN again",
            ),
        };
        let in_the_way = Connection::open(&path).unwrap();
        in_the_way.execute_batch(put).unwrap();
        let error = Store::open_at(old.path(), &HERE).unwrap_err();
        assert!(error.to_string().contains(name), "{error}");
        let found: i64 = in_the_way
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(found, version);
        in_the_way.execute_batch(away).unwrap();
        drop(in_the_way);
        let store = open(&old);
        assert_eq!(store.states().unwrap(), open(&today).states().unwrap());
    }
}

#[test]
fn a_newer_version_is_left_alone() {
    let (home, _) = homes(2, SCHEMAS[1].1, SCHEMAS[1].2);
    drop(open(&home));
    let path = home.path().join("dateline.db");
    let newer = Connection::open(&path).unwrap();
    let version = opened::VERSION + 1;
    newer.pragma_update(None, "user_version", version).unwrap();
    drop(newer);
    let before = fs::read(&path).unwrap();
    for _ in 0..2 {
        let error = Store::open_at(home.path(), &HERE).unwrap_err();
        let is_newer = matches!(
            error,
            StoreError::Newer {
                found,
                known: opened::VERSION,
                ..
            } if found == version
        );
        assert!(is_newer, "{error:?}");
        assert!(error.to_string().contains("upgrade dateline"), "{error}");
    }
    assert!(before == fs::read(&path).unwrap());
}
