#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod any;
mod reading;
mod refusing;
mod writing;

use super::*;
use crate::text::Lang;
