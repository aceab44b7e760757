//! What was probably meant by a name that there is not.

/// The one of `names` that was probably meant.
pub(crate) fn nearest<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
    let length = typed.chars().take(64).count();
    let typed: String = typed
        .chars()
        .take(64)
        .flat_map(char::to_lowercase)
        .collect();
    names
        .iter()
        .map(|name| (strsim::damerau_levenshtein(&typed, name), *name))
        .filter(|(distance, name)| *distance <= (length.max(name.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
