//! Chance in a quiz: a lot drawn by the seed and a name, nothing else.
//!
//! A stream of random numbers hangs on how much was drawn before: one card more
//! in a deck, or another order, and every question is another. So there is no
//! stream here. Each thing has its own lot, the first eight bytes of the SHA-256
//! of the seed, what the lot is for and the thing's name; sorting by lots
//! shuffles. That is the same on every machine and in every version, which
//! `rand` promises of none of its distributions and not of `StdRng`.

use sha2::{Digest, Sha256};

/// The chance of one quiz, or of one card in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chance(u64);

impl Chance {
    /// The chance of a quiz.
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// What chance holds for one thing alone: a card, say.
    pub fn of(self, name: &str) -> Chance {
        Chance(self.lot("of", name))
    }

    /// The lot that `name` draws `for_what`.
    pub fn lot(self, for_what: &str, name: &str) -> u64 {
        Sha256::new()
            .chain_update(self.0.to_le_bytes())
            .chain_update(for_what.as_bytes())
            // No name has it: "a" for "bc" is not "ab" for "c".
            .chain_update([0])
            .chain_update(name.as_bytes())
            .finalize()
            .iter()
            .take(8)
            .rev()
            .fold(0, |lot, byte| (lot << 8) | u64::from(*byte))
    }

    /// A number from 0 up to, not including, `count`; 0 if there is none.
    pub fn below(self, count: u64, for_what: &str) -> u64 {
        // What the remainder favours is far below what anyone could notice.
        self.lot("below", for_what).checked_rem(count).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lots_are_the_same_for_ever() {
        // Worked out apart from this code: whoever changes these gives every
        // class another test than its teacher has.
        let chance = Chance::new(7);
        assert_eq!(chance.lot("card", "chips/flip"), 8078808462831623358);
        assert_eq!(chance.of("chips/flip").below(4, "form"), 3);
        assert_eq!(chance.below(0, "form"), 0);
    }

    #[test]
    fn each_number_has_its_share() {
        let mut drawn = [0_u32; 4];
        for seed in 0..4000 {
            let number = Chance::new(seed).below(4, "place");
            if let Some(count) = usize::try_from(number)
                .ok()
                .and_then(|number| drawn.get_mut(number))
            {
                *count += 1;
            }
        }
        assert!(
            drawn.iter().all(|count| (900..1100).contains(count)),
            "{drawn:?}"
        );
    }
}
