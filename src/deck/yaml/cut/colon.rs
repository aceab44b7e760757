//! Keys at the left edge that lack their colon: what stands under them belongs
//! to them all the same.

use crate::deck::Place;
use crate::deck::yaml::Fault;
use crate::message;

/// Keys of a deck under which something stands.
const KEYS: [&str; 5] = ["sources", "defaults", "facts", "cards", "options"];

/// The text with those colons, and a fault for each; nothing if none lacks.
pub(super) fn supplied(text: &str) -> Option<(String, Vec<Fault>)> {
    let mut faults = Vec::new();
    let mut whole = String::with_capacity(text.len() + KEYS.len());
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let key = line.trim_end();
        whole.push_str(line);
        if KEYS.contains(&key) {
            whole.insert(whole.len() - line.len() + key.len(), ':');
            faults.push(fault(key, at + 1));
        }
    }
    (!faults.is_empty()).then_some((whole, faults))
}

fn fault(key: &str, line: usize) -> Fault {
    let place = Place {
        line,
        column: 1,
        length: key.len(),
    };
    let message = message!(
        "the colon behind '{key}' is missing",
        "'{key}' 뒤에 쌍점(:)이 없습니다"
    );
    Fault::new("not-yaml", place, message).help(message!("write '{key}:'", "'{key}:'로 쓰세요"))
}
