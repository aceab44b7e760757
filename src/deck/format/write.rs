//! Writing a deck back as YAML.

use super::RawDeck;
use super::field::Written;

/// The text of a deck file that is read as `deck` again, in the order of the
/// format's keys.
///
/// # Errors
/// When `serde_yaml` can't write it, which no text makes it do.
pub fn write(deck: &RawDeck) -> Result<String, serde_yaml::Error> {
    serde_yaml::to_string(&Written(deck))
}
