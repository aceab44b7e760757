//! Nouns that figures count.

use super::behind::is_counted;
use crate::text::is_hangul;

/// Whether what stands behind a number in `piece` may be what is counted: no
/// word that nothing is counted in, no Korean word that stands apart.
pub(super) fn is_noun(phrase: &str, piece: &str) -> bool {
    const WORDS: &[&str] = &[
        "a", "about", "above", "across", "after", "again", "against", "all", "alone", "along",
        "also", "although", "among", "an", "and", "any", "are", "around", "as", "at", "be",
        "because", "been", "before", "behind", "below", "between", "but", "by", "can", "could",
        "despite", "did", "does", "during", "each", "else", "every", "except", "for", "from",
        "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it", "its",
        "less", "may", "more", "nor", "not", "now", "of", "off", "on", "onto", "or", "our", "out",
        "over", "per", "she", "since", "so", "such", "than", "that", "the", "their", "them",
        "then", "there", "they", "this", "today", "though", "through", "till", "to", "toward",
        "towards", "under", "unless", "until", "up", "upon", "via", "was", "we", "were", "what",
        "when", "where", "whereas", "which", "while", "who", "whose", "why", "will", "with",
        "within", "without", "would", "yet", "you",
    ];
    let first = phrase.split(' ').next().unwrap_or_default();
    let apart = piece
        .strip_suffix(phrase)
        .is_some_and(|before| before.ends_with(' '));
    const PARTICLES: &[&str] = &[
        "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만", "이나",
    ];
    let korean = phrase.contains(is_hangul)
        && !is_counted(phrase, piece)
        && (apart || phrase.contains(' ') || PARTICLES.contains(&phrase));
    !korean && !WORDS.contains(&first.to_ascii_lowercase().as_str())
}

/// Whether a noun of English is one of several; a verb of several has no s.
pub(in crate::author) fn is_plural(noun: &str) -> bool {
    const IRREGULAR: &[&str] = &["people", "children", "fish", "sheep"];
    let last = noun.rsplit(' ').next().unwrap_or_default();
    let ends = last.ends_with('s') && !last.ends_with("ss");
    let fishermen = last.ends_with("men");
    ends || fishermen || last.contains(is_hangul) || IRREGULAR.contains(&last)
}
