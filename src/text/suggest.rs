//! What was probably meant by a word that there is not.

/// Words longer than this, and more words than this, are not compared.
const LONGEST_WORD: usize = 60;
const MOST_WORDS: usize = 2000;

/// The word of `among` that `word` was probably meant to be.
pub fn suggest<'w>(word: &str, among: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let word = word.to_lowercase();
    let length = word.chars().take(LONGEST_WORD + 1).count();
    if length > LONGEST_WORD {
        return None;
    }
    let allowed = (length / 3).max(1);
    among
        .take(MOST_WORDS)
        .filter(|known| {
            known
                .chars()
                .take(LONGEST_WORD + 1)
                .count()
                .abs_diff(length)
                <= allowed
        })
        .map(|known| (strsim::osa_distance(&word, &known.to_lowercase()), known))
        .filter(|(distance, known)| *distance <= allowed && *distance < known.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}
