//! The memory model: FSRS-6, through the `fsrs` crate.

use serde::{Deserialize, Serialize};

/// What FSRS keeps of a card.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days after which the chance of recall has fallen to 90 %.
    pub stability: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
}

/// FSRS-6 with its 21 weights.
#[derive(Debug)]
pub struct Model {}

impl Model {
    /// With these weights; none means the defaults, which are written out here
    /// so that an upgrade of the crate does not change anyone's past.
    pub fn new(weights: Option<&[f32]>) -> Result<Model, String> {
        let _ = weights;
        todo!()
    }

    /// Chance of recall, 0 to 1, `days` after the last review.
    pub fn retrievability(&self, memory: Memory, days: u32) -> f32 {
        let _ = (memory, days);
        todo!()
    }
}
