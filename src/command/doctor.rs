//! `dateline doctor`

use std::collections::HashSet;
use std::io::Write;

use serde_json::{Value, json};

use super::arguments::DoctorArguments;
use super::checkup::{Checkup, Orphan, Standing};
use super::phrase::counted;
use super::table::{Align, Table};
use super::{Failure, Setup, Status, time};
use crate::collection::read_decks;
use crate::deck::{Severity, read};
use crate::message;
use crate::order::Order as _;
use crate::store::{Backups, Health, Look, Repair, Store, StoreError, examine, repair};
use crate::text::{Lang, safe_line};

/// So much of a long list is told to people; JSON has all.
const SHOWN: usize = 10;

/// Looks at everything, and repairs what is wrong if that is asked for.
pub(super) fn run(
    setup: &Setup,
    arguments: &DoctorArguments,
    out: &mut dyn Write,
) -> Result<Status, Failure> {
    let (home, now) = (&setup.place.home, setup.clock.now());
    let mut health = examine(home, now)?;
    let mut repaired = None;
    if arguments.repair && health.is_damaged() {
        repaired = Some(Repaired::Anew(repair(home, now, setup.clock.zone())?));
    } else if arguments.repair && health.is_out_of_step() {
        Store::open(home)?.rebuild()?;
        repaired = Some(Repaired::Rebuilt);
    }
    if repaired.is_some() {
        health = examine(home, now)?;
    }
    if arguments.undo_ahead && !health.is_damaged() {
        let undone = Store::open(home)?.undo_ahead(now, &setup.study_clock())?;
        repaired = repaired.or(Some(Repaired::Undone(undone)));
        health = examine(home, now)?;
    }
    let checkup = Checkup {
        orphans: orphans(setup, &health)?,
        backups: Backups::of(home).backups(),
        health,
    };
    if setup.json {
        let mut told = checkup.json(setup);
        if let Some(told) = told.as_object_mut() {
            let repaired = repaired.as_ref().map(|repaired| repaired.json(setup));
            told.insert("repaired".to_owned(), repaired.into());
        }
        super::json::pretty(out, &told)?;
        writeln!(out)?;
    } else {
        if let Some(repaired) = &repaired {
            repaired.tell(setup, out)?;
        }
        table(&checkup, setup).write(out)?;
        if repaired.is_none() && checkup.standing() == Standing::Wrong {
            let next = message!(
                "`dateline doctor --repair` repairs it, and keeps what is there",
                "`dateline doctor --repair`는 있는 것을 남겨 두고 고칩니다"
            );
            writeln!(out, "\n{}", next.says(setup.lang))?;
        }
    }
    let lost = matches!(&repaired, Some(Repaired::Anew(repair)) if repair.is_short());
    Ok(match checkup.standing() {
        Standing::Wrong => Status::Found,
        _ if lost => Status::Found,
        _ => Status::Done,
    })
}

fn table(checkup: &Checkup, setup: &Setup) -> Table {
    let mut table = Table::new(&[Align::Left, Align::Left, Align::Left]);
    for finding in checkup.findings(setup) {
        table.row([
            finding.standing.say(setup.lang),
            finding.what.says(setup.lang),
            finding.told.says(setup.lang),
        ]);
        for line in finding.details.iter().take(SHOWN) {
            table.row(["", "", line]);
        }
        if finding.details.len() > SHOWN {
            let more = finding.details.len() - SHOWN;
            let more = message!("and {more} more", "그 밖에 {more}건");
            table.row(["", "", more.says(setup.lang)]);
        }
    }
    table
}

/// Cards that were reviewed and that no deck has. A deck that can't be read as
/// a whole may have any of its name.
fn orphans(setup: &Setup, health: &Health) -> Result<Vec<Orphan>, StoreError> {
    if health.is_damaged() || health.version != Some(health.known_version) {
        return Ok(Vec::new());
    }
    let library = read_decks(&setup.place, &setup.settings);
    let (mut cards, mut uncertain) = (HashSet::new(), HashSet::new());
    for file in library.files {
        let reading = file.bytes.map(|bytes| read(&file.path, &bytes));
        let reading = reading.unwrap_or_default();
        let told = reading.diagnostics.iter();
        let whole = told.clone().all(|told| told.severity != Severity::Error);
        let name = reading.deck.as_ref().map(|deck| deck.id.to_string());
        if !whole || reading.deck.is_none() {
            uncertain.extend(name.or(file.name));
        }
        cards.extend(
            reading
                .deck
                .into_iter()
                .flat_map(|deck| deck.cards)
                .map(|card| card.id),
        );
    }
    let states = Look::open(&setup.place.home)?.states()?;
    let mut orphans: Vec<Orphan> = states
        .into_iter()
        .filter(|(card, state)| {
            state.reviews > 0 && !cards.contains(card) && !uncertain.contains(card.deck())
        })
        .map(|(card, state)| Orphan {
            card,
            reviews: state.reviews,
        })
        .collect();
    orphans.order_by(|one, two| one.card.cmp(&two.card));
    Ok(orphans)
}

/// What was repaired.
enum Repaired {
    /// What is derived was worked out again.
    Rebuilt,
    /// A new database was made of what could be saved.
    Anew(Repair),
    /// So many acts of the future were taken back.
    Undone(usize),
}

impl Repaired {
    fn json(&self, setup: &Setup) -> Value {
        let zone = setup.clock.zone();
        match self {
            Repaired::Rebuilt => json!({ "how": "rebuilt" }),
            Repaired::Undone(events) => json!({ "how": "undone", "events": events }),
            Repaired::Anew(repair) => json!({
                "how": "salvaged",
                "kept": repair.kept.as_ref().map(|kept| kept.display().to_string()),
                "events": repair.events,
                "from_backup": repair.from_backup,
                "backup": repair.backup.as_ref().map(|path| path.display().to_string()),
                "differing": repair.differing,
                "lost": repair.lost.iter().map(|lost| json!({
                    "id": lost.id.to_string(),
                    "at": lost.at.map(|at| time::in_zone(at, zone)),
                    "card": lost.card,
                })).collect::<Vec<_>>(),
                "all_known": repair.all_known,
            }),
        }
    }

    fn tell(&self, setup: &Setup, out: &mut dyn Write) -> Result<(), Failure> {
        let lines = match self {
            Repaired::Rebuilt => vec![
                message!(
                    "repaired: all that follows from the log was worked out again",
                    "고쳤습니다: 기록에서 나오는 것을 모두 다시 계산했습니다"
                )
                .says(setup.lang)
                .to_owned(),
            ],
            Repaired::Undone(0) => vec![
                message!(
                    "nothing was taken back: nothing is dated after now",
                    "취소한 것이 없습니다: 지금보다 나중인 기록이 없습니다"
                )
                .says(setup.lang)
                .to_owned(),
            ],
            Repaired::Undone(events) => {
                let acts = counted(*events, "act");
                vec![
                    message!(
                        "taken back: {acts} dated after now",
                        "지금보다 나중인 기록 {events}건을 취소했습니다"
                    )
                    .says(setup.lang)
                    .to_owned(),
                ]
            }
            Repaired::Anew(repair) => told(repair, setup),
        };
        for line in lines {
            writeln!(out, "{}", safe_line(&line))?;
        }
        writeln!(out)?;
        Ok(())
    }
}

/// What was saved and what was not, line by line.
fn told(repair: &Repair, setup: &Setup) -> Vec<String> {
    let lang: Lang = setup.lang;
    let Repair {
        events,
        from_backup,
        differing,
        ..
    } = repair;
    let saved = counted(*events, "event");
    let mut lines = vec![message!(
        "repaired: {saved} saved into a new database",
        "고쳤습니다: 기록 {events}건을 살려 새 데이터베이스에 담았습니다"
    )];
    if let Some(backup) = &repair.backup {
        let backup = backup.display();
        lines.push(message!(
            "{from_backup} of them from the backup {backup}",
            "그중 {from_backup}건은 백업 {backup}에서 가져왔습니다"
        ));
    }
    if *differing > 0 {
        lines.push(message!(
            "there in two versions: {differing}; the one that is whole was taken",
            "{differing}건은 두 가지로 남아 있어 온전한 쪽을 썼습니다"
        ));
    }
    lines.push(match (repair.lost.len(), repair.all_known) {
        (0, true) => message!(
            "nothing is known to be lost",
            "잃은 것은 없는 것으로 보입니다"
        ),
        (0, false) => message!(
            "what only the damaged pages had is lost; whether there was anything can't be told",
            "손상된 페이지에만 있던 것은 잃었습니다; 있었는지는 알 수 없습니다"
        ),
        (lost, true) => {
            let events = counted(lost, "event");
            message!("{events} lost:", "기록 {lost}건을 잃었습니다:")
        }
        (lost, false) => message!(
            "lost: {lost} that can still be named, and maybe others:",
            "이름이 남은 기록 {lost}건을 잃었고, 더 있을 수 있습니다:"
        ),
    });
    let mut lines: Vec<String> = lines
        .iter()
        .map(|line| line.says(lang).to_owned())
        .collect();
    for lost in repair.lost.iter().take(SHOWN) {
        let at = lost.at.map(|at| time::short(at, setup.clock.zone()));
        let at = at.unwrap_or_default();
        lines.push(format!(
            "  {at}  {}",
            lost.card.as_deref().unwrap_or_default()
        ));
    }
    if repair.lost.len() > SHOWN {
        let more = repair.lost.len() - SHOWN;
        let more = message!("and {more} more", "그 밖에 {more}건");
        lines.push(format!("  {}", more.says(lang)));
    }
    if let Some(kept) = &repair.kept {
        let kept = kept.display();
        let told = message!(
            "the damaged one is kept: {kept}",
            "손상된 것은 남겨 두었습니다: {kept}"
        );
        lines.push(told.says(lang).to_owned());
    }
    lines
}
