//! The largest size that a file may have here: `ulimit -f`, by which a quota may
//! be set. A write beyond it would end the program by a signal; where that is
//! taken, it fails as on a full disk, and is told.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

/// Whether a write came to it since it was last asked.
static REACHED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Lets a write beyond the limit fail instead of ending the program.
pub fn heed_file_limit() {
    #[cfg(unix)]
    // Where that can't be, all is as it was.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::clone(&REACHED));
}

/// Whether a write came to it since this was last asked.
pub(super) fn is_reached() -> bool {
    REACHED.swap(false, Ordering::Relaxed)
}
