//! Committing: on the disk, or as if it had never been begun.

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior, ffi};

use super::error::{Trouble, is};
use super::open::VERSION;
use crate::text::Message;

/// Why a commit failed.
pub(super) struct Uncommitted(Trouble);

/// Commits. When that fails, [`Uncommitted::void`] has to see to the rest.
pub(super) fn commit(transaction: Transaction<'_>) -> Result<(), Uncommitted> {
    transaction
        .commit()
        .map_err(|error| Uncommitted(error.into()))
}

impl Uncommitted {
    /// What failed last may be what brings the log to the disk, while all of
    /// it stands in the file: whoever opens that next would find it recorded,
    /// though it was told that it is not. So something that says nothing is
    /// written over it. Where not even that can be, it is told so.
    pub(super) fn void(self, connection: &mut Connection) -> Trouble {
        let Uncommitted(trouble) = self;
        let error = match &trouble {
            // Its end was not written.
            Trouble::Sql(error) if is_of_writing(error) => return trouble,
            Trouble::Sql(error)
                if error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure) =>
            {
                error
            }
            // It stands still in the transaction, and is rolled back.
            _ => return trouble,
        };
        let cause = Message::same(error);
        match write_over(connection) {
            Ok(()) => trouble,
            Err(_) => Trouble::Uncertain(cause),
        }
    }
}

/// Writes the version as it is (a row that stays what it is would not be
/// written), without waiting for the disk: that may be what failed, and it
/// comes before the first page.
fn write_over(connection: &mut Connection) -> Result<(), rusqlite::Error> {
    connection.pragma_update(None, "synchronous", "OFF")?;
    let written = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .and_then(|transaction| {
            transaction.pragma_update(None, "user_version", VERSION)?;
            transaction.commit()
        });
    connection.pragma_update(None, "synchronous", "FULL")?;
    written
}

fn is_of_writing(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DiskFull) || is(error, ffi::SQLITE_IOERR_WRITE)
}
