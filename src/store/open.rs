//! Opening a home: the folder, the file, and the version of what is in it.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::backups::{self, Folder, Made};
use super::error::{StoreError, Trouble, has_no_room_beside};
use super::{replace, states};
use crate::message;
use crate::text::Message;

/// The database's name within a home.
pub(super) const FILE: &str = "dateline.db";

/// The tables, as of [`VERSION`].
const SCHEMA: &str = include_str!("schema.sql");

/// What brings tables of each version to the next.
const UPGRADES: [(i64, &str); 4] = [
    (1, include_str!("upgrade-2.sql")),
    (2, include_str!("upgrade-3.sql")),
    (3, include_str!("upgrade-4.sql")),
    (4, include_str!("upgrade-5.sql")),
];

/// The first version in which a card has its lot.
const WITH_LOTS: i64 = 3;

/// The newest version of the tables known here, kept as `user_version`.
pub(super) const VERSION: i64 = 5;

/// Tells our database from another program's: "dtln".
pub(super) const APPLICATION: i64 = 0x6474_6C6E;

/// Who writes much leaves the database to others so long between two writes, and
/// who waits for it looks more often than that.
pub(super) const GAP: Duration = Duration::from_micros(400);

/// How long another process may keep the database to itself.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// So many statements are kept prepared.
const STATEMENTS: usize = 64;

/// Opens the database of `home`, makes it if need be, and says where it is.
pub(super) fn open(home: &Path) -> Result<(Connection, PathBuf), StoreError> {
    make_home(home).map_err(|cause| StoreError::CannotCreate {
        home: home.to_owned(),
        cause,
    })?;
    let path = home.join(FILE);
    make_file(&path).map_err(|cause| match forbids(&cause) {
        true => StoreError::ReadOnly { path: path.clone() },
        false => StoreError::CannotOpen {
            path: path.clone(),
            cause: Message::same(cause),
        },
    })?;
    let mut connection = connect(&path).map_err(|trouble| trouble.tell(&path))?;
    prepare(&mut connection, &path).map_err(|trouble| trouble.tell(&path))?;
    Ok((connection, path))
}

/// Whether it is not that something fails, but that nothing may be written.
fn forbids(cause: &io::Error) -> bool {
    matches!(
        cause.kind(),
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied
    )
}

/// Whether the database of `home` may not be written, nor what SQLite puts beside
/// it: where one of them only failed, it may be written the next time.
pub(super) fn is_forbidden(home: &Path) -> bool {
    let database = fs::OpenOptions::new().append(true).open(home.join(FILE));
    let beside = || tempfile::tempfile_in(home).map(drop);
    let tried = database.map(drop).and_then(|()| beside());
    tried.is_err_and(|cause| forbids(&cause))
}

/// Opens the database of `home` to look at, without a change to it.
pub(super) fn open_to_read(home: &Path) -> Result<(Connection, PathBuf), StoreError> {
    let path = home.join(FILE);
    let read = || -> Result<Connection, Trouble> {
        let connection = connect_to_read(&path)?;
        match check_version(&connection, &path)? {
            VERSION => Ok(connection),
            // Whoever studies next brings it up to date.
            _ => Err(StoreError::CannotOpen {
                path: path.clone(),
                cause: message!(
                    "it was written by an older version",
                    "더 오래된 버전이 쓴 것입니다"
                ),
            }
            .into()),
        }
    };
    let connection = read().map_err(|trouble| trouble.tell(&path))?;
    Ok((connection, path))
}

/// A copy of the database of `home`, which is gone with its connection, of this
/// version: for a look where nothing can be written.
pub(super) fn open_copy(home: &Path) -> Result<(Connection, PathBuf), StoreError> {
    let path = home.join(FILE);
    let copy = || -> Result<Connection, Trouble> {
        let connection = connect_to_read(&path)?;
        if check_version(&connection, &path)? == 0 {
            return Err(StoreError::ReadOnly { path: path.clone() }.into());
        }
        // One of SQLite's own, which it takes away by itself.
        let mut copy = Connection::open("")?;
        backups::step(&connection, &mut copy, -1, &mut || {})?;
        copy.set_prepared_statement_cache_capacity(STATEMENTS);
        keep_plans(&copy)?;
        set_up(&copy)?;
        bring_up(&mut copy, &path)?;
        Ok(copy)
    };
    let connection = copy().map_err(|trouble| trouble.tell(&path))?;
    Ok((connection, path))
}

/// Opens any database to read it, whatever is in it.
pub(super) fn connect_to_read(path: &Path) -> Result<Connection, Trouble> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = |name: &Path, flags: OpenFlags| -> Result<Connection, rusqlite::Error> {
        let connection = Connection::open_with_flags(name, flags)?;
        keep_plans(&connection)?;
        connection.busy_timeout(PATIENCE)?;
        Ok(connection)
    };
    let connection = open(path, flags)?;
    match schema_version(&connection) {
        // Whoever made it did not come to the end: what it began is to be
        // rolled back first, which reading alone can't.
        Err(error) if is_half_done(&error) => {
            drop(connection);
            schema_version(&connect(path)?)?;
            Ok(open(path, flags)?)
        }
        // Even to read, SQLite makes files beside it. Where it can't, and there
        // is none to be read along, no one writes to it either.
        Err(error) if cannot_open(&error) && !is_written_ahead(path) => {
            let uri = flags | OpenFlags::SQLITE_OPEN_URI;
            Ok(open(Path::new(&unchanging(path)), uri)?)
        }
        // Other errors meet whoever reads what is in it.
        _ => Ok(connection),
    }
}

fn schema_version(connection: &Connection) -> Result<i64, rusqlite::Error> {
    connection.pragma_query_value(None, "schema_version", |row| row.get(0))
}

fn cannot_open(error: &rusqlite::Error) -> bool {
    has_no_room_beside(error)
        || matches!(
            error.sqlite_error_code(),
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly)
        )
}

/// Whether something of the database is not in its file yet.
fn is_written_ahead(path: &Path) -> bool {
    fs::metadata(replace::wal(path)).is_ok_and(|data| data.len() > 0)
}

/// The file as SQLite names one that no one changes.
fn unchanging(path: &Path) -> OsString {
    let mut name = OsString::from("file:");
    #[cfg(unix)]
    {
        use std::os::unix::ffi::{OsStrExt, OsStringExt};
        let bytes = path.as_os_str().as_bytes().iter();
        let escaped = bytes.flat_map(|byte| match byte {
            b'?' | b'#' | b'%' => format!("%{byte:02x}").into_bytes(),
            byte => vec![*byte],
        });
        name.push(OsString::from_vec(escaped.collect()));
    }
    #[cfg(not(unix))]
    name.push(path);
    name.push("?immutable=1");
    name
}

fn is_half_done(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| {
        matches!(
            error.extended_code,
            rusqlite::ffi::SQLITE_READONLY_ROLLBACK | rusqlite::ffi::SQLITE_READONLY_RECOVERY
        )
    })
}

/// The version of the tables in a database of ours, wherever it lies.
pub(super) fn check(path: &Path) -> Result<i64, StoreError> {
    let read = || -> Result<i64, Trouble> {
        let version = check_version(&connect_to_read(path)?, path)?;
        match version {
            0 => Err(StoreError::Empty {
                path: path.to_owned(),
            }
            .into()),
            version => Ok(version),
        }
    };
    read().map_err(|trouble| trouble.tell(path))
}

/// Whether there is a database in `home`.
pub(super) fn is_in(home: &Path) -> bool {
    home.join(FILE).is_file()
}

/// A home is the learner's alone.
pub(super) fn make_home(home: &Path) -> io::Result<()> {
    // Where nothing can be made, nothing is asked of what is there.
    if home.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(home)
}

/// SQLite would make the file readable to all; the files that it puts beside
/// it later take the rights of this one.
fn make_file(path: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

pub(super) fn connect(path: &Path) -> Result<Connection, Trouble> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    keep_plans(&connection)?;
    // SQLite's own back-off waits up to a quarter of a second at a time.
    let mut since = Instant::now();
    connection.busy_handler(Some(move |tries| {
        if tries == 0 {
            since = Instant::now();
        }
        std::thread::sleep(GAP / 2);
        since.elapsed() < PATIENCE
    }))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// SQLite would plan a statement with a range anew each time it is run, as the
/// best plan may depend on what is asked for. Here it never does.
fn keep_plans(connection: &Connection) -> Result<(), rusqlite::Error> {
    let keep = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true);
    keep.map(drop)
}

fn prepare(connection: &mut Connection, path: &Path) -> Result<(), Trouble> {
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly {
            path: path.to_owned(),
        }
        .into());
    }
    let version = check_version(connection, path)?;
    set_up(connection)?;
    write_ahead(connection)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // A checkpoint in the middle of a rating would be felt: see `rest`.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    // One that is ready is opened without a lock, whoever is writing to it.
    if version == VERSION {
        return Ok(());
    }
    if version > 0 {
        keep_before(VERSION, connection, path)?;
    }
    bring_up(connection, path)
}

/// What holds for a connection whatever it is for.
fn set_up(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "recursive_triggers", true)
}

/// The tables, with nothing in them.
pub(super) fn in_memory() -> Result<Connection, Trouble> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    Ok(connection)
}

/// Makes the tables, or brings them to this version.
fn bring_up(connection: &mut Connection, path: &Path) -> Result<(), Trouble> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Looked at again under the lock: another process may have been first.
    match check_version(&transaction, path)? {
        0 => {
            transaction.execute_batch(SCHEMA)?;
            transaction.pragma_update(None, "application_id", APPLICATION)?;
        }
        version @ 1.. => {
            for (_, upgrade) in UPGRADES.iter().filter(|(from, _)| *from >= version) {
                transaction.execute_batch(upgrade)?;
            }
            if version < WITH_LOTS {
                states::draw_lots(&transaction)?;
            }
        }
        _ => {}
    }
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()?;
    Ok(())
}

/// Backs up what is about to be brought to another version. One that is there
/// already is of an upgrade that did not come to its end, or of a database that
/// was restored since: the first is the one to go back to.
fn keep_before(version: i64, connection: &Connection, path: &Path) -> Result<(), Trouble> {
    let backups = Folder::of(path.parent().unwrap_or(Path::new(".")));
    backups.add_once(connection, Made::BeforeVersion(version))
}

/// The version of the tables, 0 if there are none yet.
pub(super) fn check_version(connection: &Connection, path: &Path) -> Result<i64, Trouble> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let version = number("user_version")?;
    let application = number("application_id")?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if application != APPLICATION && (tables > 0 || version != 0) {
        return Err(StoreError::Foreign {
            path: path.to_owned(),
        }
        .into());
    }
    if version > VERSION {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            found: version,
            known: VERSION,
        }
        .into());
    }
    Ok(version)
}

/// The switch to a write-ahead log needs the file for itself, and SQLite does
/// not wait for that: two processes that make a home at once would collide.
fn write_ahead(connection: &Connection) -> Result<(), Trouble> {
    let since = Instant::now();
    loop {
        let switched = connection
            .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))
            .map_err(Trouble::from);
        match switched {
            Err(trouble) if trouble.is_busy() && since.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(1));
            }
            other => return other.map(drop),
        }
    }
}
