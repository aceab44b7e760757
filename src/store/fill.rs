//! Many new rows put into a table: several to a statement, which costs as much as
//! a few of them.

use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, params_from_iter};

use super::error::Trouble;

/// So many rows go into a statement, where there are that many; few in tests, to
/// have both.
const MANY: usize = if cfg!(test) { 2 } else { 16 };

/// Puts rows into `table`, named with its columns, best in the order of its key.
/// None of their keys may be there yet; where one is, those before it stay until the
/// transaction is rolled back.
pub(super) fn fill<'v, const N: usize>(
    connection: &Connection,
    table: &str,
    rows: impl IntoIterator<Item = [ToSqlOutput<'v>; N]>,
) -> Result<(), Trouble> {
    // So SQLite need not keep aside what a statement changed until it failed.
    let insert = |rows: usize| {
        let row = format!("({})", ["?"; N].join(", "));
        let rows = vec![row; rows].join(", ");
        connection.prepare_cached(&format!("INSERT OR FAIL INTO {table} VALUES {rows}"))
    };
    let mut rows = rows.into_iter();
    let mut next: Vec<_> = rows.by_ref().take(MANY).collect();
    if next.len() == MANY {
        let mut insert = insert(MANY)?;
        while next.len() == MANY {
            insert.execute(params_from_iter(next.drain(..).flatten()))?;
            next.extend(rows.by_ref().take(MANY));
        }
    }
    if !next.is_empty() {
        let mut insert = insert(1)?;
        for row in next {
            insert.execute(params_from_iter(row))?;
        }
    }
    Ok(())
}

/// A value that may not be there.
pub(super) fn maybe<'v, T>(value: Option<T>) -> ToSqlOutput<'v>
where
    ToSqlOutput<'v>: From<T>,
{
    value.map_or(ToSqlOutput::Owned(Value::Null), ToSqlOutput::from)
}
