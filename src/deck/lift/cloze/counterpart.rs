//! Which gaps of one language are which of the other. A number tells, or a name
//! that both have; a card that hid one thing in English and another in Korean
//! would be two cards with one history.

use crate::deck::lift::gaps::{Group, Piece, groups};
use crate::deck::lift::item::{Item, count};
use crate::message;
use crate::text::Lang;

/// For each group of the `first` language, which stand in `here`, the group of the
/// other language that is the same card; what keeps them apart is noted.
pub(super) fn counterparts(
    item: &mut Item<'_>,
    here: &[Piece<'_>],
    there: &[Piece<'_>],
    first: Lang,
) -> Option<Vec<Group>> {
    match paired(here, there) {
        Ok(paired) => Some(paired),
        Err(difference) => {
            note(item, &difference, first);
            None
        }
    }
}

/// Why the gaps of one language are not those of the other.
enum Difference {
    /// A numbered gap that the other language lacks.
    Here(Group),
    /// One that the first language lacks.
    There(Group),
    /// So many unnumbered groups in each.
    Unnumbered(usize, usize),
    /// Unnumbered ones of which no name tells which is which.
    InDoubt,
    /// A group that hides so many gaps in each.
    Hides(Group, usize, usize),
}

fn paired(here: &[Piece<'_>], there: &[Piece<'_>]) -> Result<Vec<Group>, Difference> {
    let (ours, theirs) = (groups(here), groups(there));
    let lacking = |groups: &[Group], among: &[Group]| {
        let mut numbered = groups.iter().filter(|group| is_numbered(group));
        numbered.find(|group| !among.contains(group)).cloned()
    };
    if let Some(group) = lacking(&ours, &theirs) {
        return Err(Difference::Here(group));
    }
    if let Some(group) = lacking(&theirs, &ours) {
        return Err(Difference::There(group));
    }
    let unnumbered = |groups: &[Group]| groups.iter().filter(|group| !is_numbered(group)).count();
    let (one, two) = (unnumbered(&ours), unnumbered(&theirs));
    if one != two {
        return Err(Difference::Unnumbered(one, two));
    }
    let same = |group: &Group| match group {
        Group::Numbered(_) => Some(group.clone()),
        Group::Named(_) if one == 1 => theirs.iter().find(|group| !is_numbered(group)).cloned(),
        Group::Named(_) => theirs.contains(group).then(|| group.clone()),
    };
    let paired: Option<Vec<Group>> = ours.iter().map(same).collect();
    let paired = paired.ok_or(Difference::InDoubt)?;
    let hidden = |pieces: &[Piece<'_>], group: &Group| {
        let gaps = pieces.iter();
        gaps.filter(|piece| matches!(piece, Piece::Gap(gap) if gap.group == *group))
            .count()
    };
    for (group, same) in ours.iter().zip(&paired) {
        let (one, two) = (hidden(here, group), hidden(there, same));
        if one != two {
            return Err(Difference::Hides(group.clone(), one, two));
        }
    }
    Ok(paired)
}

fn is_numbered(group: &Group) -> bool {
    matches!(group, Group::Numbered(_))
}

/// Notes how the gaps of the two languages differ.
fn note(item: &mut Item<'_>, difference: &Difference, first: Lang) {
    let key = item.key_in("cloze", first);
    let other_key = item.key_in("cloze", first.other());
    let place = item.key_place(&other_key);
    let lacks = |lacking: &str, has: &str, group: &Group| {
        message!(
            "'{lacking}' has no gap {group}, which '{has}' has",
            "'{lacking}': '{has}'에 있는 빈칸이 없습니다: {group}"
        )
    };
    let message = match difference {
        Difference::Here(group) => lacks(&other_key, &key, group),
        Difference::There(group) => lacks(&key, &other_key, group),
        Difference::Unnumbered(here, there) => {
            let gaps = count(*there, "unnumbered gap");
            message!(
                "'{other_key}' has {gaps}, '{key}' has {here}",
                "번호 없는 빈칸: '{other_key}'에 {there}개, '{key}'에 {here}개"
            )
        }
        Difference::Hides(group, here, there) => {
            let gaps = count(*there, "gap");
            message!(
                "{group} hides {gaps} in '{other_key}' and {here} in '{key}'",
                "{group} 빈칸: '{other_key}'에 {there}개, '{key}'에 {here}개"
            )
        }
        Difference::InDoubt => {
            item.wrong(
                "number-gaps",
                place,
                message!(
                    "which of these gaps is which in the other language can't be told",
                    "두 언어의 빈칸 가운데 어느 것이 어느 것인지 알 수 없습니다"
                ),
                message!(
                    "number them in both: {{{{c1::…}}}}, {{{{c2::…}}}}",
                    "양쪽에 번호를 붙이세요: {{{{c1::…}}}}, {{{{c2::…}}}}"
                ),
            );
            return;
        }
    };
    let help = message!(
        "hide the same in both languages",
        "두 언어에서 같은 것을 가리세요"
    );
    item.wrong("gap-groups-differ", place, message, help);
}
