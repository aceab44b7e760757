//! The rules, one a file. A rule found while a deck is read has its code raised
//! in `deck`, and its documentation here.

mod alias;
mod answer_in_question;
mod answer_not_a_choice;
mod bad_id;
mod bad_option;
mod broken_fact;
mod circular_fact;
mod circular_reference;
mod compare;
mod control_character;
mod duplicate_deck;
mod duplicate_id;
mod duplicate_item;
mod duplicate_key;
mod duplicate_options;
mod empty_file;
mod empty_gap;
mod empty_value;
mod exchanged_id;
mod facts_differ;
mod figures_differ;
mod flagged;
mod formula;
mod gap_groups_differ;
mod gap_number;
mod hides_everything;
mod incomplete_source;
mod key_shape;
mod language;
mod languages_differ;
mod lists_differ;
mod long_list;
mod longest_right;
mod lost_history;
mod misplaced_key;
mod missing_language;
mod more_documents;
mod need;
mod no_answer;
mod no_date;
mod no_deck;
mod no_figure;
mod no_gap;
mod no_label;
mod no_question;
mod no_source;
mod no_speaker;
mod no_stale_after;
mod no_value;
mod no_wrong_choice;
mod not_gone;
mod not_in_source;
mod not_text;
mod not_utf8;
mod not_yaml;
mod number_gaps;
mod open_brace;
mod open_gap;
mod other_unit;
mod past_until;
mod relative_date;
mod replaces_nothing;
mod reported_differs;
mod retracted;
mod right_distractor;
mod said_of_another;
mod said_twice;
mod same_question;
mod stale;
mod status;
mod tag;
mod tolerance;
mod too_deep;
mod too_few;
mod too_large;
mod too_long;
mod too_many_errors;
mod too_many_files;
mod too_many_gaps;
mod translation_differs;
mod two_kinds;
mod units_differ;
mod unknown_card;
mod unknown_fact;
mod unknown_key;
mod unknown_language;
mod unknown_name;
mod unknown_source;
mod unquoted_comma;
mod unreadable;
mod unused_ignore;
mod url;
mod wall_of_text;
mod wrong_shape;
mod yes_no;

#[cfg(test)]
mod tests;

use super::rule::Rule;
pub(super) use figures_differ::CODE as FIGURES_DIFFER;
pub(super) use incomplete_source::CODE as INCOMPLETE_SOURCE;
pub(super) use relative_date::CODE as RELATIVE_DATE;
pub(super) use unused_ignore::{RULE as UNUSED_IGNORE, unused};

/// Every rule, by code.
pub(super) const ALL: &[Rule] = &[
    alias::RULE,
    answer_in_question::RULE,
    answer_not_a_choice::RULE,
    bad_id::RULE,
    bad_option::RULE,
    broken_fact::RULE,
    circular_fact::RULE,
    circular_reference::RULE,
    compare::RULE,
    control_character::RULE,
    duplicate_deck::RULE,
    duplicate_id::RULE,
    duplicate_item::RULE,
    duplicate_key::RULE,
    duplicate_options::RULE,
    empty_file::RULE,
    empty_gap::RULE,
    empty_value::RULE,
    exchanged_id::RULE,
    facts_differ::RULE,
    figures_differ::RULE,
    flagged::RULE,
    formula::RULE,
    gap_groups_differ::RULE,
    gap_number::RULE,
    hides_everything::RULE,
    incomplete_source::RULE,
    key_shape::RULE,
    language::RULE,
    languages_differ::RULE,
    lists_differ::RULE,
    long_list::RULE,
    longest_right::RULE,
    lost_history::RULE,
    misplaced_key::RULE,
    missing_language::RULE,
    more_documents::RULE,
    need::RULE,
    no_answer::RULE,
    no_date::RULE,
    no_deck::RULE,
    no_figure::RULE,
    no_gap::RULE,
    no_label::RULE,
    no_question::RULE,
    no_source::RULE,
    no_speaker::RULE,
    no_stale_after::RULE,
    no_value::RULE,
    no_wrong_choice::RULE,
    not_gone::RULE,
    not_in_source::RULE,
    not_text::RULE,
    not_utf8::RULE,
    not_yaml::RULE,
    number_gaps::RULE,
    open_brace::RULE,
    open_gap::RULE,
    other_unit::RULE,
    past_until::RULE,
    relative_date::RULE,
    replaces_nothing::RULE,
    reported_differs::RULE,
    retracted::RULE,
    right_distractor::RULE,
    said_of_another::RULE,
    said_twice::RULE,
    same_question::RULE,
    stale::RULE,
    status::RULE,
    tag::RULE,
    tolerance::RULE,
    too_deep::RULE,
    too_few::RULE,
    too_large::RULE,
    too_long::RULE,
    too_many_errors::RULE,
    too_many_files::RULE,
    too_many_gaps::RULE,
    translation_differs::RULE,
    two_kinds::RULE,
    units_differ::RULE,
    unknown_card::RULE,
    unknown_fact::RULE,
    unknown_key::RULE,
    unknown_language::RULE,
    unknown_name::RULE,
    unknown_source::RULE,
    unquoted_comma::RULE,
    unreadable::RULE,
    unused_ignore::RULE,
    url::RULE,
    wall_of_text::RULE,
    wrong_shape::RULE,
    yes_no::RULE,
];
