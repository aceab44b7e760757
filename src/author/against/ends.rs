//! Both ends of a change: *17%에서 25%로* says two figures of one passage. An
//! end that stands elsewhere in the article is of something else.

use std::collections::HashMap;
use std::ops::Range;

use super::article::Read;
use super::claim::{Claim, What};
use super::{Verdict, slip};
use crate::author::prose::FigureFound;
use crate::deck::yaml::Node;
use crate::figure::{Figure, Number, Unit};

/// Judges the ends of each change that a text tells of, where both are found.
pub(super) fn judge(claims: &[Claim<'_>], verdicts: &mut [Verdict], reads: &[&Read]) {
    let mut wrong = Vec::new();
    let mut joints: HashMap<*const Node, Vec<&str>> = HashMap::new();
    for (at, claim) in claims.iter().enumerate() {
        let What::Figure(figure) = &claim.what else {
            continue;
        };
        let found = |at: usize| matches!(verdicts.get(at), Some(Verdict::Found { .. }));
        if !found(at) {
            continue;
        }
        let joints = joints.entry(std::ptr::from_ref(claim.node));
        let joints = joints.or_insert_with(|| joints_in(claim.node));
        let (from, to, second) = match (&figure.number.upper, claims.get(at + 1)) {
            (Some(upper), _) => {
                let end = |value| Figure {
                    number: Number::new(value, figure.number.last_digit),
                    unit: figure.unit.clone(),
                };
                let ends = (end(figure.number.value.clone()), end(upper.clone()));
                (ends.0, ends.1, at)
            }
            (None, Some(next)) => match &next.what {
                What::Figure(to)
                    if found(at + 1)
                        && to.unit == figure.unit
                        && are_joined(claim, next, joints) =>
                {
                    (figure.clone(), to.clone(), at + 1)
                }
                _ => continue,
            },
            (None, None) => continue,
        };
        // The second end is the one that is doubted first.
        let ways = [(second, &from, &to), (at, &to, &from)];
        wrong.extend(ways.into_iter().find_map(|(at, first, second)| {
            let meant = reads.iter().map(|read| apart(read, first, second));
            let meant = meant.collect::<Option<Vec<_>>>()?;
            Some((at, meant.into_iter().next()?))
        }));
    }
    for (at, verdict) in wrong {
        if let Some(known) = verdicts.get_mut(at) {
            *known = verdict;
        }
    }
}

/// What joins the ends of a change, if a text has it.
fn joints_in(node: &Node) -> Vec<&'static str> {
    let text = node.text().unwrap_or_default();
    let mut joints = vec!["에서 ", "에서", " to "];
    joints.retain(|joint| text.contains(joint));
    joints
}

/// Whether two figures are the ends of one change: `17%에서 15%로`.
fn are_joined(one: &Claim<'_>, other: &Claim<'_>, joints: &[&str]) -> bool {
    if !std::ptr::eq(one.node, other.node) {
        return false;
    }
    let text = one.node.text().unwrap_or_default();
    let follows = |joint: &&str| text.contains(&format!("{}{joint}{}", one.written, other.written));
    joints.iter().any(follows)
}

/// The verdict on the second of two ends where the article has both, but never
/// near each other, and near the first one that is a digit off the second.
fn apart(read: &Read, first: &Figure, second: &Figure) -> Option<Verdict> {
    let of = |figure: &Figure| -> Vec<&FigureFound> {
        let same = |found: &&FigureFound| stands(figure, &found.figure);
        read.figures.iter().filter(same).collect()
    };
    let (firsts, seconds) = (of(first), of(second));
    let near = |one: &Range<usize>, other: &Range<usize>| {
        let sentence = |span: &Range<usize>| read.prose.sentence_of(span.start);
        let line = |span: &Range<usize>| read.prose.line_of(span.start);
        sentence(one).abs_diff(sentence(other)) <= 1 || line(one) == line(other)
    };
    let beside = |found: &FigureFound| firsts.iter().any(|first| near(&first.span, &found.span));
    let line = seconds.first()?.line;
    if firsts.is_empty() || seconds.iter().any(|found| beside(found)) {
        return None;
    }
    let digits = slip::digits(second);
    let meant = read.figures.iter().find(|found| {
        let near = found.figure.unit == second.unit && beside(found);
        let another = !stands(first, &found.figure);
        near && another && slip::one_digit(&digits, &slip::digits(&found.figure))
    })?;
    Some(Verdict::Elsewhere {
        line,
        meant: read.prose.at(&meant.span).to_owned(),
        meant_line: meant.line,
    })
}

/// Whether a figure of an article has the number of an end, or one of its own
/// ends has.
fn stands(end: &Figure, found: &Figure) -> bool {
    let unit = found.unit == end.unit || found.unit == Unit::None;
    let upper = found.number.upper.as_ref() == Some(&end.number.value);
    unit && (found.number.value == end.number.value || upper)
}
