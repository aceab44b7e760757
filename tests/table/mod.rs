//! Tables of answers: a case a line, its fields parted by tabs; `#` begins a
//! comment.

/// The lines of a table that hold a case, each with its number from 1.
pub fn rows(table: &'static str) -> Vec<(usize, Vec<&'static str>)> {
    (1..)
        .zip(table.lines())
        .filter(|(_, line)| !line.starts_with('#') && !line.is_empty())
        .map(|(number, line)| (number, line.split('\t').collect()))
        .collect()
}
